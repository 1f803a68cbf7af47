"""Articles that repeat earlier ones: the same page saved twice, the same wire story in two outlets.

Two texts are compared by their shingles, the runs of SHINGLE words in them, however they are spelled. Articles that
share a shingle are found by sorting all of them once, so twice the articles take twice the time.
"""

import itertools
from collections.abc import Sequence
from typing import NamedTuple

import numpy
import pandas

from analysis import tables
from analysis.arabic import words

SHINGLE = 4  # words in a row; three are often a common phrase, more lose copies that were edited
NEAR = 0.5  # share of its shingles from which on an article counts as a copy
CANDIDATES = 4  # earlier articles that one is compared with
COPY = r"نسخة|منقول|(?i:\bcopy\b)|\(\d+\)\s*$"  # what file managers and people write into the name of a second file
FACTOR = numpy.uint64(0x9E3779B97F4A7C15)  # spreads the numbers of words over 64 bits
NONE = numpy.array([], numpy.uint64)


class Shingles(NamedTuple):
    """The shingles of all articles, each once per article and sorted by article, and where those of each begin."""

    values: numpy.ndarray
    owners: numpy.ndarray
    begins: numpy.ndarray


def find(articles: pandas.DataFrame) -> pandas.DataFrame:
    """Return each article that repeats an earlier one, with the share of its shingles that stand there.

    The earlier one is that published first; of those of one day or without one that whose outlet is known, that whose
    name does not call it a copy, and else that higher up in the table. Where several fit, it is the one that shares
    most (columns: tables.COPIES). Raises ValueError where article_id or text is missing.

    >>> texts = ["وصل الوزير إلى بغداد اليوم", "خبر آخر من أربيل", "وصل الوزير الى بغداد اليوم"]
    >>> find(pandas.DataFrame({"article_id": ["a", "b", "c"], "text": texts})).to_dict("records")
    [{'article_id': 'c', 'copy_of': 'a', 'share': 1.0}]
    """
    tables.check(articles, "article_id", "text", name="the table of articles")
    ordered = articles.iloc[earliest(articles)]
    shingles = shingles_of(ordered["text"].fillna("").array)
    found = pandas.DataFrame(best(shingles, candidates(shingles)), columns=["later", "earlier", "share"])
    names = ordered["article_id"].to_numpy()
    found["article_id"], found["copy_of"] = names[found["later"].astype(int)], names[found["earlier"].astype(int)]
    return tables.table(found, tables.COPIES)


def earliest(articles: pandas.DataFrame) -> list[int]:
    """Return the places of articles in the order in which one may be the model of the next."""
    nothing = pandas.Series(pandas.NaT, index=articles.index)
    keys = pandas.DataFrame({
        "day": articles.get("published", nothing).array,
        "unnamed": articles.get("source", nothing).isna().array,
        "copied": articles["article_id"].astype(str).str.contains(COPY).array,
    })  # fmt: skip
    return keys.sort_values(list(keys), kind="stable").index.tolist()


def shingles_of(texts: Sequence[str]) -> Shingles:
    """Return the shingles of texts as 64-bit numbers."""
    numbers, bounds = words.keys(texts)
    rows = [shingles_in(numbers[first:behind]) for first, behind in itertools.pairwise(bounds.tolist())]
    lengths = numpy.array([len(row) for row in rows], numpy.int64)
    owners = numpy.repeat(numpy.arange(len(rows), dtype=numpy.int32), lengths)
    return Shingles(numpy.concatenate([NONE, *rows]), owners, numpy.concatenate([[0], numpy.cumsum(lengths)]))


def shingles_in(numbers: numpy.ndarray) -> numpy.ndarray:
    """Return the distinct runs of SHINGLE words, each as one number; of a shorter text the whole."""
    if not len(numbers):
        return NONE
    length = min(SHINGLE, len(numbers))
    values = numpy.zeros(len(numbers) - length + 1, numpy.uint64)
    for step in range(length):
        values = (values + numbers[step : step + len(values)]) * FACTOR
        values ^= values >> numpy.uint64(29)
    values.sort()
    return values[numpy.concatenate([[True], values[1:] != values[:-1]])]


def candidates(shingles: Shingles) -> pandas.DataFrame:
    """Return, for articles of which enough stands in earlier ones, the earlier ones that may be their model.

    For each shingle these are the first article and the last one before that hold it.
    """
    order = numpy.argsort(shingles.values, kind="stable")  # articles stay in order within a shingle
    values, owners = shingles.values[order], shingles.owners[order]
    new = numpy.concatenate([[True], values[1:] != values[:-1]])[: len(values)]
    begins, known = numpy.flatnonzero(new), numpy.flatnonzero(~new)
    counts = numpy.bincount(owners[known], minlength=len(shingles.begins) - 1)
    enough = counts >= NEAR * numpy.diff(shingles.begins)
    known = known[enough[owners[known]]]
    firsts = owners[begins[numpy.searchsorted(begins, known, side="right") - 1]]
    later, earlier = numpy.tile(owners[known], 2), numpy.concatenate([firsts, owners[known - 1]])
    pairs = pandas.DataFrame({"later": later, "earlier": earlier}).value_counts(["later", "earlier"])
    return pairs.groupby("later").head(CANDIDATES).index.to_frame(index=False)


def best(shingles: Shingles, pairs: pandas.DataFrame) -> list[tuple[int, int, float]]:
    """Return each later article with the earlier one that holds most of it, and the share, if it is a copy."""
    shares = [(later, earlier, share(shingles, later, earlier)) for later, earlier in pairs.itertuples(index=False)]
    shares.sort(key=lambda row: (row[0], -row[2], row[1]))
    most = [next(rows) for _, rows in itertools.groupby(shares, key=lambda row: row[0])]
    return [row for row in most if row[2] >= NEAR]


def share(shingles: Shingles, later: int, earlier: int) -> float:
    """Return the share of an article's shingles that stand in an earlier one."""
    mine, others = (shingles.values[slice(*shingles.begins[[n, n + 1]])] for n in (later, earlier))
    return len(numpy.intersect1d(mine, others, assume_unique=True)) / len(mine)
