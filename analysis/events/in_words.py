"""Attacks in words: who attacks is a politician, and nobody bears arms (ترامب يهاجم بايدن)."""

from analysis.arabic.phrases import Words
from analysis.events.forms import Form, default
from analysis.events.options import stripped
from analysis.events.parties import Facts, Party
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger

ATTACKS = "هاجم"
BESIDE = 3  # words from such a verb to who attacks at most


def as_blame(text: Words, trigger: Trigger, parties: list[Party], known: Facts) -> Trigger:
    """Return a verb of attacking as one of blame where a person stands beside it as its subject and none is armed."""
    if trigger.form.entry.word != ATTACKS or trigger.form.entry.type != "ASSAULT" or trigger.form.tense not in FINITE:
        return trigger
    if not by_person(trigger, parties, known) or is_armed(text, trigger, parties):
        return trigger
    blames = (form for form in default().get(text.folded[trigger.first][trigger.cut :], ()) if is_blame(form, trigger))
    return trigger._replace(form=next(blames, trigger.form))


def is_blame(form: Form, trigger: Trigger) -> bool:
    """Tell whether another form of the same word and tense is one of blame."""
    return form.entry.word == ATTACKS and form.entry.type == "ACCUSE" and form.tense == trigger.form.tense


def by_person(trigger: Trigger, parties: list[Party], known: Facts) -> bool:
    """Tell whether the name right before or behind a verb is that of a person, and no object of a body before it."""
    before = next((p for p in reversed(parties) if p.last < trigger.first and trigger.first - p.last <= BESIDE), None)
    behind = next((p for p in parties if 0 < p.start - trigger.last <= 1), None)
    doer = before if before is not None and before.under is None and before.use == "actor" else behind
    return doer is not None and doer.actor_id in known.people and doer.under is None


def is_armed(text: Words, trigger: Trigger, parties: list[Party]) -> bool:
    """Tell whether a word of arms stands in a sentence, but in a name (حزب القوات اللبنانية)."""
    names = {i for party in parties for i in range(party.first, party.last + 1)}
    plain = (i for i in range(*text.spans[text.sentences[trigger.first]]) if i not in names)
    return any(bare in words("armed") for i in plain for bare in stripped(text.folded[i]))
