"""Who acts and who is acted upon: the source and the target of one trigger."""

from typing import NamedTuple

from analysis.events import nouns
from analysis.events.parties import (
    NUMBERS_OR_PEOPLE,
    RELATIVES,
    Party,
    Scene,
    agent,
    around,
    breaks,
    is_other_side,
    near,
    same,
)
from analysis.events.triggers import Trigger
from analysis.arabic.phrases import ARTICLE, follows

VERBAL = ("perfect", "imperfect", "participle")
ONE_SIDED = ("PROTEST", "MOBILIZE")
MUTUAL = ("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "SANCTION")
BETWEEN = frozenset(("قد", "لم", "لن", "لا", "سوف", "كان", "كانت", "اليوم", "امس", "ايضا", "رسميا", "مجددا", "مرارا"))
BOTH = frozenset(("الجانبان", "الوفدان", "الطرفان", "البلدان", "الجانبين", "الوفدين", "الطرفين"))
PLACED = ("CONSULT", "ASSAULT", "RETREAT", "MOBILIZE", "COERCE")


class Roles(NamedTuple):
    """The parties of an act and the rules that found them."""

    source: Party | None
    target: Party | None
    rule: str
    weak: bool = False  # is the target only the other side of the sentence or of the article?


def roles(scene: Scene, trigger: Trigger, speaker: Party | None) -> Roles:
    """Return source and target of a trigger; `speaker` is the last subject of the text before it."""
    if trigger.form.tense in VERBAL:
        return of_verb(scene, trigger, speaker)
    source, target, rule = nouns.of_noun(scene, trigger, speaker)
    return with_other_side(scene, trigger, Roles(source, target, rule))


def of_verb(scene: Scene, trigger: Trigger, speaker: Party | None) -> Roles:
    """Return the roles around a finite verb or participle."""
    before, after = around(scene, trigger)
    if follows(scene.text, trigger.last) and scene.text.folded[trigger.last + 1] in BOTH and len(scene.sides) == 2:
        return Roles(*scene.sides, "both sides")
    subject, rule = subject_of(scene, trigger, before, after)
    if is_passive(scene, trigger, subject):
        return Roles(agent(scene, trigger, after), subject or first_target(scene, trigger, after, None), "passive verb")
    if trigger.form.entry.subject == "target":
        return undergone(scene, trigger, after, subject, rule)
    if subject is None and not unnamed_subject(scene, trigger):
        subject, rule = topic(scene, trigger, before) or speaker, "subject carried over"
    target = bound_target(trigger, before, subject) or first_target(scene, trigger, after, subject)
    target = target or coordinated(trigger, before, after, subject)
    return with_other_side(scene, trigger, Roles(subject, target, rule))


def undergone(scene: Scene, trigger: Trigger, after: list[Party], subject: Party | None, rule: str) -> Roles:
    """Return the roles of a verb whose subject is acted upon: the host of «استقبل», the dead of «قُتل»."""
    if trigger.form.entry.type != "CONSULT":
        source = agent(scene, trigger, after) or next((p for p in after if p.demonym and not same(p, subject)), None)
        return Roles(source, subject, f"{rule}, undergoes the act")
    guest = next((p for p in after if not same(p, subject) and p.use == "actor" and not p.joined and p.under in (None, "قيادة")), None)
    guest = next((p for p in after if p.under == "قيادة" and is_other_side(scene, p, subject)), guest)
    guest = guest or next((p for p in after if is_other_side(scene, p, subject)), None)
    return with_other_side(scene, trigger, Roles(guest, subject, f"{rule}, host"), missing="source")


def subject_of(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party]) -> tuple[Party | None, str]:
    """Return the subject of a verb: the name it stands behind, or the first free name that follows it."""
    word = scene.text.folded[trigger.first - 1] if trigger.first else ""
    inside = [party for party in before if breaks(scene.text, party.last, trigger.first) < 10]
    following = None if is_first_person(scene, trigger) else next((p for p in after if is_following(scene, p, trigger)), None)
    if trigger.form.pronoun and following:
        return following, "subject after the verb"
    if word.removeprefix("و") in RELATIVES:
        antecedent = inside[0] if inside and trigger.first - inside[0].last <= 4 else None
        return (following if antecedent is None or antecedent.use == "place" else antecedent), "relative clause"
    leading = next((party for party in inside if is_leading(scene, party, trigger)), None)
    if leading:
        return leading, "subject before the verb"
    return following, "subject after the verb" if following else "no subject"


