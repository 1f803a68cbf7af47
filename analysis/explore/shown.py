"""Tables and sentences as HTML that holds no script, whatever the articles hold."""

import html
import re
from pathlib import Path

import pandas as pd

from analysis import captions, tables
from analysis.captions import said
from analysis.explore.wording import comma, direction

ROWS = 1_000  # shown at most; the CSV holds the rest
STYLE = "max-height:26em;overflow:auto;border:1px solid #ddd"
DAYS = re.compile(r"\d{4}(-\d\d){1,2}(/\d{4}(-\d\d){1,2})?")
#: A day, an id, a number, a path or an address: in an Arabic line 2023-03-07 would read 07-03-2023.
LATIN = re.compile(r"((?:[.~]{0,2}/)?[A-Za-z0-9](?:[\w.,:/\\?=&%#@~+-]*[A-Za-z0-9/])?)", re.ASCII)
ARABIC = re.compile("[\u0621-\u06d3]")
WHOLE = "<style>.analysis-quotes bdi {white-space: nowrap}</style>"  # no end of a line cuts a day in two
CELLS = """<style>
.analysis-table th, .analysis-table td {padding: .25em .6em !important; vertical-align: top;
text-align: start !important; max-width: 42em; white-space: normal}
table.analysis-table {table-layout: auto !important} .analysis-table .whole {white-space: nowrap}
.analysis-table td.before {text-align: end !important}</style>"""


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
    """Return a table for the eye: right to left in Arabic, scrollable, all text escaped; see also `searchable`."""
    shown = captions.headed(in_words(frame.head(ROWS), language), language)
    head = "".join(f"<th>{escaped(name)}</th>" for name in shown.columns)
    body = "".join("<tr>" + "".join(map(table_cell, row)) + "</tr>" for row in shown.itertuples(index=False, name=None))
    return Shown(framed(head, body, len(frame), language), shown.to_string())


def table_cell(value) -> str:
    """Return a cell as HTML: it runs in the direction of most of its words, and no end of a line cuts a day in two.

    >>> table_cell("زار (noun); subject carried over"), table_cell(None)
    ('<td><bdi dir="ltr">زار (noun); subject carried over</bdi></td>', '<td><bdi dir="auto"></bdi></td>')
    """
    text = tables.cell(value)
    latin = [word.isascii() for word in text.split() if any(map(str.isalpha, word))]  # a path is one, however long
    way, inside = ("ltr", escaped(text)) if sum(latin) > len(latin) / 2 else ("auto", isolated(text))
    whole = ' class="whole"' if DAYS.fullmatch(text) else ""
    return f'<td><bdi dir="{way}"{whole}>{inside}</bdi></td>'


def isolated(text: str) -> str:
    """Return a text as HTML in which no Arabic word turns a day, an id, a path or an address round.

    >>> isolated("لا نص في ../my_articles/empty.txt"), isolated("No text in a.txt")
    ('لا نص في <bdi dir="ltr">../my_articles/empty.txt</bdi>', 'No text in a.txt')
    """
    if not ARABIC.search(text):
        return escaped(text)
    parts = enumerate(LATIN.split(text))
    return "".join(f'<bdi dir="ltr">{escaped(part)}</bdi>' if place % 2 else escaped(part) for place, part in parts)


def in_words(frame: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return a table with yes and no for true and false."""
    answers = {True: said("yes", language), False: said("no", language)}
    return frame.assign(**{name: frame[name].map(answers) for name in frame.select_dtypes("bool")})


def framed(head: str, body: str, rows: int, language: str) -> str:
    """Return header cells and body rows, already escaped, as a table that scrolls; `rows` is how many there are."""
    more = said("more_rows", language, f"{rows - ROWS:,}") if rows > ROWS else "" if rows else said("no_rows", language)
    caption = f"<caption>{more}</caption>" if more else ""
    inside = f"{caption}<thead><tr>{head}</tr></thead><tbody>{body}</tbody>"
    frame = f'<div dir="{direction(language)}" lang="{language}" class="analysis-frame" style="{STYLE}">'
    return f'{CELLS}{frame}<table class="analysis-table analysis-{language}">{inside}</table></div>'


def quotes(rows: pd.DataFrame, language: str = "ar") -> Shown:
    """Return sentences with their match marked, each with its outlet and day (rows of context.quotes).

    Where the rows have a `number`, each sentence bears its own.
    """
    kind = "ol" if "number" in rows else "ul"
    marks = [f' value="{number}"' for number in rows["number"]] if "number" in rows else [""] * len(rows)
    items = "".join(
        f'<li dir="auto"{mark}>{escaped(row.before)}<mark>{escaped(row.match)}</mark>{escaped(row.after)} '
        f"<small>{origin(row, language)}</small></li>"
        for mark, row in zip(marks, rows.head(ROWS).itertuples(), strict=False)
    )
    listed = f'<{kind} dir="rtl" class="analysis-quotes" style="{STYLE}">{items}</{kind}>'
    return Shown(f"{WHOLE}{listed}", rows.to_string())


def note(sentence: str, language: str = "ar") -> Shown:
    """Return a sentence as a paragraph of its own; nothing where there is none to say."""
    return Shown(f'<p dir="{direction(language)}">{isolated(sentence)}</p>' if sentence else "", sentence)


def origin(row, language: str) -> str:
    """Return outlet and day in brackets as HTML text, each in its own direction; the article's id for no outlet."""
    named = row.source if escaped(row.source) else row.article_id
    known = [f"<bdi>{escaped(each)}</bdi>" for each in (named, row.published) if escaped(each)]
    return f"({comma(language).join(known)})" if known else ""


def lines(rows: pd.DataFrame, language: str = "ar") -> Shown:
    """Return a concordance with the match in the middle of each line (rows of context.concordance)."""
    names = captions.headed(rows[[]].assign(outlet="", before="", match="", after=""), language)
    head = "".join(f"<th>{escaped(name)}</th>" for name in names)
    body = "".join(
        f'<tr><td><bdi dir="auto">{escaped(row.source)}</bdi></td><td dir="rtl" class="before">{escaped(row.left)}</td>'
        f'<td dir="rtl"><mark>{escaped(row.match)}</mark></td><td dir="rtl">{escaped(row.right)}</td></tr>'
        for row in rows.head(ROWS).itertuples()
    )
    return Shown(framed(head, body, len(rows), "ar").replace('lang="ar"', f'lang="{language}"'), rows.to_string())


def escaped(cell) -> str:
    """Return a cell as HTML text: nothing for what is missing, a day without its midnight."""
    return html.escape(tables.cell(cell))


def files(folder: str | Path, beginning: str) -> list[str]:
    """Return the names of the exported files that begin so."""
    return sorted(path.name for path in Path(folder).glob(f"{beginning}*"))
