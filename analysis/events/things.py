"""What things and masses do: acts of nobody, though their words are those of acts (نما بدعم من قطاع النفط)."""

from analysis.arabic.phrases import ARTICLE, Words, follows
from analysis.events.options import stripped
from analysis.events.parties import Party
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger

MASSES_WITHIN = 6  # words from «استقبل» to the masses that it counts at most
RECEIVES = ("استقبل", "زار")


def is_of_things(text: Words, trigger: Trigger, parties: list[Party]) -> bool:
    """Tell whether a thing backs something, or masses come to a place (بدعم من بيانات قوية، استقبل المطار ملايين)."""
    return is_backed_by_thing(text, trigger, parties) or is_of_masses(text, trigger)


def is_backed_by_thing(text: Words, trigger: Trigger, parties: list[Party]) -> bool:
    """Tell whether neither a name nor a noun that can act follows «بدعم من»."""
    word = trigger.form.entry.word
    if not word.startswith("بدعم") or not word.endswith("من") or not follows(text, trigger.last):
        return False
    head = text.folded[trigger.last + 1]
    named = any(p.start == trigger.last + 1 and (not p.demonym or p.first == p.start) for p in parties)
    return not named and head.removeprefix(ARTICLE) not in words("acting") | words("person") | words("holder")


def is_of_masses(text: Words, trigger: Trigger) -> bool:
    """Tell whether a place receives travellers, pupils or the like, or these visit it (زار مصر 15 مليون سائح)."""
    if trigger.form.entry.word not in RECEIVES or trigger.form.tense not in FINITE:
        return False
    behind = text.folded[trigger.last + 1 : trigger.last + 1 + MASSES_WITHIN]
    seat = any(bare in words("receives_masses") for bare in stripped(behind[0])) if behind else False
    return seat or any(bare in words("masses") for word in behind for bare in stripped(word))
