"""Which row and which column of a drawn table lie under a point of its figure."""

from .style import Chart


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
