"""Whom a noun's act belongs to: the genitive, the adjective, the pronoun or «ل» behind it."""

import re
from bisect import bisect_left

from analysis.arabic.finite import is_imperfect
from analysis.arabic.numbers import is_number
from analysis.arabic.phrases import ARTICLE, follows, word_before
from analysis.events.antecedents import antecedent, is_of_thing
from analysis.events.noun_phrases import clitic_of, preposition_at
from analysis.events.own_bodies import owned as bodies
from analysis.events.parties import Party, Scene, breaks, counts_people, heads, same
from analysis.events.possessors import (
    belonging,
    is_apart,
    is_given_to,
    is_gone_on_with,
    is_handed,
    is_hit,
    is_indefinite_object,
    is_led_on,
    is_meant,
    is_met_by,
    is_of_goal,
    is_of_its_own,
    is_over_matter,
    strikes,
    withdraws,
)
from analysis.events.receivers import is_befallen, met, of_host
from analysis.events.repulsed import is_of_attack
from analysis.events.said import says
from analysis.events.sets import words
from analysis.events.triggers import Trigger
from analysis.events.types import FORCED, PLACED
from analysis.events.unknown_doers import is_of_unlisted

AIMING = ("ضد", "علي", "مع", "جانب", "عن", "بحق")  # last words of a phrase behind which its target stands
SERIES = re.compile("ات(?:ه|ها|هم|هما|نا)$")
TAKES, DRIVEN = words("taking"), {"طرد", "دحر"}  # of the latter «طرده» is he who goes


def owned(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party], speaker: Party | None):
    """Return source, target and rule by the noun in the genitive, the adjective, or the pronoun on the trigger."""
    owner, rule = (None, "") if says(trigger) else owner_of(scene, trigger, before, after, speaker)
    if owner and rule == "genitive" and is_seat(scene, trigger, owner):
        return None, None, "seat of the talks"
    aimed = owner and rule == "genitive" and is_aimed_at(scene, trigger, owner)  # «الوقوف إلى جانب سوريا»
    if owner and (aimed or (rule == "adjective" and (is_of_another(scene, trigger, owner) or is_of_goal(trigger)))):
        return None, owner, f"{rule}: target"  # «دعوى ضد ميانمار»، «قتل شرطيين تركيين»
    if owner is None or rule == "adjective":
        return owner, None, rule
    if rule == "pronoun" and trigger.form.entry.word in TAKES - DRIVEN and "direct" in trigger.form.entry.object:
        return None, None, "pronoun: of a place"  # «تحريرها من داعش»
    if trigger.form.entry.word == "حرب" and rule == "genitive" and not is_waged(scene, owner):
        return None, owner, f"{rule}: where the war is"
    if trigger.form.entry.subject == "target":
        return of_host(scene, trigger, after, owner, rule)
    if rule == "genitive":
        acted_upon = is_target(scene, trigger, owner, before)
    else:
        acts = rule == "pronoun" and (takes_object(scene, trigger, after) or is_series_of(scene, trigger))
        acted_upon = trigger.form.entry.genitive == "target" and not acts
    if acted_upon or (owner.use == "place" and trigger.form.entry.type in PLACED):
        return None, owner, f"{rule}: target"
    object_ = object_behind(scene, trigger, owner) if rule == "genitive" else object_of(scene, trigger, owner, after)
    return owner, object_, f"{rule}: source"


def is_aimed_at(scene: Scene, trigger: Trigger, owner: Party) -> bool:
    """Tell whether a phrase ends in the preposition over a name, or holds both (يتمنون من، التوجه إلى مجلس الأمن)."""
    if trigger.form.tense != "phrase":
        return False
    if trigger.form.entry.type == "SANCTION" and "علي" in trigger.form.rest[:-1] and owner.first > trigger.last:
        return True  # «فرضت الهند قيودا على واردات باكستان»
    if owner.first <= trigger.last:
        return owner.start > trigger.first and owner.under in ("إلى", "على", "ضد", "مع")
    verb = scene.text.folded[trigger.first]
    asks = trigger.form.entry.type == "REQUEST" and is_imperfect("ت" + verb[1:] if verb[0] in "ان" else verb)
    return bool(trigger.form.rest) and (trigger.form.rest[-1] in AIMING or (asks and trigger.form.rest[-1] == "من"))


