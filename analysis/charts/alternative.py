"""What a figure says, in words: for readers who do not see it, and for search."""

from typing import Unpack

import pandas as pd

from . import labels
from .page import Said, Words, numbered, said

SENTENCES = {
    "ar": ("عدد الصفوف: {n}. الأعلى: {high}.", " الأدنى: {low}.", "، ", "لا بيانات."),
    "en": ("Rows: {n}. Highest: {high}.", " Lowest: {low}.", ", ", "No data."),
}


def alt_text(table: pd.DataFrame, *, value: str, label: str, **words: Unpack[Words]) -> str:
    """Return a description in plain words: the title, how many rows, the five highest and the lowest."""
    return described(numbered(table, value, label), value, label, said(words))


def described(table: pd.DataFrame, value: str, label: str, words: Said) -> str:
    """Return the description of a table under the words of its figure."""
    most, least, comma, nothing = SENTENCES[words.language]
    title = labels.digits(labels.plain(words.title), words.numerals)
    ranked = table.dropna(subset=[value]).sort_values(value, ascending=False, kind="stable")
    if ranked.empty:
        return f"{title} {nothing}"
    places = labels.places(ranked[value].astype(float))
    named = [told(labels.plain(name), words.number(n, places)) for name, n in ranked[[label, value]].to_numpy()]
    text = most.format(n=words.number(len(table)), high=comma.join(named[:5]))
    text += least.format(low=named[-1]) if len(named) > 5 else ""
    return f"{title} {text}".strip()


def told(name: str, number: str) -> str:
    """Return a name with its number, apart where the name itself ends in one.

    >>> told("العراق", "9"), told("Feb 2021", "9")
    ('العراق 9', 'Feb 2021: 9')
    """
    return f"{name}: {number}" if name[-1:].isdigit() else f"{name} {number}"
