"""The lines of a PDF page, as the eye sees them -> the text, as it was typed.

A PDF places letters on paper. Read from left to right, Arabic comes out turned round, each letter in the form it has
on paper, and every line for itself.
"""

import re
import unicodedata

from bidi import algorithm

from analysis.arabic import letters

FULL_LINE = 0.6  # of the widest line; a shorter one ends its paragraph
WIDE_GAP = 6  # blanks; a mark that is drawn apart from its letter leaves so many in the middle of a word
OPENING, CLOSING = "([{«", ")]}»"
SENTENCE_ENDS = ".؟!:،"

_MARKS = "\u064b-\u065f\u0670"
_SWAPPED = str.maketrans(OPENING + CLOSING, CLOSING + OPENING)
_TARGET = re.compile(rb"<((?:[0-9A-Fa-f]{4}){2,})>")
_ARABIC_CODE = re.compile(r"(?:0[67]|f[bcde])", re.IGNORECASE)
_CODE = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<")
_PAGE_NUMBER = re.compile(r"[\W\d]*")


def paragraphs(pages: list[str]) -> str:
    """Return the text of a file's pages, one line per paragraph."""
    lines = [line for page in pages for line in body(page.split("\n"))]
    if reads_backwards("\n".join(lines)):
        lines = with_right_brackets([turned(line) for line in lines])
    widest = max(map(len, lines), default=0)
    found, previous = [], ""
    for line in map(plain, lines):
        if line and previous and len(previous) >= FULL_LINE * widest:
            found[-1] += f" {line}"
        elif line:
            found.append(line)
        previous = line
    return "\n".join(found)
