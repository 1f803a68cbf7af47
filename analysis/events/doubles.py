"""Triggers of an article -> those without the lighter of two words for one act, and without the counts of its dead."""

import re

from analysis.arabic.phrases import Words
from analysis.events.parties import NUMBERS_OR_PEOPLE, is_form
from analysis.events.sets import words, words_of_list
from analysis.events.triggers import CLAUSE_END, FINITE, Trigger

ONE_ACT = 3  # words apart at most, two words of one type tell one act (عقد اجتماعا، شن غارة)
ONE_ACT_FAR = 18  # the same where the second is led in by «في» (وصل الوزير إلى بغداد في زيارة)
LISTED = {"AID": 3, "AGREE": 3, "COOPERATE": 3, "SUPPORT": 1}  # words apart at most: «دعم وتضامن» is one act
LEADING = frozenset(("في", "خلال", "ضمن", "اثر", "جراء", "اثناء"))
SENTENCE_END = re.compile(r"[.!?؟\n]")
KILLED_IN = 12  # words between the killing and the attack it happened in at most
CASUALTIES_APART = 25  # words between an attack and the count of its dead at most


def without_casualties(text: Words, found: list[Trigger]) -> list[Trigger]:
    """Return the triggers without the words for dead and wounded where the attack itself is named beside them."""
    attacks = [trigger for trigger in found if trigger.form.entry.type == "ASSAULT" and not is_casualty(text, trigger)]
    kept: list[Trigger] = []
    for trigger in found:
        if is_casualty(text, trigger) or is_killed_in(text, trigger, attacks):
            counted = [other for other in kept[-2:] if is_casualty(text, other)]
            if any(is_same_attack(text, trigger, other) for other in [*attacks, *counted]):
                continue
        kept.append(trigger)
    return kept


def is_killed_in(text: Words, trigger: Trigger, attacks: list[Trigger]) -> bool:
    """Tell whether somebody is killed in an attack that is named behind it (قتل القيادي مع مرافقيه في غارة)."""
    if trigger.form.entry.word != "قتل" or trigger.form.tense != "perfect":
        return False
    behind = (attack for attack in attacks if 0 < attack.first - trigger.last <= KILLED_IN)
    return any(
        attack.form.tense in ("noun", "phrase")
        and text.folded[attack.first - 1] in LEADING
        and not text.folded[attack.first - 2].startswith("المشارك")  # the dead were those who attacked
        and text.sentences[attack.first] == text.sentences[trigger.first]
        for attack in behind
    )


def is_casualty(text: Words, trigger: Trigger) -> bool:
    """Tell whether a trigger counts dead or wounded (مقتل، أصيب، قتل 9 مدنيين)."""
    word, after = trigger.form.entry.word, trigger.last + 1
    if word in words_of_list("casualty_words"):
        return True
    passive = trigger.form.tense in FINITE and after < len(text.folded) and NUMBERS_OR_PEOPLE.match(text.folded[after])
    return word == "قتل" and bool(passive)


def is_same_attack(text: Words, one: Trigger, other: Trigger) -> bool:
    """Tell whether two triggers stand in one sentence, near each other."""
    first, second = sorted((one, other))
    return second.first - first.last <= CASUALTIES_APART and is_one_sentence(text, first, second)


def is_one_sentence(text: Words, one: Trigger, other: Trigger) -> bool:
    """Tell whether no sentence ends between a trigger and a later one."""
    return not SENTENCE_END.search(between(text, one, other))


def between(text: Words, one: Trigger, other: Trigger) -> str:
    """Return what is printed between a trigger and a later one."""
    return text.text[text.ends[one.last] : text.starts[other.first]]


# Two words for one act


def without_doubles(text: Words, found: list[Trigger]) -> list[Trigger]:
    """Return the triggers without the lighter of two words that tell one act side by side."""
    kept: list[Trigger] = []
    for trigger in found:
        if kept and one_act(text, kept[-1], trigger):
            kept[-1] = telling(kept[-1], trigger)
        elif len(kept) > 1 and is_light(kept[-2]) and one_act(text, kept[-2], trigger):
            kept[-2:] = [kept[-1], telling(kept[-2], trigger)]  # «توصلوا بوساطة قطر إلى اتفاق»
        elif kept and is_standing(text, kept[-1], trigger):
            kept[-1] = trigger
        elif not any(is_discussed(text, other, trigger) for other in kept[-3:]):
            kept.append(trigger)
    return kept


