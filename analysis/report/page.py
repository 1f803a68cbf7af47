"""The blocks of a report as one web page: pictures inside, no script, nothing fetched."""

import base64
import html
import re
from functools import singledispatch

from analysis.report.blocks import Heading, Paragraph, Picture, Quotation, Sheet, is_right_to_left

DAY = re.compile(r"\b\d{4}-\d\d(-\d\d)?\b")
#: The policy keeps a browser from running or fetching anything, whatever should stand in the page.
POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
STYLE = """body {font: 16px/1.7 "FiraGO", "Segoe UI", "Noto Sans Arabic", Tahoma, Arial, sans-serif; max-width: 46em;
margin: 2em auto; padding: 0 1em; color: #1a1a1a} h1, h2, h3 {line-height: 1.3} figure {margin: 2em 0}
img {max-width: 100%; height: auto} figcaption, caption {font-weight: bold; text-align: start; margin: .5em 0}
table {border-collapse: collapse; width: 100%; font-size: 90%}
td, th {border-bottom: 1px solid #bbb; padding: .3em .5em; text-align: start; vertical-align: top}
blockquote {margin: .7em 0; padding: 0 1em;
border-inline-start: 3px solid #bbb}
.day {white-space: nowrap} .small {font-size: 85%; color: #595959} @media print {figure, tr {break-inside: avoid}}"""


def document(blocks: list, title: str, language: str) -> bytes:
    """Return the report as a web page."""
    body = "\n".join(element(block, language) for block in blocks)
    direction = "rtl" if language == "ar" else "ltr"
    return (
        f'<!DOCTYPE html>\n<html lang="{language}" dir="{direction}">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{html.escape(title)}</title>\n'
        f"<style>{STYLE}</style>\n</head>\n<body>\n{body}\n</body>\n</html>\n"
    ).encode()


@singledispatch
def element(block, language: str) -> str:
    """Return a block as an element of a web page, all its text escaped."""
    raise TypeError(f"a report has no {type(block).__name__}")


@element.register
def _(block: Heading, language: str) -> str:
    return f"<h{block.level + 1}>{html.escape(block.text)}</h{block.level + 1}>"


@element.register
def _(block: Paragraph, language: str) -> str:
    small = ' class="small"' if block.small else ""
    return f"<p{small}>{html.escape(block.text)}</p>"


@element.register
def _(block: Picture, language: str) -> str:
    data = base64.b64encode(block.path.read_bytes()).decode("ascii")
    picture = f'<img alt="{html.escape(block.description)}" src="data:image/png;base64,{data}">'
    note = f'<p class="small">{html.escape(block.note)}</p>' if block.note else ""
    return f"<figure>{picture}<figcaption>{html.escape(block.caption)}</figcaption>{note}</figure>"


@element.register
def _(block: Sheet, language: str) -> str:
    head = "".join(f'<th scope="col">{html.escape(name)}</th>' for name in block.head)
    rows = "".join("<tr>" + "".join(map(table_cell, row)) + "</tr>" for row in block.rows)
    note = f'<p class="small">{html.escape(block.note)}</p>' if block.note else ""
    caption = f"<caption>{html.escape(block.caption)}</caption>"
    return f"<table>{caption}<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>{note}"


@element.register
def _(block: Quotation, language: str) -> str:
    before, match, after, origin = map(html.escape, block)
    told = f"<small>({with_whole_days(origin)})</small>" if origin else ""
    return f'<blockquote dir="rtl" lang="ar">{before}<mark>{match}</mark>{after} {told}</blockquote>'


def table_cell(text: str) -> str:
    """Return a cell; its text runs in its own direction and stands at the side of the table's."""
    direction = "rtl" if is_right_to_left(text, "en") else "ltr"
    return f'<td><bdi dir="{direction}">{with_whole_days(html.escape(text))}</bdi></td>'


def with_whole_days(markup: str) -> str:
    """Return markup whose days no end of a line cuts in two.

    >>> with_whole_days("2023-03")
    '<span class="day">2023-03</span>'
    """
    return DAY.sub(r'<span class="day">\g<0></span>', markup)
