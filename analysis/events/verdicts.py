"""Charges and verdicts: who is charged with whom he is arrested, who is convicted, who is named among those hit."""

from analysis.arabic.phrases import Words, places, word_before
from analysis.events.parties import Party, Scene, Told, breaks, counts_people
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger
from analysis.events.types import HIT, IMPOSED

PRAISE = ("خطوة", "قرار", "في الاتجاه")  # how phrases of praise begin
CHARGE = "whom the charge goes with"
CHARGES = ("بتهمة", "بتهم")
TRIALS = ("حاكم", "مثل أمام", "مثول", "مثلت أمام", "مثلوا أمام")
VERDICTS = ("حكم", "أحكام", "قضى", "إعدام", "سجن")
FACING_WITHIN = 8  # words from «يمثل» over who does to the charge at most
BEFORE = 8  # words between «على» with the convicted and the verdict at most
HURT = 3  # words between a word for dead or wounded and whom it counts at most
AMONG = 18  # words between an act and whom it names among those hit at most
JUDGED = ("حكم", "قضى", "سجن")  # acts of a court, told in the passive


def of_charge(scene: Scene, trigger: Trigger, told: Told):
    """Return source, target and rule of a charge by the arrest or verdict that it goes with (أحالت فلانا بتهمة)."""
    act = told.holder
    charged = facing(scene, trigger)
    if charged:
        return None, charged, CHARGE
    if trigger.form.entry.word not in CHARGES or act is None:
        return None
    if act.form.entry.type not in IMPOSED and act.form.entry.word not in TRIALS:
        return None
    if scene.text.sentences[act.first] != scene.text.sentences[trigger.first] or not (told.source or told.target):
        return None
    return told.source, told.target, CHARGE


def facing(scene: Scene, trigger: Trigger) -> Party | None:
    """Return who stands before a court or faces a charge (يمثل نتنياهو أمام المحكمة بتهم فساد)."""
    if trigger.form.entry.type != "ACCUSE" or not trigger.form.entry.word.endswith(("تهمة", "تهم")):
        return None
    faces = places(scene.text, words("faces_charge"), max(0, trigger.first - FACING_WITHIN), trigger.first)
    at = next((i for i in faces if not breaks(scene.text, i, trigger.first)), None)
    beside = (p for p in scene.parties if at is not None and (p.start == at + 1 or p.last == at - 1))
    return next((p for p in beside if p.under is None and not p.demonym), None)


def named_among(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the first person named of several who are hit (اعتقل خمسة بينهم القيادي فلان، أربعة آخرين هم …)."""
    if trigger.form.entry.type not in HIT:
        return None
    persons = (p for p in after if p.actor_id in scene.known.people and p.start - trigger.last <= AMONG)
    led = (p for p in persons if word_before(scene.text, p.start) in words("among"))
    person = next((p for p in led if not any(i in scene.verbs for i in range(trigger.last + 1, p.start))), None)
    return person and (body_of(scene, trigger, after, person) or person)


def body_of(scene: Scene, trigger: Trigger, after: list[Party], person: Party) -> Party | None:
    """Return the body whose men, counted right behind an act, a person is named among (11 مسلحا من داعش بينهم فلان)."""
    able = (p for p in after if p.last < person.start and p.use == "actor" and p.actor_id not in scene.known.people)
    able = (p for p in able if p.under in (None, "من") and not p.demonym)
    counted = ((p, scene.text.folded[trigger.last + 1 : p.first]) for p in able)
    return next((p for p, words_between in counted if any(map(counts_people, words_between))), None)


def convicted(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return who stands under «على» or «بحق» before a verdict (صدر على بديع حكم بالإعدام)."""
    if trigger.form.entry.type != "SANCTION" or not trigger.form.entry.word.startswith(VERDICTS):
        return None
    near = (p for p in before if p.under in ("على", "ضد") and trigger.first - p.last <= BEFORE)
    return next((p for p in near if not breaks(scene.text, p.last, trigger.first)), None)


def imprisoned(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return whose prison or death a court decides on (قضت محكمة مصرية، الخميس، بسجن علاء عبد الفتاح)."""
    if trigger.form.entry.mode != "convict" or trigger.form.tense not in FINITE:
        return None
    near = (p for p in after if p.under is None and p.start - trigger.last <= BEFORE)
    return next((p for p in near if word_before(scene.text, p.start) in words("measure_on")), None)


def named_dead(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return the first named of those who fell in an attack (قتل خمسة بينهم فلان في غارة، لقوا حتفهم في غارة)."""
    if trigger.form.entry.type != "ASSAULT" or word_before(scene.text, trigger.first) not in words("falling_in"):
        return None
    last = trigger.first - (3 if scene.text.folded[trigger.first - 2] in words("own_death") else 2)
    soldiers = next((p for p in before if p.demonym and p.last == last), None)
    if soldiers and word_before(scene.text, soldiers.first) in words("fallen"):
        return soldiers
    body = next((p for p in before if p.last == last and p.under in (None, "من")), None)
    if body and not words("hurt").isdisjoint(scene.text.folded[max(0, body.start - HURT) : body.start]):
        return body  # «أصيب ثلاثة من عناصر الشرطة في انفجار»
    if scene.text.folded[last] in words("fell"):
        return next((p for p in before if p.last == last - 1 and p.under in (None, "من")), None)
    persons = (p for p in before if p.actor_id in scene.known.people and trigger.first - p.last <= BEFORE)
    led = (p for p in persons if word_before(scene.text, p.start) in words("among"))
    return next((p for p in led if not breaks(scene.text, p.last, trigger.first)), None)


def is_judged(text: Words, trigger: Trigger) -> bool:
    """Tell whether a verb is the act of a court, told in the passive (حكم عليهما بالسجن; not: وسجنت زعيمها)."""
    word = text.folded[trigger.first]
    jails = trigger.form.entry.word == "سجن" and word.startswith("و") and word.endswith("ت")
    return trigger.form.entry.word in JUDGED and trigger.form.tense == "perfect" and not jails


def is_led_to(trigger: Trigger, after: list[Party]) -> bool:
    """Tell whether a preposition right behind words of blame leads in whom they are for (انتقادات لاذعة إلى الرئيس)."""
    return any(p.under in trigger.form.entry.object and p.start <= trigger.last + 2 for p in after)


def is_verdict(trigger: Trigger) -> bool:
    """Tell whether a phrase is a speaker's own word for what another did (قرصنة دولة، غير مقبول، خطوة مهمة)."""
    entry = trigger.form.entry
    praise = entry.type == "SUPPORT" and entry.word.startswith(PRAISE)
    return trigger.form.tense == "phrase" and ((entry.type, entry.mode) == ("ACCUSE", "disapprove") or praise)
