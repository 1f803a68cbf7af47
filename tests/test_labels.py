"""Labels read right: compared, as pictures, with letters set one by one from left to right."""

import csv
from pathlib import Path

import matplotlib
import numpy as np
import pytest
from arabic_reshaper import ArabicReshaper
from hypothesis import given
from hypothesis import strategies as st
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.figure import Figure
from PIL import Image, ImageDraw, ImageFilter, ImageFont

from analysis import charts
from analysis.charts import fonts, labels

CASES = list(csv.DictReader((Path(__file__).parent / "cases" / "labels.csv").read_text("utf-8").splitlines()))
FONT = Path(matplotlib.get_data_path()) / "fonts" / "ttf" / "DejaVuSans.ttf"
MIRRORED = str.maketrans("()[]{}«»", ")(][}{»«")
RESHAPER = ArabicReshaper({"delete_harakat": False})
SAME = 0.8  # the correlation of two pictures from which on they show the same word


def picture(shown):
    """The ink of a finished label as Matplotlib draws it."""
    with matplotlib.rc_context({"text.parse_math": False, "font.family": ["DejaVu Sans"]}):
        figure = Figure(figsize=(8, 1), dpi=100)
        canvas = FigureCanvasAgg(figure)
        figure.text(0.02, 0.4, shown, fontsize=30)
        canvas.draw()
    return scaled(255 - np.asarray(canvas.buffer_rgba())[..., 0])


def reference(visual):
    """The ink of words set from left to right by Pillow, which here shapes and orders nothing."""
    font = ImageFont.truetype(str(FONT), 42, layout_engine=ImageFont.Layout.BASIC)
    image = Image.new("L", (1200, 120), 0)
    ImageDraw.Draw(image).text((20, 20), " ".join(map(glyphs, visual.split("|"))), fill=255, font=font)
    return scaled(np.asarray(image))


def glyphs(word):
    """A word as the forms of its letters from left to right."""
    arabic = any("\N{ARABIC LETTER HAMZA}" <= letter <= "\N{ARABIC LETTER YEH BARREE}" for letter in word)
    digits = word.strip("٠١٢٣٤٥٦٧٨٩") == ""
    return RESHAPER.reshape(word)[::-1].translate(MIRRORED) if arabic and not digits else word


