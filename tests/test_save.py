"""Saved files are whole, the same each time, say where they come from, and their Arabic is found."""

import csv
import io
import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pandas as pd
import pikepdf
import pytest
from IPython.core.formatters import DisplayFormatter
from matplotlib.text import Text
from PIL import Image

from analysis import charts, mistakes
from analysis.charts import fonts

ENDINGS = ("png", "svg", "pdf", "csv", "txt")
WORDS = {"title": "من يُذكر أكثر من غيره؟", "subtitle": "عدد المرات", "note": "المصدر: 5 مقالات، 2021–2023."}
TABLE = pd.DataFrame({"name": ["العراق", "إيران", "حلف NATO"], "n": [1234, 617, 3], "group": ["أ", "ب", "أ"]})
ORIGIN = {"articles": "sha256:4f2a", "parameters": {"top": 20, "المقالات": "../seeds"}, "date": "2021-07-26"}
#: Names as they stand in figures: ligatures, vowel signs, numbers, Latin words, brackets, signs.
NAMES = [
    *("الولايات المتحدة", "القوات الأميركية", "لا تزال", "الآن", "الاتفاق", "الإعلان", "لله", "آفا توداي"),
    *("رئيس الوزراء، العراق", "تنظيم الدولة (داعش)", "002 (بلا مصدر)", "23 تموز 2021", "F-16 فوق العراق"),
    *("القوّات العراقيّة", "مُحَمَّدٌ", "جارٍ", "قال: نعم؛ فارغة: لا", "حلف NATO يعلن", "بعد ٢٥٠٠ جندي"),
    *(
        "انسحاب 12.5%",
        "كلفة 5$ أو 10$",
        "مقالات، 2021–2023.",
        "المصاحبة (logDice) في جوار",
        "ألف/باء",
        "«داعش» والعراق",
    ),
    *("بعثة الأمم المتحدة لمساعدة العراق (يونامي) وغيرها من المنظمات", "1. أولا", "صاروخ كاتيوشا 107 ملم"),
]
FOUND = 0.98  # of all names that a figure shows, as printed
BLIND = pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext (poppler-utils) is not installed")
MARKS = dict.fromkeys(map(ord, "\u200e\u200f\u202a\u202b\u202c"))


def test_saved_files_are_what_they_say(tmp_path):
    figure = charts.bars(TABLE, value="n", label="name", **WORDS)
    paths = charts.save(figure, "02_bars", TABLE, tmp_path)
    assert [path.name for path in paths] == [f"02_bars.{ending}" for ending in ENDINGS]
    assert sorted(tmp_path.iterdir()) == sorted(paths)
    png, svg, pdf, table, told = paths
    assert ((image := Image.open(png)).width, image.text["Title"]) == (1889, WORDS["title"])
    root = ElementTree.parse(svg).getroot()
    space = "{http://www.w3.org/2000/svg}"
    assert root.find(f"{space}title").text == WORDS["title"]
    assert "العراق" in root.find(f"{space}desc").text
    assert pdf.read_bytes().startswith(b"%PDF-")
    assert table.read_bytes().startswith(b"\xef\xbb\xbf")
    assert told.read_text(encoding="utf-8") == f"{figure.description}\n"


def test_two_runs_give_the_same_bytes(tmp_path):
    script = (
        "import sys, pandas as pd; from analysis import charts\n"
        "t = pd.DataFrame({'a': ['العراق', 'إيران'], 'n': [2, 1]})\n"
        "charts.save(charts.bars(t, value='n', label='a', title='من؟'), 'x', t, sys.argv[1])\n"
    )
    for name in ("one", "other"):
        subprocess.run([sys.executable, "-W", "error", "-c", script, str(tmp_path / name)], check=True)
    for ending in ENDINGS:
        one, other = ((tmp_path / name / f"x.{ending}").read_bytes() for name in ("one", "other"))
        assert one == other, ending


