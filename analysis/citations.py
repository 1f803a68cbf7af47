"""What a reader knows an article by: its outlet, with the day or the first words of the title; and what is lacking."""

import re

import pandas as pd

from analysis import tables
from analysis.charts.calendar import MONTHS

FEW = 5  # articles without an outlet that are told apart; more of them are taken together
LONGEST = 30  # letters of a title
ENDS = "،,:؛.-–… "
DATELINE = re.compile("^\\s*[(\\[][^)\\]]*[)\\]]")  # (بغداد) أعرب وزير …
QUOTES = re.compile('[«»“”"]')  # of a title, which stands in marks itself
NO_SOURCE = {"ar": "(بلا مصدر)", "en": "(no source)"}
#: Marks around a title, what stands before a day and before a title. With a comma alone before its digit, a day is
#: torn apart by an outlet of the other script; the word before it keeps the line in order.
MARKS = {"ar": ("«", "»", " يوم ", "، "), "en": ("“", "”", " on ", ", ")}
LACKING = {
    "ar": "{}: املأ العمودين source (اسم الوسيلة) وpublished (يوم النشر، مثل 2023-03-07) في 01_articles.csv بين"
    " الأشكال، واحفظه باسم articles.csv في مجلد مقالاتك.",
    "en": "{}: fill in the columns source (the outlet) and published (the day, such as 2023-03-07) of 01_articles.csv"
    " among your figures, and save it as articles.csv in your folder of articles.",
}
UNKNOWN = {
    "ar": ("مقالات بلا تاريخ نشر: {} من {}", "مقالات بلا مصدر: {} من {}", "؛ "),
    "en": ("articles without a date of publication: {} of {}", "without an outlet: {} of {}", ", "),
}


def outlets(articles: pd.DataFrame, language: str = "ar") -> pd.Series:
    """Return the outlet of each article; of articles without one a few go by their titles, more are taken together."""
    unnamed = articles["source"].isna()
    stand_in = citations(articles, language) if unnamed.sum() <= FEW else NO_SOURCE[language]
    return articles["source"].astype("object").where(~unnamed, stand_in).astype("str")


def citations(articles: pd.DataFrame, language: str = "ar") -> pd.Series:
    """Return a name of its own for each article: its outlet, and as far as needed its day, its title and its id.

    An article without an outlet goes by its title or, where it has none, by the first words of its text.
    """
    opened, closed, on, comma = MARKS[language]
    titles = opened + pd.Series(map(short, headlines(articles)), index=articles.index, dtype="object") + closed
    days = tables.days(articles["published"]).map(lambda day: written_day(day, language), na_action="ignore")
    found = articles["source"].astype("object").fillna(titles)
    for before, more in ((on, days), (comma, titles), (comma, articles["article_id"].astype("str"))):
        again = found.duplicated(keep=False) & more.notna() & (found != more)
        found = found.mask(again, found + before + more.astype("object").fillna(""))
    return found.astype("str")


def headlines(articles: pd.DataFrame) -> list[str]:
    """Return the title of each article, or its first words, or its id."""
    known = articles["title"].fillna(articles["text"].str[: 4 * LONGEST]).fillna("")
    return [
        " ".join(QUOTES.sub(" ", DATELINE.sub("", words)).split()) or name
        for words, name in zip(known, articles["article_id"].astype(str), strict=True)
    ]


def short(words: str) -> str:
    """Return as many whole words as a label has room for.

    >>> short("وزير الدفاع يصل إلى العاصمة في زيارة مفاجئة")
    'وزير الدفاع يصل إلى العاصمة في…'
    """
    if len(words) <= LONGEST:
        return words
    kept = words[: LONGEST + 1].rsplit(" ", 1)[0][:LONGEST]
    return f"{kept.rstrip(ENDS) or kept}…"


def written_day(day: pd.Timestamp, language: str) -> str:
    """Return a day as it is written in a text."""
    return f"{day.day} {MONTHS[language][day.month - 1]} {day.year}"


def lacking(articles: pd.DataFrame, language: str = "ar") -> str:
    """Return in one sentence how many articles lack a date or outlet, and how to give them; nothing where none does."""
    undated, unnamed, between = UNKNOWN[language]
    counts = ((undated, articles["published"].isna().sum()), (unnamed, articles["source"].isna().sum()))
    told = between.join(words.format(n, len(articles)) for words, n in counts if n)
    return LACKING[language].format(told[:1].upper() + told[1:]) if told else ""
