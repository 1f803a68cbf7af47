"""Stems: words of one family meet, and words that only look alike do not."""

import csv
import pathlib

import pytest
import wordfreq
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.arabic import (
    affixes,
    cache,
    fitting,
    frequency,
    function_words,
    general,
    keys,
    letters,
    readings,
    remembered,
    stems,
)

CASES = pathlib.Path(__file__).with_name("cases") / "stems.csv"
WORDS = st.lists(st.text(st.sampled_from("والبكسفيتنمهةىأإآءؤئدرA1ًّـ"), max_size=9), max_size=8)


def _cases():
    with CASES.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines):
            failing = [pytest.mark.xfail(strict=True)] if row["intent"] == "known_failures" else []
            yield pytest.param(row["first"], row["second"], row["same"], marks=failing, id=row["why"])


@pytest.mark.parametrize(("first", "second", "same"), list(_cases()))
def test_families(first, second, same):
    found = stems.families([first, second])
    assert (found[first] == found[second]) == (same == "yes")


@pytest.mark.parametrize(
    ("word", "split"),
    [
        ("وبالعراق", ("وبال", "عراق")),
        ("للرئيس", ("لل", "رئيس")),
        ("وَالعراق", ("وَال", "عراق")),
        ("واشنطن", ("", "واشنطن")),
        ("بوتين", ("", "بوتين")),
        ("وسيعلن", ("وس", "يعلن")),
        ("NATO", ("", "NATO")),
    ],
)
def test_clitics(word, split):
    assert stems.clitics(word) == split


def test_a_family_is_found_for_every_word():
    assert stems.families([]) == {}
    assert stems.families(["", "2015", "٢٠١٥", "NATO", "و"]) == {
        "": "", "2015": "2015", "٢٠١٥": "2015", "NATO": "nato", "و": "و",
    }  # fmt: skip


def test_unseen_words_learn_from_each_other():
    found = stems.families(["زرقطوا", "الزرقطون", "زرقط", "يزرقط", "زرقطت"])
    assert len({found["زرقط"], found["يزرقط"], found["زرقطت"]}) == 1


@settings(deadline=None, max_examples=50)
@given(WORDS)
def test_families_are_the_same_every_time_and_in_any_order(words):
    assert stems.families(words) == stems.families(words[::-1])
    assert set(stems.families(words)) == set(words)


def test_every_reading_of_a_word():
    read = readings.found(["ولجنتهم"])
    found = {(reading.prefix, reading.stem, reading.ending, reading.pronoun) for reading in _decoded(read, ["ولجنتهم"])}
    assert {("و", "لجن", "ة", "هم"), ("", "ولجنتهم", "", ""), ("ول", "جنت", "", "هم")} <= found


@given(st.lists(st.text(st.sampled_from(sorted(affixes.ARABIC - {"ة", "ى"})), min_size=2, max_size=14), max_size=5))
def test_readings_have_the_keys_of_their_stems(words):
    words = [*words, "كة", "مستشفى", "الأمة"]
    read = readings.found(words)
    decoded = _decoded(read, words)
    assert sorted(set(read.word.tolist())) == list(range(len(words)))
    assert read.stem.tolist() == keys.of([reading.stem for reading in decoded]).tolist()
    assert read.size.tolist() == [len(reading.stem) for reading in decoded]


def _decoded(read, words):
    return readings.decoded([words[number] for number in read.word.tolist()], read)


def test_families_are_remembered(tmp_path, monkeypatch):
    monkeypatch.setattr(cache.platformdirs, "user_cache_dir", lambda name: str(tmp_path / name))
    monkeypatch.setattr(remembered, "LEAST", 2)
    monkeypatch.setattr(remembered, "MOST", 1)
    sets = [["وزير", "ووزير", "\ud800"], ["NATO", "وزراء"]]
    expected = [list(stems.families(words).values()) for words in sets]
    assert [remembered.families(words) for words in sets * 2] == expected * 2
    assert len(list(tmp_path.rglob("words-*.txt"))) == 1
    next(tmp_path.rglob("words-*.txt")).write_bytes(b"\xff")
    assert remembered.families(sets[1]) == expected[1]


def test_families_are_found_without_a_cache(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(cache.platformdirs, "user_cache_dir", lambda name: str(tmp_path / "file" / name))
    monkeypatch.setattr(remembered, "LEAST", 2)
    assert remembered.families(["وزير", "وزراء"]) == ["وزير", "وزير"]


@settings(deadline=None, max_examples=50)
@given(WORDS)
def test_a_split_word_is_the_word(words):
    assert all(prefix + rest == word for word, (prefix, rest) in stems.splits(words).items())


def test_function_words_are_no_content_words():
    forms = function_words.forms()
    assert forms["ولانهم"] == forms["ان"] == "ان"
    assert forms["كلها"] == "كل"
    assert not {"كان", "وكان", "ولي", "قال"} & forms.keys()


@pytest.mark.parametrize("name", ["affixes", "broken_plurals", "irregular_verbs", "stop_words", "whole_words"])
def test_every_row_of_a_list_has_a_reason(name):
    rows = affixes.table(name)
    assert all(row["why"] for row in rows)
    keys = [tuple(row.values())[:3] for row in rows]
    assert len(keys) == len(set(keys))


def test_stop_words_fold_to_different_words():
    folded = [letters.fold(row["word"]) for row in affixes.table("stop_words")]
    assert len(folded) == len(set(folded))


def test_the_model_is_the_same_from_the_cache(tmp_path, monkeypatch):
    monkeypatch.setattr(cache.platformdirs, "user_cache_dir", lambda name: str(tmp_path / name))
    monkeypatch.setattr(general, "SIZE", 300)
    fitted, loaded = general.model.__wrapped__(), general.model.__wrapped__()
    assert fitted == loaded
    assert len(list(tmp_path.rglob("*.json"))) == 1


def test_shares_of_general_arabic_are_those_of_wordfreq(tmp_path, monkeypatch):
    monkeypatch.setattr(cache.platformdirs, "user_cache_dir", lambda name: str(tmp_path / name))
    monkeypatch.setattr(frequency, "WORDS", 300)
    made, kept = frequency.commonest.__wrapped__(), frequency.commonest.__wrapped__()
    assert made == kept == {word: wordfreq.word_frequency(word, "ar") for word in wordfreq.top_n_list("ar", 300)}
    next(tmp_path.rglob("commonest-*.json")).write_bytes(b"{")
    assert frequency.commonest.__wrapped__() == made


def test_a_machine_without_a_cache_fits_again(tmp_path, monkeypatch):
    (tmp_path / "file").write_text("")
    monkeypatch.setattr(cache.platformdirs, "user_cache_dir", lambda name: str(tmp_path / "file" / name))
    monkeypatch.setattr(general, "SIZE", 300)
    assert isinstance(general.model.__wrapped__().fitted, fitting.Model)
