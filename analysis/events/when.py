"""When an act happened: the date phrase of its clause, else of its paragraph's lead, else the day of publication."""

import datetime
from bisect import bisect_left
from typing import NamedTuple

from analysis.arabic import dates
from analysis.events.parties import Scene, bounds, breaks
from analysis.events.triggers import Trigger

LEAD = 2  # sentences of an article in which an undated past act is the day's news
SPEECH = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN")


class When(NamedTuple):
    """A date with its precision and the words it rests on."""

    date: datetime.date | None = None
    date_to: datetime.date | None = None
    precision: str | None = None
    evidence: str | None = None


def when(scene: Scene, trigger: Trigger, status: str, found: list[dates.Found], published: datetime.date | None) -> When:
    """Return the date of one act; `found` are the date phrases of the article in text order."""
    phrase = nearest(scene, trigger, found)
    if phrase is not None:
        return When(phrase.date, phrase.date_to, phrase.precision, phrase.words)
    if published and is_news_of_the_day(scene, trigger, status):
        return When(published, None, "day", "published")
    return When()


def nearest(scene: Scene, trigger: Trigger, found: list[dates.Found]) -> dates.Found | None:
    """Return the date phrase that belongs to a trigger: in its sentence, fewest breaks away, then nearest."""
    text = scene.text
    a, b = bounds(text, trigger.first)
    lo, hi = text.starts[a], text.ends[b]
    inside = [phrase for phrase in found[bisect_left([f.start for f in found], lo) :] if phrase.start < hi and phrase.date]
    ranked = sorted(inside, key=lambda phrase: distance(scene, trigger, phrase))
    return ranked[0] if ranked and distance(scene, trigger, ranked[0])[0] <= 1 else None


def distance(scene: Scene, trigger: Trigger, phrase: dates.Found) -> tuple[int, int]:
    """Return the breaks and the characters between a trigger and a date phrase."""
    text = scene.text.text
    start, end = scene.text.starts[trigger.first], scene.text.ends[trigger.last]
    between = text[end : phrase.start] if phrase.start >= end else text[phrase.end : start]
    return sum(between.count(mark) for mark in "،,؛;:") , len(between)


def is_news_of_the_day(scene: Scene, trigger: Trigger, status: str) -> bool:
    """Tell whether an undated act is what the article came out to tell: in its lead, or a word spoken."""
    if status in ("planned", "called_for", "negated"):
        return False
    return scene.text.sentences[trigger.first] < LEAD or (trigger.form.entry.type in SPEECH and status == "past")
