"""Date scene: what a date phrase is read against, and the words of a match on which its meaning rests."""

import datetime
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.arabic import calendar
from analysis.arabic.calendar import MONTHS, Month
from analysis.arabic.date_words import TAGS, Word, pattern


class Reading(NamedTuple):
    """What one date phrase means; `printed` if it names its year."""

    date: datetime.date | None
    precision: str
    kind: str
    date_to: datetime.date | None = None
    printed: bool = False


class Scene(NamedTuple):
    """What a phrase is read against: its text as tags, the day of publication, what was read before it."""

    words: Sequence[Word]
    tags: str
    published: datetime.date | None
    readings: Sequence[tuple[int, int, Reading]]  # first word, word behind the last, reading


class Rule(NamedTuple):
    """A pattern on tags, and what it means: a reading, or None where a match is no date after all."""

    pattern: re.Pattern[str]
    reading: Callable[[re.Match[str], Scene], Reading | None]


#: How far the words of relation go, in days, weeks, months or years.
STEPS = {"past": -1, "latest": -1, "before": -1, "next": 1, "current": 0, "this": 0}

_NAMES = {tag: name for name, tag in TAGS.items()}
_FIGURES = frozenset({"year", "hyear", "figure"})
_AHEAD_BEFORE = pattern(r"[planned eve]clause?[^comma stop line clause open close]*$")
_AHEAD_BEHIND = pattern(r"comma?other?planned")


def said(match: re.Match[str], scene: Scene, group: str) -> Sequence[Word]:
    """Return the words of a group of a match; none if its rule has no such group."""
    start, end = match.span(group) if group in match.re.groupindex else (-1, -1)
    return scene.words[start:end] if start >= 0 else []


def names(words: Sequence[Word]) -> list[str]:
    """Return the tag names of words."""
    return [_NAMES[word.tag] for word in words]


def before(match: re.Match[str], scene: Scene) -> str:
    """Return the tag name of the word before a match."""
    return _NAMES[scene.tags[match.start() - 1]] if match.start() else "line"


def behind(match: re.Match[str], scene: Scene) -> str:
    """Return the tag name of the word behind a match."""
    return _NAMES[scene.tags[match.end()]] if match.end() < len(scene.tags) else "line"


def labelled(match: re.Match[str], scene: Scene) -> bool:
    """Return whether a match is part of a name: خطبة الجمعة, but not صلاة الجمعة الماضية."""
    front = before(match, scene)
    if front == "quote" and match.start() > 1:
        front = _NAMES[scene.tags[match.start() - 2]]
        return front == "label"
    if front == "unit":  # "أيام الجمعة" recurs
        front = "label" if scene.words[match.start() - 1].stem == "ايام" else front
    if front == "label" and scene.words[match.start() - 1].value == "today":  # «روسيا اليوم» is a name, not «روسيا أمس»
        return not {"today", "ghad"}.isdisjoint(names(scene.words[match.start() : match.end()]))
    return front in ("that", "every") or (front == "label" and not said(match, scene, "relation"))


def months(words: Sequence[Word]) -> list[Month]:
    """Return the months that words name; a name can have two words (كانون الثاني, ذو القعدة)."""
    stems = [word.stem for word in words]
    pairs = [f"{first} {second}" for first, second in zip(stems, [*stems[1:], ""], strict=True)]
    return [month for both in zip(pairs, stems, strict=True) for name in both if (month := MONTHS.get(name))]


def kind_of(month: Month) -> str:
    """Return the kind of a date by the calendar of its month."""
    return "hijri" if month.calendar == "hijri" else "calendar"


def number(words: Sequence[Word]) -> int:
    """Return the day, month or year that digits or ordinals say."""
    return sum(int(word.value) for word in words if word.value.isdigit())


def announced(match: re.Match[str], scene: Scene) -> bool:
    """Return whether words of the future stand near: قبيل اجتماع بايدن الاثنين; الاثنين، حيث سيلتقي."""
    window = scene.tags[max(0, match.start() - 14) : match.start()]
    return bool(_AHEAD_BEFORE.search(window) or _AHEAD_BEHIND.match(scene.tags, match.end()))


def relation(match: re.Match[str], scene: Scene) -> str | None:
    """Return which way a phrase looks from the day of publication: past, next, current, same, by, or None."""
    words = said(match, scene, "relation")
    if words:
        return words[-1].value
    if before(match, scene) in ("until", "before"):
        return "current"
    return "by" if before(match, scene) == "by" or announced(match, scene) else None


def remembered(scene: Scene, *precisions: str) -> datetime.date | None:
    """Return the date that "the same" refers to: the last with such a precision, or with its year printed."""
    dates = (
        reading.date
        for *_, reading in reversed(scene.readings)
        if reading.date and (reading.precision in precisions if precisions else reading.printed)
    )
    return next(dates, None)


def year_said(words: Sequence[Word], scene: Scene, month: Month | None = None) -> tuple[int | None, bool]:
    """Return (year in the calendar of the month, whether it is printed); None if it cannot be told."""
    tags = names(words)
    figure = next((word for word, name in zip(words, tags, strict=True) if name in _FIGURES), None)
    if figure:
        return int(figure.value), True
    if {"same", "identical", "that", "previous", "following"}.intersection(tags):
        memory = remembered(scene)
        step = sum(int(word.value) for word in words if word.value in ("-1", "1"))
        return (memory.year + step if memory else None), False
    this = calendar.year_of(scene.published, month) if scene.published else None
    return (this + sum(STEPS.get(name, 0) for name in tags) if this else None), False
