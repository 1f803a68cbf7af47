"""Horizontal bars: plain, stacked, as small multiples, and points with their intervals."""

from typing import Unpack

import numpy
import pandas as pd
from matplotlib.lines import Line2D

from . import fonts, labels
from .alternative import described
from .page import (
    INSIDE,
    Rows,
    Said,
    Words,
    bare,
    empty,
    finished,
    name_rows,
    names_room,
    numbered,
    page,
    rows,
    said,
    shortened,
)
from .places import singly, together
from .style import BLUE, COLOURS, GREY, INK, LINE, OTHERS, PALE, RED, SMALL, TEXT, Chart, style

THICK = 0.68  # of a row
ROW = 0.27  # inches
BEYOND = 1.25  # times the longest bar that ends: there those end that do not
MOST_FIELDS, MOST_IN_FIELD = 9, 10


@style()
def bars(table: pd.DataFrame, *, value: str, label: str, **words: Unpack[Words]) -> Chart:
    """Return horizontal bars, one for each row, with the values at their ends."""
    table, chosen = shortened(numbered(table, value, label), said(words))
    if table.empty:
        return empty(chosen)
    given = rows(table[label], chosen, ROW)
    chart = page(given.height, chosen)
    chart.rows = singly(named(table[label], chosen))
    axes = chart.subplots()
    bar_rows(axes, given, lengths(table[value]), chosen)
    name_rows(axes, given, chosen)
    return finished(chart, described(table, value, label, chosen))


def lengths(values: pd.Series, among: pd.Series | None = None) -> pd.DataFrame:
    """Return each value and where its bar ends: of one without end a little beyond the longest of all on the scale."""
    values = values.astype(float)
    limit = beyond(values if among is None else among)
    return pd.DataFrame({"value": values, "end": values.clip(-limit, limit)})


def beyond(values: pd.Series | pd.DataFrame) -> float:
    """Return a number beyond all these that are finite."""
    every = numpy.abs(values.to_numpy(float))
    return BEYOND * (every[numpy.isfinite(every)].max(initial=0) or 1)


def bar_rows(axes, given: Rows, measured: pd.DataFrame, words: Said) -> None:
    """Draw one bar with its value for each row measured, growing away from the names."""
    ends, places = measured["end"].fillna(0), labels.places(measured["value"])
    axes.barh(given.middles, ends, height=ROW * THICK, color=BLUE)
    scale(axes, measured["end"], words)
    for middle, end, value in zip(given.middles, ends, measured["value"], strict=True):
        value_at(axes, end, middle, words.number(value, places), words)
    bare(axes)


def scale(axes, values: pd.Series, words: Said) -> None:
    """Let values grow to the left in Arabic, to the right in English, from nought."""
    low, high = min(0, values.min()), max(0, values.max())
    axes.set_xlim(low, high if high > low else low + 1)
    if low < 0:
        axes.axvline(0, color=INK, linewidth=0.8)
    if words.right:
        axes.invert_xaxis()


def value_at(axes, value: float, middle: float, text: str, words: Said) -> None:
    """Write a number beyond the end of its bar."""
    toward = -1 if words.right == (value >= 0) else 1
    look = {"ha": "right" if toward < 0 else "left", "va": "center", "fontsize": TEXT, "color": INK}
    axes.annotate(text, (value, middle), (4 * toward, 0), textcoords="offset points", annotation_clip=False, **look)


@style()
def stacked_bars(table: pd.DataFrame, *, value: str, label: str, group: str, **words: Unpack[Words]) -> Chart:
    """Return horizontal bars, each divided by group, with the parts inside and the whole at the end."""
    table, chosen = numbered(table, value, label, group), said(words)
    parts, chosen = shortened(divided(table, value, label, group, chosen), chosen)
    if parts.empty:
        return empty(chosen)
    colours = dict(zip(parts.columns, [*COLOURS[: len(parts.columns) - 1], group_colour(parts)], strict=True))
    marks = [(name, square(colour)) for name, colour in colours.items()]
    given = rows(parts.index, chosen, ROW)
    chart = page(given.height, chosen, marks)
    chart.rows = together(named(table[label], chosen), len(parts))
    axes = chart.subplots()
    stack(axes, given, parts, list(colours.values()), chosen)
    name_rows(axes, given, chosen)
    flat = parts.sum(axis=1).rename(value).rename_axis(label).reset_index()
    return finished(chart, described(flat, value, label, chosen))


