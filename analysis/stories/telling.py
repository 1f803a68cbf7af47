"""Tellings: the kind of act, the state, the parties and the days of one row of the table of events."""

from functools import cache
from typing import NamedTuple

import pandas as pd

from analysis import lists, tables

MUTUAL = ("talks", "meeting", "call", "deal", "discussion")  # acts of two, named in either order
# Types whose words tell different acts.
WORDY = ("AGREE", "SUPPORT", "COOPERATE", "AID", "CONSULT", "COERCE")
APART = ("visit", "third-party", "arrest", "release")  # modes that are acts of their own
FORCE = ("ASSAULT", "COERCE", "SANCTION")  # one day's fighting is not the war
PERSONAL = (*FORCE, "ACCUSE", "REQUEST", "THREATEN", "REJECT")  # done to a person, not his state


class Listed(NamedTuple):
    """What a list of actors says of who acts for whom."""

    persons: frozenset[str]  # actor_ids
    nations: dict[str, str]  # actor_id -> actor_id of the state that he, it or the place belongs to


def state(row: dict) -> str | None:
    """Return the status that sets an act apart: denied; of force used also still going on, or only planned."""
    status = row.get("status")
    if status == "negated" or (row["type"] in FORCE and status == "ongoing"):
        return status
    return "planned" if row["type"] in FORCE and status in ("planned", "called_for") else None


def kind(row: dict) -> str | None:
    """Return what sets acts of one type apart: a visit from talks, a deal from a pledge."""
    mode = row.get("mode")
    if mode in APART:
        return mode
    known = kinds().get(word(row))
    return known or (word(row) if row["type"] in WORDY else None)


@cache
def kinds() -> dict[str | None, str]:
    """Return the kind of act of each listed word that has synonyms."""
    return {row["word"]: row["kind"] for row in lists.rows("story_kinds")}


def word(row: dict) -> str | None:
    """Return the list entry that told an event, by its rule."""
    rule = row.get("rule")
    return rule.split(" (")[0] if isinstance(rule, str) else None


def party(row: dict, side: str, listed: Listed) -> str | None:
    """Return the actor of one side, or his state where he does not meet or suffer the act in person."""
    actor_id = row[side]
    if pd.isna(actor_id):
        return None
    in_person = kind(row) in ("meeting", "call") or word(row) == "استقبل"  # by a minister, then by the president: twice
    if (in_person or (row["type"] in PERSONAL and side == "target")) and actor_id in listed.persons:
        return actor_id
    return listed.nations.get(actor_id, actor_id)


def listed_in(names: pd.DataFrame | None) -> Listed:
    """Return what a list of actors (`lists.actors`) says of persons and states, by default the package's."""
    return packaged() if names is None else listed_by(names)


@cache
def packaged() -> Listed:
    """Return what the list of actors that comes with the package says, looked up once."""
    return listed_by(lists.actors())


def listed_by(names: pd.DataFrame) -> Listed:
    """Return the persons of a list, and the states of persons, places and institutions; armed groups have none."""
    tables.check(names, "actor_id", "kind", "country", name="the list of actors")
    homed = names[names["country"].fillna("").ne("") & names["kind"].ne("armed group")]
    own = {actor_id: lists.slug(country) for actor_id, country in zip(homed["actor_id"], homed["country"], strict=True)}
    return Listed(frozenset(names.loc[names["kind"] == "person", "actor_id"]), own | institutions())


@cache
def institutions() -> dict[str, str]:
    """Return the state of the institutions and forces that titles name, whether a list has them or not."""
    found = {
        lists.slug(row["title"]): lists.slug(row["country"])
        for row in lists.rows("institution_titles")
        if row["institution"] != "opposition"
    }
    return found | {
        lists.slug(f"{name} {body}"): lists.slug(row["actor"])
        for row in lists.rows("countries")
        for name in (row.get("adjective"), row["actor"])
        for body in ("Armed Forces", "Army", "Air Force", "Navy")
        if name
    }


def precision_of(row: dict) -> str | None:
    """Return the precision of a telling's date; "report" where only the day of the report dates it."""
    return "report" if row.get("date_evidence") == "published" else row["date_precision"]


def span(row: dict) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return first and last day that a telling's date can mean; undated tellings of an article all mean one day."""
    date, precision = row["date"], row["date_precision"]
    if pd.isna(date):
        return pd.Timestamp(0), pd.Timestamp(0)
    date = pd.Timestamp(date)
    until = pd.Timestamp(row["date_to"]) if pd.notna(row.get("date_to")) else date
    offsets = {"month": pd.offsets.MonthEnd(0), "year": pd.offsets.YearEnd(0)}
    return date, until + offsets[precision] if precision in offsets else until
