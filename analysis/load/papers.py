"""Word, OpenDocument, RTF and PDF files -> the article in them."""

import io
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from typing import BinaryIO

from lxml import etree
from striprtf import striprtf

from analysis.load import archives, deadline, visual
from analysis.load.documents import Piece, Unreadable

# mammoth, pypdf and pikepdf take half a second to import, so each is imported where a file asks for it.

LARGEST_WORD = 20_000_000  # bytes that the XML of a Word or OpenDocument file may unpack to
LARGEST_RTF = 20_000_000  # bytes; pictures stand in it as text
LARGEST_PDF = 100_000_000  # bytes
SECONDS = 5  # that one file may take
FILE_START = 1_024  # bytes in which its first mark stands
FILE_END = 8_192  # bytes at the end of a PDF in which its end mark stands

_TEXT = "{urn:oasis:names:tc:opendocument:xmlns:text:1.0}"
PARAGRAPHS = (f"{_TEXT}p", f"{_TEXT}h")
BLANKS = {f"{_TEXT}line-break": "\n", f"{_TEXT}tab": " ", f"{_TEXT}s": " "}  # OpenDocument writes them as elements
ASIDE = (  # what is no part of the running text: footnotes, what was deleted, comments
    f"{_TEXT}note", f"{_TEXT}tracked-changes", "{urn:oasis:names:tc:opendocument:xmlns:office:1.0}annotation",
)  # fmt: skip

logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it reports each small fault of a PDF that it mends


@contextmanager
def reading(kind: str, advice: str) -> Iterator[None]:
    """Raise Unreadable where a library takes too long or fails over a file; none of them has one error of its own."""
    try:
        with deadline.within(SECONDS):
            yield
    except Unreadable:
        raise
    except Exception as error:
        detail = f"{type(error).__name__}: {str(error)[:200]}: {advice}"
        raise Unreadable(f"damaged {kind} file", detail) from error


def word(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the article of a Word file."""
    import mammoth

    archives.office(handle, kind="Word", largest=LARGEST_WORD)
    with reading("Word", "open it and save it again"):
        text = mammoth.extract_raw_text(handle).value
    if not text.strip():
        raise Unreadable("empty Word file", "it has no text: if it holds pictures, recognise their text (OCR)")
    yield Piece(text, "utf-8", {})


def open_document(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the article of an OpenDocument text; raise Unreadable where it is damaged, locked or has no text."""
    archive = archives.office(handle, kind="OpenDocument", largest=LARGEST_WORD)
    names = set(archive.namelist())
    if "META-INF/manifest.xml" in names and b"encryption-data" in archive.read("META-INF/manifest.xml"):
        raise Unreadable("locked OpenDocument file", "it needs a password: open it and save it without one")
    if "content.xml" not in names:
        raise Unreadable("damaged OpenDocument file", "it has no text in it: open it and save it again")
    with reading("OpenDocument", "open it and save it again"):
        text = running_text(etree.XML(archive.read("content.xml"), etree.XMLParser(resolve_entities=False)))
    if not text.strip():
        raise Unreadable("empty OpenDocument file", "it has no text: if it holds pictures, recognise their text (OCR)")
    yield Piece(text, "utf-8", {})


def running_text(tree) -> str:
    """Return the paragraphs and headings of an OpenDocument text, one to a line, without notes and comments."""
    etree.strip_elements(tree, *ASIDE, with_tail=False)
    for blank in tree.iter(*BLANKS):
        blank.text = BLANKS[blank.tag]
    return "\n".join("".join(paragraph.itertext()) for paragraph in tree.iter(*PARAGRAPHS))


def rtf(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the article of a file in rich text format; raise Unreadable where it is damaged or has no text."""
    raw = handle.read(LARGEST_RTF + 1)
    if len(raw) > LARGEST_RTF:
        raise Unreadable("RTF file too large", f"more than {LARGEST_RTF:,} bytes: save it without pictures")
    if not raw.lstrip().startswith(b"{\\rtf"):
        raise Unreadable("damaged RTF file", "it begins in another way: open it and save it again")
    with reading("RTF", "open it and save it again"):
        text = striprtf.rtf_to_text(raw.decode("latin-1"))  # what is not ASCII stands in codes
    if not text.strip():
        raise Unreadable("damaged RTF file", "it has no text: open it and save it again")
    yield Piece(text, "utf-8", {})


def pdf(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the article of a PDF file; raise Unreadable where it is damaged, locked or has no text."""
    raw = handle.read(LARGEST_PDF + 1)
    check_ends(raw)
    with reading("PDF", "open it and print it to a new PDF"):
        read = pages(raw)
        text, url = visual.paragraphs(read), visual.address(read)
    if not text.strip():
        raise Unreadable("scanned PDF file", "its pages are pictures: recognise their text first (OCR)")
    yield Piece(text, "utf-8", {"url": url} if url else {})


def check_ends(raw: bytes) -> None:
    """Raise Unreadable where the bytes do not begin and end as those of a PDF do."""
    if len(raw) > LARGEST_PDF:
        raise Unreadable("PDF file too large", f"more than {LARGEST_PDF:,} bytes: save the article's pages alone")
    if not raw.strip(b"\0\t\r\n "):
        raise Unreadable("empty", "the file has no text: save the article again")
    if b"%PDF" not in raw[:FILE_START]:
        raise Unreadable("not a PDF file", "it begins in another way: open it to see what it is, and rename it")
    if b"%%EOF" not in raw[-FILE_END:]:
        raise Unreadable("damaged PDF file", "it ends too early: get it again")


def pages(raw: bytes) -> list[str]:
    """Return the text of each page as it stands on paper, line below line, each from left to right."""
    import pypdf

    reader = pypdf.PdfReader(io.BytesIO(prepared(raw)))
    return [page.extract_text(extraction_mode="layout") for page in reader.pages]


def prepared(raw: bytes) -> bytes:
    """Return a PDF without its lock and with font tables in visual order; raise Unreadable where it needs a password.

    Many PDFs can be read by all and are locked against changes alone.
    """
    import pikepdf

    try:
        file = pikepdf.open(io.BytesIO(raw))
    except pikepdf.PasswordError as error:
        raise Unreadable("locked PDF file", "it needs a password: open it and print it to a new PDF") from error
    with file, io.BytesIO() as plain:
        for font in file.objects:
            if isinstance(font, pikepdf.Dictionary) and isinstance(font.get("/ToUnicode"), pikepdf.Stream):
                table = visual.font_table(font.ToUnicode.read_bytes(), simple=is_simple(font))
                font.ToUnicode = file.make_stream(table)
        file.save(plain)
        return plain.getvalue()


def is_simple(font) -> bool:
    """Tell whether only its own table says which letters a font's bytes are."""
    return font.get("/Subtype") == "/TrueType" and "/Encoding" not in font
