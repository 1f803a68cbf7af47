"""Who made what is praised, refused or accepted: «رفضت موسكو مشروع قرار قدمته بريطانيا»."""

from analysis.arabic.phrases import word_before
from analysis.events.forms import default
from analysis.events.options import stripped
from analysis.events.parties import Party, Scene, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger

PLANS_MET = ("REJECT", "AGREE", "SUPPORT", "ACCUSE")
TAKES_NOUN_UP = words("proposed_it") | words("does_it")
MADE_WITHIN = 18  # words from praise or a refusal to who made what it is of at most


def proposed_by(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return who proposed what is refused or accepted (رفضت موسكو مشروع قرار قدمته بريطانيا)."""
    if trigger.form.entry.type not in PLANS_MET:
        return None
    text = scene.text.folded
    near = (p for p in after if p.under is None and p.first - trigger.last <= MADE_WITHIN and p.use == "actor")
    led = (p for p in near if p.start - 1 > trigger.last and (is_done_by(text, p.start) or is_done_by(text, p.first)))
    return next((p for p in led if breaks(scene.text, trigger.last, p.start) == 0), None)


def is_done_by(text: list[str], i: int) -> bool:
    """Tell whether a verb that takes up a noun stands before who does it (الدور الذي تضطلع به قطر)."""
    by = text[i - 1] in ("به", "بها") and text[i - 2] in words("does_it")
    return by or text[i - 1] in TAKES_NOUN_UP


def is_praised_or_blamed(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the verb over a noun praises or blames what it tells (أشاد الرئيس بالوساطة القطرية)."""
    a, _ = bounds(scene.text, trigger.first)
    verb = next((i for i in reversed(scene.governing) if a <= i < trigger.first), None)
    forms = default().get(scene.text.folded[verb].removeprefix("و"), ()) if verb is not None else ()
    return any(form.entry.type in ("SUPPORT", "ACCUSE") and form.tense in FINITE for form in forms)


def whose_property(scene: Scene, trigger: Trigger, reached: list[Party], behind: int) -> Party | None:
    """Return the state whose demonym a thing bears that is shut, seized or hit (أغلقت برلين القنصليات الإيرانية)."""
    if trigger.form.entry.type not in ("SANCTION", "COERCE") or trigger.form.tense not in FINITE:
        return None
    owned = next((p for p in reached if p.demonym and p.first - behind in (2, 3)), None)  # «ناقلة نفط يونانية»
    if owned is None or words("property").isdisjoint(stripped(scene.text.folded[behind + 1])):
        return None
    return owned


def whose_plan(scene: Scene, trigger: Trigger, reached: list[Party], behind: int) -> Party | None:
    """Return the state whose demonym a plan bears that is refused or taken (رفض العراق طلبا أميركيا)."""
    if trigger.form.entry.type not in PLANS_MET:
        return None
    owned = (p for p in reached if p.demonym and p.first - behind in (2, 3))
    return next((p for p in owned if word_before(scene.text, p.first) in words("plan_of")), None)
