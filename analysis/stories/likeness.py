"""Likeness: what speaks for two tellings being of one act, and what against it, in points."""

from collections.abc import Iterator
from functools import cache
from math import sqrt

from analysis import lists
from analysis.stories.telling import MUTUAL, Telling

ONE_SIDED = ("ACCUSE", "REJECT", "THREATEN", "REQUEST", "SANCTION", "COERCE", "PROTEST", "MOBILIZE")
ENOUGH = 5  # points by which two tellings are of one act
SHORT = 10  # days of an interval whose single days belong to one act: talks from 7 to 8 August
SHARED = ((0.08, "some words"), (0.13, "more words"), (0.25, "many words"), (0.4, "most words"))
FAR = ((400, "far"), (1000, "farther"), (2500, "farthest"))  # characters


def likeness(one: Telling, other: Telling) -> int:
    """Return how much speaks for two tellings being of one act, in points; `ENOUGH` of them make them one.

    A sum of what each agreement and disagreement weighs, after Fellegi and Sunter (1969), A theory for record linkage.
    """
    weights = points()
    return sum([weights[sign] for sign in signs(one, other)])


@cache
def points() -> dict[str, int]:
    """Return {sign: points} of story_signs.csv: what speaks for one act above zero, what against it below."""
    return {row["sign"]: int(row["points"]) for row in lists.rows("story_signs")}


def signs(one: Telling, other: Telling) -> Iterator[str]:
    """Yield what speaks for or against one act, as story_signs.csv names it."""
    yield from of_words(one, other)
    yield from of_parties(one, other)
    yield from of_days(one, other)
    yield from of_circumstances(one, other)
    yield from of_texts(one, other)
    if one.article_id != other.article_id:
        yield "other article"
        if one.place is not None and other.place is not None and set(one.place).isdisjoint(other.place):
            yield "other place"
    elif one.start <= other.start:
        yield from of_order(one, other)
    else:
        yield from of_order(other, one)


def of_words(one: Telling, other: Telling) -> Iterator[str]:
    """Yield whether one word told both, or two for one kind of act, and whether their modes differ."""
    (word, kind, mode), (other_word, other_kind, other_mode) = one.act, other.act
    if word == other_word:
        yield "same word"
    elif kind is not None and kind == other_kind:
        yield "same kind"
    if mode != other_mode:
        yield "other mode"


def of_parties(one: Telling, other: Telling) -> Iterator[str]:
    """Yield whether who acts and whom it is done to are the same; an act of two is told from either side."""
    turned = (one.source, one.target) == (other.target, other.source) and None not in (one.source, one.target)
    if turned and one.act[1] in MUTUAL:
        yield "same parties"
        return
    if one.source != other.source:
        yield "one source" if None in (one.source, other.source) else "other source"
        if one.is_stated[0] and other.is_stated[0]:
            yield "both stated"
    elif one.source is not None and one.target is not None and one.target == other.target:
        yield "same parties"
    if one.is_personal and other.is_personal and one.target != other.target:
        yield "other person"
    elif None not in (one.target, other.target) and one.target != other.target and all(one.is_stated + other.is_stated):
        yield "other target"


def is_turned(one: Telling, other: Telling) -> bool:
    """Tell whether each tells it of the other (أغلقت الجزائر أجواءها أمام مالي، أغلقت مالي أجواءها أمام الجزائر).

    Who strikes whom is often only inferred, and must be stated; what two do together is told from either side.
    """
    turned = (one.source, one.target) == (other.target, other.source) and None not in (one.source, one.target)
    sure = one.type in ONE_SIDED or (one.type == "ASSAULT" and all(one.is_stated + other.is_stated))
    return turned and sure and one.act[1] not in MUTUAL


def of_days(one: Telling, other: Telling) -> Iterator[str]:
    """Yield whether the dates of two tellings mean the same days, can mean one day, or cannot."""
    if one.days is not None and other.days is not None:
        yield "same days" if one.days == other.days else "fitting days" if is_fitting(one, other) else "days apart"


def is_fitting(one: Telling, other: Telling) -> bool:
    """Tell whether the dates of two tellings can mean one day; a day of a long time is not that time."""
    lengths = [
        last - first for telling in (one, other) if telling.precision == "interval" for first, last in [telling.days]
    ]
    if max(lengths, default=0) > SHORT:
        return False
    if one.article_id == other.article_id and "month" in (one.precision, other.precision):
        return is_overlapping(one.days, other.days)  # another article may err in the month, the same one does not
    return is_overlapping(one.days, other.reach) or is_overlapping(one.reach, other.days)


def is_overlapping(one: tuple[int, int], other: tuple[int, int]) -> bool:
    """Tell whether two times, each its first and last day, have a day in common."""
    return one[0] <= other[1] and other[0] <= one[1]


def of_circumstances(one: Telling, other: Telling) -> Iterator[str]:
    """Yield how two tellings agree in status and place."""
    if one.status != other.status:
        yield "denied" if "negated" in (one.status, other.status) else "other status"
    if one.place is not None and one.place == other.place:
        yield "same place"


def of_texts(one: Telling, other: Telling) -> Iterator[str]:
    """Yield how much the words around two tellings have in common; within one sentence that says nothing."""
    if one.words is None or other.words is None:
        yield "unread"
    elif (one.article_id, one.sentence) != (other.article_id, other.sentence):
        shared = len(one.words & other.words) / (sqrt(len(one.words) * len(other.words)) or 1)
        yield from (sign for least, sign in SHARED if shared >= least)


def of_order(one: Telling, later: Telling) -> Iterator[str]:
    """Yield how a telling goes on with one before it in its article."""
    if any(a is not None and b is not None and a != b for a, b in zip(one.counts, later.counts, strict=True)):
        yield "other count"
    if one.hints.in_headline:
        yield "headline"
    if later.hints.is_definite:
        yield "definite"
    if later.hints.is_retold:
        yield "told before"
    yield from (sign for least, sign in FAR if later.start - one.start >= least)
