"""A time axis with readable names of months, in Arabic as they are said in Iraq and the Levant."""

from itertools import pairwise
from typing import NamedTuple

import pandas as pd

from . import fonts, labels
from .page import Said
from .style import GREY, INK, LINE, SMALL

MONTHS = {
    "ar": (
        *("كانون الثاني", "شباط", "آذار", "نيسان", "أيار", "حزيران"),
        *("تموز", "آب", "أيلول", "تشرين الأول", "تشرين الثاني", "كانون الأول"),
    ),
    "en": ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
}
DAY_STEPS = (1, 2, 5, 10, 15)
SIZE = SMALL + 0.5
MONTH_STEPS = (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200)


class Axis(NamedTuple):
    """The days a time axis covers, from left to right."""

    start: pd.Timestamp
    end: pd.Timestamp
    inches: float = 4.3  # how wide it is about
    finest: str = "D"  # what its marks name at the finest: days, or months ("M") or years ("Y") where all is counted so

    @property
    def days(self) -> float:
        """The length in days, with some air at both ends."""
        return max((self.end - self.start).days, 6) * 1.1


def day(moment) -> float:
    """Return a moment as a number on the axis: days since 1970."""
    return (pd.Timestamp(moment) - pd.Timestamp(0)) / pd.Timedelta(days=1)


def dates(column: pd.Series) -> pd.Series:
    """Return a column of dates, given as dates or as text, as their clocks showed them, without a time zone."""
    return pd.to_datetime(column, format="mixed").dt.tz_localize(None)


def ticks(axis: Axis, words: Said) -> tuple[list[float], list[str]]:
    """Return the places and names of the marks on the axis, as close as their names allow."""
    days = DAY_STEPS if axis.finest == "D" and axis.days < 70 else ()
    months = [step for step in MONTH_STEPS if axis.finest != "Y" or step % 12 == 0]
    spans = [*((step, "D") for step in days), *((step, "M") for step in months)]
    for step, unit in spans:
        moments = steps(axis, step, unit)
        names = [words.label(name) for name in written(moments, step, unit, words)]
        if fit(moments, names, axis):
            break
    return [day(moment) for moment in moments], names


def fit(moments: list[pd.Timestamp], names: list[str], axis: Axis) -> bool:
    """Return whether no name on the axis comes near the next."""
    widths = [fonts.width(name, SIZE) for name in names]
    gaps = [(later - sooner).days * axis.inches / axis.days for sooner, later in pairwise(moments)]
    return all((one + two) / 2 + 0.08 < gap for (one, two), gap in zip(pairwise(widths), gaps, strict=True))


def steps(axis: Axis, step: int, unit: str) -> list[pd.Timestamp]:
    """Return the moments from the axis's start to its end in steps of so many days or months."""
    air = pd.Timedelta(days=axis.days * 0.045)
    start, end = axis.start - air, axis.end + air
    if unit == "D":
        moments = pd.date_range(start.ceil("D"), end, freq=f"{step}D")
    else:
        first = pd.Timestamp(start.year // max(1, step // 12) * max(1, step // 12), 1, 1)
        moments = pd.date_range(first, end, freq=pd.DateOffset(months=step))
    return [moment for moment in moments if start <= moment <= end]


def written(moments: list[pd.Timestamp], step: int, unit: str, words: Said) -> list[str]:
    """Return the names of the moments: the year stands where it begins, not at each of its months."""
    names, last = [], None
    for moment in moments:
        month, year = (
            MONTHS[words.language][moment.month - 1],
            labels.digits(str(moment.year), words.numerals),
        )
        name = f"{labels.digits(str(moment.day), words.numerals)} {month}" if unit == "D" else month
        if unit == "M" and step % 12 == 0:
            name = year
        elif moment.year != last:
            name = f"{name}\n{year}"
        last = moment.year
        names.append(name)
    return names


def written_year(moment: pd.Timestamp, words: Said) -> str:
    """Return a year as it is written in a text."""
    return labels.digits(str(moment.year), words.numerals)


def written_month(moment: pd.Timestamp, words: Said) -> str:
    """Return a month and its year as they are written in a text."""
    return labels.digits(f"{MONTHS[words.language][moment.month - 1]} {moment.year}", words.numerals)


def written_day(moment: pd.Timestamp, words: Said) -> str:
    """Return a date as it is written in a text."""
    return f"{labels.digits(str(moment.day), words.numerals)} {written_month(moment, words)}"


#: How a date is written in a text, by what it stands for: a year, a month or a day.
WRITTEN = {"Y": written_year, "M": written_month, "D": written_day}


def told_way(words: Said) -> Said:
    """Return words that say that time runs to the right, where a reader of the language may expect the other way."""
    return words.noted(words.say("rightwards")) if words.right else words


def draw(axes, axis: Axis, words: Said) -> None:
    """Draw the axis under the rows, with light lines to lead the eye."""
    air = axis.days * 0.045
    low, high = day(axis.start) - air, day(axis.end) + air
    middle, half = (low + high) / 2, max(high - low, axis.days) / 2
    axes.set_xlim(middle - half, middle + half)
    places, names = ticks(axis, words)
    axes.set_xticks(places, names, fontsize=SIZE, color=GREY, linespacing=1.15)
    axes.tick_params(axis="x", length=3, color=INK, pad=3)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.spines[["left", "right", "top"]].set_visible(False)
