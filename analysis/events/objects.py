"""Whom the words of a sentence name as acted upon, whether a verb or a noun tells the act."""

from analysis.events.asking import asked
from analysis.events.parties import Party, Scene
from analysis.events.protests import protested
from analysis.events.triggers import Trigger
from analysis.events.verdicts import convicted, named_among


def worded(
    scene: Scene, trigger: Trigger, before: list[Party], after: list[Party], source: Party | None
) -> Party | None:
    """Return who is asked, protested against, hit or convicted by words of their own (على إيران أن، بينهم فلان)."""
    return (
        asked(scene, trigger, source)
        or protested(scene, trigger, after)
        or named_among(scene, trigger, after)
        or convicted(scene, trigger, before)
    )
