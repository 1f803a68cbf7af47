"""The blocks of a report as a Word file: right to left in Arabic, with captions, descriptions and real tables."""

import datetime
import io
import zipfile
from functools import singledispatch

import docx
from docx.enum.table import WD_TABLE_DIRECTION
from docx.enum.text import WD_PARAGRAPH_ALIGNMENT as SIDE
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Pt, RGBColor

from analysis import provenance
from analysis.charts.save import AUTHOR
from analysis.report.blocks import Heading, Paragraph, Picture, Quotation, Sheet, is_right_to_left, whole

FONT = "Arial"  # on every system, with Arabic letters
WIDTH, HEIGHT, MARGIN = 16, 21, 2.5  # cm: the largest picture, and the margin of an A4 page
MANY = 8  # columns of a table
COLUMN = 24  # letters: a longer text of a table is wrapped
LETTER, PADDING = 0.021, 0.1  # cm: a letter of a table for each point of its size, and the room beside a cell's text
SMALL = 9  # points: tables, notes, and where a quotation comes from
SIZES = {"Normal": 11, "Title": 22, "Heading 1": 16, "Heading 2": 13, "Caption": 10}
#: The schema of Word files wants these in this order; Word calls a file broken that has another.
AFTER_SIZE = ("w:highlight", "w:u", "w:effect", "w:bdr", "w:shd", "w:fitText", "w:vertAlign", "w:rtl", "w:cs", "w:lang")
AFTER_BIDI = (
    "w:adjustRightInd",
    "w:snapToGrid",
    "w:spacing",
    "w:ind",
    "w:contextualSpacing",
    "w:jc",
    "w:outlineLvl",
    "w:rPr",
)


def document(blocks: list, title: str, language: str) -> bytes:
    """Return the report as a Word file."""
    made = docx.Document()
    prepare(made, title, language)
    for block in blocks:
        add(block, made, language)
    file = io.BytesIO()
    made.save(file)
    return settled(file.getvalue())


def prepare(made, title: str, language: str) -> None:
    """Set page, styles and properties of an empty document."""
    section = made.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin = section.right_margin = section.top_margin = section.bottom_margin = Cm(MARGIN)
    if language == "ar":
        section._sectPr.insert_element_before(OxmlElement("w:bidi"), "w:rtlGutter", "w:docGrid")
    for name, size in SIZES.items():
        style_of(made.styles[name], size)
    facts, day = made.core_properties, provenance.asked_day() or datetime.date.today()
    facts.title, facts.author, facts.language, facts.comments = title, AUTHOR, language, ""
    facts.created = facts.modified = datetime.datetime(day.year, day.month, day.day)
    page_number(section.footer.paragraphs[0])


def style_of(style, size: int) -> None:
    """Give a style our font, for Latin and for Arabic letters, in one size and colour."""
    style.font.name, style.font.size, style.font.color.rgb = FONT, Pt(size), RGBColor(0x1A, 0x1A, 0x1A)
    style.font.cs_bold = style.font.bold
    for spaced in style.element.get_or_add_rPr().findall(qn("w:spacing")):  # it would pull Arabic letters apart
        style.element.rPr.remove(spaced)
    sized(style.element.get_or_add_rPr(), size)
    fonts = style.element.rPr.rFonts
    for name in [name for name in fonts.attrib if name.endswith("Theme")]:
        del fonts.attrib[name]
    for script in ("w:ascii", "w:hAnsi", "w:cs", "w:eastAsia"):
        fonts.set(qn(script), FONT)


def sized(properties, size: float) -> None:
    """Set the size of Arabic letters, which Word keeps apart from that of Latin ones, in half points."""
    for old in properties.findall(qn("w:szCs")):
        properties.remove(old)
    made = OxmlElement("w:szCs")
    made.set(qn("w:val"), str(round(2 * size)))
    properties.insert_element_before(made, *AFTER_SIZE)


def page_number(paragraph) -> None:
    """Put the number of the page in the middle of a footer."""
    paragraph.alignment = SIDE.CENTER
    field = OxmlElement("w:fldSimple")
    field.set(qn("w:instr"), "PAGE")
    paragraph._p.append(field)


def write(paragraph, text: str, language: str, *, bold: bool = False, size: float | None = None) -> None:
    """Add text to a paragraph, and give both the direction of the text."""
    run = paragraph.add_run(text)
    if bold:
        run.font.bold = run.font.cs_bold = True
    if is_right_to_left(text, language):
        run.font.rtl = True
        turn(paragraph)
        run._r.get_or_add_rPr().append(language_of("ar-SA"))
    if size:
        run.font.size = Pt(size)
        sized(run._r.get_or_add_rPr(), size)


def turn(paragraph) -> None:
    """Let a paragraph run from right to left."""
    properties = paragraph._p.get_or_add_pPr()
    if properties.find(qn("w:bidi")) is None:
        properties.insert_element_before(OxmlElement("w:bidi"), *AFTER_BIDI)


def language_of(code: str):
    """Return the language of an Arabic run, for the spelling checker and for reading aloud."""
    made = OxmlElement("w:lang")
    made.set(qn("w:bidi"), code)
    return made


