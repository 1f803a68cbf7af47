"""How fast words are counted: this package against a regular expression and scikit-learn, with the same counts.

    python benchmarks/words.py articles.parquet

The file has the columns article_id, source and text. Times are seconds of processor time on one core. The first table
shows the functions of `terms`, the second how time and memory grow, the third compares ways to count words. Memory is
the most that the process ever held, with the articles and what reading them took.
"""

import argparse
import collections
import mmap
import re
import sys
import time
from pathlib import Path

import numpy as np
import pandas as pd
import pyarrow

sys.path.insert(0, str(Path(__file__).parent.parent))
from analysis import terms
from analysis.arabic import codes, letters, words

SIZES = (1_000, 31_000, 310_000)


def main():
    """Print the tables for the file that the command line names."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", type=Path, help="a Parquet file with article_id, source and text")
    articles = pd.read_parquet(ask.parse_args().articles, columns=["article_id", "source", "text"])
    pyarrow.default_memory_pool().release_unused()  # what reading held and the articles do not need
    print(f"{len(articles):,} articles: {held()} MB held, {memory()} MB at most while they were read")
    terms.count_articles(articles.head(10))  # reads the lists and the model of word families
    # Memory is the most that was ever held: those that hold less go first.
    show("Terms", functions(articles))
    show("Growth", growth(articles))
    show("Counting folded spellings", ways(articles["text"].tolist()))


def show(title: str, table: pd.DataFrame):
    """Print a table under its title."""
    print(f"\n{title}\n{table.to_string(index=False)}", flush=True)


def ways(texts: list[str]) -> pd.DataFrame:
    """Return seconds, MB/s, words and types of each way to count, and whether its counts are ours."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    found = [(name, *timed(way, texts)) for name, way in WAYS.items()]
    first, ours = found[0][1:]
    rows = [
        (name, seconds, size / seconds, sum(counts.values()), len(counts), counts == ours, seconds / first)
        for name, seconds, counts in found
        if counts is not None
    ]
    columns = ["way", "seconds", "MB/s", "words", "types", "same counts", "times ours"]
    return pd.DataFrame(rows, columns=columns).round(1)


def timed(function, *arguments) -> tuple[float, object]:
    """Return the seconds of processor time that a call takes, and what it returns."""
    start = time.process_time()
    result = function(*arguments)
    return time.process_time() - start, result


def counted(texts: list[str]) -> collections.Counter:
    """Return how often each folded spelling occurs, by this package."""
    table = words.counts(texts)
    return collections.Counter(dict(zip(table["word"], table["n"].tolist(), strict=True)))


def searched(texts: list[str]) -> collections.Counter:
    """Return the same by a regular expression over each text; each distinct word is folded once."""
    find = re.compile(pattern()).findall
    counts = collections.Counter()
    for text in texts:
        counts.update(find(text))
    return folded(counts)


def learned(texts: list[str]) -> collections.Counter | None:
    """Return the same by scikit-learn with that expression, or None where it is not installed."""
    return vectorized(texts, None)


def learned_folding(texts: list[str]) -> collections.Counter | None:
    """Return the same by scikit-learn, each text folded before it is read, as its own lowercasing works."""
    return vectorized(texts, letters.fold)


def vectorized(texts: list[str], preprocessor) -> collections.Counter | None:
    """Return the counts of scikit-learn's CountVectorizer."""
    try:
        from sklearn.feature_extraction.text import CountVectorizer
    except ImportError:
        return None
    vectorizer = CountVectorizer(lowercase=False, preprocessor=preprocessor, token_pattern=pattern())
    totals = vectorizer.fit_transform(texts).sum(axis=0).A1.tolist()
    return folded(dict(zip(vectorizer.get_feature_names_out(), totals, strict=True)))


def folded(counts: dict[str, int]) -> collections.Counter:
    """Return the counts of words as counts of their folded spellings."""
    found = collections.Counter()
    for word, spelling in zip(counts, letters.fold_types(list(counts)), strict=True):
        found[spelling] += counts[word]
    return found


def pattern() -> str:
    """Return the words of `analysis.arabic.words` as a regular expression."""
    arabic, other, digit = (characters(kind) for kind in (codes.ARABIC, codes.OTHER, codes.DIGIT))
    mark = characters(codes.MARK) + characters(codes.INVISIBLE)
    inner = f"(?<=[{other}])['\N{RIGHT SINGLE QUOTATION MARK}](?=[{other}])"
    inner += f"|(?<=[{digit}])[{codes.POINTS}][{mark}]*(?=[{digit}])"
    return f"[{arabic}][{arabic}{mark}]*|[{other}{digit}](?:[{other}{digit}{mark}]|{inner})*"


def characters(kind: int) -> str:
    """Return the characters of one kind as ranges of a regular expression."""
    member = np.concatenate(([False], codes.kinds() == kind, [False]))
    edges = np.flatnonzero(member[1:] != member[:-1]).tolist()
    return "".join(f"\\u{first:04x}-\\u{after - 1:04x}" for first, after in zip(edges[::2], edges[1::2], strict=True))


def held() -> int | None:
    """Return the megabytes that this process holds now, or None on a system that does not say."""
    try:
        pages = int(Path("/proc/self/statm").read_text().split()[1])
    except OSError:
        return None
    return round(pages * mmap.PAGESIZE / 1e6)


def functions(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the seconds of the functions of `terms` that read texts, and their words in a second."""
    calls = {
        "terms.count_articles(articles, by='source')": lambda: terms.count_articles(articles, by="source")["n"].sum(),
        "terms.tokens(articles)": lambda: len(terms.tokens(articles)),
    }
    rows = []
    for name, call in calls.items():
        seconds, size = timed(call)
        rows.append((name, round(seconds, 2), size, round(size / seconds), memory()))
    return pd.DataFrame(rows, columns=["function", "seconds", "words", "words/s", "memory MB"])


def growth(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the seconds to count the words of more and more articles (repeated where there are too few)."""
    texts, rows = articles["text"].tolist(), []
    for size in SIZES:
        many = (texts * (size // len(texts) + 1))[:size]
        seconds, counts = timed(words.counts, many)
        rows.append((size, round(seconds, 2), round(size / seconds), len(counts), memory()))
    return pd.DataFrame(rows, columns=["articles", "seconds", "articles/s", "types", "memory MB"])


def memory() -> int | None:
    """Return the most megabytes that this process has held, or None on a system that does not say."""
    try:
        import resource
    except ImportError:
        return None
    # Linux counts in kilobytes, macOS in bytes.
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))


WAYS = {
    "analysis.arabic.words": counted,
    "re.findall and Counter": searched,
    "scikit-learn, its words folded": learned,
    "scikit-learn, each text folded": learned_folding,
}

if __name__ == "__main__":
    main()
