"""Richness: how varied the vocabulary of an article is, and which words are its own."""

import numpy
import pandas as pd

from analysis import tables

#: Words of a piece for STTR: news articles are short, and Scott's 1,000 would leave most without a figure.
PIECE = 100

#: Words of the window for MATTR.
WINDOW = 50


def richness(tokens: pd.DataFrame, *, piece: int = PIECE, window: int = WINDOW) -> pd.DataFrame:
    """Return the variety of each article's words: article_id, tokens, types, sttr, mattr.

    `types` counts distinct terms. Their share in the tokens falls with the length of a text, so two measures keep
    the length still: `sttr`, the mean share in consecutive pieces of `piece` words (Scott 2004, WordSmith Tools),
    and `mattr`, the mean share in a window of `window` words that moves on by one (Covington and McFall 2010,
    "Cutting the Gordian knot: the moving-average type-token ratio"). An article shorter than that has none. Of
    words that were chosen, as by `content`, those that are left count as consecutive.
    """
    tables.check(tokens, "article_id", "term", name="the table of tokens")
    tokens = tokens[["article_id", "term"]].assign(position=tokens.groupby("article_id").cumcount())
    size = tokens.groupby("article_id", sort=False).size()
    types = tokens.groupby("article_id", sort=False)["term"].nunique()
    found = pd.DataFrame({"article_id": size.index.astype("str"), "tokens": size.to_numpy(), "types": types.to_numpy()})
    sttr, mattr = standardised(tokens, piece), moving_average(tokens, window)
    return found.assign(sttr=sttr.reindex(size.index).to_numpy(float), mattr=mattr.reindex(size.index).to_numpy(float))


def standardised(tokens: pd.DataFrame, piece: int) -> pd.Series:
    """Return the mean type-token ratio of the whole pieces of each article, which is the index."""
    size = tokens.groupby("article_id")["term"].transform("size")
    pieces = tokens[["article_id", "term"]].assign(piece=tokens["position"] // piece)
    pieces = pieces[pieces["piece"] < size // piece]
    ratio = pieces.groupby(["article_id", "piece"], sort=False)["term"].nunique() / piece
    return ratio.groupby(level="article_id").mean()


def moving_average(tokens: pd.DataFrame, window: int) -> pd.Series:
    """Return the mean type-token ratio of all windows of each article, which is the index.

    A word is the first of its type in those windows that hold it and not its last occurrence before; the numbers
    of these windows, summed, are the types of all windows together.
    """
    rows = tokens[["article_id", "term", "position"]]
    rows = rows.assign(before=rows.groupby(["article_id", "term"], sort=False)["position"].shift())
    starts = rows.groupby("article_id")["term"].transform("size") - window + 1
    first = numpy.maximum(rows["before"].fillna(-1) + 1, (rows["position"] - window + 1).clip(lower=0))
    last = numpy.minimum(rows["position"], starts - 1)
    types = (last - first + 1).clip(lower=0) / starts / window
    return types.where(starts > 0).groupby(rows["article_id"]).sum(min_count=1)


def tfidf(tokens: pd.DataFrame) -> pd.DataFrame:
    """Return which terms are an article's own: article_id, term, n, tfidf; by article, the highest first.

    `tfidf` is the term's share in the words of the article times ln(articles / articles with the term) (Spärck Jones
    1972, "A statistical interpretation of term specificity"); a term that every article has is at 0.
    """
    tables.check(tokens, "article_id", "term", name="the table of tokens")
    found = tokens.groupby(["article_id", "term"], sort=False).size().rename("n").reset_index()
    size = found.groupby("article_id")["n"].transform("sum")
    articles = found.groupby("term")["article_id"].transform("size")
    weight = numpy.log(found["article_id"].nunique() / articles)
    found = found.assign(tfidf=found["n"] / size * weight)
    return found.sort_values(["article_id", "tfidf", "term"], ascending=[True, False, True], ignore_index=True)
