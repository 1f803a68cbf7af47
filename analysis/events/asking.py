"""Who is asked where a clause says what he is to do: «على إيران أن توقف», «يأمل في أن تراعي الحكومة الاتفاق»."""

from analysis.arabic.finite import is_imperfect
from analysis.arabic.phrases import word_before
from analysis.events.duties import REACH, THAT
from analysis.events.owed import ON
from analysis.events.parties import Party, Scene, around, breaks, same
from analysis.events.sets import words
from analysis.events.triggers import Trigger

SESSIONS = words("session")
NEAR = 2  # words between a verb and its subject at most


def asked(scene: Scene, trigger: Trigger, source: Party | None) -> Party | None:
    """Return who is to do what is asked: named by «على» before «أن», or the subject of the verb behind «أن»."""
    if trigger.form.entry.type != "REQUEST":
        return None
    before, after = around(scene, trigger)
    if trigger.form.tense != "phrase":
        return convened(scene, trigger, after)
    if trigger.form.rest[-1:] == ("من",) and trigger.first + 1 == trigger.last:  # «تتوقع من إيران أن»
        return next((p for p in after if p.start == trigger.last + 1), None)
    if scene.text.folded[trigger.first] in ON:
        return next((p for p in after if p.start - trigger.last <= 1 and p.under in ("على", None)), None)
    if word_before(scene.text, trigger.first) in THAT:
        on = next((p for p in before if trigger.first - p.last <= REACH), None)
        return on if on and on.under == "على" else None
    return led(scene, trigger, after, source)


def convened(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the body whose session is asked for (طلبت موسكو عقد جلسة طارئة للمجلس)."""
    near = (p for p in after if p.under in (None, "ل") and p.first - trigger.last <= REACH)
    able = (p for p in near if not SESSIONS.isdisjoint(scene.text.folded[max(trigger.last + 1, p.start - 4) : p.start]))
    return next((p for p in able if p.under or word_before(scene.text, p.start) in SESSIONS), None)


def led(scene: Scene, trigger: Trigger, after: list[Party], source: Party | None) -> Party | None:
    """Return the subject of the clause that «أن» leads in behind a request."""
    text = scene.text.folded
    that = next((i for i in (trigger.last, trigger.last + 1) if text[i : i + 1] and text[i] in THAT), None)
    if that is None or that + 1 >= len(text):
        return None
    verb = that + 1 if is_imperfect(text[that + 1]) else that
    free = (p for p in after if verb < p.start <= verb + NEAR and p.under is None and p.use == "actor")
    return next((p for p in free if not same(p, source) and not breaks(scene.text, trigger.last, p.start)), None)
