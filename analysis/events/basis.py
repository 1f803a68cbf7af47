"""What the parties of an event rest on: the words of the act itself, or what was taken over from elsewhere."""

import pandas as pd

from analysis import tables
from analysis.arabic.finite import is_perfect
from analysis.arabic.phrases import word_before
from analysis.events.other_side import Roles
from analysis.events.parties import Party, Scene, breaks
from analysis.events.triggers import Trigger

#: The rules by which the words of an act itself name who acts: its subject, its genitive, its adjective, «بين … و…».
NAMES = frozenset((
    "subject after the verb", "subject before the verb", "subject of the phrase", "relative clause", "passive verb",
    "direct", "genitive: source", "adjective: source", "adjective", "owner: source", "owner", "author",
    "whom the holder names", "between two", "both sides", "beside whom it tells of", "received",
    "whom the charge goes with", "subject of the visit", "whom its subject goes to meet", "whose operation killed",
    "whose reaching it is", "held under it", "who is thanked for it", "subject of its verb of striking",
    "passive verb, by its weapon", "whose forces they are", "who ran into it",
))  # fmt: skip

#: The rules by which a verb that carries a noun names who acts: «فرض مجلس الأمن عقوبات», «أرسلت الكويت مساعدات».
BY_VERB = frozenset(
    f"{owner}, subject of {what}"
    for owner in ("owner", "genitive", "genitive: target")
    for what in ("its verb", "the phrase", "the clause")
)


def named(scene: Scene, trigger: Trigger, found: Roles) -> list[str]:
    """Return the sides (source, target) whose party the words of an act itself name, in its own sentence."""
    sentences, rule = scene.text.sentences, found.rule.removesuffix(", host").removesuffix(", undergoes the act")
    names = rule in NAMES or (rule in BY_VERB and is_carried_by_verb(scene, trigger, found.source))
    parties = {"source": found.source if names else None, "target": None if found.weak else found.target}
    here = sentences[trigger.first]
    return [side for side, party in parties.items() if party and sentences[party.first] == here]


def is_carried_by_verb(scene: Scene, trigger: Trigger, source: Party | None) -> bool:
    """Tell whether a verb right beside who acts carries a noun in its clause (بدأت مصر محادثات، عمدت مصر إلى قصف)."""
    if source is None or source.last > trigger.first or breaks(scene.text, source.last, trigger.first):
        return False
    if word_before(scene.text, trigger.first) == "الي" and source.last == trigger.first - 2:
        verb = word_before(scene.text, source.start).removeprefix("و")
        return verb.endswith("ت") or is_perfect(verb)  # «عمدت إسرائيل إلى قصف غزة»
    verb = trigger.verb if trigger.verb is not None else source.start - 1
    carries = verb in scene.carriers or trigger.verb is not None
    return carries and (source.start == verb + 1 or source.last == verb - 1)


def of(row: dict) -> dict[str, str | None]:
    """Return what each party of an event rests on; `stated` are the actor_ids that the words of the act name.

    A party that another telling, or the rest of the article, has put in the place of one that is named is carried.

    >>> of({"source": "iraq", "target": "iran", "stated": {"iraq"}})
    {'source_basis': 'stated', 'target_basis': 'carried'}
    """
    return {f"{side}_basis": side_of(row[side], row["stated"]) for side in ("source", "target")}


def side_of(actor_id: str | None, stated: frozenset[str]) -> str | None:
    """Return "stated", "carried", or nothing where there is no party."""
    if actor_id is None:
        return None
    return "stated" if actor_id in stated else "carried"


def carried(events: pd.DataFrame) -> pd.Series:
    """Return which parties of each event were carried over from elsewhere: "doer", "target", "both", or missing."""
    tables.check(events, "source_basis", "target_basis", name="events")
    doer, target = (events[f"{side}_basis"] == "carried" for side in ("source", "target"))
    sides = pd.Series(None, events.index, "str")
    return sides.mask(doer, "doer").mask(target, "target").mask(doer & target, "both")
