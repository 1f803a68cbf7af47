"""By word: what depends on a word alone is found once for each spelling, however often it occurs."""

from collections.abc import Callable
from typing import Any

MOST = 1 << 18  # words, some fifty megabytes


class ByWord(dict):
    """What a function returns for each word, found when the word is first asked for; forgotten when there are many.

    >>> lengths = ByWord(len)
    >>> lengths["وزير"], list(lengths)
    (4, ['وزير'])
    """

    def __init__(self, find: Callable[[str], Any]) -> None:
        """Make the table of a function, empty at first."""
        super().__init__()
        self.find = find

    def __missing__(self, word: str) -> Any:
        """Return what the function says of a word not asked for before."""
        if len(self) >= MOST:
            self.clear()
        self[word] = found = self.find(word)
        return found
