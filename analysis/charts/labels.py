"""Texts and numbers as Matplotlib has to be given them, so that they read right on the figure."""

import math
import re
import unicodedata
from functools import lru_cache
from itertools import chain

import pandas as pd
from arabic_reshaper import ArabicReshaper
from bidi.algorithm import get_display

from analysis import tables

from . import fonts

LEFT_TO_RIGHT, RIGHT_TO_LEFT = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
MARKS = {"L": LEFT_TO_RIGHT, "R": RIGHT_TO_LEFT}
NON_JOINER = "\N{ZERO WIDTH NON-JOINER}"
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
LONGEST = 1000  # a label of 70,000 letters draws no figure that anyone can use
PRESENTATION_FORMS = re.compile("[\ufb50-\ufdff\ufe70-\ufefc]+")
LINE_BREAK = re.compile("\r\n|[\r\n\v\f\x85\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]")
IN_BRACKETS = re.compile(r"\([^)]*\)")
BRACKETS = {"(": ")", "[": "]", "{": "}", "«": "»", "“": "”", "‹": "›"}
INVISIBLE = ("Cc", "Cf", "Cs", "Co", "Cn")
# With the ligature for the word Allah, its letters would be gone from the text of a PDF.
RESHAPER = ArabicReshaper({"delete_harakat": False, "ARABIC LIGATURE ALLAH": False})
ARABIC_DIGITS = str.maketrans("0123456789", "٠١٢٣٤٥٦٧٨٩")
ARABIC_SIGNS = str.maketrans(",.%", "\N{ARABIC THOUSANDS SEPARATOR}\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC PERCENT SIGN}")
SIGN_IN_NUMBER = re.compile(r"(?<=\d)([.,])(?=\d)|(?<=\d)(%)")


def label(text, language: str = "ar") -> str:
    """Return the text as Matplotlib has to be given it, each line for itself.

    In Arabic a text with an Arabic letter runs from right to left, whatever it begins with; in English only
    one that begins in Arabic or is mostly Arabic.
    """
    text = clean(text)
    base = direction(text, language)
    shown = shaped if fonts.SHAPES else visual
    return "\n".join(shown(line, base) for line in text.split("\n"))


def clean(text) -> str:
    """Return the text in letters that can be drawn: no controls, no stray marks, no broken characters."""
    text = "" if text is None or text is pd.NA or text != text else str(text)  # NaN differs from itself
    text = LINE_BREAK.sub("\n", text[: 4 * LONGEST]).replace("\t", " ")
    text = PRESENTATION_FORMS.sub(lambda match: unicodedata.normalize("NFKC", match[0]), text)
    text = "".join(map(drawn, unicodedata.normalize("NFC", text)))
    lines = [re.sub(r"\s+", " ", line).strip() for line in text.split("\n")]
    text = "\n".join(line for line in lines if line)
    return text if len(text) <= LONGEST else text[: LONGEST - 1] + ELLIPSIS


def plain(text) -> str:
    """Return the text cleaned and on one line, for files and descriptions."""
    return clean(text).replace("\n", " ")


def drawn(character: str) -> str:
    """Return the character, a box for a letter that no font has, or nothing for what is not to be seen."""
    if character in ("\n", NON_JOINER):
        return character
    kind = unicodedata.category(character)
    if kind in INVISIBLE:
        return ""
    if kind == "Zs" or ord(character) in fonts.drawable():
        return " " if kind == "Zs" else character
    # An emoji is ornament and goes; a letter (a Chinese name, say) must be seen to be missing.
    return "\N{WHITE SQUARE}" if kind[0] in "LN" else ""


def direction(text: str, language: str) -> str:
    """Return "R" if the text reads from right to left, else "L"."""
    strong = directions(text)
    if language == "ar":
        return "R" if "R" in strong else "L"
    # A name beside its translation, "Iraq (العراق)", is English; "NATO يعلن انسحابه" is Arabic.
    strong = directions(IN_BRACKETS.sub("", text)) or strong
    return "R" if strong[:1] == ["R"] or strong.count("R") > strong.count("L") else "L"


def directions(text: str) -> list[str]:
    """Return "L" or "R" for each character that has a direction of its own."""
    kinds = map(unicodedata.bidirectional, text)
    return ["L" if kind == "L" else "R" for kind in kinds if kind in ("L", "R", "AL")]


def shaped(line: str, base: str) -> str:
    """Return the line for a Matplotlib that shapes by itself: only its direction has to be said."""
    return line if line.isascii() else MARKS[base] + parted(settled(line, base), base)


def visual(line: str, base: str) -> str:
    """Return the line as glyphs from left to right, for a Matplotlib below 3.11."""
    ordered = get_display(RESHAPER.reshape(settled(line, base)), base_dir=base)
    return unmarked(ordered).replace(NON_JOINER, "")


