"""Words of an article -> the words that may tell an act, each as the form that its neighbours make it."""

import re
from collections.abc import Callable
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.arabic.frequency import is_split
from analysis.arabic.phrases import ARTICLE, Words, follows, readings, start_behind
from analysis.events.forms import Form
from analysis.events.sets import words

NEAR = 6  # words before a trigger within which a `needs` word must stand
FAR = 9  # the same behind it, a subject between
BESIDE = 2  # words within which an `unless` word spoils the trigger
ANNOUNCED = 11  # words between a verb and a noun of action that is its object at most
ENDS_OBJECT = frozenset(
    ("ان", "بان", "انه", "انها", "الذي", "التي", "الذين", "حيث", "كما", "فيما", "بينما", "لكن", "ثم")
)
FINITE = ("perfect", "imperfect")
CLAUSE_END = re.compile(r"[،,؛;:.!?؟…\n()\[\]]| [-–—] ")
HYPOTHETICAL = words("hypothetical")
NOUN_AFTER = words("noun_after")


TAKE_NOUN = words("take_noun")
HEADS = words("action_heads")


class Reader(NamedTuple):
    """The inflected forms of a list, and how a printed word can be read as one of them."""

    table: dict[str, tuple[Form, ...]]
    readings: Callable[[str], tuple]


class Trigger(NamedTuple):
    """A word that tells an act, as the form that its neighbours make it."""

    first: int
    last: int
    cut: int  # letters of proclitics cut off, the future س not among them
    form: Form
    future: bool
    verb: int | None = None  # the first word of a verb that carries the noun (لم تتوصل إلى اتفاق)


def reader(table: dict[str, tuple[Form, ...]]) -> Reader:
    """Return a table of forms with the readings of each word, made once for each."""
    return Reader(table, cache(lambda word: tuple(all_readings(word, table))))


def triggers(text: Words, forms: Reader) -> list[Trigger]:
    """Return the words of an article that may tell acts, in text order."""
    found, free = [], 0
    for i in text.candidates:
        if i >= free:
            options = [trigger for trigger in options_at(text, i, forms) if counts(text, trigger)]
            if options:
                found.append(best(text, options))
                free = found[-1].last + 1
    return found


def begins(word: str, forms: Reader) -> bool:
    """Tell whether a word may be a trigger or begin one."""
    return bool(forms.readings(word))


def all_readings(word: str, table: dict[str, tuple[Form, ...]]):
    """Yield (letters cut, form as listed, is it future) for each way to read a word."""
    for cut, known in readings(word, table):
        if is_split(word, known):
            yield cut, known, False
    for cut in (0, 1):
        rest = word[cut + 1 :]
        if word[cut : cut + 1] == "س" and (not cut or word[0] in "وف") and rest[:1] in "يتنا" and rest in table:
            yield cut, rest, True


def options_at(text: Words, i: int, forms: Reader):
    """Yield every reading of word i as a trigger; a whole word is not taken apart."""
    least = None
    for cut, known, future in forms.readings(text.folded[i]):
        if least is not None and cut > least:
            continue
        able = [
            form for form in forms.table[known] if fits(form, cut, text.folded[i], future) and printed(text, i, form)
        ]
        for form in able:
            last = phrase_end(text, i, form)
            if last is not None:
                least = cut
                yield Trigger(i, last, cut, form, future)


def fits(form: Form, cut: int, word: str, future: bool) -> bool:
    """Tell whether proclitics and form go together: ب ل ك and the article stand on nouns, س on the imperfect."""
    if future:
        return form.tense == "imperfect"
    if cut and word[cut - 1] in "بك":
        return form.tense in ("noun", "participle", "phrase")
    if cut and word[cut - 1] == "ل":
        return form.tense != "perfect"
    return True


def printed(text: Words, i: int, form: Form) -> bool:
    """Tell whether the printed word allows a form: ة is no pronoun and no verb, a participle with ال an adjective."""
    word = text.text[text.starts[i] : text.ends[i]]
    if word.endswith("ة") and (form.pronoun or form.tense in ("perfect", "imperfect")):
        return False
    return not (form.tense == "participle" and (ARTICLE in text.folded[i][:4]))


def phrase_end(text: Words, i: int, form: Form) -> int | None:
    """Return the index of a phrase's last word, or None when its further words do not follow."""
    for j, word in enumerate(form.rest, i + 1):
        if not follows(text, j - 1) or text.folded[j] not in (word, ARTICLE + word):
            return None
    return i + len(form.rest)


def counts(text: Words, trigger: Trigger) -> bool:
    """Tell whether the words around a trigger leave it an act: what it needs is near, what spoils it is not."""
    entry, first, last = trigger.form.entry, trigger.first, trigger.last
    beside = [*text.folded[max(0, first - BESIDE) : first], *text.folded[last + 1 : last + 1 + BESIDE]]
    if entry.unless and any(bare in entry.unless for word in beside for bare in stripped(word)):
        return False
    if is_hypothetical(text, first):
        return False
    if not entry.needs or (entry.mode == "visit" and trigger.form.tense in FINITE):
        return True  # a traveller may have a name only: acts.acts looks for one
    near = [*range(max(0, first - NEAR), first), *range(last + 1, min(last + 1 + FAR, len(text.folded)))]
    inside = (text.folded[i] for i in near if text.sentences[i] == text.sentences[first])
    return any(bare.startswith(entry.needs) for word in inside for bare in stripped(word))


@lru_cache(maxsize=200_000)
def stripped(word: str) -> list[str]:
    """Return a word as it stands and without conjunction, preposition and article."""
    found = [word]
    for prefix in ("و", "ف", "ب", "ل", "ك", "وب", "ول"):
        if word.startswith(prefix):
            found.append(word[len(prefix) :])
    return (
        found
        + [form[2:] for form in found if form.startswith(ARTICLE)]
        + [form[1:] for form in found if form.startswith("ل")]
    )


def is_hypothetical(text: Words, first: int) -> bool:
    """Tell whether a trigger stands under a condition or counts nothing (إذا طلبت، أي هجوم)."""
    return any(word in HYPOTHETICAL for word in text.folded[max(0, first - 2) : first]) or text.folded[
        first - 1 : first
    ] in (["اي"], ["باي"], ["لاي"])


def best(text: Words, options: list[Trigger]) -> Trigger:
    """Return the reading that the neighbours speak for: longest, with its needed word, noun or verb by position."""
    noun = nominal_position(text, options[0])
    return max(
        options,
        key=lambda option: (
            option.last,
            bool(option.form.entry.needs),
            (option.form.tense in ("noun", "participle")) == noun,
        ),
    )


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
