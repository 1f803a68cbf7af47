"""Terms: every figure against a value worked out by hand; the fast path against the slow one."""

import csv
import math
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis import tables, terms

CASES = Path(__file__).parent / "cases"
VOCABULARY = "وزير ووزير الوزراء في العراق للعراق عراقية قال 2003 NATO أمريكا امريكا ، .".split()
TEXTS = st.lists(st.lists(st.sampled_from(VOCABULARY), max_size=25).map(" ".join), max_size=6)


def cases(name):
    """The rows of a table of cases, each named by its first column."""
    rows = list(csv.DictReader((CASES / f"{name}.csv").read_text("utf-8").splitlines()))
    return pytest.mark.parametrize("case", rows, ids=[next(iter(row.values())) for row in rows])


def articles(*texts, **columns):
    """A table of articles with these texts, named a, b, c …"""
    ids = [chr(ord("a") + number) for number in range(len(texts))]
    return pd.DataFrame({"article_id": ids, "text": list(texts), **columns}).astype(
        {"article_id": "str", "text": "str"}
    )


def row(table, term):
    """The row of one term."""
    return table.set_index("term").loc[term]


@pytest.fixture
def three():
    """Ten words in articles of 4, 2 and 4: aa 3 times, bb twice, cc once, dd four times."""
    return terms.tokens(articles("aa bb aa cc", "aa bb", "dd dd dd dd"))


# Tokens and families


def test_tokens_have_the_columns_of_the_table_and_point_into_the_text():
    read = articles("قال «الوزيرُ» في بغداد.\nNATO و3,500", "")
    rows = terms.tokens(read)
    assert list(rows) == list(tables.TOKENS)
    assert rows["token"].tolist() == ["قال", "الوزيرُ", "في", "بغداد", "NATO", "و", "3,500"]
    assert [read["text"][0][start:end] for start, end in zip(rows["start"], rows["end"], strict=True)] == rows[
        "token"
    ].tolist()
    assert rows["sentence"].tolist() == [0, 0, 0, 0, 1, 1, 1]


@cases("terms_families")
def test_families(case):
    listed = pd.DataFrame([pair.split("=") for pair in case["listed"].split("|") if pair], columns=["word", "family"])
    read = articles(case["text"])
    assert terms.tokens(read, families=listed)["term"].tolist() == case["expected"].split()
    counts = terms.count_articles(read, families=listed)
    pd.testing.assert_frame_equal(counts, terms.count(terms.tokens(read, families=listed)))


def test_a_table_of_families_without_its_columns_is_refused():
    with pytest.raises(ValueError, match="the table of families lacks family"):
        terms.tokens(articles("وزير"), families=pd.DataFrame({"word": ["وزير"]}))


# Counts


def test_count(three):
    expected = {
        "term": ["dd", "aa", "bb", "cc"],
        "n": [4, 3, 2, 1],
        "per_million": [4 / 10 * 1e6, 3 / 10 * 1e6, 2 / 10 * 1e6, 1 / 10 * 1e6],
        "articles": [1, 2, 2, 1],
        "variants": [1, 1, 1, 1],
    }
    pd.testing.assert_frame_equal(terms.count(three), pd.DataFrame(expected).astype({"term": "str"}))


def test_count_by_source_is_per_million_words_of_the_source():
    read = articles("aa bb aa cc", "aa bb", "dd", source=["one", "two", "one"])
    counts = terms.count(terms.labelled(terms.tokens(read), read, "source"), by="source")
    assert counts[["source", "term", "n"]].to_numpy().tolist() == [
        ["one", "aa", 2], ["one", "bb", 1], ["one", "cc", 1], ["one", "dd", 1], ["two", "aa", 1], ["two", "bb", 1],
    ]  # fmt: skip
    assert counts["per_million"].tolist() == pytest.approx([4e5, 2e5, 2e5, 2e5, 5e5, 5e5])
    pd.testing.assert_frame_equal(counts, terms.count_articles(read, by="source"))


def test_articles_without_a_source_are_counted_too():
    read = articles("aa", "aa", source=["one", None])
    assert terms.count_articles(read, by="source")["n"].sum() == 2


