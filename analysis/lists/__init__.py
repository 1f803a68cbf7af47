"""Hand-edited CSV lists, read and checked: actors, roles with dates, event words, stop words, furniture."""

import csv
from functools import cache
from pathlib import Path

FOLDER = Path(__file__).parent


@cache
def rows(name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a list that comes with the package, as dicts of stripped strings."""
    with (FOLDER / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return tuple({key: (value or "").strip() for key, value in row.items()} for row in csv.DictReader(lines))
