"""The letters that a reader finds in a PDF behind each glyph."""

import re
import unicodedata

import pikepdf

LIST = re.compile(rb"<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]")
RIGHT_TO_LEFT = "\N{RIGHT-TO-LEFT MARK}"
NEUTRAL = tuple("()[]{}،؛؟")
UNSEEN = dict.fromkeys(map(ord, "\N{LEFT-TO-RIGHT MARK}\N{RIGHT-TO-LEFT MARK}"))
ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")


def turn(document: pikepdf.Pdf) -> pikepdf.Pdf:
    """Return the document with its fonts' letter lists such that Arabic is found as it is written.

    Readers take glyphs from left to right and then turn Arabic round. So the two letters of a ligature have
    to stand the wrong way round: else «الولايات» is found as «الوالايت», and a search fails.
    """
    for font in document.objects:
        if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font and "/DescendantFonts" in font:
            flat = weightless(font.DescendantFonts[0].get("/W", []))
            font.ToUnicode.write(turned(font.ToUnicode.read_bytes(), flat))
    return document


def weightless(widths) -> set[int]:
    """Return the glyphs without a width of their own: the vowel signs."""
    found = set()
    for first, run in zip(list(widths)[::2], list(widths)[1::2], strict=True):
        found |= {int(first) + place for place, width in enumerate(run) if int(width) == 0}
    return found


def turned(letters: bytes, signs: set[int]) -> bytes:
    """Return a letter list with what stands behind each glyph put right."""
    # In a list that holds Arabic, brackets are those of Arabic; Latin ones have a list of their own.
    arabic = any(ARABIC.search(text) for match in LIST.finditer(letters) for text in texts(match[2]))

    def line(match: re.Match) -> bytes:
        first = int(match[1], 16)
        right = [behind(text, first + place in signs, arabic) for place, text in enumerate(texts(match[2]))]
        values = b" ".join(b"<%s>" % text.encode("utf-16-be").hex().encode() for text in right)
        return match[0][: match[0].index(b"[")] + b"[" + values + b"]"

    return LIST.sub(line, letters)


def texts(values: bytes) -> list[str]:
    """Return the texts of a letter list's line."""
    return [bytes.fromhex(part.decode()).decode("utf-16-be") for part in re.findall(rb"<([^>]*)>", values)]


def behind(text: str, sign: bool, arabic: bool) -> str:
    """Return the letters behind one glyph in the order of the glyphs, from left to right.

    Matplotlib puts letter and vowel sign behind the glyphs of both; that would double them.
    """
    text = text.translate(UNSEEN)
    if text in NEUTRAL and arabic:
        # Without marks a reader takes what follows a number or a Latin word to be a part of it.
        return f"{RIGHT_TO_LEFT}{text}{RIGHT_TO_LEFT}"
    if not ARABIC.search(text):
        return text
    text = unicodedata.normalize("NFKC", text)
    marks = "".join(character for character in text if unicodedata.combining(character))
    letters = "".join(character for character in text if not unicodedata.combining(character))
    if marks and letters:
        text = marks if sign else letters
    return text[::-1]
