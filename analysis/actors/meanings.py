"""What a path of words in the name tree stands for."""

from functools import cached_property
from typing import NamedTuple


class Pattern(NamedTuple):
    """What a path of words stands for."""

    what: str  # name, short, head (an institution waiting for its country), office (too) or holder (an office with it)
    ids: tuple[str, ...]  # the actor_id; of a head or an office its own id; of a holder office and state
    definite: bool = True  # of a head or office: may a demonym with the article follow?


class Patterns(tuple[Pattern, ...]):
    """The patterns that end at one place of the tree, and those of each kind, which are looked for once.

    >>> Patterns([Pattern("short", ("a",)), Pattern("name", ("b",))]).names
    ['b']
    """

    @cached_property
    def names(self) -> list[str]:
        """The actors whom the words name."""
        return [pattern.ids[0] for pattern in self if pattern.what == "name"]

    @cached_property
    def short(self) -> list[str]:
        """The actors whom the words may mean as a short name."""
        return [pattern.ids[0] for pattern in self if pattern.what == "short"]

    @cached_property
    def heads(self) -> list[Pattern]:
        """The institutions that wait for their country."""
        return [pattern for pattern in self if pattern.what == "head"]

    @cached_property
    def offices(self) -> list[Pattern]:
        """The offices, with or without the state whose they are."""
        return [pattern for pattern in self if pattern.what in ("office", "holder")]

    @cached_property
    def definite(self) -> "Patterns":
        """Those behind which a demonym with the article may follow."""
        return Patterns(pattern for pattern in self if pattern.definite)

    @cached_property
    def indefinite(self) -> "Patterns":
        """The others."""
        return Patterns(pattern for pattern in self if not pattern.definite)


def is_holder(pattern: Pattern) -> bool:
    """Tell whether a path is an office with its state or organisation: وزير الخزانة الأميركي."""
    return pattern.what in ("holder", "office")
