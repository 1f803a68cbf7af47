"""Terms: tokens, counts and phrases; the fast path against the slow one; what holds for all texts."""

import csv
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from small import articles, tokens_of_three

from analysis import tables, terms
from analysis.arabic import counting, words

CASES = Path(__file__).parent / "cases"
VOCABULARY = ["وزير", "ووزير", "الوزراء", "في", "العراق", "للعراق", "عراقية", "قال", "2003", "NATO", "أمريكا", "،", "."]
TEXTS = st.lists(st.lists(st.sampled_from(VOCABULARY), max_size=25).map(" ".join), max_size=6)


def cases(name):
    """The rows of a table of cases, each named by its first column."""
    rows = list(csv.DictReader((CASES / f"{name}.csv").read_text("utf-8").splitlines()))
    return pytest.mark.parametrize("case", rows, ids=[next(iter(row.values())) for row in rows])


@pytest.fixture
def three():
    return tokens_of_three()


# Tokens and families


def test_numbers_as_article_ids_are_joined_by_their_digits():
    read = articles("aa bb", "aa cc", source=["one", "two"]).assign(article_id=[0, 1])
    rows = terms.tokens(read)
    assert terms.labelled(rows, read, "source")["source"].tolist() == ["one", "one", "two", "two"]
    assert terms.labelled(rows.astype({"article_id": int}), read, "source")["source"].notna().all()


def test_an_article_id_in_several_rows_is_refused():
    read = pd.concat([articles("aa bb", "aa", source=["one", "two"])] * 2)
    rows = terms.tokens(read.head(2))
    for refused in (terms.tokens, terms.count_articles, lambda read: terms.labelled(rows, read, "source")):
        with pytest.raises(ValueError, match=r"an article_id in several rows \(a, b\): read folders together"):
            refused(read)


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


@pytest.mark.parametrize(
    ("text", "styles"),
    [
        ("الأميركية والأمريكية", {"أمريكية", "أميركية"}),
        ("مسؤول ومسئول وللمسؤول", {"مسؤول", "مسئول"}),
        ("الوزير ووزير وللوزير والوزراء وزيرة", set()),
        ("إعداد التقرير وأعداد الزوار", set()),
        ("دولته في دولة", set()),
        ("أردوغان وإردوغان", {"أردوغان", "إردوغان"}),
        ("ترامب ثم ترمب", {"ترامب", "ترمب"}),
        ("مبنى مبني", set()),
        ("بدأ وبدا", set()),
        ("آمن أمن", set()),
    ],
)
def test_a_house_style_is_another_spelling_of_the_same_form(text, styles):
    read = articles(text, source=["one"])
    assert set(terms.house_styles(terms.tokens(read), read)["spelling"]) == styles


def test_the_form_that_is_most_divided_stands_first():
    read = articles("أميركا أميركا مسؤول", "أمريكا امريكا مسئول", source=["one", "two"])
    found = terms.house_styles(terms.tokens(read), read)
    assert found["form"].tolist() == ["أميركا"] * 3 + ["مسؤول"] * 2
    assert found.loc[found["source"] == "two", "spelling"].tolist() == ["أمريكا", "امريكا", "مسئول"]


@pytest.mark.parametrize(
    ("days", "period"),
    [
        (["2024-05-01", "2024-05-09", None], "day"),
        (["2024-05-01", "2024-06-09", "2024-07-09"], "month"),
        (["2010-05-01", "2024-06-09", "2024-07-09"], "year"),
        ([None], "day"),
    ],
)
def test_the_period_follows_the_days_of_the_articles(days, period):
    assert terms.finest(pd.DataFrame({"published": pd.to_datetime(pd.Series(days))})) == period


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


# Phrases


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


# What holds for all texts


@settings(deadline=None, max_examples=40)
@given(TEXTS)
def test_the_fast_path_counts_the_same(texts):
    read = articles(*texts, source=["one", "two", None, "one", "two", None][: len(texts)])
    rows = terms.tokens(read)
    pd.testing.assert_frame_equal(terms.count(rows), terms.count_articles(read))
    by_source = terms.count(terms.labelled(rows, read, "source"), by="source")
    pd.testing.assert_frame_equal(by_source, terms.count_articles(read, by="source"))


