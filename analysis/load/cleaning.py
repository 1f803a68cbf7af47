"""A page as saved -> the lines that are article prose, and the lines cut, each with its reason."""

import re
from collections.abc import Mapping
from functools import cache
from types import MappingProxyType
from typing import NamedTuple

from analysis import lists
from analysis.arabic import frequency, letters
from analysis.load import heads, sheets, stamps
from analysis.load.heads import FULL_STOP, Line

FEWEST = 4  # words that are no sentence yet
LONG_LINE = 15  # words; a line this long is prose even without a full stop
SHORTEST_SENTENCE = 3  # words of a sentence that goes on from those before it
SHORT_LINE = 8  # words; headings, places and bylines above the first paragraph are shorter
MOST_ABOVE = 3  # lines above a text without a title; above so few no page has its own date
HEAD = 12  # lines at the top of a page among which a caption may repeat a paragraph below
SHORTEST_REPEAT = 4  # words; shorter lines come back in poems and interviews
LONGEST_TITLE = 25  # words
PARAGRAPH = 300  # characters, among which most paragraphs have more words than any rule asks for
LONGEST_FURNITURE = 30  # words; a longer line that matches a furniture pattern is a paragraph that talks of cookies
NAME_OF_OUTLET = "name of the outlet"  # the reason of a first line that holds nothing else
SHORTEST_TITLE = 5  # words; a first line as long is the headline («شاهد: منع …») and no link to another story
SHARED = "line shared by several articles of the source"
NO_TITLE_FOR = ("related link", "caption", "byline", "source line", "section heading", "section", heads.LIST)
SENTENCE_END = re.compile(r"[.!?؟…:][\"'”’»)\]]*\s*$")
SENTENCE_INSIDE = re.compile(r"[^\W\d]{3,}[\"'”’»)\]]*\.\s+[\"“«(]?[^\W\d]{2,}")
ARABIC = re.compile(r"[ء-ي]")
HASHES = re.compile(r"^\s*#{1,6}\s+")  # of a heading in Markdown
WORD = re.compile(r"\w+")
Folded = frozenset[str]
NO_LINES: Folded = frozenset()
NOTHING: Mapping[str, str] = MappingProxyType({})


class Cleaned(NamedTuple):
    """What cleaning made of one page."""

    text: str
    title: str | None
    cut: list[tuple[int, str, str]]  # line number, text, reason
    near: tuple[str, ...] = ()  # the lines of the frame between the title and the text
    frame: tuple[str, ...] = ()  # the lines that the rules cut, among them those that a person keeps


def article(raw: str, *, keep: Folded = NO_LINES, drop: Folded = NO_LINES, shared: Folded = NO_LINES) -> Cleaned:
    r"""Return the prose of a page line by line, its title, and every other line with the reason it was cut.

    `keep` holds folded lines that stay whatever the rules say, `drop` folded lines that always go, and so do those
    that are `shared` by other articles.

    >>> article("عنوان الخبر اليوم\nشارك القصة\nقال الوزير إن الزيارة ناجحة جدا.").cut
    [(2, 'شارك القصة', 'share buttons')]
    """
    page = lines(raw)
    always = {**dict.fromkeys(shared, SHARED), **dict.fromkeys(drop, "cut by keep.csv")}
    reasons = {**furniture(page, always), **repeats(page)}
    title = heads.title_line(page, reasons)
    reasons |= beside_date(page, reasons, title) | heads.other_stories(page, reasons) | heads.again(page, title)
    reasons |= edges([line for line in page if line.number not in reasons], title)
    prose = [line for line in page if line.number not in reasons]
    frame = [line for line in page if line.number in reasons]
    kept = [line for line in page if line.number not in reasons or line.folded in keep]
    cut = [(line.number, line.text, reasons[line.number]) for line in frame if line.folded not in keep]
    title = title_of([line for line in kept if line.number not in reasons or may_head(line, reasons[line.number])])
    told = near(prose, frame), tuple(line.text for line in frame)
    return Cleaned("\n".join(line.text for line in kept), title, cut, *told)


