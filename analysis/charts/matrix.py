"""Tables as pictures: a matrix with its numbers, and where in each text a word stands."""

from typing import Unpack

import pandas as pd
from matplotlib.colors import LinearSegmentedColormap, Normalize, to_hex
from matplotlib.lines import Line2D
from matplotlib.patches import Rectangle

from . import fonts, labels
from .alternative import described
from .bars import ink_on, named, square, value_at
from .page import INSIDE, Rows, Said, Words, bare, empty, finished, name_rows, numbered, page, rows, said, shortened
from .places import together, with_others
from .style import BLUE, GREY, PALE, SMALL, TEXT, Chart, style

BLUES = LinearSegmentedColormap.from_list("blues", ["#e3eef7", "#7db4dc", BLUE, "#00406b"])
MOST_COLUMNS = 12
CELL = 0.32  # inches
GAP = 0.03
OUTLINE = 1.3  # points
WHITE = "#ffffff"
HEAD = TEXT - 0.5  # points
UPRIGHT = 1.4  # inches that the names of columns may be high


@style()
def heat(
    table: pd.DataFrame, *, row: str, column: str, value: str, firm: str | None = None, **words: Unpack[Words]
) -> Chart:
    """Return a matrix with its numbers, the first column where reading begins; nought is left empty.

    `firm` is a column that counts how much of each value is certain; a cell less than half of which is firm is only
    outlined (never the sum of the columns that there is no room for).
    """
    table = numbered(table, *filter(None, (row, column, value, firm)))
    cells, chosen = shortened(crossed(table, row, column, value, said(words)), said(words))
    if cells.empty:
        return empty(chosen)
    cells, chosen = narrowed(cells, chosen)
    given = rows(cells.index, chosen, CELL, 1.7)
    names = max(fonts.width(name, TEXT) for name in given.names)
    wide = (INSIDE - names - 0.1) / len(cells.columns) - 0.08
    heads, upright = column_names(cells.columns, wide, chosen)
    weak = cells.ne(0) & (crossed(table, row, column, firm, chosen).reindex_like(cells) * 2 < cells if firm else False)
    keys = [(chosen.say("firm"), square(BLUE)), (chosen.say("weak"), frame())] if weak.to_numpy().any() else []
    chart = page(given.height + heads_height(heads, upright) + 0.1, chosen, keys)
    chart.rows = together(named(table[row], chosen), len(cells))
    columns = together(named(table[column], chosen))
    chart.columns = with_others(columns, MOST_COLUMNS, chosen.say("others"))
    axes = chart.subplots()
    draw_cells(axes, given, cells, weak, chosen)
    name_rows(axes, given, chosen)
    name_columns(axes, heads, upright)
    return finished(chart, told(cells, chosen))


def frame() -> Line2D:
    """Return the mark of an outlined cell in the key."""
    look = {"markerfacecolor": "white", "markeredgecolor": BLUE, "markeredgewidth": OUTLINE}
    return Line2D([], [], marker="s", markersize=6.5, linestyle="none", **look)


def told(cells: pd.DataFrame, words: Said) -> str:
    """Return the matrix in words: its largest numbers, each with its row and its column."""
    flat = cells.rename_axis("row").reset_index().melt("row", var_name="column", value_name="n")
    flat = flat.assign(both=flat["row"] + " / " + flat["column"])
    return described(flat[flat["n"] != 0], "n", "both", words)


def crossed(table: pd.DataFrame, row: str, column: str, value: str, words: Said) -> pd.DataFrame:
    """Return one row and one column for each name, in order of appearance; what is not there is nought."""
    table = table.assign(**{row: named(table[row], words), column: named(table[column], words)})
    cells = table.pivot_table(value, row, column, aggfunc="sum", fill_value=0, sort=False)
    return cells.reindex(index=table[row].unique(), columns=table[column].unique(), fill_value=0).astype(float)


def narrowed(cells: pd.DataFrame, words: Said) -> tuple[pd.DataFrame, Said]:
    """Return the columns that fit side by side, the last of them the sum of all others, and words that say so.

    Without it a row whose numbers all stand in other columns would look empty.
    """
    if len(cells.columns) <= MOST_COLUMNS:
        return cells, words
    shown = MOST_COLUMNS - 1
    others = cells.iloc[:, shown:].sum(axis=1).rename(words.say("others"))
    numbers = {"shown": words.number(shown), "all": words.number(len(cells.columns))}
    return pd.concat([cells.iloc[:, :shown], others], axis=1), words.noted(words.say("first columns", **numbers))


