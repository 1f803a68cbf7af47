"""Verbs of killing with the weapon behind «ب», which so tell who fell by whom (قتل قائد في الحزب بغارة إسرائيلية)."""

from analysis.arabic.numbers import is_number
from analysis.arabic.phrases import word_before
from analysis.events.doers import is_carried_at
from analysis.events.groups import bare_forms
from analysis.events.other_side import Roles
from analysis.events.parties import Party, Scene, agent, bounds, breaks, counts_people, nation
from analysis.events.passives import is_done
from analysis.events.sets import words
from analysis.events.triggers import Trigger
from analysis.events.unlisted import behind_adverbs

WEAPON_WITHIN = 12  # words from the verb over who fell to the weapon at most
DOER_WITHIN = 6  # words from the weapon to whose it is at most
FALLEN_WITHIN = 3  # words from the verb to who fell at most
PEOPLE = words("soldier") | words("part") | words("holder") | words("civilian") | words("person")
WEAPONS = words("strikes") | words("weapons")
LAUNCHED = words("launched_it") | words("made_it")  # verbs of the relative clause behind a weapon
AMBUSHED = 8  # words from «وقعت» over who runs into it to the ambush at most
BY_WEAPON = "passive verb, by its weapon"
ATTACKING = words("attacking")  # verbs whose subject can be the attack itself
OBJECT_WITHIN = 6  # words from an attack to whom its verb says it struck at most


def struck(scene: Scene, trigger: Trigger, after: list[Party]) -> Roles | None:
    """Return who strikes and who falls where «ب» and a weapon follow the fallen; None where somebody kills."""
    weapon = weapon_behind(scene, trigger) if is_done(trigger) and trigger.form.entry.type == "ASSAULT" else None
    if weapon is None:
        return None
    near = (p for p in after if p.last < weapon and p.start - trigger.last <= FALLEN_WITHIN and p.use == "actor")
    fallen = next(near, None)
    if not is_felled(scene, trigger, fallen, weapon):
        return None
    return Roles(agent(scene, trigger, after) or striker(scene, weapon, after, fallen), fallen, BY_WEAPON)


def weapon_behind(scene: Scene, trigger: Trigger) -> int | None:
    """Return the word of the weapon under «ب» behind a verb in its clause."""
    text = scene.text
    near = range(trigger.last + 1, min(bounds(text, trigger.last)[1] + 1, trigger.last + WEAPON_WITHIN))
    led = (i for i in near if text.folded[i][:1] == "ب" and text.folded[i][1:] in WEAPONS)
    return next((i for i in led if is_plain(scene, trigger, i)), None)


def is_plain(scene: Scene, trigger: Trigger, weapon: int) -> bool:
    """Tell whether neither a comma nor another verb stands between a verb and the weapon."""
    between = range(trigger.last + 1, weapon)
    return not breaks(scene.text, trigger.last, weapon) and not any(i in scene.verbs for i in between)


def is_felled(scene: Scene, trigger: Trigger, fallen: Party | None, weapon: int) -> bool:
    """Tell whether who stands behind a verb of killing fell: a person or people, with no object behind them."""
    behind = behind_adverbs(scene, trigger)
    head = scene.text.folded[behind]
    if fallen is not None and fallen.actor_id in scene.known.people:
        others = (p for p in scene.parties if fallen.last < p.first < weapon and p.under is None and not p.demonym)
        return next(others, None) is None
    if fallen is not None and fallen.first == behind:
        return False  # «قتل الجيش ثلاثة بغارة»
    people = counts_people(head) or not PEOPLE.isdisjoint(bare_forms(head))
    counted = is_number(head)  # «قتل أربعة مدنيين»: what is counted has the ending of an object
    beside = scene.text.folded[behind + 1 : behind + 2] if not counted else []
    return people and not any(word.endswith(("ا", "ين")) for word in beside)  # «قتل مسلحون ضابطا بعبوة»