@singledispatch
def add(block, made, language: str) -> None:
    """Add a block to a document."""
    raise TypeError(f"a report has no {type(block).__name__}")


@add.register
def _(block: Heading, made, language: str) -> None:
    write(made.add_heading(level=block.level), block.text, language)


@add.register
def _(block: Paragraph, made, language: str) -> None:
    write(made.add_paragraph(), block.text, language, size=SMALL if block.small else None)


@add.register
def _(block: Picture, made, language: str) -> None:
    paragraph = made.add_paragraph()
    paragraph.alignment = SIDE.CENTER
    paragraph.paragraph_format.keep_with_next = True
    shape = paragraph.add_run().add_picture(str(block.path), width=Cm(WIDTH))
    if shape.height > Cm(HEIGHT):
        shape.width, shape.height = int(shape.width * Cm(HEIGHT) / shape.height), Cm(HEIGHT)
    shape._inline.docPr.set("descr", block.description)
    shape._inline.docPr.set("title", block.caption)
    caption = made.add_paragraph(style="Caption")
    write(caption, block.caption, language)
    if block.note:
        caption.paragraph_format.keep_with_next = True
        write(made.add_paragraph(), block.note, language, size=SMALL)


@add.register
def _(block: Sheet, made, language: str) -> None:
    caption = made.add_paragraph(style="Caption")
    caption.paragraph_format.keep_with_next = True
    write(caption, block.caption, language)
    if block.rows:
        grid(block, made, language)
    write(made.add_paragraph(), block.note, language, size=SMALL)


@add.register
def _(block: Quotation, made, language: str) -> None:
    paragraph = made.add_paragraph()
    paragraph.paragraph_format.left_indent = paragraph.paragraph_format.right_indent = Cm(0.6)
    for text, bold in ((block.before, False), (block.match, True), (block.after, False)):
        write(paragraph, text, "ar", bold=bold)
    if block.origin:
        write(paragraph, f" ({block.origin})", "ar", size=SMALL)


def grid(block: Sheet, made, language: str) -> None:
    """Add a real table: its first column on the right in Arabic, its head repeated on every page."""
    table = made.add_table(rows=0, cols=len(block.head), style="Light Shading")
    look = table._tbl.tblPr.find(qn("w:tblLook"))  # bold head, banded rows, no bold first column; twice, old and new
    look.set(qn("w:firstColumn"), "0")
    look.set(qn("w:val"), "0420")
    if language == "ar":
        table.table_direction = WD_TABLE_DIRECTION.RTL
    padded(table)
    rows = [block.head, *block.rows]
    wide = widths(rows)
    for number, texts in enumerate(rows):
        row = table.add_row()
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
        for cell, text, width in zip(row.cells, texts, wide, strict=True):
            cell.width = Cm(width)
            write_cell(cell.paragraphs[0], text, language, bold=number == 0, size=size(rows))
    for column, width in zip(table.columns, wide, strict=True):
        column.width = Cm(width)
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def widths(rows: list[list[str]]) -> list[float]:
    """Return how wide each column of a table is, in cm: no word is cut in two, long texts have what room is left."""
    head = [f"{text}." for text in rows[0]]  # it is bold
    columns = list(zip(head, *rows[1:], strict=True))
    words = [max(len(word) for text in column for word in (text.split() or [""])) for column in columns]
    longer = [min(max(map(len, column)), COLUMN) - word for column, word in zip(columns, words, strict=True)]
    least = [LETTER * size(rows) * word + 3 * PADDING for word in words]
    more = [max(each, 0) or 0.01 for each in longer]
    spare = max(WIDTH - sum(least), 0)
    wanted = [each + spare * part / sum(more) for each, part in zip(least, more, strict=True)]
    return [WIDTH * each / sum(wanted) for each in wanted]


def size(rows: list[list[str]]) -> float:
    """Return how large the letters of a table are, in points: smaller where it has many columns."""
    return SMALL if len(rows[0]) <= MANY else SMALL - 1.5


def write_cell(paragraph, text: str, language: str, *, bold: bool, size: float) -> None:
    """Write a text into a cell, at the side of the table's direction, but in its own: an id or a day is not turned."""
    arabic = is_right_to_left(text, "en")
    write(paragraph, text if arabic or language == "en" else whole(text), "en", bold=bold, size=size)
    paragraph.paragraph_format.space_after = Pt(2)
    if language == "ar":
        turn(paragraph)
    else:
        paragraph._p.get_or_add_pPr().remove_all("w:bidi")  # an Arabic name stands at the side of its column's head


def padded(table) -> None:
    """Leave little room at both sides of a table's cells: ten columns have to fit a page."""
    margins = OxmlElement("w:tblCellMar")
    for side in ("w:left", "w:right"):
        margin = OxmlElement(side)
        margin.set(qn("w:w"), str(Cm(PADDING).twips))
        margin.set(qn("w:type"), "dxa")
        margins.append(margin)
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def settled(content: bytes) -> bytes:
    """Return a Word file without the hour of its making, so that the same report is the same file."""
    file = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(zipfile.ZipInfo(name), old.read(name), zipfile.ZIP_DEFLATED)
    return file.getvalue()
