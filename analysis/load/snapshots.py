"""Pages that a browser saved as one file -> the web page in them: MHTML of Chrome and Edge, web archives of Safari."""

import email
import email.policy
import email.utils
import io
import plistlib
from collections.abc import Iterator
from typing import BinaryIO
from xml.parsers.expat import ExpatError

from analysis.load import pages
from analysis.load.documents import Piece, Unreadable

LARGEST_FILE = 100_000_000  # bytes; the pictures of a page are in it
DAMAGED = "it ends too early or was changed: save the page again"


def mhtml(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the article of a page saved as MHTML (RFC 2557); raise Unreadable where it holds none."""
    message = email.message_from_bytes(whole(handle), policy=email.policy.compat32)
    parts = [part for part in message.walk() if part.get_content_type() in ("text/html", "application/xhtml+xml")]
    page = next((part for part in parts if part.get_payload(decode=True)), None)
    if page is None:
        raise Unreadable("damaged saved page", f"no page in it: {DAMAGED}")
    address = message["Snapshot-Content-Location"] or page["Content-Location"]
    yield from with_facts(page.get_payload(decode=True), {"url": address, "saved": saved_at(message["Date"])})


def webarchive(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the article of a page saved as a web archive by Safari; raise Unreadable where it holds none."""
    try:
        page = plistlib.loads(whole(handle))["WebMainResource"]
        raw, address = bytes(page["WebResourceData"]), page.get("WebResourceURL")
    except (ValueError, KeyError, TypeError, AttributeError, ExpatError, RecursionError, OverflowError) as error:
        raise Unreadable("damaged saved page", DAMAGED) from error
    yield from with_facts(raw, {"url": address})


def whole(handle: BinaryIO) -> bytes:
    """Return all bytes of a file; raise Unreadable where there are too many."""
    raw = handle.read(LARGEST_FILE + 1)
    if len(raw) > LARGEST_FILE:
        raise Unreadable("page too large", f"more than {LARGEST_FILE:,} bytes: save the page without pictures")
    return raw


def with_facts(page: bytes, facts: dict[str, str | None]) -> Iterator[Piece]:
    """Yield the article of a page with what the file around it says."""
    for piece in pages.html(io.BytesIO(page)):
        yield piece._replace(facts={**piece.facts, **{name: str(fact) for name, fact in facts.items() if fact}})


def saved_at(date: str | None) -> str | None:
    """Return when a page was saved, in ISO form.

    >>> saved_at("Thu, 14 Mar 2024 10:05:00 -0000")
    '2024-03-14 10:05:00'
    """
    try:
        return email.utils.parsedate_to_datetime(date).replace(tzinfo=None).isoformat(sep=" ") if date else None
    except ValueError:
        return None
