"""When an act happened: the date phrase of its clause, else the day of the news where it is the day's news."""

import datetime
import re
from typing import NamedTuple

from analysis.arabic import dates, numbers
from analysis.events.newsday import SPEECH, is_after, is_aim, is_known, is_news_of_the_day
from analysis.events.owners import is_of_report, is_of_series, leads, owner, sentence_at, word_at
from analysis.events.parties import HARD_END, RELATIVES, Scene, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger

LEAD = 3  # sentences of an article whose first day is the day of its news
NEWS_DAYS = 3  # a lead that names a day up to so many days back tells news of that day
OPENING = 6  # words from the beginning of a sentence in which a date counts for the whole sentence
REACH_AHEAD = 12  # words over which a coming day holds for the next coming act
PASSAGE = 4  # sentences of a passage on earlier events that are looked back over
LASTED = re.compile(r"\b[وف]?(?:استمرت?|دامت?|تواصلت?|على مد[ىا]ر?)\s+(?:ل[ـ]?)?(?:مدة\s+)?(يومين|\S+)(?:\s+(?:أيام|يوما))?")
BACK = words("back")
RETURNS = words("returns")
SINCE = 10  # words between «منذ» and the date of the act since when
DURING = 6  # words between «أثناء» or «أدى إلى» and the act it leads in
ANNIVERSARY = 4  # words between «الذكرى» and what happened
DURING_WORDS = words("during")
CONTINUES = words("continues")
CONNECTED = words("connected")
APART = words("apart")


class When(NamedTuple):
    """A date with its precision and the words it rests on."""

    date: datetime.date | None = None
    date_to: datetime.date | None = None
    precision: str | None = None
    evidence: str | None = None


class Time(NamedTuple):
    """What an article tells of time: its date phrases, when it came out, which day its news is of, its triggers."""

    phrases: list[dates.Found]
    published: datetime.date | None
    news: When
    triggers: list[Trigger]


def time_of(scene: Scene, published: datetime.date | None, triggers: list[Trigger]) -> Time:
    """Return the date phrases of an article and the day of its news."""
    found = dates.find(scene.text.text, published)
    return Time(found, published, day_of_news(scene, found, published), triggers)


def day_of_news(scene: Scene, found: list[dates.Found], published: datetime.date | None) -> When:
    """Return the day that the lead names (أمس، الأربعاء), else the day of publication."""
    if published is None:
        return When()
    for phrase in found:
        near = phrase.date and 0 <= (published - phrase.date).days <= NEWS_DAYS and phrase.precision == "day"
        if near and phrase.kind in ("weekday", "relative") and sentence_at(scene, phrase.start) <= LEAD:
            return When(phrase.date, None, "day", phrase.words if phrase.date != published else "published")
    return When(published, None, "day", "published")


def when(scene: Scene, trigger: Trigger, status: str, time: Time) -> When:
    """Return the date of one act."""
    phrase = belonging(scene, trigger, status, time)
    end = last_day(scene, trigger, time)
    if end is not None:
        begin = phrase.date if phrase and phrase.date < end.date else time.news.date
        return When(begin, end.date, "interval", end.words)
    if phrase is not None:
        return at_its_end(phrase) if ends(scene, phrase, trigger) else of_phrase(phrase, status, time.published)
    if time.published is None:
        return When()
    remembered = anniversary(scene, trigger, time.published)
    if remembered is None and is_news_of_the_day(scene, trigger, status):
        return as_it_lasted(scene, trigger, day_told(scene, trigger, time))
    if status == "past" and trigger.form.entry.mode == "visit" and is_after(scene, trigger):
        return When(time.published.replace(day=1), None, "month", "published")
    return remembered or When()


