"""What a notebook shows: tables from right to left, escaped, and sentences with their words marked."""

import html
from pathlib import Path

import pandas as pd

from analysis import captions

ROWS = 200  # shown at most; the CSV holds the rest
STYLE = "max-height:26em;overflow:auto;border:1px solid #ddd"
CELL = "padding:.25em .6em;text-align:start;vertical-align:top;max-width:42em;white-space:normal"


class Shown:
    """A table or a list of sentences as HTML that holds no script whatever the articles hold."""

    def __init__(self, markup: str, plain: str):
        """Keep the markup and the text that stands in for it where HTML is not shown."""
        self.markup, self.plain = markup, plain

    def _repr_html_(self) -> str:
        return self.markup

    def __repr__(self) -> str:
        """Return the plain text."""
        return self.plain


def table(frame: pd.DataFrame, language: str = "ar") -> Shown:
    """Return a table for the eye: right to left in Arabic, scrollable, all text escaped."""
    shown = captions.headed(frame.head(ROWS), language)
    head = "".join(f'<th style="{CELL}">{escaped(name)}</th>' for name in shown.columns)
    body = "".join(
        "<tr>" + "".join(f'<td style="{CELL}" dir="auto">{escaped(cell)}</td>' for cell in row) + "</tr>"
        for row in shown.itertuples(index=False)
    )
    direction = "rtl" if language == "ar" else "ltr"
    more = f"<caption>… {len(frame) - ROWS:,} +</caption>" if len(frame) > ROWS else ""
    inside = f"<table>{more}<thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return Shown(f'<div dir="{direction}" style="{STYLE}">{inside}</div>', shown.to_string())


def quotes(rows: pd.DataFrame, language: str = "ar") -> Shown:
    """Return sentences with their match marked, each with its outlet and day (rows of context.quotes)."""
    items = "".join(
        f"<li>{escaped(row.before)}<mark>{escaped(row.match)}</mark>{escaped(row.after)} "
        f"<small>({escaped(row.source)}، {escaped(row.published)})</small></li>"
        for row in rows.head(ROWS).itertuples()
    )
    return Shown(f'<ul dir="rtl" style="{STYLE}">{items}</ul>', rows.to_string())


def escaped(cell) -> str:
    """Return a cell as HTML text: nothing for what is missing, a day without its midnight."""
    if cell is None or cell is pd.NaT or (isinstance(cell, float) and cell != cell):
        return ""
    if isinstance(cell, pd.Timestamp):
        return str(cell.date())
    if isinstance(cell, float):
        return f"{cell:,.0f}" if cell == int(cell) else f"{cell:,.2f}"
    return html.escape(str(cell))


def files(folder: str | Path, beginning: str) -> list[str]:
    """Return the names of the exported files that begin so."""
    return sorted(path.name for path in Path(folder).glob(f"{beginning}*"))
