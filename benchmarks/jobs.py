"""Whole jobs: from a Parquet file to the table of words by source, and by this package to all tables."""

import tempfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pandas as pd

from analysis import cluster
from analysis.arabic import letters, words
from benchmarks.counting import PLAIN, PYTHON, installed


def ways() -> dict[str, Callable | None]:
    """Return the ways from a Parquet file to words by source, the package's own first; each returns the words."""
    return {
        "analysis.arabic.words": ours,
        "re, Counter": expression,
        "polars, lazy": installed("polars", exploded),
        "duckdb, SQL": installed("duckdb", extracted),
    }


def ours(file: Path) -> int:
    """Return the number of words, counted by source with this package."""
    articles = pd.read_parquet(file, columns=["source", "text"])
    source, _ = pd.factorize(articles["source"])
    return int(words.counts(articles["text"].fillna("").tolist(), groups=source)["n"].sum())


def expression(file: Path) -> int:
    """Return the number of words, counted by source with a regular expression."""
    import re

    articles, counts = pd.read_parquet(file, columns=["source", "text"]), Counter()
    find = re.compile(PYTHON).findall
    for source, text in zip(articles["source"], articles["text"].fillna(""), strict=True):
        counts.update((source, word) for word in find(text))
    return int(folded(pd.DataFrame([(*key, n) for key, n in counts.items()], columns=["source", "word", "n"])))


def folded(found: pd.DataFrame) -> int:
    """Return the sum of counts after words that fold to one spelling are joined."""
    spelled = dict(zip(types := found["word"].unique().tolist(), letters.fold_types(types), strict=True))
    return found.assign(word=found["word"].map(spelled)).groupby(["source", "word"], dropna=False)["n"].sum().sum()


def exploded(file: Path) -> int:
    """Return the number of words, counted by source with Polars."""
    import polars

    each = polars.scan_parquet(file).select("source", word=polars.col("text").str.extract_all(PLAIN)).explode("word")
    return int(folded(each.drop_nulls("word").group_by("source", "word").len("n").collect().to_pandas()))


def extracted(file: Path) -> int:
    """Return the number of words, counted by source with DuckDB."""
    import duckdb

    words_in = f"select source, unnest(regexp_extract_all(text, '{PLAIN}')) word from read_parquet('{file}')"
    with duckdb.connect() as connection:
        return int(folded(connection.sql(f"select source, word, count(*) n from ({words_in}) group by all").df()))


def everything(processes: int) -> Callable[[Path], int]:
    """Return the whole job of this package, to an output folder; it returns the number of events."""

    def way(file: Path) -> int:
        with tempfile.TemporaryDirectory() as place:
            out = cluster.run(file, Path(place) / "out", processes=processes)
            return len(cluster.table(out, "events", columns=["event_id"]))

    return way
