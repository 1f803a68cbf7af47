"""Tables that are text -> their rows: CSV and TSV, JSON and JSONL. A damaged row does not stop the others."""

import csv
import io
import itertools
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from typing import BinaryIO, TextIO

from analysis.load import encodings, sheets
from analysis.load.documents import Piece, Unreadable

LARGEST_JSON = 200_000_000  # bytes; JSON has to be read whole, CSV and JSONL are read line by line
LONGEST_LINE = 5_000_000  # characters; no article is longer
DELIMITER_TOLD = re.compile(r"\s*(?:sep=.)?\s*", re.IGNORECASE)  # lines above the header: empty, or what Excel is told
DELIMITERS = (",", ";", "\t", "|")

Line = tuple[int, str | Unreadable]  # its number in the file, and what it holds

csv.field_size_limit(LONGEST_LINE)  # Python's own limit of 131,072 characters is less than a long read


def json_file(handle: BinaryIO) -> Iterator[Piece | Unreadable]:
    """Yield the articles of a JSON file: one, a list of them, or an object that holds such a list."""
    raw = handle.read(LARGEST_JSON + 1)
    if len(raw) > LARGEST_JSON:
        raise Unreadable("JSON file too large", f"more than {LARGEST_JSON:,} bytes: save it as JSONL")
    text = encodings.decoded(raw)
    try:
        content = json.loads(text.text)
    except (ValueError, RecursionError) as error:
        raise Unreadable("damaged JSON file", f"{error}: save it again, or as JSONL") from error
    yield from objects(enumerate(articles_in(content), 1), text.encoding)


def articles_in(content) -> list:
    """Return the list of articles: the content itself, the longest list in it, or the one article that it is."""
    if isinstance(content, list):
        return content
    inside = content.values() if isinstance(content, dict) else ()
    tables = [value for value in inside if isinstance(value, list) and value and isinstance(value[0], dict)]
    return max(tables, key=len, default=[content])


def json_lines(handle: BinaryIO) -> Iterator[Piece | Unreadable]:
    """Yield the articles of a JSONL file, and for a line that is no JSON its number."""
    with opened(handle) as text:
        rows = ((number, line_content(number, line)) for number, line in lines(text))
        filled = ((number, content) for number, content in rows if content is not None)
        yield from objects(filled, text.encoding.removesuffix("-sig"))


def line_content(number: int, line: str | Unreadable):
    """Return what a line of JSONL holds; None for an empty one."""
    if isinstance(line, Unreadable) or not line.strip():
        return line or None
    try:
        return json.loads(line)
    except (ValueError, RecursionError) as error:
        cut = "" if line.endswith("\n") else ", the last one, which seems cut off"
        return Unreadable("damaged JSON line", f"line {number}{cut}: {error}; the other lines were read")


def objects(rows: Iterator[tuple[int, object]], encoding: str) -> Iterator[Piece | Unreadable]:
    """Yield an article for each object, whatever keys it has; raise Unreadable where none has a text."""
    first = next(rows, (1, {}))
    places = {field: place for place, field in enumerate(sheets.fields())}
    cells = ((number, cells_of(number, content)) for number, content in itertools.chain([first], rows))
    texts = 0
    for article in sheets.pieces(cells, places, encoding=encoding):
        texts += isinstance(article, Piece)
        yield article
    if not texts and isinstance(first[1], dict):
        sheets.recognised(list(first[1]))


def cells_of(number: int, content) -> list | Unreadable:
    """Return the values of an object in the order of the fields."""
    if isinstance(content, dict):
        places, values = places_of(tuple(content)), list(content.values())
        return [values[places[field]] if field in places else None for field in sheets.fields()]
    if isinstance(content, Unreadable):
        return content
    return Unreadable("not an article", f"entry {number} is no object with keys and values; the others were read")


@lru_cache(maxsize=1_000)
def places_of(keys: tuple[str, ...]) -> sheets.Columns:
    """Return the places of the recognised keys, none where no key holds a text."""
    try:
        return sheets.recognised(keys)
    except Unreadable:
        return {}


