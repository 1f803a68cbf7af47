"""How common a word is in Arabic at large: the package wordfreq, by folded spelling."""

import importlib.metadata
import json
import math
from collections import Counter
from functools import cache

from analysis.arabic import letters
from analysis.arabic.cache import folder, keep

WORDS = 50_000  # the commonest; rarer ones count as unknown


@cache
def commonest() -> dict[str, float]:
    """Return the share of general Arabic of each of its commonest words, as printed; the commonest first.

    The figures are those of the package wordfreq (Speer 2022, doi 10.5281/zenodo.7199437), kept in the user's cache.
    """
    path = folder() / f"commonest-{WORDS}-{importlib.metadata.version('wordfreq')}.json"
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        shares = _commonest()
        keep(path, json.dumps(shares, ensure_ascii=False).encode())
        return shares


def _commonest() -> dict[str, float]:
    return {word: _rounded(share) for word, share in of_package(WORDS).items()}


def of_package(count: int) -> dict[str, float]:
    """Return the share of general Arabic of its commonest words as the package wordfreq has it, the commonest first.

    What wordfreq keeps in memory of the 600,000 words of its list, a hundred megabytes, is let go.
    """
    import wordfreq  # a third of a second, and needed once per machine

    shares = wordfreq.get_frequency_dict("ar")
    found = {word: shares[word] for word in wordfreq.top_n_list("ar", count)}
    for kept in (wordfreq.get_frequency_dict, wordfreq.get_frequency_list, wordfreq.top_n_list):
        kept.cache_clear()
    return found


def _rounded(share: float) -> float:
    """Return a share with three digits, as wordfreq.word_frequency does, which takes each word apart before."""
    return round(share, math.floor(-math.log10(share)) + 3)


@cache
def per_million() -> dict[str, float]:
    """Return occurrences per million words of general Arabic for each folded spelling.

    The figures are those of `commonest`, summed over spellings.
    """
    found: Counter[str] = Counter()
    shares = commonest()
    for spelling, share in zip(letters.fold_types(list(shares)), shares.values(), strict=True):
        found[spelling] += share * 1e6
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
