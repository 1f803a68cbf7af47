"""Candidates: what each word of an article may be to the naming of an actor by its letters alone, as bits."""

from functools import cache, partial

from analysis.actors.kinds import given_names
from analysis.actors.patterns import Names
from analysis.arabic.phrases import Asked

GIVEN, STATE, COUNTERPART = (1 << place for place in range(3))


def asked(names: Names) -> Asked:
    """Return what each word may be by some lists, asked once for each spelling."""
    return Asked(partial(kinds, names))


def kinds(names: Names, word: str) -> int:
    """Return what a word may be: a given name, one that speaks of a state, «نظيره»; 0 for none of these."""
    return GIVEN * is_given(word) | STATE * (word in names.state_words) | COUNTERPART * (word in names.counterparts)


@cache
def given_forms() -> frozenset[str]:
    """Return the given names, alone and behind one proclitic."""
    return frozenset(clitic + name for name in given_names() for clitic in ("", *"وفبل") if not clitic or len(name) > 3)


def is_given(word: str) -> bool:
    """Tell whether a word is a given name, alone or behind one proclitic."""
    return word in given_forms()
