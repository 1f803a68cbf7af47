"""Who is only credited: the outlet of the article itself («قال لـ«الشرق الأوسط»»), and sources without a name."""

import pandas as pd

from analysis import tables
from analysis.actors.kinds import of_kind
from analysis.arabic.phrases import ARTICLE, folded


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


def is_of_sources(words: str) -> bool:
    """Tell whether folded words are nothing but nouns for sources.

    >>> is_of_sources("المصادر والشهود"), is_of_sources("المصدر فلان")
    (True, False)
    """
    bare = (word.removeprefix("و").removeprefix(ARTICLE) for word in words.split())
    return all(word in of_kind("sayer") for word in bare)
