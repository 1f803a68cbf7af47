"""Verbs of «we» and «I»: who speaks does it himself, or his side does (هبطنا، أشكر، قال: «ناقشت مع الوزير»)."""

from analysis.arabic.phrases import folded, follows
from analysis.events.noun_phrases import WITH_PRONOUN, clitic_of, preposition_at
from analysis.events.parties import Scene
from analysis.events.triggers import Trigger

QUOTES = frozenset('"«“')


def is_first_person(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb says «we» or «I» (هبطنا، نتطلع، سننهي، أشكر)."""
    word = scene.text.folded[trigger.first][trigger.cut :]
    if trigger.form.tense == "imperfect":
        return word.removeprefix("س").startswith(("ن", "ا"))
    ours = trigger.form.tense == "perfect" and word.endswith("نا") and word != folded(trigger.form.entry.word)  # «هنأ»
    return ours or begins_as_mine(scene, trigger)


def begins_as_mine(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a quotation begins with what «I» did, no noun behind the verb («ناقشت مع الوزير»، «طلبت منه»)."""
    text, verb = scene.text, trigger.first
    if trigger.form.tense != "perfect" or not text.folded[verb].endswith("ت") or trigger.form.pronoun:
        return False
    before = text.text[text.ends[verb - 1] : text.starts[verb]] if verb else ""
    opened = before[-1:] in QUOTES and (":" in before or verb - 1 in scene.spoken)  # تركيا "هددت بالقوة"
    return opened and follows(text, trigger.last) and is_prepositional(text.folded[trigger.last + 1])


def is_prepositional(word: str) -> bool:
    """Tell whether a word is a preposition, alone or with a pronoun or a noun written on to it (معها، بالوزير)."""
    return bool(preposition_at(word) or clitic_of(word)) or word in WITH_PRONOUN