def test_an_article_counts_once_however_its_family_is_spelled():
    counts = terms.count_articles(articles("وزير ووزير", "الوزير"))
    assert (counts["n"].tolist(), counts["articles"].tolist(), counts["variants"].tolist()) == ([3], [2], [3])


def test_variants_and_spellings():
    read = articles("وزير ووزير وزيرٌ", "الوزير", source=["one", "two"])
    rows = terms.tokens(read)
    assert terms.variants(rows, "الوزير").to_numpy().tolist() == [["وزير", 2], ["الوزير", 1], ["ووزير", 1]]
    found = terms.spellings(rows, read)
    assert found.to_numpy().tolist() == [
        ["وزير", "one", "وزير", 2], ["وزير", "one", "ووزير", 1], ["وزير", "two", "الوزير", 1],
    ]  # fmt: skip


def test_a_word_that_does_not_occur_has_no_variants(three):
    assert terms.variants(three, "وزير").empty
    assert terms.positions(three, "وزير").empty
    assert terms.collocates(three, "وزير").empty
    assert terms.families_of(three, ["وزير", "aa"]) == ["aa"]


@cases("terms_stopping")
def test_content(case):
    table = pd.DataFrame({"term": pd.Series([case["term"]], dtype="str")})
    assert len(terms.content(table)) == (case["content"] == "yes")
    without = case["content"] == "yes" and case["reporting"] == "no"
    assert len(terms.content_without_reporting(table)) == without


# Phrases and collocates


@cases("terms_phrases")
def test_phrases(case):
    found = terms.phrases(terms.tokens(articles(case["text"])))
    assert [f"{phrase} {n}" for phrase, n in zip(found["phrase"], found["n"], strict=True)] == [
        phrase for phrase in case["phrases"].split("|") if phrase
    ]


def test_phrases_count_their_articles_and_words():
    found = terms.phrases(terms.tokens(articles("aa bb. aa bb", "aa bb", "bb aa")))
    assert found.to_dict("records") == [{"phrase": "aa bb", "words": 2, "n": 3, "articles": 2}]
    assert terms.phrases(terms.tokens(articles("aa bb")), least=1)["phrase"].tolist() == ["aa bb"]


def test_collocates():
    # The word aa, one word around it: bb twice. Away from it cc and dd, so that bb is 2 of all 4 other words.
    found = terms.collocates(terms.tokens(articles("aa bb cc. aa bb dd")), "aa", window=1)
    expected = 2 * 2 / 4
    likelihood = 2 * (2 * math.log(2 / 1) + 0 + 0 + 2 * math.log(2 / 1))  # near bb, near other, far bb, far other
    dice = 14 + math.log2(2 * 2 / (2 + 2))
    assert found.to_numpy().tolist() == [["bb", 2, expected, pytest.approx(likelihood), pytest.approx(dice)]]


def test_collocates_stay_within_the_sentence_and_the_article():
    rows = terms.tokens(articles("aa bb. cc aa", "dd"))
    assert set(terms.collocates(rows, "aa")["term"]) == {"bb", "cc"}
    assert set(terms.collocates(rows, "dd")["term"]) == set()


def test_a_collocate_rarer_than_expected_has_a_minus():
    # Near aa: bb once. 1 of the 2 places near holds cc, which is 1 of 8; bb is 7 of 8 and expected 7/4 times.
    found = terms.collocates(terms.tokens(articles("bb aa cc bb bb bb bb bb bb")), "aa", window=1)
    assert row(found, "bb")["expected"] == pytest.approx(7 / 4)
    assert row(found, "bb")["log_likelihood"] < 0 < row(found, "cc")["log_likelihood"]


# Contrasts


def test_distinctive():
    read = articles("aa aa bb", "aa bb bb", source=["one", "two"])
    found = terms.distinctive(terms.tokens(read), read)
    # The prior: 500 words shared out like all six, 250 for aa. Odds: 252/251 here, 251/252 in the rest.
    odds = math.log((2 + 250) / (3 + 500 - 252)) - math.log((1 + 250) / (3 + 500 - 251))
    z = odds / math.sqrt(1 / 252 + 1 / 251)
    assert found.iloc[0].tolist() == ["one", "aa", 2, 1, 1, pytest.approx(odds), pytest.approx(z)]
    assert found.groupby("source")["z"].sum().tolist() == pytest.approx([0, 0])


