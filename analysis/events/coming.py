"""Acts that lie ahead: due, foretold, agreed on, accepted; and what was arrived at and so does not."""

import re
from functools import cache

from analysis.arabic.finite import is_perfect
from analysis.arabic.phrases import follows, places, word_before
from analysis.events.carried import carriers
from analysis.events.cues import is_future, is_of_new_clause
from analysis.events.parties import RELATIVES, Scene, bounds, breaks, verb_forms
from analysis.events.sets import words
from analysis.events.triggers import FINITE, NOMINAL, Trigger
from analysis.events.types import IMPOSED, SPOKEN

STOPPED_WITHIN = 4  # words from a verb of stopping over its subject to the attacks at most
AIMS = words("aims")
ROUNDS = frozenset(("جوله", "جولات", "جديده", "اخري", "ثانيه", "من"))
SETS_OUT = frozenset(("لاستئناف", "لحضور", "لاستضافه"))
MAY = frozenset(("قد", "وقد"))
CAN = frozenset(("يمكن", "الممكن", "المرجح", "المتوقع", "يتوقع", "تتوقع", "يتوقعون"))  # before «أن»
CONDITIONS = frozenset(("اذا", "شريطه", "بشرط"))
CONDITIONAL = ("RETREAT", "CONCEDE", "COOPERATE", "AID")
CONDITION_WITHIN = 10  # words from an act to the condition it hangs on at most
EVE = frozenset(("عشيه", "قبيل", "قبل"))
MISSION_WITHIN = 5  # words from «للقيام» to what is done on a mission at most
SET_FOR = frozenset(("موعد", "بموعد", "لموعد", "ترتيبات", "احتمال"))  # what is spoken of a coming meeting
QUOTES = frozenset('"«»“”')
LEAD = 3  # sentences of the lead
LEADS = words("leads")
INVITED = 8  # words from «دعوة» to the visit it is to at most
ACCEPTED = 6  # words from «قبل» over its subject to «دعوة» at most
INVITATIONS = words("invitation")
ACCEPTING = words("accepting")
TAKES_PLACE = words("will_take_place")
AGREEMENTS = ("اتفاق", "الاتفاق", "اتفاقا", "توافق", "التوافق")
DECIDED = 12  # words from «قرر» over its subject and the day to what was decided at most
DECISION = 5  # words from «قرار» over whose it is to what was decided at most
DECIDING = frozenset(("قرر", "قررت", "قرروا", "قررنا", "قررا", "تقرر"))
WHERE = frozenset(("في", "من", "علي", "عن", "بعد", "خلال", "ضد", "مع"))
CONSIDERED = 8  # words from «بحث» or «هدد» to the measure at most
PROVIDED = 4  # words from «قانون» over its adjectives to its verb at most
SURE = words("done") | words("managed")
REACHING = ("توصل", "التوصل")
AHEAD = re.compile("[وف]?س[يتن](?!ا)")  # of a phrase that begins with a verb of the future; not: سيارة مفخخة


def is_accepted(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a visit or talks are what an invitation that was accepted or got is to (قبل دعوة لزيارة روما)."""
    led = scene.text.folded[trigger.first][: trigger.cut].endswith("ل")
    led = led or word_before(scene.text, trigger.first) in LEADS
    if trigger.form.entry.type != "CONSULT" or not led:
        return False
    near = range(max(0, trigger.first - INVITED), trigger.first)
    invited = (i for i in near if scene.text.folded[i] in INVITATIONS)
    return any(not ACCEPTING.isdisjoint(scene.text.folded[max(0, i - ACCEPTED) : i]) for i in invited)


def is_due(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether words right behind a noun tell it as coming (زيارة من المقرر أن يقوم بها، الزيارة التي ستستمر)."""
    if trigger.form.entry.type == "CONSULT" and (leads_to_talks(scene, trigger) or is_on_the_way(scene, trigger)):
        return True  # «يصل اليوم لإجراء محادثات»
    if trigger.form.entry.type in ("CONSULT", "RETREAT") and is_foreseen(scene, trigger):
        return True
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 6]
    if behind[:2] == ["من", "المقرر"] or TAKES_PLACE.intersection(behind[:1]):
        return True
    at = next((i for i, word in enumerate(behind[:-1]) if word in RELATIVES), None)
    coming = at is not None and is_future(behind[at + 1])
    return coming and not breaks(scene.text, trigger.last, trigger.last + at + 2)


