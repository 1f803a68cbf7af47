"""Deeds told beside the act of a clause, so that its subject did not do them: «غداة هجوم», «لمواجهة غزو»."""

from analysis.arabic.phrases import word_before
from analysis.events.cues import is_minded
from analysis.events.parties import Party, Scene, Told, breaks, nation, same
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
ANSWERING = ("رد", "ردت", "يرد", "ترد", "ردوا", "برد", "بالرد", "للرد", "الرد", "ردا", "سيرد", "سترد")
ANSWERS = frozenset(before + word for before in ("", "و", "ف") for word in ANSWERING)
RETALIATION = frozenset(("ردا", "الرد", "للرد"))  # behind it what the other side has done
ANSWERED = 6  # words from an answer to the act that it answers at most
WITNESSED, WITNESSED_WITHIN = words("witnessed"), 5  # words from a verb of recording to the act at most
BLAMED = 9  # words from «تبادل» over two names to «الاتهامات», and from there to what they are about
BESIDE = 4  # words from «هذه الغارات» to whom they meet at most
WARS = ("حرب", "صراع", "نزاع", "قتال", "اقتتال", "معارك", "أعمال عدائية")
POINTING = ("هذا", "هذه", "تلك", "ذلك")


def is_bygone(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a deed is only told as what was before another (غداة هجوم، بعد أربع سنوات من الإطاحة بالرئيس)."""
    before = word_before(scene.text, trigger.first).removeprefix("و")
    if (trigger.form.entry.word in WARS and before in words("ends_war")) or is_minded(scene, trigger):
        return True  # «دعت مصر إلى اتفاق ينهي الحرب»
    if trigger.form.entry.type not in DEEDS or is_of_both(trigger) or trigger.first == 0:
        return False
    text, first = scene.text.folded, trigger.first
    if text[first - 1] in POINTING or not HAPPENS.isdisjoint(text[max(0, first - 2) : first]):
        return True  # «قالت كينيا إن هذا الهجوم»: that told before
    if not words("countered").isdisjoint(text[max(0, first - 2) : first]) or is_dealt_with(scene, trigger):
        return True
    if is_matter_of_blame(scene, trigger):
        return True
    if text[first - 1] in ("من", "علي"):  # «بعد أيام على تحرير المدينة»
        if text[first - 1] == "علي" and is_met_with(scene, trigger):
            return True  # «رد الجيش بقوة على القصف»
        return not BYGONE.isdisjoint(text[max(0, first - 4) : first - 1])
    return text[first - 1] in BYGONE


def is_pointed_to(scene: Scene, trigger: Trigger, party: Party | None) -> bool:
    """Tell whether a deed is the one just told, and a name far behind it no party (هذه الغارات بعد أسبوع على)."""
    if party is None or trigger.first == 0 or trigger.form.entry.type not in DEEDS:
        return False
    return word_before(scene.text, trigger.first) in POINTING and party.first - trigger.last > BESIDE


def is_dealt_with(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an attack or arrest is what others are suspected of or speak of (ضالعين في الهجوم، ناقش الهجوم)."""
    if trigger.form.entry.type not in ("ASSAULT", "COERCE") or trigger.form.pronoun:
        return False
    near = (i for i in range(max(0, trigger.first - 3), trigger.first) if scene.text.folded[i] in words("dealt_with"))
    return any(not breaks(scene.text, i, trigger.first) for i in near)


def is_of_others(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a deed is one that others have done: what is answered, or what two blame each other for."""
    answered = word_before(scene.text, trigger.first) == "علي" and is_met_with(scene, trigger)
    return answered or is_matter_of_blame(scene, trigger)


def is_met_with(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an answer stands before «على» and the deed that it answers (رد محدود على القصف)."""
    return any(word in ANSWERS for word in scene.text.folded[max(0, trigger.first - ANSWERED) : trigger.first - 1])


def is_matter_of_blame(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a deed is what two blame each other for (تبادل الجيش والحركة الاتهامات بشأن قصف القافلة)."""
    if trigger.form.entry.type == "ACCUSE":
        return False
    near = range(max(0, trigger.first - BLAMED), trigger.first)
    blame = next((i for i in near if scene.text.folded[i].removeprefix("ال").startswith("اتهام")), None)
    exchanged = scene.text.folded[max(0, (blame or 0) - BLAMED) : blame or 0]
    return any(word in words("exchange") for word in exchanged) and not breaks(scene.text, blame, trigger.first)


def is_answered(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a deed is what the act before it answers, so that its target did it (ردا على طرد موظفيها)."""
    before = scene.text.folded[max(0, trigger.first - 2) : trigger.first]
    answers = len(before) == 2 and before[0] in RETALIATION and before[1] == "علي"
    return answers and trigger.form.entry.type in (*DEEDS, "SANCTION", "ACCUSE")


def who_is_answered(scene: Scene, trigger: Trigger, target: Party | None, told: Told) -> Party | None:
    """Return whom the act told before in the sentence meets, as who has done to the one who acts what he answers."""
    if told.holder is None or scene.text.sentences[told.holder.first] != scene.text.sentences[trigger.first]:
        return None
    on_another = None not in (target, told.source) and nation(scene, target) != nation(scene, told.source)
    return None if on_another or same(told.target, target) else told.target


def is_witnessed(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether somebody only records what others did (رصد الجيش إطلاق صاروخ، سجلت المنظمة عشر غارات)."""
    a = max(0, trigger.first - WITNESSED_WITHIN)
    before = scene.text.folded[a : trigger.first]
    if trigger.form.entry.type not in DEEDS or WITNESSED.isdisjoint(before):
        return False
    seen = max(i for i, word in enumerate(before, a) if word in WITNESSED)
    return not breaks(scene.text, seen, trigger.first)


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


def led_to(scene: Scene, trigger: Trigger, told: Told) -> bool:
    """Tell whether a verb tells what somebody did before he was killed or seized (قتل الجيش مسلحا بعدما هاجم نقطة)."""
    seized = told.holder is not None and told.holder is told.verb
    if not seized or trigger.form.entry.type != "ASSAULT" or told.verb.form.entry.word not in words("done_to_persons"):
        return False
    if scene.text.sentences[told.verb.first] != scene.text.sentences[trigger.first]:
        return False
    before = scene.text.folded[max(0, trigger.first - 2) : trigger.first]
    return before[-1:] == ["بعدما"] or before == ["بعد", "ان"]
