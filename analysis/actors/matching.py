"""Words of some texts -> the longest paths of the name tree that they walk, one after the other."""

import itertools
from typing import NamedTuple

import numpy as np

from analysis.actors.patterns import Names, Pattern
from analysis.actors.walking import Walks, longest, picked, walks
from analysis.arabic.phrases import ARTICLE, Block, follows


class Match(NamedTuple):
    """A stretch of words that names somebody, before it is decided who."""

    first: int
    last: int
    cut: int  # letters of the proclitics of the first word
    patterns: tuple[Pattern, ...]
    state: str | None = None  # of an institution or office: the state it was joined with


def matches(block: Block, names: Names) -> list[list[Match]]:
    """Return the longest matches in each text of a block from left to right, none overlapping."""
    known, found = names.paths, walks(block, names.paths, names.readings)
    whole, waiting = (picked(found, has[found.node]) for has in (known.has_whole, known.has_waiting))
    heads = [(way, head.last) for head in ending(waiting, known.waiting) for way in completed(block, head, names)]
    ways = ending(whole, known.whole) + [way for way, _ in heads]
    ends = np.array([(way.first, way.last, way.cut, last) for way, last in heads], np.int64).reshape(-1, 4).T
    first, last, cut, end = (np.append(*pair) for pair in zip((*whole[:3], whole.last), ends, strict=True))
    # Of two that are as long, that with the shorter path comes first, and a name before an institution.
    rank = 2 * (end - first) + (np.arange(len(ways)) >= len(whole.first))
    return by_text([ways[n] for n in longest(Walks(first, last, cut, end), rank).tolist()], block)


def ending(found: Walks, patterns: list[tuple[Pattern, ...]]) -> list[Match]:
    """Return walks as matches of the patterns at the nodes they reach."""
    first, last, cut, node = (column.tolist() for column in found)
    return list(map(Match, first, last, cut, map(patterns.__getitem__, node)))


def by_text(found: list[Match], block: Block) -> list[list[Match]]:
    """Return the matches of each text of a block, words counted from its first."""
    parts = itertools.pairwise(np.searchsorted([match.first for match in found], block.bounds).tolist())
    return [
        [Match(first - start, last - start, *rest) for first, last, *rest in found[a:b]]
        for start, (a, b) in zip(block.bounds.tolist(), parts, strict=False)
    ]


def completed(block: Block, head: Match, names: Names) -> list[Match]:
    """Return the ways in which an institution or office goes on to its country, and the phrase alone."""
    if not follows(block, head.last):
        return [head]
    definite = tuple([pattern for pattern in head.patterns if pattern.definite])
    indefinite = tuple([pattern for pattern in head.patterns if not pattern.definite])
    known = definite or indefinite
    found = [head, *described(block, head._replace(patterns=known), bool(definite), names)]
    if indefinite and not block.folded[head.first][head.cut :].startswith(ARTICLE):
        found += owned(block, head._replace(patterns=indefinite), names)
    return found


def described(block: Block, head: Match, definite: bool, names: Names) -> list[Match]:
    """Return an institution or office with its demonym, an adjective between them or not."""
    after = head.last + 1
    state = state_of(block.folded[after], definite, names)
    if state:
        return [head._replace(last=after, state=state)]
    if is_adjective(block.folded[after], definite) and follows(block, after):
        state = state_of(block.folded[after + 1], definite, names)
        return [head._replace(last=after + 1, state=state)] if state else []
    return []


def state_of(word: str, definite: bool, names: Names) -> str | None:
    """Return the state that a demonym stands for, if its article fits the noun before it."""
    state = names.demonyms.get(word)
    return state if state and (word.startswith(ARTICLE) and word[2:] in names.demonyms) == definite else None


def is_adjective(word: str, definite: bool) -> bool:
    """Tell whether a word may be an adjective between institution and demonym (قوات قتالية أميركية)."""
    return word.startswith(ARTICLE) == definite and word.endswith(("ه", "ي")) and len(word) > 4


def owned(block: Block, head: Match, names: Names) -> list[Match]:
    """Return an institution or office in the genitive of a state or its capital: حكومة العراق، حكومة أنقرة."""
    node, j, reached = names.tree, head.last, None
    while follows(block, j) and block.folded[j + 1] in node:
        j += 1
        node = node[block.folded[j]]
        state = next((state for pattern in node.get("", ()) if (state := owner(pattern, names))), None)
        reached = (j, state) if state else reached
    return [head._replace(last=reached[0], state=reached[1])] if reached else []


def owner(pattern: Pattern, names: Names) -> str | None:
    """Return the state that a name in the genitive stands for."""
    if pattern.what != "name":
        return None
    actor_id = pattern.ids[0]
    return actor_id if names.actors[actor_id]["kind"] == "state" else names.capitals.get(actor_id)
