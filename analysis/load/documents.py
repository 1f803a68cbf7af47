"""What reading returns: documents, the pieces they are made of, and what could not be read."""

from typing import NamedTuple


class Document(NamedTuple):
    """One article as its file holds it.

    `facts` are source, title, published, saved and url where the file has them, under `outside` the lines of a web
    page that are no part of its article, and under `repaired` how many characters repair took out or replaced.
    """

    article_id: str
    text: str
    path: str
    encoding: str
    facts: dict[str, str]


class Piece(NamedTuple):
    """The text of one article inside a file, before repair; `facts` may hold an article_id."""

    text: str
    encoding: str
    facts: dict[str, str]


class Problem(NamedTuple):
    """One row of the table of problems: where, why, and what to do."""

    path: str
    reason: str
    detail: str


class Unreadable(Exception):
    """A file or a row that gives no article, or only a part of one: the reason, and what to do.

    `member` is the path inside an archive.
    """

    def __init__(self, reason: str, detail: str, *, member: str = ""):
        """Keep them for the table of problems."""
        super().__init__(f"{reason}: {detail}")
        self.reason, self.detail, self.member = reason, detail, member
