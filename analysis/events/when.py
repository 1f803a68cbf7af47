"""When an act happened: the date phrase of its clause, else the day of the news where it is the day's news."""

import datetime
import re
from bisect import bisect_left
from typing import NamedTuple

from analysis.arabic import dates
from analysis.arabic.phrases import ARTICLE
from analysis.events.parties import HARD_END, Scene, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import Trigger

LEAD = 3  # sentences of an article in which an undated past act is the day's news
NEWS_DAYS = 3  # a lead that names a day up to so many days back tells news of that day
OPENING = 6  # words from the beginning of a sentence in which a date counts for the whole sentence
SPEECH = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE")
MARK = re.compile(r"[،,؛;:]")
REPORTED = words("reported")
CONNECTED = words("connected")
BACKGROUND = words("background")
APART = words("apart")
AIMS = words("aims")
NEW_CLAUSE = words("new_clause")
SENT = words("dated_participle")
OFTEN = words("often")
OFTEN_REACH = 20  # words behind an act in which «مرارا» counts for it
SAID = 8  # words between a verb of saying and what is said
REACH_AHEAD = 12  # words over which a coming day holds for the next coming act


class When(NamedTuple):
    """A date with its precision and the words it rests on."""

    date: datetime.date | None = None
    date_to: datetime.date | None = None
    precision: str | None = None
    evidence: str | None = None


class Time(NamedTuple):
    """What an article tells of time: its date phrases, when it came out, which day its news is of, its triggers."""

    phrases: list[dates.Found]
    published: datetime.date | None
    news: When
    triggers: list[Trigger]


def time_of(scene: Scene, published: datetime.date | None, triggers: list[Trigger]) -> Time:
    """Return the date phrases of an article and the day of its news."""
    found = dates.find(scene.text.text, published)
    return Time(found, published, day_of_news(scene, found, published), triggers)


def day_of_news(scene: Scene, found: list[dates.Found], published: datetime.date | None) -> When:
    """Return the day that the lead names (أمس، الأربعاء), else the day of publication."""
    if published is None:
        return When()
    for phrase in found:
        near = phrase.date and 0 <= (published - phrase.date).days <= NEWS_DAYS and phrase.precision == "day"
        if near and phrase.kind in ("weekday", "relative") and sentence_at(scene, phrase.start) <= LEAD:
            return When(phrase.date, None, "day", phrase.words if phrase.date != published else "published")
    return When(published, None, "day", "published")


def sentence_at(scene: Scene, offset: int) -> int:
    """Return the number of the sentence that an offset lies in."""
    starts = scene.text.starts
    return scene.text.sentences[min(bisect_left(starts, offset), len(starts) - 1)] if starts else 0


def when(scene: Scene, trigger: Trigger, status: str, time: Time) -> When:
    """Return the date of one act."""
    phrase = belonging(scene, trigger, status, time)
    if phrase is not None:
        return of_phrase(phrase, status, time.published)
    if time.published and is_news_of_the_day(scene, trigger, status):
        return time.news
    return When()


def of_phrase(phrase: dates.Found, status: str, published: datetime.date | None) -> When:
    """Return what a date phrase says; of a planned act the coming weekday, of a week its month."""
    date, precision, until = phrase.date, phrase.precision, phrase.date_to
    if (
        status == "planned"
        and phrase.kind == "weekday"
        and published
        and date < published
        and "ماضي" not in phrase.words
    ):
        date += datetime.timedelta(days=7)
    if precision == "interval" and phrase.kind == "relative" and until and date.month == until.month:
        return When(date.replace(day=1), None, "month", phrase.words)
    if phrase.limit == "since" and precision != "interval" and published and status != "planned":
        return When(date, published, "interval", phrase.words)
    return When(date, until, precision, phrase.words)


def belonging(scene: Scene, trigger: Trigger, status: str, time: Time) -> dates.Found | None:
    """Return the date phrase of a trigger's clause: the one it owns, else the one that opens its sentence."""
    text = scene.text
    a, b = bounds(text, trigger.first)
    inside = [phrase for phrase in time.phrases if phrase.date and text.starts[a] <= phrase.start < text.ends[b]]
    own = [phrase for phrase in inside if owner(scene, phrase, time.triggers, len(inside) == 1) is trigger]
    if status == "ongoing":
        own = [phrase for phrase in own if phrase.start > text.starts[trigger.first] or phrase.limit == "since"]
    if own:
        return min(own, key=lambda phrase: distance(scene, trigger, phrase))
    if status == "planned" and trigger.future:
        return next((phrase for phrase in inside[::-1] if is_ahead(scene, trigger, phrase, time.published)), None)
    if status in ("planned", "called_for", "ongoing"):
        return None
    opening = [phrase for phrase in inside if opens(scene, phrase, a) and phrase.end <= text.starts[trigger.first]]
    linked = [phrase for phrase in inside if is_connected(scene, trigger, phrase)]
    return next(iter(linked or ([] if is_apart(scene, trigger) else opening)), None)


