"""All figures on one page: each with its caption, its table and the sentences behind it."""

import html
from pathlib import Path
from urllib.parse import quote

import pandas as pd
from PIL import Image

from analysis import captions
from analysis.charts.save import written

PAGE = "index.html"
ROWS = 30  # of a table are shown; its CSV holds the rest
FILES = (".svg", ".pdf", ".csv", ".json")
EVIDENCE = ".evidence.csv"
SAID = {
    "ar": {"title": "الأشكال", "table": "الجدول", "evidence": "الشواهد", "more": "أول {shown} صفًّا من {all}"},
    "en": {"title": "Figures", "table": "Table", "evidence": "Evidence", "more": "The first {shown} rows of {all}"},
}
# Nothing on the page may run or be fetched, even if something slipped through the escaping.
POLICY = "script-src 'none'; object-src 'none'; connect-src 'none'; base-uri 'none'; form-action 'none'"
STYLE = """
body { font: 16px/1.7 "FiraGO", "Segoe UI", "Noto Sans Arabic", Tahoma, Arial, sans-serif; color: #1a1a1a;
  max-width: 60em; margin: 2em auto; padding: 0 1em }
section { border-top: 1px solid #d5d9dd; margin: 3em 0; padding-top: 1em }
figure { margin: 0 } img { width: 100%; max-width: 16cm; height: auto } figcaption { color: #595959 }
.table { overflow-x: auto } table { border-collapse: collapse; font-size: 14px }
td, th { border-bottom: 1px solid #d5d9dd; padding: .2em .6em; text-align: start; vertical-align: top }
nav li { display: inline-block; margin-inline-end: 1em } summary { cursor: pointer }
"""


def write(folder: str | Path, language: str = "ar") -> Path:
    """Return the path of a page of all figures of a folder; it holds no script, whatever the articles hold."""
    folder = Path(folder)
    pictures = sorted(path for path in folder.glob("*.png") if path.is_file())
    titles = {path.stem: facts(path)[0] for path in pictures}
    links = "".join(f'<li><a href="#{link(name)}">{html.escape(title)}</a></li>' for name, title in titles.items())
    sections = "\n".join(section(path, language) for path in pictures)
    return written(folder / PAGE, page(f"<nav><ul>{links}</ul></nav>\n{sections}", language).encode())


def renew(folder: str | Path, language: str = "ar") -> Path | None:
    """Return the path of the page of a folder that has one, written anew, or None.

    It holds tables and descriptions of the figures: of those that were drawn before, if nobody renewed it.
    """
    return write(folder, language) if (Path(folder) / PAGE).is_file() else None


def page(body: str, language: str) -> str:
    """Return a whole page around its body."""
    title = SAID[language]["title"]
    direction = "rtl" if language == "ar" else "ltr"
    return f"""<!DOCTYPE html>
<html lang="{language}" dir="{direction}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{POLICY}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title>
<style>{STYLE}</style>
</head>
<body>
<h1>{title}</h1>
{body}
</body>
</html>
"""


def section(picture: Path, language: str) -> str:
    """Return the part of the page on one figure."""
    name = picture.stem
    title, caption = (html.escape(text) for text in facts(picture))
    drawn = link(f"{name}.svg" if picture.with_suffix(".svg").is_file() else picture.name)
    image = f'<a href="{drawn}"><img src="{link(picture.name)}" alt="{caption}" loading="lazy"></a>'
    return f"""<section id="{html.escape(name)}">
<h2>{title}</h2>
<figure>{image}
<figcaption>{caption}</figcaption></figure>
<p>{files(picture)}</p>
{folded(picture.with_suffix(".csv"), SAID[language]["table"], language)}
{folded(picture.with_name(name + EVIDENCE), SAID[language]["evidence"], language)}
</section>"""


def facts(picture: Path) -> tuple[str, str]:
    """Return title and description as they stand in the picture, or the file's name where they do not."""
    try:
        with Image.open(picture) as image:
            known = image.info  # `image.text` would read the pixels too, for texts behind them
    except OSError:  # no picture in spite of its name
        known = {}
    title = known.get("Title") or picture.stem
    return title, known.get("Description") or title


def files(picture: Path) -> str:
    """Return links to the files that the figure also comes in."""
    paths = [picture.with_suffix(ending) for ending in FILES]
    there = [path for path in paths if path.is_file()]
    return " · ".join(f'<a href="{link(path.name)}">{path.suffix[1:].upper()}</a>' for path in there)


def link(name: str) -> str:
    """Return a file's name as an address beside the page."""
    return html.escape(quote(name))


def folded(path: Path, heading: str, language: str) -> str:
    """Return the first rows of a CSV as a table that opens on a click, or nothing where there is no such file."""
    if not path.is_file():
        return ""
    try:
        table = pd.read_csv(path, dtype=str, keep_default_na=False, encoding="utf-8-sig")
    except ValueError:  # empty, or no table
        return ""
    names = captions.headed(table, language).columns
    more = SAID[language]["more"].format(shown=ROWS, all=len(table)) if len(table) > ROWS else ""
    body = "\n".join(f"<tr>{cells(row, 'td')}</tr>" for row in table.head(ROWS).to_numpy())
    return f"""<details><summary>{heading}</summary>
<div class="table"><table><caption>{more}</caption>
<thead><tr>{cells(names, "th")}</tr></thead>
<tbody>{body}</tbody></table></div></details>"""


def cells(row, kind: str) -> str:
    """Return a row's cells, escaped, each in the direction of its own text."""
    return "".join(f'<{kind}><bdi dir="auto">{html.escape(str(cell))}</bdi></{kind}>' for cell in row)
