"""Rows of the lists -> what is wrong with them: file, row, column and what to write instead."""

import datetime
import difflib
import itertools
import re
from collections.abc import Callable, Iterator
from typing import NamedTuple

import pandas as pd

from analysis import lists, mistakes, tables
from analysis.arabic import dates as days
from analysis.arabic.phrases import folded

COLUMNS = {
    "actors": ("actor", "kind", "spellings"),
    "roles": ("office", "holder", "from"),
    "event_words": ("word", "pos", "type"),
    "ambiguous": ("spelling", "actor"),
    "offices": ("office", "phrases"),
    "institutions": ("institution", "heads"),
    "institution_titles": ("institution", "country", "title"),
    "articles": ("article_id",),
    "families": ("word", "family"),
    "keep": ("text", "action"),
    "reviews": ("fingerprint", "decision"),
    "stop_words": ("word",),
}
OPTIONAL = {
    "actors": lists.ACTORS,
    "roles": lists.ROLES,
    "event_words": tuple(lists.rows("event_words")[0]),
    "articles": ("source", "title", "published", "saved", "url"),
}
ALIKE = 0.8  # of two names of columns, from 0 to 1: sourse is meant for source, published_from is not for published
OWN = ("articles", "families", "keep", "reviews")  # only folders of articles have them
DATE = re.compile(r"^\d{4}(-\d{2}(-\d{2})?)?$")
LENGTHS = {"year": 4, "month": 7, "day": 10}
# Offices that one person holds at a time; of the others (deputies, envoys, spokespersons) there are several.
SINGLE = (
    "president", "king", "emir", "sultan", "crown-prince", "prime-minister", "supreme-leader", "foreign-minister",
    "defence-minister", "interior-minister", "chief-of-staff", "secretary-general",
)  # fmt: skip
RIVALS = ("rival", "parallel", "not recognised", "disputed")


class Problem(NamedTuple):
    """Something wrong in a list."""

    file: str
    row: int  # as a spreadsheet counts: the header is row 1
    column: str
    message: str

    def __str__(self) -> str:
        """Return the place and what to write instead."""
        return f"{self.file}.csv row {self.row}: {self.message}"


Rows = tuple[dict[str, str], ...]


def problems() -> list[Problem]:
    """Return what is wrong with the lists that come with the package."""
    found = [problem for name in COLUMNS if name not in OWN for problem in of_list(name, lists.rows(name))]
    known = lists.actors().to_dict("records")
    actors, roles = lists.rows("actors"), lists.rows("roles")
    return [*found, *clashes(known), *strangers(lists.rows("ambiguous")), *homeless(actors), *unknown(roles)]


def of_list(name: str, rows: Rows) -> Iterator[Problem]:
    """Yield what is wrong within the rows of one list."""
    missing = [column for column in COLUMNS.get(name, ()) if rows and column not in rows[0]]
    for column in missing:
        message = f"the column {column} is missing; add it to the first row, which has {', '.join(rows[0])}"
        yield Problem(name, 1, column, message)
    for check in () if missing else (empty, *CHECKS.get(name, ())):
        yield from check(name, rows)


def misspelt(name: str, rows: Rows) -> Iterator[Problem]:
    """Yield the columns that nobody reads, and whose names are near to one that is read and not there."""
    there = tuple(rows[0]) if rows else ()
    lacking = [column for column in OPTIONAL.get(name, ()) if column not in there]
    meant = {spelling: row["field"] for row in lists.rows("column_names") for spelling in lists.parts(row["names"])}
    for column in there:
        near = [meant.get(column, "")] if name == "articles" and meant.get(column) in lacking else []
        near = near or difflib.get_close_matches(column, lacking, 1, ALIKE)
        if near and column not in OPTIONAL[name]:
            yield Problem(name, 1, column, f"the column {column} is not known; write {near[0]}, or delete the column")


def numbered(rows: Rows) -> Iterator[tuple[int, dict[str, str]]]:
    """Yield the rows that hold something with their numbers in a spreadsheet."""
    yield from ((number, row) for number, row in enumerate(rows, 2) if any(row.values()))


def empty(name: str, rows: Rows) -> Iterator[Problem]:
    """Yield the cells that must not be empty."""
    for number, row in numbered(rows):
        for column in COLUMNS.get(name, ()):
            if not row[column]:
                yield Problem(name, number, column, f"{column} is empty; write one or delete the row")


