"""Every format gives the words that the plain text gives."""

import collections
import itertools
import json
import re
import shutil
import subprocess
import time

import openpyxl
import pandas
import pytest
from exports import AGENCY, NEWSPAPER, SEEDS, open_document, packed, page, word

from analysis.load import cleaning, encodings, formats, pages, records, sheets, visual

LATIN_DIGITS = str.maketrans("٠١٢٣٤٥٦٧٨٩", "0123456789")
ROWS = [
    {
        "article_id": "007",
        "title": "عنوان الخبر",
        "text": 'قال الوزير: "وصلنا".\nوغادر.',
        "source": "الأيام",
        "date": "2021-07-26",
    },
    {
        "article_id": "008",
        "title": "خبر آخر",
        "text": "خبر آخر\n\nنص، الخبر؛ الثاني",
        "source": "الخبر",
        "date": "2021-07-27",
    },
]


def documents(where) -> list[formats.Document]:
    found = list(formats.read(where))
    assert not [item for item in found if isinstance(item, formats.Problem)]
    return found


def problems(where) -> list[formats.Problem]:
    return [item for item in formats.read(where) if isinstance(item, formats.Problem)]


@pytest.fixture(scope="module", params=SEEDS, ids=lambda path: path.name[:3])
def seed(request):
    return cleaning.article(request.param.read_text("utf-8"))


@pytest.mark.parametrize("template", [NEWSPAPER, AGENCY], ids=["newspaper", "agency"])
def test_web_page_gives_the_words_of_the_text(seed, template, tmp_path):
    (tmp_path / "page.html").write_text(page(template, seed.text, title=seed.title or ""), "utf-8")
    (document,) = documents(tmp_path)
    assert cleaning.article(document.text).text.split() == seed.text.split()


@pytest.mark.parametrize("template", [NEWSPAPER, AGENCY], ids=["newspaper", "agency"])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_web_page_of_the_raw_text_gives_its_words(path, template, tmp_path):
    raw = path.read_text("utf-8")
    cleaned = cleaning.article(raw)
    (tmp_path / "page.html").write_text(page(template, raw, title=cleaned.title or ""), "utf-8")
    (document,) = documents(tmp_path)
    assert cleaning.article(document.text).text.split() == cleaned.text.split()


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_word_file_gives_the_words_of_the_text(path, tmp_path):
    raw = path.read_text("utf-8")
    (tmp_path / "a.docx").write_bytes(word(raw))
    (document,) = documents(tmp_path)
    assert cleaning.article(document.text).text.split() == cleaning.article(raw).text.split()


def test_open_document_gives_its_running_text(tmp_path):
    note = "<text:note><text:note-body><text:p>حاشية</text:p></text:note-body></text:note>"
    comment = "<office:annotation><text:p>تعليق</text:p></office:annotation>"
    body = f"<text:h>عنوان الخبر</text:h><text:p>وصل<text:s/>الوزير{note} أمس{comment}.</text:p><text:p>وغادر.</text:p>"
    (tmp_path / "a.odt").write_bytes(open_document(body))
    (document,) = documents(tmp_path)
    assert document.text == "عنوان الخبر\nوصل الوزير أمس.\nوغادر."


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04 cut", "damaged OpenDocument file"),
        (packed({"mimetype": "application/vnd.oasis.opendocument.text"}), "damaged OpenDocument file"),
        (packed({"content.xml": "<not closed"}), "damaged OpenDocument file"),
        (packed({"content.xml": "#", "META-INF/manifest.xml": "<encryption-data/>"}), "locked OpenDocument file"),
        (open_document("<text:p> </text:p>"), "empty OpenDocument file"),
    ],
    ids=["cut", "no content", "no XML", "locked", "empty"],
)
def test_open_document_without_text_says_so(content, reason, tmp_path):
    (tmp_path / "a.odt").write_bytes(content)
    assert [problem.reason for problem in problems(tmp_path)] == [reason]


