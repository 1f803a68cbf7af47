"""Date periods: the rules for phrases that mean a month, a year, a season, a week, or an interval."""

from analysis.arabic import calendar
from analysis.arabic.date_days import FIGURES, NAMED, RELATION, SAID, YEAR, resolved
from analysis.arabic.date_scene import (
    STEPS,
    Reading,
    announced,
    before,
    behind,
    kind_of,
    months,
    names,
    number,
    relation,
    remembered,
    said,
    year_said,
)
from analysis.arabic.date_words import counted, pattern

_NUMBER = r"(?:about of?)?(?P<number>(?:the?(?:day|figure|year|hyear)|count|ten|tens)[count ten tens]*)"
_MEASURED = r"(?![counted named unit am yawm shahr count percent label])"
_COUNTED_FROM = (
    r"(?![of year hyear figure day today weekday month hijri ordinal first definite]"
    r"|in[month maymonth hijri kanun year hyear am alam day yawm ordinal today]|nickname|past|next|current|on(?!least))"
)
_PART_MONTHS = {"start": 1, "middle": 6, "end": 12}
_CUES = frozenset({"in", "since", "until", "by", "before", "eve", "after", "between", "to"})
_SENTENCE_END = pattern(r"[stop line]")
_FEW = 7  # days that «قبل أيام» goes back at most


def _month(match, scene):
    """Read في ديسمبر/ كانون الأول 2021, نيسان (أبريل) الماضي, أوائل شهر مارس; a bare name needs a cue."""
    named, front = months(said(match, scene, "month")), before(match, scene)
    # Behind a day it is what is left of a day that does not exist (31 شباط).
    if not named or front == "day" or not (_evident(match, scene) or (front in _CUES and named[0].alone)):
        return None
    told = resolved(match, scene, named[0], None)
    if told is None:
        return None
    date, printed = told
    if date and named[-1].number != named[0].number:
        last = calendar.gregorian(date.year + (named[-1].number < named[0].number), named[-1].number)
        return Reading(date, "interval", kind_of(named[0]), calendar.last_day(last, "month"), printed)
    return Reading(date, "month", kind_of(named[0]), None, printed)


def _evident(match, scene):
    """Return whether something beside its name shows that a month is meant."""
    if any(said(match, scene, group) for group in ("part", "shahr", "year", "relation")):
        return True
    if before(match, scene) != "of":
        return _joined(match, scene)
    # "من أيار إلى", "الأسبوع الأول من أغسطس"
    of_what = names(scene.words[max(0, match.start() - 3) : match.start() - 1])
    return behind(match, scene) in ("to", "until") or of_what[:1] in (["alweek"], ["half"])


def _joined(match, scene):
    """Return whether a month is joined to one read right before it: في آذار (مارس) ونيسان (أبريل)."""
    last = scene.readings[-1] if scene.readings and scene.words[match.start()].skipped else None
    return last is not None and last[1] == match.start() and last[2].precision == "month"


def _year(match, scene):
    """Read عام 2017, العام الماضي, نهاية 2021, بداية العام: a part of a year is read as a month."""
    words, part = said(match, scene, "year"), said(match, scene, "part")
    if before(match, scene) == "title" and not part:
        return None
    year, printed = year_said(words, scene)
    if names(words) == ["alam"]:
        year = _printed_nearby(match, scene) or year
    year = _full_year(year) if printed else year
    if printed and year is None:
        return None
    islamic = printed and year < 1500 and (year < 1460 or "hijra" in names(words))
    month = _PART_MONTHS[part[0].value] if part else 1
    date = (calendar.hijri if islamic else calendar.gregorian)(year, month) if year else None
    kind = "rule of thumb" if part else "hijri" if islamic else "calendar" if printed else "relative"
    return Reading(date, "month" if part else "year", kind, None, printed) if date or not printed else None


def _full_year(year):
    """Return the year that figures behind عام mean (عام 67 is 1967), or None if they mean none."""
    return year if 1000 <= year < 2200 else 1900 + year if 31 < year < 100 else None


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
    row = before(match, scene) in ("and", "comma")
    last = scene.readings[-1] if scene.readings else None
    if row and not (last and last[1] == match.start() - 1 and last[2].precision == "year"):
        return None
    return Reading(calendar.gregorian(number(said(match, scene, "year"))), "year", "calendar", printed=True)


