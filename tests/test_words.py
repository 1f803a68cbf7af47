"""Words: every word is found where it stands, and both doors find the same ones."""

import collections
import csv
import pathlib

import numpy
import pandas
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.arabic import counting, letters, vocabulary, words

CASES = pathlib.Path(__file__).with_name("cases") / "words.csv"
TEXTS = st.text(st.one_of(st.sampled_from("الوزيرقﻻﷺًَُّٰٔـ\N{RIGHT-TO-LEFT MARK}٣4,.'’؟!»\"\n أىةءؤaBéЖд"), st.characters()))
CORPORA = st.lists(TEXTS, max_size=6)


def _cases(kind):
    with CASES.open(encoding="utf-8", newline="") as lines:
        rows = [row for row in csv.DictReader(lines) if row["kind"] == kind]
    failing = pytest.mark.xfail(strict=True)
    return [
        pytest.param(
            row["text"],
            [piece for piece in row["expected"].split("|") if piece],
            marks=[failing] if row["intent"] == "known_failures" else [],
            id=row["why"],
        )
        for row in rows
    ]


@pytest.mark.parametrize(("text", "expected"), _cases("words"))
def test_words(text, expected):
    assert [text[start:end] for start, end in words.spans(text)] == expected


@pytest.mark.parametrize(("text", "expected"), _cases("sentences"))
def test_sentences(text, expected):
    assert [text[start:end] for start, end in words.sentences(text)] == expected


def test_rows():
    found = words.rows(["وصل أوستن. قال", "", "نعم"])
    expected = pandas.DataFrame(
        {
            "article": [0, 0, 0, 2],
            "sentence": [0, 0, 1, 0],
            "position": [0, 1, 2, 0],
            "start": [0, 4, 11, 0],
            "end": [3, 9, 14, 3],
            "token": ["وصل", "أوستن", "قال", "نعم"],
        }
    )
    pandas.testing.assert_frame_equal(found, expected, check_dtype=False)


@pytest.mark.parametrize("texts", [[], [""], ["..."]])
def test_no_words(texts):
    assert list(words.rows(texts)) == ["article", "sentence", "position", "start", "end", "token"]
    assert len(words.rows(texts)) == len(words.counts(texts)) == 0


def test_counts_by_group():
    found = words.counts(["دولة دوله", "دولة", "على"], [0, 0, 1]).sort_values(["group", "word"])
    assert found.to_numpy().tolist() == [["دوله", 0, 3, 2], ["علي", 1, 1, 1]]


def test_counts_of_printed_words():
    found = words.counts(["دولةٌ دوله"], spelling=letters.bare)
    assert dict(zip(found.word, found.n, strict=True)) == {"دولة": 1, "دوله": 1}


@given(CORPORA)
def test_tokens_stand_where_the_row_says(texts):
    for row in words.rows(texts).itertuples():
        assert texts[row.article][row.start : row.end] == row.token
        assert letters.fold(row.token)


@given(TEXTS)
def test_tokens_never_overlap(text):
    places = [place for span in words.spans(text) for place in span]
    assert places == sorted(places)
    assert all(start < end for start, end in words.spans(text))


@given(CORPORA)
def test_rows_and_spans_agree(texts):
    found = words.rows(texts)
    for article, text in enumerate(texts):
        mine = found[found.article == article]
        assert list(zip(mine.start, mine.end, strict=True)) == words.spans(text)


@given(CORPORA, st.sampled_from([letters.fold, letters.bare]))
def test_both_doors_count_the_same(texts, spelling):
    found = words.counts(texts, spelling=spelling)
    counter = collections.Counter(spelling(token) for token in words.rows(texts).token)
    assert dict(zip(found.word, found.n, strict=True)) == counter


@given(CORPORA, st.sampled_from([letters.fold, letters.bare]))
def test_pairs_are_the_counts_of_each_text(texts, spelling):
    parts, names = words.pairs(texts, spelling)
    found = {(names[word], text): n for part in parts for word, text, n in zip(*map(list, part), strict=True)}
    counts = words.counts(texts, range(len(texts)), spelling=spelling)
    assert found == {(row.word, row.group): row.n for row in counts.itertuples()}


@given(CORPORA, CORPORA)
def test_counts_add_over_texts(first, second):
    both = words.counts(first + second).set_index("word")[["n", "articles"]]
    apart = [words.counts(texts).set_index("word")[["n", "articles"]] for texts in (first, second)]
    assert both.to_dict() == pandas.concat(apart).groupby(level=0).sum().to_dict()


@given(st.lists(TEXTS, max_size=3), st.permutations(range(3)))
def test_the_order_of_texts_does_not_matter(texts, order):
    texts = texts + [""] * (3 - len(texts))
    one, other = words.counts(texts), words.counts([texts[place] for place in order])
    assert dict(zip(one.word, one.n, strict=True)) == dict(zip(other.word, other.n, strict=True))


def test_counts_from_small_blocks(monkeypatch):
    texts = [f"كلمة{chr(0x621 + number)} كلمة دولة التكنولوجيا" for number in range(20)]
    whole = words.counts(texts, numpy.arange(20) % 3)
    monkeypatch.setattr(words, "BLOCK", 2)
    monkeypatch.setattr(counting, "PENDING", 3)
    small = words.counts(texts, numpy.arange(20) % 3)
    order = ["word", "group"]
    pandas.testing.assert_frame_equal(
        *(table.sort_values(order, ignore_index=True) for table in (whole, small)), check_dtype=False
    )


@settings(max_examples=20)
@given(st.lists(st.lists(st.integers(1, (1 << 64) - 1), max_size=30), max_size=5))
def test_a_vocabulary_numbers_keys_as_they_come(parts):
    known, seen = vocabulary.Vocabulary(), {}
    # So many others that the table grows and keys meet on their way to a place.
    others = list(range(1, 60_000))
    for keys in [others, *parts, others[::-1], *parts]:
        place, new = known.add(numpy.array(keys, numpy.uint64))
        assert [keys[number] for number in new.tolist()] == list(dict.fromkeys(key for key in keys if key not in seen))
        for key in keys:
            seen.setdefault(key, len(seen))
        assert known.number[place].tolist() == [seen[key] for key in keys]


@given(TEXTS)
def test_sentences_cover_what_is_not_blank(text):
    spans = words.sentences(text)
    assert "".join("".join(text[start:end] for start, end in spans).split()) == "".join(text.split())
