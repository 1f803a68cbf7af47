"""Whom people protest against: whose fall they call for, before whose embassy they stand; where embassies open."""

from analysis.arabic.phrases import follows
from analysis.events.options import stripped
from analysis.events.parties import Party, Scene, bounds, nation
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger

REACH = 24  # words from a protest to whom it is against at most
AGAINST = 3  # words from «ضد» to the attack that people march against at most
MARCHES = ("تظاهر", "مظاهر", "مسير", "وقفه", "اعتصا", "احتجاج", "حشود", "هتاف")
OWN = 4  # words between «أغلقت» and the embassy at most
EMBASSY = frozenset(("سفارتها", "سفارته", "سفارتهم", "قنصليتها", "قنصليته"))
NEAR = 2  # words between a call for somebody's fall and his name at most


def protested(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return whom a protest is against, as its sentence tells (مطالبين باستقالة الرئيس، هتافات مناهضة لفرنسا)."""
    if trigger.form.entry.type != "PROTEST":
        return None
    reached = [p for p in after if p.first - trigger.last <= REACH and p.use == "actor"]
    opposed = next((party for party in reached if is_opposed(scene, party)), None)
    if opposed is not None:
        return opposed
    at_embassy = next((p for p in reached if p.under == "أمام" and "embassy" in p.actor_id), None)
    return at_embassy and at_embassy._replace(actor_id=state_of(scene, at_embassy))


def state_of(scene: Scene, embassy: Party) -> str:
    """Return the state of an embassy, whose city may stand behind it (embassy-of-france-niamey)."""
    words = embassy.actor_id.removeprefix("embassy-of-").removeprefix("the-").split("-")
    states = ("-".join(words[:n]) for n in range(len(words), 0, -1))
    return next((state for state in states if state in scene.known.states), None) or nation(scene, embassy)


def embassy_at(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the state in which an embassy of the doer is opened or closed (أغلقت هولندا سفارتها في طهران)."""
    if trigger.form.entry.type not in ("SUPPORT", "SANCTION"):
        return None
    text = scene.text.folded
    last = next(
        (i for i in range(trigger.first, trigger.last + 1 + OWN) if text[i : i + 1] and text[i] in EMBASSY), None
    )
    if last is None or text[last + 1 : last + 2] != ["في"]:
        return None
    city = next((p for p in after if p.first == last + 2), None)
    state = city and scene.known.country.get(city.actor_id, nation(scene, city))
    return city._replace(actor_id=state, use="actor") if city and state else None


def is_opposed(scene: Scene, party: Party) -> bool:
    """Tell whether the words before a name oppose it, or call for its fall or tell of it."""
    if party.under == "ضد":
        return True
    near = (i for i in range(max(0, party.start - NEAR), party.first) if follows(scene.text, i))
    return any(bare in words("opposing") for i in near for bare in stripped(scene.text.folded[i]))


def is_protested_against(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether people march against an attack or arrest: where they do, and who they are, are none of its sides.

    «مظاهرة في عمان ضد الحرب على غزة»، «تظاهر باكستانيون احتجاجا على الضربات».
    """
    if trigger.form.entry.type not in ("ASSAULT", "COERCE", "SANCTION") or trigger.form.tense in FINITE:
        return False
    a, _ = bounds(scene.text, trigger.first)
    before = scene.text.folded[a : trigger.first]
    against = any(word.removeprefix("و") in words("marched_against") for word in before[-AGAINST:])
    return against and any(bare.startswith(MARCHES) for word in before for bare in stripped(word))
