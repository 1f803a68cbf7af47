"""The fonts of every figure, what they can draw, and how wide a text comes out."""

import hashlib
import io
import os
from functools import cache
from pathlib import Path

import fontTools
import matplotlib
import pymupdf_fonts
from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont
from matplotlib import font_manager
from matplotlib.textpath import text_to_path

#: From 3.11 on Matplotlib shapes and orders Arabic itself; below, it wants glyphs in visual order.
SHAPES = tuple(map(int, matplotlib.__version__.split(".")[:2])) >= (3, 11)
FALLBACK = "DejaVu Sans"
FIRAGO = {"FiraGO-Regular.ttf": "figo", "FiraGO-Bold.ttf": "figbo"}
OURS = "Arabic News Sans"  # what we use of FiraGO; its licence keeps that name for the whole
#: Latin, Arabic, punctuation and signs; what else there may be is drawn in the fallback.
KEPT = ((0x20, 0x180), (0x600, 0x700), (0x2000, 0x2300), (0xFDF0, 0xFDFE))
#: What joins and places letters.
FEATURES = ("ccmp", "locl", "isol", "init", "medi", "fina", "rlig", "calt", "liga", "kern", "mark", "mkmk")


@cache
def families() -> tuple[str, ...]:
    """Return the font families in order of preference, registered with Matplotlib."""
    # FiraGO lacks 36 of the 125 presentation forms, which is all that Matplotlib below 3.11 can draw.
    if not SHAPES:
        return (FALLBACK,)
    for name, code in FIRAGO.items():
        font_manager.fontManager.addfont(part_file(name, code))
    return (OURS, FALLBACK)


def font_file(name: str, code: str) -> Path:
    """Return the path of a font that its package holds only as bytes; Matplotlib wants a file."""
    return kept(Path(matplotlib.get_cachedir()) / name, lambda: pymupdf_fonts.myfont(code))


def part_file(name: str, code: str) -> Path:
    """Return the path of the part of a font that we use, made once.

    Each PDF holds the glyphs of its texts, and they are found ten times as fast in the part as in the whole.
    """
    whole = pymupdf_fonts.myfont(code)
    made_of = hashlib.sha256(whole + repr((fontTools.version, KEPT, FEATURES, OURS)).encode()).hexdigest()
    face = name.removesuffix(".ttf").rpartition("-")[2]
    path = Path(matplotlib.get_cachedir()) / f"{compact(OURS)}-{face}-{made_of[:12]}.ttf"
    return kept(path, lambda: part(whole, face))


def kept(path: Path, made) -> Path:
    """Return the path of a file that is made if it is not there; two programs may do so at once."""
    if not path.is_file():
        unfinished = path.with_suffix(f".{os.getpid()}.part")
        unfinished.write_bytes(made())
        unfinished.replace(path)
    return path


def part(whole: bytes, face: str) -> bytes:
    """Return a font with only the letters and rules that we use, under a name of its own."""
    font = TTFont(io.BytesIO(whole), recalcTimestamp=False)
    subsetter = Subsetter(Options(layout_features=list(FEATURES), glyph_names=True, hinting=False))
    subsetter.populate(unicodes=[code for code in font.getBestCmap() if any(a <= code < b for a, b in KEPT)])
    subsetter.subset(font)
    names = {1: OURS, 3: f"{OURS} {face}", 4: f"{OURS} {face}", 6: f"{compact(OURS)}-{face}", 16: OURS}
    for entry in font["name"].names:
        entry.string = names.get(entry.nameID, entry.toUnicode())
    file = io.BytesIO()
    font.save(file)
    return file.getvalue()


def compact(name: str) -> str:
    """Return a name without blanks, as files and PDFs want it."""
    return name.replace(" ", "")


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
