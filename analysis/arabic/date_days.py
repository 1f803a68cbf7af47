"""Date days: the rules for phrases that mean a day, or the days of an interval within a month."""

from analysis.arabic import calendar
from analysis.arabic.calendar import Day
from analysis.arabic.date_scene import (
    STEPS,
    Reading,
    announced,
    before,
    kind_of,
    months,
    names,
    number,
    quoted,
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
_TO = "(?:dash|and|to|until)"
_FIGURE = "[slash dash stop]"


def _named_day(match, scene):
    """Read 20 مارس/ آذار 2003, الأول من أيار, 7 إلى 8 أغسطس/ آب الجاري, 15 رمضان 1436 هـ."""
    month, day = months(said(match, scene, "month"))[:1], number(said(match, scene, "day"))
    if not month or not 0 < day < 32 or (match.re is _SCORED and not month[0].alone):
        return None
    resolved = _resolved(match, scene, month[0], day)
    if resolved is None:
        return None
    date, printed = resolved
    first = number(said(match, scene, "first"))
    if date and 0 < first < day:
        return Reading(calendar.moved(date, first - day), "interval", kind_of(month[0]), date, printed)
    return Reading(date, "day", kind_of(month[0]), None, printed)
