"""Rows of a folder's own lists that can be read and yet fit nothing, or too much: told as problems."""

import datetime
from collections.abc import Iterator, Sequence
from pathlib import Path

from analysis import lists
from analysis.arabic import letters
from analysis.lists import bearers
from analysis.load.documents import Problem
from analysis.tables import NAMED

Rows = Sequence[dict[str, str]]


def articles(where: str | Path, strange: Sequence[str]) -> Iterator[Problem]:
    """Yield the problem that these articles of articles.csv are none of the folder, where there are any."""
    advice = "write the file's name without its ending, as notebook 01 shows it"
    yield from problem(Path(where) / "articles.csv", "rows of no article", strange, advice)


def lines(where: str | Path, rows: Rows, texts: set[str], beyond: set[str]) -> Iterator[Problem]:
    """Yield the problems that rows of keep.csv are no lines of the texts, given those and the lines outside them."""
    path = Path(where) / "keep.csv"
    strange, outside = [], []
    for number, row in enumerate(rows, 2):
        line, told = letters.fold(row["text"]).strip(), f"row {number} «{row['text']}»"
        if line in beyond - texts and row["action"] == "keep":
            outside.append(told)
        elif line not in texts | beyond:
            strange.append(told)
    whole = "write the whole line as it stands in the article or in 01_cut.csv, or delete the row"
    frame = "on its web page it stands outside the article: save the article as plain text that has the line in it"
    yield from problem(path, "lines of no article", strange, whole)
    yield from problem(path, "lines that cannot be kept", outside, frame)


def names(where: str | Path, rows: Rows) -> Iterator[Problem]:
    """Yield the problem that spellings of actors.csv are names of others too, which are counted for its actors now."""
    told = [f"row {number} «{spelling}» ({other})" for number, spelling, other in bearers.shared(tuple(rows))]
    advice = (
        "whoever is meant, the actor of the row is counted: if it is the listed one, write that name in the column "
        "actor; else write more words, or the name in the column short, which counts behind the full name alone"
    )
    yield from problem(Path(where) / "actors.csv", "names that others bear too", told, advice)


def called(row: dict[str, str]) -> list[str]:
    """Return the spellings and short names of a row of actors.csv."""
    return [*lists.parts(row["spellings"]), *lists.parts(row.get("short"))]


def words_in(awaited: frozenset[str] | set[str], text: str) -> set[str]:
    """Return which of some words a text has, alone or within longer ones, however they are spelt."""
    folded = letters.fold(text) if awaited else ""
    return {word for word in awaited if letters.fold(word) in folded}


def unmet(where: str | Path, rows: Rows, met: set[str]) -> Iterator[Problem]:
    """Yield the problem that no article has any name of some rows of actors.csv, given the names that occur."""
    strange = [
        f"row {number} «{row['spellings']}»" for number, row in enumerate(rows, 2) if met.isdisjoint(called(row))
    ]
    advice = "write each name as it is printed, parted by |; a list that serves other folders too may keep the row"
    yield from problem(Path(where) / "actors.csv", "names of no article", strange, advice)


def words(where: str | Path, name: str, rows: Rows, met: set[str]) -> Iterator[Problem]:
    """Yield the problem that words of families.csv or stop_words.csv occur in no article, given those that do."""
    strange = [f"row {number} «{row['word']}»" for number, row in enumerate(rows, 2) if row["word"] not in met]
    advice = "the word stands in no article: write it as it is printed, or delete the row"
    yield from problem(Path(where) / name, "words of no article", strange, advice)


def days(rows: Sequence[dict], today: datetime.date) -> Iterator[Problem]:
    """Yield the problem that articles came out on a day still to come; the day after today is today elsewhere."""
    last = today + datetime.timedelta(days=1)
    late = [row for row in rows if row["published"] is not None and row["published"] > last]
    told = [f"{row['article_id']} ({row['published']})" for row in late]
    advice = "write the day in the column published of articles.csv"
    yield from problem(Path(late[0]["path"]) if late else Path(), "days still to come", told, advice)


def problem(path: Path, reason: str, rows: Sequence[str], advice: str) -> Iterator[Problem]:
    """Yield one problem that names the first few of these rows and says how many more there are, if there are any."""
    more = f" and {len(rows) - NAMED} more" if len(rows) > NAMED else ""
    if rows:
        yield Problem(str(path), reason, f"{', '.join(rows[:NAMED])}{more}: {advice}")
