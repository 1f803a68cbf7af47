"""Click a bar of a figure, or a cell, and read the sentences behind it."""

import base64
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

import pandas as pd

from analysis import captions, charts, context
from analysis.captions import said
from analysis.explore import panels
from analysis.explore.shown import Shown, escaped, quotes
from analysis.explore.wording import comma, direction

SENTENCES = 50  # shown of one bar; the table of the stage holds the rest

#: A picture that sends where it is clicked, as shares of its width and height.
PICTURE = """
export default { render({ model, el }) {
  const picture = document.createElement("img");
  picture.className = "analysis-figure";
  picture.alt = model.get("told");
  picture.src = "data:image/png;base64," + model.get("picture");
  picture.style = "max-width: 100%; cursor: pointer; width: " + model.get("wide") + "px";
  picture.addEventListener("click", (event) => {
    const box = picture.getBoundingClientRect();
    const place = [(event.clientX - box.left) / box.width, (event.clientY - box.top) / box.height];
    model.set("place", place);
    model.save_changes();
  });
  el.append(picture);
} };
"""


def behind(
    figure: charts.Chart, rows: pd.DataFrame, articles: pd.DataFrame, language: str = "ar", **names
) -> panels.Panel:
    """Return a figure whose bars, or cells, can be clicked to read the sentences behind them; `.rows` are theirs.

    `rows` are those that were counted (article_id, start, end). `names` says by which column: `term=top["term"]` where
    `top` is the table that was drawn; a matrix has a second one, `outlet=...`, for its columns. A column that tells
    apart what is named alike, `actor_id=top["actor_id"]`, will do for bars that bear other names.
    Raises ValueError where the figure was drawn from a table with more rows.
    """
    drawn = zip(names.items(), (figure.rows, figure.columns), strict=False)
    parts = {by: parts_of(by, list(values), each) for (by, values), each in drawn}
    return Behind(figure, (rows, articles), parts, language)


class Part(NamedTuple):
    """A bar, or a row or a column of a matrix: its name, and the values of the rows that stand behind it."""

    name: str
    values: tuple


def parts_of(by: str, values: list, drawn: Sequence[charts.Drawn]) -> list[Part]:
    """Return the bars of a figure, or its rows or columns, with the values of a column of its table.

    Where the figure does not say what it drew, each value is one.
    """
    if not drawn:
        return [Part(value, (value,)) for value in dict.fromkeys(values)]
    rows = 1 + max(number for each in drawn for number in each.numbers)
    if len(values) < rows:
        raise ValueError(f"{by} has {len(values)} values, the table that was drawn {rows} rows: give a column of it")
    return [Part(each.name, tuple(dict.fromkeys(values[number] for number in each.numbers))) for each in drawn]


NOTHING = Part("", ())


