"""Soldiers and police whom an attack meets: with no name beside them they stand for the state that the news is of."""

from collections.abc import Iterator

from analysis.arabic.numbers import is_number
from analysis.arabic.phrases import follows, places
from analysis.events.options import stripped
from analysis.events.parties import Scene, bounds
from analysis.events.sets import words
from analysis.events.triggers import FINITE, NOMINAL, Trigger

BEHIND = 9  # words from an attack to whom it meets at most
HURT = 5  # words from a word for dead or wounded to whom it counts at most
MEN = {"army": "armymen", "police": "policemen"}  # who serve in a force: the set of the words for them
AIMED = frozenset(("علي", "ضد", "استهدف", "استهدفت", "يستهدف", "تستهدف", "طال", "طالت"))


def of_servants(scene: Scene, trigger: Trigger) -> str | None:
    """Return army or police where an attack meets soldiers or police whom no list names, else None."""
    if trigger.form.entry.type != "ASSAULT" or trigger.form.tense not in (*FINITE, *NOMINAL):
        return None
    a, b = bounds(scene.text, trigger.first)
    hurt = places(scene.text, words("hurt"), a, b + 1)
    if trigger.first in hurt:
        hurt = [trigger.first]
    aimed = range(trigger.last + 1, min(b, trigger.last + BEHIND) + 1)
    near = [*(i for i in aimed if is_aimed(scene, trigger, i)), *counted(scene, hurt)]
    return next((kind for kind in (kind_at(scene, i) for i in near) if kind), None)


def counted(scene: Scene, hurt: list[int]) -> Iterator[int]:
    """Yield the place of the noun behind each word for dead or wounded, a number between."""
    for place in hurt:
        i = place + 1
        while i < len(scene.text.folded) and i - place < HURT and is_number(scene.text.folded[i]):
            i += 1
        if i < len(scene.text.folded) and all(follows(scene.text, j) for j in range(place, i)):
            yield i


def kind_at(scene: Scene, i: int) -> str | None:
    """Return army or police for a word for one of them that belongs to no name."""
    if i in scene.named:
        return None
    options = stripped(scene.text.folded[i])
    return next((kind for kind, men in MEN.items() if not words(men).isdisjoint(options)), None)


def is_aimed(scene: Scene, trigger: Trigger, i: int) -> bool:
    """Tell whether «على» or «استهدف» stands between an attack and whom it meets, or nothing does."""
    between = scene.text.folded[trigger.last + 1 : i]
    if trigger.form.tense in FINITE or i <= trigger.last:
        return False
    return not AIMED.isdisjoint(between) or (not between and trigger.form.entry.genitive == "target")
