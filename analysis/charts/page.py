"""What all figures share: title, subtitle, keys and note around the axes, and rows with names."""

from itertools import accumulate
from typing import NamedTuple, TypedDict, Unpack

import pandas as pd
from matplotlib.transforms import Bbox

from analysis import tables

from . import fonts, labels
from .style import GREY, INK, MARGIN, SMALL, SUBTITLE, TEXT, TITLE, WIDTH, Chart

INSIDE = WIDTH - 2 * MARGIN
MOST_ROWS, LEAST_ROW = 30, 0.25  # rows, and inches that one is high
NAME_WIDTH = 2.1  # inches that the names of rows may take
TEXT_LINE = TEXT * 1.3 / 72

#: What figures say of themselves, in Arabic and English.
SAID = {
    "nothing": ("لا بيانات", "No data"),
    "unknown": ("غير معروف", "unknown"),
    "others": ("غير ذلك", "other"),
    "first": ("أول {shown} من {all}.", "The first {shown} of {all}."),
    "first columns": ("الأعمدة أول {shown} من {all}.", "The first {shown} of {all} columns."),
    "each": ("أول {shown} في كل مجموعة.", "The first {shown} of each group."),
    "far": ("بعيد زمنا عن معظمها، فلا يظهر: {n}.", "Far in time from most, and not shown: {n}."),
    "far periods": ("فترات بعيدة عن معظمها، فلا تظهر: {n}.", "Periods far in time from most, and not shown: {n}."),
    "wider": ("ما تاريخه أوسع من يوم لا يظهر: {n}.", "Dated more widely than a day, and not shown: {n}."),
    "undated": ("بلا تاريخ، فلا تظهر: {n}.", "Without a date and not shown: {n}."),
    "no date": ("بلا تاريخ", "no date"),
    "weeks": ("الأيام مجموعة في أسابيع تبدأ يوم الاثنين.", "Days are taken together in weeks from Monday on."),
    "months": ("الأيام مجموعة في أشهر.", "Days are taken together in months."),
    "years": ("الأيام والأشهر مجموعة في سنوات.", "Days and months are taken together in years."),
    "starts": ("كل ما وقع مجموع في سنة بدايته.", "All is taken together in the year in which it began."),
    "rightwards": ("الزمن من اليسار إلى اليمين.", "Time runs from left to right."),
    "day": ("يوم معلوم", "day known"),
    "week": ("أسبوع", "week"),
    "month": ("شهر", "month"),
    "year": ("سنة", "year"),
    "span": ("شهر أو سنة أو فترة", "month, year or interval"),
    "certain": ("تاريخ مؤكد", "date certain"),
    "uncertain": ("تاريخ غير مؤكد", "date uncertain"),
    "firm": ("سُمّي الطرفان في نصف الروايات على الأقل", "both named in half of the tellings at least"),
    "weak": ("طرف مستنتَج في أكثرها", "a party carried over in most"),
    "larger": ("كلما كبرت الكلمة كثر عددها.", "The larger a word, the larger its number."),
    "start": ("أول النص", "start of the text"),
    "end": ("آخره", "end"),
}


class Words(TypedDict, total=False):
    """The words around a figure; every chart takes them as keywords."""

    title: str
    subtitle: str | None
    note: str | None
    language: str  # "ar" or "en"
    numerals: str  # "western" or "arabic"


class Said(NamedTuple):
    """The words around a figure, complete."""

    title: str
    subtitle: str | None = None
    note: str | None = None
    language: str = "ar"
    numerals: str = "western"

    @property
    def right(self) -> bool:
        """Whether the figure reads from right to left."""
        return self.language == "ar"

    @property
    def side(self) -> str:
        """The side on which reading begins."""
        return "right" if self.right else "left"

    def say(self, what: str, **values) -> str:
        """Return one of the figure's own phrases in its language."""
        return SAID[what][0 if self.right else 1].format(**values)

    def number(self, value: float, places: int = 0) -> str:
        """Return a number in the figure's numerals."""
        return labels.number(value, self.numerals, places)

    def label(self, text) -> str:
        """Return a text as Matplotlib has to be given it."""
        return labels.label(text, self.language)

    def noted(self, *more: str) -> "Said":
        """Return the same words with sentences added to the note."""
        return self._replace(note=" ".join(filter(None, [self.note, *more])) or None)


