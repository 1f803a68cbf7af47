"""Date rules: each is a pattern on tags and the function that tells which day, month, year or interval it means."""

import datetime
import re
from collections.abc import Callable, Sequence
from typing import NamedTuple

from analysis.arabic import calendar
from analysis.arabic.calendar import MONTHS, Day, Month
from analysis.arabic.date_words import TAGS, Word, counted, pattern


class Reading(NamedTuple):
    """What one date phrase means; `printed` if it names its year."""

    date: datetime.date | None
    precision: str
    kind: str
    date_to: datetime.date | None = None
    printed: bool = False


class Scene(NamedTuple):
    """What a phrase is read against: its text as tags, the day of publication, what was read before it."""

    words: Sequence[Word]
    tags: str
    published: datetime.date | None
    readings: Sequence[tuple[int, int, Reading]]  # first word, word behind the last, reading


class Rule(NamedTuple):
    """A pattern on tags, and what it means; None where a match is no date after all."""

    pattern: re.Pattern[str]
    reading: Callable[[re.Match[str], Scene], Reading | None]


_MONTH = r"(?:month|maymonth|latin stop?|kanun(?:first|one|ordinal))"
_GREGORIAN = rf"(?:{_MONTH}(?:[slash dash]?{_MONTH}|open{_MONTH}close)?)"
_HIJRI = r"(?:hijri|mayhijri|(?:rabi|jumada)(?:first|one|ordinal)|dhu dhuname)"
_NAMED = rf"(?P<month>{_GREGORIAN}|{_HIJRI})"
_ORDINAL = r"(?:(?<![half alweek])(?:(?:first|ordinal)(?:ten|tens)?|tens)of)"
_SAID = (
    r"(?:alam(?:past|next|current|same|previous|following|before past)|this alam(?:past|current)?|identical alam)"
    r"(?!nickname)"
)
_FIGURES = r"(?:year gregorian?|hyear hijra?)"
_YEAR = rf"(?P<year>of?in?(?:am|alam){_FIGURES}|{_FIGURES}|of?in?{_SAID})"
_RELATION = r"(?P<relation>past|next|current|same)"
_LEAD = r"(?:(?:time?yawm?(?:today|yesterday)?weekday past?|yawm)comma?equals?)"
_OR_WEEKDAY = r"(?:(?P<weekday>weekday)|open(?P<bracketed>weekday)close)?"
_NUMBER = r"(?:about of?)?(?P<number>(?:the?(?:day|figure|year|hyear)|count|ten|tens)[count ten tens]*)"
_MEASURED = r"(?![counted named unit am yawm shahr count percent label])"
_NOT_TODAY = "[nickname ordinal first one same previous following past]"
_COUNTED_FROM = "[of on year hyear figure day today weekday month hijri ordinal first definite nickname past next current]"

_STEPS = {"past": -1, "latest": -1, "next": 1, "current": 0, "this": 0, "before": -1}
_PART_MONTHS = {"start": 1, "middle": 6, "end": 12}
_UNIT_DAYS = {"day": 1, "week": 7}
_NAMES = {tag: name for name, tag in TAGS.items()}
_FIGURE = frozenset({"year", "hyear", "figure"})
_AHEAD_BEFORE = pattern(r"[planned eve][^comma stop line clause open close]*$")
_AHEAD_BEHIND = pattern(r"comma?other?planned")
_SENTENCE_END = pattern(r"[stop line]")
_CUES = frozenset({"in", "since", "until", "by", "before", "eve", "after", "between", "to"})


def _said(match, scene, group):
    """Return the words of a group of a match; none if its rule has no such group."""
    start, end = match.span(group) if group in match.re.groupindex else (-1, -1)
    return scene.words[start:end] if start >= 0 else []


def _names(words):
    """Return the tag names of words."""
    return [_NAMES[word.tag] for word in words]


def _before(match, scene):
    """Return the tag name of the word before a match."""
    return _NAMES[scene.tags[match.start() - 1]] if match.start() else "line"


def _months(words) -> list[Month]:
    """Return the months that words name; a name can have two words (كانون الثاني, ذو القعدة)."""
    stems = [word.stem for word in words]
    pairs = [f"{first} {second}" for first, second in zip(stems, [*stems[1:], ""], strict=True)]
    return [
        month for names in zip(pairs, stems, strict=True) for name in names if (month := MONTHS.get(name))
    ]


