"""Articles without a date of their own, dated by others of the folder that tell of the same day.

Two articles tell of one day when sentences of theirs name the same weekday and share several longer words: what one
calls «اليوم الثلاثاء» is the Tuesday of the other. The result is a rule of thumb and says whose day it is.
"""

import datetime
import re
from typing import NamedTuple

import pandas as pd

from analysis.arabic import dates, words
from analysis.arabic.phrases import folded
from analysis.load.published import DAY, RULE_OF_THUMB, SHIFT, WEAK, Evidence, last_weekday, weekday_of

SHARED = 4  # longer words that two sentences must share: three are in many sentences of one weekday
MOST_ARTICLES = 400  # in a larger folder every pair would be compared: none is


FUTURE = re.compile(r"\bو?س[يتن]\w{3}|قبيل|المقبل|القادم|المرتقب|سوف|المقرر")


class Said(NamedTuple):
    """A sentence that names a weekday: which, as what, and its words."""

    weekday: int
    relation: str | None
    words: frozenset[str]
    future: bool  # does the sentence speak of a day to come?


def dated(articles: pd.DataFrame) -> dict[str, Evidence]:
    """Return new evidence for the articles (tables.ARTICLES) whose own is weak and whose neighbours date them."""
    if len(articles) > MOST_ARTICLES:
        return {}
    texts = dict(zip(articles["article_id"], articles["text"].fillna(""), strict=True))
    days = dict(zip(articles["article_id"], articles["published"], strict=True))
    weak = set(articles.loc[articles["published_from"].str.contains(WEAK, na=True), "article_id"])
    undated = [name for name in texts if name in weak and weekday_of(texts[name])]
    if not undated:
        return {}
    told = {name: sentences(text) for name, text in texts.items()}
    firm = [(name, told[name], day.date()) for name, day in days.items() if name not in weak and not pd.isna(day)]
    links = {name: [link for other in firm for link in links_between(told[name], other)] for name in undated}
    return {name: by_neighbour(texts[name], max(links[name])) for name in undated if links[name]}


def sentences(text: str) -> list[Said]:
    """Return the sentences of a text that name a weekday."""
    spans = words.sentences(text)
    return [
        Said(weekday, relation, content(text[a:b]), bool(FUTURE.search(text[a:b])))
        for start, _, weekday, relation in dates.weekdays(text) for a, b in spans if a <= start < b
    ]  # fmt: skip


def content(sentence: str) -> frozenset[str]:
    """Return the longer words of a sentence, folded and without a one-letter proclitic."""
    return frozenset(word.removeprefix("و").removeprefix("ل") for word in folded(sentence).split() if len(word) > 4)


class Link(NamedTuple):
    """Two sentences of two articles about one day: how many words they share, the day, whose it is."""

    shared: int
    day: datetime.date
    other: str
    relation: str
    future: bool


def links_between(mine: list[Said], theirs: tuple[str, list[Said], datetime.date]) -> list[Link]:
    """Return the pairs of sentences that name one weekday of one matter."""
    name, said, published = theirs
    return [
        Link(len(one.words & other.words), last_weekday(published, other.weekday), name, one.relation or "", one.future)
        for one in mine for other in said
        if one.weekday == other.weekday and len(one.words & other.words) >= SHARED
    ]  # fmt: skip


def by_neighbour(text: str, link: Link) -> Evidence:
    """Return the day of publication that makes one of an article's weekdays the day that its neighbour tells of."""
    weekday, words_said = weekday_of(text)
    if link.relation in SHIFT:
        day = link.day + SHIFT[link.relation] * DAY
    else:
        day = last_weekday(link.day - DAY if link.future else link.day + 6 * DAY, weekday)
    return Evidence(day, f"{RULE_OF_THUMB}same day as told by another article", f"{words_said}؛ {link.other}")
