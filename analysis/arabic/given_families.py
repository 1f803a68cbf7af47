"""Words whose family stands in a list, because the fitted reading of their letters would be another word."""

import functools

from analysis.arabic import affixes, letters

_CONJUNCTIONS = ("", "و", "ف")

# What is written on to a noun: a preposition, the article, or both («للشرطة» is «ل» and «الشرطة»).
_BEFORE_NOUN = ("", "ال", "ب", "ل", "ك", "بال", "لل", "كال")


@functools.cache
def forms():
    """{folded form: name of its family}: the words of given_families.csv with what can be written on to them.

    >>> forms()["والشرطه"], forms()["نفي"]
    ('شرطه', 'نفي')
    """
    return {
        conjunction + before + letters.fold(row["word"]): row["family"]
        for row in affixes.table("given_families")
        for conjunction in _CONJUNCTIONS
        for before in (_BEFORE_NOUN if row["kind"] == "noun" else ("",))
    }
