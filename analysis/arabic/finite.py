"""A word -> whether it is a finite verb, as the frequencies of its other forms in Arabic at large show."""

from functools import cache

from analysis.arabic import frequency
from analysis.arabic.phrases import ARTICLE


@cache
def is_imperfect(word: str) -> bool:
    """Tell whether a word is a verb in the imperfect: about as common with ي as with ت (يتعرض، تتعرض; not تنظيم)."""
    bare = word[1:] if word[:1] in ("و", "ف", "س") and len(word) > 4 else word
    bare = bare[1:] if bare[:2] in ("سي", "ست") and word[:1] in ("و", "ف") else bare
    if bare[:1] not in ("ي", "ت") or len(bare) < 4:
        return False
    other = frequency.of(("ت" if bare[0] == "ي" else "ي") + bare[1:])
    return other > 0.3 and other > frequency.of(bare) / 10


@cache
def is_perfect(word: str) -> bool:
    """Tell whether a word is a verb in the perfect: common with and without «ت» behind it (أطلق، واجهت; not قتل)."""
    joined = word[:1] in ("و", "ف") and len(word) > 4
    return is_perfect_form(word) or (joined and is_perfect_form(word[1:]))


def is_finite(word: str) -> bool:
    """Tell whether a word is a verb in the perfect or the imperfect."""
    return is_imperfect(word) or is_perfect(word)


def is_perfect_form(bare: str) -> bool:
    """Tell whether a word without conjunction is a verb in the perfect."""
    if len(bare) < 4 or bare.startswith(ARTICLE) or bare.endswith(("ا", "ات")):
        return False
    if bare.endswith("ت"):
        return frequency.of(bare[:-1]) > max(0.3, frequency.of(bare) / 8)
    return not bare.startswith("ت") and frequency.of(bare + "ت") > max(0.3, frequency.of(bare) / 4)
