"""The day that a passage tells of, where an act has no date of its own: its sentence, earlier events, the news."""

import datetime

from analysis.arabic import dates
from analysis.events.cues import is_future
from analysis.events.date_owners import in_relative, is_of_report, sentence_at, word_at
from analysis.events.moments import LEAD, NEWS_DAYS, Time, When, of_phrase
from analysis.events.parties import Scene, bounds, breaks
from analysis.events.reported import is_reported_deed
from analysis.events.sets import words
from analysis.events.triggers import Trigger
from analysis.events.types import SPOKEN

THEN_REACH = 10  # words between an act and «آنذاك»
FORCE = ("ASSAULT", "COERCE", "PROTEST")
THAT = frozenset(("ان", "انه", "انها", "انهم", "بان", "الي", "علي"))
SEQUEL = 3  # words from an act to «بعدها» at most
AFTERWARDS = frozenset(("بعدها", "عقبها", "اثرها", "بعدئذ", "لاحقا"))
THEN = words("then")
GOING_ON = frozenset(("لكن", "كما", "ثم", "غير", "الا"))  # beside «و…»: «غير أن», «إلا أن»
PASSAGE = 4  # sentences of a passage on earlier events that are looked back over
BACK = words("back")
RETURNS = words("returns")
CONTINUES = words("continues")


def day_told(scene: Scene, trigger: Trigger, time: Time) -> When:
    """Return the day that a sentence, or the one it continues («وأضاف …»), tells of, else the day of the news."""
    if is_back_then(scene, trigger):
        return time_before(scene, trigger, time)
    a, _ = bounds(scene.text, trigger.first)
    while a > 0 and continues(scene, a):
        a, _ = bounds(scene.text, a - 1)
    sentences = range(scene.text.sentences[a], scene.text.sentences[trigger.first] + 1)
    told = [phrase for number in sentences for phrase in time.dated.get(number, [])]
    past = [phrase for phrase in told if is_past_day(scene, trigger, phrase, time.published)]
    if past:
        here = scene.text.sentences[trigger.first] == sentence_at(scene, past[-1].start)
        return of_phrase(past[-1] if here else past[0], "past", time.published)
    if trigger.form.tense == "perfect" and trigger.form.entry.type in FORCE:
        same = day_before_it(scene, trigger, a, time)
        if same is not None:
            return same
    if is_sequel_of_old(scene, trigger, a, time):
        return When()
    if is_of_old(scene, trigger, time) or is_before_old(scene, trigger, time):
        return When()
    back = told_back(scene, trigger, time)
    return time.news if back is None else back


def continues(scene: Scene, a: int) -> bool:
    """Tell whether a sentence goes on with what was said before: «وأضاف», «ولفت إلى أن», within a quotation."""
    text = scene.text
    if text.folded[a] in CONTINUES:
        return True
    if a in scene.spoken and text.folded[a].startswith("و") and a + 1 < len(text.folded) and text.folded[a + 1] in THAT:
        return True
    return is_quoted(scene, a)


def is_quoted(scene: Scene, a: int) -> bool:
    """Tell whether a quotation that began before in the paragraph goes on where a sentence begins."""
    text, start = scene.text.text, scene.text.starts[a]
    before = text[text.rfind("\n", 0, start) + 1 : start]
    opened = before.count("“") - before.count("”") + before.count("«") - before.count("»")
    return opened > 0 or before.count('"') % 2 == 1


def day_before_it(scene: Scene, trigger: Trigger, a: int, time: Time) -> When | None:
    """Return the day at which the sentence before tells of force used, where «و» goes on with it in one line."""
    if not goes_on(scene, a) or trigger.first - a > 2:
        return None
    number = scene.text.sentences[a] - 1
    told = [p for p in time.dated.get(number, []) if time.owners[p.start] and p.precision == "day" and not p.limit]
    told = [p for p in told if time.owners[p.start].form.entry.type in FORCE and p.date <= time.published]
    near = [p for p in told if (time.published - p.date).days <= NEWS_DAYS]
    return When(near[-1].date, None, "day", near[-1].words) if near else None


def is_of_old(scene: Scene, trigger: Trigger, time: Time) -> bool:
    """Tell whether a sentence tells of older days what comes before an act (حذر في مارس الماضي من أنه لن يشارك)."""
    a, start = bounds(scene.text, trigger.first)[0], scene.text.starts[trigger.first]
    here = (p for p in time.dated.get(scene.text.sentences[trigger.first], []) if p.end <= start and p.limit != "since")
    old = (p for p in here if (time.published - (p.date_to or p.date)).days > NEWS_DAYS)
    return any(time.owners[p.start] or not in_relative(scene, range(a, word_at(scene, p.start))) for p in old)


