"""When an act happened: the date phrase of its clause, else the day of publication where it is the day's news."""

import datetime
import re
from typing import NamedTuple

from analysis.arabic import dates
from analysis.events.parties import Scene, bounds
from analysis.events.triggers import Trigger

LEAD = 3  # sentences of an article in which an undated past act is the day's news
SPEECH = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN")
MARK = re.compile(r"[،,؛;:]")


class When(NamedTuple):
    """A date with its precision and the words it rests on."""

    date: datetime.date | None = None
    date_to: datetime.date | None = None
    precision: str | None = None
    evidence: str | None = None


def when(scene: Scene, trigger: Trigger, status: str, time: tuple) -> When:
    """Return the date of one act; `time` is the date phrases of the article, the day it came out, all its triggers."""
    found, published, triggers = time
    phrase = belonging(scene, trigger, found, triggers)
    if phrase is not None:
        return of_phrase(phrase, status, published)
    if published and is_news_of_the_day(scene, trigger, status):
        return When(published, None, "day", "published")
    return When()


def of_phrase(phrase: dates.Found, status: str, published: datetime.date | None) -> When:
    """Return what a date phrase says; the weekday of a planned act is the coming one, a week within a month that month."""
    date, precision, until = phrase.date, phrase.precision, phrase.date_to
    if status == "planned" and phrase.kind == "weekday" and published and date < published:
        date += datetime.timedelta(days=7)
    if precision == "interval" and phrase.kind == "relative" and until and date.month == until.month:
        return When(date.replace(day=1), None, "month", phrase.words)
    if phrase.limit == "since" and precision != "interval" and published and status != "planned":
        return When(date, published, "interval", phrase.words)
    return When(date, until, precision, phrase.words)


def belonging(scene: Scene, trigger: Trigger, found: list[dates.Found], triggers: list[Trigger]) -> dates.Found | None:
    """Return the date phrase of a trigger's clause: nearest, no other act between, or opening the sentence."""
    text = scene.text
    a, b = bounds(text, trigger.first)
    inside = [phrase for phrase in found if phrase.date and text.starts[a] <= phrase.start < text.ends[b]]
    own = [phrase for phrase in inside if is_own(scene, trigger, phrase, triggers)]
    return min(own, key=lambda phrase: distance(scene, trigger, phrase), default=None)


def is_own(scene: Scene, trigger: Trigger, phrase: dates.Found, triggers: list[Trigger]) -> bool:
    """Tell whether a date phrase belongs to a trigger and not to another act nearer to it."""
    text = scene.text
    start, end = text.starts[trigger.first], text.ends[trigger.last]
    low, high = (end, phrase.start) if phrase.start >= end else (phrase.end, start)
    between = [other for other in triggers if low <= text.starts[other.first] < high]
    marks = len(MARK.findall(text.text[low:high]))
    return not between and marks <= 1


def distance(scene: Scene, trigger: Trigger, phrase: dates.Found) -> int:
    """Return the characters between a trigger and a date phrase."""
    start, end = scene.text.starts[trigger.first], scene.text.ends[trigger.last]
    return phrase.start - end if phrase.start >= end else start - phrase.end


def is_news_of_the_day(scene: Scene, trigger: Trigger, status: str) -> bool:
    """Tell whether an undated act is what the article came out to tell: in its lead, or a word spoken."""
    if status in ("planned", "called_for", "negated"):
        return False
    return scene.text.sentences[trigger.first] < LEAD or (trigger.form.entry.type in SPEECH and status == "past")
