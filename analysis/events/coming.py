"""Acts that lie ahead: due, foretold, agreed on, accepted; and what was arrived at and so does not."""

from analysis.events.cues import is_future
from analysis.events.parties import RELATIVES, Scene, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import Trigger

AIMS = words("aims")
LEADS = words("leads")
INVITED = 8  # words from «دعوة» to the visit it is to at most
ACCEPTED = 6  # words from «قبل» over its subject to «دعوة» at most
INVITATIONS = frozenset(("دعوه", "الدعوه", "دعوته", "دعوتها", "دعوات"))
ACCEPTING = words("accepting")
TAKES_PLACE = frozenset(("سيتم", "ستتم", "سيجري", "ستجري", "سيعقد", "ستعقد", "سيبدا", "ستبدا", "سيستمر", "ستستمر"))
AGREEMENTS = ("اتفاق", "الاتفاق", "اتفاقا", "توافق", "التوافق")
REACHING = ("توصل", "التوصل")


def is_accepted(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a visit or talks are what an invitation that was accepted or got is to (قبل دعوة لزيارة روما)."""
    led = scene.text.folded[trigger.first][: trigger.cut].endswith("ل") or scene.text.folded[trigger.first - 1] in LEADS
    if trigger.form.entry.type != "CONSULT" or not led:
        return False
    near = range(max(0, trigger.first - INVITED), trigger.first)
    invited = (i for i in near if scene.text.folded[i] in INVITATIONS)
    return any(not ACCEPTING.isdisjoint(scene.text.folded[max(0, i - ACCEPTED) : i]) for i in invited)


def is_due(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether words right behind a noun tell it as coming (زيارة من المقرر أن يقوم بها، الزيارة التي ستستمر)."""
    if trigger.form.entry.type == "CONSULT" and scene.text.folded[trigger.first - 1] in AIMS:
        return True  # «يصل اليوم لإجراء محادثات»
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 6]
    if behind[:2] == ["من", "المقرر"] or TAKES_PLACE.intersection(behind[:1]):
        return True
    at = next((i for i, word in enumerate(behind[:-1]) if word in RELATIVES), None)
    coming = at is not None and is_future(behind[at + 1])
    return coming and not breaks(scene.text, trigger.last, trigger.last + at + 2)


def is_agreed(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «على» leads a noun in as what an agreement is about (الاتفاق على استئناف العلاقات)."""
    return scene.text.folded[max(0, trigger.first - 2) : trigger.first] in [[word, "علي"] for word in AGREEMENTS]


def is_reached(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is what was arrived at, and so is no more to come (توصل الطرفان إلى هدنة)."""
    before = scene.text.folded[max(0, trigger.first - 8) : trigger.first]
    return before[-1:] == ["الي"] and any(word.removeprefix("و").startswith(REACHING) for word in before[:-1])


def is_foretold(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a future verb stands before a noun in its sentence (سيقتصر دورها على تدريب …)."""
    a, _ = bounds(scene.text, trigger.first)
    a = max(a, trigger.first - 10)
    words = scene.text.folded[a : trigger.first]
    ahead = [i for i, word in enumerate(words, a) if is_future(word) or is_possible(scene, i)]
    return any(not breaks(scene.text, i, trigger.first) for i in ahead)


def is_possible(scene: Scene, i: int) -> bool:
    """Tell whether a word is an imperfect behind «قد» (قد يخرج من السجن)."""
    return i > 0 and scene.text.folded[i - 1] in ("قد", "وقد") and scene.text.folded[i].startswith("ي")


def is_own_word(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether somebody promises or threatens in the first person, and so has done it (سأحترم النتائج)."""
    first_person = scene.text.folded[trigger.first][trigger.cut :].startswith(("سا", "سن"))
    return first_person and trigger.form.entry.type in ("AGREE", "THREATEN")