def is_before_old(scene: Scene, trigger: Trigger, time: Time) -> bool:
    """Tell whether the body tells by a verb what is older than a date behind it (وقعا هدنة بدأت في 3 مايو الماضي)."""
    told = trigger.form.tense == "perfect" and trigger.form.entry.type not in SPOKEN
    if not told or scene.text.below(trigger.first) < LEAD:
        return False
    end = scene.text.ends[trigger.last]
    behind = (p for p in time.dated.get(scene.text.sentences[trigger.first], []) if p.start >= end and p.limit is None)
    old = [p for p in behind if (time.published - (p.date_to or p.date)).days > NEWS_DAYS]
    return bool(old)


def is_sequel_of_old(scene: Scene, trigger: Trigger, a: int, time: Time) -> bool:
    """Tell whether an act came «بعدها» or «بعد ذلك» upon one that the sentence before dates long before the news."""
    text = scene.text
    near = range(max(a, trigger.first - SEQUEL), min(len(text.folded) - 1, trigger.last + SEQUEL))
    if not any(text.folded[i] in AFTERWARDS or text.folded[i : i + 2] == ["بعد", "ذلك"] for i in near):
        return False
    told = [p for p in time.dated.get(text.sentences[a] - 1, []) if not p.limit]
    return bool(told) and (time.published - (told[-1].date_to or told[-1].date)).days > NEWS_DAYS


def is_back_then(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act is said to be of the time told before (آنذاك، في ذلك الوقت، في حينه)."""
    text = scene.text
    near = range(max(0, trigger.first - THEN_REACH), min(len(text.folded), trigger.last + THEN_REACH))
    then = (i for i in near if text.folded[i] in THEN or text.folded[i : i + 2] == ["ذلك", "الوقت"])
    return any(breaks(text, min(i, trigger.first), max(i, trigger.last)) <= 1 for i in then)


def time_before(scene: Scene, trigger: Trigger, time: Time) -> When:
    """Return the last past date that the sentences up to an act's tell, or no date."""
    last = scene.text.sentences[trigger.first]
    told = [phrase for n in range(last - PASSAGE, last + 1) for phrase in time.dated.get(n, [])]
    old = [p for p in told if p.start < scene.text.starts[trigger.first] and (time.published - p.date).days > NEWS_DAYS]
    return of_phrase(old[-1]._replace(limit=None), "past", time.published) if old else When()


def is_past_day(scene: Scene, trigger: Trigger, phrase: dates.Found, published: datetime.date) -> bool:
    """Tell whether a date before a trigger is a day that has come, and not that of a report."""
    before = phrase.start < scene.text.starts[trigger.first] and phrase.date <= published
    day = before and phrase.precision == "day" and not phrase.limit
    return day and not is_of_report(scene, phrase) and not is_of_plan(scene, phrase)


def is_of_plan(scene: Scene, phrase: dates.Found) -> bool:
    """Tell whether a day is that of a coming act (ستسلم كينيا المذكرة الأربعاء)."""
    here = word_at(scene, phrase.start)
    a, _ = bounds(scene.text, here)
    return any(is_future(scene.text.folded[i]) and not breaks(scene.text, i, here) for i in range(a, here))


def told_back(scene: Scene, trigger: Trigger, time: Time) -> When | None:
    """Return the month, or no date, of an act in a passage on earlier events («وكان …»), None where there is none."""
    text = scene.text
    a, _ = bounds(text, trigger.first)
    for step in range(PASSAGE):
        early = earlier(scene, a, time) if step else []
        if early or text.folded[a] in BACK:
            return within_month(early[0].date, time.published) if early else When()
        telling = a in scene.spoken and a != trigger.first
        if not goes_on(scene, a) or (telling and (step or not is_reported_deed(scene, trigger))):
            return None
        a, _ = bounds(text, a - 1)
    return None


def goes_on(scene: Scene, a: int) -> bool:
    """Tell whether the sentence that begins with a word goes on with the one before it, in one line."""
    text = scene.text
    if a == 0 or not (text.folded[a].startswith("و") or text.folded[a] in GOING_ON) or text.folded[a] in RETURNS:
        return False
    return "\n" not in text.text[text.ends[a - 1] : text.starts[a]]


def earlier(scene: Scene, a: int, time: Time) -> list[dates.Found]:
    """Return the dates before the days of the news at which the acts of a sentence happened."""
    here = [phrase for phrase in time.dated.get(scene.text.sentences[a], []) if phrase.limit is None]
    old = [phrase for phrase in here if (time.published - phrase.date).days > NEWS_DAYS]
    return [phrase for phrase in old if not in_relative(scene, range(a, word_at(scene, phrase.start)))]


def within_month(date: datetime.date, published: datetime.date) -> When:
    """Return the month of an act between two days of one month, else no date."""
    same = (date.year, date.month) == (published.year, published.month)
    return When(date.replace(day=1), None, "month", str(date)) if same else When()
