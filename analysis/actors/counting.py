"""Mentions -> how often each actor is named, and by which words each source names it."""

from itertools import chain

import pandas as pd

from analysis import lists, tables
from analysis.arabic import respelling
from analysis.arabic.phrases import ARTICLE, folded

ACTOR = ["actor_id", "actor", "actor_ar", "kind"]
QUOTES = "[\"'«»\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]"
LIKELY = 100  # actors called by most wordings, among whom the one called by most is looked for
BEHIND_LAM = "لل"  # ends the rule of a naming whose alef the preposition has swallowed: للعراق


def count(mentions: pd.DataFrame, by: str | None = None) -> pd.DataFrame:
    """Return how often each actor is named (n) and in how many articles, most often first.

    `by` is a further column of the table to count within: use, via, or a column of the articles merged to it.

    >>> named = pd.DataFrame({"article_id": ["a", "b"], "actor_id": ["iraq"] * 2, "actor": ["Iraq"] * 2,
    ...                       "actor_ar": ["العراق"] * 2, "kind": ["state"] * 2})
    >>> count(named)[["actor", "n", "articles"]].values.tolist()
    [['Iraq', 2, 2]]
    """
    tables.check(mentions, "article_id", *ACTOR, *([by] if by else []), name="mentions")
    keys = [*ACTOR, by] if by else ACTOR
    groups = mentions.groupby(keys, observed=True, dropna=False)["article_id"]
    counts = groups.agg(n="size", articles="nunique").reset_index()
    return counts.sort_values(["n", *keys], ascending=[False] + [True] * len(keys), ignore_index=True)


def naming(mentions: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return which words each source uses for an actor (wording, n) and their share of its namings there.

    Spellings of one wording are counted together and shown by the commonest of them.
    """
    sources = tables.of_articles("source", articles, mentions["article_id"])
    rows = mentions[ACTOR].assign(source=sources, key=keys(mentions), words=wordings(mentions))
    rows["wording"] = rows.groupby(["actor_id", "key"])["words"].transform(lambda words: words.mode().iloc[0])
    counts = rows.groupby(["source", *ACTOR, "wording"], dropna=False).size().rename("n").reset_index()
    counts["share"] = counts["n"] / counts.groupby(["source", "actor_id"], dropna=False)["n"].transform("sum")
    return counts.sort_values(
        ["source", "actor_id", "n", "wording"], ascending=[True, True, False, True], ignore_index=True
    )


def most_varied(mentions: pd.DataFrame) -> str | None:
    """Return the actor_id of the actor who is oftenest called otherwise than by the commonest wording; None for none.

    >>> named = pd.DataFrame({"actor_id": ["a", "a", "b", "b"], "matched": ["x", "x", "y", "z"], "rule": "name"})
    >>> most_varied(named)
    'b'
    """
    if mentions.empty:
        return None
    # Spellings of one wording taken together, an actor has fewer others, never more: few need to be taken together.
    likely = mentions[mentions["actor_id"].isin(otherwise(mentions["actor_id"], mentions["matched"])[:LIKELY])]
    return otherwise(likely["actor_id"], keys(likely))[0]


def otherwise(actor_ids: pd.Series, wording: pd.Series) -> pd.Index:
    """Return the actors, first those who are oftenest called otherwise than by their commonest wording."""
    counts = pd.DataFrame({"actor_id": actor_ids, "key": wording}).groupby(["actor_id", "key"]).size()
    counts = counts.groupby("actor_id")
    other = pd.DataFrame({"other": counts.sum() - counts.max(), "n": counts.sum()})
    return other.sort_values(["other", "n"], ascending=False, kind="stable").index


def id_of(mentions: pd.DataFrame, name: str | None) -> str | None:
    """Return the actor_id that a person means by a name: an id, a title, an Arabic name or a wording; None for none.

    A name that is none of these is looked for in them: «الدعم السريع» in «قوات الدعم السريع».
    """
    meant = folded(name) if name else ""
    if not meant.strip():
        return None
    names = [mentions[column].map(folded) for column in ("actor_id", "actor", "actor_ar", "matched")]
    whole = (named.eq(meant) for named in names)
    within = ((" " + named + " ").str.contains(f" {meant} ", regex=False) for named in names)
    found = (mentions.loc[chosen, "actor_id"] for chosen in chain(whole, within) if chosen.any())
    return next((ids.mode().iloc[0] for ids in found), None)


def wordings(mentions: pd.DataFrame) -> pd.Series:
    """Return the words of each mention without quotation marks, with the alef that «للعراق» has swallowed."""
    words = mentions["matched"].str.replace(QUOTES, "", regex=True)  # تنظيم "الدولة: one mark stands outside
    whole = set(zip(mentions["actor_id"], words, strict=True))
    pairs = zip(mentions["actor_id"], "ا" + words, strict=True)
    known = pd.Series([pair in whole for pair in pairs], index=words.index, dtype=bool)
    return words.mask(mentions["rule"].str.endswith(BEHIND_LAM) | known, "ا" + words)


def keys(mentions: pd.DataFrame) -> pd.Series:
    """Return one key for all spellings of a wording: القوات الأميركية، القوات الأمريكية."""
    words = wordings(mentions)
    return words.map({word: " ".join(map(key, folded(word).split())) for word in words.unique()})


def key(word: str) -> str:
    """Return the key of a word with its article."""
    bare = word.removeprefix(ARTICLE)
    return word[: len(word) - len(bare)] + respelling.key(bare)


def names_of(mentions: pd.DataFrame, language: str = "ar") -> dict[str, str]:
    """Return the name of each actor, mentioned or listed, by actor_id, in Arabic or English; the mentions go first."""
    column = "actor_ar" if language == "ar" else "actor"
    # A folder of articles may bring labels of its own.
    shown = pd.concat([mentions[["actor_id", column]], lists.actors()[["actor_id", column]]])
    return dict(shown.drop_duplicates("actor_id").itertuples(index=False))
