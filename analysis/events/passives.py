"""Verbs in the passive, which print shows by little: by their marks, by who follows, by what does not follow."""

from analysis.arabic.phrases import follows
from analysis.events.noun_phrases import clitic_of, preposition_at
from analysis.events.parties import NUMBERS_OR_PEOPLE, Party, Scene
from analysis.events.sets import words
from analysis.events.subjects import stands_for_subject, topic
from analysis.events.triggers import Trigger

SOLDIERS = words("soldier") | {"قيادي"}
SPOKEN = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONSULT", "PROTEST")  # what people do


def is_passive(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether a verb is passive: by its printed damma, by a number of people behind it, or by a named agent."""
    if trigger.form.tense not in ("perfect", "imperfect") or "direct" not in trigger.form.entry.object:
        return False
    printed = scene.text.text[scene.text.starts[trigger.first] : scene.text.ends[trigger.first]]
    letters_marked = printed[trigger.cut : trigger.cut + 4]
    if "\N{ARABIC DAMMA}" in letters_marked and trigger.form.tense == "perfect":
        return True
    if is_without_object(scene, trigger, subject) or is_fallen(scene, trigger, subject):
        return True
    if trigger.form.entry.type in SPOKEN:
        return False  # «طالب عدد من الأهالي الوزارة بـ»: people speak
    return subject is None and bool(NUMBERS_OR_PEOPLE.match(next(iter(scene.text.folded[trigger.last + 1 :][:1]), "")))


def is_without_object(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether a person is subject of what is done to persons, with nobody behind it (أن بديع أحيل للمحاكمة)."""
    if trigger.form.entry.word not in words("done_to_persons") or trigger.form.pronoun:
        return False
    if subject is None and stands_for_subject(scene, trigger):
        return False  # «أنه اعتقل خلال العملية أحد القادة»
    if subject is not None and subject.actor_id not in scene.known.people and not are_many(scene, trigger, subject):
        return False
    last = subject.last if subject and subject.first > trigger.last else trigger.last
    if not follows(scene.text, last) or scene.text.sentences[last + 1] != scene.text.sentences[last]:
        return subject is not None
    word = scene.text.folded[last + 1]
    fell = word[1:] in words("fell")  # «قتلوا وأصيب آخرون»
    return bool(preposition_at(word)) or bool(clitic_of(word)) or fell or word in words("new_clause")


def is_fallen(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether soldiers stand behind a verb of what is done to persons, and nobody behind them (قتل جندي تركي)."""
    beside = trigger.last + 1
    if subject is None or subject.start != beside or trigger.form.entry.word not in words("done_to_persons"):
        return False
    people = scene.text.folded[beside]
    if trigger.form.pronoun or not (people in SOLDIERS or NUMBERS_OR_PEOPLE.match(people)):
        return False
    if not follows(scene.text, subject.last):
        return True
    word = scene.text.folded[subject.last + 1]
    return bool(preposition_at(word)) or clitic_of(word) is not None or word in words("new_clause")


def are_many(scene: Scene, trigger: Trigger, subject: Party) -> bool:
    """Tell whether a verb in the plural ends what is told of the people before it (العشرات من المتمردين قتلوا في …)."""
    return subject.last < trigger.first and scene.text.folded[trigger.first].endswith("وا")


def person_told_of(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return the person whom a sentence tells of, where a verb of what is done to persons names none (أجبر على …)."""
    behind = next(iter(scene.text.folded[trigger.last + 1 : trigger.last + 2]), "")
    if trigger.form.entry.word not in words("done_to_persons") or NUMBERS_OR_PEOPLE.match(behind):
        return None
    party = topic(scene, trigger, before)
    return party if party and party.actor_id in scene.known.people else None
