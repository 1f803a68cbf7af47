"""What a figure says, in words: for readers who do not see it, and for search."""

import pandas as pd

from . import labels

SENTENCES = {
    "ar": ("عدد الصفوف: {n}. الأعلى: {high}.", " الأدنى: {low}.", "، ", "لا بيانات."),
    "en": ("Rows: {n}. Highest: {high}.", " Lowest: {low}.", ", ", "No data."),
}


def alt_text(table: pd.DataFrame, value: str, label: str, title: str, language: str = "ar") -> str:
    """Return a description in plain words: the title, how many rows, the five highest and the lowest."""
    most, least, comma, nothing = SENTENCES[language]
    ranked = table.dropna(subset=[value]).sort_values(value, ascending=False, kind="stable")
    if ranked.empty:
        return f"{labels.clean(title)} {nothing}"
    places = labels.places(ranked[value].astype(float))
    named = [f"{labels.plain(name)} {labels.number(n, places=places)}" for name, n in ranked[[label, value]].to_numpy()]
    text = most.format(n=labels.number(len(table)), high=comma.join(named[:5]))
    text += least.format(low=named[-1]) if len(named) > 5 else ""
    return f"{labels.plain(title)} {text}".strip()
