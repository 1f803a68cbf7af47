"""The words of actor_words.csv and speech_words.csv by their kind."""

from functools import cache

from analysis import lists
from analysis.arabic.phrases import folded


@cache
def of_kind(kind: str) -> frozenset[str]:
    """Return the folded words of one kind.

    >>> "السابق" in of_kind("former")
    True
    """
    rows = (*lists.rows("actor_words"), *lists.rows("speech_words"))
    return frozenset(folded(row["word"]) for row in rows if row["kind"] == kind)


@cache
def given_names() -> frozenset[str]:
    """Return the folded given names, and the word «عبد» that begins many."""
    return lists.given_names() | {"عبد"}


@cache
def prepositions() -> frozenset[str]:
    """Return the folded prepositions that stand as words of their own."""
    return frozenset(folded(row["word"]) for row in lists.rows("prepositions"))


@cache
def common_given_names() -> frozenset[str]:
    """Return the folded given names that are common words too: سلام، أمل."""
    return frozenset(folded(row["name"]) for row in lists.rows("given_names") if "common word" in row["why"])


@cache
def surnames() -> frozenset[str]:
    """Return the folded names of romanised.csv, which stand in names however common they are: خان."""
    return frozenset(folded(row["name"]) for row in lists.rows("romanised"))
