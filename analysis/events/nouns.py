"""Who acts and who is acted upon where a noun tells the act."""

from analysis.arabic.finite import is_imperfect, is_perfect
from analysis.arabic.phrases import ARTICLE, word_before
from analysis.events.agreement import at_home, bound_behind, not_they
from analysis.events.aims import aimed_at, exposing, fallen
from analysis.events.antecedents import accused
from analysis.events.bygone import (
    is_answered,
    is_bygone,
    is_fallen_in,
    is_of_suspects,
    is_pointed_to,
    is_witnessed,
    who_is_answered,
)
from analysis.events.clauses import clause_subject, is_carried, is_close, is_kept_off, is_stirred, without_objects
from analysis.events.contents import THANKED, is_held, is_thanked_for, of_asked, of_held, of_reaching
from analysis.events.denials import denier
from analysis.events.doers import author_of, carrying, caused, is_done_by_unlisted
from analysis.events.noun_phrases import clitic_of
from analysis.events.objects import fought, is_beyond_counted, worded
from analysis.events.own_dead import own_dead
from analysis.events.owners import owned
from analysis.events.pairs import of_two, partner
from analysis.events.parties import COMES, Party, Scene, Told, around, breaks, comes, same
from analysis.events.possessors import is_voiced_in_many, of_jailer, of_the_dead, voiced_at
from analysis.events.proposed import is_praised_or_blamed
from analysis.events.protests import is_protested_against
from analysis.events.receivers import attended, handed, held_under, is_attended_by, received
from analysis.events.said import says
from analysis.events.series import SPEECH
from analysis.events.sets import words
from analysis.events.struck import by_attack
from analysis.events.taken_up import meant_before
from analysis.events.tellers import DEEDS, for_state, is_denied, only_tells, who_claims, who_did
from analysis.events.together import apart, home
from analysis.events.triggers import Trigger
from analysis.events.types import FORCED, MEDIATION
from analysis.events.unknown_doers import is_of_unlisted, planning
from analysis.events.usual import CLAIMS
from analysis.events.verdicts import is_led_to, is_verdict, of_charge

JUDGED = 3  # words between what somebody judges and his verdict at most
BACKING = ("بدعم", "بمساند", "بطلب", "بناء على طلب")  # with whose help somebody acts, at whose request
PASSIVE, NEEDING = words("passive"), words("needing")
WELCOMING, TRUCES = words("welcoming"), words("truce")
CAUSED = "who is to do it"


def of_noun(scene: Scene, trigger: Trigger, speaker: Party | None, told: Told):
    """Return source, target and rule of a noun that tells an act."""
    before, after = around(scene, trigger)
    settled = by_kind(scene, trigger, before, after, speaker) or of_charge(scene, trigger, told)
    settled = settled or of_asked(scene, trigger, told, after) or by_attack(scene, trigger, after)
    settled = (
        settled or own_dead(scene, trigger) or of_the_dead(scene, trigger, after) or of_reaching(scene, trigger, before)
    )
    settled = settled or of_jailer(scene, trigger) or accused(scene, trigger, before)
    if settled:
        return settled
    source, owner, rule = owned(scene, trigger, before, after, speaker)
    author = None if source or says(trigger) else author_of(scene, trigger, after)
    target = target_of(scene, trigger, source, author, owner)
    if source is None and author is None:
        settled = by_clause(scene, trigger, told, target)
        if settled:
            return settled
        source, why = unowned(scene, trigger, target, speaker, told)
        joined = partner(trigger, [*reversed(before)], source)
        target = joined if joined and (target is None or target.use == "place") else target
        rule = f"{rule}, {why}" if rule else why
        if is_truce(scene, trigger, source):
            return *scene.sides, "both sides of the truce"
    return apart(scene, trigger, source or author, target, rule or "author")


