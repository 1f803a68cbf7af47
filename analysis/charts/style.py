"""The look of every figure in one place: sizes, colours, and the figure that carries them with it."""

import io
from collections.abc import Mapping
from contextlib import contextmanager

import matplotlib
import numpy as np
from fontTools import subset
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure
from PIL import Image, PngImagePlugin

from . import fonts

WIDTH = 16 / 2.54  # inches: the text width of a report page
MARGIN = 0.1
DPI = 300  # of a printed figure
POINTS = 72  # to the inch, which SVG and PDF are drawn in
TITLE, SUBTITLE, TEXT, SMALL = 14.0, 9.5, 9.0, 7.5  # points
INK, GREY, PALE, LINE = "#1a1a1a", "#595959", "#eef1f4", "#d5d9dd"

#: Okabe and Ito's colours, told apart by colour-blind readers; their yellow is too light on white.
COLOURS = ("#0072b2", "#e69f00", "#009e73", "#cc79a7", "#56b4e9", "#d55e00", "#000000")
BLUE, ORANGE, GREEN, PINK, SKY, RED, BLACK = COLOURS
OTHERS = "#b3b3b3"

SETTINGS = {
    "axes.axisbelow": True,
    "axes.edgecolor": INK,
    "axes.facecolor": "none",
    "axes.labelcolor": INK,
    "axes.unicode_minus": True,
    "figure.facecolor": "white",
    "font.size": TEXT,
    "lines.solid_capstyle": "butt",
    "path.simplify": True,
    "pdf.fonttype": 42,  # journals refuse Type 3, and its Arabic cannot be found
    "savefig.bbox": None,
    "savefig.dpi": DPI,
    "savefig.facecolor": "white",
    "svg.fonttype": "path",  # as text it would need the reader to have our fonts
    "svg.hashsalt": "arabic-news-analysis",  # the same figure is the same file
    "text.color": INK,
    "text.hinting": "no_hinting",
    "text.parse_math": False,  # a price in a headline, "$5 or $10", is no formula
    "text.usetex": False,
    "xtick.color": INK,
    "ytick.color": INK,
}


#: What of a font says how letters join and where they stand: in a PDF they are joined and placed already.
JOINING = ["GSUB", "GPOS", "GDEF"]

CANVASES = {"svg": FigureCanvasSVG, "pdf": FigureCanvasPdf}


@contextmanager
def style():
    """Return a context in which Matplotlib draws in our style; outside of it nothing changes."""
    with matplotlib.rc_context({**SETTINGS, "font.family": list(fonts.families())}):
        yield


@contextmanager
def glyphs_alone():
    """Return a context in which a PDF holds the glyphs of its texts, and not the rules by which they were chosen.

    Cutting these rules to its few glyphs, or only reading them, would take fontTools longer than all the rest.
    """
    usual = subset.load_font

    def without_rules(*args, **keywords):
        font = usual(*args, **keywords)
        for rules in JOINING:
            if rules in font:
                del font[rules]
        return font

    subset.load_font = without_rules
    try:
        yield
    finally:
        subset.load_font = usual


def packed(pixels: Image.Image, texts: Mapping | None = None) -> bytes:
    """Return pixels as the content of a PNG file, with texts in it.

    Pillow's usual effort takes twice the time to make the file a tenth smaller.
    """
    file, told = io.BytesIO(), PngImagePlugin.PngInfo()
    for name, text in (texts or {}).items():
        told.add_text(name, text)
    pixels.save(file, "png", compress_level=3, dpi=(DPI, DPI), pnginfo=told)
    return file.getvalue()


class Chart(Figure):
    """A figure that keeps its style wherever it is drawn, and shows itself once, as a cell's last line.

    It is not registered with pyplot: so it does not show itself a second time, and is freed when unused.
    """

    words = None
    description = ""
    rows, columns = (), ()  # places.Drawn: what each of those that can be clicked stands for
    kept: bytes | None = None

    def __init__(self, *args, **keywords):
        """Make an empty figure that can be drawn at once, laid out as it is printed: each text is measured once."""
        super().__init__(*args, dpi=DPI, **keywords)
        FigureCanvasAgg(self)

    def draw(self, renderer):
        """Draw in our style, whoever asks for it."""
        with style():
            super().draw(renderer)

    def savefig(self, *args, **keywords):
        """Save in our style."""
        with style():
            super().savefig(*args, **keywords)

    def pixels(self) -> Image.Image:
        """Return the figure as it is printed, dot for dot."""
        self.canvas.draw()
        return Image.fromarray(np.asarray(self.canvas.buffer_rgba())).convert("RGB")

    def printed(self, kind: str, metadata: Mapping | None = None) -> bytes:
        """Return the figure as SVG or PDF; `savefig` draws each twice, which takes twice the time."""
        file, usual = io.BytesIO(), self.canvas
        try:
            with style(), glyphs_alone():
                self.dpi = POINTS
                getattr(CANVASES[kind](self), f"print_{kind}")(file, metadata=metadata)
        finally:
            self.dpi = DPI
            self.set_canvas(usual)  # it has measured the texts
        self.stale = False  # drawn as it is, and only at another size
        return file.getvalue()

    @property
    def picture(self) -> bytes:
        """The figure as PNG for the screen: that of its file, where it was saved and has not changed since."""
        if self.kept is None or self.stale:
            self.kept = packed(self.pixels())
        return self.kept

    def _repr_mimebundle_(self, include=None, exclude=None):
        width, height = (round(96 * inches) for inches in self.get_size_inches())
        # Shown at its size on paper: there are more dots than the screen has, so that letters are crisp on a fine one.
        size = {"image/png": {"width": width, "height": height}}
        return {"image/png": self.picture, "text/plain": self.description or repr(self)}, size
