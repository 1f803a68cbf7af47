"""The clause that a noun stands in: its verb, and the subject of that verb, named or carried over."""

from bisect import bisect_left

from analysis.arabic.phrases import follows, word_before
from analysis.events.doubles import REPULSING
from analysis.events.noun_phrases import clitic_of, preposition_at
from analysis.events.options import stripped
from analysis.events.parties import RELATIVES, Party, Scene, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import Trigger
from analysis.events.unknown_doers import is_behind_unlisted

NEAR = 4  # words between a verb and its subject at most
KEEPING_OFF = (*REPULSING, "منع", "أفشل", "عرقل", "أعاق")  # verbs whose subject does not do their object
CARRIED = 6  # words between a verb and the noun that it carries at most
MET_WITHIN = 5  # words from «لقائه» over a title to a name at most
LED = words("saying")
BOUND = ("ها", "هم", "هما", "ه")
ADVERBS = words("between")
MET_WITH = words("stirred") | words("stirs")
STIRRED = 10  # words from «أثار» to what it stirs at most
CLAUSES, ASIDES = 2, 4  # commas between a verb and a noun of its clause, or its own object, at most
TIMES = words("part_of_day")
NEGATIONS = ("لن", "لا", "لم")


def verbs_before(scene: Scene, trigger: Trigger) -> list[int]:
    """Return the finite verbs of a noun's sentence that stand before it, nearest first."""
    a, _ = bounds(scene.text, trigger.first)
    told = scene.governing
    return told[bisect_left(told, a) : bisect_left(told, trigger.first)][::-1]


def clause_subject(scene: Scene, trigger: Trigger) -> tuple[Party | None, bool]:
    """Return the subject of the verb that governs a noun, and whether the clause settles it (also as nobody listed)."""
    for verb in verbs_before(scene, trigger):
        if scene.text.folded[verb] in words("led_by") and word_before(scene.text, verb) in RELATIVES:
            continue  # «شن التحالف الذي تقوده السعودية غارات»
        if is_closed(scene, verb, trigger):
            continue
        if verb in scene.spoken or breaks(scene.text, verb, trigger.first) > asides(scene, verb, trigger):
            return None, False
        hosted = trigger.form.entry.type == "CONSULT" and scene.text.folded[verb].removeprefix("و") in words("hosting")
        if hosted or (verb in scene.carriers and is_behind_unlisted(scene, verb)):
            return None, True  # «رعت قطر المفاوضات»، «أن ملثمين قاموا بحرق»
        subject = subject_at(scene, verb, trigger.first)
        if scene.text.folded[verb] in words("undergoing") and trigger.form.entry.type not in ("CONSULT", "AGREE"):
            return None, True  # «شهدت البلاد اعتقالات»
        if subject:
            return subject, True
        if has_unlisted_subject(scene, verb, trigger.first):
            carried = verb in scene.carriers and trigger.first - verb <= CARRIED
            return None, carried and not breaks(scene.text, verb, trigger.first)
    return None, False


def asides(scene: Scene, verb: int, trigger: Trigger) -> int:
    """Return how many commas may part a noun from its verb (عقد الوزير، في إطار زيارته، الاثنين، لقاء مع …)."""
    before = word_before(scene.text, trigger.first)
    free = verb in scene.carriers and not (trigger.cut or preposition_at(before))
    return ASIDES if free and trigger.form.tense == "noun" else CLAUSES


def is_closed(scene: Scene, verb: int, trigger: Trigger) -> bool:
    """Tell whether a relative clause has its object in a pronoun (تبنت الجماعة التي صنفتها واشنطن إرهابية هجوما)."""
    text = scene.text.folded
    bound = text[verb].endswith(("ها", "هم", "هما")) and follows(scene.text, verb)
    taken_up = bound and word_before(scene.text, verb) in RELATIVES
    led = preposition_at(word_before(scene.text, trigger.first)) or trigger.cut or clitic_of(text[trigger.first])
    return taken_up and not led and trigger.form.tense == "noun"


def subject_at(scene: Scene, verb: int, end: int) -> Party | None:
    """Return who does it at a verb: the name behind it, the antecedent of its relative clause, the name before it."""
    if word_before(scene.text, verb) in words("pronoun"):
        return None  # «قالت الوزارة إنها استدعت السفير»
    for party in scene.parties:
        near = verb < party.start <= verb + NEAR and party.last < end and party.under is None and party.use == "actor"
        if near and not breaks(scene.text, verb, party.start) and not is_led(scene, verb, party.start):
            return party
    before = [p for p in scene.parties if p.last < verb and p.last >= verb - 8]
    if word_before(scene.text, verb) in RELATIVES:
        if scene.text.folded[verb].endswith(BOUND):
            return None  # «القوات التي دربتها»: who is meant acts no more than she is named
        return before[-1] if before and verb - before[-1].last <= 3 else None
    free = [p for p in before if p.under is None and p.use == "actor" and not p.joined]
    beside = free and verb - free[-1].last <= 2 and not breaks(scene.text, free[-1].last, verb)
    if beside and any(word in LED for word in scene.text.folded[free[-1].last + 1 : verb]):
        return None  # «تقول المنظمة إنها أسفرت عن مقتل مدنيين»
    return free[-1] if beside else None


