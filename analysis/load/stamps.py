"""The full dates that a page prints, in the forms that templates of pages give them."""

import datetime
import re
from functools import cache
from typing import NamedTuple

from analysis import lists
from analysis.arabic import calendar, dates, letters

LONGEST = 14  # words of a line that holds a date and next to nothing else
OTHER_WORDS = 3  # of such a line that are neither figures nor words of dates: the section, the author
SAME = datetime.timedelta(days=3)  # an Islamic day so near to another one is the same day
HEAD = 90  # characters of a paragraph in which its place and day stand: «الرياض 19 نوفمبر 2023 (واس) -»
TAIL = 50  # characters at the end of the last paragraph in which the day of publication may stand
BEFORE_HEAD = 5  # words in front of such a day
# As they stand in a set of characters.
LONG_DASHES = r"\N{EN DASH}\N{EM DASH}"
DASHES = r"\-" + LONG_DASHES
FULL_STOP = re.compile(r"(?<![.…])\.\s*$")
YEAR = re.compile(r"(?<!\d)\d{4}(?!\d)")
ADDRESS = re.compile(r"(?:https?://|www\.)\S+")
WORD = re.compile(r"[^\W\d_]+")
ISSUED = re.compile(r"(?:تاريخ النشر|تم النشر|نشر(?:ت)? (?:في|بتاريخ)|published on|posted on)\s*:?\s*$", re.IGNORECASE)
PUBLISHED = re.compile(r"post|publi|creat|date\b|نشر|تاريخ|[أا]ضيف|كتب|[أا]درج", re.IGNORECASE)
UPDATED = re.compile(r"updat|modif|تحديث|تعديل|حد[ّ]?ث", re.IGNORECASE)

_PLAIN = str.maketrans({"|": "\N{BULLET}", "\N{NON-BREAKING HYPHEN}": "-", "\N{HYPHEN}": "-", "\N{MINUS SIGN}": "-"})
_SPACED = re.compile(r"\s*(?:(?:19|20)\d\d\s\d\d\s\d\d|\d\d\s\d\d\s(?:19|20)\d\d)\s*")
_FIGURES = re.compile(r"(?<!\d)(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)")
_HALF_MONTH = re.compile(r"(تشرين|كانون) ?([12])(?!\d)")
_HALVES = {"1": "الاول", "2": "الثاني"}
_GAP = r"[\s،,./\\-]{0,3}"
_DAY, _YEAR = r"(?<!\d)(?P<day>\d{1,2})(?:st|nd|rd|th)?(?!\d)", r"(?<!\d)(?P<year>\d{4})(?!\d)"
# Behind the day of «الرياض 19 نوفمبر 2023 (واس) -», and in front of one that is no such day.
_DATELINE = re.compile(
    r"\s*(?:م|ه\N{ARABIC TATWEEL})?\s*(?:[(/|:"
    + DASHES
    + r"]|\N{ARABIC TATWEEL}|(?:واس|وفا|وام|كونا|بترا|قنا|سونا|سانا|بنا)\b|\N{BULLET})"
)
_IN_SENTENCE = re.compile(r"(?:^|\s)و?(?:في|فى|منذ|يوم|من|حتى|بتاريخ|قبل|بعد|إلى|الى|عام|ليلة|مساء|صباح|فجر)\s*$")
_IN_FIGURES = re.compile(r"\d\s?[/.-]\s?\d{1,4}$")
_ON = frozenset(("في", "علي"))  # in a label: «تم النشر في: 17 فبراير 2026»
_TIME = re.compile(r"[\W\d]*(?:date)?[\W\d]*")


class Stamp(NamedTuple):
    """A day that a line prints: the words in front of it, and the day if its figures stand the American way."""

    date: datetime.date
    label: str
    end: int
    other: datetime.date | None = None


def find(line: str) -> list[Stamp]:
    """Return the full dates of a line; of an Islamic date and the same day beside it the latter.

    >>> [str(stamp.date) for stamp in find("2025-11-04 | 16:56")], str(find("أكتوبر 26, 2023")[0].date)
    (['2025-11-04'], '2023-10-26')
    """
    if not YEAR.search(line):
        return []
    text = line.translate(_PLAIN)
    text = re.sub(r"\s", "-", text.strip()) if _SPACED.fullmatch(text) else text
    found = dates.page_dates(text) or by_figures(text)
    if not found:
        return by_template(line)
    days = [each for each in found if each.kind != "hijri" or not any(is_same(each, other) for other in found)]
    ends = [0, *(each.end for each in days)]
    return [Stamp(each.date, text[end : each.start], each.end, turned(each)) for each, end in zip(days, ends)]  # noqa: B905


