"""Acts that did not come about: what somebody failed at, did not manage, did not even try or backed off from."""

from analysis.arabic.phrases import ARTICLE, places, word_before
from analysis.events.noun_phrases import WITH_PRONOUN, preposition_at
from analysis.events.parties import RELATIVES, Scene, breaks, is_form
from analysis.events.sets import words
from analysis.events.triggers import Trigger

FAILING = words("failing")
FAILED_REACH = 9  # words from «فشل» over its subject to what it failed at at most
MANAGING = words("managing")
MANAGED_REACH = 9  # words from «ينجح» over its subject to what was not managed at most
PLANNED = words("a_plan") | words("imposing")
BACKED_REACH = 8  # words from «تراجعت» over who backs off to what is not done at most
HELD_REACH = 7  # words from «منع» over who does it to the help that is kept off at most
NOT = frozenset(("لم", "ولم", "لن", "ولن", "لا", "ولا", "دون", "بدون"))
CARRIED_NOT = frozenset(("لم", "ولم", "لا", "ولا"))
CARRIED_REACH = 8  # words from a negation over its verb and subject to the noun at most
PARTING = WITH_PRONOUN | RELATIVES
LEADING = frozenset(("في", "عن", "من", "علي"))
WITHOUT = frozenset(("دون", "بدون", "عدم", "بعدم", "لعدم", "تعذر"))
REACHED = frozenset(("التوصل", "الوصول"))
NOR = 5  # words from «عدم» over what else did not exist to a noun behind «أو» at most
UNDONE = 8  # words from «لم» over its verb to what that was not for


def is_undone(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun names what was failed at, not managed or backed off from (فشل في طرد، لم يحاول عرقلة)."""
    text = scene.text
    if is_not_reached(scene, trigger) or is_held_off(scene, trigger) or is_backed_off_from(scene, trigger):
        return True
    if is_not_carried_out(scene, trigger) or is_nor(scene, trigger):
        return True
    failed = places(text, FAILING, max(0, trigger.first - FAILED_REACH), trigger.first)
    if any(breaks(text, i, trigger.first) == 0 and is_failed_at(scene, trigger) for i in failed):
        return True
    managed = places(text, MANAGING, max(0, trigger.first - MANAGED_REACH), trigger.first)
    return any(breaks(text, i, trigger.first) == 0 and is_not_managed(scene, i, trigger) for i in managed)


def is_nor(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «أو» joins a noun to what did not exist (عدم وقوع إصابات أو اشتباكات في السوق)."""
    near = scene.text.folded[max(0, trigger.first - NOR) : trigger.first]
    absent = not WITHOUT.isdisjoint(near) and not breaks(scene.text, trigger.first - len(near), trigger.first)
    return near[-1:] == ["او"] and absent


def is_not_reached(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun was not arrived at (انتهى الاجتماع من دون التوصل إلى اتفاق)."""
    before = scene.text.folded[max(0, trigger.first - 3) : trigger.first]
    reached = len(before) == 3 and before[0] in WITHOUT and before[1] in REACHED
    return reached and not breaks(scene.text, trigger.first - 3, trigger.first)


def is_not_carried_out(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a negated verb carries or announces an act (لم تقدم السعودية دعما، لم تؤكد باريس دعمها).

    What has an article was done: «لم تدن الحركة الهجوم».
    """
    text, first = scene.text, trigger.first
    if trigger.form.tense not in ("noun", "phrase") or text.folded[first][trigger.cut :].startswith(ARTICLE):
        return False
    negated = places(text, CARRIED_NOT, max(0, first - CARRIED_REACH), max(0, first - 1))
    return any(carries(scene, i + 1) and is_object_of(scene, i + 1, trigger) for i in negated)


def is_object_of(scene: Scene, verb: int, trigger: Trigger) -> bool:
    """Tell whether a noun is the object of a verb, nothing but its subject between (لم تقدم السعودية دعما)."""
    text, led = scene.text, scene.text.folded[trigger.first][: trigger.cut]
    if led and not (led == "ب" and text.folded[verb] in words("does_by")):
        return False  # «لم توجه أي تهمة إليهم بقتل الطفل»
    between = range(verb + 1, trigger.first)
    parted = any(j in scene.verbs or text.folded[j] in PARTING or preposition_at(text.folded[j]) for j in between)
    return not parted and word_before(text, verb - 1) != "ما" and not breaks(text, verb, trigger.first)


def carries(scene: Scene, i: int) -> bool:
    """Tell whether a verb behind a negation carries a noun, or announces it (لم تجر، لم تعلن)."""
    word = scene.text.folded[i]
    return i in scene.carriers or word in words("carries_cut_short") or is_form(word, "reporting_verbs")


def is_held_off(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether help is kept from coming through (منعت إسرائيل وصول المساعدات، عرقلة دخول شاحنات الإغاثة)."""
    text, first = scene.text.folded, trigger.first
    if trigger.form.entry.type != "AID" or words("comes_through").isdisjoint(text[max(0, first - 2) : first]):
        return False
    kept = places(scene.text, words("keeps_off"), max(0, first - HELD_REACH), first)
    return any(breaks(scene.text, i, first) == 0 for i in kept)


def is_backed_off_from(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether somebody backs off from an act or from a plan for it (تراجعت عن فكرة سحب قواتها، أحجم عن قصف …).

    What is taken back was done: an accusation, and what has an article or a pronoun (تراجع عن انتقاداته).
    """
    text, first = scene.text, trigger.first
    definite = text.folded[first].startswith(ARTICLE) or trigger.form.pronoun
    if definite or trigger.form.tense != "noun" or trigger.form.entry.type == "ACCUSE":
        return False
    led = word_before(text, first) in PLANNED  # «امتنعت تركيا عن فرض عقوبات»
    at = first - 2 if led else first - 1
    if at < 0 or text.folded[at] != "عن":
        return False
    backing = places(text, words("backs_off"), max(0, first - BACKED_REACH), at)
    return any(breaks(text, i, first) == 0 for i in backing)


def is_failed_at(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «في» leads a noun in, «التوصل إلى» between at most (فشل الاجتماع في التوصل إلى اتفاق)."""
    before = scene.text.folded[max(0, trigger.first - 3) : trigger.first]
    return before[-1:] in (["في"], ["عن"]) or (len(before) == 3 and before[0] in LEADING and before[1] in REACHED)


def is_not_managed(scene: Scene, i: int, trigger: Trigger) -> bool:
    """Tell whether a verb of managing is negated, and a noun or «التوصل إلى» is its object (دون أن ينجح في طردهم)."""
    if NOT.isdisjoint(scene.text.folded[max(0, i - 2) : i]):
        return False
    between = [word for word in scene.text.folded[i + 1 : trigger.first] if word not in (*LEADING, "حتي", "الان")]
    return not between or between[0] in REACHED or word_before(scene.text, trigger.first) in ("في", "من")


def is_of_undone(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb with «ل» says for what somebody did not do something (لم ترسل سفنها لتهاجم تركيا)."""
    if trigger.form.tense != "imperfect" or not scene.text.folded[trigger.first][: trigger.cut].endswith("ل"):
        return False
    near = range(max(0, trigger.first - UNDONE), trigger.first)
    undone = (i for i in near if scene.text.folded[i].removeprefix("و") in ("لم", "لن"))
    return any(not breaks(scene.text, i, trigger.first) for i in undone)
