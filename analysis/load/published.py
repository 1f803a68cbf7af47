"""When an article came out: every piece of evidence weighed, and the words it rests on kept.

A page often carries the day it was saved. Such a day is taken for the day of publication only where nothing in
the text speaks against it, and then as a rule of thumb.
"""

import datetime
import re
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from typing import NamedTuple

import pandas as pd

from analysis import lists
from analysis.arabic import dates, numbers, phrases
from analysis.load import stamps

DAY = datetime.timedelta(days=1)
SHIFT = {"today": 0, "yesterday": 1, "before yesterday": 2, "tomorrow": -1}
REACH_BACK = 21  # days before the day of saving, or an anniversary, in which a weekday is looked for
WEEKDAY = re.compile("ال(?:[اإأ]ثنين|ثلا?ثاء?|[أا]ربعاء?|خميس|جمعة|جمعه|سبت|[أا]حد)")
COUNTED_FROM_TODAY = re.compile(r"\b(?:[أا]مس|اليوم)\b")
LONGEST_LABEL = 3  # words of a line that says what the date on the next line is
FIRST_LINES = 3  # of the text, one of which may begin with place and day
BEFORE, BEHIND = 24, 30  # characters around a weekday that are read for its relation and its date
ISO = re.compile(r"(?:19|20)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])(?!\d)")  # every such day exists
NO_MONTH = re.compile(r"\s*\d{4}-(?:00|1[3-9]|[2-9]\d)-\d\d")
ANNIVERSARY = re.compile(r"الذكرى\s+(?:السنوية\s+)?(?:ال)?(\S+(?:\s+و(?:ال)?\S+)?)")
RULE_OF_THUMB = "rule of thumb: "
WEAK = "^no evidence|weekday before an anniversary"  # kinds of evidence that another article of the folder may overrule


class Evidence(NamedTuple):
    """The day of publication, the kind of evidence and its words; `saved` is the day the page was saved."""

    day: datetime.date | None
    kind: str
    words: str | None
    saved: datetime.date | None = None


def evidence(text: str, page_lines: list[str], facts: dict[str, str], *, near: Sequence[str] = ()) -> Evidence:
    """Return when an article came out by its own evidence, strongest first.

    `facts` may hold `published` and `saved` (given by a person), `markup` (the page's metadata); `page_lines` are
    the lines of the page outside the prose, and `near` those of them between the title and the text.
    """
    given = iso(facts.get("published"))
    if given is None or is_copied(facts):
        return own_evidence(text, page_lines, facts, near)
    return Evidence(given, "given", facts["published"], iso(facts.get("saved")))


def is_copied(facts: dict[str, str]) -> bool:
    """Tell whether a row of articles.csv is one of 01_articles.csv, which says what its day rests on.

    Such a day counts as given only where it is no longer the one that the article tells (see load.corrected).
    """
    return bool(facts.get("published_from"))


def own_evidence(text: str, page_lines: list[str], facts: dict[str, str], near: Sequence[str]) -> Evidence:
    """Return when an article came out by what it says itself, and by the day it was saved."""
    page = page_date(page_lines)
    saved = iso(facts.get("saved"))
    if page and is_copied(facts) and saved == page.date:
        saved = None  # the page's own, and not a person's word
    if iso(facts.get("markup")):
        return Evidence(iso(facts["markup"]), "markup", facts["markup"], saved)
    said = weekday_of(text)
    if candidate := dated_today(text) or by_stamp(printed(text, page_lines, near), said):
        return candidate._replace(saved=saved)
    if saved:
        return by_saved(text, saved, said)
    found = by_anniversary(text, said) or no_evidence(page, said)
    return found._replace(saved=page.date if page else None)


def iso(value: str | None) -> datetime.date | None:
    """Return the day of an ISO date or the first full date in a text, or None.

    A year in front is followed by its month, so that one with a thirteenth month is no date.

    >>> str(iso("2014-03-03")), str(iso("1435-05-02")), iso("2015-02-31"), iso("2015-13-01")
    ('2014-03-03', '2014-03-03', None, None)
    """
    text = str(value or "")
    if ISO.match(text):
        return datetime.date.fromisoformat(text[:10])
    if NO_MONTH.match(text):
        return None
    found = dates.page_dates(text)
    return found[0].date if found else None


class Weekday(NamedTuple):
    """A weekday that a text names: the words, what stands from them on, which day, and as what (today, yesterday …)."""

    words: str
    onwards: str
    weekday: int
    relation: str | None


