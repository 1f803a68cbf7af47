"""Company: the words that a word keeps company with, as fixed phrases and as collocates."""

import pandas as pd

from analysis import tables
from analysis.terms import stopping


def phrases(tokens: pd.DataFrame, *, n: tuple[int, int] = (2, 4), least: int = 2) -> pd.DataFrame:
    """Return the phrases of `n` (from, to) words that occur at least `least` times: phrase, words, n, articles.

    A phrase is a run of words of one sentence with nothing but one blank or sign between them. Its words are
    compared as terms; it is shown as it is printed most often. It may hold function words, but neither begins nor
    ends with one. A phrase that only ever occurs within a longer one of the table is left out.
    """
    tables.check(tokens, *tables.TOKENS, name="the table of tokens")
    runs = repeated(tokens, n[1], least)
    ends = (~tokens["term"].isin(stopping.content(tokens[["term"]].drop_duplicates())["term"])).to_numpy()
    found = []
    for size in range(n[0], n[1] + 1):
        starts, number = runs[size]
        whole = ~ends[starts] & ~ends[starts + size - 1]
        found.append(printed(tokens, starts[whole], number[whole], size))
    return longest(pd.concat(found, ignore_index=True), runs)