def test_keyness_against_other_counts():
    # 10 of 100 words against 5 of 200: expected 100 · 15/300 = 5 and 10.
    counts = terms.count(terms.tokens(articles("aa " * 10 + "bb " * 90)))
    other = terms.count(terms.tokens(articles("aa " * 5 + "bb " * 195)))
    found = row(terms.keyness(counts, reference=other), "aa")
    assert found["log_likelihood"] == pytest.approx(2 * (10 * math.log(10 / 5) + 5 * math.log(5 / 10)))
    assert found["log_ratio"] == pytest.approx(2)  # log2(0.1 / 0.025)
    error = math.sqrt(1 / 10 - 1 / 100 + 1 / 5 - 1 / 200) / math.log(2)
    assert [found["low"], found["high"]] == pytest.approx([2 - 1.959964 * error, 2 + 1.959964 * error])
    assert (found["per_million"], found["reference_per_million"]) == (1e5, 25000)


def test_keyness_of_what_the_reference_lacks_or_has_more_often():
    counts = terms.count(terms.tokens(articles("aa aa bb bb")))
    found = terms.keyness(counts, reference=terms.count(terms.tokens(articles("bb bb bb bb"))))
    # aa: expected 4 · 2/8 = 1 in each; log2(0.5 / (0.5/4)). bb: 2 against 4, expected 3 and 3.
    assert row(found, "aa")["log_likelihood"] == pytest.approx(2 * 2 * math.log(2))
    assert row(found, "aa")["log_ratio"] == pytest.approx(2)
    assert row(found, "bb")["log_likelihood"] == pytest.approx(-2 * (2 * math.log(2 / 3) + 4 * math.log(4 / 3)))


def test_keyness_does_not_change_when_rows_are_left_out():
    counts = terms.count(terms.tokens(articles("أعلن الوزير في بغداد عن انسحاب القوات من العراق في أيلول")))
    whole = terms.content(terms.keyness(counts))
    pd.testing.assert_frame_equal(whole, terms.keyness(terms.content(counts)))
    assert row(whole, "العراق")["log_ratio"] > 3


def test_keyness_finds_a_family_by_another_spelling():
    counts = terms.count(terms.tokens(articles("الوزير")))
    other = terms.count(terms.tokens(articles("وزير بغداد")))
    assert terms.keyness(counts, reference=other)["reference_per_million"].tolist() == [5e5]


def test_compare():
    read = articles("aa aa bb", "aa cc cc", source=["one", "two"])
    found = terms.compare(terms.tokens(read), read, "one", "two")

    def part(rank, other):
        return abs(rank ** (-1 / 3) - other ** (-1 / 3)) ** (3 / 4)

    # Ranks: aa 1 and 2, bb 2 and 3, cc 3 and 1. With nothing shared each word would stand against rank 2 + 2/2 = 3.
    most = 2 * (part(1, 3) + part(2, 3))
    assert row(found, "aa")["contribution"] == pytest.approx(part(1, 2) / most)
    assert row(found, "bb")["contribution"] == pytest.approx(part(2, 3) / most)
    assert found[["term", "n_one", "n_other", "rank_one", "rank_other", "more_in"]].to_numpy().tolist() == [
        ["cc", 0, 2, 3, 1, "two"], ["aa", 2, 1, 1, 2, "one"], ["bb", 1, 0, 2, 3, "one"],
    ]  # fmt: skip


def test_compare_the_same_words():
    read = articles("aa aa bb", "aa aa bb", source=["one", "two"])
    found = terms.compare(terms.tokens(read), read, "one", "two")
    assert found["contribution"].tolist() == [0, 0]
    assert found["more_in"].isna().all()


# Spread


