"""Spellings: what depends on a word alone is found once for each spelling, however often the word occurs."""

from collections.abc import Callable
from typing import Any


class Spellings(dict):
    """What a function returns for each word, found when the word is first asked for.

    >>> lengths = Spellings(len)
    >>> lengths["وزير"], list(lengths)
    (4, ['وزير'])
    """

    def __init__(self, find: Callable[[str], Any]) -> None:
        """Make the table of a function, empty at first."""
        super().__init__()
        self.find = find

    def __missing__(self, word: str) -> Any:
        """Return what the function says of a word not asked for before."""
        self[word] = found = self.find(word)
        return found
