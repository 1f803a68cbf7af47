"""Forms of event words -> what a word may be by its letters alone: each way to read it as the start of a trigger."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache, lru_cache, reduce
from operator import or_
from typing import NamedTuple

from analysis.arabic.by_word import ByWord
from analysis.arabic.frequency import is_split
from analysis.arabic.phrases import ARTICLE, readings
from analysis.events.forms import WHOLE, Form
from analysis.events.forms import default as default_forms
from analysis.events.sets import words

FINITE = ("perfect", "imperfect")
VERBAL = (*FINITE, "participle")
NOMINAL = ("noun", "phrase")
PREFIXES = ("و", "ف", "ب", "ل", "ك", "وب", "ول")  # before a word that others need or shun
SHORT = 3  # letters of «وحث»: words of two letters are split from «و» alone
CLITICS = frozenset("وفبلكس")  # first letters of what is written on to a word


class Option(NamedTuple):
    """One way to read a word as the beginning of a trigger."""

    cut: int  # letters of proclitics cut off, the future س not among them
    form: Form
    future: bool
    bare: bool  # does a printed ة rule it out? It is no pronoun and no ending of a verb
    needs: int  # the set of words of which one must stand near, as a bit; 0 if none must
    shuns: int  # the set of words of which none may stand beside it, as a bit; 0 if all may


class Options(NamedTuple):
    """The ways to read a word as the beginning of a trigger: alone, and before each word that goes on with a phrase."""

    alone: tuple[Option, ...]
    before: dict[str, tuple[Option, ...]]  # word behind it -> all ways, those alone among them
    needed: int  # the sets of words of which one of these ways needs a word near, as bits; NOTHING if one needs none


Bits = dict[frozenset[str], int]  # the bit of each set of words
NOTHING = 1  # the bit that is no set's
NO_OPTIONS = Options((), {}, 0)


class Reader(NamedTuple):
    """What the forms of a list make of a folded word, found once per spelling; a set of words is a bit of a number."""

    options: dict[str, Options]
    seconds: frozenset[str]  # the second words of all phrases, with and without the article
    needed: Bits  # each set of words of which some entry needs one near
    helps: dict[str, int]  # those sets of which a beginning begins a word
    spoils: dict[str, int]  # the sets of which none may stand beside some entry, that hold a word


def reader(table: dict[str, tuple[Form, ...]]) -> Reader:
    """Return what a table of forms makes of words, each read when it first occurs."""
    entries = {id(form.entry): form.entry for forms in table.values() for form in forms}.values()
    needed, held = numbered(entry.needs for entry in entries)
    shunned, spoiling = numbered(entry.unless for entry in entries)
    spoils: dict[str, int] = {}
    for word, its_bits in spoiling.items():
        for written in [word[:-1]] if word.endswith(WHOLE) else clothed(word):
            spoils[written] = spoils.get(written, 0) | its_bits
    same: dict[int, int] = {}  # most words help the same few sets: one number for all of them
    lengths = lengths_of(held)
    return Reader(
        ByWord(lambda word: grouped(tuple(options_of(word, table, needed, shunned)))),
        frozenset(second for forms in table.values() for form in forms for second in seconds(form)),
        needed,
        ByWord(lambda word: same.setdefault(helped := begun(word, held, lengths), helped)),
        spoils,
    )


def numbered(sets: Iterable[frozenset[str]]) -> tuple[Bits, dict[str, int]]:
    """Return the bit of each set that is not empty, the most frequent first, and the bits of each word of them."""
    often = [each for each, _ in Counter(filter(None, sets)).most_common()]
    bits = {each: NOTHING << n for n, each in enumerate(often, 1)}
    held: Counter[str] = Counter()
    for each, bit in bits.items():
        held.update(dict.fromkeys(each, bit))
    return bits, held


def lengths_of(beginnings: Iterable[str]) -> dict[str, list[int]]:
    """Return how long the beginnings are that share their first two letters, or are one letter."""
    lengths: dict[str, set[int]] = {}
    for beginning in beginnings:
        lengths.setdefault(beginning[:2], set()).add(len(beginning))
    return {start: sorted(found) for start, found in lengths.items()}


def begun(word: str, held: dict[str, int], lengths: dict[str, list[int]]) -> int:
    """Return the bits of the words that a word, with or without its proclitics, begins with, or is (حي.)."""
    bits = 0
    for bare in stripped(word):
        bits |= held.get(bare[:1], 0) | held.get(bare + WHOLE, 0)
        for n in lengths.get(bare[:2], ()):
            bits |= held.get(bare[:n], 0)
    return bits


@cache
def default() -> Reader:
    """Return what the package's own list makes of words, kept from one call to the next."""
    return reader(default_forms())


