"""The lists -> one tree of folded words in which every name, institution and office is a path."""

from functools import cache
from typing import NamedTuple

import pandas as pd

from analysis import kept, lists
from analysis.actors import candidates, office_phrases
from analysis.actors.kinds import given_names, of_kind
from analysis.actors.meanings import Pattern, is_holder
from analysis.actors.spellings import variants
from analysis.actors.states import capitals, places, state_pairs, state_words
from analysis.actors.walking import Paths, paths
from analysis.arabic import function_words
from analysis.arabic.phrases import ARTICLE, folded, readings
from analysis.lists import demonyms

LOST = ("ousted-president", "removed-president")  # offices whose holders are called by what they are no more
CLITICS = frozenset("وفبلك")
OTHER_CASES = {  # of the first word of a name: the father's, and the dual that names two: تنظيمي الدولة والقاعدة
    "ابو": ("ابي", "ابا"), "تنظيم": ("تنظيمي", "تنظيما"), "حركه": ("حركتي", "حركتا"), "حزب": ("حزبي", "حزبا"),
    "جماعه": ("جماعتي", "جماعتا"), "جبهه": ("جبهتي", "جبهتا"), "منظمه": ("منظمتي", "منظمتا"),
}  # fmt: skip


class Context(NamedTuple):
    """What an ambiguous spelling needs around it; all words folded."""

    before: frozenset[str]  # one of these within two words before
    after: frozenset[str]  # or one of these right behind
    article: frozenset[str]  # or one of these anywhere in the article
    unless: frozenset[str]  # and none of these right behind
    quoted: bool  # quotation marks will do instead
    whole: bool  # but only when nothing else stands in them
    first: bool  # only while the article has not named the actor yet
    asks: bool  # is any of before, after, article or quoted given?


class Names(NamedTuple):
    """The lists, ready for matching."""

    tree: dict
    actors: dict[str, dict]  # actor_id -> row
    states: dict[str, str]  # English title of a state -> its row's actor_id
    countries: dict[str, dict]  # English title of a state -> its row of countries.csv
    demonyms: dict[str, str]  # folded form, with or without article -> actor_id of the state
    state_words: dict[str, str]  # the same, and names of states and capitals, also behind a proclitic
    state_pairs: dict[tuple[str, str], str]  # the two folded words of a state's name -> its actor_id
    halves: frozenset[str]  # first words of demonyms of two: الكوري
    capitals: dict[str, str]  # actor_id of a capital -> actor_id of the state
    places: dict[str, str]  # folded name -> actor_id of the state or capital
    institutions: dict[str, dict]
    titles: dict[tuple[str, str], str]  # (institution, state's title) -> title of the institution's article
    terms: dict[tuple[str, str], list[dict]]  # (office, state's actor_id) -> dated holders
    terms_of: dict[str, list[dict]]  # office -> dated holders in all states
    offices_of: dict[str, list[dict]]  # actor_id of a person -> dated offices
    phrases: dict[str, list[str]]  # office -> its folded phrases
    contexts: dict[tuple[str, str], Context]  # (folded spelling, actor_id) -> the context it needs
    place_words: dict[str, str]  # word before a name -> what that makes of the name
    function_words: frozenset[str]
    kinds: dict[str, int]  # what a word may be by its letters alone (candidates)
    readings: "Readings"
    persons: frozenset[str]  # actor_ids
    sites: frozenset[str]  # actor_ids of what is read and left out: places that are no towns, and nobodies
    ambiguous: frozenset[str]  # actor_ids of which some spelling needs a context
    paths: Paths | None = None  # the tree as arrays


class Readings(dict):
    """The ways to read a word as the beginning of a path, with or without proclitics; found once per word.

    A word is `in` the table when there is such a way.
    """

    def __init__(self, tree: dict) -> None:
        """Make the table of a tree, empty at first."""
        self.tree = tree

    def __missing__(self, word: str) -> tuple[tuple[int, str], ...]:
        """Return the ways to read a word not asked for before."""
        whole = ((0, word),) if word in self.tree else ()
        self[word] = found = tuple(readings(word, self.tree)) if word[:1] in CLITICS else whole
        return found

    def __contains__(self, word: object) -> bool:
        """Tell whether a word begins a path."""
        return bool(self[word])


def names(actors: pd.DataFrame | None = None, roles: pd.DataFrame | None = None) -> Names:
    """Return the actor list and the terms of office, ready for matching; by default the package's own."""
    if actors is None and roles is None:
        return default()
    return compiled(lists.actors() if actors is None else actors, lists.roles() if roles is None else roles)


