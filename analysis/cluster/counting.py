"""Counts of one part of the archive that add up over all parts, sources and months."""

import pandas as pd

#: One row is one spelling in one source and month. `articles` are those in which no spelling before it is of the same
#: term, so that sums over spellings, sources and months count each article once.
COUNTS = {"source": "str", "month": "str", "term": "str", "spelling": "str", "n": "int64", "articles": "int64"}


def counted(words: pd.DataFrame, articles: pd.DataFrame, terms: pd.Series) -> pd.DataFrame:
    """Return the counts of some articles (columns: COUNTS) from their words."""
    dated = articles.assign(month=articles["published"].dt.strftime("%Y-%m").astype("str"))
    group = dated.groupby(["source", "month"], dropna=False, sort=False).ngroup().to_numpy()
    article = pd.Index(articles["article_id"]).get_indexer(words["article_id"])
    spelling, spellings = pd.factorize(words["spelling"])
    term = terms.reindex(spellings).array
    rows = pd.DataFrame({"group": group[article], "spelling": spelling, "n": words["n"].astype("int64")})
    again = pd.DataFrame({"article": article, "term": pd.factorize(term)[0][spelling]}).duplicated()
    found = rows.assign(articles=(~again).astype("int64")).groupby(["group", "spelling"], as_index=False).sum()
    labels = dated[["source", "month"]].drop_duplicates().take(found["group"]).reset_index(drop=True)
    named = {"term": term.take(found["spelling"]), "spelling": spellings.take(found["spelling"])}
    return found[["n", "articles"]].assign(**labels, **named)[list(COUNTS)]
