"""The own day of an act, which one telling names and another tells by a like word: fighting, words of one root."""

import re
from functools import cache

from analysis.arabic.phrases import Words, folded
from analysis.events.alike import first_word, has_same_parties, is_plural, may_be_same, of
from analysis.events.moments import NEWS_DAYS
from analysis.events.newsday import SPEECH
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger

DUAL = re.compile("(?:[^و]ان|ين)$")  # «عدوان» is one
FORMED = re.compile("[اويته]")  # letters that forms of a root add
LONG_WORD = 3  # letters behind which «م» may be one that a form adds
FIGHT = re.compile("اشتباك|مواجه|معرك|معارك|مناوش|صدام|قتال")
VOICED = tuple(set(SPEECH) - {"SUPPORT"})  # types whose acts one says again and again
ONE_OF = frozenset(("احد", "احدي", "واحد", "واحده", "كاحد", "كاحدي", "كواحد", "كواحده"))
ONE_OF_REACH = 3  # words from «إحدى» to the acts of which one is told at most
RECENT = 31  # days between the day of the news and the date of an act of the news at most


def as_one(text: Words, trigger: Trigger) -> dict[str, bool]:
    """Return whether a word says that an act is another than one told before, or one of many (إحدى الهجمات)."""
    behind = text.folded[trigger.last + 1 : trigger.last + 3]
    before = text.folded[max(0, trigger.first - ONE_OF_REACH) : trigger.first]
    return {"another": not words("another").isdisjoint(behind), "one_of": not ONE_OF.isdisjoint(before)}


def is_own_day(row: dict, other: dict, nation: dict[str, str]) -> bool:
    """Tell whether another telling names the day of force used that has only the day of its report."""
    if (
        other["type"] != row["type"]
        or other["date"] is None
        or other["by_news"]
        or other["reported"]
        or other["another"]
    ):
        return False
    reach = RECENT if row["mode"] == "visit" else NEWS_DAYS
    near = other["date_precision"] == "day" and 0 < (row["date"] - other["date"]).days <= reach
    fights = is_fight(row) and is_fight(other)
    as_many = is_plural(row) == is_plural(other) and is_pair(row) == is_pair(other)
    if not near or other["status"] != "past" or not (as_many or fights):
        return False
    any_attack = fights or other["word"] in words("any_attack")
    again = (
        first_word(other) == first_word(row)
        or row["mode"] == other["mode"] == "visit"
        or (other["definite"] and any_attack)
    )
    unnamed = any(not (telling["source"] or telling["target"]) for telling in (row, other))
    return again and (fights or unnamed or has_same_parties(row, other, nation))


def only_one(row: dict, others: list[dict], nation: dict[str, str]) -> dict | None:
    """Return the one attack that an article dates by its own words, where a noun with the article names it again."""
    undated = row["date"] is None or row["by_news"]
    if row["type"] != "ASSAULT" or not row["definite"] or not undated or row["status"] != "past":
        return None
    same = [o for o in others if first_word(o) == first_word(row) and o["tense"] == row["tense"] and not is_plural(o)]
    own = [o for o in same if not o["by_news"] and o["status"] == "past" and o["date"] is not None]
    if is_plural(row) or not own or len({o["date"] for o in own}) > 1:
        return None
    return own[0] if may_be_same(row, own[0], nation) else None


def is_told_by_kin(row: dict, other: dict, nation: dict[str, str]) -> bool:
    """Tell whether a word of the same root tells an undated act with its own date (الاختطاف: اختطفوا الأحد)."""
    own = other["date"] is not None and not other["of_the_day"] and other["date_to"] is None
    if row["date"] is not None or row["status"] != "past":
        return False
    if not own or other["status"] != "past" or other["quantity"] is not None or not is_kin(row, other):
        return False
    if row["type"] in VOICED or is_of_others(row, other, nation):
        return False
    verb = other["tense"] in FINITE or row["tense"] in FINITE
    return verb and is_plural(row) == is_plural(other)


def is_of_others(row: dict, other: dict, nation: dict[str, str]) -> bool:
    """Tell whether the words of two acts themselves name two doers, or two whom they met, of two states."""
    named = (side for side in ("source", "target") if row[side] in row["stated"] and other[side] in other["stated"])
    return any(of(row[side], nation) != of(other[side], nation) for side in named)


def is_kin(row: dict, other: dict) -> bool:
    """Tell whether two acts of one type are told by words of one root (اختطاف: اختطفوا)."""
    letters = root(row["word"])
    return row["type"] == other["type"] and len(letters) > 1 and letters == root(other["word"])


@cache
def root(word: str) -> str:
    """Return the letters that the words of one root share, without those that forms add (إسقاط، أسقط؛ اختطاف، خطف).

    >>> root("إسقاط") == root("أسقط"), root("اختطاف") == root("خطف"), root("هجوم") == root("هاجم")
    (True, True, True)
    """
    first = folded(word).split()[0]
    return FORMED.sub("", first.removeprefix("م") if len(first) > LONG_WORD else first)


def is_pair(row: dict) -> bool:
    """Tell whether a noun tells of two acts (العمليتين، تفجيران)."""
    return row["tense"] == "noun" and bool(DUAL.search(row["trigger"]))


def is_fight(row: dict) -> bool:
    """Tell whether a noun tells of fighting, which one article calls by several words (اشتباكات، القتال، المعارك)."""
    return row["tense"] in ("noun", "phrase") and bool(FIGHT.match(row["word"]))
