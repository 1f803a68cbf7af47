"""The small sets of words that the rules of the events rest on, from event_function_words.csv."""

from functools import cache

from analysis import lists


@cache
def words(name: str) -> frozenset[str]:
    """Return the folded words of one set.

    >>> "الوفدان" in words("both")
    True
    """
    return frozenset(row["word"] for row in lists.rows("event_function_words") if row["set"] == name)


@cache
def words_of_list(name: str) -> frozenset[str]:
    """Return the first column of a list, as printed there."""
    return frozenset(row["word"] for row in lists.rows(name))
