"""Words of motion in every form, and the places that they lead to."""

import re
from functools import cache

from analysis import lists
from analysis.actors.kinds import of_kind
from analysis.arabic.inflection import NOUN, imperfect, nominal, perfect
from analysis.arabic.phrases import ARTICLE, Words, cited, folded

WINDOW = 12  # words between «غادر» and its goal: غادر وزير الخارجية الأميركي جون كيري مساء الجمعة واشنطن
NAME = 4  # words that a state's name has at most, and the next
STOP = re.compile(r"[.:;؛!؟?\n«»\"“”]")


@cache
def motion_forms(only: str = "") -> frozenset[str]:
    """Return every form of the words of motion.

    `only` leaves the verbs ("verb"), or the words whose object is a place ("direct": زار بغداد); both in "direct verb".
    """
    found: set[str] = set()
    for row in lists.rows("motion_words"):
        if ("direct" in only and row["object"] != "yes") or ("verb" in only and row["pos"] != "verb"):
            continue
        word = folded(row["word"])
        forms = nominal(word, NOUN) if row["pos"] == "noun" else perfect(cited(row["word"]))
        found |= {form for form, _ in forms}
        found |= {form for form, _ in imperfect(cited(row["imperfect"]))} if row["imperfect"] else set()
    return frozenset(clitic + form for form in found for clitic in ("", "و", "ف", "ل", "ب", "س", "وس"))


def is_motion(words: list[str], only: str = "") -> bool:
    """Tell whether a word of motion stands among these words; `only` as of motion_forms."""
    return not motion_forms(only).isdisjoint(words)


def is_left(words: list[str]) -> bool:
    """Tell whether a verb of motion stands among these words: «ومن مصر سينتقل», not «من تركيا تسليمها»."""
    return not motion_forms("verb").isdisjoint(words)


def direct_goals(text: Words, i: int, *, behind_name: bool = False) -> bool:
    """Tell whether word i is the goal of a verb like «زار»: right behind it, or behind its subject and the time.

    The subject of a verb ends in the name of somebody, or in a word with the article.
    """
    if not i:
        return False
    before, governing = text.folded[i - 1], motion_forms("direct")
    if before in governing:
        return not ("عبر" in before and "عن" in text.folded[i + 1 : i + NAME])  # «عبرت مصر عن قلقها» crosses nothing
    if not (before in of_kind("time") or before.isdigit()):
        if not (behind_name or before.startswith(ARTICLE)):
            return False
        governing = motion_forms("direct verb")
    for j in range(i - 1, max(-1, i - WINDOW), -1):
        if STOP.search(text.text[text.ends[j] : text.starts[j + 1]]):
            return False
        if text.folded[j] in governing:
            return True
    return False
