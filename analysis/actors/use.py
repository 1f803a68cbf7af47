"""A state or a city as one that acts, or as the place where something is."""

import re
from functools import cache

from analysis import lists
from analysis.actors.patterns import Names
from analysis.actors.who import Naming
from analysis.arabic.phrases import Words

REACH = 8  # words back in which a verb of motion governs «إلى» or «من»
TIES = ("علاقات", "علاقه", "علاقته", "علاقتها", "علاقاتها", "علاقاته", "العلاقات", "صله", "اعتراف", "الاعتراف", "مقارنه", "اسوه", "اهتمام", "يتعلق", "تتعلق", "اتهام", "تطبيع", "مرتبط", "مرتبطه", "الخاصه", "الخاص", "المتعلقه", "ثقه", "ضرر", "الاضرار", "اطاح", "الاطاحه")  # fmt: skip
JOINED = re.compile(r"^[\s،,\"'«»“”]*$")
DATELINE = re.compile(r"^\s*(?:\(|\[)?$")


def with_use(article: Words, named: list[Naming], names: Names) -> list[tuple[Naming, str]]:
    """Return each naming with its use; a capital that acts becomes its state (بين بغداد وواشنطن)."""
    used = []
    for naming in named:
        kind = names.actors.get(naming.actor_id, {}).get("kind")
        if kind not in ("state", "place") and naming.actor_id not in PLACES_TOO:
            used.append((naming, "actor"))
            continue
        use = "place" if is_place(article, naming, used) else "actor"
        state = names.capitals.get(naming.actor_id)
        if use == "actor" and state:
            naming = naming._replace(
                actor_id=state,
                title=names.actors[state]["actor"],
                rule=f"{naming.rule}, capital for its state",
            )
        elif kind == "place" and not state:
            use = "place"
        used.append((naming, use))
    return used


PLACES_TOO = ("white-house", "kremlin")  # seats that are places after «في» and actors otherwise


def is_place(article: Words, naming: Naming, before: list[tuple[Naming, str]]) -> bool:
    """Tell whether a naming is only where something is, by the word before it and the clitic on it."""
    text, first = article.folded, naming.first
    clitic = text[first][: naming.cut]
    previous = text[first - 1] if first and same_clause(article, first) else ""
    if clitic.endswith("ب"):
        return not any(stem(word) in TIES for word in text[max(0, first - 3) : first])
    if clitic.endswith("ل"):
        return is_motion(text[max(0, first - 3) : first])
    if clitic.endswith("ك"):
        return False
    if clitic in ("و", "ف") or previous in ("و", "او"):
        return shared_use(article, naming, before)
    return place_by_word(article, naming, previous)


def place_by_word(article: Words, naming: Naming, previous: str) -> bool:
    """Tell the use by the free word before: a preposition, a verb of motion, a common noun of place."""
    text, first = article.folded, naming.first
    if previous in ("الي", "من", "والي", "ومن"):
        return is_motion(text[max(0, first - REACH) : first - 1])
    kind = place_words().get(stem(previous))
    if kind:
        return kind == "place"
    return is_dateline(article, naming)


def stem(word: str) -> str:
    """Return a word without its conjunction, and without the preposition ب or ل where the rest is known."""
    if word in place_words() or word in TIES:
        return word
    return word[1:] if word[:1] in "وفبل" else word


def is_motion(before: list[str]) -> bool:
    """Tell whether a word of motion stands among these words."""
    return any(word in motion_words() or (word[:1] in "وفلبس" and word[1:] in motion_words()) for word in before)


def same_clause(article: Words, first: int) -> bool:
    """Tell whether nothing but blanks and quotes parts a word from the one before."""
    return bool(re.match(r"^[\s\"'«»“”()]*$", article.text[article.ends[first - 1] : article.starts[first]]))


def shared_use(article: Words, naming: Naming, before: list[tuple[Naming, str]]) -> bool:
    """Tell the use of the name that this one is joined to by «و» (من مصر وإسرائيل)."""
    if not before or naming.first - before[-1][0].last != 1:
        return False
    gap = article.text[article.ends[before[-1][0].last] : article.starts[naming.first]]
    return bool(JOINED.match(gap)) and before[-1][1] == "place"


def is_dateline(article: Words, naming: Naming) -> bool:
    """Tell whether a name opens its line as the place it was written in: (بغداد) …، بغداد – …"""
    line = article.text.rfind("\n", 0, article.starts[naming.first]) + 1
    opens = DATELINE.match(article.text[line : article.starts[naming.first]])
    after = article.text[article.ends[naming.last] :][:12]
    return bool(opens) and bool(re.match(r"^\s*(?:\)|\]|[-–—:/،]\s|\()", after))


@cache
def place_words() -> dict[str, str]:
    """Return the words before a name that settle its use."""
    return {row["word"]: row["kind"] for row in lists.rows("place_words")}


@cache
def motion_words() -> frozenset[str]:
    """Return the words after which «إلى» and «من» lead to a place."""
    return frozenset(row["word"] for row in lists.rows("motion_words"))
