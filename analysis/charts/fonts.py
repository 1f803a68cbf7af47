"""The fonts of every figure, what they can draw, and how wide a text comes out."""

from functools import cache
from pathlib import Path

import matplotlib
import pymupdf_fonts
from matplotlib import font_manager
from matplotlib.textpath import text_to_path

#: From 3.11 on Matplotlib shapes and orders Arabic itself; below, it wants glyphs in visual order.
SHAPES = tuple(map(int, matplotlib.__version__.split(".")[:2])) >= (3, 11)
FALLBACK = "DejaVu Sans"
FIRAGO = {"FiraGO-Regular.ttf": "figo", "FiraGO-Bold.ttf": "figbo"}


@cache
def families() -> tuple[str, ...]:
    """Return the font families in order of preference, registered with Matplotlib."""
    # FiraGO lacks 36 of the 125 presentation forms, which is all that Matplotlib below 3.11 can draw.
    if not SHAPES:
        return (FALLBACK,)
    for name, code in FIRAGO.items():
        font_manager.fontManager.addfont(font_file(name, code))
    return ("FiraGO", FALLBACK)


def font_file(name: str, code: str) -> Path:
    """Return the path of a font that its package holds only as bytes; Matplotlib wants a file."""
    path = Path(matplotlib.get_cachedir()) / name
    content = pymupdf_fonts.myfont(code)
    if not path.is_file() or path.stat().st_size != len(content):
        part = path.with_suffix(".part")
        part.write_bytes(content)
        part.replace(path)
    return path


@cache
def drawable() -> frozenset[int]:
    """Return the code points that at least one of the fonts has a glyph for."""
    paths = [font_manager.findfont(family) for family in families()]
    return frozenset().union(*(font_manager.get_font(path).get_charmap() for path in paths))


@cache
def properties(size: float, weight: str) -> font_manager.FontProperties:
    """Return size and weight in our families, as Matplotlib wants to have them."""
    return font_manager.FontProperties(family=list(families()), size=size, weight=weight)


@cache
def width(shown: str, size: float, weight: str = "normal") -> float:
    """Return how many inches the widest line of a finished label takes."""
    measure = text_to_path.get_text_width_height_descent
    return max(measure(line, properties(size, weight), False)[0] for line in shown.split("\n")) / 72
