"""Who acts and who is acted upon: the source and the target of one trigger."""

from analysis.arabic.finite import is_imperfect, is_perfect
from analysis.arabic.phrases import word_before
from analysis.events import nouns, owners
from analysis.events.agreement import (
    at_home,
    bound_behind,
    bound_target,
    may_be_subject,
    told_target,
)
from analysis.events.aims import sentenced
from analysis.events.bygone import led_to
from analysis.events.clauses import LED, NEGATIONS
from analysis.events.colons import speaks_of_us, told_to
from analysis.events.easing import imposer
from analysis.events.first_person import is_first_person
from analysis.events.leading import visitor
from analysis.events.lighter import HITS, with_verb
from analysis.events.objects import ASKED, first_target, fought, worded
from analysis.events.openings import begins_with_another
from analysis.events.other_side import Roles, with_other_side
from analysis.events.pairs import is_both, of_two_acting, with_two_told
from analysis.events.parties import RELATIVES, Party, Scene, Told, agent, around, is_other_side, nation, near, same
from analysis.events.passives import (
    befalls_unlisted,
    by_means_of,
    is_passive,
    laying_down,
    members_before,
    members_behind,
    mourned,
)
from analysis.events.sets import words
from analysis.events.speakers import subject as who_said
from analysis.events.struck import instrument, struck
from analysis.events.subjects import (
    MADE,
    is_expected,
    stands_for_subject,
    subject_of,
    topic,
    unnamed_subject,
)
from analysis.events.taken_up import who_took_step
from analysis.events.triggers import VERBAL, Trigger
from analysis.events.types import ARMED, FORCED, IMPOSED, MEDIATION, MUTUAL, PERSONAL
from analysis.events.unlisted import goes_on_unlisted, is_man_of_a_state
from analysis.events.verdicts import is_judged, named_among
from analysis.events.wrongs import is_wrong, of_wrong, wrongdoer

OF_HIMSELF = ", by a pronoun"  # «أعلن الجيش أنه نشر قواته»
TAKES = words("taking")
FORCEFUL = (*IMPOSED, "PROTEST")  # what a person tells of others


def roles(scene: Scene, trigger: Trigger, speaker: Party | None, told: Told) -> Roles:
    """Return source and target of a trigger.

    `speaker` is the subject of the last verb of saying, `told` what the article told before.
    """
    scene = with_two_told(scene, trigger, told)
    speaker = speaks_of_us(scene, trigger) or speaker
    heard = told_to(scene, trigger)
    if heard:
        _, after = around(scene, trigger)
        return Roles(heard, first_target(scene, trigger, after, heard), "who is told to do it")
    if trigger.form.tense in VERBAL or is_verbal(scene, trigger):
        return without_own_town(scene, trigger, of_verb(scene, trigger, speaker, told))
    if is_wrong(trigger):
        return of_wrong(scene, trigger, wrongdoer(scene, trigger, speaker), speaker)
    source, target, rule = nouns.of_noun(scene, trigger, speaker, told)
    kind = trigger.form.entry.type
    meets = kind == "CONSULT" or trigger.form.entry.word == "حرب" or (rule == "received" and kind != "ACCUSE")
    missing = "source" if source is None and meets else "target"
    found = with_other_side(scene, trigger, Roles(source, target, rule), missing)
    condemned = nouns.is_blamed(scene, trigger, told) and told.verb.form.entry.mode != "allege"
    if found.weak and condemned and same(found.target, told.subject):
        found = found._replace(target=None)  # «تدين أستراليا هجمات الحركة»: no attacks on Australia
    if trigger.light is not None and trigger.light.form.entry.word in HITS:
        verb = roles(scene, trigger.light, speaker, told)
        fell = trigger.light.form.entry.word == "قتل" and verb.source and verb.source.actor_id in scene.known.people
        found = found if fell else with_verb(found, verb)  # «قتل القيادي فلان في المواجهات»
    return without_own_town(scene, trigger, found)


