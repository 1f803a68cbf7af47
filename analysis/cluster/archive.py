"""An output folder in place of raw articles: its tables, whole or in part, and sums over them."""

import importlib.util
from pathlib import Path

import pandas as pd
import pyarrow
from pyarrow import parquet

from analysis import actors, load, mistakes, tables, terms
from analysis import events as telling
from analysis.cluster import counting, folder, keys, shards, totals
from analysis.load import folders

REASONS = 5  # why nothing could be read: so many files are named
COLUMNS = {
    "articles": tables.ARTICLES, "cut": tables.CUT, "copies": tables.COPIES, "problems": tables.PROBLEMS,
    "words": shards.WORDS, "terms": totals.TERMS, "counts": counting.COUNTS,
    "mentions": tables.MENTIONS, "events": tables.EVENTS,
}  # fmt: skip
INSTALL = "Install it with: pip install -r requirements-cluster.txt"


def is_output(where) -> bool:
    """Tell whether a place is the output folder of a completed run; raise NoArticles where the run is not completed."""
    if not isinstance(where, str | Path):
        return False
    complete = (Path(where) / folder.MANIFEST).is_file()
    if not complete and (Path(where) / folder.LOCK).is_file():
        raise mistakes.NoArticles(f"{where} holds a run that has not ended: start cluster.run again, it goes on")
    return complete


def beside(out: str | Path, where: load.Where) -> Path:
    """Return a folder for figures; raise WrongPlace where it lies in raw articles, of which it would become a part."""
    return Path(out) if is_output(where) else folders.outside(out, where)


def table(out: str | Path, name: str, *, columns: list[str] | None = None, only=None) -> pd.DataFrame:
    """Return a table of an output folder: articles, cut, copies, problems, words, terms, counts, mentions or events.

    `columns` are those wanted, by default all; `only` keeps some rows: [("source", "in", ["spa", "okaz"])].
    """
    if name not in COLUMNS:
        raise ValueError(f"there is no table {name!r}; choose one of {', '.join(COLUMNS)}")
    wanted = {column: COLUMNS[name][column] for column in columns or COLUMNS[name]}
    read = [parquet.read_table(file, columns=list(wanted), filters=only) for file in files(out, name)]
    found = pyarrow.concat_tables(read).to_pandas() if read else pd.DataFrame(columns=list(wanted))
    return tables.table(found, wanted)


def files(out: str | Path, name: str) -> list[Path]:
    """Return the files of a table."""
    return [Path(out) / file for file in folder.manifest(Path(out))["files"][name]]


def rows(out: str | Path) -> dict[str, int]:
    """Return the number of rows of each table of an output folder, without reading them."""
    return folder.manifest(Path(out))["rows"]


def reading(where: load.Where) -> load.Reading:
    """Return articles, cut lines, problems and copies of an output folder, or of raw articles.

    Raises NoArticles where there are none to read.
    """
    if not is_output(where):
        return filled(load.folder(where), where)
    return load.Reading(*(table(where, name) for name in load.Reading._fields))


def articles(where: load.Where) -> pd.DataFrame:
    """Return the articles of an output folder, or of raw articles; raise NoArticles where there are none to read."""
    return table(where, "articles") if is_output(where) else filled(load.whole(where), where).articles


def with_copies(where: load.Where) -> pd.DataFrame:
    """Return the articles as `articles` does, with the id of the article that each of the copies repeats (copy_of)."""
    if is_output(where):
        return marked(table(where, "articles"), table(where, "copies"))
    read = reading(where)
    return marked(read.articles, read.copies)


def originals(where: load.Where) -> pd.DataFrame:
    """Return the articles as `articles` does, but none that repeats another."""
    found = with_copies(where)
    return found[found["copy_of"].isna()].drop(columns="copy_of").reset_index(drop=True)


