"""Scores that several comparisons share, of terms as of actors."""

import numpy
import pandas as pd


def signed_log_likelihood(cells: list[tuple[pd.Series, pd.Series]]) -> pd.Series:
    """Return G2 = 2 Σ O ln(O/E) over (observed, expected) cells (Dunning 1993), negative if the first is too low.

    >>> cells = [(pd.Series([2.0]), pd.Series([1.0])), (pd.Series([0.0]), pd.Series([1.0]))]
    >>> signed_log_likelihood(cells).round(4).tolist()  # 2 · 2 ln 2
    [2.7726]
    """
    total = sum(surprise(observed, expected) for observed, expected in cells)
    observed, expected = cells[0]
    return pd.Series(numpy.where(observed < expected, -1, 1) * 2 * total.clip(lower=0), index=observed.index)


def surprise(observed: pd.Series, expected: pd.Series) -> pd.Series:
    """Return O ln(O/E) of one cell; an empty cell adds nothing."""
    filled = (observed > 0) & (expected > 0)
    return (observed * numpy.log((observed / expected).where(filled, 1))).where(filled, 0.0)