@pytest.mark.parametrize("encoding", ["windows-1256", "utf-16", "utf-16-le", "utf-16-be", "utf-8-sig", "utf-32"])
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_encodings_give_the_words_of_the_text(path, encoding, tmp_path):
    raw = path.read_text("utf-8")
    known = raw.translate(LATIN_DIGITS) if encoding == "windows-1256" else raw  # which has no others
    (tmp_path / "a.txt").write_bytes(known.encode(encoding))
    (document,) = documents(tmp_path)
    assert document.encoding == encoding.removesuffix("-sig")
    assert cleaning.article(document.text).text.split() == cleaning.article(raw).text.split()


def test_iso_8859_6_is_recognised():
    text = "أعلن رئيس الوزراء العراقي مغادرته العاصمة، عائدا إلى بغداد."
    assert encodings.decoded(text.encode("iso-8859-6")) == (text, "iso-8859-6", 0)


def test_one_damaged_byte_does_not_change_the_encoding(tmp_path):
    raw = SEEDS[0].read_bytes()
    (tmp_path / "a.txt").write_bytes(raw[:500] + b"\xff" + raw[500:])
    document, problem = formats.read(tmp_path)
    assert document.encoding == "utf-8"
    assert problem.reason == "damaged characters"


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_open_document_of_libreoffice_gives_the_words_of_the_text(tmp_path):
    raw = SEEDS[0].read_text("utf-8")
    (tmp_path / "a.docx").write_bytes(word(raw))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "odt"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "a.docx"], check=True, capture_output=True)
    (document,) = documents(tmp_path / "a.odt")
    assert cleaning.article(document.text).text.split() == cleaning.article(raw).text.split()


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name[:3])
def test_pdf_of_libreoffice_gives_95_percent_of_the_words(path, tmp_path):
    raw = path.read_text("utf-8")
    (tmp_path / "a.docx").write_bytes(word(raw))
    command = ["soffice", f"-env:UserInstallation=file://{tmp_path}/office", "--headless", "--convert-to", "pdf"]
    subprocess.run([*command, "--outdir", tmp_path, tmp_path / "a.docx"], check=True, capture_output=True)
    (document,) = documents(tmp_path / "a.pdf")
    expected, found = (
        collections.Counter(re.findall(r"\w+", cleaning.article(text).text)) for text in (raw, document.text)
    )
    assert (expected & found).total() >= 0.95 * expected.total()


def test_pdf_lines_become_paragraphs():
    lines = ["ةرايز يف دادغب ىلإ سمأ ريزولا لصو", "                   .ريزولا لاق (ةئجافم) ", "", ".ىرخأ ةلمج هذه"]
    text = visual.paragraphs(["\n".join(lines), "7"])
    assert text == "وصل الوزير أمس إلى بغداد في زيارة (مفاجئة) قال الوزير.\nهذه جملة أخرى."


def test_what_a_browser_prints_around_a_pdf_page_is_no_line_of_it():
    pages = [
        f"11/27/30, 10:23 AM      ئطاشلا | دسلا\n\n{line}\n\nhttps://aawsat.com/news/1     {n}/2"
        for n, line in [(1, "     .لوألا رطسلا اذه"), (2, "     .يناثلا رطسلا اذه")]
    ]
    assert visual.paragraphs(pages) == "هذا السطر الأول.\nهذا السطر الثاني."
    wrapped = [
        "11/27/30, 10:23 AM  ئطاشلا ديدجلا دسلا",
        "    دسلا",
        "    ديدجلا",
        "",
        "  .ةليوط ةلمج هذهو",
        "https://a.b/1  1/1",
    ]
    assert visual.paragraphs(["\n".join(wrapped)]) == "السد الجديد\nوهذه جملة طويلة."
    assert visual.address(pages) == "https://aawsat.com/news/1" and visual.address(["خبر"]) is None


