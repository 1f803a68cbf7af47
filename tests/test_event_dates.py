"""Dates and statuses of events: the texts of cases/event_dates.csv and cases/event_status.csv."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from analysis import actors, events

CASES = Path(__file__).parent / "cases"


def _cases(name):
    with (CASES / name).open(encoding="utf-8", newline="") as lines:
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


@pytest.mark.parametrize("case", list(_cases("event_dates.csv")))
def test_date_of_an_event(case):
    """Each event has the date that the text gives it, and where the text gives none, none."""
    found = _found(case["text"], case["published"])
    told = found[found["trigger"] == case["trigger"]]
    assert not told.empty, f"no event on {case['trigger']}: {found['trigger'].tolist()}"
    assert _said(told.iloc[-1]) == case["expected"]


@pytest.mark.parametrize("case", list(_cases("event_status.csv")))
def test_status_of_an_event(case):
    """Each event happened, goes on, lies ahead, is called for or did not come about, as the text tells it."""
    found = _found(case["text"], "2022-06-15")
    told = found[found["trigger"] == case["trigger"]]
    assert list(told["status"])[:1] == [case["status"]]