def beside_date(page: list[Line], reasons: Mapping[int, str], title: int | None) -> dict[int, str]:
    """Return the lines that name the author or the outlet above or below the date of a page, with the reason."""
    named = {line.number for line in page if line.folded in outlets()}
    found = heads.beside_date(page, reasons, title)
    return {number: NAME_OF_OUTLET if number in named else reason for number, reason in found.items()}


def may_head(line: Line, reason: str) -> bool:
    """Tell whether a line that a person keeps may be the headline, though the rules would cut it."""
    return line.words >= heads.FEWEST and reason != "page date"


def near(kept: list[Line], frame: list[Line]) -> tuple[str, ...]:
    """Return the lines cut between the title and the first paragraph below it, or the few above a text without one.

    A title of few words may be the name of the outlet: the date below it is then the day of saving, unless the line
    with it is all that stands around that title above the first paragraph.
    """
    if not kept:
        return ()
    if title_of(kept) is None:
        above = tuple(line.text for line in frame if line.number < kept[0].number)
        return above if len(above) <= MOST_ABOVE and heads.is_stopped(kept[0]) else ()
    below = next((line for line in kept[1:] if line.words >= LONG_LINE or heads.is_paragraph(line)), kept[1])
    between = tuple(line.text for line in frame if kept[0].number < line.number < below.number)
    alone = below is kept[1] and len(between) == 1 and all(line.number > kept[0].number for line in frame)
    return between if kept[0].words >= heads.FEWEST or alone else ()


def lines(raw: str) -> list[Line]:
    """Return the lines that hold anything, with their folded spelling and number of words."""
    rows = [(n, HASHES.sub("", text)) for n, text in enumerate(raw.split("\n"), 1) if text.strip()]
    folded = map(str.strip, letters.fold_types([text for _, text in rows]))
    return [Line(n, text, line, number_of_words(line)) for (n, text), line in zip(rows, folded, strict=True)]


def number_of_words(line: str) -> int:
    """Return how many words a line has; of a paragraph those at its beginning, more than any rule asks for."""
    first = len(WORD.findall(line, 0, PARAGRAPH))
    return first if first > LONGEST_FURNITURE or len(line) <= PARAGRAPH else len(WORD.findall(line))


def furniture(page: list[Line], always: Mapping[str, str] = NOTHING) -> dict[int, str]:
    """Return the reason for each line that is page furniture whatever stands around it; `always` has those given."""
    arabic = any(ARABIC.search(line.text) for line in page)
    reasons = {line.number: reason_of(line, arabic, always) for line in page}
    named = {number: reason for number, reason in reasons.items() if reason}
    first = page[0] if page else None
    if first is not None and len(page) > 1 and first.folded in outlets():
        return {first.number: NAME_OF_OUTLET, **named}
    may_head = first is not None and named.get(first.number) in NO_TITLE_FOR
    if may_head and stamps.is_alone(first.text, first.words):
        return named  # «بغداد – وكالات – 12 آذار/مارس 2024»
    if may_head and (first.words >= SHORTEST_TITLE or heads.alone_above(page, named)):
        del named[first.number]
    return named


@cache
def outlets() -> frozenset[str]:
    """Return the folded spellings of outlets: one alone in the first line is above the headline, and is none."""
    return frozenset(
        letters.fold(spelling) for row in lists.rows("outlets") for spelling in lists.parts(row["spellings"])
    )


def reason_of(line: Line, arabic: bool, always: Mapping[str, str]) -> str | None:
    """Return why this one line is furniture, or None."""
    if line.folded in always:
        return always[line.folded]
    if line.words <= LONGEST_FURNITURE and (named := named_furniture(line.folded)):
        return named
    if not line.words:
        return "no words"
    if line.words < LONG_LINE and heads.is_doubled(line):
        return "name of a picture"
    if arabic and not ARABIC.search(line.text):
        return "page date" if stamps.find(line.text) else "not Arabic"
    if stamps.is_address(line.text):
        return "address"
    return "page date" if stamps.is_alone(line.text, line.words) else None


