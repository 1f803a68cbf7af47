"""Whether an act happened, goes on, is planned, called for, or denied: by its form and the words near it."""

import datetime
import re

from analysis.arabic.phrases import word_before
from analysis.events.colons import told_to
from analysis.events.coming import (
    follows_plan,
    goes_on_yet,
    is_accepted,
    is_agreed,
    is_ahead,
    is_cause,
    is_considered,
    is_contingent,
    is_decided,
    is_done,
    is_due,
    is_eve,
    is_foretold,
    is_goal,
    is_mission,
    is_own_word,
    is_provided,
    is_reached,
    parted_by_verb,
)
from analysis.events.cues import cues, cues_near, forbids, is_future
from analysis.events.happened import VOICED, ruled_out
from analysis.events.lasting import (
    BATTLES,
    carried_in_imperfect,
    exists,
    is_carried_on,
    is_carried_out,
    is_circumstance,
    is_standing_charge,
    lasting,
    stands_firm,
    was_going_on,
)
from analysis.events.moments import When
from analysis.events.newsday import in_heading, is_sequel
from analysis.events.owed import owing
from analysis.events.parties import Scene, bounds
from analysis.events.sets import words
from analysis.events.triggers import FINITE, NOMINAL, Trigger
from analysis.events.types import IMPOSED
from analysis.events.undone import is_of_undone, is_undone

FIRM = ("AGREE", "SUPPORT", "REQUEST", "THREATEN", "CONCEDE")  # said once, also in the imperfect
OPINION = ("ACCUSE", "REJECT")  # held on, when said in the imperfect below the headline
FIGHTS = (*BATTLES, "حرب", "نزاع")  # go on unless they are dated
DOING = words("doing_act")
DEMANDED = 24  # words between «طالب» and what is demanded
JOINED = words("joined_act")
TO_COME = ("ل", "ب", "استئناف", "عقد", "اجراء")  # «تعهد بالعودة إلى الحوار», «تقبل استئناف المفاوضات»
OVER = words("over")
LEADS = words("leads")
ENDED = words("ended")
STOPPING = words("stopping")
SAYING = words("saying")
LIFTING = words("lifting") | STOPPING
BEFOREHAND = frozenset(("بعد", "بعدما", "عقب", "منذ", "اثر", "هامش", "بسبب"))
AVOWING = frozenset(("انه", "انها", "انهم", "اننا", "انني", "بانه", "بانها"))
OWN_SIDE = frozenset(["بلاده", "بلادها", "حكومته", "حكومتها", "حزبه", "حركته", "منظمته"])
JUDGING = ("تعارض", "انتهك", "خرق", "خالف")
AHEAD = re.compile(r"مقبل|قادم|(?<!\w)غدا")
VOICED_OR_BACKED = ("ACCUSE", "SUPPORT", "REQUEST")  # «وافقت على طلب الصومال»: it was made
QUOTED, OPENING_MARKS = 2, ("«", "“", '"')  # words of a subject between such a mark and its verb at most
HEADLINE = 1  # sentences in which the imperfect tells what has just happened


def status(scene: Scene, trigger: Trigger, before: list[tuple[Trigger, str]], after: Trigger | None) -> str:
    """Return past, ongoing, planned, called_for or negated; `before` are the earlier triggers with their statuses."""
    near = cues_near(scene, trigger, after)
    if near and trigger.form.tense in NOMINAL:
        near = near - ruled_out(scene, trigger)
    retreat = trigger.form.tense == "phrase" and trigger.form.entry.type == "RETREAT"
    if retreat and "negated" in near | own_cues(scene, trigger):
        return "planned"  # «لن نكون في مهمة قتالية»، «عدم وجود قوات»: the end of a mission
    noun = trigger.form.tense in NOMINAL
    if trigger.form.tense == "phrase" and (is_done(scene, trigger) or forbids(scene, trigger)):
        return "past"
    undone = "negated" in near or is_of_undone(scene, trigger) or (noun and is_undone(scene, trigger))
    if undone and not goes_on_yet(trigger, before):
        return "negated"
    if goes_on_yet(trigger, before):
        return "ongoing"
    owed = trigger.form.tense == "noun" and owing(scene.text, trigger.first) is not None
    if owed or told_to(scene, trigger):
        return "called_for"
    if is_ahead(scene, trigger):
        return "past" if is_own_word(scene, trigger) else "planned"
    if noun or (subjunctive(scene, trigger) and not is_sequel(scene, trigger)):
        return of_noun(scene, trigger, near, before)
    if trigger.form.tense == "imperfect":
        return follows_plan(scene, trigger, before) or of_imperfect(scene, trigger, near)
    return "past"


