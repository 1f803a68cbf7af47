"""Where: the place that the words around an act name for it."""

from bisect import bisect_left

from analysis.events import sets
from analysis.events.noun_phrases import preposition_at
from analysis.events.parties import RELATIVES, Party, Scene, bounds, breaks
from analysis.events.roles import Roles
from analysis.events.triggers import Trigger
from analysis.events.types import PLACED

BEHIND = 16  # words from an act to the place where it is done at most
BEFORE = 8  # words from a place at the head of a clause to the act at most
BESIDE = 4  # words between an act or its parties and the place where it is done at most
QUOTES = frozenset('"«»“”')
# Done at a place by bodies, where speech has «ب» for its content: «رحب بدمشق».
BODILY = (*PLACED, "COERCE", "PROTEST", "AID")


def where(scene: Scene, trigger: Trigger, parts: Roles) -> str | None:
    """Return the actor_id of the place of an act: where the clause says it was done, or the place that is hit."""
    kind, mode = trigger.form.entry.type, trigger.form.entry.mode
    hit = parts.target if kind in ("ASSAULT", "RETREAT", "MOBILIZE") or mode == "visit" else None
    found = (
        inside(scene, trigger)
        or (hit if hit and hit.use == "place" else None)
        or (taken(scene, trigger) if kind == "ASSAULT" else None)
        or (at(scene, trigger) or ahead(scene, trigger) if kind in BODILY else None)
    )
    return found.actor_id if found else None


def behind(scene: Scene, trigger: Trigger) -> list[Party]:
    """Return the parties close behind an act in its sentence."""
    _, end = bounds(scene.text, trigger.first)
    first = bisect_left(scene.parties, (trigger.last + 1,))
    return scene.parties[first : bisect_left(scene.parties, (min(end, trigger.last + BEHIND) + 1,), first)]


def inside(scene: Scene, trigger: Trigger) -> Party | None:
    """Return the place behind an act in which it is done: «قتل ثلاثة في غارة في مأرب»."""
    return next((party for party in behind(scene, trigger) if party.under == "في" and party.use == "place"), None)


def taken(scene: Scene, trigger: Trigger) -> Party | None:
    """Return the place right behind an attack, which is taken or hit: «تحرير مدينة الضالع من الحوثيين»."""
    near = behind(scene, trigger)[:1]
    return next((party for party in near if party.use == "place" and party.start <= trigger.last + 2), None)


def at(scene: Scene, trigger: Trigger) -> Party | None:
    """Return the place behind an act with «ب»: «مواجهات عنيفة بمدينة مأرب»."""
    found = (party for party in behind(scene, trigger) if party.under == "ب" and party.use == "place")
    return next((party for party in found if breaks(scene.text, trigger.last, party.first) == 0), None)


def ahead(scene: Scene, trigger: Trigger) -> Party | None:
    """Return the place that the clause of an act begins with: «وفي شرق اليمن قتل نحو 15 حوثيا»."""
    begin, _ = bounds(scene.text, trigger.first)
    first = bisect_left(scene.parties, (max(begin, trigger.first - BEFORE),))
    near = scene.parties[first : bisect_left(scene.parties, (trigger.first,), first)]
    led = [p for p in near if p.under == "في" and p.use == "place" and is_head(scene, p.start - 1, begin)]
    return led[-1] if led and is_free(scene, led[-1].last, trigger.first) else None


def is_head(scene: Scene, first: int, begin: int) -> bool:
    """Tell whether a clause begins with a word: its sentence does, or a comma stands before it."""
    return first <= begin or breaks(scene.text, first - 1, first) > 0


def is_free(scene: Scene, last: int, trigger: int) -> bool:
    """Tell whether an act is of the clause that a place begins: no verb, relative pronoun or second comma between."""
    between = range(last + 1, trigger)
    apart = not scene.verbs.isdisjoint(between) or not RELATIVES.isdisjoint(scene.text.folded[last + 1 : trigger])
    return not apart and breaks(scene.text, last, trigger) <= 1


def is_beside(scene: Scene, trigger: Trigger, parts: Roles) -> bool:
    """Tell whether a place stands close behind an act or its parties, and so is where it was done."""
    place = inside(scene, trigger)
    if place is None:
        return False
    before = [p.last for p in (parts.source, parts.target) if p and trigger.last < p.last < place.first]
    last = max([trigger.last, *before])
    if not QUOTES.isdisjoint(scene.text.text[scene.text.ends[last] : scene.text.starts[place.first]]):
        return False  # «بحث مع لافروف "الإرهاب في الضفة"»
    between = scene.text.folded[last + 1 : place.start - 1]
    if len(between) <= BESIDE and not any(preposition_at(word) for word in between):
        return True
    return scene.text.folded[place.start - 2] in sets.words("held")  # «الذي انعقد في واشنطن»
