"""The lines above the first paragraph of a page: which is the headline, and what stands above it."""

import itertools
import re
from collections import Counter
from collections.abc import Container, Mapping, Sequence
from typing import NamedTuple

FEWEST = 4  # words of a headline that has other lines above it; a section, a place or an outlet has fewer
MOST = 14  # words of such a headline; more have first paragraphs without a full stop
PARAGRAPH = 15  # words; with a full stop a paragraph for certain
MENU_LINES = 8  # short lines in a row that are a menu
WEAK = ("no words", "not Arabic", "repeated line")  # what stands between the stanzas of a poem is no page's frame
LIST = "list of other stories"  # the reason of a heading below which they stand
LINK = "related link"  # the same, or of a link inside the text
MASTHEAD = "masthead"
MENU_WORDS = 6  # of a line of a menu
MENU_MEAN = 3  # of the lines of a menu; the lines of a poem have more
AMONG = 2  # lines that could be the headline, below which one that the page repeats is it
FULL_STOP = re.compile(r"(?<![.…])\.[\"'”’»)\]]*\s*$")
LEFT_OPEN = re.compile(r"[:،,؛]\s*$")
HOUR = re.compile(r"\s*\d{1,2}:\d{2}(?!\d)")  # in front of the headlines of a ticker
BULLET = re.compile(r"\s*[•▪◦●*▸►›»|>]")


class Line(NamedTuple):
    """One line of the raw file: its number from 1, the text as it stands, and its folded spelling."""

    number: int
    text: str
    folded: str
    words: int


def title_line(page: Sequence[Line], furniture: Mapping[int, str]) -> int | None:
    """Return the number of the headline: of the first line, or of a longer one below names and menus of the page.

    `furniture` holds the lines that are none whatever stands around them, with their reasons. A short first line is
    passed over only where such lines, or a menu, stand above the longer one.
    """
    editors = next((number for number, reason in furniture.items() if reason == MASTHEAD), None)
    left = [line for line in page if line.number not in furniture]
    left = [line for line in left if not is_ticker(line, editors)] if editors else left
    if not left or is_paragraph(left[0]):
        return None
    above = list(itertools.takewhile(lambda line: line.words <= MOST and not is_paragraph(line), left))
    if len(above) < 2:
        return left[0].number
    menus = menu_lines(page)
    able = able_to_head(page, above, furniture, menus)
    twice = Counter(line.folded for line in page if line.words >= FEWEST) if len(able) > AMONG else {}
    again = [line for line in able[AMONG:] if twice[line.folded] > 1]
    first = next((line for line in left if line.number not in menus), left[0])
    return next(iter([*again, *able, first])).number


def able_to_head(
    page: Sequence[Line], above: Sequence[Line], furniture: Mapping[int, str], menus: Container[int]
) -> list[Line]:
    """Return the lines above the first paragraph that may be the headline: the first, or longer ones below a frame."""
    hours = {line.number for line in above if HOUR.match(line.text)}
    frame = [line.number for line in page if line.number in menus or line.number in hours]
    frame += [number for number, reason in furniture.items() if reason not in WEAK]
    start = min(frame, default=above[-1].number + 1)
    return [
        line for line in above if line.words >= FEWEST and line.number not in menus and can_head(line)
        and (line is above[0] or line.number > start)
    ]  # fmt: skip


def is_ticker(line: Line, editors: int) -> bool:
    """Tell whether a long line below the names of the editors is a row of headlines: it has no full stop."""
    return line.number > editors and line.words > 2 * PARAGRAPH and not FULL_STOP.search(line.text)


def can_head(line: Line) -> bool:
    """Tell whether a line below others may be the headline."""
    return not LEFT_OPEN.search(line.text) and not BULLET.match(line.text) and not HOUR.match(line.text)