def without_own_town(scene: Scene, trigger: Trigger, found: Roles) -> Roles:
    """Return an attack on a town of the attacker's own land without a target: it meets those who live there.

    A state or a statesman attacks no town of his own: who stands there is not the attacker.
    """
    source, target = found.source, found.target
    if trigger.form.entry.type != "ASSAULT" or not (source and target) or trigger.form.entry.word in TAKES:
        return found
    own = target.use == "place" and scene.known.home.get(target.actor_id) == scene.known.home.get(source.actor_id)
    if not own:
        return found
    civil = source.actor_id in scene.known.states or source.actor_id in scene.known.people
    told = found.rule.endswith(": source") or (source.demonym and source.first == trigger.last + 1)
    guessed = trigger.form.tense not in VERBAL and not told  # told: «هجوم أوكراني على القرم»
    return found._replace(source=None) if civil and guessed else found._replace(target=None)


def is_verbal(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a phrase begins with a verb of its own, which so has a subject (يلاحق، لن يقبل، ألقت القبض)."""
    if trigger.form.tense != "phrase" or owners.says(trigger):
        return False
    word = scene.text.folded[trigger.first + (scene.text.folded[trigger.first] in NEGATIONS)]
    if trigger.form.rest == ("السيطره",) and is_perfect(word):
        return True  # «أنه استعاد السيطرة على المدينة»
    return is_imperfect(word) or (word.endswith("ت") and not word.endswith("ات"))


def of_verb(scene: Scene, trigger: Trigger, speaker: Party | None, told: Told) -> Roles:
    """Return the roles around a finite verb or participle."""
    before, after = around(scene, trigger)
    guest = visitor(scene, trigger, told)
    subject, rule = (guest, "subject of the visit") if guest else subject_of(scene, trigger, before, after)
    subject = None if is_man_of_a_state(scene, trigger, subject) else subject or laying_down(scene, trigger, after)
    pair = of_two_acting(scene, trigger, after, told, subject)
    if pair:
        return Roles(*pair)
    fell = struck(scene, trigger, after)
    if fell:
        return fell
    members = members_before(scene, trigger, before) or members_behind(scene, trigger, after, subject)
    if members or is_passive(scene, trigger, subject):
        return of_passive(scene, trigger, members or subject)
    if is_wrong(trigger):
        meant = topic(scene, trigger, before)
        return of_wrong(scene, trigger, subject or (None if same(meant, speaker) else meant), speaker)
    if trigger.form.entry.subject == "target":
        return undergone(scene, trigger, after, subject, rule)
    carries = stands_for_subject(scene, trigger) or is_first_person(scene, trigger)
    carries = carries or not unnamed_subject(scene, trigger, before)
    if rule == "relative clause" and trigger.form.entry.type in ARMED:
        carries = False  # «انتفاضة 2011 التي أطاحت بمبارك»: no text or plan does it
    if subject is None and carries and not is_judged(scene.text, trigger):
        speaker = None if rule == MADE else speaker
        subject = taken_over(scene, trigger, speaker, told)
        rule = "subject carried over" + (OF_HIMSELF if subject and stands_for_subject(scene, trigger) else "")
    return with_other_side(scene, trigger, Roles(subject, target_of(scene, trigger, subject, told), rule))


def taken_over(scene: Scene, trigger: Trigger, speaker: Party | None, told: Told) -> Party | None:
    """Return the subject that a verb takes over from what was told, else who speaks, if he can have done it."""
    if led_to(scene, trigger, told):
        return told.target  # «قتل الجيش مسلحا بعدما هاجم نقطة تفتيش»: whom it killed
    before, after = around(scene, trigger)
    taken = subject_carried(scene, trigger, before, told)
    if taken is None and not goes_on_unlisted(scene, trigger, told):
        asked = trigger.form.entry.type in ASKED and speaker in after and speaker.start - trigger.last <= 2
        met = trigger.form.entry.type in FORCED or begins_with_another(scene, trigger)
        behind = asked or (met and speaker in near(scene, trigger, after))
        able = not behind and may_be_subject(scene, trigger, speaker)  # «دعا البيان كوريا الشمالية إلى …»
        taken = speaker if able and not only_speaks(scene, trigger, speaker) else None
    return we(scene, trigger, taken)


def only_speaks(scene: Scene, trigger: Trigger, speaker: Party | None) -> bool:
    """Tell whether a person, or one body, tells of what others did by force, or of what two did (فجرا نفسيهما)."""
    if speaker is None or trigger.form.entry.type not in FORCEFUL or is_first_person(scene, trigger):
        return False
    word = scene.text.folded[trigger.first]
    two = word.endswith("ا") and not word.endswith(("وا", "نا"))
    return speaker.actor_id in scene.known.people or (two and trigger.form.tense == "perfect")


def of_passive(scene: Scene, trigger: Trigger, subject: Party | None) -> Roles:
    """Return the roles around a verb in the passive: its subject is acted upon, by whom «من قبل» names."""
    before, after = around(scene, trigger)
    doer = agent(scene, trigger, after) or instrument(scene, after, subject) or imposer(scene, trigger, after)
    if befalls_unlisted(scene, trigger, subject):
        return Roles(doer, None, "passive verb, a relative clause")
    rest = [party for party in after if party is not doer]
    patient = subject or named_among(scene, trigger, rest) or first_target(scene, trigger, rest, None)
    return Roles(doer, patient or mourned(scene, trigger, before), "passive verb")


def target_of(scene: Scene, trigger: Trigger, subject: Party | None, told: Told) -> Party | None:
    """Return whom the subject of a finite verb acts upon, by the nearest of its words that names somebody."""
    before, after = around(scene, trigger)
    if subject is not None and is_first_person(scene, trigger):
        before = [p for p in before if scene.known.home.get(p.actor_id) != subject.actor_id]  # «سندمره» says no «him»
    named = (
        who_took_step(scene, trigger, told, subject)
        or bound_target(scene, trigger, before, subject)
        or told_target(scene, trigger, told, subject)
        or worded(scene, trigger, before, after, subject)
        or first_target(scene, trigger, after, subject)
    )
    if named is None or named.use == "place":  # «اجتمع الوزيران المصري والفرنسي في القاهرة»
        named = coordinated(trigger, before, after, subject) or named
    return (
        named
        or bound_behind(scene, trigger, before, subject)
        or at_home(scene, trigger, before, subject)
        or first_of_both(scene, trigger, subject)
        or sentenced(scene, trigger, after)
        or fought(scene, trigger, after, subject)
    )


def we(scene: Scene, trigger: Trigger, speaker: Party | None) -> Party | None:
    """Return the state of an official who says what «we» do, and not what he wishes or rejects (دربنا القوات)."""
    plural = is_first_person(scene, trigger) and not scene.text.folded[trigger.first][trigger.cut :].startswith("ا")
    if speaker is None or not plural or trigger.form.entry.type in PERSONAL:
        return speaker
    return speaker._replace(actor_id=nation(scene, speaker)) if speaker.actor_id in scene.known.people else speaker


def first_of_both(scene: Scene, trigger: Trigger, subject: Party | None) -> Party | None:
    """Return the first side where both are asked (دعا غروندبرغ وفدي الطرفين)."""
    if trigger.form.entry.type != "REQUEST" or len(scene.sides) < 2:
        return None
    behind = subject.last if subject and subject.first > trigger.last else trigger.last
    asked = any(is_both(scene, i) for i in (behind + 1, behind + 2))
    return next((side for side in scene.sides if asked and not same(side, subject)), None)


def subject_carried(scene: Scene, trigger: Trigger, before: list[Party], told: Told) -> Party | None:
    """Return the subject that a verb takes over: of the verb that «و» joins it to, else the topic of its sentence."""
    if trigger.form.tense == "participle" and is_behind_speech(scene, trigger):
        return None
    goes_on = told.subject is not None and is_same_sentence(scene, trigger, told.verb)
    if trigger.form.tense == "participle" and goes_on and may_be_subject(scene, trigger, told.subject):
        return told.subject  # «أدان السيسي الهجوم، داعيا إسرائيل إلى …»
    joined = scene.text.folded[trigger.first][: trigger.cut].startswith(("و", "ف"))
    spoken = [
        i for i in scene.spoken if i < trigger.first and scene.text.sentences[i] == scene.text.sentences[trigger.first]
    ]
    carrying = word_before(scene.text, trigger.first) in words("carrying_on")
    beside = (joined and is_same_sentence(scene, trigger, told.verb)) or carrying
    able = told.subject is not None and may_be_subject(scene, trigger, told.subject)
    if beside and able and told.verb.first >= max(spoken, default=0):
        return told.subject
    if joined and spoken and not is_first_person(scene, trigger):
        return told_of(scene, trigger, before, spoken[-1]) or who_spoke(scene, trigger, spoken)
    if trigger.form.pronoun and word_before(scene.text, trigger.first) in RELATIVES:
        before = [party for party in before if trigger.first - party.last > 3]
    expected = able and is_expected(scene, trigger)  # «وصل الوزير إلى باكو. ومن المقرر أن يلتقي الرئيس»
    return topic(scene, trigger, before) or (told.subject if expected else None)


def who_spoke(scene: Scene, trigger: Trigger, spoken: list[int]) -> Party | None:
    """Return the last who spoke in a sentence and can go on to ask or blame (أكد الوزير أن كينيا ردت …، ودعا)."""
    if trigger.form.entry.type not in PERSONAL:
        return None
    said = (who_said(scene, i) for i in sorted(spoken, reverse=True))
    return next((p for p in said if p and may_be_subject(scene, trigger, p) and p.last < trigger.first), None)


def told_of(scene: Scene, trigger: Trigger, before: list[Party], said: int) -> Party | None:
    """Return whom the speaker tells of, where a deed goes on from a verb (قال إن القوات صدت الهجوم واستعادتها)."""
    if trigger.form.entry.type in PERSONAL:
        return None
    led = (p for p in before if p.start > said and word_before(scene.text, p.start) in LED)
    able = (p for p in led if p.under is None and p.use == "actor" and not p.joined)
    return next((p for p in able if may_be_subject(scene, trigger, p)), None)


def is_behind_speech(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a participle means who speaks in its sentence (قال علييف إن باكو لن تهاجم أرمينيا، متهما …)."""
    a, text = scene.text.spans[scene.text.sentences[trigger.first]][0], scene.text.folded
    said = next((i for i in range(trigger.first - 1, a - 1, -1) if i in scene.spoken), trigger.first)
    return any(word in LED for word in text[said + 1 : trigger.first])


def is_same_sentence(scene: Scene, trigger: Trigger, verb: Trigger | None) -> bool:
    """Tell whether a finite verb stands in the sentence of a trigger."""
    return verb is not None and scene.text.sentences[verb.first] == scene.text.sentences[trigger.first]


def undergone(scene: Scene, trigger: Trigger, after: list[Party], subject: Party | None, rule: str) -> Roles:
    """Return the roles of a verb whose subject is acted upon: the host of «استقبل», the dead of «قُتل»."""
    if trigger.form.entry.type != "CONSULT":
        given = next((p for p in after if p.under == "من" and "من" in trigger.form.entry.object), None)
        source = agent(scene, trigger, after) or given or by_means_of(scene, trigger, after, subject)
        return Roles(source, subject, f"{rule}, undergoes the act")
    guest = next(
        (p for p in after if not same(p, subject) and p.use == "actor" and not p.joined and p.under in (None, "قيادة")),
        None,
    )
    guest = next((p for p in after if p.under == "قيادة" and is_other_side(scene, p, subject)), guest)
    guest = guest or next((p for p in after if is_other_side(scene, p, subject)), None)
    return with_other_side(scene, trigger, Roles(guest, subject, f"{rule}, host"), missing="source")


def coordinated(trigger: Trigger, before: list[Party], after: list[Party], subject: Party | None) -> Party | None:
    """Return whom «و» joins to the subject of a mutual act (توصلت بغداد وواشنطن إلى اتفاق)."""
    mutual = trigger.form.entry.type in MUTUAL or trigger.form.entry.word.startswith("تبادل")
    if trigger.form.entry.type == "SUPPORT":
        mutual = "مع" in trigger.form.entry.object  # «وقع العراق وتركيا اتفاقا», but not «رحبت مصر والسعودية»
    if subject is None or not mutual or trigger.form.entry.mode in (MEDIATION, "visit"):
        return None  # «رعت الأمم المتحدة والصليب الأحمر المفاوضات»، «وصل ماكرون وشولتس إلى كييف»
    beside = [*reversed(before), *after]
    led = next((p for p in beside if p.under == "قيادة" and 0 < p.start - subject.last <= 2), subject)
    near = (p for p in beside if p.joined and 0 < p.start - led.last <= 2)  # «التحالف بقيادة الرياض والحوثيون»
    return next((p for p in near if not same(p, subject)), None)
