"""Triggers of an article -> those that tell acts: no topics, goals or contents of threats, one trigger for each act."""

from functools import cache

from analysis import lists
from analysis.arabic.numbers import is_number
from analysis.arabic.phrases import ARTICLE, Words, places, word_before
from analysis.events.casualties import without_casualties
from analysis.events.content_nouns import without_contents
from analysis.events.doubles import without_doubles
from analysis.events.drills import as_joint
from analysis.events.duties import is_nobodys_duty
from analysis.events.in_words import as_blame
from analysis.events.noun_phrases import preposition_at
from analysis.events.options import clothed, stripped
from analysis.events.orders import without_orders
from analysis.events.parties import Facts, Party, breaks, is_form
from analysis.events.sets import words, words_of_list
from analysis.events.standing import arrives, is_none, without_motives
from analysis.events.things import is_of_things
from analysis.events.topics import (
    is_attribute,
    is_blow,
    is_discussed,
    is_kept,
    is_prayer,
    is_prevented,
    is_purpose,
    is_signed,
    is_standing_text,
    is_told_of,
    is_with_press,
)
from analysis.events.triggers import CLAUSE_END, FINITE, NOMINAL, Trigger
from analysis.events.unspecific import is_unspecific

AFTERWARDS = frozenset(("بعد", "وبعد", "بعيد", "وبعيد", "عقب", "وعقب", "اثر"))
NO_GOAL = ("كامل", "كاملا")  # «كامل دعمه» holds no «أمل»
GIVEN_WITHIN = 7  # words from a verb of giving, over who gives, to the help at most
STRUCK = 6  # words from an attack over who makes it to the convoy that it hits at most
SUBJECT = 5  # words from a verb over its subject to the talks that it sets going at most


def acts(text: Words, found: list[Trigger], parties: list[Party], known: Facts) -> list[Trigger]:
    """Return the triggers that tell acts, of several words for one act the most telling one."""
    inside = {i for party in parties if not party.demonym for i in range(party.first, party.last + 1)}
    told = (trigger for trigger in found if trigger.first not in inside and not is_none(text, trigger))
    told = (trigger for trigger in told if not is_unspecific(text, trigger))
    kept = [t for t in told if not (is_of_things(text, t, parties) or is_nobodys_duty(text, t, parties))]
    kept = [as_joint(text, as_blame(text, trigger, parties, known), parties) for trigger in kept]
    kept = without_heads([trigger for trigger in kept if arrives(text, trigger, parties)])
    kept = without_orders(text, kept, [party for party in parties if party.actor_id in known.states])
    kept = without_motives(text, [trigger for trigger in kept if not is_goal(text, trigger)])
    bound = {trigger.first for trigger in kept if not is_topic(text, trigger, parties)}
    told = {trigger.form.entry.word for trigger in kept if trigger.first in bound}
    kept = [trigger for trigger in kept if trigger.first in bound or is_told_before(text, trigger, told)]
    kept = [trigger for trigger in kept if not is_with_press(text, trigger, parties, known.media)]
    phrases = frozenset(i for party in parties for i in range(party.start, party.last + 1))
    kept = without_contents(text, without_purposes(text, kept), phrases)
    return without_doubles(text, without_casualties(text, kept))


def without_purposes(text: Words, found: list[Trigger]) -> list[Trigger]:
    """Return the triggers without those that say what something is for, agreements in force and prayers."""
    return [
        trigger
        for place, trigger in enumerate(found)
        if not is_purpose(text, trigger, found[max(0, place - 4) : place])
        and not (
            is_standing_text(text, trigger)
            or is_prayer(text, trigger)
            or is_signed(text, trigger)
            or is_kept(text, trigger)
        )
        and not (is_blow(text, trigger) or is_struck(text, trigger, found[max(0, place - 2) : place]))
        and not (is_prevented(text, trigger) or is_attribute(text, trigger) or is_discussed(text, trigger))
        and not is_counted(text, trigger)
    ]


