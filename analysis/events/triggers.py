"""Words of an article -> the words that may tell an act, each as the form that its neighbours make it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache, lru_cache, reduce
from itertools import zip_longest
from operator import or_
from typing import NamedTuple

from analysis.arabic.by_word import ByWord
from analysis.arabic.frequency import is_split
from analysis.arabic.phrases import ARTICLE, Words, follows, readings, start_behind
from analysis.events.forms import Form
from analysis.events.forms import default as default_forms
from analysis.events.sets import words

NEAR = 6  # words before a trigger within which a `needs` word must stand
FAR = 10  # the same behind it, a subject between
BESIDE = 2  # words within which an `unless` word spoils the trigger
ANNOUNCED = 11  # words between a verb and a noun of action that is its object at most
ENDS_OBJECT = frozenset(
    ("ان", "بان", "انه", "انها", "الذي", "التي", "الذين", "حيث", "كما", "فيما", "بينما", "لكن", "ثم")
)
FINITE = ("perfect", "imperfect")
PREFIXES = ("و", "ف", "ب", "ل", "ك", "وب", "ول")  # before a word that others need or shun
CONDITION = 6  # words from «إذا» to an act of its clause at most
CONDITIONS = frozenset(("اذا", "واذا", "لو", "ولو"))
SHORT = 3  # letters of «وحث»: words of two letters are split from «و» alone
CLITICS = frozenset("وفبلكس")  # first letters of what is written on to a word
CLAUSE_END = re.compile(r"[،,؛;:.!?؟…\n()\[\]]| [-–—] ")
HYPOTHETICAL = words("hypothetical")
ANY = frozenset(("اي", "باي", "لاي"))
NOUN_AFTER = words("noun_after")


TAKE_NOUN = words("take_noun")
HEADS = words("action_heads")


class Option(NamedTuple):
    """One way to read a word as the beginning of a trigger."""

    cut: int  # letters of proclitics cut off, the future س not among them
    form: Form
    future: bool
    bare: bool  # does a printed ة rule it out? It is no pronoun and no ending of a verb


class Options(NamedTuple):
    """The ways to read a word as the beginning of a trigger: alone, and before each word that goes on with a phrase."""

    alone: tuple[Option, ...]
    before: dict[str, tuple[Option, ...]]  # word behind it -> all ways, those alone among them


NO_OPTIONS = Options((), {})


class Reader(NamedTuple):
    """What the forms of a list make of a folded word, found once per spelling; a set of words is a bit of a number."""

    options: dict[str, Options]
    bits: dict[frozenset[str], int]  # each set of words that some entry needs near, or must not stand beside
    helps: dict[str, int]  # the sets of beginnings of which one begins a word
    spoils: dict[str, int]  # the sets that hold a word


class Trigger(NamedTuple):
    """A word that tells an act, as the form that its neighbours make it."""

    first: int
    last: int
    cut: int  # letters of proclitics cut off, the future س not among them
    form: Form
    future: bool
    verb: int | None = None  # the first word of a verb that carries the noun (لم تتوصل إلى اتفاق)


def reader(table: dict[str, tuple[Form, ...]]) -> Reader:
    """Return what a table of forms makes of words, each read when it first occurs."""
    entries = {id(form.entry): form.entry for forms in table.values() for form in forms}.values()
    sets = dict.fromkeys(each for entry in entries for each in (entry.needs, entry.unless) if each)
    bits = {each: 1 << n for n, each in enumerate(sets)}
    held: Counter[str] = Counter()
    for each, bit in bits.items():
        held.update(dict.fromkeys(each, bit))
    spoils = {}
    for word, its_bits in held.items():
        spoils |= {written: spoils.get(written, 0) | its_bits for written in clothed(word)}
    beginnings = range(1, max(map(len, held), default=0) + 1)
    return Reader(
        ByWord(lambda word: grouped(tuple(options_of(word, table)))),
        bits,
        ByWord(lambda word: sum_of(held.get, [bare[:n] for bare in stripped(word) for n in beginnings])),
        spoils,
    )


@cache
def default() -> Reader:
    """Return what the package's own list makes of words, kept from one call to the next."""
    return reader(default_forms())


def triggers(text: Words, forms: Reader) -> list[Trigger]:
    """Return the words of an article that may tell acts, in text order."""
    found, free = [], 0
    behind = [*text.folded[1:], ""]
    for i in text.candidates:
        alone, before = forms.options[text.folded[i]] if i >= free else NO_OPTIONS
        options = before.get(behind[i], alone)
        if options and not is_hypothetical(text, i):
            able = triggers_at(text, i, options, forms)
            found += [best(text, able, forms)] if len(able) > 1 else able
            free = found[-1].last + 1 if able else free
    return found


