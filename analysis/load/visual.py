"""The lines of a PDF page, as the eye sees them -> the text, as it was typed.

A PDF places letters on paper. Read from left to right, Arabic comes out turned round, each letter in the form it has
on paper, and every line for itself.
"""

import re
import unicodedata

from bidi import algorithm

from analysis.arabic import frequency, letters

FULL_LINE = 0.6  # of the widest line; a shorter one ends its paragraph
WIDE_GAP = 6  # blanks; a mark that is drawn apart from its letter leaves so many in the middle of a word
OPENING, CLOSING = "([{«", ")]}»"
INDENT = 0.05  # of the widest line; the last line of a paragraph leaves more than that free at the left
SENTENCE_ENDS = ".؟!:،"
END = re.compile(r"[.!?؟…:][\"'”’»)\]]*$")

_STROKES = re.compile(f"{letters.TATWEEL}+(?=[ء-ي])")
_GAPS = re.compile(rf"(?<=[\u064b-\u065f\u0670]) {{{WIDE_GAP},}}(?=[ء-ي])")
_PARTED = re.compile("([ء-ي\u064b-\u0652]*[\u064e-\u0652]) ([ء-ي\u064b-\u0652]+)")
_SWAPPED = str.maketrans(OPENING + CLOSING, CLOSING + OPENING)
_TARGET = re.compile(rb"<((?:[0-9A-Fa-f]{4}){2,})>")
_ARABIC_CODE = re.compile(r"(?:0[67]|f[bcde])", re.IGNORECASE)
_CODE = re.compile(rb"<([0-9A-Fa-f]{2})>\s*<")
_PAGE_NUMBER = re.compile(r"[\W\d]*")
# What a browser prints around a page: the hour and the title above, the address and «1/2» below.
_PRINTED_HEAD = re.compile(r"\d:\d\d")
_PRINTED_FOOT = re.compile(r"\s*((?:https?|(?:fi|\N{LATIN SMALL LIGATURE FI})le):/\S+)\s+\d+/\d+\s*")


def paragraphs(pages: list[str]) -> str:
    """Return the text of a file's pages, one line per paragraph."""
    above = next((head for page in pages if (head := printed_above(page.split("\n")))), "")
    lines = [above, *(line for page in pages for line in body(page.split("\n")))]
    typed = [line.strip() for line in lines]
    if reads_backwards("\n".join(lines)):
        typed = with_right_brackets([turned(line) for line in lines])
    above, *typed = map(plain, typed)
    widest, found, goes_on = max(map(len, typed), default=0), [], False
    for line, seen in zip(typed, lines[1:], strict=True):
        if goes_on and line:
            found[-1] += f" {line}"
        elif line:
            found.append(line)
        goes_on = len(line) >= FULL_LINE * widest and not (END.search(line) and gap(seen) > INDENT * widest)
    return "\n".join(with_whole_title(found, above))


def with_whole_title(found: list[str], above: str) -> list[str]:
    """Return the lines, those that together stand in what a browser prints above a page as one: its headline.

    >>> with_whole_title(["أخبار", "الوزير يعلن", "موعد السد", "قال"], "الوزير يعلن موعد السد | الشاطئ")
    ['أخبار', 'الوزير يعلن موعد السد', 'قال']
    """
    for first in range(len(found)):
        behind = first + 1
        while behind < len(found) and bare(found[first : behind + 1]) in bare([above]):
            behind += 1
        if behind > first + 1:
            return [*found[:first], " ".join(found[first:behind]), *found[behind:]]
    return found


def bare(lines: list[str]) -> str:
    """Return the folded letters of some lines, one behind the other."""
    return re.sub(r"\W+", "", letters.fold("".join(lines)))


def gap(line: str) -> int:
    """Return how many blanks stand at the left of a line, where Arabic lines end."""
    return len(line) - len(line.lstrip())


def body(lines: list[str]) -> list[str]:
    """Return the lines of a page without the blank ones around them, its number, and what a browser prints there."""
    held = [n for n, line in enumerate(lines) if not _PAGE_NUMBER.fullmatch(line)]
    held = held[1:-1] if printed_above(lines) else held
    return lines[held[0] : held[-1] + 1] if held else []


