"""Who acts and who is acted upon: the source and the target of one trigger."""

from typing import NamedTuple

from analysis.events import nouns
from analysis.events.parties import (
    NUMBERS_OR_PEOPLE,
    RELATIVES,
    NO_NOUN,
    Party,
    Scene,
    agent,
    around,
    breaks,
    clitic_of,
    heads,
    is_other_side,
    nation,
    near,
    preposition_at,
    same,
)
from analysis.events.triggers import Trigger
from analysis.arabic.phrases import ARTICLE, follows

VERBAL = ("perfect", "imperfect", "participle")
ONE_SIDED = ("PROTEST", "MOBILIZE")
MUTUAL = ("CONSULT", "AGREE", "COOPERATE", "SUPPORT", "SANCTION")
BETWEEN = frozenset(("قد", "لم", "لن", "لا", "سوف", "كان", "كانت", "اليوم", "امس", "ايضا", "رسميا", "مجددا", "مرارا"))
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
    pair = pair_of(scene, trigger, after)
    if pair:
        return Roles(*pair, "both sides")
    subject, rule = subject_of(scene, trigger, before, after)
    if is_passive(scene, trigger, subject):
        doer = agent(scene, trigger, after)
        rest = [party for party in after if party is not doer]
        return Roles(doer, subject or first_target(scene, trigger, rest, None), "passive verb")
    if trigger.form.entry.subject == "target":
        return undergone(scene, trigger, after, subject, rule)
    if subject is None and not unnamed_subject(scene, trigger):
        subject, rule = topic(scene, trigger, before) or speaker, "subject carried over"
    target = bound_target(trigger, before, subject) or first_target(scene, trigger, after, subject)
    target = target or coordinated(trigger, before, after, subject)
    return with_other_side(scene, trigger, Roles(subject, target, rule))


def pair_of(scene: Scene, trigger: Trigger, after: list[Party]) -> tuple[Party, Party] | None:
    """Return the two parties of a mutual act: «الجانبان», or «بين … و …» behind the verb (تدهورت العلاقات بين …)."""
    if trigger.form.entry.type not in MUTUAL:
        return None
    if nouns.is_both(scene, trigger.last + 1) and len(scene.sides) == 2:
        return scene.sides[0], scene.sides[1]
    return nouns.between(scene, trigger, [party for party in after if not party.demonym])


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
    if leading and leading.joined:
        leading = next((party for party in inside if party.first < leading.first and not party.joined), leading)
    if leading:
        return leading, "subject before the verb"
    return following, "subject after the verb" if following else "no subject"


def topic(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return the free name nearest before a verb in its sentence, unless «نحن» speaks: then the speaker is meant."""
    if is_first_person(scene, trigger) or is_pointing_back(scene, trigger, before):
        return None
    free = [p for p in before if p.under is None and p.use == "actor" and not p.joined and breaks(scene.text, p.last, trigger.first) < 10]
    return next((party for party in free if not party.demonym), free[0] if free else None)


def is_pointing_back(scene: Scene, trigger: Trigger, before: list[Party]) -> bool:
    """Tell whether a verb opens its sentence before a definite noun that no list names: the last speaker is meant."""
    after = trigger.last + 1
    if before or after >= len(scene.text.folded) or not follows(scene.text, trigger.last):
        return False
    return scene.text.folded[after].startswith(ARTICLE)


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
    """Tell whether a name behind a verb can be its subject: free, near, no other verb or preposition between."""
    if party.under is not None or party.use == "place" or party.start - trigger.last > 3 or party.joined:
        return False
    if any(i in scene.verbs for i in range(trigger.last + 1, party.first)) or is_object(scene, party, trigger):
        return False
    words = scene.text.folded[trigger.last + 1 : party.start]
    if any(word in NO_NOUN or preposition_at(word) or clitic_of(word) for word in words):
        return False
    return breaks(scene.text, trigger.last, party.first) == 0


def is_object(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name's noun phrase can only be acted upon (قصفت مواقع فصائل عراقية)."""
    return "direct" in trigger.form.entry.object and scene.text.folded[party.start] in heads("object_heads")


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
    """Return the roles, a missing target filled with the other of the article's two states, else one of the sentence."""
    known = found.source if missing == "target" else found.target
    if getattr(found, missing) is not None or trigger.form.entry.type in ONE_SIDED or known is None:
        return found
    before, after = around(scene, trigger)
    others = sorted([*before, *after], key=lambda party: (party.demonym, abs(party.first - trigger.first)))
    of_sentence = [party for party in others if is_other_side(scene, party, known) and may_be_target(trigger, party)]
    of_article = [party for party in scene.sides if is_other_side(scene, party, known)]
    order = [*of_article, *of_sentence] if nation(scene, known) in {p.actor_id for p in scene.sides} else [*of_sentence, *of_article]
    return found._replace(**{missing: next(iter(order), None)}, weak=True)