def begins(word: str, forms: Reader) -> bool:
    """Tell whether a word may be a trigger or begin one."""
    return forms.options[word] is not NO_OPTIONS


def grouped(options: tuple[Option, ...]) -> Options:
    """Return the ways to read a word by the word behind it, in their order."""
    if not options:
        return NO_OPTIONS
    alone = tuple(option for option in options if not option.form.rest)
    seconds = {second for option in options for word in option.form.rest[:1] for second in (word, ARTICLE + word)}
    return Options(alone, {second: tuple(o for o in options if goes_on(o.form, second)) for second in seconds})


def goes_on(form: Form, second: str) -> bool:
    """Tell whether a form is one word, or a phrase whose second word this is, with or without the article."""
    return not form.rest or second in (form.rest[0], ARTICLE + form.rest[0])


def options_of(word: str, table: dict[str, tuple[Form, ...]]) -> Iterator[Option]:
    """Yield the ways to read a word that its letters alone allow, those with the fewest letters cut first."""
    for cut, known, future in all_readings(word, table):
        for form in table[known]:
            adjective = form.tense == "participle" and ARTICLE in word[:4]
            if fits(form, cut, word, future) and not adjective:
                yield Option(cut, form, future, form.pronoun or form.tense in FINITE)


def all_readings(word: str, table: dict[str, tuple[Form, ...]]) -> Iterator[tuple[int, str, bool]]:
    """Yield (letters cut, form as listed, is it future) for each way to read a word."""
    if word[:1] not in CLITICS:
        yield from [(0, word, False)] if word in table else []
        return
    for cut, known in readings(word, table):
        if is_split(word, known):
            yield cut, known, False
    if word[0] == "و" and len(word) == SHORT and word[1:] in table and word not in words("homograph"):
        yield 1, word[1:], False
    for cut in (0, 1):
        rest = word[cut + 1 :]
        if word[cut : cut + 1] == "س" and (not cut or word[0] in "وف") and rest[:1] in "يتنا" and rest in table:
            yield cut, rest, True


def triggers_at(text: Words, i: int, options: tuple[Option, ...], forms: Reader) -> list[Trigger]:
    """Return every reading of word i as a trigger; a whole word is not taken apart."""
    found, least = [], None
    for cut, form, future, bare in options:
        if (least is not None and cut > least) or (bare and text.text[text.ends[i] - 1] == "ة"):
            continue
        last = phrase_end(text, i, form.rest) if form.rest else i
        if last is not None:
            least = cut
            if counts(text, (i, last), form, forms):
                found.append(Trigger(i, last, cut, form, future))
    return found


def fits(form: Form, cut: int, word: str, future: bool) -> bool:
    """Tell whether proclitics and form go together: ب ل ك and the article stand on nouns, س on the imperfect."""
    if future:
        return form.tense == "imperfect"
    if cut and word[cut - 1] in "بك":
        return form.tense in ("noun", "participle", "phrase")
    if cut and word[cut - 1] == "ل":
        return form.tense != "perfect"
    return True


def phrase_end(text: Words, i: int, rest: tuple[str, ...]) -> int | None:
    """Return the index of a phrase's last word, or None when its further words do not follow."""
    words = text.folded[i + 1 : i + 1 + len(rest)]
    for j, (wanted, word) in enumerate(zip_longest(rest, words), i):
        if (word != wanted and word != ARTICLE + wanted) or not follows(text, j):
            return None
    return i + len(rest)


def counts(text: Words, place: tuple[int, int], form: Form, forms: Reader) -> bool:
    """Tell whether the words around a trigger leave it an act: what it needs is near, what spoils it is not."""
    entry = form.entry
    if entry.unless and forms.bits[entry.unless] & sum_of(forms.spoils.get, beside(text, place, BESIDE)):
        return False
    if not entry.needs or (entry.mode == "visit" and form.tense in FINITE):
        return True  # a traveller may have a name only: acts.acts looks for one
    return bool(forms.bits[entry.needs] & sum_of(forms.helps.__getitem__, around(text, place)))


def sum_of(look: Callable[[str], int | None], words: list[str]) -> int:
    """Return the bits of some words, set together in one number."""
    return reduce(or_, filter(None, map(look, words)), 0)