def is_doubled(line: Line) -> bool:
    """Tell whether a line says all its words twice, as the name of a picture and of its link stand side by side."""
    words = line.folded.split()
    half = len(words) // 2
    return FEWEST <= len(words) == 2 * half and words[:half] == words[half:]


def is_paragraph(line: Line) -> bool:
    """Tell whether a line is a paragraph for certain."""
    return line.words > 2 * PARAGRAPH or is_stopped(line)


def menu_lines(page: Sequence[Line]) -> set[int]:
    """Return the numbers of short lines that follow each other as the entries of a menu do.

    The last of them that is long enough for a headline is left out: that may stand below a menu and be as short.
    """
    found: set[int] = set()
    run: list[Line] = []
    for line in [*page, None]:
        if line and line.words <= MENU_WORDS and not FULL_STOP.search(line.text):
            run.append(line)
            continue
        if is_menu(run):
            last = next((entry for entry in reversed(run) if entry.words >= FEWEST), run[-1])
            found.update(entry.number for entry in run if entry is not last)
        run = []
    return found


def is_menu(run: Sequence[Line]) -> bool:
    """Tell whether short lines in a row are a menu: more than a few, and shorter than verses are."""
    return len(run) > MENU_LINES and sum(line.words for line in run) < MENU_MEAN * len(run)


def alone_above(page: Sequence[Line], furniture: Mapping[int, str]) -> bool:
    """Tell whether nothing but the first line stands above the first paragraph, so that it is the headline."""
    below = next((line for line in page[1:] if line.number not in furniture), None)
    return below is None or is_paragraph(below) or below.words > MOST


def beside_date(page: Sequence[Line], furniture: Mapping[int, str], title: int | None) -> dict[int, str]:
    """Return the author's name that stands above or below the date of a page, of fewer words than a headline."""
    dated = {i for i, line in enumerate(page) if furniture.get(line.number) == "page date"}
    return {
        line.number: "byline" for i, line in enumerate(page)
        if {i - 1, i + 1} & dated and line.words < FEWEST and line.number != title and title and line.number > title
        and line.number not in furniture and not LEFT_OPEN.search(line.text) and not FULL_STOP.search(line.text)
    }  # fmt: skip


def other_stories(page: Sequence[Line], furniture: Mapping[int, str]) -> dict[int, str]:
    """Return the headlines and broken-off beginnings of other stories below the heading of their list.

    Where the article goes on below it, the headlines alone; where its paragraphs have no full stops, these as well.
    """
    headings = [i for i, line in enumerate(page) if furniture.get(line.number) in (LIST, LINK) and has_text(page[:i])]
    if not headings:
        return {}
    above = [line for line in page[: headings[0]] if line.words >= PARAGRAPH]
    stops = 2 * sum(bool(FULL_STOP.search(line.text)) for line in above) > len(above)
    below = [line for line in page[headings[0] + 1 :] if line.number not in furniture]
    goes_on = (i for i, line in enumerate(below) if (is_stopped(line) if stops else line.words >= PARAGRAPH))
    resumed = next(goes_on, None)
    listed = below if resumed is None else [line for line in below[: max(0, resumed - 1)] if line.words <= MOST]
    return {line.number: "headline of another story" for line in listed}


def is_stopped(line: Line) -> bool:
    """Tell whether a line is more than a few words and ends in a full stop."""
    return line.words > FEWEST and bool(FULL_STOP.search(line.text))


def has_text(above: Sequence[Line]) -> bool:
    """Tell whether the lines hold two paragraphs, so that an article may end below them."""
    return sum(map(is_paragraph, above)) > 1


def again(page: Sequence[Line], title: int | None) -> dict[int, str]:
    """Return the lines that hold the headline once more, with the outlet or the section beside it."""
    head = next((line for line in page if line.number == title and line.words >= FEWEST), None)
    return {
        line.number: "repeated line" for line in page
        if head and line is not head and line.words - head.words <= FEWEST and head.folded in line.folded
    }  # fmt: skip
