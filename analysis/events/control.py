"""Who does what «أن» leads in: the subject of the verb over it, or whom that asks (قررت إسرائيل أن تقصف لبنان)."""

from analysis.arabic.phrases import follows
from analysis.events.noun_phrases import clitic_of, preposition_at
from analysis.events.parties import Party, Scene, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import Trigger

LEADING_IN = ("ان", "بان", "لان")
REACH = 10  # words from the verb over «أن» to the act at most


def controller(scene: Scene, trigger: Trigger, inside: list[Party], following: Party | None) -> Party | None:
    """Return who does an act behind «أن» whose object, and no subject, follows it; `inside` are the names before."""
    text = scene.text.folded
    if trigger.first < 2 or text[trigger.first - 1] not in LEADING_IN:
        return None
    beside = following is not None and following.start == trigger.last + 1
    if beside and ("direct" not in trigger.form.entry.object or has_object_behind(scene, following)):
        return None  # «تريد إسرائيل أن توقف إيران التخصيب»
    a, _ = bounds(scene.text, trigger.first)
    near = range(trigger.first - 2, max(a - 1, trigger.first - 2 - REACH), -1)
    verb = next((i for i in near if is_over(scene, i, trigger)), None)
    if verb is None:
        return None
    between = [party for party in inside if verb < party.first and party.use == "actor"]
    if is_of(text[verb], "controls_asked"):
        asks = between[-1].start == verb + 1 if between else False  # «دعت مصر إلى أن …» asks nobody named
        asked = between[:-1] if asks else between
        return next((party for party in asked if party.under in (None, "من", "إلى", "ل")), None)
    if not beside:
        return None
    free = [party for party in between if party.under is None]
    return free[-1] if free else next((p for p in inside if p.last == verb - 1 and p.under is None), None)


def is_over(scene: Scene, i: int, trigger: Trigger) -> bool:
    """Tell whether a word is a verb of deciding, trying or asking in the clause of an act."""
    word = scene.text.folded[i]
    return (is_of(word, "controls") or is_of(word, "controls_asked")) and not breaks(scene.text, i, trigger.first)


def is_of(word: str, kind: str) -> bool:
    """Tell whether a word is one of a set, with or without «و»."""
    return word in words(kind) or word.removeprefix("و") in words(kind)


def has_object_behind(scene: Scene, party: Party) -> bool:
    """Tell whether a noun follows a name, which so is a subject."""
    if not follows(scene.text, party.last):
        return False
    word = scene.text.folded[party.last + 1]
    return not (preposition_at(word) or clitic_of(word) is not None or word in words("between"))
