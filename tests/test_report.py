"""Reports in Word, as a web page and as PDF; what is new since the last run."""

import io
import re
import zipfile
from pathlib import Path

import docx
import pandas as pd
import pikepdf
import pypdf
import pytest
from docx.oxml.ns import qn

from analysis import actors, captions, charts, context, events, load, mistakes, report, terms
from analysis.report import content, paper, word
from analysis.report.blocks import Heading, Paragraph, Quotation, Sheet

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)> #let x = 1 *b* $a$ \x07\x00\u202e"


@pytest.fixture(scope="module")
def articles():
    """Return the articles of the seeds, one with a hostile title."""
    read = captions.outlets(load.articles("seeds"))
    return read.assign(title=[HOSTILE, *read["title"][1:]])


@pytest.fixture(scope="module")
def now(articles):
    """Return the whole tables of a run."""
    mentions = actors.mentions(articles)
    found = events.find(articles, mentions)
    counts = terms.count(terms.tokens(articles))
    return {"articles": articles, "terms": counts, "actors": actors.count(mentions), "events": found}


@pytest.fixture(scope="module")
def folder(articles, now, tmp_path_factory):
    """Return a folder with one figure and a report in Arabic, and one in English inside it."""
    place = tmp_path_factory.mktemp("report")
    top = terms.content(now["terms"]).head(10)
    quotes = context.quotes(now["events"].head(3), articles)
    tables = {
        "terms": top,
        "actors": now["actors"].head(5),
        HOSTILE: pd.DataFrame({HOSTILE: [HOSTILE]}),
        "quotes": quotes,
    }
    for language, where in (("ar", place), ("en", place / "en")):
        figure = charts.bars(top, value="n", label="term", **captions.of("02_top_terms", articles, language))
        charts.save(figure, "02_top_terms", top, where)
        report.write(where, report.Parts(["02_top_terms"], tables), articles=articles, language=language)
    return place


def test_three_files_are_written(folder):
    assert {path.name for path in folder.glob("report.*")} == {"report.docx", "report.html", "report.pdf"}


def test_a_word_report_runs_from_right_to_left(folder):
    made = docx.Document(folder / "report.docx")
    written = [paragraph for paragraph in made.paragraphs if paragraph.text.strip()]
    assert all(each._p.pPr.find(qn("w:bidi")) is not None for each in written)
    assert all(run.font.rtl for each in written for run in each.runs if run.text.strip())
    assert made.tables and all(each._tbl.tblPr.find(qn("w:bidiVisual")) is not None for each in made.tables)
    assert made.core_properties.language == "ar"


def test_an_english_report_runs_from_left_to_right_but_for_what_is_arabic(folder):
    made = docx.Document(folder / "en" / "report.docx")
    headings = [each for each in made.paragraphs if each.style.name.startswith("Heading")]
    assert headings and all(each._p.pPr.find(qn("w:bidi")) is None for each in headings)
    assert any(run.font.rtl for each in made.paragraphs for run in each.runs)
    assert all(each._tbl.tblPr.find(qn("w:bidiVisual")) is None for each in made.tables)


def test_pictures_have_captions_and_words_that_stand_for_them(folder):
    made = docx.Document(folder / "report.docx")
    pictures = made.element.body.findall(f".//{qn('wp:docPr')}")
    assert len(pictures) == 1 and "عدد الصفوف: 10" in pictures[0].get("descr")
    assert [each.text for each in made.paragraphs if each.text.startswith("الشكل 1. ")]
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert re.search(r'<img alt="[^"]*عدد الصفوف: 10', page) and "<figcaption>الشكل 1. " in page
    with pikepdf.open(folder / "report.pdf") as pdf:
        told = [str(each.Alt) for each in pdf.objects if isinstance(each, pikepdf.Dictionary) and "/Alt" in each]
        assert any("عدد الصفوف" in each for each in told) and str(pdf.Root.Lang) == "ar"


def test_the_parts_of_a_word_file_stand_in_the_order_of_its_schema(folder):
    order = ["pStyle", "keepNext", "bidi", "spacing", "ind", "jc"]
    for paragraph in docx.Document(folder / "report.docx").element.body.iter(qn("w:pPr")):
        names = [child.tag.split("}")[1] for child in paragraph]
        places = [order.index(name) for name in names if name in order]
        assert places == sorted(places), names


def test_nothing_of_an_article_runs_in_the_page(folder):
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert "<script" not in page and "<img src=x" not in page and "&lt;script&gt;" in page
    assert "default-src 'none'" in page and "http" not in page.replace("http-equiv", "")
    assert "\u202e" not in page and "\x07" not in page


def test_markup_in_an_article_is_text_in_the_pdf(folder):
    text = "".join(page.extract_text() for page in pypdf.PdfReader(folder / "report.pdf").pages)
    assert "#let x = 1" in text and "*b*" in text


