"""Figures with a time axis: events as precisely as they are dated, articles, and trends."""

from collections.abc import Iterator
from typing import Unpack

import pandas as pd
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from . import calendar, fonts, labels, marks
from .alternative import described
from .bars import square
from .page import MOST_ROWS, Rows, Said, Words, empty, finished, name_rows, numbered, page, rows, said, shortened
from .style import BLUE, GREY, PALE, SMALL, Chart, style

SPAN = "#a9cfe8"
# Days from the first date to the last of columns that count days, weeks or months; beyond, years.
MOST_DAYS = {"D": 46, marks.WEEK: 366, "M": 365 * 6}
LENGTHS = {"week": (6, 6), "month": (27, 30), "year": (364, 365)}  # days from the first to the last of a bar
MOST_LANES = 24  # on a page
APART = 0.1  # inches: a wider bar has a white edge


def point(filled: bool = True) -> Line2D:
    """Return the mark of a day in the key."""
    inside = BLUE if filled else "white"
    return Line2D([], [], marker="o", markersize=7, color=BLUE, markerfacecolor=inside, linestyle="none")


def bar() -> Line2D:
    """Return the mark of a month or an interval in the key."""
    wide = [(-2, -0.5), (2, -0.5), (2, 0.5), (-2, 0.5), (-2, -0.5)]
    return Line2D([], [], marker=wide, markersize=9, color=SPAN, markeredgewidth=0, linestyle="none")


@style()
def timeline(table: pd.DataFrame, *, date: str, row: str, precision: str, until: str, **words: Unpack[Words]) -> Chart:
    """Return what happened when, a line for each row: a day is a point, a month or an interval a bar.

    Marks of the same time are one, larger by the number of rows, with its number in it. What lies far from most in
    time has no mark: an aside on 1868 would press a month's events into a line. The note counts it.
    """
    table, chosen = numbered(table, date, row, precision, until), said(words)
    columns = {"row": row, "start": date, "end": until, "precision": precision}
    dated, chosen = near(marks.dated(table, columns, chosen), undated(table[date], chosen))
    kept, chosen = shortened(dated[["row"]].drop_duplicates(), chosen)
    if kept.empty:
        return empty(chosen)
    drawn, chosen = readable(dated[dated["row"].isin(kept["row"])], calendar.told_way(chosen))
    axis = calendar.Axis(drawn["start"].min(), drawn["end"].max())  # a year begins before its first event
    lanes = drawn.groupby("row")["lane"].max() + 1
    given = rows(kept["row"], chosen, [marks.LANE * lanes[name] + 0.16 for name in kept["row"]])
    chart = page(given.height + 0.45, chosen, keys(drawn, chosen))
    axes = chart.subplots()
    draw_marks(axes, drawn, dict(zip(kept["row"], given.middles, strict=True)), chosen)
    time_rows(axes, given, axis, chosen)
    return finished(chart, told(drawn, chosen))


def keys(drawn: pd.DataFrame, words: Said) -> list[tuple]:
    """Return the keys to the marks that are there: a day, and a week, month, year or, of several lengths, a span."""
    bars = drawn[~drawn["point"]]
    long = (bars["end"] - bars["start"]).dt.days
    alike = (kind for kind, (least, most) in LENGTHS.items() if long.between(least, most).all())
    found = [("day", point)] if drawn["point"].any() else []
    found += [(next(alike, "span"), bar)] if len(bars) else []
    return [(words.say(kind), mark()) for kind, mark in found]


def undated(dates: pd.Series, words: Said) -> Said:
    """Return words that say how many rows have no date and so no mark."""
    missing = int(dates.isna().sum())
    return words.noted(words.say("undated", n=words.number(missing))) if missing else words


def near(dated: pd.DataFrame, words: Said) -> tuple[pd.DataFrame, Said]:
    """Return the marks near most in time, and words that say how many lie too far for a mark."""
    kept = dated[marks.near(dated["start"])]
    n = len(dated) - len(kept)
    return kept, words.noted(words.say("far", n=words.number(n))) if n else words


def readable(dated: pd.DataFrame, words: Said) -> tuple[pd.DataFrame, Said]:
    """Return the marks in their lanes, taken together by week, month or year where they or their numbers lack room."""
    drawn, chosen = dated, words
    for taken, chosen in ever_coarser(dated, words):
        drawn = marks.laned(marks.merged(taken), calendar.Axis(taken["start"].min(), taken["end"].max()))
        if fits(drawn) and is_counted(drawn, chosen):
            return drawn, chosen
    # Years beside each other may share a lane, narrow as they are: none covers the next.
    return drawn.assign(lane=0), chosen


