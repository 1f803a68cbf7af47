"""Who only tells of an attack («أعلنت وزارة الدفاع الروسية مقتل …», «دانت الحركة قتل …»), and who claims it."""

import re

from analysis.arabic.phrases import ARTICLE, word_before
from analysis.events.agreement import form, pronoun_form
from analysis.events.own_bodies import institutions, is_power
from analysis.events.parties import RELATIVES, Party, Scene, Told, breaks, nation, same
from analysis.events.sets import words
from analysis.events.spokesmen import group_in
from analysis.events.standing import TAKES_UP
from analysis.events.triggers import Trigger
from analysis.events.types import FORCED, IMPOSED

CLAIMED_WITHIN = 6  # words between a claim and the attack at most
BEHIND, STANDS_WITHIN = frozenset(("وراء", "خلف")), 8  # words from «تقف» over who does to the attack at most
ASCRIBED, ASCRIBED_WITHIN = words("ascribed"), 14  # words from an attack to «نسب» at most
ASCRIBED_TO_WITHIN = 6  # words from there to whom it is ascribed at most
DEEDS = (*FORCED, "RETREAT")
OFFICIAL = (*IMPOSED, "AID", "CONCEDE")  # what bodies do and a person only tells of
ARRESTING = ("interior", "police", "security", "gendarmerie", "prosecut", "intelligence", "customs")  # of actor_ids
DECREEING = ("presidency", "palace", "white-house", "kremlin", "royal-", "monarchy")  # who speaks for a ruler
ARMIES = frozenset(("الجيش", "جيش", "القوات"))
OWN_STATE = frozenset(("بلاده", "بلادها", "بلده", "بلدها", "دولته"))
SAYING = words("saying")
SPEAKERS = ("متحدث", "ناطق", "متحدثه", "ناطقه")
ADVERBS = words("between") | words("doing_act") | words("anew") | {"قد", "اعاده"}  # «قرر ترامب أمس إعادة فرض العقوبات»
BETWEEN_STATES = ("محادثة", "مباحثة", "فاوض", "تشاور", "حوار")  # talks; a meeting is of those who meet
TOLD = re.compile('(?:^|\\s)[وف]?ل[\N{ARABIC TATWEEL}"«“ ]*$')  # «ل» before the name of a medium


def only_tells(scene: Scene, trigger: Trigger, party: Party, told: Told) -> bool:
    """Tell whether a party blames or reports what others did; a state or its forces may tell of their own deeds."""
    if trigger.form.entry.type == "ASSAULT" and is_onlooker(scene, party):
        return True
    if trigger.form.entry.type in OFFICIAL and party.actor_id in scene.known.people and not party.demonym:
        return trigger.form.entry.word not in words("declared") and not decides(scene, trigger, party)
    if trigger.form.entry.type not in DEEDS or party.demonym or is_withdrawn_by(scene, trigger, party):
        return False
    blames = (
        told.holder is not None and told.holder.form.entry.type in ("ACCUSE", "REJECT") and same(told.source, party)
    )
    if blames and scene.text.sentences[told.holder.first] == scene.text.sentences[trigger.first]:
        return True
    if avows(scene, trigger, party) or commands(scene, trigger, party):
        return False
    beside = [*range(party.start - 1, max(-1, party.start - 4), -1), party.last + 1, party.last + 2]
    verb = next((i for i in beside if i in scene.spoken and i < trigger.first), None)
    if verb is not None and word_before(scene.text, trigger.first) in SAYING:
        return True  # «قالت فرنسا إن حرب أوكرانيا …»
    if verb is None or party.actor_id in scene.known.states or is_power(party.actor_id):
        return False
    if trigger.form.entry.type == "COERCE" and any(word in party.actor_id for word in (*ARRESTING, *DECREEING)):
        return False  # «أعلنت وزارة الداخلية القبض على خلية»، «أعلن الكرملين منع المعارض من السفر»
    if party.actor_id in scene.known.people | scene.known.armed:
        claims = any(word in SAYING for word in scene.text.folded[party.last + 1 : trigger.first])
        return claims or is_of_forces(scene, party)
    return True


