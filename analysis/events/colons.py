"""Who speaks before a colon: «إيران: سنرد على أي هجوم», «ترامب لحماس: أفرجوا عن الرهائن»."""

from analysis.events import said
from analysis.events.first_person import is_first_person
from analysis.events.parties import Party, Scene, bounds
from analysis.events.triggers import Trigger

NAMED_WITHIN = 4  # words from the first of a sentence to the last of who speaks at most
ADDRESSED_WITHIN = 9  # words from who speaks to what he tells another to do at most


def speaks_of_us(scene: Scene, trigger: Trigger) -> Party | None:
    """Return who speaks before a colon where an act is told of «us»; a country so is no place (إيران: سنرد)."""
    if not (is_first_person(scene, trigger) or said.is_ours(trigger)):
        return None
    first, _ = bounds(scene.text, trigger.first)
    led = (p for p in scene.parties if first <= p.start and p.last <= first + NAMED_WITHIN and not p.demonym)
    party = next(led, None)
    if party is None or party.start != first or not is_before_colon(scene, party):
        return None
    return party._replace(use="actor", actor_id=scene.known.country.get(party.actor_id, party.actor_id))


def is_before_colon(scene: Scene, party: Party) -> bool:
    """Tell whether a colon stands right behind a name."""
    text = scene.text
    behind = text.starts[party.last + 1] if party.last + 1 < len(text.starts) else len(text.text)
    return ":" in text.text[text.ends[party.last] : behind]


def told_to(scene: Scene, trigger: Trigger) -> Party | None:
    """Return to whom words behind a colon tell what to do (ترامب لحماس: أفرجوا عن الرهائن)."""
    first, _ = bounds(scene.text, trigger.first)
    if trigger.form.tense not in ("perfect", "phrase") or not first < trigger.first <= first + ADDRESSED_WITHIN:
        return None
    word = scene.text.folded[trigger.first]  # «أفرجوا» is written like a perfect
    many = word.endswith("وا") or trigger.form.entry.word.startswith("أ")  # «أوقف الحرب»
    heard = next((p for p in scene.parties if p.last == trigger.first - 1 and p.under == "ل"), None)
    speaks = heard is not None and any(p.start == first and p.last < heard.first for p in scene.parties)
    return heard if many and speaks and is_before_colon(scene, heard) else None
