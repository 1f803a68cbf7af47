"""Moments: the dates that an article names, the acts that own them, and the day of its news."""

import datetime
import re
from typing import NamedTuple

from analysis.arabic import dates
from analysis.arabic.phrases import places
from analysis.events.date_owners import SAYING, in_relative, owner, sentence_at, word_at
from analysis.events.parties import Scene, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger
from analysis.events.types import MEDIATION

DAY = datetime.timedelta(days=1)
WEEK = datetime.timedelta(days=6)  # from its Sunday to its Saturday
YEAR = re.compile(r"\d{4}|ماضي|منصرم|جاري|حالي|عام|سنة")
BACK = words("back")
LEAD = 3  # sentences of an article whose first day is the day of its news
LONG_AGO = 90  # days behind which a yearless date of a coming act is that of the next year
FEW = 5  # days up to which a span before today is told by its days
SINCE_NOW = 2  # days back to which «منذ صباح أمس» tells only when a past act began
UPON = frozenset(("بعد", "عقب", "اثر", "غداه"))
UPON_REACH = 4  # words from «بعد» over an act to its day: «بعد لقائه أمس»
NEWS_DAYS = 3  # a lead that names a day up to so many days back tells news of that day


class When(NamedTuple):
    """A date with its precision and the words it rests on."""

    date: datetime.date | None = None
    date_to: datetime.date | None = None
    precision: str | None = None
    evidence: str | None = None


class Time(NamedTuple):
    """What an article tells of time: its dates by sentence, whose they are, when it came out, the day of its news."""

    dated: dict[int, list[dates.Found]]
    owners: dict[int, Trigger | None]  # by the first character of a date
    published: datetime.date | None
    news: When


def time_of(scene: Scene, published: datetime.date | None, triggers: list[Trigger]) -> Time:
    """Return the dates of an article with the acts that own them, and the day of its news."""
    found = dates.find(scene.text.text, published)
    dated: dict[int, list[dates.Found]] = {}
    for phrase in found:
        if phrase.date:
            dated.setdefault(sentence_at(scene, phrase.start), []).append(phrase)
    acts: dict[int, list[Trigger]] = {}
    for trigger in (t for t in triggers if not is_by_mediation(t)):
        acts.setdefault(scene.text.sentences[trigger.first], []).append(trigger)
    owners = {
        phrase.start: owner(scene, phrase, acts.get(number, []), len(here) == 1)
        for number, here in dated.items() for phrase in here
    }  # fmt: skip
    return Time(dated, owners, published, day_of_news(scene, found, published))


def is_by_mediation(trigger: Trigger) -> bool:
    """Tell whether a phrase only adds who mediated, so a date behind it is the act's (تبادلا أسرى بوساطة قطرية)."""
    return trigger.form.tense == "phrase" and trigger.form.entry.mode == MEDIATION


def day_of_news(scene: Scene, found: list[dates.Found], published: datetime.date | None) -> When:
    """Return the day that the lead names (أمس، الأربعاء), else the day of publication."""
    if published is None:
        return When()
    days = [p for p in found if p.date and p.precision == "day" and 0 <= (published - p.date).days <= NEWS_DAYS]
    days = [p for p in days if is_of_this_week(p, published)]
    for phrase in days:
        if scene.text.below(max(0, word_at(scene, phrase.start))) <= LEAD and not is_before(scene, phrase, days):
            return When(phrase.date, None, "day", phrase.words if phrase.date != published else "published")
    return When(published, None, "day", "published")


def is_of_this_week(phrase: dates.Found, published: datetime.date) -> bool:
    """Tell whether a day is named as one of these days (أمس، الأربعاء 15 أبريل), or by its date as publication's."""
    if phrase.kind == "calendar":
        return phrase.date == published or bool(dates.weekdays(phrase.words))
    return phrase.kind in ("weekday", "relative")


def is_before(scene: Scene, phrase: dates.Found, days: list[dates.Found]) -> bool:
    """Tell whether a day is that of what came before the news: behind «كان», or beside a later in a relative clause."""
    here = word_at(scene, phrase.start)
    a, _ = bounds(scene.text, here)
    later = any(other.date > phrase.date for other in days)
    if any(not breaks(scene.text, i, here) for i in places(scene.text, UPON, max(a, here - UPON_REACH), here)):
        return True
    return scene.text.folded[a] in BACK or (later and in_relative(scene, range(a, here)))


