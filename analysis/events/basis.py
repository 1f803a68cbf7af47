"""What the parties of an event rest on: the words of the act itself, or what was taken over from elsewhere."""

import pandas as pd

from analysis import tables
from analysis.events.other_side import Roles
from analysis.events.parties import Scene
from analysis.events.triggers import Trigger

#: The rules by which the words of an act itself name who acts: its subject, its genitive, its adjective, «بين … و…».
NAMES = frozenset((
    "subject after the verb", "subject before the verb", "subject of the phrase", "relative clause", "passive verb",
    "direct", "genitive: source", "adjective: source", "adjective", "owner: source", "owner", "author",
    "whom the holder names", "between two", "both sides", "beside whom it tells of", "received",
    "whom the charge goes with", "subject of the visit", "whom its subject goes to meet", "whose operation killed",
    "whose reaching it is", "held under it", "who is thanked for it",
))  # fmt: skip


def named(scene: Scene, trigger: Trigger, found: Roles) -> list[str]:
    """Return the sides (source, target) whose party the words of an act itself name, in its own sentence."""
    sentences, rule = scene.text.sentences, found.rule.removesuffix(", host").removesuffix(", undergoes the act")
    parties = {"source": found.source if rule in NAMES else None, "target": None if found.weak else found.target}
    here = sentences[trigger.first]
    return [side for side, party in parties.items() if party and sentences[party.first] == here]


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
