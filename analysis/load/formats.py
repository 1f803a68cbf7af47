"""Files -> documents: the raw text of each article with what its file says of it; nothing is lost silently."""

import difflib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain, islice
from pathlib import Path, PurePosixPath
from typing import BinaryIO

from analysis.load import (
    archives,
    bundles,
    encodings,
    feeds,
    old_office,
    pages,
    papers,
    records,
    repair,
    sheets,
    snapshots,
)
from analysis.load.documents import Document, Piece, Problem, Unreadable
from analysis.load.folders import FOLDER_LISTS, entries, files

__all__ = ["Document", "Problem", "Unreadable", "documents", "files", "read"]

LARGEST_TEXT = 10_000_000  # bytes of a plain text file
LONGEST_ARTICLE = 1_000_000  # characters; a long novel has as many
MOST_DAMAGED = 1_000  # rows of a table; with more of them it is the wrong kind of file
FEWEST_WORDS = 20  # that must be left when a flood of marks or blanks is taken out of a text
LONGEST_ID = 200  # characters
LIKE = 0.85  # how like the name of a list that of a file is which is taken for it: actor.csv, stopwords.csv
WORD = re.compile(r"\w+")
ARABIC_WORD = re.compile(r"[ء-ي]{2,}")
LATIN_WORD = re.compile(r"[A-Za-z]{2,}")
SAMPLE = 5_000  # characters that tell the language
FEWEST_ARABIC = 0.1  # of the words; a page in Arabic with names and menus in Latin letters has more

# What to do with a file whose ending no reader knows.
ADVICE = {
    ".ods": "open it in Excel or LibreOffice and save it as .xlsx or .csv",
    ".epub": "save its chapters as HTML or text",
    ".png": "a picture: recognise its text (OCR) and save that",
    ".jpg": "a picture: recognise its text (OCR) and save that",
    ".jpeg": "a picture: recognise its text (OCR) and save that",
    ".rar": "unpack it and read the folder",
    ".7z": "unpack it and read the folder",
    ".gz": "unpack it and read the folder",
}