def test_showing_a_figure_does_not_change_its_files(tmp_path):
    table = TABLE
    shown, unseen = (charts.heat(table, row="name", column="group", value="n", **WORDS) for _ in range(2))
    DisplayFormatter().format(shown)
    for name, figure in (("shown", shown), ("unseen", unseen)):
        charts.save(figure, name, table, tmp_path)
    for ending in ("svg", "pdf"):
        assert (tmp_path / f"shown.{ending}").read_bytes() == (tmp_path / f"unseen.{ending}").read_bytes()


def test_csv_holds_no_formula(tmp_path):
    cells = ["=SUM(A1)", "+1", "-x", "@a", "\tx", "  =1", "العراق", "قال - ثم"]
    table = pd.DataFrame({"=name": cells, "n": [-1.5] * len(cells)})
    path = charts.save(charts.bars(table, value="n", label="=name", title="؟"), "x", table, tmp_path)[3]
    lines = list(csv.reader(io.StringIO(path.read_text("utf-8-sig"))))
    assert lines[0] == ["'=name", "n"]
    assert [line[0] for line in lines[1:]] == [f"'{cell}" for cell in cells[:6]] + cells[6:]
    assert {line[1] for line in lines[1:]} == {"-1.5"}


@pytest.mark.parametrize("name", ["../x", "a/b", "", ".."])
def test_name_is_no_path(name, tmp_path):
    with pytest.raises(ValueError, match="plain file name"):
        charts.save(charts.bars(TABLE, value="n", label="name", title="؟"), name, TABLE, tmp_path)


def test_where_a_figure_comes_from_is_told_in_its_files(tmp_path):
    figure = charts.bars(TABLE, value="n", label="name", **WORDS)
    png, svg, pdf, *_, told = charts.save(figure, "one", TABLE, tmp_path, ORIGIN)
    assert (told.name, json.loads(told.read_text(encoding="utf-8"))) == ("one.json", ORIGIN)
    assert json.loads(Image.open(png).text["Provenance"]) == ORIGIN
    source = ElementTree.parse(svg).getroot().find(".//{http://purl.org/dc/elements/1.1/}source")
    assert json.loads(source.text) == ORIGIN
    with pikepdf.open(pdf) as document:
        assert json.loads(str(document.docinfo["/Provenance"])) == ORIGIN
        assert (str(document.docinfo["/Title"]), str(document.Root.Lang)) == (WORDS["title"], "ar")


def test_tables_and_texts_tell_where_they_come_from(tmp_path):
    table, of_table = charts.save_table("04_plover", TABLE, tmp_path, ORIGIN)
    text, of_text = charts.save_text("03_pairs.graphml", "<graphml/>", tmp_path, ORIGIN)
    assert (of_table.name, of_text.name) == ("04_plover.json", "03_pairs.graphml.json")
    assert json.loads(of_table.read_text(encoding="utf-8")) == json.loads(of_text.read_text(encoding="utf-8")) == ORIGIN
    assert table.read_bytes().startswith(b"\xef\xbb\xbf") and text.read_text(encoding="utf-8") == "<graphml/>"
    with pytest.raises(ValueError, match="plain file name"):
        charts.save_table("../x", TABLE, tmp_path)


def test_fonts_of_a_pdf_are_embedded_as_type_42(tmp_path):
    path = charts.save(charts.bars(TABLE, value="n", label="name", **WORDS), "x", TABLE, tmp_path)[2]
    with pikepdf.open(path) as document:
        kinds = list(document.pages[0].Resources.Font.values())
        assert {str(font.Subtype) for font in kinds} == {"/Type0"}
        assert all("/FontFile2" in font.DescendantFonts[0].FontDescriptor for font in kinds)


