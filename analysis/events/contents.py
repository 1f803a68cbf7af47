"""Who does what is asked or blamed: «طالبت اليونان إيران بالإفراج عن السفينتين» asks Iran, so Iran is to release."""

from analysis.arabic.phrases import word_before
from analysis.events.agreement import may_be_meant
from analysis.events.bygone import is_of_others
from analysis.events.coming import parted_by_verb
from analysis.events.pairs import is_both
from analysis.events.parties import Party, Scene, Told, around, breaks, nation, same
from analysis.events.sets import words
from analysis.events.triggers import FINITE, NOMINAL, Trigger
from analysis.events.types import FORCED

OWN_WITHIN = 4  # words from an act to the men that it meets at most
HELD = "whom the holder names"
STOPPED = "who is asked to stop"
HOLDERS = ("REQUEST", "ACCUSE", "AGREE")
THANKED, THANKED_WITHIN = "who is thanked for it", 10  # words from thanks to what they are for at most
STOPPED_WITHIN = 3  # words from «وقف» to whose attacks are to stop at most
ASKED = 7  # words between the one asked and what is asked at most
REACH = 16  # words between a request and what is asked at most
ASKS_OF = ("طالب", "ناشد", "حث", "دعا")  # verbs that may take what is asked as a second object
ASKS = ("طلب", "التمس")
CONDITIONS = ("اشترط", "طلب")  # verbs whose object is what is asked
REACHING = ("توصل", "بتوصل", "التوصل", "لتوصل")
REACHED = ("AGREE", "CONCEDE", "RETREAT", "SUPPORT")
OF_BOTH = (*REACHED, "CONSULT", "COOPERATE")  # what two are asked to do together
MEETS = ("التقى", "قابل")
INVITING = ("دعا", "دعوة", "استضاف")
LEADS = ("الي", "ب", "علي", "ل", "بعدم", "لعدم")
BEFORE_ASKED = words("before_asked")


def is_held(scene: Scene, trigger: Trigger, told: Told) -> bool:
    """Tell whether a noun is what an earlier request or blame of its sentence is about."""
    holder, text = told.holder, scene.text
    if holder is None or holder.form.entry.type not in HOLDERS or trigger.form.tense not in NOMINAL:
        return False
    if parted_by_verb(scene, holder, trigger):
        return False
    if trigger.form.pronoun and text.folded[trigger.first - 1].endswith("وا"):
        return False  # «طالب كابول بكبح مسلحين كثفوا هجماتهم»
    near = text.sentences[holder.first] == text.sentences[trigger.first] and 0 < trigger.first - holder.last <= REACH
    between = text.text[text.ends[holder.last] : text.starts[trigger.first]]
    if not near or breaks(text, holder.last, trigger.first) - between.count("(") - between.count(")") > 1:
        return False
    if holder.form.entry.type == "AGREE":
        led = word_before(text, trigger.first) == "علي" and trigger.first - holder.last <= 10
        return led and told.source is not None and told.target is not None
    if is_of_others(scene, trigger) or not words("reacted_to").isdisjoint(
        text.folded[max(0, trigger.first - 2) : trigger.first]
    ):
        return False  # «دعت إلى إضراب احتجاجا على اعتقال فلان»
    lead = text.folded[trigger.first][: trigger.cut]
    listed = lead.endswith("و") and not breaks(text, holder.last, trigger.first)
    before = word_before(text, trigger.first)
    led = listed or lead.endswith(("ب", "ل")) or before in LEADS or before in BEFORE_ASKED
    led = led or not words("charged_with").isdisjoint(text.folded[max(0, trigger.first - 2) : trigger.first])
    led = led or is_to_stop(scene, trigger)
    direct = is_asked_of(trigger, told) or is_condition(trigger, told) or is_asked_of_others(scene, trigger, told)
    held = (direct or before == "علي") and trigger.form.entry.type == "AGREE"  # «حثه على قبول المقترح»
    held = held or (trigger.form.entry.type == "REJECT" and holder.form.entry.type == "ACCUSE" and lead.endswith("ب"))
    led = (led or direct) and (held or trigger.form.entry.type not in (*HOLDERS, "REJECT"))
    return led and not has_own_subject(scene, trigger, told)


def of_asked(scene: Scene, trigger: Trigger, told: Told, after: list[Party]):
    """Return the roles of help asked for, of a meeting set out for, or of what two are asked to do; else None."""
    return (
        of_help(scene, trigger, told, after)
        or to_meet(scene, trigger, told, after)
        or of_both(scene, trigger, told, after)
    )


