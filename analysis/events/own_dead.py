"""Whose own men fell, as their army or their party tells: «أعلن الجيش الإسرائيلي مقتل جنديين», «إن جنديين قتلا»."""

from analysis.arabic.phrases import follows, places, word_before
from analysis.events.options import stripped
from analysis.events.own_bodies import is_power
from analysis.events.parties import Party, Scene, around, breaks, same
from analysis.events.possessors import DEATHS
from analysis.events.sets import words
from analysis.events.triggers import Trigger

OWN_DEAD = "his own dead"
MEN_WITHIN = 4  # words from a death to who died at most
TOLD_WITHIN = 6  # words from who tells of his dead to their death at most
PRONOUNS = ("ه", "ها", "هم")


def own_dead(scene: Scene, trigger: Trigger):
    """Return source, target and rule of deaths that whose men died tell of, else None."""
    if trigger.form.entry.word not in DEATHS or trigger.form.tense != "noun":
        return None
    before, after = around(scene, trigger)
    teller = next((p for p in before if tells(scene, p, trigger)), None)
    men = range(trigger.last + 1, min(trigger.last + 1 + MEN_WITHIN, len(scene.text.folded)))
    if teller is None or not are_own(scene, teller, men):
        return None
    near = [p for p in after if p.start <= trigger.last + MEN_WITHIN and p.under is None]
    near = [p for p in near if word_before(scene.text, p.first) != "في"]  # «مقتل جنديين في غزة»
    named = next((p for p in near if p.actor_id in scene.known.people), None)
    others = any(not same(p, teller) for p in near if p is not named)
    return None if others else (None, named or teller._replace(under=None), OWN_DEAD)


def own_fallen(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return the army whose soldiers fell, as it says, where a verb in the passive names no army (إن جنديين قتلا)."""
    men = range(max(0, trigger.first - MEN_WITHIN), trigger.first)
    if trigger.form.entry.type != "ASSAULT" or not places(scene.text, words("own_soldier"), men.start, men.stop):
        return None
    first = places(scene.text, words("saying"), men.start - 1, men.stop)
    teller = next((p for p in before if p.under is None), None)
    said = bool(first) and teller is not None and 0 < first[-1] - teller.last <= 2
    army = said and is_power(teller.actor_id) and teller.actor_id not in scene.known.people
    return teller if army and (teller.start - 1 in scene.spoken or teller.last + 1 in scene.spoken) else None


def tells(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a party is the subject of a verb of saying right before a death."""
    near = party.under is None and trigger.first - party.last <= TOLD_WITHIN
    beside = [i for i in (party.start - 1, party.last + 1) if i in scene.spoken or i in scene.verbs]
    return near and bool(beside) and not breaks(scene.text, party.last, trigger.first)


def are_own(scene: Scene, teller: Party, men: range) -> bool:
    """Tell whether men bear a pronoun that means who tells of them, or are soldiers and an army tells of them."""
    text = scene.text.folded
    if any(is_man_of(text[i]) for i in men):
        return True
    here = places(scene.text, words("own_soldier"), men.start, men.stop)
    army = is_power(teller.actor_id) and teller.actor_id not in scene.known.people
    return army and bool(here) and all(follows(scene.text, i) for i in range(men.start, here[0]))


def is_man_of(word: str) -> bool:
    """Tell whether a noun of men bears a pronoun (جنوده، عناصرها، قائدها)."""
    bare = {word.removesuffix(ending) for ending in PRONOUNS if word.endswith(ending)} - {word}
    return any(man in words("soldier") | words("own_man") for one in bare for man in stripped(one))
