"""Copies are found, exact and near, and nothing else."""

import time

import numpy
import pandas
import pytest
from exports import SEEDS
from hypothesis import given
from hypothesis import strategies as st

from analysis import tables
from analysis.load import copies

TEXTS = [path.read_text("utf-8") for path in SEEDS]


def table(*texts: str, **columns) -> pandas.DataFrame:
    return pandas.DataFrame({"article_id": [f"a{n}" for n in range(len(texts))], "text": texts, **columns})


def pairs(articles: pandas.DataFrame) -> list[tuple[str, str]]:
    found = copies.find(articles)
    return list(zip(found["article_id"], found["copy_of"], strict=True))


def test_the_seeds_are_no_copies():
    assert pairs(table(*TEXTS)) == []


def test_the_same_article_twice():
    found = copies.find(table(*TEXTS, TEXTS[2]))
    assert found.to_dict("records") == [{"article_id": "a5", "copy_of": "a2", "share": 1.0}]
    assert dict(found.dtypes.astype(str)) == tables.COPIES


def test_spelling_does_not_hide_a_copy():
    spelled = TEXTS[1].replace("أ", "ا").replace("ة", "ه").replace("العراق", "العِراق")
    assert pairs(table(TEXTS[1], spelled)) == [("a1", "a0")]


def test_wire_story_with_another_beginning_and_end():
    lines = TEXTS[2].split("\n")
    edited = "\n".join(["عنوان آخر لصحيفة أخرى", *lines[2 : len(lines) * 3 // 4], "وتابعت الصحيفة نقلا عن مصادرها."])
    found = copies.find(table(TEXTS[2], edited))
    assert list(found["copy_of"]) == ["a0"]
    assert 0.8 < found["share"][0] < 1


def test_copy_is_of_the_article_published_first():
    days = pandas.to_datetime(["2021-07-27", None, "2021-07-26"])
    assert pairs(table(TEXTS[0], TEXTS[0], TEXTS[0], published=days)) == [("a0", "a2"), ("a1", "a2")]


@pytest.mark.parametrize(
    ("names", "sources"),
    [
        (["aawsat_1 - نسخة", "aawsat_1"], [None, None]),
        (["aawsat_1 (1)", "aawsat_1"], ["الحياة", "الحياة"]),
        (["page - Copy", "page"], [None, None]),
        (["a", "b"], [None, "الحياة"]),
        (["a", "b (2)"], [None, "الحياة"]),
    ],
)
def test_of_two_of_one_day_the_one_with_more_known_and_the_plain_name_is_the_model(names, sources):
    articles = table(TEXTS[0], TEXTS[0], source=sources, published=pandas.to_datetime(["2021-07-26"] * 2))
    assert pairs(articles.assign(article_id=names)) == [tuple(names)]


def test_model_is_the_one_that_holds_most():
    both = TEXTS[0] + TEXTS[1]
    assert pairs(table(TEXTS[0], both, TEXTS[1])) == [("a2", "a1")]


def test_quoted_sentence_is_no_copy():
    quoting = TEXTS[0] + "\n" + TEXTS[3].split("\n")[0]
    assert pairs(table(TEXTS[3], quoting)) == []


def test_short_and_empty_texts():
    assert pairs(table()) == []
    assert pairs(table("", "", None)) == []
    assert pairs(table("بغداد", "بغداد", "بغداد اليوم")) == [("a1", "a0")]


def test_missing_column_is_named():
    with pytest.raises(ValueError, match="text"):
        copies.find(pandas.DataFrame({"article_id": ["a"]}))


@given(st.lists(st.text(alphabet="ابت ", max_size=30), max_size=8))
def test_share_is_that_of_the_sets(texts):
    articles = table(*texts)
    for row in copies.find(articles).itertuples():
        later, earlier = (set(shingles(articles["text"][int(name[1:])])) for name in (row.article_id, row.copy_of))
        assert row.share == len(later & earlier) / len(later) >= copies.NEAR
        assert int(row.copy_of[1:]) < int(row.article_id[1:])


def shingles(text: str) -> list[tuple[str, ...]]:
    words = text.split()
    size = min(copies.SHINGLE, len(words))
    return [tuple(words[n : n + size]) for n in range(len(words) - size + 1)]


def test_ten_thousand_articles_take_seconds():
    random = numpy.random.default_rng(7)
    words = numpy.array([f"كلمة{n}" for n in range(20_000)])
    texts = [" ".join(random.choice(words, 150)) for _ in range(10_000)]
    start = time.process_time()
    assert len(copies.find(table(*texts, *texts[:500]))) == 500
    assert time.process_time() - start < 8
