"""Of what a report was made: which articles, by which packages, on which day."""

import datetime
import hashlib
import importlib.metadata
import os

import pandas as pd

PACKAGES = ("pandas", "numpy", "matplotlib", "python-docx", "typst")


def fingerprint(articles: pd.DataFrame) -> str:
    """Return a hash of the ids and texts of the articles, whatever their order."""
    found = hashlib.sha256()
    for article_id, text in sorted(zip(articles["article_id"], articles["text"].fillna(""), strict=True)):
        found.update(f"{article_id}\0{text}\0".encode("utf-8", "replace"))
    return found.hexdigest()[:16]


def packages() -> list[str]:
    """Return the packages that the numbers and figures rest on, with their versions."""
    return [f"{name} {importlib.metadata.version(name)}" for name in PACKAGES]


def day() -> datetime.date:
    """Return today, or the day that SOURCE_DATE_EPOCH asks for, so that a report can be made again to the byte."""
    asked = os.environ.get("SOURCE_DATE_EPOCH", "")
    return (
        datetime.datetime.fromtimestamp(int(asked), datetime.UTC).date() if asked.isdigit() else datetime.date.today()
    )
