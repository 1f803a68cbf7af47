"""The day of publication: evidence weighed, the day of saving never taken on trust."""

import datetime
import re

import pandas as pd
import pytest

from analysis import captions, load, tables
from analysis.load import neighbours, published

TUESDAY = "وصل وزير الدفاع الأميركي لويد أوستن إلى العراق اليوم الثلاثاء، في زيارة غير معلنة."


def day(text):
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("text", "lines", "facts", "expected", "kind"),
    [
        (TUESDAY, [], {"published": "2023-03-07"}, "2023-03-07", "given"),
        (TUESDAY, [], {"markup": "2023-03-07T10:00:00+03:00"}, "2023-03-07", "markup"),
        ("قال فجر اليوم الخميس (29 تموز 2021) إنه غادر.", [], {}, "2021-07-29", "date beside «today»"),
        (TUESDAY, ["الثلاثاء 7 آذار 2023"], {}, "2023-03-07", "dated line, weekday agrees"),
        ("نص بلا أيام.", ["posted on August 10, 2023"], {}, "2023-08-10", "dated line"),
        (TUESDAY, ["الأربعاء 11 Sep / September 2024"], {}, None, "no evidence: the page's date is of another weekday"),
        ("نص بلا أيام.", ["11 Sep / September 2024"], {}, None, "no evidence: the page's date may be"),
        ("شنت القوات غارة اليوم الثلثاء 9 سبتمبر 2025.", [], {}, "2025-09-09", "date beside «today»"),
        ("نص بلا أيام.", [], {"saved": "2015-08-08"}, "2015-08-08", "rule of thumb: day of saving"),
        ("قال أمس الخميس إنه عائد.", [], {"saved": "2022-05-30"}, "2022-05-27", "rule of thumb: weekday before"),
        ("عاد الوفد الخميس إلى بلاده.", [], {"saved": "2022-05-30"}, "2022-05-26", "rule of thumb: last weekday named"),
        ("أصدر العفو ليل الأربعاء وصل أمس.", [], {"saved": "2015-08-07"}, "2015-08-07", "rule of thumb: day of saving"),
        ("نص بلا أيام.", [], {}, None, "no evidence"),
        (TUESDAY + " قبيل الذكرى العشرين للغزو الأميركي.", [], {}, "2023-03-14", "rule of thumb: weekday before an"),
        (
            TUESDAY + " وتأتي الزيارة قبيل الذكرى العشرين للغزو الأميركي للعراق، وبعد زيارة أخرى في أوائل شهر مارس.",
            [], {}, "2023-03-07", "rule of thumb: weekday after the last month told, before an anniversary",
        ),
    ],
)  # fmt: skip
def test_evidence_is_weighed(text, lines, facts, expected, kind):
    found = published.evidence(text, lines, facts)
    assert found.day == (day(expected) if expected else None)
    assert found.kind.startswith(kind)
    assert not re.search("[a-z]", captions.named(pd.Series([found.kind])).iloc[0]), "a kind without an Arabic name"


def test_a_page_date_that_the_text_contradicts_is_the_day_of_saving():
    assert published.evidence(TUESDAY, ["الأربعاء 11 Sep / September 2024"], {}).saved == day("2024-09-11")


@pytest.mark.parametrize(
    ("lines", "dated"),
    [
        (["إدارة المدن الصناعية", "الجزيرة – 4 أغسطس 2015"], True),  # a headline of three words
        (["النورس الإخباري", "الجزيرة – 4 أغسطس 2015", "وزير الدفاع الأميركي في العراق"], False),
        (["النورس", "4 أغسطس 2015", "تابعونا على فيسبوك"], False),
    ],
)
def test_the_date_under_a_short_headline_is_its_own_where_nothing_else_stands_there(lines, dated, tmp_path):
    text = "وصل الوفد إلى العاصمة في زيارة غير معلنة، وبحث مع المسؤولين سبل التعاون بين البلدين في مجالات كثيرة."
    (tmp_path / "a.txt").write_text("\n".join([*lines, text, "وغادر الوفد العاصمة مساء."]), encoding="utf-8")
    article = load.articles(tmp_path).iloc[0]
    assert (str(article["published"])[:10] == "2015-08-04") == dated
    assert not dated or article["source"] == "الجزيرة"


def test_a_neighbour_that_tells_of_the_same_day_dates_an_article():
    rows = [
        {"article_id": "a", "text": TUESDAY, "published_from": "no evidence"},
        {
            "article_id": "b",
            "text": "والتقى لويد أوستن وزير الدفاع الأميركي القادة الثلاثاء في العراق.",
            "published": "2023-03-08",
            "published_from": "given",
        },
    ]
    frame = tables.table(rows, tables.ARTICLES)
    assert neighbours.dated(frame)["a"].day == day("2023-03-07")
    kind, evidence = load.dated_together(frame).loc[0, ["published_from", "published_evidence"]]
    assert captions.named(pd.Series([kind])).iloc[0] == "تقدير: اليوم نفسه في مقالة أخرى"
    assert evidence == "اليوم الثلاثاء؛ b"


def test_a_chronicle_is_of_none_of_its_days(tmp_path):
    text = "مراحل الحرب\n* 28 مايو 1990: عقد القادة قمة في بغداد.\n* 2 أغسطس 1990: دخلت القوات الكويت."
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    assert load.articles(tmp_path)["published"].isna().all()
    (tmp_path / "a.txt").write_text(text.replace("* 2 أغسطس 1990: ", ""), encoding="utf-8")
    assert str(load.articles(tmp_path)["published"].iloc[0])[:10] == "1990-05-28"