def ever_coarser(dated: pd.DataFrame, words: Said) -> Iterator[tuple[pd.DataFrame, Said]]:
    """Yield the marks as they are, and taken together ever more coarsely, with the words that say so.

    Where most are days, what is dated more widely is left out before weeks become months: of a month's news the weeks
    are told, and the months and years of what it looks back on are not.
    """
    yield dated, words
    precise = dated[dated["precision"] == "day"]
    mostly = len(precise) * 2 > len(dated)
    days = (precise["end"].max() - precise["start"].min()).days
    left_out = words.noted(words.say("wider", n=words.number(len(dated) - len(precise))))
    for coarser, unit in (("week", marks.WEEK), ("month", "M")):
        yield marks.coarse(dated, coarser), words.noted(words.say(f"{coarser}s"))
        if mostly and days <= MOST_DAYS[unit]:
            yield marks.coarse(precise, coarser), left_out.noted(words.say(f"{coarser}s"))
    for coarser in ("year", "start"):
        yield marks.coarse(dated, coarser), words.noted(words.say(f"{coarser}s"))


def fits(drawn: pd.DataFrame) -> bool:
    """Return whether the lanes of all rows find room on a page."""
    return drawn.groupby("row")["lane"].max().add(1).sum() <= MOST_LANES


def is_counted(drawn: pd.DataFrame, words: Said) -> bool:
    """Return whether most marks that stand for several rows have room for their number: a reader sees how large."""
    many = drawn[drawn["n"].gt(1)]
    return not len(many) or sum(has_room(mark, words) for mark in many.itertuples()) * 2 >= len(many)


def has_room(mark, words: Said) -> bool:
    """Return whether the number of rows that a mark stands for is as narrow as the mark."""
    shown = words.number(mark.n, labels.places([mark.n]))
    return fonts.width(shown, SMALL - 1) < mark.right - mark.left - 0.02


def draw_marks(axes, drawn: pd.DataFrame, middles: dict, words: Said) -> None:
    """Draw points and bars, each with its number where there is room; a point that stands for one has none."""
    lanes = drawn.groupby("row")["lane"].max()
    # Where a large number finds no room, a «1» beside it would look like the largest.
    crowded = not all(has_room(mark, words) for mark in drawn[drawn["n"].gt(1)].itertuples())
    for mark in drawn.itertuples():
        y = middles[mark.row] + marks.LANE * (mark.lane - lanes[mark.row] / 2)
        start = calendar.day(mark.start)
        if mark.point:
            axes.plot([start], [y], "o", markersize=mark.wide * 72, color=BLUE, markeredgecolor="white", zorder=3)
        else:
            edge = 0.8 if mark.right - mark.left > APART else 0  # else July and August look like one
            look = {"facecolor": SPAN, "edgecolor": "white", "linewidth": edge, "zorder": 2}
            axes.add_patch(Rectangle((start, y - 0.07), mark.long, 0.14, **look))
        shown = words.number(mark.n, labels.places([mark.n]))
        if (mark.n > 1 or not (mark.point or crowded)) and has_room(mark, words):
            look = {"ha": "center", "va": "center", "fontsize": SMALL - 1, "zorder": 4}
            x = start if mark.point else start + mark.long / 2
            axes.text(x, y, shown, color="white" if mark.point else "#12405c", **look)


def time_rows(axes, given: Rows, axis: calendar.Axis, words: Said) -> None:
    """Draw the time axis and the names of the rows, with a light line between rows."""
    calendar.draw(axes, axis, words)
    name_rows(axes, given, words)
    for below in given.ends[:-1]:
        axes.axhline(below, color=PALE, linewidth=0.8, zorder=0)


def told(drawn: pd.DataFrame, words: Said) -> str:
    """Return what the figure shows in words: how many marks each row has, and from when to when."""
    counts = drawn.groupby("row", sort=False)["n"].sum().reset_index()
    first, last = (calendar.written_day(day, words) for day in (drawn["start"].min(), drawn["end"].max()))
    titled = words._replace(title=f"{words.title} ({first} \N{EN DASH} {last}).")
    return described(counts, "n", "row", titled)


