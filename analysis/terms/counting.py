"""Counting: the words of articles, as rows or as counts, and the same counts by a faster way."""

import numpy
import pandas as pd

from analysis import tables
from analysis.arabic import letters, words
from analysis.terms import naming

COUNTS = ("term", "n", "per_million", "articles", "variants")


def tokens(articles: pd.DataFrame, *, families: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return one row per word of the articles (columns: tables.TOKENS).

    `term` is the word's family, shown by its commonest spelling in these articles (among equals the first of the
    alphabet). `families` (columns word, family) joins and splits families by hand.

    >>> tokens(pd.DataFrame({"article_id": ["a"], "text": ["وزير ووزير"]}))["term"].tolist()
    ['وزير', 'وزير']
    """
    tables.check(articles, "article_id", "text", name="the table of articles")
    rows = words.rows(texts(articles))
    spelling, spellings = naming.numbered(rows)
    terms = naming.terms(spellings, numpy.bincount(spelling, minlength=len(spellings)), families)
    ids = articles["article_id"].astype("str").array.take(rows["article"])
    return tables.table(rows.assign(article_id=ids, term=terms.array.take(spelling)), tables.TOKENS)


def texts(articles: pd.DataFrame) -> list[str]:
    """Return the texts of the articles, a missing one as empty."""
    return articles["text"].fillna("").tolist()


def count(tokens: pd.DataFrame, *, by: str | None = None) -> pd.DataFrame:
    """Return how often each term occurs: [by,] term, n, per_million, articles, variants; most frequent first.

    `per_million` is per million words of the group, `articles` how many articles have the term, `variants` how
    many spellings are joined in it. `by` is a column of the tokens; see `labelled`. Stop words are kept.

    >>> rows = tokens(pd.DataFrame({"article_id": ["a"], "text": ["وزير ووزير وزير"]}))
    >>> count(rows).to_dict("records")
    [{'term': 'وزير', 'n': 3, 'per_million': 1000000.0, 'articles': 1, 'variants': 2}]
    """
    tables.check(tokens, "article_id", "token", "term", *([by] if by else []), name="the table of tokens")
    spelling, _ = naming.numbered(tokens)
    term, terms = pd.factorize(tokens["term"])
    article, _ = pd.factorize(tokens["article_id"])
    group, groups = pd.factorize(tokens[by] if by else numpy.zeros(len(tokens), int), use_na_sentinel=False)
    pairs = pd.DataFrame({"group": group, "term": term, "article": article, "spelling": spelling, "n": 1})
    return counted(pairs, terms, groups, by)


def labelled(tokens: pd.DataFrame, articles: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return the tokens with one column of their articles more, such as `source`."""
    tables.check(articles, "article_id", by, name="the table of articles")
    values = articles.drop_duplicates("article_id").set_index("article_id")[by]
    return tokens.assign(**{by: tokens["article_id"].map(values)})


def count_articles(
    articles: pd.DataFrame, *, by: str | None = None, families: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return the table of `count` for articles, without a row per word: the same numbers, several times as fast.

    `by` is a column of the articles, such as `source`.
    """
    tables.check(articles, "article_id", "text", *([by] if by else []), name="the table of articles")
    pairs, spellings = spelling_pairs(texts(articles))
    total = numpy.bincount(pairs["spelling"], pairs["n"], len(spellings))
    term, terms = pd.factorize(naming.terms(spellings, total, families).array)
    article, _ = pd.factorize(articles["article_id"])
    group, groups = pd.factorize(articles[by] if by else numpy.zeros(len(articles), int), use_na_sentinel=False)
    number = pairs["article"].to_numpy()
    pairs = pairs.assign(group=group[number], article=article[number], term=term[pairs["spelling"]])
    return counted(pairs, terms, groups, by)


def spelling_pairs(texts: list[str]) -> tuple[pd.DataFrame, pd.Index]:
    """Return a row per spelling and article (columns spelling, article, n: numbers), and the spellings."""
    blocks, number = [], {}
    for first in range(0, len(texts), words.BLOCK):
        part = texts[first : first + words.BLOCK]
        found = words.counts(part, groups=numpy.arange(len(part)), spelling=letters.bare)
        code, distinct = pd.factorize(found["word"])
        known = numpy.array([number.setdefault(word, len(number)) for word in distinct], numpy.int32)
        columns = {"spelling": known[code], "article": found["group"] + first, "n": found["n"]}
        blocks.append(pd.DataFrame(columns).astype(numpy.int32))
    empty = pd.DataFrame(columns=["spelling", "article", "n"], dtype=numpy.int32)
    return pd.concat(blocks or [empty], ignore_index=True), pd.Index(list(number), dtype="str")


def counted(pairs: pd.DataFrame, terms, groups, by: str | None) -> pd.DataFrame:
    """Return the table of `count` from numbers: group, term, article, spelling, and n of each row."""
    cell, cells = pd.factorize(pairs["group"].to_numpy(numpy.int64) * len(terms) + pairs["term"].to_numpy())
    n = numpy.bincount(cell, pairs["n"], len(cells)).astype(int)
    group = cells // max(len(terms), 1)
    total = numpy.bincount(group, n, len(groups))
    columns = {
        "term": pd.array(terms, dtype="str").take(cells % max(len(terms), 1)),
        "n": n,
        "per_million": n / total[group] * 1e6,
        "articles": distinct(cell, pairs["article"].to_numpy(), len(cells)),
        "variants": distinct(cell, pairs["spelling"].to_numpy(), len(cells)),
    }
    found = pd.DataFrame(columns).sort_values(["n", "term"], ascending=[False, True])
    if by:
        found.insert(0, by, groups.take(group[found.index]))
        found = found.sort_values([by, "n", "term"], ascending=[True, False, True])
    return found.reset_index(drop=True)


def distinct(cell: numpy.ndarray, value: numpy.ndarray, cells: int) -> numpy.ndarray:
    """Return how many distinct values each cell has."""
    width = int(value.max(initial=0)) + 1
    return numpy.bincount(pd.unique(cell * width + value) // width, minlength=cells)


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
