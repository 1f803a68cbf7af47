"""Whom a noun's act is aimed at: by «تعرض لهجوم», «هجوم استهدف», the goal of a visit, or a preposition."""

from analysis.arabic.finite import is_imperfect
from analysis.arabic.phrases import ARTICLE, word_before
from analysis.events.forms import default
from analysis.events.parties import RELATIVES, Party, Scene, around, bounds, breaks, counts_people, heads, near, same
from analysis.events.repulsed import who_repels
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger
from analysis.events.types import PLACED
from analysis.events.verdicts import VERDICTS

EXPOSED = ("تعرض", "يتعرض", "تتعرض", "استهدف", "تستهدف")
BOMBARD = "قصف"  # done to land where nobody is named
ATTACKS = ("ASSAULT", "COERCE", "ACCUSE", "THREATEN", "SANCTION")
THEIRS = ("ها", "هم", "هما", "تعرضه")  # theirs; «ه» alone is also the ending of nouns
HITS = ("استهدف", "يستهدف", "تستهدف", "طال", "ضرب")
GRIP = ("قبضه", "يد", "ايدي", "سيطره", "براثن", "احتلال")
OUSTED = 18  # words from an attack to whoever loses the place at most
FALLEN, FELL = words("fallen"), words("fell")
SURVIVED = words("survived")  # «نجا الرئيس من هجوم»
HIT_WITHIN = 10  # words from an attack to the land that is hit at most
PEOPLE = words("soldier") | words("holder") | words("civilian") | words("person")
IN_WHICH = frozenset(("فيها", "فيه", "خلالها", "خلاله", "بحياه", "بارواح", "ضحيتها", "ضحيته"))
REACH = 7  # words between a noun and the preposition of its target at most
FAR = {"RETREAT": ("من",), "AID": ("إلى",)}  # prepositions that reach farther: «مساعدات … وصلت إلى عدن»


def aimed_at(scene: Scene, trigger: Trigger, source: Party | None) -> Party | None:
    """Return whom the act of a noun is aimed at, by the words around it."""
    before, after = around(scene, trigger)
    hit = undergoing(scene, trigger, before, after) or visited(scene, trigger, before)
    return hit or first_target(scene, trigger, after, source) or sentenced(scene, trigger, after)


def undergoing(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party]) -> Party | None:
    """Return whom an attack hit: the subject of «تعرض لهجوم», or the object of «هجوم استهدف …»."""
    exposed = exposed_to(scene, trigger, after) or who_repels(scene, trigger, before)
    if exposed or trigger.form.entry.type not in ATTACKS:
        return exposed
    verb = exposing(scene, trigger)
    if verb is not None:
        return whom_it_met(scene, verb, before)
    text = scene.text.folded
    _, b = bounds(scene.text, trigger.first)
    for i in range(trigger.last + 1, min(b, trigger.last + 9)):
        if text[i].startswith(HITS):
            return next((party for party in after if i < party.first <= i + 6), None)
        if is_killing(scene, trigger, i):
            return killed(scene, i, after)
    return None


def is_killing(scene: Scene, trigger: Trigger, i: int) -> bool:
    """Tell whether word i is a verb behind an attack that says who died in it (الغارة التي قتلت، هجوم أودى بحياة)."""
    related = scene.text.folded[i - 1] in RELATIVES or i - trigger.last <= 2
    return related and scene.text.folded[i] in words("kills") and not breaks(scene.text, trigger.last, i)


def killed(scene: Scene, verb: int, after: list[Party]) -> Party | None:
    """Return who died in an attack by the verb behind it (الغارة التي قتلت فلانا، أودت بحياة فلان، قتل فيها فلان)."""
    text = scene.text.folded
    at = next((i for i in range(verb + 1, verb + 4) if text[i : i + 1] and text[i] not in IN_WHICH), None)
    met = next((p for p in after if at is not None and p.start <= at + 1 and at <= p.last), None)
    if met is None or text[met.first - 1] in words("soldier"):
        return met  # «20 جنديا تركيا»
    able = met.actor_id in scene.known.people or met.start < met.first
    return met if able and not met.demonym and met.start <= at else None


def exposing(scene: Scene, trigger: Trigger) -> int | None:
    """Return the word that says that somebody was exposed to an attack (تعرض لهجوم، بعد تعرضها لقصف، نجا من هجوم)."""
    if trigger.form.entry.type not in ATTACKS or not is_suffered(scene, trigger):
        return None
    text, (a, _) = scene.text.folded, bounds(scene.text, trigger.first)
    near = range(trigger.first - 1, max(a - 1, trigger.first - 16), -1)
    if escaped_from(scene, trigger):
        return next((i for i in near if text[i].removeprefix("و") in SURVIVED), None)
    return next((i for i in near if text[i].removeprefix("و").startswith(EXPOSED)), None)