@style()
def dates(table: pd.DataFrame, *, label: str, date: str, certain: str, **words: Unpack[Words]) -> Chart:
    """Return a point on a time axis for each row, hollow where its date is not certain.

    More rows than a page holds are counted: a column for each day, week, month or year.
    """
    table, chosen = numbered(table, label, date, certain), said(words)
    shown = table.assign(**{date: calendar.dates(table[date]), certain: marks.true(table[certain])})
    shown = shown.sort_values(date, kind="stable")
    if shown[date].notna().sum() == 0:
        return empty(chosen)
    if len(shown) > MOST_ROWS:
        return counted_dates(shown[date], shown[certain], undated(shown[date], chosen))
    axis = calendar.Axis(shown[date].min(), shown[date].max(), 3.3)
    chosen = calendar.told_way(chosen)
    keys = [(chosen.say("certain"), point()), (chosen.say("uncertain"), point(False))]
    given = rows(shown[label], chosen, 0.3, 2.4)
    chart = page(given.height + 0.45, chosen, keys)
    axes = chart.subplots()
    time_rows(axes, given, axis, chosen)
    for middle, moment, sure in zip(given.middles, shown[date], shown[certain], strict=True):
        draw_day(axes, moment, middle, sure, chosen)
    first, last = (calendar.written_day(day, chosen) for day in (axis.start, axis.end))
    return finished(chart, labels.plain(f"{chosen.title} {first} \N{EN DASH} {last}."))


def draw_day(axes, moment: pd.Timestamp, middle: float, certain: bool, words: Said) -> None:
    """Draw a point with its date beside it, or say that there is none."""
    low, high = sorted(axes.get_xlim())
    if pd.isna(moment):
        axes.text(low, middle, words.label(words.say("no date")), va="center", fontsize=SMALL, color=GREY)
        return
    x = calendar.day(moment)
    inside = BLUE if certain else "white"
    axes.plot([x], [middle], "o", markersize=7, color=BLUE, markerfacecolor=inside, markeredgewidth=1.4, zorder=3)
    toward = 1 if x < (low + high) / 2 else -1
    look = {"ha": "left" if toward > 0 else "right", "va": "center", "fontsize": SMALL, "color": GREY}
    beside = words.label(calendar.written_day(moment, words))
    box = {"facecolor": "white", "edgecolor": "none", "pad": 1}
    axes.annotate(beside, (x, middle), (7 * toward, 0), textcoords="offset points", bbox=box, **look)


def counted_dates(days: pd.Series, certain: pd.Series, words: Said) -> Chart:
    """Return columns that count dates by day, or by week, month or year where the columns would be too many."""
    days, certain = days.dropna(), certain[days.notna()]
    long = (days.max() - days.min()).days
    unit = next((unit for unit, most in MOST_DAYS.items() if long < most), "Y")
    periods = days.dt.to_period(unit)
    counts = pd.crosstab(periods, certain).reindex(columns=[True, False], fill_value=0)
    words = calendar.told_way(words.noted(words.say("weeks")) if unit == marks.WEEK else words)
    chart = page(2.6, words, [(words.say("certain"), square(BLUE)), (words.say("uncertain"), square(SPAN))])
    axes = chart.subplots()
    draw_columns(axes, counts, words)
    finest = unit if unit in ("M", "Y") else "D"
    calendar.draw(axes, calendar.Axis(counts.index[0].start_time, counts.index[-1].end_time, 5.4, finest), words)
    written = {"M": calendar.written_month, "Y": calendar.written_year}.get(unit, calendar.written_day)
    names = [written(period.start_time, words) for period in counts.index]
    shown = pd.DataFrame({"n": counts.sum(axis=1), "period": names})
    return finished(chart, described(shown, "n", "period", words))


def draw_columns(axes, counts: pd.DataFrame, words: Said) -> None:
    """Draw a column for each period, certain dates below, with its number where there is room, and on the tallest."""
    starts = [calendar.day(period.start_time) for period in counts.index]
    wide = [calendar.day(period.end_time) - start for period, start in zip(counts.index, starts, strict=True)]
    look = {"align": "edge", "edgecolor": "white", "linewidth": 0.6}
    axes.bar(starts, counts[True], wide, color=BLUE, **look)
    axes.bar(starts, counts[False], wide, bottom=counts[True], color=SPAN, **look)
    room = 5.4 * min(wide) / max(starts[-1] + wide[-1] - starts[0], 1)
    heights = counts.sum(axis=1)
    tallest = int(heights.to_numpy().argmax())  # with no numbers on an axis, one column at least tells the scale
    for at, (start, width, n) in enumerate(zip(starts, wide, heights, strict=True)):
        if at == tallest or fonts.width(words.number(n), SMALL) < room:
            place = (start + width / 2, n)
            axes.annotate(words.number(n), place, (0, 2), textcoords="offset points", ha="center", fontsize=SMALL)
    axes.set_yticks([])
