"""Candidates: what each word of an article may be to the naming of an actor by its letters alone, as bits."""

from collections.abc import Iterable
from functools import cache

from analysis.actors.kinds import given_names, of_kind
from analysis.arabic.phrases import Asked

GIVEN, STATE, COUNTERPART = (1 << place for place in range(3))


def asked(kinds: dict[str, int]) -> Asked:
    """Return what each word may be, asked once for each spelling; 0 for none of these."""
    return Asked(lambda word: kinds.get(word, 0))


def kinds(state_words: Iterable[str]) -> dict[str, int]:
    """Return the words that may be something: a given name, one that speaks of a state, a form of «نظيره»."""
    counterparts = (clitic + word for word in of_kind("counterpart") for clitic in ("", "و", "ب", "ل"))
    found: dict[str, int] = {}
    for kind, words in ((GIVEN, given_forms()), (STATE, state_words), (COUNTERPART, counterparts)):
        for word in words:
            found[word] = found.get(word, 0) | kind
    return found


@cache
def given_forms() -> frozenset[str]:
    """Return the given names, alone and behind one proclitic."""
    return frozenset(clitic + name for name in given_names() for clitic in ("", *"وفبل") if not clitic or len(name) > 3)


def is_given(word: str) -> bool:
    """Tell whether a word is a given name, alone or behind one proclitic."""
    return word in given_forms()