def is_struck(text: Words, trigger: Trigger, before: list[Trigger]) -> bool:
    """Tell whether a convoy of help or of soldiers is only what an attack hits (استهداف قافلة مساعدات)."""
    if trigger.form.entry.type not in ("AID", "MOBILIZE") or trigger.form.tense not in NOMINAL:
        return False
    convoy = not words("carries_help").isdisjoint(text.folded[trigger.first - 1 : trigger.first + 1])
    if trigger.form.entry.type == "AID" and not convoy:
        return False
    hits = (t for t in before if t.form.entry.type == "ASSAULT" and 0 < trigger.first - t.last <= STRUCK)
    return any(not breaks(text, t.last, trigger.first) for t in hits)


def is_counted(text: Words, trigger: Trigger) -> bool:
    """Tell whether a participle means people who are counted, and no act (الإفراج عن 20 محتجزا)."""
    named = trigger.form.entry.subject == "target" and trigger.form.entry.pos == "noun"  # «محتجز»
    held = trigger.form.entry.type == "COERCE" and (named or trigger.form.tense == "participle")
    before = word_before(text, trigger.first)
    return held and (is_number(before) or before in words("all_of"))  # «الإفراج عن جميع المحتجزين»


def without_heads(found: list[Trigger]) -> list[Trigger]:
    """Return the triggers without «عملية» where the word behind it says what was done (عملية احتجاز، عمليات القصف)."""
    beside = {trigger.first for trigger in found if not trigger.cut and trigger.form.tense not in FINITE}
    return [t for t in found if t.form.entry.word not in words("carries_act") or t.last + 1 not in beside]


# Topics and goals


@cache
def goals() -> dict[str, int]:
    """Return the words behind which a goal stands, as they can be written, with how many words they reach."""
    rows = sorted((int(row["reach"]), row["word"]) for row in lists.rows("goal_words"))
    written = {written: reach for reach, word in rows for written in clothed(word)}
    return {word: reach for word, reach in written.items() if not word.endswith(NO_GOAL)}


@cache
def goal_words() -> frozenset[str]:
    """Return the words behind which a goal stands."""
    return frozenset(goals())


def is_goal(text: Words, trigger: Trigger) -> bool:
    """Tell whether a trigger names what is aimed at, feared or prevented (لمنع هجمات), and not «هذه الهجمات»."""
    before = word_before(text, trigger.first)
    if trigger.form.tense in FINITE or before in ("هذه", "هذا", "تلك"):
        return False
    if text.folded[trigger.first] in ("لن", "لا") or (before == "مكان" and trigger.form.entry.type == "CONSULT"):
        return False  # «إن قادة الانقلاب لن يفلتوا»; «لم يحدد مكان اللقاء»: it will be held
    if before.lstrip("وفبلك") in words("agreement_on"):
        return not trigger.form.pronoun
    near = places(text, goal_words(), max(0, trigger.first - 6), trigger.first)
    return any(is_aimed_at(text, i, trigger) for i in near)


def is_aimed_at(text: Words, i: int, trigger: Trigger) -> bool:
    """Tell whether the goal that word i leads in is a trigger near it."""
    if trigger.first - i > goals()[text.folded[i]] or is_told_of(text, trigger) or is_aiming(text, i, trigger):
        return False
    return not CLAUSE_END.search(text.text[text.ends[i] : text.starts[trigger.first]])


def is_aiming(text: Words, verb: int, trigger: Trigger) -> bool:
    """Tell whether a trigger is what aims at something, and not what it aims at (تهدف المفاوضات إلى)."""
    if text.folded[verb].removeprefix("و") not in words("aiming") or trigger.cut:
        return False
    return "الي" not in text.folded[verb : trigger.first]


