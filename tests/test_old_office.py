"""Files from before 2007 give what today's give, and those that only bear such a name are read as what they are."""

from pathlib import Path

import pytest
from exports import AGENCY, page, word

from analysis.load import formats, old_office

FILES = Path(__file__).parent / "files"
DOC, XLS = (FILES / "old.doc").read_bytes(), (FILES / "old.xls").read_bytes()
RTF = rb"{\rtf1\ansi\ansicpg1256 " + b"".join(b"\\'%02x" % byte for byte in "وصل الوزير".encode("windows-1256")) + b"}"
TABLE = "<meta charset=utf-8><table><tr><th>العنوان<th>النص</tr><tr><td>خبر<td>وصل الوزير</tr></table>"


def read(path: Path, content: bytes) -> list:
    path.write_bytes(content)
    return list(formats.read(path))


def test_an_old_word_file_gives_its_paragraphs_and_of_a_link_what_it_shows(tmp_path):
    (found,) = read(tmp_path / "a.doc", DOC)
    lines = ["افتتاح المعرض الدولي", "افتتح الوزير المعرض الدولي أمس.", "In 2021, he said.", "الجناح", "الأول"]
    assert found.text.split("\n")[:5] == lines


def test_an_old_excel_file_gives_the_rows_of_its_first_sheet_with_texts(tmp_path):
    first, second = read(tmp_path / "a.xls", XLS)
    assert (first.text, second.facts["title"]) == ("افتتاح المعرض\n\nافتتح الوزير المعرض الدولي أمس.", "إغلاق المعرض")
    assert first.facts == {"title": "افتتاح المعرض", "source": "صدى النيل", "published": "2021-07-26 00:00:00"}


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("a.doc", RTF, "وصل الوزير"),
        ("a.doc", word("وصل الوزير"), "وصل الوزير"),
        ("a.doc", page(AGENCY, "وصل الوزير إلى العاصمة أمس.\n" * 4).encode(), "وصل الوزير"),
        ("a.xls", TABLE.encode(), "وصل الوزير"),
        ("a.xls", "العنوان\tالنص\nخبر\tوصل الوزير".encode("utf-16"), "وصل الوزير"),
    ],
    ids=["rich text", "new Word", "web page", "web table", "text"],
)
def test_a_file_that_only_bears_an_old_name_is_read_as_what_it_is(name, content, words, tmp_path):
    found = read(tmp_path / name, content)[0]
    assert words in found.text


@pytest.mark.parametrize(
    ("name", "content", "reason"),
    [
        ("a.doc", DOC[:1200], "damaged old Word file"),
        ("a.doc", "نص".encode(), "damaged old Word file"),
        ("a.xls", XLS[:600], "damaged old Excel file"),
        ("a.xls", "خبر جديد".encode(), "no column of texts"),
    ],
)
def test_a_damaged_old_file_is_listed_with_its_reason(name, content, reason, tmp_path):
    assert [problem.reason for problem in read(tmp_path / name, content)] == [reason]


@pytest.mark.parametrize(("at", "value", "reason"), [(11, 0x13, "locked Word file"), (3, 0, "old Word file")])
def test_a_word_file_that_is_locked_or_older_still_says_so(at, value, reason, tmp_path):
    start = DOC.index(b"\xec\xa5")  # where the part with the text begins
    changed = DOC[: start + at] + bytes([value]) + DOC[start + at + 1 :]
    assert [problem.reason for problem in read(tmp_path / "a.doc", changed)] == [reason]


@pytest.mark.parametrize(
    "text", ["\x13 A \x14ب\x13 C \x14د\x15\x15", "\x13 A \x13 B \x15\x14بد\x15", "بد\x13 PAGE \x15"]
)
def test_of_nested_fields_what_is_shown_is_left(text):
    assert old_office.without_fields(text) == "بد"
