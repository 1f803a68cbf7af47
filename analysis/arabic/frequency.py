"""How common a word is in Arabic at large: the package wordfreq, by folded spelling."""

import math
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
    for word, share in zip(letters.fold_types(list(shares())), shares().values(), strict=True):
        found[word] += share * 1e6
    return dict(found)


@cache
def shares() -> dict[str, float]:
    """Return the share that each of the commonest spellings has of general Arabic, the commonest first.

    It is what `wordfreq.word_frequency` says, to three digits; that takes each word of its own list apart first.
    """
    common, found = set(wordfreq.top_n_list("ar", WORDS)), {}
    for centibels, words in enumerate(wordfreq.get_frequency_list("ar")):
        share = three_digits(wordfreq.cB_to_freq(-centibels))
        found |= {word: share for word in words if word in common}
        if len(found) == len(common):
            break
    return found


def three_digits(share: float) -> float:
    """Return a share to three significant digits.

    >>> three_digits(0.0123456), three_digits(0.00000987654)
    (0.0123, 9.88e-06)
    """
    return round(share, math.floor(-math.log10(share)) + 3)


def of(word: str) -> float:
    """Return occurrences per million words of a folded word, 0 when it is rare."""
    return per_million().get(word, 0.0)


def is_split(word: str, rest: str) -> bool:
    """Tell whether a word may be read as proclitic and rest: not when it is commoner whole (وزارة is no و + زارة).

    >>> is_split("وزاره", "زاره"), is_split("وهجوم", "هجوم"), is_split("للغزو", "الغزو")
    (False, True, True)
    """
    return word == rest or of(word) <= of(rest) or of(word) == 0
