"""Of what an export was made: which articles, read by which code and packages, with which parameters."""

import datetime
import hashlib
import importlib.metadata
import os
from functools import cache
from pathlib import Path

import pandas as pd

from analysis import lists, tables

PACKAGES = ("pandas", "numpy", "matplotlib", "wordfreq", "python-docx", "typst")
CODE = Path(__file__).parent
DAYS = ("published", "saved")


def of(articles: pd.DataFrame, **parameters) -> dict:
    """Return what every export of a run carries, with its parameters by their names.

    Articles and code are told by number and hash, packages by their versions. No clock is asked, so that two runs on
    the same articles give the same bytes: `date` is that of the data.
    """
    return {
        "articles": len(articles), "articles_sha256": fingerprint(articles), "date": str(day(articles) or ""),
        "code_sha256": code(), "packages": dict(name.split() for name in packages()), "parameters": parameters,
    }  # fmt: skip


def fingerprint(articles: pd.DataFrame) -> str:
    """Return a hash of the ids and texts of the articles, whatever their order."""
    found = hashlib.sha256()
    for article_id, text in sorted(zip(articles["article_id"].astype("str"), articles["text"].fillna(""), strict=True)):
        found.update(f"{article_id}\0{text}\0".encode("utf-8", "replace"))
    return found.hexdigest()[:16]


@cache
def code() -> str:
    """Return a hash of the modules and lists of this package: the same articles give other numbers by other rules."""
    found = hashlib.sha256()
    for path in sorted([*CODE.rglob("*.py"), *lists.FOLDER.glob("*.csv")]):
        found.update(f"{path.relative_to(CODE).as_posix()}\0".encode() + path.read_bytes())
    return found.hexdigest()[:16]


@cache
def packages() -> list[str]:
    """Return the packages that the numbers and figures rest on, with their versions."""
    return [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES]


def day(articles: pd.DataFrame) -> datetime.date | None:
    """Return the last day on which one of the articles came out or was saved, or the day of SOURCE_DATE_EPOCH."""
    if asked := asked_day():
        return asked
    known = pd.concat([tables.days(articles[name]) for name in DAYS if name in articles]).dropna()
    return known.max().date() if len(known) else None


def asked_day() -> datetime.date | None:
    """Return the day that SOURCE_DATE_EPOCH asks for, if it does (https://reproducible-builds.org)."""
    asked = os.environ.get("SOURCE_DATE_EPOCH", "")
    return datetime.datetime.fromtimestamp(int(asked), datetime.UTC).date() if asked.isdigit() else None
