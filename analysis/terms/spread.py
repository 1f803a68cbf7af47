"""Spread: how evenly a term is spread over the articles, over an article, and over time."""

import numpy
import pandas as pd

from analysis import tables
from analysis.terms import counting, naming

#: Share of the articles that must be dated for a trend: below it, what is undated could turn the curve round.
DATED = 0.5

#: Months from which on a trend is counted in months, and in years; of fewer, days show more than two points.
FEWEST, LONGEST = 3, 60


def dispersion(tokens: pd.DataFrame) -> pd.DataFrame:
    """Return how evenly each term is spread over the articles: term, n, articles, juilland_d, dp, dp_norm.

    `juilland_d` (Juilland and Chang-Rodríguez 1964) is 1 - V/√(k-1) with V the coefficient of variation of the
    term's relative frequency in the k articles: 1 is even, 0 all in one. `dp` (Gries 2008, "Dispersions and
    adjusted frequencies in corpora") is half the sum of |share of the term - share of all words| over the articles:
    0 is even, near 1 all in one; `dp_norm` divides it by the most it can be (Lijffijt and Gries 2012). Undefined, and
    missing, for a single article.
    """
    tables.check(tokens, "article_id", "term", name="the table of tokens")
    cells = tokens.groupby(["term", "article_id"], sort=False, observed=True).size().rename("n").reset_index()
    cells["size"] = cells.groupby("article_id")["n"].transform("sum")
    parts = cells["article_id"].nunique()
    cells["share"] = cells["size"] / len(tokens)
    cells["rate"] = cells["n"] / cells["size"]
    cells["squared"] = cells["rate"] ** 2
    total = cells.groupby("term")["n"].transform("sum")
    cells["difference"] = (cells["n"] / total - cells["share"]).abs() - cells["share"]
    sums = cells.groupby("term", sort=False)[["n", "rate", "squared", "difference"]].sum()
    found = pd.DataFrame({"term": sums.index.astype("str"), "n": sums["n"].to_numpy()})
    found["articles"] = cells.groupby("term", sort=False).size().to_numpy()
    found["juilland_d"] = juilland(sums, parts).to_numpy()
    found["dp"] = (0.5 * (sums["difference"] + 1)).clip(lower=0).to_numpy()
    rest = 1 - cells["share"].min() if parts > 1 else numpy.nan
    return found.assign(dp_norm=found["dp"] / rest).sort_values(
        ["n", "term"], ascending=[False, True], ignore_index=True
    )


def juilland(sums: pd.DataFrame, parts: int) -> pd.Series:
    """Return Juilland's D from the sums of a term's relative frequencies and of their squares over the parts."""
    if parts < 2:
        return pd.Series(numpy.nan, index=sums.index)
    mean = sums["rate"] / parts
    variance = (sums["squared"] / parts - mean**2).clip(lower=0)
    return (1 - numpy.sqrt(variance) / mean / numpy.sqrt(parts - 1)).clip(lower=0)


def positions(tokens: pd.DataFrame, term: str) -> pd.DataFrame:
    """Return where a word stands: article_id, position (share of the article: 0 first word, 1 last), start, end."""
    tables.check(tokens, *tables.TOKENS, name="the table of tokens")
    last = tokens.groupby("article_id")["position"].transform("max").clip(lower=1)
    found = tokens[["article_id", "position", "start", "end"]].assign(position=tokens["position"] / last)
    return found[tokens["term"] == naming.shown(tokens, term)].reset_index(drop=True)


def trend(tokens: pd.DataFrame, articles: pd.DataFrame, words: str | list[str], *, by: str = "month") -> pd.DataFrame:
    """Return how often words occur by day, week, month or year: period, term, n, per_million, articles, of, enough.

    `n` is the number of occurrences, `per_million` per million words of the period, `articles` the articles with
    the word, `of` the articles of the period, `enough` whether these are at least 30. Periods without articles have
    no row. Without dates, or with fewer than half of the articles dated, the table is empty and its
    `attrs["reason"]` says why; otherwise `attrs["undated"]` is the number of articles left out.
    """
    if by not in tables.PERIODS:
        raise ValueError(f"by is day, week, month or year, not {by}")
    tables.check(articles, "article_id", "published", name="the table of articles")
    dated = articles.dropna(subset="published")
    undated = len(articles) - len(dated)
    words = [words] if isinstance(words, str) else list(words)
    if not words:
        return refused("no word is named")
    if len(dated) < DATED * len(articles) or dated.empty:
        return refused(f"{undated} of {len(articles)} articles have no date of publication")
    period = days_of(dated).dt.to_period(tables.PERIODS[by]).dt.to_timestamp()
    of = dated.assign(period=period).groupby("period")["article_id"].nunique()
    rows = counting.labelled(tokens, dated.assign(period=period), "period").dropna(subset="period")
    shown = dict.fromkeys(naming.shown(tokens, word) or word for word in words)
    found = pd.concat([by_period(rows, term, of) for term in shown])
    found = found.sort_values(["period", "term"], ignore_index=True)
    found.attrs["undated"] = undated
    return found


def by_period(rows: pd.DataFrame, term: str, of: pd.Series) -> pd.DataFrame:
    """Return the rows of `trend` for one term; `of` is the number of articles of each period."""
    here = rows[rows["term"] == term].groupby("period")["article_id"]
    n = here.size().reindex(of.index, fill_value=0)
    size = rows.groupby("period").size().reindex(of.index)
    columns = {
        "period": of.index,
        "term": term,
        "n": n,
        "per_million": n / size * 1e6,
        "articles": here.nunique().reindex(of.index, fill_value=0),
        "of": of,
        "enough": of >= tables.ENOUGH,
    }
    return pd.DataFrame(columns).reset_index(drop=True)


def finest(articles: pd.DataFrame) -> str:
    """Return the period to count in: a month where the articles lie in three or more, a year in many, else a day.

    A week in place of a day where it has enough articles (tables.ENOUGH on average) and a day has not.

    >>> finest(pd.DataFrame({"published": pd.to_datetime(["2024-05-01", "2024-05-09", "2024-06-02"])}))
    'day'
    """
    days = days_of(articles)
    months, weeks = days.dt.to_period("M"), days.dt.to_period(tables.PERIODS["week"]).nunique()
    if months.nunique() < FEWEST:
        by_week = weeks >= FEWEST and len(days) / weeks >= tables.ENOUGH > len(days) / days.nunique()
        return "week" if by_week else "day"
    return "month" if (months.max() - months.min()).n < LONGEST else "year"


def days_of(articles: pd.DataFrame) -> pd.Series:
    """Return when the dated articles came out; raise ValueError where `published` holds something else than dates."""
    tables.check(articles, "published", name="the table of articles")
    return tables.days(articles["published"].dropna())


def refused(reason: str) -> pd.DataFrame:
    """Return an empty table of `trend` that says why it is empty."""
    columns = {
        "period": "datetime64[us]", "term": "str", "n": "int64", "per_million": "float64", "articles": "int64",
        "of": "int64", "enough": "bool",
    }  # fmt: skip
    found = tables.table([], columns)
    found.attrs["reason"] = reason
    return found
