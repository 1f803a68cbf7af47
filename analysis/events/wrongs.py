"""Wrongs that a speaker says another does: «يعطل الاتفاق», «انتهاكات الجيش»; who speaks accuses who does them."""

from analysis.arabic.phrases import folded
from analysis.events.nouns import governing_subject
from analysis.events.other_side import Roles
from analysis.events.owners import owner_of
from analysis.events.parties import Party, Scene, around, same
from analysis.events.sets import words
from analysis.events.triggers import Trigger

WRONGS = words("wrong")
SUFFERED = words("to_suffer")
RULE = "who says so, of who does it"


def is_wrong(trigger: Trigger) -> bool:
    """Tell whether an accusation or a threat is told by what another is said to do, or to suffer (ستدفع الثمن)."""
    kind = trigger.form.entry.type
    return (kind == "ACCUSE" and first_word(trigger) in WRONGS) or (
        kind == "THREATEN" and trigger.form.tense == "phrase" and first_word(trigger) in SUFFERED
    )


def first_word(trigger: Trigger) -> str:
    """Return the first word of an entry, folded as the sets are (جريمة: جريمه)."""
    return folded(trigger.form.entry.word).split()[0]


def of_wrong(scene: Scene, trigger: Trigger, doer: Party | None, speaker: Party | None) -> Roles:
    """Return who says that somebody does wrong, and who does it."""
    return Roles(None if same(speaker, doer) else speaker, doer, RULE)


def wrongdoer(scene: Scene, trigger: Trigger, speaker: Party | None) -> Party | None:
    """Return whose wrong a noun tells: its owner, else the subject of its clause."""
    if trigger.form.pronoun and not words("suspecting").isdisjoint(
        scene.text.folded[max(0, trigger.first - 3) : trigger.first]
    ):
        return None  # «أوقف الدرك أربعة أشخاص للاشتباه في ضلوعهم في أعمال شغب»
    before, after = around(scene, trigger)
    owner, _ = owner_of(scene, trigger, before, after, None)
    return owner or governing_subject(scene, trigger, before, after, speaker)[0]
