"""Choose outlets and days, and go on with the articles that are chosen."""

import datetime

import pandas as pd

from analysis import tables
from analysis.captions import said
from analysis.explore import panels
from analysis.explore.shown import Shown, escaped, note, table

SHOWN = ("article_id", "outlet", "source", "title", "published")
CHOICES: dict[int, list] = {}  # the last choice among the same articles: who clicks a control selects its cell to run


def sources(articles: pd.DataFrame, language: str = "ar") -> panels.Panel:
    """Return controls for outlets and days; `.rows` are the articles that are chosen now.

    At first all are; asked again for the same articles in the same session, those that were chosen last. Where none
    is left, all are, and a sentence says so.
    """
    tables.check(articles, "article_id", "source", "published", name="the table of articles")
    if panels.widgets() is None:
        return panels.Panel(overview(articles, articles, language), None, lambda: articles)
    outlet, first, last, undated = controls = remembering(articles, language)

    def left() -> pd.DataFrame:
        return between(articles[outlets(articles, language).isin(outlet.value)], first.value, last.value, undated.value)

    def chosen() -> pd.DataFrame:
        rows = left()
        return articles if rows.empty else rows  # figures of nothing would contradict one another

    def told() -> Shown:
        reason = "days_reversed" if is_reversed(first.value, last.value) else "none_chosen" if left().empty else ""
        wrong = note(said(reason, language) if reason else "", language)
        page = overview(chosen(), articles, language)
        return Shown(wrong.markup + page.markup, f"{wrong.plain}{page.plain}")

    page = panels.answered(controls, lambda: told().markup)
    dates = panels.widgets().VBox([first, last, undated])
    return panels.Panel(told(), panels.stacked([panels.beside([outlet, dates]), page], language), chosen)


def remembering(articles: pd.DataFrame, language: str) -> list:
    """Return the controls as they were left when these articles were last asked for; what they get is remembered."""
    names = outlets(articles, language)
    key = hash((*articles["article_id"], *names))
    controls = controls_of(names, CHOICES.get(key) or [list(names.unique()), None, None, True], language)

    def remember(_):
        CHOICES[key] = [control.value for control in controls]

    for control in controls:
        control.observe(remember, names="value")
    return controls


def controls_of(names: pd.Series, values: list, language: str) -> list:
    """Return the controls: outlets (of `names`), first day, last day, whether articles without a day are kept."""
    kinds, style = panels.widgets(), panels.SOON
    named = [(f"{name} ({n})", name) for name, n in names.value_counts().items()]
    chosen, *days, undated = values
    ends = zip(("from", "to"), days, strict=True)
    return [
        kinds.SelectMultiple(options=named, value=chosen, description=said("sources", language), style=style),
        *(kinds.DatePicker(value=day, description=said(end, language), style=style) for end, day in ends),
        kinds.Checkbox(value=undated, description=said("undated", language), indent=False, style=style),
    ]


def is_reversed(first: datetime.date | None, last: datetime.date | None) -> bool:
    """Tell whether the first day is after the last, so that no day lies between them."""
    return bool(first and last and first > last)


def outlets(articles: pd.DataFrame, language: str) -> pd.Series:
    """Return the outlet of each article by the name that is shown."""
    column = articles["outlet" if "outlet" in articles else "source"]
    return column.astype("object").where(column.notna(), said("no_source", language)).astype(str)


def between(
    articles: pd.DataFrame, first: datetime.date | None, last: datetime.date | None, undated: bool = True
) -> pd.DataFrame:
    """Return the articles that came out from the first to the last day, and those without a day if wanted."""
    day = tables.days(articles["published"])
    inside = day.notna()
    if first:
        inside &= day >= pd.Timestamp(first)
    if last:
        inside &= day < pd.Timestamp(last) + pd.Timedelta(days=1)
    return articles[inside | (day.isna() & undated)]


def overview(chosen: pd.DataFrame, articles: pd.DataFrame, language: str) -> Shown:
    """Return how many articles are chosen, and which."""
    columns = [name for name in SHOWN if name in chosen and not (name == "source" and "outlet" in chosen)]
    listed = table(chosen[columns], language)
    told = escaped(said("chosen", language, len(chosen), len(articles)))
    return Shown(f'<p dir="auto">{told}</p>{listed.markup}', listed.plain)
