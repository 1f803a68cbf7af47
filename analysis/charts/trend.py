"""Lines over time or over an order, each named at its end."""

from typing import NamedTuple, Unpack

import pandas as pd
from matplotlib.ticker import MaxNLocator

from . import calendar, labels, marks
from .alternative import described
from .bars import named
from .page import INSIDE, Said, Words, empty, finished, numbered, page, said, shortened
from .style import COLOURS, GREY, LINE, OTHERS, SMALL, TEXT, Chart, style

HEIGHT = 2.9  # inches
NAME_WIDTH = 1.3
APART = 0.19  # inches between the names at the ends of lines
MOST_FIELDS, ACROSS, FIELD = 9, 3, 1.35  # small multiples: how many, side by side, inches high
LONGER = 1.5  # times: a step so much longer than usual leaves something out
DATE = r"\d{4}-\d{2}(-\d{2}.*)?"


class Order(NamedTuple):
    """What runs from left to right: its values, their places on the axis, and whether they are dates."""

    column: pd.Series
    places: pd.Series
    dated: bool
    thin: frozenset[float]  # places that rest on too little
    gaps: list[float]  # places in stretches where there is nothing


@style()
def lines(
    table: pd.DataFrame,
    *,
    x: str,
    value: str,
    group: str | None = None,
    enough: str | None = None,
    **words: Unpack[Words],
) -> Chart:
    """Return a line for each group over time or another order, with its name at its end.

    `enough` is a column that tells whether a point rests on enough; where it does not, its line is dotted. No line runs
    across months or years that have no row, nor across so many days that it would seem measured where it is not.

    More lines than there are colours stand in a small field each, before the others in grey. A date far from most
    others is not shown, as in a timeline; the note counts such dates.
    """
    table = numbered(table, *filter(None, (x, value, group, enough)))
    table, chosen = near(table.dropna(subset=[x, value]), x, said(words))
    if table.empty:
        return empty(chosen)
    groups = named(table[group], chosen) if group else pd.Series("", index=table.index)
    places, dated = moments(table[x])
    rests = thin(table[x], table[enough]) if enough else frozenset()
    order = Order(table[x], places, dated, rests, gaps(places) if dated else [])
    chosen = calendar.told_way(chosen) if order.dated else chosen
    paths = table.pivot_table(value, order.places, groups, aggfunc="sum", sort=False).sort_index().astype(float)
    paths = paths[paths.sum().sort_values(ascending=False, kind="stable").index]
    draw = together if len(paths.columns) <= len(COLOURS) else multiples
    return finished(draw(paths, order, chosen), told(paths, order, chosen))


def told(paths: pd.DataFrame, order: Order, words: Said) -> str:
    """Return what the lines show in words: the highest value of each, or, of a single one, the value at each place."""
    highest = paths.max()
    if len(highest) == 1:
        names = place_names(order, words)
        highest = paths.iloc[:, 0].rename(lambda place: names[place])
    return described(highest.rename("n").rename_axis("name").reset_index(), "n", "name", words)


def place_names(order: Order, words: Said) -> dict[float, str]:
    """Return what the values of an axis are called in a text, by their places: days, months, numbers or names."""
    known = order.column.groupby(order.places).first()
    if not order.dated:
        return {place: labels.digits(str(name), words.numerals) for place, name in known.items()}
    days = pd.Timestamp(0) + pd.to_timedelta(known.index.to_series(), unit="D")
    written = calendar.WRITTEN[finest(days)]
    return {place: written(day, words) for place, day in days.items()}


def finest(days: pd.Series) -> str:
    """Return "Y" where all days are the first of their year, as those that stand for years are, "M" of months, or "D".

    >>> [finest(pd.Series(pd.to_datetime(["2021-01-01", day]))) for day in ("2022-01-01", "2021-02-01", "2021-02-02")]
    ['Y', 'M', 'D']
    """
    if (days.dt.day != 1).any():
        return "D"
    return "Y" if (days.dt.month == 1).all() else "M"


def together(paths: pd.DataFrame, order: Order, words: Said) -> Chart:
    """Return all lines in one field."""
    chart = page(HEIGHT + 0.45, words)
    axes = chart.subplots()
    draw_paths(axes, paths, order)
    value_axis(axes, paths, words)
    order_axis(axes, order, words)
    name_ends(axes, paths, words)
    return chart


