"""Ways to find listed names, with their proclitics, in texts; each returns how many it found."""

import random
from collections.abc import Callable
from typing import NamedTuple

import pandas as pd

from analysis import lists
from analysis.actors import matching, patterns
from analysis.arabic import letters, phrases
from benchmarks.counting import installed

ALIASES = 5_000
PROCLITICS = ("", *phrases.PREFIXES)


class Data(NamedTuple):
    """Texts as printed; the same as folded words between blanks; the names to find, folded."""

    texts: list[str]
    folded: list[str]
    names: list[str]


def data(texts: list[str], aliases: int = ALIASES) -> Data:
    """Return texts with names drawn at random from them: one to three words, each of four letters or more."""
    spelled = [phrases.folded(text) for text in texts]
    chance, found = random.Random(1), set()
    for _ in range(100 * aliases):
        words = chance.choice(spelled).split() or [""]
        first, size = chance.randrange(len(words)), chance.choice((1, 2, 2, 3))
        name = words[first : first + size]
        if len(found) < aliases and all(len(word) >= 4 for word in name):
            found.add(" ".join(name))
    return Data(texts, spelled, sorted(found))


def ways(given: Data) -> dict[str, Callable | None]:
    """Return the ways by name, each with its names built in: the package's own first."""
    return {
        "analysis.actors, from texts as printed": ours(given.names),
        "analysis.actors, words read": ours_read(given),
        "daachorse, from texts as printed": installed("daachorse", daachorse(given.names, printed=True)),
        "daachorse, texts folded": installed("daachorse", daachorse(given.names, printed=False)),
        "pyahocorasick, texts folded": installed("ahocorasick", ahocorasick(given.names)),
        "spacy PhraseMatcher, documents made": installed("spacy", phrase_matcher(given)),
        "flashtext, texts folded": installed("flashtext", flashtext(given.names)),
    }


def expanded(names: list[str]) -> list[str]:
    """Return the names with each proclitic, between blanks so that only whole words are found."""
    return [f" {clitic}{name} " for name in names for clitic in PROCLITICS]


def compiled(names: list[str]) -> patterns.Names:
    """Return a list of actors with these names, ready for matching."""
    rows = [{"actor_id": f"a{n}", "actor": f"A{n}", "kind": "organisation", "spellings": name} for n, name in enumerate(names)]
    table = pd.DataFrame(rows, columns=list(lists.ACTORS)).fillna("")
    return patterns.compiled(table, pd.DataFrame(columns=list(lists.ROLES)))
