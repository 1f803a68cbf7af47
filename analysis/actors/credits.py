"""Who is only credited: the outlet of the article itself («قال لـ«الشرق الأوسط»»), and sources without a name."""

from collections.abc import Iterable

import pandas as pd

from analysis import tables
from analysis.actors.kinds import of_kind
from analysis.arabic.phrases import ARTICLE, folded
from analysis.lists import demonyms


def without_own_outlet(mentions: pd.DataFrame) -> pd.DataFrame:
    """Return the mentions without those of a medium in its own articles; `outlet` is the name of each article's.

    >>> rows = {"kind": "media", "actor_ar": "صحيفة الحياة", "outlet": ["الحياة", "الوطن"]}
    >>> without_own_outlet(pd.DataFrame(rows).assign(actor="Al-Hayat", matched="الحياة"))["outlet"].tolist()
    ['الوطن']
    """
    tables.check(mentions, "kind", "actor", "actor_ar", "matched", "outlet", name="mentions")
    media = mentions[mentions["kind"] == "media"]
    own = [
        any(f" {folded(outlet)} " in f" {folded(name)} " for name in names if pd.notna(name))
        for outlet, *names in zip(media["outlet"], media["actor_ar"], media["matched"], media["actor"], strict=True)
    ]
    return mentions.drop(media.index[own])


def is_nameless(quotations: pd.DataFrame) -> pd.Series:
    """Tell of each quotation whether its speaker is a source without a name, whom several may be (المصدر، مسؤولون)."""
    tables.check(quotations, "actor_id", "speaker", name="quotations")
    words = quotations["speaker"].fillna("").map(folded)
    return quotations["actor_id"].isna() & (words != "") & words.map(is_of_sources)


def speakers(quotations: pd.DataFrame) -> pd.Series:
    """Return the words for each speaker, in one article those of one speaker by the longest of them.

    So are a name and its last part («جوكينيت»), and a title and the same with a demonym («وزير الري اليمني»), where
    the article has one longer wording alone. Raises ValueError where a column is missing.
    """
    tables.check(quotations, "article_id", "actor_id", "speaker", name="quotations")
    unlisted = quotations[quotations["actor_id"].isna()].dropna(subset="speaker")
    longer = {
        (article_id, words): other
        for article_id, spoken in unlisted.groupby("article_id")["speaker"]
        for words in spoken.unique()
        if (other := only_longer(words, spoken.unique()))
    }
    pairs = zip(quotations["article_id"], quotations["speaker"], strict=True)
    return pd.Series([longer.get(pair, pair[1]) for pair in pairs], index=quotations.index, dtype=object)


def only_longer(words: str, others: Iterable[str]) -> str | None:
    """Return the one longer wording for a speaker; None where there is none, or several.

    >>> only_longer("شتاينر", ["شتاينر", "بيتر شتاينر"]), only_longer("الوزير", ["الوزير", "الوزير اليمني"])
    ('بيتر شتاينر', 'الوزير اليمني')
    """
    found = [other for other in others if is_part(folded(words).split(), folded(other).split())]
    return found[0] if len(found) == 1 else None


def is_part(words: list[str], longer: list[str]) -> bool:
    """Tell whether words are a name without the given name before it, or a title without the demonym behind it."""
    named = len(words) == 1 and longer[1:] == words and not words[0].startswith(ARTICLE)
    return named or (longer[:-1] == words and longer[-1] in demonyms.forms())


def is_of_sources(words: str) -> bool:
    """Tell whether folded words are nothing but nouns for sources.

    >>> is_of_sources("المصادر والشهود"), is_of_sources("المصدر فلان")
    (True, False)
    """
    bare = (word.removeprefix("و").removeprefix(ARTICLE) for word in words.split())
    return all(word in of_kind("sayer") for word in bare)