def printed_above(lines: list[str]) -> str:
    """Return the hour and title that a browser printed above a page, if it did so and its address stands below."""
    held = [line for line in lines if not _PAGE_NUMBER.fullmatch(line)]
    printed = len(held) > 1 and _PRINTED_FOOT.fullmatch(held[-1]) and _PRINTED_HEAD.search(held[0])
    return held[0] if printed else ""


def address(pages: list[str]) -> str | None:
    r"""Return the address that a browser printed below a page.

    >>> address(["خبر\n\nhttps://aawsat.com/1     1/2"])
    'https://aawsat.com/1'
    """
    lines = (line for page in pages for line in page.split("\n"))
    return next((found[1] for line in lines if (found := _PRINTED_FOOT.fullmatch(line))), None)


def reads_backwards(text: str) -> bool:
    """Tell whether more words end than begin in what the article «ال» looks like from the left.

    >>> reads_backwards("قارعلا ىلإ"), reads_backwards("إلى العراق")
    (True, False)
    """
    words = unicodedata.normalize("NFKC", text).split()
    return sum(word.endswith("لا") for word in words) > sum(word.startswith("ال") for word in words)


def turned(line: str) -> str:
    """Return a line in the order in which it was typed.

    >>> turned("2003 ماع قارعلا ىلإ")
    'إلى العراق عام 2003'
    """
    line = line.strip()
    typed_left_to_right = line[-1:] in SENTENCE_ENDS and line[:1] not in SENTENCE_ENDS
    return algorithm.get_display(line, base_dir="L" if line and typed_left_to_right else "R")


def with_right_brackets(lines: list[str]) -> list[str]:
    """Return lines whose brackets open before they close; some programs write the mirrored ones."""
    text = "\n".join(lines)
    right, wrong = len(re.findall(r"\([^()\n]*\)", text)), len(re.findall(r"\)[^()\n]*\(", text))
    return [line.translate(_SWAPPED) for line in lines] if wrong > right else lines


def plain(line: str) -> str:
    """Return a line in plain letters, with single blanks, and without the strokes that stretch words."""
    line = _STROKES.sub("", unicodedata.normalize("NFKC", line))
    return _PARTED.sub(rejoined, " ".join(_GAPS.sub("", line).split()))


def rejoined(parts: re.Match) -> str:
    r"""Return a word that a mark drawn apart has parted, whole, where that is the commoner word.

    >>> plain("\u0648\u0642\u064f \u062a\u0644 سبعة مدنيين") == "\u0648\u0642\u064f\u062a\u0644 سبعة مدنيين"
    True
    """
    whole, first = letters.fold(parts[1] + parts[2]), letters.fold(parts[1])
    parted = frequency.of(whole) > frequency.of(first) or not frequency.of(first)
    return parts[1] + parts[2] if parted else parts[0]


def font_table(table: bytes, *, simple: bool) -> bytes:
    """Return the table of a PDF font with the letters of its ligatures in visual order.

    The table says which letters a sign on paper is: for a lam with its alef, lam and alef, which then stand the wrong
    way round among letters read from left to right. In a `simple` font a sign without an entry is the stroke that
    stretches words (LibreOffice writes those), and would be taken for a Latin letter.
    """
    table = _TARGET.sub(_turned_ligature, table)
    if not simple or not re.search(rb"<06[0-9A-Fa-f]{2}>", table):
        return table
    known = {int(code, 16) for code in _CODE.findall(table)}
    missing = [b"<%02X> <0640>" % code for code in range(256) if code not in known]
    blocks = [missing[start : start + 100] for start in range(0, len(missing), 100)]  # more are not allowed
    added = b"".join(b"%d beginbfchar\n%s\nendbfchar\n" % (len(block), b"\n".join(block)) for block in blocks)
    return table.replace(b"endcmap", added + b"endcmap", 1)


def _turned_ligature(match):
    """Return the codes of one sign in reverse, where they are Arabic letters."""
    digits = match[1].decode()
    codes = [digits[start : start + 4] for start in range(0, len(digits), 4)]
    return f"<{''.join(reversed(codes))}>".encode() if all(map(_ARABIC_CODE.match, codes)) else match[0]
