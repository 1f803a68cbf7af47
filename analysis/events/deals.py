"""Agreements and talks whose own words name neither side: they are between those of whom the article says they deal.

«وصلنا إلى تفاهم», «بعد توقيع الاتفاق» have who speaks, or who comes after it, as their subject, seldom who dealt.
"""

from collections import Counter

from analysis.events.sets import words

RELATED = "; owner"  # by a phrase behind it, another deal told in passing (الاتفاق الذي أبرمته إيران مع روسيا)
BETWEEN = "; who deal in the article"
DEALS, TALKS = ("AGREE", "SUPPORT"), ("CONSULT",)  # types of what is agreed or signed, and of what is talked over


def with_dealers(rows: list[dict]) -> list[dict]:
    """Return the events of an article, agreements and talks that name nobody as those of the two named most as dealing.

    >>> talks = {"type": "CONSULT", "word": "فاوض", "source": "iran", "target": "iraq", "stated": {"iran", "iraq"}}
    >>> deal = {"type": "AGREE", "word": "اتفق", "tense": "noun", "source": "oman", "target": None, "stated": set()}
    >>> with_dealers([talks | {"tense": "noun", "rule": ""}, deal | {"rule": ""}])[1]["source"]
    'iran'
    """
    deal, talk = (pair_named(rows, dealing) for dealing in ("dealing", "settling"))
    return [with_pair(with_pair(row, deal, DEALS, "deal"), talk, TALKS, "talking") for row in rows]


def pair_named(rows: list[dict], dealing: str) -> tuple[str, str] | None:
    """Return the two whom the words of talks, truces or agreements of a set name most as both sides."""
    told = (row for row in rows if row["word"] in words(dealing) and None not in (row["source"], row["target"]))
    told = (row for row in told if not row["rule"].endswith(RELATED))
    pairs = Counter((row["source"], row["target"]) for row in told if {row["source"], row["target"]} <= row["stated"])
    return next((pair for pair, _ in pairs.most_common(1)), None)


def with_pair(row: dict, pair: tuple[str, str] | None, types: tuple[str, ...], kind: str) -> dict:
    """Return what two do, told by a noun of a set of words that names neither of them, as what a pair does."""
    meant = pair is not None and row["type"] in types and row["tense"] == "noun" and row["word"] in words(kind)
    if not meant or not row["stated"].isdisjoint((row["source"], row["target"])):
        return row
    return row | {"source": pair[0], "target": pair[1], "rule": row["rule"] + BETWEEN}
