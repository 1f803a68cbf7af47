"""Triggers of an article -> those that tell acts: no topics, goals or contents of threats, one trigger for each act."""

import re
from functools import cache

from analysis import lists
from analysis.arabic.phrases import ARTICLE, Words
from analysis.events.options import clothed, stripped
from analysis.events.parties import NUMBERS_OR_PEOPLE, Party, is_form
from analysis.events.standing import arrives, is_none, without_motives
from analysis.events.topics import is_purpose, is_standing_text, is_with_press
from analysis.events.triggers import CLAUSE_END, FINITE, Trigger

ONE_ACT = 3  # words apart at most, two words of one type tell one act (عقد اجتماعا، شن غارة)
ONE_ACT_FAR = 18  # the same where the second is led in by «في» (وصل الوزير إلى بغداد في زيارة)
LISTED = ("AID", "AGREE", "COOPERATE", "SUPPORT")  # «التدريب وتقديم المشورة والمساعدة» is one role
LEADING = frozenset(("في", "خلال", "ضمن", "اثر", "جراء", "اثناء"))
SAME_SENTENCE = re.compile(r"[.!?؟\n]")
CASUALTIES_APART = 25  # words between an attack and the count of its dead at most


def acts(text: Words, found: list[Trigger], parties: list[Party], media: frozenset[str]) -> list[Trigger]:
    """Return the triggers that tell acts, of several words for one act the most telling one.

    `media` are the actor_ids of news media, with whom nobody holds talks of state.
    """
    inside = {i for party in parties if not party.demonym for i in range(party.first, party.last + 1)}
    kept = [trigger for trigger in found if trigger.first not in inside and not is_none(text, trigger)]
    kept = [trigger for trigger in kept if arrives(text, trigger, parties)]
    kept = without_motives(text, [trigger for trigger in kept if not is_goal(text, trigger)])
    bound = {trigger.first for trigger in kept if not is_topic(text, trigger, parties)}
    told = {trigger.form.entry.word for trigger in kept if trigger.first in bound}
    kept = [trigger for trigger in kept if trigger.first in bound or is_told_before(text, trigger, told)]
    kept = [trigger for trigger in kept if not is_with_press(text, trigger, parties, media)]
    return without_doubles(text, without_casualties(text, without_contents(text, without_purposes(text, kept))))


def without_purposes(text: Words, found: list[Trigger]) -> list[Trigger]:
    """Return the triggers without those that say what something is for, and without agreements in force."""
    return [
        trigger
        for place, trigger in enumerate(found)
        if not is_purpose(text, trigger, found[max(0, place - 4) : place]) and not is_standing_text(text, trigger)
    ]


# Topics and goals


@cache
def words_of_list(name: str) -> frozenset[str]:
    """Return the first column of a list, as printed there."""
    return frozenset(row["word"] for row in lists.rows(name))


@cache
def goals() -> dict[str, int]:
    """Return the words behind which a goal stands, as they can be written, with how many words they reach."""
    rows = sorted((int(row["reach"]), row["word"]) for row in lists.rows("goal_words"))
    return {written: reach for reach, word in rows for written in clothed(word)}


def is_goal(text: Words, trigger: Trigger) -> bool:
    """Tell whether a trigger names what is aimed at, feared or prevented (لمنع هجمات), and not «هذه الهجمات»."""
    if trigger.first and text.folded[trigger.first - 1] in ("هذه", "هذا", "تلك"):
        return False
    a = max(0, trigger.first - 6)
    for i, reach in enumerate(map(goals().get, text.folded[a : trigger.first]), a):
        near = reach and trigger.first - i <= reach
        if near and not CLAUSE_END.search(text.text[text.ends[i] : text.starts[trigger.first]]):
            return trigger.form.tense not in FINITE
    return False


def is_topic(text: Words, trigger: Trigger, parties: list[Party]) -> bool:
    """Tell whether a noun names a topic: no party is bound to it (مجالات التعاون والدعم)."""
    if trigger.form.tense not in ("noun", "phrase") or trigger.form.entry.word not in words_of_list("topic_words"):
        return False
    if heads(text, trigger):
        return True
    return not (trigger.form.pronoun or is_bound(text, trigger, parties))


def heads(text: Words, trigger: Trigger) -> bool:
    """Tell whether the noun governing a trigger, or its neighbour joined by «و», makes it a topic (برامج التعاون)."""
    for i in range(max(0, trigger.first - 2), trigger.first):
        near = i == trigger.first - 1 or text.folded[trigger.first].startswith("و")
        if near and any(bare in words_of_list("topic_heads") for bare in stripped(text.folded[i])):
            return True
    return False


def is_bound(text: Words, trigger: Trigger, parties: list[Party]) -> bool:
    """Tell whether a party stands in the genitive behind a noun, beside it as an adjective, or behind «مع» or «بين»."""
    for party in parties:
        if not 0 < party.first - trigger.last <= 6 or CLAUSE_END.search(
            text.text[text.ends[trigger.last] : text.starts[party.first]]
        ):
            continue
        if party.under in ("مع", "بين", "ل", "ضد", "على", *trigger.form.entry.object) or (
            party.under is None and party.start <= trigger.last + 2
        ):
            return True
    after = text.folded[trigger.last + 1 : trigger.last + 4]
    return "مع" in after or text.folded[max(0, trigger.first - 1)] in ("هذا", "عقد", "اجري")


