"""A foreign name in folded spelling -> the other ways in which the Arabic press writes it."""

import re
from collections.abc import Iterator
from functools import cache

from analysis import lists

LONG = re.compile(r"(?<=..)[اوي](?=.)")  # a long vowel inside a word, which print drops or writes: ماكغيرك, ماكغرك
SHORTEST = 5  # letters: shorter words turn into others too easily


def variants(path: list[str]) -> Iterator[list[str]]:
    """Yield a name of two or more words with one word in another spelling.

    >>> ["انتونيو", "جوتيريش"] in variants(["انتونيو", "غوتيريش"])
    True
    """
    if len(path) < 2:
        return
    for i, word in enumerate(path):
        for other in respelled(word):
            yield [*path[:i], other, *path[i + 1 :]]


def respelled(word: str) -> Iterator[str]:
    """Yield one word with one sound written otherwise, or without one of its long vowels."""
    if len(word) < SHORTEST or word.startswith("ال"):
        return
    yield from (word.replace(sound, other, 1) for sound, other in sounds("inside") if sound in word)
    yield from (word.removesuffix(sound) + other for sound, other in sounds("end") if word.endswith(sound))
    yield from (word[: vowel.start()] + word[vowel.end() :] for vowel in LONG.finditer(word))


@cache
def sounds(place: str) -> tuple[tuple[str, str], ...]:
    """Return the sounds that print writes in two ways, inside or at the end of a word."""
    return tuple((row["sound"], row["other"]) for row in lists.rows("sounds") if row["place"] == place)
