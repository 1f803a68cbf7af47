"""Candidates: what each word of an article may be to the naming of an actor by its letters alone, as bits."""

from collections.abc import Iterable
from functools import cache

from analysis import lists
from analysis.actors.kinds import given_names, of_kind
from analysis.actors.speech_verbs import verbs
from analysis.arabic.phrases import Asked, folded

GIVEN, STATE, COUNTERPART, TITLE = (1 << place for place in range(4))


def asked(kinds: dict[str, int]) -> Asked:
    """Return what each word may be, asked once for each spelling; 0 for none of these."""
    return Asked(lambda word: kinds.get(word, 0))


def kinds(state_words: Iterable[str]) -> dict[str, int]:
    """Return the words that may be something: a given name, one that speaks of a state, a form of «نظيره», a title."""
    counterparts = (clitic + word for word in of_kind("counterpart") for clitic in ("", "و", "ب", "ل"))
    found: dict[str, int] = {}
    spoken = ((GIVEN, given_forms()), (STATE, state_words), (COUNTERPART, counterparts), (TITLE, title_forms()))
    for kind, words in spoken:
        for word in words:
            found[word] = found.get(word, 0) | kind
    return found


@cache
def given_forms() -> frozenset[str]:
    """Return the given names, alone and behind one proclitic."""
    return frozenset(clitic + name for name in given_names() for clitic in ("", *"وفبل") if not clitic or len(name) > 3)


def title_forms() -> frozenset[str]:
    """Return the first words of titles beside names, alone and behind one proclitic, and the verbs of saying."""
    words = {folded(row["title"]).split()[0] for row in lists.rows("titles")}
    return verbs() | {clitic + word for word in words for clitic in ("", *"وفبل")}


def is_given(word: str) -> bool:
    """Tell whether a word is a given name, alone or behind one proclitic."""
    return word in given_forms()
