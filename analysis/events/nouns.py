"""Who acts and who is acted upon where a noun tells the act."""

from analysis.arabic.phrases import ARTICLE
from analysis.events.agreement import bound_behind
from analysis.events.aims import aimed_at, fallen, ousted
from analysis.events.clauses import clause_subject, is_carried, phrase_subject, without_objects
from analysis.events.contents import is_held, of_held
from analysis.events.objects import worded
from analysis.events.other_side import is_unlisted
from analysis.events.owners import owned, says
from analysis.events.pairs import home, of_two, partner
from analysis.events.parties import (
    RELATIVES,
    Party,
    Scene,
    Told,
    agent,
    around,
    breaks,
    is_form,
    same,
)
from analysis.events.receivers import received
from analysis.events.sets import words
from analysis.events.tellers import DEEDS, ascribed, only_tells, who_claims, who_did
from analysis.events.triggers import Trigger
from analysis.events.usual import CLAIMS
from analysis.events.verdicts import of_charge

SPOKEN = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE")
PASSIVE = words("passive")
DONE_WITHIN = 6  # words between a noun and the verb of its relative clause at most
BOUND = ("ها", "ه")
STIRRED = words("stirred")
TRUCES = words("truce")


def of_noun(scene: Scene, trigger: Trigger, speaker: Party | None, told: Told):
    """Return source, target and rule of a noun that tells an act."""
    before, after = around(scene, trigger)
    settled = by_kind(scene, trigger, before, after, speaker) or of_charge(scene, trigger, told)
    if settled:
        return settled
    source, target, rule = owned(scene, trigger, before, after, speaker)
    author = None if source else author_of(scene, trigger, after)
    target = target_of(scene, trigger, source, author, target)
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
    joined = source or (author if author and author.under is None else None)
    target = (
        ousted(scene, trigger, after)
        or worded(scene, trigger, before, after, source)
        or owner
        or partner(trigger, after, joined)
        or aimed_at(scene, trigger, source or author)
    )
    if author is not None and target is None and trigger.form.entry.type in ("AID", "REQUEST"):
        target, _ = governing_subject(scene, trigger, before, after, author)
    return target or bound_behind(scene, trigger, before, source or author) or fallen(scene, trigger, before)


def by_kind(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party], speaker: Party | None):
    """Return the roles of a noun whose kind decides them: an act of two, one that is received, a verdict; else None."""
    mutual = of_two(scene, trigger, before, after, speaker)
    if mutual:
        return mutual
    if trigger.form.entry.subject == "target" and trigger.form.entry.pos == "noun":
        return backed(trigger, before, after)
    parts = received(scene, trigger)
    if parts:
        return *parts, "received"
    if is_verdict(trigger) and not is_carried(scene, trigger):
        return of_verdict(scene, trigger, speaker)
    return None


def by_clause(scene: Scene, trigger: Trigger, told: Told, target: Party | None):
    """Return the roles of a noun that a relative clause or a request before it settles, else None."""
    if is_done_by_unlisted(scene, trigger):
        return None, target, "a subject that no list names"
    return of_held(scene, trigger, told, target) if is_held(scene, trigger, told) else None


def of_verdict(scene: Scene, trigger: Trigger, speaker: Party | None):
    """Return who passes a verdict, and on whom: the subject of its clause if of another state."""
    before, after = around(scene, trigger)
    blamed, _ = governing_subject(scene, trigger, before, after, speaker)
    own = blamed is None or speaker is None or home(scene, blamed) == home(scene, speaker)
    return speaker, None if own else blamed, "who says so"


def is_verdict(trigger: Trigger) -> bool:
    """Tell whether a phrase is a speaker's own word for what another did (قرصنة دولة، غير مقبول)."""
    entry = trigger.form.entry
    return trigger.form.tense == "phrase" and (entry.type, entry.mode) == ("ACCUSE", "disapprove")


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


