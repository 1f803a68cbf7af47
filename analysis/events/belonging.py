"""The date phrase that belongs to an act: its own, else one that its sentence lends it."""

import datetime
import re

from analysis.arabic import calendar, dates
from analysis.arabic.phrases import places, word_before
from analysis.events.carried import is_known, is_of_accused
from analysis.events.date_owners import SAYING, in_relative, is_of_series, word_at
from analysis.events.lasting import was_going_on
from analysis.events.moments import Time
from analysis.events.newsday import SPEECH, is_aim, is_reacted_to
from analysis.events.parties import HARD_END, RELATIVES, Scene, bounds, breaks
from analysis.events.series import is_answered
from analysis.events.sets import words
from analysis.events.status import FIGHTS
from analysis.events.triggers import FINITE, NOMINAL, Trigger

MADE = ("AGREE", "SUPPORT")  # types whose acts bring an agreement about
BESIDE = 4  # words from a noun over its adjectives to the verb of its relative clause

LASTED = re.compile(r"^(?: \S+)? (?:استمرت?|دامت?) (?!(?:\S+ )?(?:ساع|دقائق|لحظات))")  # معارك عنيفة استمرت أياما
OPENING = 6  # words from the beginning of a sentence in which a date counts for the whole sentence
VERB_OPENING = 10  # the same, for a verb in the perfect (خلال زيارة قام بها في وقت سابق هذا العام أجبر على السفر)
REACH_AHEAD = 12  # words over which a coming day holds for the next coming act
SINCE = 10  # words between «منذ» and the date of the act since when
AT = frozenset(("في", "خلال", "اثناء", "لدي", "عقب", "بعد"))  # before the meeting at which an act was done
DURING = 6  # words between «أثناء» or «أدى إلى» and the act it leads in
AFTER = frozenset(("بعد", "عقب", "اثر", "بعدما"))
FIRST = words("first_time")
FIRST_REACH = 10  # words from «أول» to «منذ» at most
DURING_WORDS = words("during")
CONNECTED = words("connected")
LATER = {  # those of them that leave more time between than a date spans
    **dict.fromkeys(("month", "interval"), frozenset(("بعدما", "اعقاب", "عقب", "اثر"))),
    "year": frozenset(("بعدما",)),
}
APART = words("apart")


def belonging(scene: Scene, trigger: Trigger, status: str, time: Time) -> dates.Found | None:
    """Return the date phrase of a trigger's clause: the one it owns, else one that it shares with other acts."""
    inside = dated_near(scene, trigger, status, time)
    if not inside or is_answered(scene, trigger):
        return None
    own = owned(scene, trigger, status, [phrase for phrase in inside if time.owners[phrase.start] is trigger])
    if not own and is_reacted_to(scene, trigger):
        return None
    own = own or [phrase for phrase in inside if is_shared(scene, trigger, time.owners[phrase.start], phrase)]
    own = own or [phrase for phrase in inside if is_at(scene, trigger, time.owners[phrase.start], phrase)]
    own = own or [phrase for phrase in inside if is_made_then(scene, trigger, time.owners[phrase.start])]
    own = own or [phrase for phrase in inside if is_reached(scene, trigger, time.owners[phrase.start])]
    if own:
        return nearest(scene, trigger, status, own)
    before = [phrase for phrase in inside if phrase.end <= scene.text.starts[trigger.first]]
    if status in ("past", "ongoing") and before and is_since(scene, trigger, before[0]):
        return before[0]._replace(limit="since")
    if before and word_before(scene.text, trigger.first) == "هامش" and before[-1].precision == "day":
        return before[-1]  # «التقيا الأحد على هامش قمة»
    during = [phrase for phrase in before if is_during(scene, trigger, phrase)]
    if during:
        return during[-1]
    if status == "planned" and is_aim(scene, trigger) and trigger.form.entry.type == "CONSULT":
        due = [phrase for phrase in before if phrase.date >= (time.published or phrase.date)]
        return next((phrase for phrase in due[::-1] if is_ahead(scene, trigger, phrase, time.published)), None)
    if status == "planned" and trigger.future:
        return next((phrase for phrase in before[::-1] if is_ahead(scene, trigger, phrase, time.published)), None)
    if status in ("planned", "called_for", "ongoing"):
        return None
    come = [phrase for phrase in inside if time.published is None or phrase.date <= time.published]
    return lent(scene, trigger, come)


def nearest(scene: Scene, trigger: Trigger, status: str, own: list[dates.Found]) -> dates.Found:
    """Return the nearest of the dates that an act owns, but none of who tells of it; a year since when it is done."""
    if status in ("past", "ongoing") and own[0].precision == "year" and is_since(scene, trigger, own[0]):
        return own[0]._replace(limit="since")
    older = [phrase for phrase in own if is_told_later(scene, trigger, phrase, own)]
    return min(older or own, key=lambda phrase: distance(scene, trigger, phrase))