def _relation(match, scene):
    """Return past, next, current or same if the match says so, else "by" after بحلول, else None."""
    words = _said(match, scene, "relation")
    return words[-1].value if words else "by" if _before(match, scene) == "by" else None


def _remembered(scene, *, day=False):
    """Return the date that "the same" refers to: the last one with its year printed, or the last day."""
    dates = (
        reading.date for *_, reading in reversed(scene.readings)
        if reading.date and (reading.precision == "day" if day else reading.printed)
    )  # fmt: skip
    return next(dates, None)


def _year(words, scene, month=None):
    """Return (year in the calendar of the month, whether it is printed); None if it cannot be told."""
    names = _names(words)
    figure = next((word for word, name in zip(words, names, strict=True) if name in _FIGURE), None)
    if figure:
        return int(figure.value), True
    if {"same", "identical", "previous", "following"}.intersection(names):
        memory = _remembered(scene)
        step = sum(int(word.value) for word in words if word.value in ("-1", "1"))
        return (memory.year + step if memory else None), False
    this = calendar.year_of(scene.published, month) if scene.published else None
    return (this + sum(_STEPS.get(name, 0) for name in names) if this else None), False


def _number(words):
    """Return the day of the month that digits or ordinals say."""
    return sum(int(word.value) for word in words if word.value.isdigit())


def _kind(month):
    """Return the kind of a date by the calendar of its month."""
    return "hijri" if month.calendar == "hijri" else "calendar"


def _named_day(match, scene):
    """Read 20 مارس/ آذار 2003, الأول من أيار, 7 إلى 8 أغسطس/ آب الجاري, 15 رمضان 1436 هـ."""
    month, day = _months(_said(match, scene, "month"))[:1], _number(_said(match, scene, "day"))
    resolved = _resolved(match, scene, month[0], day) if month and 0 < day < 32 else None
    if resolved is None:
        return None
    date, printed = resolved
    first = _number(_said(match, scene, "first"))
    if date and 0 < first < day:
        return Reading(calendar.moved(date, first - day), "interval", _kind(month[0]), date, printed)
    return Reading(date, "day", _kind(month[0]), None, printed)


def _resolved(match, scene, month, day):
    """Return (date or None, whether its year is printed), or None if the match is part of a name or no such day is."""
    words, relation = _said(match, scene, "year"), _relation(match, scene)
    if _before(match, scene) == "named" and not words and relation in (None, "by"):
        return None
    year, printed = _year(words, scene, month) if words else (None, False)
    if relation == "same":
        year = getattr(_remembered(scene), "year", None)
    if year is None and (words or relation == "same" or not scene.published):
        return None, False
    date = calendar.dated(Day(month, day, year), scene.published, None if year else relation)
    return (date, printed) if date else None


def _numeric_day(match, scene):
    """Read 10/8/2023, 2023-08-10, 15/9/1436هـ: the day stands first, unless the second figure is above 12."""
    day, month, year = (_number(_said(match, scene, group)) for group in ("day", "month", "year"))
    if month > 12 >= day:
        day, month = month, day
    islamic = year < 1500
    date = calendar.hijri(year, month, day) if islamic else calendar.gregorian(year, month, day)
    return Reading(date, "day", "hijri" if islamic else "calendar", None, True) if date else None


def _day_of_month(match, scene):
    """Read الخامس من الشهر الجاري, 25 من هذا الشهر."""
    day = _number(_said(match, scene, "day"))
    if not scene.published:
        return Reading(None, "day", "relative") if 0 < day < 32 else None
    month = calendar.months_later(scene.published, _STEPS.get(_relation(match, scene), 0))
    date = calendar.gregorian(month.year, month.month, day) if month and 0 < day < 32 else None
    return Reading(date, "day", "relative") if date else None


def _named_month(match, scene):
    """Read في ديسمبر/ كانون الأول 2021, نيسان (أبريل) الماضي, أوائل شهر مارس; a bare name needs a word before it."""
    words = _said(match, scene, "month")
    months = _months(words)
    # Behind a day it is what is left of a day that does not exist (31 شباط).
    if (
        not months
        or _before(match, scene) == "day"
        or not (_evident(match, scene) or (_before(match, scene) in _CUES and months[0].alone))
    ):
        return None
    resolved = _resolved(match, scene, months[0], None)
    if resolved is None:
        return None
    date, printed = resolved
    if date and months[-1].number != months[0].number:
        behind = calendar.gregorian(date.year + (months[-1].number < months[0].number), months[-1].number)
        return Reading(date, "interval", _kind(months[0]), calendar.last_day(behind, "month"), printed)
    return Reading(date, "month", _kind(months[0]), None, printed)


