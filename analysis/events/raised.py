"""Forces that are deployed, by nobody named as who sends them: they are their state's own (نُشرت قوات أميركية)."""

from analysis.arabic.phrases import ARTICLE
from analysis.events.other_side import Roles
from analysis.events.parties import Scene
from analysis.events.triggers import Trigger

TROOPS = frozenset(("قوات", "جنود", "جيش", "مقاتلات", "طائرات", "سفن", "بوارج", "دبابات", "عسكريين", "مئات", "الاف"))
SENT_WITHIN = 5  # words from the forces to where they are sent at most
WHOSE = "whose forces they are"


def raised(scene: Scene, trigger: Trigger, parts: Roles) -> Roles:
    """Return the deployment of forces, by nobody named, as one by those whose forces they are, to where they go."""
    forces = parts.target
    if trigger.form.entry.mode != "troops" or parts.source is not None or forces is None or forces.use == "place":
        return parts
    near = scene.text.folded[forces.start : forces.last + 1]
    if not any(word.removeprefix(ARTICLE) in TROOPS for word in near):
        return parts
    behind = (p for p in scene.parties if p.first > forces.last and p.under in ("في", "إلى", "على"))
    there = next((p for p in behind if p.first - forces.last <= SENT_WITHIN), None)
    return parts._replace(source=forces, target=there, rule=WHOSE)
