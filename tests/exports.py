"""The seeds and other texts, saved in the formats that people use."""

import io
import zipfile
from pathlib import Path
from xml.sax.saxutils import escape

SEEDS = sorted((Path(__file__).parent.parent / "seeds").glob("*.txt"))

_TYPES = """<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
<Default Extension="xml" ContentType="application/xml"/>
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Override PartName="/word/document.xml"
 ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>"""
_RELATIONS = """<?xml version="1.0"?>
<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1"
 Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
 Target="word/document.xml"/></Relationships>"""
# A font with Arabic letters: in one without, LibreOffice draws letters and blanks apart, each in a font of its own.
_FONT = '<w:rFonts w:ascii="DejaVu Sans" w:hAnsi="DejaVu Sans" w:cs="DejaVu Sans"/>'
_RUN = f'<w:r><w:rPr>{_FONT}<w:rtl/></w:rPr><w:t xml:space="preserve">{{}}</w:t></w:r>'
_PARAGRAPH = f"<w:p><w:pPr><w:bidi/></w:pPr>{_RUN}</w:p>"
_WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"

NEWSPAPER = """<!DOCTYPE html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>{title} | صحيفة الأيام</title>
<script type="application/ld+json">{{"@type": "NewsArticle", "datePublished": "2023-03-07T10:00:00+03:00"}}</script>
</head><body><header><nav><ul><li><a href="/">الرئيسية</a></li><li><a href="/p">سياسة</a></li>
<li><a href="/s">رياضة</a></li></ul></nav></header>
<div class="cookie-banner">نستخدم ملفات تعريف الارتباط لتحسين تجربتك في الموقع. <button>موافق</button></div>
<main><article>{heading}{body}</article>
<aside class="related"><h3>مواضيع ذات صلة</h3><ul><li><a href="/1">خبر آخر عن النفط في الأسواق</a></li>
<li><a href="/2">رئيس الوزراء يستقبل وفدا من الكونغرس</a></li></ul></aside></main>
<footer>جميع الحقوق محفوظة © 2024 <a href="/privacy">سياسة الخصوصية</a></footer></body></html>"""
AGENCY = """<html><head><meta charset="utf-8"><title>{title}</title><meta property="og:site_name" content="وكالة الخبر">
</head><body><div id="menu"><a href="/">الرئيسية</a> <a href="/x">اقتصاد</a> <a href="/y">فن</a></div>
<div class="wrap"><div class="main"><div class="post-title">{heading}</div>
<div class="share">شارك القصة <a href="#">فيسبوك</a></div><div class="post-body">{body}</div></div>
<div class="sidebar"><h4>الأكثر قراءة</h4><div><a href="/3">انخفاض أسعار الذهب في الأسواق العالمية</a></div>
<div><a href="/4">افتتاح معرض الكتاب في العاصمة</a></div></div></div>
<div class="cookies">هذا الموقع يستخدم الكوكيز. بمتابعة التصفح أنت توافق على سياسة الخصوصية.</div></body></html>"""


def page(template: str, text: str, *, title: str = "") -> str:
    """Return a text as a web page, one paragraph per line below its title."""
    lines = [line for line in text.split("\n") if line.strip() and line.strip() != title]
    body = "\n".join(f"<p>{escape(line)}</p>" for line in lines)
    heading = f"<h1>{escape(title)}</h1>" if title else ""
    return template.format(title=escape(title), heading=heading, body=body)


def word(text: str, *, before: str = "") -> bytes:
    """Return a text as a Word file; `before` stands between the XML declaration and the document."""
    body = "".join(_PARAGRAPH.format(escape(line)) for line in text.split("\n"))
    document = f'<?xml version="1.0"?>{before}<w:document xmlns:w="{_WORD}"><w:body>{body}</w:body></w:document>'
    return packed({"[Content_Types].xml": _TYPES, "_rels/.rels": _RELATIONS, "word/document.xml": document})


def open_document(body: str) -> bytes:
    """Return an OpenDocument text whose body is this XML, with its usual prefixes."""
    spaces = " ".join(f'xmlns:{name}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"' for name in ("office", "text"))
    content = f"<office:document-content {spaces}><office:body>{body}</office:body></office:document-content>"
    return packed({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": content})


def packed(members: dict[str, str | bytes]) -> bytes:
    """Return a zip archive of these members."""
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return raw.getvalue()