def _years(match, scene):
    """Read بين عامي 2003 و2011, 2019-2021."""
    first, last = (number(said(match, scene, group)) for group in ("first", "last"))
    if not first < last < first + 150:
        return None
    return Reading(calendar.gregorian(first), "interval", "calendar", calendar.gregorian(last, 12, 31), True)


def _season(match, scene):
    """Read صيف 2014, ربيع العام الماضي, الصيف الماضي: the year is told."""
    words, season = said(match, scene, "year"), said(match, scene, "season")
    if words:
        year, printed = year_said(words, scene)
    else:
        year, printed = _season_year(season[0].value, scene.published, relation(match, scene)), False
    return Reading(calendar.gregorian(year) if year else None, "year", "season", None, printed)


def _season_year(season, published, lean):
    """Return the year in which the last, this or next season ("6 8": June to August) begins, or None."""
    if published is None:
        return None
    begin, end = map(int, season.split())
    steps = {"past": -1 if published.month <= end else 0, "next": 0 if published.month < begin else 1}
    return published.year + steps.get(lean, 0)


def _decade(match, scene):
    """Read تسعينيات القرن الماضي, الثمانينات; a bare "في العشرينات" is an age."""
    value = number(said(match, scene, "decade"))
    if value < 50 and not match["century"] and before(match, scene) not in ("part", "since", "until"):
        return None
    first = 1900 + value
    return Reading(calendar.gregorian(first), "interval", "calendar", calendar.gregorian(first + 9, 12, 31))


def _century(match, scene):
    """Read القرن الماضي, القرن التاسع عشر."""
    words = said(match, scene, "century")
    count = {"past": 20, "current": 21}.get(names(words)[0], number(words))
    if not 0 < count < 22:
        return None
    first, last = calendar.gregorian(100 * count - 99), calendar.gregorian(100 * count, 12, 31)
    return Reading(first, "interval", "calendar", last)


def _week_or_month(match, scene):
    """Read الأسبوع الماضي, الشهر الجاري, مطلع الشهر المقبل, الشهر نفسه من العام الماضي."""
    tags, words = names(said(match, scene, "period")), said(match, scene, "year")
    part = said(match, scene, "part")
    # "نهاية الأسبوع" is a holiday.
    if len(tags) == 1 and not (part and (tags == ["alshahr"] or part[0].value == "start")):
        return None
    same = bool({"same", "identical"}.intersection(tags))
    anchor = remembered(scene, "day", "month") if same else scene.published
    step = sum(STEPS.get(name, 0) for name in tags)
    if "alshahr" in tags:
        month = calendar.months_later(anchor, step) if anchor else None
        year, printed = year_said(words, scene) if words else (None, False)
        month = calendar.gregorian(year, month.month) if month and year else month
        return Reading(month, "month", "relative", None, printed and month is not None)
    week = calendar.week(anchor, step) if anchor else None
    return Reading(*((week[0], "interval", "relative", week[1]) if week else (None, "interval", "relative")))


def _ago(match, scene):
    """Read قبل يومين, منذ نحو عشرين عاما, بعد 3 أسابيع."""
    kind, count = _measure(match, scene)
    ahead = names(said(match, scene, "side")) == ["after"]
    if not ahead and _is_few(match, scene):
        return _few_days(scene)
    if count is None or (ahead and not _foreseen(match, scene, kind, count)):
        return None
    if not scene.published:
        return Reading(None, {"week": "interval"}.get(kind, kind), "relative")
    return _shifted(scene.published, kind, count if ahead else -count)


def _is_few(match, scene):
    """Return whether days are not counted: قبل أيام, منذ بضعة أيام, الأيام القليلة الماضية."""
    unit = said(match, scene, "unit") or said(match, scene, "own")
    return unit[0].value == "day" and not said(match, scene, "number")


def _few_days(scene):
    """Return the days up to the day of publication of which «قبل أيام» means some."""
    begin = calendar.moved(scene.published, -_FEW) if scene.published else None
    return Reading(begin, "interval", "relative", scene.published)


def _foreseen(match, scene, kind, count):
    """Return whether "بعد" looks ahead from the day of publication; stories use it too (وبعد عام عاد)."""
    if announced(match, scene) or said(match, scene, "now"):
        return True
    joined = scene.words[match.start()].skipped > 0  # وبعد
    return kind != "year" and not joined and count > 1 and behind(match, scene) not in ("other", "in", "after")


