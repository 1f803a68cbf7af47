"""Words of motion in every form, and the places that they lead to."""

import re
from functools import cache

from analysis import lists
from analysis.actors.kinds import of_kind
from analysis.arabic.inflection import NOUN, imperfect, nominal, perfect
from analysis.arabic.phrases import Words, folded

WINDOW = 12  # words between «غادر» and its goal: غادر وزير الخارجية الأميركي جون كيري مساء الجمعة واشنطن
STOP = re.compile(r"[.:;؛!؟?\n«»\"“”]")


@cache
def motion_forms(only: str = "") -> frozenset[str]:
    """Return every form of the words of motion.

    `only` leaves the verbs ("verb"), or the words whose object is a place ("direct": زار بغداد).
    """
    found: set[str] = set()
    for row in lists.rows("motion_words"):
        if (only == "direct" and row["object"] != "yes") or (only == "verb" and row["pos"] != "verb"):
            continue
        word = folded(row["word"])
        forms = nominal(word, NOUN) if row["pos"] == "noun" else perfect(word)
        found |= {form for form, _ in forms}
        found |= {form for form, _ in imperfect(folded(row["imperfect"]))} if row["imperfect"] else set()
    return frozenset(clitic + form for form in found for clitic in ("", "و", "ف", "ل", "ب", "س", "وس"))


def is_motion(words: list[str]) -> bool:
    """Tell whether a word of motion stands among these words."""
    return not motion_forms().isdisjoint(words)


def is_left(words: list[str]) -> bool:
    """Tell whether a verb of motion stands among these words: «ومن مصر سينتقل», not «من تركيا تسليمها»."""
    return not motion_forms("verb").isdisjoint(words)


def direct_goals(text: Words, i: int) -> bool:
    """Tell whether word i is the goal of a verb like «زار»: right behind it, or behind its subject and the time."""
    if not i:
        return False
    if text.folded[i - 1] in motion_forms("direct"):
        return True
    if not (text.folded[i - 1] in of_kind("time") or text.folded[i - 1].isdigit()):
        return False
    for j in range(i - 1, max(-1, i - WINDOW), -1):
        if STOP.search(text.text[text.ends[j] : text.starts[j + 1]]):
            return False
        if text.folded[j] in motion_forms("direct"):
            return True
    return False