def is_of_another(scene: Scene, trigger: Trigger, owner: Party) -> bool:
    """Tell whether a demonym belongs not to an act but to the noun between, which is acted upon (تدريب ضباط يمنيين)."""
    kind, apart = trigger.form.entry.genitive, owner.first - trigger.last == 2
    if apart and word_before(scene.text, owner.first) in words("strikes") and strikes(scene, owner):
        return False  # «استهداف مسيرة إسرائيلية سيارة»
    if apart and is_of_attack(scene, trigger, owner):
        return True  # «إدانة الهجوم الإسرائيلي»، «صد هجوم روسي»
    if not apart and is_befallen(scene, trigger, owner):
        return True
    if kind == "either" and apart and trigger.form.tense != "phrase":
        return word_before(scene.text, owner.first) in words("soldier") | words("civilian") | heads("object_heads")
    return kind == "target" and (trigger.form.tense == "phrase" or owner.first - trigger.last > 1)


def is_target(scene: Scene, trigger: Trigger, owner: Party, before: list[Party]) -> bool:
    """Tell whether the genitive behind a noun names whom it is done to: no object stands behind it."""
    kind = trigger.form.entry.genitive
    if trigger.form.entry.word in words("done_to_places") and owner.actor_id in scene.known.people:
        return False  # «اقتحام بن غفير المسجد الأقصى»
    if trigger.form.entry.word in ("سلم", "باع") and is_handed(scene, owner):
        return True
    if is_met_by(scene, trigger, owner, before) or is_given_to(scene, trigger, owner):
        return True
    if kind == "either" and word_before(scene.text, trigger.first) in words("needing"):
        return not withdraws(scene, trigger, owner, before)  # «يجب دعم أوكرانيا»
    counted = owner.demonym and is_number(scene.text.folded[trigger.last + 1])  # «إدراج 16 كيانا صينيا»
    if (kind == "target" and counted) or (kind != "source" and is_of_thing(scene, owner)):
        return True  # «قصف أهداف للحزب»
    if trigger.form.entry.type == "REJECT" and word_before(scene.text, owner.first) in words("matter"):
        return True  # «رفض مبادرة فرنسا»
    seized = trigger.form.entry.type == "COERCE"  # «مداهمة منزل الزعيم»
    seized = seized and (owner.actor_id in scene.known.people or is_of_thing(scene, owner))
    able = kind == "target" or seized or (kind == "either" and is_acted_upon(scene, trigger, owner, before))
    able = able or is_gone_on_with(scene, trigger, owner, before)
    acts = has_object(scene, owner) or object_behind(scene, trigger, owner) is not None
    acts = acts or is_led_on(scene, trigger, owner) or is_of_its_own(scene, trigger, owner)
    return able and not acts


def is_seat(scene: Scene, trigger: Trigger, owner: Party) -> bool:
    """Tell whether a city behind talks or an accord is only where they were held (محادثات فيينا، اتفاق فيينا)."""
    if trigger.form.entry.type == "AGREE":  # «اتفاق بغداد وأربيل» is one of two
        joined = (party.joined and party.start - owner.last <= 2 for party in scene.parties if party.first > owner.last)
        met = trigger.form.entry.genitive == "target"  # «تطمين إقليم كردستان»
        return owner.use == "place" and not (met or any(joined))
    talks = trigger.form.entry.type == "CONSULT" and trigger.form.entry.mode != "visit"
    return talks and (owner.actor_id in scene.known.country or owner.use == "place")


def is_waged(scene: Scene, owner: Party) -> bool:
    """Tell whether «على» or «ضد» behind the genitive makes it the one who wages a war (حرب روسيا على أوكرانيا)."""
    if owner.demonym or owner.use == "place":
        return owner.demonym
    behind = range(owner.last + 1, min(owner.last + 4, len(scene.text.folded)))
    led = (i for i in behind if scene.text.folded[i] in ("علي", "ضد", "مع"))
    return any(follows(scene.text, i - 1) and not breaks(scene.text, owner.last, i) for i in led)


