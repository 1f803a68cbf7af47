"""Turbulence: how two groups of articles rank their words, and which words make them differ."""

import numpy
import pandas as pd

from analysis import tables
from analysis.terms import counting

NAMED = 20  # groups that a message names at most

#: How much the upper ranks weigh: at 1/3 common and rare words share the figure, as Dodds et al. choose for texts.
ALPHA = 1 / 3


def compare(tokens: pd.DataFrame, articles: pd.DataFrame, one: str, other: str, *, by: str = "source") -> pd.DataFrame:
    """Return which words set two groups apart: term, n_one, n_other, rank_one, rank_other, contribution, more_in.

    `contribution` is the term's part of the rank-turbulence divergence of the two (Dodds et al. 2020, "Allotaxonometry
    and rank-turbulence divergence", α = 1/3); all together are between 0 (the same ranking) and 1 (no word shared).
    Equal counts share the mean of their ranks; a term that one group lacks stands at the end. `more_in` is the group
    that ranks the term higher, missing at equal ranks. Most telling terms first. Raises ValueError for a group that no
    article belongs to.
    """
    tables.check_articles(articles, by)
    groups = articles[by].dropna().unique()
    for group in (one, other):
        if group not in groups:
            raise ValueError(
                f"no article has the {by} {group!r}; there are {', '.join(map(str, groups[:NAMED])) or 'none'}"
            )
    counts = counting.count(counting.labelled(tokens, articles, by), by=by)
    n = pd.DataFrame({group: counts[counts[by] == group].set_index("term")["n"] for group in (one, other)})
    n = n.fillna(0).astype("int64")
    ranks = n.rank(ascending=False)
    found = pd.DataFrame({
        "term": n.index.astype("str"), "n_one": n[one], "n_other": n[other],
        "rank_one": ranks[one], "rank_other": ranks[other],
        "contribution": divergence(ranks[one], ranks[other]) / most(n[one], n[other]),
    })  # fmt: skip
    found["more_in"] = pd.array([one, other], dtype="str").take((ranks[other] < ranks[one]).astype(int))
    found["more_in"] = found["more_in"].where(ranks[one] != ranks[other])
    found = found.reset_index(drop=True)
    return found.sort_values(["contribution", "term"], ascending=[False, True], ignore_index=True)


def divergence(one, other):
    """Return |1/one^α - 1/other^α|^(1/(α+1)) for ranks, which Dodds et al. sum up (equation 3)."""
    return numpy.abs(one**-ALPHA - other**-ALPHA) ** (1 / (ALPHA + 1))


def most(one: pd.Series, other: pd.Series) -> float:
    """Return the sum of `divergence` if no term were shared (equation 5), each at the end of the other's ranking.

    The end is N + (M + 1) / 2, the mean of the tied ranks, not N + M / 2 as Dodds et al. write for large N and M.
    """
    here, there = one[one > 0], other[other > 0]
    ends = len(there) + (len(here) + 1) / 2, len(here) + (len(there) + 1) / 2
    sums = (divergence(side.rank(ascending=False), end).sum() for side, end in zip((here, there), ends, strict=True))
    # Nothing divides two rankings of which one has no words and the other words of one rank.
    return float(sum(sums)) or 1.0