@lru_cache(maxsize=1)  # several rules ask for those of one article
def weekdays(text: str) -> tuple[Weekday, ...]:
    """Return the weekdays of a text; only their surroundings are read, so that a large collection is dated fast."""
    found = []
    for match in WEEKDAY.finditer(text):
        low = max(0, match.start() - BEFORE)
        piece = text[low : match.end() + BEHIND]
        for start, end, weekday, relation in dates.weekdays(piece):
            if start <= match.start() - low < end:
                found.append(Weekday(piece[start:end], piece[start:], weekday, relation))
    return tuple(found)


def weekday_of(text: str) -> tuple[int, str] | None:
    """Return the weekday of publication that the text speaks of («اليوم الثلاثاء»، «أمس الخميس») and its words."""
    said = next((each for each in weekdays(text) if each.relation in SHIFT), None)
    return ((said.weekday + SHIFT[said.relation]) % 7, said.words) if said else None


def dated_today(text: str) -> Evidence | None:
    """Return the full date that stands beside a word for today (اليوم الخميس (29 تموز 2021))."""
    for said in weekdays(text):
        near = dates.page_dates(said.onwards) if said.relation == "today" else []
        if near and near[0].start < BEFORE and near[0].date.weekday() == said.weekday:
            return Evidence(near[0].date, "date beside «today»", said.onwards[: near[0].end])
    return None


def page_date(page_lines: list[str]) -> stamps.Stamp | None:
    """Return the first full date of the lines outside the prose."""
    return next((stamp for line in page_lines for stamp in stamps.find(line)), None)


class Printed(NamedTuple):
    """A date that a page prints, its line, and as what it stands there."""

    stamp: stamps.Stamp
    line: str
    use: str  # published, updated (by the words in front), near (between title and text), or page

    @property
    def own(self) -> bool:
        """Tell whether it is the article's by its words or its place, and not perhaps the day of saving."""
        return self.use in ("published", "near")


def printed(text: str, page_lines: Sequence[str], near: Sequence[str]) -> Iterator[Printed]:
    """Yield the dates of the lines outside the prose, and the one that heads the first paragraphs."""
    label, told = "", is_chronicle([*text.split("\n"), *near])
    for line in page_lines:
        found = [] if told and stamps.dateline(line) else stamps.find(line)
        for n, stamp in enumerate(found):
            words = f"{label} {stamp.label}" if n == 0 else stamp.label
            use = "updated" if stamps.UPDATED.search(words) else "published" if stamps.PUBLISHED.search(words) else ""
            yield Printed(stamp, line.strip(), use or ("near" if line in near else "page"))
        label = line if not found and len(line.split()) <= LONGEST_LABEL else ""
    for line in text.split("\n")[:FIRST_LINES]:
        if not told and (stamp := stamps.dateline(line)):
            yield Printed(stamp, line[: stamp.end].strip(), "near")
    if stamp := stamps.closing(text):
        yield Printed(stamp, text[-stamps.TAIL :].strip(), "published")


def is_chronicle(lines: Sequence[str]) -> bool:
    """Tell whether a text goes from day to day (* 28 مايو 1990: عقد القمة), so that none of them is its own."""
    days = {stamp.date for line in lines if (stamp := stamps.dateline(line))}
    return len(days) > 1


def by_stamp(found: Iterator[Printed], said: tuple[int, str] | None) -> Evidence | None:
    """Return the printed date that is the day of publication by its words, its place or the text's weekday."""
    ranked = [(rank, n, day, kind, each.line) for n, each in enumerate(found) for rank, day, kind in ranks(each, said)]
    if not ranked:
        return None
    _, _, day, kind, line = min(ranked)
    return Evidence(day, kind, line)


def ranks(each: Printed, said: tuple[int, str] | None) -> Iterator[tuple[int, datetime.date, str]]:
    """Yield how firm a printed date is as the day of publication (0 is the firmest), the day, and why."""
    stamp, labelled = each.stamp, each.use in ("published", "updated")
    kind = "dated line" if labelled else "date under the title" if each.use == "near" else "dated line, weekday agrees"
    if said is None:
        if each.use != "page":
            yield ("published", "near", "updated").index(each.use), stamp.date, kind
        return
    for n, day in enumerate(day for day in (stamp.date, stamp.other) if day):
        late = (day.weekday() - said[0]) % 7
        if late == 0:
            yield (0 if each.own else 4 if labelled else 6) + n, day, kind
        elif late == 1 and each.own and n == 0:
            yield 2, day, f"{kind}, a day after the text's weekday"
        elif each.own and n == 0:
            yield 8, day, f"{RULE_OF_THUMB}{kind}, though the text names another weekday"