def has_object(scene: Scene, owner: Party) -> bool:
    """Tell whether an object stands behind the genitive, which so acts (قتل الجيش فتى، استهداف الاحتلال للفتى)."""
    word, behind = (*scene.text.folded[owner.last + 1 : owner.last + 3], "", "")[:2]
    with_settlers = word[:1] == "و" and word[1:] in words("civilian")  # «اقتحام الجيش ومستوطنين باحات المسجد»
    word = behind if with_settlers else word
    things, bare = heads("object_heads") | heads("land_heads"), owner.start == owner.last  # «اقتحام طالبان القصر»
    counted = counts_people(word) and behind not in words("counted_time")  # «حبس الناشط فلان 15 يوما»
    object_ = word.startswith("لل") or counted or word.endswith("تين") or is_indefinite_object(word)
    object_ = object_ or word in words("begins_object")
    object_ = object_ or (word in things and (bare or not word.startswith(ARTICLE)))
    return (object_ or is_hit(word)) and owner.use == "actor" and follows(scene.text, owner.last)


def is_series_of(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a plural with a pronoun names attacks that the one meant has made (كثف التنظيم تفجيراته)."""
    return trigger.form.entry.type == "ASSAULT" and bool(SERIES.search(scene.text.folded[trigger.last]))


def object_behind(scene: Scene, trigger: Trigger, owner: Party) -> Party | None:
    """Return the free name beside a body in the genitive, or one behind «ل», whom it so acts upon.

    «اعتقال السلطات راشد الغنوشي», «إقالة بوتين لوزير دفاعه».
    """
    if owner.demonym or owner.use == "place" or not follows(scene.text, owner.last):
        return None
    beside = [p for p in scene.parties if p.start == owner.last + 1 and not p.joined]
    hit, led = trigger.form.entry.type == "ASSAULT", trigger.form.entry.type in FORCED
    met = next((p for p in beside if led and p.under == "ل" and (p.use == "actor" or hit)), None)
    if met or owner.actor_id in scene.known.people:
        return met
    free = (p for p in beside if p.under is None and not p.demonym)
    return next((p for p in free if p.use == "actor" or hit), None)  # «استهداف إسرائيل الضاحية الجنوبية»


def object_of(scene: Scene, trigger: Trigger, owner: Party, after: list[Party]) -> Party | None:
    """Return the free name beside a noun with the pronoun of who acts, its object (تفهمه قلق الرياض، دعمها الأسد)."""
    if "direct" not in trigger.form.entry.object or not trigger.form.pronoun:
        return None
    led = trigger.form.entry.type in FORCED  # «اختطافهم للسفير الأردني»
    first = trigger.last + 1
    first += first < len(scene.text.folded) and scene.text.folded[first] in words("between")  # «لقائه اليوم الوزير»
    beside = [p for p in after if p.start == first and not (p.joined or same(p, owner))]
    beside = [p for p in beside if p.under is None or (led and p.under == "ل")]
    if beside and beside[0].under:
        return beside[0]
    met = trigger.form.entry.type == "CONSULT"  # «لقائه المستشار الألماني فريدريش ميرتس»
    able = (p for p in beside if p.first == p.start or met or scene.text.folded[p.start] in words("stand_of"))
    return next((p for p in able if p.use == "actor"), None)


def takes_object(scene: Scene, trigger: Trigger, after: list[Party]) -> bool:
    """Tell whether an object stands behind a noun with its pronoun, who so acts (اقتحامها مدينة جنين)."""
    beside = trigger.last + 1
    if not follows(scene.text, trigger.last):
        return False
    led = (None, "ل") if trigger.form.entry.type in FORCED else (None,)
    word, counted = scene.text.folded[beside], scene.text.folded[beside + 1 : beside + 2]
    men = is_number(word) and word[0] != "و" and words("counted_time").isdisjoint(counted)  # «إعدامها 81 شخصا»
    return men or word in heads("object_heads") or any(p.start == beside and p.under in led for p in after)


def owner_of(scene: Scene, trigger: Trigger, before: list[Party], after: list[Party], speaker: Party | None):
    """Return the party bound to a noun and how: genitive, pronoun, adjective, or «ل»."""
    after = [party for party in after if not is_over_matter(scene, party, trigger)]
    a = bisect_left(scene.parties, (trigger.first + 1,))
    within = iter(scene.parties[a : bisect_left(scene.parties, (trigger.last + 1,), a)])  # عدم وجود [قوات أميركية]
    genitive = next(within, None) or next((party for party in after if is_genitive(scene, party, trigger)), None)
    genitive = None if trigger.form.entry.word in words("ship") else genitive  # «حاملة الطائرات جيرالد فورد»
    own = trigger.form.entry.genitive != "target" or trigger.form.entry.type == "RETREAT"
    if genitive and own and scene.text.folded[genitive.first] in bodies():
        return None, "its own forces"  # «أعلنت فرنسا سحب قواتها»: France does it
    if genitive:
        return genitive, "genitive"
    if trigger.form.pronoun or is_of_somebody(scene, trigger):
        unlisted = is_of_unlisted(scene, trigger)
        return None if unlisted else antecedent(scene, trigger, before) or speaker, "pronoun"
    beside = adjective(scene, trigger, after)
    if beside and trigger.form.rest[-1:] != ("عن",):  # «الكف عن انتهاك الأجواء اللبنانية»
        return beside, "adjective"
    if trigger.form.entry.genitive == "target":
        return met(scene, trigger, after), "genitive"
    return belonging(scene, trigger, after), "owner"


def is_of_somebody(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the first word of a phrase bears the pronoun of whom it is done to (اعتقاله الإداري)."""
    if trigger.form.tense != "phrase" or trigger.form.entry.genitive != "target":
        return False
    return scene.text.text[scene.text.ends[trigger.first] - 1] == "\N{ARABIC LETTER HEH}"


def is_acted_upon(scene: Scene, trigger: Trigger, owner: Party, before: list[Party]) -> bool:
    """Tell whether the genitive names whom it is done to, another being subject (أكدت واشنطن دعم العراق)."""
    if owner.use == "place" or is_meant(scene, trigger):
        return True
    if withdraws(scene, trigger, owner, before):
        return False
    subject = next((party for party in before if party.under is None and party.use == "actor"), None)
    own = subject is not None and scene.known.home.get(subject.actor_id) == owner.actor_id  # «أكد الوزير دعم واشنطن»
    return trigger.form.entry.type != "CONSULT" and subject is not None and not (own or same(subject, owner))


def is_genitive(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name's noun phrase follows a noun in the genitive (استهداف مواقع الحشد، زيارة وزير الدفاع)."""
    if party.under is not None or trigger.form.pronoun or party.joined or party.start - trigger.last > 1:
        return False
    steps = range(trigger.last, party.first)
    titled = party.start < party.first and not party.demonym  # «تهديدات الرئيس الكيني، ويليام روتو، بقطع …»
    joined = all(follows(scene.text, i) for i in (steps[:-1] if titled else steps))
    helped = party.demonym and not words("with_help").isdisjoint(scene.text.folded[trigger.last + 1 : party.first])
    if not joined or helped or (party.demonym and is_beside(scene, party, trigger)) or is_apart(scene, party, trigger):
        return False
    return not any(i in scene.verbs for i in steps if i > trigger.last)


def is_beside(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a demonym belongs to the noun itself and not to one in the genitive (دعم الخطة المغربية)."""
    if party.first - trigger.last == 1:
        return True
    definite = scene.text.folded[trigger.first][trigger.cut :].startswith(ARTICLE) or trigger.form.tense == "phrase"
    owned = not definite and scene.text.folded[trigger.last + 1].startswith(ARTICLE)
    return party.first - trigger.last == 2 and not owned


def adjective(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return the state whose demonym stands beside a noun (الغزو الأميركي، الهجمات الصاروخية الإيرانية)."""
    near = (p for p in after if p.demonym and 0 < p.first - trigger.last <= 3 and p.under is None)
    beside = next((p for p in near if all(follows(scene.text, i) for i in range(trigger.last, p.first))), None)
    between = scene.text.folded[trigger.last + 1 : beside.first] if beside else []
    led = any(clitic_of(word) in ("ب", "ل") or preposition_at(word) for word in between)  # «عقوبات على مسؤولين روس»
    return None if led or trigger.form.rest[-1:] == ("علي",) or not words("with_help").isdisjoint(between) else beside
