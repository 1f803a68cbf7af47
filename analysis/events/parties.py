"""The parties of an act: who stands where in the sentence, under which preposition, and so who did it to whom."""

import re
from bisect import bisect_right
from functools import cache
from typing import NamedTuple

from analysis import lists
from analysis.arabic.phrases import Words, follows
from analysis.events.forms import PARTICIPLE, imperfect, nominal, perfect
from analysis.lists import demonyms

FAR = 14  # words between a verb and its subject at most
RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذان", "اللذين", "اللتان", "اللتين", "اللواتي", "ما", "مما", "ممن"))
AGENTS = (("من", "قبل"), ("من", "جانب"), ("من", "طرف"), ("علي", "يد"), ("علي", "ايدي"), ("علي", "يدي"))
AGENT_WORDS = frozenset(("برصاص", "بنيران", "بقصف", "بقذائف", "بصواريخ", "بيد", "بايدي"))
HARD_END = re.compile(r"[؛;.!?؟…\n]")
SOFT_END = re.compile(r"[،,:()\[\]]| [-–—] ")
NUMBERS_OR_PEOPLE = re.compile(r"^(?:\d.*|عدد|عشرات|مئات|الاف|عشره|ثلاثه|اربعه|خمسه|سته|سبعه|ثمانيه|تسعه|شخص|شخصان|شخصين|اشخاص|مدني\w*|طفل\w*|اطفال|نساء|امراه|جندي\w*|جنود|عناصر|عنصر\w*|مسلح\w*|متظاهر\w*|فلسطيني\w*|شاب\w*|مواطن\w*|نحو|اكثر|حوالي|ما)$")  # fmt: skip


class Party(NamedTuple):
    """An actor in the text, or the demonym of one: its words, who it is, and the preposition over it."""

    first: int
    last: int
    actor_id: str
    use: str
    under: str | None  # ب, ل, إلى … ; "" of a coordinated name; None when free
    demonym: bool


class Scene(NamedTuple):
    """What an act is read in: the words, the parties, the finite verbs, who spoke last."""

    text: Words
    parties: list[Party]
    verbs: frozenset[int]
    country: dict[str, str]  # actor_id of a place -> actor_id of its state
    nation: dict[str, str]  # actor_id of anybody -> actor_id of his state
    media: frozenset[str]  # actor_ids of media
    sides: list[Party]  # the two states that the article speaks of most


def parties(text: Words, rows: list[dict], verbs: frozenset[int]) -> list[Party]:
    """Return the mentions of an article, and the demonyms outside them, as parties in text order."""
    found = []
    for row in rows:
        first = bisect_right(text.starts, row["start"]) - 1
        last = bisect_right(text.starts, row["end"] - 1) - 1
        cut = row["start"] - text.starts[first]
        found.append((first, last, row["actor_id"], row["use"], False, cut))
    covered = {i for first, last, *_ in found for i in range(first, last + 1)}
    known = demonyms.forms()
    found += [
        (i, i, known[word], "actor", True, 0)
        for i, word in enumerate(text.folded)
        if i not in covered and word in known
    ]
    found.sort()
    placed: list[Party] = []
    for first, last, actor_id, use, demonym, cut in found:
        under = governing(text, first, cut, verbs)
        if under == "" and placed and first - placed[-1].last <= 2:
            under = placed[-1].under
        placed.append(Party(first, last, actor_id, use, under or None, demonym))
    return placed


def governing(text: Words, first: int, cut: int, verbs: frozenset[int]) -> str | None:
    """Return the preposition that governs a name, through up to four nouns before it; "" when it is joined by «و»."""
    clitic = text.folded[first][:cut]
    if clitic[-1:] in ("ب", "ل", "ك"):
        return clitic[-1]
    if clitic in ("و", "ف"):
        return ""
    for i in range(first - 1, max(-1, first - 6), -1):
        if not follows(text, i) or i in verbs:
            return None
        word = text.folded[i]
        named = prepositions().get(word) or prepositions().get(word[1:] if word[:1] in "وف" else word)
        if named:
            return named
        if word in RELATIVES or word in (
            "ان",
            "بان",
            "انه",
            "كان",
            "كانت",
            "قد",
            "بينما",
            "فيما",
            "حيث",
            "لكن",
        ):
            return None
        if len(word) > 4 and word[0] in "بل" and word not in NOT_CLITIC:
            return word[0]
    return None


NOT_CLITIC = frozenset(("بلاده", "بلاد", "بلادها", "بلدان", "بيان", "بعض", "بغداد", "لبنان", "ليبيا", "لندن", "لقاء", "لجنه", "لجان", "بدات", "بداية", "بدايه", "برئيس", "بحث", "بعثه", "بينهم", "بينما"))  # fmt: skip


@cache
def prepositions() -> dict[str, str]:
    """Return the words that govern a name, with the preposition each counts as."""
    return {row["word"]: row["as"] for row in lists.rows("prepositions")}


@cache
def reporting() -> frozenset[str]:
    """Return every form of the verbs of saying."""
    forms = set()
    for row in lists.rows("reporting_verbs"):
        fold = {key: value.translate(str.maketrans("أإآى", "اااي")) for key, value in row.items()}
        forms |= {form for form, bound in perfect(fold["perfect"])} | {
            form for form, bound in imperfect(fold["imperfect"])
        }
        if fold["participle"]:
            forms |= {form for form, bound in nominal(fold["participle"], PARTICIPLE) if form.endswith(("ا", "ه"))}
    return frozenset(forms)


def is_reporting(word: str) -> bool:
    """Tell whether a word is a verb of saying, with or without its conjunction."""
    return word in reporting() or (word[:1] in "وف" and word[1:] in reporting())


def bounds(text: Words, i: int) -> tuple[int, int]:
    """Return the first and the last word of the sentence of word i."""
    number = text.sentences[i]
    a = b = i
    while a > 0 and text.sentences[a - 1] == number:
        a -= 1
    while b + 1 < len(text.sentences) and text.sentences[b + 1] == number:
        b += 1
    return a, b


def breaks(text: Words, i: int, j: int) -> int:
    """Return how many commas and the like stand between word i and word j (i < j); a full stop counts ten."""
    between = text.text[text.ends[i] : text.starts[j]]
    return len(SOFT_END.findall(between)) + 10 * len(HARD_END.findall(between))
