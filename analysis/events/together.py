"""Two who are named side by side: what they do to a third together, and what each does to the other."""

from analysis.arabic.phrases import follows
from analysis.events import bygone
from analysis.events.joined import acts_along
from analysis.events.noun_phrases import clitic_of
from analysis.events.parties import Party, Scene, same
from analysis.events.sets import words
from analysis.events.triggers import Trigger
from analysis.events.types import IMPOSED

ONE_SIDED = (*IMPOSED, "AID", "MOBILIZE")
EACH_OTHER = ("تراشق", "تبادل", "سجال", "ملاسنة")
VOICED = ("REJECT", "REQUEST", "ACCUSE", "PROTEST")


def is_joint(scene: Scene, trigger: Trigger, second: Party) -> bool:
    """Tell whether two demonyms name who do or say something together, and to a third (رفض مصري أردني للخطة)."""
    if trigger.form.entry.word.startswith(EACH_OTHER):
        return False  # «تراشق إسرائيلي إيراني بالاتهامات»
    if trigger.form.entry.type in ONE_SIDED:
        return not bygone.is_of_both(trigger)
    behind = scene.text.folded[second.last + 1] if follows(scene.text, second.last) else ""
    voiced = trigger.form.entry.type in (*VOICED, "THREATEN") and not behind.startswith("متبادل")
    return voiced or (trigger.form.entry.type == "SUPPORT" and clitic_of(behind) in ("ل", "ب"))


def apart(scene: Scene, trigger: Trigger, source: Party | None, target: Party | None, rule: str):
    """Return the roles where they are two; a visit at home has another guest, talks at home another partner."""
    at_home = trigger.form.entry.type == "CONSULT" and source and target and home(scene, target) == home(scene, source)
    if at_home and not same(source, target) and (target.under == "مع" or are_rivals(scene, source, target)):
        return source, target, rule  # «تعليق الحوار مع الحكومة»: the opposition's own
    if at_home:
        return (None, target, rule) if target.use == "place" else (source, None, rule)
    return source, None if same(target, source) else target, rule


def are_rivals(scene: Scene, first: Party, second: Party) -> bool:
    """Tell whether two of one state that «و» joins face each other (وفدا الحكومة والمعارضة، الحكومة والحوثيون)."""
    two = scene.text.folded[first.start] in words("two_of_them")
    armed = {party.actor_id in scene.known.armed for party in (first, second)}
    return acts_along(second, first) and (two or len(armed) == 2)


def home(scene: Scene, party: Party) -> str:
    """Return the state of a party or of a place."""
    return scene.known.home.get(party.actor_id, party.actor_id)