def test_dispersion(three):
    found = row(terms.dispersion(three), "aa")
    # Shares of the words 4/10, 2/10, 4/10, of aa 2/3, 1/3, 0; rates 1/2, 1/2, 0 with mean 1/3 and deviation √(1/18).
    dp = (abs(2 / 3 - 4 / 10) + abs(1 / 3 - 2 / 10) + 4 / 10) / 2
    d = 1 - math.sqrt(1 / 18) / (1 / 3) / math.sqrt(3 - 1)
    assert [found["juilland_d"], found["dp"], found["dp_norm"]] == pytest.approx([d, dp, dp / (1 - 2 / 10)])
    assert (found["n"], found["articles"]) == (3, 2)


def test_dispersion_ends():
    even = row(terms.dispersion(terms.tokens(articles("aa bb", "aa bb"))), "aa")
    assert [even["juilland_d"], even["dp"], even["dp_norm"]] == pytest.approx([1, 0, 0])
    alone = row(terms.dispersion(terms.tokens(articles("aa aa", "bb bb"))), "aa")
    assert [alone["juilland_d"], alone["dp"], alone["dp_norm"]] == pytest.approx([0, 1 / 2, 1])
    assert terms.dispersion(terms.tokens(articles("aa bb")))[["juilland_d", "dp_norm"]].isna().all(axis=None)


def test_positions(three):
    found = terms.positions(three, "aa")
    assert found.to_numpy().tolist() == [["a", 0, 0, 2], ["a", 2 / 3, 6, 8], ["b", 0, 0, 2]]


def test_trend():
    days = pd.to_datetime(["2021-07-01", "2021-07-31", "2021-09-02", None])
    read = articles("aa bb", "aa", "bb bb bb cc", "aa", published=days)
    found = terms.trend(terms.tokens(read), read, ["aa", "bb"])
    july, september = pd.Timestamp("2021-07-01"), pd.Timestamp("2021-09-01")
    assert found.to_numpy().tolist() == [
        [july, "aa", 2, pytest.approx(2 / 3 * 1e6), 2, 2, False], [july, "bb", 1, pytest.approx(1 / 3 * 1e6), 1, 2, False],
        [september, "aa", 0, 0, 0, 1, False], [september, "bb", 3, pytest.approx(3 / 4 * 1e6), 1, 1, False],
    ]  # fmt: skip
    assert found.attrs["undated"] == 1
    assert terms.trend(terms.tokens(read), read, "aa", by="year")["n"].tolist() == [2]
    assert terms.trend(terms.tokens(read), read, "aa", by="day")["n"].tolist() == [1, 1, 0]


def test_trend_of_thirty_articles_is_enough():
    read = articles(*["aa"] * 30, published=[pd.Timestamp("2021-07-01")] * 30)
    assert terms.trend(terms.tokens(read), read, "aa")["enough"].tolist() == [True]


@pytest.mark.parametrize("days", [[None, None], [None, None, "2021-07-01"]])
def test_trend_without_dates_is_refused_with_a_reason(days):
    read = articles(*["aa"] * len(days), published=pd.to_datetime(pd.Series(days, dtype="str")))
    found = terms.trend(terms.tokens(read), read, "aa")
    assert found.empty
    assert found.attrs["reason"] == f"2 of {len(days)} articles have no date of publication"


def test_trend_by_something_else_is_refused():
    read = articles("aa", published=[pd.Timestamp("2021-07-01")])
    with pytest.raises(ValueError, match="day, month or year"):
        terms.trend(terms.tokens(read), read, "aa", by="week")


def test_richness():
    found = terms.richness(terms.tokens(articles("aa bb aa cc", "aa")), piece=3, window=3).set_index("article_id")
    # One whole piece: aa bb aa, 2 types of 3. Two windows: aa bb aa with 2 types, bb aa cc with 3.
    assert found.loc["a"].tolist() == pytest.approx([4, 3, 2 / 3, (2 / 3 + 3 / 3) / 2])
    assert found.loc["b", ["sttr", "mattr"]].isna().all()


def test_tfidf(three):
    found = terms.tfidf(three)
    assert found["article_id"].tolist() == ["a", "a", "a", "b", "b", "c"]
    first = found[found["article_id"] == "a"]
    assert first["term"].tolist() == ["cc", "aa", "bb"]
    assert first["tfidf"].tolist() == pytest.approx(
        [1 / 4 * math.log(3), 2 / 4 * math.log(3 / 2), 1 / 4 * math.log(3 / 2)]
    )