def numbers(name: str, rows: Rows) -> Iterator[Problem]:
    """Yield the intensities that are no numbers."""
    for number, row in numbered(rows):
        if row.get("intensity") and not re.fullmatch(r"-?\d+(\.\d+)?", row["intensity"]):
            message = f'intensity "{row["intensity"]}" is no number; write one from -10 to 10, or nothing'
            yield Problem(name, number, "intensity", message)


def wikidata(name: str, rows: Rows) -> Iterator[Problem]:
    """Yield the Wikidata ids that are none."""
    for number, row in numbered(rows):
        if row.get("wikidata") and not re.fullmatch(r"Q[1-9]\d*", row["wikidata"]):
            yield Problem(
                name, number, "wikidata", f'wikidata "{row["wikidata"]}" is no id; write Q and digits, or nothing'
            )


def one_of(column: str, allowed: tuple[str, ...]) -> Callable[[str, Rows], Iterator[Problem]]:
    """Return a check that yields the cells of a column that hold none of some words."""

    def check(name: str, rows: Rows) -> Iterator[Problem]:
        for number, row in numbered(rows):
            if row[column] and row[column] not in allowed:
                yield Problem(name, number, column, f'{column} "{row[column]}" is not one of {", ".join(allowed)}')

    return check


def whole_days(name: str, rows: Rows) -> Iterator[Problem]:
    """Yield the days of articles that cannot be read as a day of a year."""
    for number, row in numbered(rows):
        for column in ("published", "saved"):
            if row.get(column) and not days.page_dates(row[column]):
                yield Problem(
                    name, number, column, f'{column} "{row[column]}" is no full date; write 2021-01-22, or nothing'
                )


def repeated(*columns: str) -> Callable[[str, Rows], Iterator[Problem]]:
    """Return a check that yields the rows that repeat an earlier row's columns."""

    def check(name: str, rows: Rows) -> Iterator[Problem]:
        first: dict[tuple[str, ...], int] = {}
        for number, row in numbered(rows):
            key = tuple(row.get(column, "") for column in columns)
            if key in first:
                said = ", ".join(part for part in key if part)
                yield Problem(
                    name, number, columns[0], f'"{said}" stands in row {first[key]} already; join the two rows'
                )
            first.setdefault(key, number)

    return check


def same_spellings(name: str, rows: Rows) -> Iterator[Problem]:
    """Yield the spellings that a row gives twice, as the matching folds them."""
    for number, row in numbered(rows):
        seen: set[str] = set()
        for spelling in lists.parts(row["spellings"]):
            if folded(spelling) in seen:
                yield Problem(
                    name, number, "spellings", f'"{spelling}" is there already in another spelling; delete it'
                )
            seen.add(folded(spelling))


def dates(name: str, rows: Rows) -> Iterator[Problem]:
    """Yield the terms with a wrong date, and those that end before they start."""
    for number, row in numbered(rows):
        wrong = [column for column in ("from", "to") if row.get(column) and not is_date(row[column])]
        for column in wrong:
            yield Problem(
                name, number, column, f'{column} "{row[column]}" is no date; write 2021-01-22, 2021-01 or 2021'
            )
        if not wrong and row.get("to") and row["to"] < row["from"][: len(row["to"])]:
            yield Problem(
                name, number, "to", f"the term ends on {row['to']} before it starts on {row['from']}; swap the two"
            )
        if row.get("precision") and row["precision"] not in LENGTHS:
            yield Problem(
                name, number, "precision", f'precision "{row["precision"]}" is not one of {", ".join(LENGTHS)}'
            )


def is_date(text: str) -> bool:
    """Tell whether a text is a day, a month or a year.

    >>> is_date("2021-02-30"), is_date("2021-02")
    (False, True)
    """
    if not DATE.match(text):
        return False
    year, month, day = ([int(part) for part in text.split("-")] + [1, 1])[:3]
    try:
        datetime.date(year, month, day)
    except ValueError:
        return False
    return True