def is_led(scene: Scene, verb: int, end: int) -> bool:
    """Tell whether a preposition or «أن» stands between a verb and a name."""
    return any(preposition_at(word) or clitic_of(word) or word in LED for word in scene.text.folded[verb + 1 : end])


def has_unlisted_subject(scene: Scene, verb: int, end: int) -> bool:
    """Tell whether a noun that no list names stands behind a verb as its subject (عقدت شخصيات عشائرية مؤتمرا)."""
    if verb + 1 >= end or not follows(scene.text, verb):
        return False
    word = scene.text.folded[verb + 1]
    return not (preposition_at(word) or clitic_of(word) is not None or word in LED or word in ADVERBS or word in TIMES)


def without_objects(scene: Scene, free: list[Party]) -> list[Party]:
    """Return the free names (nearest first) without objects (هددت واشنطن دمشق، هزت بغداد هجمات)."""
    free = [party for party in free if word_before(scene.text, party.start).removeprefix("و") not in words("shakes")]
    free = [party for party in free if not is_met(scene, party)]
    return [party for i, party in enumerate(free) if not any(is_subject_of(scene, one, party) for one in free[i + 1 :])]


def is_met(scene: Scene, party: Party) -> bool:
    """Tell whether a name is whom another meets (أكد الوالي خلال استقباله السفير فلانا أن)."""
    near = range(max(0, party.start - MET_WITHIN), party.start)
    at = next((i for i in near if not words("meeting_him").isdisjoint(stripped(scene.text.folded[i]))), None)
    if at is None or breaks(scene.text, at, party.first):
        return False
    return not any(i in scene.verbs or i in scene.carriers for i in range(at, party.start))


def is_subject_of(scene: Scene, subject: Party, party: Party) -> bool:
    """Tell whether one name is subject and another object of one verb: verb, name, name."""
    if breaks(scene.text, subject.last, party.first) or subject.demonym:
        return False
    if word_before(scene.text, party.start) == "عن":
        return False  # «نقلت الوكالة عن صالحي قوله»
    told = scene.governing
    between = range(subject.last + 1, party.first)
    if any(i in scene.verbs or i in scene.carriers or scene.text.folded[i] in LED for i in between):
        return False
    return any(subject.start - NEAR < i < subject.start for i in told)


def is_carried(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb of the clause carries a phrase as its object (شن هجوما شديدا على الرئيس)."""
    a, _ = bounds(scene.text, trigger.first)
    near = (i for i in scene.carriers if max(a, trigger.first - CARRIED) <= i < trigger.first)
    return any(not breaks(scene.text, i, trigger.first) for i in near)


def opens(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb opens its sentence, alone or behind «هذا» (هذا وأعلنت الوزارة …)."""
    first = bounds(scene.text, trigger.first)[0]
    return first == trigger.first or (first == trigger.first - 1 and scene.text.folded[first] == "هذا")


def is_close(scene: Scene, trigger: Trigger, verb: Trigger | None) -> bool:
    """Tell whether a finite verb stands shortly before a noun, with nothing to part them."""
    near = verb is not None and 0 < trigger.first - verb.last <= 4
    return near and not breaks(scene.text, verb.last, trigger.first)


def is_kept_off(scene: Scene, trigger: Trigger, verb: Trigger | None) -> bool:
    """Tell whether a verb keeps off an attack or help, which is not of its subject (منعت الشرطة هجوما على السفارة)."""
    if verb is None or verb.form.entry.word not in KEEPING_OFF:
        return False
    helps = trigger.form.entry.type == "AID" and 0 < trigger.first - verb.last <= CARRIED
    clear = helps and not breaks(scene.text, verb.last, trigger.first)  # «منعت السلطات دخول شاحنات المساعدات»
    return clear or (trigger.form.entry.type == "ASSAULT" and is_close(scene, trigger, verb))


def is_stirred(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act only met with words of people unnamed (أثارت الدعوة استنكارا، وسط مطالبات)."""
    if trigger.form.pronoun:
        return False
    before = scene.text.folded[max(0, trigger.first - 4) : trigger.first]
    return any(word.removeprefix("و") in MET_WITH for word in before) or is_stirred_by(scene, trigger)


def is_stirred_by(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is the object behind the long subject of «أثار» (أثار قرار البلاد إغلاق المكتب انتقادات)."""
    for i in range(trigger.first - 1, max(-1, trigger.first - STIRRED), -1):
        if scene.text.folded[i].removeprefix("و") in words("stirs"):
            return not breaks(scene.text, i, trigger.first)
        if i in scene.verbs:
            return False
    return False


def takes_on(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name right before a noun is the subject of its relative clause (قوات تتولى واشنطن تسليحها)."""
    beside = party.last == trigger.first - 1 and party.under is None and not party.demonym
    return beside and party.start - 1 in scene.carriers and word_before(scene.text, party.start - 1) in RELATIVES