def is_topic(text: Words, trigger: Trigger, parties: list[Party]) -> bool:
    """Tell whether a noun names a topic: no party is bound to it (مجالات التعاون والدعم)."""
    if trigger.form.tense not in NOMINAL or trigger.form.entry.word not in words_of_list("topic_words"):
        return False
    if heads(text, trigger):
        return True
    if trigger.form.entry.word == "حرب" and not words("of_war").isdisjoint(
        text.folded[trigger.last + 1 : trigger.last + 3]
    ):
        return False  # «إنهاء الحرب المستمرة منذ عشر سنوات»
    if trigger.form.entry.type == "SUPPORT" and word_before(text, trigger.first) in AFTERWARDS:
        return False  # «بعيد تطبيع العلاقات»
    if trigger.form.pronoun or is_under_way(text, trigger) or is_given(text, trigger):
        return False
    return not is_bound(text, trigger, parties)


def is_given(text: Words, trigger: Trigger) -> bool:
    """Tell whether help or a fight is the object of a verb that carries it, or counted people get it (يشن تمردا)."""
    if trigger.form.entry.word == "أنقذ":
        return any(word[:1].isdecimal() for word in text.folded[trigger.last + 1 : trigger.last + 2])
    if trigger.form.entry.word == "ساعد" and trigger.cut == 0 and is_object_of_giving(text, trigger.first):
        return True
    given = trigger.form.entry.word == "ساعد" or (trigger.form.entry.type == "ASSAULT" and not trigger.cut)
    return given and is_form(word_before(text, trigger.first), "carrier_verbs")


def is_object_of_giving(text: Words, first: int) -> bool:
    """Tell whether a verb of giving stands before help, its subject between (قدمت السعودية مساعدات للنازحين)."""
    if text.folded[first].startswith(ARTICLE) or preposition_at(word_before(text, first)):
        return False
    near = range(max(0, first - GIVEN_WITHIN), first)
    verb = next((i for i in near if text.folded[i].removeprefix("و") in words("gives")), None)
    return verb is not None and not breaks(text, verb, first)


def is_under_way(text: Words, trigger: Trigger) -> bool:
    """Tell whether the words beside a noun speak of it as going on or to come (بدء القتال، جولات الحوار التي جرت)."""
    if trigger.form.entry.word not in words("may_go_on") or text.folded[trigger.first][: trigger.cut].endswith("ل"):
        return False
    if not words("under_way").isdisjoint(text.folded[trigger.last + 1 : trigger.last + 2]):
        return True
    before = text.folded[max(0, trigger.first - 2) : trigger.first]
    if not words("sets_going").isdisjoint(text.folded[max(0, trigger.first - SUBJECT) : trigger.first]):
        return True  # «استأنفت كينيا والصومال الحوار»
    return any(bare in words("goes_on") for word in before for bare in stripped(word))


def heads(text: Words, trigger: Trigger) -> bool:
    """Tell whether the noun governing a trigger, or its neighbour joined by «و», makes it a topic (برامج التعاون)."""
    for i in range(max(0, trigger.first - 2), trigger.first):
        near = i == trigger.first - 1 or is_joined_to(text, i, trigger.first)
        if near and any(bare in words_of_list("topic_heads") for bare in stripped(text.folded[i])):
            return True
    return False


def is_joined_to(text: Words, head: int, first: int) -> bool:
    """Tell whether a noun is joined by «و» to what stands behind a head, in one clause (برامج التدريب والدعم)."""
    between = text.text[text.ends[head] : text.starts[first]]
    return text.folded[first].startswith("و") and not CLAUSE_END.search(between)


def is_bound(text: Words, trigger: Trigger, parties: list[Party]) -> bool:
    """Tell whether a party stands in the genitive behind a noun, beside it as an adjective, or behind «مع» or «بين»."""
    for party in parties:
        if not 0 < party.first - trigger.last <= 6 or CLAUSE_END.search(
            text.text[text.ends[trigger.last] : text.starts[max(party.start, trigger.last + 1)]]
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
