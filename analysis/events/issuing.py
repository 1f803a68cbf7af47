"""Texts that say what their issuer does: «تبنى المجلس قرارا يدعو إلى», «قرارا إسرائيليا يحظر»."""

from analysis.arabic.phrases import ARTICLE, follows, word_before
from analysis.events.agreement import verb_form
from analysis.events.clauses import without_objects
from analysis.events.parties import Party, Scene, bounds
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger
from analysis.events.types import PERSONAL

LEADS = frozenset(("ان", "وان", "بان"))
NAMED = 4  # words from a text to the name of its issuer behind it at most
TEXTS = frozenset(ARTICLE + word for word in words("issued") if not word.endswith("ا"))  # «البيان», not «بيانا»
TOLD = 3  # sentences in which the text was told before at most


def is_in_text(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb says what is in a text, whose issuer speaks by it (تبنى المجلس قرارا يدعو، طالب البيان)."""
    if speaking(scene, trigger) is not None:
        return True
    if trigger.form.tense not in FINITE or scene.text.folded[trigger.first].startswith("و"):
        return False
    near = range(max(0, trigger.first - 2), trigger.first)
    return any(scene.text.folded[i] in words("issued") for i in near) and all(follows(scene.text, i) for i in near)


def issuer(scene: Scene, trigger: Trigger, inside: list[Party]) -> Party | None:
    """Return whose text it is by its demonym, else the free name before it in its sentence that is no object."""
    document = speaking(scene, trigger)
    if document is not None:
        return issuer_of(scene, document)
    own = next(iter(inside), None)
    if own and own.demonym and word_before(scene.text, own.first) in words("issued"):
        return own  # «انتقد ماكرون قرارا إسرائيليا يحظر عمل الأونروا»
    free = [p for p in inside if p.under is None and p.use == "actor" and not (p.joined or p.demonym)]
    return next(iter(without_objects(scene, free)), None)


def speaking(scene: Scene, trigger: Trigger) -> int | None:
    """Return the text told before that asks or blames, behind its verb or before it (طالب البيان الحكومة بـ)."""
    text, behind, before = scene.text.folded, trigger.last + 1, trigger.first - 1
    if trigger.form.tense not in FINITE or trigger.form.entry.type not in PERSONAL or trigger.form.pronoun:
        return None
    if follows(scene.text, trigger.last) and text[behind] in TEXTS and follows(scene.text, behind):
        of_verb = verb_form(trigger, text[trigger.first]) == ("f" if text[behind].endswith("ه") else "m")
        return behind if of_verb and is_object(scene, behind + 1) else None
    if before < 0 or text[before] not in TEXTS or not follows(scene.text, before) or text[trigger.first][0] in "وف":
        return None
    return before if before == bounds(scene.text, before)[0] or text[before - 1] in LEADS else None


def is_object(scene: Scene, i: int) -> bool:
    """Tell whether a text before word i is a subject, and no object that the word describes (أدان البيان الصادر عن)."""
    word = scene.text.folded[i]
    return word not in words("issuing") and not word.endswith("ي")


def is_issued_by(between: list[str]) -> bool:
    """Tell whether the words between a text and a name say whose text it is (بيان الرئاسة، بيان صادر عن الرئاسة)."""
    return not between or between[0].lstrip("ال").startswith(("صادر", "صدر"))


def issuer_of(scene: Scene, i: int) -> Party | None:
    """Return whose text word i is, by the words with which it was told before (أصدرت الجامعة بيانا … وطالب البيان)."""
    text, bare = scene.text.folded, scene.text.folded[i].removeprefix(ARTICLE)
    earliest = scene.text.spans[max(0, scene.text.sentences[i] - TOLD)][0]
    alike = (bare, bare + "ا", "ب" + bare, ARTICLE + bare)
    told = next((j for j in range(i - 1, earliest - 1, -1) if text[j] in alike), None)
    if told is None:
        return None
    first, last = bounds(scene.text, told)
    actors = [p for p in scene.parties if first <= p.first <= last and p.use == "actor"]
    behind = (p for p in actors if told < p.start <= told + NAMED and is_issued_by(text[told + 1 : p.start]))
    before = (p for p in reversed(actors) if p.last < told and p.under is None and not p.joined)
    return next(behind, None) or next(before, None)
