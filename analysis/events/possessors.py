"""Possessors: the name that «ل» joins to a noun, whose act it is; and what a genitive is to a noun of its own kind."""

from functools import cache

from analysis.arabic import numbers
from analysis.arabic.phrases import ARTICLE, follows, word_before
from analysis.events.bygone import is_fallen_in
from analysis.events.carried import is_known
from analysis.events.doubles import REPULSING
from analysis.events.noun_phrases import clitic_of, preposition_at
from analysis.events.options import stripped
from analysis.events.parties import Party, Scene, bounds, breaks, counts_people, heads, nation, same
from analysis.events.sets import words
from analysis.events.triggers import Trigger
from analysis.events.types import FORCED

LED_ON = ("عن", "على", "ضد")  # prepositions over whom an act is done to, behind who does it
AIMED_WITHIN = 4  # words from who attacks to «على» at most
KILLED_WITHIN = 9  # words from the dead to whose operation killed them at most
DEATHS = words("death")
FALLEN = ("قتيل", "مقتول", "شهيد", "جريح")  # before a name, which is his («الشهيد محمد الدرة»)
OPERATIONS = words("operation")
BELONGS = ("تابع", "تابعه", "تابعتين", "تابعان", "مملوكه", "مملوك")  # «قوافل إغاثة تابعة للأمم المتحدة»
GIVING = ("منح", "أعطى", "أقرض", "أهدى", "وهب")
OWNED = ("هم", "ها", "نا")  # pronouns on what belongs to people who are hit
HITTING = ("استهدف", "تستهدف", "يستهدف", "طال", "اصاب")


@cache
def is_hit(word: str) -> bool:
    """Tell whether «ل» leads in people, a place or what belongs to somebody (قصف الجيش لمواقع، اقتحامها لباحات)."""
    nouns = words("person") | words("civilian") | words("military") | words("property")
    nouns |= heads("object_heads") | heads("land_heads")
    bare = next((word[1:].removesuffix(end) for end in OWNED if word.endswith(end)), word[1:])  # «لمنازلهم»
    return clitic_of(word) == "ل" and (bare in nouns or counts_people(word[1:]))


@cache
def is_indefinite_object(word: str) -> bool:
    """Tell whether a word without the article means people or arms that are hit (قتل الجيش مدنيين، إسقاطها طائرة)."""
    nouns = words("civilian") | words("person") | words("soldier") | words("military") | words("vessel")
    return word in nouns or any(word.endswith(end) and word.removesuffix(end) in nouns for end in ("ين", "ا"))


