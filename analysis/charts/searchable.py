"""What a reader finds in a PDF: the letters behind each glyph, and glyphs in their places."""

import re
import unicodedata

import pikepdf

LIST = re.compile(rb"<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]")
SHIFT = re.compile(rb"( Td\s+\[ )-?[\d.]+ (?=\()")
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
    for page in document.pages:
        page.Contents.write(placed(page.Contents.read_bytes()))
    return document


def placed(drawing: bytes) -> bytes:
    """Return a page's drawing with the first glyph of each piece of text in its place.

    Matplotlib says where a piece begins, and then moves it once more by the kerning before its first glyph:
    behind a mark without a width that would be the width of a blank.
    """
    return SHIFT.sub(rb"\1", drawing)


def weightless(widths) -> set[int]:
    """Return the glyphs without a width of their own: the vowel signs."""
    found = set()
    for first, run in zip(list(widths)[::2], list(widths)[1::2], strict=True):
        found |= {int(first) + place for place, width in enumerate(run) if int(width) == 0}
    return found


def turned(letters: bytes, signs: set[int]) -> bytes:
    """Return a letter list with what stands behind each glyph put right."""

    def line(match: re.Match) -> bytes:
        first = int(match[1], 16)
        right = [behind(text, first + place in signs) for place, text in enumerate(texts(match[2]))]
        values = b" ".join(b"<%s>" % text.encode("utf-16-be").hex().encode() for text in right)
        return match[0][: match[0].index(b"[")] + b"[" + values + b"]"

    return LIST.sub(line, letters)


def texts(values: bytes) -> list[str]:
    """Return the texts of a letter list's line."""
    return [bytes.fromhex(part.decode()).decode("utf-16-be") for part in re.findall(rb"<([^>]*)>", values)]


def behind(text: str, sign: bool) -> str:
    """Return the letters behind one glyph in the order of the glyphs, from left to right.

    Matplotlib puts letter and vowel sign behind the glyphs of both; that would double them.
    """
    if not ARABIC.search(text):
        return text
    text = unicodedata.normalize("NFKC", text)
    marks = "".join(character for character in text if unicodedata.combining(character))
    letters = "".join(character for character in text if not unicodedata.combining(character))
    if marks and letters:
        text = marks if sign else letters
    return text[::-1]
