"""Small articles whose terms are counted by hand."""

import pandas as pd

from analysis import terms


def articles(*texts, **columns):
    """A table of articles with these texts, named a, b, c …"""
    ids = [chr(ord("a") + number) for number in range(len(texts))]
    return pd.DataFrame({"article_id": ids, "text": list(texts), **columns}).astype(
        {"article_id": "str", "text": "str"}
    )


def row(table, term):
    """The row of one term."""
    return table.set_index("term").loc[term]


def tokens_of_three():
    """Ten words in articles of 4, 2 and 4: aa 3 times, bb twice, cc once, dd four times."""
    return terms.tokens(articles("aa bb aa cc", "aa bb", "dd dd dd dd"))
