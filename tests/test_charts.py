"""Figures hold what their tables hold, nothing is cut or covered, and their files are whole."""

import io
import re

import matplotlib
import numpy as np
import pandas as pd
import pytest
from IPython.core.formatters import DisplayFormatter
from matplotlib.text import Text
from PIL import Image

from analysis import charts

AWKWARD = [
    "NATO يعلن (ISIS) انسحابًا 12.5%",
    "مُحَمَّدٌ «داعش» و$5",
    "a_b^c في_العراق \\frac{",
    "سطر أول\nسطر (ثانٍ)",
    "😀🫠 عاجل: F-16",
    "حلف شمال الأطلسي «الناتو» وبعثة الأمم المتحدة لمساعدة العراق (يونامي) وغيرهما من المنظمات الدولية",
    "https://www.example.com/a/very/long/address?x=1&y=2",
    *("U.S. forces (2021)", "Combined Joint Task Force – Operation Inherent Resolve"),
    *("--><script>alert(1)</script>", "\N{RIGHT-TO-LEFT OVERRIDE}abc\x07", "中国 والعراق", None),
]
WORDS = {"title": "من يُذكر أكثر من غيره؟", "subtitle": "عدد المرات", "note": "المصدر: 5 مقالات، 2021–2023."}


def rows(names=AWKWARD):
    count = len(names)
    table = pd.DataFrame({"name": names, "n": [1234 // (place + 1) for place in range(count)]})
    days = pd.date_range("2021-07-26", periods=count, freq="41D")
    table = table.assign(date=days, group=["أ" if place % 2 else AWKWARD[5] for place in range(count)])
    table = table.assign(precision=(["day", "month", "year", "interval"] * count)[:count], until=pd.NaT)
    table = table.assign(value=np.linspace(3.5, -2.5, count), place=np.linspace(0, 1, count))
    return table.assign(low=table["value"] - 1, high=table["value"] + 0.7, sure=table["n"] > 200)


COLUMNS = {
    "bars": {"value": "n", "label": "name"},
    "cloud": {"value": "n", "label": "name"},
    "stacked_bars": {"value": "n", "label": "name", "group": "group"},
    "panels": {"value": "n", "label": "name", "group": "group"},
    "heat": {"row": "name", "column": "group", "value": "n"},
    "timeline": {"date": "date", "row": "name", "precision": "precision", "until": "until"},
    "dates": {"label": "name", "date": "date", "certain": "sure"},
    "lines": {"x": "date", "value": "n", "group": "group"},
    "dots": {"label": "name", "value": "value", "low": "low", "high": "high"},
    "positions": {"row": "name", "position": "place"},
    "network": {"label": "name", "size": "n", "weight": "w"},
}


def drawn(kind, table, **words):
    names = table["name"].dropna().tolist()
    links = pd.DataFrame({"source": names[:-1], "target": names[1:], "w": range(1, len(names))} if names else [])
    tables = [table, links.reindex(columns=["source", "target", "w"])] if kind == "network" else [table]
    return getattr(charts, kind)(*tables, **COLUMNS[kind], **words)


def texts(figure):
    return [text.get_text() for text in figure.findobj(Text) if text.get_text()]


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("kind", COLUMNS)
def test_nothing_is_cut_or_covered(kind, language):
    figure = drawn(kind, rows(), language=language, **WORDS)
    assert charts.overlaps(figure) == []
    assert figure.get_figwidth() == pytest.approx(16 / 2.54)


@pytest.mark.parametrize("kind", COLUMNS)
def test_arabic_numerals(kind):
    names = [name for name in AWKWARD if name and not re.search("[0-9]", name)]
    figure = drawn(kind, rows(names), numerals="arabic", **WORDS)
    assert charts.overlaps(figure) == []
    assert not re.search("[0-9]", "".join([*texts(figure), figure.description]))
    assert "٢٠٢١" in "".join(texts(figure))


@pytest.mark.parametrize("count", [1, 300])
@pytest.mark.parametrize("kind", COLUMNS)
def test_one_row_and_many(kind, count):
    names = [f"{AWKWARD[place % 9]} {place}" for place in range(count)]
    assert charts.overlaps(drawn(kind, rows(names), **WORDS)) == []


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("kind", COLUMNS)
def test_empty_table_says_so(kind, language):
    figure = drawn(kind, rows().head(0), language=language, title="؟")
    assert charts.label("لا بيانات" if language == "ar" else "No data") in texts(figure)


@pytest.mark.parametrize("kind", COLUMNS)
def test_tables_are_left_as_they_were_and_told(kind):
    table = rows()
    assert drawn(kind, table, **WORDS).description.startswith(WORDS["title"])
    pd.testing.assert_frame_equal(table, rows())


def test_matplotlib_is_left_as_it_was():
    before = dict(matplotlib.rcParams)
    charts.bars(rows(), value="n", label="name", **WORDS)
    assert dict(matplotlib.rcParams) == before


def test_bars_show_their_table():
    table = pd.DataFrame({"name": ["العراق", "إيران"], "n": [1229, 80]})
    axes = charts.bars(table, value="n", label="name", **WORDS).axes[0]
    assert [text.get_text() for text in axes.get_yticklabels()] == [
        charts.label("العراق"),
        charts.label("إيران"),
    ]
    assert [bar.get_width() for bar in axes.patches] == [1229, 80]
    assert [text.get_text() for text in axes.texts] == ["1,229", "80"]


@pytest.mark.parametrize(("language", "side"), [("ar", "right"), ("en", "left")])
def test_bars_and_words_begin_where_reading_begins(language, side):
    figure = drawn("bars", rows(), language=language, **WORDS)
    assert figure.axes[0].xaxis_inverted() == (side == "right")
    assert figure.axes[0].yaxis.get_ticks_position() == side
    assert [text.get_horizontalalignment() for text in figure.texts] == [side] * 3


def test_rows_left_out_are_told():
    table = pd.DataFrame({"name": [f"ك{place}" for place in range(57)], "n": range(57)})
    figure = charts.bars(table, value="n", label="name", title="؟", language="en")
    assert len(figure.axes[0].patches) == 30
    assert "The first 30 of 57." in texts(figure)


def test_missing_value_is_a_dash():
    table = pd.DataFrame({"name": ["أ", "ب"], "n": [3, None]})
    axes = charts.bars(table, value="n", label="name", title="؟").axes[0]
    assert [text.get_text() for text in axes.texts] == ["3", "\N{EN DASH}"]


@pytest.mark.parametrize(
    ("values", "ends"),
    [([2, 4, np.inf], [2, 4, 5]), ([-np.inf, 4, np.nan], [-5, 4, 0]), ([np.inf] * 3, [1.25] * 3)],
)
def test_a_bar_without_end_ends_beyond_the_others_and_says_so(values, ends):
    table = pd.DataFrame({"name": ["أ", "ب", "ج"], "n": values, "group": ["س", "ص", "ص"]})
    charts.stacked_bars(table, value="n", label="name", group="group", title="؟")
    fields = charts.panels(table, value="n", label="name", group="group", title="؟").axes
    assert sorted(bar.get_width() for field in fields for bar in field.patches) == sorted(ends)
    axes = charts.bars(table, value="n", label="name", title="؟").axes[0]
    assert [bar.get_width() for bar in axes.patches] == ends
    assert any("\N{INFINITY}" in text.get_text() for text in axes.texts)


def test_stacked_bars_keep_parts_and_whole():
    table = pd.DataFrame({"name": ["أ", "أ", "ب"], "source": ["س", "ص", "س"], "n": [30, 20, 5]})
    axes = charts.stacked_bars(table, value="n", label="name", group="source", title="؟").axes[0]
    assert sorted(bar.get_width() for bar in axes.patches) == [0, 5, 20, 30]
    assert [text.get_text() for text in axes.texts][-2:] == ["50", "5"]


def test_no_rows_have_no_widest_column():
    table = pd.DataFrame({"story": [], "outlet": [], "n": []}).astype({"story": "str", "outlet": "str"})
    assert charts.widest(table, value="n", row="story", column="outlet").empty


def test_groups_past_the_colours_are_taken_together():
    table = pd.DataFrame({"name": "أ", "source": [f"س{place}" for place in range(12)], "n": range(1, 13)})
    figure = charts.stacked_bars(table, value="n", label="name", group="source", title="؟")
    assert charts.label("غير ذلك") in texts(figure)
    assert sum(bar.get_width() for bar in figure.axes[0].patches) == sum(range(1, 13))


def test_heat_begins_at_the_right_and_leaves_nought_empty():
    table = pd.DataFrame({"row": ["أ", "أ", "ب"], "column": ["س", "ص", "س"], "n": [3, 2, 1]})
    axes = charts.heat(table, row="row", column="column", value="n", title="؟").axes[0]
    assert [text.get_text() for text in axes.texts] == ["3", "2", "1"]
    assert axes.xaxis_inverted()


def test_heat_puts_the_columns_it_has_no_room_for_together():
    table = pd.DataFrame({"row": ["أ"] * 14 + ["ب"], "column": [*map(str, range(14)), "13"], "n": [1] * 14 + [5]})
    figure = charts.heat(table, row="row", column="column", value="n", title="؟", language="en")
    axes = figure.axes[0]
    assert [tick.get_text() for tick in axes.get_xticklabels()] == [*map(str, range(11)), "other"]
    assert [text.get_text() for text in axes.texts][-2:] == ["3", "5"]
    assert "The first 11 of 14 columns." in figure.words.note


def test_timeline_draws_days_as_points_and_the_rest_as_bars():
    days = pd.to_datetime(["2021-07-26", "2021-07-26", "2021-02-20", None])
    table = pd.DataFrame({"name": "هجوم", "date": days, "precision": ["day", "day", "month", None], "until": pd.NaT})
    table = table.assign(n=1, end=7)  # events have such a column, which is not an end of time
    figure = drawn("timeline", table, title="؟", language="en")
    axes = figure.axes[0]
    assert [text.get_text() for text in axes.texts] == ["1", "2"]
    assert [bar.get_width() for bar in axes.patches] == [28]
    assert "Without a date and not shown: 1." in texts(figure)


def test_bars_of_two_months_are_two_and_only_marks_that_are_there_have_a_key():
    days = pd.to_datetime(["2021-07-01", "2021-08-01"])
    table = pd.DataFrame({"name": "هجوم", "date": days, "precision": "month", "until": pd.NaT})
    figure = drawn("timeline", table, title="؟", language="en")
    assert [bar.get_linewidth() > 0 for bar in figure.axes[0].patches] == [True, True]
    assert [text.get_text() for text in figure.axes[0].texts] == ["1", "1"]
    assert "month" in texts(figure) and "day known" not in texts(figure)
    table.loc[1, ["precision", "until"]] = ["interval", pd.Timestamp("2021-10-08")]
    assert "month, year or interval" in texts(drawn("timeline", table, title="؟", language="en"))


def test_months_in_a_row_share_a_lane_and_years_lie_within_the_axis():
    months = pd.date_range("2024-11-07", periods=14, freq="MS")
    table = pd.DataFrame({"name": "هجوم", "date": months, "precision": "month", "until": pd.NaT})
    assert len({bar.get_y() for bar in drawn("timeline", table, title="؟").axes[0].patches}) == 1
    days = pd.date_range("2024-11-07", periods=400).repeat(5)
    table = pd.DataFrame({"name": [f"نوع {n % 25}" for n in range(2000)], "date": days, "precision": "day"})
    axes = drawn("timeline", table.assign(until=pd.NaT), title="؟").axes[0]
    low, high = axes.get_xlim()
    assert len(axes.texts) and all(low <= text.get_position()[0] <= high for text in axes.texts)


@pytest.mark.parametrize("years", [1, 2, 8])
def test_a_bar_is_seen_and_wider_than_its_number(years):
    days = pd.Timestamp("2024-01-05") + pd.to_timedelta([365 * years, 0, 20, 60], unit="D")
    until = days + pd.to_timedelta([0, 0, 4, 30], unit="D")
    table = pd.DataFrame({"name": "هجوم", "date": days, "precision": "interval", "until": until})
    figure = drawn("timeline", table, title="؟", language="en")
    figure.draw_without_rendering()
    axes = figure.axes[0]
    bars = [bar.get_window_extent() for bar in axes.patches]
    assert len(bars) == len(axes.texts) == 4
    for number, bar in zip((text.get_window_extent() for text in axes.texts), bars, strict=True):
        assert bar.x0 < number.x0 and number.x1 < bar.x1


def test_a_month_of_news_is_told_by_weeks_whatever_years_it_looks_back_on():
    days = pd.to_datetime(["2015-07-28", "2015-07-29", "2015-08-03", "2015-07-20"] * 30)
    rows = pd.DataFrame({"name": [f"r{n % 16}" for n in range(120)], "date": days, "precision": "day", "until": pd.NaT})
    back = rows.head(48).assign(
        date=pd.date_range("2015-06-15", periods=48),
        until=pd.date_range("2016-01-01", periods=48),
        precision="interval",
    )
    figure = drawn("timeline", pd.concat([rows, back]), title="؟", language="en")
    widths = {round(bar.get_width()) for bar in figure.axes[0].patches}
    told = " ".join(texts(figure))
    assert widths == {7} and "not shown: 48" in told and "weeks from Monday on" in told


def test_an_aside_of_another_age_does_not_stretch_the_timeline():
    days = pd.to_datetime(["1868-03-01", *["2015-07-14", "2015-07-20"] * 10])
    table = pd.DataFrame({"name": "هجوم", "date": days, "precision": "day", "until": pd.NaT, "n": 1})
    figure = drawn("timeline", table, title="؟", language="en")
    assert [text.get_text() for text in figure.axes[0].texts] == ["10", "10"]
    assert "Far in time from most, and not shown: 1." in texts(figure)


@pytest.mark.parametrize("groups", [2, 9])
def test_no_line_runs_across_an_empty_stretch(groups):
    months = ["2024-10", *(f"2025-{month:02}" for month in range(8, 13))]
    rows = [(month, f"لفظ {group}", group + 1.0) for month in months for group in range(groups)]
    table = pd.DataFrame(rows, columns=["x", "group", "n"])
    axes = charts.lines(table, x="x", value="n", group="group", title="؟", language="en").axes[0]
    for line in axes.lines:
        heights = pd.Series(line.get_ydata(), index=line.get_xdata())
        assert len(heights) == 1 or heights.isna().tolist() == [False, True, *[False] * 5]
    assert any(len(line.get_xdata()) == 1 and line.get_marker() == "o" for line in axes.lines)


@pytest.mark.parametrize(
    ("dates", "broken"),
    [
        (["2021-07", "2023-03", "2023-08"], [True, True]),
        (["2021-01", "2021-02", "2021-04"], [False, True]),
        (["2019", "2020", "2022"], [False, True]),
        (["2021-01", "2021-04", "2021-07"], [False, False]),
        (["2021-01", "2023-07"], [True]),
        (["2021-01-04", "2021-01-11", "2021-01-18", "2021-02-08"], [False, False, True]),
    ],
)
def test_a_line_breaks_where_a_period_is_missing(dates, broken):
    table = pd.DataFrame({"x": pd.to_datetime(pd.Series(dates), format="mixed"), "n": range(len(dates))})
    heights = charts.lines(table, x="x", value="n", title="T").axes[0].lines[0].get_ydata()
    after = [pd.isna(heights[place + 1]) for place in range(len(heights) - 1) if not pd.isna(heights[place])]
    assert after == broken


def test_a_period_of_another_age_does_not_stretch_the_lines():
    table = pd.DataFrame({"x": ["1982-06", *(f"2023-{month:02}" for month in range(1, 9))], "n": 1, "sure": False})
    figure = charts.lines(table, x="x", value="n", enough="sure", title="؟", language="en")
    assert len(figure.axes[0].lines[0].get_xdata()) == 8 and figure.axes[0].get_xlim()[0] > 52 * 365
    assert "Periods far in time from most, and not shown: 1." in texts(figure)
    years = pd.DataFrame({"x": range(1950, 2021, 10), "n": 1})
    assert len(charts.lines(years, x="x", value="n", title="؟").axes[0].lines[0].get_xdata()) == 8


@pytest.mark.parametrize(
    "x", [["2021-01", "2021-02"], [2019, 2020], pd.period_range("2021-01", periods=2, freq="M"), ["أ", "ب"]]
)
def test_lines_take_dates_years_and_names(x):
    figure = charts.lines(pd.DataFrame({"x": x, "n": [1, 2]}), x="x", value="n", title="؟")
    assert list(figure.axes[0].lines[0].get_ydata()) == [1, 2]


@pytest.mark.parametrize(
    ("periods", "named"),
    [
        (["2024-12-01"], ["Dec\n2024"]),
        (["2025-09-01", "2025-10-01"], ["Sep\n2025", "Oct"]),
        (["2025-09-08"], ["8 Sep\n2025"]),
    ],
)
def test_an_axis_of_months_names_months(periods, named):
    table = pd.DataFrame({"x": pd.to_datetime(periods), "n": 1})
    axes = charts.lines(table, x="x", value="n", title="?", language="en").axes[0]
    assert [name.get_text() for name in axes.get_xticklabels()][: len(named)] == named


def test_a_cell_less_than_half_firm_is_outlined():
    table = pd.DataFrame({"who": ["A", "B", "B"], "whom": ["B", "A", "C"], "n": [7, 12, 0], "firm": [4, 5, 0]})
    figure = charts.heat(table, row="who", column="whom", value="n", firm="firm", title="T", language="en")
    white = [patch for patch in figure.axes[0].patches if patch.get_facecolor()[:3] == (1, 1, 1)]
    assert [patch.get_linewidth() > 0 for patch in white] == [True]
    assert [text.get_text() for text in figure.axes[0].texts] == ["7", "12"]
    assert {"both named in half of the tellings at least", "a party carried over in most"} <= set(texts(figure))
    plain = charts.heat(table, row="who", column="whom", value="n", title="T", language="en")
    assert figure.description == plain.description


def test_position_past_one_is_measured_by_the_largest():
    table = pd.DataFrame({"row": ["أ", "أ"], "place": [50, 200]})
    axes = charts.positions(table, row="row", position="place", title="؟").axes[0]
    assert [segment[0][0] for segment in axes.collections[0].get_segments()] == [0.25, 1.0]


@pytest.mark.parametrize(
    ("x", "told", "marks"),
    [
        (pd.to_datetime(["2021-01-01", "2022-01-01"]), "2022: 21, 2021: 8", ["2021", "2022"]),
        ([2021, 2022], "2022: 21, 2021: 8", ["2021", "2022"]),
        (pd.to_datetime(["2021-01-01", "2021-02-01"]), "Feb 2021: 21, Jan 2021: 8", ["Jan\n2021", "Feb"]),
    ],
)
def test_a_line_is_told_by_the_years_or_months_it_counts(x, told, marks):
    counts = pd.DataFrame({"x": x, "n": [8, 21]})
    figure = charts.lines(counts, x="x", value="n", title="T", language="en")
    assert told in figure.description
    assert [label.get_text().strip("\u200e") for label in figure.axes[0].get_xticklabels()] == marks


@pytest.mark.parametrize(
    ("last", "told", "weeks"),
    [
        ("2025-08-01", ["1 Aug 2025: 1", "1 Jul 2025: 40"], False),
        ("2025-09-04", ["1 Sep 2025: 1", "30 Jun 2025: 40"], True),
        ("2027-08-01", ["Aug 2027: 1", "Jul 2025: 40"], False),
        ("2055-01-01", ["2055: 1", "2025: 40"], False),
    ],
)
def test_many_articles_are_told_by_days_weeks_months_or_years(last, told, weeks):
    table = pd.DataFrame({"name": "أ", "date": [*["2025-07-01"] * 40, last], "sure": True})
    figure = charts.dates(table, label="name", date="date", certain="sure", title="When?", language="en")
    assert all(f" {part}" in figure.description for part in told)
    assert ("weeks from Monday on" in " ".join(texts(figure))) == weeks


def test_the_name_of_the_first_day_is_whole_beside_long_row_names():
    days = pd.to_datetime(["2025-11-24", "2025-12-05"])
    table = pd.DataFrame(
        {"name": ["الموقع الأول يوم 24 تشرين الثاني 2025، «عنوان طويل»", "ب"], "date": days, "sure": True}
    )
    figure = charts.dates(table, label="name", date="date", certain="sure", title="متى؟")
    assert charts.overlaps(figure) == []


def test_fields_stand_where_no_address_in_memory_moves_them():
    table = pd.DataFrame({"group": list("aabbc"), "name": list("vwxyz"), "n": [1, 2, 3, 4, 5]})
    places = [axes.get_position().bounds for axes in drawn("panels", table, **WORDS).axes]
    assert len(places) == 3
    assert all(number == pytest.approx(round(number, 6), abs=1e-12) for place in places for number in place)


def test_network_is_drawn_the_same_each_time():
    one, other = (drawn("network", rows(), **WORDS).axes[0].texts for _ in range(2))
    assert [text.get_position() for text in one] == [text.get_position() for text in other]


def test_of_a_large_network_no_circle_stands_without_its_partner():
    nodes = pd.DataFrame({"name": [f"اسم {place}" for place in range(60)], "n": range(60, 0, -1)})
    ends = {"source": nodes["name"][:30], "target": nodes["name"][:29:-1].to_numpy()}
    links = pd.DataFrame({**ends, "w": range(30, 0, -1)})
    figure = charts.network(nodes, links, **COLUMNS["network"], title="؟", language="en")
    assert sum(line.get_marker() != "o" for line in figure.axes[0].lines) == 15
    assert "The first 30 of 60." in texts(figure)


@pytest.mark.parametrize("weights", [[0, 0], [float("nan"), 2], [-3.5, -1.0], pd.array([None, 1], dtype="Int64")])
def test_a_network_is_drawn_whatever_its_links_weigh(weights):
    nodes = pd.DataFrame({"name": list("abc"), "n": [3, 2, None]})
    links = pd.DataFrame({"source": ["a", "b"], "target": ["b", "c"], "w": weights})
    figure = charts.network(nodes, links, **COLUMNS["network"], **WORDS)
    assert len(figure.axes[0].texts) == 3 and figure.picture


def test_dates_with_a_time_zone_are_drawn_as_their_clocks_showed_them():
    days = pd.Series(pd.to_datetime(["2023-03-07 23:30", "2023-03-09 00:10"])).dt.tz_localize("Asia/Baghdad")
    table = pd.DataFrame({"name": ["a", "b"], "date": days, "until": days, "precision": "day", "sure": True, "n": 1})
    for kind in ("lines", "dates", "timeline"):
        columns = {name: column for name, column in COLUMNS[kind].items() if name != "group"}
        figure = getattr(charts, kind)(table, **columns, title="T", language="en")
        assert "7 Mar 2023" in figure.description and "9 Mar 2023" in figure.description and figure.picture


@pytest.mark.parametrize("dtype", ["boolean", "object"])
@pytest.mark.parametrize("count", [1, 12])
def test_a_date_of_which_nobody_knows_whether_it_is_certain_is_not(dtype, count):
    sure = pd.array([True, None, False] * count, dtype=dtype)
    table = pd.DataFrame({"name": "a", "date": pd.date_range("2023-01-01", periods=3 * count), "sure": sure, "n": 1})
    assert charts.dates(table, label="name", date="date", certain="sure", title="T").picture
    assert charts.lines(table, x="date", value="n", enough="sure", title="T").picture


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_column_that_is_not_there_or_no_title_is_said(kind):
    old = {column: f"old {column}" for column in ("n", "place", "value", "date")}
    with pytest.raises(ValueError, match="the table that is drawn lacks"):
        drawn(kind, rows().rename(columns=old), **WORDS)
    with pytest.raises(TypeError, match="a chart needs a title: write title="):
        drawn(kind, rows())
    with pytest.raises(TypeError, match="a chart takes no titel"):
        drawn(kind, rows(), titel="T")


def test_overlaps_finds_what_cannot_be_read():
    figure = charts.bars(rows(), value="n", label="name", title="؟")
    figure.text(0.5, 0.5, "one")
    figure.text(0.5, 0.5, "other")
    figure.text(0.99, 0.01, "cut off")
    assert {("one", "other"), ("cut off", "edge")} <= set(charts.overlaps(figure))


def test_language_must_be_known():
    with pytest.raises(ValueError, match='"ar" or "en"'):
        charts.bars(rows(), value="n", label="name", title="؟", language="fr")


def test_figure_shows_itself_once():
    formatter = DisplayFormatter()
    data, _ = formatter.format(charts.bars(rows(), value="n", label="name", **WORDS))
    assert set(data) == {"image/png", "text/plain"}
    assert Image.open(io.BytesIO(data["image/png"])).width == pytest.approx(1889, abs=2)


def test_alt_text_names_the_highest():
    table = pd.DataFrame({"name": ["العراق", "إيران"], "n": [1229, 80]})
    told = charts.alt_text(table, value="n", label="name", title="من؟")
    assert told == "من؟ عدد الصفوف: 2. الأعلى: العراق 1,229، إيران 80."


def test_a_line_is_told_by_its_points_and_several_by_the_highest_of_each():
    table = pd.DataFrame({"x": ["2021-01", "2021-02", "2021-01", "2021-02"], "n": [5, 9, 7, 1], "who": list("aabb")})
    words = {"x": "x", "value": "n", "title": "?", "language": "en"}
    assert charts.lines(table.head(2), **words).description == "? Rows: 2. Highest: Feb 2021: 9, Jan 2021: 5."
    assert charts.lines(table, group="who", **words).description == "? Rows: 2. Highest: a 9, b 7."


def many_lines(count):
    paths = [(f"جهة {place:02}", day, 100 // (place + 1)) for place in range(count) for day in ("2021-01", "2021-05")]
    return pd.DataFrame(paths, columns=["group", "x", "n"])


@pytest.mark.parametrize("language", ["ar", "en"])
def test_more_lines_than_colours_stand_in_fields_of_their_own(language):
    words = {"x": "x", "value": "n", "group": "group", "title": "؟", "language": language}
    figure = charts.lines(many_lines(12), **words)
    left_out = "أول 9 من 12." if language == "ar" else "The first 9 of 12."
    assert [len(charts.lines(many_lines(count), **words).axes) for count in (7, 8, 12)] == [1, 9, 9]
    assert figure.words.note.endswith(left_out)
    assert charts.overlaps(figure) == []


@pytest.mark.parametrize("count", [1, 25, 200])
def test_words_of_a_cloud_never_cover_each_other(count):
    table = pd.DataFrame({"name": [f"{AWKWARD[place % 9]} {place}" for place in range(count)]})
    table = table.assign(n=[500 // (place + 1) + 1 for place in range(count)])
    figure = charts.cloud(table, value="n", label="name", **WORDS)
    assert charts.overlaps(figure) == []
    assert len(figure.axes[0].texts) == min(count, 60)


def test_the_largest_word_of_a_cloud_is_the_most_frequent():
    table = pd.DataFrame({"name": ["أقل", "أكثر", "لا شيء"], "n": [25, 100, 0]})
    drawn = charts.cloud(table, value="n", label="name", title="؟").axes[0].texts
    assert [text.get_text() for text in drawn] == [charts.label("أكثر"), charts.label("أقل")]
    assert drawn[0].get_fontsize() == pytest.approx(2 * drawn[1].get_fontsize())


def test_long_names_of_narrow_columns_stand_upright_and_whole():
    table = pd.DataFrame({"row": "أ", "column": [f"aleqtisadiya{place}" for place in range(12)], "n": 1})
    figure = charts.heat(table, row="row", column="column", value="n", title="؟")
    heads = figure.axes[0].get_xticklabels()
    assert [head.get_text() for head in heads] == list(table["column"])
    assert {head.get_rotation() for head in heads} == {90}
    assert charts.overlaps(figure) == []


def test_time_line_of_thousands_fits_a_page():
    days = pd.date_range("1990-01-01", periods=3000, freq="3D")
    table = pd.DataFrame({"name": [f"نوع {place % 16}" for place in range(3000)], "date": days})
    table = table.assign(precision=["interval", "day", "month"] * 1000, until=days + pd.Timedelta(days=900), n=1)
    figure = drawn("timeline", table, title="؟")
    assert figure.get_figheight() < 9.7  # the text of a page
    assert charts.overlaps(figure) == []


def test_the_tallest_of_narrow_columns_bears_its_number():
    """With no room for numbers and none on an axis, nothing would tell how many articles a column counts."""
    counts = range(1001, 1026)
    days = pd.date_range("2015-01-01", periods=len(counts)).repeat(counts)
    table = pd.DataFrame({"name": "a", "date": days, "sure": True})
    figure = charts.dates(table, label="name", date="date", certain="sure", title="When?", language="en")
    written = [text.get_text() for text in figure.axes[0].texts]
    assert "1,025" in written and "1,010" not in written
