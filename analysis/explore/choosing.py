"""Choose outlets and days, and go on with the articles that are chosen."""

import datetime

import pandas as pd

from analysis import tables
from analysis.captions import said
from analysis.explore import panels
from analysis.explore.shown import Shown, escaped, table

SHOWN = ("article_id", "outlet", "source", "title", "published")


def sources(articles: pd.DataFrame, language: str = "ar") -> panels.Panel:
    """Return controls for outlets and days; `.rows` are the articles that are chosen now, at first all."""
    tables.check(articles, "article_id", "source", "published", name="the table of articles")
    if panels.widgets() is None:
        return panels.Panel(overview(articles, articles, language), None, lambda: articles)
    outlet, first, last, undated = controls = controls_of(articles, language)

    def chosen() -> pd.DataFrame:
        return between(articles[outlets(articles, language).isin(outlet.value)], first.value, last.value, undated.value)

    page = panels.answered(controls, lambda: overview(chosen(), articles, language).markup)
    dates = panels.widgets().VBox([first, last, undated])
    widget = panels.stacked([panels.beside([outlet, dates]), page], language)
    return panels.Panel(overview(articles, articles, language), widget, chosen)


def controls_of(articles: pd.DataFrame, language: str) -> list:
    """Return the controls: outlets, first day, last day, whether articles without a day are kept."""
    kinds, style = panels.widgets(), panels.SOON
    count = outlets(articles, language).value_counts()
    named = [(f"{name} ({n})", name) for name, n in count.items()]
    outlet = kinds.SelectMultiple(
        options=named, value=list(count.index), description=said("sources", language), style=style
    )
    days = [kinds.DatePicker(description=said(end, language), style=style) for end in ("from", "to")]
    undated = kinds.Checkbox(value=True, description=said("undated", language), indent=False, style=style)
    return [outlet, *days, undated]


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
