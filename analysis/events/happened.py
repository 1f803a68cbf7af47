"""Nouns whose act has happened, whatever is called for around them: done, looked into, answered, told as the last."""

from functools import cache

from analysis.arabic.phrases import ARTICLE, word_before
from analysis.events.bygone import is_of_others
from analysis.events.carried import is_of_accused
from analysis.events.coming import is_foretold, is_reached
from analysis.events.parties import Scene, breaks
from analysis.events.sets import words
from analysis.events.triggers import Trigger

BEHIND = words("behind")
VOICED = ("ACCUSE", "REQUEST", "REJECT", "THREATEN")
LEADS = words("leads")
MEANWHILE = frozenset(("خلال", "اثناء", "لدي"))
DONE = words("done")
INQUIRY = words("inquiry")
MISSED = 3  # words from «يشارك» to the meeting at most
LOOKED_INTO = 4  # words from «التحقيق» to the act at most
RELATIVES = words("relatives")
LONG = 5  # letters of a verb from which «ت» at both ends makes a perfect: توصلت, not تثبت
DONE_ENDINGS = ("ته", "تها", "ت", "ه", "ها")  # of a verb in the perfect whose object or subject the noun is
IMPOSING = frozenset(("فرض", "توسيع", "تشديد", "تمديد"))
PLANS = frozenset(("الخطه", "المقترح", "الاقتراح"))
DECIDED = frozenset(("قرر", "قررت", "قرروا"))


def ruled_out(scene: Scene, trigger: Trigger) -> set[str]:
    """Return the statuses that a noun cannot have: behind «بعد» or «تم» it is done, an outcry is not called for."""
    if trigger.last + 1 < len(scene.text.folded) and scene.text.folded[trigger.last + 1] in BEHIND:
        return set()  # «بسبب زيارة محتملة»
    last = scene.text.folded[max(0, trigger.first - 2) : trigger.first]
    if any(word.removeprefix("و") in DONE for word in last) or scene.text.folded[trigger.first].startswith("ردا"):
        return {"planned", "called_for"}
    if (last[-1:] == ["في"] and not PLANS.isdisjoint(last)) or is_eve_of_death(trigger, last):
        return {"planned"}  # «وافقوا على الخطة في الاجتماع»
    if last[-1:] and last[-1] in MEANWHILE:  # «طالب خلال زيارته بكين بوقف القتال»
        return {"called_for"} if is_foretold(scene, trigger) else {"called_for", "planned"}
    if (
        is_of_accused(scene, trigger)
        or is_of_others(scene, trigger)
        or (trigger.form.entry.type == "REQUEST" and is_made(scene, trigger))
    ):
        return {"planned", "called_for"}
    if is_reached(scene, trigger) or is_last(scene, trigger) or is_imposed(scene, trigger) or is_protested(last):
        return {"planned", "called_for"}
    if trigger.form.entry.type == "ACCUSE" and scene.text.folded[trigger.first][trigger.cut :].startswith(ARTICLE):
        return {"called_for", "negated"}  # «ينفي المعتقلون هذه الاتهامات»
    if trigger.form.entry.type in ("REQUEST", "THREATEN") and trigger.form.tense == "phrase":
        return {"planned", "called_for"}  # «سيدفع ثمنا باهظا» is a threat now
    missed = {"negated"} if is_missed(scene, trigger) else set()
    if is_looked_into(scene, trigger) or is_told_of(scene, trigger):
        return {"planned", "called_for"} | missed
    led = scene.text.folded[trigger.first][: trigger.cut].endswith(("ب", "ل")) or set(last[-1:]) & LEADS
    voiced = trigger.form.entry.type in VOICED and not led
    return missed | ({"called_for"} if voiced else set())