def topic(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return the free name nearest before a verb in its sentence, unless «نحن» speaks: then the speaker is meant."""
    if is_first_person(scene, trigger) or is_pointing_back(scene, trigger):
        return None
    free = [p for p in before if p.under is None and p.use == "actor" and not p.joined and breaks(scene.text, p.last, trigger.first) < 10]
    return next((party for party in free if not party.demonym), free[0] if free else None)


def is_pointing_back(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a definite noun that no list names is the subject (وطالبت الحركة): the last speaker is meant."""
    after = trigger.last + 1
    return after < len(scene.text.folded) and follows(scene.text, trigger.last) and scene.text.folded[after].startswith(ARTICLE)


def is_first_person(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb says «we» or «I» (هبطنا، نتطلع، سننهي، أشكر)."""
    word = scene.text.folded[trigger.first][trigger.cut :]
    if trigger.form.tense == "imperfect":
        return word.removeprefix("س").startswith(("ن", "ا"))
    return trigger.form.tense == "perfect" and word.endswith("نا")


def is_leading(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name stands free just before a verb (أوستن سيلتقي; أن واشنطن قد تفرض)."""
    if party.under is not None or party.use == "place" or trigger.first - party.last > 6 or scene.text.folded[trigger.first].startswith("و"):
        return False
    words = scene.text.folded[party.last + 1 : trigger.first]
    return not breaks(scene.text, party.last, trigger.first) and all(word in BETWEEN for word in words)


def is_following(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name behind a verb can be its subject: free, near, no other verb between."""
    if party.under is not None or party.use == "place" or party.start - trigger.last > 3:
        return False
    if any(i in scene.verbs for i in range(trigger.last + 1, party.first)):
        return False
    words = scene.text.folded[trigger.last + 1 : party.start]
    return not any(word in ("ان", "بان", "انه", "انها", *RELATIVES) for word in words) and breaks(scene.text, trigger.last, party.first) == 0


def unnamed_subject(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb's subject is somebody whom no list names (قتل 9 مدنيين، طالب متظاهرون)."""
    text, after = scene.text, trigger.last + 1
    return trigger.form.tense != "participle" and follows(text, trigger.last) and bool(NUMBERS_OR_PEOPLE.match(text.folded[after]))


def is_passive(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether a verb is passive: by its printed damma, by a number of people behind it, or by a named agent."""
    if trigger.form.tense not in ("perfect", "imperfect") or "direct" not in trigger.form.entry.object:
        return False
    printed = scene.text.text[scene.text.starts[trigger.first] : scene.text.ends[trigger.first]]
    letters_marked = printed[trigger.cut : trigger.cut + 4]
    if "\N{ARABIC DAMMA}" in letters_marked and trigger.form.tense == "perfect":
        return True
    return unnamed_subject(scene, trigger) and subject is None


def first_target(scene: Scene, trigger: Trigger, after: list[Party], subject: Party | None) -> Party | None:
    """Return the first name behind a verb under one of the prepositions of its entry, in their order."""
    reached = [party for party in near(scene, trigger, after) if not same(party, subject) and may_be_target(trigger, party)]
    behind = subject.last if subject and subject.first > trigger.last else trigger.last
    for preposition in trigger.form.entry.object:
        wanted = None if preposition == "direct" else preposition
        for party in reached:
            if party.under != wanted or (party.joined and wanted is None):
                continue
            if wanted or not any(i in scene.verbs for i in range(trigger.last + 1, party.first)) and party.start - behind <= 6:
                return party
    return None


def may_be_target(trigger: Trigger, party: Party) -> bool:
    """Tell whether a party can be acted upon: a place only by acts that happen to places."""
    return party.use == "actor" or trigger.form.entry.type in PLACED


def coordinated(trigger: Trigger, before: list[Party], after: list[Party], subject: Party | None) -> Party | None:
    """Return whom «و» joins to the subject of a mutual act (توصلت بغداد وواشنطن إلى اتفاق)."""
    if subject is None or trigger.form.entry.type not in MUTUAL:
        return None
    return next((p for p in [*reversed(before), *after] if p.joined and 0 < p.start - subject.last <= 2 and not same(p, subject)), None)


def bound_target(trigger: Trigger, before: list[Party], subject: Party | None) -> Party | None:
    """Return whom the pronoun on a verb means: the nearest name before that is not the subject."""
    if not trigger.form.pronoun:
        return None
    return next((party for party in before if not same(party, subject) and not party.demonym), None)


def with_other_side(scene: Scene, trigger: Trigger, found: Roles, missing: str = "target") -> Roles:
    """Return the roles, a missing target filled with the other side of the sentence, else of the article."""
    known = found.source if missing == "target" else found.target
    if getattr(found, missing) is not None or trigger.form.entry.type in ONE_SIDED:
        return found
    before, after = around(scene, trigger)
    others = sorted([*before, *after], key=lambda party: (party.demonym, abs(party.first - trigger.first)))
    other = next((party for party in others if is_other_side(scene, party, known) and may_be_target(trigger, party)), None)
    if other is None and known is not None:
        other = next((party for party in scene.sides if is_other_side(scene, party, known)), None)
    return found._replace(**{missing: other}, weak=True)
