"""Date days: the rules for phrases that mean a day, or the days of an interval within a month."""

from analysis.arabic import calendar
from analysis.arabic.calendar import Day
from analysis.arabic.date_scene import (
    STEPS,
    Reading,
    before,
    kind_of,
    labelled,
    months,
    names,
    number,
    relation,
    remembered,
    said,
    year_said,
)

_MONTH = r"(?:month|maymonth|latin stop?|kanun(?:first|one|ordinal))"
_HIJRI = r"(?:hijri|mayhijri|(?:rabi|jumada)(?:first|one|ordinal)|dhu dhuname)"
#: The name of a month, with its second name: مارس/ آذار, كانون الثاني (يناير).
NAMED = rf"(?P<month>{_MONTH}(?:[slash dash]?{_MONTH}|open{_MONTH}close)?|{_HIJRI})"
#: A year in digits, with its era.
FIGURES = r"(?:year gregorian?|hyear hijra?)"
#: A year told in words: العام الماضي.
SAID = (
    r"(?:(?:alam(?:past|next|current|same|previous|following|before past)|this alam(?:past|current)?"
    r"|(?:identical|that)alam)(?!nickname))"
)
#: The year that stands behind a month.
YEAR = rf"(?P<year>of?in?(?:am|alam){FIGURES}|{FIGURES}|of?in?{SAID})"
#: A word of relation behind a month or a day.
RELATION = r"(?P<relation>past|next|current|same)"

_ORDINAL = r"(?:(?<![half alweek])(?:(?:first|ordinal)(?:ten|tens)?|tens)of)"
_LEAD = r"(?:(?:time?yawm?(?:today|yesterday)?weekday past?|yawm)comma?equals?)"
_OR_WEEKDAY = r"(?:(?P<weekday>weekday)|open(?P<bracketed>weekday)close)"
_NOT_TODAY = "[nickname ordinal first one same previous following past]"
_COUNTED_DAY = r"the?(?:day|figure)(?:of|on)"  # اليوم الـ54 من الإضراب
_DAY_STEPS = {"yesterday": -1, "alams": -1, "past": -1, "tomorrow": 1, "ghad": 1}
_TO = "(?:dash|and|to|until)"
_FIGURE = "[slash dash stop]"


def _named_day(match, scene):
    """Read 20 مارس/ آذار 2003, الأول من أيار, 7 إلى 8 أغسطس/ آب الجاري, 15 رمضان 1436 هـ."""
    month, day = months(said(match, scene, "month"))[:1], number(said(match, scene, "day"))
    if not month or not 0 < day < 32:
        return None
    told = resolved(match, scene, month[0], day)
    if told is None:
        return None
    date, printed = told
    first = number(said(match, scene, "first"))
    if date and 0 < first < day:
        return Reading(calendar.moved(date, first - day), "interval", kind_of(month[0]), date, printed)
    return Reading(date, "day", kind_of(month[0]), None, printed)


def resolved(match, scene, month, day):
    """Return (date or None, whether its year is printed); None if it is part of a name, or no such day."""
    words, lean = said(match, scene, "year"), relation(match, scene)
    lean = "since" if lean is None and before(match, scene) == "since" else lean  # «منذ نوفمبر» is no month to come
    if before(match, scene) == "named" and not words and not said(match, scene, "relation"):
        return None
    year, printed = year_said(words, scene, month) if words else (None, False)
    if lean == "same":
        year = getattr(remembered(scene), "year", None)
    if year is None and (words or lean == "same" or not scene.published):
        return None, False
    date = calendar.dated(Day(month, day, year), scene.published, None if year else lean)
    return (date, printed) if date else None


def _numeric_day(match, scene):
    """Read 10/8/2023, 2023-08-10, 15/9/1436هـ: the day stands first, unless the second figure is above 12."""
    day, month, year = (number(said(match, scene, group)) for group in ("day", "month", "year"))
    if month > 12 >= day:
        day, month = month, day
    islamic, first = year < 1500, number(said(match, scene, "first"))
    date = (calendar.hijri if islamic else calendar.gregorian)(year, month, day)
    kind = "hijri" if islamic else "calendar"
    if date and 0 < first < day:
        return Reading(calendar.moved(date, first - day), "interval", kind, date, printed=True)
    return Reading(date, "day", kind, printed=True) if date else None


def _day_of_month(match, scene):
    """Read الخامس من الشهر الجاري, 25 من هذا الشهر, 24 من الشهر نفسه."""
    day, tags = number(said(match, scene, "day")), names(said(match, scene, "period"))
    if not 0 < day < 32:
        return None
    same = {"same", "identical"}.intersection(tags)
    anchor = remembered(scene, "day", "month") if same else scene.published
    if not anchor:
        return Reading(None, "day", "relative")
    month = calendar.months_later(anchor, sum(STEPS.get(name, 0) for name in tags))
    date = calendar.gregorian(month.year, month.month, day) if month else None
    return Reading(date, "day", "relative") if date else None


