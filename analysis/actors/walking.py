"""The name tree as arrays, and the words of a block of texts that walk it, all of them at once, a word at a time."""

import itertools
from collections.abc import Callable, Mapping
from typing import NamedTuple

import numpy as np

from analysis.actors.meanings import Pattern, Patterns
from analysis.arabic.phrases import Block

GLANCE = 18  # bits of an edge's key that tell at a glance that most words go on with no path
LETTER = 3  # letters of the name of a letter at most: إيه
LONGEST = 63  # words: no name has so many
NO_PATTERNS = Patterns()
SPREAD = np.uint64(0x9E3779B97F4A7C15)  # an odd number with well spread bits (2**64 divided by the golden ratio)


class Paths(NamedTuple):
    """The name tree with its nodes numbered, and the words behind first words too."""

    first: dict[str, int]  # the node behind a first word
    words: dict[str, int]  # the number of a later word
    keys: np.ndarray  # of each edge: node * number of words + word, in order
    nodes: np.ndarray  # the node that each edge leads to
    glance: np.ndarray  # by the bits of an edge's key: is there such an edge?
    ends: np.ndarray  # by node: does a path end here?
    whole: list[Patterns]  # by node: the patterns of the paths that end here and need no more words
    waiting: list[Patterns]  # by node: the other patterns
    has_whole: np.ndarray
    has_waiting: np.ndarray
    has_holder: np.ndarray  # does a whole path that ends here name the holder of an office?


class Walks(NamedTuple):
    """Words that are a path, each column an array: the first and last, letters cut from the first, the node reached."""

    first: np.ndarray
    last: np.ndarray
    cut: np.ndarray
    node: np.ndarray


def paths(tree: dict, is_whole: Callable[[tuple], bool], is_holder: Callable[[tuple], bool]) -> Paths:
    """Return a tree of nested dictionaries, in which "" holds the patterns that end at a node, as arrays."""
    nodes, edges = [tree], []
    for number, node in enumerate(nodes):
        for word in filter(None, node):
            edges.append((number, word, len(nodes)))
            nodes.append(node[word])  # to be visited in its turn
    words = {word: n for n, word in enumerate(dict.fromkeys(word for number, word, _ in edges if number))}
    later = sorted((number * len(words) + words[word], node) for number, word, node in edges if number)
    keys, reached = np.array(later, np.int64).reshape(-1, 2).T.copy()
    glance = np.zeros(1 << GLANCE, bool)
    glance[spread(keys)] = True
    first = {word: node for number, word, node in edges if not number}
    same: dict[Patterns, Patterns] = {}  # few among many: an actor has many spellings
    whole, waiting = (
        [same.setdefault(found, found) for node in nodes for found in [of_kind(node, is_whole, wanted)]]
        for wanted in (True, False)
    )
    has = np.array([list(map(bool, whole)), list(map(bool, waiting))])
    holders = np.array([any(map(is_holder, patterns)) for patterns in whole])
    return Paths(first, words, keys, reached, glance, has.any(axis=0), whole, waiting, *has, holders)


def of_kind(node: dict, is_whole: Callable[[Pattern], bool], wanted: bool) -> Patterns:
    """Return the patterns that end at a node and are whole, or those that are not; most have none."""
    return Patterns(pattern for pattern in node[""] if is_whole(pattern) == wanted) if "" in node else NO_PATTERNS


def spread(keys: np.ndarray) -> np.ndarray:
    """Return the place of each edge in the glance."""
    return (keys.astype(np.uint64) * SPREAD) >> np.uint64(64 - GLANCE)