def multiples(paths: pd.DataFrame, order: Order, words: Said) -> Chart:
    """Return a small field for each of the largest groups, all on the same scale, in the order of reading."""
    across, words = shortened(paths.T, words, MOST_FIELDS)
    deep, wide = -(-len(across) // ACROSS), INSIDE / ACROSS
    chart = page(FIELD * deep, words)
    chart.get_layout_engine().set(wspace=0.06, h_pad=0.05)
    grid = chart.subplots(deep, ACROSS, squeeze=False)
    fields = [axes for line in grid for axes in (line[::-1] if words.right else line)]
    for axes, name in zip(fields, across.index, strict=False):
        axes.plot(with_gaps(paths, order).index, with_gaps(paths, order), color=LINE, linewidth=0.6)
        draw_path(axes, paths[name], order, color=COLOURS[0], linewidth=1.8, marker="o" if len(paths) < 2 else "")
        value_axis(axes, paths, words)
        order_axis(axes, order, words, wide - 0.5)
        head = words.label(labels.fitted(name, wide * 0.9, TEXT, "bold", most=1))
        axes.set_title(head, loc=words.side, fontsize=TEXT, fontweight="bold", pad=4)
    for axes in fields[len(across) :]:
        axes.set_axis_off()
    return chart


def moments(column: pd.Series) -> tuple[pd.Series, bool]:
    """Return the places of the values on the axis, and whether they are dates."""
    if isinstance(column.dtype, pd.PeriodDtype):
        column = column.dt.to_timestamp()
    texts = column.astype(str)
    years = pd.api.types.is_integer_dtype(column) and column.between(1800, 2200).all()
    if pd.api.types.is_datetime64_any_dtype(column) or years or texts.str.fullmatch(DATE).all():
        dates = pd.to_datetime(texts, format="%Y") if years else calendar.dates(column)
        return dates.map(calendar.day), True
    if pd.api.types.is_numeric_dtype(column):
        return column.astype(float), False
    return pd.Series(pd.factorize(texts)[0], index=column.index, dtype="float64"), False


def near(table: pd.DataFrame, x: str, words: Said) -> tuple[pd.DataFrame, Said]:
    """Return the rows whose date is near most dates of the axis, and words that say how many dates are not shown."""
    places, dated = moments(table[x])
    if table.empty or not dated:
        return table, words
    known = places.drop_duplicates()
    kept = known[marks.near(pd.Timestamp(0) + pd.to_timedelta(known, unit="D"), marks.YEAR)]
    n = len(known) - len(kept)
    return table[places.isin(kept)], words.noted(words.say("far periods", n=words.number(n))) if n else words


def thin(column: pd.Series, enough: pd.Series) -> frozenset[float]:
    """Return the places of the values that rest on too little."""
    return frozenset(moments(column)[0][~marks.true(enough)])


def gaps(places: pd.Series) -> list[float]:
    """Return a place in each stretch in which a month or year is missing; of days, or even steps, more than is usual.

    >>> gaps(pd.Series([0, 31, 59, 90, 365, 396]))
    [227.5]
    """
    known = places.drop_duplicates().sort_values()
    steps = known.diff()
    even = len(known) > 2 and steps.max() <= LONGER * steps.min()  # quarters, decades
    unit = "D" if even else finest(pd.Timestamp(0) + pd.to_timedelta(known, unit="D"))
    usual = {"Y": 366, "M": 31, "D": steps.median()}[unit]
    return (known - steps / 2)[steps > LONGER * usual].tolist()


def with_gaps(paths, order: Order):
    """Return lines with a break in each stretch where there is nothing."""
    return paths.reindex(paths.index.union(order.gaps))


def draw_path(axes, path: pd.Series, order: Order, **look) -> None:
    """Draw a line, dotted to and from the places that rest on too little, and a point that stands alone."""
    path = with_gaps(path, order)
    axes.plot(path.index, path, **{**look, "linestyle": ":" if order.thin else "-"})
    if order.thin:
        axes.plot(path.index, path.mask(path.index.isin(order.thin)), **look)
    alone = path[path.shift().isna() & path.shift(-1).isna()].dropna()
    if order.gaps and len(alone):
        axes.plot(alone.index, alone, **{**look, "linestyle": "", "marker": "o"})


def draw_paths(axes, paths: pd.DataFrame, order: Order) -> None:
    """Draw the largest groups in colours and the rest in grey; points where there are few."""
    colours = dict(zip(paths.columns, COLOURS, strict=False))
    marker = "o" if len(paths) <= 24 else ""
    for name in paths.columns[::-1]:
        path = paths[name].dropna()
        colour, wide = colours.get(name, OTHERS), 1.8 if name in colours else 0.8
        look = {"markersize": 4.5, "markeredgecolor": "white", "markeredgewidth": 0.6}
        draw_path(axes, path, order, marker=marker, color=colour, linewidth=wide, **look)


def value_axis(axes, paths: pd.DataFrame, words: Said) -> None:
    """Draw the scale of values from nought, with light lines and no frame."""
    low, high = min(0, paths.min().min()), max(0, paths.max().max())
    axes.set_ylim(low * 1.06, high * 1.06 if high > low else 1)
    whole = labels.places(paths.to_numpy().ravel()) == 0
    ticks = MaxNLocator(4, integer=whole, steps=[1, 2, 2.5, 5, 10]).tick_values(low, high if high > low else 1)
    ticks = [tick for tick in ticks if low <= tick <= axes.get_ylim()[1]]
    places = 0 if whole else labels.places(ticks)
    axes.set_yticks(ticks, [words.number(tick, places) for tick in ticks], fontsize=SMALL + 0.5, color=GREY)
    axes.tick_params(axis="y", length=0)
    axes.grid(axis="y", color=LINE, linewidth=0.6)
    axes.spines[["left", "right", "top"]].set_visible(False)


def order_axis(axes, order: Order, words: Said, inches: float = 4.3) -> None:
    """Draw the axis of dates, numbers or names under the lines."""
    column, places = order.column, order.places
    if order.dated:
        days = pd.Timestamp(0) + pd.to_timedelta(places, unit="D")
        calendar.draw(axes, calendar.Axis(days.min(), days.max(), inches, finest(days)), words)
        axes.grid(visible=False, axis="x")
        return
    known = column.groupby(places).first()
    step = -(-len(known) // max(2, round(inches * 2)))
    numeric = pd.api.types.is_numeric_dtype(column)
    names = [words.number(name, labels.places(column)) if numeric else str(name) for name in known[::step]]
    names = [words.label(labels.fitted(name, inches / len(names), SMALL + 0.5, most=3)) for name in names]
    axes.set_xticks(list(known.index[::step]), names, fontsize=SMALL + 0.5, color=GREY)


def name_ends(axes, paths: pd.DataFrame, words: Said) -> None:
    """Write the name of each coloured line where it ends, apart from the others."""
    last = paths[paths.columns[: len(COLOURS)]].ffill().iloc[-1].sort_values(kind="stable")
    if list(last.index) == [""]:
        return
    names = [words.label(labels.fitted(name, NAME_WIDTH, TEXT, most=2)) for name in last.index]
    heights = [APART * (name.count("\n") + 1) for name in names]
    low, high = axes.get_ylim()
    colours = dict(zip(paths.columns, COLOURS, strict=False))
    for group, name, y in zip(last.index, names, apart((last - low) / (high - low) * HEIGHT, heights), strict=True):
        look = {"ha": "left", "va": "center", "color": colours[group], "fontsize": TEXT, "linespacing": 1.1}
        axes.annotate(name, (1, y / HEIGHT), (6, 0), "axes fraction", "offset points", **look)


def apart(middles, heights: list[float]) -> list[float]:
    """Return the places of names in inches from below, moved up where they would cover each other."""
    found = []
    for middle, height in zip(middles, heights, strict=True):
        lowest = found[-1][0] + (found[-1][1] + height) / 2 if found else 0
        found.append((max(middle, lowest), height))
    over = max(0, found[-1][0] - HEIGHT) if found else 0
    ceiling, places = HEIGHT + 1, []
    for middle, height in found[::-1]:
        middle = min(middle, HEIGHT if over else middle, ceiling - height / 2)
        places.append(middle)
        ceiling = middle - height / 2
    return places[::-1]
