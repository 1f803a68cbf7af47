"""Two triggers of one type that may tell one act, and what tells at a glance that they are two."""

import re
from typing import NamedTuple

from analysis.arabic.phrases import Words, word_before
from analysis.events.sets import words_of_list
from analysis.events.triggers import FINITE, Trigger

SENTENCE_END = re.compile(r"[.!?؟\n]")
WELCOMED_WITHIN = 5  # words from «رحب» to what is welcomed at most


def is_one_sentence(text: Words, one: Trigger, other: Trigger) -> bool:
    """Tell whether no sentence ends between a trigger and a later one."""
    return not SENTENCE_END.search(between(text, one, other))


def between(text: Words, one: Trigger, other: Trigger) -> str:
    """Return what is printed between a trigger and a later one."""
    return text.text[text.ends[one.last] : text.starts[other.first]]


def is_light(trigger: Trigger) -> bool:
    """Tell whether a word gives way to another of the same act."""
    return trigger.form.entry.word in words_of_list("light_words")


class Pair(NamedTuple):
    """Two triggers of one type that may tell one act."""

    text: Words
    one: Trigger
    other: Trigger
    light: bool  # does either give way to another word of the same act?

    @property
    def distance(self) -> int:
        """Return how many words the later stands behind the earlier."""
        return self.other.first - self.one.last


def is_beside_meeting(pair: Pair) -> bool:
    """Tell whether the later of two words is the meeting on whose margin the earlier took place (على هامش القمة)."""
    return word_before(pair.text, pair.other.first) == "هامش"


def is_welcomed(pair: Pair) -> bool:
    """Tell whether the later of two words is what others did and the earlier welcomes (رحب باستئناف العلاقات بين)."""
    welcomes = pair.one.form.entry.word == "رحب" and pair.one.form.tense in FINITE and pair.distance <= WELCOMED_WITHIN
    led = pair.text.folded[pair.other.first][: pair.other.cut] == "ب"
    behind = pair.text.folded[pair.other.last + 1 : pair.other.last + 3]
    return welcomes and led and ("بين" in behind or pair.other.form.tense == "phrase")