def belonging(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the name that «ل» joins to a noun as its owner (الزيارة الأخيرة للكاظمي)."""
    taken = "ل" in trigger.form.entry.object and trigger.form.entry.type != "CONSULT"
    taken = taken or is_voiced_in_many(scene, trigger)
    close = [
        p
        for p in after
        if p.start - trigger.last <= 3 and p.use == "actor" and not breaks(scene.text, trigger.last, p.start)
    ]
    fallen = taken and is_fallen_in(scene, trigger)  # «مقتل مدنيين بقصف للجيش»
    close = [p for p in close if not any(map(preposition_at, scene.text.folded[trigger.last + 1 : p.start]))]
    led = (p for p in close if p.under == "ل" and (not taken or is_own(scene, p) or (fallen and not p.demonym)))
    return next((party for party in led if not is_reached(scene, trigger, party)), None)


def is_voiced_in_many(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether blame or demands stand in the plural without the article, so that «ل» names whom they meet."""
    word = scene.text.folded[trigger.last]
    return trigger.form.entry.type in ("ACCUSE", "REQUEST") and word.endswith("ات") and not word.startswith(ARTICLE)


def voiced_at(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return whom blame or demands in the plural meet, under «ل» (إدانات دولية لإيران)."""
    if not is_voiced_in_many(scene, trigger):
        return None
    near = (p for p in after if p.under == "ل" and p.start - trigger.last <= AIMED_WITHIN - 1)
    return next((p for p in near if not breaks(scene.text, trigger.last, p.start)), None)


def of_the_dead(scene: Scene, trigger: Trigger, after: list[Party]):
    """Return source, target and rule of deaths in somebody's operation (مقتل مسلحين في عملية لقوات الأمن)."""
    if trigger.form.entry.word not in DEATHS or trigger.form.tense != "noun":
        return None
    near = (p for p in after if p.under == "ل" and p.start - trigger.last <= KILLED_WITHIN)
    led = (p for p in near if not OPERATIONS.isdisjoint(stripped(word_before(scene.text, p.start))))
    killer = next((p for p in led if not breaks(scene.text, trigger.last, p.start)), None)
    return (killer, None, "whose operation killed") if killer else None


def is_own(scene: Scene, party: Party) -> bool:
    """Tell whether «ل» means whose an act or a thing is: it attacks on, or the thing is told to belong to it."""
    return is_aiming(scene, party) or word_before(scene.text, party.start).removeprefix(ARTICLE) in BELONGS


def is_aiming(scene: Scene, party: Party) -> bool:
    """Tell whether «على» behind a name under «ل» leads in whom it attacks (قصف للجيش على أحياء المدينة)."""
    behind = scene.text.folded[party.last + 1 : party.last + 1 + AIMED_WITHIN]
    return "علي" in behind and not breaks(scene.text, party.last, party.last + 1 + behind.index("علي"))


def is_reached(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether a preposition between a noun and «ل» makes the name its target (غارات على مواقع للحوثيين)."""
    if any(word.startswith(HITTING) for word in scene.text.folded[trigger.last + 1 : party.start]):
        return True  # «غارات استهدفت تعزيزات للحركة»
    if scene.text.folded[party.start][1:] in heads("object_heads"):
        return True  # «ضربة جوية لمواقع التنظيم»
    between = scene.text.folded[trigger.last + 1 : party.start]
    if between and trigger.form.entry.word in REPULSING:
        return True  # «صد هجوم لقوات الدعم السريع»
    if between[-1:] in (["بها"], ["به"]):
        return True  # «زيارة رسمية قام بها لفرنسا»
    definite = scene.text.folded[trigger.first][trigger.cut :].startswith(ARTICLE)
    if definite and between and not between[-1].startswith(ARTICLE) and not preposition_at(between[-1]):
        return True  # «استهدفت الغارات اجتماعا لمسلحي طالبان»
    return any(preposition_at(word) in trigger.form.entry.object for word in between)


def is_gone_on_with(scene: Scene, trigger: Trigger, owner: Party, before: list[Party]) -> bool:
    """Tell whether another goes on with an act, whose genitive so is no doer (جدد ترامب تهديد إيران)."""
    doer = next((p for p in before if p.under is None and p.use == "actor" and not same(p, owner)), None)
    if doer is None or "direct" not in trigger.form.entry.object or trigger.cut:
        return False
    verb = trigger.first - 1 if doer.last < trigger.first - 1 else doer.start - 1
    return doer.last >= trigger.first - 2 and scene.text.folded[verb] in words("goes_on_with")


def withdraws(scene: Scene, trigger: Trigger, owner: Party, before: list[Party]) -> bool:
    """Tell whether forces are those that leave, another state asking (طالبت دمشق بسحب القوات التركية)."""
    force = scene.text.folded[owner.start].removeprefix(ARTICLE) in words("leaving")
    subject = next((p for p in before if p.under is None and p.use == "actor"), None)
    own = subject is not None and nation(scene, subject) == nation(scene, owner)  # «أعلن بايدن سحب القوات الأميركية»
    return force and not own and trigger.form.entry.mode == "withdraw"


def strikes(scene: Scene, owner: Party) -> bool:
    """Tell whether a noun stands behind the adjective of a weapon, which so is what it strikes."""
    word = scene.text.folded[owner.last + 1] if follows(scene.text, owner.last) else ""
    return bool(word) and not (preposition_at(word) or clitic_of(word) is not None or word in words("between"))


def is_handed(scene: Scene, owner: Party) -> bool:
    """Tell whether arms or what is counted is handed to a name, as no «ل» or «إلى» follows (تسليم كييف 24 مقاتلة)."""
    first, (_, b) = owner.last + 1, bounds(scene.text, owner.last)
    word = scene.text.folded[first] if follows(scene.text, owner.last) else ""
    counted = numbers.is_number(word) or word in words("military") or word in words("goods")
    behind = (p for p in scene.parties if owner.last < p.first <= b)
    return counted and not any(p.under in ("ل", "إلى") for p in behind)


def is_of_its_own(scene: Scene, trigger: Trigger, owner: Party) -> bool:
    """Tell whether what belongs to the name itself is closed, sent or called back (إغلاق تركيا مجالها الجوي)."""
    if trigger.form.entry.type not in ("SANCTION", "RETREAT", "MOBILIZE") or not follows(scene.text, owner.last):
        return False
    word = scene.text.folded[owner.last + 1]
    return word.endswith("ها") and len(word) > 4 and clitic_of(word) is None


def is_led_on(scene: Scene, trigger: Trigger, owner: Party) -> bool:
    """Tell whether a name under a preposition follows the genitive, which so acts (إطاحة الجيش بمرسي)."""
    beside = scene.text.folded[owner.last + 1 : owner.last + 3] if follows(scene.text, owner.last) else []
    if {"direct", "على"} <= set(trigger.form.entry.object) and trigger.form.entry.mode == "restrict":
        return False  # «إجبار موسكو على وقف الحرب»
    if preposition_at(beside[0] if beside else "") in LED_ON and len(beside) == 2 and beside[1] not in words("on_time"):
        return preposition_at(beside[0]) in trigger.form.entry.object  # «إفراج السلطات عن صحفي»
    behind = (p for p in scene.parties if p.start == owner.last + 1 and follows(scene.text, owner.last))
    able = owner.actor_id not in scene.known.people and owner.use == "actor"
    given = able or trigger.form.entry.type in ("AID", "SUPPORT")
    by = "ب" in trigger.form.entry.object  # but «تزويد كييف بالدبابات الأميركية» is done to it
    led = (p for p in behind if (p.under == "ب" and by and not p.demonym) or (p.under == "ل" and given))
    return any(scene.text.folded[p.start] not in words("to_fight") for p in led)


def is_of_goal(trigger: Trigger) -> bool:
    """Tell whether a phrase ends in a noun under a preposition, which a demonym behind it tells of."""
    led = trigger.form.rest[:-1]
    return trigger.form.tense == "phrase" and any(preposition_at(word) for word in led)


def is_apart(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether the article keeps a noun from the name right behind it (أعلن الحظر وزير الداخلية)."""
    definite = trigger.form.tense == "noun" and is_known(scene, trigger) and trigger.form.entry.word not in FALLEN
    return definite and party.start == trigger.last + 1 and not party.demonym


def is_over_matter(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether talks are over a matter that bears a state's demonym (بحث القضية الفلسطينية)."""
    if trigger.form.entry.type != "CONSULT" or not party.demonym:
        return False
    between = scene.text.folded[trigger.last + 1 : party.first]
    return any(word.removeprefix(ARTICLE) in words("matter") for word in between)


def is_met_by(scene: Scene, trigger: Trigger, owner: Party, before: list[Party]) -> bool:
    """Tell whether somebody named before means to meet the genitive of «لقاء» (قرر ترامب لقاء بوتين، يأمل في لقاء)."""
    if trigger.form.entry.word != "التقى" or trigger.form.tense != "noun" or trigger.form.pronoun or owner.demonym:
        return False
    if word_before(scene.text, trigger.first) in words("saying"):
        return False  # «أوضح الجبير أن لقاء الأمير …»
    able = (p for p in before if p.under is None and p.use == "actor" and not (p.demonym or same(p, owner)))
    subject = next(able, None)
    return subject is not None and not breaks(scene.text, subject.last, trigger.first)


def is_given_to(scene: Scene, trigger: Trigger, owner: Party) -> bool:
    """Tell whether something is given to the genitive of «منح», with «ل» nowhere behind it (منح الأردن قرضا)."""
    if trigger.form.entry.word not in GIVING or trigger.form.tense != "noun" or not follows(scene.text, owner.last):
        return False
    behind = scene.text.folded[owner.last + 1]
    beside = any(p.start == owner.last + 1 for p in scene.parties)  # «منح السعودية لبنان هبة»
    return not beside and not behind.startswith(("ل", ARTICLE)) and preposition_at(behind) is None


def of_jailer(scene: Scene, trigger: Trigger):
    """Return source, target and rule of what is done to somebody in a prison (التعذيب في سجون النظام السوري)."""
    if trigger.form.entry.type not in FORCED:
        return None
    near = (p for p in scene.parties if 0 < p.start - trigger.last <= AIMED_WITHIN)
    owned = (p for p in near if p.start < p.first and scene.text.folded[p.start] in words("prison_of"))
    jailer = next((p for p in owned if not breaks(scene.text, trigger.last, p.start)), None)
    return (jailer, None, "in whose prison") if jailer else None


def is_meant(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether somebody is ready to do an act (استعداد بلاده لدعم لبنان، عزم بلاده على دعم لبنان)."""
    led = clitic_of(scene.text.folded[trigger.first]) == "ل" or word_before(scene.text, trigger.first) == "علي"
    return led and not words("ready").isdisjoint(scene.text.folded[max(0, trigger.first - 4) : trigger.first])