def by_figures(text: str) -> list[dates.Found]:
    """Return the date in figures that stands behind a slash or a number: «العدد 1647 /15-1-2025»."""
    figures = _FIGURES.search(text)
    found = dates.page_dates(figures[0]) if figures else []
    return [each._replace(start=figures.start(), end=figures.end()) for each in found[:1]]


def is_same(islamic: dates.Found, other: dates.Found) -> bool:
    """Tell whether a date of another calendar means the day of an Islamic one."""
    return other.kind != "hijri" and abs(other.date - islamic.date) <= SAME


def turned(found: dates.Found) -> datetime.date | None:
    """Return the day of figures whose month stands first, where they can be read so: 11/3/2019 is 3 November too."""
    figures = _FIGURES.search(found.words)
    day, month, year = map(int, figures.groups()) if figures else (0, 0, 0)
    return calendar.gregorian(year, day, month) if day != month and day <= 12 and year > 1500 else None


def by_template(line: str) -> list[Stamp]:
    """Return the date of a line in an order that no sentence has: «أكتوبر 26, 2023», «2025 الأحد ,16 تشرين الثاني»."""
    folded = _HALF_MONTH.sub(lambda half: f"{half[1]} {_HALVES[half[2]]}", letters.fold(line))
    for form in templates():
        if match := form.search(folded):
            month = calendar.MONTHS[match["month"]]
            dated = calendar.hijri if month.calendar == "hijri" else calendar.gregorian
            day = dated(int(match["year"]), month.number, int(match["day"]))
            return [Stamp(day, folded[: match.start()], len(line))] if day else []
    return []


@cache
def templates() -> tuple[re.Pattern, ...]:
    """Return the orders of day, month and year that page templates have, on folded text."""
    names = "|".join(map(re.escape, sorted(calendar.MONTHS, key=len, reverse=True)))
    month, weekday = rf"(?<!\w)(?P<month>{names})(?!\w)", r"(?:\w+" + _GAP + r")?"
    orders = [
        (month, _DAY, _YEAR), (_YEAR, month, _DAY), (_YEAR, weekday + _DAY, month), (_DAY, month, _YEAR),
        (_DAY + r"\s\d\d:\d\d", _YEAR, month),
    ]  # fmt: skip
    return tuple(re.compile(_GAP.join(order)) for order in orders)


def is_address(line: str) -> bool:
    """Tell whether a line holds an address and nothing else but a date."""
    rest = ADDRESS.sub(" ", line) if "http" in line or "www." in line else line
    return rest != line and all(word in date_words() for word in WORD.findall(letters.fold(rest)))


def is_alone(line: str, words: int) -> bool:
    """Tell whether a line of so many words holds a full date and next to nothing else."""
    if words > LONGEST or FULL_STOP.search(line) or not find(line):
        return False
    return sum(word not in date_words() for word in WORD.findall(letters.fold(line))) <= OTHER_WORDS


@cache
def date_words() -> frozenset[str]:
    """Return the folded words that stand around a date of a page: months, weekdays, hours, labels."""
    listed = (word for row in lists.rows("stamp_words") for word in lists.parts(row["words"]))
    return frozenset(letters.fold(word) for word in listed) | {
        part for name in calendar.MONTHS for part in name.split()
    }


def dateline(paragraph: str) -> Stamp | None:
    """Return the day that heads a paragraph with its place or agency: «الرياض 19 نوفمبر 2023 (واس) -»."""
    for stamp in find(paragraph[:HEAD]):
        behind, front = paragraph[stamp.end : stamp.end + HEAD], stamp.label
        in_figures = _TIME.fullmatch(front) and _IN_FIGURES.search(paragraph[: stamp.end])
        placed = len(WORD.findall(front)) <= BEFORE_HEAD and _DATELINE.match(behind)
        words = set(WORD.findall(letters.fold(front)))
        labelled = PUBLISHED.search(front) and words <= date_words() | _ON
        if (
            (in_figures or placed or labelled)
            and not _IN_SENTENCE.search(front)
            and not behind.lstrip().startswith("،")
        ):
            return stamp
    return None


def closing(paragraph: str) -> Stamp | None:
    """Return the day of publication that a paragraph names at its very end: «… - تاريخ النشر : 2021/02/27»."""
    tail = paragraph[-TAIL:]
    found = [stamp for stamp in find(tail) if ISSUED.search(stamp.label) and not WORD.search(tail[stamp.end :])]
    return found[-1] if found else None
