"""Articles -> who is named, by which words, as actor or place; who stands with whom; who is not in the list yet."""

import pandas as pd

from analysis import tables
from analysis.actors import by_form, candidates
from analysis.actors.company import graph, graphml, pairs
from analysis.actors.counting import count, id_of, most_varied, names_of, naming
from analysis.actors.credits import is_nameless, speakers, without_own_outlet
from analysis.actors.matching import Match, matches
from analysis.actors.namings import Article, Naming, has_swallowed
from analysis.actors.newcomers import unlisted
from analysis.actors.patterns import Names
from analysis.actors.patterns import names as compiled_names
from analysis.actors.speech import quotations
from analysis.actors.use import with_use
from analysis.actors.walking import Walker
from analysis.actors.who import namings
from analysis.arabic import phrases
from analysis.collecting import uncollected

COLUMNS = list(tables.MENTIONS)


@uncollected
def mentions(
    articles: pd.DataFrame, *, names: pd.DataFrame | None = None, roles: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return one row per naming of an actor (columns: tables.MENTIONS; offsets in characters of `text`).

    `names` and `roles` are an actor list and terms of office; by default those of the package.
    Raises ValueError where `published` holds text: who held an office on a day could not be told.
    """
    tables.check(articles, "article_id", "text", "published", name="articles")
    published = tables.days(articles["published"])
    lists_used = compiled_names(names, roles)
    able, walker = candidates.asked(lists_used.kinds), Walker(lists_used.paths, lists_used.readings)
    rows, days = [], zip(listed(articles["article_id"]), published, strict=True)
    for block in phrases.blocks(listed(articles["text"].fillna(""))):
        texts = phrases.of_texts(block, able.each(block))
        for words, found in zip(texts, matches(block, walker, lists_used), strict=True):
            article_id, day = next(days)
            rows += rows_of(article_id, Article(words, lists_used, day), found)
    return one_label(tables.table(pd.DataFrame(rows, columns=COLUMNS), tables.MENTIONS))


def listed(column: pd.Series) -> list:
    """Return the values of a column; Series.tolist asks for them one by one."""
    return column.to_numpy(object).tolist()


def one_label(table: pd.DataFrame) -> pd.DataFrame:
    """Return the mentions with one Arabic label an actor: of an institution that no list has, its commonest wording."""
    counts = table.groupby(["actor_id", "actor_ar"]).size().sort_values(ascending=False, kind="stable").reset_index()
    labels = counts.drop_duplicates("actor_id").set_index("actor_id")["actor_ar"]
    return table.assign(actor_ar=table["actor_id"].map(labels).astype(table["actor_ar"].dtype))


def rows_of(article_id: str, article: Article, found: list[Match]) -> list[tuple]:
    """Return the rows of one article's mentions."""
    named = namings(article, found)
    return [(article_id, *row(article, known, use)) for known, use in with_use(article, named)]


def row(article: Article, naming: Naming, use: str) -> tuple:
    """Return one mention as the columns after article_id."""
    words, listed = article.words, article.names.actors.get(naming.actor_id)
    start, end = phrases.start_behind(words, naming.first, naming.cut), words.ends[naming.last]
    matched = words.text[start:end]
    swallowed = naming.via != "name" and has_swallowed(article, naming.first, naming.cut)
    name = f"ا{matched}" if swallowed else matched  # «للأمن الداخلي» is for الأمن الداخلي
    label, kind = (listed["actor_ar"], listed["kind"]) if listed else unlisted_label(naming, name)
    place, who = (words.sentence(naming.first), start, end, matched), (naming.actor_id, naming.title, label, kind)
    return (*place, *who, use, naming.via, naming.rule)


def unlisted_label(naming: Naming, name: str) -> tuple[str | None, str]:
    """Return Arabic label and kind of an actor that no list has; of a person's short name no label."""
    if naming.via != "name":
        return name, "organisation"
    return None if naming.rule == by_form.SHORT_RULE else name, "person"


__all__ = [
    "Names",
    "count",
    "graph",
    "graphml",
    "id_of",
    "is_nameless",
    "mentions",
    "most_varied",
    "names_of",
    "naming",
    "pairs",
    "quotations",
    "speakers",
    "unlisted",
    "without_own_outlet",
]