def told_back(scene: Scene, trigger: Trigger, time: Time) -> When | None:
    """Return the month, or no date, of an act in a passage on earlier events («وكان …»), None where there is none."""
    text = scene.text
    a, _ = bounds(text, trigger.first)
    for step in range(PASSAGE):
        early = earlier(scene, a, time) if step else []
        if early or text.folded[a] in BACK:
            return within_month(early[0].date, time.published) if early else When()
        speaks = a in scene.spoken and a != trigger.first
        if a == 0 or speaks or not text.folded[a].startswith("و") or text.folded[a] in RETURNS:
            return None
        if "\n" in text.text[text.ends[a - 1] : text.starts[a]]:
            return None
        a, _ = bounds(text, a - 1)
    return None


def earlier(scene: Scene, a: int, time: Time) -> list[dates.Found]:
    """Return the dates before the days of the news at which the acts of a sentence happened."""
    low, high = scene.text.starts[a], scene.text.ends[bounds(scene.text, a)[1]]
    here = [phrase for phrase in time.phrases if phrase.date and low <= phrase.start < high and phrase.limit is None]
    old = [phrase for phrase in here if (time.published - phrase.date).days > NEWS_DAYS]
    owners = [(phrase, owner(scene, phrase, time.triggers, len(here) == 1)) for phrase in old]
    return [phrase for phrase, act in owners if opens(scene, phrase, a) or (act and act.form.tense in FINITE)]


def within_month(date: datetime.date, published: datetime.date) -> When:
    """Return the month of an act between two days of one month, else no date."""
    same = (date.year, date.month) == (published.year, published.month)
    return When(date.replace(day=1), None, "month", str(date)) if same else When()


def as_it_lasted(scene: Scene, trigger: Trigger, moment: When) -> When:
    """Return the month of a tour, which goes on for days; the days of talks that are said to have lasted so many."""
    if moment.precision != "day":
        return moment
    if trigger.form.tense not in FINITE and trigger.form.entry.word.startswith("جولة"):
        return moment._replace(date=moment.date.replace(day=1), precision="month")
    days = lasted(scene, trigger) if trigger.form.entry.type not in SPEECH else 0
    if not days:
        return moment
    return When(moment.date - datetime.timedelta(days=days - 1), moment.date, "interval", moment.evidence)


def lasted(scene: Scene, trigger: Trigger) -> int:
    """Return the days that a noun's act is said to have lasted (محادثات استمرت 3 أيام), or 0."""
    _, b = bounds(scene.text, trigger.first)
    piece = scene.text.text[scene.text.ends[trigger.last] : scene.text.ends[b]]
    match = LASTED.search(piece) if trigger.form.tense not in FINITE else None
    if match is None:
        return 0
    if match[1].startswith("يوم"):
        return 2
    days = numbers.value(match[1])
    return int(days) if days and 1 < days < 60 else 0


def last_day(scene: Scene, trigger: Trigger, time: Time) -> dates.Found | None:
    """Return the day until which a visit or tour goes on (جولة تستمر حتى الثامن من أغسطس), or None."""
    if trigger.form.entry.mode != "visit" or trigger.form.tense in FINITE or time.published is None:
        return None
    low, high = scene.text.ends[trigger.last], scene.text.ends[bounds(scene.text, trigger.first)[1]]
    behind = (p for p in time.phrases if low <= p.start < high and p.limit == "until" and p.precision == "day")
    return next((phrase for phrase in behind if phrase.date and phrase.date > time.published), None)


def ends(scene: Scene, phrase: dates.Found, trigger: Trigger) -> bool:
    """Tell whether an act ends the interval before it (بين عامي 2003 و2011، عندما انسحب الجيش)."""
    return phrase.precision == "interval" and phrase.end <= scene.text.starts[trigger.first] and leads(scene, phrase, trigger)


def at_its_end(phrase: dates.Found) -> When:
    """Return the end of an interval, as a year where it is told in years."""
    in_years = (phrase.date.month, phrase.date.day, phrase.date_to.month, phrase.date_to.day) == (1, 1, 12, 31)
    end = phrase.date_to.replace(month=1, day=1) if in_years else phrase.date_to
    return When(end, None, "year" if in_years else "day", phrase.words)


