"""How fast words are counted: this package against a regular expression and scikit-learn, with the same counts.

    python benchmarks/words.py articles.parquet

The file has the columns article_id, source and text. Times are of one process on one core, in seconds; the first
table compares ways to count folded spellings, the second shows the functions of `terms`, the third how time and memory
grow. Memory is the most that the process ever held, with the articles.
"""

import argparse
import collections
import re
import sys
import time
from pathlib import Path

import pandas as pd

sys.path.insert(0, str(Path(__file__).parent.parent))
from analysis import terms
from analysis.arabic import codes, letters, words

SIZES = (1_000, 31_000, 310_000)


def main():
    """Print the tables for the file that the command line names."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", type=Path, help="a Parquet file with article_id, source and text")
    articles = pd.read_parquet(ask.parse_args().articles, columns=["article_id", "source", "text"])
    terms.count_articles(articles.head(10))  # reads the lists and the model of word families
    for title, table in (
        ("Counting folded spellings", ways(articles["text"].tolist())),
        ("Terms", functions(articles)),
        ("Growth", growth(articles)),
    ):
        print(f"\n{title}\n{table.to_string(index=False)}", flush=True)


def ways(texts: list[str]) -> pd.DataFrame:
    """Return seconds, MB/s and words of each way to count, and whether its counts are ours."""
    size = sum(len(text.encode()) for text in texts) / 1e6
    rows, ours = [], None
    for name, way in (
        ("analysis.arabic.words", counted),
        ("re.findall and Counter", searched),
        ("scikit-learn", learned),
    ):
        seconds, counts = timed(way, texts)
        if counts is None:
            continue
        ours = ours or counts
        rows.append({
            "way": name, "seconds": round(seconds, 2), "MB/s": round(size / seconds, 1), "words": sum(counts.values()),
            "types": len(counts), "same counts": counts == ours, "times ours": round(seconds / rows[0]["seconds"], 1) if rows else 1,
        })  # fmt: skip
    return pd.DataFrame(rows)


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
    try:
        from sklearn.feature_extraction.text import CountVectorizer
    except ImportError:
        return None
    vectorizer = CountVectorizer(lowercase=False, token_pattern=pattern())
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
    arabic, other, digit, mark = (
        characters(kinds) for kinds in ((codes.ARABIC,), (codes.OTHER,), (codes.DIGIT,), (codes.MARK, codes.INVISIBLE))
    )
    inner = f"(?<=[{other}])['\N{RIGHT SINGLE QUOTATION MARK}](?=[{other}])|(?<=[{digit}])[{codes.POINTS}](?=[{digit}])"
    return f"[{arabic}][{arabic}{mark}]*|[{other}{digit}](?:[{other}{digit}{mark}]|{inner})*"


def characters(kinds: tuple[int, ...]) -> str:
    """Return the characters of some kinds as ranges of a regular expression."""
    member = [kind in kinds for kind in codes.kinds().tolist()]
    edges = [place for place in range(len(member) + 1) if (member + [False])[place] != ([False] + member)[place]]
    return "".join(f"\\u{first:04x}-\\u{after - 1:04x}" for first, after in zip(edges[::2], edges[1::2], strict=True))


def functions(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the seconds of the functions of `terms` that read texts, and their words in a second."""
    rows = []
    for name, call in (
        ("terms.count_articles(articles, by='source')", lambda: terms.count_articles(articles, by="source")["n"].sum()),
        ("terms.tokens(articles)", lambda: len(terms.tokens(articles))),
    ):
        seconds, size = timed(call)
        rows.append({"function": name, "seconds": round(seconds, 2), "words": size, "words/s": round(size / seconds)})
    return pd.DataFrame(rows)


def growth(articles: pd.DataFrame) -> pd.DataFrame:
    """Return the seconds to count the words of more and more articles (repeated where there are too few)."""
    texts, rows = articles["text"].tolist(), []
    for size in SIZES:
        many = (texts * (size // len(texts) + 1))[:size]
        seconds, counts = timed(words.counts, many)
        rows.append({
            "articles": size, "seconds": round(seconds, 2), "articles/s": round(size / seconds), "types": len(counts), "memory MB": memory(),
        })  # fmt: skip
    return pd.DataFrame(rows)


def memory() -> int | None:
    """Return the most megabytes that this process has held, or None on a system that does not say."""
    try:
        import resource
    except ImportError:
        return None
    # Linux counts in kilobytes, macOS in bytes.
    return round(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3))


if __name__ == "__main__":
    main()
