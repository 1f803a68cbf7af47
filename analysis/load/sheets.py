"""Tables of many articles -> their rows: which column is which, and the sheets of Excel and Parquet."""

import datetime
import re
import statistics
import warnings
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import chain, islice
from typing import BinaryIO

from analysis import lists
from analysis.arabic import letters
from analysis.load import archives
from analysis.load.documents import Piece, Unreadable

# openpyxl and pyarrow take half a second to import, so each is imported where a file asks for it.

LARGEST_EXCEL = 1_000_000_000  # bytes that its XML may unpack to; it is read row by row
BATCH = 200  # rows of a Parquet file in memory at a time
EXCEL_CELL = 32_767  # characters; Excel cuts what is longer
FIRST_ROWS = 50  # of a table without a column named for its texts, by which that column is told
LONG_TEXT = 40  # words of most cells in such a column; a headline, an address or a note has fewer
WORD = re.compile(r"[^\W_]+")
ROWS_NAMED = 5  # rows of which something is to be said that are named one by one

Columns = dict[str, int]  # the place of each field among the cells of a row
Row = tuple[int, list | tuple | Unreadable]  # its number in the file, and its cells


@cache
def fields() -> dict[str, tuple[str, ...]]:
    """Return the folded names that each field goes by, from column_names.csv."""
    known = {row["field"]: tuple(map(folded, lists.parts(row["names"]))) for row in lists.rows("column_names")}
    return {field: names for field, names in known.items() if field != "article"}


@cache
def of_article() -> frozenset[str]:
    """Return the folded words for the article that a column name may have beside its own: «عنوان المادة»."""
    row = next(row for row in lists.rows("column_names") if row["field"] == "article")
    return frozenset(letters.fold(name) for name in lists.parts(row["names"]))


def folded(name) -> str:
    """Return a column name as it is compared: without case, signs, blanks, and words for the article beside others.

    >>> folded("Date-Published "), folded("Head Line"), folded("عُنوان المادة"), folded("المادة")
    ('datepublished', 'headline', 'عنوان', 'الماده')
    """
    words = WORD.findall(letters.fold(str(name)))
    return "".join([word for word in words if word not in of_article()] or words)


def recognised(names: Iterable) -> Columns:
    """Return the place of each field among the column names; raise Unreadable where none holds the texts."""
    names = list(names)
    places = named(names)
    if "text" not in places and "excerpt" not in places:
        shown = ", ".join(str(name)[:40] for name in names[:30] if name not in (None, "")) or "none"
        raise Unreadable(
            "no column of texts",
            f"its columns are: {shown}; name the one with the articles «text» (and others title, source, published, "
            "saved, url)",
        )
    return places


def named(names: Iterable) -> Columns:
    """Return the place of each field that a column is named for."""
    found = [folded(name) for name in names]
    places = {
        field: next((found.index(name) for name in known if name in found), None) for field, known in fields().items()
    }
    return {field: place for field, place in places.items() if place is not None}


def articles(
    header: Sequence, rows: Iterable[Row], *, encoding: str = "utf-8", unit: str = "row"
) -> Iterator[Piece | Unreadable]:
    """Return the articles of a table as `pieces` does, and first a word where its texts are told by length alone.

    Raises Unreadable where no column holds the texts.
    """
    rows = iter(rows)
    try:
        return pieces(rows, recognised(header), encoding=encoding, unit=unit)
    except Unreadable:
        first = list(islice(rows, FIRST_ROWS))
        long = [place for place in range(len(header)) if is_long(first, place)]
        if len(long) != 1:
            raise
    columns = {**named(header), "text": long[0]}
    told = Unreadable("texts told by their length", f"«{header[long[0]]}» was read: name the column «text»")
    return chain([told], pieces(chain(first, rows), columns, encoding=encoding, unit=unit))


def is_long(rows: Sequence[Row], place: int) -> bool:
    """Tell whether most filled cells of a column are as long as articles."""
    cells = [as_text(cells[place]) for _, cells in rows if not isinstance(cells, Unreadable) and place < len(cells)]
    return statistics.median([len(cell.split()) for cell in cells if cell] or [0]) >= LONG_TEXT


def pieces(
    rows: Iterable[Row], columns: Columns, *, encoding: str = "utf-8", unit: str = "row"
) -> Iterator[Piece | Unreadable]:
    """Yield the articles of a table, the rows that are damaged, and at the end which rows have no text.

    `unit` is what their numbers count: rows, or lines of a file whose rows have several.
    """
    without, excerpts = [], []
    for number, cells in rows:
        if isinstance(cells, Unreadable):
            yield cells
            continue
        facts = {field: as_text(cells[place]) for field, place in columns.items() if place < len(cells)}
        article = piece(facts, encoding)
        if article.text:
            yield article
            excerpts += [] if facts.get("text") else [number]
        elif any(facts.values()):
            without.append(number)
    if without:
        advice = "fill the column of texts; the other rows were read"
        yield Unreadable("rows without text", f"{unit} {some(without)}: {advice}")
    if excerpts:
        advice = "their excerpt was read in place of the article, and figures count what it holds"
        yield Unreadable("excerpts only", f"{unit} {some(excerpts)}: {advice}")


