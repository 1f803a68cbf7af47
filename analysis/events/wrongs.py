"""Wrongs that a speaker says another does: «يعطل الاتفاق», «انتهاكات الجيش», so that who speaks accuses who does them."""

from analysis.events.nouns import governing_subject
from analysis.events.other_side import Roles
from analysis.events.owners import owner_of
from analysis.events.parties import Party, Scene, around, same
from analysis.events.triggers import Trigger

WRONGS = frozenset(
    ("انتهك", "خرق", "خالف", "جريمة", "تعارض", "مخالف", "أجج", "زعزع", "فاقم", "عطل", "تواطأ", "تآمر", "تورط", "ضلوع")
    + ("جرائم", "يتحمل", "تتحمل", "يتحملون", "مسؤول", "مسؤولة", "مسؤولون", "المسؤول", "المسؤولة", "فقد", "فقدت", "فاقد")
)
RULE = "who says so, of who does it"


def is_wrong(trigger: Trigger) -> bool:
    """Tell whether an accusation is told by the wrong that another is said to do."""
    return trigger.form.entry.type == "ACCUSE" and trigger.form.entry.word.split()[0] in WRONGS


def of_wrong(scene: Scene, trigger: Trigger, doer: Party | None, speaker: Party | None) -> Roles:
    """Return who says that somebody does wrong, and who does it."""
    return Roles(None if same(speaker, doer) else speaker, doer, RULE)


def wrongdoer(scene: Scene, trigger: Trigger, speaker: Party | None) -> Party | None:
    """Return whose wrong a noun tells: its owner, else the subject of its clause."""
    before, after = around(scene, trigger)
    owner, _ = owner_of(scene, trigger, before, after, None)
    return owner or governing_subject(scene, trigger, before, after, speaker)[0]