def named_furniture(folded: str) -> str | None:
    """Return the reason of the first pattern in furniture.csv that the folded line matches."""
    at_start, anywhere = any_pattern()
    if not (at_start.match(folded) or anywhere.search(folded)):
        return None
    return next(reason for pattern, reason in patterns() if pattern.search(folded))


@cache
def any_pattern() -> tuple[re.Pattern, re.Pattern]:
    """Return the patterns of furniture.csv that begin a line, and the others, each kind as one, to pass over prose."""
    rows = [row["pattern"] for row in lists.rows("furniture")]
    at_start = [pattern for pattern in rows if pattern.startswith("^")]
    anywhere = [pattern for pattern in rows if not pattern.startswith("^")]
    return one_of(at_start), one_of(anywhere)


def one_of(rows: list[str]) -> re.Pattern:
    """Return several patterns as one."""
    return re.compile("|".join(f"(?:{pattern})" for pattern in rows))


@cache
def patterns() -> list[tuple[re.Pattern, str]]:
    """Return the compiled patterns of furniture.csv with their reasons."""
    return [(re.compile(row["pattern"]), row["reason"]) for row in lists.rows("furniture")]


def repeats(page: list[Line]) -> dict[int, str]:
    """Return the lines that stand in the page twice, or whose whole text a longer line below repeats (captions)."""
    seen, reasons = set(), {}
    for i, line in enumerate(page):
        if line.words >= SHORTEST_REPEAT and line.folded in seen:
            reasons[line.number] = "repeated line"
        elif (
            0 < i <= HEAD
            and line.words >= LONG_LINE
            and any(line.folded in other.folded for other in page[i + 1 :] if other.folded != line.folded)
        ):
            reasons[line.number] = "repeated in a paragraph below"
        seen.add(line.folded)
    return reasons


def edges(page: list[Line], title: int | None) -> dict[int, str]:
    """Return the lines above the title, the short ones between it and the first paragraph, those below the last."""
    head = next((i for i, line in enumerate(page) if line.number == title), 0)
    prose = [i for i, line in enumerate(page) if i >= head and is_prose(line)]
    body = [i for i in prose if i > head] or prose
    over = {line.number: "above the title" for line in page[:head]}
    if not body:
        return over
    above = {line.number: "between title and text" for line in page[head + 1 : body[0]] if line.words <= SHORT_LINE}
    below = {line.number: "below the text" for line in page[prose[-1] + 1 :]}
    return over | above | below


def is_prose(line: Line) -> bool:
    """Tell whether a line reads as a paragraph: long, or a sentence with its full stop."""
    ended = (line.words > FEWEST or goes_on(line)) and SENTENCE_END.search(line.text)
    return line.words >= LONG_LINE or bool(ended or (line.words >= SHORT_LINE and SENTENCE_INSIDE.search(line.text)))


def goes_on(line: Line) -> bool:
    """Tell whether few words go on with «و», as denials at the end do: (ونفت إسرائيل ذلك)."""
    first = line.folded.split(maxsplit=1)[0] if line.words >= SHORTEST_SENTENCE else ""
    joined = first.startswith("و") and frequency.of(first[1:]) > frequency.of(first)  # not «واشنطن»
    return joined and bool(FULL_STOP.search(line.text))


def title_of(kept: list[Line]) -> str | None:
    """Return the first kept line when it reads as a headline: not long, no full stop, text below it."""
    if len(kept) < 2 or kept[0].words > LONGEST_TITLE or FULL_STOP.search(kept[0].text):
        return None
    return unlabelled(kept[0].text.strip())


def unlabelled(title: str) -> str:
    """Return a headline without the sign of a Markdown heading, or the word for it, in front.

    >>> unlabelled("# وصول الوزير"), unlabelled("العنوان: وصول الوزير")
    ('وصول الوزير', 'وصول الوزير')
    """
    before, colon, behind = title.lstrip("# ").partition(":")
    labelled = colon and behind.strip() and sheets.folded(before) in sheets.fields()["title"]
    return behind.strip() if labelled else title.lstrip("# ")
