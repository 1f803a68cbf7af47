"""Counting: the words of articles, as rows or as counts, and the same counts by a faster way."""

import numpy
import pandas as pd

from analysis import tables
from analysis.arabic import counting, letters, words
from analysis.terms import naming


def vocabulary_of(articles: pd.DataFrame, *, families: pd.DataFrame | None = None) -> pd.Series:
    """Return the term of each spelling (the index) of the articles, for `tokens` and `count_articles` of some of them.

    Which spelling stands for a family depends on the articles; by one vocabulary, tables of all and of some agree.
    """
    parts, spellings = spelled(articles)
    return naming.terms(spellings, totals(parts, len(spellings)), families)


def spelled(articles: pd.DataFrame) -> tuple[list, list[str]]:
    """Return how often each article has each spelling, in parts (see `words.pairs`), and the spellings."""
    tables.check_articles(articles, "text")
    return words.pairs(written(articles["text"]), spelling=letters.bare)


def totals(parts: list, size: int) -> numpy.ndarray:
    """Return how often each of so many spellings occurs in all parts."""
    return counting.total(((spelling, n) for spelling, _, n in parts), size)[1]


def tokens(
    articles: pd.DataFrame, *, families: pd.DataFrame | None = None, vocabulary: pd.Series | None = None
) -> pd.DataFrame:
    """Return one row per word of the articles (columns: tables.TOKENS).

    `term` is the word's family, shown by its commonest spelling in these articles without what is attached to it (among
    equals the first of the alphabet). `families` (columns word, family) joins and splits families by hand. With a
    `vocabulary` of more articles, the terms are its own.

    >>> tokens(pd.DataFrame({"article_id": ["a"], "text": ["وزير ووزير"]}))["term"].tolist()
    ['وزير', 'وزير']
    """
    tables.check_articles(articles, "text")
    rows = words.rows(written(articles["text"]))
    spelling, spellings = naming.numbered(rows)
    if vocabulary is None:
        term, terms = naming.joined(spellings, numpy.bincount(spelling, minlength=len(spellings)), families)
    else:
        term, terms = naming.known(spellings, vocabulary)
    ids = articles["article_id"].astype("str").array.take(rows["article"])
    return tables.table(rows.assign(article_id=ids, term=terms.array.take(term[spelling])), tables.TOKENS)


def written(texts: pd.Series) -> pd.api.extensions.ExtensionArray:
    """Return the texts as an array, a missing one as empty; a list of all would hold them a second time."""
    return texts.astype("str").fillna("").array


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
    article, ids = pd.factorize(tokens["article_id"])
    group, groups = grouped(tokens, by)
    term_of = numpy.zeros(len(spellings), int)
    term_of[spelling] = term
    # An article of several groups counts as one in each.
    part = spelling, article * len(groups) + group, numpy.ones(len(tokens), int)
    group = numpy.tile(numpy.arange(len(groups)), len(ids))
    return named(counted([part], term_of, group, width=(len(groups), len(terms))), terms, groups, by)


def grouped(table: pd.DataFrame, by: str | None) -> tuple[numpy.ndarray, pd.Index]:
    """Return the number of the group of each row, and the groups; rows without one are a group too."""
    number, groups = pd.factorize(table[by] if by else numpy.zeros(len(table), int), use_na_sentinel=False)
    return number, pd.Index(groups)


def labelled(tokens: pd.DataFrame, articles: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return the tokens with one column of their articles more, such as `source`."""
    return tokens.assign(**{by: tables.of_articles(by, articles, tokens["article_id"]).array})


def count_articles(
    articles: pd.DataFrame,
    *,
    by: str | None = None,
    families: pd.DataFrame | None = None,
    vocabulary: pd.Series | None = None,
) -> pd.DataFrame:
    """Return the table of `count` for articles, without a row per word: the same numbers, several times as fast.

    `by` is a column of the articles, such as `source`; `families` and `vocabulary` are those of `tokens`.
    """
    tables.check_articles(articles, *([by] if by else []))
    parts, spellings = spelled(articles)
    if vocabulary is None:
        term, terms = naming.joined(spellings, totals(parts, len(spellings)), families)
    else:
        term, terms = naming.known(spellings, vocabulary)
    group, groups = grouped(articles, by)
    return named(counted(parts, term, group, width=(len(groups), len(terms))), terms, groups, by)


def counted(parts: list, term: numpy.ndarray, group: numpy.ndarray, *, width: tuple[int, int]) -> pd.DataFrame:
    """Return group, term, n, articles and variants from parts of (spelling, article, n): numbers from 0.

    `term` is the number of the term of each spelling, `group` that of the group of each article; `width` is how many
    groups and terms there are. Each part is of other articles.
    """
    groups, terms = width
    kinds = ((group[article] * len(term) + spelling, n) for spelling, article, n in parts)
    kind, n = counting.total(kinds, groups * len(term))
    group_of, spelling = numpy.divmod(kind, max(len(term), 1))
    cell, n, variants = counting.summed(group_of * terms + term[spelling], groups * terms, n, None)
    places = (used(part, term, len(group)) for part in parts)
    cells = (group[article] * terms + term for term, article in places)
    _, articles = counting.total(((cell, numpy.ones_like(cell)) for cell in cells), groups * terms)
    group_of, term = numpy.divmod(cell, max(terms, 1))
    return pd.DataFrame({"group": group_of, "term": term, "n": n, "articles": articles, "variants": variants})


def used(part: tuple, term: numpy.ndarray, size: int) -> tuple[numpy.ndarray, numpy.ndarray]:
    """Return the terms and articles (of `size`) of a part, each two that go together once."""
    spelling, article, _ = part
    places = term[spelling] * size + article
    places.sort()
    return numpy.divmod(places[counting.changes(places)], max(size, 1))


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
