"""Sanctions and sieges that are lifted: who imposed them, and from whom they are lifted."""

from analysis.events.agreement import agrees, form, pronoun_form
from analysis.events.options import stripped
from analysis.events.parties import Party, Scene, breaks
from analysis.events.sets import words
from analysis.events.triggers import Trigger

BURDEN_WITHIN = 3  # words from the lifting to what is lifted at most
IMPOSED_WITHIN = 8  # words from the lifting to «على» and whoever suffers at most
ON_HIM = frozenset(("عليه", "عليها", "عليهم", "عنه", "عنها", "عنهم"))


def lifts(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a word tells that sanctions, a siege or the like are lifted."""
    if trigger.form.entry.type != "CONCEDE":
        return False
    near = scene.text.folded[trigger.first : trigger.last + 1 + BURDEN_WITHIN]
    return any(bare in words("burden") for word in near for bare in stripped(word))


def imposer(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return who imposed what is lifted: the state whose demonym it bears (الحصار الأميركي)."""
    if not lifts(scene, trigger):
        return None
    return next((p for p in after if p.demonym and p.first - trigger.last <= BURDEN_WITHIN), None)


def eased(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party]) -> Party | None:
    """Return from whom sanctions are lifted: under «على» or «عن», or whom the pronoun there means."""
    if not lifts(scene, trigger):
        return None
    near = (p for p in after if p.start - trigger.last <= IMPOSED_WITHIN and p.under in ("على", "عن"))
    named = next((p for p in near if not breaks(scene.text, trigger.last, p.start)), None)
    bound = [word for word in scene.text.folded[trigger.last + 1 : trigger.last + IMPOSED_WITHIN] if word in ON_HIM]
    if named or not bound:
        return named
    able = (p for p in before if p.use == "actor" and not p.demonym)
    return next((p for p in able if agrees(pronoun_form(bound[0]), form(scene, p))), None)
