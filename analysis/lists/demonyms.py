"""The states of countries.csv: their demonyms in every inflection."""

from functools import cache

from analysis import lists
from analysis.arabic.phrases import ARTICLE, folded


@cache
def forms() -> dict[str, str]:
    """Return every inflected form of every demonym, with and without the article, with its state's actor_id.

    Of two states with one form (كوري) the one listed first has it.
    """
    found: dict[str, str] = {}
    for row in lists.rows("countries"):
        for demonym in map(folded, lists.parts(row["demonyms"])):
            for form in inflected(demonym):
                for shape in (form, *defined(form)):
                    found.setdefault(shape, lists.slug(row["actor"]))
    return found


@cache
def beginnings() -> frozenset[str]:
    """Return the first words of the demonyms of two words (كوري جنوبي، الكورية الشمالية)."""
    return frozenset(form.partition(" ")[0] for form in forms() if " " in form)


def defined(form: str) -> tuple[str, ...]:
    """Return a demonym with the article; one of two words may carry it twice.

    >>> defined("كوري جنوبي")
    ('الكوري جنوبي', 'الكوري الجنوبي')
    """
    once = ARTICLE + form
    return (once, once.replace(" ", f" {ARTICLE}")) if " " in form else (once,)


def inflected(demonym: str) -> list[str]:
    """Return masculine, feminine, dual and plural of an adjective in folded spelling.

    >>> inflected("عراقي")[:4]
    ['عراقي', 'عراقيا', 'عراقيه', 'عراقيون']
    """
    if not demonym.endswith("ي"):
        return [demonym]
    return [demonym + ending for ending in ("", "ا", "ه", "ون", "ين", "ات", "ان", "تان", "تين")]