@cache
def default() -> Names:
    """Return the package's own lists, made once and kept from one run to the next."""
    built = kept.made("names", lambda: compiled(lists.actors(), lists.roles())._replace(readings=None))
    return built._replace(readings=Readings(built.tree))


def compiled(actors: pd.DataFrame, roles: pd.DataFrame) -> Names:
    """Return the tree and the look-up tables of an actor list and its terms of office."""
    known = {row["actor_id"]: row for row in actors.to_dict("records")}
    states = {row["actor"]: actor_id for actor_id, row in known.items() if row["kind"] == "state"}
    seats = capitals(states, known)
    terms = dated(roles, known, states)
    tree: dict = {}
    needs, spoken, pairs = contexts(), state_words(known, seats), state_pairs(known)
    built = Names(
        tree=tree, readings=Readings(tree), actors=known, states=states, demonyms=demonyms.forms(),
        halves=frozenset(form.partition(" ")[0] for form in demonyms.forms() if " " in form),
        capitals=seats, places=places(known, seats),
        countries={row["actor"]: row for row in lists.rows("countries")},
        state_words=spoken, state_pairs=pairs,
        institutions={row["institution"]: row for row in lists.rows("institutions")},
        titles={(row["institution"], row["country"]): row["title"] for row in lists.rows("institution_titles")},
        terms=grouped(terms, "office", "state_id"), terms_of=grouped(terms, "office"),
        offices_of=grouped([term for term in terms if term["office"] not in LOST], "holder_id"),
        phrases=phrases_of_offices(), contexts=needs,
        place_words={row["word"]: row["kind"] for row in lists.rows("place_words")},
        function_words=frozenset(function_words.forms()),
        persons=frozenset(actor_id for actor_id, row in known.items() if row["kind"] == "person"),
        sites=frozenset(actor_id for actor_id, row in known.items() if is_left_out(row)),
        ambiguous=frozenset(actor_id for _, actor_id in needs),
        kinds=candidates.kinds([*spoken, *(second for _, second in pairs)]),
    )  # fmt: skip
    add_actors(built)
    add_ambiguous(built)
    add_institutions(built)
    add_offices(built)
    add_variants(built)
    return with_paths(built)


def with_paths(built: Names) -> Names:
    """Return the names with the arrays of their tree, in which a person's own names go before institutions."""
    own = added(built.actors)

    def goes_first(pattern: Pattern) -> bool:
        return is_holder(pattern) or (pattern.what == "name" and pattern.ids[0] in own)

    return built._replace(paths=paths(built.tree, lambda pattern: is_whole(pattern, built.terms), goes_first))


def added(known: dict[str, dict]) -> frozenset[str]:
    """Return the actors whose spellings are not those of the package, as a row of one's own has changed them."""
    packaged = {row["actor_id"]: row["spellings"] for row in lists.actors().to_dict("records")}
    return frozenset(actor_id for actor_id, row in known.items() if row["spellings"] != packaged.get(actor_id))


def is_left_out(row: dict[str, str]) -> bool:
    """Tell whether a row's names are read and are no mentions: sites, and what a person's own list calls nobody."""
    return row["kind"] == lists.NOBODY or str(row.get("why")).startswith("site: ")


def is_whole(pattern: Pattern, terms: dict) -> bool:
    """Tell whether a path needs no country behind it: all but heads, and offices without one in the list."""
    return pattern.what in ("name", "short", "holder") or (pattern.what == "office" and (pattern.ids[0], "") in terms)


def dated(roles: pd.DataFrame, known: dict[str, dict], states: dict[str, str]) -> list[dict]:
    """Return the terms of office with the actor_ids of holder and state."""
    holders = {row["actor"]: actor_id for actor_id, row in known.items()}
    return [
        {
            **row, "holder_id": holders.get(row["holder"], lists.slug(row["holder"])),
            "state_id": states.get(row["country"], lists.slug(row["country"])) if row["country"] else "",
        }
        for row in roles.to_dict("records")
    ]  # fmt: skip


def grouped(rows: list[dict], *keys: str) -> dict:
    """Return the rows by the value, or the values, of some of their columns."""
    found: dict = {}
    for row in rows:
        key = tuple(row[key] for key in keys) if len(keys) > 1 else row[keys[0]]
        found.setdefault(key, []).append(row)
    return found


@cache
def phrases_of_offices() -> dict[str, list[str]]:
    """Return the folded phrases of each office."""
    return {row["office"]: [folded(phrase) for phrase in lists.parts(row["phrases"])] for row in lists.rows("offices")}


@cache
def contexts() -> dict[tuple[str, str], Context]:
    """Return the context that each ambiguous spelling of an actor needs."""
    return {(folded(row["spelling"]), lists.slug(row["actor"])): context(row) for row in lists.rows("ambiguous")}


