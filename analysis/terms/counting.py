"""Counting: the words of articles, as rows or as counts, and the same counts by a faster way."""

from collections.abc import Iterable

import numpy
import pandas as pd

from analysis import tables
from analysis.arabic import letters, words
from analysis.terms import naming


def tokens(articles: pd.DataFrame, *, families: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return one row per word of the articles (columns: tables.TOKENS).

    `term` is the word's family, shown by its commonest spelling in these articles (among equals the first of the
    alphabet). `families` (columns word, family) joins and splits families by hand.

    >>> tokens(pd.DataFrame({"article_id": ["a"], "text": ["وزير ووزير"]}))["term"].tolist()
    ['وزير', 'وزير']
    """
    tables.check(articles, "article_id", "text", name="the table of articles")
    rows = words.rows(written(articles["text"]))
    spelling, spellings = naming.numbered(rows)
    term, terms = naming.joined(spellings, numpy.bincount(spelling, minlength=len(spellings)), families)
    ids = articles["article_id"].astype("str").array.take(rows["article"])
    return tables.table(rows.assign(article_id=ids, term=terms.array.take(term[spelling])), tables.TOKENS)


def written(texts: pd.Series) -> list[str]:
    """Return the texts as a list, a missing one as empty."""
    return texts.fillna("").tolist()


def count(tokens: pd.DataFrame, *, by: str | None = None) -> pd.DataFrame:
    """Return how often each term occurs: [by,] term, n, per_million, articles, variants; most frequent first.

    `per_million` is per million words of the group, `articles` how many articles have the term, `variants` how
    many spellings are joined in it. `by` is a column of the tokens; see `labelled`. Stop words are kept.

    >>> rows = tokens(pd.DataFrame({"article_id": ["a"], "text": ["وزير ووزير وزير"]}))
    >>> count(rows).to_dict("records")
    [{'term': 'وزير', 'n': 3, 'per_million': 1000000.0, 'articles': 1, 'variants': 2}]
    """
    tables.check(tokens, "article_id", "token", "term", *([by] if by else []), name="the table of tokens")
    spelling, spellings = naming.numbered(tokens)
    term, terms = pd.factorize(tokens["term"])
    article, _ = pd.factorize(tokens["article_id"])
    group, groups = grouped(tokens, by)
    rows = pd.DataFrame({"group": group, "term": term, "spelling": spelling, "article": article, "n": 1})
    return named(counted([rows], len(terms), len(spellings)), terms, groups, by)


def grouped(table: pd.DataFrame, by: str | None) -> tuple[numpy.ndarray, pd.Index]:
    """Return the number of the group of each row, and the groups; rows without one are a group too."""
    number, groups = pd.factorize(table[by] if by else numpy.zeros(len(table), int), use_na_sentinel=False)
    return number, pd.Index(groups)


def labelled(tokens: pd.DataFrame, articles: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return the tokens with one column of their articles more, such as `source`."""
    tables.check(articles, "article_id", by, name="the table of articles")
    values = articles.drop_duplicates("article_id").set_index("article_id")[by]
    return tokens.assign(**{by: values.reindex(tokens["article_id"]).array})


def count_articles(
    articles: pd.DataFrame, *, by: str | None = None, families: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the table of `count` for articles, without a row per word: the same numbers, several times as fast.

    `by` is a column of the articles, such as `source`.
    """
    tables.check(articles, "article_id", "text", *([by] if by else []), name="the table of articles")
    parts, spellings = spelled(articles["text"])
    total = sum(numpy.bincount(part["spelling"], part["n"], len(spellings)) for part in parts)
    term, terms = naming.joined(spellings, total, families)
    group, groups = grouped(articles, by)
    rows = (part.assign(term=term[part["spelling"]], group=group[part["article"]]) for part in parts)
    found = counted(rows, len(terms), len(spellings))
    return named(found, terms, groups, by)


def spelled(texts: pd.Series) -> tuple[list[pd.DataFrame], pd.Index]:
    """Return how often each article has each spelling (columns spelling, article, n: numbers), and the spellings.

    Each part is of other articles.
    """
    parts, names = words.pairs(written(texts), spelling=letters.bare)
    columns = ("spelling", "article", "n")
    frames = [pd.DataFrame(dict(zip(columns, part, strict=True)), copy=False) for part in parts]
    return frames, pd.Index(names, dtype="str")


def counted(parts: Iterable[pd.DataFrame], terms: int, spellings: int) -> pd.DataFrame:
    """Return n, articles and variants by group and term, from rows of group, term, spelling, article and n.

    All are numbers; `terms` and `spellings` say how many there are. Each part is of other articles, so that only
    sums need to stay in memory.
    """
    kinds, articles = [], []
    for part in parts:
        cell = part["group"].to_numpy("int64") * terms + part["term"].to_numpy()
        kinds.append(summed(cell * spellings + part["spelling"].to_numpy(), part["n"].to_numpy()))
        width = part["article"].max() + 1 if len(part) else 1
        articles.append(summed(pd.unique(cell * width + part["article"].to_numpy()) // width))
    kind = merged(kinds)
    cell = kind.index.to_numpy() // max(spellings, 1)
    found = pd.DataFrame({"n": summed(cell, kind.to_numpy()), "variants": summed(cell), "articles": merged(articles)})
    group, term = numpy.divmod(found.index.to_numpy(), max(terms, 1))
    return found.assign(group=group, term=term)


def summed(keys: numpy.ndarray, n: numpy.ndarray | None = None) -> pd.Series:
    """Return the sum of n, or the number of rows, for each of the keys, which are the index."""
    number, distinct = pd.factorize(keys)
    return pd.Series(numpy.bincount(number, n, len(distinct)).astype("int64"), index=distinct)


def merged(parts: list[pd.Series]) -> pd.Series:
    """Return the sums of several parts as one."""
    joined = pd.concat(parts)
    return summed(joined.index.to_numpy(), joined.to_numpy())


def named(found: pd.DataFrame, terms, groups: pd.Index, by: str | None) -> pd.DataFrame:
    """Return the table of `count` from one with numbers of groups and terms."""
    table = found[["n", "articles", "variants"]].astype("int64")
    table.insert(0, "term", pd.array(terms, dtype="str").take(found["term"]))
    table.insert(2, "per_million", table["n"] / table.groupby(found["group"])["n"].transform("sum") * 1e6)
    if by:
        table.insert(0, by, groups.take(found["group"]))
    order = [by, "n", "term"] if by else ["n", "term"]
    return table.sort_values(order, ascending=[name != "n" for name in order], ignore_index=True)


def variants(tokens: pd.DataFrame, term: str) -> pd.DataFrame:
    """Return the spellings that are counted together with a word: spelling, n; most frequent first."""
    rows = tokens[tokens["term"] == naming.shown(tokens, term)]
    spelling, names = naming.numbered(rows)
    found = pd.DataFrame({"spelling": names, "n": numpy.bincount(spelling, minlength=len(names))})
    return found.sort_values(["n", "spelling"], ascending=[False, True], ignore_index=True)


def spellings(tokens: pd.DataFrame, articles: pd.DataFrame, *, by: str = "source") -> pd.DataFrame:
    """Return how each group of articles spells each term: term, [by], spelling, n; a term's spellings together."""
    spelling, names = naming.numbered(tokens)
    rows = labelled(tokens, articles, by).assign(spelling=names.take(spelling))
    found = rows.groupby(["term", by, "spelling"], sort=True, dropna=False).size().rename("n").reset_index()
    return found.sort_values(["term", by, "n"], ascending=[True, True, False], kind="stable", ignore_index=True)