def of_help(scene: Scene, trigger: Trigger, told: Told, after: list[Party]):
    """Return source, target and rule of help asked for: its genitive gives it to who asks (طلبت كييف مساعدة الحلف)."""
    entry = trigger.form.entry
    if told.holder is None or told.source is None or entry.type != "AID":
        return None
    asks = told.holder.form.entry.word
    if trigger.form.pronoun and asks in ASKS_OF:
        return asked_for_oneself(scene, trigger, told)
    if asks not in ASKS or trigger.cut or trigger.form.tense != "noun" or entry.genitive == "target":
        return None  # «طلب من ألمانيا تزويد بلاده بصواريخ»
    near = 0 < trigger.first - told.holder.last <= ASKED + 1 and not breaks(scene.text, told.holder.last, trigger.first)
    if trigger.form.pronoun:  # «طلبت كييف من برلين تزويدها بصواريخ»
        meant = near and told.holder.form.tense in FINITE and may_be_meant(scene, trigger, told.source)
        return (told.target, told.source, "help asked") if meant else None
    helper = next((p for p in after if p.start == trigger.last + 1 and p.under is None), None)
    return (helper, told.source, "help asked") if near and helper and not same(helper, told.source) else None


def asked_for_oneself(scene: Scene, trigger: Trigger, told: Told):
    """Return source, target and rule of help for who asks it: its pronoun means him (ناشدت كييف واشنطن تزويدها)."""
    near = 0 < trigger.first - told.holder.last <= REACH and not breaks(scene.text, told.holder.last, trigger.first)
    meant = near and told.target is not None and may_be_meant(scene, trigger, told.source)
    return (told.target, told.source, "help asked") if meant else None


def of_both(scene: Scene, trigger: Trigger, told: Told, after: list[Party]):
    """Return the two sides who are asked to do something together, and the rule (دعت الطرفين إلى قبول الهدنة)."""
    holder = told.holder
    if holder is None or holder.form.entry.type != "REQUEST" or trigger.form.entry.type not in OF_BOTH:
        return None
    near = 0 < trigger.first - holder.last <= REACH and not breaks(scene.text, holder.last, trigger.first)
    named = next((p for p in scene.parties if told.target and p.joined and 0 < p.start - told.target.last <= 1), None)
    if near and named is not None and told.target.first > holder.last and named.last < trigger.first:
        return told.target, named, "both sides are asked"  # «دعت مصر إسرائيل وحماس إلى قبول الهدنة»
    if not near or len(scene.sides) < 2 or any(same(side, told.source) for side in scene.sides):
        return None
    behind = told.source.last if told.source and told.source.first > holder.last else holder.last
    asked = behind < trigger.first and any(is_both(scene, i) for i in (behind + 1, behind + 2) if i < trigger.first)
    own = any(p.start == trigger.last + 1 for p in after)
    return (*scene.sides, "both sides are asked") if asked and not own else None


def to_meet(scene: Scene, trigger: Trigger, told: Told, after: list[Party]):
    """Return source, target and rule of a meeting that somebody sets out for (توجه الوزير إلى أنقرة للقاء نظيره)."""
    led = trigger.form.entry.word in MEETS and scene.text.folded[trigger.first][: trigger.cut].endswith("ل")
    going = told.verb is not None and told.verb.form.entry.type == "CONSULT" and told.subject is not None
    if not led:
        return None
    before, _ = around(scene, trigger)
    going = going and scene.text.sentences[told.verb.first] == scene.text.sentences[trigger.first]
    people = (p for p in before if p.actor_id in scene.known.people and p.under is None)
    guest = told.subject if going else next(people, None)
    host = next((p for p in after if p.start == trigger.last + 1 and p.under is None), None)
    return (guest, host, "whom its subject goes to meet") if guest and host and not same(host, guest) else None


def of_reaching(scene: Scene, trigger: Trigger, before: list[Party]):
    """Return the two whose reaching an agreement is told as a noun (أعلن الوسيط توصل إسرائيل وحماس إلى اتفاق)."""
    text, first = scene.text.folded, trigger.first
    if trigger.form.entry.type not in REACHED or "الي" not in text[max(0, first - 3) : first]:
        return None
    at = next((i for i in range(first - 1, max(-1, first - REACH), -1) if text[i] in REACHING), None)
    if at is None or breaks(scene.text, at, first):
        return None
    able = [p for p in reversed(before) if p.start > at and p.under in (None, "الذي") and p.use == "actor"]
    if not able or able[0].start != at + 1:
        return None
    led = [p for p in reversed(before) if p.start > at and p.under == "قيادة"]  # «التحالف بقيادة الرياض والحوثيون»
    joined = (p for p in [*able[1:], *led] if p.joined and not same(p, able[0]))
    return able[0], next(joined, None), "whose reaching it is"


