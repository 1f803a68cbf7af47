"""Who stands together with whom: circles joined by lines."""

from typing import Unpack

import numpy as np
import pandas as pd

from . import fonts, labels
from .alternative import described
from .page import INSIDE, MOST_ROWS, TEXT_LINE, Said, Words, empty, finished, numbered, page, said, shortened
from .style import BLUE, INK, TEXT, Chart, style

LOWEST = 3.4  # inches: the height of a figure with few names
FILLED = 0.33  # of the figure, by circles and names: more cannot be moved apart
LARGEST = 0.3  # inches: the radius of the largest circle
NAME_WIDTH = 1.25
AIR = 0.12
ENDS = ["source", "target"]


@style()
def network(
    nodes: pd.DataFrame, links: pd.DataFrame, *, label: str, size: str, weight: str, **words: Unpack[Words]
) -> Chart:
    """Return circles by size, joined by lines by weight; `source` and `target` of the links hold what `label` holds."""
    nodes, links = numbered(nodes, label, size), numbered(links, *ENDS, weight).dropna(subset=[*ENDS, weight])
    nodes = nodes.dropna(subset=[label]).drop_duplicates(label)
    nodes, chosen = fitting(nodes, label, heaviest(links, weight), said(words))
    if nodes.empty:
        return empty(chosen)
    links = links[links[ENDS].isin(nodes[label].tolist()).all(axis=1)]
    links = links[ENDS].assign(share=shares(links[weight]))
    names = [chosen.label(labels.fitted(name, NAME_WIDTH, TEXT, most=3)) for name in nodes[label]]
    radii = LARGEST * np.sqrt(shares(nodes[size])).clip(0.2).to_numpy()
    places, high = apart(arranged(list(nodes[label]), links), names, radii)
    chart = page(high, chosen)
    axes = chart.subplots()
    axes.set(xlim=(0, INSIDE), ylim=(high, 0))
    axes.set_axis_off()
    draw_links(axes, dict(zip(nodes[label], places, strict=True)), links)
    draw_nodes(axes, places, radii, names)
    return finished(chart, described(nodes, size, label, chosen))


def fitting(nodes: pd.DataFrame, label: str, tied: set, words: Said) -> tuple[pd.DataFrame, Said]:
    """Return the circles that a page holds, those with the heaviest links first, and words that say so."""
    joined = nodes[label].isin(tied)
    most = joined.sum() if len(nodes) > MOST_ROWS and joined.any() else MOST_ROWS
    return shortened(pd.concat([nodes[joined], nodes[~joined]]), words, most)


def shares(values: pd.Series) -> pd.Series:
    """Return values as shares of the largest, from 0 to 1; what is missing or below nought is nought.

    >>> shares(pd.Series([4, 1, -2, None])).tolist(), shares(pd.Series([0])).tolist()
    ([1.0, 0.25, 0.0, 0.0], [0.0])
    """
    values = values.astype(float).fillna(0).clip(lower=0)
    return values / (values.max() or 1)


def heaviest(links: pd.DataFrame, weight: str) -> set:
    """Return the names that the heaviest links join, as many as a page holds: none without its partner."""
    found = set()
    for link in links.sort_values(weight, ascending=False, kind="stable")[ENDS].itertuples(index=False):
        if len(found.union(link)) > MOST_ROWS:
            break
        found.update(link)
    return found


def arranged(names: list, links: pd.DataFrame) -> np.ndarray:
    """Return a place from 0 to 1 for each name, near to those it is joined with; always the same one."""
    import networkx  # here, as only this figure needs it, and it takes a while

    graph = networkx.Graph()
    # Weak ties to the first, largest one hold those who stand alone; they would drift far away.
    graph.add_weighted_edges_from((names[0], name, 0.02) for name in names[1:])
    graph.add_weighted_edges_from(links.itertuples(index=False, name=None))
    graph.add_nodes_from(names)
    found = networkx.spring_layout(graph, k=3 / np.sqrt(len(names)), iterations=300, seed=7)
    places = np.array([found[name] for name in names])
    return even(places) * 0.7 + scaled(places) * 0.3


