"""Exercises that two armies hold: works of both, not forces called up (مناورات بحرية بين إيران وروسيا)."""

from analysis.arabic.phrases import Words
from analysis.events.forms import Form, default
from analysis.events.parties import Party
from analysis.events.triggers import CLAUSE_END, NOMINAL, Trigger

DRILLS = ("مناور", "تدريبات", "تمرين", "تمارين")
WITH_WITHIN = 7  # words from exercises to who takes part in them at most
JOINED_WITHIN = 3  # words from two who hold exercises to these at most


def as_joint(text: Words, trigger: Trigger, parties: list[Party]) -> Trigger:
    """Return exercises as a work of two where two are named beside them."""
    drills = trigger.form.entry.type == "MOBILIZE" and trigger.form.entry.word.startswith(DRILLS)
    if not drills or trigger.form.tense not in (*NOMINAL, "phrase") or not are_two(text, trigger, parties):
        return trigger
    joint = next((form for form in default()["مناورات"] if is_joint(form)), trigger.form)
    return trigger._replace(form=trigger.form._replace(entry=joint.entry))


def is_joint(form: Form) -> bool:
    """Tell whether a form is the phrase for joint exercises."""
    return form.entry.type == "COOPERATE" and form.rest == ("مشتركه",)


def are_two(text: Words, trigger: Trigger, parties: list[Party]) -> bool:
    """Tell whether «بين» or «مع» leads in who takes part, two demonyms stand behind, or two joined before."""
    behind = [p for p in parties if 0 < p.start - trigger.last <= WITH_WITHIN and is_near(text, trigger, p)]
    adjectives = [p for p in parties if p.demonym and 0 < p.first - trigger.last <= WITH_WITHIN // 2]
    before = [p for p in parties if p.last < trigger.first <= p.last + JOINED_WITHIN and p.joined]
    together = len(adjectives) > 1 and adjectives[1].first == adjectives[0].last + 1
    return together or bool(before) or any(p.under in ("بين", "مع", "نظير") for p in behind)


def is_near(text: Words, trigger: Trigger, party: Party) -> bool:
    """Tell whether no clause ends between exercises and a name behind them."""
    return not CLAUSE_END.search(text.text[text.ends[trigger.last] : text.starts[party.start]])