def column_names(names, width: float, words: Said) -> tuple[list[str], bool]:
    """Return the names of the columns, wrapped to their width, and whether they have to stand upright.

    They do where a single word is wider than its column: a name cut in pieces cannot be read.
    """
    longest = max(fonts.width(words.label(word), HEAD) for name in names for word in labels.clean(name).split() or [""])
    upright = longest > width
    heads = [labels.fitted(name, UPRIGHT if upright else width, HEAD, most=1 if upright else 4) for name in names]
    return [words.label(head) for head in heads], upright


def heads_height(heads: list[str], upright: bool) -> float:
    """Return how many inches the names of the columns are high."""
    if upright:
        return max(fonts.width(head, HEAD) for head in heads)
    return 0.16 * max(head.count("\n") + 1 for head in heads)


def draw_cells(axes, given: Rows, cells: pd.DataFrame, weak: pd.DataFrame, words: Said) -> None:
    """Draw a coloured field with its number for each value that is not nought, where it is weak an outlined one."""
    numbers = cells.to_numpy()
    shade = Normalize(min(0, numbers.min()), numbers.max() or 1)
    places = labels.places(numbers.ravel())
    for middle, end, line, outlines in zip(given.middles, given.ends, numbers, weak.to_numpy(), strict=True):
        high = 2 * (end - middle) - GAP
        for place, (number, outline) in enumerate(zip(line, outlines, strict=True)):
            colour = to_hex(BLUES(shade(number))) if number else PALE
            inside = WHITE if outline else colour
            edge = {"edgecolor": colour, "linewidth": OUTLINE if outline else 0, "facecolor": inside}
            axes.add_patch(Rectangle((place + 0.02, middle - high / 2 + 0.01), 0.96, high - 0.02, **edge))
            if number:
                look = {"ha": "center", "va": "center", "fontsize": TEXT, "color": ink_on(inside)}
                axes.text(place + 0.5, middle, words.number(number, places), **look)
    bare(axes)
    axes.set_xlim(*((len(cells.columns), 0) if words.right else (0, len(cells.columns))))


def name_columns(axes, heads: list[str], upright: bool) -> None:
    """Write the names of the columns above them."""
    axes.xaxis.tick_top()
    axes.set_xticks([place + 0.5 for place in range(len(heads))], heads, fontsize=HEAD, linespacing=1.1)
    axes.tick_params(axis="x", length=0, pad=3)
    for name in axes.get_xticklabels():
        name.set(ha="center", ma="center", va="bottom", rotation=90 if upright else 0)


@style()
def positions(table: pd.DataFrame, *, row: str, position: str, **words: Unpack[Words]) -> Chart:
    """Return a strip for each row with a line at each position, from the start of the text to its end.

    Positions are shares of the text from 0 to 1; larger numbers are measured by the largest.
    """
    table = numbered(table, row, position).dropna(subset=[position])
    table = table.assign(**{row: named(table[row], said(words))})
    counts, chosen = shortened(table.groupby(row, sort=False).size().to_frame("n").reset_index(), said(words))
    if counts.empty:
        return empty(chosen)
    given = rows(counts[row], chosen, 0.3)
    chart = page(given.height + 0.22, chosen)
    chart.rows = together(table[row], len(counts))
    axes = chart.subplots()
    shares = table[position].astype(float) / max(1.0, float(table[position].max()))
    for name, n, middle in zip(counts[row], counts["n"], given.middles, strict=True):
        strip(axes, shares[table[row] == name], middle)
        value_at(axes, 1, middle, chosen.number(n), chosen)
    axes.set_xlim(*((1, 0) if chosen.right else (0, 1)))
    name_rows(axes, given, chosen)
    name_ends(axes, chosen)
    return finished(chart, described(counts, "n", row, chosen))


def strip(axes, shares: pd.Series, middle: float) -> None:
    """Draw a text as a pale strip, and a line for each place in it."""
    axes.add_patch(Rectangle((0, middle - 0.1), 1, 0.2, color=PALE, linewidth=0))
    axes.vlines(shares, middle - 0.1, middle + 0.1, color=BLUE, linewidth=1.3, alpha=0.85)


def name_ends(axes, words: Said) -> None:
    """Write under the strips where the texts begin and where they end."""
    bare(axes)
    axes.set_xticks([0, 1], [words.label(words.say("start")), words.label(words.say("end"))])
    axes.tick_params(axis="x", length=0, pad=2, labelsize=SMALL, labelcolor=GREY)
    first, last = axes.get_xticklabels()
    first.set_ha(words.side)
    last.set_ha("left" if words.right else "right")
