"""Events of an article -> how many dead and wounded each tells: the numbers beside words for them in its sentence."""

from bisect import bisect_right
from collections.abc import Iterator

from analysis.arabic import numbers
from analysis.events.parties import Scene
from analysis.events.sets import words
from analysis.events.triggers import Trigger

KINDS = {"killed": ("killed_before", "killed_behind"), "wounded": ("wounded_before", "wounded_behind")}
ABOUT = words("about_number")  # «مقتل ما لا يقل عن 12»
FAR = 7  # words back in which the word for the dead stands before its number, a name or «نحو» between
PROCLITICS = ("و", "ف", "ب", "ل")


def losses(scene: Scene, told: list[tuple[dict, Trigger]]) -> list[dict[str, float | None]]:
    """Return the numbers of dead and wounded that belong to each event; None where its sentence counts none.

    A number belongs to the attack that is told nearest to it, and the first of several to it.
    """
    found: list[dict[str, float | None]] = [dict.fromkeys(KINDS) for _ in told]
    attacks = [(place, trigger) for place, (row, trigger) in enumerate(told) if row["type"] == "ASSAULT"]
    sentences = scene.text.sentences
    for sentence in sorted({sentences[trigger.first] for _, trigger in attacks}):
        here = [(trigger.first, place) for place, trigger in attacks if sentences[trigger.first] == sentence]
        for at, kind, value in counts(scene, scene.text.spans[sentence]):
            _, nearest = min(here, key=lambda one: (abs(one[0] - at), one[0] > at))
            if found[nearest][kind] is None:
                found[nearest][kind] = value
    return found


def counts(scene: Scene, span: tuple[int, int]) -> Iterator[tuple[int, str, float]]:
    """Yield where a sentence counts dead or wounded, which of them, and how many."""
    text, (first, behind) = scene.text, span
    if first >= behind:
        return
    begin = text.starts[first]
    for number in numbers.find(text.text[begin : text.ends[behind - 1]]):
        i = bisect_right(text.starts, begin + number.start) - 1
        last = bisect_right(text.starts, begin + number.end - 1) - 1
        kind = kind_of(scene, max(first, i - FAR), i, last + 1 if last + 1 < behind else None)
        if kind:
            yield i, kind, float(number.value)


def kind_of(scene: Scene, first: int, i: int, behind: int | None) -> str | None:
    """Return what the number at word i counts, by the word behind it, else by the first before it that tells."""
    text = scene.text.folded
    for kind, (_, nouns) in KINDS.items():
        if behind is not None and text[behind] in words(nouns):
            return kind
    j = i - 1
    while j >= first and (bare(text[j]) in ABOUT or j in scene.named):
        j -= 1
    word = bare(text[j]) if j >= first else ""
    return next((kind for kind, (verbs, _) in KINDS.items() if word in words(verbs)), None)


def bare(word: str) -> str:
    """Return a word without the «و» or preposition before a word for dead, wounded or about."""
    listed = ABOUT | words("killed_before") | words("wounded_before")
    return next((word[len(one) :] for one in PROCLITICS if word.startswith(one) and word[len(one) :] in listed), word)
