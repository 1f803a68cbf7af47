"""Texts that say what their issuer does: «تبنى المجلس قرارا يدعو إلى», «قرارا إسرائيليا يحظر»."""

from analysis.arabic.phrases import follows, word_before
from analysis.events.clauses import without_objects
from analysis.events.parties import Party, Scene
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger


def is_in_text(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb says what is in a text just named, whose issuer speaks by it (تبنى المجلس قرارا يدعو إلى)."""
    if trigger.form.tense not in FINITE or scene.text.folded[trigger.first].startswith("و"):
        return False
    near = range(max(0, trigger.first - 2), trigger.first)
    return any(scene.text.folded[i] in words("issued") for i in near) and all(follows(scene.text, i) for i in near)


def issuer(scene: Scene, inside: list[Party]) -> Party | None:
    """Return whose text it is by its demonym, else the free name before it in its sentence that is no object."""
    own = next(iter(inside), None)
    if own and own.demonym and word_before(scene.text, own.first) in words("issued"):
        return own  # «انتقد ماكرون قرارا إسرائيليا يحظر عمل الأونروا»
    free = [p for p in inside if p.under is None and p.use == "actor" and not (p.joined or p.demonym)]
    return next(iter(without_objects(scene, free)), None)
