"""Broken and hostile files: each is told with its own reason, and the others are read."""

import io
import os
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pandas
import pikepdf
import pytest
from exports import SEEDS, packed, word

from analysis.load import archives, deadline, formats

ROOT = SEEDS[0].parent.parent
PROSE = "أعلن رئيس الوزراء العراقي مغادرته العاصمة عائدا إلى بغداد بعد زيارة ناجحة.\n"
LAUGHS = '<!DOCTYPE lolz [<!ENTITY lol "lol"><!ENTITY lol2 "&lol;&lol;&lol;&lol;">]>'
FETCH = '<!DOCTYPE x [<!ENTITY file SYSTEM "file:///etc/passwd">]>'
LONGEST_NAME = "خ" * 125 + ".txt"  # 254 bytes; file systems hold 255


def pdf(*, password: str | None = None) -> bytes:
    raw = io.BytesIO()
    with pikepdf.new() as file:
        file.add_blank_page()
        file.save(raw, encryption=pikepdf.Encryption(owner=password, user=password) if password else False)
    return raw.getvalue()


def parquet() -> bytes:
    raw = io.BytesIO()
    pandas.DataFrame({"text": [PROSE] * 100}).to_parquet(raw)
    return raw.getvalue()


def workbook() -> bytes:
    raw = io.BytesIO()
    pandas.DataFrame({"text": [PROSE]}).to_excel(raw)
    return raw.getvalue()


def locked_zip() -> bytes:
    raw = bytearray(packed({"a.txt": PROSE}))
    for mark, place in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        raw[raw.index(mark) + place] |= 1
    return bytes(raw)