def escaped_from(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «من» leads an attack, or an attempt at one, in (نجا من هجوم، من محاولة اغتيال)."""
    before = scene.text.folded[max(0, trigger.first - 2) : trigger.first]
    return before[-1:] == ["من"] or before == ["من", "محاوله"]


def whom_it_met(scene: Scene, verb: int, before: list[Party]) -> Party | None:
    """Return who was exposed to an attack: named behind the verb, else before it."""
    return exposed_by(scene, verb, before) or exposed_before(scene, verb, before)


def exposed_by(scene: Scene, verb: int, before: list[Party]) -> Party | None:
    """Return who was exposed: the name behind the verb, or before it, whose embassy a pronoun names (تعرض سفارتها)."""
    if any(word.endswith(THEIRS) for word in scene.text.folded[verb : verb + 2]):
        free = [p for p in before if p.last < verb and p.under is None and p.use == "actor" and not p.joined]
        if free:
            return free[-1]
    return next((party for party in reversed(before) if party.first > verb), None)


def exposed_before(scene: Scene, verb: int, before: list[Party]) -> Party | None:
    """Return who stands before «تعرض», with a place or without, or whom the pronoun there means (إنه تعرض للاعتقال)."""
    free = (p for p in before if p.last < verb and p.under is None and p.use == "actor" and not p.demonym)
    party = next(free, None)
    where = next((p for p in before if p.last == verb - 1 and p.under == "في"), None)
    ends = verb - 1 if where is None else where.start - 2  # «القوات الأميركية في سوريا تعرضت»
    meant = word_before(scene.text, verb) in words("pronoun") or (party is not None and party.last == ends)
    return party if meant else None


def sentenced(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the person behind a verdict (حكما غيابيا بإعدام سيف الإسلام القذافي)."""
    if not trigger.form.entry.word.startswith(VERDICTS) or trigger.form.entry.type not in ("COERCE", "SANCTION"):
        return None
    near = (p for p in after if p.first - trigger.last <= REACH and not breaks(scene.text, trigger.last, p.start))
    return next((party for party in near if party.actor_id in scene.known.people), None)


def exposed_to(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return who stands behind «التي يتعرض لها» (الانتقادات التي يتعرض لها الناتو)."""
    text, verb = scene.text.folded, trigger.last + 2
    if trigger.last + 3 >= len(text) or text[verb - 1] not in RELATIVES or not text[verb].startswith(EXPOSED):
        return None
    led = text[verb + 1] in ("له", "لها", "لهم")
    return next((party for party in after if led and party.start == verb + 2), None)


def ousted(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return from whom a place is taken (تحرير الموصل من قبضة التنظيم، هجوم لانتزاع السيطرة على البلدة من المعارضة)."""
    if trigger.form.entry.type != "ASSAULT":
        return None
    text = scene.text.folded
    held = [p for p in after if p.under == "من" and p.use == "actor" and p.first - trigger.last <= OUSTED]
    near = (p for p in held if p.first - trigger.last <= REACH)
    gripped = next((p for p in near if text[p.start] in GRIP and p.start < p.first), None)
    taken = next((p for p in held if not words("taken_from").isdisjoint(text[trigger.first : p.start])), None)
    if gripped or taken or not trigger.form.pronoun or trigger.form.entry.word not in words("taking"):
        return gripped or taken
    return next((p for p in held if p.start - trigger.last <= 2), None)  # «تحريرها من الميليشيات»


def is_suffered(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «ل» or «ب» leads an attack in, also before its number (تعرضت لهجوم، استهدفت بنحو خمسين هجوما)."""
    before = scene.text.folded[max(0, trigger.first - 2) : trigger.first]
    led = scene.text.folded[trigger.first][: trigger.cut].endswith(("ل", "ب"))
    return led or escaped_from(scene, trigger) or not words("suffered").isdisjoint(before)


def visited(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return the goal that stands before a visit (وصل إلى العراق في زيارة)."""
    led = word_before(scene.text, trigger.first) in ("في", "خلال")
    if trigger.form.entry.mode != "visit" or not led:
        return None
    goals = [p for p in before if p.under in ("إلى", "ل") and trigger.first - p.last <= 10]
    goals = [party for party in goals if party.actor_id not in scene.known.people]  # «المرافقين للوزير في زيارته»
    return next((p for p in goals if breaks(scene.text, p.last, trigger.first) <= 1), None)


def first_target(scene: Scene, trigger: Trigger, after: list[Party], source: Party | None) -> Party | None:
    """Return the first name behind a noun under one of the prepositions of its entry, in their order."""
    placed = trigger.form.entry.type in PLACED
    given = trigger.form.entry.type in ("AID", "COOPERATE")
    far = ("مع", "ضد", *FAR.get(trigger.form.entry.type, ()))
    reached = [p for p in after if p.start - trigger.last <= REACH or p.under in far]
    reached = [p for p in reached if p.use == "actor" or placed or (given and p.under in ("إلى", "ل"))]
    reached = [p for p in near(scene, trigger, reached) if not same(p, source)]
    if not reached:
        return None
    verb = next((i for i in range(trigger.last + 1, trigger.last + REACH) if is_imperfect_at(scene, i)), None)
    reached = [p for p in reached if (verb is None or p.first < verb) and not is_beyond_clause(scene, trigger, p)]
    for preposition in trigger.form.entry.object:
        if preposition == "direct":
            continue
        found = next((party for party in reached if party.under in (preposition, "نظير")), None)
        if found:
            return found
    return of_land(scene, trigger, reached)


def of_land(scene: Scene, trigger: Trigger, reached: list[Party]) -> Party | None:
    """Return in whose land lies what is hit (قصف مناطق في شمال العراق، قصفت إيران شمال العراق)."""
    if trigger.form.entry.type != "ASSAULT" or "direct" not in trigger.form.entry.object:
        return None
    near = (p for p in reached if p.use == "place" and p.under == "في" and p.start - trigger.last <= HIT_WITHIN)
    near = (p for p in near if not breaks(scene.text, trigger.last, p.start))
    return next((p for p in near if is_hit_land(scene, trigger, p)), None)


def threatened_land(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the place or the force that somebody threatens to attack (هدد الحوثيون بقصف الرياض، تعهد بهزيمة حماس)."""
    if trigger.form.entry.type != "THREATEN" or trigger.form.tense not in FINITE:
        return None
    text = scene.text
    near = (p for p in after if p.under is None and p.start - trigger.last <= HIT_WITHIN)
    near = (p for p in near if not breaks(text, trigger.last, p.start))
    reach = {"place": 2, "actor": 1}  # words back to the attack: «بقصف مدينة الرياض», but «بقصف حماس»
    return next((p for p in near if any(map(is_threat, text.folded[p.start - reach.get(p.use, 1) : p.start]))), None)


def is_threat(word: str) -> bool:
    """Tell whether a word names an attack under «ب» (بقصف، بضرب، باجتياح)."""
    forms = default().get(word.removeprefix("ب"), ()) if word.startswith("ب") else ()
    return any(form.entry.type == "ASSAULT" and form.tense == "noun" for form in forms)


def is_hit_land(scene: Scene, trigger: Trigger, place: Party) -> bool:
    """Tell whether land or what stands on it, and no person, is named between an attack and a place."""
    between = scene.text.folded[trigger.last + 1 : place.start]
    land = heads("land_heads") | heads("object_heads")
    people = any(counts_people(word) or word in PEOPLE for word in between)
    return not people and (trigger.form.entry.word == BOMBARD or not land.isdisjoint(between))


def is_beyond_clause(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether a clause of its own with «و» begins before a name (تنديدا بالضربات، ورددوا هتافات مناهضة لها)."""
    joined = (i for i in range(trigger.last + 1, party.start) if scene.text.folded[i].startswith("و"))
    return any(breaks(scene.text, i - 1, i) for i in joined)


def is_imperfect_at(scene: Scene, i: int) -> bool:
    """Tell whether a verb in the imperfect stands at a place."""
    return i < len(scene.text.folded) and is_imperfect(scene.text.folded[i])


def fallen(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return whose soldiers fell in an attack (قتل أربعة جنود أوكرانيين في معارك)."""
    if trigger.form.entry.type != "ASSAULT":
        return None
    near = (p for p in before if p.demonym and p.under is None and breaks(scene.text, p.last, trigger.first) <= 1)
    soldiers = next((p for p in near if not FALLEN.isdisjoint(scene.text.folded[max(0, p.start - 2) : p.start])), None)
    return soldiers or fallen_members(scene, trigger, before)


def fallen_members(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return the body whose members fell in an attack (لقي ثلاثة من عناصر الحركة مصرعهم في غارة)."""
    text, known = scene.text.folded, scene.known
    fell = (p for p in before if 0 < p.start < p.first and text[p.start - 1].removeprefix("و") in FELL)
    free = (p for p in fell if p.under is None and not p.demonym and p.use == "actor")
    bodies = (p for p in free if p.actor_id not in known.people and p.actor_id not in known.states)
    return next((p for p in bodies if not breaks(scene.text, p.last, trigger.first)), None)


def is_of_fight(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether a name is whom a fight behind an agreement meets (وافقت على شن غارات على داعش)."""
    if trigger.form.entry.type not in ("AGREE", "SUPPORT", "COOPERATE") or party.under not in ("على", "إلى", "ضد"):
        return False
    between = range(trigger.last + 1, party.start)
    return any(scene.text.folded[i].removeprefix(ARTICLE) in words("fight") for i in between)