def anniversary(scene: Scene, trigger: Trigger, published: datetime.date) -> When | None:
    """Return the year of an act whose anniversary the article tells of (الذكرى العشرين للغزو), or None."""
    words = scene.text.folded[max(0, trigger.first - ANNIVERSARY) : trigger.first]
    at = next((i for i, word in enumerate(words) if word.endswith("الذكري")), None)
    if at is None:
        return None
    years = numbers.value(" ".join(word.removeprefix("ال").replace("وال", "و") for word in words[at + 1 :]))
    if not years or years != int(years) or not 0 < years < published.year:
        return None
    a, b = scene.text.starts[trigger.first - len(words) + at], scene.text.ends[trigger.first]
    return When(datetime.date(published.year - int(years), 1, 1), None, "year", scene.text.text[a:b])


def day_told(scene: Scene, trigger: Trigger, time: Time) -> When:
    """Return the day that a sentence, or the one it continues («وأضاف …»), tells of, else the day of the news."""
    a, _ = bounds(scene.text, trigger.first)
    while a > 0 and scene.text.folded[a] in CONTINUES:
        a, _ = bounds(scene.text, a - 1)
    here, start = scene.text.starts[trigger.first], scene.text.starts[a]
    told = [p for p in time.phrases if start <= p.start < here and p.precision == "day" and not p.limit and p.date]
    past = [p for p in told if p.date <= time.published and not is_of_report(scene, p)]
    if past:
        return of_phrase(past[-1], "past", time.published)
    back = told_back(scene, trigger, time) if trigger.form.tense in FINITE else None
    return time.news if back is None else back


def of_phrase(phrase: dates.Found, status: str, published: datetime.date | None) -> When:
    """Return what a date phrase says; of a planned act the coming weekday, of a week its month."""
    date, precision, until = phrase.date, phrase.precision, phrase.date_to
    if (
        status == "planned"
        and phrase.kind == "weekday"
        and published
        and date < published
        and "ماضي" not in phrase.words
    ):
        date += datetime.timedelta(days=7)
    if precision == "interval" and phrase.kind == "relative" and until and date.month == until.month:
        return When(date.replace(day=1), None, "month", phrase.words)
    if phrase.limit == "since" and precision != "interval" and published and status != "planned":
        return When(date, published, "interval", phrase.words)
    return When(date, until, precision, phrase.words)


def belonging(scene: Scene, trigger: Trigger, status: str, time: Time) -> dates.Found | None:
    """Return the date phrase of a trigger's clause: the one it owns, else the one that opens its sentence."""
    text = scene.text
    a, b = bounds(text, trigger.first)
    inside = [phrase for phrase in time.phrases if phrase.date and text.starts[a] <= phrase.start < text.ends[b]]
    inside = [phrase for phrase in inside if (phrase.limit, phrase.date) != ("until", time.published)]  # حتى اليوم
    if status in ("past", "ongoing"):
        inside = [phrase for phrase in inside if phrase.limit != "until"]
    own = [phrase for phrase in inside if owner(scene, phrase, time.triggers, len(inside) == 1) is trigger]
    if status == "ongoing":
        own = [phrase for phrase in own if phrase.start > text.starts[trigger.first] or phrase.limit == "since"]
    own = own or [phrase for phrase in inside if is_shared(scene, trigger, phrase, time)]
    if own:
        return min(own, key=lambda phrase: distance(scene, trigger, phrase))
    if inside and status in ("past", "ongoing") and is_since(scene, inside[0], a) and text.folded[trigger.first - 1] not in RELATIVES:
        if inside[0].end < text.starts[trigger.first]:
            return inside[0]._replace(limit="since")
    during = [phrase for phrase in inside if is_during(scene, trigger, phrase)]
    if during:
        return during[-1]
    if status == "planned" and trigger.future:
        return next((phrase for phrase in inside[::-1] if is_ahead(scene, trigger, phrase, time.published)), None)
    if status in ("planned", "called_for", "ongoing"):
        return None
    opening = [phrase for phrase in inside if opens(scene, phrase, a) and phrase.end <= text.starts[trigger.first]]
    linked = [phrase for phrase in inside if is_connected(scene, trigger, phrase)]
    return next(iter(linked or ([] if is_apart(scene, trigger) else opening)), None)


