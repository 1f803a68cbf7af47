"""Click a bar of a figure, or a cell, and read the sentences behind it."""

import base64
from functools import cached_property

import pandas as pd

from analysis import captions, charts, context
from analysis.explore import panels
from analysis.explore.shown import Shown, escaped, quotes
from analysis.explore.wording import direction, said

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

    `rows` are those that were counted (article_id, start, end). `names` says by which column: `term=top["term"]` are
    the terms of the bars from the first to the last; a matrix has a second one, `outlet=...`, for its columns.
    """
    return Behind(figure, (rows, articles), {by: list(dict.fromkeys(each)) for by, each in names.items()}, language)


class Behind(panels.Panel):
    """A figure, what is chosen of it, and the sentences behind that; it is drawn for the screen only where shown."""

    def __init__(self, figure: charts.Chart, tables: tuple, names: dict[str, list], language: str):
        """Keep figure, rows and articles, and the names of rows and columns; the first that has rows is chosen."""
        self.figure, (self.counted, self.articles), self.names, self.language = figure, tables, names, language
        self.picked = first_picked(self.counted, names)

    @property
    def rows(self) -> pd.DataFrame:
        """The rows behind the bar or cell that is chosen now."""
        found = self.counted
        for by, name in zip(self.names, self.picked, strict=True):
            found = found[found[by] == name]
        return found

    @property
    def evidence(self) -> pd.DataFrame:
        """The first two sentences of each bar or cell, as context.quotes gives them, behind its name."""
        by, inside = list(self.names), self.counted
        for column, names in self.names.items():
            inside = inside[inside[column].isin(names)]
        first = inside.groupby(by, sort=False).head(2)
        told = context.quotes(first, self.articles).rename(columns={"source": "outlet"})
        return pd.concat([first[by].reset_index(drop=True), told.drop(columns=by, errors="ignore")], axis=1)

    @property
    def page(self) -> Shown:
        """The sentences behind what is chosen, under its name."""
        told = "، ".join(str(name) for name in self.picked if name is not None)
        told = f"{called(told, self.language)}. {said('sentences_behind', self.language, len(self.rows))}"
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
        if field is None or None in self.picked:
            return None
        answer = panels.page_of(self.page.markup)
        both = zip(self.names.values(), self.picked, strict=True)
        choices = [choice(each, chosen, self.language) for each, chosen in both]

        def pick(_):
            self.picked = [chosen.value for chosen in choices]
            answer.value = self.page.markup

        def point(_):
            for chosen, names, number in zip(
                choices, self.names.values(), charts.place(self.figure, *field.place), strict=False
            ):
                chosen.value = names[number] if number is not None and number < len(names) else chosen.value

        for chosen in choices:
            chosen.observe(pick, names="value")
        field.observe(point, names="place")
        return panels.stacked([field, panels.beside(choices), answer], self.language)


def first_picked(counted: pd.DataFrame, names: dict[str, list]) -> list:
    """Return the first bar, or of the first row of a matrix the first cell, that has rows; the first where none has."""
    picked, inside = [], counted
    for by, each in names.items():
        there = set(inside[by])
        picked.append(next((name for name in each if name in there), each[0] if each else None))
        inside = inside[inside[by] == picked[-1]]
    return picked


def called(name: str, language: str) -> str:
    """Return a name, or what a code (a type of event, a status) is called in the language."""
    return captions.named(pd.Series([name], dtype="str"), language).iloc[0]


def choice(names: list, chosen: str, language: str):
    """Return a list to pick a name from, which a keyboard reaches; one is chosen."""
    return panels.widgets().Dropdown(
        options=[(called(str(name), language), name) for name in names], value=chosen, layout={"width": "auto"}
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