def target_of(scene: Scene, trigger: Trigger, source: Party | None, author: Party | None, owner: Party | None):
    """Return whom a noun's act is done to; `owner` is the genitive behind it, where that is acted upon."""
    before, after = around(scene, trigger)
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 2]
    if source and trigger.form.pronoun and any(word.endswith("ين") and not word.startswith(ARTICLE) for word in behind):
        return owner  # «تهديده مسؤولين حكوميين»
    joined = source or (author if author and author.under is None else None)
    target = (
        meant_before(scene, trigger, before)
        or worded(scene, trigger, before, after, source)
        or owner
        or partner(trigger, after, joined)
        or aimed_at(scene, trigger, source or author)
        or voiced_at(scene, trigger, after)
    )
    backs = trigger.form.tense == "phrase" and trigger.form.entry.word.startswith(BACKING) and source is not None
    mediates = trigger.form.entry.mode == MEDIATION and source is not None
    mediates = mediates and not is_praised_or_blamed(scene, trigger)
    helped = trigger.form.entry.type in ("AID", "REQUEST") or trigger.form.entry.mode == MEDIATION
    if (author is not None or backs or mediates) and target is None and helped:
        target, _ = governing_subject(scene, trigger, before, after, author or source)
    target = target or bound_behind(scene, trigger, before, source or author)
    target = target or at_home(scene, trigger, before, source or author)
    if target and (is_beyond_counted(scene, trigger, target) or is_pointed_to(scene, trigger, target)):
        target = None
    return target or fallen(scene, trigger, before) or fought(scene, trigger, after, source or author)


def by_kind(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party], speaker: Party | None):
    """Return the roles of a noun whose kind decides them: an act of two, one that is received, a verdict; else None."""
    mutual = of_two(scene, trigger, before, after, speaker)
    if mutual:
        return mutual
    if trigger.form.entry.subject == "target" and trigger.form.entry.pos == "noun":
        return backed(trigger, before, after)
    parts = received(scene, trigger) or attended(scene, trigger) or handed(scene, trigger)
    if parts:
        return *parts, "received"
    if is_attended_by(scene, trigger):
        return None, None, "attended by others"
    parts = held_under(scene, trigger)
    if parts:
        return *parts, "held under it"
    if is_verdict(trigger) and not (is_carried(scene, trigger) or is_led_to(trigger, after)):
        return of_verdict(scene, trigger, speaker)
    return None


def by_clause(scene: Scene, trigger: Trigger, told: Told, target: Party | None):
    """Return the roles of a noun that a relative clause or a request before it settles, else None."""
    refused = denier(scene, trigger)
    if refused is not None or is_done_by_unlisted(scene, trigger):
        return None, refused or target, "who denies it" if refused else "a subject that no list names"
    prepared, who = planning(scene, trigger)
    if prepared:
        return who, target, "who prepared it"
    causee = caused(scene, trigger, around(scene, trigger)[0])
    if causee and causee.under == "ل" and not same(causee, target):
        return causee, target, CAUSED  # «اتهمت دمشق الرياض بالسماح لواشنطن بقصف مواقعها»
    if is_thanked_for(scene, trigger, told) and not same(told.target, target):
        return told.target, target, THANKED
    return of_held(scene, trigger, told, target) if is_held(scene, trigger, told) else None


def of_verdict(scene: Scene, trigger: Trigger, speaker: Party | None):
    """Return who passes a verdict, and on whom: the subject of its clause if of another state."""
    before, after = around(scene, trigger)
    judged = (p for p in before if p.under is None and trigger.first - p.last <= JUDGED and p.use == "actor")
    near = (p for p in judged if p.demonym and speaker and home(scene, p) != home(scene, speaker))
    blamed = next((p for p in near if not breaks(scene.text, p.last, trigger.first)), None)
    blamed = blamed or governing_subject(scene, trigger, before, after, speaker)[0]
    own = blamed is None or speaker is None or home(scene, blamed) == home(scene, speaker)
    return speaker, None if own else blamed, "who says so"


def backed(trigger: Trigger, before: list[Party], after: list[Party]):
    """Return the roles of a participle beside the one it tells of (الحوثيين المدعومين من إيران)."""
    target = next((p for p in before if trigger.first - p.last <= 2 and p.use == "actor"), None)
    reached = (p for p in after if p.start - trigger.last <= 2 and p.under in trigger.form.entry.object)
    beside = (p for p in after if p.demonym and p.first - trigger.last == 1)
    return next(reached, None) or next(beside, None), target, "beside whom it tells of"


