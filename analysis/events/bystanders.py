"""Parties that the words around an act name and that have no part in it: the city of a conference, the dead."""

from analysis.arabic.phrases import word_before
from analysis.events.options import stripped
from analysis.events.other_side import Roles
from analysis.events.parties import Party, Scene
from analysis.events.sets import words
from analysis.events.triggers import Trigger

DEPARTURE = "رحيل"  # of somebody whom people call on to go, else a death


def without_bystanders(scene: Scene, trigger: Trigger, found: Roles) -> Roles:
    """Return the roles without who only stands nearby."""
    if trigger.form.entry.type == "ASSAULT":
        return found
    out = {
        side: None
        for side in ("source", "target")
        if is_seat(scene, trigger, getattr(found, side)) or is_dead(scene, trigger, getattr(found, side))
    }
    return found._replace(**out)


def is_seat(scene: Scene, trigger: Trigger, party: Party | None) -> bool:
    """Tell whether talks of others are held in a city of conferences (اجتماع الوفد في جنيف; not: زار جنيف)."""
    if party is None or party.use != "place" or party.under not in ("في", "ب"):
        return False
    talks = trigger.form.entry.type == "CONSULT" and trigger.form.entry.mode != "visit"
    return talks and not words("seats").isdisjoint(stripped(scene.text.folded[party.first]))


def is_dead(scene: Scene, trigger: Trigger, party: Party | None) -> bool:
    """Tell whether an act is told beside somebody's killing (ندد بمقتل رفيق الحريري ورحب بالمحكمة)."""
    if party is None or party.actor_id not in scene.known.people:
        return False
    if trigger.first < party.start <= trigger.last + 1:
        return False  # «أصدرت المحكمة حكما بإعدام فلان»
    before = word_before(scene.text, party.start)
    leaves = before.endswith(DEPARTURE) and trigger.form.entry.type in ("PROTEST", "REQUEST", "RETREAT")
    return not leaves and not words("deaths").isdisjoint(stripped(before))
