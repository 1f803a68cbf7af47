"""Naming: which spellings are counted together, and the spelling that stands for them."""

from collections.abc import Iterable
from functools import cache

import numpy
import pandas as pd

from analysis import tables
from analysis.arabic import affixes, letters, remembered, stems

FRONT = ("conjunction", "proclitic", "future")  # parts of affixes.csv
OFTEN = 0.05  # of the times that a word is printed: what is rarer may be a misprint or another word


def terms(spellings: pd.Index, n: numpy.ndarray, families: pd.DataFrame | None = None) -> pd.Series:
    """Return the term of each spelling (the index), given how often it occurs; see `joined`."""
    number, names = joined(spellings, n, families)
    return pd.Series(names.to_numpy(object)[number], index=pd.Index(spellings, dtype="str"), dtype="str")


def joined(
    spellings: Iterable[str], n: numpy.ndarray, families: pd.DataFrame | None = None
) -> tuple[numpy.ndarray, pd.Index]:
    """Return the number of the term of each spelling, given how often it occurs, and the terms.

    A term is the commonest spelling of a family, without the و, ب, ل … at its front if it is printed so too; among
    equals the first of the alphabet. A spelling is a word as printed but for its vowel marks. `families` (columns
    word, family) joins and splits by hand.
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
    free = bare_spellings(spellings, n, family, chosen)
    names = [spellings[free.get(number, place)] for number, place in enumerate(chosen.tolist())]
    return family, pd.Index(names, dtype="str")


def known(spellings: Iterable[str], vocabulary: pd.Series) -> tuple[numpy.ndarray, pd.Index]:
    """Return the number of the term of each spelling in a vocabulary, and the terms; what it lacks is its own term.

    >>> known(["وزير", "ووزير", "قال"], pd.Series(["وزير", "وزير"], index=["ووزير", "وزير"]))[0].tolist()
    [0, 0, 1]
    """
    spellings = pd.Series(spellings, dtype="str")
    found = vocabulary.reindex(spellings).set_axis(spellings.index)
    number, names = pd.factorize(found.where(found.notna(), spellings))
    return number, pd.Index(names, dtype="str")


def bare_spellings(
    spellings: list[str], n: numpy.ndarray, family: numpy.ndarray, chosen: numpy.ndarray
) -> dict[int, int]:
    """Return the place of the word without its clitics for each family whose chosen word has some, if it is printed."""
    first = tuple({clitic[0] for clitic in clitics()})
    several = numpy.bincount(family, minlength=len(chosen)) > 1
    asked = [number for number in numpy.flatnonzero(several).tolist() if spellings[chosen[number]].startswith(first)]
    number_of = {spelling: place for place, spelling in enumerate(spellings)} if asked else {}
    begun = [number for number in asked if not is_whole(spellings[chosen[number]], number_of, n)]
    places = numpy.flatnonzero(numpy.isin(family, begun)).tolist()
    rests: dict[int, dict[str, list[int]]] = {number: {} for number in begun}
    for place, word in zip(places, letters.fold_types([spellings[place] for place in places]), strict=True):
        rests[int(family[place])].setdefault(word.removeprefix("ال"), []).append(place)
    free = {number: alone(int(chosen[number]), rests[number], spellings, n) for number in begun}
    return {number: place for number, place in free.items() if place is not None}


def is_whole(word: str, number_of: dict[str, int], n: numpy.ndarray) -> bool:
    """Tell whether a word's first letter is its own: it has the article («الفنية»), or a و before و or ف («ووافق»)."""
    forms = [f"ال{word}", f"و{word}"] if word[0] in "وف" else [f"ال{word}"]
    before = sum(n[number_of[form]] for form in forms if form in number_of)
    return before >= OFTEN * n[number_of[word]]


def alone(chosen: int, rests: dict[str, list[int]], spellings: list[str], n: numpy.ndarray) -> int | None:
    """Return the place of the commonest spelling of what is left of the chosen word without its clitics, or None.

    `rests` are the places of the family's spellings by their folded word without the article.
    """
    word = letters.fold(spellings[chosen])
    for clitic in clitics():
        places = rests.get(word[len(clitic) :].removeprefix("ال")) if word.startswith(clitic) else None
        if places and n[places].sum() >= OFTEN * n[chosen]:
            return min(places, key=lambda place: (-n[place], spellings[place]))
    return None


@cache
def clitics() -> tuple[str, ...]:
    """Return what can be attached to the front of a word, the longest first (وبال, لل, ب, not the article alone)."""
    parts = {part: [row["affix"] for row in affixes.table("affixes") if row["part"] == part] for part in FRONT}
    behind = ["", *parts["proclitic"], *parts["future"]]
    found = {before + clitic for before in ("", *parts["conjunction"]) for clitic in behind} - {"", "ال"}
    return tuple(sorted(found, key=lambda clitic: (-len(clitic), clitic)))


def keys(spellings: list[str], families: pd.DataFrame | None = None) -> list[str]:
    """Return the family of each spelling; a word listed by hand goes where its row sends it, with what is attached."""
    hand = by_hand(families)
    if not hand:
        return remembered.families(spellings)
    words = list(dict.fromkeys([*spellings, *hand, *hand.values()]))
    found = dict(zip(words, remembered.families(words), strict=True))
    listed = {found[word] for word in hand}
    own = {word: held(word, hand, found) for word in spellings if word in hand or found[word] in listed}
    return [sent(hand[own[word]], hand, found) if own.get(word) else found[word] for word in spellings]


def held(word: str, hand: dict[str, str], found: dict[str, str]) -> str | None:
    """Return the listed word that a spelling is: itself, or one of its family behind a proclitic (للحوثيين)."""
    if word in hand:
        return word
    rests = (word[len(clitic) :] for clitic in clitics() if word.startswith(clitic))
    options = (option for rest in rests for option in (rest, f"ال{rest}") if option in hand)
    return next((option for option in options if found[option] == found[word]), None)


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
