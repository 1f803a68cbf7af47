"""Texts of a figure that cannot be read because of other texts or of the figure's edge."""

from itertools import combinations

from matplotlib.text import Text

from .style import DPI, Chart, style

SLACK = DPI / 144  # dots: boxes hold a little air around the letters


def overlaps(figure: Chart) -> list[tuple[str, str]]:
    """Return the pairs of texts that cover each other; a text that leaves the figure pairs with "edge"."""
    with style():
        figure.canvas.draw()
        renderer = figure.canvas.get_renderer()
        texts = [text for text in figure.findobj(Text) if shows(text)]
        boxes = [(text.get_text(), Text.get_window_extent(text, renderer)) for text in texts]
    width, height = figure.canvas.get_width_height()
    cut = [(text, "edge") for text, box in boxes if leaves(box, width, height)]
    return cut + [(one, other) for (one, a), (other, b) in combinations(boxes, 2) if cover(a, b)]


def shows(text: Text) -> bool:
    """Return whether a text is seen: it has letters, and neither it nor what holds it is hidden."""
    axes = text.axes
    return bool(text.get_text().strip()) and text.get_visible() and (axes is None or axes.get_visible())


def leaves(box, width: int, height: int) -> bool:
    """Return whether a box reaches over the edge of the figure."""
    return box.x0 < -SLACK or box.y0 < -SLACK or box.x1 > width + SLACK or box.y1 > height + SLACK


def cover(one, other) -> bool:
    """Return whether two boxes share more than their air."""
    wide = min(one.x1, other.x1) - max(one.x0, other.x0)
    high = min(one.y1, other.y1) - max(one.y0, other.y0)
    return wide > 2 * SLACK and high > 3 * SLACK
