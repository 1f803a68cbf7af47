"""Whom the pronoun on a noun means: «زيارته», «لقائهما», and who stands accused by «اتهامه بـ»."""

from analysis.events.agreement import may_be_meant
from analysis.events.clauses import takes_on, without_objects
from analysis.events.noun_phrases import clitic_of
from analysis.events.options import stripped
from analysis.events.parties import RELATIVES, Party, Scene, breaks, heads
from analysis.events.triggers import Trigger
from analysis.events.types import SPOKEN
from analysis.lists import demonyms

OF_PERSONS = ("استقال", "تنحى", "اعتزل", "ترشح")  # verbs of what only a person does
PEERS = frozenset(("نظيره", "نظيرها", "نظيرته", "نظيرتها", "نظراءه", "نظرائه", "نظراءها", "نظرائها"))
RELATED = 5  # words from a name over a relative pronoun to the noun in its clause at most


def antecedent(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return whom the pronoun on a noun means: the nearest free name before it, else the nearest name."""
    inside = [p for p in before if p.use == "actor" and p.actor_id not in scene.known.media]
    inside = [p for p in inside if breaks(scene.text, p.last, trigger.first) <= 2]
    inside = [party for party in inside if party.under not in ("قيادة", "باسم", "حسب")]
    inside = [party for party in inside if may_be_meant(scene, trigger, party)]
    inside = [party for party in inside if not is_of_thing(scene, party)] or inside
    if trigger.form.entry.word in OF_PERSONS:
        inside = [party for party in inside if party.actor_id in scene.known.people] or inside
    inside = [party for party in inside if is_peer(scene, trigger, party)] or inside
    inside = inside[1:] if inside and takes_on(scene, inside[0], trigger) else inside
    nearest = next((party for party in inside if not party.demonym), None)
    if nearest and is_told_of(scene, nearest, trigger):
        return nearest
    free = [p for p in inside if p.under is None and not p.joined]
    if trigger.form.entry.type in SPOKEN:
        free = without_objects(scene, free)  # «أبلغت بغداد واشنطن رفضها»
    named = [party for party in inside if not party.demonym]
    return next((party for party in free if not party.demonym), None) or next(iter([*free, *named]), None)


def is_peer(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether somebody may meet a counterpart of his, who is a person (اجتماعه مع نظيره الصيني)."""
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 4]
    met = any(bare in PEERS for word in behind for bare in stripped(word))
    return not met or party.actor_id in scene.known.people


def is_told_of(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a noun stands in the relative clause of a name (المواجهة ضد داعش الذي كثف تفجيراته)."""
    if trigger.first - party.last > RELATED:
        return False
    behind = scene.text.folded[party.last + 1 : trigger.first]  # «مجموعة فاغنر الروسية التي أعلنت انسحابها»
    skipped = 1 if behind and behind[0] in demonyms.forms() else 0
    return not RELATIVES.isdisjoint(behind[: 1 + skipped])


def is_of_thing(scene: Scene, party: Party) -> bool:
    """Tell whether a name only says whose a thing is (معسكرات الحزب، مواقع للجيش، منزل الزعيم)."""
    return party.start < party.first and scene.text.folded[party.start] in heads("object_heads")


def accused(scene: Scene, trigger: Trigger, before: list[Party]):
    """Return source, target and rule where «ب» behind «اتهامه» says that he stands accused (بعد اتهامه بالتجسس)."""
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 2]
    charged = trigger.form.entry.word == "اتهم" and trigger.form.pronoun and any(clitic_of(w) == "ب" for w in behind)
    return (None, antecedent(scene, trigger, before), "pronoun: target") if charged else None