def scaled(ink):
    rows, columns = np.flatnonzero(ink.max(axis=1) > 60), np.flatnonzero(ink.max(axis=0) > 60)
    cut = ink[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]
    return np.asarray(Image.fromarray(cut).resize((40 * cut.shape[1] // cut.shape[0], 40)), dtype=float)


def likeness(one, other):
    """How alike two pictures are: 1 the same; words of quite another width are not alike at all."""
    if abs(one.shape[1] / other.shape[1] - 1) > 0.15:
        return 0.0
    blur = ImageFilter.GaussianBlur(3)  # Matplotlib 3.10 kerns, Pillow does not: letters lie a little aside
    one, other = (np.asarray(Image.fromarray(ink).resize((400, 40)).convert("L").filter(blur)) for ink in (one, other))
    return np.corrcoef(one.ravel(), other.ravel())[0, 1]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_reads_as_it_is_written(case):
    shown = charts.label(case["text"], case["language"])
    assert likeness(picture(shown), reference(case["visual"])) > SAME


@pytest.mark.parametrize("case", CASES[:10], ids=lambda case: case["case"])
def test_reversed_label_is_noticed(case):
    word, right = case["text"], reference(case["visual"])
    assert likeness(picture(charts.label(word)), right) > SAME
    assert likeness(picture(charts.label(word)[::-1]), right) < SAME


@pytest.mark.parametrize("word", ["العراق", "الولايات المتحدة"])
def test_recipe_of_the_other_version_is_noticed(word, monkeypatch):
    right = picture(charts.label(word))
    monkeypatch.setattr(fonts, "SHAPES", not fonts.SHAPES)
    assert likeness(picture(charts.label(word)), right) < SAME


@pytest.mark.skipif(not fonts.SHAPES, reason="below 3.11 the letters are given in visual order")
@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_marks_for_readers_of_a_pdf_change_nothing_to_the_eye(case, monkeypatch):
    marked = picture(charts.label(case["text"], case["language"]))
    monkeypatch.setattr(labels, "parted", lambda line, base: line)
    assert np.array_equal(marked, picture(charts.label(case["text"], case["language"])))


def test_lines_are_labelled_each_for_itself():
    assert charts.label("سطر أول\r\nسطر (ثانٍ)").split("\n") == [
        charts.label("سطر أول"),
        charts.label("سطر (ثانٍ)"),
    ]


@pytest.mark.skipif(not fonts.SHAPES, reason="below 3.11 the letters are given in visual order")
def test_logical_text_behind_a_mark():
    assert charts.label("العراق") == "\N{RIGHT-TO-LEFT MARK}العراق"


@pytest.mark.parametrize(
    "text",
    [
        "العراق\x00\x07\x1b",
        "\N{RIGHT-TO-LEFT OVERRIDE}العراق",
        "\ud800العراق",
        "\N{ZERO WIDTH SPACE}العراق\N{BYTE ORDER MARK}",
        "  العراق \t ",
    ],
)
def test_what_is_not_to_be_seen_is_gone(text):
    assert charts.label(text) == charts.label("العراق")


def test_letter_that_no_font_has_shows_as_a_box():
    assert labels.clean("中国 والعراق") == "\N{WHITE SQUARE}\N{WHITE SQUARE} والعراق"


def test_missing_text_is_empty():
    assert [charts.label(text) for text in (None, float("nan"), "")] == ["", "", ""]


def test_text_without_end_is_cut():
    assert len(charts.label("ب" * 70_000)) <= labels.LONGEST + 1


@given(st.text(max_size=80))
def test_any_text_can_be_drawn(text):
    shown = charts.label(text)
    assert not any(ord(character) < 32 and character != "\n" for character in shown)
    assert not any("\ud800" <= character <= "\udfff" for character in shown)
    fonts.width(shown, 9)  # a missing glyph would warn, and warnings are errors


def test_wrap_keeps_words_whole():
    assert charts.wrap("قوات التحالف الدولي في العراق", 13) == "قوات التحالف\nالدولي في\nالعراق"


def test_wrap_cuts_a_word_wider_than_a_line():
    assert charts.wrap("https://example.com/a", 10) == "https://ex\nample.com/\na"


def test_wrap_says_that_more_followed():
    assert charts.wrap("واحد اثنان ثلاثة أربعة", 11, most=1) == "واحد اثنان…"


@pytest.mark.parametrize(
    ("value", "numerals", "places", "expected"),
    [
        (1234567, "western", 0, "1,234,567"),
        (-12.5, "western", 1, "\N{MINUS SIGN}12.5"),
        (1234.5, "arabic", 1, "١٬٢٣٤٫٥"),
        (float("nan"), "western", 0, "\N{EN DASH}"),
        (float("-inf"), "western", 2, "\N{MINUS SIGN}\N{INFINITY}"),
        (-0.001, "western", 2, "0.00"),
        (np.int64(1200), "western", 0, "1,200"),
    ],
)
def test_numbers(value, numerals, places, expected):
    assert labels.number(value, numerals, places) == expected


@pytest.mark.parametrize(
    ("values", "places"),
    [
        ([1, 2000], 0), ([1.5, 25.0], 1), ([1.5, 9.0], 2), ([0.0012, 0.0049], 4), ([0.0134, 0.0121], 3),
        ([0.0, float("nan"), 0.5], 2), ([float("inf"), 0.25], 2), ([float("inf"), 3.0], 0), ([1e-300], 9), ([], 0),
    ],
)  # fmt: skip
def test_decimals_tell_values_apart(values, places):
    assert labels.places(values) == places


def test_digits_of_prose():
    assert labels.digits("2,082 كلمة، 12.5%، 2021–2023.", "arabic") == "٢٬٠٨٢ كلمة، ١٢٫٥٪، ٢٠٢١–٢٠٢٣."