def by_saved(text: str, saved: datetime.date, said: tuple[int, str] | None) -> Evidence:
    """Return the last day up to the day of saving that fits the weekdays of the text, as a rule of thumb.

    A bare weekday is that of the news where the text counts by weekdays alone («قالت الوزارة السبت»); beside «أمس» it
    is an older day.
    """
    if said:
        day = last_weekday(saved, said[0])
        return Evidence(day, f"{RULE_OF_THUMB}weekday before the day of saving", said[1], saved)
    bare = () if COUNTED_FROM_TODAY.search(text) else (each for each in weekdays(text) if each.relation is None)
    latest = max(((last_weekday(saved, each.weekday), each.words) for each in bare), default=None)
    if latest and (saved - latest[0]).days >= 2:
        return Evidence(latest[0], f"{RULE_OF_THUMB}last weekday named before the day of saving", latest[1], saved)
    return Evidence(saved, f"{RULE_OF_THUMB}day of saving, nothing speaks against it", str(saved), saved)


def last_weekday(day: datetime.date, weekday: int) -> datetime.date:
    """Return the last day with this weekday up to a day.

    >>> str(last_weekday(datetime.date(2022, 5, 30), 4))
    '2022-05-27'
    """
    return day - ((day.weekday() - weekday) % 7) * DAY


def by_anniversary(text: str, said: tuple[int, str] | None) -> Evidence | None:
    """Return the day by an anniversary that the text names and its weekday, as a rule of thumb.

    Of the days with that weekday in the weeks before the anniversary it is the first that is not earlier than the
    last month the text tells of; where it tells of none, the last before the anniversary.
    """
    feast = anniversary(text)
    if not feast or not said:
        return None
    day, words = feast
    fitting = [day - n * DAY for n in range(REACH_BACK, -8, -1) if (day - n * DAY).weekday() == said[0]]
    told = [
        found.date
        for found in dates.find(text, day)
        if found.precision == "month" and found.date and day - 30 * DAY <= found.date <= day
    ]
    chosen = next((each for each in fitting if told and each >= max(told)), last_weekday(day, said[0]))
    kind = "after the last month told, before an anniversary" if told else "before an anniversary"
    return Evidence(chosen, f"{RULE_OF_THUMB}weekday {kind}", f"{said[1]}؛ {words}")


def anniversary(text: str) -> tuple[datetime.date, str] | None:
    """Return the day of an anniversary that the text names with its number (الذكرى العشرين للغزو), and the words."""
    for match in ANNIVERSARY.finditer(text) if "الذكرى" in text else ():
        count = numbers.value(ordinal(match[1]))
        behind = phrases.folded(text[match.end() : match.end() + 40])
        day = next((start for spelling, start in known_days() if behind.startswith(spelling)), None)
        if day and count and 0 < count < 150:
            return day.replace(year=day.year + int(count)), text[match.start() : match.end() + 20].strip()
    return None


def ordinal(words: str) -> str:
    """Return an ordinal without its articles, as the number reader knows it."""
    return re.sub(r"(^|\sو?)ال", r"\1", words)


@cache
def known_days() -> tuple[tuple[str, datetime.date], ...]:
    """Return the folded words of the days in anniversaries.csv with the day."""
    return tuple(
        (phrases.folded(words), datetime.date.fromisoformat(row["day"]))
        for row in lists.rows("anniversaries") for words in lists.parts(row["words"])
    )  # fmt: skip


def no_evidence(page: stamps.Stamp | None, said: tuple[int, str] | None) -> Evidence:
    """Return why the day cannot be told: the page has no date, or one that may be that of saving."""
    if not page:
        return Evidence(None, "no evidence", None)
    if not said:
        return Evidence(None, "no evidence: the page's date may be the day of saving", str(page.date))
    words = f"{page.date}؛ {said[1]}"
    return Evidence(None, "no evidence: the page's date is of another weekday, so it is the day of saving", words)


def is_certain(kinds: pd.Series) -> pd.Series:
    """Tell for each kind of evidence whether it is more than a rule of thumb."""
    return kinds.notna() & ~kinds.fillna("").str.startswith((RULE_OF_THUMB, "no evidence"))
