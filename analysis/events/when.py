"""When an act happened: the date phrase of its clause, else the day of the news where it is the day's news."""

import datetime
import re
from bisect import bisect_left
from typing import NamedTuple

from analysis.arabic import dates
from analysis.arabic.phrases import ARTICLE
from analysis.events.parties import HARD_END, Scene, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import Trigger

LEAD = 3  # sentences of an article in which an undated past act is the day's news
NEWS_DAYS = 3  # a lead that names a day up to so many days back tells news of that day
OPENING = 6  # words from the beginning of a sentence in which a date counts for the whole sentence
SPEECH = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE")
MARK = re.compile(r"[،,؛;:]")
REPORTED = words("reported")
CONNECTED = words("connected")
BACKGROUND = words("background")


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


def sentence_at(scene: Scene, offset: int) -> int:
    """Return the number of the sentence that an offset lies in."""
    starts = scene.text.starts
    return scene.text.sentences[min(bisect_left(starts, offset), len(starts) - 1)] if starts else 0


def when(scene: Scene, trigger: Trigger, status: str, time: Time) -> When:
    """Return the date of one act."""
    phrase = belonging(scene, trigger, status, time)
    if phrase is not None:
        return of_phrase(phrase, status, time.published)
    if time.published and is_news_of_the_day(scene, trigger, status):
        return time.news
    return When()


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
    own = [phrase for phrase in inside if owner(scene, phrase, time.triggers, len(inside) == 1) is trigger]
    if status == "ongoing":
        own = [phrase for phrase in own if phrase.start > text.starts[trigger.first] or phrase.limit == "since"]
    if own:
        return min(own, key=lambda phrase: distance(scene, trigger, phrase))
    if status in ("planned", "called_for", "ongoing"):
        return None
    opening = [phrase for phrase in inside if opens(scene, phrase, a) and phrase.end <= text.starts[trigger.first]]
    linked = [phrase for phrase in inside if is_connected(scene, trigger, phrase)]
    return next(iter(opening or linked), None)


def opens(scene: Scene, phrase: dates.Found, a: int) -> bool:
    """Tell whether a date phrase stands at the beginning of its sentence (وفي 26 تموز 2021، …)."""
    first = scene.text.starts[min(a + OPENING, len(scene.text.starts) - 1)]
    return phrase.start <= first


def is_connected(scene: Scene, trigger: Trigger, phrase: dates.Found) -> bool:
    """Tell whether an act shares the date of another that «عندما» or «إثر» leads in behind it."""
    start = scene.text.ends[trigger.last]
    if phrase.start < start or HARD_END.search(scene.text.text[start : phrase.start]):
        return False
    return bool(CONNECTED & set(scene.text.folded[trigger.last + 1 : trigger.last + 12]))


def owner(scene: Scene, phrase: dates.Found, triggers: list[Trigger], alone: bool) -> Trigger | None:
    """Return the act that a date phrase dates: the nearest before it in its clause, else the nearest behind it."""
    text, number = scene.text, sentence_at(scene, phrase.start)
    inside = [trigger for trigger in triggers if text.sentences[trigger.first] == number]
    before = [t for t in inside if text.ends[t.last] <= phrase.start and reaches(scene, t, phrase, 3 if alone else 1)]
    after = [trigger for trigger in inside if text.starts[trigger.first] >= phrase.end]
    if after and leads(scene, phrase, after[0]):
        return after[0]
    if is_of_report(scene, phrase):
        return None
    return before[-1] if before else (after[0] if after and follows_closely(scene, after[0], phrase) else None)


def leads(scene: Scene, phrase: dates.Found, trigger: Trigger) -> bool:
    """Tell whether only «حينما» stands between a date phrase and an act (آخرها في 29 حزيران، حينما قصفت)."""
    between = scene.text.text[phrase.end : scene.text.starts[trigger.first]]
    return between.strip(" ،,") in ("حينما", "عندما", "حين")


def is_of_report(scene: Scene, phrase: dates.Found) -> bool:
    """Tell whether a date phrase dates the report and not what it tells (في بيان صدر الأربعاء)."""
    words = scene.text.text[: phrase.start].rsplit(maxsplit=1)[-1:]
    return bool(words) and words[0].strip("\N{ARABIC TATWEEL}") in REPORTED


def reaches(scene: Scene, trigger: Trigger, phrase: dates.Found, marks: int) -> bool:
    """Tell whether a date phrase stands in the clause of an act before it, with no verb of saying between."""
    text = scene.text
    between = text.text[text.ends[trigger.last] : phrase.start]
    if HARD_END.search(between) or len(MARK.findall(between)) > marks or len(between) > 200:
        return False
    words = range(trigger.last + 1, bisect_left(text.starts, phrase.start))
    return not any(i in scene.spoken for i in words)


def follows_closely(scene: Scene, trigger: Trigger, phrase: dates.Found) -> bool:
    """Tell whether an act stands in the clause behind a date phrase."""
    between = scene.text.text[phrase.end : scene.text.starts[trigger.first]]
    return len(MARK.findall(between)) <= 1 and not HARD_END.search(between)


def distance(scene: Scene, trigger: Trigger, phrase: dates.Found) -> int:
    """Return the characters between a trigger and a date phrase."""
    start, end = scene.text.starts[trigger.first], scene.text.ends[trigger.last]
    return phrase.start - end if phrase.start >= end else start - phrase.end


def is_news_of_the_day(scene: Scene, trigger: Trigger, status: str) -> bool:
    """Tell whether an undated act is what the article came out to tell: in its lead, spoken, or told as news."""
    if is_background(scene, trigger):
        return False
    if status == "ongoing":
        return trigger.form.entry.mode == "visit"
    if status != "past":
        return False
    noun_asked = trigger.form.tense == "noun" and (trigger.form.entry.type == "REQUEST" or is_known(scene, trigger))
    told = (
        trigger.form.tense == "perfect"
        or is_carried(scene, trigger)
        or (trigger.form.entry.type in SPEECH and not noun_asked)
    )
    return scene.text.sentences[trigger.first] < LEAD or told


def is_known(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the article makes a noun of speech an earlier act (التفاهمات، التطبيع), not a root (التزام)."""
    word = scene.text.folded[trigger.first][trigger.cut :]
    return word.startswith(ARTICLE) and not trigger.form.entry.word.startswith(ARTICLE)


def is_background(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act came before the news: an anniversary, a relative clause, «بعد أن», «طالبت مرارا»."""
    words = scene.text.folded[max(0, trigger.first - 4) : trigger.first]
    led = tuple(words[-2:]) == ("بعد", "ان")
    often = {"مرارا", "سابقا", "تكرارا"} & set(scene.text.folded[trigger.last + 1 : trigger.last + 4])
    return led or bool(often) or bool((BACKGROUND | {"الذكري", "ذكري"}) & set(words))


def is_carried(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb that tells news carries a noun (شن هجوما، تم توقيف، أعلن هدنة)."""
    text = scene.text
    for i in range(max(0, trigger.first - 6), trigger.first):
        word = text.folded[i].removeprefix("و")
        verb = word in ("تم", "تمت", "شن", "شنت", "شنه", "اجري", "اجرت", "قام", "قامت", "نفذ", "نفذت")
        if verb and not word.startswith(("ي", "س")) and breaks(text, i, trigger.first) == 0:
            return True
    return False