def test_many_blocks_and_groups_are_counted_the_same(monkeypatch):
    read = articles(*(f"وزير ووزير كلمة{n % 3} {'دولة' * (n % 2)}" for n in range(9)), source=list("abcabcabb"))
    read.loc[4, "text"] = ""
    whole = terms.count_articles(read, by="source")
    monkeypatch.setattr(words, "BLOCK", 2)
    monkeypatch.setattr(counting, "DENSE", 1)
    pd.testing.assert_frame_equal(terms.count_articles(read, by="source"), whole)


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
    compared = [terms.compare(rows, read, "one", "two")] if len(texts) > 1 else []  # it refuses a group of no article
    for found in (
        *compared, terms.phrases(rows), terms.distinctive(rows, read), terms.keyness(terms.count(rows)),
        terms.positions(rows, "وزير"), terms.collocates(rows, "وزير"), terms.trend(rows, read, ["وزير", "قال"]),
        terms.tfidf(rows), terms.richness(rows, piece=3, window=3), terms.dispersion(rows),
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


def test_words_of_a_phrase_are_one_character_apart_at_most():
    found = terms.phrases(terms.tokens(articles("السلام،الأمن. السلام الأمن. السلام، الأمن. السلام، الأمن")))
    assert found[["phrase", "n"]].to_numpy().tolist() == [["السلام الأمن", 2]]


@pytest.mark.parametrize("n", [3, (4, 2), (1, 3)])
def test_the_length_of_phrases_is_a_pair(n):
    with pytest.raises(ValueError, match="n is the fewest and the most words of a phrase"):
        terms.phrases(terms.tokens(articles("aa bb cc")), n=n)


# A word in all its forms


def test_an_outlet_that_prints_a_word_in_another_form_alone_is_counted_too():
    ids, outlets = ["a", "b", "c", "d"], ["أ", "ب", "ج", None]
    texts = ["الأميركي وأميركي", "بالأمريكي والأمريكيين", "أمريكية والأمريكية وأميركا", "كردستان"]
    read = pd.DataFrame({"article_id": ids, "source": outlets, "text": texts})
    found = terms.inflected(terms.tokens(read), read, pd.Series(["أميركي", "أمريكي"]))
    rows = [("أ", "أميركي", 2), ("ب", "أمريكي", 2), ("ج", "أمريكي", 2)]
    assert list(found.itertuples(index=False, name=None)) == rows


def test_a_name_that_ends_like_a_plural_keeps_its_spelling():
    read = pd.DataFrame({"article_id": ["a", "b"], "source": "أ", "text": ["كردستان وكوردستان", "وكردستان"]})
    found = terms.inflected(terms.tokens(read), read, pd.Series(["كردستان", "كوردستان"]))
    assert dict(zip(found["spelling"], found["n"], strict=True)) == {"كردستان": 2, "كوردستان": 1}


def test_no_spellings_are_printed_nowhere():
    read = pd.DataFrame({"article_id": ["a"], "source": "أ", "text": ["كردستان"]})
    assert terms.inflected(terms.tokens(read), read, pd.Series([], dtype="str")).empty


# Names of families for the eye


@pytest.mark.parametrize(
    ("printed", "term", "name"),
    [
        (["والصين", "والصين"], "والصين", "الصين"),
        (["أصواتها", "أصواتها", "صوت"], "أصواتها", "صوت"),
        (["بقيادة", "بقيادة", "القيادات"], "بقيادة", "قيادة"),
        (["تقودها", "تقودها", "وتقود"], "تقودها", "تقود"),
        (["عتادها"], "عتادها", "عتادها"),
        (["وزارة", "الوزارة"], "وزارة", "وزارة"),
        (["فرون"], "فرون", "فرون"),
        (["2003"], "2003", "2003"),
    ],
)
def test_what_is_attached_to_a_term_is_left_out_of_its_name(printed, term, name):
    rows = pd.DataFrame({"token": printed, "term": term})
    assert terms.unattached(rows, pd.Series([term, term], index=[7, 9])).to_dict() == {7: name, 9: name}


def test_a_name_that_is_another_term_is_not_taken():
    rows = pd.DataFrame({"token": ["والصين", "الصين"], "term": ["والصين", "الصين"]})
    assert terms.unattached(rows, rows["term"]).tolist() == ["والصين", "الصين"]


def test_no_terms_have_no_names():
    assert terms.unattached(pd.DataFrame({"token": [], "term": []}, dtype="str"), pd.Series([], dtype="str")).empty


@pytest.mark.parametrize(("a_day", "period"), [(1, "day"), (6, "week"), (40, "day")])
def test_weeks_are_counted_where_they_have_enough_articles_and_days_have_not(a_day, period):
    days = pd.date_range("2015-07-20", periods=28).repeat(a_day)
    assert terms.finest(pd.DataFrame({"published": days})) == period
