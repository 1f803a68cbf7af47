"""Words behind a title or a verb of saying -> names of foreigners no part of which is listed: «الوزير غورتشيل …»."""

import re
from functools import lru_cache

from analysis.actors.candidates import TITLE
from analysis.actors.kinds import of_kind
from analysis.actors.personal import Stranger, is_part_of_names, near
from analysis.actors.speech_verbs import is_end_of_title
from analysis.arabic import frequency
from analysis.arabic.by_word import MOST
from analysis.arabic.phrases import ARTICLE, Words, candidates

REACH = 7  # words between a title and the name: «المتحدث باسم وزارة الدفاع في …»
SHORTEST = 3  # letters
ARABIC = re.compile("(?:ه|ات|ون|ين|ها|هم|هما|نا|كم|وا)$|^(?:است|الم|مت|من|مست)\\w")  # forms of Arabic words
VERBAL = ("ي", "ت", "ن")  # first letters of verbs: such a word is a name before another foreign one only
LETTERS = frozenset("حصضطظعقذثءئؤ")  # of Arabic words, and hardly of foreign names


def by_title(text: Words, taken: set[int]) -> list[Stranger]:
    """Return the names of two words or more, all unknown, that stand behind a title or a verb of saying."""
    found, free = [], 0
    for i in candidates(text, TITLE):
        if i >= free and (name := behind(text, i, taken)):
            found.append(name)
            free = name.last + 1
    return found


def behind(text: Words, i: int, taken: set[int]) -> Stranger | None:
    """Return the first unknown words behind word i in the same phrase, where there are two or more."""
    reach = range(i + 1, min(i + 2 + REACH, len(text.folded) - 1))
    first = next((j for j in reach if is_foreign(text.folded[j]) and j not in taken), None)
    if first is None or not is_phrase(text, i, first):
        return None
    last = first
    while (part := next_part(text, last, taken)) > last:
        last = part
    sure = last > first and (text.folded[first][0] not in VERBAL or is_foreign(text.folded[first + 1]))
    return Stranger(first, last, 0) if sure else None


def is_phrase(text: Words, i: int, j: int) -> bool:
    """Tell whether nothing but blanks and words of a title stand between two words."""
    return all(near(text, k) for k in range(i, j)) and not any(map(is_end_of_title, text.folded[i + 1 : j]))


def next_part(text: Words, last: int, taken: set[int]) -> int:
    """Return the word that goes on with a foreign name, over its particles (بيتر فان در لاين), else the last one."""
    j = last + 1
    while j < len(text.folded) and near(text, j - 1):
        if is_next(text, j, taken):
            return j
        if text.folded[j] not in of_kind("particle"):
            return last
        j += 1
    return last


def is_next(text: Words, j: int, taken: set[int]) -> bool:
    """Tell whether a word goes on with a foreign name."""
    return j not in taken and (is_foreign(text.folded[j]) or is_rare_name(text.folded[j]))


@lru_cache(MOST)
def is_rare_name(word: str) -> bool:
    """Tell whether a word may stand in a name and is hardly another."""
    return is_part_of_names(word) and frequency.of(word) < 1 and not (word.startswith(ARTICLE) or ARABIC.search(word))


@lru_cache(MOST)
def is_foreign(word: str) -> bool:
    """Tell whether a word is unknown to general Arabic and has no Arabic form: «بافوتسو»."""
    if len(word) <= SHORTEST or frequency.of(word) > 0 or not is_part_of_names(word):
        return False
    arabic = word.startswith(ARTICLE) or ARABIC.search(word) or frequency.of(word[1:])
    return LETTERS.isdisjoint(word) and not arabic
