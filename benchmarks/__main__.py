"""Print how fast this package is beside other tools, on the same articles in the same run.

    python -m benchmarks                     the articles of seeds/, repeated
    python -m benchmarks articles.parquet    a file with the columns article_id, source and text

The peers are in requirements-benchmarks.txt; one that is not installed is left out. Times are medians of wall seconds.
"""

import argparse
import datetime
import tempfile
from pathlib import Path

import pandas as pd

from analysis import load
from analysis.cluster import mapping
from benchmarks import counting, figure, jobs, matching, measuring

ROOT = Path(__file__).parent.parent


def main() -> None:
    """Measure and print; with --figure also draw."""
    options = arguments()
    articles = read(options.articles).head(options.number)
    print(f"{datetime.date.today()}: {measuring.machine()}; {len(articles):,} articles, medians of {options.rounds}")
    found = {}
    for title, table in measured(articles, options.rounds, options.quick):
        print(f"\n{title}\n{table.to_string(index=False)}", flush=True)
        found[title] = table
    if options.figure:
        figure.save(found, options.figure)


def arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", type=Path, nargs="?", help="a Parquet file with article_id, source and text")
    ask.add_argument("--number", type=int, default=3_000, help="articles to measure on (default 3,000)")
    ask.add_argument("--rounds", type=int, default=measuring.ROUNDS, help="rounds over all ways (default 5)")
    ask.add_argument("--quick", action="store_true", help="leave out the whole job to all tables")
    ask.add_argument("--figure", type=Path, help="an SVG file to draw the speeds to")
    return ask.parse_args()


def read(file: Path | None) -> pd.DataFrame:
    """Return the articles of a file, or those of the sample repeated to 3,000."""
    if file:
        return pd.read_parquet(file, columns=["article_id", "source", "text"])
    sample = load.articles(ROOT / "seeds")[["article_id", "source", "text"]]
    many = pd.concat([sample] * (3_000 // len(sample)), ignore_index=True)
    return many.assign(article_id=[f"a{number}" for number in range(len(many))])


def measured(articles: pd.DataFrame, rounds: int, quick: bool):
    """Yield each table under its title."""
    texts = articles["text"].fillna("").tolist()
    size = megabytes(texts)
    yield "Finding and counting words", measuring.compared(counting.ways(), texts, megabytes=size, rounds=rounds)
    given = matching.data(texts)
    title = f"Finding {len(given.names):,} names with their proclitics in {len(given.texts):,} articles"
    yield title, measuring.compared(matching.ways(given), given, megabytes=megabytes(given.texts), rounds=rounds)
    with tempfile.TemporaryDirectory() as place:
        file = Path(place) / "articles.parquet"
        articles.to_parquet(file)
        yield "Parquet file to words by source", measuring.compared(jobs.ways(), file, megabytes=size, rounds=rounds)
        if not quick:
            whole = {
                f"analysis.cluster, processes: {n}": jobs.everything(n) for n in dict.fromkeys((mapping.cores(), 1))
            }
            yield "Parquet file to all tables", measuring.compared(whole, file, megabytes=size, rounds=rounds)


def megabytes(texts: list[str]) -> float:
    """Return the size of some texts in UTF-8."""
    return sum(len(text.encode("utf-8", "replace")) for text in texts) / 1e6


if __name__ == "__main__":
    main()