def striker(scene: Scene, weapon: int, after: list[Party], fallen: Party | None) -> Party | None:
    """Return whose weapon it is: by the adjective, the genitive, or the verb of its relative clause behind it."""
    near = [p for p in after if weapon < p.first <= weapon + DOER_WITHIN and p.use == "actor"]
    near = [p for p in near if not breaks(scene.text, weapon, p.first)]
    adjective = (p for p in near if p.demonym and p.first - weapon <= 2)
    genitive = (p for p in near if p.start == weapon + 1 and p.under is None)
    launched = (p for p in near if word_before(scene.text, p.start) in LAUNCHED)
    found = next(adjective, None) or next(genitive, None) or next(launched, None)
    return None if found and fallen and nation(scene, found) == nation(scene, fallen) else found


def instrument(scene: Scene, after: list[Party], subject: Party | None) -> Party | None:
    """Return the state by whose attack somebody fell (قُتل … في غارة أميركية)."""
    near = (p for p in after if p.demonym and subject and p.first - subject.last <= 4)
    return next((p for p in near if nation(scene, p) != nation(scene, subject)), None)


def of_ambush(scene: Scene, trigger: Trigger, after: list[Party]):
    """Return source, target and rule of an ambush that somebody runs into (وقعت قوة إسرائيلية في كمين لحزب الله)."""
    text, first = scene.text.folded, trigger.first
    near = range(max(0, first - AMBUSHED), first)
    verb = next((i for i in reversed(near) if {text[i], text[i].removeprefix("و")} & words("runs_into")), None)
    if trigger.form.entry.word != "كمين" or verb is None or breaks(scene.text, verb, first):
        return None
    who = next((p for p in scene.parties if verb < p.start and p.last < first and p.use == "actor"), None)
    able = (p for p in after if p.first - trigger.last <= DOER_WITHIN and p.use == "actor" and p.under in (None, "ل"))
    led = (p for p in able if not breaks(scene.text, trigger.last, p.start))
    return next(led, None), who, "who ran into it"


def by_attack(scene: Scene, trigger: Trigger, after: list[Party]):
    """Return source, target and rule of an attack that is the subject of a verb of striking before it, else None.

    «استهدف انفجار موكبا لرئيس الوزراء»، «ضربت غارة تركية مقر الحزب»; «دمر قصف روسيا مستشفى» has its own genitive.
    """
    ambush = of_ambush(scene, trigger, after)
    if ambush:
        return ambush
    verb = word_before(scene.text, trigger.first).removeprefix("و")
    if trigger.form.entry.type != "ASSAULT" or trigger.form.pronoun or verb not in ATTACKING:
        return None
    owned = after and trigger.form.tense != "phrase" and after[0].start == trigger.last + 1
    owned = owned and after[0].under is None and not after[0].demonym
    if owned and after[0].use == "actor" and after[0].actor_id not in scene.known.people:
        return None
    striker = next((p for p in after if is_striker(scene, trigger, p)), None)
    near = [p for p in after if p is not striker and p.first - trigger.last <= OBJECT_WITHIN]
    near = [p for p in near if not breaks(scene.text, trigger.last, p.first)]
    hit = next((p for p in near if p.under in (None, "ل")), None) or next((p for p in near if p.under == "في"), None)
    return (striker, hit, "subject of its verb of striking") if striker or hit else None


def is_striker(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether the adjective, «ل» or a relative clause behind an attack says whose it is (غارة تركية)."""
    if party.start > trigger.last + 1 and is_carried_at(scene.text, party.start - 1):
        return not breaks(scene.text, trigger.last, party.start)  # «استهدف هجوم شنه الحوثيون سفينة»
    if party.demonym:
        return party.first == trigger.last + 1
    ordinal = party.start == trigger.last + 2 and scene.text.folded[trigger.last + 1] in words("ordinal")
    return party.under == "ل" and (party.start == trigger.last + 1 or ordinal)
