"""Phrases that are what somebody says: a duty of others, what «we» will do or do not accept."""

from analysis.events.sets import words
from analysis.events.triggers import Trigger

IMPERSONAL = words("impersonal")
DUTIES = ("يجب على",)  # told of «على» alone (إن على إيران أن)


def says(trigger: Trigger) -> bool:
    """Tell whether a phrase is what somebody says about others (يمكن أن يظلوا، يجب أن، على إيران أن)."""
    if trigger.form.tense != "phrase":
        return False
    if trigger.form.entry.word.split()[0] in IMPERSONAL or is_ours(trigger) or is_fair_game(trigger):
        return True
    duty = trigger.form.rest == () and trigger.form.entry.word in DUTIES
    return duty or trigger.form.rest[:1] in (("ان",), ("الا",))


def is_ours(trigger: Trigger) -> bool:
    """Tell whether a phrase is what «we» do not do, or will (لن نسمح، لا نقبل، سنرد على): who speaks does."""
    first, _, verb = trigger.form.entry.word.partition(" ")
    ours = first in ("لن", "لا", "لم") and verb.startswith("ن")
    return trigger.form.tense == "phrase" and (ours or first.startswith("سن"))


def is_fair_game(trigger: Trigger) -> bool:
    """Tell whether a phrase calls others fair game, which who speaks does (الجنود الأميركيون أهداف مشروعة)."""
    target, _, fair = trigger.form.entry.word.partition(" ")
    return target.startswith(("هدف", "أهداف")) and "مشروع" in fair