def is_told_before(text: Words, trigger: Trigger, told: set[str]) -> bool:
    """Tell whether a definite noun speaks of an act that the article names with its parties (الحوار)."""
    word = text.folded[trigger.first][trigger.cut :]
    definite = word.startswith((ARTICLE, "ل" + ARTICLE[1:]))
    return (
        definite
        and trigger.form.entry.type == "CONSULT"
        and trigger.form.entry.word in told
        and not heads(text, trigger)
    )


# Contents


@cache
def contents() -> dict[str, tuple[frozenset[str], int]]:
    """Return the words whose content is no act of its own: the types it may have (none: all) and the reach."""
    return {
        row["word"]: (frozenset(lists.parts(row["types"])), int(row["reach"])) for row in lists.rows("content_words")
    }


def without_contents(text: Words, found: list[Trigger]) -> list[Trigger]:
    """Return the triggers without the nouns that say what is threatened, refused or wished."""
    kept: list[Trigger] = []
    for trigger in found:
        if trigger.form.tense in FINITE or not any(is_content(text, holder, trigger) for holder in kept[-3:]):
            kept.append(trigger)
    return kept


def is_content(text: Words, holder: Trigger, trigger: Trigger) -> bool:
    """Tell whether a noun is the content of an earlier trigger (هدد بقصف، رغبته في تعزيز)."""
    types, reach = contents().get(holder.form.entry.word, (frozenset(), 0))
    if not reach or trigger.first - holder.last > reach:
        return False
    if types and trigger.form.entry.type not in types:
        return False
    if any(
        text.folded[i].startswith("و") and is_form(text.folded[i], "carrier_verbs") for i in between(holder, trigger)
    ):
        return False  # «تهدد بالدفاع عن المعارضة وتفرض عقوبات»: a second act
    return not CLAUSE_END.search(text.text[text.ends[holder.last] : text.starts[trigger.first]].replace('"', ""))


def between(one: Trigger, other: Trigger) -> range:
    """Return the places of the words between two triggers."""
    return range(one.last + 1, other.first)


# Casualties


def without_casualties(text: Words, found: list[Trigger]) -> list[Trigger]:
    """Return the triggers without the words for dead and wounded where the attack itself is named beside them."""
    attacks = [trigger for trigger in found if trigger.form.entry.type == "ASSAULT" and not is_casualty(text, trigger)]
    kept: list[Trigger] = []
    for trigger in found:
        if is_casualty(text, trigger):
            counted = [other for other in kept[-2:] if is_casualty(text, other)]
            if any(is_same_attack(text, trigger, other) for other in [*attacks, *counted]):
                continue
        kept.append(trigger)
    return kept


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
    near = second.first - first.last <= CASUALTIES_APART
    return near and not SAME_SENTENCE.search(text.text[text.ends[first.last] : text.starts[second.first]])


# Two words for one act


def without_doubles(text: Words, found: list[Trigger]) -> list[Trigger]:
    """Return the triggers without the lighter of two words that tell one act side by side."""
    kept: list[Trigger] = []
    for trigger in found:
        if kept and one_act(text, kept[-1], trigger):
            kept[-1] = telling(kept[-1], trigger)
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
    return (
        relative
        and verb.first - noun.last <= 8
        and not SAME_SENTENCE.search(text.text[text.ends[noun.last] : text.starts[verb.first]])
    )


def is_light(trigger: Trigger) -> bool:
    """Tell whether a word gives way to another of the same act."""
    return trigger.form.entry.word in words_of_list("light_words")


def is_discussed(text: Words, talks: Trigger, trigger: Trigger) -> bool:
    """Tell whether a trigger only says what talks were for (محادثات … لبحث، محادثات ستناقش)."""
    if talks.form.entry.type != "CONSULT" or trigger.form.entry.type != "CONSULT" or not is_light(trigger):
        return False
    between = text.text[text.ends[talks.last] : text.starts[trigger.first]]
    led = text.folded[trigger.first].startswith("ل") or text.folded[trigger.first - 1].removeprefix("و") in (
        "التي",
        "الذي",
    )
    return led and not SAME_SENTENCE.search(between)


def one_act(text: Words, one: Trigger, other: Trigger) -> bool:
    """Tell whether two triggers of one type tell one act: a verb and its noun, or nouns listed as one role."""
    distance = other.first - one.last
    if one.form.entry.type != other.form.entry.type or distance > ONE_ACT_FAR:
        return False
    between = text.text[text.ends[one.last] : text.starts[other.first]]
    light = is_light(one) or is_light(other)
    if SAME_SENTENCE.search(between) or (CLAUSE_END.search(between) and not light):
        return False
    if is_apart(text, one, other) and not light:
        return False
    joined = text.folded[other.first].startswith("و") and other.cut > 0
    if joined or any(word.startswith("وت") for word in text.folded[other.first - 1 : other.first]):
        return (
            one.form.entry.type in LISTED
            and distance <= ONE_ACT
            and not {one.form.tense, other.form.tense} & set(FINITE)
        )
    if distance <= ONE_ACT:
        return one.form.entry != other.form.entry or light
    return is_led(text, one, other, light)


def is_apart(text: Words, one: Trigger, other: Trigger) -> bool:
    """Tell whether two words of one type tell two acts: a visit and its talks, an act and its reason (لرفضها)."""
    if "visit" in (one.form.entry.mode, other.form.entry.mode) and one.form.entry.mode != other.form.entry.mode:
        return True
    return other.form.pronoun and text.folded[other.first][: other.cut].endswith("ل")


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
