"""Subjects behind the act that they judge: «أدان الانقلاب الاتحاد الأوروبي», «ندد بالهجوم ماكرون»."""

from analysis.arabic.phrases import ARTICLE
from analysis.events import forms
from analysis.events.agreement import agrees, form, verb_form
from analysis.events.parties import Party, Scene, breaks
from analysis.events.triggers import FINITE, Trigger

JUDGING = ("ACCUSE", "REJECT", "SUPPORT")


def is_behind_act(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name stands behind a verb of judging and the act that is judged, and so is the verb's subject."""
    judges = trigger.form.tense in FINITE and trigger.form.entry.type in JUDGING and not trigger.form.pronoun
    if not judges or party.demonym or party.under or party.start != trigger.last + 2:
        return False
    clear = not breaks(scene.text, trigger.last, party.start) and is_act(scene.text.folded[trigger.last + 1])
    return clear and agrees(verb_form(trigger, scene.text.folded[trigger.first]), form(scene, party))


def is_act(word: str) -> bool:
    """Tell whether a word with the article, alone or behind «ب», is a noun that tells an act (الانقلاب، بالهجوم)."""
    bare = word.removeprefix("ب")
    return bare.startswith(ARTICLE) and any(each.tense == "noun" for each in forms.default().get(bare, ()))