def _evident(match, scene):
    """Return whether something beside its name shows that a month is meant."""
    if any(_said(match, scene, group) for group in ("part", "shahr", "year", "relation")):
        return True
    following = _NAMES[scene.tags[match.end()]] if match.end() < len(scene.tags) else "line"
    return _before(match, scene) == "of" and following in ("to", "until")


def _named_year(match, scene):
    """Read عام 2017, العام الماضي, نهاية 2021, بداية العام: part of a year is read as its month."""
    words, part = _said(match, scene, "year"), _said(match, scene, "part")
    if _before(match, scene) == "title" and not part:
        return None
    year, printed = _year(words, scene)
    near = _printed_nearby(match, scene) if _names(words) == ["alam"] else None
    year = near or year
    if printed and not 1000 <= year < 2200:
        year = 1900 + year if 31 < year < 100 else None
        if year is None:
            return None
    islamic = printed and year < 1500 and (year < 1460 or "hijra" in _names(words))
    month = _PART_MONTHS[part[0].value] if part else 1
    date = (calendar.hijri if islamic else calendar.gregorian)(year, month) if year else None
    kind = "rule of thumb" if part else "hijri" if islamic else "calendar" if printed else "relative"
    return Reading(date, "month" if part else "year", kind, None, printed) if date or not printed else None


def _printed_nearby(match, scene):
    """Return the year printed before in the sentence: "في أغسطس 2021 ... نهاية العام"; or None."""
    for start, _, reading in reversed(scene.readings):
        if _SENTENCE_END.search(scene.tags, start, match.start()):
            return None
        if reading.printed and reading.date:
            return reading.date.year
    return None


def _bare_year(match, scene):
    """Read a year that stands after a preposition, or in a row of years."""
    row = _before(match, scene) in ("and", "comma")
    before = scene.readings[-1] if scene.readings else None
    if row and not (before and before[1] == match.start() - 1 and before[2].precision == "year"):
        return None
    date = calendar.gregorian(_number(_said(match, scene, "year")))
    return Reading(date, "year", "calendar", None, True)


def _years(match, scene):
    """Read بين عامي 2003 و2011, 2019-2021."""
    first, last = (_number(_said(match, scene, group)) for group in ("first", "last"))
    if not first < last < first + 150:
        return None
    return Reading(calendar.gregorian(first), "interval", "calendar", calendar.gregorian(last, 12, 31), True)


def _season(match, scene):
    """Read صيف 2014, ربيع العام الماضي, الصيف الماضي: the year is told."""
    words = _said(match, scene, "year")
    if words:
        year, printed = _year(words, scene)
    else:
        begin, end = map(int, (_said(match, scene, "season") or _said(match, scene, "now"))[0].value.split())
        year, printed = _season_year(scene.published, (begin, end), _relation(match, scene)), False
    return Reading(calendar.gregorian(year) if year else None, "year", "season", None, printed)


def _season_year(published, months, relation):
    """Return the year in which the last, this or the next season begins, or None."""
    if published is None:
        return None
    begin, end = months
    over = published.month > end
    ahead = published.month < begin
    return published.year + {"past": 0 if over else -1, "next": 0 if ahead else 1}.get(relation, 0)


def _decade(match, scene):
    """Read تسعينيات القرن الماضي, الثمانينات."""
    first = 1900 + _number(_said(match, scene, "decade"))
    return Reading(calendar.gregorian(first), "interval", "calendar", calendar.gregorian(first + 9, 12, 31))


def _relative_day(match, scene):
    """Read اليوم الثلاثاء, أول من أمس, مساء أمس (الخميس), بعد غد, الليلة الماضية."""
    weekday = _said(match, scene, "weekday") or _said(match, scene, "bracketed")
    names = _names(_said(match, scene, "shift"))
    if {"same", "identical"}.intersection(names):
        return Reading(_remembered(scene, day=True), "day", "relative")
    if _before(match, scene) in ("label", "that") or (
        _before(match, scene) == "in" and "today" in names and not weekday
    ):
        return None
    if not scene.published:
        return Reading(None, "day", "relative")
    step = sum({"yesterday": -1, "tomorrow": 1, "ghad": 1, "past": -1}.get(name, 0) for name in names)
    if {"one", "first", "before", "after"}.intersection(names):
        step *= 2
    day = calendar.moved(scene.published, step)
    if day and weekday:
        day = calendar.weekday_near(day, int(weekday[0].value), "current")
    return Reading(day, "day", "relative") if day else None


