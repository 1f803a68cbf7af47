"""What a notebook shows: right to left, escaped, nothing of an article runs."""

import pandas as pd

from analysis import explore

HOSTILE = "<script>alert(1)</script><img src=x onerror=alert(1)>"


def test_a_table_is_right_to_left_and_escaped():
    shown = explore.table(pd.DataFrame({"term": [HOSTILE], "n": [3.0]}))._repr_html_()
    assert 'dir="rtl"' in shown and "<script" not in shown and "<img" not in shown
    assert "&lt;script&gt;" in shown and "اللفظ" in shown


def test_column_names_are_escaped_too():
    assert "<script" not in explore.table(pd.DataFrame({HOSTILE: [1]}))._repr_html_()


def test_what_is_missing_is_an_empty_cell_and_a_day_has_no_midnight():
    frame = pd.DataFrame({"a": [None], "b": [pd.Timestamp("2023-03-07")], "c": [float("nan")]})
    shown = explore.table(frame, "en")._repr_html_()
    assert "2023-03-07<" in shown and "nan" not in shown.lower() and "None" not in shown


def test_quotes_mark_their_match():
    row = {
        "before": "وصل ",
        "match": HOSTILE,
        "after": " أمس",
        "source": "العربي",
        "published": pd.Timestamp("2023-03-07"),
    }
    shown = explore.quotes(pd.DataFrame([row]))._repr_html_()
    assert "<mark>&lt;script" in shown and "<script" not in shown
