"""A figure written to files for print, for the web and for search, with the table behind it."""

import io
import os
import re
from pathlib import Path
from xml.sax.saxutils import escape

import pandas as pd
import pikepdf

from . import labels, tounicode
from .style import Chart

AUTHOR = "arabic-news-analysis"
#: Spreadsheet programs read a cell that begins so as a formula, the full-width signs included.
FORMULA = tuple("=+-@\t\r\n＝＋－＠")


def save(figure: Chart, name: str, table: pd.DataFrame, folder: str | Path = "figures") -> list[Path]:
    """Return the paths of the figure's PNG (300 dpi), SVG and PDF, and of the CSV of its table.

    The same figure and table give the same bytes. A file is whole or not there: none is half written.
    """
    if Path(name).name != name or name in ("", ".", ".."):
        raise ValueError(f"{name!r} is not a plain file name: no folders and no dots alone, please")
    folder = Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    contents = {".png": png(figure), ".svg": svg(figure), ".pdf": pdf(figure), ".csv": csv(table)}
    return [written(folder / f"{name}{ending}", content) for ending, content in contents.items()]


def written(path: Path, content: bytes) -> Path:
    """Return the path, now holding the content."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)
    return path


def metadata(figure: Chart) -> dict[str, str]:
    """Return title and description of a figure, as plain text on one line."""
    words = getattr(figure, "words", None)
    told = getattr(figure, "description", "") or (words.title if words else "")
    found = {"title": words.title if words else "", "description": told, "note": (words and words.note) or ""}
    return {key: labels.plain(text) for key, text in found.items()}


def drawing(figure: Chart, kind: str, facts: dict) -> bytes:
    """Return the figure as Matplotlib writes it."""
    file = io.BytesIO()
    figure.savefig(file, format=kind, dpi=300, metadata=facts)
    return file.getvalue()


def png(figure: Chart) -> bytes:
    """Return the figure as PNG, with its title and description in it."""
    facts = metadata(figure)
    known = {"Title": facts["title"], "Description": facts["description"], "Source": facts["note"]}
    return drawing(figure, "png", {**known, "Author": AUTHOR, "Software": None})


def svg(figure: Chart) -> bytes:
    """Return the figure as SVG, with a title and a description for those who listen to it."""
    facts = metadata(figure)
    known = {"Title": facts["title"], "Description": facts["description"], "Creator": AUTHOR, "Date": None}
    text = drawing(figure, "svg", known).decode("utf-8")
    told = f"<desc>{escape(facts['description'])}</desc>"
    return re.sub("</title>", lambda match: f"</title>\n {told}", text, count=1).encode("utf-8")


def pdf(figure: Chart) -> bytes:
    """Return the figure as PDF in which Arabic is found as it is written."""
    facts = metadata(figure)
    known = {
        "Title": facts["title"],
        "Subject": facts["description"],
        "Author": AUTHOR,
        "Keywords": facts["note"],
    }
    content = drawing(figure, "pdf", {**known, "Creator": AUTHOR, "CreationDate": None})
    language = figure.words.language if getattr(figure, "words", None) else "ar"
    with pikepdf.open(io.BytesIO(content)) as document:
        tounicode.turn(document)
        document.Root.Lang = pikepdf.String(language)
        document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        file = io.BytesIO()
        document.save(file, deterministic_id=True)
    return file.getvalue()


def csv(table: pd.DataFrame) -> bytes:
    """Return the table as CSV that Excel opens in Arabic and in which no cell is a formula."""
    if table.index.name or isinstance(table.index, pd.MultiIndex):
        table = table.reset_index()
    table = table.rename(columns=safe).apply(lambda column: column.map(safe, na_action="ignore"))
    text = table.to_csv(index=False, lineterminator="\n")
    return b"\xef\xbb\xbf" + text.encode("utf-8", "replace")


def safe(cell):
    """Return the cell; a text that a spreadsheet would run as a formula begins with an apostrophe."""
    if not isinstance(cell, str):
        return cell
    cell = cell.replace("\0", "")
    return f"'{cell}" if cell.lstrip(" ").startswith(FORMULA) else cell
