"""Dates: the date phrases of the Arab press, and the days they mean."""

import datetime
from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from analysis.arabic import calendar, date_days, date_periods
from analysis.arabic.date_scene import Reading, Rule, Scene
from analysis.arabic.date_words import TAGS, Tokens, pattern, tokens

_LIMITS = {TAGS[name]: name for name in ("since", "until", "by", "before", "after")} | {TAGS["eve"]: "before"}
_RULES = tuple(Rule(pattern(rule), reading) for rule, reading in (date_days.RULES | date_periods.RULES).items())
# Each rule has one of these; no rule goes across a word that is none of its tags.
_TELLING = (
    "month maymonth latin kanun hijri mayhijri rabi jumada dhu weekday today tonight yesterday tomorrow ghad alams"
    " am alam ams year hyear day figure season alseason century decade alweek alshahr shahr unit units yawm current"
)
RUN = pattern(rf"[^other definite]*[{_TELLING}][^other definite]*")
_BRACKET = pattern(r"(?:open|comma|equals)?")
_WEEKDAY = pattern(
    r"(?P<shift>one of? yesterday|yesterday first|before? yesterday|(?<!after)(?:tomorrow|ghad)|today)?"
    r"open?(?P<weekday>weekday)(?P<close>close?)(?P<relation>past|next)?(?!nickname)"
)
# "صلاة الجمعة"; "بعد غد السبت" is none of the relations.
_NAMED_AFTER = pattern(r"(?:[label that every]|after(?:tomorrow|ghad)open?)$")
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


_Placed = tuple[int, int, Reading]


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
    """Return the date phrases of a text in order; what they leave out is inferred from `published`.

    >>> [(found.words, str(found.date)) for found in find("في كانون الأول وأمس", datetime.date(2021, 3, 7))]
    [('كانون الأول', '2020-12-01'), ('أمس', '2021-03-06')]
    """
    read = tokens(text)
    readings = _together(_readings(read, _day(published)), read.tags)
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


def _readings(read: Tokens, published: datetime.date | None) -> list[_Placed]:
    """Return (first word, word behind the last, reading) of every phrase; at one place the longest."""
    matches = [
        (_RULES[number].pattern.match(read.tags, start + place), _RULES[number].reading)
        for start, run in _runs(read.tags)
        for number, place in _matches(run)
    ]
    matches.sort(key=lambda pair: (pair[0].start(), -pair[0].end()))
    readings = []
    for match, reading in matches:
        if readings and match.start() < readings[-1][1]:
            continue
        meaning = reading(match, Scene(read.words, read.tags, published, readings))
        if meaning:
            readings.append((*match.span(), meaning))
    return readings


def _runs(tags: str) -> list[tuple[int, str]]:
    """Return (start, tags) of each run of words that a date phrase may have, with the word before and behind it."""
    spans = [match.span() for match in RUN.finditer(tags)]
    return [(max(0, start - 1), tags[max(0, start - 1) : end + 1]) for start, end in spans]


@lru_cache(maxsize=1 << 16)
def _matches(run: str) -> list[tuple[int, int]]:
    """Return (number of the rule, place) of every match in a run of words; most runs recur."""
    return [(n, match.start()) for n, rule in enumerate(_RULES) for match in rule.pattern.finditer(run)]


def _together(readings: Sequence[_Placed], tags: str) -> list[_Placed]:
    """Return the readings, each corrected by the one behind it, and the two ends of an interval as one."""
    joined = []
    for each in readings:
        front = joined.pop() if joined else None
        whole = _interval(front, each, tags) if front else None
        joined += [whole] if whole else [*([_beside(front, each, tags)] if front else []), each]
    return joined


def _beside(first: _Placed, last: _Placed, tags: str) -> _Placed:
    """Return the first reading as the one beside it shows it: "الخميس (6 آب)", "في أيار وحزيران 1999"."""
    gap, day, other = tags[first[1] : last[0]], first[2], last[2]
    if not (day.date and other.date):
        return first
    if day.kind == "weekday" and other.precision == "day" and other.kind in ("calendar", "hijri"):
        same = _BRACKET.fullmatch(gap) and day.date.weekday() == other.date.weekday()
        return (*first[:2], day._replace(date=other.date)) if same else first
    row = gap in ("", TAGS["and"]) and day.kind == other.kind == "calendar"
    if row and day.precision == other.precision in ("day", "month"):
        return (*first[:2], day._replace(date=_begin(day, other)))
    return first


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
    month, day = first.date.month, first.date.day
    same = calendar.gregorian(last.date.year, month, day)
    return calendar.gregorian(last.date.year - 1, month, day) if same and same > last.date else same


def _span(read, first, behind):
    """Return where the words from the first to the one before `behind` stand, without a clitic in front."""
    start, end = read.words.span(first)
    end = end if behind == first + 1 else read.words.span(behind - 1)[1]
    return start + read.words[first].skipped, end


def _relation(match):
    """Return how a weekday lies to the day of writing, by the words beside it."""
    tags = match["shift"] or match["relation"] or ""
    told = next((relation for name, relation in _RELATIONS.items() if TAGS[name] in tags), None)
    return "before yesterday" if told == "yesterday" and len(tags) > 1 else told


def _found(text, read, first, behind, reading):
    """Return a reading with its place in the text; a clitic in front (و, ب) is no part of its words."""
    start, end = _span(read, first, behind)
    # "منذ ثلاثة أيام" is read with its منذ, "منذ 2014" without.
    limit = "since" if read.tags[first] == TAGS["since"] else _LIMITS.get(read.tags[first - 1 : first])
    date, precision, kind, date_to, _ = reading
    return Found(start, end, text[start:end], date, date_to, precision, kind, limit)