def divided(table: pd.DataFrame, value: str, label: str, group: str, words: Said) -> pd.DataFrame:
    """Return one row for each label and one column for each group, in order of appearance.

    The groups that exceed the colours that can be told apart are taken together.
    """
    table = table.assign(**{label: named(table[label], words), group: named(table[group], words)})
    largest = list(table.groupby(group)[value].sum().nlargest(len(COLOURS) - 1).index)
    order = list(table[group].unique())
    if len(order) > len(COLOURS):
        table = table.assign(**{group: table[group].where(table[group].isin(largest), words.say("others"))})
        order = [name for name in order if name in largest] + [words.say("others")]
    parts = table.pivot_table(value, label, group, aggfunc="sum", fill_value=0, sort=False)
    return parts.reindex(index=table[label].unique(), columns=order, fill_value=0).astype(float)


def named(column: pd.Series, words: Said) -> pd.Series:
    """Return the column as text, with a word for what is missing."""
    return column.astype(object).where(column.notna(), words.say("unknown")).astype(str)


def group_colour(parts: pd.DataFrame) -> str:
    """Return the colour of the last group: grey if it is the rest."""
    full = len(parts.columns) == len(COLOURS)
    return OTHERS if full else COLOURS[len(parts.columns) - 1]


def square(colour: str) -> Line2D:
    """Return the mark of a group in the key."""
    return Line2D([], [], marker="s", markersize=7, color=colour, markeredgewidth=0, linestyle="none")


def stack(axes, given: Rows, parts: pd.DataFrame, colours: list[str], words: Said) -> None:
    """Draw the parts of each bar one after the other, and the whole at the end."""
    drawn, places = parts.clip(-beyond(parts), beyond(parts)), labels.places(parts.to_numpy().ravel())
    ends = drawn.sum(axis=1)
    scale(axes, ends, words)
    inches = (INSIDE - 2.4) / ends.max() if ends.max() > 0 else 0
    begin = pd.Series(0.0, index=parts.index)
    for name, colour in zip(parts.columns, colours, strict=True):
        look = {"height": ROW * THICK, "color": colour, "edgecolor": "white", "linewidth": 0.8}
        axes.barh(given.middles, drawn[name], left=begin, **look)
        for middle, start, part, value in zip(given.middles, begin, drawn[name], parts[name], strict=True):
            shown = words.number(value, places)
            if part * inches > fonts.width(shown, SMALL) + 0.06:
                inner = {"ha": "center", "va": "center", "fontsize": SMALL, "color": ink_on(colour)}
                axes.text(start + part / 2, middle, shown, **inner)
        begin = begin + drawn[name]
    for middle, end, total in zip(given.middles, ends, parts.sum(axis=1), strict=True):
        value_at(axes, end, middle, words.number(total, places), words)
    bare(axes)


def ink_on(colour: str) -> str:
    """Return black or white, whichever is read better on the colour."""
    red, green, blue = (int(colour[place : place + 2], 16) for place in (1, 3, 5))
    return INK if 0.299 * red + 0.587 * green + 0.114 * blue > 125 else "white"


@style()
def panels(table: pd.DataFrame, *, value: str, label: str, group: str, **words: Unpack[Words]) -> Chart:
    """Return bars in one small field for each group, all on the same scale."""
    table, chosen = numbered(table, value, label, group), said(words)
    groups = named(table[group], chosen)
    fields = {name: table[groups == name].head(MOST_IN_FIELD) for name in list(groups.unique())[:MOST_FIELDS]}
    if not fields:
        return empty(chosen)
    chosen = left_out(chosen, groups.value_counts())
    across = {1: 1, 2: 2, 4: 2}.get(len(fields), 3)
    given = [rows(field[label], chosen, ROW, INSIDE / across * 0.45) for field in fields.values()]
    chart, grid = field_grid(given, across, chosen)
    shown, room = pd.concat(fields.values()), max(map(names_room, given))
    for axes, (name, field), one in zip(grid, fields.items(), given, strict=False):
        draw_field(axes, one, lengths(field[value], shown[value]), room, chosen)
        scale(axes, lengths(shown[value])["end"], chosen)
        head_field(axes, name, room, INSIDE / across, chosen)
    return finished(chart, described(shown, value, label, chosen))


