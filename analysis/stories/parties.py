"""Parties: who acts for whom, so that a minister and his state are one party of an act."""

from functools import cache
from typing import NamedTuple

import pandas as pd

from analysis import kept, lists, tables

# Institutions and groups of a state that do not act for it.
OF_THEIR_OWN = frozenset({
    "opposition", "resistance", "factions", "fighters", "junta", "settlers", "red-crescent", "red-cross", "airline",
    "airlines", "communist-party", "medical-association", "bar-association", "journalists-union", "teachers-union",
    "trade-union-federation", "human-rights-council", "national-team", "football-federation",
})  # fmt: skip


class Listed(NamedTuple):
    """What a list of actors says of who acts for whom."""

    persons: frozenset[str]  # actor_ids
    nations: dict[str, str]  # actor_id -> actor_id of the state that he, it or the place belongs to
    lands: dict[str, str]  # armed group -> the state in which it fights


def party(actor_id: object, listed: Listed, *, in_person: bool) -> str | None:
    """Return the actor of one side, or his state where he does not meet or suffer the act in person."""
    if pd.isna(actor_id):
        return None
    return actor_id if in_person and actor_id in listed.persons else listed.nations.get(actor_id, actor_id)


def listed_in(names: pd.DataFrame | None) -> Listed:
    """Return what a list of actors (`lists.actors`) says of persons and states, by default the package's."""
    return packaged() if names is None else listed_by(names)


@cache
def packaged() -> Listed:
    """Return what the list of actors that comes with the package says, made once and kept from one run to the next."""
    return kept.made("listed", lambda: listed_by(lists.actors()))


def listed_by(names: pd.DataFrame) -> Listed:
    """Return the persons of a list, and the states of persons, places and institutions; armed groups have none."""
    tables.check(names, "actor_id", "kind", "country", name="the list of actors")
    homed = names[names["country"].fillna("").ne("")]
    armed = homed["kind"].eq("armed group")
    return Listed(
        frozenset(names.loc[names["kind"] == "person", "actor_id"]),
        of_states(homed[~armed]) | institutions(),
        of_states(homed[armed]),
    )


def of_states(names: pd.DataFrame) -> dict[str, str]:
    """Return the state of each of these actors, by actor_id."""
    return {
        actor_id: lists.slug(country) for actor_id, country in zip(names["actor_id"], names["country"], strict=True)
    }


@cache
def institutions() -> dict[str, str]:
    """Return the state of the institutions and forces that titles name, whether a list has them or not."""
    found = {
        lists.slug(row["title"]): lists.slug(row["country"])
        for row in lists.rows("institution_titles")
        if row["institution"] not in OF_THEIR_OWN
    }
    titles = {row["title"] for row in lists.rows("institutions") if row["institution"] not in OF_THEIR_OWN}
    for country in lists.rows("countries"):
        found |= dict.fromkeys(map(lists.slug, filled(titles, country)), lists.slug(country["actor"]))
    return found


def filled(titles: set[str], country: dict[str, str]) -> set[str]:
    """Return titles of institutions as those of a state may be called, by its adjective or by its name."""
    name = country["actor"]
    by_name = country | {"adjective": name, "of_actor": f"of the {name}"}
    varied = (title for title in titles if "{adjective}" in title or "{of_actor}" in title)
    return {title.format(**country, of_actor=f"of {name}") for title in titles} | {
        title.format(**by_name) for title in varied
    }
