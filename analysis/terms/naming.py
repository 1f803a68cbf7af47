"""Naming: which spellings are counted together, and the spelling that stands for them."""

from collections.abc import Iterable

import numpy
import pandas as pd

from analysis import tables
from analysis.arabic import letters, remembered, stems


def terms(spellings: pd.Index, n: numpy.ndarray, families: pd.DataFrame | None = None) -> pd.Series:
    """Return the term of each spelling (the index), given how often it occurs; see `joined`."""
    number, names = joined(spellings, n, families)
    return pd.Series(names.to_numpy(object)[number], index=pd.Index(spellings, dtype="str"), dtype="str")


def joined(
    spellings: Iterable[str], n: numpy.ndarray, families: pd.DataFrame | None = None
) -> tuple[numpy.ndarray, pd.Index]:
    """Return the number of the term of each spelling, given how often it occurs, and the terms.

    A term is the commonest spelling of a family; among equals the first of the alphabet. A spelling is a word
    as printed but for its vowel marks. `families` (columns word, family) joins and splits by hand.
    """
    spellings, n = list(spellings), numpy.asarray(n)
    family, distinct = pd.factorize(numpy.array([*keys(spellings, families), ""], object)[:-1])
    most = numpy.zeros(len(distinct), n.dtype)
    numpy.maximum.at(most, family, n)
    best = numpy.flatnonzero(n == most[family])
    chosen = numpy.empty(len(distinct), int)
    chosen[family[best]] = best
    tied = best[numpy.bincount(family[best], minlength=len(distinct))[family[best]] > 1]
    # The last one written stays: the first of the alphabet.
    for place in sorted(tied.tolist(), key=spellings.__getitem__, reverse=True):
        chosen[family[place]] = place
    return family, pd.Index([spellings[place] for place in chosen.tolist()], dtype="str")


def keys(spellings: list[str], families: pd.DataFrame | None = None) -> list[str]:
    """Return the family of each spelling; a word listed by hand goes where its row sends it."""
    hand = by_hand(families)
    if not hand:
        return remembered.families(spellings)
    words = list(dict.fromkeys([*spellings, *hand.values()]))
    found = dict(zip(words, remembered.families(words), strict=True))
    return [sent(hand[word], hand, found) if word in hand else found[word] for word in spellings]


def by_hand(families: pd.DataFrame | None) -> dict[str, str]:
    """Return {word: word whose family it is to join}, both without vowel marks."""
    if families is None:
        return {}
    tables.check(families, "word", "family", name="the table of families")
    listed = families[["word", "family"]].dropna()
    return {letters.bare(word): letters.bare(family) for word, family in zip(*map(listed.get, listed), strict=True)}


def sent(family: str, hand: dict[str, str], found: dict[str, str]) -> str:
    """Return the family that a row names: a new one if the list defines it, or else that of the word it names."""
    # No family of `stems` holds a blank, so a family made by hand never meets one by chance.
    return f"{family} (by hand)" if hand.get(family) == family else found[family]


def bare(words) -> list[str]:
    """Return each word without vowel marks; made for a hundred thousand distinct words."""
    return letters.bare("\n".join(words)).split("\n") if len(words) else []


def numbered(tokens: pd.DataFrame) -> tuple[numpy.ndarray, pd.Index]:
    """Return the number of the spelling of each token, and the spellings."""
    number, printed = pd.factorize(tokens["token"])
    again, spellings = pd.factorize(numpy.array(bare(printed.tolist()), dtype=object))
    return again[number], pd.Index(spellings, dtype="str")


def shown(tokens: pd.DataFrame, word: str) -> str | None:
    """Return the term that a word is counted under in these tokens, or None if no word of its family occurs.

    The word as printed goes before its folded spelling, and this before the family.
    """
    distinct = tokens.drop_duplicates("token")[["token", "term"]]
    plain = pd.Series(bare(distinct["token"]), index=distinct.index, dtype="str")
    for same in (
        distinct["term"] == word,
        plain == letters.bare(word),
        plain.map(letters.fold) == letters.fold(word),
    ):
        if same.any():
            return commonest(tokens, distinct.loc[same, "term"].unique())
    families = stems.families([*distinct["term"].unique(), word])
    return next((term for term in distinct["term"] if families[term] == families[word]), None)


def families_of(tokens: pd.DataFrame, words: list[str]) -> list[str]:
    """Return the terms that the words are counted under, each once; a word whose family does not occur has none.

    >>> rows = pd.DataFrame({"token": ["ووزير", "وزير", "وزير"], "term": ["وزير"] * 3})
    >>> families_of(rows, ["ووزير", "2003"])
    ['وزير']
    """
    return [term for term in dict.fromkeys(shown(tokens, word) for word in words) if term]


def commonest(tokens: pd.DataFrame, terms) -> str:
    """Return the one of these terms that the tokens have most often."""
    return terms[0] if len(terms) == 1 else tokens.loc[tokens["term"].isin(terms), "term"].value_counts().index[0]