def left_out(words: Said, counts: pd.Series) -> Said:
    """Return words that say so where there are more groups, or more rows in a group, than are drawn."""
    if counts.max() > MOST_IN_FIELD:
        words = words.noted(words.say("each", shown=words.number(MOST_IN_FIELD)))
    if len(counts) > MOST_FIELDS:
        words = words.noted(words.say("first", shown=words.number(MOST_FIELDS), all=words.number(len(counts))))
    return words


def field_grid(given: list[Rows], across: int, words: Said) -> tuple[Chart, list]:
    """Return a figure with one axes for each field, in the order of reading."""
    lines = [given[start : start + across] for start in range(0, len(given), across)]
    heights = [max(one.height for one in line) for line in lines]
    chart = page(sum(heights) + 0.45 * len(lines), words)
    grid = chart.subplots(len(lines), across, squeeze=False, height_ratios=heights)
    chart.get_layout_engine().set(wspace=0.06, h_pad=0.04)
    for line, height in zip(grid, heights, strict=True):
        for axes in line:
            axes.set_axis_off()
            axes.set_ylim(height, 0)
    return chart, [axes for line in grid for axes in (line[::-1] if words.right else line)]


def draw_field(axes, given: Rows, bars: pd.DataFrame, room: float, words: Said) -> None:
    """Draw the bars of one field, as thick as in the others, and with as much room for names."""
    bottom = axes.get_ylim()[0]
    axes.set_axis_on()
    bar_rows(axes, given, bars, words)
    name_rows(axes, given, words, room)
    axes.set_ylim(bottom, 0)


def head_field(axes, name: str, room: float, width: float, words: Said) -> None:
    """Write the name of a field above it, flush with the names of its rows."""
    head = words.label(labels.fitted(name, width * 0.92, TEXT, "bold", most=2))
    corner, aside = ((1, 1), (room, 5)) if words.right else ((0, 1), (-room, 5))
    look = {"ha": words.side, "va": "bottom", "fontsize": TEXT, "fontweight": "bold", "color": INK}
    axes.annotate(head, corner, aside, "axes fraction", "offset points", linespacing=1.1, **look)


@style()
def dots(table: pd.DataFrame, *, label: str, value: str, low: str, high: str, **words: Unpack[Words]) -> Chart:
    """Return a point with its interval for each row; hollow where the interval holds nought."""
    table, chosen = shortened(numbered(table, label, value, low, high).dropna(subset=[value]), said(words))
    if table.empty:
        return empty(chosen)
    given = rows(table[label], chosen)
    chart = page(given.height + 0.3, chosen)
    chart.rows = singly(named(table[label], chosen))
    axes = chart.subplots()
    for middle, numbers in zip(given.middles, table[[low, value, high]].astype(float).to_numpy(), strict=True):
        interval(axes, middle, *numbers)
    name_rows(axes, given, chosen)
    number_axis(axes, chosen)
    return finished(chart, described(table, value, label, chosen))


def interval(axes, middle: float, low: float, value: float, high: float) -> None:
    """Draw one point and its interval."""
    colour = BLUE if value >= 0 else RED
    axes.axhline(middle, color=PALE, linewidth=0.8, zorder=0)
    axes.plot([low, high], [middle, middle], color=colour, linewidth=2, alpha=0.45, zorder=2)
    inside = "white" if low <= 0 <= high else colour
    axes.plot([value], [middle], "o", markersize=6, color=colour, markerfacecolor=inside, zorder=3)


def number_axis(axes, words: Said) -> None:
    """Draw a light scale under the rows, with a stronger line at nought."""
    axes.spines[:].set_visible(False)
    axes.grid(axis="x", color=LINE, linewidth=0.6)
    axes.axvline(0, color=INK, linewidth=0.9, zorder=1)
    axes.margins(x=0.04)
    ticks = [tick for tick in axes.get_xticks() if axes.get_xlim()[0] <= tick <= axes.get_xlim()[1]]
    places = labels.places(ticks)
    axes.set_xticks(ticks, [words.number(tick, min(places, 1)) for tick in ticks], fontsize=SMALL, color=GREY)
    axes.tick_params(axis="x", length=0, pad=4)
    if words.right:
        axes.invert_xaxis()