def _measure(match, scene):
    """Return (day, week, month or year; how many or None) as the match counts them."""
    unit = said(match, scene, "unit") or said(match, scene, "own")
    kind, _, own = unit[0].value.partition(" ")
    words = said(match, scene, "number")
    count = counted(words) if words else int(own) if own else None
    kind, count = {"decade": ("year", 10 * (count or 0))}.get(kind, (kind, count))
    if kind == "hour" and count is not None:  # قبل 48 ساعة
        kind, count = "day", count // 24
    return kind, int(count) if count is not None and count == int(count) and 0 < count < 5000 else None


def _shifted(published, kind, count):
    """Return the day, week, month or year that is so many of them later."""
    if kind == "week":
        week = calendar.week(published, count)
        return Reading(week[0], "interval", "relative", week[1]) if week else None
    if kind == "day":
        date = calendar.moved(published, count)
    elif kind == "month":
        date = calendar.months_later(published, count)
    else:
        date = calendar.gregorian(published.year + count)
    return Reading(date, kind, "relative") if date else None


def _span(match, scene):
    """Read الأيام الثلاثة الماضية, الـ24 ساعة المقبلة: up to, or from, the day of publication."""
    kind, count = _measure(match, scene)
    if _is_few(match, scene) and relation(match, scene) == "past":
        return _few_days(scene)
    if count is None:
        return None
    if not scene.published:
        return Reading(None, "interval", "relative")
    kind, count = ("day", 7 * count) if kind == "week" else (kind, count)
    ahead = relation(match, scene) == "next"
    shifted = _shifted(scene.published, kind, count if ahead else -count)
    if shifted is None:
        return None
    ends = (scene.published, calendar.last_day(shifted.date, kind)) if ahead else (shifted.date, scene.published)
    return Reading(ends[0], "interval", "relative", ends[1])


#: Rule -> the function that reads it.
RULES = {
    rf"(?P<part>part)?(?P<shahr>shahr)?{NAMED}(?:comma?{YEAR}|{RELATION})?(?!of every)": _month,
    rf"(?P<part>part)?(?P<year>(?:am|alam)(?:{FIGURES}|figure{_MEASURED})|hyear hijra|{SAID})": _year,
    rf"(?P<part>part)(?P<year>{FIGURES}{_MEASURED}|alam(?![nickname following previous]))": _year,
    r"(?:(?<=[in since until by before eve after and comma unit units])|(?<=half[first ordinal]of))"
    r"(?P<year>year)gregorian?"
    rf"(?![dash slash stop]day){_MEASURED}": _bare_year,
    r"(?:(?<=[between ams of am alam since season in unit])"
    r"|(?<![dash slash stop day figure])(?=year[dash slash]))(?P<first>year)gregorian?"
    r"(?:and|to|until|dash|slash|(?=alam|am))(?:am|alam)?(?P<last>year)gregorian?(?![dash slash])": _years,
    rf"(?P<season>season|rabi)(?P<year>of?(?:am|alam)?year gregorian?|of?{SAID})": _season,
    rf"(?P<season>alseason){RELATION}": _season,
    r"(?<=this)(?P<season>alseason)": _season,
    r"century(?P<century>past|current|tens|(?:first|ordinal)(?:ten|tens)?)(?!nickname|hijra)": _century,
    r"(?P<decade>decade)(?P<century>of?century past)?(?!of?age)": _decade,
    r"(?P<part>part)?"
    r"(?P<period>(?:this|identical)?(?:alweek|alshahr)(?:before past|past|next|current|same)?)"
    rf"(?:(?<=same){YEAR})?(?!nickname)": _week_or_month,
    rf"(?P<side>before|since|after)(?:{_NUMBER}(?P<unit>[unit am yawm shahr])(?!on(?!least)|of(?!today|now))"
    rf"|(?:about of?|few)?(?P<own>unit|ams|am|yawm|shahr)few?(?:{_COUNTED_FROM}|(?=of(?:today|now))))"
    r"(?P<now>of(?:today|now))?": _ago,
    rf"(?P<side>since){_NUMBER}(?P<unit>[unit am yawm shahr])(?=of)": _ago,  # منذ 7 سنوات من الحرب
    rf"(?P<side>before)(?:{_NUMBER}(?P<unit>[unit am yawm shahr])|(?P<own>unit))(?=on)": _ago,  # شنها قبل أسبوع على
    rf"(?P<unit>units|ams)(?:{_NUMBER}|few)?(?P<relation>past|latest|next)(?!of)": _span,
    rf"{_NUMBER}(?P<unit>[unit am yawm shahr])(?P<relation>past|latest|next)": _span,
}
