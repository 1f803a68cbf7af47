"""Tables as figures, in Arabic or English.

Every chart takes a table and the names of its columns, and these words: `title`, `subtitle`, `note`,
`language` ("ar" or "en") and `numerals` ("western" or "arabic"). It returns a figure, which shows itself as a
cell's last line and which `save` writes to files.
"""

from .alternative import alt_text
from .bars import bars, dots, panels, stacked_bars
from .cloud import cloud
from .labels import label, wrap
from .marks import near
from .matrix import heat, positions
from .network import network
from .order import core, distinct, ranked, widest
from .overlap import overlaps
from .places import Drawn, place
from .save import save, save_table, save_text
from .style import Chart
from .time import dates, timeline
from .trend import lines

__all__ = [
    "Chart",
    "Drawn",
    "alt_text",
    "bars",
    "cloud",
    "core",
    "dates",
    "distinct",
    "dots",
    "heat",
    "label",
    "lines",
    "near",
    "network",
    "overlaps",
    "panels",
    "place",
    "positions",
    "ranked",
    "save",
    "save_table",
    "save_text",
    "stacked_bars",
    "timeline",
    "widest",
    "wrap",
]
