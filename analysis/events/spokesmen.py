"""Armed groups named in the title of who speaks for them or leads them: «المتحدث باسم الحوثيين يحيى سريع»."""

from functools import cache

from analysis import lists
from analysis.arabic.phrases import ARTICLE, Words, folded, follows
from analysis.events.parties import Party

LONGEST = 4  # words of a group's name
SPOKESMEN = ("متحدث", "ناطق", "متحدثه", "ناطقه")
TITLE = 9  # words of a title before its holder at most


@cache
def group_names() -> dict[tuple[str, ...], str]:
    """Return the actor_id of each armed group by the words of its names, without article and none that mean others."""
    others = {row["spelling"] for row in lists.rows("ambiguous")}
    groups = (row for row in lists.rows("actors") if row["kind"] == "armed group")
    named = ((name, row["actor_id"]) for row in groups for name in lists.parts(row["spellings"]) if name not in others)
    return {bare(folded(name).split()): actor_id for name, actor_id in reversed(list(named))}


def bare(names: list[str]) -> tuple[str, ...]:
    """Return words without their articles, the first without a preposition too (لحركة الشباب -> حركه شباب)."""
    first = names[0].removeprefix("لل").removeprefix("ل") if names[0][:1] == "ل" else names[0]
    return tuple(word.removeprefix(ARTICLE) for word in (first, *names[1:]))


@cache
def first_words() -> frozenset[str]:
    """Return the words with which the names of armed groups begin, as they may stand in a title."""
    firsts = {name[0] for name in group_names()}
    return frozenset(before + word for word in firsts for before in ("", ARTICLE, "ل", "لل"))


def group_in(text: Words, first: int, last: int) -> tuple[int, str] | None:
    """Return the place and the actor_id of the armed group named between two words, the longest name first."""
    for i in range(first, last + 1):
        longest = min(LONGEST, last + 1 - i) if text.folded[i] in first_words() else 0
        for n in range(longest, 0, -1):
            group = group_names().get(bare(text.folded[i : i + n]))
            if group:
                return i, group
    return None


def spoken_for(text: Words, first: int, last: int) -> str | None:
    """Return the actor_id of the armed group named in a noun phrase of several words, if any."""
    group = group_in(text, first, last) if last > first else None
    return group[1] if group else None


def speaks_for(text: Words, party: Party) -> bool:
    """Tell whether somebody is called by the office of a spokesman (الناطق باسم وزارة الداخلية فلان)."""
    titled = text.folded[party.start : party.first]
    return any(word.removeprefix("و").removeprefix(ARTICLE) in SPOKESMEN for word in titled)


def of_speakers(text: Words, persons: list[tuple[int, int]]) -> list[tuple[int, str, str]]:
    """Return place, actor_id and kind of the groups in the titles of persons, given their first and last words.

    A group stands where its name does and behind the person, so that «قواتهم» behind him are the group's.
    """
    found = ((last, group_in(text, title(text, first), last)) for first, last in persons)
    return [(i, group[1], "armed group") for last, group in found if group for i in {group[0], last}]


def title(text: Words, first: int) -> int:
    """Return the first word of the phrase that ends in a name."""
    at = first
    while at > 0 and first - at < TITLE and follows(text, at - 1) and text.sentences[at - 1] == text.sentences[first]:
        at -= 1
    return at