def test_pdf_font_table_turns_ligatures_and_leaves_other_signs():
    table = b"<01> <06440627>\n<02> <0041>\n<03> <00660069>\nendcmap"
    assert visual.font_table(table, simple=False) == table.replace(b"06440627", b"06270644")
    assert b"<46> <0640>" in visual.font_table(b"<01> <0627>\nendcmap", simple=True)


def test_web_page_gives_its_facts(tmp_path):
    (tmp_path / "a.html").write_text(page(NEWSPAPER, "قال الوزير إن الزيارة ناجحة.\n" * 5, title="عنوان الخبر اليوم"))
    (document,) = documents(tmp_path)
    outside = "نستخدم ملفات تعريف الارتباط لتحسين تجربتك في الموقع."
    said = {"title": "عنوان الخبر اليوم", "source": "صحيفة الأيام", "published": "2023-03-07", "outside": outside}
    assert document.facts == said


def test_date_printed_on_a_page_is_not_its_date_of_publication(tmp_path):
    body = "قال الوزير إن الزيارة كانت ناجحة جدا وإن المحادثات مستمرة.\n" * 5
    html = page(AGENCY, body, title="عنوان الخبر اليوم").replace("<h1>", '<div class="date">05/11/2024</div><h1>')
    (tmp_path / "a.html").write_text(html, "utf-8")
    (document,) = documents(tmp_path)
    assert "published" not in document.facts
    assert document.facts["page_date"] == "2024-11-05"


def test_browsers_note_address_and_day_of_saving():
    single = (
        "<!--\n Page saved with SingleFile \n url: https://a.b/c \n saved date: Tue Mar 07 2023 10:11:12 GMT+0300\n-->"
    )
    assert pages.saved(single) == {"url": "https://a.b/c", "saved": "2023-03-07 10:11:12"}
    assert pages.saved("<!-- saved from url=(0015)https://a.b/c/d -->") == {"url": "https://a.b/c/d"}


def test_page_in_windows_1256_without_declaration(tmp_path):
    html = page(AGENCY, "قال الوزير إن الزيارة كانت ناجحة.\n" * 5).replace('<meta charset="utf-8">', "")
    (tmp_path / "a.htm").write_bytes(html.encode("windows-1256"))
    (document,) = documents(tmp_path)
    assert document.encoding == "windows-1256"
    assert "الزيارة" in document.text


@pytest.mark.parametrize("name", ["mdm13press", "أخبار اليوم", "BBC عربي", "aawsat.com"])
def test_an_outlet_is_named_as_its_page_writes_it(name, tmp_path):
    html = page(AGENCY, "قال الوزير إن الزيارة كانت ناجحة.\n" * 5).replace("وكالة الخبر", name)
    (tmp_path / "a.html").write_text(html, encoding="utf-8")
    assert documents(tmp_path)[0].facts["source"] == name


def write_table(path, rows) -> None:
    frame = pandas.DataFrame(rows)
    if path.suffix == ".jsonl":
        path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows) + "\n", "utf-8")
    elif path.suffix == ".json":
        path.write_text(json.dumps({"status": "ok", "articles": rows}), "utf-8")
    elif path.suffix == ".xlsx":
        frame.to_excel(path, index=False)
    elif path.suffix == ".parquet":
        frame.to_parquet(path)
    else:
        frame.to_csv(path, index=False, sep="\t" if path.suffix == ".tsv" else ";")


@pytest.mark.parametrize("ending", ["csv", "tsv", "xlsx", "json", "jsonl", "parquet"])
def test_every_table_gives_the_same_articles(ending, tmp_path):
    write_table(tmp_path / f"table.{ending}", ROWS)
    first, second = documents(tmp_path)
    assert (first.article_id, second.article_id) == ("007", "008")
    assert first.text == 'عنوان الخبر\n\nقال الوزير: "وصلنا".\nوغادر.'
    assert second.text == "خبر آخر\n\nنص، الخبر؛ الثاني"
    assert first.facts == {"title": "عنوان الخبر", "source": "الأيام", "published": "2021-07-26"}