def leads_to_talks(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a meeting is what somebody sets out for (يصل لإجراء محادثات، عاد للمشاركة في جولة المفاوضات)."""
    before, behind = scene.text.folded[max(0, trigger.first - 4) : trigger.first], trigger.last + 1
    if scene.text.folded[behind : behind + 1] and scene.text.folded[behind] in RELATIVES:
        return False  # «لحضور الاجتماع الذي عقده الوزير»
    while before and before[-1] in ROUNDS:
        before.pop()
    return before[-2:] == ["للمشاركه", "في"] or not (AIMS | SETS_OUT).isdisjoint(before[-1:])


def is_on_the_way(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether somebody who is still on his way goes to meet somebody (يصل الوزير إلى دمشق للقاء نظيره)."""
    led = trigger.form.entry.word == "التقى" and scene.text.folded[trigger.first][: trigger.cut].endswith("ل")
    a, _ = bounds(scene.text, trigger.first)
    return led and any(i in scene.verbs and scene.text.folded[i].startswith("ي") for i in range(a, trigger.first))


def is_foreseen(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a meeting is the subject of a future verb, or its day spoken of (موعد زيارته، اللقاء سيتناول)."""
    text, i = scene.text, trigger.last + 1
    if word_before(scene.text, trigger.first) in SET_FOR:
        return True
    subject = i < len(text.folded) and is_future(text.folded[i]) and not breaks(text, trigger.last, i)
    return subject and QUOTES.isdisjoint(text.text[text.ends[trigger.last] : text.starts[i]])


def is_eve(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the lead tells a meeting as what the news comes before (قصف المدينة عشية اجتماع الوزيرين)."""
    lead = trigger.form.entry.type == "CONSULT" and scene.text.below(trigger.first) < LEAD
    return lead and word_before(scene.text, trigger.first) in EVE


def is_agreed(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «على» leads a noun in as what an agreement is about (الاتفاق على استئناف العلاقات)."""
    return scene.text.folded[max(0, trigger.first - 2) : trigger.first] in [[word, "علي"] for word in AGREEMENTS]


def is_reached(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is what was arrived at, and so is no more to come (توصل الطرفان إلى هدنة)."""
    before = scene.text.folded[max(0, trigger.first - 8) : trigger.first]
    if before[-1:] != ["الي"]:
        return False
    at = next((i for i, word in enumerate(before[:-1]) if word.removeprefix("و").startswith(REACHING)), None)
    if at is None:
        return False
    return before[at].removeprefix("و").startswith("توصل") or not SURE.isdisjoint(before[max(0, at - 3) : at])


def is_foretold(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a future verb stands before a noun in its sentence (سيقتصر دورها على تدريب …)."""
    a, _ = bounds(scene.text, trigger.first)
    a = max(a, trigger.first - 10)
    ahead = [i for i, word in enumerate(scene.text.folded[a : trigger.first], a) if is_future(word)]
    return any(not breaks(scene.text, i, trigger.first) for i in [*ahead, *possible(scene, a, trigger.first)])


def possible(scene: Scene, a: int, behind: int) -> list[int]:
    """Return the places of the verbs in the imperfect behind «قد» between two words (قد يخرج من السجن)."""
    text, verbs = scene.text.folded, imperfects()
    may = [i + 1 for i in places(scene.text, MAY, max(0, a - 1), behind) if i + 1 < behind]
    can = [i + 2 for i in places(scene.text, CAN, max(0, a - 1), behind) if i + 2 < behind and text[i + 1] == "ان"]
    return [i for i in may if text[i][0] == "ي" or text[i] in verbs] + can


@cache
def imperfects() -> frozenset[str]:
    """Return the verbs that «قد» makes possible (قد تشن، قد تفرض), without those that may be done (قد تعرض)."""
    return words("going_on") | (verb_forms("carrier_verbs") - carriers())


def is_contingent(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act hangs on a condition, or is what comes after another."""
    return is_conditional(scene, trigger) or is_next(scene, trigger)


def is_conditional(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether what one gives or two do together hangs on a condition behind it (هدنة تبدأ فورا إذا وافقت حماس)."""
    if trigger.form.entry.type not in CONDITIONAL or trigger.form.tense in FINITE:
        return False
    _, b = bounds(scene.text, trigger.first)
    near = places(scene.text, CONDITIONS, trigger.last + 1, min(b, trigger.last + CONDITION_WITHIN) + 1)
    if not near or breaks(scene.text, trigger.last, near[0]) > 1:
        return False
    a = max(bounds(scene.text, trigger.first)[0], trigger.first - 3)
    return not any(i in scene.carriers for i in range(a, trigger.first))


def is_next(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb in the imperfect leads a noun in as what comes after another act (هدنة يعقبها وقف دائم)."""
    return word_before(scene.text, trigger.first) in words("comes_after")


def is_ahead(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «س» makes a verb, or a phrase that is no promise or threat, one of the future (ستقف إلى جانب)."""
    deed = trigger.form.tense == "phrase" and trigger.form.entry.type not in ("AGREE", "THREATEN")
    return trigger.future or (deed and bool(AHEAD.match(scene.text.folded[trigger.first])))


def is_own_word(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether somebody promises or threatens in the first person, and so has done it (سأحترم النتائج)."""
    first_person = scene.text.folded[trigger.first][trigger.cut :].startswith(("سا", "سن"))
    return first_person and trigger.form.entry.type in ("AGREE", "THREATEN")


def is_decided(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a measure was decided on (قررت الوزارة، أمس، نقل السفارة؛ القرار بطرد السفير)."""
    if trigger.form.entry.type in SPOKEN or trigger.form.entry.word.startswith("قرار"):
        return False
    near = range(max(0, trigger.first - DECIDED), trigger.first)
    verb = next((i for i in reversed(near) if scene.text.folded[i].removeprefix("و") in DECIDING), None)
    if verb is not None:  # a day or place is told between two commas
        return (
            breaks(scene.text, verb, trigger.first) == 2 and breaks(scene.text, trigger.first - 2, trigger.first) == 1
        )
    noun = next((i for i in reversed(near[-DECISION:]) if scene.text.folded[i] in words("decision")), None)
    if noun is None or breaks(scene.text, noun, trigger.first):
        return False
    between = range(noun + 1, trigger.first)
    return not any(i in scene.governing or scene.text.folded[i] in WHERE for i in between)


def is_goal(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is said to be a goal or the only way (طرد الغزاة هو غايتنا، الحوار هو السبيل الوحيد)."""
    behind = scene.text.folded[trigger.last + 1 : trigger.last + 8]
    at = next((i for i, word in enumerate(behind[:-1]) if word in ("هو", "هي")), None)
    if at is None or breaks(scene.text, trigger.last, trigger.last + at + 2):
        return False
    return behind[at + 1] in words("goal_words")


def is_mission(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is what somebody is sent or trained for (دربهم للقيام بأعمال قتل وتفجير)."""
    if trigger.form.entry.type not in IMPOSED or trigger.form.tense not in NOMINAL:
        return False
    text = scene.text.folded
    near = range(trigger.first - 1, max(-1, trigger.first - 1 - MISSION_WITHIN), -1)
    at = next((i for i in near if text[i] in ("للقيام", "لارتكاب")), None)
    return at is not None and text[at + 1].startswith("ب") and not breaks(scene.text, at, trigger.first)


def is_considered(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a measure is what somebody talks over or threatens with (بحثوا فرض عقوبات، هدد بقصف المدينة)."""
    text, lead = scene.text, scene.text.folded[trigger.first][: trigger.cut]
    imposed = word_before(text, trigger.first) in words("imposing")
    head = trigger.first - imposed
    near = range(max(0, head - CONSIDERED), head)
    if lead.endswith("ب") or (imposed and text.folded[head].startswith("ب")):
        return any(text.folded[i].removeprefix("و") in words("threatening") and not breaks(text, i, head) for i in near)
    if not imposed or text.folded[head].startswith(("ب", "ل", "و")):
        return False
    return any(
        text.folded[i].removeprefix("و") in words("discussing") and breaks(text, i, head) in (0, 2) for i in near
    )


def is_provided(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb in the imperfect tells what a law or plan is to do (قانون يلغي الضريبة على الصحف)."""
    if is_of_new_clause(scene, trigger.first - PROVIDED - 1, trigger):
        return False  # «ترفض مقترحا قطريا وحماس تتهم الحكومة»
    near = range(max(0, trigger.first - PROVIDED), trigger.first)
    law = next((i for i in reversed(near) if scene.text.folded[i] in words("draft")), None)
    if trigger.form.tense != "imperfect" or trigger.cut or law is None:
        return False
    adjectives = range(law + 1, trigger.first)
    return not breaks(scene.text, law, trigger.first) and not any(i in scene.governing for i in adjectives)


def is_cause(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is the subject of a verb that tells what will come of it (سيؤدي مقتله إلى …)."""
    return word_before(scene.text, trigger.first).removeprefix("و") in words("will_cause")


def is_done(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether «قد» stands before a phrase that begins with a verb in the perfect (كانت قد استعادت السيطرة)."""
    perfect = not scene.text.folded[trigger.first].startswith(("ي", "ت", "ن", "س"))
    return perfect and word_before(scene.text, trigger.first) in ("قد", "وقد", "لقد")


def follows_plan(scene: Scene, trigger: Trigger, before: list[tuple[Trigger, str]]) -> str | None:
    """Return the status of a verb that «و» or «ثم» joins to one that lies ahead, or that tells what an agreement does.

    «سيتوجه إلى الدوحة ثم يزور ماليزيا» and «دعت إلى اتفاق ينهي الحرب».
    """
    if not before:
        return None
    plan, state = before[-1]
    if plan.last == trigger.first - 1 and not trigger.cut and plan.form.entry.type == "AGREE":
        return state if state in ("planned", "called_for", "negated") else None
    joined = scene.text.folded[trigger.first][: trigger.cut].endswith("و")
    joined = joined or word_before(scene.text, trigger.first) in ("ثم", "وبعدها")
    same_sentence = scene.text.sentences[plan.first] == scene.text.sentences[trigger.first]
    ahead = joined and same_sentence and state in ("planned", "called_for") and plan.form.tense == "imperfect"
    return state if ahead else None


def parted_by_verb(scene: Scene, holder: Trigger, trigger: Trigger) -> bool:
    """Tell whether another verb begins behind a comma between two acts (… مطالبين برحيله، وردت الشرطة بإطلاق الغاز)."""
    words, text = range(holder.last + 1, trigger.first), scene.text
    begins = (text.folded[i] for i in words if text.folded[i].startswith("و") and not follows(text, i - 1))
    return any(is_perfect(word) or is_perfect(word[1:]) for word in begins)


def goes_on_yet(trigger: Trigger, before: list[tuple[Trigger, str]]) -> bool:
    """Tell whether an attack is one that somebody does not stop, or is to stop (لن توقف روسيا هجماتها)."""
    if not before or trigger.form.entry.type != "ASSAULT" or not trigger.form.pronoun:
        return False
    stop, state = before[-1]
    stops = stop.form.entry.mode == "ceasefire" and state in ("negated", "called_for")
    return stops and 0 < trigger.first - stop.last <= STOPPED_WITHIN
