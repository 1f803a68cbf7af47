"""Accusations that somebody denies: who denies one is accused by it, and is not the accuser."""

from bisect import bisect_left

from analysis.events.clauses import subject_at
from analysis.events.parties import Party, Scene, breaks
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger

NEAR = 10  # words from a verb of denial to the accusation at most
FAR = 4  # words from «تنفيها» to who denies at most


def denier(scene: Scene, trigger: Trigger) -> Party | None:
    """Return who denies an accusation that a noun tells (نفى الجيش مزاعم بأنه …، اتهامات تنفيها طهران)."""
    if trigger.form.entry.type != "ACCUSE" or trigger.form.tense in FINITE:
        return None
    text, behind = scene.text, trigger.last + 1
    if behind < len(text.folded) and text.folded[behind] in words("denies_it"):
        after = scene.parties[bisect_left(scene.parties, (behind,)) :]
        return next((p for p in after if p.under is None and p.start - behind <= FAR), None)
    first = text.spans[text.sentences[trigger.first]][0]
    for i in range(trigger.first - 1, max(first, trigger.first - NEAR) - 1, -1):
        if text.folded[i].removeprefix("و") in words("denies") and not breaks(text, i, trigger.first):
            return subject_at(scene, i, trigger.first)
    return None