def test_arabic_column_names_and_windows_1256(tmp_path):
    table = "العنوان;النصّ;تاريخ النشر\nعنوان;وصل الوزير إلى بغداد اليوم في زيارة;٢\n"
    (tmp_path / "a.csv").write_bytes(table.replace("٢", "2021").encode("windows-1256"))
    (document,) = documents(tmp_path)
    assert document.text.startswith("عنوان\n\nوصل")
    assert document.facts["published"] == "2021"


def test_a_table_may_say_above_its_header_what_divides_its_cells(tmp_path):
    (tmp_path / "a.csv").write_text("sep=;\ntitle;text\nعنوان;وصل الوزير إلى بغداد اليوم\n", "utf-8-sig")
    (document,) = documents(tmp_path)
    assert document.text.startswith("عنوان\n\nوصل")


@pytest.mark.parametrize(
    "header",
    [
        "عنوان المادة;نص المادة;الصحيفة;تاريخ النشر;الرابط",
        "العنوان الرئيسي;النص الكامل;اسم الصحيفة;تاريخ الخبر;رابط الخبر",
        "Head Line;Full_Txt;Media Outlet;Dt;URL",
        "HD;TD;SN;PD;Link",
        "news title;Article Body;Publication Name;Date of Publication;document_url",
        "post_title;post_content;Source;post_date;permalink",
    ],
)
def test_columns_are_known_by_the_names_of_exports(tmp_path, header):
    (tmp_path / "a.csv").write_text(f"{header}\nعنوان;وصل الوزير;الأيام;2021-07-26;https://a.example\n", "utf-8")
    (document,) = documents(tmp_path)
    assert document.text == "عنوان\n\nوصل الوزير"
    assert document.facts == {
        "source": "الأيام",
        "published": "2021-07-26",
        "url": "https://a.example",
        "title": "عنوان",
    }


@pytest.mark.parametrize("ending", ["csv", "xlsx"])
def test_the_one_column_of_long_texts_is_read_and_told(tmp_path, ending):
    rows = [{"الصحيفة": "الأيام", "كلام": "وصل الوزير إلى بغداد. " * 12, "ملاحظة": "جيد"}] * 3
    write_table(tmp_path / f"a.{ending}", rows)
    problem, *found = formats.read(tmp_path)
    assert [document.facts for document in found] == [{"source": "الأيام"}] * 3
    assert problem.reason == "texts told by their length" and "«كلام»" in problem.detail


def test_a_sheet_of_notes_does_not_hide_the_sheet_of_articles(tmp_path):
    with pandas.ExcelWriter(tmp_path / "a.xlsx") as book:
        pandas.DataFrame({"ملاحظات": ["جمعت المواد من أرشيف الصحف. " * 12]}).to_excel(book, sheet_name="1", index=False)
        pandas.DataFrame(ROWS).to_excel(book, sheet_name="2", index=False)
    assert len(documents(tmp_path)) == len(ROWS)


def test_of_two_columns_of_long_texts_none_is_read(tmp_path):
    write_table(tmp_path / "a.csv", [{"كلام": "وصل الوزير إلى بغداد. " * 12, "قول": "غادر الوزير بغداد. " * 15}])
    assert [problem.reason for problem in formats.read(tmp_path)] == ["no column of texts"]


def test_table_without_texts_names_its_columns(tmp_path):
    (tmp_path / "a.csv").write_text("name,born\nعلي,1970\n", "utf-8")
    (problem,) = problems(tmp_path)
    assert problem.reason == "no column of texts"
    assert "name, born" in problem.detail


def test_damaged_rows_do_not_stop_the_others(tmp_path):
    good = [f'{n},"نص المقال رقم {n} عن العراق"\n' for n in range(20)]
    lines = ["id,text\n", *good[:5], '5,"نص بلا نهاية\n', *good[5:10], '11,"أ",ب,ج\n', *good[10:]]
    (tmp_path / "a.csv").write_text("".join(lines), "utf-8")
    assert sum(isinstance(item, formats.Document) for item in formats.read(tmp_path)) == 20
    assert [(problem.reason, problem.detail[:7]) for problem in problems(tmp_path)] == [
        ("bad quotes", "line 7:"),
        ("too many cells", "line 13"),
    ]


