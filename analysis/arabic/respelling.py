"""Respelling: one key for the ways in which outlets spell the same form of a word, wider than `letters.fold`."""

import re
from functools import cache

from analysis.arabic import affixes, letters

HAMZA = re.compile("[ؤئء]و")  # مسؤول، مسئول
INSIDE = re.compile("[أآإ]")  # of a hamza inside a word others are other words: «بدأ» is no «بدا»
YEH = re.compile("^(?!معنى|مبنى|منفى|مجرى|مرمى|مسعى|[تينأإا]\\w\\wى)\\w{3,}ى$")  # a last yeh without dots: «مصرى»


def key(word: str) -> str:
    """Return what the spellings of one form share.

    >>> key("مسئول") == key("مسؤول"), key("مصرى") == key("مصري"), key("دولته") == key("دولة"), key("بدأ") == key("بدا")
    (True, True, False, False)
    """
    folded = HAMZA.sub("ءو", word[:1] + INSIDE.sub("ءءا", word[1:]))
    folded = letters.fold(folded)
    folded = folded[:-1] + word[-1] if word.endswith("ة") or (word.endswith("ى") and not YEH.search(word)) else folded
    for part, other in respelled():
        if folded.startswith(part):
            return other + folded[len(part) :]
    return folded


def is_foreign(form: str) -> bool:
    """Tell whether the key of a form is of a foreign name, whose hamza stands above or below."""
    return any(part == other and form.startswith(part) for part, other in respelled())


@cache
def respelled() -> tuple[tuple[str, str], ...]:
    """Return the beginnings of words that are spelled in two ways, as keys have them."""
    rows = affixes.table("house_styles")
    return tuple(tuple(HAMZA.sub("ءو", letters.fold(row[name])) for name in ("part", "other")) for row in rows)
