"""Words of some texts -> the longest paths of the name tree that they walk, one after the other."""

import itertools
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from analysis.actors.kinds import of_kind
from analysis.actors.meanings import Pattern, Patterns
from analysis.actors.patterns import Names
from analysis.actors.walking import Paths, Walker, Walks, longest, picked
from analysis.arabic.phrases import ARTICLE, Block

# Institutions of which a state has one: «المحكمة الدستورية في أوكرانيا».
SINGLE = ("supreme-court", "constitutional-court", "-ministry", "central-bank", "-commission")


class Match(NamedTuple):
    """A stretch of words that names somebody, before it is decided who."""

    first: int
    last: int
    cut: int  # letters of the proclitics of the first word
    patterns: Patterns
    state: str | None = None  # of an institution or office: the state it was joined with


def matches(block: Block, walker: Walker, names: Names) -> list[list[Match]]:
    """Return the longest matches in each text of a block from left to right, none overlapping."""
    known, found = names.paths, walker.walks(block)
    whole, waiting = (picked(found, np.flatnonzero(has[found.node])) for has in (known.has_whole, known.has_waiting))
    heads = [(way, reach(way, head)) for head in heads_of(waiting, known) for way in completed(block, head, names)]
    ways, rank = ranked(whole, heads, known)
    kept = picked(ways, longest(ways, rank))
    text = np.searchsorted(block.bounds, kept.first, side="right") - 1
    start, node = block.bounds[text], kept.node.tolist()
    patterns = [*known.whole, *(way.patterns for way, _ in heads)]
    states = [None if n < len(known.whole) else heads[n - len(known.whole)][0].state for n in node]
    places = ((kept.first - start).tolist(), (kept.last - start).tolist(), kept.cut.tolist())
    every = list(map(Match, *places, map(patterns.__getitem__, node), states))
    return [every[a:b] for a, b in itertools.pairwise(np.searchsorted(kept.first, block.bounds).tolist())]


def heads_of(waiting: Walks, known: Paths) -> Iterator[Match]:
    """Yield walks as matches of the patterns that wait at the nodes they reach."""
    first, last, cut, node = (column.tolist() for column in waiting)
    return map(Match, first, last, cut, map(known.waiting.__getitem__, node))


def reach(way: Match, head: Match) -> int:
    """Return how far an institution is named by the list: to its end where more than one word follows its head.

    So «القوات المسلحة الثورية الكولومبية» is the name that the list has, not an army with an adjective.
    """
    return head.last if way.last <= head.last + 1 else way.last


def ranked(whole: Walks, heads: list[tuple[Match, int]], known: Paths) -> tuple[Walks, np.ndarray]:
    """Return names and heads together, the latter numbered behind the nodes, and the rank of each.

    Of two that are as long, an office that the list has as it stands comes first, then that with the shorter path,
    and a name before an institution.
    """
    rows = [(*way[:3], n, end) for n, (way, end) in enumerate(heads, start=len(known.whole))]
    first, last, cut, node, end = np.array(rows, int).reshape(-1, 5).T
    columns = zip(whole, (first, last, cut, node), strict=True)
    rank = np.append(np.where(known.has_holder[whole.node], 0, 2 * (whole.last - whole.first)), 2 * (end - first) + 1)
    return Walks(*(np.append(*column) for column in columns)), rank


def completed(block: Block, head: Match, names: Names) -> list[Match]:
    """Return the ways in which an institution or office goes on to its country, and the phrase alone."""
    if not block.joins[head.last]:
        return [head]
    first, last, cut, patterns, _ = head
    definite = patterns.definite
    reached = described(block, last + 1, bool(definite), names)
    found = [head, Match(first, reached[0], cut, definite or patterns, reached[1])] if reached else [head]
    seat = seated(block, head.last, definite, names) if head.last > first and not reached else None
    if seat:
        found.append(Match(first, seat[0], cut, definite, seat[1]))
    if len(definite) < len(patterns) and not block.folded[first].startswith(ARTICLE, cut):
        reached = owned(block, last, names)
        if reached:
            found.append(Match(first, reached[0], cut, patterns.indefinite, reached[1]))
    return found


def described(block: Block, after: int, definite: bool, names: Names) -> tuple[int, str] | None:
    """Return the last word and the state of a demonym behind an institution or office, an adjective between or not."""
    word, goes_on = block.folded[after], block.joins[after]
    state = state_of(f"{word} {block.folded[after + 1]}", definite, names) if goes_on and word in names.halves else None
    if state:
        return after + 1, state  # «الكوري الجنوبي»
    state = state_of(word, definite, names)
    if state:
        return after, state
    if goes_on and is_adjective(word, definite):
        state = state_of(block.folded[after + 1], definite, names)
    return (after + 1, state) if state else None


def seated(block: Block, j: int, patterns: tuple[Pattern, ...], names: Names) -> tuple[int, str] | None:
    """Return the last word and the state of «في العراق» behind a court, ministry or bank that a state has one of."""
    if block.folded[j + 1] != "في" or not block.joins[j + 1]:
        return None
    single = any(pattern.what == "head" and pattern.ids[0].endswith(SINGLE) for pattern in patterns)
    return owned(block, j + 1, names) if single else None


def state_of(word: str, definite: bool, names: Names) -> str | None:
    """Return the state that a demonym stands for, if its article fits the noun before it."""
    state = names.demonyms.get(word)
    with_article = word.startswith(ARTICLE) and (" " in word or word[2:] in names.demonyms)
    return state if with_article == definite else None


def is_adjective(word: str, definite: bool) -> bool:
    """Tell whether a word may be an adjective between institution and demonym (قوات قتالية أميركية)."""
    between = word.startswith(ARTICLE) == definite and word.endswith(("ه", "ي")) and len(word) > 4
    return between and word not in of_kind("no_institution")


def owned(block: Block, j: int, names: Names) -> tuple[int, str] | None:
    """Return the last word and the state of a genitive behind word j: حكومة العراق، or its capital: حكومة أنقرة."""
    node, reached = names.tree, None
    while block.joins[j] and block.folded[j + 1] in node:
        j += 1
        node = node[block.folded[j]]
        state = next((state for pattern in node.get("", ()) if (state := owner(pattern, names))), None)
        reached = (j, state) if state else reached
    return reached


def owner(pattern: Pattern, names: Names) -> str | None:
    """Return the state that a name in the genitive stands for."""
    if pattern.what != "name":
        return None
    actor_id = pattern.ids[0]
    return actor_id if names.actors[actor_id]["kind"] == "state" else names.capitals.get(actor_id)
