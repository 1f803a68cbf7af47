"""Deeds told beside the act of a clause, so that its subject did not do them: «غداة هجوم», «لمواجهة غزو»."""

from analysis.events.parties import Scene
from analysis.events.sets import words
from analysis.events.tellers import DEEDS
from analysis.events.triggers import Trigger
from analysis.events.usual import BOTH_FIGHT

TIMES = frozenset(("بعد", "عقب", "اثر", "قبل", "قبيل", "بعيد"))  # what may lead in another act
BYGONE = TIMES | {"غداه", "اعقاب", "وبعد", "وعقب", "واثر", "منذ"}
FALLING_IN = words("falling_in")
HAPPENS = words("happens")
FELL = words("fell")
FELL_WITHIN = 8  # words from who fell to the attack at most
ANSWERS = frozenset(before + word for before in ("", "و", "ف") for word in ("رد", "ردت", "يرد", "ترد", "ردوا"))
ANSWERED = 6  # words from an answer to the act that it answers at most
POINTING = ("هذا", "هذه", "تلك", "ذلك")


def is_bygone(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a deed is only told as what was before another (غداة هجوم، بعد أربع سنوات من الإطاحة بالرئيس)."""
    if trigger.form.entry.type not in DEEDS or is_of_both(trigger):
        return False
    text, first = scene.text.folded, trigger.first
    if text[first - 1] in POINTING or not HAPPENS.isdisjoint(text[max(0, first - 2) : first]):
        return True  # «قالت كينيا إن هذا الهجوم»: that told before
    if not words("countered").isdisjoint(text[max(0, first - 2) : first]):
        return True
    if text[first - 1] in ("من", "علي"):  # «بعد أيام على تحرير المدينة»
        if text[first - 1] == "علي" and any(word in ANSWERS for word in text[max(0, first - ANSWERED) : first - 1]):
            return True  # «رد الجيش بقوة على القصف»
        return not BYGONE.isdisjoint(text[max(0, first - 4) : first - 1])
    return text[first - 1] in BYGONE


def is_fallen_in(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an attack is told of by who fell in it, and by none who did it (قتل شرطيان في هجوم جديد)."""
    text, first = scene.text.folded, trigger.first
    if trigger.form.entry.type != "ASSAULT" or is_of_both(trigger):
        return False
    led = text[first][: trigger.cut].endswith("ب") or text[first - 1] in FALLING_IN
    return led and any(word.removeprefix("و") in FELL for word in text[max(0, first - FELL_WITHIN) : first])


def is_of_both(trigger: Trigger) -> bool:
    """Tell whether an act is one of two who fight (معارك، مواجهات مسلحة)."""
    return trigger.form.entry.word in BOTH_FIGHT or trigger.form.entry.word.startswith(("مواجهات", "اشتباكات", "معارك"))


def is_of_suspects(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is what people unnamed are said to have a part in (رجلان يشتبه في تورطهما في الهجوم)."""
    return not words("part_in").isdisjoint(scene.text.folded[max(0, trigger.first - 3) : trigger.first])