def is_told_later(scene: Scene, trigger: Trigger, phrase: dates.Found, own: list[dates.Found]) -> bool:
    """Tell whether a date behind a noun is its own, and one before it of who tells (أعلن أمس مقتل منفذي هجوم مايو)."""
    start = scene.text.starts[trigger.first]
    before = [p for p in own if p.end <= start and p.precision == "day" and p.date != phrase.date]
    if trigger.form.tense in FINITE or phrase.start < start or phrase.limit or not before:
        return False
    here = word_at(scene, before[-1].start)
    said = next((i for i in range(here - 1, bounds(scene.text, here)[0] - 1, -1) if i in scene.governing), None)
    return said is not None and said in scene.spoken


def owned(scene: Scene, trigger: Trigger, status: str, own: list[dates.Found]) -> list[dates.Found]:
    """Return the dates that an act owns and lies at; what goes on has none before it, unless it is fighting."""
    if status != "ongoing" or trigger.form.entry.word in FIGHTS:
        return own
    return [phrase for phrase in own if phrase.start > scene.text.starts[trigger.first] or phrase.limit == "since"]


def dated_near(scene: Scene, trigger: Trigger, status: str, time: Time) -> list[dates.Found]:
    """Return the dates beside an act where it can lie: no «حتى اليوم», of a past act no «حتى», of a call none gone."""
    inside = time.dated.get(scene.text.sentences[trigger.first], [])
    if is_of_accused(scene, trigger):
        inside = [p for p in inside if p.start > scene.text.starts[trigger.first]]
    if status == "called_for":
        inside = [p for p in inside if not is_gone(p, time.published)]
    lasting = status in ("past", "ongoing")
    goes_on = lasting or trigger.form.entry.type in ("RETREAT", "CONCEDE")  # «تمديد الهدنة حتى الثاني من أكتوبر»
    inside = [p for p in inside if p.limit != "until" or not (goes_on or p.date == time.published)]
    lasting = lasting and not (status == "past" and trigger.form.entry.type in SPEECH and trigger.form.tense in FINITE)
    return [p for p in inside if p.limit != "since" or (lasting and not is_first_since(scene, p))]


def is_gone(phrase: dates.Found, published: datetime.date | None) -> bool:
    """Tell whether a date, other than a weekday, lies behind the day of publication, so that no call can be for it."""
    end = phrase.date_to or calendar.last_day(phrase.date, phrase.precision)
    return published is not None and end < published and phrase.kind != "weekday"


def is_first_since(scene: Scene, phrase: dates.Found) -> bool:
    """Tell whether «منذ» measures how long nothing like an act was seen (أول زيارة منذ 2009، للمرة الأولى منذ عقد)."""
    here = word_at(scene, phrase.start)
    near = places(scene.text, FIRST, max(0, here - FIRST_REACH), here)
    return any(not breaks(scene.text, i, here) for i in near)


def lent(scene: Scene, trigger: Trigger, inside: list[dates.Found]) -> dates.Found | None:
    """Return the date of another act of the sentence: the one that «عندما» leads in, else the one that opens it."""
    linked = next((phrase for phrase in inside if is_connected(scene, trigger, phrase)), None)
    linked = linked or next((phrase for phrase in inside if is_followed(scene, trigger, phrase)), None)
    if linked or is_apart(scene, trigger):
        return linked
    a, start = bounds(scene.text, trigger.first)[0], scene.text.starts[trigger.first]
    reach = VERB_OPENING if trigger.form.tense == "perfect" else OPENING
    before = (p for p in inside if p.end <= start and opens(scene, p, a, 1 if p.limit == "since" else reach))
    return next((p for p in before if not in_relative(scene, range(a, word_at(scene, p.start)))), None)


def is_since(scene: Scene, trigger: Trigger, phrase: dates.Found) -> bool:
    """Tell whether an act has happened since a dated one (ومنذ الزيارة الأخيرة في آب 2020، حصلت هجمات)."""
    a, here = bounds(scene.text, trigger.first)[0], word_at(scene, phrase.start)
    begins = scene.text.folded[a] in ("منذ", "ومنذ") and here - a <= SINCE and not breaks(scene.text, a, here)
    return begins and phrase.limit is None and word_before(scene.text, trigger.first) not in RELATIVES


def is_shared(scene: Scene, trigger: Trigger, other: Trigger | None, phrase: dates.Found) -> bool:
    """Tell whether a noun shares the date of the noun that «و» joins to it (اشتباكات واستهداف خلال تموز)."""
    if trigger.form.tense not in NOMINAL or phrase.start < scene.text.ends[trigger.last]:
        return False
    if other is None or other.first <= trigger.last or other.form.tense != trigger.form.tense:
        return False
    joined = scene.text.folded[other.first][: other.cut].startswith("و")
    return joined and not breaks(scene.text, trigger.last, other.first)


def is_at(scene: Scene, trigger: Trigger, other: Trigger | None, phrase: dates.Found) -> bool:
    """Tell whether a verb tells what was done at a dated meeting (تعهدت كندا في اجتماع أمس …)."""
    if trigger.form.tense != "perfect" or other is None or other.form.tense in FINITE or phrase.limit:
        return False
    if phrase.precision != "day":
        return False
    behind = other.first > trigger.last and word_before(scene.text, other.first) in AT and not other.cut
    return behind and other.form.entry.type == "CONSULT" and not breaks(scene.text, trigger.last, other.first)


