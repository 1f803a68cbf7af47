"""Dates: the phrases of cases/dates.csv, the fields they do not show, and what holds for any text."""

import csv
import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.arabic import dates

CASES = Path(__file__).parent / "cases" / "dates.csv"
THURSDAY = datetime.date(2021, 7, 29)


def _cases():
    with CASES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            marks = [pytest.mark.xfail(strict=True)] if row["intent"] == "known_failures" else []
            yield pytest.param(row, marks=marks, id=f"{row['intent']}: {row['phrase']}")


def _said(found):
    """The date of a phrase as the cases write it."""
    if found.date is None:
        return "?"
    length = {"day": 10, "month": 7, "year": 4, "interval": 10}[found.precision]
    return str(found.date)[:length] + (f"/{found.date_to}" if found.date_to else "")


@pytest.mark.parametrize("case", list(_cases()))
def test_cases(case):
    published = datetime.date.fromisoformat(case["published"]) if case["published"] else None
    found = dates.find(case["phrase"], published)
    if not case["expected"]:
        assert found == []
        return
    assert found, "no date found"
    meant = found[-1] if "second date" in case["comment"] else found[0]
    assert (_said(meant), meant.precision, meant.kind) == (case["expected"], case["precision"], case["kind"])


def test_enough_cases():
    assert len(list(_cases())) >= 140
