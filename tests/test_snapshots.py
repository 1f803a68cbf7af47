"""Pages that a browser saved as one file give what the page itself gives, with its address and when it was saved."""

import plistlib
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

import pytest

from analysis.load import formats

ADDRESS = "https://www.example.org/news/dam"
PAGE = (
    "<html><head><title>الوزير يعلن موعد افتتاح السد</title></head><body><article><h1>الوزير يعلن موعد افتتاح السد</h1>"
    + "<p>قال وزير الري في مؤتمر صحفي إن السد الجديد سيبدأ العمل قبل نهاية العام، وإن كلفته لم تتجاوز ما رصد له.</p>"
    + "<p>وأضاف الوزير أن المرحلة الثانية من المشروع تحتاج إلى عامين، وأن البنك الدولي وافق على قرض جديد لتمويلها.</p>"
    + "</article></body></html>"
)


def as_mhtml(page: bytes, charset: str) -> bytes:
    snapshot = MIMEMultipart("related")
    snapshot["Snapshot-Content-Location"] = ADDRESS
    snapshot["Date"] = "Thu, 14 Mar 2024 10:05:00 -0000"
    snapshot.attach(MIMEText("body {color: red}", "css"))
    snapshot.attach(MIMEText(page.decode(charset), "html", charset))
    return snapshot.as_bytes()


def as_webarchive(page: bytes) -> bytes:
    main = {"WebResourceData": page, "WebResourceURL": ADDRESS, "WebResourceMIMEType": "text/html"}
    return plistlib.dumps({"WebMainResource": main}, fmt=plistlib.FMT_BINARY)


def read(path, content: bytes):
    path.write_bytes(content)
    return list(formats.read(path))


def test_a_saved_page_gives_what_the_page_gives(tmp_path):
    (page,) = read(tmp_path / "a.html", PAGE.encode())
    (chrome,) = read(tmp_path / "a.mhtml", as_mhtml(PAGE.encode(), "utf-8"))
    (safari,) = read(tmp_path / "a.webarchive", as_webarchive(PAGE.encode()))
    assert page.text == chrome.text == safari.text
    assert chrome.facts == {**page.facts, "url": ADDRESS, "saved": "2024-03-14 10:05:00"}
    assert safari.facts == {**page.facts, "url": ADDRESS}


def test_a_page_saved_in_windows_1256_is_read(tmp_path):
    (found,) = read(tmp_path / "a.mht", as_mhtml(PAGE.encode("windows-1256"), "windows-1256"))
    assert "وافق على قرض جديد" in found.text


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.mhtml", b"no page at all"),
        ("a.mhtml", b"MIME-Version: 1.0\nContent-Type: multipart/related; boundary=x\n\n--x\n"),
        ("a.mhtml", as_mhtml(PAGE.encode(), "utf-8")[:300]),
        ("a.webarchive", b"bplist00 cut"),
        ("a.webarchive", plistlib.dumps({"WebMainResource": []})),
        ("a.webarchive", plistlib.dumps(["page"])),
    ],
)
def test_a_damaged_saved_page_says_so(name, content, tmp_path):
    (problem,) = read(tmp_path / name, content)
    assert problem.reason == "damaged saved page"
    assert "save the page again" in problem.detail


def test_a_day_of_saving_that_is_none_is_left_out(tmp_path):
    content = as_mhtml(PAGE.encode(), "utf-8").replace(b"Thu, 14 Mar 2024 10:05:00 -0000", b"yesterday")
    (found,) = read(tmp_path / "a.mhtml", content)
    assert "saved" not in found.facts