class Behind(panels.Panel):
    """A figure, what is chosen of it, and the sentences behind that; it is drawn for the screen only where shown."""

    def __init__(self, figure: charts.Chart, tables: tuple, parts: dict[str, list[Part]], language: str):
        """Keep figure, rows and articles, and the parts of the figure; the first that has rows is chosen."""
        self.figure, (self.counted, self.articles), self.parts, self.language = figure, tables, parts, language
        self.picked = first_picked(self.counted, parts)

    @property
    def rows(self) -> pd.DataFrame:
        """The rows behind the bar or cell that is chosen now."""
        found = self.counted
        for by, part in zip(self.parts, self.picked, strict=True):
            found = found[found[by].isin(part.values)]
        return found

    @property
    def evidence(self) -> pd.DataFrame:
        """The first two sentences of each bar or cell, as context.quotes gives them, behind its name; none twice."""
        by, inside = list(self.parts), self.counted
        for column, parts in self.parts.items():
            inside = inside[inside[column].isin([value for part in parts for value in part.values])]
        first = inside.groupby(by, sort=False).head(SENTENCES)
        told = context.quotes(first, self.articles).rename(columns={"source": "outlet"})
        found = pd.concat([first[by].reset_index(drop=True), told.drop(columns=by, errors="ignore")], axis=1)
        return found.drop_duplicates([*by, "sentence"]).groupby(by, sort=False).head(2).reset_index(drop=True)

    @property
    def page(self) -> Shown:
        """The sentences behind what is chosen, under its name; nothing where nothing is drawn."""
        names = [called(str(part.name), self.language) for part in self.picked if part.values]
        if not names:
            return Shown("", "")
        told = f"{comma(self.language).join(names)}. {said('sentences_behind', self.language, len(self.rows))}"
        listed = quotes(context.quotes(self.rows.head(SENTENCES), self.articles), self.language)
        head = f'<h4 dir="{direction(self.language)}">{escaped(told)}</h4>'
        return Shown(head + listed.markup, f"{told}\n{listed.plain}")

    @cached_property
    def picture(self) -> str:
        """The figure as the letters of a PNG."""
        return base64.b64encode(self.figure.picture).decode("ascii")

    @property
    def markup(self) -> str:
        """Figure and sentences as they stand where nothing can be clicked."""
        wide, told = round(96 * self.figure.get_figwidth()), escaped(self.figure.description)
        return f'<img alt="{told}" width="{wide}" src="data:image/png;base64,{self.picture}">{self.page.markup}'

    @property
    def plain(self) -> str:
        """Description and sentences as text."""
        return f"{self.figure.description}\n{self.page.plain}"

    @cached_property
    def widget(self):
        """The figure to be clicked, a list for those who do not click, and the sentences, where widgets are at hand."""
        field = figure_field(self)
        if field is None or not all(self.parts.values()):
            return None
        answer = panels.page_of(self.page.markup)
        both = zip(self.parts.values(), self.picked, strict=True)
        choices = [choice(each, chosen, self.language) for each, chosen in both]

        def pick(_):
            self.picked = [chosen.value for chosen in choices]
            answer.value = self.page.markup

        def point(_):
            numbers = charts.place(self.figure, *field.place)
            for chosen, parts, number in zip(choices, self.parts.values(), numbers, strict=False):
                chosen.value = parts[number] if number is not None and number < len(parts) else chosen.value

        for chosen in choices:
            chosen.observe(pick, names="value")
        field.observe(point, names="place")
        return panels.stacked([field, panels.beside(choices), answer], self.language)


def first_picked(counted: pd.DataFrame, parts: dict[str, list[Part]]) -> list[Part]:
    """Return the first bar, or of the first row of a matrix the first cell, that has rows; the first where none has."""
    picked, inside = [], counted
    for by, each in parts.items():
        there = set(inside[by])
        picked.append(next((part for part in each if there & set(part.values)), each[0] if each else NOTHING))
        inside = inside[inside[by].isin(picked[-1].values)]
    return picked


def called(name: str, language: str) -> str:
    """Return a name, or what a code (a type of event, a status) is called in the language."""
    return captions.named(pd.Series([name], dtype="str"), language).iloc[0]


def choice(parts: list[Part], chosen: Part, language: str):
    """Return a list to pick a part of the figure from, which a keyboard reaches; one is chosen."""
    return panels.widgets().Dropdown(
        options=[(called(str(part.name), language), part) for part in parts], value=chosen, layout={"width": "auto"}
    )


def figure_field(shown: Behind):
    """Return the picture as a field that tells where it is clicked, or nothing where anywidget is absent."""
    if panels.widgets() is None:
        return None
    try:
        import anywidget
        import traitlets
    except ImportError:
        return None

    class Field(anywidget.AnyWidget):
        """A picture in the browser: that of ipywidgets does not tell that it was clicked."""

        _esm = PICTURE
        picture = traitlets.Unicode(shown.picture).tag(sync=True)
        told = traitlets.Unicode(shown.figure.description).tag(sync=True)
        wide = traitlets.Int(round(96 * shown.figure.get_figwidth())).tag(sync=True)
        place = traitlets.List([0.0, 0.0]).tag(sync=True)

    return Field()