def is_made(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a request is one that is followed or looked at, and so was made (سيجري بطلب من الحكومة)."""
    looked_at = word_before(scene.text, trigger.first).removeprefix("ب") in words("discussing")
    return looked_at or scene.text.folded[trigger.first][: trigger.cut].endswith("ب")


def is_eve_of_death(trigger: Trigger, before: list[str]) -> bool:
    """Tell whether somebody's end is what was done before it (قبيل اغتياله، قبل مقتله، قبيل الهجوم)."""
    if trigger.form.entry.type != "ASSAULT":
        return False
    return before[-1:] == ["قبيل"] or (before[-1:] == ["قبل"] and bool(trigger.form.pronoun))


def is_protested(before: list[str]) -> bool:
    """Tell whether the words before a noun protest against it (دعا إلى إضراب احتجاجا على اعتقال زميل له)."""
    return before[-1:] == ["علي"] and before[0] in words("protesting")


def is_missed(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether somebody had no part in what was held or happened (لم تشارك في المحادثات، نفت علمها بالهجوم)."""
    near = scene.text.folded[max(0, trigger.first - MISSED) : trigger.first]
    if trigger.form.entry.type == "ASSAULT":
        refused = is_not_accepted(scene, trigger) or is_not_looked_into(scene, trigger)
        return refused or not words("denied_part").isdisjoint(near)
    if trigger.form.entry.type != "CONSULT" or trigger.form.entry.mode == "visit":
        return False
    return not words("taking_part").isdisjoint(near)


def is_not_looked_into(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an inquiry, and no attack, is refused (امتنع عن التحقيق في خطف فلان)."""
    near = range(max(1, trigger.first - LOOKED_INTO), trigger.first)
    asked = (i for i in near if "تحقيق" in scene.text.folded[i] and not breaks(scene.text, i, trigger.first))
    return any(scene.text.folded[i + 1] == "في" for i in asked)


def is_not_accepted(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether somebody does not yield to what has happened (دعت أنصارها إلى عدم قبول الانقلاب)."""
    before = scene.text.folded[max(0, trigger.first - 2) : trigger.first]
    return before[:1] == ["عدم"] and before[-1].removeprefix(ARTICLE) in words("yielding")


def is_looked_into(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an attack is one to be looked into or answered, and so has happened (طالب بالتحقيق في الهجوم)."""
    near = range(max(0, trigger.first - LOOKED_INTO), trigger.first)
    if trigger.form.entry.type not in ("ASSAULT", "COERCE"):
        return False
    return is_not_accepted(scene, trigger) or any(
        scene.text.folded[i] in INQUIRY and not breaks(scene.text, i, trigger.first) for i in near
    )


def is_told_of(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a relative clause in the perfect tells an act as done (احتراما للهدنة التي أعلنتها الأمم)."""
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 5]
    at = next((i for i, word in enumerate(behind[:-1]) if word in RELATIVES), None)
    if at is None or breaks(scene.text, trigger.last, trigger.last + at + 2):
        return False
    definite = scene.text.folded[trigger.first][trigger.cut :].startswith(ARTICLE)
    return definite and is_over(behind[at + 1])


@cache
def is_over(verb: str) -> bool:
    """Tell whether the verb of a relative clause tells what is over (التي أعلنتها، الذي توصلت إليه، الذي تم)."""
    if verb in ("تم", "تمت"):
        return True
    imperfect = verb.startswith(("ي", "س", "ن")) or (verb[0] == "ت" and not (verb.endswith("ت") and len(verb) >= LONG))
    return verb.endswith(DONE_ENDINGS) and not imperfect


def is_last(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun with the article is the last of its kind, and so has happened (الرفض الأخير)."""
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 4]
    at = next((i for i, word in enumerate(behind) if word in ("الاخير", "الاخيره")), None)
    if at is None or not scene.text.folded[trigger.first][trigger.cut :].startswith(ARTICLE):
        return False
    return all(word.startswith(ARTICLE) for word in behind[:at])


def is_imposed(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a measure is put in force by the decision that is told (قررت فرض حظر سفر)."""
    decided = scene.text.folded[max(0, trigger.first - 6) : max(0, trigger.first - 1)]
    imposed = word_before(scene.text, trigger.first)
    return imposed in IMPOSING and any(word.removeprefix("و") in DECIDED for word in decided)
