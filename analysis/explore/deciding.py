"""Decisions on events, as rows of reviews.csv in the folder of the articles (columns: events.REVIEWS, and when)."""

import csv
import datetime
from pathlib import Path

import pandas as pd

from analysis import lists
from analysis.charts.save import safe
from analysis.events import REVIEWS
from analysis.events.reviews import CORRECTED, DELETED

FILE = "reviews.csv"
COLUMNS = (*REVIEWS, "when")


def decide(event: pd.Series, decision: str, folder: str | Path, *, field: str = "", value: str = "") -> Path:
    """Return reviews.csv of the folder, now with one decision more on an event that carries its fingerprint.

    A correction is of one field; fields of the event that were corrected before stay so.
    """
    row = {name: event[name] for name in ("fingerprint", "article_id", "trigger")}
    row |= {"decision": decision, "when": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")}
    if decision == "corrected":
        row |= {**corrections(row["fingerprint"], folder), field: value}
    path = Path(folder) / FILE
    fresh = not path.is_file() or path.stat().st_size == 0
    with path.open("a", encoding="utf-8-sig" if fresh else "utf-8", newline="") as lines:
        writer = csv.writer(lines)
        writer.writerows([COLUMNS] if fresh else [])
        writer.writerow([written(row.get(name, "")) for name in COLUMNS])
    return path


def corrections(fingerprint: str, folder: str | Path) -> dict[str, str]:
    """Return the fields of an event that the last decision on it corrected, with their values."""
    known = decided(folder)
    last = known[known["fingerprint"] == fingerprint].tail(1)
    if not (last["decision"] == "corrected").any():
        return {}
    return last.iloc[0].reindex(list(CORRECTED)).dropna().to_dict()


def written(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula; the sign for «there is none» stays as it is."""
    return cell if cell == DELETED else safe(cell)


def decided(folder: str | Path) -> pd.DataFrame:
    """Return all decisions that reviews.csv of the folder holds, the oldest first, as `events.reviewed` wants them.

    Fields that nobody corrected have no column.
    """
    path = Path(folder) / FILE
    found = pd.DataFrame(lists.read(path) if path.is_file() else [], columns=list(COLUMNS), dtype="str")
    found = found.mask(found == "")
    return found.drop(columns=[name for name in CORRECTED if found[name].isna().all()])


def undecided(events: pd.DataFrame, folder: str | Path) -> int:
    """Return the place of the first event that nobody decided on, 0 where all are decided."""
    known = set(decided(folder)["fingerprint"])
    return next((place for place, each in enumerate(events["fingerprint"]) if each not in known), 0)
