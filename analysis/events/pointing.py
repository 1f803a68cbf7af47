"""Definite nouns that point back to an actor named before: «الوزير الأميركي», «التنظيم», «الحركة»."""

from functools import cache, lru_cache

from analysis import lists
from analysis.arabic.phrases import Words, follows
from analysis.lists import demonyms

RANKS = ("السابق", "الاسبق", "العام", "الخاص", "الاسلامي", "الراحل", "الحالي", "المنتخب", "المخلوع")


@cache
def kinds() -> dict[str, frozenset[str]]:
    """Return the nouns that point back, with the kinds of actor that each can mean."""
    return {row["word"]: frozenset(lists.parts(row["kind"])) for row in lists.rows("pointing_nouns")}


@lru_cache(maxsize=1 << 18)
def points(word: str) -> frozenset[str] | None:
    """Return the kinds of actor that a noun can point back to, with or without a clitic; None for other words."""
    return (kinds().get(word[1:]) if word[:1] in "وفب" else None) or kinds().get(word)


def pointing(text: Words, named: list[tuple[int, str, str]], nation: dict[str, str]) -> list[tuple[int, int, str]]:
    """Return (first word, last word, actor_id) of each noun that points back to an actor.

    `named` are first word, actor_id and kind of the mentions in text order.
    """
    found = []
    for i in text.candidates:
        wanted = points(text.folded[i])
        if wanted and not is_title(text, i, named):
            state = demonyms.forms().get(text.folded[i + 1]) if follows(text, i) else None
            actor_id = meant(named, i, wanted, state, nation)
            if actor_id:
                found.append((i, i + 1 if state else i, actor_id))
    return found


def is_title(text: Words, i: int, named: list[tuple[int, str, str]]) -> bool:
    """Tell whether a noun stands before a name as its title (الرئيس الأميركي جو بايدن، المتحدث باسم …)."""
    known = demonyms.forms()
    for first, *_ in named:
        near = i < first <= i + 3 and all(follows(text, j) for j in range(i, first))
        if near and all(text.folded[j] in known or text.folded[j] in RANKS for j in range(i + 1, first)):
            return True
    return follows(text, i) and text.folded[i + 1] in ("باسم", "الحاكم", *RANKS)


def meant(
    named: list[tuple[int, str, str]], i: int, wanted: frozenset[str], state: str | None, nation: dict[str, str]
) -> str | None:
    """Return the last actor before word i of a wanted kind, and of the state that the adjective names."""
    for first, actor_id, kind in reversed(named):
        if first < i and kind in wanted and (state is None or nation.get(actor_id) == state):
            return actor_id
    return None