def is_reported(scene: Scene, trigger: Trigger, moment: When, time: Time) -> bool:
    """Tell whether force used, or a visit, has only the day of its report (قال سكان الثلاثاء إن هجوما …)."""
    told_late = trigger.form.entry.type in ("ASSAULT", "COERCE") or trigger.form.entry.mode == "visit"
    if moment.precision != "day" or not told_late:
        return False
    inside = time.dated.get(scene.text.sentences[trigger.first], [])
    before = (p for p in inside if p.words == moment.evidence and p.end <= scene.text.starts[trigger.first])
    told = (scene.text.folded[word_at(scene, p.end) + 1 : trigger.first] for p in before)
    return any(not SAYING.isdisjoint(words_told) for words_told in told) or is_announced(scene, trigger, moment, inside)


def is_announced(scene: Scene, trigger: Trigger, moment: When, inside: list[dates.Found]) -> bool:
    """Tell whether a day stands between a verb of saying and the noun that it announces (أعلن الجيش اليوم مقتل …)."""
    before = [p for p in inside if p.words == moment.evidence and p.end <= scene.text.starts[trigger.first]]
    if trigger.form.tense in FINITE or not before:
        return False
    here, (a, _) = word_at(scene, before[-1].start), bounds(scene.text, trigger.first)
    said = next((i for i in range(here - 1, a - 1, -1) if i in scene.governing), None)
    return said is not None and said in scene.spoken


def of_phrase(phrase: dates.Found, status: str, published: datetime.date | None) -> When:
    """Return what a date phrase says; of a planned act the coming weekday, of a week its month."""
    date, precision, until = phrase.date, phrase.precision, phrase.date_to
    ahead = status == "planned" and phrase.kind == "weekday" and "ماضي" not in phrase.words
    if ahead and published and date < published:
        date += datetime.timedelta(days=7)
        until = until and until + datetime.timedelta(days=7)
    if status == "planned" and published and (published - date).days > LONG_AGO and is_yearless(phrase):
        date = a_year_on(date, 1)
    days = (until - date).days if precision == "interval" and until and until == published else 0
    if phrase.kind == "relative" and 0 < days <= FEW:  # the last 24 hours; the last three days
        return When(until, None, "day", phrase.words) if days == 1 else When(date, until - DAY, precision, phrase.words)
    if precision == "interval" and phrase.kind == "relative" and until and is_of_one_month(date, until, published):
        return When((date + (until - date) / 2).replace(day=1), None, "month", phrase.words)
    fresh = status == "past" and published and (published - date).days <= SINCE_NOW
    if phrase.limit == "since" and not fresh and precision != "interval" and published and status != "planned":
        return When(date, published, "interval", phrase.words)
    return When(date, until, precision, phrase.words)


def is_of_one_month(date: datetime.date, until: datetime.date, published: datetime.date | None) -> bool:
    """Tell whether days lie in one month, those of a calendar week that has begun for the most part."""
    last = until - DAY if until == published else until
    same = (date.year, date.month) == (last.year, last.month)
    begun = published is not None and date <= published != until
    return same or (begun and until - date == WEEK)


def a_year_on(date: datetime.date, years: int) -> datetime.date:
    """Return the same day some years later, or earlier (of 29 February the 28th)."""
    leap = (date.month, date.day) == (2, 29)
    return date.replace(year=date.year + years, day=28 if leap else date.day)


def is_yearless(phrase: dates.Found) -> bool:
    """Tell whether a day or month is named without its year or a word like «الماضي» (قد يخرج في نوفمبر)."""
    bare = not YEAR.search(phrase.words) and phrase.limit != "since"
    return phrase.kind == "calendar" and phrase.precision in ("day", "month") and bare


def at_its_end(phrase: dates.Found) -> When:
    """Return the end of an interval, as a year where it is told in years."""
    in_years = (phrase.date.month, phrase.date.day, phrase.date_to.month, phrase.date_to.day) == (1, 1, 12, 31)
    end = phrase.date_to.replace(month=1, day=1) if in_years else phrase.date_to
    return When(end, None, "year" if in_years else "day", phrase.words)
