"""The look of every figure in one place: sizes, colours, and the figure that carries them with it."""

import io
from collections.abc import Mapping
from contextlib import contextmanager

import matplotlib
from fontTools.subset import Options
from matplotlib.backends.backend_agg import FigureCanvasAgg
from matplotlib.backends.backend_pdf import FigureCanvasPdf
from matplotlib.backends.backend_svg import FigureCanvasSVG
from matplotlib.figure import Figure

from . import fonts

WIDTH = 16 / 2.54  # inches: the text width of a report page
MARGIN = 0.1
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
    "figure.dpi": 144,
    "figure.facecolor": "white",
    "font.size": TEXT,
    "lines.solid_capstyle": "butt",
    "path.simplify": True,
    "pdf.fonttype": 42,  # journals refuse Type 3, and its Arabic cannot be found
    "savefig.bbox": None,
    "savefig.dpi": 300,
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

CANVASES = {"png": FigureCanvasAgg, "svg": FigureCanvasSVG, "pdf": FigureCanvasPdf}


@contextmanager
def style():
    """Return a context in which Matplotlib draws in our style; outside of it nothing changes."""
    with matplotlib.rc_context({**SETTINGS, "font.family": list(fonts.families())}):
        yield


@contextmanager
def glyphs_alone():
    """Return a context in which a PDF holds the glyphs of its texts, and not the rules by which they were chosen.

    Cutting these rules to its few glyphs would take fontTools longer than all the rest of the PDF.
    """
    usual = Options._drop_tables_default
    Options._drop_tables_default = [*usual, *JOINING]
    try:
        yield
    finally:
        Options._drop_tables_default = usual


class Chart(Figure):
    """A figure that keeps its style wherever it is drawn, and shows itself once, as a cell's last line.

    It is not registered with pyplot: so it does not show itself a second time, and is freed when unused.
    """

    words = None
    description = ""

    def __init__(self, *args, **keywords):
        """Make an empty figure that can be drawn at once."""
        super().__init__(*args, **keywords)
        FigureCanvasAgg(self)

    def draw(self, renderer):
        """Draw in our style, whoever asks for it."""
        with style():
            super().draw(renderer)

    def savefig(self, *args, **keywords):
        """Save in our style."""
        with style():
            super().savefig(*args, **keywords)

    def printed(self, kind: str, metadata: Mapping | None = None, dpi: float = 72) -> bytes:
        """Return the figure as PNG, SVG or PDF; `savefig` draws each twice, which takes twice the time."""
        file, usual = io.BytesIO(), self.dpi
        try:
            with style(), glyphs_alone():
                self.dpi = dpi
                getattr(CANVASES[kind](self), f"print_{kind}")(file, metadata=metadata)
        finally:
            self.dpi = usual
            FigureCanvasAgg(self)  # a figure has one canvas: its own again
        return file.getvalue()

    def _repr_mimebundle_(self, include=None, exclude=None):
        picture = self.printed("png", dpi=192)
        width, height = (round(96 * inches) for inches in self.get_size_inches())
        # Twice the pixels, so that letters are crisp on a fine screen; shown at its size on paper.
        size = {"image/png": {"width": width, "height": height}}
        return {"image/png": picture, "text/plain": self.description or repr(self)}, size
