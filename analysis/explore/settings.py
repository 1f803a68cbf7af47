"""The settings at the top of a notebook: one that cannot be used is said at once, with what to write instead."""

import difflib
from collections.abc import Callable
from pathlib import Path

from analysis import mistakes


def check(**settings) -> None:
    """Raise Mistake, or NoSuchPlace, for the first setting that cannot be used, by its name in the notebook."""
    for name, value in settings.items():
        if name in RULES:
            RULES[name](value)


def place_of_articles(where) -> None:
    """Raise NoSuchPlace where articles are not where a notebook looks for them but beside its own folder.

    Other places that are not there are told by what reads them.
    """
    place = Path(where) if isinstance(where, str | Path) else Path("..")
    if place.exists() or place.is_absolute() or place.parts[0] == "..":
        return
    beside = [str(where)] if Path("..", place).exists() else [path.name for path in Path("..").iterdir()]
    if near := difflib.get_close_matches(str(where), beside, n=1):
        told = f'There is no {place.absolute()}. Notebooks look from their own folder: write "../{near[0]}".'
        raise mistakes.NoSuchPlace(told)


RULES: dict[str, Callable] = {"ARTICLES": place_of_articles}