def own_cues(scene: Scene, trigger: Trigger) -> set[str]:
    """Return the statuses of a phrase's first word (عدم وجود قوات) and of «لن» far before it."""
    cue = cues().get(trigger.form.entry.word.split()[0])
    far = "لن" in scene.text.folded[max(0, trigger.first - 9) : trigger.first]
    return ({cue[0]} if cue else set()) | ({"negated"} if far else set())


def of_noun(scene: Scene, trigger: Trigger, near: set[str], before: list[tuple[Trigger, str]]) -> str:
    """Return the status of a noun: by its cues, by the request or agreement it is the content of, else past."""
    affirmed = trigger.form.entry.type in ("SUPPORT", "AGREE") and trigger.form.tense != "imperfect"
    affirmed = affirmed and word_before(scene.text, trigger.first) not in words("needing")  # «يجب دعم أوكرانيا»
    if is_held_on(scene, trigger, near, before):
        return "ongoing"
    if "called_for" in near and is_accepted(scene, trigger):
        return "planned"
    if is_only_way(scene, trigger):
        return "called_for"
    told = near - {"called_for"} if affirmed else near
    if told - {"negated"}:
        return next(kind for kind in ("called_for", "planned", "ongoing") if kind in told)
    ruled = ruled_out(scene, trigger)
    if is_to_come(scene, trigger, ruled):
        return "planned"
    content = content_of(scene, trigger, before)
    if content and content not in ruled:
        return content
    foretold = is_future(word_before(scene.text, trigger.first)) if affirmed else is_foretold(scene, trigger)
    if foretold and "planned" not in ruled and not is_cause(scene, trigger):
        return "planned"
    lasts = (trigger.form.entry.word in lasting() or exists(scene, trigger)) and trigger.form.entry.type != "CONCEDE"
    goes_on = carried_in_imperfect(scene, trigger) and not is_headed(scene, trigger)
    if goes_on or (lasts and not is_carried_out(scene, trigger)):
        return "ongoing"
    return "planned" if trigger.form.tense == "imperfect" and not is_first_person(scene, trigger) else "past"


