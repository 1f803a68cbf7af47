"""Citation forms -> every inflected form that print can show, in folded spelling."""

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from analysis import kept, lists
from analysis.arabic.inflection import NOUN, PARTICIPLE, SHORT_NOUN, imperfect, nominal, passive, perfect
from analysis.arabic.phrases import cited, folded
from analysis.events.sets import words

WHOLE = "."  # behind a word that others need: nothing may follow


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
    needs: frozenset[str]  # beginnings of words (with a dot: whole words), one of which must stand near
    unless: frozenset[str]  # words beside which it is no event, with article or «و» too unless a dot ends them


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
            other = form.tense != "phrase" and is_other_word(word, row["word"])
            if not other and form not in forms.setdefault(word, []):
                forms[word].append(form)
    return {word: tuple(options) for word, options in forms.items()}


def is_other_word(form: str, word: str) -> bool:
    """Tell whether a form is nearly always another word, of any entry or of this one («يصف» is no form of «صفى»)."""
    return not words("homograph").isdisjoint((form, f"{folded(word)} {form}"))


@cache
def default() -> dict[str, tuple[Form, ...]]:
    """Return the forms of the package's own list, made once and kept from one run to the next."""
    return kept.made("forms", lambda: table(list(lists.rows("event_words"))))


def entry(row: dict[str, str]) -> Entry:
    """Return a row with its lists taken apart."""
    return Entry(
        row["word"], row["pos"], row["type"], row["mode"], float(row["intensity"] or "nan"), row["subject"] or "source",
        tuple(lists.parts(row["object"])), row["genitive"], frozenset(map(needed, lists.parts(row["needs"]))),
        frozenset(map(needed, lists.parts(row["unless"]))),
    )  # fmt: skip


def needed(word: str) -> str:
    """Return a word that others need or shun in folded spelling, with the dot that marks a whole word."""
    return folded(word) + (WHOLE if word.endswith(WHOLE) else "")


def inflected(row: dict[str, str]) -> Iterator[tuple[str, Form]]:
    """Yield the forms of one row: of a verb all tenses, the verbal noun and the participle."""
    this = entry(row)
    if row["pos"] == "phrase":
        rest = tuple(folded(row["word"]).split()[1:])
        yield from ((form, Form(this, "phrase", rest)) for form in dict.fromkeys(first_words(row)))
        return
    if row["pos"] == "verb":
        yield from finite(row, this)
    for noun in nouns_of(row):
        endings = SHORT_NOUN if row["pos"] == "verb" and len(folded(noun)) < 4 else NOUN
        yield from ((form, Form(this, "noun", (), bound)) for form, bound in nominal(folded(noun), endings))
    for participle in lists.parts(row["participle"]):
        yield from (
            (form, Form(this, "participle", (), bound)) for form, bound in nominal(folded(participle), PARTICIPLE)
        )


def first_words(row: dict[str, str]) -> Iterator[str]:
    """Yield the forms of the first word of a phrase: of a verb, whose imperfect the row gives, all (فتحوا النار)."""
    first = folded(row["word"]).split()[0]
    yield from (first, "ال" + first)
    if not row["imperfect"]:
        return
    yield from (form for form, bound in perfect(cited(row["word"].split()[0])) if not bound)
    for stem in lists.parts(row["imperfect"]):
        yield from (form for form, bound in imperfect(cited(stem)) if not bound)
    for noun in lists.parts(row["noun"]):
        yield from (form for form, _ in nominal(folded(noun), NOUN))


def finite(row: dict[str, str], this: Entry) -> Iterator[tuple[str, Form]]:
    """Yield the perfect and the imperfect of a verb, with those forms that the row itself gives.

    Of «تعاون» and «استقال», which take no object, «تعاونه» and «استقالته» are the noun.
    """
    like_noun = [row["word"] + "ة"] + [row["word"]] * row["word"].startswith("ت")
    takes_none = "direct" not in this.object and not set(like_noun).isdisjoint(lists.parts(row["noun"]))
    for form, bound in perfect(cited(row["word"])):
        if not (bound and takes_none):
            yield form, Form(this, "perfect", (), bound)
    for stem in map(folded, lists.parts(row["plural"])):
        tense = "imperfect" if stem.startswith("ي") else "perfect"
        yield from ((form, Form(this, tense)) for form in odd(stem))
    yield from passives(row, this)
    for stem in lists.parts(row["imperfect"]):
        yield from ((form, Form(this, "imperfect", (), bound)) for form, bound in imperfect(cited(stem)))


def passives(row: dict[str, str], this: Entry) -> Iterator[tuple[str, Form]]:
    """Yield the passive of a verb; its subject is whom the act befalls (حوصرت المدينة)."""
    told = this._replace(subject="source" if this.subject == "target" else "target")
    yield from ((form, Form(told, tense)) for form, tense in passive(folded(row["word"])))


def nouns_of(row: dict[str, str]) -> list[str]:
    """Return the nouns of a row: of a noun itself and its plurals, of a verb the verbal nouns."""
    listed = lists.parts(row["noun"])
    return [row["word"], *listed, *lists.parts(row["plural"])] if row["pos"] == "noun" else [*listed]


def odd(stem: str) -> list[str]:
    """Return a form that the rules cannot make, an imperfect one in all persons but the first (زرت; لم يزر، لم تزر).

    «لم أنه» is rare, and «أنه» is another word; so with «أجل» and «استقل».
    """
    return [prefix + stem[1:] for prefix in "يتن"] if stem.startswith("ي") else [stem]
