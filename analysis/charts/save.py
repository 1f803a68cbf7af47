"""A figure written to files for print, for the web and for search, with the table behind it."""

import html
import io
import json
import math
import os
import re
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pandas as pd
import pikepdf

from analysis import mistakes, tables

from . import labels, searchable
from .style import Chart, packed

LARGE = 100_000  # above it no digit behind the point is of use
AUTHOR = "arabic-news-analysis"


def save(
    figure: Chart, name: str, table: pd.DataFrame, folder: str | Path = "figures", provenance: Mapping | None = None
) -> list[Path]:
    """Return the paths of the figure's PNG (300 dpi), SVG, PDF, of the CSV of its table and of its text.

    The same figure, table and provenance give the same bytes. A file is whole or not there: none is half
    written. What the provenance says of the figure's origin stands in its files, and in a JSON file beside them.
    """
    folder = made(folder, name)
    facts = metadata(figure) | {"origin": told(provenance)}
    contents = drawings(figure, facts) | {".csv": csv(table), ".txt": f"{facts['description']}\n".encode()}
    contents |= origin(provenance)
    return [written(folder / f"{name}{ending}", content) for ending, content in contents.items()]


def save_table(
    name: str, table: pd.DataFrame, folder: str | Path = "figures", provenance: Mapping | None = None
) -> list[Path]:
    """Return the path of a table that stands behind no figure, as the same kind of CSV, and that of its provenance."""
    contents = {".csv": csv(table)} | origin(provenance)
    return [written(made(folder, name) / f"{name}{ending}", content) for ending, content in contents.items()]


def save_text(name: str, text: str, folder: str | Path = "figures", provenance: Mapping | None = None) -> list[Path]:
    """Return the path of a text that another program reads, such as 03_pairs.graphml, and that of its provenance."""
    path = made(folder, name) / name
    files = {path: text.encode("utf-8", "replace")}
    files |= {path.with_name(f"{name}{ending}"): content for ending, content in origin(provenance).items()}
    return [written(place, content) for place, content in files.items()]


def made(folder: str | Path, name: str) -> Path:
    """Return the folder, made if it is not there; raise ValueError where the name would lead out of it."""
    if Path(name).name != name or name in ("", ".", ".."):
        raise ValueError(f"{name!r} is not a plain file name: no folders and no dots alone, please")
    Path(folder).mkdir(parents=True, exist_ok=True)
    return Path(folder)


def written(path: Path, content: bytes) -> Path:
    """Return the path, now holding the content; raise HeldOpen where another program does not let go of it."""
    part = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except PermissionError as error:  # on Windows, a table that Excel shows
        advice = f"close the program that has {path.name} open, or see whether you may write there, and run this again"
        raise mistakes.HeldOpen(f"{path} cannot be written ({error.strerror}): {advice}") from error
    finally:
        part.unlink(missing_ok=True)
    return path


def origin(provenance: Mapping | None) -> dict[str, bytes]:
    """Return the ending and the content of the file that tells of a provenance, if there is one.

    Each export has its own: two notebooks that run side by side would lose each other's lines in a common file.
    """
    if not provenance:
        return {}
    known = json.loads(told(provenance))
    return {".json": (json.dumps(known, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode()}


def told(provenance: Mapping | None) -> str:
    """Return a provenance as one line of JSON, or nothing where there is none."""
    return json.dumps(dict(provenance), ensure_ascii=False, sort_keys=True, default=str) if provenance else ""


def metadata(figure: Chart) -> dict[str, str]:
    """Return title, description, note and language of a figure, as plain text on one line."""
    words = getattr(figure, "words", None)
    title, note = (words.title, words.note or "") if words else ("", "")
    found = {"title": title, "description": getattr(figure, "description", "") or title, "note": note}
    return {key: labels.plain(text) for key, text in found.items()} | {"language": words.language if words else "ar"}


def drawings(figure: Chart, facts: dict[str, str]) -> dict[str, bytes]:
    """Return the figure as PNG, SVG and PDF; the PNG is packed beside the drawing of the others, which holds Python."""
    with ThreadPoolExecutor(1) as beside:
        picture = beside.submit(packed, figure.pixels(), texts(facts))
        drawn = {".svg": svg(figure, facts), ".pdf": pdf(figure, facts)}
    figure.kept = picture.result()
    return {".png": figure.kept, **drawn}


def texts(facts: dict[str, str]) -> dict[str, str]:
    """Return what a PNG says of its figure: title, description and provenance."""
    known = {"Title": facts["title"], "Description": facts["description"], "Source": facts["note"], "Author": AUTHOR}
    return known | ({"Provenance": facts["origin"]} if facts["origin"] else {})


def svg(figure: Chart, facts: dict[str, str]) -> bytes:
    """Return the figure as SVG, with a title and a description for those who listen to it."""
    known = {"Title": facts["title"], "Description": facts["description"], "Creator": AUTHOR, "Date": None}
    known |= {"Language": facts["language"]} | ({"Source": facts["origin"]} if facts["origin"] else {})
    text = figure.printed("svg", known).decode("utf-8")
    described = f"<desc>{html.escape(facts['description'], quote=False)}</desc>"
    return re.sub("</title>", lambda match: f"</title>\n {described}", text, count=1).encode("utf-8")


def pdf(figure: Chart, facts: dict[str, str]) -> bytes:
    """Return the figure as PDF in which Arabic is found as it is written."""
    known = {"Title": facts["title"], "Subject": facts["description"], "Author": AUTHOR, "Keywords": facts["note"]}
    content = figure.printed("pdf", {**known, "Creator": AUTHOR, "CreationDate": None})
    with pikepdf.open(io.BytesIO(content)) as document:
        searchable.turn(document)
        document.Root.Lang = pikepdf.String(facts["language"])
        document.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
        if facts["origin"]:
            document.docinfo["/Provenance"] = facts["origin"]
        file = io.BytesIO()
        document.save(file, deterministic_id=True)
    return file.getvalue()


def number(value: float) -> str:
    """Return a number as a table shows it: whole, or with six digits that count.

    >>> number(12_000_000.0), number(25023.60717658168), number(0.0123456789)
    ('12000000', '25023.6', '0.0123457')
    """
    if not math.isfinite(value):
        return repr(value)
    return f"{value:.0f}" if value == int(value) or abs(value) >= LARGE else f"{value:.6g}"


def csv(table: pd.DataFrame) -> bytes:
    """Return the table as CSV that Excel opens in Arabic and in which no cell is a formula."""
    if table.index.name or isinstance(table.index, pd.MultiIndex):
        table = table.reset_index()
    table = table.rename(columns=safe).apply(lambda column: column.map(safe, na_action="ignore"))
    text = table.to_csv(index=False, lineterminator="\n", float_format=number)
    return b"\xef\xbb\xbf" + text.encode("utf-8", "replace")


def safe(cell):
    """Return the cell; a text that a spreadsheet would run as a formula begins with an apostrophe."""
    if not isinstance(cell, str):
        return cell
    cell = cell.replace("\0", "")
    return f"'{cell}" if cell.lstrip(" ").startswith(tables.FORMULA) else cell
