"""Which row and which column of a figure lie under a point of it, and which rows of the table each stands for."""

from typing import NamedTuple

import pandas as pd

from .style import Chart


class Drawn(NamedTuple):
    """A row or a column of a figure: its name, and the numbers of the rows of the table that it stands for."""

    name: str
    numbers: tuple[int, ...]


def singly(names: pd.Series) -> list[Drawn]:
    """Return a row of the figure for each name, those that are alike apart; the index numbers the rows of the table.

    >>> singly(pd.Series(["أدري", "أدري"]))
    [Drawn(name='أدري', numbers=(0,)), Drawn(name='أدري', numbers=(1,))]
    """
    return [Drawn(name, (number,)) for number, name in names.items()]


def together(names: pd.Series, most: int | None = None) -> list[Drawn]:
    """Return a row or a column of the figure for all names that are alike, in order of appearance; `most` of them.

    The index of the names numbers the rows of the table.

    >>> together(pd.Series(["a", "b", "a"]))
    [Drawn(name='a', numbers=(0, 2)), Drawn(name='b', numbers=(1,))]
    """
    numbers = names.index.to_series().groupby(names, sort=False).agg(tuple)
    return [Drawn(*each) for each in numbers.iloc[:most].items()]


def with_others(columns: list[Drawn], most: int, others: str) -> list[Drawn]:
    """Return the columns that fit side by side, the last of them standing for all others where not all do."""
    if len(columns) <= most:
        return columns
    rest = sorted(number for column in columns[most - 1 :] for number in column.numbers)
    return [*columns[: most - 1], Drawn(others, tuple(rest))]


def place(figure: Chart, x: float, y: float) -> tuple[int | None, int | None]:
    """Return the numbers of the row and the column under a point, None where there is none.

    `x` and `y` are shares of the figure's width and height, from its left and its upper edge. The names of rows and
    columns belong to them; figures without columns have rows only.
    """
    if not figure.axes:
        return None, None
    axes = figure.axes[0]
    box = axes.get_position()
    across, up = (x - box.x0) / box.width, (1 - y - box.y0) / box.height
    row = nearest(axes.get_yticks(), axes.get_ylim(), up)
    column = nearest(axes.get_xticks(), axes.get_xlim(), across)
    return (row if 0 <= up <= 1 else None), (column if 0 <= across <= 1 else None)


def nearest(ticks, limits: tuple[float, float], share: float) -> int | None:
    """Return the number of the tick nearest to a share of an axis, or None where the axis has no ticks.

    >>> nearest([0.5, 1.5, 2.5], (3, 0), 0.9)
    0
    """
    value = limits[0] + share * (limits[1] - limits[0])
    return min(range(len(ticks)), key=lambda number: abs(ticks[number] - value), default=None)