def grouped(options: tuple[Option, ...]) -> Options:
    """Return the ways to read a word by the word behind it, in their order."""
    if not options:
        return NO_OPTIONS
    alone = tuple(option for option in options if not option.form.rest)
    behind = {second for option in options for second in seconds(option.form)}
    before = {second: tuple(o for o in options if goes_on(o.form, second)) for second in behind}
    return Options(alone, before, reduce(or_, (option.needs or NOTHING for option in options)))


def needs_word(form: Form) -> bool:
    """Tell whether a form tells an act only near certain words; a traveller may have a name only (see acts.acts)."""
    return bool(form.entry.needs) and not (form.entry.mode == "visit" and form.tense in FINITE)


def seconds(form: Form) -> tuple[str, ...]:
    """Return the second word of a phrase as it can be written; nothing of a word alone."""
    return (form.rest[0], ARTICLE + form.rest[0]) if form.rest else ()


def goes_on(form: Form, second: str) -> bool:
    """Tell whether a form is one word, or a phrase whose second word this is, with or without the article."""
    return not form.rest or second in seconds(form)


def options_of(word: str, table: dict[str, tuple[Form, ...]], needed: Bits, shunned: Bits) -> Iterator[Option]:
    """Yield the ways to read a word that its letters alone allow, those with the fewest letters cut first."""
    for cut, known, future in all_readings(word, table):
        for form in table[known]:
            adjective = form.tense == "participle" and ARTICLE in (known[:2], word[:cut][-2:])
            if fits(form, cut, word, future) and not adjective:
                needs = needed[form.entry.needs] if needs_word(form) else 0
                yield Option(
                    cut, form, future, form.pronoun or form.tense in FINITE, needs, shunned.get(form.entry.unless, 0)
                )


def all_readings(word: str, table: dict[str, tuple[Form, ...]]) -> Iterator[tuple[int, str, bool]]:
    """Yield (letters cut, form as listed, is it future) for each way to read a word."""
    if word[:1] not in CLITICS or word in words("homograph"):
        yield from [(0, word, False)] if word in table else []
        return
    for cut, known in readings(word, table):
        if is_split(word, known):
            yield cut, known, False
    if word[0] == "و" and len(word) == SHORT and word[1:] in table:
        yield 1, word[1:], False
    for cut in (0, 1):
        rest = word[cut + 1 :]
        if word[cut : cut + 1] == "س" and (not cut or word[0] in "وف") and rest[:1] in "يتنا" and rest in table:
            yield cut, rest, True


def fits(form: Form, cut: int, word: str, future: bool) -> bool:
    """Tell whether proclitics and form go together: ب ل ك and the article stand on nouns, س on the imperfect."""
    if future:
        return form.tense == "imperfect"
    if cut and word[cut - 1] in "بك":
        return form.tense in ("noun", "participle", "phrase")
    if cut and word[cut - 1] == "ل":
        return form.tense != "perfect"
    return True


def sum_of(look: Callable[[str], int | None], words: list[str]) -> int:
    """Return the bits of some words, set together in one number."""
    return reduce(or_, filter(None, map(look, words)), 0)


def clothed(word: str) -> set[str]:
    """Return the words that are this one when they are stripped."""
    return {before + article + word for before in ("", *PREFIXES) for article in ("", ARTICLE, "ل")}


@lru_cache(maxsize=200_000)
def stripped(word: str) -> list[str]:
    """Return a word as it stands and without conjunction, preposition and article."""
    found = [word]
    if word[:1] in CLITICS:
        found += [word[len(prefix) :] for prefix in PREFIXES if word.startswith(prefix)]
    return (
        found
        + [form[2:] for form in found if form.startswith(ARTICLE)]
        + [form[1:] for form in found if form.startswith("ل")]
    )
