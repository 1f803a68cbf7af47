"""Who acts and who is acted upon: the source and the target of one trigger."""

from typing import NamedTuple

from analysis.arabic.phrases import follows
from analysis.events.parties import (
    AGENT_WORDS,
    AGENTS,
    FAR,
    NUMBERS_OR_PEOPLE,
    RELATIVES,
    Party,
    Scene,
    bounds,
    breaks,
    is_reporting,
)
from analysis.events.triggers import Trigger

MUTUAL = ("CONSULT", "AGREE", "COOPERATE", "SUPPORT")
ONE_SIDED = ("PROTEST", "MOBILIZE")
SPOKEN = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE")


class Roles(NamedTuple):
    """The parties of an act and the rules that found them."""

    source: Party | None
    target: Party | None
    rule: str
    weak: bool = False  # is the target only the other side of the sentence or of the article?


def roles(scene: Scene, trigger: Trigger, speaker: Party | None) -> Roles:
    """Return source and target of a trigger; `speaker` is the last subject of the text before it."""
    if trigger.form.tense in ("perfect", "imperfect", "participle"):
        return of_verb(scene, trigger, speaker)
    return of_noun(scene, trigger, speaker)


def around(scene: Scene, trigger: Trigger) -> tuple[list[Party], list[Party]]:
    """Return the parties of the sentence before the trigger (nearest first) and after it."""
    a, b = bounds(scene.text, trigger.first)
    inside = [party for party in scene.parties if a <= party.first and party.last <= b]
    before = [party for party in reversed(inside) if party.last < trigger.first]
    return before, [party for party in inside if party.first > trigger.last]


# Verbs


def of_verb(scene: Scene, trigger: Trigger, speaker: Party | None) -> Roles:
    """Return the roles around a finite verb or participle."""
    before, after = around(scene, trigger)
    subject, rule = subject_of(scene, trigger, before, after)
    if is_passive(scene, trigger, subject):
        return Roles(agent(scene, trigger, after), subject or first_target(scene, trigger, after, None), "passive verb")
    if trigger.form.entry.subject == "target":
        return Roles(
            agent(scene, trigger, after) or instrument(scene, after, subject),
            subject,
            f"{rule}, undergoes the act",
        )
    if subject is None and not unnamed_subject(scene, trigger):
        subject, rule = topic(scene, trigger, before) or speaker, "subject carried over"
    target = first_target(scene, trigger, after, subject) or bound_target(trigger, before, subject)
    return with_other_side(scene, trigger, Roles(subject, target, rule))


def subject_of(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party]) -> tuple[Party | None, str]:
    """Return the subject of a verb: the name it stands behind, or the first free name that follows it."""
    previous = scene.text.folded[trigger.first - 1] if trigger.first else ""
    near = [party for party in before if breaks(scene.text, party.last, trigger.first) < 10]
    if previous in RELATIVES or (near and previous in ("و", "ثم")):
        return (near[0] if near else None), "relative clause"
    leading = next((party for party in near if is_leading(scene, party, trigger)), None)
    if leading:
        return leading, "subject before the verb"
    following = (
        None
        if is_first_person(scene, trigger)
        else next((party for party in after if is_following(scene, party, trigger)), None)
    )
    if following:
        return following, "subject after the verb"
    return None, "no subject"