def marked(articles: pd.DataFrame, copies: pd.DataFrame) -> pd.DataFrame:
    """Return articles with the id of the article that each of the copies repeats (copy_of), missing for the others."""
    return articles.assign(copy_of=articles["article_id"].map(copies.set_index("article_id")["copy_of"]))


def filled(read: load.Reading, where: load.Where) -> load.Reading:
    """Return what was read, or raise NoArticles that says why it is nothing."""
    if len(read.articles):
        return read
    place = Path(where).resolve() if isinstance(where, str | Path) else "the list of files"
    why = "".join(f"\n{row.path}: {row.reason}: {row.detail}" for row in read.problems.head(REASONS).itertuples())
    advice = why or " Put your articles there: text, web pages, Word, PDF, CSV, Excel, JSON or Parquet."
    raise mistakes.NoArticles(f"No article could be read from {place}.{advice}")


def thinned(articles: pd.DataFrame, most: int) -> pd.DataFrame:
    """Return at most so many of the articles, evenly spread over the table: all, or every second, third ...

    >>> thinned(pd.DataFrame({"article_id": list("abcde")}), 3)["article_id"].tolist()
    ['a', 'c', 'e']
    """
    return articles.iloc[:: -(-len(articles) // most) or 1].reset_index(drop=True)


def having(articles: pd.DataFrame, where: load.Where, term: str) -> pd.DataFrame:
    """Return the articles that have a term; of raw articles, where only reading them would tell, all."""
    if not is_output(where):
        return articles
    known = table(where, "terms", columns=["spelling", "term"])
    same = known.loc[known["spelling"] == term, "term"]
    spellings = known.loc[known["term"].isin(same), "spelling"].tolist()
    found = table(where, "words", columns=["article_id"], only=[("spelling", "in", spellings)])
    return articles[articles["article_id"].isin(found["article_id"])].reset_index(drop=True)


def of_articles(where: str | Path, name: str, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of a table of an output folder that belong to some articles."""
    found = table(where, name)
    return found[found["article_id"].isin(articles["article_id"])].reset_index(drop=True)


def vocabulary_of(articles: pd.DataFrame, where: load.Where) -> pd.Series:
    """Return the term of each spelling (the index): of the whole output folder, or of these raw articles.

    Give it to `tokens` and `counts`, where they are of different articles.
    """
    return stored(where) if is_output(where) else terms.vocabulary_of(articles, families=load.families(where))


def stored(out: str | Path) -> pd.Series:
    """Return the term of each spelling (the index) in an output folder."""
    return table(out, "terms", columns=["spelling", "term"]).set_index("spelling")["term"]


def tokens(articles: pd.DataFrame, where: load.Where, *, vocabulary: pd.Series | None = None) -> pd.DataFrame:
    """Return the words of articles that were read from here, with the terms of a vocabulary.

    By default it is that of the whole output folder, or of these raw articles; where these are some of those that are
    counted, give that of all of them.
    """
    return terms.tokens(articles, **named_by(where, vocabulary))


def named_by(where: load.Where, vocabulary: pd.Series | None) -> dict:
    """Return what names the terms, for terms.tokens: a vocabulary (an output folder has its own) or families."""
    if vocabulary is None and not is_output(where):
        return {"families": load.families(where)}
    return {"vocabulary": stored(where) if vocabulary is None else vocabulary}


def mentions(articles: pd.DataFrame, where: load.Where) -> pd.DataFrame:
    """Return the mentions in articles that were read from here, by its lists; an output folder has them ready."""
    if not is_output(where):
        own = keys.settings_of(where)
        return actors.mentions(articles, names=own.names, roles=own.roles)
    found = of_articles(where, "mentions", articles)
    # Each part has labelled the institutions that no list has by its own commonest wording.
    several = found.groupby("actor_id")["actor_ar"].transform("nunique") > 1
    return actors.one_label(found.assign(actor_ar=found["actor_ar"].mask(several, found["matched"])))


def events(articles: pd.DataFrame, mentions: pd.DataFrame, where: load.Where) -> pd.DataFrame:
    """Return the events of articles that were read from here; an output folder has them ready."""
    if is_output(where):
        return of_articles(where, "events", articles)
    return telling.find(articles, mentions, words=keys.settings_of(where).event_words)


def reviewed(events: pd.DataFrame, articles: pd.DataFrame, where: load.Where) -> pd.DataFrame:
    """Return the events with the decisions of reviews.csv in the place they were read from, where it has any."""
    decisions = load.reviews(where)
    if decisions.empty:
        return events
    return telling.reviewed(events.assign(fingerprint=telling.fingerprint(events, articles)), decisions)


def counts(
    where: load.Where,
    *,
    by: str | None = None,
    articles: pd.DataFrame | None = None,
    vocabulary: pd.Series | None = None,
) -> pd.DataFrame:
    """Return the table of terms.count for what was read from here; `by` is source, and of an output folder month.

    `articles` are those that were chosen, by default all; with raw articles they need not be read a second time.
    `vocabulary` is that of `tokens`.
    """
    if not is_output(where) or (articles is not None and len(articles) < rows(where)["articles"]):
        found = load.articles(where) if articles is None else articles
        return terms.count_articles(found, by=by, **named_by(where, vocabulary))
    sums = summed_by_duckdb if importlib.util.find_spec("duckdb") else summed
    return ordered(sums(where, [by] if by else []), by)


def query(out: str | Path, sql: str) -> pd.DataFrame:
    """Return what DuckDB, an optional requirement, answers about the tables of an output folder, without loading them.

    cluster.query("archive", "select actor, count(*) as n from mentions group by actor order by n desc limit 20")

    A ModuleNotFoundError says how to install it.
    """
    try:
        import duckdb
    except ModuleNotFoundError as missing:
        raise ModuleNotFoundError(f"cluster.query needs DuckDB. {INSTALL}", name="duckdb") from missing

    with duckdb.connect() as connection:
        for name in COLUMNS:
            if paths := [str(path) for path in files(out, name)]:
                connection.read_parquet(paths).create_view(name)
        return connection.sql(sql).df()


def summed_by_duckdb(out: str | Path, groups: list[str]) -> pd.DataFrame:
    """Return n, articles and variants of each term and group; each spelling is summed first, which is faster."""
    names = ", ".join([*groups, "term"])
    each = f"select {names}, spelling, sum(n) as n, sum(articles) as articles from counts group by {names}, spelling"
    sums = "sum(n)::bigint as n, sum(articles)::bigint as articles, count(*) as variants"
    return query(out, f"select {names}, {sums} from ({each}) group by {names}")


def summed(out: str | Path, groups: list[str]) -> pd.DataFrame:
    """Return the same where DuckDB is not installed, in several times the time."""
    names = [*groups, "term"]
    each = [parquet.read_table(file, columns=[*names, "spelling", "n", "articles"]) for file in files(out, "counts")]
    spellings = (
        pyarrow.concat_tables(each).group_by([*names, "spelling"]).aggregate([("n", "sum"), ("articles", "sum")])
    )
    sums = [("n_sum", "sum"), ("articles_sum", "sum"), ("spelling", "count")]
    found = spellings.group_by(names).aggregate(sums)
    return found.rename_columns([*names, "n", "articles", "variants"]).to_pandas()


def ordered(found: pd.DataFrame, by: str | None) -> pd.DataFrame:
    """Return sums with their share of the group, in the order of terms.count."""
    whole = found.groupby(by, dropna=False)["n"].transform("sum") if by else found["n"].sum()
    found.insert(found.columns.get_loc("n") + 1, "per_million", found["n"] / whole * 1e6)
    order = [by, "n", "term"] if by else ["n", "term"]
    return found.sort_values(order, ascending=[name != "n" for name in order], ignore_index=True)
