"""Counting: the words of articles, as rows or as counts, and the same counts by a faster way."""

import numpy
import pandas as pd

from analysis import tables
from analysis.arabic import letters, words
from analysis.terms import naming

#: Articles that are counted together: enough for each spelling to be written out once for several of them.
TOGETHER = 4 * words.BLOCK


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
    terms = naming.terms(spellings, numpy.bincount(spelling, minlength=len(spellings)), families)
    ids = articles["article_id"].astype("str").array.take(rows["article"])
    return tables.table(rows.assign(article_id=ids, term=terms.array.take(spelling)), tables.TOKENS)


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
    pairs, spellings = spelling_pairs(articles["text"])
    total = numpy.bincount(pairs["spelling"], pairs["n"], len(spellings))
    term, terms = pd.factorize(naming.terms(spellings, total, families).array)
    article, _ = pd.factorize(articles["article_id"])
    group, groups = pd.factorize(articles[by] if by else numpy.zeros(len(articles), int), use_na_sentinel=False)
    number = pairs["article"].to_numpy()
    pairs = pairs.assign(group=group[number], article=article[number], term=term[pairs["spelling"]])
    return counted(pairs, terms, groups, by)


def spelling_pairs(texts: pd.Series) -> tuple[pd.DataFrame, pd.Index]:
    """Return a row per spelling and article (columns spelling, article, n: numbers), and the spellings."""
    found, known = [], [numpy.array([], object)]
    for first in range(0, max(len(texts), 1), TOGETHER):
        part = written(texts.iloc[first : first + TOGETHER])
        counts = words.counts(part, groups=numpy.arange(len(part)), spelling=letters.bare)
        code, distinct = pd.factorize(counts["word"])
        # Numbers of this part's own spellings, behind those of the parts before; made one for all below.
        columns = {"spelling": code + sum(map(len, known)), "article": counts["group"] + first, "n": counts["n"]}
        found.append(pd.DataFrame(columns).astype(numpy.int32))
        known.append(distinct.to_numpy(object))
    number, spellings = pd.factorize(numpy.concatenate(known))
    pairs = pd.concat(found, ignore_index=True)
    return pairs.assign(spelling=number.astype(numpy.int32)[pairs["spelling"]]), pd.Index(spellings, dtype="str")


def counted(pairs: pd.DataFrame, terms, groups, by: str | None) -> pd.DataFrame:
    """Return the table of `count` from numbers: group, term, article, spelling, and n of each row."""
    cell, cells = pd.factorize(pairs["group"].to_numpy(numpy.int64) * len(terms) + pairs["term"].to_numpy())
    group, term = numpy.divmod(cells, max(len(terms), 1))
    n = numpy.bincount(cell, pairs["n"], len(cells)).astype(int)
    columns = {
        "term": pd.array(terms, dtype="str").take(term),
        "n": n,
        "per_million": n / numpy.bincount(group, n, len(groups))[group] * 1e6,
        "articles": distinct(cell, pairs["article"].to_numpy(), len(cells)),
        "variants": distinct(cell, pairs["spelling"].to_numpy(), len(cells)),
    }
    found = pd.DataFrame(columns)
    if by:
        found.insert(0, by, groups.take(group))
    order = [by, "n", "term"] if by else ["n", "term"]
    return found.sort_values(order, ascending=[name != "n" for name in order], ignore_index=True)


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
