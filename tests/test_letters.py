"""Letters: the many spellings of a word become one, and nothing else changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from analysis.arabic import letters

TEXTS = st.text(st.one_of(st.characters(), st.sampled_from("اأإآٱىيةهوؤئءكگـًّْٰٔٓ٣۳,. ﻻﷲéÀß")))


@pytest.mark.parametrize(
    ("spelling", "folded"),
    [
        ("أميركيّة", "اميركيه"),
        ("الـــرئيس", "الرئيس"),
        ("٢٠١٥", "2015"),
        ("۲۰۱۵", "2015"),
        ("ٱلله", "الله"),
        ("كنگره", "كنكره"),
        ("دولة", "دوله"),
        ("على", "علي"),
        ("ﻻ", "لا"),
        ("مسؤول رئيس سماء", "مسؤول رئيس سماء"),
        ("NATO’s", "nato's"),
        ("مح\N{RIGHT-TO-LEFT MARK}مد", "محمد"),
        ("و\N{ARABIC HAMZA ABOVE}", "ؤ"),
    ],
)
def test_fold(spelling, folded):
    assert letters.fold(spelling) == folded


def test_bare_keeps_every_letter():
    assert letters.bare("كِتَابٌ إلى الـــدولة") == "كتاب إلى الدولة"


@given(TEXTS)
def test_folding_twice_changes_nothing(text):
    assert letters.fold(letters.fold(text)) == letters.fold(text)


@given(TEXTS)
def test_marks_do_not_matter_to_folding(text):
    assert letters.bare(letters.bare(text)) == letters.bare(text)


@given(st.lists(TEXTS))
def test_many_words_fold_like_one(words):
    assert letters.fold_types(words) == [letters.fold(word) for word in words]
