"""Whom the words of a sentence name as acted upon, whether a verb or a noun tells the act."""

from analysis.arabic.phrases import ARTICLE, follows, word_before
from analysis.events.aims import is_of_fight, of_land, ousted, threatened_land
from analysis.events.asking import asked
from analysis.events.bygone import TIMES
from analysis.events.clauses import LED
from analysis.events.easing import eased
from analysis.events.noun_phrases import clitic_of, preposition_at
from analysis.events.options import stripped
from analysis.events.other_side import is_hurt, is_taken, is_unlisted, may_be_target
from analysis.events.parties import FAR, Party, Scene, around, breaks, counts_people, heads, nation, near, same
from analysis.events.proposed import proposed_by, whose_plan, whose_property
from analysis.events.protests import embassy_at, protested
from analysis.events.receivers import met_far
from analysis.events.repulsed import whose_attack
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger
from analysis.events.types import ARMED, FORCED, HIT, IMPOSED
from analysis.events.unlisted import is_man_of_a_state
from analysis.events.verdicts import convicted, imprisoned, named_among, named_dead

LEADS = ("إلى", "على", "عن")
BEYOND = TIMES | LED | {"فيما", "بينما"}  # what may lead in another act or a clause of its own
BETWEEN = words("between")
COUNTERPARTS = words("counterpart")
SEEN = 8  # words from a visit to the place of what is seen at most
GENITIVES = 3  # nouns between a preposition and a name at most
PURPOSE = 18  # words from an act to whom it is to fight at most
ASKED = ("REQUEST", "ACCUSE")  # types of acts whose object is somebody


def worded(
    scene: Scene, trigger: Trigger, before: list[Party], after: list[Party], source: Party | None
) -> Party | None:
    """Return who is asked, protested against, hit or convicted by words of their own (على إيران أن، بينهم فلان)."""
    return (
        ousted(scene, trigger, after)
        or whose_attack(scene, trigger, after)
        or threatened_land(scene, trigger, after)
        or launched_by(scene, trigger, after)
        or proposed_by(scene, trigger, after)
        or eased(scene, trigger, before, after)
        or penalised(scene, trigger, after)
        or posted(scene, trigger, after)
        or asked(scene, trigger, source)
        or protested(scene, trigger, after)
        or embassy_at(scene, trigger, after)
        or named_among(scene, trigger, after)
        or convicted(scene, trigger, before)
        or imprisoned(scene, trigger, after)
        or named_dead(scene, trigger, before)
        or met_far(scene, trigger, after, source)
    )


