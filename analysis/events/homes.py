"""What the lists know of the actors of some mentions: which state or organisation each is of, and of which kind."""

from functools import cache

import pandas as pd

from analysis import lists
from analysis.arabic import phrases
from analysis.events.own_bodies import institutions
from analysis.events.parties import Facts
from analysis.lists import demonyms, women


def facts_of_actors(mentions: pd.DataFrame) -> Facts:
    """Return state and kind of every listed actor, and of the groups and persons among the mentions."""
    known = of_listed()
    groups = homes_of_groups(mentions, known.home)
    standing = {actor_id: state for actor_id, state in groups.items() if actor_id not in known.armed}
    unlisted = mentions["kind"] == "person" if "kind" in mentions else mentions["via"] == "role"
    people = frozenset(mentions.loc[unlisted | (mentions["via"] == "role"), "actor_id"])
    return known._replace(
        nation=known.nation | standing, home=known.home | groups, people=known.people | people,
        women=known.women | named_women(mentions),
    )  # fmt: skip


def named_women(mentions: pd.DataFrame) -> frozenset[str]:
    """Return the women among the mentions, by their names."""
    return women.among(mentions) if {"kind", "actor_ar"} <= set(mentions) else frozenset()


@cache
def of_listed() -> Facts:
    """Return state and kind of every listed actor, and of the bodies of states."""
    listed = lists.actors()
    homed = listed[listed["country"] != ""]
    home = dict(zip(homed["actor_id"], homed["country"].map(lists.slug), strict=True))
    home |= of_organisations(listed)
    home |= {body: state for state, bodies in institutions().items() for body in bodies.values() if body not in home}
    places, media, armed, people, states = (
        frozenset(listed.loc[listed["kind"] == kind, "actor_id"])
        for kind in ("place", "media", "armed group", "person", "state")
    )
    country = {actor_id: state for actor_id, state in home.items() if actor_id in places}
    nation = {actor_id: state for actor_id, state in home.items() if actor_id not in armed}
    return Facts(country, nation, home, media, people, states, armed, women.listed())


def homes_of_groups(mentions: pd.DataFrame, home: dict[str, str]) -> dict[str, str]:
    """Return the state of each group of a nation's people among the mentions whose state no list has."""
    found = {}
    for row in mentions[mentions["via"] == "group"].drop_duplicates("actor_id").itertuples():
        known = (demonyms.forms().get(word) for word in phrases.folded(row.matched).split())
        state = next((name for name in known if name), None)
        if state and row.actor_id not in home:
            found[row.actor_id] = state
    return found


def of_organisations(listed: pd.DataFrame) -> dict[str, str]:
    """Return the body of each person whose last listed office is one of a body of no state, as actor_ids."""
    bodies = frozenset(listed.loc[(listed["kind"] == "organisation") & (listed["country"] == ""), "actor"])
    last = lists.roles().sort_values("from", kind="stable").drop_duplicates("holder", keep="last")
    held = last[last["country"].isin(bodies)]
    return {lists.slug(holder): lists.slug(body) for holder, body in zip(held["holder"], held["country"], strict=True)}


@cache
def of_seats() -> dict[str, str]:
    """Return the states of the cities that else stand for a government of their own, by their names of one word.

    Who is bombed there is not that government: «قصف الحرس الثوري أربيل».
    """
    listed = {row["actor_id"]: row for row in lists.actors().to_dict("records")}
    cities = (listed[lists.slug(row["city"])] for row in lists.rows("seats"))
    return {
        phrases.folded(name): lists.slug(city["country"])
        for city in cities
        for name in lists.parts(city["spellings"])
        if " " not in name
    }
