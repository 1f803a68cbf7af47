"""What a time line draws: marks with a start, an end and a lane, from a table of dated rows."""

import numpy as np
import pandas as pd

from analysis import tables

from . import calendar
from .bars import named
from .calendar import Axis
from .page import Said

LANE = 0.26  # inches: one mark above another
SMALLEST, LARGEST = 0.13, 0.27  # inches: diameters of a point; a larger one would cover the next lane
MONTH, YEAR = pd.Timedelta(days=31), pd.Timedelta(days=366)
NARROWEST = 0.06  # inches: a bar of a few days in years is still seen, and holds a digit
TOUCHING = 1e-6  # inches: July ends where August begins, but for what sums of fractions are off
WEEK = tables.PERIODS["week"]
SPANS = ("week", "month", "year", "interval")
FINER = {"week": ("day",), "month": ("day",), "year": ("day", "month"), "start": ("day", "month", "interval")}
WIDENED = {"week": "week", "month": "month", "year": "year", "start": "year"}  # what finer marks become


def dated(table: pd.DataFrame, columns: dict[str, str], words: Said) -> pd.DataFrame:
    """Return row, start, end, precision and n (which is 1) of each dated row, from the columns so named."""
    marks = pd.DataFrame({name: table[column] for name, column in columns.items()})
    marks = marks.assign(row=named(marks["row"], words), n=1).dropna(subset=["start"])
    marks = marks.assign(start=calendar.dates(marks["start"]).dt.normalize(), end=calendar.dates(marks["end"]))
    return marks.assign(start=starts(marks), end=ends(marks))


def starts(marks: pd.DataFrame) -> pd.Series:
    """Return the first day of each mark: of its week, month or year, where that is all that is known."""
    first = marks["start"].where(marks["precision"] != "week", marks["start"].dt.to_period(WEEK).dt.start_time)
    first = first.where(marks["precision"] != "month", marks["start"].dt.to_period("M").dt.start_time)
    return first.where(marks["precision"] != "year", marks["start"].dt.to_period("Y").dt.start_time)


def ends(marks: pd.DataFrame) -> pd.Series:
    """Return the last day of each mark: as given, or the last of its week, month or year."""
    last = marks["start"].where(marks["precision"] != "week", starts(marks) + pd.Timedelta(days=6))
    last = last.where(marks["precision"] != "month", marks["start"] + pd.offsets.MonthEnd(0))
    last = last.where(marks["precision"] != "year", marks["start"] + pd.offsets.YearEnd(0))
    return marks["end"].where(marks["precision"] != "day").fillna(last).clip(lower=marks["start"])


def coarse(marks: pd.DataFrame, precision: str) -> pd.DataFrame:
    """Return the marks with days widened to their week or month, by "year" months too, by "start" intervals too.

    What is longer is then shown in the year in which it began.
    """
    known = marks["precision"].isin(SPANS) & ~marks["precision"].isin(FINER[precision])
    marks = marks.assign(precision=marks["precision"].where(known, WIDENED[precision]))
    marks = marks.assign(end=marks["end"].where(known & (marks["precision"] == "interval")))
    marks = marks.assign(start=starts(marks))
    return marks.assign(end=ends(marks))


def true(column: pd.Series) -> pd.Series:
    """Tell which values are true; what is missing is not.

    >>> true(pd.Series([True, None, False], dtype="boolean")).tolist()
    [True, False, False]
    """
    return column.map(lambda value: pd.notna(value) and bool(value)).astype(bool)


def near(moments: pd.Series, least: pd.Timedelta = MONTH) -> pd.Series:
    """Tell which moments lie no farther from the middle 70 % than those lie from each other, or than `least`.

    >>> near(pd.Series(pd.to_datetime(["1868-03-01", *["2015-07-14"] * 20]))).tolist()[:2]
    [False, True]
    """
    low, high = moments.quantile(0.15), moments.quantile(0.85)
    reach = max(high - low, least)
    return moments.between(low - reach, high + reach)


def merged(marks: pd.DataFrame) -> pd.DataFrame:
    """Return one mark for each row of the figure and time, with the size of those it stands for."""
    marks = marks.assign(point=~marks["precision"].isin(SPANS))
    marks = marks.groupby(["row", "start", "end", "point"], sort=False)["n"].sum().reset_index()
    return marks.sort_values("start", kind="stable").reset_index(drop=True)


def diameters(marks: pd.DataFrame) -> pd.Series:
    """Return how large each point is, in inches: its area follows its size."""
    roots = np.sqrt(marks["n"].astype(float).clip(lower=0))
    return (roots * min(SMALLEST, LARGEST / max(roots.max(), 1))).clip(lower=0.07)


def laned(marks: pd.DataFrame, axis: Axis) -> pd.DataFrame:
    """Return the marks with the lane and the days of each: marks that would cover each other lie below one another."""
    a_day = axis.inches / axis.days
    wide = diameters(marks).where(marks["point"], 0)
    left = (marks["start"] - axis.start).dt.days * a_day - wide / 2
    long = np.maximum((marks["end"] - marks["start"]).dt.days + 1, np.where(marks["point"], 0, NARROWEST / a_day))
    marks = marks.assign(left=left, right=left + long * a_day + wide, wide=wide, long=long)
    return marks.assign(lane=lanes(marks))


def lanes(marks: pd.DataFrame) -> list[int]:
    """Return for each mark, in the order of time, the first lane of its row that is free."""
    found, taken = [], {}
    for mark in marks.itertuples():
        ends = taken.setdefault(mark.row, [])
        lane = next((place for place, end in enumerate(ends) if end <= mark.left + TOUCHING), len(ends))
        ends[lane : lane + 1] = [mark.right]
        found.append(lane)
    return found
