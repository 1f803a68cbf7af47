"""The page of all figures shows each with its table, and runs nothing that stood in an article."""

import os
from html.parser import HTMLParser

import pandas as pd
import pytest

from analysis import charts, gallery

HOSTILE = "--></script><script>alert(1)</script><img src=x onerror=alert(2)>\"'"
SIDES = {"alt", "class", "content", "dir", "href", "http-equiv", "id", "lang", "loading", "name", "src", "charset"}


class Page(HTMLParser):
    """The elements of a page, their attributes, and its text."""

    def __init__(self, path):
        super().__init__()
        self.tags, self.sides, self.text = [], [], ""
        self.feed(path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag, attrs):
        self.tags.append(tag)
        self.sides += attrs

    def handle_data(self, data):
        self.text += data


def filled(folder, name="01_who", text="العراق", rows=3):
    table = pd.DataFrame({"term": [f"{text} {place}" for place in range(rows)], "n": range(rows, 0, -1)})
    charts.save(charts.bars(table, value="n", label="term", title=f"من؟ {text}"), name, table, folder)
    return folder


@pytest.mark.parametrize(("language", "direction"), [("ar", "rtl"), ("en", "ltr")])
def test_figure_with_its_files_and_table(tmp_path, language, direction):
    page = Page(gallery.write(filled(tmp_path), language))
    assert {("dir", direction), ("lang", language), ("src", "01_who.png"), ("href", "01_who.svg")} <= set(page.sides)
    assert {("href", "01_who.pdf"), ("href", "01_who.csv")} <= set(page.sides)
    assert "من؟ العراق" in page.text
    assert page.tags.count("tr") == 4


def test_evidence_stands_below_its_figure(tmp_path):
    pd.DataFrame({"sentence": ["قال إنه سينسحب"]}).to_csv(filled(tmp_path) / "01_who.evidence.csv", index=False)
    assert "قال إنه سينسحب" in Page(gallery.write(tmp_path)).text


def test_long_table_is_cut_and_says_so(tmp_path):
    page = Page(gallery.write(filled(tmp_path, rows=45)))
    assert page.tags.count("tr") == gallery.ROWS + 1
    assert "أول 30 صفًّا من 45" in page.text


def test_hostile_text_and_names_stay_text(tmp_path):
    filled(tmp_path, "x' onerror='alert(1)", HOSTILE)
    if os.name == "posix":  # Windows has no such names
        filled(tmp_path, '"><script>', HOSTILE)
    pd.DataFrame({HOSTILE: [HOSTILE]}).to_csv(tmp_path / "x' onerror='alert(1).evidence.csv", index=False)
    page = Page(gallery.write(tmp_path))
    assert "script" not in page.tags
    assert {name for name, _ in page.sides} <= SIDES
    assert not any((value or "").startswith("javascript") for _, value in page.sides)
    assert "alert(1)" in page.text


def test_same_folder_gives_the_same_page(tmp_path):
    one = gallery.write(filled(tmp_path)).read_bytes()
    assert gallery.write(tmp_path).read_bytes() == one


def test_a_page_that_is_there_is_renewed_with_its_figures(tmp_path):
    assert gallery.renew(filled(tmp_path)) is None and not (tmp_path / "index.html").exists()
    gallery.write(tmp_path)
    page = Page(gallery.renew(filled(tmp_path, text="إيران")))
    assert "إيران 0" in page.text and "العراق" not in page.text + str(page.sides)


def test_empty_folder_and_broken_files(tmp_path):
    assert "img" not in Page(gallery.write(tmp_path)).tags
    (tmp_path / "broken.png").write_bytes(b"no picture")
    (tmp_path / "broken.csv").write_bytes(b"")
    assert "broken" in Page(gallery.write(tmp_path)).text