def context(row: dict[str, str]) -> Context:
    """Return a row of ambiguous.csv with its words folded."""
    before, after, article, unless = (
        frozenset(map(folded, lists.parts(row[key]))) for key in ("before", "after", "article", "unless")
    )
    quoted, whole = row["quoted"] != "", row["quoted"] == "whole"
    asks = bool(before or after or article or quoted)
    return Context(before, after, article, unless, quoted, whole, row["first"] == "yes", asks)


def put(built: Names, path: list[str], pattern: Pattern) -> None:
    """Add a path of words to the tree under construction; of patterns at one place those with a context come first."""
    node = built.tree
    for word in path:
        node = node.setdefault(word, {})
    if pattern not in node.setdefault("", []):
        node[""].insert(0 if (" ".join(path), pattern.ids[0]) in built.contexts else len(node[""]), pattern)


def add_actors(built: Names) -> None:
    """Put every spelling of every actor into the tree."""
    for actor_id, row in built.actors.items():
        for what in ("spellings", "short"):
            for spelling in lists.parts(row[what]):
                for path in joined(folded(spelling).split()):
                    put(built, path, Pattern("name" if what == "spellings" else "short", (actor_id,)))


def add_variants(built: Names) -> None:
    """Put other spellings of foreign persons into the tree, where no name stands yet."""
    for actor_id, row in built.actors.items():
        if row["kind"] != "person" or not row["country"] or row["country"].lower() in of_kind("own_script"):
            continue
        for spelling in lists.parts(row["spellings"]):
            for path in variants(folded(spelling).split()):
                if not is_path(built.tree, path) and not given_names().issuperset(path):
                    put(built, path, Pattern("name", (actor_id,)))


def is_path(tree: dict, path: list[str]) -> bool:
    """Tell whether something ends at a path of a tree."""
    node = tree
    for word in path:
        node = node.get(word)
        if node is None:
            return False
    return "" in node


def joined(path: list[str]) -> list[list[str]]:
    """Return a name as it may be spaced and inflected: عبد الله and عبدالله, ابو مهدي, ابومهدي and ابي مهدي.

    >>> joined(["عبد", "الله", "الثاني"])
    [['عبد', 'الله', 'الثاني'], ['عبدالله', 'الثاني']]
    """
    ways = [path] if path else []
    if len(path) > 1:
        ways += [[form, *path[1:]] for form in OTHER_CASES.get(path[0], ())]
    for i, word in enumerate(path):
        if word in ("عبد", "ابو", "ابي", "ال", "بن") and i + 1 < len(path) and word != "بن":
            ways.append([*path[:i], word + path[i + 1], *path[i + 2 :]])
        if word.startswith("عبدال") and len(word) > len("عبدال") + 2:
            ways.append([*path[:i], "عبد", word[3:], *path[i + 1 :]])
    return ways


def add_ambiguous(built: Names) -> None:
    """Put the spellings of ambiguous.csv into the tree, but those that a row of one's own gives to another actor."""
    mine = added(built.actors)
    own = {folded(name): one for one in mine for name in lists.parts(built.actors[one]["spellings"])}
    for row in lists.rows("ambiguous"):
        actor_id, path = lists.slug(row["actor"]), folded(row["spelling"])
        if actor_id in built.actors and own.get(path, actor_id) == actor_id:
            put(built, path.split(), Pattern("name", (actor_id,)))


def add_institutions(built: Names) -> None:
    """Put the heads of institutions into the tree (القوات, وزاره الخارجيه), waiting for a demonym or a state."""
    for name, row in built.institutions.items():
        for head in lists.parts(row["heads"]):
            path = folded(head).split()
            put(built, path, Pattern("head", (name,), is_definite(path)))


def add_offices(built: Names) -> None:
    """Put the offices into the tree: generic ones wait for a country, special ones are whole."""
    for path, office, country in office_phrases.named():
        put(built, path, Pattern("holder", (office, built.states.get(country, lists.slug(country)))))
    for path, office in office_phrases.generic():
        put(built, path, Pattern("office", (office,), is_definite(path)))
        if len(path) > 1 and path[-1].startswith(ARTICLE) and not path[0].startswith(ARTICLE):
            put(built, [*path[:-1], path[-1][2:]], Pattern("office", (office,), False))
    for path, *holder in (
        *office_phrases.of_organisations(built.terms, built.actors),
        *office_phrases.delegates(built.terms, built.actors, built.demonyms),
    ):
        put(built, path, Pattern("holder", tuple(holder)))


def is_definite(path: list[str]) -> bool:
    """Tell whether a phrase is definite, by its last word: an adjective after it then carries the article."""
    return path[-1].startswith((ARTICLE, "لل"))