def _weekday(match, scene):
    """Read الثلاثاء, فجر الأحد, الاثنين الماضي, الخميس من الأسبوع الماضي."""
    if _before(match, scene) in ("label", "that", "between"):
        return None
    if not scene.published:
        return Reading(None, "day", "weekday")
    weekday, relation = int(_said(match, scene, "weekday")[0].value), _relation(match, scene)
    if match["week"]:
        sunday, _ = calendar.week(scene.published, _STEPS[_said(match, scene, "week")[0].value]) or (
            None,
            None,
        )
        return Reading(calendar.moved(sunday, (weekday + 1) % 7), "day", "weekday") if sunday else None
    lean = relation if relation in ("past", "next", "current") else "by" if _announced(match, scene) else None
    day = calendar.weekday_near(scene.published, weekday, lean)
    if match["earlier"] and day:
        day = calendar.moved(day, -7)
    return Reading(day, "day", "weekday") if day else None


def _announced(match, scene):
    """Return whether words of the future stand near: قبيل اجتماع بايدن الاثنين; الاثنين، حيث سيلتقي."""
    before = scene.tags[max(0, match.start() - 14) : match.start()]
    return bool(_AHEAD_BEFORE.search(before) or _AHEAD_BEHIND.match(scene.tags, match.end()))


def _week_or_month(match, scene):
    """Read الأسبوع الماضي, الشهر الجاري, مطلع الشهر المقبل, الشهر نفسه."""
    names = _names(_said(match, scene, "period"))
    if len(names) == 1 and not (_said(match, scene, "part") and names == ["alshahr"]):
        return None
    step = sum(_STEPS.get(name, 0) for name in names)
    same = {"same", "identical"}.intersection(names)
    anchor = _remembered(scene) if same else scene.published
    if "alshahr" in names:
        return Reading(calendar.months_later(anchor, step) if anchor else None, "month", "relative")
    week = calendar.week(anchor, step) if anchor else None
    return Reading(*((week[0], "interval", "relative", week[1]) if week else (None, "interval", "relative")))


def _ago(match, scene):
    """Read قبل يومين, منذ نحو عشرين عاما, بعد 3 أسابيع."""
    kind, count = _measure(match, scene)
    limit = _names(scene.words[match.start() : match.start() + 1])[0]
    if count is None or kind == "hour" or (limit == "after" and not match["number"] and count < 2):
        return None
    if not scene.published:
        return Reading(None, {"week": "interval"}.get(kind, kind), "relative")
    return _shifted(scene.published, kind, count if limit == "after" else -count)


def _measure(match, scene):
    """Return (day, week, month, year or hour; how many or None) as the match counts them."""
    unit = _said(match, scene, "unit") or _said(match, scene, "own")
    kind, _, own = unit[0].value.partition(" ")
    count = counted(_said(match, scene, "number")) if match["number"] else int(own) if own else None
    return kind, count if count is None or count == int(count) < 5000 else None


def _shifted(published, kind, count):
    """Return the day, week, month or year that is so many of them later."""
    if kind == "week":
        week = calendar.week(published, count)
        return Reading(week[0], "interval", "relative", week[1]) if week else None
    date = {
        "day": lambda: calendar.moved(published, count),
        "month": lambda: calendar.months_later(published, count),
        "year": lambda: calendar.gregorian(published.year + count),
    }[kind]()
    return Reading(date, kind, "relative") if date else None


