"""What a reader finds in a PDF: the letters behind each glyph, and glyphs in their places."""

import re
import unicodedata

import pikepdf

LIST = re.compile(rb"<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]")
PIECE = re.compile(rb"/(F\d+) [\d.]+ Tf(?:(?!/F\d+ [\d.]+ Tf|\nET\n).)*", re.DOTALL)
SHIFT = re.compile(rb"( Td\s+(?:-?[\d.]+ Ts\s+)?\[ )-?[\d.]+ (?=\()")
ARABIC = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
MARKS = ("\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}")
NOTHING = "\0"
ESCAPED = {0x5C: rb"\\", 0x28: rb"\(", 0x29: rb"\)", 0x0A: rb"\n", 0x0D: rb"\r"}


def turn(document: pikepdf.Pdf) -> pikepdf.Pdf:
    """Return the document with its fonts' letter lists such that Arabic is found as it is written.

    Readers take glyphs from left to right and then turn Arabic round. So the two letters of a ligature have
    to stand the wrong way round: else «الولايات» is found as «الوالايت», and a search fails.
    """
    for page in document.pages:
        fonts = {name[1:].encode(): font for name, font in page.Resources.get("/Font", {}).items()}
        fonts = {name: font for name, font in fonts.items() if "/ToUnicode" in font and "/DescendantFonts" in font}
        marks = {name: narrowed(font) for name, font in fonts.items()}
        page.Contents.write(placed(page.Contents.read_bytes(), marks))
        for font in fonts.values():
            letters = turned(font.ToUnicode.read_bytes(), weightless(font.DescendantFonts[0].W))
            font.ToUnicode.write(letters)
    return document


def narrowed(font: pikepdf.Dictionary) -> list[int]:
    """Return the codes of a font's marks of direction, which now have no width.

    Matplotlib gives them the width of the blank that stands in for them, and readers overlook the next blank.
    """
    codes = [
        int(match[1], 16) + place
        for match in LIST.finditer(font.ToUnicode.read_bytes())
        for place, text in enumerate(texts(match[2]))
        if text in MARKS
    ]
    widths = font.DescendantFonts[0].W
    for first, run in zip(list(widths)[::2], list(widths)[1::2], strict=True):
        for code in codes:
            if 0 <= code - int(first) < len(run):
                run[code - int(first)] = 0
    return codes


def placed(drawing: bytes, marks: dict[bytes, list[int]]) -> bytes:
    """Return a page's drawing with every glyph in its place now that marks have no width.

    Matplotlib says where a piece of text begins, and then moves it once more by the kerning before its first
    glyph; behind a mark that is the width of a blank.
    """

    def piece(match: re.Match) -> bytes:
        text = SHIFT.sub(rb"\1", match[0])
        for code in marks.get(match[1], []):
            text = re.sub(rb"(%s\)) -?[\d.]+ (?=\()" % re.escape(literal(code)), rb"\1 ", text)
        return text

    return PIECE.sub(piece, drawing)


def literal(code: int) -> bytes:
    """Return a code of two bytes as it stands in a PDF's string."""
    return b"".join(ESCAPED.get(byte, bytes([byte])) for byte in code.to_bytes(2, "big"))


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

    Matplotlib puts letter and vowel sign behind the glyphs of both, which would double them; and the sign
    stands on another height, where readers begin a new word. So the letter has both, and the sign nothing.
    """
    if not ARABIC.search(text):
        return text
    text = unicodedata.normalize("NFKC", text)
    marks = "".join(character for character in text if unicodedata.combining(character))
    letters = "".join(character for character in text if not unicodedata.combining(character))
    if sign and marks and letters:
        return NOTHING
    return text[::-1]
