"""Wrongs that a speaker says another does: «يعطل الاتفاق», «انتهاكات الجيش»; who speaks accuses who does them."""

from analysis.arabic.phrases import folded
from analysis.events.nouns import governing_subject
from analysis.events.other_side import Roles
from analysis.events.owners import owner_of
from analysis.events.parties import Party, Scene, around, same
from analysis.events.sets import words
from analysis.events.triggers import Trigger

WRONGS = words("wrong")
RULE = "who says so, of who does it"


def is_wrong(trigger: Trigger) -> bool:
    """Tell whether an accusation is told by the wrong that another is said to do."""
    return trigger.form.entry.type == "ACCUSE" and first_word(trigger) in WRONGS


def first_word(trigger: Trigger) -> str:
    """Return the first word of an entry, folded as the sets are (جريمة: جريمه)."""
    return folded(trigger.form.entry.word).split()[0]


def of_wrong(scene: Scene, trigger: Trigger, doer: Party | None, speaker: Party | None) -> Roles:
    """Return who says that somebody does wrong, and who does it."""
    return Roles(None if same(speaker, doer) else speaker, doer, RULE)


def wrongdoer(scene: Scene, trigger: Trigger, speaker: Party | None) -> Party | None:
    """Return whose wrong a noun tells: its owner, else the subject of its clause."""
    before, after = around(scene, trigger)
    owner, _ = owner_of(scene, trigger, before, after, None)
    return owner or governing_subject(scene, trigger, before, after, speaker)[0]
