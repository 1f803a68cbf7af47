"""Type a word, or pick an actor, and read what stands behind it."""

import pandas as pd

from analysis import actors, captions, context, terms
from analysis.captions import said
from analysis.explore import panels
from analysis.explore.choosing import outlets
from analysis.explore.shown import ROWS, Shown, escaped, lines, quotes, table
from analysis.explore.wording import direction

SUGGESTIONS = 1_000  # of the commonest terms; a browser grows slow on more


def term(tokens: pd.DataFrame, articles: pd.DataFrame, word: str | None = None, language: str = "ar") -> panels.Panel:
    """Return a box to type a word in: its family, its counts by outlet, its concordance.

    It suggests the terms of these articles and takes what `context.concordance` takes: phrases, quotes, `*`.
    """
    counts = terms.content(terms.count(tokens)).head(SUGGESTIONS)
    word = word if word is not None else next(iter(counts["term"]), "")
    page = found(tokens, articles, word, language)
    if panels.widgets() is None:
        return panels.Panel(page, None, lambda: context.concordance(tokens, articles, word))
    box = panels.widgets().Combobox(
        value=word, options=list(counts["term"]), description=said("word", language), style=panels.SOON,
        placeholder=said("word_hint", language), ensure_option=False, continuous_update=False,
    )  # fmt: skip
    answer = panels.answered([box], lambda: found(tokens, articles, box.value, language).markup)
    widget = panels.stacked([box, answer], language)
    return panels.Panel(page, widget, lambda: context.concordance(tokens, articles, box.value))


def found(tokens: pd.DataFrame, articles: pd.DataFrame, word: str, language: str) -> Shown:
    """Return the page on a word: its family, its counts by outlet, its lines."""
    rows = context.concordance(tokens, articles, word)
    if rows.empty:
        told = said("not_found", language, word)
        return Shown(f'<p dir="{direction(language)}">{escaped(told)}</p>', told)
    family = rows["match"].value_counts().rename_axis("spelling").rename("n").reset_index()
    named = dict(zip(articles["article_id"], outlets(articles, language), strict=True))
    rows = rows.assign(source=rows["article_id"].map(named))
    counts = rows.groupby("source").size().rename("n").reset_index().sort_values("n", ascending=False)
    shown = {"family": table(family, language), "counts": table(counts, language), "lines": lines(rows, language)}
    return headed(shown, language)


def headed(shown: dict[str, Shown], language: str) -> Shown:
    """Return parts of a page below one another, each under its heading (a code of report_words.csv)."""
    parts = [f"<h4>{escaped(said(code, language))}</h4>{part.markup}" for code, part in shown.items()]
    plain = "\n\n".join(part.plain for part in shown.values())
    return Shown(f'<div dir="{direction(language)}">{"".join(parts)}</div>', plain)


def actor(mentions: pd.DataFrame, articles: pd.DataFrame, who: str | None = None, language: str = "ar") -> panels.Panel:
    """Return a list of actors to pick from, the most named first, and the sentences that name one.

    `who` is the actor_id that is shown first.
    """
    counts = actors.count(mentions)
    who = who if who is not None else next(iter(counts["actor_id"]), "")
    first = naming(mentions, articles, who, language)
    if panels.widgets() is None or counts.empty:
        return panels.Panel(first, None, lambda: mentions[mentions["actor_id"] == who])
    picked = actor_list(counts, who, language)
    answer = panels.answered([picked], lambda: naming(mentions, articles, picked.value, language).markup)
    widget = panels.stacked([picked, answer], language)
    return panels.Panel(first, widget, lambda: mentions[mentions["actor_id"] == picked.value])


def actor_list(counts: pd.DataFrame, who: str, language: str):
    """Return a list of actors with their counts, one of them picked."""
    options = [(f"{row[captions.ACTOR[language]]} ({row['n']})", row["actor_id"]) for row in counts.to_dict("records")]
    return panels.widgets().Select(
        options=options, value=who if who in set(counts["actor_id"]) else options[0][1], rows=12,
        description=said("actor", language), style=panels.SOON,
    )  # fmt: skip


def naming(mentions: pd.DataFrame, articles: pd.DataFrame, who: str, language: str) -> Shown:
    """Return the sentences that name an actor, the words that name it marked."""
    rows = mentions[mentions["actor_id"] == who]
    told = f"{actors.names_of(mentions, language).get(who, who)}. {said('sentences', language, len(rows))}"
    listed = quotes(context.quotes(rows.head(ROWS), articles), language)
    return Shown(f'<h4 dir="{direction(language)}">{escaped(told)}</h4>{listed.markup}', f"{told}\n{listed.plain}")
