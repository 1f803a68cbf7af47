"""Decisions on events, as rows of reviews.csv in the folder of the articles."""

import csv
import datetime
import hashlib
from pathlib import Path

import pandas as pd

from analysis import lists
from analysis.charts.save import safe

FILE = "reviews.csv"
COLUMNS = ("fingerprint", "article_id", "trigger", "type", "decision", "field", "value", "when")


def decide(event: pd.Series, decision: str, folder: str | Path, *, field: str = "", value: str = "") -> Path:
    """Return reviews.csv of the folder, now with one decision on an event more."""
    when = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    row = [fingerprint(event), event["article_id"], event["trigger"], event["type"], decision, field, value, when]
    path = Path(folder) / FILE
    fresh = not path.is_file() or path.stat().st_size == 0
    with path.open("a", encoding="utf-8-sig" if fresh else "utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerows([COLUMNS] if fresh else [])
        writer.writerow([safe(cell) for cell in row])
    return path


def fingerprint(event: pd.Series) -> str:
    """Return what an event is known by from run to run: its article, its place, its trigger and its type."""
    words = "\n".join(str(event[name]) for name in ("article_id", "start", "end", "trigger", "type"))
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()[:16]


def decided(folder: str | Path) -> pd.DataFrame:
    """Return all decisions that reviews.csv of the folder holds, the oldest first."""
    path = Path(folder) / FILE
    return pd.DataFrame(lists.read(path) if path.is_file() else [], columns=list(COLUMNS), dtype="str")


def undecided(events: pd.DataFrame, folder: str | Path) -> int:
    """Return the place of the first event that nobody decided on, 0 where all are decided."""
    known = set(decided(folder)["fingerprint"])
    return next((place for place, (_, event) in enumerate(events.iterrows()) if fingerprint(event) not in known), 0)