def text(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the one article of a plain text file."""
    raw = handle.read(LARGEST_TEXT + 1)
    if len(raw) > LARGEST_TEXT:
        raise Unreadable("text too large", f"more than {LARGEST_TEXT:,} bytes: divide it into one file per article")
    found = encodings.decoded(raw)
    yield Piece(found.text, found.encoding, {})


READERS: dict[str, Callable[[BinaryIO], Iterator[Piece | Unreadable]]] = {
    ".txt": text,
    ".text": text,
    ".md": text,
    ".html": pages.html,
    ".htm": pages.html,
    ".xhtml": pages.html,
    ".mhtml": snapshots.mhtml,
    ".mht": snapshots.mhtml,
    ".webarchive": snapshots.webarchive,
    ".docx": papers.word,
    ".doc": old_office.word,
    ".odt": papers.open_document,
    ".rtf": papers.rtf,
    ".pdf": papers.pdf,
    ".csv": records.delimited,
    ".tsv": records.delimited,
    ".json": records.json_file,
    ".jsonl": records.json_lines,
    ".ndjson": records.json_lines,
    ".xml": feeds.feed,
    ".rss": feeds.feed,
    ".atom": feeds.feed,
    ".xlsx": sheets.excel,
    ".xls": old_office.excel,
    ".parquet": sheets.parquet,
}


def read(where: str | Path | Iterable[str | Path]) -> Iterator[Document | Problem]:
    """Yield every article of a folder, a file or a list of them, each under an id of its own, and every problem.

    Raises NoSuchPlace when nothing of that name exists.
    """
    found = (
        item
        for entry in entries(where)
        for item in ([entry] if isinstance(entry, Problem) else documents_and_problems(entry))
    )
    yield from under_own_ids(found)


def under_own_ids(items: Iterable[Document | Problem]) -> Iterator[Document | Problem]:
    """Yield the items, each document under an id that none before it has: stem, stem-2, stem-3 and so on."""
    counts = Counter()
    for item in items:
        if isinstance(item, Problem):
            yield item
            continue
        name = item.article_id
        while counts[name]:
            counts[item.article_id] += 1
            name = f"{item.article_id}-{counts[item.article_id]}"
        counts[name] += 1
        yield item._replace(article_id=name)


def documents_and_problems(path: Path) -> Iterator[Document | Problem]:
    """Yield the articles of one file and its problems, whatever happens while it is read."""
    try:
        for item in documents(path):
            yield problem(path, item) if isinstance(item, Unreadable) else item
    except Unreadable as error:
        yield problem(path, error)
    except Exception as error:  # a library that breaks over one file must not stop the others
        detail = f"{type(error).__name__}: {str(error)[:200]}: save the article as plain text"
        yield Problem(str(path), "reading failed", detail)


def problem(path: Path, error: Unreadable) -> Problem:
    """Return the row of the table of problems; a table without texts may be a list whose name is misspelt."""
    unread = path.name.lower() if error.reason == "no column of texts" else ""
    if meant := difflib.get_close_matches(unread, FOLDER_LISTS, n=1, cutoff=LIKE):
        return Problem(str(path), "a list under another name", f"no column of texts: rename the file to {meant[0]}")
    return Problem(f"{path}/{error.member}" if error.member else str(path), error.reason, error.detail)


def documents(path: str | Path) -> Iterator[Document | Unreadable]:
    """Yield the articles of one file, and in place of a damaged row or beside a repaired article an Unreadable.

    Raises Unreadable where the file as a whole gives none.
    """
    path = Path(path)
    with file_errors(path), path.open("rb") as handle:
        if path.suffix.lower() == ".zip":
            yield from zipped(handle, path)
        else:
            yield from articles(reader_of(path)(handle), path.stem, str(path))


@contextmanager
def file_errors(path: Path) -> Iterator[None]:
    """Raise Unreadable in place of what the system says when a file cannot be read."""
    try:
        yield
    except FileNotFoundError as error:
        raise Unreadable("vanished", "the file was there and is gone: bring it back and read again") from error
    except PermissionError as error:
        raise Unreadable("no permission", "ask for the right to read it, or close the program that holds it") from error
    except OSError as error:
        raise Unreadable("cannot be opened", f"{error.strerror or error}: copy the file to another place") from error


def reader_of(path: Path | PurePosixPath) -> Callable[[BinaryIO], Iterator[Piece | Unreadable]]:
    """Return the reader for a file by its ending; raise Unreadable where there is none."""
    ending = path.suffix.lower()
    if ending not in READERS:
        advice = ADVICE.get(ending, f"save it in one of these: {' '.join(READERS)} .zip")
        raise Unreadable("unknown format", f"«{ending or path.name}»: {advice}")
    return READERS[ending]


def zipped(handle: BinaryIO, path: Path) -> Iterator[Document | Unreadable]:
    """Yield the articles of all files in a zip, read where they are; one bad member does not stop the others."""
    archive = archives.opened(handle)
    for info in archives.members(archive):
        if isinstance(info, Unreadable):
            yield info
            continue
        member = PurePosixPath(info.filename.replace("\\", "/"))
        try:
            with archives.member(archive, info) as part:
                yield from articles(reader_of(member)(part), member.stem, f"{path}/{member}")
        except Unreadable as error:
            yield Unreadable(error.reason, error.detail, member=str(member))
        except archives.DAMAGE as error:
            detail = f"{error}: get the archive again; its other files were read"
            yield Unreadable("damaged zip member", detail, member=str(member))


def articles(pieces: Iterator[Piece | Unreadable], stem: str, path: str) -> Iterator[Document | Unreadable]:
    """Yield the repaired articles of one file, its damaged rows, and at the end what repair took out."""
    damaged, losses, number = 0, Counter(), 0
    for piece in chain.from_iterable(map(bundles.pieces, pieces)):
        if isinstance(piece, Unreadable):
            item, lost = piece, {}
        else:
            number += 1
            item, lost = repaired(piece, stem if number == 1 else f"{stem}-{number}", path)
        losses.update(lost)
        damaged += isinstance(item, Unreadable)
        if damaged > MOST_DAMAGED:
            raise Unreadable("too many damaged rows", f"more than {MOST_DAMAGED:,}: save the table again")
        yield item
    for reason, count in losses.items():
        yield Unreadable(reason, f"{count:,} of them were taken out or replaced; the article was kept: look at it")


def repaired(piece: Piece, name: str, path: str) -> tuple[Document | Unreadable, dict[str, int]]:
    """Return one article without damage, or why it is none, and what repair took out that one should know of."""
    if len(piece.text) > LONGEST_ARTICLE:
        detail = f"{len(piece.text):,} characters, more than {LONGEST_ARTICLE:,}: divide it into articles"
        return Unreadable("article too long", f"{name}: {detail}"), {}
    fixed = repair.repaired(piece.text)
    flood = next((reason for reason in fixed.losses if reason in repair.FLOODS), None)
    if flood and len(WORD.findall(fixed.text)) < FEWEST_WORDS:
        detail = f"{fixed.losses[flood]:,} of them and hardly any words: save the article again"
        return Unreadable(flood, f"{name}: {detail}"), {}
    if not WORD.search(fixed.text):
        return Unreadable("no words", f"{name}: no letters in it: save the article again"), {}
    if is_foreign(fixed.text):
        return Unreadable("not Arabic", f"{name}: in Latin letters, so nothing in it is counted: save it in Arabic"), {}
    facts = {**piece.facts, "repaired": str(fixed.count)} if fixed.count else dict(piece.facts)
    name = " ".join(facts.pop("article_id", name).split())[:LONGEST_ID]
    return Document(name, fixed.text, path, piece.encoding, facts), fixed.losses


def is_foreign(text: str) -> bool:
    """Tell whether hardly any words of a text are in Arabic letters, and others in Latin ones.

    >>> is_foreign("The army رفض a truce on Tuesday, and so did others in the east"), is_foreign("حلف NATO")
    (True, False)
    """
    latin = len(LATIN_WORD.findall(text, 0, SAMPLE))
    enough = int(FEWEST_ARABIC / (1 - FEWEST_ARABIC) * latin) + 1  # Arabic words; more need not be looked for
    arabic = sum(1 for _ in islice(ARABIC_WORD.finditer(text, 0, SAMPLE), enough))
    return arabic < FEWEST_ARABIC * (arabic + latin)
