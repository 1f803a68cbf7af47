"""When an act happened: the date phrase of its clause, else the day of the news where it is the day's news."""

import datetime
import re
from itertools import compress, count

from analysis.arabic import calendar, dates, numbers
from analysis.arabic.by_word import ByWord
from analysis.arabic.phrases import ARTICLE, folded
from analysis.events.belonging import belonging
from analysis.events.carried import is_carried
from analysis.events.date_owners import leads, previous, word_at
from analysis.events.moments import Time, When, a_year_on, at_its_end, is_yearless, of_phrase
from analysis.events.newsday import is_after, is_lead, is_news_of_the_day
from analysis.events.parties import RELATIVES, Scene, bounds, breaks
from analysis.events.passages import day_told
from analysis.events.sets import words
from analysis.events.spans import lasted, over_span
from analysis.events.status import FIGHTS
from analysis.events.triggers import FINITE, Trigger
from analysis.events.types import FORCED

COUNTED = re.compile(
    r"(?<!\w)و?بعد (?P<span>\S+(?: \S+)?)(?: فقط)? (?:من|على) "
    r"(?:أول |آخر |(?:إعلان|تأكيد)(?: \S+){1,3}? |(?:مقتل|مصرع|سقوط|إصابة)(?: [^\s.،]+){1,7}? (?:في|جراء|إثر) )?$"
)
AFTER = frozenset(("بعد", "وبعد"))
COUNTED_REACH = 13  # words from «بعد» to the noun that is counted back to at most
HOURS = re.compile(r"(?:\S+ )?(?:ساع|دقائق|لحظات)")
NTH_DAY = re.compile(r"(?<!\w)\w{0,3}يوم (?:ال\N{ARABIC TATWEEL} ?)?(?P<day>\S+(?: (?:عشر|وال\S+))?) (?:من|على) $")
REMEMBERS = ByWord(lambda word: word.endswith("ذكري"))
YEAR = re.compile(r"(?:19|20)\d\d")
BEHIND_YEAR = frozenset(("في", "بين", "مع", "ضد", "علي", "بشان", "و", "حين", "عندما"))
MORROW, EVE = "غداه", "عشيه"
LONG_TALKS = re.compile("محادث|مباحث|مفاوض|تفاوض|مشاور|تشاور|مداول|مناقش|نقاش|حوار|اتصالات|لقاءات|اجتماعات|وساط")
NTH = 6  # words from «اليوم الثالث» to what it is a day of at most
LONGEST = 1000  # days that are counted so at most
WEEKS = {"أسبوع": "سبعة أيام", "أسبوعين": "14 يوما", "ثلاثة أسابيع": "21 يوما"}
ORDINALS = ["اولي", "ثانيه", "ثالثه", "رابعه", "خامسه", "سادسه", "سابعه", "ثامنه", "تاسعه", "عاشره"]
ANNIVERSARY = 6  # words between «الذكرى» and what happened
# Beside the number: «الذكرى السنوية الأولى للغزو», «ذكرى مرور خمسين عاما على الحرب».
PASSED = frozenset(("السنويه", "مرور", "عام", "عاما", "سنه", "سنوات", "اعوام", "علي"))


def when(scene: Scene, trigger: Trigger, status: str, time: Time, ways: dict[str, bool]) -> When:
    """Return the date of one act; `ways` are its traits."""
    eve = day_before(scene, trigger, time) or counted_back(scene, trigger, time) or on_its_nth_day(scene, trigger, time)
    if eve is not None:
        return eve
    year = named_year(scene, trigger, time)
    if year is not None:
        return year
    span = over_span(scene, trigger, status, time)
    if span is not None:
        return span
    phrase = over_months(scene, belonging(scene, trigger, status, time), time)
    if phrase and phrase.end <= scene.text.starts[trigger.first] and is_remembered(scene, trigger):
        return anniversary(scene, trigger, time.published) or When()
    end = last_day(scene, trigger, time)
    if end is not None:
        begin = phrase.date if phrase and phrase.date < end.date else time.news.date
        return When(begin, end.date, "interval", end.words)
    if phrase is not None:
        phrase = in_its_year(scene, trigger, phrase, time)
        phrase = on_its_weekday(scene, trigger, phrase, time)
        phrase = phrase._replace(limit=None) if leads(scene, phrase, trigger) else phrase
        return at_its_end(phrase) if ends(scene, phrase, trigger) else of_phrase(phrase, status, time.published)
    return When() if time.published is None else undated(scene, trigger, status, time, ways)


