"""An agreement whose own words name neither side: it is between those of whom the article tells that they deal.

«وصلنا إلى تفاهم», «بعد توقيع الاتفاق» have who speaks, or who comes after it, as their subject, seldom who dealt.
"""

from collections import Counter

from analysis.events.sets import words

BETWEEN = "; who deal in the article"
DEALS = ("AGREE", "SUPPORT")  # types of what is agreed or signed


def with_dealers(rows: list[dict]) -> list[dict]:
    """Return the events of an article, agreements that name nobody as those of the two named most as dealing.

    >>> talks = {"type": "CONSULT", "word": "فاوض", "source": "iran", "target": "iraq", "stated": {"iran", "iraq"}}
    >>> deal = {"type": "AGREE", "word": "اتفق", "tense": "noun", "source": "oman", "target": None, "stated": set()}
    >>> with_dealers([talks, deal | {"rule": ""}])[1]["source"]
    'iran'
    """
    pairs = Counter((row["source"], row["target"]) for row in rows if is_between_named(row))
    return [with_pair(row, pairs.most_common(1)[0][0]) for row in rows] if pairs else rows


def is_between_named(row: dict) -> bool:
    """Tell whether the words of talks, a truce or an agreement name both sides."""
    both = {row["source"], row["target"]}
    return row["word"] in words("dealing") and None not in both and both <= row["stated"]


def with_pair(row: dict, pair: tuple[str, str]) -> dict:
    """Return an agreement told by a noun that names neither side as one of a pair."""
    deal = row["type"] in DEALS and row["tense"] == "noun" and row["word"] in words("deal")
    if not deal or not row["stated"].isdisjoint((row["source"], row["target"])):
        return row
    return row | {"source": pair[0], "target": pair[1], "rule": row["rule"] + BETWEEN}
