"""Groups named by whom they follow or by what they are called: «القوات الموالية للحوثيين», «تحالف يعرف باسم …»."""

from functools import cache

from analysis.arabic.phrases import ARTICLE, Words, follows, word_before
from analysis.events.sets import words

HEAD_WITHIN = 4  # words from a group's adjective back to its noun at most
GOD = "الله"  # ends the names of groups
BY_NAME = "باسم"


def followers(text: Words, i: int, ends: frozenset[int]) -> int | None:
    """Return the noun of a group that is told to follow the one named at word i (القوات الموالية للحوثيين), if any."""
    adjective = i - 1
    if (
        adjective < 1
        or not follows(text, adjective)
        or text.folded[adjective].removeprefix(ARTICLE) not in words("loyal")
    ):
        return None
    for j in range(adjective - 1, max(-1, adjective - 1 - HEAD_WITHIN), -1):
        if j in ends or not follows(text, j):
            return None
        if not group_nouns().isdisjoint(bare_forms(text.folded[j])):
            return j
    return None


def members(text: Words, i: int) -> int | None:
    """Return the noun of people told to belong to the group named at word i (مسلحون ينتمون إلى الحركة), if any.

    Suspicion of it is enough: «مسلحون يشتبه في أنهم من الجماعة».
    """
    told, j = False, i - 1
    while j > 0 and follows(text, j):
        belongs = text.folded[j].removeprefix(ARTICLE) in words("belongs")
        if not belongs and text.folded[j] not in words("belongs_by"):
            break
        told, j = told or belongs, j - 1
    near = (k for k in (j, j - 1) if told and k >= 0 and follows(text, k))  # «مسلحون متشددون ينتمون إلى»
    people = group_nouns() | words("civilian")
    return next((k for k in near if not people.isdisjoint(bare_forms(text.folded[k]))), None)


def called(text: Words, i: int) -> int | None:
    """Return the first word of the noun phrase whose name «يعرف باسم» leads in at word i, «باسم», if any."""
    if i < 2 or word_before(text, i).removeprefix("و") not in words("called"):
        return None
    head = None
    for j in range(i - 2, max(-1, i - 2 - HEAD_WITHIN), -1):
        if not follows(text, j):
            break
        if not group_nouns().isdisjoint(bare_forms(text.folded[j])):
            head = j
    return head


def is_around(text: Words, first: int) -> bool:
    """Tell whether the family, a lawyer or followers of the person named at a word are told of, and not he himself."""
    for i in range(first - 1, max(-1, first - 1 - HEAD_WITHIN), -1):
        if not follows(text, i) or text.folded[i] == GOD:
            return False  # «زعيم أنصار الله عبد الملك الحوثي»
        if not words("circle").isdisjoint(bare_forms(text.folded[i])):
            return True
        if not text.folded[i].startswith(ARTICLE):
            return False  # only titles stand between: «نجل الرئيس محمد مرسي»
    return False


@cache
def group_nouns() -> frozenset[str]:
    """Return the nouns that people and their arms are told of by, without article and case."""
    return words("acting") | words("part") | words("soldier") | words("military")


@cache
def bare_forms(word: str) -> tuple[str, ...]:
    """Return a word without its conjunction or preposition, its article and its accusative (والوفد -> وفد)."""
    bare = word[1:] if word[:1] in ("و", "ب", "ل", "ف") else word
    options = {word, bare, "ا" + bare if word.startswith("لل") else bare}
    options |= {option.removeprefix(ARTICLE) for option in options} | {word[2:] if word.startswith("لل") else word}
    return tuple(options | {option.removesuffix("ا") for option in options})
