"""The verbs of saying in every form, and the words that end a subject or a title."""

from functools import cache

from analysis import lists
from analysis.actors.kinds import of_kind
from analysis.arabic.inflection import PARTICIPLE, imperfect, nominal, perfect
from analysis.arabic.phrases import cited


@cache
def verbs() -> frozenset[str]:
    """Return every form of the verbs of saying, also behind «و» and «ف»: finite, and adverbial participles (مضيفا)."""
    never, found = of_kind("never"), set()
    for entry in lists.rows("reporting_verbs"):
        past, present, doing = (cited(entry[key]) for key in ("perfect", "imperfect", "participle"))
        found |= {form for form, bound in [*perfect(past), *imperfect(present)] if not bound}
        found |= {form for form, bound in nominal(doing, PARTICIPLE) if doing and not bound and form.endswith("ا")}
    return frozenset(clitic + form for form in found - never for clitic in ("", "و", "ف"))


@cache
def ends_of_titles() -> frozenset[str]:
    """Return the words that stand in no title beside a name: verbs of saying and «أن»."""
    return verbs() | of_kind("that")


def is_end_of_title(word: str) -> bool:
    """Tell whether a word stands in no title beside a name."""
    return word in ends_of_titles()