class Walker:
    """What is known of each distinct word as one of a path, found out once; and the walks of the words of texts."""

    def __init__(self, known: Paths, readings: Mapping[str, tuple[tuple[int, str], ...]]) -> None:
        """Begin with no word; `readings` are the ways to read one as the first of a path: letters cut, the rest."""
        self.known, self.readings = known, readings
        # By distinct word: how many ways there are to read it as a first word; its number as a later one, or -1.
        self.ways, self.later = np.zeros((2, 0), int)
        self.cut, self.node = np.zeros((2, 0), int)  # by way

    def learn(self, types: list[str]) -> None:
        """Find out about the words at the end of the list that are new."""
        new = types[len(self.ways) :]
        read = list(map(self.readings.__getitem__, new))
        ways = [(cut, self.known.first[word]) for way in read if way for cut, word in way]
        cut, node = np.array(ways, int).reshape(-1, 2).T
        self.cut, self.node = np.append(self.cut, cut), np.append(self.node, node)
        self.ways = np.append(self.ways, np.fromiter(map(len, read), int, len(new)))
        number = map(self.known.words.get, new, itertools.repeat(-1))
        self.later = np.append(self.later, np.fromiter(number, int, len(new)))

    def walks(self, block: Block) -> Walks:
        """Return the words of a block that are a path, the short ones first."""
        self.learn(block.types)
        now, step, found = self.begun(block), self.steps(block), []
        while len(now.first):
            found.append(picked(now, np.flatnonzero(self.known.ends[now.node])))
            now = gone_on(now, step, self.known)
        return Walks(*map(np.concatenate, zip(*found, strict=True))) if found else now

    def begun(self, block: Block) -> Walks:
        """Return the first words of paths, once for each way to read them."""
        first_way, at, found = np.cumsum(self.ways) - self.ways, np.arange(len(block.numbers)), []
        for more in range(self.ways.max(initial=0)):  # one way, but for few words
            at = at[np.flatnonzero((self.ways > more)[block.numbers[at]])]
            found.append((at, first_way[block.numbers[at]] + more))
        at, way = map(np.concatenate, zip(*found, strict=True)) if found else (at[:0], at[:0])
        return Walks(at, at, self.cut[way], self.node[way])

    def steps(self, block: Block) -> np.ndarray:
        """Return the number of each word among later words of paths, -1 where it is none or begins anew; and a -1.

        Points may part the letters of a name: «د.ب.أ», also where each is written out: «سي.إن.إن».
        """
        step, joined = np.append(self.later[block.numbers], -1), block.joins.copy()
        dotted = np.flatnonzero(block.dots)
        joined[dotted] |= np.array([are_letters(*block.folded[n : n + 2]) for n in dotted.tolist()], bool)
        step[1:][~joined] = -1
        step[:1] = -1
        return step


def are_letters(word: str, after: str) -> bool:
    """Tell whether two words that a point parts may be letters, as they are written or as they are called."""
    return len(after) == 1 or max(len(word), len(after)) <= LETTER


def picked(found: Walks, which: np.ndarray) -> Walks:
    """Return some of the walks."""
    return Walks(*(column[which] for column in found))


def gone_on(now: Walks, step: np.ndarray, known: Paths) -> Walks:
    """Return the walks that go on with the next word."""
    word = step[now.last + 1]
    able = np.flatnonzero(word >= 0)
    keys = now.node[able] * len(known.words) + word[able]
    maybe = np.flatnonzero(known.glance[spread(keys)])
    place = np.searchsorted(known.keys, keys[maybe])
    place[place == len(known.keys)] = 0
    same = known.keys[place] == keys[maybe] if len(known.keys) else np.zeros(0, bool)
    here = able[maybe[same]]
    return Walks(now.first[here], now.last[here] + 1, now.cut[here], known.nodes[place[same]])


def longest(found: Walks, rank: np.ndarray | int = 0) -> np.ndarray:
    """Return which walks to keep from left to right, none overlapping: the longest, of these the least cut and rank."""
    shorter = LONGEST - np.minimum(found.last - found.first, LONGEST)
    key = ((found.first << 6 | shorter) << 2 | found.cut) << 6 | np.minimum(rank, LONGEST)
    # One number holds the key and the place: to sort such is several times as fast as to sort places by keys.
    order = np.sort(key << 23 | np.arange(len(key))) & (1 << 23) - 1
    order = order[np.flatnonzero(np.diff(found.first[order], prepend=-1))]
    first, last = found.first[order], found.last[order]
    apart = first > np.maximum.accumulate(np.append(-1, last))[:-1]  # from all words before
    alone = apart & np.append(apart, True)[1:]
    kept, free = alone.copy(), 0
    for n in np.flatnonzero(~alone).tolist():
        if first[n] >= free:
            kept[n], free = True, last[n] + 1
    return order[kept]