# What holds for all texts


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_the_fast_path_counts_the_same(texts):
    read = articles(*texts, source=["one", "two", None, "one", "two", None][: len(texts)])
    rows = terms.tokens(read)
    pd.testing.assert_frame_equal(terms.count(rows), terms.count_articles(read))
    by_source = terms.count(terms.labelled(rows, read, "source"), by="source")
    pd.testing.assert_frame_equal(by_source, terms.count_articles(read, by="source"))


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_counts_add_over_articles(texts):
    rows = terms.tokens(articles(*texts))
    counts, parts = terms.count(rows), terms.count(rows, by="article_id")
    added = parts.groupby("term").agg(n=("n", "sum"), articles=("n", "size"))
    assert counts["n"].sum() == len(rows)
    assert counts.set_index("term")[["n", "articles"]].sort_index().equals(added.sort_index())


@settings(deadline=None, max_examples=40)
@given(TEXTS, st.randoms())
def test_the_order_of_articles_does_not_matter(texts, random):
    read = articles(*texts)
    order = random.sample(range(len(read)), len(read))
    mixed = read.iloc[order]
    pd.testing.assert_frame_equal(terms.count_articles(mixed), terms.count_articles(read))
    pd.testing.assert_frame_equal(terms.phrases(terms.tokens(mixed)), terms.phrases(terms.tokens(read)))
    pd.testing.assert_frame_equal(terms.dispersion(terms.tokens(mixed)), terms.dispersion(terms.tokens(read)))


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_tokens_never_overlap(texts):
    for _, rows in terms.tokens(articles(*texts)).groupby("article_id"):
        assert (rows["start"].to_numpy()[1:] >= rows["end"].to_numpy()[:-1]).all()
        assert (rows["end"] > rows["start"]).all()
        assert rows["position"].tolist() == list(range(len(rows)))


@settings(deadline=None, max_examples=25)
@given(TEXTS)
def test_nothing_fails_on_odd_folders_and_no_argument_changes(texts):
    sources = (["one", "two"] * 3)[: len(texts)]
    days = [pd.Timestamp("2021-07-01")] * len(texts)
    read = articles(*texts, source=sources, published=pd.Series(days, dtype="datetime64[us]"))
    rows = terms.tokens(read)
    before = rows.copy(deep=True), read.copy(deep=True)
    for found in (
        terms.phrases(rows), terms.distinctive(rows, read), terms.keyness(terms.count(rows)), terms.dispersion(rows),
        terms.positions(rows, "وزير"), terms.collocates(rows, "وزير"), terms.trend(rows, read, ["وزير", "قال"]),
        terms.tfidf(rows), terms.richness(rows, piece=3, window=3), terms.compare(rows, read, "one", "two"),
        terms.spellings(rows, read), terms.variants(rows, "وزير"), terms.content_without_reporting(rows),
    ):  # fmt: skip
        assert isinstance(found, pd.DataFrame)
        numbers = found.select_dtypes("number").drop(
            columns=["juilland_d", "dp_norm", "sttr", "mattr", "per_million"], errors="ignore"
        )
        assert not numbers.isna().any(axis=None)
    pd.testing.assert_frame_equal(rows, before[0])
    pd.testing.assert_frame_equal(read, before[1])


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_measures_keep_within_their_bounds(texts):
    rows = terms.tokens(articles(*texts))
    spread = terms.dispersion(rows)
    assert spread.melt(value_vars=["juilland_d", "dp", "dp_norm"])["value"].dropna().between(0, 1 + 1e-9).all()
    richness = terms.richness(rows, piece=3, window=3)
    assert richness.melt(value_vars=["sttr", "mattr"])["value"].dropna().between(1 / 3 - 1e-9, 1 + 1e-9).all()
    keys = terms.keyness(terms.count(rows))
    assert (keys["low"] <= keys["log_ratio"]).all()
    assert (keys["log_ratio"] <= keys["high"]).all()
