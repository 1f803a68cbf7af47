"""Nouns with a pronoun, «قواتها», «بلاده», «جماعته»: whose they are, and so which actor they mean."""

from functools import cache

from analysis import lists
from analysis.arabic.phrases import ARTICLE, Words, folded, follows
from analysis.events.sets import words
from analysis.lists import demonyms, women

ARMIES = ("national-army", "armed-forces", "army-group")  # endings of the actor_ids of armies of states
COMMA = "\N{ARABIC COMMA}"
FIGHTERS = words("own_fighters")  # nouns that a pronoun makes somebody's own fighters
NAME = 5  # words of a person's name at most
MAN_WITHIN = 8  # words from an official without a name to «بلاده» at most
LED_BY = 8  # words of the title of who leads a group at most
OWN_GROUPS = ("جماعت", "حزب", "حركت", "تيار", "انصار", "اتباع")
POWERS = ("government", "forces", "army", "air-force", "navy", "military", "coalition", "guard", "brigades", "police")
POWERS += ("command",)  # words of actor_ids
LED_WITHIN = 3  # words from «أن» to «بلاده» at most
Named = list[tuple[int, str, str]]  # first word, actor_id and kind of the mentions, in text order


@cache
def institutions() -> dict[str, dict[str, str]]:
    """Return armed forces and government of each state that has them, as actor_ids."""
    return {
        lists.slug(row["actor"]): {name: lists.slug(row[name]) for name in ("military", "government") if row[name]}
        for row in lists.rows("countries")
    }


@cache
def states_by_name() -> dict[str, str]:
    """Return the actor_id of each state by its names, folded."""
    rows = lists.rows("countries")
    return {folded(name): lists.slug(row["actor"]) for row in rows for name in lists.parts(row["names"])}


@cache
def armies() -> frozenset[str]:
    """Return the armed forces of all states, as actor_ids."""
    return frozenset(bodies["military"] for bodies in institutions().values() if "military" in bodies)


def is_army(actor_id: str) -> bool:
    """Tell whether an actor is the armed forces of a state, though a list may call them an armed group.

    >>> is_army("israel-defense-forces"), is_army("mahdi-army")
    (True, False)
    """
    return actor_id in armies() or actor_id.endswith(ARMIES)


def is_power(actor_id: str) -> bool:
    """Tell whether an actor is one of those through whom states and their allies rule and fight."""
    return any(word in actor_id for word in POWERS)


@cache
def owned() -> dict[str, str]:
    """Return the nouns with a pronoun that mean a body of the last actor's state, or the state (بلاده)."""
    nouns = {"military": ("قوات", "جيش", *FIGHTERS), "government": ("حكومت",), "state": ("بلاد", "بلد")}
    nouns["group"] = OWN_GROUPS
    return {noun + end: body for body, some in nouns.items() for noun in some for end in ("ه", "ها", "هم", "نا")}


@cache
def led_groups() -> dict[str, str]:
    """Return the armed group that each person leads, by roles.csv, as actor_ids."""
    armed = {row["actor"] for row in lists.rows("actors") if row["kind"] == "armed group"}
    led = (row for row in lists.rows("roles") if row["office"] == "leader" and row["country"] in armed)
    return {lists.slug(row["holder"]): lists.slug(row["country"]) for row in led if not row["to"]}


def without_aside(text: Words, named: Named, i: int) -> Named:
    """Return the mentions without those in an aside before «أن» (قال لافروف، في مؤتمر مع نظيره المصري، إن بلاده)."""
    led = next((j for j in range(i - 1, max(0, i - LED_WITHIN), -1) if text.folded[j] in ("ان", "بان")), None)
    if led is None or text.text[text.ends[led - 1] : text.starts[led]].strip() != COMMA:
        return named
    first = text.spans[text.sentences[i]][0]
    opened = (j for j in range(led - 2, first, -1) if COMMA in text.text[text.ends[j] : text.starts[j + 1]])
    begins = next(opened, None)
    spoke = begins is not None and any(first <= row[0] <= begins and row[2] == "person" for row in named)
    return [row for row in named if not begins < row[0] < led] if spoke else named


def agreeing(text: Words, named: Named, noun: str) -> Named:
    """Return the mentions that the pronoun on a noun can mean: «بلاده» no state but a man's or a masculine one."""
    if noun.endswith("ها"):
        own = owned().get(noun) != "military"  # «شيرين أبو عاقلة … جنودها»: those of the state told of before
        return [row for row in named if row[2] != "person" or (own and row[1] in women.listed())]
    if noun.endswith("ه"):
        return [row for row in named if row[2] != "state" or is_masculine(text.folded[row[0]])]
    return named


@cache
def is_masculine(word: str) -> bool:
    """Tell whether a word is the name of a state that is masculine (العراق، ولبنان)."""
    return word.lstrip("وبل").removeprefix(ARTICLE) in words("masculine")


def own_group(text: Words, named: Named, i: int) -> str | None:
    """Return the group that the person named last leads, by his title (طالب زعيم الحركة الشعبية … جماعته)."""
    a = text.spans[text.sentences[i]][0]
    before = [row for row in named if row[0] < i]
    if [kind for *_, kind in before[-2:]] == ["person", "armed group"] and before[-1][0] - before[-2][0] < NAME:
        return before[-1][1]  # in whose title it is named
    person = before[-1] if before and before[-1][2] == "person" and before[-1][0] >= a else None
    if person is None:
        return None
    title = text.folded[max(a, person[0] - LED_BY) : person[0]]
    pairs = {tuple(title[j : j + 2]) for j in range(len(title))}
    groups = ((first, actor_id) for first, actor_id, kind in named if kind in ("organisation", "armed group"))
    return next((actor_id for first, actor_id in groups if tuple(text.folded[first : first + 2]) in pairs), None)


def of_unnamed_man(text: Words, named: Named, i: int) -> Named:
    """Return an official without a name before word i, as whose land he has (نقلت رويترز عن مسؤول أميركي أن بلاده)."""
    first, known = max(text.spans[text.sentences[i]][0] + 1, i - MAN_WITHIN), demonyms.forms()
    last = next((at for at, _, kind in reversed(named) if at < i and kind not in ("place", "media")), -1)
    men = (j for j in range(i - 1, max(first, last + 1) - 1, -1) if text.folded[j] in known and follows(text, j - 1))
    man = next((j for j in men if text.folded[j - 1] in words("official")), None)
    return [] if man is None else [(man, known[text.folded[man]], "state")]


def whose(text: Words, named: Named, i: int, noun: str) -> Named:
    """Return whom the pronoun of «بلاده» and the like may mean, in text order."""
    return of_unnamed_man(text, named, i) or agreeing(text, without_aside(text, named, i), noun)


def own_body(named: Named, i: int, which: str, nation: dict[str, str]) -> str | None:
    """Return whose own the noun at word i is: of an armed group the group itself, else the body of its state."""
    before = next((row for row in reversed(named) if row[0] < i and row[2] not in ("place", "media")), None)
    if which == "military" and before is not None:
        group = before[1] if before[2] == "armed group" else led_groups().get(before[1])
        if group:
            return group  # «قال حميدتي إن قواته»
    return body(named, i, which, nation)


def body(named: Named, i: int, which: str, nation: dict[str, str]) -> str | None:
    """Return the state of the last actor before word i, or its armed forces or government."""
    able = (row for row in reversed(named) if row[0] < i and row[2] not in ("place", "media"))
    states = (nation.get(actor_id) for _, actor_id, _ in able)
    state = next((state for state in states if state), None)
    if which == "state" or state is None:
        return state
    return institutions().get(state, {}).get(which)
