"""Files -> documents: the raw text of each article with what its file says of it."""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

TEXT_FILES = (".txt", ".md")


class Document(NamedTuple):
    """One article as its file holds it; `facts` are source, title, published, saved or url where the file has them."""

    article_id: str
    text: str
    path: str
    encoding: str
    facts: dict[str, str]


class Unreadable(Exception):
    """A file that gives no article: the reason in two words, and what to do."""

    def __init__(self, reason: str, detail: str):
        """Keep both for the table of problems."""
        super().__init__(f"{reason}: {detail}")
        self.reason, self.detail = reason, detail


def documents(path: Path) -> Iterator[Document]:
    """Yield the articles of one file; raise Unreadable where it has none."""
    try:
        raw = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable("not UTF-8", f"byte {error.start}: save the file as UTF-8 text") from error
    if not raw.strip():
        raise Unreadable("empty", "the file has no text")
    yield Document(path.stem, raw.replace("\r\n", "\n").replace("\r", "\n"), str(path), "utf-8", {})