def is_onlooker(scene: Scene, party: Party) -> bool:
    """Tell whether a title says that somebody commands no forces (أعلن محافظ صلاح الدين تفجير مسجد)."""
    near = (word_before(scene.text, party.start), scene.text.folded[party.start])
    return any(word.removeprefix("و").removeprefix(ARTICLE) in words("onlooker") for word in near)


def is_withdrawn_by(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether forces of its own state are what a body withdraws (أعلن البيت الأبيض سحب القوات الأميركية)."""
    if trigger.form.entry.mode != "withdraw" or "defen" in party.actor_id:
        return False  # «أعلنت وزارة الدفاع سحب قواتها»: her forces leave
    forces = (p for p in scene.parties if 0 < p.start - trigger.last <= 2 and p.actor_id != party.actor_id)
    return any(nation(scene, p) == nation(scene, party) for p in forces)


def decides(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether an act stands right behind who declares or orders it (أعلن الرئيس غوستافو بيترو قطع العلاقات)."""
    if not OWN_STATE.isdisjoint(scene.text.folded[trigger.last + 1 : trigger.last + 2]):
        return True  # «أكد وزير الخارجية الإيراني دعم بلاده للحوثيين»
    before = {word_before(scene.text, party.start).removeprefix("و"), scene.text.folded[party.start].removeprefix("و")}
    behind, declares = act_behind(scene, party.last), not before.isdisjoint(words("declares"))
    if not (declares or scene.text.folded[behind] in words("orders")) or is_of_forces(scene, party):
        return False
    return trigger.first == (behind if declares else act_behind(scene, behind))


def commands(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether an attack stands right behind who orders it (أمر أردوغان بشن غارات، بوتين أمر بقصف المدينة)."""
    behind = act_behind(scene, party.last)
    if word_before(scene.text, party.start).removeprefix("و") in words("commanding"):
        return trigger.first == behind
    return scene.text.folded[behind] in words("commanding") and trigger.first == act_behind(scene, behind)


def act_behind(scene: Scene, last: int) -> int:
    """Return the word behind another and the adverbs, days or nouns of doing that follow it (قد قرر الثلاثاء فرض)."""
    i, text = last + 1, scene.text
    while (
        i + 1 < len(text.folded)
        and text.folded[i].removeprefix("ب") in ADVERBS
        and text.sentences[i] == text.sentences[last]
    ):
        i += 1
    return min(i, len(text.folded) - 1)


def avows(scene: Scene, trigger: Trigger, party: Party) -> bool:
    """Tell whether a party says of itself that it has done a deed (قالت الحركة إنها تمكنت من تدمير الجسر، إنها شنت)."""
    text, carrier = scene.text.folded, trigger.first - 1
    took_up = [i for i in range(party.last + 1, trigger.first - 1) if text[i] in TAKES_UP]
    if any(text[i + 1] in words("managed") for i in took_up):
        return True
    carries = carrier in scene.carriers and party.actor_id not in scene.known.people and "defen" not in party.actor_id
    own = next((i for i in (carrier - 1, carrier - 2) if text[i] in TAKES_UP), None) if carries else None
    return own is not None and (own == carrier - 1 or text[own + 1] == "قد") and is_meant(scene, own, party)


def is_meant(scene: Scene, i: int, party: Party) -> bool:
    """Tell whether a pronoun on «أن» can mean who speaks: by gender and number, and with nobody named between."""
    others = [other for other in scene.parties if party.last < other.first < i]
    return not others and form(scene, party) in (pronoun_form(scene.text.folded[i]), None)


def is_of_forces(scene: Scene, party: Party) -> bool:
    """Tell whether somebody speaks for the forces of his state (المتحدث باسم الجيش الإسرائيلي)."""
    title = scene.text.folded[party.start : party.last + 1]
    return title[0].endswith(SPEAKERS) and not ARMIES.isdisjoint(title)


def who_did(scene: Scene, party: Party) -> tuple[Party | None, str]:
    """Return who did what a party tells: the forces of a ministry, the group that it speaks for; else nobody named."""
    state = scene.known.nation.get(party.actor_id, "")
    forces = institutions().get(state, {}).get("military")
    if forces and ("defen" in party.actor_id or is_of_forces(scene, party)):
        return party._replace(actor_id=forces), "whose ministry tells of it"
    speaks = scene.text.folded[party.start].removeprefix("و").endswith(SPEAKERS)
    group = group_in(scene.text, party.start, party.last) if speaks else None
    return (party._replace(actor_id=group[1]), "who speaks for it") if group else (None, "told by others")


def for_state(scene: Scene, trigger: Trigger, party: Party) -> Party:
    """Return the state of who only says that talks are held, which holds them (قال الوزير إن المحادثات مع واشنطن …)."""
    led = word_before(scene.text, trigger.first) in SAYING
    talks = trigger.form.entry.word in BETWEEN_STATES and trigger.form.tense == "noun"
    person = party.actor_id in scene.known.people or "ministry" in party.actor_id
    return party._replace(actor_id=nation(scene, party)) if led and talks and person else party


def is_denied(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether somebody denies a part in an attack (نفت الحركة مسؤوليتها عن الهجوم، نفت علمها به)."""
    near = scene.text.folded[max(0, trigger.first - CLAIMED_WITHIN) : trigger.first]
    return not words("denied_part").isdisjoint(near) and any(word.removeprefix("و") in words("denial") for word in near)


def who_claims(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return who takes an attack upon himself (أعلنت الحركة مسؤوليتها عن الهجوم، تبنى التنظيم التفجير)."""
    if trigger.form.entry.type != "ASSAULT":
        return None
    if word_before(scene.text, trigger.first) in BEHIND:
        return who_stands_behind(scene, trigger, before)
    near = scene.text.folded[max(0, trigger.first - CLAIMED_WITHIN) : trigger.first]
    if is_denied(scene, trigger) or not any(word.removeprefix("و") in words("claiming") for word in near):
        return None
    return next((p for p in before if p.under is None and p.use == "actor" and not p.demonym), None)


def who_stands_behind(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return who is said to stand behind an attack (تقف إسرائيل وراء الاغتيال; not: الجهة التي تقف وراء الهجوم)."""
    text, a = scene.text.folded, max(0, trigger.first - STANDS_WITHIN)
    at = next(
        (i for i in range(trigger.first - 2, a - 1, -1) if text[i].removeprefix("و") in words("stands_behind")), None
    )
    if at is None or text[at - 1] in RELATIVES or text[at - 1] in ("لا", "لم", "من"):
        return None
    able = (p for p in before if p.under is None and p.use == "actor" and not p.demonym)
    return next((p for p in able if p.start > at or at - p.last <= 2), None)


def ascribed(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return to whom an attack is ascribed behind it (قصف نسب إلى الحوثيين، هجوم منسوب إلى الحركة)."""
    if trigger.form.entry.type != "ASSAULT":
        return None
    near = scene.text.folded[trigger.last + 1 : trigger.last + 1 + ASCRIBED_WITHIN]
    place = next((i for i, word in enumerate(near, trigger.last + 1) if word.removeprefix("و") in ASCRIBED), None)
    if place is None or breaks(scene.text, trigger.last, place):
        return None
    led = (p for p in after if place < p.start and p.under in ("إلى", "ل"))
    return next((p for p in led if p.first - place <= ASCRIBED_TO_WITHIN), None)


def is_told_to(text: str, mention: dict, media: frozenset[str]) -> bool:
    """Tell whether a medium is only who somebody speaks to: «أكدت مصادر لـ«الشرق الأوسط» أن»."""
    return mention["actor_id"] in media and bool(TOLD.search(text[max(0, mention["start"] - 5) : mention["start"]]))
