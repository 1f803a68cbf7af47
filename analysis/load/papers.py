"""Word and PDF files -> the article in them."""

from collections.abc import Iterator
from typing import BinaryIO

from analysis.load import archives, deadline
from analysis.load.documents import Piece, Unreadable

# mammoth, pypdf and pikepdf take half a second to import, so each is imported where a file asks for it.

LARGEST_WORD = 20_000_000  # bytes that the XML of a Word file may unpack to
LARGEST_PDF = 100_000_000  # bytes
SECONDS = 5  # that one file may take


def word(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the article of a Word file."""
    import mammoth

    archives.office(handle, kind="Word", largest=LARGEST_WORD)
    try:
        with deadline.within(SECONDS):
            text = mammoth.extract_raw_text(handle).value
    except Unreadable:
        raise
    except Exception as error:  # mammoth has no error of its own
        raise Unreadable("damaged Word file", f"{error}: open it and save it again") from error
    yield Piece(text, "utf-8", {})


def pdf(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the article of a PDF file."""
    import pypdf

    with deadline.within(SECONDS):
        reader = pypdf.PdfReader(handle)
        text = "\n".join(page.extract_text(extraction_mode="layout") for page in reader.pages)
    yield Piece(text, "utf-8", {})
