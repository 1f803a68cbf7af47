"""Days in figures: whether a table writes 11/05/2025 with the month first, as one of its rows may show."""

import re
from collections.abc import Iterable

from analysis.load.documents import Document

FIGURES = re.compile(r"\s*(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b")  # of a day in a table, which comes first is not said
DAYS = ("published", "saved")  # the facts of an article that are days
Facts = dict[str, str]


def with_days_told(documents: list[Document]) -> list[Document]:
    """Return the documents, of those of one table the days as `told` returns them."""
    files: dict[str, list[int]] = {}
    for place, document in enumerate(documents):
        files.setdefault(document.path, []).append(place)
    facts = [document.facts for document in documents]
    for places in files.values():
        for place, found in zip(places, told([facts[place] for place in places]), strict=True):
            facts[place] = found
    return [document._replace(facts=found) for document, found in zip(documents, facts, strict=True)]


def told(rows: list[Facts]) -> list[Facts]:
    """Return the facts of the articles of one table, its days as ones that cannot be misread.

    >>> told([{"published": "11/05/2025"}, {"saved": "11/27/2025"}])[0]
    {'published': '2025-11-05 (11/05/2025)'}
    """
    days = [row[name] for row in rows for name in DAYS if row.get(name)]
    if not is_month_first(days):
        return rows
    return [row | {name: with_month_first(row[name]) for name in DAYS if row.get(name)} for row in rows]


def is_month_first(values: Iterable[str]) -> bool:
    """Tell whether the days of one table are written with the month first, as one of them shows and none denies.

    >>> is_month_first(["11/05/2025", "11/27/2025"]), is_month_first(["11/05/2025", "27/11/2025"])
    (True, False)
    """
    places = [tuple(map(int, found.groups())) for value in values if (found := FIGURES.match(value))]
    return any(later > 12 for _, later, _ in places) and not any(first > 12 for first, _, _ in places)


def with_month_first(value: str) -> str:
    """Return a day written with the month first as an ISO date, with the words it was written in.

    >>> with_month_first("11/05/2025 10:30"), with_month_first("2025-11-05")
    ('2025-11-05 (11/05/2025 10:30)', '2025-11-05')
    """
    found = FIGURES.match(value)
    if not found:
        return value
    month, day, year = map(int, found.groups())
    return f"{year}-{month:02}-{day:02} ({value})"