def scaled(places: np.ndarray) -> np.ndarray:
    """Return the places between 0 and 1, far as they are."""
    low, high = places.min(axis=0), places.max(axis=0)
    return np.where(high > low, (places - low) / np.where(high > low, high - low, 1), 0.5)


def even(places: np.ndarray) -> np.ndarray:
    """Return the places between 0 and 1 by their rank, which fills the figure."""
    return scaled(places.argsort(axis=0).argsort(axis=0).astype(float))


def boxes(names: list[str], radii: np.ndarray) -> np.ndarray:
    """Return width and height of each circle with its name below it, and some air."""
    wide = [max(2 * radius, fonts.width(name, TEXT)) for name, radius in zip(names, radii, strict=True)]
    return np.column_stack([wide, 2 * radii + name_heights(names)]) + AIR


def name_heights(names: list[str]) -> np.ndarray:
    """Return how much room below its circle each name takes, in inches; the way to circles from boxes."""
    return np.array([TEXT_LINE * (name.count("\n") + 1) for name in names])


def apart(places: np.ndarray, names: list[str], radii: np.ndarray) -> tuple[np.ndarray, float]:
    """Return the places of circles in inches, from places between 0 and 1, and how high their figure has to be."""
    sizes = boxes(names, radii)
    field = np.array((INSIDE, max(LOWEST, sizes.prod(axis=1).sum() / FILLED / INSIDE)))
    to_circles = np.column_stack([np.zeros(len(names)), name_heights(names) / 2])
    return spread(places * field, sizes, field) - to_circles, field[1]


def spread(places: np.ndarray, sizes: np.ndarray, field: np.ndarray) -> np.ndarray:
    """Return the places, moved apart until no box covers another and all lie within the figure."""
    for _ in range(1000):
        moves = pushes(places, sizes)
        places = np.clip(places + moves, sizes / 2, field - sizes / 2)
        if not moves.any():
            break
    return places


def pushes(places: np.ndarray, sizes: np.ndarray) -> np.ndarray:
    """Return how far each box has to go to leave those it covers, on the side where that is nearest."""
    gaps = places[:, None] - places[None]
    cover = (sizes[:, None] + sizes[None]) / 2 - np.abs(gaps)
    covering = (cover > 1e-6).all(axis=2) & ~np.eye(len(places), dtype=bool)
    later = np.tri(len(places), k=-1)[..., None] > 0  # of two boxes on one spot, the later goes down
    toward = np.where((gaps > 0) | ((gaps == 0) & later), 1, -1)
    nearest = cover == cover.min(axis=2, keepdims=True)
    return (covering[..., None] * nearest * toward * (cover / 2 + 1e-3)).sum(axis=1) * 0.7


def draw_links(axes, places: dict, links: pd.DataFrame) -> None:
    """Draw a line for each link, as thick as its share of the largest weight."""
    for link in links.sort_values("share").itertuples():
        (x, y), (to_x, to_y) = places[link.source], places[link.target]
        look = {"color": "#8fa3b5", "alpha": 0.3 + 0.4 * link.share, "linewidth": 0.5 + 4 * link.share}
        axes.plot([x, to_x], [y, to_y], zorder=1, solid_capstyle="round", **look)


def draw_nodes(axes, places: np.ndarray, radii: np.ndarray, names: list[str]) -> None:
    """Draw each circle, and its name below."""
    for (x, y), radius, name in zip(places, radii, names, strict=True):
        look = {"markersize": 144 * radius, "color": BLUE, "markeredgecolor": "white"}
        axes.plot([x], [y], "o", zorder=2, **look)
        box = {"facecolor": "white", "edgecolor": "none", "alpha": 0.75, "pad": 0.5}
        look = {"ha": "center", "va": "top", "color": INK, "linespacing": 1.1, "bbox": box}
        axes.text(x, y + radius + 0.03, name, zorder=3, **look)
