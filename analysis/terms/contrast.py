"""Contrast: what some articles say more often than others, or than Arabic at large."""

import functools

import numpy
import pandas as pd

from analysis import scores, tables
from analysis.arabic import frequency, remembered, stems
from analysis.terms import counting

#: Words that the prior of `distinctive` weighs: about the length of an article or two, as Monroe, Colaresi and Quinn
#: take the words that a speaker says in a day. More would pull the words of a small folder towards one another.
PRIOR_WORDS = 500

#: Words that the figures of wordfreq count as: so many that their own error is nothing beside that of the articles.
GENERAL_WORDS = 100_000_000

#: Times that a term which never occurs counts for the log ratio alone, whose logarithm has no zero (Hardie 2014).
UNSEEN = 0.5

#: No family has this name.
RAREST = ""

#: Half the width of a 95 % interval, in standard errors.
NORMAL_95 = 1.959964


def distinctive(tokens: pd.DataFrame, articles: pd.DataFrame, *, by: str = "source") -> pd.DataFrame:
    """Return what sets each group of articles apart: [by], term, n, n_rest, articles, log_odds, z.

    The group with the most words comes first, in each group the highest z.

    `n` counts the term in the group, `n_rest` in all other groups, `articles` the articles of the group with it.
    `log_odds` is the natural logarithm of how the odds of the term in the group stand to those in the rest, `z` the
    same in standard errors: weighted log-odds with an informative Dirichlet prior (Monroe, Colaresi and Quinn 2008,
    "Fightin' Words", equations 15, 16, 19-22), the prior being all articles together at the weight of 500 words.
    Above about 2 a difference is hardly chance. Articles without a group are left out.
    """
    rows = counting.labelled(tokens, articles, by).dropna(subset=by)
    counts = counting.count(rows, by=by)
    n, everywhere = counts["n"], counts.groupby("term")["n"].transform("sum")
    size = counts.groupby(by)["n"].transform("sum")
    prior = PRIOR_WORDS * everywhere / n.sum()
    here = log_odds(n + prior, size + PRIOR_WORDS)
    rest = log_odds(everywhere - n + prior, n.sum() - size + PRIOR_WORDS)
    error = numpy.sqrt(1 / (n + prior) + 1 / (everywhere - n + prior))
    # Where all articles have but one term, its odds are without bound everywhere.
    difference = (here - rest).fillna(0)
    found = counts.assign(n_rest=everywhere - n, log_odds=difference, z=difference / error, size=size)
    found = found.sort_values(["size", by, "z", "term"], ascending=[False, True, False, True], ignore_index=True)
    return found[[by, "term", "n", "n_rest", "articles", "log_odds", "z"]]


def log_odds(n: pd.Series, size: pd.Series) -> pd.Series:
    """Return the natural logarithm of the odds of n in size."""
    return numpy.log(n / (size - n))


def keyness(counts: pd.DataFrame, *, reference: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return how much commoner each term is than in a reference; the keyest first.

    Columns: term, n, per_million, reference_per_million, log_likelihood, log_ratio, low, high.
    `log_likelihood` is G2 (Dunning 1993; two cells as in Rayson and Garside 2000, "Comparing corpora using frequency
    profiling"), negative where the term is rarer than in the reference; above 3.84 is p < 0.05, above 15.13 p < 0.0001.
    `log_ratio` is the binary logarithm of the ratio of the two frequencies (Hardie 2014): 1 is twice as common, 2 four
    times; `low` and `high` are the ends of its 95 % interval. `reference` is another table of counts, by default
    general Arabic (wordfreq, by family), where a word that is not listed counts as common as the rarest that is.
    """
    tables.check(counts, "term", "n", "per_million", name="the table of counts")
    size = counts["n"] / counts["per_million"] * 1e6
    other, other_size = general(counts["term"]) if reference is None else counted(counts["term"], reference)
    expected = (counts["n"] + other) / (size + other_size)
    cells = [(counts["n"], size * expected), (other, other_size * expected)]
    seen = other.clip(lower=UNSEEN)
    ratio = numpy.log2(counts["n"] / size * other_size / seen)
    error = numpy.sqrt(1 / counts["n"] + 1 / seen - 1 / size - 1 / other_size) / numpy.log(2)
    found = counts.assign(
        reference_per_million=other / other_size * 1e6,
        log_likelihood=scores.signed_log_likelihood(cells),
        log_ratio=ratio,
        low=ratio - NORMAL_95 * error,
        high=ratio + NORMAL_95 * error,
    ).drop(columns=["articles", "variants"], errors="ignore")
    return found.sort_values(["log_likelihood", "term"], ascending=[False, True], ignore_index=True)


def general(terms: pd.Series) -> tuple[pd.Series, float]:
    """Return how often general Arabic has the family of each term, and its number of words."""
    family = stems.families(terms)
    share = general_shares()
    known = [share.get(family[term], share[RAREST]) * GENERAL_WORDS for term in terms]
    return pd.Series(known, index=terms.index, dtype=float), GENERAL_WORDS


@functools.cache
def general_shares() -> dict[str, float]:
    """Return the share of each family in the words of general Arabic, and that of the rarest word under RAREST."""
    common = frequency.commonest()
    share = pd.Series(common.values())
    return {**share.groupby(remembered.families(list(common))).sum(), RAREST: share.min()}


def counted(terms: pd.Series, reference: pd.DataFrame) -> tuple[pd.Series, float]:
    """Return how often a table of counts has each term, and its number of words.

    A term that the table shows by another spelling is found by its family.
    """
    tables.check(reference, "term", "n", "per_million", name="the reference")
    if reference.empty:
        return pd.Series(0.0, index=terms.index), 1.0
    if reference["term"].duplicated().any():
        raise ValueError(
            "the reference has a term in several rows: count it without by=, or keep the rows of one group"
        )
    size = reference["n"].iloc[0] / reference["per_million"].iloc[0] * 1e6
    n = reference.groupby("term")["n"].sum()
    family = stems.families([*terms, *n.index])
    others = n[~n.index.isin(terms)]
    by_family = others.groupby([family[term] for term in others.index]).sum()
    same = n.reindex(terms).to_numpy(float)
    related = by_family.reindex([family[term] for term in terms]).fillna(0).to_numpy(float)
    return pd.Series(numpy.where(numpy.isnan(same), related, same), index=terms.index), size
