"""Controls over a static page: a panel shows its page first, and its controls where widgets are at hand."""

from collections.abc import Callable
from types import ModuleType

import pandas as pd

from analysis.explore.shown import Shown
from analysis.explore.wording import direction

STYLE = """<style>.analysis-rtl, .analysis-rtl .widget-inline-hbox, .analysis-rtl input, .analysis-rtl select
{direction: rtl} .analysis-rtl .widget-label {text-align: start; margin: 0 0 0 .6em}
.analysis-panel .widget-inline-hbox {width: auto}
.analysis-panel select[multiple], .analysis-panel select[size] {min-height: 9em}</style>"""
SOON = {"description_width": "initial"}


class Panel(Shown):
    """A page, the controls over it where there are any, and the rows that are chosen now."""

    def __init__(self, page: Shown, widget=None, chosen: Callable[[], pd.DataFrame] = pd.DataFrame):
        """Keep page, controls and the way to the rows that are chosen."""
        super().__init__(page.markup, page.plain)
        self.widget, self.chosen = widget, chosen

    @property
    def rows(self) -> pd.DataFrame:
        """The rows that are chosen now."""
        return self.chosen()

    def _repr_mimebundle_(self, include=None, exclude=None) -> dict:
        static = {"text/plain": self.plain, "text/html": self.markup}
        return static if self.widget is None else {**self.widget._repr_mimebundle_(), **static}


def widgets() -> ModuleType | None:
    """Return ipywidgets, or nothing where it is not installed."""
    try:
        import ipywidgets
    except ImportError:
        return None
    return ipywidgets


def page_of(markup: str):
    """Return a widget that shows markup whose text is escaped already."""
    return widgets().HTML(value=markup, layout={"width": "100%"})


def stacked(children: list, language: str):
    """Return controls and pages below one another, in the direction of the language."""
    box = widgets().VBox([page_of(STYLE), *children], layout={"width": "100%"})
    for name in ("analysis-panel", f"analysis-{direction(language)}"):
        box.add_class(name)
    return box


def beside(children: list):
    """Return controls beside one another, wrapping where the window is narrow."""
    return widgets().HBox(children, layout={"flex_flow": "row wrap", "align_items": "flex-start"})


def answered(controls: list, answer: Callable[[], str]):
    """Return a page that gives the answer anew whenever one of the controls changes."""
    page = page_of(answer())

    def renew(_):
        page.value = answer()

    for control in controls:
        control.observe(renew, names="value")
    return page