def test_cut_last_line_of_jsonl_is_named(tmp_path):
    (tmp_path / "a.jsonl").write_text('{"text": "نص المقال الأول"}\n{"text": "نص المقال الثا', "utf-8")
    document, problem = formats.read(tmp_path)
    assert document.article_id == "a"
    assert problem.reason == "damaged JSON line"
    assert problem.detail.startswith("line 2, the last one")


def test_row_without_text_is_told_by_its_number(tmp_path):
    write_table(tmp_path / "a.xlsx", [*ROWS, {"title": "عنوان بلا نص"}])
    assert "row 4" in problems(tmp_path)[0].detail


@pytest.mark.parametrize("ending", ["csv", "xlsx", "jsonl", "parquet"])
def test_an_export_of_excerpts_is_read_and_told(ending, tmp_path):
    export = [
        {"Headline": "عنوان الخبر", "Opening Text": "قال الوزير إنه وصل", "Source": "الأيام", "Reach": "900"},
        {"Headline": "خبر آخر", "Opening Text": "", "Source": "الأيام", "Reach": "900"},
    ]
    write_table(tmp_path / f"a.{ending}", export)
    first, *told = formats.read(tmp_path)
    assert (first.text, first.facts["source"]) == ("عنوان الخبر\n\nقال الوزير إنه وصل", "الأيام")
    assert [problem.reason for problem in told] == ["rows without text", "excerpts only"]


def test_messages_of_a_channel_are_read_as_they_run(tmp_path):
    words = ["عاجل: ", {"type": "bold", "text": "وصل الوزير"}, " إلى بغداد."]
    post = {"id": 2, "type": "message", "date": "2024-03-14T10:00:00", "from": "الأيام", "text": words}
    (tmp_path / "result.json").write_text(json.dumps({"name": "قناة", "messages": [post]}), "utf-8")
    (document,) = formats.read(tmp_path)
    assert (document.text, document.facts["source"]) == ("عاجل: وصل الوزير إلى بغداد.", "الأيام")


def test_an_excerpt_gives_way_to_the_text(tmp_path):
    write_table(tmp_path / "a.csv", [{"text": "نص الخبر كاملا", "summary": "ملخص"}])
    (document,) = formats.read(tmp_path)
    assert document.text == "نص الخبر كاملا"


def test_excel_says_where_it_cut_a_text(tmp_path):
    book = openpyxl.Workbook()
    book.active.append(["text"])
    book.active.append(["نص " * 11_000])
    book.save(tmp_path / "a.xlsx")
    assert [problem.reason for problem in problems(tmp_path)] == ["text cut by Excel"]


def in_rtf(words: str, *, fonts: str = r"{\fonttbl{\f0\fcharset178 Arial;}}") -> bytes:
    codes = "".join(rf"\'{byte:02x}" for byte in words.encode("windows-1256"))
    return (r"{\rtf1\ansi\ansicpg1252" + fonts + r"\f0\rtlch " + codes + r"\par}").encode()


@pytest.mark.parametrize(
    "content",
    [
        in_rtf("وصل الوزير إلى بغداد"),
        (r"{\rtf1\ansi\uc1 " + "".join(rf"\u{ord(letter)}?" for letter in "وصل الوزير إلى بغداد") + "}").encode(),
    ],
    ids=["bytes of a font", "code points"],
)
def test_rtf_is_read_in_both_of_its_ways_to_write_arabic(content, tmp_path):
    (tmp_path / "a.rtf").write_bytes(content)
    (document,) = documents(tmp_path)
    assert document.text.strip() == "وصل الوزير إلى بغداد"


