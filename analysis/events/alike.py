"""What two tellings share: their word, how many acts they tell of, their parties."""

import re
from functools import cache

from analysis.arabic.phrases import folded

TALKS = re.compile("محادثات|مباحثات|مفاوضات|مشاورات|مباحاثات|مداولات")
DUAL = re.compile("(?:[^و]ان|ين)$")  # «عدوان» is one
FORMED = re.compile("[اويته]")  # letters that forms of a root add
LONG_WORD = 3  # letters behind which «م» may be one that a form adds
FIGHT = re.compile("اشتباك|مواجه|معرك|معارك|مناوش|صدام|قتال")
PLURAL = re.compile("ات(?:ه|ها|هم|هما|نا)?$")


def first_word(row: dict) -> str:
    """Return the first word of an entry (هجوم of «هجوم بطائرة مسيرة»)."""
    return row["word"].partition(" ")[0]


def is_plural(row: dict) -> bool:
    """Tell whether a noun tells of several acts (الهجمات، اجتماعات), not of talks, which Arabic calls by a plural."""
    return row["tense"] == "noun" and bool(PLURAL.search(row["trigger"])) and not TALKS.search(row["trigger"])


@cache
def root(word: str) -> str:
    """Return the letters that the words of one root share, without those that forms add (إسقاط، أسقط؛ اختطاف، خطف).

    >>> root("إسقاط") == root("أسقط"), root("اختطاف") == root("خطف"), root("هجوم") == root("هاجم")
    (True, True, True)
    """
    first = folded(word).split()[0]
    return FORMED.sub("", first.removeprefix("م") if len(first) > LONG_WORD else first)


def is_kin(row: dict, other: dict) -> bool:
    """Tell whether two acts of one type are told by words of one root (اختطاف: اختطفوا)."""
    return row["type"] == other["type"] and root(row["word"]) == root(other["word"])


def is_pair(row: dict) -> bool:
    """Tell whether a noun tells of two acts (العمليتين، تفجيران)."""
    return row["tense"] == "noun" and bool(DUAL.search(row["trigger"]))


def is_fight(row: dict) -> bool:
    """Tell whether a noun tells of fighting, which one article calls by several words (اشتباكات، القتال، المعارك)."""
    return row["tense"] in ("noun", "phrase") and bool(FIGHT.match(row["word"]))


def has_same_parties(row: dict, other: dict, nation: dict[str, str]) -> bool:
    """Tell whether two events have the same parties up to their states; one of them may leave a party out."""
    mine = [of(row["source"], nation), of(row["target"], nation)]
    theirs = [of(other["source"], nation), of(other["target"], nation)]
    if row["type"] == "CONSULT" and mine == theirs[::-1]:
        return True
    same = [one == two for one, two in zip(mine, theirs, strict=True) if one and two]
    return bool(same) and all(same)


def of(actor_id: str | None, nation: dict[str, str]) -> str | None:
    """Return the state of an actor, or the actor."""
    return nation.get(actor_id, actor_id)
