"""How common a word is in Arabic at large: the package wordfreq, by folded spelling."""

from collections import Counter
from functools import cache

import wordfreq

from analysis.arabic import letters

WORDS = 50_000  # the commonest; rarer ones count as unknown


@cache
def per_million() -> dict[str, float]:
    """Return occurrences per million words of general Arabic for each folded spelling.

    The figures are those of the package wordfreq (Speer 2022, doi 10.5281/zenodo.7199437), summed over spellings.
    """
    found: Counter[str] = Counter()
    for word in wordfreq.top_n_list("ar", WORDS):
        found[letters.fold(word)] += wordfreq.word_frequency(word, "ar") * 1e6
    return dict(found)


def of(word: str) -> float:
    """Return occurrences per million words of a folded word, 0 when it is rare."""
    return per_million().get(word, 0.0)


def is_split(word: str, rest: str) -> bool:
    """Tell whether a word may be read as proclitic and rest: not when it is commoner whole (وزارة is no و + زارة).

    >>> is_split("وزاره", "زاره"), is_split("وهجوم", "هجوم"), is_split("للغزو", "الغزو")
    (False, True, True)
    """
    return word == rest or of(word) <= of(rest) or of(word) == 0
