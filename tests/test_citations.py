"""Citations: every article has a name that a reader understands, and what is lacking is said with its cure."""

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import citations, tables

DAYS = st.none() | st.sampled_from([pd.Timestamp("2024-05-01"), pd.Timestamp("2024-05-02")])


def articles(*rows):
    """Return articles of (source, day, title)."""
    names = ("source", "published", "title")
    listed = [dict(zip(names, row, strict=True), article_id=f"و{i}", text="نص") for i, row in enumerate(rows)]
    return tables.table(pd.DataFrame(listed), tables.ARTICLES)


@pytest.mark.parametrize(
    ("rows", "language", "names"),
    [
        ([("النهار", None, "أ"), ("السفير", None, "ب")], "ar", ["النهار", "السفير"]),
        (
            [("النهار", "2024-05-01", "أ"), ("النهار", "2024-05-12", "ب")],
            "ar",
            ["النهار يوم 1 أيار 2024", "النهار يوم 12 أيار 2024"],
        ),
        (
            [("Nahar", "2024-05-01", "أول"), ("Nahar", "2024-05-01", "ثان")],
            "en",
            ["Nahar on 1 May 2024, “أول”", "Nahar on 1 May 2024, “ثان”"],
        ),
        ([("النهار", None, "أول"), ("النهار", None, "ثان")], "ar", ["النهار، «أول»", "النهار، «ثان»"]),
        ([(None, None, "وصول الوزير"), (None, None, None)], "ar", ["«وصول الوزير»", "«نص»"]),
        ([(None, None, "«النهر» يفيض"), (None, None, "(عمان) غاب الوزير")], "ar", ["«النهر يفيض»", "«غاب الوزير»"]),
        ([(None, None, "خبر"), (None, None, "خبر")], "ar", ["«خبر»، و0", "«خبر»، و1"]),
    ],
)
def test_a_citation_says_as_much_as_tells_articles_apart(rows, language, names):
    assert citations.citations(articles(*rows), language).tolist() == names


@settings(max_examples=50, deadline=None)
@given(st.lists(st.tuples(st.sampled_from(["أ", "ب", None]), DAYS, st.sampled_from(["خبر", "نبأ", None])), min_size=1))
def test_no_two_articles_share_a_citation(rows):
    assert citations.citations(articles(*rows)).is_unique


def test_many_articles_without_an_outlet_are_taken_together():
    few, many = (articles(*[(None, None, f"خبر {i}") for i in range(n)]) for n in (citations.FEW, citations.FEW + 1))
    assert citations.outlets(few).nunique() == citations.FEW
    assert citations.outlets(many).unique().tolist() == ["(بلا مصدر)"]


def test_what_articles_lack_is_said_with_its_cure():
    some = articles(("النهار", None, "أ"), ("النهار", "2024-05-01", "ب"))
    assert citations.lacking(some, "en").startswith(
        "Articles without a date of publication: 1 of 2: fill in the columns source"
    )
    assert citations.lacking(articles((None, None, "أ"))).startswith(
        "مقالات بلا تاريخ نشر: 1 من 1؛ مقالات بلا مصدر: 1 من 1"
    )
    assert citations.lacking(some.dropna(subset="published")) == ""