def is_made_then(scene: Scene, trigger: Trigger, other: Trigger | None) -> bool:
    """Tell whether a noun is what a dated verb behind it brought about (الاتفاق الذي أبرمته إيران في 14 يوليو)."""
    behind = other is not None and other.first > trigger.last and other.form.entry.type in MADE
    if trigger.form.tense in FINITE or not behind:
        return False
    between = scene.text.folded[trigger.last + 1 : other.first]
    led = between[-1:] == ["تم"] or (bool(between) and between[-1] in RELATIVES)
    return led and len(between) <= BESIDE and not breaks(scene.text, trigger.last, other.first)


def is_reached(scene: Scene, trigger: Trigger, other: Trigger | None) -> bool:
    """Tell whether a noun is what a dated verb of its kind led to (توصل البلدان في مارس إلى تفاهم)."""
    if other is None or other.last >= trigger.first or word_before(scene.text, trigger.first) != "الي":
        return False
    same = other.form.tense in FINITE and other.form.entry.type == trigger.form.entry.type
    return same and breaks(scene.text, other.last, trigger.first) <= 1


def is_during(scene: Scene, trigger: Trigger, phrase: dates.Found) -> bool:
    """Tell whether an act went on while a dated one did (قتلها يوم 11 مايو أثناء تغطيتها اقتحاما), or came of it."""
    if phrase.precision == "interval":
        return False
    near = scene.text.folded[max(word_at(scene, phrase.end) + 1, trigger.first - DURING) : trigger.first]
    backing = trigger.form.entry.word.startswith("مدعوم") and not is_known(scene, trigger)  # هزموه عام 2017 مدعومين
    level = not breaks(scene.text, word_at(scene, phrase.start), trigger.first)
    return bool(DURING_WORDS & set(near)) or (backing and level)


def is_ahead(scene: Scene, trigger: Trigger, phrase: dates.Found, published: datetime.date | None) -> bool:
    """Tell whether a date before a coming act of its sentence lies ahead (سينتقل الاثنين إلى الدوحة حيث سيلتقي)."""
    near = trigger.first - word_at(scene, phrase.start) <= REACH_AHEAD
    if published is None or phrase.precision != "day" or not near:
        return False
    if not SAYING.isdisjoint(scene.text.folded[word_at(scene, phrase.end - 1) + 1 : trigger.first]):
        return False  # «قال الجمعة إن الوفد سيصل»
    return phrase.kind == "weekday" or phrase.date >= published


def is_apart(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act is told aside of its sentence: in a relative clause, behind «بعد», as what is aimed at."""
    text = scene.text
    near = places(text, APART, max(0, trigger.first - 4), trigger.first)
    if is_aim(scene, trigger) or any(not breaks(text, i, trigger.first) for i in near):
        return True
    if trigger.form.tense == "imperfect" and was_going_on(scene, trigger):
        return True
    behind = text.folded[trigger.last + 1 : trigger.last + 4]
    if "بعدها" in behind or ["بعد", "ذلك"] in (behind[:2], behind[1:]):
        return True
    if LASTED.search(scene.text.text[scene.text.ends[trigger.last] : scene.text.ends[bounds(text, trigger.first)[1]]]):
        return True
    asked = word_before(text, trigger.first) == "الي"
    return trigger.form.tense in NOMINAL and (asked or is_known(scene, trigger))


def opens(scene: Scene, phrase: dates.Found, a: int, reach: int = OPENING) -> bool:
    """Tell whether a date phrase stands at the beginning of its sentence (وفي 26 تموز 2021، …)."""
    first = scene.text.starts[min(a + reach, len(scene.text.starts) - 1)]
    return phrase.start <= first


def is_connected(scene: Scene, trigger: Trigger, phrase: dates.Found) -> bool:
    """Tell whether an act shares the date of another that «عندما» or «إثر» leads in behind it."""
    start = scene.text.ends[trigger.last]
    if phrase.start < start or is_of_series(scene, phrase) or HARD_END.search(scene.text.text[start : phrase.start]):
        return False
    near = CONNECTED & set(scene.text.folded[trigger.last + 1 : trigger.last + 12])
    return bool(near - LATER.get(phrase.precision, frozenset()))


def is_followed(scene: Scene, trigger: Trigger, phrase: dates.Found) -> bool:
    """Tell whether «بعد» leads an act in right behind a month or year (في منتصف فبراير بعد توقيع الاتفاق)."""
    words, behind = scene.text.folded, word_at(scene, phrase.end - 1) + 1
    if phrase.precision not in ("month", "year") or phrase.limit or not 0 < trigger.first - behind <= 2:
        return False
    led = words[behind] in AFTER and breaks(scene.text, behind - 1, trigger.first) <= 1
    return led and (trigger.first - behind == 1 or words[behind + 1] == "ان")


def distance(scene: Scene, trigger: Trigger, phrase: dates.Found) -> int:
    """Return the characters between a trigger and a date phrase."""
    start, end = scene.text.starts[trigger.first], scene.text.ends[trigger.last]
    return phrase.start - end if phrase.start >= end else start - phrase.end