def first_half(raw: bytes) -> bytes:
    return raw[: len(raw) // 2]


BROKEN = {
    "empty.txt": (b"", "empty"),
    "blank.txt": (b" \n\t\n", "empty"),
    "points.txt": ("… — !\n".encode(), "no words"),
    "english.txt": (b"The minister said on Sunday that the new dam would open in May.\n", "not Arabic"),
    "picture.txt": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "not text"),
    "random.txt": (bytes((n * n * 7 + n) % 251 for n in range(5_000)), "not text"),
    "marks.txt": (("ب" + "\N{ARABIC FATHA}\N{ARABIC SHADDA}" * 100_000).encode(), "combining marks in a row"),
    "blanks.txt": (("كلمة" + " " * 60_000 + "أخرى").encode(), "blanks in a row"),
    "line.txt": (b"\xd8\xa8" * 50_000_000, "text too large"),
    "novel.txt": (("كلمة " * 300_000).encode(), "article too long"),
    "cut.docx": (first_half(word(PROSE)), "damaged Word file"),
    "bomb.docx": (word("ا" * 50_000_000), "Word bomb"),
    "laughs.docx": (word(PROSE, before=LAUGHS), "Word file with an entity bomb"),
    "fetch.docx": (word(PROSE, before=FETCH), "Word file with an external entity"),
    "nothing.docx": (word(""), "empty Word file"),
    "old.docx": (archives.OLD_OFFICE + bytes(2_000), "old Word file"),
    "locked.docx": (archives.OLD_OFFICE + "EncryptedPackage".encode("utf-16-le"), "locked Word file"),
    "cut.pdf": (first_half(pdf()), "damaged PDF file"),
    "other.pdf": (b"no PDF at all", "not a PDF file"),
    "locked.pdf": (pdf(password="x"), "locked PDF file"),
    "scan.pdf": (pdf(), "scanned PDF file"),
    "cut.zip": (first_half(packed({"a.txt": PROSE})), "damaged zip file"),
    "bomb.zip": (packed({"a.txt": bytes(300_000_000)}), "zip bomb"),
    "locked.zip": (locked_zip(), "locked zip file"),
    "outside.zip": (packed({"../../outside.txt": PROSE}), "path out of the archive"),
    "nested.zip": (packed({"a.zip": packed({"a.txt": PROSE})}), "zip inside a zip"),
    "cut.parquet": (first_half(parquet()), "damaged Parquet file"),
    "cut.xlsx": (first_half(workbook()), "damaged Excel file"),
    "laughs.html": (f'<?xml version="1.0"?>{LAUGHS}<html>&lol2;</html>'.encode(), "web page file with an entity bomb"),
    "script.html": (b"<html><body><script>load()</script></body></html>", "page without text"),
    "names.csv": ("name,born\nعلي,1970\n".encode(), "no column of texts"),
    "quotes.csv": ('text\n"نص بلا نهاية\n'.encode(), "bad quotes"),
    "cut.jsonl": ('{"text": "نص المقا'.encode(), "damaged JSON line"),
    "deep.json": (b"[" * 200_000, "damaged JSON file"),
    "~$seed.docx": (b"x", "lock file"),
    ".hidden.txt": (PROSE.encode(), "hidden file"),
    "old.doc": (b"x", "damaged old Word file"),
    "old.wpd": (b"x", "unknown format"),
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    top = tmp_path_factory.mktemp("top")
    inside = top / "articles"
    inside.mkdir()
    for seed in SEEDS:
        shutil.copy(seed, inside)
    for name, (raw, _) in BROKEN.items():
        (inside / name).write_bytes(raw)
    (top / "outside.txt").write_text(PROSE, "utf-8")
    return inside


@pytest.fixture(scope="module")
def reading(folder):
    os.mkfifo(folder / "pipe.txt")
    (folder / "broken.txt").symlink_to(folder / "gone.txt")
    (folder / "loop.txt").symlink_to(folder / "loop.txt")
    (folder / "out.txt").symlink_to(folder.parent / "outside.txt")
    (folder / "outfolder").symlink_to(folder.parent)
    start = time.monotonic()
    items = list(formats.read(folder))
    return items, time.monotonic() - start


pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")


def test_five_articles_and_each_broken_file_with_its_reason(reading, folder):
    items, seconds = reading
    assert sorted(item.article_id for item in items if isinstance(item, formats.Document)) == [s.stem for s in SEEDS]
    found = {
        item.path.removeprefix(f"{folder}/").split(".zip/")[0]: item
        for item in items
        if isinstance(item, formats.Problem)
    }
    expected = {name.removesuffix(".zip"): reason for name, (_, reason) in BROKEN.items()} | {
        "pipe.txt": "no plain file", "broken.txt": "broken link", "loop.txt": "broken link",
        "out.txt": "link out of the folder", "outfolder": "link out of the folder",
    }  # fmt: skip
    assert {name.removesuffix(".zip"): problem.reason for name, problem in found.items()} == expected
    assert all(len(problem.detail) > 20 for problem in found.values())
    assert seconds < 60


@pytest.mark.skipif(not Path("/proc/self/status").exists(), reason="only Linux tells a process's own peak of memory")
def test_reading_stays_below_a_gigabyte(reading, folder):
    # Not ru_maxrss: that one starts from the memory of the process that started this one.
    code = (
        "import sys\nfrom analysis.load import formats\nfor _ in formats.read(sys.argv[1]): pass\n"
        "print([line.split()[1] for line in open('/proc/self/status') if line.startswith('VmHWM')][0])"
    )
    done = subprocess.run([sys.executable, "-c", code, folder], check=True, capture_output=True, text=True, cwd=ROOT)
    assert int(done.stdout) < 1_000_000  # kilobytes


@pytest.mark.parametrize("name", ["bomb.docx", "bomb.zip", "laughs.docx", "line.txt"])
def test_bombs_are_refused_in_a_second(folder, name):
    start = time.monotonic()
    with pytest.raises(formats.Unreadable):
        list(formats.documents(folder / name))
    assert time.monotonic() - start < 1


def test_article_with_damage_is_kept_and_told(tmp_path):
    text = PROSE * 5
    (tmp_path / "nul.txt").write_bytes(text.replace("\n", "\0\n").encode())
    (tmp_path / "surrogates.json").write_text('{"text": "نص \\ud83d المقال الأول"}', "utf-8")
    (tmp_path / "marks.txt").write_text(text + "\N{ARABIC FATHA}" * 200_000, "utf-8")
    (tmp_path / "blanks.txt").write_text(text + " " * 60_000 + text, "utf-8")
    items = list(formats.read(tmp_path))
    assert [item.article_id for item in items if isinstance(item, formats.Document)] == [
        "blanks", "marks", "nul", "surrogates",
    ]  # fmt: skip
    assert [item.reason for item in items if isinstance(item, formats.Problem)] == [
        "blanks in a row", "combining marks in a row", "NUL or control characters", "lone surrogates",
    ]  # fmt: skip
    assert all("repaired" in item.facts for item in items if isinstance(item, formats.Document))


def test_long_names_are_read(tmp_path):
    (tmp_path / LONGEST_NAME).write_text(PROSE, "utf-8")
    (document,) = formats.read(tmp_path)
    assert document.article_id == LONGEST_NAME.removesuffix(".txt")


def test_file_that_vanishes_while_being_read(tmp_path):
    for name in "abc":
        (tmp_path / f"{name}.txt").write_text(PROSE, "utf-8")
    items = formats.read(tmp_path)
    first = next(items)
    (tmp_path / "b.txt").unlink()
    second, third = items
    assert (first.article_id, second.reason, third.article_id) == ("a", "vanished", "c")


@pytest.mark.parametrize(
    ("error", "reason"),
    [(PermissionError(13, "denied"), "no permission"), (OSError(5, "broken disk"), "cannot be opened")],
)
def test_what_the_system_refuses_is_told(tmp_path, monkeypatch, error, reason):
    (tmp_path / "a.txt").write_text(PROSE, "utf-8")

    def refuse(*_, **__):
        raise error

    monkeypatch.setattr("pathlib.Path.open", refuse)
    (problem,) = formats.read(tmp_path)
    assert problem.reason == reason


def test_library_that_breaks_does_not_stop_the_others(tmp_path, monkeypatch):
    for name in ("a.txt", "b.md"):
        (tmp_path / name).write_text(PROSE, "utf-8")

    def broken(_):
        raise RecursionError("too deep")

    monkeypatch.setitem(formats.READERS, ".txt", broken)
    problem, document = formats.read(tmp_path)
    assert (problem.reason, document.article_id) == ("reading failed", "b")
    assert "RecursionError" in problem.detail


def test_damaged_member_does_not_stop_the_others(tmp_path):
    raw = bytearray(packed({"a.txt": PROSE * 20, "b.txt": PROSE}))
    raw[45] ^= 0xFF
    (tmp_path / "a.zip").write_bytes(raw)
    problem, document = formats.read(tmp_path)
    assert (problem.reason, document.article_id) == ("damaged zip member", "b")


def test_nothing_leaves_the_archive(tmp_path):
    (tmp_path / "in").mkdir()
    (tmp_path / "in" / "a.zip").write_bytes(packed({"../x.txt": PROSE, "/abs.txt": PROSE, "C:\\x.txt": PROSE}))
    before = sorted(tmp_path.rglob("*"))
    assert {item.reason for item in formats.read(tmp_path)} == {"path out of the archive"}
    assert sorted(tmp_path.rglob("*")) == before


def test_many_small_members_are_no_bomb(tmp_path):
    (tmp_path / "a.zip").write_bytes(packed({f"{n}.txt": f"{n} {PROSE}" for n in range(3_000)}))
    assert sum(isinstance(item, formats.Document) for item in formats.read(tmp_path)) == 3_000


@pytest.mark.parametrize(
    "html",
    [
        "".join(f'<a href="/{n}">رابط {n}</a> ' for n in range(100_000)),
        "<div>" * 50_000 + PROSE,
        "<table><tr><td>" * 20_000 + PROSE,
        "<!--" * 500_000 + PROSE,
        f'<img src="data:image/png;base64,{"A" * 10_000_000}"><p>{PROSE * 10}</p>',
    ],
    ids=["links", "nested", "tables", "comments", "picture"],
)
def test_no_page_takes_more_than_five_seconds(tmp_path, html):
    (tmp_path / "a.html").write_text(f"<html><body>{html}</body></html>", "utf-8")
    start = time.process_time()
    list(formats.read(tmp_path))
    assert time.process_time() - start < 5.5


def test_deadline_ends_a_block_and_leaves_a_fast_one_alone():
    with deadline.within(5):
        pass
    start = time.monotonic()
    with pytest.raises(formats.Unreadable, match="too slow"), deadline.within(0.1):
        while True:
            pass
    assert time.monotonic() - start < 2


def test_row_of_a_table_may_not_be_endless(tmp_path):
    (tmp_path / "a.jsonl").write_text(f'{{"text": "{"ب" * 6_000_000}"}}\n{{"text": "{PROSE.strip()}"}}\n', "utf-8")
    (tmp_path / "b.csv").write_text(f'text\n"{"ب" * 6_000_000}"\n"{PROSE.strip()}"\n', "utf-8")
    items = list(formats.read(tmp_path))
    assert [getattr(item, "reason", "article") for item in items] == ["line too long", "article"] * 2


def test_archive_that_lies_about_its_size_is_cut_there(tmp_path):
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", PROSE * 1_000)
    lying = raw.getvalue().replace(len((PROSE * 1_000).encode()).to_bytes(4, "little"), (100).to_bytes(4, "little"))
    (tmp_path / "a.zip").write_bytes(lying)
    (problem,) = formats.read(tmp_path)
    assert problem.reason == "damaged zip member"
