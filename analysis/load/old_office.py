"""Word and Excel files from before 2007 -> the article or the rows in them; or what such a file really is."""

import io
import re
import struct
from collections.abc import Callable, Iterator
from typing import BinaryIO

import lxml.html

from analysis.load import encodings, pages, papers, records, sheets
from analysis.load.documents import Piece, Unreadable

# olefile and xlrd are seldom needed, so each is imported where a file asks for it.

LARGEST_OLD = 100_000_000  # bytes; pictures are in it
OLE, ZIP = b"\xd0\xcf\x11\xe0", b"PK\x03\x04"
WORD_97 = 193  # the number of the format; Word 6 and 95 lay it out in another way
LOCKED, SECOND_TABLE = 0x100, 0x200  # bits of the flags of a Word file
COMPRESSED = 0x40000000  # the bit of a piece that has one byte to a letter
MEANINGLESS = "\x01\x02\x05\x08\x13\x14\x15\x1f"  # pictures, notes, comments, left-over fields, hyphens of a line end
#: What Word writes in a text for the end of a paragraph, a cell, a line and a page, and for a hyphen that stays.
MARKS = str.maketrans({"\r": "\n", "\x07": "\n", "\x0b": "\n", "\x0c": "\n", "\x1e": "-"} | dict.fromkeys(MEANINGLESS))
#: The address of a link and what is shown of it, between marks; the innermost field.
FIELD = re.compile("\x13[^\x13-\x15]*(?:\x14([^\x13-\x15]*))?\x15")


def word(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the article of a file whose name says Word before 2007; many are rich text, web pages or newer Word."""
    start = handle.read(papers.FILE_START)
    handle.seek(0)
    if start.startswith(OLE):
        with papers.reading("old Word", "open it and save it as .docx"):
            text = running_text(*parts(handle))
        if not text.strip():
            raise Unreadable("empty Word file", "it has no text: if it holds pictures, recognise their text (OCR)")
        yield Piece(text, "utf-8", {})
        return
    yield from other(start)(handle)


def other(start: bytes) -> Callable[[BinaryIO], Iterator[Piece]]:
    """Return the reader for a file that begins so and is no Word file from before 2007."""
    begun = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if begun.startswith(b"{\\rtf"):
        return papers.rtf
    if begun.startswith(ZIP.lower()):
        return papers.word
    if begun.startswith(b"<"):
        return pages.html
    raise Unreadable("damaged old Word file", "it begins in another way: open it and save it as .docx")


def parts(handle: BinaryIO) -> tuple[bytes, bytes]:
    """Return the two parts of a Word file that hold its text and the table of its pieces.

    Raises Unreadable where it is locked or older than Word 97. Source: [MS-DOC], 2.5.1 Fib.
    """
    import olefile

    with olefile.OleFileIO(handle.read(LARGEST_OLD)) as file:
        text = file.openstream("WordDocument").read()
        number, flags = struct.unpack_from("<H", text, 2)[0], struct.unpack_from("<H", text, 10)[0]
        if flags & LOCKED:
            raise Unreadable("locked Word file", "it needs a password: open it and save it without one")
        if number < WORD_97:
            raise Unreadable("old Word file", "it is from before 1997: open it and save it as .docx")
        return text, file.openstream("1Table" if flags & SECOND_TABLE else "0Table").read()


def running_text(text: bytes, table: bytes) -> str:
    """Return the running text of a Word file, without notes, headers and comments, which stand behind it.

    Source: [MS-DOC], 2.8.35 PlcPcd and 2.9.73 FcCompressed: a list of n + 1 places in the text, then n pieces of
    eight bytes, each with the place in the file where its letters stand.
    """
    (length,), (start, size) = struct.unpack_from("<i", text, 0x4C), struct.unpack_from("<ii", text, 0x1A2)
    plan = pieces_of(table[start : start + size])
    n = (len(plan) - 4) // 12
    places = struct.unpack_from(f"<{n + 1}i", plan)
    found = [
        letters(text, struct.unpack_from("<I", plan, 4 * (n + 1) + 8 * piece + 2)[0], places[piece + 1] - places[piece])
        for piece in range(n)
    ]
    return without_fields("".join(found)[:length]).translate(MARKS)


def pieces_of(table: bytes) -> bytes:
    """Return the list of pieces in the table: it stands behind changes of format, each with its length before it."""
    at = 0
    while table[at] == 1:
        at += 3 + struct.unpack_from("<h", table, at + 1)[0]
    return table[at + 5 : at + 5 + struct.unpack_from("<I", table, at + 1)[0]]


def letters(text: bytes, place: int, n: int) -> str:
    """Return n letters that stand at a place of the file."""
    if place & COMPRESSED:
        start = (place ^ COMPRESSED) // 2
        return text[start : start + n].decode("cp1252", "replace")
    return text[place : place + 2 * n].decode("utf-16-le", "replace")


def without_fields(text: str) -> str:
    r"""Return a text in which of each field only what it shows is left.

    >>> without_fields("انظر \x13 HYPERLINK x \x14الخبر\x15، صفحة \x13 PAGE \x15.")
    'انظر الخبر، صفحة .'
    """
    while FIELD.search(text):
        text = FIELD.sub(lambda field: field[1] or "", text)
    return text


def excel(handle: BinaryIO) -> Iterator[Piece | Unreadable]:
    """Yield the rows of a file whose name says Excel before 2007; many are web tables, text or newer Excel."""
    start = handle.read(papers.FILE_START)
    handle.seek(0)
    if start.startswith(OLE):
        yield from sheets.first_readable(list(rows_of_sheets(handle.read(LARGEST_OLD))))
    elif start.startswith(ZIP):
        yield from sheets.excel(handle)
    elif b"<" in start[:10]:
        yield from sheets.first_readable([rows_of_page(encodings.decoded(handle.read(LARGEST_OLD)).text)])
    else:
        yield from records.delimited(handle)


def rows_of_sheets(raw: bytes) -> Iterator[Iterator[tuple]]:
    """Yield the rows of each sheet of an Excel file, days as days."""
    import xlrd

    with papers.reading("old Excel", "open it and save it as .xlsx"):
        book = xlrd.open_workbook(file_contents=raw, logfile=io.StringIO())
    for sheet in book.sheets():
        yield (tuple(value_of(cell, book.datemode) for cell in sheet.row(n)) for n in range(sheet.nrows))


def value_of(cell, since: int):
    """Return what a cell of an Excel file holds; `since` is the year from which the file counts days."""
    import xlrd

    return xlrd.xldate_as_datetime(cell.value, since) if cell.ctype == xlrd.XL_CELL_DATE else cell.value


def rows_of_page(page: str) -> Iterator[tuple]:
    """Yield the rows of all tables of a web page, which many sites send under the name of an Excel file."""
    for row in lxml.html.document_fromstring(page).iter("tr"):
        yield tuple(" ".join("".join(cell.itertext()).split()) for cell in row.iterchildren("td", "th"))