def settled(line: str, base: str) -> str:
    """Return the line with the direction of each bracket and quotation mark fixed by marks.

    python-bidi does not know rule N0 of the Unicode bidirectional algorithm, which keeps the brackets of
    "NATO (ISIS) يعلن" at their word; and no program extends it to quotation marks, so that of a headline
    that begins with «NATO» only one of the two would be turned round.
    """
    kinds = strengths(line, base)
    if not {"L", "R"} <= set(kinds):
        return line
    fixed = {}
    for start, end in pairs(line):
        inside = {kind for kind in kinds[start + 1 : end] if kind}
        before = next((kind for kind in reversed(kinds[:start]) if kind), base)
        if inside:
            kind = base if base in inside or before == base else before
            kinds[start] = kinds[end] = fixed[start] = fixed[end] = kind
    signs = [MARKS[fixed[place]] if place in fixed else "" for place in range(len(line))]
    return "".join(sign + character + sign for sign, character in zip(signs, line, strict=True))


@lru_cache(5000)
def parted(line: str, base: str) -> str:
    """Return the line with a mark behind each number, sign or word that does not run its way.

    Nothing changes to the eye. But a reader of a PDF takes the blank behind a number for a part of it, and
    finds «23 تموز» as « 23تموز».
    """
    along = ("R", "AL", "NSM", "WS", "BN") if base == "R" else ("L", "EN", "WS", "BN")
    against = ("L", "EN", "AN") if base == "R" else ("R", "AL", "NSM")
    seen = unmarked(get_display(line, base_dir=base))
    for place in range(len(line) - 1, 0, -1):
        kinds = [unicodedata.bidirectional(character) for character in line[place - 1 : place + 1]]
        if kinds[0] not in along and kinds[1] not in against:
            marked = f"{line[:place]}{MARKS[base]}{line[place:]}"
            line = marked if unmarked(get_display(marked, base_dir=base)) == seen else line
    return line


def unmarked(text: str) -> str:
    """Return the text without the signs that only give directions."""
    return text.translate(dict.fromkeys(map(ord, MARKS.values())))


def strengths(line: str, base: str) -> list[str]:
    """Return for each character "L", "R" or, if it has no direction of its own, nothing."""
    kinds, last = [], base
    for character in line:
        kind = {"L": "L", "R": "R", "AL": "R", "AN": "R"}.get(unicodedata.bidirectional(character), "")
        if unicodedata.bidirectional(character) == "EN":
            kind = last  # a number goes with the word before it
        elif kind:
            last = kind
        kinds.append(kind)
    return kinds


def pairs(line: str) -> list[tuple[int, int]]:
    """Return where brackets open and close, in order of opening."""
    opened, found = [], []
    for place, character in enumerate(line):
        if character in BRACKETS:
            opened.append(place)
        elif opened and character == BRACKETS[line[opened[-1]]]:
            found.append((opened.pop(), place))
    return sorted(found)


def wrap(text: str, width: float, measure=len, most: int = 99) -> str:
    """Return the text in lines no wider than the width, by default in letters, and not more than `most`."""
    lines = []
    for paragraph in clean(text).split("\n"):
        lines += [paragraph] if measure(paragraph) <= width else broken(paragraph, width, measure)
    if len(lines) > most:
        lines = [*lines[: most - 1], shortened(lines[most - 1], width, measure)]
    return "\n".join(lines)


def broken(paragraph: str, width: float, measure) -> list[str]:
    """Return the lines of a paragraph that is wider than the width."""
    lines, line = [], ""
    words = (pieces(word, width, measure) for word in paragraph.split(" "))
    for word in chain.from_iterable(words):
        if line and measure(f"{line} {word}") > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}".strip()
    return [*lines, line]


def shortened(line: str, width: float, measure) -> str:
    """Return the line with an ellipsis that says that more followed."""
    while line and measure(line + ELLIPSIS) > width:
        line = line[:-1]
    return line.rstrip() + ELLIPSIS


def pieces(word: str, width: float, measure) -> list[str]:
    """Return the word, cut where it is wider than a line (a web address, say)."""
    found, piece = [], ""
    for character in word if measure(word) > width else ():
        if piece and measure(piece + character) > width:
            found.append(piece)
            piece = ""
        piece += character
    return [*found, piece] if piece else [word]


def fitted(text: str, inches: float, size: float, weight: str = "normal", most: int = 99) -> str:
    """Return the text in lines that take no more than so many inches in our font."""
    return wrap(text, inches, lambda line: fonts.width(label(line), size, weight), most)


def number(value: float, numerals: str = "western", places: int = 0) -> str:
    """Return a number with separated thousands, or a dash where there is none."""
    if pd.isna(value):
        return "\N{EN DASH}"
    return digits(tables.number(value, places).replace("-", "\N{MINUS SIGN}"), numerals)


def places(values) -> int:
    """Return how many decimals values need beside each other: none if all are whole, else two digits of the largest."""
    values = pd.Series(values, dtype="float64").dropna()
    if (values == values.round()).all():
        return 0
    largest = values[~values.isin([math.inf, -math.inf])].abs().max()
    return tables.decimals(largest, least=1 if largest >= 10 else 2)


def digits(text: str, numerals: str = "western") -> str:
    """Return the text with its numbers in the wanted shape."""
    if numerals == "western":
        return text
    return SIGN_IN_NUMBER.sub(lambda match: match[0].translate(ARABIC_SIGNS), text).translate(ARABIC_DIGITS)