def delimited(handle: BinaryIO) -> Iterator[Piece | Unreadable]:
    """Yield the rows of a CSV or TSV file, and for a damaged one its line."""
    with opened(handle) as text:
        numbered = lines(text)
        first = next(line for _, line in numbered if isinstance(line, Unreadable) or not DELIMITER_TOLD.fullmatch(line))
        if isinstance(first, Unreadable):
            raise first
        delimiter, header = header_of(first)
        table, encoding = rows(numbered, delimiter, len(header)), text.encoding.removesuffix("-sig")
        yield from sheets.articles(header, table, encoding=encoding, unit="line")


def header_of(line: str) -> tuple[str, list[str]]:
    """Return the delimiter that divides a line into the most column names, and the names.

    >>> header_of("العنوان;النص;date")
    (';', ['العنوان', 'النص', 'date'])
    """
    headers = {delimiter: next(csv.reader([line], delimiter=delimiter), []) for delimiter in DELIMITERS}
    best = max(headers, key=lambda delimiter: len(headers[delimiter]))
    return best, headers[best]


def rows(numbered: Iterator[Line], delimiter: str, width: int) -> Iterator[sheets.Row]:
    """Yield the rows of a table with the number of the line on which each begins.

    Where a quote is never closed, the row is given up and reading goes on with the line after its first.
    """
    held = []

    def taken(source):
        for number, line in source:
            held.append((number, line))
            if isinstance(line, Unreadable):
                raise csv.Error(line.detail)
            yield line

    finished = False
    while not finished:
        try:
            for cells in csv.reader(taken(numbered), delimiter=delimiter, strict=True):
                yield held[0][0], fitting(cells, held[0][0], width)
                held.clear()
            finished = True
        except csv.Error as error:
            (number, line), *others = held
            yield number, leniently(line, delimiter, width) or bad_quotes(number, line, error)
            numbered = itertools.chain(others, numbered)
            held.clear()


def fitting(cells: list[str], number: int, width: int) -> list[str] | Unreadable:
    """Return a row, unless it has more cells than the table has columns."""
    if not any(cells[width:]):
        return cells
    detail = f"line {number} has {len(cells)} cells, the header {width}: put quotes around texts with delimiters"
    return Unreadable("too many cells", f"{detail}; the other rows were read")


def leniently(line: str | Unreadable, delimiter: str, width: int) -> list[str] | None:
    """Return the cells of a single line with quotes inside its texts, where their number is right."""
    if isinstance(line, Unreadable) or line.count('"') % 2:
        return None
    cells = next(csv.reader([line], delimiter=delimiter), [])
    return cells if len(cells) == width else None


def bad_quotes(number: int, line: str | Unreadable, error: csv.Error) -> Unreadable:
    """Return what to say of a row that is given up."""
    if isinstance(line, Unreadable):
        return line
    return Unreadable("bad quotes", f"line {number}: {error}: write a quote in a text twice; other rows were read")


@contextmanager
def opened(handle: BinaryIO) -> Iterator[TextIO]:
    """Return a table that is text, to be read line by line; raise Unreadable where it is empty or no text."""
    encoding = encodings.encoding_of(handle.read(encodings.SAMPLE))
    handle.seek(0)
    text = io.TextIOWrapper(handle, encoding=encoding, errors="replace", newline="")
    try:
        yield text
    finally:
        text.detach()


def lines(text: TextIO) -> Iterator[Line]:
    """Yield the lines with their numbers from 1; in place of one too long an Unreadable."""
    for number in itertools.count(1):
        line = text.readline(LONGEST_LINE)
        if not line:
            return
        if len(line) < LONGEST_LINE or line.endswith("\n"):
            yield number, line
        else:
            while (rest := text.readline(LONGEST_LINE)) and not rest.endswith("\n"):
                pass
            detail = f"line {number} is longer than {LONGEST_LINE:,} characters: no article is; it was left out"
            yield number, Unreadable("line too long", detail)