def is_headed(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a headline tells a deed, which has then just happened (روسيا تشن هجوما)."""
    headed = scene.text.below(trigger.first) < HEADLINE or in_heading(scene, trigger)
    return headed and trigger.form.entry.type != "CONSULT"


def is_only_way(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is what alone would help (لا مخرج إلا بالإفراج عن الرهائن)."""
    led = scene.text.folded[trigger.first][: trigger.cut].endswith("ب")
    return led and word_before(scene.text, trigger.first) in ("الا", "سوي")


def is_held_on(scene: Scene, trigger: Trigger, near: set[str], before: list[tuple[Trigger, str]]) -> bool:
    """Tell whether a noun names what goes on: what is to be stopped, is carried on, is held against somebody."""
    ended = word_before(scene.text, trigger.first).startswith(("ي", "ت", "سي", "ست"))  # «ينهي الحرب»
    if is_to_stop(scene, trigger) and (ended or near & {"called_for", "planned"}):
        return True
    carried_on = trigger.form.entry.type not in VOICED and is_carried_on(scene, trigger)
    return carried_on or is_standing_charge(scene, trigger, before)


def is_to_come(scene: Scene, trigger: Trigger, ruled: set[str]) -> bool:
    """Tell whether a noun names what lies ahead: due, agreed on, decided on (`ruled` is what it is not)."""
    if trigger.form.entry.type not in VOICED and (is_due(scene, trigger) or is_agreed(scene, trigger)):
        return True
    ahead = is_decided(scene, trigger) or is_considered(scene, trigger) or is_goal(scene, trigger)
    ahead = ahead or is_mission(scene, trigger)
    return "planned" not in ruled and (ahead or is_eve(scene, trigger) or is_contingent(scene, trigger))


def is_first_person(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb in the imperfect is in the first person (أود أن أشكر)."""
    return scene.text.folded[trigger.first][trigger.cut :].startswith(("ن", "ا"))


def is_to_stop(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun is an attack or a siege that somebody is called upon to stop (دعا إلى وقف العمليات)."""
    before = scene.text.folded[max(0, trigger.first - 1) : trigger.first]
    words = LIFTING if trigger.form.entry.type == "SANCTION" else STOPPING
    return trigger.form.entry.type in IMPOSED and not words.isdisjoint(before)


def content_of(scene: Scene, trigger: Trigger, before: list[tuple[Trigger, str]]) -> str | None:
    """Return called_for or planned for what an earlier request or agreement of the sentence leads in, or lists on."""
    if not before or scene.text.sentences[before[-1][0].first] != scene.text.sentences[trigger.first]:
        return None
    holder, held = before[-1]
    if is_demanded(scene, trigger, before):
        return "called_for"
    if is_said_anew(scene, holder, trigger) or is_at_meeting(scene, trigger):
        return None
    words = scene.text.folded[holder.last + 1 : trigger.first]
    if not BEFOREHAND.isdisjoint(words) or parted_by_verb(scene, holder, trigger):  # «طلبت الوساطة بعد أن بدأت الحرب»
        return None
    led = bool(set(words) & LEADS) or scene.text.folded[trigger.first][: trigger.cut].endswith(("ب", "ل"))
    led = led or any(word[:1] in "بل" and word[1:] in DOING for word in words[-1:])  # «طالبا أوروبا بتقديم ضمانات»
    led = led or (len(words) in (1, 2) and words[0].startswith(TO_COME) and holder.form.entry.type == "AGREE")
    led = led or [*holder.form.rest, *words][-1:] == ["ان"]  # «من المهم أن تلتزم»، «على إسرائيل أن تنسحب»
    if is_reached(scene, trigger):
        return None
    backed = trigger.form.entry.type in VOICED_OR_BACKED and not is_asked_for(scene, holder, trigger)
    if trigger.first - holder.last <= 20 and led and not backed:
        kind = {"REQUEST": "called_for", "AGREE": "planned"}.get(holder.form.entry.type)
        if kind and held != "negated" and trigger.form.entry.type != holder.form.entry.type:
            return kind
    listed = "و" in scene.text.folded[trigger.first][: trigger.cut] or any(word.startswith("وت") for word in words[-3:])
    listed = listed or words[-1:] in (["وعلي"], ["والي"]) or not JOINED.isdisjoint(words[-1:])
    listed = listed and holder.form.tense not in FINITE and trigger.first - holder.last <= 8
    alike = held != "ongoing" or holder.form.entry.type == trigger.form.entry.type
    return held if listed and alike and held in ("called_for", "planned", "ongoing") else None


def is_asked_for(scene: Scene, holder: Trigger, trigger: Trigger) -> bool:
    """Tell whether somebody is called on to back or respect something (دعت العراق إلى احترام سيادة الكويت)."""
    asked = trigger.form.entry.type == "SUPPORT" and holder.form.entry.type == "REQUEST"
    return asked and word_before(scene.text, trigger.first) == "الي" and trigger.form.tense == "noun"


def is_at_meeting(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a meeting is where something was agreed or asked (وافقوا على الخطة في الاجتماع)."""
    if trigger.form.entry.type != "CONSULT" or word_before(scene.text, trigger.first) not in ("في", "خلال", "اثناء"):
        return False
    return "مشارك" not in scene.text.folded[trigger.first - 2]  # «استعداد للمشاركة في مشاورات»


def is_said_anew(scene: Scene, holder: Trigger, trigger: Trigger) -> bool:
    """Tell whether «أن» of a verb of saying stands between two acts (وعدت بالحوار، مضيفة أن الاجتماع …)."""
    said = (i for i in range(holder.last + 1, trigger.first) if i in scene.spoken)
    return any(not SAYING.isdisjoint(scene.text.folded[i + 1 : i + 3]) for i in said)


def is_demanded(scene: Scene, trigger: Trigger, before: list[tuple[Trigger, str]]) -> bool:
    """Tell whether a noun with «ب» is demanded, over a clause on who demands (طالبت الجبهة التي …، بالإفراج)."""
    if not scene.text.folded[trigger.first][: trigger.cut].endswith("ب"):
        return False
    here = [t for t, _ in before[-3:] if scene.text.sentences[t.first] == scene.text.sentences[trigger.first]]
    asked = [t for t in here if t.form.entry.word.startswith("طالب") and t.form.tense in FINITE]
    return any(trigger.first - t.last <= DEMANDED for t in asked)


def of_imperfect(scene: Scene, trigger: Trigger, near: set[str]) -> str:
    """Return the status of a verb in the imperfect: past in the headline and of what is said, else ongoing."""
    if word_before(scene.text, trigger.first) in ("قد", "وقد") or "planned" in near or is_provided(scene, trigger):
        return "planned"
    if word_before(scene.text, trigger.first) in ("لم", "ولم"):
        return "negated"
    gone = was_going_on(scene, trigger) or is_circumstance(scene, trigger)
    if (gone and "ongoing" not in near) or is_sequel(scene, trigger):
        return "past"
    kind = trigger.form.entry.type
    first = scene.text.below(trigger.first) < HEADLINE or in_heading(scene, trigger)
    headline = first and (kind not in ("CONSULT", "AID", "COOPERATE") or trigger.form.entry.word in words("at_once"))
    if kind == "REQUEST" and stands_firm(scene, trigger):
        return "ongoing"
    if (headline or kind in FIRM) and "ongoing" not in near:
        return "past"
    return "past" if kind in OPINION and (is_first_person(scene, trigger) or is_avowed(scene, trigger)) else "ongoing"


def is_avowed(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a speaker says of himself what he holds, or judges by it, and so voices it (قال إنه يرفض …)."""
    before = scene.text.folded[max(0, trigger.first - 2) : trigger.first]
    own = before[-1:] and (before[-1] in AVOWING or (before[-1] in OWN_SIDE and before[0] == "ان"))
    a, _ = bounds(scene.text, trigger.first)
    said = any(i in scene.spoken for i in range(a, trigger.first))
    return said and (bool(own) or trigger.form.entry.word in JUDGING or begins_quotation(scene, trigger))


def begins_quotation(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a quotation begins with an act or its subject (قالت إن بلادها «تدين بشدة»، «الوزارة تستنكر»)."""
    text, first = scene.text, trigger.first
    opening = (text.text[text.starts[i] - 1 : text.starts[i]] for i in range(max(1, first - QUOTED), first + 1))
    return any(mark in OPENING_MARKS for mark in opening)


def once_dated(trigger: Trigger, state: str, moment: When, published: datetime.date | None) -> str:
    """Return the status of a noun by its date: past of dated fighting (في صيف 2012), planned of a day ahead."""
    if trigger.form.tense not in NOMINAL:
        return state
    if state == "ongoing" and trigger.form.entry.word in FIGHTS and moment.precision in ("day", "month", "year"):
        state = "past"
    ahead = moment.date and published and (moment.date > published or bool(AHEAD.search(moment.evidence or "")))
    return "planned" if state == "past" and ahead else state


def while_it_lasts(scene: Scene, trigger: Trigger, state: str, on_the_day: bool) -> str:
    """Return ongoing for a visit or tour that lasts on the day of publication, else the status as it is."""
    if state != "past" or trigger.form.entry.mode != "visit" or trigger.form.tense in FINITE or not on_the_day:
        return state
    near = scene.text.folded[max(0, trigger.first - 2) : trigger.first]
    ended = scene.text.folded[max(0, trigger.first - 6) : trigger.first]
    return state if set(near) & OVER or set(ended) & ENDED else "ongoing"


def subjunctive(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb depends on «أن» or «ل» (دعا إلى أن ينسحب)."""
    word = scene.text.folded[trigger.first]
    depends = word_before(scene.text, trigger.first) in ("ان", "بان", "كي", "لكي") or word[: trigger.cut].endswith("ل")
    return trigger.form.tense == "imperfect" and depends
