"""Company: the words that a word keeps company with, as collocates; see `phrasing` for fixed phrases."""

import numpy
import pandas as pd

from analysis import scores, tables
from analysis.terms import naming

#: The logDice of two words that only ever occur together (Rychlý 2008).
DICE_MOST = 14


def collocates(tokens: pd.DataFrame, term: str, *, window: int = 5) -> pd.DataFrame:
    """Return the terms that stand near a word: term, n, expected, log_likelihood, log_dice; the strongest first.

    `n` counts the words of a term that stand at most `window` words of the text before or after the word in its
    sentence, each once; `expected` is their number if they stood anywhere alike. `log_likelihood` (Dunning 1993,
    "Accurate methods for the statistics of surprise and coincidence") compares the two over the four cells of
    near or far and this term or another, with a minus where the term is rarer than expected. `log_dice` (Rychlý
    2008, "A lexicographer-friendly association score"), 14 + log2(2 n / (n of the word + n of the term)), does
    not grow with the size of the corpus: one more means twice as close company.
    """
    tables.check(tokens, *tables.TOKENS, name="the table of tokens")
    terms = tokens["term"].astype("str")  # of a categorical column value_counts keeps what does not occur
    node = (terms == naming.shown(tokens, term)).to_numpy()
    others = terms[~node].value_counts()
    near = terms[near_to(tokens, node, window)].value_counts()
    found = near.rename_axis("term").rename("n").reset_index()
    total = pd.Series(others.reindex(found["term"]).to_numpy(float), index=found.index)
    found["expected"] = total * near.sum() / max(others.sum(), 1)
    cells = four_cells(found["n"], near.sum(), total, others.sum())
    found["log_likelihood"] = scores.signed_log_likelihood(cells)
    found["log_dice"] = DICE_MOST + numpy.log2(2 * found["n"] / (node.sum() + total))
    return found.sort_values(["log_likelihood", "term"], ascending=[False, True], ignore_index=True)


def near_to(tokens: pd.DataFrame, node: numpy.ndarray, window: int) -> numpy.ndarray:
    """Return True for each token within `window` words of a node in its sentence, but not for the nodes."""
    sentence, position = sentences(tokens), tokens["position"].to_numpy()
    near, places = numpy.zeros(len(tokens), bool), numpy.flatnonzero(node)
    for shift in [*range(-window, 0), *range(1, window + 1)]:
        there = places + shift
        inside = (there >= 0) & (there < len(tokens))
        there, here = there[inside], places[inside]
        # Of chosen words, the next row may be many words away.
        close = (sentence[there] == sentence[here]) & (abs(position[there] - position[here]) <= window)
        near[there[close]] = True
    return near & ~node


def sentences(tokens: pd.DataFrame) -> numpy.ndarray:
    """Return a number for the sentence of each token that no other sentence of any article has."""
    article, _ = pd.factorize(tokens["article_id"])
    return article * (int(tokens["sentence"].max() or 0) + 1 if len(tokens) else 1) + tokens["sentence"].to_numpy()


def four_cells(n: pd.Series, near: int, total: pd.Series, size: int) -> list[tuple[pd.Series, pd.Series]]:
    """Return (observed, expected) for near or far and this term or another; the first is the cell of `n`."""
    cells = []
    for row, row_share in ((True, near / max(size, 1)), (False, 1 - near / max(size, 1))):
        these = n if row else total - n
        width = near if row else size - near
        cells += [(these, total * row_share), (width - these, (size - total) * row_share)]
    return cells
