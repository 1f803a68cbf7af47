"""Nouns that say what is threatened, refused or wished, and so tell no act of their own."""

import re
from functools import cache
from itertools import count, takewhile

from analysis import lists
from analysis.arabic.phrases import Words
from analysis.events.parties import is_form
from analysis.events.sets import words
from analysis.events.topics import is_label, is_told_of
from analysis.events.triggers import CLAUSE_END, FINITE, Trigger, is_like_its_noun
from analysis.events.types import IMPOSED

ASIDE = re.compile(r"،[^،.؛\n]{1,40}،")  # «علقت باريس، يوم السبت، مساعداتها»
THREATENED = 9  # words from a threat over its subject to what is threatened at most
MEASURED = 14  # words between a verdict and the prison at most
BECAUSE = frozenset(("بسبب", "جراء", "اثر", "ردا", "بعد", "عقب"))


@cache
def contents() -> dict[str, tuple[frozenset[str], int]]:
    """Return the words whose content is no act of its own: the types or modes it may have (none: all) and the reach."""
    return {
        row["word"]: (frozenset(lists.parts(row["types"])), int(row["reach"])) for row in lists.rows("content_words")
    }


def without_contents(text: Words, found: list[Trigger], phrases: frozenset[int]) -> list[Trigger]:
    """Return the triggers without the nouns that say what is threatened, refused or wished.

    `phrases` are the words of the noun phrases of parties: a long title keeps no verb from its content.
    """
    kept: list[Trigger] = []
    for trigger in found:
        finite = is_finite(text, trigger, kept) or goes_on(text, trigger)
        held = is_threatened(text, kept[-1], trigger) if trigger.future and kept else False
        held = held or any(is_measure(text, holder, trigger) for holder in kept[-2:])
        if not held and (finite or not any(is_content(text, holder, trigger, phrases) for holder in holders(kept))):
            kept.append(trigger)
    return kept


def holders(kept: list[Trigger]) -> list[Trigger]:
    """Return the last triggers, of which one may hold a noun; a request stands before what is refused with it."""
    return kept[-1:] if kept and kept[-1].form.entry.type == "REQUEST" else kept[-3:]


def is_finite(text: Words, trigger: Trigger, kept: list[Trigger]) -> bool:
    """Tell whether a trigger is a finite verb, and no noun of its spelling (إيداع الوزير سجن المدينة)."""
    if trigger.form.tense not in FINITE:
        return False
    imprisoned = bool(kept) and kept[-1].form.entry.word in words("imprisoning")
    return not (imprisoned and is_like_its_noun(trigger.form, text.folded[trigger.first]))


def is_threatened(text: Words, threat: Trigger, trigger: Trigger) -> bool:
    """Tell whether a future verb says what is threatened (هدد بأن جيشه سيقصف العاصمة)."""
    if threat.form.entry.type != "THREATEN" or trigger.first - threat.last > THREATENED:
        return False
    clause = CLAUSE_END.search(text.text[text.ends[threat.last] : text.starts[trigger.first]])
    return not clause and not words("saying").isdisjoint(text.folded[threat.last + 1 : trigger.first])


def goes_on(text: Words, trigger: Trigger) -> bool:
    """Tell whether «و» joins a phrase that begins with a verb of many (رفضوا تسليم أسلحتهم وفتحوا النار)."""
    joined = trigger.form.tense == "phrase" and text.folded[trigger.first][: trigger.cut].endswith("و")
    return joined and text.folded[trigger.first].endswith("وا")


def is_content(text: Words, holder: Trigger, trigger: Trigger, phrases: frozenset[int]) -> bool:
    """Tell whether a noun is the content of an earlier trigger (هدد بقصف، رغبته في تعزيز)."""
    types, reach = contents().get(holder.form.entry.word, (frozenset(), 0))
    if not reach or trigger.first - holder.last > reach + subject_words(holder, trigger, phrases):
        return False
    if trigger.form.entry.type == "CONSULT" and is_told_of(text, trigger):
        return False  # «قاطعت الحركة المحادثات التي عقدت في جنيف»
    label = holder.form.entry.word in words("gives_name") and is_label(text, trigger)
    if types and types.isdisjoint((trigger.form.entry.type, trigger.form.entry.mode)) and not label:
        return False
    if not BECAUSE.isdisjoint(text.folded[holder.last + 1 : trigger.first]):
        return False  # «قطعت المغرب علاقاتها مع إيران بسبب دعم حزب الله لـ»
    if trigger.form.pronoun and trigger.form.entry.type == "ASSAULT":
        return False  # «طالبه بوقف هجماته»: these attacks were told, or are known
    if not words("in_force").isdisjoint(text.folded[trigger.last + 1 : trigger.last + 4]):
        return False  # «رفع معظم العقوبات المفروضة على البلاد»: they are in force
    if any(
        text.folded[i].startswith("و") and is_form(text.folded[i], "carrier_verbs") for i in between(holder, trigger)
    ):
        return False  # «تهدد بالدفاع عن المعارضة وتفرض عقوبات»: a second act
    between_them = text.text[text.ends[holder.last] : text.starts[trigger.first]].replace('"', "")
    return not CLAUSE_END.search(ASIDE.sub("", between_them))


def subject_words(verb: Trigger, content: Trigger, phrases: frozenset[int]) -> int:
    """Return of how many words the named subject right behind a finite verb is, before what it would do itself."""
    if verb.form.tense not in FINITE or content.form.entry.type in IMPOSED:
        return 0  # «رفضت كل من روسيا والصين العقوبات الأميركية»: they are there
    return sum(1 for _ in takewhile(phrases.__contains__, count(verb.last + 1)))


def is_measure(text: Words, verdict: Trigger, trigger: Trigger) -> bool:
    """Tell whether the prison that «ب» leads in is the measure of a verdict (يدين الوزير السابق بالسجن)."""
    if verdict.form.entry.mode != "convict" or trigger.form.entry.word not in words("prison"):
        return False
    led = text.folded[trigger.first][: trigger.cut].endswith("ب") and trigger.first - verdict.last <= MEASURED
    return led and not CLAUSE_END.search(text.text[text.ends[verdict.last] : text.starts[trigger.first]])


def between(one: Trigger, other: Trigger) -> range:
    """Return the places of the words between two triggers."""
    return range(one.last + 1, other.first)
