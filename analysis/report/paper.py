"""The blocks of a report as PDF, set by Typst: it shapes and orders Arabic and needs no library of the system."""

import io
import json
import re
import shutil
import tempfile
from pathlib import Path

import matplotlib
import pikepdf
import typst

from analysis.charts import fonts
from analysis.charts.save import AUTHOR
from analysis.report.blocks import Picture, Sheet, is_right_to_left, plain

#: Texts come from a JSON file and are never read as markup, whatever an article holds.
TEMPLATE = """#let report = json("report.json")
#let (start, end) = if report.language == "ar" { (rtl, right) } else { (ltr, left) }
#set document(title: report.title, author: report.author, date: none)
#set page(paper: "a4", margin: 2.5cm, numbering: "1")
#set text(lang: report.language, dir: start, font: ("FiraGO", "DejaVu Sans"), size: 10.5pt, fill: rgb("#1a1a1a"))
#set par(leading: 0.85em, spacing: 1.2em)
#set table(stroke: (rest: none, bottom: 0.5pt + rgb("#bbbbbb")), inset: (x: 5pt, y: 5pt), align: end + top)
#show table.cell: set text(size: 8.5pt)
#show table.cell: set par(leading: 0.6em)
#show table.cell.where(y: 0): set text(weight: "bold")
#show regex("\\d{4}-\\d{2}-\\d{2}"): box
#show heading: set block(above: 1.6em, below: 1em)
#show figure.where(kind: table): set block(breakable: true)
#let small(body) = text(size: 8.5pt, fill: rgb("#595959"), body)
#let lead(body) = block(above: 1.6em, below: 0.8em, sticky: true, strong(body))
#let fitting(file, told) = layout(size => {
  let whole = image(file, alt: told, width: 100%)
  if measure(block(width: size.width, whole)).height <= 20cm { whole } else { image(file, alt: told, height: 20cm) }
})
#let own(each) = text(dir: if each.rtl { rtl } else { ltr }, each.text)
#for block-of in report.blocks {
  if block-of.kind == "Heading" {
    if block-of.level == 0 { title(block-of.text) } else { heading(level: block-of.level, block-of.text) }
  } else if block-of.kind == "Paragraph" {
    if block-of.small { par(small(block-of.text)) } else { par(block-of.text) }
  } else if block-of.kind == "Picture" {
    block(breakable: false, width: 100%, above: 1.6em, {
      align(center, fitting(block-of.file, block-of.description))
      strong(block-of.caption)
      if block-of.note != "" { par(small(block-of.note)) }
    })
  } else if block-of.kind == "Sheet" {
    lead(block-of.caption)
    if block-of.rows.len() > 0 {
      table(columns: block-of.head.len(), table.header(..block-of.head), ..block-of.rows.flatten().map(own))
    }
    if block-of.note != "" { par(small(block-of.note)) }
  } else {
    set text(lang: "ar", dir: rtl)
    set align(right)
    block(inset: (x: 1em), stroke: (right: 1.5pt + rgb("#bbbbbb")), width: 100%, {
      block-of.before; highlight(fill: rgb("#fff3a3"), block-of.match); block-of.after
      if block-of.origin != "" { small(" (" + block-of.origin + ")") }
    })
  }
}
"""
#: A line of Typst's letter lists with several letters behind one glyph; those of the figures have no such lines.
LIGATURE = re.compile(rb"^(<[0-9A-F]{4}> <)([0-9A-F]{8,})>$", re.MULTILINE)
ARABIC = re.compile("[\u0600-\u06ff]{2,}")


def document(blocks: list, title: str, language: str) -> bytes:
    """Return the report as PDF, tagged for readers who listen to it; the same blocks give the same bytes."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        facts = [described(block, language, folder) for block in blocks]
        report = {"title": plain(title), "author": AUTHOR, "language": language, "blocks": facts}
        (folder / "report.json").write_text(json.dumps(report), encoding="utf-8")
        (folder / "report.typ").write_text(TEMPLATE, encoding="utf-8")
        made = typst.compile(str(folder / "report.typ"), root=name, font_paths=typefaces(), format="pdf", timestamp=0)
    return findable(made)


def described(block, language: str, folder: Path) -> dict:
    """Return a block as the template reads it, its picture copied into the folder."""
    facts = {"kind": type(block).__name__, **block._asdict()}
    if isinstance(block, Picture):
        drawn = block.path.with_suffix(".pdf")  # lines and letters rather than dots, where there is one
        source = drawn if drawn.is_file() else block.path
        facts |= {"path": "", "file": shutil.copy(source, folder / source.name).name}
    if isinstance(block, Sheet):
        cells = [[{"text": text, "rtl": is_right_to_left(text, "en")} for text in row] for row in block.rows]
        facts |= {"rows": cells}
    return facts


def typefaces() -> typst.Fonts:
    """Return the fonts of the figures, and none of the system's, so that a report looks the same everywhere."""
    folders = {fonts.font_file(name, code).parent for name, code in fonts.FIRAGO.items()}
    own = Path(matplotlib.get_data_path()) / "fonts" / "ttf"
    places = [str(folder) for folder in (*folders, own)]
    return typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=places)


def findable(made: bytes) -> bytes:
    """Return the PDF with the letters of its ligatures in the order in which readers turn them round."""
    with pikepdf.open(io.BytesIO(made)) as pdf:
        for font in pdf.objects:
            if isinstance(font, pikepdf.Dictionary) and "/ToUnicode" in font:
                font.ToUnicode.write(LIGATURE.sub(turned, font.ToUnicode.read_bytes()))
        file = io.BytesIO()
        pdf.save(file, deterministic_id=True)
    return file.getvalue()


def turned(entry: re.Match) -> bytes:
    """Return the entry of a ligature with its letters the other way round, if they are Arabic."""
    letters = bytes.fromhex(entry[2].decode()).decode("utf-16-be", "replace")
    if not ARABIC.fullmatch(letters):
        return entry[0]
    return entry[1] + letters[::-1].encode("utf-16-be").hex().upper().encode() + b">"
