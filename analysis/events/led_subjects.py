"""Subjects that «أن» or «كان» leads in, further before their verb: «إن مسؤولة السياسة … موغيريني ناقشت»."""

from analysis.arabic.finite import is_imperfect
from analysis.arabic.phrases import follows, word_before
from analysis.events.parties import RELATIVES, Party, Scene
from analysis.events.triggers import FINITE, Trigger
from analysis.events.unlisted import CONJUNCTIONS

LED_WITHIN = 16  # words from «أن» to the verb of its clause at most
TITLE = 5  # words of a title before its holder at most
ENDS_CLAUSE = frozenset(("حيث", "بعدما", "بعد", "فيما", "بينما", "كما", "اذا", "الي", "حتي", "عندما", "لكي", "كي"))
WAS = ("كان", "كانت", "كانوا")


def led_in(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return the name that «أن» makes the subject of a verb further on (إن مسؤولة السياسة … موغيريني ناقشت)."""
    at = conjunction_before(scene, trigger)
    able = (p for p in before if at is not None and at < p.start <= at + TITLE and not (p.demonym or p.under))
    return next((p for p in able if p.start == at + 1 or p.actor_id in scene.known.people), None)


def conjunction_before(scene: Scene, trigger: Trigger) -> int | None:
    """Return the place of the «أن» whose clause a verb ends: no other verb stands between but in relative clauses."""
    text, first = scene.text, trigger.first
    within = word_before(text, first) in RELATIVES
    if trigger.form.tense not in FINITE or text.folded[first].startswith("و") or within:
        return None
    for i in range(first - 1, max(-1, first - 1 - LED_WITHIN), -1):
        if text.sentences[i] != text.sentences[first] or text.folded[i] in ENDS_CLAUSE:
            return None
        if text.folded[i] in CONJUNCTIONS:
            return i
        verbal = i in scene.verbs or i in scene.carriers or is_imperfect(text.folded[i])
        if verbal and word_before(text, i).removeprefix("و") not in RELATIVES:
            return None
    return None


def has_subject_before(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «قد» behind «كان» leaves a verb's subject before it (وكان القسم قد دعا واشنطن إلى …)."""
    return was_before(scene, trigger) is not None


def was_before(scene: Scene, trigger: Trigger) -> int | None:
    """Return the place of the «كان» whose subject stands between it and a verb behind «قد»."""
    text = scene.text.folded
    if word_before(scene.text, trigger.first) != "قد" or is_before_subject(scene, trigger):
        return None
    was = [i for i in range(max(0, trigger.first - 16), trigger.first - 2) if text[i].removeprefix("و") in WAS]
    same_sentence = was and scene.text.sentences[was[-1]] == scene.text.sentences[trigger.first]
    return was[-1] if same_sentence else None


def is_before_subject(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb bears its object as a pronoun and its subject stands right behind it (قد خطفهما مسلحون)."""
    if not trigger.form.pronoun or trigger.form.tense not in FINITE or not follows(scene.text, trigger.last):
        return False
    many = scene.text.folded[trigger.last + 1].endswith("ون")
    return many or any(p.start == trigger.last + 1 and p.under is None and p.use == "actor" for p in scene.parties)


def led_by_was(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return the name behind «كان» that a verb behind «قد» has as subject (وكان وزير الخارجية، عادل الجبير، قد زار)."""
    was = was_before(scene, trigger)
    near = (p for p in reversed(before) if was is not None and was < p.start <= p.first <= was + TITLE)
    return next((p for p in near if p.under is None and p.use == "actor" and not p.demonym), None)


def is_led_before(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «أن» leads in a subject that stands between it and its verb (أن وحداتها أسقطت)."""
    at = conjunction_before(scene, trigger)
    return at is not None and at < trigger.first - 1