def _relative_day(match, scene):
    """Read اليوم الثلاثاء, أول من أمس, مساء أمس (الخميس), بعد غد, الليلة الماضية."""
    weekday = said(match, scene, "weekday") or said(match, scene, "bracketed")
    tags = names(said(match, scene, "shift"))
    if {"same", "identical"}.intersection(tags):
        return Reading(remembered(scene, "day"), "day", "relative")
    per_day = before(match, scene) == "in" and "today" in tags and not weekday  # مرة في اليوم
    if per_day or labelled(match, scene):
        return None
    step = sum(_DAY_STEPS.get(name, 0) for name in tags)
    if {"one", "first", "before", "after"}.intersection(tags):
        step *= 2
    day = calendar.moved(scene.published, step) if scene.published else None
    if day and weekday:
        # The page may be a few days younger than what was written: "اليوم الثلاثاء" on a Thursday.
        day = calendar.weekday_near(day, int(weekday[0].value), "nearest" if step > 0 else "current")
    return Reading(day, "day", "relative")


def _neighbouring_day(match, scene):
    """Read في اليوم السابق, في اليوم التالي: beside the day told before."""
    told = remembered(scene, "day")
    step = -1 if "previous" in names(said(match, scene, "shift")) else 1
    return Reading(calendar.moved(told, step), "day", "relative") if told else None


def _weekday(match, scene):
    """Read الثلاثاء, فجر الأحد, ليل الأحد الاثنين (its second day), الاثنين الماضي, الخميس من الأسبوع الماضي."""
    weekday = int((said(match, scene, "morrow") or said(match, scene, "weekday"))[0].value)
    both = weekday == 0 and before(match, scene) == "between"  # "بين الاثنين": the two of them
    if both or labelled(match, scene):
        return None
    return Reading(_weekday_meant(match, scene, weekday), "day", "weekday")


def _two_weekdays(match, scene):
    """Read يومي السبت والأحد المقبلين: both days."""
    first, last = (int(said(match, scene, group)[0].value) for group in ("weekday", "morrow"))
    begin = _weekday_meant(match, scene, first)
    if scene.words[match.start()].stem != "يومي":
        return None
    return Reading(begin, "interval", "weekday", calendar.moved(begin, (last - first) % 7) if begin else None)


def _weekday_meant(match, scene, weekday):
    """Return the day with this weekday that is meant, or None."""
    if not scene.published:
        return None
    week, lean = said(match, scene, "week"), relation(match, scene)
    if week:
        whole = calendar.week(scene.published, STEPS[week[0].value])
        return calendar.moved(whole[0], (weekday + 1) % 7) if whole else None
    by_preposition = lean == "current" and not said(match, scene, "relation")  # حتى السبت
    farther = names(said(match, scene, "farther"))  # الثلاثاء قبل الماضي, الأحد بعد المقبل
    lean = farther[1] if farther else None if lean == "same" or by_preposition else lean
    day = calendar.weekday_near(scene.published, weekday, lean)
    return calendar.moved(day, 7 * STEPS[farther[1]]) if day and farther else day


#: Rule -> the function that reads it.
RULES = {
    rf"{_LEAD}?(?:(?P<first>the?day)(?:{_TO}|(?=the))(?:the?day{_TO})*)?"
    rf"(?P<day>the?day(?:[slash dash](?!mayhijri)|th?of?)|{_ORDINAL}|one of?)shahr?"
    rf"{NAMED}(?:[slash dash comma]?{YEAR}|{RELATION})?(?!of every)": _named_day,
    rf"{_LEAD}?(?P<month>latin)stop?(?P<day>day)th?comma?(?P<year>year)": _named_day,
    rf"{_LEAD}?(?:(?P<first>day)dash)?(?<!slash)(?P<day>day){_FIGURE}(?P<month>day){_FIGURE}"
    r"(?P<year>year|hyear)hijra?": _numeric_day,
    rf"(?P<year>year|hyear){_FIGURE}(?P<month>day){_FIGURE}(?P<day>day)(?!slash)hijra?": _numeric_day,
    rf"{_LEAD}?(?P<day>the?day of|{_ORDINAL})"
    r"(?P<period>this alshahr|alshahr(?:past|next|current|same)|identical alshahr|current)": _day_of_month,
    r"(?<=[in yawm])(?P<day>the?day)(?P<period>current)": _day_of_month,
    r"time?yawm?(?P<shift>one of?(?:yesterday|alams)|(?:yesterday|alams)first(?!of)|before?yesterday"
    r"|after(?:tomorrow|ghad)|tomorrow|(?<=[time yawm])(?:ghad|alams)|ghad(?=weekday))"
    rf"{_OR_WEEKDAY}?": _relative_day,
    rf"time?this?(?P<shift>today)(?:{_OR_WEEKDAY}|(?!{_NOT_TODAY}|{_COUNTED_DAY}))": _relative_day,
    r"(?P<shift>today same|identical today)": _relative_day,
    r"(?<=in)(?P<shift>today(?:previous|following))": _neighbouring_day,
    rf"(?P<shift>this?tonight(?:before?past)?)(?!{_NOT_TODAY})": _relative_day,
    rf"yawm(?P<weekday>weekday)and?(?P<morrow>weekday){RELATION}?": _two_weekdays,
    rf"time?yawm?(?P<weekday>weekday)(?:(?<=time weekday)[dash slash]?(?P<morrow>weekday))?"
    rf"(?:(?P<farther>before past|after next)|{RELATION}|of?alweek(?P<week>past|next|current))?"
    r"(?!nickname|of every)": _weekday,
}
