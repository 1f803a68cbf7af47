"""Two demonyms of one noun: what two do to a third together, and what each does to the other."""

from analysis.arabic.phrases import follows
from analysis.events import bygone
from analysis.events.noun_phrases import clitic_of
from analysis.events.parties import Party, Scene
from analysis.events.triggers import Trigger
from analysis.events.types import IMPOSED

ONE_SIDED = (*IMPOSED, "AID", "MOBILIZE")
EACH_OTHER = ("تراشق", "تبادل", "سجال", "ملاسنة")
VOICED = ("REJECT", "REQUEST", "ACCUSE", "PROTEST")


def is_joint(scene: Scene, trigger: Trigger, second: Party) -> bool:
    """Tell whether two demonyms name who do or say something together, and to a third (رفض مصري أردني للخطة)."""
    if trigger.form.entry.word.startswith(EACH_OTHER):
        return False  # «تراشق إسرائيلي إيراني بالاتهامات»
    if trigger.form.entry.type in ONE_SIDED:
        return not bygone.is_of_both(trigger)
    behind = scene.text.folded[second.last + 1] if follows(scene.text, second.last) else ""
    voiced = trigger.form.entry.type in (*VOICED, "THREATEN") and not behind.startswith("متبادل")
    return voiced or (trigger.form.entry.type == "SUPPORT" and clitic_of(behind) in ("ل", "ب"))
