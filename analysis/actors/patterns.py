"""The lists -> one tree of folded words in which every name, institution and office is a path."""

from functools import cache
from typing import NamedTuple

import pandas as pd

from analysis import lists
from analysis.arabic.phrases import ARTICLE, folded
from analysis.lists import demonyms


class Pattern(NamedTuple):
    """What a path of words stands for."""

    what: str  # name, short, head (an institution waiting for its country), office (the same) or holder (an office with it)
    ids: tuple[str, ...]  # the actor_id; of a head or an office its own id; of a holder office and state
    definite: bool = True  # of a head or office: may a demonym with the article follow?


class Names(NamedTuple):
    """The lists, ready for matching."""

    tree: dict
    actors: dict[str, dict]  # actor_id -> row
    states: dict[str, str]  # English title of a state -> its row's actor_id
    demonyms: dict[str, str]  # folded form, with or without article -> actor_id of the state
    capitals: dict[str, str]  # actor_id of a capital -> actor_id of the state
    institutions: dict[str, dict]
    titles: dict[tuple[str, str], str]  # (institution, state's title) -> title of the institution's article
    terms: dict[tuple[str, str], list[dict]]  # (office, state's actor_id) -> dated holders
    offices_of: dict[str, list[dict]]  # actor_id of a person -> dated offices
    contexts: dict[tuple[str, str], dict]  # (folded spelling, actor_id) -> the context it needs


def names(actors: pd.DataFrame | None = None, roles: pd.DataFrame | None = None) -> Names:
    """Return the actor list and the terms of office, ready for matching; by default the package's own."""
    return (
        default()
        if actors is None and roles is None
        else compiled(lists.actors() if actors is None else actors, lists.roles() if roles is None else roles)
    )


@cache
def default() -> Names:
    """Return the package's own lists, made once."""
    return compiled(lists.actors(), lists.roles())


def compiled(actors: pd.DataFrame, roles: pd.DataFrame) -> Names:
    """Return the tree and the look-up tables of an actor list and its terms of office."""
    known = {row["actor_id"]: row for row in actors.to_dict("records")}
    states = {row["actor"]: actor_id for actor_id, row in known.items() if row["kind"] == "state"}
    terms, offices_of = dated(roles, states)
    built = Names(
        {}, known, states, demonyms.forms(), capitals(states, known),
        {row["institution"]: row for row in lists.rows("institutions")},
        {(row["institution"], row["country"]): row["title"] for row in lists.rows("institution_titles")},
        terms, offices_of,
        {(folded(row["spelling"]), lists.slug(row["actor"])): row for row in lists.rows("ambiguous")},
    )  # fmt: skip
    add_actors(built)
    add_institutions(built)
    add_offices(built)
    return built


def dated(roles: pd.DataFrame, states: dict[str, str]) -> tuple[dict, dict]:
    """Return the terms of office by (office, state) and by holder."""
    terms, offices_of = {}, {}
    for row in roles.to_dict("records"):
        term = {
            **row,
            "holder_id": lists.slug(row["holder"]),
            "state_id": states.get(row["country"], lists.slug(row["country"])),
        }
        terms.setdefault((row["office"], term["state_id"]), []).append(term)
        offices_of.setdefault(term["holder_id"], []).append(term)
    return terms, offices_of


def capitals(states: dict[str, str], known: dict[str, dict]) -> dict[str, str]:
    """Return the state of each capital, both as actor_id."""
    pairs = {lists.slug(row["capital"]): states.get(row["actor"]) for row in lists.rows("countries") if row["capital"]}
    return {capital: state for capital, state in pairs.items() if state and capital in known}


def put(tree: dict, path: list[str], pattern: Pattern) -> None:
    """Add a path of words to a tree under construction; patterns at one place stand in a list."""
    for word in path:
        tree = tree.setdefault(word, {})
    if pattern not in tree.setdefault("", []):
        tree[""].append(pattern)


def add_actors(built: Names) -> None:
    """Put every spelling of every actor into the tree."""
    for actor_id, row in built.actors.items():
        for what in ("spellings", "short"):
            for spelling in lists.parts(row[what]):
                for path in joined(folded(spelling).split()):
                    put(built.tree, path, Pattern("name" if what == "spellings" else "short", (actor_id,)))


def joined(path: list[str]) -> list[list[str]]:
    """Return a name as it may be spaced: عبد الله and عبدالله, ابو مهدي and ابومهدي.

    >>> joined(["عبد", "الله", "الثاني"])
    [['عبد', 'الله', 'الثاني'], ['عبدالله', 'الثاني']]
    """
    ways = [path] if path else []
    for i, word in enumerate(path):
        if word in ("عبد", "ابو", "ابي", "ال", "بن") and i + 1 < len(path) and word != "بن":
            ways.append([*path[:i], word + path[i + 1], *path[i + 2 :]])
        if word.startswith("عبدال") and len(word) > len("عبدال") + 2:
            ways.append([*path[:i], "عبد", word[3:], *path[i + 1 :]])
    return ways


def add_institutions(built: Names) -> None:
    """Put the heads of institutions into the tree (القوات, وزاره الخارجيه), waiting for a demonym or a state."""
    for name, row in built.institutions.items():
        for head in lists.parts(row["heads"]):
            path = folded(head).split()
            put(built.tree, path, Pattern("head", (name,), is_definite(path)))


def add_offices(built: Names) -> None:
    """Put the offices into the tree: generic ones wait for a country, special ones are whole."""
    for row in lists.rows("office_names"):
        path = folded(row["phrase"]).split()
        put(
            built.tree,
            path,
            Pattern("holder", (row["office"], built.states.get(row["country"], lists.slug(row["country"])))),
        )
    for row in lists.rows("offices"):
        for phrase in lists.parts(row["phrases"]):
            path = folded(phrase).split()
            put(built.tree, path, Pattern("office", (row["office"],), is_definite(path)))
            if len(path) > 1 and path[-1].startswith(ARTICLE) and not path[0].startswith(ARTICLE):
                put(built.tree, [*path[:-1], path[-1][2:]], Pattern("office", (row["office"],), False))


def is_definite(path: list[str]) -> bool:
    """Tell whether a phrase is definite, by its last word: an adjective after it then carries the article."""
    return path[-1].startswith(ARTICLE)
