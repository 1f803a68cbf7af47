"""Codes (types, statuses, reasons, columns) by their names in Arabic or English, from names.csv."""

import re
from functools import cache

import pandas as pd

from analysis import lists


def named(column: pd.Series, language: str = "ar") -> pd.Series:
    """Return codes (types, statuses, kinds, reasons) by their names in the language; what has no name stays.

    A name with `{}` is that of every code that has something in its place: «rows 2, 5: fill …».
    """
    names = {row["code"]: row[language] for row in lists.rows("names")}
    return column.map(lambda code: names.get(code) or filled(code, language) or code)


@cache
def filled(code, language: str) -> str | None:
    """Return the name of a code that holds a number, a file or the like, told with these; None for other codes."""
    found = ((pattern.fullmatch(str(code)), names[language]) for pattern, names in open_names())
    told = ((name, [in_rows(part, language) for part in match.groups()]) for match, name in found if match)
    return next((name.format(*parts) for name, parts in told), None)


def in_rows(part: str, language: str) -> str:
    """Return what stands in the place of a `{}` with its rows in the language: row 3 «…» and 2 more → الصف 3 «…»."""
    if language == "en":
        return part
    for code, row in open_parts():
        part = code.sub(lambda match, row=row: row[language].format(*match.groups()), part)
    return part


@cache
def open_parts() -> list[tuple[re.Pattern, dict[str, str]]]:
    """Return the patterns of what stands within a told row: its number, and how many more there are."""
    rows = (row for row in lists.rows("names") if row["code"] in ("row {}", "and {} more"))
    return [(re.compile(r"\b" + re.escape(row["code"]).replace(r"\{\}", r"(\d+)")), row) for row in rows]


@cache
def open_names() -> list[tuple[re.Pattern, dict[str, str]]]:
    """Return the names with `{}`, as patterns of their codes, the longest first."""
    rows = sorted((row for row in lists.rows("names") if "{}" in row["code"]), key=lambda row: -len(row["code"]))
    return [(re.compile(re.escape(row["code"]).replace(r"\{\}", "(.+)"), re.DOTALL), row) for row in rows]


def headed(table: pd.DataFrame, language: str = "ar") -> pd.DataFrame:
    """Return a table with its column names in the language."""
    names = {row["code"]: row[language] for row in lists.rows("names")}
    return table.rename(columns=lambda name: names.get(name, name))
