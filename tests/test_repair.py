"""Damaged texts are repaired, whole ones left alone, and nothing raises."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from analysis.load import encodings, repair
from analysis.load.documents import Unreadable


@pytest.mark.parametrize("wrong", ["windows-1252", "latin-1", "windows-1256"])
def test_text_decoded_wrongly_is_repaired(wrong):
    text = "أعلن رئيس الوزراء العراقي أمس"
    assert repair.repaired(text.encode("utf-8").decode(wrong)).text == text


def test_text_that_only_looks_wrong_is_left_alone():
    for text in ("قال François Hollande إن «المادة § 5» سارية", "ظ„ ليست كلمة", "العراق"):
        assert repair.repaired(text).text == text


@example("\r\N{LATIN SMALL LETTER THORN}\xf6\xda\x9d")  # decoded wrongly, and a control character hides it
@given(st.text(alphabet=st.characters(codec=None), max_size=200))
def test_repair_never_raises_and_is_done_at_once(text):
    once = repair.repaired(text).text
    assert repair.repaired(once).text == once


@given(st.binary(max_size=300))
def test_bytes_are_text_or_refused(raw):
    try:
        text = encodings.decoded(raw).text
    except Unreadable as refusal:
        assert refusal.reason in {"empty", "not text"}
    else:
        assert isinstance(text, str)