def is_to_stop(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a request is to stop an act just named (طالب الحكومة بوقف اقتحام المدينة)."""
    before = word_before(scene.text, trigger.first)
    before = word_before(scene.text, trigger.first - 1) if before == "عن" else before  # «الكف عن قصف أراضيه»
    return trigger.form.entry.type in FORCED and before in words("stop")


def is_asked_of(trigger: Trigger, told: Told) -> bool:
    """Tell whether a noun stands as the object of «طلب من» behind the one asked (طلب من الرئيس الموافقة على …)."""
    if told.target is None or told.holder.form.tense not in FINITE:
        return False
    if told.holder.form.entry.word in ASKS_OF and trigger.first - told.target.last == 1:
        return told.holder.last < told.target.first  # «طالب الحركة الالتزام بالهدنة»
    asked = told.holder.form.entry.word == "طلب"
    return asked and told.holder.last < told.target.first and 0 < trigger.first - told.target.last <= ASKED


def is_asked_of_others(scene: Scene, trigger: Trigger, told: Told) -> bool:
    """Tell whether a noun is what people of no list are asked for (طلب الرئيس من حلفائه تزويد بلاده بصواريخ)."""
    verb, text = told.holder, scene.text.folded
    if verb.form.entry.word not in ASKS or verb.form.tense not in FINITE or told.target is not None:
        return False
    of = next((i for i in range(verb.last + 1, min(verb.last + ASKED, trigger.first)) if text[i] == "من"), None)
    return of is not None and trigger.first - of == 2 and of + 1 not in scene.named


def is_condition(trigger: Trigger, told: Told) -> bool:
    """Tell whether a noun stands as the object of a verb right behind who asks (اشترطت إيران رفع العقوبات)."""
    verb, asks = told.holder, told.source
    if asks is None or verb.form.entry.word not in CONDITIONS or verb.form.tense not in FINITE:
        return False
    return verb.last < asks.first and trigger.first - asks.last == 1


def has_own_subject(scene: Scene, trigger: Trigger, told: Told) -> bool:
    """Tell whether another free name stands between a request and what is asked (أن تكون واشنطن قادرة على مساعدة …)."""
    between = (p for p in scene.parties if told.holder.last < p.first and p.last < trigger.first)
    free = [p for p in between if not (p.under or p.joined or p.demonym) and p.use == "actor"]
    return any(not same(p, told.source) and not same(p, told.target) for p in free)


def of_held(scene: Scene, trigger: Trigger, told: Told, target: Party | None):
    """Return source and target of what is asked or blamed: the one asked does it, to the one who asks if to nobody."""
    if told.holder.form.entry.type == "AGREE":
        return told.source, target or told.target, HELD
    if told.holder.form.entry.type == "ACCUSE" and same(told.target, target) and meets_own(scene, trigger):
        return told.target, told.source, HELD
    source = None if same(told.target, target) else told.target
    if source is None and target is None:
        source = whose_attacks(scene, trigger)
    if trigger.form.entry.type == "AGREE":
        return told.target, told.source, HELD
    if trigger.form.entry.type == "CONSULT":
        if is_invited(told):
            return told.target, host(scene, target, told), HELD
        if target is not None and told.target is not None and not same(target, told.source) and source is not None:
            return told.target, target, HELD  # «حث الرئيس على حوار مع المعارضة»
        return told.source, source, HELD  # who asks for a meeting comes first
    if is_to_stop(scene, trigger) and told.holder.form.entry.type == "REQUEST":
        return source, target, STOPPED
    asked = told.holder.form.entry.type == "REQUEST"
    if target is None and source is not None and told.source is not None and asked:
        state = nation(scene, told.source)
        target = next((side for side in scene.sides if side.actor_id == state != nation(scene, source)), None)
    return source, target, HELD


def meets_own(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether what somebody is blamed for meets men of who blames (اتهم الجيش الحزب بخطف اثنين من جنوده)."""
    near = scene.text.folded[trigger.last + 1 : trigger.last + 1 + OWN_WITHIN]
    bare = (word.removesuffix("ه").removesuffix("ها") for word in near if word.endswith(("ه", "ها")))
    return any(word in words("soldier") for word in bare)


def whose_attacks(scene: Scene, trigger: Trigger) -> Party | None:
    """Return whose attacks are to stop (دعا المجتمع الدولي لوقف هجمات إسرائيل)."""
    if trigger.form.entry.type != "RETREAT":
        return None
    near = (p for p in scene.parties if 0 < p.first - trigger.last <= STOPPED_WITHIN and p.under is None)
    return next((p for p in near if p.use == "actor" and not breaks(scene.text, trigger.last, p.first)), None)


def is_thanked_for(scene: Scene, trigger: Trigger, told: Told) -> bool:
    """Tell whether somebody is thanked for what a noun tells (شكر الرئيس الدنمارك على إرسال المقاتلات)."""
    holder = told.holder
    if holder is None or holder.form.entry.word not in words("thanking") or told.target is None:
        return False
    near = 0 < trigger.first - holder.last <= THANKED_WITHIN and word_before(scene.text, trigger.first) == "علي"
    return near and not breaks(scene.text, holder.last, trigger.first)


def is_invited(told: Told) -> bool:
    """Tell whether somebody is invited to a visit or talks (دعاه لزيارة موسكو): the one invited comes."""
    invited = told.holder.form.entry.word.startswith(INVITING)
    return invited and told.target is not None


def host(scene: Scene, goal: Party | None, told: Told) -> Party | None:
    """Return whom an invited guest visits: the goal that the clause names, else the state of who invites."""
    if goal is not None and not same(goal, told.target):
        return goal
    return told.source and told.source._replace(actor_id=nation(scene, told.source))


def status_of_held(told: Told, state: str) -> str:
    """Return the status of what is asked (called for) or blamed (done, or going on)."""
    if told.holder.form.entry.type != "ACCUSE":
        return "called_for" if told.holder.form.entry.type == "REQUEST" else "planned"
    return state if state == "ongoing" else "past"
