"""Attacks that are beaten off: whose they are, and whom they met («صدت القوات هجوما روسيا», «إحباط هجوم للحركة»)."""

from analysis.arabic.phrases import word_before
from analysis.events.doubles import REPULSING
from analysis.events.parties import Party, Scene, breaks
from analysis.events.sets import words
from analysis.events.triggers import Trigger
from analysis.events.types import SPOKEN

WHOSE = 5  # words from what beats an attack off to whose attack it is at most
MET = 6  # words from an attack back over who beats it off to the verb at most


def is_of_attack(scene: Scene, trigger: Trigger, owner: Party) -> bool:
    """Tell whether a demonym is that of an attack which somebody judges or beats off (إدانة الهجوم الإسرائيلي)."""
    before = word_before(scene.text, owner.first)
    if trigger.form.entry.word in REPULSING:
        return before.removesuffix("ا") in words("attack")
    return trigger.form.entry.type in SPOKEN and before in words("judged_act")


def whose_attack(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return whose attack is beaten off (صدت القوات هجوما روسيا، أحبط الجيش هجوما للحركة، تصدت لهجوم إسرائيلي)."""
    if trigger.form.entry.word not in REPULSING:
        return None
    near = range(trigger.last + 1, min(trigger.last + 1 + WHOSE, len(scene.text.folded)))
    at = next((i for i in near if scene.text.folded[i].removeprefix("ل").removesuffix("ا") in words("attack")), None)
    beside = (p for p in after if at is not None and at < p.first and p.start <= at + 2)
    able = (p for p in beside if p.demonym or p.under == "ل" or (p.under is None and p.start == at + 1))
    return next((p for p in able if p.use == "actor" and not breaks(scene.text, at, p.first)), None)


def who_repels(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return who beats an attack off, whom it so met (أعلنت كييف صد هجوم، أحبط الجيش هجوما على المدينة)."""
    near = scene.text.folded[max(0, trigger.first - MET) : trigger.first]
    if trigger.form.entry.type != "ASSAULT" or not any(word.removeprefix("و") in words("repels") for word in near):
        return None
    able = (p for p in before if p.under is None and p.use == "actor" and not p.demonym)
    return next((p for p in able if not breaks(scene.text, p.last, trigger.first)), None)
