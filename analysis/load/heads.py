"""The lines above the first paragraph of a page: which is the headline, and what stands above it."""

import itertools
import re
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

FEWEST = 4  # words of a headline that has other lines above it; a section, a place or an outlet has fewer
MOST = 14  # words of such a headline; more have first paragraphs without a full stop
PARAGRAPH = 15  # words; with a full stop a paragraph for certain
MENU_LINES = 8  # short lines in a row that are a menu
WEAK = ("no words", "not Arabic", "repeated line")  # what stands between the stanzas of a poem is no page's frame
LIST = "list of other stories"  # the reason of a heading below which they stand
MENU_WORDS = 6  # of a line of a menu
MENU_MEAN = 3  # of the lines of a menu; the lines of a poem have more
AMONG = 2  # lines that could be the headline, below which one that the page repeats is it
FULL_STOP = re.compile(r"(?<![.…])\.[\"'”’»)\]]*\s*$")
LEFT_OPEN = re.compile(r"[:،,؛]\s*$")
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
    left = [line for line in page if line.number not in furniture]
    if not left or is_paragraph(left[0]):
        return None
    menus = menu_lines(page)
    passed = {number for number, reason in furniture.items() if reason not in WEAK} | menus
    above = itertools.takewhile(lambda line: line.words <= MOST and not is_paragraph(line), left)
    able = [
        line for line in above if line.words >= FEWEST and line.number not in menus and can_head(line)
        and (line is left[0] or any(other.number in passed for other in page if other.number < line.number))
    ]  # fmt: skip
    twice = Counter(line.folded for line in page if line.words >= FEWEST)
    again = [line for line in able[AMONG:] if twice[line.folded] > 1]
    return next(iter([*again, *able, left[0]])).number


def can_head(line: Line) -> bool:
    """Tell whether a line below others may be the headline."""
    return not LEFT_OPEN.search(line.text) and not BULLET.match(line.text)


def is_doubled(line: Line) -> bool:
    """Tell whether a line says all its words twice, as the name of a picture and of its link stand side by side."""
    words = line.folded.split()
    half = len(words) // 2
    return FEWEST <= len(words) == 2 * half and words[:half] == words[half:]


def is_paragraph(line: Line) -> bool:
    """Tell whether a line is a paragraph for certain."""
    return line.words > 2 * PARAGRAPH or (line.words > FEWEST and bool(FULL_STOP.search(line.text)))


def menu_lines(page: Sequence[Line]) -> set[int]:
    """Return the numbers of short lines that follow each other as the entries of a menu do, but not the last of them.

    The headline may stand behind a menu and be as short.
    """
    found: set[int] = set()
    run: list[Line] = []
    for line in page:
        if line.words <= MENU_WORDS and not FULL_STOP.search(line.text):
            run.append(line)
            continue
        found.update(entry.number for entry in run[:-1] if is_menu(run))
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
    """Return the author's name that stands above or below the date of a page, of at most four words."""
    dated = {i for i, line in enumerate(page) if furniture.get(line.number) == "page date"}
    return {
        line.number: "byline" for i, line in enumerate(page)
        if {i - 1, i + 1} & dated and line.words <= FEWEST and line.number != title and title and line.number > title
        and line.number not in furniture and not LEFT_OPEN.search(line.text) and not FULL_STOP.search(line.text)
    }  # fmt: skip


def other_stories(page: Sequence[Line], furniture: Mapping[int, str]) -> dict[int, str]:
    """Return the headlines and broken-off beginnings of other stories below the heading of their list."""
    heading = next(
        (i for i, line in enumerate(page) if furniture.get(line.number) == LIST and has_text(page[:i])), None
    )
    if heading is None:
        return {}
    below = [line for line in page[heading + 1 :] if line.number not in furniture]
    resumed = next((i for i, line in enumerate(below) if line.words > FEWEST and FULL_STOP.search(line.text)), None)
    listed = below if resumed is None else [line for line in below[: max(0, resumed - 1)] if line.words <= MOST]
    return {line.number: "headline of another story" for line in listed}


def has_text(above: Sequence[Line]) -> bool:
    """Tell whether the lines hold two paragraphs, so that an article may end below them."""
    return sum(map(is_paragraph, above)) > 1