def is_since(scene: Scene, phrase: dates.Found, a: int) -> bool:
    """Tell whether a sentence tells what has happened since a dated act (ومنذ الزيارة الأخيرة في آب 2020، حصلت …)."""
    begins = scene.text.folded[a] in ("منذ", "ومنذ") and word_at(scene, phrase.start) - a <= SINCE
    return begins and phrase.limit is None and not breaks(scene.text, a, word_at(scene, phrase.start))


def is_shared(scene: Scene, trigger: Trigger, phrase: dates.Found, time: Time) -> bool:
    """Tell whether a noun shares the date behind it with the noun that «و» joins to it (اشتباكات واستهداف خلال تموز)."""
    if trigger.form.tense not in ("noun", "phrase") or phrase.start < scene.text.ends[trigger.last]:
        return False
    other = owner(scene, phrase, time.triggers, False)
    if other is None or other.first <= trigger.last or other.form.tense != trigger.form.tense:
        return False
    joined = scene.text.folded[other.first][: other.cut].startswith("و")
    return joined and not breaks(scene.text, trigger.last, other.first)


def is_during(scene: Scene, trigger: Trigger, phrase: dates.Found) -> bool:
    """Tell whether an act went on while a dated one happened (اغتالها يوم 11 مايو أثناء تغطيتها اقتحاما)، or came of it."""
    near = scene.text.folded[max(word_at(scene, phrase.end) + 1, trigger.first - DURING) : trigger.first]
    if phrase.end > scene.text.starts[trigger.first] or phrase.precision == "interval":
        return False
    backing = trigger.form.entry.word.startswith("مدعوم") and not is_known(scene, trigger)  # هزموه عام 2017 مدعومين
    level = not breaks(scene.text, word_at(scene, phrase.start), trigger.first)
    return bool(DURING_WORDS & set(near)) or (backing and level)


def is_ahead(scene: Scene, trigger: Trigger, phrase: dates.Found, published: datetime.date | None) -> bool:
    """Tell whether a date phrase before a coming act of its sentence names a day ahead (سينتقل الاثنين حيث سيلتقي)."""
    near = phrase.end <= scene.text.starts[trigger.first] and trigger.first - word_at(scene, phrase.start) <= REACH_AHEAD
    return near and bool(published) and phrase.precision == "day" and phrase.date >= published


def is_apart(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act is told aside of its sentence: in a relative clause, behind «بعد», as what is aimed at."""
    text, words = scene.text, set()
    for i in range(trigger.first - 1, max(-1, trigger.first - 5), -1):
        if breaks(text, i, trigger.first):
            break
        words.add(text.folded[i])
    if words & APART:
        return True
    noun = trigger.form.tense in ("noun", "phrase")
    before = text.folded[trigger.first - 1] if trigger.first else ""
    return is_aim(scene, trigger) or (noun and (is_known(scene, trigger) or before == "الي"))


def opens(scene: Scene, phrase: dates.Found, a: int) -> bool:
    """Tell whether a date phrase stands at the beginning of its sentence (وفي 26 تموز 2021، …)."""
    first = scene.text.starts[min(a + OPENING, len(scene.text.starts) - 1)]
    return phrase.start <= first


def is_connected(scene: Scene, trigger: Trigger, phrase: dates.Found) -> bool:
    """Tell whether an act shares the date of another that «عندما» or «إثر» leads in behind it."""
    start = scene.text.ends[trigger.last]
    if phrase.start < start or is_of_series(scene, phrase) or HARD_END.search(scene.text.text[start : phrase.start]):
        return False
    return bool(CONNECTED & set(scene.text.folded[trigger.last + 1 : trigger.last + 12]))


def distance(scene: Scene, trigger: Trigger, phrase: dates.Found) -> int:
    """Return the characters between a trigger and a date phrase."""
    start, end = scene.text.starts[trigger.first], scene.text.ends[trigger.last]
    return phrase.start - end if phrase.start >= end else start - phrase.end
