"""All parts together: which spellings are one term, and from that the counts of each part by source and month."""

from functools import lru_cache
from pathlib import Path

import numpy
import pandas as pd
import pyarrow
from pyarrow import parquet

from analysis import tables
from analysis.cluster import counting, folder, keys, shards
from analysis.terms import naming

#: One row is one spelling in the whole archive, with the term that it is counted under.
TERMS = {"spelling": "str", "n": "int64", "term": "str"}
TOGETHER = 20  # parts whose words are added up at a time


def terms_key(parts: list[shards.Shard], stages: dict[str, str]) -> str:
    """Return the key of the terms of these parts: another article may make another spelling the commonest."""
    return keys.key(stages["terms"], [part.keys["words"] for part in parts])


def terms_path(out: Path, parts: list[shards.Shard], stages: dict[str, str]) -> Path:
    """Return where the terms of these parts are."""
    return out / "terms" / f"{terms_key(parts, stages)}.parquet"


def with_counts(part: shards.Shard, terms: str, stages: dict[str, str]) -> shards.Shard:
    """Return a part with the key of its counts, which depend on the terms of all parts."""
    return part._replace(keys=part.keys | {"counts": keys.key(part.keys["words"], terms, stages["counts"])})


def write_terms(out: Path, parts: list[shards.Shard], stages: dict[str, str], families: pd.DataFrame | None) -> None:
    """Write the term of each spelling of the archive, unless it is there."""
    place = terms_path(out, parts, stages)
    if not folder.exists(place):
        total = spelling_totals([shards.path(part, "words") for part in parts])
        named = naming.terms(total["spelling"], total["n"].to_numpy(), families)
        folder.write(total.assign(term=named.array), place, TERMS)


def spelling_totals(files: list[Path]) -> pd.DataFrame:
    """Return how often each spelling occurs in some tables of words, by the alphabet."""
    total = pyarrow.table(
        {"spelling": pyarrow.array([], pyarrow.large_string()), "n": pyarrow.array([], pyarrow.int64())}
    )
    for first in range(0, len(files), TOGETHER):
        some = [spelling_total(file) for file in files[first : first + TOGETHER]]
        total = summed(pyarrow.concat_tables([total, *some]))
    return total.to_pandas().sort_values("spelling", ignore_index=True)


def spelling_total(file: Path) -> pyarrow.Table:
    """Return the same of one table of words, by the numbers that Parquet has for its spellings."""
    words = parquet.read_table(file, columns=["spelling", "n"], read_dictionary=["spelling"]).unify_dictionaries()
    spelling = words["spelling"].combine_chunks()
    n = numpy.bincount(spelling.indices, words["n"].to_numpy(), len(spelling.dictionary)).astype(int)
    return pyarrow.table({"spelling": spelling.dictionary.cast(pyarrow.large_string()), "n": n})


def summed(words: pyarrow.Table) -> pyarrow.Table:
    """Return one row per spelling, with the sum of n."""
    return words.group_by("spelling").aggregate([("n", "sum")]).rename_columns({"n_sum": "n"})


def count(part: shards.Shard, terms: Path) -> shards.Shard:
    """Write the counts of a part, unless they are there."""
    if not folder.exists(shards.path(part, "counts")):
        articles = shards.stored(
            part, "articles", {name: tables.ARTICLES[name] for name in ("article_id", "source", "published")}
        )
        found = counting.counted(shards.stored(part, "words", shards.WORDS), articles, term_of(terms))
        folder.write(found, shards.path(part, "counts"), counting.COUNTS)
    return part


@lru_cache(maxsize=1)  # a worker counts many parts of one archive
def term_of(terms: Path) -> pd.Series:
    """Return the term of each spelling (the index)."""
    return pd.read_parquet(terms, columns=["spelling", "term"]).set_index("spelling")["term"]
