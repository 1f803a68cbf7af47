"""Triggers of an article -> those without the counts of the dead of an attack that is named beside them."""

from analysis.arabic.phrases import Words, word_before
from analysis.events.doubles import LEADING
from analysis.events.parties import counts_people, is_object_counted
from analysis.events.sets import words, words_of_list
from analysis.events.triggers import FINITE, NOMINAL, Trigger
from analysis.events.two_words import is_one_sentence

AFTER = frozenset(("بعد", "عقب", "اثر", "غداه"))
MEANWHILE = frozenset(("فيما", "بينما"))
OTHERS = frozenset(("اخر", "اخرون", "اخرين", "اخرا"))  # «فيما أصيب خمسة آخرون»: in the same attack
WHEN = frozenset(("عندما", "حين", "حينما", "اذ"))
KILLED_IN = 12  # words between the killing and the attack it happened in at most
CASUALTIES_APART = 25  # words between an attack and the count of its dead at most


def without_casualties(text: Words, found: list[Trigger]) -> list[Trigger]:
    """Return the triggers without the words for dead and wounded where the attack itself is named beside them."""
    found = [trigger for trigger in found if not is_launch_of_attack(text, trigger, found)]
    attacks = [trigger for trigger in found if trigger.form.entry.type == "ASSAULT" and not is_casualty(text, trigger)]
    kept: list[Trigger] = []
    killing: dict[int, Trigger] = {}  # the verb by the first word of its attack, whose doer it may name
    for trigger in found:
        attack = killed_in(text, trigger, attacks)
        if attack is not None or is_casualty(text, trigger):
            counted = [other for other in kept[-2:] if is_casualty(text, other)]
            fell_in = [other for other in attacks if not is_apart(text, trigger, other)]
            if any(is_same_attack(text, trigger, other) for other in [*fell_in, *counted]):
                killing |= {} if attack is None else {attack.first: trigger}
                continue
        kept.append(trigger)
    return [trigger._replace(light=trigger.light or killing.get(trigger.first)) for trigger in kept]


def killed_in(text: Words, trigger: Trigger, attacks: list[Trigger]) -> Trigger | None:
    """Return the attack named behind a killing in which it was done (قتل القيادي مع مرافقيه في غارة)."""
    if trigger.form.entry.word != "قتل" or trigger.form.tense != "perfect":
        return None
    behind = (attack for attack in attacks if 0 < attack.first - trigger.last <= KILLED_IN)
    led = (
        attack for attack in behind
        if is_what_killed(text, attack)
        and not text.folded[attack.first - 2].startswith("المشارك")  # the dead were those who attacked
        and text.sentences[attack.first] == text.sentences[trigger.first]
    )  # fmt: skip
    return next(led, None)


def is_launch_of_attack(text: Words, trigger: Trigger, found: list[Trigger]) -> bool:
    """Tell whether a verb only says who launched what an attack was made with (قُتل جنود بصاروخ أطلقته الحركة)."""
    weapon = word_before(text, trigger.first)
    if not trigger.form.pronoun or weapon[:1] != "ب" or weapon[1:] not in words("strikes"):
        return False
    before = (o for o in found if o.form.entry.type == "ASSAULT" and o.first < trigger.first)
    return any(is_same_attack(text, other, trigger) for other in before)


def is_what_killed(text: Words, attack: Trigger) -> bool:
    """Tell whether an attack is led in as what somebody fell in or by (في غارة، بانفجار عبوة، عندما هاجم)."""
    if attack.form.tense in NOMINAL and text.folded[attack.first][: attack.cut].endswith("ب"):
        return True
    return word_before(text, attack.first) in (LEADING if attack.form.tense in NOMINAL else WHEN)


def is_casualty(text: Words, trigger: Trigger) -> bool:
    """Tell whether a trigger counts dead or wounded (مقتل، أصيب، قتل 9 مدنيين)."""
    word, after = trigger.form.entry.word, trigger.last + 1
    if word in words_of_list("casualty_words"):
        return True
    passive = trigger.form.tense in FINITE and after < len(text.folded) and counts_people(text.folded[after])
    return word == "قتل" and passive and not is_object_counted(text, trigger.last)


def is_apart(text: Words, death: Trigger, attack: Trigger) -> bool:
    """Tell whether a death is what an attack came after, or told beside it (اندلعت اشتباكات بعد مقتل القيادي)."""
    first, second = sorted((death, attack), key=lambda trigger: trigger.first)
    beside = not MEANWHILE.isdisjoint(text.folded[first.last + 1 : second.first])
    if beside and OTHERS.isdisjoint(text.folded[death.last + 1 : death.last + 4]):
        return True  # «استشهد تسعة، فيما أعلنت الكتائب تدمير ناقلة جند»
    if attack.first < death.first:
        return death.form.tense in NOMINAL and word_before(text, death.first) in AFTER
    return word_before(text, attack.first) in ("واندلاع", "واندلعت", "وتجدد")


def is_same_attack(text: Words, one: Trigger, other: Trigger) -> bool:
    """Tell whether two triggers stand in one sentence, near each other."""
    first, second = sorted((one, other))
    return second.first - first.last <= CASUALTIES_APART and is_one_sentence(text, first, second)
