"""Feeds give their articles, each with its headline, outlet, day and address; a damaged one gives what it holds."""

import pytest

from analysis import load
from analysis.load import formats

WHOLE = "<p>قال وزير الري إن السد الجديد سيبدأ العمل قبل نهاية العام.</p><p>وأضاف أن كلفته لم تتجاوز ما رصد له.</p>"
RSS = f"""<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:media="http://search.yahoo.com/mrss/">
<channel><title>صدى النيل</title><link>https://www.example.org/</link>
<item><title>الوزير يعلن موعد افتتاح السد</title><link>https://www.example.org/dam</link>
<media:title>صورة السد</media:title><pubDate>Thu, 14 Mar 2024 10:05:00 +0300</pubDate>
<description>موعد الافتتاح</description><content:encoded><![CDATA[{WHOLE}]]></content:encoded></item>
<item><title>افتتاح المعرض</title><link>https://www.example.org/fair</link>
<source url="https://x.example">وكالة الضفة</source>
<description>&lt;b&gt;افتتح&lt;/b&gt; الوزير المعرض&amp;nbsp;الدولي أمس.</description></item>
</channel></rss>"""
ATOM = f"""<?xml version="1.0"?><feed xmlns="http://www.w3.org/2005/Atom"><title>صدى النيل</title>
<entry><title>الوزير يعلن موعد افتتاح السد</title><link rel="self" href="https://www.example.org/feed"/>
<link rel="alternate" href="https://www.example.org/dam"/><updated>2024-03-15T08:00:00Z</updated>
<published>2024-03-14T07:05:00Z</published><content type="html"><![CDATA[{WHOLE}]]></content></entry></feed>"""
RSS_1 = f"""<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"
xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/"
xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel rdf:about="x"><title>صدى النيل</title></channel>
<item rdf:about="y"><title>الوزير يعلن موعد افتتاح السد</title><link>https://www.example.org/dam</link>
<dc:date>2024-03-14T10:05:00+03:00</dc:date><content:encoded><![CDATA[{WHOLE}]]></content:encoded></item></rdf:RDF>"""
WORDPRESS = RSS.replace(WHOLE, WHOLE.replace("<p>", "").replace("</p>", "\n\n"))


def read(path, content: str):
    path.write_text(content, "utf-8")
    return list(formats.read(path))


@pytest.mark.parametrize(
    ("name", "content"),
    [("a.xml", RSS), ("a.atom", ATOM), ("a.rss", RSS_1), ("a.xml", WORDPRESS)],
    ids=["RSS 2.0", "Atom", "RSS 1.0", "WordPress"],
)
def test_a_feed_gives_its_articles_with_their_facts(name, content, tmp_path):
    found = read(tmp_path / name, content)[0]
    assert found.text.split("\n") == [
        "الوزير يعلن موعد افتتاح السد", "",
        "قال وزير الري إن السد الجديد سيبدأ العمل قبل نهاية العام.", "وأضاف أن كلفته لم تتجاوز ما رصد له.",
    ]  # fmt: skip
    (article,) = load.articles(tmp_path).head(1).to_dict("records")
    assert (article["source"], found.facts["url"]) == ("صدى النيل", "https://www.example.org/dam")
    assert article["title"] == "الوزير يعلن موعد افتتاح السد"
    assert f"{article['published']:%Y-%m-%d}" == "2024-03-14"


def test_of_an_article_that_a_feed_only_announces_the_excerpt_is_read_and_said_to_be_one(tmp_path):
    _, announced, problem = read(tmp_path / "a.xml", RSS)
    assert announced.text == "افتتاح المعرض\n\nافتتح الوزير المعرض الدولي أمس."
    assert announced.facts["source"] == "وكالة الضفة"
    assert (problem.reason, problem.detail.split(":")[0]) == ("excerpts only", "item 2")


def test_a_feed_that_breaks_off_gives_what_stands_before(tmp_path):
    whole, *_, problem = read(tmp_path / "a.xml", RSS[: RSS.index("افتتاح المعرض")])
    assert "لم تتجاوز ما رصد له" in whole.text
    assert problem.reason == "damaged feed"


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("", "no feed"),
        ("وصل الوزير أمس", "no feed"),
        ("<urlset><url><loc>https://www.example.org/</loc></url></urlset>", "no feed"),
        ('<!DOCTYPE rss [<!ENTITY a "aa">]><rss><item><title>&a;</title></item></rss>', "XML file with an entity bomb"),
    ],
    ids=["empty", "no XML", "no feed", "entities"],
)
def test_what_is_no_feed_is_listed_with_its_reason(content, reason, tmp_path):
    assert [problem.reason for problem in read(tmp_path / "a.xml", content)] == [reason]