def beside(text: Words, place: tuple[int, int], n: int) -> list[str]:
    """Return the n words before the first and the n words behind the last word of a trigger."""
    first, behind = place[0], place[1] + 1
    return text.folded[max(0, first - n) : first] + text.folded[behind : behind + n]


def clothed(word: str) -> set[str]:
    """Return the words that are this one when they are stripped."""
    return {before + article + word for before in ("", *PREFIXES) for article in ("", ARTICLE, "ل")}


def around(text: Words, place: tuple[int, int]) -> list[str]:
    """Return the words of its sentence before and behind a trigger that may tell what is meant by it."""
    (first, last), sentence = place, text.sentences[place[0]]
    near = (*range(max(0, first - NEAR), first), *range(last + 1, min(last + 1 + FAR, len(text.folded))))
    return [text.folded[i] for i in near if text.sentences[i] == sentence]


@lru_cache(maxsize=200_000)
def stripped(word: str) -> list[str]:
    """Return a word as it stands and without conjunction, preposition and article."""
    found = [word]
    for prefix in PREFIXES:
        if word.startswith(prefix):
            found.append(word[len(prefix) :])
    return (
        found
        + [form[2:] for form in found if form.startswith(ARTICLE)]
        + [form[1:] for form in found if form.startswith("ل")]
    )


def is_hypothetical(text: Words, first: int) -> bool:
    """Tell whether a trigger stands under a condition or counts nothing (إذا طلبت، أي هجوم)."""
    before = text.folded[max(0, first - 2) : first]
    if not HYPOTHETICAL.isdisjoint(before) or (bool(before) and before[-1] in ANY):
        return True
    return (before == ["كل", "من"] and text.folded[first][:1] in "يت") or is_under_condition(text, first)


def is_under_condition(text: Words, first: int) -> bool:
    """Tell whether a condition begins shortly before, in one clause (إذا لم يتم التوصل إلى اتفاق)."""
    if CONDITIONS.isdisjoint(text.folded[max(0, first - CONDITION) : first]):
        return False
    for i in range(max(0, first - CONDITION), first):
        if text.folded[i] in CONDITIONS:
            return not CLAUSE_END.search(text.text[text.ends[i] : text.starts[first]])
    return False


def best(text: Words, options: list[Trigger], forms: Reader) -> Trigger:
    """Return the reading that the neighbours speak for: longest, needing a word, noun or verb, its word the nearest."""
    noun = nominal_position(text, options[0])
    return max(
        options,
        key=lambda option: (
            option.last,
            bool(option.form.entry.needs),
            (option.form.tense in ("noun", "participle")) == noun,
            -distance(text, option, forms),
        ),
    )


def distance(text: Words, trigger: Trigger, forms: Reader) -> int:
    """Return how many words off the nearest word stands that a trigger needs; those behind it come first."""
    wanted = trigger.form.entry.needs
    if not wanted:
        return 0
    for i in range(1, FAR + 1):
        for j in (trigger.last + i, trigger.first - i):
            if 0 <= j < len(text.folded) and forms.bits[wanted] & forms.helps[text.folded[j]]:
                return i
    return FAR + 1


def nominal_position(text: Words, trigger: Trigger) -> bool:
    """Tell whether a form that verb and noun share stands where only a noun can."""
    word, before = text.folded[trigger.first], text.folded[trigger.first - 1] if trigger.first else ""
    if trigger.cut and word[trigger.cut - 1] in "بلك":
        return True
    if word[trigger.cut :].startswith(ARTICLE):
        return True
    if before in NOUN_AFTER or before.removeprefix("و") in NOUN_AFTER:
        return True
    return before in HEADS or is_announced(text, trigger.first)


def is_announced(text: Words, first: int) -> bool:
    """Tell whether a verb that takes a noun stands shortly before (أعلنت فرنسا سحب قواتها، دانت الحركة قتل الفتى)."""
    for i in range(first - 1, max(-1, first - ANNOUNCED), -1):
        if text.sentences[i] != text.sentences[first] or text.folded[i] in ENDS_OBJECT:
            return False
        if text.folded[i].removeprefix("و") in TAKE_NOUN:
            return i >= first - 5 or not is_finite_like(text.folded[first])
    return False


def is_finite_like(word: str) -> bool:
    """Tell whether a word bears an ending that only a verb has (قتلت، قتلوا)."""
    return word.endswith(("ت", "وا"))


def place_of(text: Words, trigger: Trigger) -> tuple[int, int]:
    """Return start and end of a trigger in characters, behind its proclitics."""
    return start_behind(text, trigger.first, trigger.cut), text.ends[trigger.last]
