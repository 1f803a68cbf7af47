"""Scores of terms: every figure against a value worked out by hand from its published formula."""

import math

import pandas as pd
import pytest
from pandas.testing import assert_frame_equal
from small import articles, row, tokens_of_three

from analysis import terms


@pytest.fixture
def three():
    return tokens_of_three()


# Company


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


def test_collocates_of_chosen_words_stand_as_near_as_in_the_text():
    rows = terms.tokens(articles("aa cc cc bb. aa bb cc"))
    chosen = rows[rows["term"] != "cc"]
    assert row(terms.collocates(chosen, "aa", window=2), "bb")["n"] == 1


# Contrasts


def test_distinctive():
    read = articles("aa aa bb", "aa bb bb", source=["one", "two"])
    found = terms.distinctive(terms.tokens(read), read)
    # The prior: 500 words shared out like all six, 250 for aa. Odds: 252/251 here, 251/252 in the rest.
    odds = math.log((2 + 250) / (3 + 500 - 252)) - math.log((1 + 250) / (3 + 500 - 251))
    z = odds / math.sqrt(1 / 252 + 1 / 251)
    assert found.iloc[0].tolist() == ["one", "aa", 2, 1, 1, pytest.approx(odds), pytest.approx(z)]
    assert found.groupby("source")["z"].sum().tolist() == pytest.approx([0, 0])


def test_the_group_with_the_most_words_comes_first():
    read = articles("aa", "bb cc dd", "bb cc", source=["one", "two", "three"])
    assert list(terms.distinctive(terms.tokens(read), read)["source"].unique()) == ["two", "three", "one"]
    assert terms.distinctive(terms.tokens(read), read.head(0)).empty


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


def test_keyness_refuses_a_reference_counted_by_group():
    counts = terms.count(terms.tokens(articles("aa bb")))
    with pytest.raises(ValueError, match="a term in several rows"):
        terms.keyness(counts, reference=pd.concat([counts, counts]))


def test_a_comparison_with_a_group_that_is_not_there_says_which_are():
    read = articles("aa", "bb", source=["one", "two"])
    with pytest.raises(ValueError, match="no article has the source 'three'; there are one, two"):
        terms.compare(terms.tokens(read), read, "one", "three")


def test_a_column_that_is_not_there_is_named():
    read = articles("aa", "bb")
    with pytest.raises(ValueError, match="the table of articles lacks source"):
        terms.compare(terms.tokens(read), read, "one", "two")
    with pytest.raises(ValueError, match="the table of tokens lacks article_id, term"):
        terms.dispersion(pd.DataFrame({"word": ["aa"]}))


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

    # Ranks: aa 1 and 2, bb 2 and 3, cc 3 and 1. With nothing shared each word would stand against rank 2 + 3/2 = 3.5.
    most = 2 * (part(1, 3.5) + part(2, 3.5))
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


@pytest.mark.parametrize("texts", [("aa", "bb"), ("aa bb cc", "dd ee ff"), ("aa aa bb", "cc dd ee ee ff ff ff")])
def test_where_no_word_is_shared_the_contributions_make_one(texts):
    read = articles(*texts, source=["one", "two"])
    assert terms.compare(terms.tokens(read), read, "one", "two")["contribution"].sum() == pytest.approx(1)


def test_compare_with_a_group_of_no_words():
    read = articles("", "aa bb", source=["one", "two"])
    assert terms.compare(terms.tokens(read), read, "one", "two")["contribution"].tolist() == [0, 0]


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
        [july, "aa", 2, pytest.approx(2 / 3 * 1e6), 2, 2, False],
        [july, "bb", 1, pytest.approx(1 / 3 * 1e6), 1, 2, False],
        [september, "aa", 0, 0, 0, 1, False],
        [september, "bb", 3, pytest.approx(3 / 4 * 1e6), 1, 1, False],
    ]
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


def test_days_that_are_text_are_refused_with_what_to_do():
    read = articles("aa", "aa", published=["2021-07-01", None])
    for refused in (terms.finest, lambda read: terms.trend(terms.tokens(read), read, "aa")):
        with pytest.raises(ValueError, match=r"no dates but '2021-07-01': make dates of it with .*to_datetime"):
            refused(read)


def test_days_of_a_time_zone_are_counted_where_they_fall():
    read = articles("aa", published=pd.to_datetime(["2021-07-01T23:30:00Z"]))
    assert terms.trend(terms.tokens(read), read, "aa", by="day")["period"].tolist() == [pd.Timestamp("2021-07-01")]
    assert terms.finest(read) == terms.finest(read.assign(published=None)) == "day"


def test_trend_of_no_word_is_refused():
    read = articles("aa", published=[pd.Timestamp("2021-07-01")])
    assert terms.trend(terms.tokens(read), read, []).attrs["reason"] == "no word is named"


def test_trend_by_something_else_is_refused():
    read = articles("aa", published=[pd.Timestamp("2021-07-01")])
    with pytest.raises(ValueError, match="day, week, month or year"):
        terms.trend(terms.tokens(read), read, "aa", by="decade")


def test_richness():
    found = terms.richness(terms.tokens(articles("aa bb aa cc", "aa")), piece=3, window=3).set_index("article_id")
    # One whole piece: aa bb aa, 2 types of 3. Two windows: aa bb aa with 2 types, bb aa cc with 3.
    assert found.loc["a"].tolist() == pytest.approx([4, 3, 2 / 3, (2 / 3 + 3 / 3) / 2])
    assert found.loc["b", ["sttr", "mattr"]].isna().all()


def test_richness_of_chosen_words_takes_them_as_consecutive():
    rows = terms.tokens(articles("aa xx bb xx aa cc xx"))
    chosen = terms.richness(rows[rows["term"] != "xx"], piece=2, window=2)
    assert_frame_equal(chosen, terms.richness(terms.tokens(articles("aa bb aa cc")), piece=2, window=2))


def test_tfidf(three):
    found = terms.tfidf(three)
    assert found["article_id"].tolist() == ["a", "a", "a", "b", "b", "c"]
    first = found[found["article_id"] == "a"]
    assert first["term"].tolist() == ["cc", "aa", "bb"]
    assert first["tfidf"].tolist() == pytest.approx(
        [1 / 4 * math.log(3), 2 / 4 * math.log(3 / 2), 1 / 4 * math.log(3 / 2)]
    )