def test_letters_of_a_ligature_are_found_in_their_order():
    # A reader takes the glyphs from left to right and turns the line round: two letters of one glyph stand reversed.
    made = paper.document([Heading("تقرير", 0), Paragraph("الانسحاب")], "تقرير", "ar")
    with pikepdf.open(io.BytesIO(made)) as pdf:
        lists = [
            each.ToUnicode.read_bytes()
            for each in pdf.objects
            if isinstance(each, pikepdf.Dictionary) and "/ToUnicode" in each
        ]
    assert any(b"<06270644>" in each for each in lists) and not any(b"<06440627>" in each for each in lists)


def test_the_same_report_is_the_same_file(folder, articles, tmp_path, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1678147200")
    blocks = [*content.opening(articles, "تقرير", "ar"), *content.appendix(articles, {}, "ar")]
    made = [
        [make(blocks, "تقرير", "ar") for make in (report.word.document, report.page.document, paper.document)]
        for _ in "12"
    ]
    assert made[0] == made[1]
    assert "2023-03-07" in made[0][1].decode()


def test_a_word_that_is_cut_in_two_keeps_the_shape_of_its_letters():
    assert content.joined("ال", "غزو") == ("ال\u200d", "\u200dغزو")
    assert content.joined("دار", "نا") == ("دار", "نا")
    assert content.joined("في ", "بغداد") == ("في ", "بغداد")


def test_a_figure_that_is_not_there_is_named_with_those_that_are(folder, articles):
    with pytest.raises(mistakes.NoSuchPlace, match=r"no figure 09_nothing.*02_top_terms\.$"):
        report.write(folder, report.Parts(["09_nothing"], {}), articles=articles, language="en")


def test_a_name_that_is_misspelt_or_a_table_is_told(tmp_path):
    for name in ("02_top_terms.png", "02_top_terms.csv", "04_differences.csv"):
        (tmp_path / name).touch()
    told = content.told_missing(tmp_path, ["02_top_term", "04_differences"], "en")
    assert "Did you mean 02_top_terms?" in told and "04_differences is a table" in told
    assert "هل تقصد 02_top_terms؟" in content.told_missing(tmp_path, ["02_top_term"], "ar")


def test_a_report_can_be_empty(tmp_path, articles):
    parts = report.Parts([], {"events": pd.DataFrame({"trigger": []})})
    written = report.write(tmp_path, parts, articles=articles.head(0))
    assert all(path.stat().st_size > 1000 for path in written)
    assert "لا صفوف" in (tmp_path / "report.html").read_text(encoding="utf-8")


def test_a_table_has_its_own_note_behind_how_it_is_read():
    frame = pd.DataFrame({"type": ["ASSAULT"]})
    frame.attrs["note"] = "Source: 3 articles."
    _, made = content.sheets({"events": frame}, "en")
    assert made.note.startswith("Each event has one row") and made.note.endswith("number. Source: 3 articles.")


def test_codes_and_columns_are_in_words():
    shown = content.sheet(pd.DataFrame({"type": ["ASSAULT", None], "articles": [1200, 3]}), "x", "ar")
    assert shown == Sheet("x", ["نوع الحدث", "عدد المقالات"], [["هجوم", "1,200"], ["", "3"]], "")


def test_a_quotation_says_where_it_comes_from_and_its_date_is_not_turned_round():
    row = pd.DataFrame(
        [
            {
                "before": "وصل ",
                "match": "الوزير",
                "after": " أمس",
                "source": "العربي",
                "published": pd.Timestamp("2023-03-07"),
            }
        ]
    )
    told = content.quotation(next(row.itertuples()))
    assert told == Quotation("وصل ", "الوزير", " أمس", "العربي،\u200f \u200e2023-03-07")


def test_columns_of_a_word_table_fill_the_page_and_cut_no_word():
    rows = [["الرقم", "المستهدف", "التاريخ"], ["1", "الولايات المتحدة الأميركية وحلفاؤها", "2023-08-07 / 2023-08-08"]]
    number, target, date = word.widths(rows)
    assert number + target + date == pytest.approx(word.WIDTH)
    letter = word.LETTER * word.SMALL
    assert target > date > len("2023-08-07") * letter and number > len("الرقم") * letter
    assert word.widths([["x"]]) == [pytest.approx(word.WIDTH)]


def test_an_id_keeps_its_order_in_an_arabic_table(folder):
    cells = [cell for table in docx.Document(folder / "report.docx").tables for row in table.rows for cell in row.cells]
    ids = [cell.paragraphs[0] for cell in cells if cell.text.endswith("000_40a10f744da1c104")]
    assert ids and ids[0].text.startswith("\u200e") and not ids[0].runs[0].font.rtl
    assert ids[0]._p.pPr.find(qn("w:bidi")) is not None


def test_an_arabic_word_in_an_english_table_stands_under_its_heading(folder):
    made = docx.Document(folder / "en" / "report.docx")
    cells = [cell.paragraphs[0] for table in made.tables for row in table.rows for cell in row.cells]
    arabic = [each for each in cells if each.text == "العراق"]
    assert arabic and all(each.runs[0].font.rtl and each._p.pPr.find(qn("w:bidi")) is None for each in arabic)


def test_a_figure_says_in_which_file_its_numbers_stand(folder):
    page = (folder / "report.html").read_text(encoding="utf-8")
    assert '<p class="small">الأعداد: \u200e02_top_terms.csv.</p>' in page
    assert "الأعداد كلها من هذه المقالات وحدها." in page


def test_a_quotation_bears_the_number_of_its_event():
    row = pd.DataFrame(
        [{"before": "", "match": "زار", "after": "", "source": "العربي", "published": None, "number": 3}]
    )
    assert content.quotation(next(row.itertuples())).origin == "الحدث 3،\u200f العربي"


def test_a_word_file_is_a_whole_archive(folder):
    with zipfile.ZipFile(folder / "report.docx") as archive:
        assert archive.testzip() is None and archive.namelist()[0] == "[Content_Types].xml"


# What is new


def test_at_the_first_run_nothing_is_new(tmp_path, now):
    assert report.changes(tmp_path, now).empty


def test_without_a_change_nothing_is_new(tmp_path, now):
    report.keep(tmp_path, now)
    assert report.changes(tmp_path, now).empty


def test_what_is_new_gone_more_and_fewer(tmp_path, now):
    report.keep(tmp_path, now)
    counts, article = now["terms"], now["articles"].iloc[[0]]
    later = {
        "articles": pd.concat([now["articles"].iloc[1:], article.assign(article_id="=new", title="خبر جديد")]),
        "terms": counts.iloc[1:].assign(n=[counts["n"].iloc[1] + 5, *counts["n"].iloc[2:]]),
        "actors": now["actors"],
        "events": now["events"].iloc[1:],
    }
    found = report.changes(tmp_path, later)
    assert list(zip(found["table"], found["change"], strict=True)) == [
        ("articles", "new"), ("articles", "gone"), ("terms", "gone"), ("terms", "more"), ("events", "gone"),
    ]  # fmt: skip
    more = found[found["change"] == "more"].iloc[0]
    assert more["name"] == counts["term"].iloc[1] and more["n_now"] - more["n_before"] == 5
    report.keep(tmp_path, later)
    assert report.changes(tmp_path, later).empty


def test_a_family_that_another_spelling_stands_for_now_is_not_new(tmp_path):
    before, now = (
        pd.DataFrame({"term": list(counts), "n": list(counts.values())})
        for counts in ({"المنطقة": 3, "يوم": 2, "هدنة": 1}, {"منطقة": 5, "الأيام": 2, "نفط": 1})
    )
    report.keep(tmp_path, {"terms": before})
    found = report.changes(tmp_path, {"terms": now})
    assert found[["change", "name"]].to_numpy().tolist() == [["new", "نفط"], ["gone", "هدنة"], ["more", "منطقة"]]


def test_families_by_hand_are_those_of_what_is_new(tmp_path):
    report.keep(tmp_path, {"terms": pd.DataFrame({"term": ["داعش"], "n": [2]})})
    now = {"terms": pd.DataFrame({"term": ["الدواعش"], "n": [2]})}
    families = pd.DataFrame({"word": ["الدواعش"], "family": ["داعش"]})
    assert report.changes(tmp_path, now, families=families).empty
    assert report.changes(tmp_path, now)["change"].tolist() == ["new", "gone"]


def test_a_table_that_is_cut_says_how_many_rows_are_left_out():
    frame = pd.DataFrame({"name": map(str, range(50))})
    first = frame.head(20)
    first.attrs["rows"] = len(frame)
    notes = [content.sheet(each, "x", "en").note for each in (frame, first, frame.head(20))]
    assert notes == ["… and 20 more rows", "… and 30 more rows", ""]


def test_all_is_new_of_a_table_that_the_last_run_did_not_keep(tmp_path, now):
    report.keep(tmp_path, {"articles": now["articles"]})
    found = report.changes(tmp_path, {"terms": now["terms"]})
    assert set(found["change"]) == {"new"} and len(found) == len(now["terms"])


def test_a_spreadsheet_may_have_saved_the_last_run(tmp_path, now):
    path = report.keep(tmp_path, {"actors": now["actors"]})
    path.write_text(path.read_text(encoding="utf-8").replace(",", ";"), encoding="utf-8")
    found = report.changes(tmp_path, {"actors": now["actors"].iloc[1:]})
    assert found["change"].tolist() == ["gone"]


def test_changes_are_told_in_words(tmp_path, now):
    report.keep(tmp_path, now)
    found = report.changes(tmp_path, {**now, "actors": now["actors"].iloc[1:]})
    shown = report.in_words(found)
    assert list(shown.columns) == ["الجدول", "التغيير", "الاسم", "كان", "صار"]
    assert list(shown.iloc[0])[:2] == ["الفاعلون", "زال"]


def test_the_tables_given_are_left_as_they_are(tmp_path, now):
    before = {name: frame.copy() for name, frame in now.items()}
    report.keep(tmp_path, now)
    report.changes(tmp_path, now)
    for name, frame in now.items():
        pd.testing.assert_frame_equal(frame, before[name])


def test_reports_are_no_articles():
    assert not list(Path("seeds").glob("report*"))