def day_before(scene: Scene, trigger: Trigger, time: Time) -> When | None:
    """Return the day before that of its sentence for a noun behind «غداة» (غداة توقيفه), behind «عشية» the next."""
    near = scene.text.folded[max(0, trigger.first - 2) : trigger.first]
    step = -1 if MORROW in near else 1 if near[-1:] == [EVE] else 0
    if trigger.form.tense in FINITE or not step or time.published is None:
        return None
    inside = time.dated.get(scene.text.sentences[trigger.first], [])
    days = (p for p in inside if p.precision == "day" and p.date <= time.published and p.limit is None)
    news = time.news if step < 0 or is_lead(scene, trigger) else When()
    told = next((When(p.date, None, "day", p.words) for p in days), news)
    return told._replace(date=told.date + datetime.timedelta(days=step)) if told.date else None


def counted_back(scene: Scene, trigger: Trigger, time: Time) -> When | None:
    """Return the date that a sentence counts back to a noun (بعد أربع سنوات من الإطاحة بالرئيس), or None."""
    if trigger.form.tense in FINITE or time.published is None:
        return None
    a = max(bounds(scene.text, trigger.first)[0], trigger.first - COUNTED_REACH)
    if AFTER.isdisjoint(scene.text.folded[a : trigger.first]):
        return None
    counted = COUNTED.search(scene.text.text, scene.text.starts[a], scene.text.starts[trigger.first])
    if counted is None:
        return None
    talks = LONG_TALKS.search(scene.text.folded[trigger.first])
    if counted[0].rstrip().endswith("من") and (talks or trigger.form.entry.word in FIGHTS):
        return None  # «بعد شهرين من المشاورات»: so long they lasted
    if HOURS.match(counted["span"]):
        return day_told(scene, trigger, time)
    inside = time.dated.get(scene.text.sentences[trigger.first], [])
    told = [p.date for p in inside if p.end <= counted.start() and p.date <= time.published and not p.limit]
    base = told[-1] if told else time.news.date
    found = dates.parse("قبل " + WEEKS.get(counted["span"], counted["span"]), base)
    return of_phrase(found._replace(words=counted[0].strip()), "past", base) if found else None


def on_its_nth_day(scene: Scene, trigger: Trigger, time: Time) -> When | None:
    """Return the days that force has lasted where its day is counted (في اليوم الثالث من الهجوم), or None."""
    a, start = bounds(scene.text, trigger.first)[0], scene.text.starts[trigger.first]
    if trigger.form.entry.type not in FORCED or trigger.form.tense in FINITE or time.published is None:
        return None
    counted = NTH_DAY.search(scene.text.text, scene.text.starts[max(a, trigger.first - NTH)], start)
    said = [folded(word).removeprefix("ال").replace("وال", "و") for word in counted["day"].split()] if counted else []
    days = counted_years([said[0] + "ه" if said[0] + "ه" in ORDINALS else said[0], *said[1:]]) if said else None
    if not days or not 1 < days <= LONGEST:
        return None
    begin = time.published - datetime.timedelta(days=int(days) - 1)
    return When(begin, time.published, "interval", counted[0].strip())


def in_its_year(scene: Scene, trigger: Trigger, phrase: dates.Found, time: Time) -> dates.Found:
    """Return a yearless date in the year that the act shows: what was done is over, what begins lies ahead."""
    if time.published is None or not is_yearless(phrase) or phrase.date_to is not None:
        return phrase
    done = trigger.form.tense == "perfect" or (trigger.form.tense not in FINITE and is_carried(scene, trigger))
    if done and phrase.date > time.published:
        return phrase._replace(date=a_year_on(phrase.date, -1))
    begins = previous(scene, phrase) in words("begins") and phrase.date < time.published
    return phrase._replace(date=a_year_on(phrase.date, 1)) if begins else phrase


def on_its_weekday(scene: Scene, trigger: Trigger, phrase: dates.Found, time: Time) -> dates.Found:
    """Return a bare weekday as the coming one where the lead tells of a meeting in the imperfect (يستقبله الاثنين)."""
    coming = trigger.form.tense == "imperfect" and trigger.form.entry.type == "CONSULT" and is_lead(scene, trigger)
    bare = phrase.kind == "weekday" and phrase.date_to is None and "ماض" not in phrase.words
    if not (coming and bare) or time.published is None or phrase.date >= time.published:
        return phrase
    return phrase._replace(date=phrase.date + datetime.timedelta(days=7))


def named_year(scene: Scene, trigger: Trigger, time: Time) -> When | None:
    """Return the year that a noun is named by (غزو 2003، اتفاق 1994 بين البلدين), no number (انسحاب 2000 جندي)."""
    text, i = scene.text, trigger.last + 1
    word = text.folded[i] if i < len(text.folded) else ""
    if not YEAR.fullmatch(word) or trigger.form.tense in FINITE or time.published is None:
        return None
    behind = text.folded[i + 1] if i + 1 < len(text.folded) else ""
    named = behind.startswith(ARTICLE) or behind in BEHIND_YEAR or behind in RELATIVES or breaks(text, i, i + 1)
    if not named or int(word) > time.published.year or breaks(text, trigger.last, i):
        return None
    return When(datetime.date(int(word), 1, 1), None, "year", text.text[text.starts[i] : text.ends[i]])