def said(words: Unpack[Words]) -> Said:
    """Return the words of a call.

    Raises TypeError for words that a chart does not take, or no title; ValueError for an unknown language or numerals.
    """
    unknown = set(words) - set(Said._fields)
    if unknown or "title" not in words:
        wrong = f"takes no {', '.join(sorted(unknown))}" if unknown else "needs a title"
        raise TypeError(f'a chart {wrong}: write title="...", and if need be {", ".join(Said._fields[1:])}')
    chosen = Said(**words)
    if chosen.language not in ("ar", "en"):
        raise ValueError(f'language is "ar" or "en", not {chosen.language!r}')
    if chosen.numerals not in ("western", "arabic"):
        raise ValueError(f'numerals are "western" or "arabic", not {chosen.numerals!r}')
    return chosen


def numbered(table: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Return the table of a figure, its rows numbered from nought; raise ValueError naming columns that it lacks."""
    return tables.check(table, *columns, name="the table that is drawn").reset_index(drop=True)


def shortened(table: pd.DataFrame, words: Said, most: int = MOST_ROWS) -> tuple[pd.DataFrame, Said]:
    """Return the first rows of a table, and words that say so where rows were left out."""
    if len(table) <= most:
        return table, words
    numbers = {"shown": words.number(most), "all": words.number(len(table))}
    return table.head(most), words.noted(words.say("first", **numbers))


def empty(words: Said) -> Chart:
    """Return a figure that says that there is nothing to show."""
    chart = page(1.0, words)
    axes = chart.subplots()
    axes.set_axis_off()
    axes.text(0.5, 0.5, words.label(words.say("nothing")), ha="center", va="center", color=GREY, fontsize=TITLE)
    return finished(chart, f"{words.title} {words.say('nothing')}.")


def page(body: float, words: Said, keys=()) -> Chart:
    """Return a figure with its words in place, and room of so many inches for the axes between them."""
    chart = Chart(figsize=(WIDTH, body), layout="constrained")
    chart.words = words
    top = [
        text(chart, words, words.title, {"fontsize": TITLE, "color": INK, "weight": "bold"}),
        text(chart, words, words.subtitle, {"fontsize": SUBTITLE, "color": GREY}),
    ]
    below = text(chart, words, words.note, {"fontsize": SMALL, "color": GREY})
    heads = [height(part) for part in top if part]
    key_lines = key_rows(keys, words)
    head = sum(heads) + 0.06 * len(heads) + 0.22 * len(key_lines) + MARGIN
    foot = height(below) + 0.1 if below else 0
    whole = MARGIN + head + body + foot + MARGIN
    chart.set_size_inches(WIDTH, whole)
    down = place([part for part in top if part], whole)
    draw_keys(chart, key_lines, words, down)
    if below:
        below.set_y((MARGIN + height(below)) / whole)
    area = (MARGIN / WIDTH, (MARGIN + foot) / whole, INSIDE / WIDTH, body / whole)
    chart.get_layout_engine().set(rect=area, w_pad=0, h_pad=0, wspace=0, hspace=0)
    return chart


def finished(chart: Chart, description: str) -> Chart:
    """Return the figure laid out once and for all, with what it shows in words.

    Each further run of the layout would move the axes by a hair, and no two files would be the same.
    """
    for axis in (axis for axes in chart.axes for axis in (axes.xaxis, axes.yaxis)):
        axis.set_label_coords(0, 0)  # it has none: to find its place anew at each drawing, all ticks are measured
    if len(chart.axes) == 1:
        fill(chart, chart.axes[0])
    else:
        share(chart)
    chart.set_layout_engine("none")
    chart.description = labels.plain(description)
    return chart


def fill(chart: Chart, axes) -> None:
    """Let the only axes, with their names and numbers, fill the room that the figure's words leave.

    Matplotlib's own layout measures all texts twice for that.
    """
    area = Bbox.from_bounds(*chart.get_layout_engine().get()["rect"])
    axes.set_position(area)
    for _ in range(2 if len(axes.get_xticks()) else 1):  # beside long row names the names below reach out farther
        drawn = axes.get_tightbbox(chart.canvas.get_renderer(), for_layout_only=True)
        beyond = drawn.transformed(chart.transFigure.inverted()).get_points() - axes.get_position().get_points()
        axes.set_position(Bbox(area.get_points() - beyond))


def share(chart: Chart) -> None:
    """Let several axes share the room that the figure's words leave.

    The last digits of Matplotlib's layout depend on where things lie in memory, and are rounded away.
    """
    chart.get_layout_engine().execute(chart)
    for axes in chart.axes:
        axes.set_position([round(number, 6) for number in axes.get_position(original=True).bounds])


def text(chart: Chart, words: Said, written: str | None, look: dict):
    """Return a text at the side where reading begins, wrapped to the figure, or None if there is none."""
    if not written:
        return None
    weight = look.get("weight", "normal")
    lines = labels.fitted(labels.digits(written, words.numerals), INSIDE, look["fontsize"], weight)
    x = 1 - MARGIN / WIDTH if words.right else MARGIN / WIDTH
    drawn = chart.text(x, 1, words.label(lines), linespacing=1.15, va="top", ha=words.side, **look)
    drawn.set_in_layout(False)  # its room is kept by hand, to the exact inch
    return drawn


def height(drawn) -> float:
    """Return the height of a drawn text in inches."""
    return drawn.get_window_extent().height / drawn.get_figure().dpi


def place(parts: list, whole: float) -> float:
    """Put texts under one another from the top, and return how many inches they reach down."""
    down = MARGIN
    for part in parts:
        part.set_y(1 - down / whole)
        down += height(part) + 0.06
    return down


def key_rows(keys, words: Said) -> list[list[tuple]]:
    """Return the keys (name, mark, width in inches) in lines that fit the figure."""
    lines, used = [[]] if keys else [], 0.0
    for name, mark in keys:
        shown = words.label(labels.fitted(name, INSIDE / 2, TEXT, most=1))
        room = fonts.width(shown, TEXT) + 0.42
        if used + room > INSIDE and lines[-1]:
            lines.append([])
            used = 0.0
        lines[-1].append((shown, mark, room))
        used += room
    return lines


def draw_keys(chart: Chart, lines: list[list[tuple]], words: Said, down: float) -> None:
    """Draw the keys below the subtitle: each a mark and its name, in the order of reading."""
    whole, toward = chart.get_figheight(), -1 if words.right else 1
    for row, line in enumerate(lines):
        x = WIDTH - MARGIN if words.right else MARGIN
        y = 1 - (down + 0.22 * row + 0.13) / whole
        for shown, mark, room in line:
            key = chart.add_artist(mark)
            key.set_data([(x + toward * 0.07) / WIDTH], [y])
            name = chart.text((x + toward * 0.19) / WIDTH, y, shown, ha=words.side, va="center", fontsize=TEXT)
            key.set_in_layout(False)
            name.set_in_layout(False)
            x += toward * room


class Rows(NamedTuple):
    """Rows with names: where each has its middle and its end, in inches from the top."""

    names: list[str]
    middles: list[float]
    ends: list[float]

    @property
    def height(self) -> float:
        """How high the rows are together."""
        return self.ends[-1]


def rows(names, words: Said, least=LEAST_ROW, width: float = NAME_WIDTH) -> Rows:
    """Return rows high enough for their wrapped names; `least` is one height, or one for each row."""
    names = [words.say("unknown") if pd.isna(name) else name for name in names]
    wrapped = [words.label(labels.fitted(str(name), width, TEXT, most=3)) for name in names]
    heights = list(least) if isinstance(least, (list, tuple)) else [least] * len(wrapped)
    heights = [
        max(high, TEXT_LINE * (name.count("\n") + 1) + 0.09) for high, name in zip(heights, wrapped, strict=True)
    ]
    ends = list(accumulate(heights))
    middles = [end - high / 2 for end, high in zip(ends, heights, strict=True)]
    return Rows(wrapped, middles, ends)


def name_rows(axes, given: Rows, words: Said, room: float | None = None) -> None:
    """Write the names of the rows in a column at the side where reading begins, flush with the title."""
    axes.set_ylim(given.height, 0)
    axes.set_yticks(given.middles, given.names, fontsize=TEXT, linespacing=1.15)
    if words.right:
        axes.yaxis.tick_right()
    axes.tick_params(axis="y", length=0, pad=room or names_room(given))
    for name in axes.get_yticklabels():
        name.set(ha=words.side, ma=words.side, va="center")


def names_room(given: Rows) -> float:
    """Return how many points the column of names takes, with a gap to the marks."""
    return max(fonts.width(name, TEXT) for name in given.names) * 72 + 6


def bare(axes) -> None:
    """Take away frame and scale: the values stand at the marks."""
    axes.spines[:].set_visible(False)
    axes.set_xticks([])
