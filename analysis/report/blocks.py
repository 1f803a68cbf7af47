"""What a report is made of, whatever it is written as: headings, paragraphs, pictures, tables, quotations."""

import re
import unicodedata
from pathlib import Path
from typing import NamedTuple

from analysis import tables

NON_JOINER = "\N{ZERO WIDTH NON-JOINER}"  # Persian names need it; other invisible characters only do harm
SPAN = re.compile(r"^(\d{4}-\d\d-\d\d)/(\d{4}-\d\d-\d\d)$")  # from one day to another
LEFT_TO_RIGHT = "\N{LEFT-TO-RIGHT MARK}"
UNSEEN = ("Cc", "Cf", "Cs", "Co", "Cn")


class Heading(NamedTuple):
    """A heading; level 0 is the title of the report."""

    text: str
    level: int = 1


class Paragraph(NamedTuple):
    """A paragraph; a small one is a note."""

    text: str
    small: bool = False


class Picture(NamedTuple):
    """A picture (a PNG file) with its caption, the words that stand for it where it is not seen, and a note."""

    path: Path
    caption: str
    description: str
    note: str = ""


class Sheet(NamedTuple):
    """A table: its caption, its head, its rows of text, and a note on what it leaves out."""

    caption: str
    head: list[str]
    rows: list[list[str]]
    note: str


class Quotation(NamedTuple):
    """A sentence in three parts, and where it comes from; it is Arabic in every report."""

    before: str
    match: str
    after: str
    origin: str


def plain(text) -> str:
    r"""Return the text on one line, without controls and marks that would break a file or turn a line round.

    >>> plain("خبر\n\x07 عاجل")
    'خبر عاجل'
    """
    return " ".join(seen(text).split())


def seen(text) -> str:
    r"""Return the text without what cannot be seen; line breaks become blanks.

    >>> seen("من \n الخبر ")
    'من   الخبر '
    """
    shown = (" " if letter.isspace() else letter for letter in str(text))
    return "".join(x for x in shown if x == NON_JOINER or unicodedata.category(x) not in UNSEEN)


def cell(value) -> str:
    """Return a cell as text: nothing for what is missing, a day without its midnight, few decimals.

    >>> cell(None), cell(1200), cell(2.5), cell("2023-08-07/2023-08-08")
    ('', '1,200', '2.50', '2023-08-07 / 2023-08-08')
    """
    if isinstance(value, int) and not isinstance(value, bool):
        return f"{value:,}"
    return SPAN.sub(r"\1 / \2", plain(tables.cell(value)))  # else a narrow column would be too narrow for it


def is_right_to_left(text: str, language: str) -> bool:
    """Tell whether a text reads from right to left: in an Arabic report all, in an English one what is mostly Arabic.

    >>> is_right_to_left("العراق", "en"), is_right_to_left("Iraq (العراق)", "en")
    (True, False)
    """
    kinds = [unicodedata.bidirectional(letter) for letter in text]
    return language == "ar" or sum(kind in ("R", "AL") for kind in kinds) > kinds.count("L") * 2


def whole(name: str) -> str:
    """Return a day or a file name such that no Arabic word turns it round: 2023-03-07, not 07-03-2023."""
    return f"{LEFT_TO_RIGHT}{name}" if name else ""
