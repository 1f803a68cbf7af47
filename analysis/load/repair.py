"""A text as its file holds it -> the same text without damage, and how many characters that took."""

import re
import unicodedata
from typing import NamedTuple

from analysis.arabic import letters
from analysis.load import encodings

LONGEST_BLANK = 1_000  # blanks in a row; pages exported from layout programs hold tens of thousands
MOST_MARKS = 30  # marks on one letter: what Unicode calls stream-safe; a flood of them takes minutes to normalise
FLOODS = ("combining marks in a row", "blanks in a row")
MOJIBAKE_LETTERS = 0.5  # of a line's letters beyond ASCII, when Windows-1256 was read as Windows-1252

_UNSEEN = "".join(letters.INVISIBLE) + (
    "\N{ZERO WIDTH SPACE}\N{MONGOLIAN VOWEL SEPARATOR}\N{FUNCTION APPLICATION}\N{INVISIBLE TIMES}"
    "\N{INVISIBLE SEPARATOR}\N{INVISIBLE PLUS}\N{INTERLINEAR ANNOTATION ANCHOR}"
    "\N{INTERLINEAR ANNOTATION SEPARATOR}\N{INTERLINEAR ANNOTATION TERMINATOR}"
)
_CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
_SURROGATES = "\ud800-\udfff"
_FORMS = "\ufb50-\ufd3d\ufd50-\ufdfb\ufe70-\ufefc"  # presentation forms A and B, but not the ornate brackets
_MARKS = "\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u0670\u06d6-\u06dc\u20d0-\u20f0"

UNSEEN = re.compile(f"[{_UNSEEN}]+")
CONTROLS = re.compile(f"[{_CONTROLS}]+")
SURROGATES = re.compile(f"[{_SURROGATES}]+")
FORMS = re.compile(f"[{_FORMS}]+")
MARK_FLOOD = re.compile(f"([{_MARKS}]{{{MOST_MARKS}}})[{_MARKS}]+")
BLANK_FLOOD = re.compile(rf"[^\S\n]{{{LONGEST_BLANK}}}[^\S\n]*")
BREAKS = re.compile("\r\n|[\r\x0b\x0c\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")
# UTF-8 or Windows-1256 that was read as a Western encoding is full of accented letters; in UTF-8 that was read as
# Windows-1256 an alef and a lam, which no Arabic line lacks, are these.
MOJIBAKE = re.compile("[ØÙ].|[À-ÿ]{3}|ط§|ظ„")
# One class of all of them: a search for it reads 300 MB a second, and most texts need nothing else.
SUSPECT = re.compile(f"[{_UNSEEN}{_CONTROLS}{_SURROGATES}{_FORMS}\r\x0b\x0c\x85\u2028\u2029\ufffd§„À-ÿ]")


class Repaired(NamedTuple):
    """A text, how many of its characters were taken out or replaced, and the losses that one should know of."""

    text: str
    count: int
    losses: dict[str, int]


def repaired(raw: str) -> Repaired:
    r"""Return a text with plain letters, line breaks and blanks, and without signs that nobody sees.

    >>> repaired("\N{RIGHT-TO-LEFT EMBEDDING}بغداد\N{POP DIRECTIONAL FORMATTING}\r\nالعراق")
    Repaired(text='بغداد\nالعراق', count=2, losses={})
    """
    text, count, losses = raw, 0, {}
    for name, change in changes(raw):
        text, changed = change(text)
        count += changed
        if name and changed:
            losses[name] = changed
    again = text if text == raw else repaired(text).text
    # A line is seen to be decoded wrongly once what hid in it is gone: «þöÚ\x9d».
    return Repaired(again, count, losses)


def changes(text: str) -> list:
    """Return the changes that a text may need; the names are of those that mean damage to the file."""
    floods = [(FLOODS[0], remover(MARK_FLOOD, r"\1"))] if MARK_FLOOD.search(text) else []
    floods += [(FLOODS[1], remover(BLANK_FLOOD, " "))] if has_blanks(text) else []
    if not SUSPECT.search(text):
        return floods
    signs = [("NUL or control characters", CONTROLS), ("lone surrogates", SURROGATES), ("", UNSEEN)]
    signs = [(name, remover(pattern)) for name, pattern in signs]
    # A letter read wrongly can be a line break or a control character, so mojibake is the first to go.
    first = [("", without_mojibake), ("", with_line_breaks), *floods]
    return [*first, *signs, ("damaged characters", damaged), ("", plain_forms)]


def with_line_breaks(text: str) -> tuple[str, int]:
    """Return a text whose lines all end in the same sign; that counts as no damage."""
    return BREAKS.sub("\n", text), 0


def has_blanks(text: str) -> bool:
    """Tell whether a text has a long run of blanks, by three fast searches."""
    return any(blank * LONGEST_BLANK in text for blank in (" ", "\t", "\N{NO-BREAK SPACE}"))


def remover(pattern: re.Pattern, left: str = ""):
    """Return the change that takes out what a pattern finds but for what is to be left of it."""

    def without(text: str) -> tuple[str, int]:
        shorter = pattern.sub(left, text)
        return shorter, len(text) - len(shorter)

    return without


def damaged(text: str) -> tuple[str, int]:
    """Return the text as it is, and how many of its characters were lost before (U+FFFD stands for them)."""
    return text, text.count("\N{REPLACEMENT CHARACTER}")


def plain_forms(text: str) -> tuple[str, int]:
    r"""Return a text with letters for presentation forms (U+FEDF and its like), and how many there were.

    >>> plain_forms("\N{ARABIC LETTER LAM INITIAL FORM}\N{ARABIC LETTER KAF FINAL FORM}")
    ('لك', 2)
    """
    count = sum(map(len, FORMS.findall(text)))
    return FORMS.sub(lambda run: unicodedata.normalize("NFKC", run[0]).replace(" ", ""), text), count


def without_mojibake(text: str) -> tuple[str, int]:
    """Return a text with its wrongly decoded lines decoded again, and how many characters those had."""
    lines = text.split("\n")
    better = [decoded_again(line) if MOJIBAKE.search(line) else line for line in lines]
    changed = sum(len(line) for line, other in zip(lines, better, strict=True) if line != other)
    return "\n".join(better), changed


def decoded_again(line: str) -> str:
    """Return a line as it was before it was decoded wrongly; a line that is not Arabic then stays as it is.

    >>> [decoded_again(line) for line in ("ط§ظ„ط¹ط±ط§ظ‚", "Ø§Ù„Ø¹Ø±Ø§Ù‚", "ÇáÚÑÇÞ", "Façade àéè")]
    ['العراق', 'العراق', 'العراق', 'Façade àéè']
    """
    import ftfy  # few collections need it, and each notebook would wait for it

    tries = (as_utf8(line), ftfy.fix_encoding(line), as_arabic(line))
    return next((better for better in tries if better and better != line and encodings.is_arabic(better)), line)


def as_utf8(line: str) -> str | None:
    """Return UTF-8 that was read as Windows-1256."""
    try:
        return line.encode("windows-1256").decode("utf-8")
    except UnicodeError:
        return None


def as_arabic(line: str) -> str | None:
    """Return Windows-1256 that was read as Windows-1252, where accented letters stand for most of the line."""
    accented = encodings.letters_beyond_ascii(line)
    if len(accented) < MOJIBAKE_LETTERS * sum(map(str.isalpha, line)):
        return None
    try:
        return line.encode("windows-1252").decode("windows-1256")
    except UnicodeError:
        return None
