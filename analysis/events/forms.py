"""Citation forms -> every inflected form that print can show, in folded spelling."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis import lists
from analysis.arabic.inflection import NOUN, PARTICIPLE, SHORT_NOUN, imperfect, nominal, perfect
from analysis.arabic.phrases import folded


class Entry(NamedTuple):
    """One row of event_words.csv, its lists taken apart."""

    word: str
    pos: str
    type: str
    mode: str
    intensity: float
    subject: str  # is the grammatical subject the source or the target of the act?
    object: tuple[str, ...]  # what introduces the other party
    genitive: str  # what a noun in the genitive behind it names: source, target or either
    needs: tuple[str, ...]  # beginnings of words, one of which must stand near
    unless: frozenset[str]  # words beside which it is no event


class Form(NamedTuple):
    """What an inflected form can be."""

    entry: Entry
    tense: str  # perfect, imperfect, noun, participle or phrase
    rest: tuple[str, ...] = ()  # the further words of a phrase
    pronoun: bool = False  # does a pronoun hang on it? (استهدفته، زيارته)


def table(rows: list[dict[str, str]]) -> dict[str, tuple[Form, ...]]:
    """Return every inflected form of these rows of event_words.csv with what it can be."""
    forms: dict[str, list[Form]] = {}
    for row in rows:
        for word, form in inflected(row):
            if form not in forms.setdefault(word, []):
                forms[word].append(form)
    return {word: tuple(options) for word, options in forms.items()}


@cache
def default() -> dict[str, tuple[Form, ...]]:
    """Return the forms of the package's own list, made once."""
    return table(list(lists.rows("event_words")))


def entry(row: dict[str, str]) -> Entry:
    """Return a row with its lists taken apart."""
    return Entry(
        row["word"], row["pos"], row["type"], row["mode"], float(row["intensity"] or "nan"), row["subject"] or "source",
        tuple(lists.parts(row["object"])), row["genitive"], tuple(map(folded, lists.parts(row["needs"]))),
        frozenset(map(folded, lists.parts(row["unless"]))),
    )  # fmt: skip


def inflected(row: dict[str, str]) -> Iterator[tuple[str, Form]]:
    """Yield the forms of one row: of a verb all tenses, the verbal noun and the participle."""
    this, word = entry(row), folded(row["word"])
    if row["pos"] == "phrase":
        first, *rest = word.split()
        yield from ((form, Form(this, "phrase", tuple(rest))) for form in (first, "ال" + first))
        return
    if row["pos"] == "verb":
        yield from ((form, Form(this, "perfect", (), bound)) for form, bound in perfect(word))
        for stem in lists.parts(row["plural"]):
            yield from (
                (form, Form(this, "perfect" if not folded(stem).startswith("ي") else "imperfect"))
                for form in odd(folded(stem))
            )
        for stem in lists.parts(row["imperfect"]):
            yield from ((form, Form(this, "imperfect", (), bound)) for form, bound in imperfect(folded(stem)))
    nouns = [row["word"]] if row["pos"] == "noun" else []
    for noun in [
        *nouns,
        *lists.parts(row["noun"]),
        *(lists.parts(row["plural"]) if row["pos"] == "noun" else ()),
    ]:
        endings = SHORT_NOUN if row["pos"] == "verb" and len(folded(noun)) < 4 else NOUN
        yield from ((form, Form(this, "noun", (), bound)) for form, bound in nominal(folded(noun), endings))
    for participle in lists.parts(row["participle"]):
        yield from (
            (form, Form(this, "participle", (), bound)) for form, bound in nominal(folded(participle), PARTICIPLE)
        )


def odd(stem: str) -> list[str]:
    """Return a form that the rules cannot make, and an imperfect one in all persons (زرت; لم يزر، لم تزر)."""
    return [prefix + stem[1:] for prefix in "يتنا"] if stem.startswith("ي") else [stem]