def is_standing(text: Words, noun: Trigger, verb: Trigger) -> bool:
    """Tell whether a noun is the text that a relative clause tells the signing of (اتفاقية … التي وقعت عام 2008)."""
    if (noun.form.entry.type, verb.form.entry.word, verb.form.tense) != ("AGREE", "وقع", "perfect"):
        return False
    relative = text.folded[verb.first - 1] in ("التي", "الذي")
    return relative and verb.first - noun.last <= 8 and is_one_sentence(text, noun, verb)


def is_light(trigger: Trigger) -> bool:
    """Tell whether a word gives way to another of the same act."""
    return trigger.form.entry.word in words_of_list("light_words")


def is_discussed(text: Words, talks: Trigger, trigger: Trigger) -> bool:
    """Tell whether a trigger only says what talks were for (محادثات … لبحث، محادثات ستناقش)."""
    if talks.form.entry.type != "CONSULT" or trigger.form.entry.type != "CONSULT" or not is_light(trigger):
        return False
    led = text.folded[trigger.first].startswith("ل") or text.folded[trigger.first - 1].removeprefix("و") in (
        "التي",
        "الذي",
    )
    return led and is_one_sentence(text, talks, trigger)


def one_act(text: Words, one: Trigger, other: Trigger) -> bool:
    """Tell whether two triggers of one type tell one act: a verb and its noun, or nouns listed as one role."""
    distance = other.first - one.last
    if one.form.entry.type != other.form.entry.type or distance > ONE_ACT_FAR:
        return False
    light = is_light(one) or is_light(other)
    if not is_one_sentence(text, one, other) or (CLAUSE_END.search(between(text, one, other)) and not light):
        return False
    if is_apart(text, one, other) and not light:
        return False
    joined = text.folded[other.first].startswith("و") and other.cut > 0
    if joined or any(word.startswith("وت") for word in text.folded[other.first - 1 : other.first]):
        listed = distance <= LISTED.get(one.form.entry.type, 0)
        return listed and not {one.form.tense, other.form.tense} & set(FINITE)
    if is_new_clause(text, one, other):
        return False
    if distance <= ONE_ACT:
        return one.form.entry != other.form.entry or light
    return is_led(text, one, other, light)


def is_apart(text: Words, one: Trigger, other: Trigger) -> bool:
    """Tell whether two words of one type tell two acts: a visit and its talks, an act and its reason."""
    modes = {one.form.entry.mode, other.form.entry.mode}
    if len(modes) == 2 and modes & {"visit", "third-party"}:
        return True
    return other.form.pronoun and text.folded[other.first][: other.cut].endswith("ل")


def is_new_clause(text: Words, one: Trigger, other: Trigger) -> bool:
    """Tell whether a joined verb between two words opens a clause (أحبطت محاولة انقلاب واندلعت أعمال عنف)."""
    joined = [word[1:] for word in text.folded[one.last + 1 : other.first] if word.startswith("و")]
    return any(word in words("breaks_out") or is_form(word, "carrier_verbs") for word in joined)


def is_led(text: Words, one: Trigger, other: Trigger, light: bool) -> bool:
    """Tell whether the later of two words for one act is led in by «في», or is a verb that carries the noun before."""
    if light and one.form.tense not in FINITE and other.form.tense in FINITE and is_light(other):
        return other.first - one.last <= 8
    leading = LEADING | {"الى", "الي"} if light else LEADING
    led = any(word in leading for word in text.folded[one.last + 1 : other.first])
    return (
        led and one.form.tense in FINITE and other.form.tense not in FINITE and (light or other.first - one.last <= 11)
    )


def telling(one: Trigger, other: Trigger) -> Trigger:
    """Return the more telling of two words for one act: the less light, a noun that a verb carries, else the first."""
    carried = one.form.tense in FINITE and other.form.tense in ("noun", "phrase")
    close = carried and other.first - one.last <= ONE_ACT
    if (is_light(one) and not is_light(other)) or (close and is_light(one) == is_light(other)):
        return other._replace(verb=one.first, future=one.future) if carried else other
    return one