def author_of(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return who does it by a phrase behind the noun: «من قبل», «من», or a relative clause."""
    named = agent(scene, trigger, after) or given_by(scene, trigger, after) or ascribed(scene, trigger, after)
    return named or doer(scene, trigger, after)


def apart(scene: Scene, trigger: Trigger, source: Party | None, target: Party | None, rule: str):
    """Return the roles where they are two; a visit at home has another guest, talks at home another partner."""
    at_home = trigger.form.entry.type == "CONSULT" and source and target and home(scene, target) == home(scene, source)
    if at_home and not same(source, target) and target.under == "مع":
        return source, target, rule  # «تعليق الحوار مع الحكومة»: the opposition's own
    if at_home:
        return (None, target, rule) if target.use == "place" else (source, None, rule)
    return source, None if same(target, source) else target, rule


def doer(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return who does it by a relative clause (هجمات تشنها جماعات، زيارة يقوم بها كيري، قصف نسب إلى الحوثيين)."""
    text = scene.text.folded
    for i in range(trigger.last + 1, min(trigger.last + DONE_WITHIN, len(text))):
        if scene.text.sentences[i] != scene.text.sentences[trigger.first]:
            return None
        if text[i] in words("ascribed"):
            return next((p for p in after if i < p.start <= i + 4 and p.under in ("إلى", "ل")), None)
        carried = is_carried_at(text, i)
        relative = text[i - 1] in RELATIVES and i - 1 > trigger.last
        relative = relative and text[trigger.first][trigger.cut :].startswith(ARTICLE)
        if not (carried or relative):
            continue
        named = next((p for p in after if i < p.start <= i + 2 and p.under is None and p.use == "actor"), None)
        if named and breaks(scene.text, i, named.start):
            return None
        return named if carried or (named and i not in scene.verbs and is_taken_up(text, i, named)) else None
    return None


def is_carried_at(text: list[str], i: int) -> bool:
    """Tell whether a verb that carries acts ends at word i with a pronoun for its noun (شنها، يقوم بها)."""
    if text[i] in ("بها", "به"):
        return is_form(text[i - 1], "carrier_verbs")
    return text[i].endswith(BOUND) and is_form(text[i].removesuffix("ها").removesuffix("ه"), "carrier_verbs")


def is_done_by_unlisted(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a relative clause names somebody unlisted as who does it (حملة شنتها مديرية أمن سيناء)."""
    text = scene.text.folded
    for i in range(trigger.last + 1, min(trigger.last + DONE_WITHIN, len(text) - 1)):
        if scene.text.sentences[i] != scene.text.sentences[trigger.first]:
            return False
        if is_carried_at(text, i):
            return is_unlisted(scene, i + 1)
    return False


def is_taken_up(text: list[str], verb: int, named: Party) -> bool:
    """Tell whether a relative clause takes up its noun by a pronoun on its verb or on the noun behind its subject."""
    behind = text[named.last + 1 : named.last + 2]
    return text[verb].endswith(BOUND) or any(word.endswith("ها") for word in behind)


def unowned(scene: Scene, trigger: Trigger, target: Party | None, speaker: Party | None, told: Told):
    """Return the source of a noun that names none, and why: who says so, whose verb carries it, the subject."""
    before, after = around(scene, trigger)
    if trigger.form.entry.type in SPOKEN and is_stirred(scene, trigger):
        return None, "nobody named"
    if says(trigger) and speaker is not None:
        return speaker, "who says so"
    worded, why = by_wording(scene, trigger, before)
    if worded is not None and not same(worded, target):
        return worded, why
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
    spoken = trigger.form.entry.type in SPOKEN and trigger.form.tense == "phrase"
    if source is None and (trigger.form.pronoun or spoken):  # «دعوات لضبط النفس»: a noun alone has no speaker
        return speaker, "subject carried over"
    return source, why


def not_named(scene: Scene, trigger: Trigger, told: Told) -> str:
    """Return why a clause cannot name who does an act: a passive, or a verb that only blames; else ""."""
    if trigger.first and scene.text.folded[trigger.first - 1] in PASSIVE:
        return "passive"
    return "told by others" if is_blamed(scene, trigger, told) else ""


def by_wording(scene: Scene, trigger: Trigger, before: list[Party]) -> tuple[Party | None, str]:
    """Return whom a phrase with a verb of its own has as subject, or who claims an attack, and which of the two."""
    own = phrase_subject(scene, trigger)
    return (own, "subject of the phrase") if own else (who_claims(scene, trigger, before), CLAIMS)


def is_blamed(scene: Scene, trigger: Trigger, told: Told) -> bool:
    """Tell whether the verb over a noun only blames or praises what it tells (أدان غوتيريش بشدة اعتقال سو تشي)."""
    verb = told.verb
    if trigger.form.entry.type not in DEEDS or verb is None or verb.form.entry.type not in ("ACCUSE", "SUPPORT"):
        return False
    if scene.text.sentences[verb.first] != scene.text.sentences[trigger.first]:
        return False
    between = range(verb.last + 1, trigger.first)
    return not any(i in scene.verbs or i in scene.carriers for i in between)


def is_close(scene: Scene, trigger: Trigger, verb: Trigger | None) -> bool:
    """Tell whether a finite verb stands shortly before a noun, with nothing to part them."""
    near = verb is not None and 0 < trigger.first - verb.last <= 4
    return near and not breaks(scene.text, verb.last, trigger.first)


def is_stirred(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act only met with words of people unnamed (أثارت الدعوة استنكارا، وسط مطالبات)."""
    before = scene.text.folded[max(0, trigger.first - 4) : trigger.first]
    return not trigger.form.pronoun and any(word.removeprefix("و") in STIRRED for word in before)


def given_by(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return whom «من» names behind a noun as its author (بدعوة من الحكومة، بدعم من واشنطن)."""
    if trigger.form.entry.type in ("RETREAT", "CONSULT") or (
        "من" in trigger.form.entry.object and trigger.form.entry.type != "AID"
    ):
        return None
    last = scene.text.folded[trigger.last] == "من"
    under = None if last else "من"
    return next(
        (p for p in after if p.start - trigger.last <= 2 and p.under in (under, "من") and p.first - trigger.last <= 7),
        None,
    )


def governing_subject(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party], target: Party | None):
    """Return the subject of the clause that a noun stands in: a free name before it, else behind it."""
    free = [
        party
        for party in before
        if party.under is None and party.use == "actor" and not same(party, target) and not party.joined
    ]
    free = without_objects(scene, free)
    named = next(
        (party for party in free if not party.demonym and breaks(scene.text, party.last, trigger.first) <= 2), None
    )
    if named:
        return named, "subject of the clause"
    demonym = next((party for party in free if breaks(scene.text, party.last, trigger.first) <= 1), None)
    if demonym:
        return demonym, "demonym in the clause"
    behind = next((party for party in after if is_behind(scene, trigger, party, target)), None)
    return behind, "subject behind the noun" if behind else "no source"


def is_behind(scene: Scene, trigger: Trigger, party: Party, target: Party | None) -> bool:
    """Tell whether a free name close behind a noun can be its source."""
    if party.under is not None or party.use != "actor" or party.joined or same(party, target):
        return False
    between = range(trigger.last + 1, party.start)
    if trigger.form.entry.type == "CONSULT" and not words("hosting").isdisjoint(scene.text.folded[i] for i in between):
        return False  # «محادثات استضافتها الصين»
    if any(i in scene.verbs and scene.text.folded[i].startswith("و") for i in between):
        return False  # «أرسلنا مساعدات إلى سوريا ودربنا القوات القطرية»
    return party.first - trigger.last <= 6 and not breaks(scene.text, trigger.last, party.first)
