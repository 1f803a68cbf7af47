"""Files in, articles out: what was read, what was cut and why, what could not be read, what repeats."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import tables
from analysis.load import cleaning, formats, published

FOLDER_LISTS = ("articles.csv", "actors.csv", "roles.csv", "event_words.csv", "reviews.csv", "families.csv", "keep.csv")


class Reading(NamedTuple):
    """What `folder` returns: four tables."""

    articles: pd.DataFrame
    cut: pd.DataFrame
    problems: pd.DataFrame
    copies: pd.DataFrame


def articles(where: str | Path | Iterable) -> pd.DataFrame:
    """Return one row per article of a folder, a file or a list of them (columns: tables.ARTICLES)."""
    return folder(where).articles


def folder(where: str | Path | Iterable) -> Reading:
    """Read a folder, a file or a list of them into articles, cut lines, problems and copies.

    Raises FileNotFoundError when nothing of that name exists.
    """
    known = given(where)
    documents, problems = read(files(where))
    pages = [(document, cleaning.article(document.text)) for document in documents]
    rows = [article_row(document, page, known.get(document.article_id, {})) for document, page in pages]
    cut = [(document.article_id, *line) for document, page in pages for line in page.cut]
    return Reading(
        tables.table(published.dated(rows, {document.article_id: document.text for document in documents}), tables.ARTICLES),
        tables.table(pd.DataFrame(cut, columns=list(tables.CUT)), tables.CUT),
        tables.table(problems, tables.PROBLEMS),
        tables.table([], tables.COPIES),
    )
