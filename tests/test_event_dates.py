"""Dates of events: the texts of cases/event_dates.csv."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from analysis import actors, events

CASES = Path(__file__).parent / "cases" / "event_dates.csv"


def _cases():
    with CASES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            marks = [pytest.mark.xfail(strict=True)] if row["intent"] == "known_failures" else []
            yield pytest.param(row, marks=marks, id=f"{row['why']}: {row['trigger']}")


def _said(row):
    """Return the date of an event as the cases write it, "" where it has none."""
    if pd.isna(row["date"]):
        return ""
    length = {"day": 10, "month": 7, "year": 4}.get(row["date_precision"], 10)
    end = "" if pd.isna(row["date_to"]) else f"/{str(row['date_to'])[:10]}"
    return str(row["date"])[:length] + end


def _found(text, published):
    columns = {"article_id": ["a"], "source": [None], "title": [None], "text": [text]}
    articles = pd.DataFrame(columns | {"published": [pd.Timestamp(published)]})
    return events.find(articles, actors.mentions(articles))


@pytest.mark.parametrize("case", list(_cases()))
def test_date_of_an_event(case):
    """Each event has the date that the text gives it, and where the text gives none, none."""
    found = _found(case["text"], case["published"])
    told = found[found["trigger"] == case["trigger"]]
    assert not told.empty, f"no event on {case['trigger']}: {found['trigger'].tolist()}"
    assert _said(told.iloc[-1]) == case["expected"]