def is_ahead(scene: Scene, trigger: Trigger, phrase: dates.Found, published: datetime.date | None) -> bool:
    """Tell whether a date phrase before a coming act of its sentence names a day ahead (سينتقل الاثنين حيث سيلتقي)."""
    near = phrase.end <= scene.text.starts[trigger.first] and trigger.first - word_at(scene, phrase.start) <= REACH_AHEAD
    return near and bool(published) and phrase.precision == "day" and phrase.date >= published


def word_at(scene: Scene, offset: int) -> int:
    """Return the number of the word that begins at an offset."""
    return bisect_left(scene.text.starts, offset)


def is_apart(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act is told aside of its sentence: in a relative clause, behind «بعد», as what is aimed at."""
    text, words = scene.text, set()
    for i in range(trigger.first - 1, max(-1, trigger.first - 5), -1):
        if breaks(text, i, trigger.first):
            break
        words.add(text.folded[i])
    if words & APART:
        return True
    noun = trigger.form.tense in ("noun", "phrase")
    before = text.folded[trigger.first - 1] if trigger.first else ""
    return noun and (is_known(scene, trigger) or before in AIMS or before == "الي")


def opens(scene: Scene, phrase: dates.Found, a: int) -> bool:
    """Tell whether a date phrase stands at the beginning of its sentence (وفي 26 تموز 2021، …)."""
    first = scene.text.starts[min(a + OPENING, len(scene.text.starts) - 1)]
    return phrase.start <= first


def is_connected(scene: Scene, trigger: Trigger, phrase: dates.Found) -> bool:
    """Tell whether an act shares the date of another that «عندما» or «إثر» leads in behind it."""
    start = scene.text.ends[trigger.last]
    if phrase.start < start or HARD_END.search(scene.text.text[start : phrase.start]):
        return False
    return bool(CONNECTED & set(scene.text.folded[trigger.last + 1 : trigger.last + 12]))


def owner(scene: Scene, phrase: dates.Found, triggers: list[Trigger], alone: bool) -> Trigger | None:
    """Return the act that a date phrase dates: the nearest before it in its clause, else the nearest behind it."""
    text, number = scene.text, sentence_at(scene, phrase.start)
    inside = [trigger for trigger in triggers if text.sentences[trigger.first] == number]
    after = [trigger for trigger in inside if text.starts[trigger.first] >= phrase.end]
    if text.folded[word_at(scene, phrase.start) - 1 :][:1] and text.folded[word_at(scene, phrase.start) - 1] in SENT:
        return of_participle(scene, phrase, inside)
    before = [t for t in inside if text.ends[t.last] <= phrase.start and reaches(scene, t, phrase, 3 if alone else 1)]
    if after and leads(scene, phrase, after[0]):
        return after[0]
    if is_of_report(scene, phrase):
        return None
    if before:
        return head(before)
    return after[0] if after and follows_closely(scene, after[0], phrase) else None


def head(before: list[Trigger]) -> Trigger:
    """Return the last act, or the one whose genitive it is («حوار التعاون الأمني» is a dialogue)."""
    *_, one, last = [None, *before]
    genitive = one and one.last + 1 == last.first and not last.cut and one.form.tense == last.form.tense == "noun"
    return one if genitive or (one and one.last + 1 == last.first and one.form.tense == "noun" and last.form.tense == "phrase") else last


def of_participle(scene: Scene, phrase: dates.Found, inside: list[Trigger]) -> Trigger | None:
    """Return the act that a participle before a date tells of (الاتفاق الموقع عام 2014، القوات المرسلة عام 2014 لدعم …)."""
    here = word_at(scene, phrase.start)
    noun = next((t for t in inside if t.form.tense not in ("perfect", "imperfect") and 1 <= here - t.last <= 4), None)
    if noun:
        return noun
    after = next((t for t in inside if t.first > here), None)
    return after if after and after.form.tense == "noun" and follows_closely(scene, after, phrase) else None


def leads(scene: Scene, phrase: dates.Found, trigger: Trigger) -> bool:
    """Tell whether only «حينما» stands between a date phrase and an act (آخرها في 29 حزيران، حينما قصفت)."""
    between = scene.text.text[phrase.end : scene.text.starts[trigger.first]]
    return between.strip(" ،,") in ("حينما", "عندما", "حين")


def is_of_report(scene: Scene, phrase: dates.Found) -> bool:
    """Tell whether a date phrase dates the report and not what it tells (في بيان صدر الأربعاء)."""
    words = scene.text.text[: phrase.start].split()[-1:]
    return bool(words) and words[0].strip("\N{ARABIC TATWEEL}") in REPORTED


def reaches(scene: Scene, trigger: Trigger, phrase: dates.Found, marks: int) -> bool:
    """Tell whether a date phrase stands in the clause of an act before it, with no verb of saying between."""
    text = scene.text
    between = text.text[text.ends[trigger.last] : phrase.start]
    if HARD_END.search(between) or len(MARK.findall(between)) > marks or len(between) > 200:
        return False
    words = range(trigger.last + 1, bisect_left(text.starts, phrase.start))
    return not any(i in scene.spoken or begins_clause(scene, i) for i in words)


def begins_clause(scene: Scene, i: int) -> bool:
    """Tell whether a word begins a clause that takes its own date («حيث», but not «من حيث»)."""
    return scene.text.folded[i] in NEW_CLAUSE and scene.text.folded[i - 1] != "من"


def follows_closely(scene: Scene, trigger: Trigger, phrase: dates.Found) -> bool:
    """Tell whether an act stands in the clause behind a date phrase."""
    between = scene.text.text[phrase.end : scene.text.starts[trigger.first]]
    return len(MARK.findall(between)) <= 1 and not HARD_END.search(between)


def distance(scene: Scene, trigger: Trigger, phrase: dates.Found) -> int:
    """Return the characters between a trigger and a date phrase."""
    start, end = scene.text.starts[trigger.first], scene.text.ends[trigger.last]
    return phrase.start - end if phrase.start >= end else start - phrase.end


def is_news_of_the_day(scene: Scene, trigger: Trigger, status: str) -> bool:
    """Tell whether an undated act is what the article came out to tell: in its lead, spoken, or told as news."""
    if is_background(scene, trigger) or is_series(scene, trigger):
        return False
    if status == "ongoing":
        return trigger.form.entry.mode == "visit"
    if status != "past":
        return False
    told = trigger.form.tense in ("perfect", "participle") or is_carried(scene, trigger)
    return told or scene.text.sentences[trigger.first] < LEAD or is_spoken(scene, trigger)


def is_spoken(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act of speech is told as said: a verb, or a noun that a verb of saying leads in."""
    if trigger.form.entry.type not in SPEECH:
        return False
    if trigger.form.tense != "noun":
        return True
    if trigger.form.entry.type == "REQUEST" or is_known(scene, trigger):
        return False
    near = range(max(0, trigger.first - SAID), trigger.first)
    return any(i in scene.spoken and breaks(scene.text, i, trigger.first) == 0 for i in near)


def is_series(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act is one of many on many days: counted (28 طلبا), or done «باستمرار», «على التوالي»."""
    text = scene.text
    _, b = bounds(text, trigger.first)
    behind = range(trigger.last + 1, min(b, trigger.last + OFTEN_REACH) + 1)
    often = any(text.folded[i] in OFTEN and breaks(text, trigger.last, i) <= 2 for i in behind)
    before = text.folded[trigger.first - 1] if trigger.first else ""
    return often or (before.isdigit() and trigger.form.entry.type in SPEECH)


def is_known(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether the article makes a noun of speech an earlier act (التفاهمات، التطبيع), not a root (التزام)."""
    word = scene.text.folded[trigger.first][trigger.cut :]
    return word.startswith(ARTICLE) and not trigger.form.entry.word.startswith(ARTICLE)


def is_background(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act came before the news: an anniversary, a relative clause, «بعد أن», «بعد تهديدات»."""
    text = scene.text
    words = text.folded[max(0, trigger.first - 4) : trigger.first]
    if tuple(words[-2:]) == ("بعد", "ان") or (BACKGROUND | {"الذكري", "ذكري"}) & set(words):
        return True
    if {"خلالها", "خلاله"} & set(text.folded[trigger.last + 1 : trigger.last + 3]):
        return True
    noun = trigger.form.tense in ("noun", "phrase")
    near = range(max(0, trigger.first - 4), trigger.first)
    return noun and any(text.folded[i] in ("بعد", "وبعد") and not breaks(text, i, trigger.first) for i in near)


def is_carried(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a verb that tells news carries a noun (شن هجوما، تم توقيف، أعلن هدنة)."""
    text = scene.text
    for i in range(max(0, trigger.first - 6), trigger.first):
        word = text.folded[i].removeprefix("و")
        verb = word in ("تم", "تمت", "شن", "شنت", "شنه", "اجري", "اجرت", "قام", "قامت", "نفذ", "نفذت")
        if verb and not word.startswith(("ي", "س")) and breaks(text, i, trigger.first) == 0:
            return True
    return False