@pytest.mark.skipif(not fonts.SHAPES, reason="below 3.11 only the fallback is used")
def test_part_of_the_font_draws_like_the_whole(tmp_path):
    with charts.style.style():
        widths = [fonts.width(charts.label(name), 9) for name in NAMES]
    whole = fonts.font_file("FiraGO-Regular.ttf", "figo")
    properties = fonts.font_manager.FontProperties(fname=whole, size=9)
    measure = fonts.text_to_path.get_text_width_height_descent
    assert widths == pytest.approx([measure(charts.label(name), properties, False)[0] / 72 for name in NAMES])


def found(path):
    """The text of a PDF as pdftotext finds it, without marks, on one line."""
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True).stdout.decode()
    return re.sub(r"\s+", " ", text.translate(MARKS))


def missing(figure, path):
    """The names with Arabic letters on a figure, and those of them that its PDF does not hold as printed."""
    path.write_bytes(charts.save(figure, "x", TABLE, path.parent)[2].read_bytes())
    shown = {re.sub(r"\s+", " ", text.get_text().translate(MARKS)).strip() for text in figure.findobj(Text)}
    shown = {text for text in shown if re.search("[\u0600-\u06ff]", text)}
    text = found(path)
    return len(shown), sorted(name for name in shown if name not in text)


@BLIND
@pytest.mark.skipif(not fonts.SHAPES, reason="below 3.11 labels are given in visual order, without marks")
def test_names_are_found_in_the_pdf_as_printed(tmp_path):
    table = pd.DataFrame({"name": NAMES, "n": range(1, len(NAMES) + 1), "group": ["نعم", "لا"] * (len(NAMES) // 2)})
    figures = [
        charts.bars(table, value="n", label="name", **WORDS),
        charts.stacked_bars(table, value="n", label="name", group="group", **WORDS),
        charts.panels(table, value="n", label="name", group="group", **WORDS),
        charts.heat(table, row="name", column="group", value="n", **WORDS),
        charts.cloud(table, value="n", label="name", **WORDS),
    ]
    counts, lost = zip(*(missing(figure, tmp_path / "found.pdf") for figure in figures), strict=True)
    assert sum(map(len, lost)) <= (1 - FOUND) * sum(counts), lost


@BLIND
def test_ligatures_are_found_in_the_pdf(tmp_path):
    table = pd.DataFrame({"name": NAMES[:8], "n": range(8)})
    path = charts.save(charts.bars(table, value="n", label="name", title="من يلاحق الأمر؟"), "x", table, tmp_path)[2]
    assert [name for name in [*NAMES[:8], "من يلاحق الأمر"] if name not in found(path)] == []


@BLIND
@pytest.mark.parametrize("name", [*NAMES, "عمّ تتحدث", "القوّات العراقيّة (المسلّحة)"])
def test_glyphs_stand_in_the_pdf_where_they_stand_in_the_picture(name, tmp_path):
    figure = charts.Chart(figsize=(6, 0.6))
    with charts.style.style():
        figure.text(0.98, 0.3, charts.label(name), fontsize=18, ha="right")
    path = charts.save(figure, "x", TABLE, tmp_path)[2]
    subprocess.run(["pdftoppm", "-r", "300", "-png", "-singlefile", path, tmp_path / "pdf"], check=True)
    one, other = (255.0 - np.asarray(Image.open(tmp_path / f"{file}.png").convert("L")) for file in ("pdf", "x"))
    assert np.corrcoef(smooth(one), smooth(other))[0, 1] > 0.97


def smooth(picture):
    """The ink of a picture from left to right, a hair's breadth blurred."""
    return np.convolve(picture.sum(axis=0), np.ones(9), "same")


def test_a_table_that_another_program_holds_is_told_with_what_to_do(tmp_path, monkeypatch):
    def held(part, path):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "replace", held)
    with pytest.raises(mistakes.HeldOpen, match=r"x\.csv cannot be written .*close the program that has x\.csv open"):
        charts.save_table("x", pd.DataFrame({"n": [1]}), tmp_path)
    assert list(tmp_path.iterdir()) == []
