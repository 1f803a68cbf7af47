"""A word cloud: words as large as their numbers, none on another."""

from typing import Unpack

import numpy as np
import pandas as pd

from . import labels
from .alternative import described
from .bars import named
from .page import INSIDE, Words, empty, finished, numbered, page, said, shortened
from .style import BLUE, INK, Chart, style

MOST_WORDS = 60
LARGEST, SMALLEST = 40.0, 8.0  # points
STRONG = 0.4  # of the largest number: words from there on are in colour
WIDEST = 0.85  # of the figure, for the largest word
AIR = 0.04  # inches between words
TRIES, AT_ONCE = 6000, 300  # most words find a place among the first
TURN, STEP, FLAT = 0.35, 0.002, 0.6  # of the spiral: radians and inches from one try to the next, height by width


@style()
def cloud(table: pd.DataFrame, *, value: str, label: str, **words: Unpack[Words]) -> Chart:
    """Return words in sizes that follow their numbers, the largest in the middle; bars show the numbers."""
    table = numbered(table, value, label)
    table = table.assign(**{label: named(table[label], said(words))})
    table = table[table[value] > 0].sort_values(value, ascending=False, kind="stable").drop_duplicates(label)
    table, chosen = shortened(table, said(words), MOST_WORDS)
    if table.empty:
        return empty(chosen)
    chosen = chosen.noted(chosen.say("larger"))
    names = [chosen.label(labels.fitted(name, INSIDE / 2, SMALLEST, most=1)) for name in table[label]]
    shares = (table[value] / table[value].max()).to_numpy(dtype=float)
    points, boxes = sized(names, shares)
    places = spiral(boxes)
    top, bottom = (places - boxes / 2)[:, 1].min(), (places + boxes / 2)[:, 1].max()
    chart = page(bottom - top, chosen)
    axes = chart.subplots()
    axes.set(xlim=(-INSIDE / 2, INSIDE / 2), ylim=(bottom, top))
    axes.set_axis_off()
    for name, (x, y), size, share in zip(names, places, points, shares, strict=True):
        axes.text(x, y, name, fontsize=size, color=BLUE if share >= STRONG else INK, ha="center", va="center")
    return finished(chart, described(table, value, label, chosen))


def sized(names: list[str], shares: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return the size of each word in points, and width and height of its box in inches with some air.

    The area of a word follows its number, and so its size the root of it.
    """
    scratch = Chart(figsize=(1, 1))
    drawn = [scratch.text(0, 0, name, fontsize=LARGEST).get_window_extent() for name in names]
    whole = np.array([(box.width, box.height) for box in drawn]) / scratch.dpi
    roots = np.sqrt(shares)
    fit = min(1.0, WIDEST * INSIDE / (whole[:, 0] * roots).max())
    points = (LARGEST * fit * roots).clip(SMALLEST)
    return points, whole * (points / LARGEST)[:, None] + AIR


def spiral(boxes: np.ndarray) -> np.ndarray:
    """Return a place for each box, one after the other: the first on a spiral where it covers no other."""
    turns = np.arange(TRIES)
    tries = (turns * STEP)[:, None] * np.column_stack([np.cos(turns * TURN), FLAT * np.sin(turns * TURN)])
    places = np.empty_like(boxes)
    for n, box in enumerate(boxes):
        inside = tries[np.abs(tries[:, 0]) + box[0] / 2 <= INSIDE / 2]
        below = (places + boxes / 2)[:n, 1].max(initial=0) + box[1] / 2
        free = (
            first_free(inside[a : a + AT_ONCE], (box + boxes[:n]) / 2, places[:n]) for a in range(0, TRIES, AT_ONCE)
        )
        places[n] = next((place for place in free if place is not None), (0, below))
    return places


def first_free(tries: np.ndarray, apart: np.ndarray, places: np.ndarray) -> np.ndarray | None:
    """Return the first of some places that is apart enough from each place that is taken."""
    free = (np.abs(tries[:, None] - places[None]) >= apart).any(axis=2).all(axis=1)
    return tries[free.argmax()] if free.any() else None