def some(numbers: list[int]) -> str:
    """Return the first of some row numbers, and how many more there are.

    >>> some([2, 3]), some(list(range(2, 9)))
    ('2, 3', '2, 3, 4, 5, 6 and 2 more')
    """
    named = ", ".join(map(str, numbers[:ROWS_NAMED]))
    return f"{named} and {len(numbers) - ROWS_NAMED:,} more" if len(numbers) > ROWS_NAMED else named


def piece(facts: dict[str, str], encoding: str) -> Piece:
    """Return one row as an article: its title above its text or else its excerpt; with neither, no article."""
    body, title = facts.get("text") or facts.get("excerpt", ""), facts.get("title", "")
    text = f"{title}\n\n{body}" if title and body and not body.startswith(title) else body
    known = {field: fact for field, fact in facts.items() if fact and field not in ("text", "excerpt")}
    return Piece(text, encoding, known)


def as_text(value) -> str:
    r"""Return a cell as text: dates in ISO form, lists line by line, of an object its name, rich text as it reads.

    >>> as_text({"id": 7, "name": "الشرق"}), as_text(None), as_text(["أ", "ب"]), as_text(2003.0)
    ('الشرق', '', 'أ\nب', '2003')
    """
    if isinstance(value, str):
        return value.strip()
    if value is None or value != value:  # not a number: how tables mark what is missing
        return ""
    if isinstance(value, datetime.datetime):
        return value.isoformat(sep=" ")
    if isinstance(value, list) and any(isinstance(part, dict) and {"type", "text"} <= part.keys() for part in value):
        return "".join(part if isinstance(part, str) else str(part.get("text", "")) for part in value).strip()
    if isinstance(value, list):
        return "\n".join(map(as_text, value))
    if isinstance(value, dict):
        return as_text(value.get("name") or value.get("title") or value.get("text"))
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def excel(handle: BinaryIO) -> Iterator[Piece | Unreadable]:
    """Yield the rows of the first sheet that has a column of texts."""
    import openpyxl

    archives.office(handle, kind="Excel", largest=LARGEST_EXCEL)
    try:
        with warnings.catch_warnings(action="ignore"):  # of styles and extensions that openpyxl leaves out
            book = openpyxl.load_workbook(handle, read_only=True, data_only=True)
    except Exception as error:  # openpyxl has no error of its own
        raise Unreadable("damaged Excel file", f"{error}: open it and save it again") from error
    try:
        yield from first_readable([sheet.iter_rows(values_only=True) for sheet in book.worksheets])
    finally:
        book.close()


def first_readable(sheets: list[Iterator[tuple]]) -> Iterator[Piece | Unreadable]:
    """Yield the rows of the first sheet with a column of texts; raise Unreadable where there is none.

    One with a column named for them goes before one whose texts are told by length, which may hold notes.
    """
    refusals = [Unreadable("empty", "the file has no sheet with cells: save the table again")]
    begun = [with_header(enumerate(sheet, 1)) for sheet in sheets]
    for header, rows in sorted(begun, key=lambda sheet: {"text", "excerpt"}.isdisjoint(named(sheet[0]))):
        try:
            found = articles(header, uncut(rows))
        except Unreadable as refusal:
            refusals += [refusal] if header else []
            continue
        yield from found
        return
    raise refusals[-1]


def with_header(rows: Iterator[Row]) -> tuple[tuple, Iterator[Row]]:
    """Return the first row of a sheet that holds anything, and the rows below it."""
    return next((cells for _, cells in rows if any(cells)), ()), rows


def uncut(rows: Iterable[Row]) -> Iterator[Row]:
    """Yield the rows, and behind one with a text that fills a cell to the brim a word of warning."""
    for number, cells in rows:
        yield number, cells
        if any(isinstance(cell, str) and len(cell) >= EXCEL_CELL for cell in cells):
            cut = f"row {number}: Excel holds {EXCEL_CELL:,} characters in a cell and drops the rest"
            yield (
                number,
                Unreadable("text cut by Excel", f"{cut}; what it holds was read, save the table as CSV"),
            )


def parquet(handle: BinaryIO) -> Iterator[Piece | Unreadable]:
    """Yield the rows of a Parquet file, a batch at a time."""
    import pyarrow
    from pyarrow import parquet

    try:
        file = parquet.ParquetFile(handle)
        columns = recognised(file.schema_arrow.names)
        names = [file.schema_arrow.names[place] for place in columns.values()]
        batches = file.iter_batches(BATCH, columns=names)
        rows = enumerate((row for batch in batches for row in cells_of(batch, names)), 1)
        yield from pieces(rows, {field: place for place, field in enumerate(columns)})
    except (pyarrow.ArrowException, OSError) as error:
        raise Unreadable("damaged Parquet file", "it ends too early or was changed: get it again") from error


def cells_of(batch, names: list[str]) -> Iterator[tuple]:
    """Yield the rows of a batch."""
    return zip(*(batch.column(name).to_pylist() for name in names), strict=True)
