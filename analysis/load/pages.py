"""Web pages -> the article in them, its title, outlet and dates."""

from collections.abc import Iterator
from typing import BinaryIO

from analysis.load import archives, deadline, encodings
from analysis.load.documents import Piece, Unreadable

# trafilatura takes half a second to import, so it is imported where a page asks for it.

LARGEST_PAGE = 30_000_000  # bytes; a page saved with its pictures inside has as many
PAGE_SECONDS = 3  # that trafilatura may take; the rest is for the plain way


def html(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the article of a web page."""
    import trafilatura

    raw = handle.read(LARGEST_PAGE + 1)
    if len(raw) > LARGEST_PAGE:
        raise Unreadable("page too large", f"more than {LARGEST_PAGE:,} bytes: save the page without pictures")
    found = encodings.decoded(raw)
    archives.check_entities(raw[: archives.HEAD], "web page")
    with deadline.within(PAGE_SECONDS):
        text = trafilatura.extract(found.text, include_comments=False) or ""
    yield Piece(text, found.encoding, {})
