"""Files -> documents: the raw text of each article with what its file says of it; nothing is lost silently."""

import contextlib
import os
import stat
import zipfile
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from analysis.load import archives, deadline, encodings, pages, places, records, repair, sheets
from analysis.load.documents import Document, Piece, Problem, Unreadable

__all__ = ["Document", "Problem", "Unreadable", "documents", "files", "read"]

SECONDS = 5  # that one article may take
LARGEST_TEXT = 10_000_000  # bytes of a plain text file
LONGEST_ARTICLE = 1_000_000  # characters; a long novel has as many
MOST_DAMAGED = 1_000  # rows of a table; with more of them it is the wrong kind of file
FEWEST_WORDS = 20  # that must be left when a flood of marks or blanks is taken out of a text

Reader = Callable[[BinaryIO], Iterator[Piece | Unreadable]]


def text(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the one article of a plain text file."""
    raw = handle.read(LARGEST_TEXT + 1)
    if len(raw) > LARGEST_TEXT:
        raise Unreadable("text too large", f"more than {LARGEST_TEXT:,} bytes: divide it into one file per article")
    found = encodings.decoded(raw)
    yield Piece(found.text, found.encoding, {})
