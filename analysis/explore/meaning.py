"""What a person may have meant who asks for a word or an actor that the articles do not have."""

import difflib
from collections.abc import Iterable

from analysis import captions
from analysis.arabic import letters
from analysis.explore.shown import Shown, note

ALIKE = 0.75  # of the letters of two names: one wrong letter of four
MOST = 20_000  # names that are looked at: more would take seconds


def instead(asked: str | None, shown: str, known: Iterable[str], language: str = "ar") -> Shown:
    """Return that what was asked for does not occur, what the figures show in its place, and what may be meant.

    `known` are the names that occur, the commonest first. Where nothing is missing, nothing is said.
    """
    if not asked:
        return note("", language)
    near = nearest(asked, known)
    meant = " " + captions.said("meant", language, f"«{near}»") if near else ""
    return note(captions.instead(asked, shown, language) + meant, language)


def nearest(asked: str, known: Iterable[str]) -> str | None:
    """Return the name that is written most like what was asked for, or nothing where none is like it.

    >>> nearest("الرءيس", ["حكومة", "رئيس"])
    'رئيس'
    """
    by_letters: dict[str, str] = {}
    for name in list(dict.fromkeys(known))[:MOST]:
        by_letters.setdefault(plain(name), name)
    found = difflib.get_close_matches(plain(asked), by_letters, n=1, cutoff=ALIKE)
    return by_letters[found[0]] if found else None


def plain(name: str) -> str:
    """Return a name in the letters that all its spellings share, without the article."""
    return letters.fold(name).removeprefix("ال")
