"""Files in, articles out: what was read, what was cut and why, what could not be read, what repeats."""

from collections.abc import Iterable
from pathlib import Path
from typing import NamedTuple

import pandas as pd

from analysis import lists, tables
from analysis.arabic import words
from analysis.load import cleaning, formats, neighbours, published

#: Files in a folder of articles that are not articles themselves.
FOLDER_LISTS = (
    "articles.csv",
    "actors.csv",
    "roles.csv",
    "event_words.csv",
    "reviews.csv",
    "families.csv",
    "keep.csv",
)


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
    documents, problems = read(where)
    pages = [cleaning.article(document.text) for document in documents]
    facts = [{**document.facts, **known.get(document.article_id, {})} for document in documents]
    days = dated(documents, pages, facts)
    rows = [row(*parts) for parts in zip(documents, pages, facts, days, strict=True)]
    cut = [(document.article_id, *line) for document, page in zip(documents, pages, strict=True) for line in page.cut]
    return Reading(
        tables.table(rows, tables.ARTICLES),
        tables.table(pd.DataFrame(cut, columns=list(tables.CUT)), tables.CUT),
        tables.table(problems, tables.PROBLEMS),
        tables.table([], tables.COPIES),
    )


def read(where: str | Path | Iterable) -> tuple[list[formats.Document], list[dict]]:
    """Return the documents of every file, and the files that gave none with the reason."""
    documents, problems = [], []
    for path in files(where):
        try:
            documents += formats.documents(path)
        except formats.Unreadable as error:
            problems.append({"path": str(path), "reason": error.reason, "detail": error.detail})
    return documents, problems


def files(where: str | Path | Iterable) -> list[Path]:
    """Return the files of a folder (sorted by name), one file, or those of a list of them."""
    if not isinstance(where, str | Path):
        return [path for each in where for path in files(each)]
    place = Path(where)
    if not place.exists():
        raise FileNotFoundError(f"there is no {place}: give a folder of articles, one file, or a list of them")
    return [place] if place.is_file() else sorted(path for path in place.rglob("*") if is_article(path))


def is_article(path: Path) -> bool:
    """Tell whether a file of a folder can be an article: no hidden file, no list of the folder's own."""
    return path.is_file() and not path.name.startswith((".", "~$")) and path.name not in FOLDER_LISTS


def given(where: str | Path | Iterable) -> dict[str, dict[str, str]]:
    """Return what the folder's articles.csv says of each article."""
    own = Path(where) / "articles.csv" if isinstance(where, str | Path) else None
    if own is None or not own.is_file():
        return {}
    return {row["article_id"]: {key: value for key, value in row.items() if value} for row in lists.read(own)}


def dated(documents: list, pages: list[cleaning.Cleaned], facts: list[dict]) -> list[published.Evidence]:
    """Return the evidence for each article's day of publication, its neighbours' days used where its own is silent."""
    names = [document.article_id for document in documents]
    found = {
        name: published.evidence(page.text, [text for _, text, _ in page.cut], fact)
        for name, page, fact in zip(names, pages, facts, strict=True)
    }
    whole = neighbours.dated(found, {name: page.text for name, page in zip(names, pages, strict=True)})
    return [whole[name] for name in names]


def row(document, page: cleaning.Cleaned, facts: dict, evidence: published.Evidence) -> dict:
    """Return an article as a row of tables.ARTICLES."""
    return {
        "article_id": document.article_id, "source": facts.get("source") or cleaning.source_of(page),
        "title": facts.get("title") or page.title, "published": evidence.day, "published_from": evidence.kind,
        "published_evidence": evidence.words, "saved": evidence.saved, "text": page.text, "path": document.path,
        "encoding": document.encoding,
    }  # fmt: skip


def length(frame: pd.DataFrame) -> pd.Series:
    """Return the number of words of each article."""
    return frame["text"].fillna("").map(lambda text: len(words.spans(text)))


def is_certain(frame: pd.DataFrame) -> pd.Series:
    """Tell for each article whether its day of publication is more than a rule of thumb."""
    return published.is_certain(frame["published_from"])