@pytest.mark.parametrize("content", [b"no rtf", rb"{\rtf1\ansi }", b""])
def test_rtf_without_text_says_so(content, tmp_path):
    (tmp_path / "a.rtf").write_bytes(content)
    assert [problem.reason for problem in problems(tmp_path)] == ["damaged RTF file"]


def test_zip_is_read_where_it_is(tmp_path):
    members = {"folder/one.txt": "نص المقال الأول", "two.html": page(AGENCY, "نص المقال الثاني عن بغداد.\n" * 4)}
    (tmp_path / "a.zip").write_bytes(packed({**members, "empty.txt": ""}))
    one, two, problem = formats.read(tmp_path)
    assert (one.article_id, two.article_id) == ("one", "two")
    assert one.path.endswith("a.zip/folder/one.txt")
    assert (problem.path.endswith("a.zip/empty.txt"), problem.reason) == (True, "empty")


def test_two_files_with_one_stem_are_both_kept(tmp_path):
    for name in ("a.txt", "a.md", "sub/a.txt", "a-2.txt"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(f"نص {name}", "utf-8")
    assert sorted(document.article_id for document in documents(tmp_path)) == ["a", "a-2", "a-3", "a-4"]


def test_files_of_a_folder_a_file_and_a_list(tmp_path):
    for name in ("b.txt", "a.txt", "articles.csv", "sub/articles.csv", ".x.txt", "~$a.docx", "page_files/x.js"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("نص", "utf-8")
    (tmp_path / "page.html").write_text("نص", "utf-8")
    names = [path.relative_to(tmp_path).as_posix() for path in formats.files(tmp_path)]
    assert names == ["a.txt", "b.txt", "page.html", "sub/articles.csv"]
    assert list(formats.files(tmp_path / "a.txt")) == [tmp_path / "a.txt"]
    assert list(formats.files([tmp_path / "b.txt", str(tmp_path / "a.txt")])) == [
        tmp_path / "b.txt",
        tmp_path / "a.txt",
    ]
    with pytest.raises(FileNotFoundError, match=r"There is no .*gone"):
        list(formats.files(tmp_path / "gone"))


def test_unseen_signs_are_counted(tmp_path):
    (tmp_path / "a.txt").write_text("\N{RIGHT-TO-LEFT MARK}وصل\N{ZERO WIDTH SPACE} الوزير\N{SOFT HYPHEN}", "utf-8")
    (document,) = documents(tmp_path)
    assert (document.text, document.facts) == ("وصل الوزير", {"repaired": "3"})


def test_large_tables_are_read_row_by_row():
    endless = (f'{n},"نص المقال {n}"\n' for n in itertools.count())
    rows = records.rows(enumerate(endless, 1), ",", 2)
    assert [cells for _, cells in itertools.islice(rows, 2)] == [["0", "نص المقال 0"], ["1", "نص المقال 1"]]


def test_thirty_thousand_rows_take_seconds(tmp_path):
    text = SEEDS[1].read_text("utf-8")
    frame = pandas.DataFrame({"id": range(30_000), "text": [f"{n} {text}" for n in range(30_000)]})
    frame.to_parquet(tmp_path / "a.parquet")
    start = time.process_time()
    assert sum(1 for _ in formats.read(tmp_path)) == 30_000
    assert time.process_time() - start < 15


def test_every_field_of_the_column_names_is_known():
    assert set(sheets.fields()) == {"text", "excerpt", "title", "source", "published", "saved", "url", "article_id"}
    names = [name for known in sheets.fields().values() for name in set(known)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize(("name", "meant"), [("actor.csv", "actors.csv"), ("stopwords.csv", "stop_words.csv")])
def test_a_list_whose_name_is_misspelt_is_told_by_its_right_name(tmp_path, name, meant):
    (tmp_path / name).write_text("actor,kind\nعلي,person\n", "utf-8")
    (problem,) = problems(tmp_path)
    assert problem.reason == "a list under another name" and problem.detail.endswith(f"rename the file to {meant}")