def _span(match, scene):
    """Read الأيام الثلاثة الماضية, العامين الماضيين, الـ24 ساعة المقبلة: up to, or from, the day of publication."""
    kind, count = _measure(match, scene)
    if count is None or (kind == "hour" and count < 24):
        return None
    if not scene.published:
        return Reading(None, "interval", "relative")
    kind, count = {"hour": ("day", count // 24), "week": ("day", 7 * count)}.get(kind, (kind, count))
    ahead = _relation(match, scene) == "next"
    shifted = _shifted(scene.published, kind, count if ahead else -count)
    if shifted is None:
        return None
    ends = (
        (scene.published, calendar.last_day(shifted.date, kind)) if ahead else (shifted.date, scene.published)
    )
    return Reading(ends[0], "interval", "relative", ends[1])


_DAY_RULES = {
    rf"{_LEAD}?(?:(?P<first>the?day)(?:dash|and|to|until))?(?P<day>the?day[slash dash of]?|{_ORDINAL}|one of?)"
    rf"shahr?{_NAMED}(?:[slash dash comma]?{_YEAR}|{_RELATION})?": _named_day,
    rf"{_LEAD}?(?P<month>latin)stop?(?P<day>day)comma?(?P<year>year)": _named_day,
    r"(?<![slash dash])(?P<day>day)[slash dash stop](?P<month>day)[slash dash stop](?P<year>year|hyear)hijra?": _numeric_day,
    r"(?P<year>year|hyear)[slash dash stop](?P<month>day)[slash dash stop](?P<day>day)(?![slash dash])hijra?": _numeric_day,
    rf"{_LEAD}?(?P<day>the?day of|{_ORDINAL})(?:this alshahr|alshahr{_RELATION})": _day_of_month,
    r"(?<=[in yawm])(?P<day>the?day)(?P<relation>current)": _day_of_month,
    r"time?yawm?(?P<shift>one of?yesterday|yesterday first(?!of)|before?yesterday|after(?:tomorrow|ghad)|tomorrow"
    rf"|(?<=[time yawm])ghad|ghad(?=weekday)){_OR_WEEKDAY}": _relative_day,
    rf"time?this?(?P<shift>today)(?:{_OR_WEEKDAY.removesuffix('?')}|(?!{_NOT_TODAY}))": _relative_day,
    r"(?P<shift>today same|identical today)(?P<weekday>weekday)?(?P<bracketed>weekday)?": _relative_day,
    rf"(?P<shift>this?tonight past?)(?!{_NOT_TODAY})(?P<weekday>weekday)?(?P<bracketed>weekday)?": _relative_day,
    rf"time?yawm?(?P<weekday>weekday)(?:(?P<earlier>before past)|{_RELATION}|of?alweek(?P<week>past|next|current))?"
    r"(?!nickname)": _weekday,
}
_PERIOD_RULES = {
    rf"(?P<part>part)?(?P<shahr>shahr)?{_NAMED}(?:comma?{_YEAR}|{_RELATION})?": _named_month,
    rf"(?P<part>part)?(?P<year>(?:am|alam)(?:{_FIGURES}|figure{_MEASURED})|hyear hijra|{_SAID})": _named_year,
    rf"(?P<part>part)(?P<year>{_FIGURES}{_MEASURED}|alam(?![nickname following previous]))": _named_year,
    rf"(?<=[in since until by before eve after and comma])(?P<year>year)gregorian?(?![dash slash stop]day){_MEASURED}": _bare_year,
    r"(?:(?<=[between ams of am alam since season in unit])|(?<![dash slash stop day figure])(?=year[dash slash]))"
    r"(?P<first>year)gregorian?(?:and|to|until|dash|slash|(?=alam|am))(?:am|alam)?(?P<last>year)gregorian?"
    r"(?![dash slash])": _years,
    rf"(?P<season>season|rabi)(?P<year>of?(?:am|alam)?year gregorian?|of?{_SAID})(?P<relation>same)?": _season,
    rf"(?:(?P<season>alseason){_RELATION}|this(?P<now>alseason))(?P<year>same)?": _season,
    r"(?P<decade>decade)(?:of?century past)?(?!of?age)": _decade,
    rf"(?P<part>part)?(?P<period>(?:this|identical)?(?:alweek|alshahr)(?:before past|past|next|current|same)?)"
    r"(?!nickname)": _week_or_month,
    rf"(?:before|since|after)(?:{_NUMBER}(?P<unit>[unit am yawm shahr])|(?P<own>unit|ams|am|yawm|shahr)(?!{_COUNTED_FROM}))"
    r"(?!on|of(?!today|now))": _ago,
    rf"(?P<unit>units|ams)(?:{_NUMBER})?(?P<relation>past|latest|next)": _span,
    rf"{_NUMBER}(?P<unit>[unit am yawm shahr])(?P<relation>past|latest|next)": _span,
}
#: Every rule; where two match at one place, the longer one holds.
RULES = tuple(Rule(pattern(rule), reading) for rule, reading in (_DAY_RULES | _PERIOD_RULES).items())
