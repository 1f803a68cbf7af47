"""What was done to who stands before his verb, taken up by a pronoun behind it: «عمران خان أفرج عنه», «متهم بـ»."""

from analysis.arabic.phrases import follows, word_before
from analysis.events.agreement import BOUND, agrees, form, pronoun_form, verb_form
from analysis.events.noun_phrases import clitic_of
from analysis.events.parties import AGENTS, RELATIVES, Party, Scene, Told, around, breaks, same
from analysis.events.sets import words
from analysis.events.triggers import FINITE, NOMINAL, Trigger

JUDGING = ("ACCUSE", "REJECT", "SUPPORT")
NEAR = 4  # words from a preposition with a pronoun over who acts to the act at most
SUFFERED = ("COERCE", "SANCTION", "ASSAULT", "RETREAT", "ACCUSE")  # types of what is done to one


def is_taken_up(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether a verb is passive, a pronoun behind it meaning who stands before it (أطلق سراحها، حكم عليه)."""
    if trigger.form.tense not in FINITE or subject is None or subject.first > trigger.first:
        return False
    if trigger.form.entry.type not in SUFFERED or trigger.form.pronoun or not follows(scene.text, trigger.last):
        return False
    word, has = scene.text.folded[trigger.last + 1], form(scene, subject)
    led = BOUND.get(word) in trigger.form.entry.object or word in words("own_release")
    if not led or has is None or not agrees(pronoun_form(word), has):
        return False
    if has == "f":
        return verb_form(trigger, scene.text.folded[trigger.first]) == "m"  # a woman or a state would agree
    return subject.actor_id in scene.known.people and not has_rival(scene, trigger, subject, word)


def has_rival(scene: Scene, trigger: Trigger, subject: Party, word: str) -> bool:
    """Tell whether somebody else of the sentence may be whom a pronoun means (اعتقل زيدا، والرئيس أفرج عنه)."""
    before, _ = around(scene, trigger)
    able = (p for p in before if p.use == "actor" and p.actor_id != subject.actor_id and not p.demonym)
    return any(agrees(pronoun_form(word), form(scene, p)) for p in able)


def meant_before(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return whom a preposition with a pronoun before a noun means (صدرت بحقه مذكرة، فرضت عليها عقوبات)."""
    if trigger.form.tense not in NOMINAL or trigger.form.entry.type not in SUFFERED:
        return None
    near = range(trigger.first - 1, max(-1, trigger.first - 1 - NEAR), -1)
    at = next((i for i in near if is_against(scene.text.folded[i])), None)
    if at is None or breaks(scene.text, at, trigger.first):
        return None
    verb = word_before(scene.text, at)
    if not (verb in words("issues") or at - 1 in scene.carriers) or word_before(scene.text, at - 1) in RELATIVES:
        return None
    meant = pronoun_form(scene.text.folded[at])
    able = (p for p in before if p.last < at - 1 and p.use == "actor" and not p.demonym)
    able = (p for p in able if not (meant == "p" and p.actor_id in scene.known.people))
    return next((p for p in able if agrees(meant, form(scene, p))), None)


def is_against(word: str) -> bool:
    """Tell whether a word is a preposition with a pronoun that says whom something is done to (بحقه، عليها، ضدهم)."""
    return (word.startswith("بحق") and len(word) > len("بحق")) or BOUND.get(word) in ("على", "ضد", "إلى")


def is_accused(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a participle says what somebody is accused of, nobody else behind it (روسيا متهمة بارتكاب جرائم)."""
    if trigger.form.tense != "participle" or trigger.form.entry.word not in words("accusing"):
        return False
    if not follows(scene.text, trigger.last):
        return False
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 3]
    return clitic_of(behind[0]) == "ب" or tuple(behind) in AGENTS


def is_of_step(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb judges what was just told (خطوة رحبت بها باريس، وهو ما استنكرته القاهرة)."""
    before = scene.text.folded[max(0, trigger.first - 2) : trigger.first]
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 2]
    if tuple(before) in (("وهو", "ما"), ("الامر", "الذي"), ("وهي", "ما"), ("الخطوه", "التي"), ("القرار", "الذي")):
        return True
    bound = trigger.form.pronoun or any(BOUND.get(word) in trigger.form.entry.object for word in behind)
    return bound and before[-1:] != [] and before[-1] in words("step_taken")


def who_took_step(scene: Scene, trigger: Trigger, told: Told, subject: Party | None) -> Party | None:
    """Return who did what others judge as a step (أرسلت واشنطن دبابات، في خطوة وصفتها موسكو بأنها استفزاز)."""
    if trigger.form.entry.type not in JUDGING or told.verb is None or not is_of_step(scene, trigger):
        return None
    near = scene.text.sentences[told.verb.first] == scene.text.sentences[trigger.first]
    return told.subject if near and told.subject is not None and not same(told.subject, subject) else None


def is_of_matter(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a pronoun behind a verb means the matter told before (كما رحبت به السعودية، نددت بها باريس)."""
    judged = trigger.form.entry.type in ("SUPPORT", "REJECT") and trigger.form.tense in FINITE
    return judged and scene.text.folded[trigger.last + 1 : trigger.last + 2] in (["به"], ["بها"])