def undated(scene: Scene, trigger: Trigger, status: str, time: Time, ways: dict[str, bool]) -> When:
    """Return the date of an act without a date phrase: of an anniversary its year, of the day's news that day."""
    remembered = anniversary(scene, trigger, time.published)
    if remembered is not None:
        return remembered
    if is_news_of_the_day(scene, trigger, status, ways):
        return as_it_lasted(scene, trigger, day_told(scene, trigger, time))
    if status == "past" and trigger.form.entry.mode == "visit" and is_after(scene, trigger):
        return When(time.published.replace(day=1), None, "month", "published")
    return When()


def over_months(scene: Scene, phrase: dates.Found | None, time: Time) -> dates.Found | None:
    """Return two months joined by «و» as one interval (محادثات في كانون الثاني ونيسان), any other phrase as it is."""
    if phrase is None or phrase.precision != "month" or phrase.limit:
        return phrase
    number = scene.text.sentences[word_at(scene, phrase.start)]
    behind = (p for p in time.dated.get(number, []) if p.precision == "month" and p.date > phrase.date)
    last = next((p for p in behind if scene.text.text[phrase.end : p.start].strip(" ()") == "و"), None)
    if last is None:
        return phrase
    end = calendar.last_day(last.date, "month")
    return phrase._replace(
        end=last.end, words=scene.text.text[phrase.start : last.end], date_to=end, precision="interval"
    )


def last_day(scene: Scene, trigger: Trigger, time: Time) -> dates.Found | None:
    """Return the day until which a visit or tour goes on (جولة تستمر حتى الثامن من أغسطس), or None."""
    if trigger.form.entry.mode != "visit" or trigger.form.tense in FINITE or time.published is None:
        return None
    inside = time.dated.get(scene.text.sentences[trigger.first], [])
    behind = (p for p in inside if p.start >= scene.text.ends[trigger.last] and p.limit == "until")
    return next((phrase for phrase in behind if phrase.precision == "day" and phrase.date > time.published), None)


def ends(scene: Scene, phrase: dates.Found, trigger: Trigger) -> bool:
    """Tell whether an act ends the interval before it (بين عامي 2003 و2011، عندما انسحب الجيش)."""
    before = (
        phrase.precision == "interval" and phrase.kind != "relative" and phrase.end <= scene.text.starts[trigger.first]
    )
    return before and leads(scene, phrase, trigger)


def is_remembered(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether an act is one whose anniversary has come, so that the day told is not its own (في ذكرى مقتله)."""
    words = scene.text.folded[max(0, trigger.first - ANNIVERSARY) : trigger.first]
    return any(word.endswith("ذكري") for word in words) and trigger.form.tense not in FINITE


def anniversary(scene: Scene, trigger: Trigger, published: datetime.date) -> When | None:
    """Return the year of an act whose anniversary the article tells of (الذكرى العشرين للغزو), or None."""
    words = scene.text.folded[max(0, trigger.first - ANNIVERSARY) : trigger.first]
    at = next(compress(count(), map(REMEMBERS.__getitem__, words)), None)
    if at is None:
        return None
    said = [word for word in words[at + 1 :] if word not in PASSED]
    said = said or ["واحد"] * ("مرور" in words)  # «ذكرى مرور عام على مقتله»
    years = counted_years([word.removeprefix("ال").replace("وال", "و") for word in said])
    if not years or years != int(years) or not 0 < years < published.year:
        return None
    a, b = scene.text.starts[trigger.first - len(words) + at], scene.text.ends[trigger.first]
    return When(datetime.date(published.year - int(years), 1, 1), None, "year", scene.text.text[a:b])


def counted_years(said: list[str]) -> float | None:
    """Return the years that an ordinal says (الخامسة، الثامنة والثلاثين), or None."""
    if not said or said[0] not in ORDINALS:
        return numbers.value(" ".join(said))
    tens = 10 if said[1:] in (["عشره"], ["عشر"]) else numbers.value(said[1].removeprefix("و")) if said[1:] else 0
    return None if tens is None else ORDINALS.index(said[0]) + 1 + tens


def as_it_lasted(scene: Scene, trigger: Trigger, moment: When) -> When:
    """Return the month of a tour, which goes on for days; the days of talks that are said to have lasted so many."""
    if moment.precision != "day":
        return moment
    tour = trigger.form.entry.mode == "visit" and trigger.form.entry.word.startswith("جولة")
    if tour and trigger.form.tense not in FINITE:
        return moment._replace(date=moment.date.replace(day=1), precision="month")
    days = lasted(scene, trigger)
    begin = moment.date - datetime.timedelta(days=max(0, days - 1))
    return When(begin, moment.date, "interval", moment.evidence) if days else moment