def overlaps(name: str, rows: Rows) -> Iterator[Problem]:
    """Yield the terms that begin while somebody else still holds the office."""
    terms: dict[tuple[str, str], list[tuple[int, dict[str, str]]]] = {}
    for number, row in numbered(rows):
        if row["office"] in SINGLE and not any(word in row.get("source", "") for word in RIVALS):
            terms.setdefault((row["office"], row.get("country", "")), []).append((number, row))
    for held in terms.values():
        held.sort(key=lambda term: term[1]["from"])
        for (_, earlier), (number, later) in itertools.pairwise(held):
            end = earlier.get("to") or ""
            length = min(len(end or "9" * 10), len(later["from"]))
            if later["from"][:length] < (end or "9999")[:length] and earlier["holder"] != later["holder"]:
                until = end or "today"
                both = f"{later['holder']} starts on {later['from']} while {earlier['holder']} stays until {until}"
                message = f"{both}; end one term or say rival in source"
                yield Problem(name, number, "from", message)


def clashes(rows: list[dict[str, str]]) -> Iterator[Problem]:
    """Yield the spellings that two actors share without a row in ambiguous.csv that parts them."""
    parted = {folded(row["spelling"]) for row in lists.rows("ambiguous")}
    owner: dict[str, str] = {}
    for row in rows:
        for spelling in map(folded, lists.parts(row["spellings"])):
            other = owner.setdefault(spelling, row["actor"])
            if other != row["actor"] and spelling not in parted:
                both = f'"{spelling}" is a spelling of {other} and of {row["actor"]}'
                message = f"{both}; keep one, make it short, or add a row to ambiguous.csv"
                yield Problem("actors", place(row), "spellings", message)


def strangers(rows: Rows) -> Iterator[Problem]:
    """Yield the rows of ambiguous.csv on actors whom no list has: they would do nothing."""
    known = set(lists.actors()["actor_id"])
    for number, row in numbered(rows):
        if lists.slug(row["actor"]) not in known:
            message = f'actor "{row["actor"]}" is not in actors.csv; correct the name, or delete the row'
            yield Problem("ambiguous", number, "actor", message)


def homeless(rows: Rows) -> Iterator[Problem]:
    """Yield the actors whose country no list has."""
    known = set(lists.actors()["actor"])
    for number, row in numbered(rows):
        if row["country"] and row["country"] not in known:
            message = (
                f'country "{row["country"]}" is not in countries.csv; write its English Wikipedia title, or nothing'
            )
            yield Problem("actors", number, "country", message)


def place(row: dict[str, str]) -> int:
    """Return the row of actors.csv that an actor stands in, 1 when countries.csv has it."""
    return next((number for number, other in numbered(lists.rows("actors")) if other["actor"] == row["actor"]), 1)


def unknown(rows: Rows, actors: pd.DataFrame | None = None) -> Iterator[Problem]:
    """Yield the terms whose holder, office or country no list has; `actors` is by default the package's list."""
    known = lists.actors() if actors is None else actors
    titles = {*known["actor"], *known["actor_ar"]}
    offices = {row["office"] for name in ("offices", "office_names") for row in lists.rows(name)}
    allowed = {"holder": (titles, "actors"), "country": (titles, "countries"), "office": (offices, "offices")}
    for number, row in numbered(rows):
        for column, (names, file) in allowed.items():
            if row.get(column) and row[column] not in names:
                message = f'{column} "{row[column]}" is not in {file}.csv; add it there or correct it'
                yield Problem("roles", number, column, message)


def checked(name: str, rows: Rows) -> Rows:
    """Return the rows of a list of the user's own that hold something, or raise WrongList with all that is wrong."""
    refused(itertools.chain(of_list(name, rows), misspelt(name, rows)))
    return tuple(row for _, row in numbered(rows))


def refused(problems: Iterator[Problem]) -> None:
    """Raise WrongList with all that is wrong, if anything is."""
    if found := sorted(problems, key=lambda problem: problem.row):
        raise mistakes.WrongList("\n".join(map(str, found)))


CHECKS: dict[str, tuple[Callable[[str, Rows], Iterator[Problem]], ...]] = {
    "actors": (one_of("kind", (*tables.KINDS, lists.NOBODY)), wikidata, repeated("actor"), same_spellings),
    "roles": (dates, repeated("office", "country", "holder", "from"), overlaps),
    "ambiguous": (repeated("spelling", "actor"),),
    "articles": (whole_days, repeated("article_id")),
    "families": (repeated("word"),),
    "keep": (one_of("action", ("keep", "cut")),),
    "event_words": (one_of("pos", ("verb", "noun", "phrase")), one_of("type", (*tables.TYPES, lists.NOTHING)), numbers),
    "offices": (repeated("office"),),
    "institutions": (repeated("institution"),),
    "institution_titles": (repeated("institution", "country"),),
}
