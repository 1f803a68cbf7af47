"""Statuses of events: the texts of cases/event_status.csv."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from analysis import actors, events

CASES = Path(__file__).parent / "cases" / "event_status.csv"


def _cases():
    with CASES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            marks = [pytest.mark.xfail(strict=True)] if row["intent"] == "known_failures" else []
            yield pytest.param(row, marks=marks, id=f"{row['why']}: {row['trigger']}")


@pytest.mark.parametrize("case", list(_cases()))
def test_status_of_an_event(case):
    """Each event happened, goes on, lies ahead, is called for or did not come about, as the text tells it."""
    columns = {"article_id": ["a"], "source": [None], "title": [None], "text": [case["text"]]}
    articles = pd.DataFrame(columns | {"published": [pd.Timestamp("2022-06-15")]})
    found = events.find(articles, actors.mentions(articles))
    told = found[found["trigger"] == case["trigger"]]
    assert list(told["status"])[:1] == [case["status"]]
