"""Calendar: months by name, and the arithmetic from what a phrase says to a day."""

import csv
import datetime
from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

from hijridate import Gregorian, Hijri

from analysis.arabic import letters

# A day and month without a year may lie this far ahead ("تجرى في 5 آب", printed on 29 تموز).
AHEAD = datetime.timedelta(days=31)
PAGE_AGE = 3  # days by which a page may be younger than its text: what it announces may have come already
_LISTED = Path(__file__).parent.parent / "lists" / "months.csv"


class Month(NamedTuple):
    """One month name; `alone` if it can stand for a date without a day or a year beside it."""

    number: int
    calendar: str  # gregorian, hijri or latin (a Gregorian month in Latin letters)
    alone: bool


class Day(NamedTuple):
    """A day, month or year as a phrase names it; what it leaves out is None."""

    month: Month
    day: int | None
    year: int | None


def _listed() -> dict[str, Month]:
    with _LISTED.open(encoding="utf-8-sig", newline="") as lines:
        return {
            letters.fold(row["name"]): Month(int(row["month"]), row["calendar"], row["alone"] == "yes")
            for row in csv.DictReader(lines)
        }


#: Folded month name -> month, of lists/months.csv.
MONTHS = _listed()


def gregorian(year: int, month: int = 1, day: int = 1) -> datetime.date | None:
    """Return the day, or None if there is none such (31 February).

    >>> gregorian(2021, 2, 31) is None
    True
    """
    try:
        return datetime.date(year, month, day)
    except (ValueError, OverflowError):
        return None


def hijri(year: int, month: int = 1, day: int = 1) -> datetime.date | None:
    """Return the Gregorian day of a day of the Islamic calendar (Umm al-Qura, years 1343 to 1500), or None.

    >>> hijri(1436, 9, 15)
    datetime.date(2015, 7, 2)
    """
    try:
        return datetime.date(*Hijri(year, month, day).to_gregorian().datetuple())
    except (ValueError, OverflowError):
        return None


def dated(named: Day, published: datetime.date | None, lean: str | None = None) -> datetime.date | None:
    """Return the day that is named (of a month its first); a year left out is inferred from `published`.

    `lean` is past, next, current, since, by, or None: the nearest past, or up to a month ahead.

    >>> dated(Day(MONTHS["كانون الاول"], 31, None), datetime.date(2021, 7, 29), "by")
    datetime.date(2021, 12, 31)
    """
    islamic = named.month.calendar == "hijri"
    build = hijri if islamic else gregorian
    if named.year is not None and islamic == (named.year < 1500):
        return build(named.year, named.month.number, named.day or 1)
    told = gregorian(named.year, 12, 31) if named.year is not None and islamic else published
    this = year_of(told, named.month) if told and named.year in (None, told.year) else None
    if this is None:
        return None
    options = [build(this + shift, named.month.number, named.day or 1) for shift in (-1, 0, 1)]
    if named.year is not None:  # رمضان 2015
        return next((option for option in options if option and option.year == named.year), None)
    anchor = told if named.day or lean not in ("past", "by") else build(this, month_of(told, named.month))
    anchor = moved(anchor, -PAGE_AGE) if named.day and lean == "by" else anchor
    return nearest([option for option in options if option], anchor, lean)


def year_of(day: datetime.date, month: Month | None = None) -> int | None:
    """Return the year of a day in the calendar of a month, or None outside that calendar."""
    return _parts(day, month)[0]


def month_of(day: datetime.date, month: Month) -> int | None:
    """Return the number of the month of a day in the calendar of a month, or None outside that calendar."""
    return _parts(day, month)[1]


def _parts(day, month):
    if month is None or month.calendar != "hijri":
        return day.year, day.month
    try:
        return Gregorian.fromdate(day).to_hijri().datetuple()[:2]
    except (ValueError, OverflowError):
        return None, None


def nearest(options: Iterable[datetime.date], anchor: datetime.date, lean: str | None) -> datetime.date | None:
    """Return the one of the days that a phrase with this lean means, told on the day `anchor`."""
    chosen = {
        "past": [day for day in options if day < anchor],
        "next": [day for day in options if day > anchor],
        "by": [day for day in options if day >= anchor],
        "current": options,
        "since": [day for day in options if day <= anchor],
        None: [day for day in options if day - anchor <= AHEAD],
    }[lean]
    if lean in ("next", "by"):
        return min(chosen, default=None)
    return (
        min(chosen, key=lambda day: abs(day - anchor), default=None) if lean == "current" else max(chosen, default=None)
    )


def weekday_near(anchor: datetime.date, weekday: int, lean: str | None) -> datetime.date | None:
    """Return the day with this weekday (Monday is 0) that a phrase told on `anchor` means.

    `lean` is past (before yesterday, which is «أمس»), next (after it), by (on it or after), nearest, current (from
    five days before it to one after), or None (on it or before).
    """
    back = (anchor.weekday() - weekday) % 7
    days = {
        "past": -(back if back > 1 else back + 7),
        "next": 7 - back,
        "by": -back % 7,
        "nearest": -back if back < 4 else 7 - back,
        "current": 1 if back == 6 else -back,
        None: -back,
    }[lean]
    return moved(anchor, days)


def moved(day: datetime.date, days: int) -> datetime.date | None:
    """Return the day so many days later, or None outside the calendar."""
    try:
        return day + datetime.timedelta(days=days)
    except OverflowError:
        return None


def months_later(day: datetime.date, months: int) -> datetime.date | None:
    """Return the first of the month that is so many months later, or None outside the calendar."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return gregorian(year, month + 1)


def week(day: datetime.date, weeks: int = 0) -> tuple[datetime.date, datetime.date] | None:
    """Return Sunday and Saturday of the week that is so many weeks later: the week of the Arab press.

    >>> [str(day) for day in week(datetime.date(2021, 7, 23), -1)]
    ['2021-07-11', '2021-07-17']
    """
    sunday = moved(day, 7 * weeks - (day.weekday() + 1) % 7)
    saturday = moved(sunday, 6) if sunday else None
    return (sunday, saturday) if saturday else None


def last_day(day: datetime.date, precision: str) -> datetime.date:
    """Return the last day of the day, month or year that begins on `day`."""
    following = {"month": months_later(day, 1), "year": gregorian(day.year + 1)}.get(precision)
    return following - datetime.timedelta(days=1) if following else day