def is_truce(scene: Scene, trigger: Trigger, source: Party | None) -> bool:
    """Tell whether a noun names a truce that neither side is told to hold alone (أعلنت الأمم المتحدة هدنة)."""
    if trigger.form.entry.word not in TRUCES or trigger.form.entry.type != "RETREAT" or len(scene.sides) < 2:
        return False
    if source is not None and only_tells(scene, trigger, source, Told()):
        return True
    return source is None or home(scene, source) not in {home(scene, side) for side in scene.sides}


def unowned(scene: Scene, trigger: Trigger, target: Party | None, speaker: Party | None, told: Told):
    """Return the source of a noun that names none, and why: who says so, whose verb carries it, the subject."""
    before, after = around(scene, trigger)
    stirred = trigger.form.entry.type in SPEECH and is_stirred(scene, trigger)
    if stirred or exposing(scene, trigger) is not None:
        return None, "nobody named"
    if says(trigger) and speaker is not None:
        return (None, "no source") if same(speaker, target) else (speaker, "who says so")  # «على تركيا أن تسحب قواتها»
    own, why = by_wording(scene, trigger, before)
    if own is not None and not same(own, target):
        return own, why
    if is_answered(scene, trigger):
        return who_is_answered(scene, trigger, target, told), "what it answers"
    hidden = not_named(scene, trigger, told)
    if hidden:
        return None, hidden
    if is_close(scene, trigger, told.verb) and told.subject is not None and not same(told.subject, target):
        return told.subject, "subject of the verb before"
    subject, settled = clause_subject(scene, trigger)
    if settled and not same(subject, target):
        return subject, "subject of its verb" if subject else "a subject that no list names"
    source, why = governing_subject(scene, trigger, before, after, target)
    if source is not None and only_tells(scene, trigger, source, told):
        return who_did(scene, source)
    if source is None and trigger.form.entry.mode == "visit":
        free = [p for p in before if p.under is None and p.use == "actor" and not p.demonym and not same(p, target)]
        return (free[0], "subject of the sentence") if free else (None, why)
    return (for_state(scene, trigger, source), why) if source else of_speaker(scene, trigger, speaker, why)


def of_speaker(scene: Scene, trigger: Trigger, speaker: Party | None, why: str):
    """Return who speaks as the source of a noun with a pronoun, or of a phrase of speech; else nobody, and why."""
    if trigger.form.pronoun and is_told_by_person(scene, trigger, speaker):
        return None, "told by others"
    phrase = trigger.form.tense == "phrase" and not trigger.form.entry.word.startswith("بته")  # «سجنوا بتهمة»
    if trigger.form.pronoun or (phrase and trigger.form.entry.type in SPEECH):  # «دعوات لضبط النفس»: no speaker
        return speaker, "subject carried over"
    return None, why


def is_told_by_person(scene: Scene, trigger: Trigger, speaker: Party | None) -> bool:
    """Tell whether a person only tells how somebody was seized or hit (قال المحامي … واعتقاله)."""
    done = trigger.form.entry.type in FORCED and trigger.form.entry.genitive == "target"
    return done and speaker is not None and speaker.actor_id in scene.known.people


def not_named(scene: Scene, trigger: Trigger, told: Told) -> str:
    """Return why a clause cannot name who does an act: a passive, or a verb that only blames; else ""."""
    before = word_before(scene.text, trigger.first)
    if before in PASSIVE | NEEDING:
        return "passive" if before in PASSIVE else "what has to be done"
    others = is_denied(scene, trigger) or is_witnessed(scene, trigger) or is_protested_against(scene, trigger)
    if others or is_blamed(scene, trigger, told):
        return "told by others"
    if is_of_unlisted(scene, trigger):
        return "a subject that no list names"
    if is_of_suspects(scene, trigger):
        return "who is suspected"
    if is_kept_off(scene, trigger, told.verb):
        return "kept off"
    if is_fallen_in(scene, trigger):
        return "who fell in it"
    return "what was before" if is_bygone(scene, trigger) else ""


