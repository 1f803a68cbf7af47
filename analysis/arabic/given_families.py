"""Words whose family stands in a list, because the fitted reading of their letters would be another word."""

import functools

from analysis.arabic import affixes, letters

_CONJUNCTIONS = ("", "و", "ف")

# What ends a noun in ة: itself, its dual and plural, and the pronouns, before which ة is written ت.
_PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ي", "ك", "كم")
_ENDINGS = ("ه", "تان", "تين", "ات")
_ENDINGS_BEFORE_PRONOUN = tuple(ending + pronoun for ending in ("ت", "تي", "ات") for pronoun in _PRONOUNS)

# What is written on to a noun: a preposition, the article, or both («للشرطة» is «ل» and «الشرطة»).
_BEFORE_NOUN = ("", "ال", "ب", "ل", "ك", "بال", "لل", "كال")
_BEFORE_OWNED = ("", "ب", "ل", "ك")


@functools.cache
def forms():
    """{folded form: name of its family}: the words of given_families.csv with what can be written on to them.

    >>> forms()["والشرطه"], forms()["نفي"], forms()["وخطتها"]
    ('شرطه', 'نفي', 'خطه')
    """
    written_on = ((conjunction, before) for conjunction in _CONJUNCTIONS for before in _BEFORE_NOUN)
    # The shortest last, so that «وحدة» is itself and not «و» before «حدة».
    longest_first = sorted(written_on, key=lambda pair: len("".join(pair)), reverse=True)
    return {
        conjunction + before + form: row["family"]
        for conjunction, before in longest_first
        for row in affixes.table("given_families")
        for form, befores in written(row)
        if before in befores
    }


def written(row):
    """Yield each form of a word of the list with what may stand before it: a noun in ة («feminine») has many."""
    word = letters.fold(row["word"])
    if row["kind"] != "feminine":
        yield word, _BEFORE_NOUN if row["kind"] == "noun" else ("",)
        return
    for ending in _ENDINGS:
        yield word[:-1] + ending, _BEFORE_NOUN
    for ending in _ENDINGS_BEFORE_PRONOUN:
        yield word[:-1] + ending, _BEFORE_OWNED