def topic(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return the free name nearest before a verb in its sentence, unless «نحن» speaks: then the speaker is meant."""
    if is_first_person(scene, trigger):
        return None
    return next(
        (party for party in before if party.under is None and party.use == "actor" and not party.demonym),
        None,
    )


def is_first_person(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb says «we» (هبطنا، نتطلع، سننهي)."""
    word = scene.text.folded[trigger.first][trigger.cut :]
    if trigger.form.tense == "imperfect":
        return word.removeprefix("س").startswith("ن")
    return trigger.form.tense == "perfect" and word.endswith("نا")


def is_leading(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name stands free just before a verb (أوستن سيلتقي; أن واشنطن قد تفرض)."""
    if party.under is not None or party.use == "place" or party.demonym or trigger.first - party.last > 4:
        return False
    between = scene.text.folded[party.last + 1 : trigger.first]
    return not breaks(scene.text, party.last, trigger.first) and all(
        word in ("قد", "لم", "لن", "لا", "سوف", "كان", "كانت", "اليوم", "امس", "ايضا") for word in between
    )


def is_following(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name behind a verb can be its subject: free, near, no other verb between."""
    if party.under is not None or party.use == "place" or party.first - trigger.last > FAR:
        return False
    if any(i in scene.verbs for i in range(trigger.last + 1, party.first)):
        return False
    if breaks(scene.text, trigger.last, party.first) > (0 if party.demonym else 1):
        return False
    return not any(
        word in ("ان", "بان", "انه", "انها", *RELATIVES) for word in scene.text.folded[trigger.last + 1 : party.first]
    )


def unnamed_subject(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb's subject is somebody whom no list names (قتل 9 مدنيين، طالب متظاهرون)."""
    text, after = scene.text, trigger.last + 1
    return (
        trigger.form.tense != "participle"
        and follows(text, trigger.last)
        and bool(NUMBERS_OR_PEOPLE.match(text.folded[after]))
    )


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
    """Return the first name behind a trigger under one of the prepositions of its entry, in their order."""
    near = [
        party for party in after
        if not same(party, subject) and breaks(scene.text, trigger.last, party.first) <= 2 and party.first - trigger.last <= 2 * FAR
    ]  # fmt: skip
    for preposition in trigger.form.entry.object:
        wanted = None if preposition == "direct" else preposition
        for party in near:
            if party.under == wanted and (
                wanted or not any(i in scene.verbs for i in range(trigger.last + 1, party.first))
            ):
                return party
    return None


def bound_target(trigger: Trigger, before: list[Party], subject: Party | None) -> Party | None:
    """Return whom the pronoun on a verb means: the nearest name before that is not the subject."""
    if not trigger.form.pronoun:
        return None
    return next((party for party in before if not same(party, subject) and not party.demonym), None)


def with_other_side(scene: Scene, trigger: Trigger, found: Roles) -> Roles:
    """Return the roles, a missing target filled with the other side of the sentence, else of the article."""
    if found.target is not None or trigger.form.entry.type in ONE_SIDED:
        return found
    before, after = around(scene, trigger)
    near = sorted([*before, *after], key=lambda party: (party.demonym, abs(party.first - trigger.first)))
    other = next((party for party in near if is_other_side(scene, party, found.source)), None)
    if other is None and found.source is not None:
        other = next((party for party in scene.sides if is_other_side(scene, party, found.source)), None)
    return found._replace(target=other, weak=True)


def is_other_side(scene: Scene, party: Party, source: Party | None) -> bool:
    """Tell whether a party belongs to another state than the one who acts, and is not only quoted."""
    if same(party, source) or party.under in ("حسب", "قيادة", "باسم") or party.actor_id in scene.media:
        return False
    return source is None or nation(scene, party) != nation(scene, source)


def nation(scene: Scene, party: Party) -> str:
    """Return the state that a party belongs to, or the party itself."""
    return scene.nation.get(party.actor_id, party.actor_id)


def agent(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the agent of a passive act (من قبل، على يد، برصاص)."""
    text = scene.text.folded
    for party in after:
        words = text[max(trigger.last + 1, party.first - 4) : party.first + 1]
        pairs = list(zip(words, words[1:], strict=False))
        if any(pair in AGENTS for pair in pairs) or any(word in AGENT_WORDS for word in words):
            return party
    return None


def instrument(scene: Scene, after: list[Party], subject: Party | None) -> Party | None:
    """Return the demonym of the attack that somebody fell to (في غارة إسرائيلية)."""
    return next((party for party in after if party.demonym and not same(party, subject)), None)


# Nouns


def of_noun(scene: Scene, trigger: Trigger, speaker: Party | None) -> Roles:
    """Return the roles around a noun that tells an act."""
    before, after = around(scene, trigger)
    pair = between(scene, trigger, after)
    if pair:
        return Roles(*pair, "between two")
    source, target, rule = genitive(scene, trigger, before, after)
    source = source or adjective(scene, trigger, after, 0)
    if source is not None and trigger.form.entry.type in MUTUAL:
        target = target or adjective(scene, trigger, [party for party in after if not same(party, source)], 0)
    source = source or agent(scene, trigger, after) or given_by(scene, trigger, after)
    target = target or first_target(scene, trigger, after, source)
    if source is None:
        source, why = governing_subject(scene, trigger, before, after, target)
        if (source is None and trigger.form.pronoun) or (source is None and trigger.form.entry.type in SPOKEN):
            source, why = speaker, "subject carried over"
        rule = f"{rule}, {why}" if rule else why
    return with_other_side(scene, trigger, Roles(source, None if same(target, source) else target, rule or "noun"))


def given_by(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return whom «من» names behind a noun as its author (بدعوة من الحكومة، بدعم من واشنطن)."""
    if "من" in trigger.form.entry.object or trigger.form.entry.type in ("RETREAT", "CONSULT"):
        return None
    return next((party for party in after if party.under == "من" and party.first - trigger.last <= 3), None)


def between(scene: Scene, trigger: Trigger, after: list[Party]) -> tuple[Party, Party] | None:
    """Return the two parties of «بين … و …» behind a noun, or of two demonyms (محادثات أمريكية عراقية)."""
    inside = [party for party in after if party.under == "بين" and breaks(scene.text, trigger.last, party.first) <= 1]
    if len(inside) >= 2 and not same(inside[0], inside[1]):
        return inside[0], inside[1]
    beside = [party for party in after if party.demonym and party.first - trigger.last <= 3]
    if len(beside) >= 2 and beside[1].first - beside[0].last == 1 and not same(beside[0], beside[1]):
        return beside[0], beside[1]
    return None


def genitive(
    scene: Scene, trigger: Trigger, before: list[Party], after: list[Party]
) -> tuple[Party | None, Party | None, str]:
    """Return source and target by the noun in the genitive or the pronoun on the trigger."""
    kind = trigger.form.entry.genitive
    owner = next((party for party in after if is_genitive(scene, party, trigger)), None) or belonging(
        scene, trigger, after
    )
    rule = "genitive"
    if owner is None and trigger.form.pronoun:
        owner, rule = (
            next((party for party in before if not party.demonym and party.use == "actor"), None),
            "pronoun",
        )
    if owner is None:
        return None, None, ""
    if kind == "target":
        return None, owner, f"{rule}: target"
    if owner.use == "place" and trigger.form.entry.type in ("CONSULT", "ASSAULT", "RETREAT"):
        return None, owner, f"{rule}: place"
    return owner, None, f"{rule}: source"


def belonging(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the name that «ل» joins to a noun as its owner (الزيارة الأخيرة للكاظمي)."""
    if "ل" in trigger.form.entry.object:
        return None
    near = [
        party
        for party in after
        if party.first - trigger.last <= 4 and not breaks(scene.text, trigger.last, party.first)
    ]
    return next((party for party in near if party.under == "ل"), None)


def is_genitive(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name follows a noun in the genitive, over at most three nouns (استهداف مواقع الحشد)."""
    if party.under is not None or party.demonym or party.first - trigger.last > 4 or trigger.form.pronoun:
        return False
    steps = range(trigger.last, party.first)
    if any(not follows(scene.text, i) for i in steps) or any(i in scene.verbs for i in steps if i > trigger.last):
        return False
    return not any(is_reporting(scene.text.folded[i]) for i in steps if i > trigger.last)


def adjective(scene: Scene, trigger: Trigger, after: list[Party], start: int) -> Party | None:
    """Return the state whose demonym stands beside a noun (الغزو الأميركي)."""
    return next(
        (party for party in after if party.demonym and start < party.first - trigger.last <= 3
         and all(follows(scene.text, i) for i in range(trigger.last, party.first))),
        None,
    )  # fmt: skip


def governing_subject(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party], target: Party | None):
    """Return the subject of the clause that a noun stands in: a free name before it, else behind it."""
    free = [party for party in before if party.under is None and party.use == "actor" and not same(party, target)]
    named = next(
        (party for party in free if not party.demonym and breaks(scene.text, party.last, trigger.first) <= 2),
        None,
    )
    if named:
        return named, "subject of the clause"
    demonym = next((party for party in free if breaks(scene.text, party.last, trigger.first) <= 1), None)
    if demonym:
        return demonym, "demonym in the clause"
    behind = next((party for party in after if party.under is None and party.use == "actor" and not same(party, target)
                   and not breaks(scene.text, trigger.last, party.first)), None)  # fmt: skip
    return behind, "subject behind the noun" if behind else "no source"


def same(one: Party | None, other: Party | None) -> bool:
    """Tell whether two parties are one actor."""
    return one is not None and other is not None and one.actor_id == other.actor_id