def launched_by(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return who launched what is shot down or held up (اعترضت الدفاعات صاروخا أطلقته الجماعة)."""
    if trigger.form.entry.type not in FORCED or trigger.form.entry.word.startswith(("سقط", "سقوط")):
        return None  # «سقوط صواريخ أطلقها الحزب»: he acts
    text = scene.text.folded
    near = (p for p in after if p.under is None and p.first - trigger.last <= PURPOSE and p.use == "actor")
    led = (p for p in near if text[p.start - 1] in words("launched_it") and p.start - 1 > trigger.last)
    led = (p for p in led if clitic_of(text[p.start - 2]) != "ب")  # «قصفت المدينة بصواريخ أطلقتها طائراتها»
    return next((p for p in led if breaks(scene.text, trigger.last, p.start) == 0), None)


def posted(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return in whose land the envoy serves who is called home (تستدعي سفيرها في أبوظبي، استدعت فلانا سفيرها لدى)."""
    if trigger.form.entry.type != "SANCTION" or trigger.form.entry.mode != "withdraw":
        return None
    near = (p for p in after if p.under in ("في", "لدى") and p.start - trigger.last <= PURPOSE)
    return next((p for p in near if word_before(scene.text, p.start - 1) in words("own_envoy")), None)


def penalised(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return whose people or firms a penalty hits (عقوبات على شركات وأفراد مرتبطين بالحرس الثوري)."""
    if trigger.form.entry.type != "SANCTION":
        return None
    near = (p for p in after if p.first - trigger.last <= PURPOSE and p.use == "actor" and not p.demonym)
    linked = (p for p in near if p.first - 1 > trigger.last and word_before(scene.text, p.first) in words("linked"))
    return next((p for p in linked if not breaks(scene.text, trigger.last, p.first)), None)


def is_beyond_counted(scene: Scene, trigger: Trigger, target: Party) -> bool:
    """Tell whether an act is done to people who are counted, and to nobody named behind (اعتقال 150 محتجا طالبوا …)."""
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 2]
    if trigger.form.entry.type not in HIT or target.first < trigger.last or not (behind and counts_people(behind[0])):
        return False
    return target.under in ("عن", "ل", "ب") or any(trigger.last < i < target.first for i in scene.verbs)


def left(scene: Scene, trigger: Trigger, source: Party | None, target: Party | None) -> Party | None:
    """Return whom an act meets: of one's own forces that are withdrawn the land left (سحب القوات من أفغانستان)."""
    own = trigger.form.entry.type == "RETREAT" and source and target and target.first > trigger.last
    own = own and trigger.form.entry.mode != "release"  # «أفرجت السلطات المصرية عن علاء عبد الفتاح»
    home = scene.known.nation
    if not own or home.get(source.actor_id) != home.get(target.actor_id) or source.actor_id == target.actor_id:
        return target
    return next((p for p in around(scene, trigger)[1] if p.under == "من" and p.first > target.last), None)


def first_target(scene: Scene, trigger: Trigger, after: list[Party], subject: Party | None) -> Party | None:
    """Return the first name behind a verb under one of the prepositions of its entry, in their order."""
    asks = trigger.form.entry.type == "REQUEST" and "من" in trigger.form.entry.object  # not: «دعا إلى الانسحاب من»
    if asks and subject is not None and is_taken(scene, trigger):
        return None  # «طلبت كينيا من سائقي الشاحنات تفادي السفر إلى أوغندا»
    if asks_others(scene, trigger, subject):
        return None
    reached = within_reach(scene, trigger, after, subject)
    behind = subject.last if subject and subject.first > trigger.last else trigger.last
    bordered = trigger.form.entry.type not in ("REQUEST", "ASSAULT")
    met = (p for p in reached if is_counterpart(scene, p, behind) or (bordered and is_bordered(scene, p)))
    met = next(met, None) or whose_plan(scene, trigger, reached, behind)
    met = met or whose_property(scene, trigger, reached, behind) or charged(scene, trigger, reached)
    met = met or (trigger.form.entry.word == "أغلق" and refused_with(scene, trigger, reached))
    if met:
        return met
    for preposition in trigger.form.entry.object:
        wanted = None if preposition == "direct" else preposition
        for party in reached:
            if party.under not in (wanted, "نظير"):
                continue
            led = wanted and not is_of_another_verb(scene, trigger, party) and not is_of_fight(scene, trigger, party)
            if led or (not wanted and not party.joined and is_object_near(scene, trigger, party, behind)):
                return party
    fallbacks = (refused_with, at_border, seen_in, promised_to, whose_thing, of_land)
    return next(filter(None, (fallback(scene, trigger, reached) for fallback in fallbacks)), None)


def within_reach(scene: Scene, trigger: Trigger, after: list[Party], subject: Party | None) -> list[Party]:
    """Return the parties behind a verb that it may act upon; an attack near a border is not on who lives beyond."""
    able = (p for p in near(scene, trigger, after) if not same(p, subject) and may_be_target(trigger, p))
    able = (p for p in able if not is_man_of_a_state(scene, trigger, p))  # «قتل سوداني جنديا»
    able = [p for p in able if not (is_aside(scene, trigger, p) or is_own(scene, trigger, p, subject))]
    attack = trigger.form.entry.type == "ASSAULT"  # «كمين قرب الحدود مع موريتانيا»
    return [p for p in able if not (attack and is_bordered(scene, p))]


def asks_others(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether people whom no list names stand behind a verb as whom it asks (دعا الرئيس حلفاءه إلى …)."""
    direct = trigger.form.entry.type == "REQUEST" and trigger.form.entry.object[:1] == ("direct",)
    if not direct or trigger.form.tense not in FINITE or subject is None:
        return False
    i = (subject.last if subject.first > trigger.last else trigger.last) + 1
    while i < len(scene.text.folded) and scene.text.folded[i] in BETWEEN:
        i += 1
    if i in scene.named or not is_unlisted(scene, i):
        return False
    texts = words("said_in") | words("legal_text")
    return not any(bare in texts for bare in stripped(scene.text.folded[i]))  # «ودعا البيان إيران إلى …»


def charged(scene: Scene, trigger: Trigger, reached: list[Party]) -> Party | None:
    """Return whom a charge with «ب» names far behind its verb (اتهمت الهيئة التي يقودها الوزير أمس روسيا بتزوير …)."""
    if trigger.form.entry.type != "ACCUSE" or not (
        "ب" in trigger.form.entry.object or trigger.form.entry.word == "حمل"
    ):
        return None
    free = (p for p in reached if p.under is None and not (p.joined or p.demonym) and p.use == "actor")
    behind = ((p, word) for p in free for word in scene.text.folded[p.last + 1 : p.last + 2])
    return next((p for p, word in behind if word in words("charged_with") or clitic_of(word) == "ب"), None)


def at_border(scene: Scene, trigger: Trigger, reached: list[Party]) -> Party | None:
    """Return on whose border troops are raised (حشدت قواتها على حدود أرمينيا)."""
    if trigger.form.entry.type != "MOBILIZE":
        return None
    on = (p for p in reached if p.under in ("على", "إلى", "في", None) and p.start < p.first)
    return next((p for p in on if not words("border").isdisjoint(scene.text.folded[p.start : p.start + 2])), None)


def promised_to(scene: Scene, trigger: Trigger, reached: list[Party]) -> Party | None:
    """Return whom somebody promises to help: the genitive behind «ب» (تعهد بدعم تونس)."""
    if trigger.form.entry.type != "AGREE" or "ب" not in trigger.form.entry.object:
        return None
    free = (p for p in reached if p.under is None and not p.joined and p.start - trigger.last <= SEEN)
    near = (p for p in free if any(clitic_of(w) == "ب" for w in scene.text.folded[max(0, p.start - 2) : p.start]))
    return next((p for p in near if not breaks(scene.text, trigger.last, p.start)), None)


def whose_thing(scene: Scene, trigger: Trigger, reached: list[Party]) -> Party | None:
    """Return whose house, base or the like is hit or shut, named by «ل» behind it (أغلقت المقر المركزي للحركة)."""
    if "direct" not in trigger.form.entry.object or trigger.form.entry.type not in IMPOSED:
        return None
    near = (p for p in reached if p.under == "ل" and p.start - trigger.last <= FAR)
    things = (p for p in near if not heads("object_heads").isdisjoint(scene.text.folded[max(0, p.start - 3) : p.start]))
    return next((p for p in things if not any(i in scene.verbs for i in range(trigger.last + 1, p.start))), None)


def seen_in(scene: Scene, trigger: Trigger, reached: list[Party]) -> Party | None:
    """Return the place that somebody visits where the clause names only what he sees there (زار قاعدة في قطر)."""
    talks = trigger.form.entry.type == "CONSULT" and trigger.form.tense in FINITE and not trigger.form.entry.mode
    visits = talks or (trigger.form.entry.mode == "visit" and "direct" in trigger.form.entry.object)
    near = (p for p in reached if visits and p.use == "place" and p.under == "في" and p.start - trigger.last <= SEEN)
    return next((p for p in near if not breaks(scene.text, trigger.last, p.start)), None)


def refused_with(scene: Scene, trigger: Trigger, reached: list[Party]) -> Party | None:
    """Return with whom somebody refuses to talk, or breaks what they have agreed on (رفض التفاوض مع، خرق الهدنة مع)."""
    if trigger.form.entry.type != "REJECT" and trigger.form.entry.word not in words("breaking"):
        return None
    near = (p for p in reached if p.under == "مع" and p.start - trigger.last <= FAR)
    return next((p for p in near if not is_of_another_verb(scene, trigger, p)), None)


def is_of_another_verb(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether a comma and another verb stand between a verb and a preposition, which so is the other's."""
    between = range(trigger.last + 1, party.start)
    return any(i in scene.verbs for i in between) and breaks(scene.text, trigger.last, party.start) > 0


def is_object_near(scene: Scene, trigger: Trigger, party: Party, behind: int) -> bool:
    """Tell whether no other verb stands between a verb and its object, nor many words but an aside in brackets."""
    if any(i in scene.verbs for i in range(trigger.last + 1, party.first)):
        return False
    between = scene.text.text[scene.text.ends[behind] : scene.text.starts[party.first]]
    aside = ")" in between or between.count("-") > 1
    if not (TIMES if aside else BEYOND).isdisjoint(scene.text.folded[behind + 1 : party.start]):
        return False  # «اعتقلت ناشطا بعد زيارة ماكرون»، «حذر من أن بلاده سترد»
    if trigger.form.entry.type == "REQUEST" and is_of_led(scene, behind, party):
        return False
    if trigger.form.entry.type in ("ACCUSE", "THREATEN") and is_hurt(scene, party):
        return False
    others = behind > trigger.last and is_unlisted(scene, behind + 1)  # «دعا عريقات المجتمع الدولي لإلزام إسرائيل بوقف»
    others = others and is_of_led(scene, behind, party)
    aside = aside or (trigger.form.entry.type in ASKED and not others and is_before_content(scene, party))
    thing = not heads("object_heads").isdisjoint(scene.text.folded[party.start : min(party.start + 2, party.first)])
    return party.start - behind <= (FAR if aside or thing else 6)  # «استهدفت … فجر أمس، ثلاثة مواقع لداعش»


def is_of_led(scene: Scene, behind: int, party: Party) -> bool:
    """Tell whether a name is in the genitive of nouns under a preposition, and so no object (دعا لوقف هجمات أميركا)."""
    text = scene.text.folded
    for noun in range(party.start - 1, max(behind, party.start - 1 - GENITIVES), -1):
        if text[noun] in words("said_in") or text[noun].startswith(ARTICLE) or not follows(scene.text, noun):
            return False
        led = preposition_at(text[noun - 1]) in LEADS if noun - 1 > behind else False
        if led or clitic_of(text[noun]) in ("ب", "ل"):
            return True
    return False


def is_before_content(scene: Scene, party: Party) -> bool:
    """Tell whether what somebody is asked to do, or blamed for, follows the name (طالب … الوزارة بتمكين أبنائهم)."""
    if not follows(scene.text, party.last):
        return False
    word = scene.text.folded[party.last + 1]
    return clitic_of(word) == "ب" or preposition_at(word) in ("إلى", "على")


def is_aside(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether a name stands in brackets that open behind a verb (لجان المقاومة (التنظيم الأم لألوية الناصر))."""
    between = scene.text.text[scene.text.ends[trigger.last] : scene.text.starts[party.first]]
    return between.count("(") > between.count(")") or is_partner(scene, party)


def is_partner(scene: Scene, party: Party) -> bool:
    """Tell whether a name is that of with whom something is done together (قصفت روسيا بالتنسيق مع دمشق مواقع)."""
    led = party.under == "مع" and word_before(scene.text, party.start) == "مع"
    return led and word_before(scene.text, party.start - 1) in words("together_with")


def is_own(scene: Scene, trigger: Trigger, party: Party, subject: Party | None) -> bool:
    """Tell whether a name means the forces that somebody raises himself, or the land that he deports from.

    «حشدت أذربيجان قواتها», «رحلت ليبيا مئات المهاجرين إلى بلادهم».
    """
    own = trigger.form.entry.type == "MOBILIZE" or (trigger.form.entry.type == "COERCE" and party.under == "إلى")
    return own and subject is not None and nation(scene, party) == nation(scene, subject)


def is_bordered(scene: Scene, party: Party) -> bool:
    """Tell whether a name follows «الحدود مع» (حشدت أذربيجان قوات على الحدود مع أرمينيا)."""
    before = scene.text.folded[max(0, party.start - 2) : party.start]
    return party.under == "مع" and before[-1:] == ["مع"] and before[0] in words("border")


def is_counterpart(scene: Scene, party: Party, behind: int) -> bool:
    """Tell whether a name follows «نظراءه في» and the like, and so is met."""
    text = scene.text.folded
    near = range(max(behind + 1, party.start - 3), min(party.start, behind + 4))
    met = next((i for i in near if text[i] in COUNTERPARTS), None) if party.under in ("في", "من", "ل", "عن") else None
    return met is not None and not any(met <= p.first < party.start for p in scene.parties)  # «قيادات حماس في بيروت»


def fought(scene: Scene, trigger: Trigger, after: list[Party], source: Party | None) -> Party | None:
    """Return whom forces are raised or a campaign is led against, by its purpose (نشر جنودا لمحاربة الجماعة)."""
    if trigger.form.entry.type not in ARMED:
        return None
    reached = (p for p in after if p.start - trigger.last <= PURPOSE and p.use == "actor" and not same(p, source))
    aimed = (p for p in reached if is_aim(scene, p))
    return next((p for p in aimed if breaks(scene.text, trigger.last, p.start) <= 1), None)


def is_aim(scene: Scene, party: Party) -> bool:
    """Tell whether «لمحاربة» or the like stands before a name."""
    near = range(max(0, party.start - 2), party.first)
    return any(scene.text.folded[i] in words("to_fight") for i in near)
