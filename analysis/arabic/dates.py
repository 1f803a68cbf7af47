"""Dates: the date phrases of the Arab press, and the days they mean."""

import datetime
from collections.abc import Sequence
from typing import NamedTuple

from analysis.arabic import calendar
from analysis.arabic.date_rules import RULES, Reading, Scene
from analysis.arabic.date_words import TAGS, Tokens, pattern, tokens

_LIMITS = {TAGS[name]: name for name in ("since", "until", "by", "before", "after")} | {TAGS["eve"]: "before"}
_WEEKDAY = pattern(
    r"(?P<shift>one of? yesterday|yesterday first|before? yesterday|(?<!after)(?:tomorrow|ghad)|today)?"
    r"open?(?P<weekday>weekday)(?P<close>close?)(?P<relation>past|next)?(?!nickname)"
)
_NAMED_AFTER = pattern(r"[label that]$")
_RELATIONS = {
    "today": "today",
    "yesterday": "yesterday",
    "tomorrow": "tomorrow",
    "ghad": "tomorrow",
    "past": "last",
    "next": "next",
}
_ENDS = {
    "to": {TAGS[name] for name in ("of", "since", "between", "in")},
    "and": {TAGS["between"]},
}


class Found(NamedTuple):
    """One date phrase of a text; `words` is text[start:end], and `date` is None if it cannot be told."""

    start: int
    end: int
    words: str
    date: datetime.date | None  # of a month or year its first day
    date_to: datetime.date | None  # last day of an interval
    precision: str | None  # day, month, year or interval
    kind: str  # calendar, weekday, relative, season, hijri or rule of thumb
    limit: str | None = None  # since, until, by, before or after, if such a word stands in front


def find(text: str, published: datetime.date | None = None) -> list[Found]:
    """Return the date phrases of a text in order; what they leave out is inferred from the day of publication.

    >>> [(found.words, str(found.date)) for found in find("في ديسمبر/ كانون الأول وأمس", datetime.date(2021, 3, 7))]
    [('ديسمبر/ كانون الأول', '2020-12-01'), ('أمس', '2021-03-06')]
    """
    read = tokens(text)
    readings = _intervals(_readings(read, _day(published)), read.tags)
    return [_found(text, read, *reading) for reading in readings]


def parse(phrase: str, published: datetime.date | None = None) -> Found | None:
    """Return the first date of a phrase, or None.

    >>> str(parse("بحلول 31 كانون الأول", datetime.date(2021, 7, 29)).date)
    '2021-12-31'
    """
    return next(iter(find(phrase, published)), None)


def weekdays(text: str) -> list[tuple[int, int, int, str | None]]:
    """Return (start, end, weekday, relation) of the weekdays that a text names; Monday is 0.

    The relation is today, yesterday, before yesterday, tomorrow, last, next, or None of a bare weekday.

    >>> weekdays("زار بغداد اليوم الثلاثاء")
    [(10, 24, 1, 'today')]
    """
    read = tokens(text)
    return [
        (start, end, int(read.words[match.start("weekday")].value), _relation(match))
        for match in _WEEKDAY.finditer(read.tags)
        if not _NAMED_AFTER.search(read.tags, 0, match.start())
        for start, end in [_span(read, *match.span())]
    ]


def page_dates(line: str) -> list[Found]:
    """Return the full dates of a page line: day, month and year, in any script.

    >>> [str(found.date) for found in page_dates("الأربعاء 11 Sep / September 2024")]
    ['2024-09-11']
    """
    read = tokens(line)
    readings = (each for each in _readings(read, None) if each[2].printed and each[2].precision == "day")
    return [_found(line, read, *each) for each in readings]


def _day(published):
    """Return the day of a date, a time or a timestamp; None if it is missing or not a time."""
    if published is None or published != published:  # NaT
        return None
    return published.date() if isinstance(published, datetime.datetime) else published


def _readings(read: Tokens, published) -> list[tuple[int, int, Reading]]:
    """Return (first word, word behind the last, reading) of every phrase, in order; at one place the longest."""
    matches = sorted(
        ((match, rule.reading) for rule in RULES for match in rule.pattern.finditer(read.tags)),
        key=lambda pair: (pair[0].start(), -pair[0].end()),
    )
    readings = []
    for match, reading in matches:
        if readings and match.start() < readings[-1][1]:
            continue
        meaning = reading(match, Scene(read.words, read.tags, published, readings))
        if meaning:
            readings.append((*match.span(), meaning))
    return readings


def _intervals(readings: Sequence[tuple[int, int, Reading]], tags: str) -> list[tuple[int, int, Reading]]:
    """Return the readings, two that are the ends of an interval as one (من 5 مايو إلى 10 يونيو 2014)."""
    joined = []
    for each in readings:
        whole = _interval(joined[-1], each, tags) if joined else None
        joined = [*joined[:-1], whole] if whole else [*joined, each]
    return joined


def _interval(first, last, tags):
    """Return the interval between two readings, or None."""
    gap = tags[first[1] : last[0]]
    ends = "to" if gap in (TAGS["to"], TAGS["until"]) else "and" if gap in ("", TAGS["and"]) else None
    if ends is None or not first[0] or tags[first[0] - 1] not in _ENDS[ends]:
        return None
    begin, end = _begin(first[2], last[2]), last[2].date_to or last[2].date
    if begin is None or end is None or end < begin:
        return None
    end = last[2].date_to or calendar.last_day(last[2].date, last[2].precision)
    return first[0], last[1], Reading(begin, "interval", last[2].kind, end, last[2].printed)


def _begin(first: Reading, last: Reading):
    """Return the first day of an interval; a year is often printed only at its end."""
    if not (first.date and last.date) or first.printed or not last.printed:
        return first.date
    same = calendar.gregorian(last.date.year, first.date.month, first.date.day)
    return (
        calendar.gregorian(last.date.year - 1, *(same.month, same.day)) if same and same > last.date else same
    )


def _span(read, first, behind):
    """Return where the words from the first to the one before `behind` stand, without a clitic in front."""
    return read.spans[first][0] + read.words[first].skipped, read.spans[behind - 1][1]


def _relation(match):
    """Return how a weekday lies to the day of writing, by the words beside it."""
    tags = match["shift"] or match["relation"] or ""
    names = [name for name in _RELATIONS if TAGS[name] in tags]
    return (
        ("before yesterday" if names == ["yesterday"] and len(tags) > 1 else _RELATIONS[names[0]])
        if names
        else None
    )


def _found(text, read, first, behind, reading):
    """Return a reading with its place in the text; a clitic in front (و, ب) is no part of its words."""
    start, end = _span(read, first, behind)
    limit = _LIMITS.get(read.tags[first]) if _LIMITS.get(read.tags[first]) == "since" else None
    limit = limit or _LIMITS.get(read.tags[first - 1] if first else "")
    return Found(
        start, end, text[start:end], reading.date, reading.date_to, reading.precision, reading.kind, limit
    )
