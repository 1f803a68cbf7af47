"""Context: which places a query finds, what stands around them, and the sentences behind rows."""

import csv
from pathlib import Path

import pandas as pd
import pytest

from analysis import context, terms

ROWS = list(csv.DictReader((Path(__file__).parent / "cases" / "concordance.csv").read_text("utf-8").splitlines()))
TEXT = "أعلن «الوزير» أمس\nانسحاب القوات. وقال إن الانسحاب يبدأ غداً، ثم غادر!"


def articles(*texts, **columns):
    """A table of articles with these texts, named a, b, c …"""
    ids = [chr(ord("a") + number) for number in range(len(texts))]
    return pd.DataFrame({"article_id": ids, "text": list(texts), **columns}).astype(
        {"article_id": "str", "text": "str"}
    )


def test_a_phrase_of_chosen_words_stands_together_in_the_text():
    read = articles("زار وزير كبير الدفاع مدينة")
    rows = terms.tokens(read)
    assert context.concordance(rows[rows["token"] != "كبير"], read, "وزير الدفاع").empty


def test_a_row_without_a_place_in_its_article_is_refused():
    read = articles("aa bb. cc")
    with pytest.raises(ValueError, match="article a has no sentence 9, it has 2, counted from 0"):
        context.quotes(pd.DataFrame({"article_id": ["a"], "sentence": [9]}), read)
    with pytest.raises(ValueError, match=r"empty cells: leave these rows out with .dropna\(subset=\['start', 'end'\]"):
        context.quotes(pd.DataFrame({"article_id": ["a"], "start": [None], "end": [2.0]}), read)


def test_numbers_as_article_ids_find_their_articles():
    read = articles("aa bb", "cc aa").assign(article_id=[0, 1])
    found = context.concordance(terms.tokens(read), read, "aa")
    assert found["article_id"].tolist() == ["0", "1"]
    assert context.quotes(found, read)["sentence"].tolist() == ["aa bb", "cc aa"]


@pytest.mark.parametrize("case", ROWS, ids=[row["case"] for row in ROWS])
def test_a_query_finds(case):
    read = articles(case["text"])
    found = context.concordance(terms.tokens(read), read, case["query"])
    assert found["match"].tolist() == [match for match in case["matches"].split("|") if match]
    assert [case["text"][start:end] for start, end in zip(found["start"], found["end"], strict=True)] == found[
        "match"
    ].tolist()


def test_a_line_of_the_concordance():
    read = articles(TEXT, source=["العربي"])
    found = context.concordance(terms.tokens(read), read, "انسحاب", words=3)
    assert list(found) == ["article_id", "source", "left", "match", "right", "start", "end"]
    assert found.drop(columns=["start", "end"]).to_numpy().tolist() == [
        ["a", "العربي", "أعلن «الوزير» أمس", "انسحاب", "القوات. وقال إن"],
        ["a", "العربي", "القوات. وقال إن", "الانسحاب", "يبدأ غداً، ثم"],
    ]


def test_a_line_keeps_within_its_article():
    read = articles("aa bb", "cc dd", "ee")
    found = context.concordance(terms.tokens(read), read, "cc", words=5)
    assert found[["left", "match", "right"]].to_numpy().tolist() == [["", "cc", "dd"]]


def test_lines_sorted_by_the_nearest_words():
    read = articles("zz aa xx cc. yy bb xx bb. yy aa xx aa")
    rows = terms.tokens(read)
    left = context.concordance(rows, read, "xx", sort="left", words=2)
    assert left["left"].tolist() == ["yy aa", "zz aa", "yy bb"]
    right = context.concordance(rows, read, "xx", sort="right", words=1)
    assert right["right"].tolist() == ["aa", "bb", "cc"]
    with pytest.raises(ValueError, match="left, right or None"):
        context.concordance(rows, read, "xx", sort="up")


def test_an_empty_folder_has_no_lines():
    read = articles()
    assert context.concordance(terms.tokens(read), read, "xx").empty
    assert context.quotes(terms.tokens(read), read).empty


def test_quotes_of_places():
    read = articles(TEXT, source=["العربي"], published=[pd.Timestamp("2023-03-07")])
    found = context.quotes(context.concordance(terms.tokens(read), read, "الانسحاب"), read)
    assert found.to_dict("records")[1] == {
        "article_id": "a", "source": "العربي", "published": pd.Timestamp("2023-03-07"),
        "sentence": "وقال إن الانسحاب يبدأ غداً، ثم غادر!",
        "before": "وقال إن ", "match": "الانسحاب", "after": " يبدأ غداً، ثم غادر!",
    }  # fmt: skip


def test_quotes_of_sentences():
    read = articles(TEXT)
    found = context.quotes(pd.DataFrame({"article_id": ["a", "a"], "sentence": [1, 0]}), read)
    assert found["sentence"].tolist() == ["انسحاب القوات.", "أعلن «الوزير» أمس"]
    assert found[["before", "match", "after", "source", "published"]].isna().all(axis=None)


def test_a_match_over_two_sentences_brings_both():
    read = articles("قال. نام. غادر.")
    found = context.quotes(pd.DataFrame({"article_id": ["a"], "start": [2], "end": [7]}), read)
    assert found[["sentence", "before", "match", "after"]].to_numpy().tolist() == [["قال. نام.", "قا", "ل. نا", "م."]]


def test_quotes_of_the_first_rows():
    read = articles("aa bb cc")
    assert len(context.quotes(terms.tokens(read), read, n=2)) == 2


def test_an_article_without_a_source_goes_by_its_citation():
    read = articles("وصل الوزير", "وصل الوزير").assign(source=["العربي", None])
    rows = pd.DataFrame({"article_id": read["article_id"], "start": 0, "end": 3})
    assert context.quotes(rows, read)["source"].isna().tolist() == [False, True]
    named = read.assign(citation=["العربي يوم 7 آذار 2023", "«وصل الوزير»"])
    assert context.quotes(rows, named)["source"].tolist() == ["العربي", "«وصل الوزير»"]
    lines = context.concordance(terms.tokens(named), named, "الوزير")
    assert lines["source"].tolist() == ["العربي", "«وصل الوزير»"]


def test_rows_of_unknown_articles_are_named():
    with pytest.raises(ValueError, match="the table of articles lacks zz"):
        context.quotes(pd.DataFrame({"article_id": ["zz"], "sentence": [0]}), articles("aa"))


def test_rows_without_a_place_are_refused():
    with pytest.raises(ValueError, match="lacks sentence"):
        context.quotes(pd.DataFrame({"article_id": ["a"]}), articles("aa"))
