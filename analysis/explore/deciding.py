"""Decisions on events, as rows of reviews.csv in the folder of the articles (columns: events.REVIEWS, and when)."""

import csv
import datetime
import io
from pathlib import Path

import pandas as pd

from analysis import lists
from analysis.charts.save import safe, written
from analysis.events import REVIEWS
from analysis.events.reviews import CORRECTED, DELETED, last_ones

FILE = "reviews.csv"
COLUMNS = (*REVIEWS, "when")


def decide(event: pd.Series, decision: str, folder: str | Path, *, values: dict[str, str] | None = None) -> Path:
    """Return reviews.csv of the folder, now with one decision more on an event that carries its fingerprint.

    `values` are the fields that a correction sets; fields of the event that were corrected before stay so.
    Raises WrongList where the file that is there cannot be read, and leaves it as it is.
    """
    row = {name: event[name] for name in ("fingerprint", "article_id", "trigger")}
    row |= {"decision": decision, "when": datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")}
    if decision == "corrected":
        row |= corrections(row["fingerprint"], folder) | (values or {})
    path = Path(folder) / FILE
    return written(path, content([*rows_of(path), {name: row.get(name, "") for name in COLUMNS}]))


def rows_of(path: Path) -> tuple[dict[str, str], ...]:
    """Return the decisions as they stand in the file, whatever divides its cells, none where there is no file."""
    return lists.own_rows(path) if path.is_file() else ()


def content(rows: list[dict[str, str]]) -> bytes:
    """Return the content of reviews.csv: the columns of the first row, a person's own among them, then all others.

    The file is written as a whole: a line put below it would miss the order of its columns, or what divides them.
    """
    lines = io.StringIO(newline="")
    writer = csv.DictWriter(lines, dict.fromkeys([*rows[0], *COLUMNS]), restval="")
    writer.writeheader()
    writer.writerows({name: harmless(cell) for name, cell in row.items()} for row in rows)
    return lines.getvalue().encode("utf-8-sig", "replace")


def corrections(fingerprint: str, folder: str | Path) -> dict[str, str]:
    """Return the fields of an event that the last decision on it corrected, with their values."""
    last = last_one(fingerprint, folder)
    corrected = last is not None and last["decision"] == "corrected"
    return last.reindex(list(CORRECTED)).dropna().to_dict() if corrected else {}


def last_one(fingerprint: str, folder: str | Path) -> pd.Series | None:
    """Return the decision on an event that counts, or nothing where there is none."""
    known = last_ones(decided(folder))
    found = known[known["fingerprint"] == fingerprint]
    return None if found.empty else found.iloc[0]


def harmless(cell: str) -> str:
    """Return a cell that no spreadsheet runs as a formula; the sign for «there is none» stays as it is."""
    return cell if cell == DELETED else safe(cell)


def decided(folder: str | Path) -> pd.DataFrame:
    """Return all decisions that reviews.csv of the folder holds, the oldest first, as `events.reviewed` wants them.

    Fields that nobody corrected have no column.
    """
    found = pd.DataFrame(rows_of(Path(folder) / FILE), columns=list(COLUMNS), dtype="str")
    found = found.mask(found == "")
    return found.drop(columns=[name for name in CORRECTED if found[name].isna().all()])


def undecided(events: pd.DataFrame, folder: str | Path, since: int = 0) -> int:
    """Return the place of the first event, from a place on, that nobody decided on; that place where all are."""
    known = set(last_ones(decided(folder))["fingerprint"])
    left = (place for place, each in enumerate(events["fingerprint"]) if place >= since and each not in known)
    return next(left, since)