def by_wording(scene: Scene, trigger: Trigger, before: list[Party]) -> tuple[Party | None, str]:
    """Return whom a noun of doing names before an act, who is to do it, or who claims it, and which of them."""
    own = carrying(scene, trigger, before)
    if own:
        return own, "subject of the phrase"
    causee = caused(scene, trigger, before)
    return (causee, CAUSED) if causee else (who_claims(scene, trigger, before), CLAIMS)


def is_blamed(scene: Scene, trigger: Trigger, told: Told) -> bool:
    """Tell whether the verb over a noun only blames or praises what it tells (أدان غوتيريش بشدة اعتقال سو تشي)."""
    verb = told.verb
    if verb is None or verb.form.entry.type not in ("ACCUSE", "SUPPORT"):
        return False
    welcomed = trigger.form.entry.type in ("AGREE", "CONSULT") and verb.form.entry.word in WELCOMING
    if trigger.form.entry.type not in DEEDS and not welcomed:
        return False
    if scene.text.sentences[verb.first] != scene.text.sentences[trigger.first]:
        return False
    between = range(verb.last + 1, trigger.first)
    return not any(i in scene.verbs or i in scene.carriers for i in between)


def governing_subject(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party], target: Party | None):
    """Return the subject of the clause that a noun stands in: a free name before it, else behind it."""
    free = [
        party
        for party in before
        if party.under is None and party.use == "actor" and not same(party, target) and not party.joined
    ]
    free = not_they(scene, trigger, without_objects(scene, free))
    named = next(
        (party for party in free if not party.demonym and breaks(scene.text, party.last, trigger.first) <= 2), None
    )
    if named:
        return named, "subject of the clause"
    demonym = next((party for party in free if breaks(scene.text, party.last, trigger.first) <= 1), None)
    if demonym:
        return demonym, "demonym in the clause"
    behind = next((party for party in after if is_behind(scene, trigger, party, target)), None)
    if trigger.form.pronoun or scene.text.folded[trigger.last].endswith(("بلاده", "بلادها")):
        behind = None  # «أعلنت المرجعية الروحية رفضها دخول الجيش»
    return behind, "subject behind the noun" if behind else COMES if comes(scene.text, trigger) else "no source"


def is_behind(scene: Scene, trigger: Trigger, party: Party, target: Party | None) -> bool:
    """Tell whether a free name close behind a noun can be its source."""
    named = party.under is None and party.use == "actor" and not party.joined
    if not named or same(party, target) or trigger.form.entry.word in words("ship"):
        return False
    between = range(trigger.last + 1, party.start)
    if any(scene.text.folded[i] in words("to_fight") for i in between):
        return False  # «أعلنت الحكومة النفير العام لمواجهة الدعم السريع»
    led = {clitic_of(scene.text.folded[i]) for i in between}
    if "ب" in led or ("ل" in led and (party.demonym or is_voiced_in_many(scene, trigger))):
        return False  # «وسط تنديد بالغارات الأميركية»، «اتهامات لأبوظبي بتسليح قوات حميدتي»
    if trigger.form.entry.type == "CONSULT" and not words("hosting").isdisjoint(scene.text.folded[i] for i in between):
        return False  # «محادثات استضافتها الصين»
    verb = word_before(scene.text, party.start)
    other = any(is_imperfect(scene.text.folded[i]) and i not in scene.carriers for i in between)
    if other or (verb[-1:] == "ه" and is_perfect(verb[:-1])):
        return False  # «قصف على قرية يسيطر عليها التنظيم»، «غارات على مقر اتخذه الحوثيون سجنا»
    if any(i in scene.verbs and scene.text.folded[i].startswith("و") for i in between):
        return False  # «أرسلنا مساعدات إلى سوريا ودربنا القوات القطرية»
    return party.first - trigger.last <= 6 and not breaks(scene.text, trigger.last, party.start)
