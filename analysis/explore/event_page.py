"""An event for the eye: its sentence with the trigger and the parties marked, and what was read from it."""

import pandas as pd

from analysis import actors, captions, context, stories
from analysis.arabic import words
from analysis.captions import said
from analysis.events import carried, reviewed, told_dates
from analysis.explore.correcting import COUNTS
from analysis.explore.shown import Shown, escaped, table
from analysis.explore.wording import direction

LISTED = 50  # events on the static page; the table of events holds the rest
COLOURS = {"trigger": "#fff3a3", "source": "#cfe8ff", "target": "#ffe0c2"}
CODED = ("type", "status", "carried")
FACTS = ("type", "status", "source", "target", "carried", "date")
TECHNICAL = {"ar": (), "en": ("rule",)}  # the names of rules are English; 04_plover.csv has them in every language


def event_page(
    event: pd.DataFrame, decision: pd.Series | None, articles: pd.DataFrame, mentions: pd.DataFrame, language: str
) -> str:
    """Return the page of an event (a table of one row), as HTML: its sentence, what was read, the decision on it."""
    legend = " ".join(marked_word(said(f"{role}_of", language), role) for role in ("source", "target"))
    told = "" if decision is None else f"<p><b>{escaped(said('decided_' + decision['decision'], language))}</b></p>"
    return (
        f'<div dir="{direction(language)}"><p>{article_of(event, articles)}</p>'
        f'<p dir="rtl" lang="ar" style="color:#595959">{escaped(sentence_before(event, articles))}</p>'
        f'<p dir="rtl" lang="ar" style="font-size:120%;line-height:1.9">{sentences(event, articles, mentions)[0]}</p>'
        f"<p>{legend}</p>{table(versions(event, decision, mentions, language), language).markup}{told}</div>"
    )


def article_of(event: pd.DataFrame, articles: pd.DataFrame) -> str:
    """Return title, outlet and day of the article of an event as HTML: what its dates are counted from."""
    article = articles[articles["article_id"] == event["article_id"].iloc[0]].iloc[0]
    known = [escaped(article[name]) for name in ("title", "source", "published")]
    return " · ".join(f"<bdi>{each}</bdi>" for each in known if each)


def sentence_before(event: pd.DataFrame, articles: pd.DataFrame) -> str:
    """Return the sentence before that of an event, in which a party that it carries over may be named."""
    text = articles.loc[articles["article_id"] == event["article_id"].iloc[0], "text"].iloc[0]
    begin = event["start"].iloc[0] - len(context.quotes(event, articles)["before"].iloc[0])
    return next((text[start:end] for start, end in reversed(words.sentences(text)) if end <= begin), "")


def versions(event: pd.DataFrame, decision: pd.Series | None, mentions: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return what was read from an event, in words, and below it, where a person corrected that, what holds now."""
    read = facts_of(event, mentions, language)
    if decision is None or decision["decision"] != "corrected":
        return read
    now = facts_of(reviewed(event, decision.to_frame().T), mentions, language)
    both = [said(code, language) for code in ("as_read", "as_corrected")]
    return pd.concat([read, now]).assign(**{said("version", language): both}).iloc[:, [-1, *range(read.shape[1])]]


def facts_of(events: pd.DataFrame, mentions: pd.DataFrame, language: str) -> pd.DataFrame:
    """Return what was read from events, in words: type, status, parties, which of them are carried, date, losses.

    In English the rule stands there too.
    """
    names = actors.names_of(mentions, language)
    events = events.assign(carried=carried(events), date=told_dates(events))
    counts = [name for name in COUNTS if name in events and events[name].notna().any()]
    shown = events[[name for name in (*FACTS, *counts, *TECHNICAL[language]) if name in events]]
    shown = shown.assign(**{name: shown[name].astype("Int64") for name in counts})
    shown = shown.assign(**{name: captions.named(shown[name], language) for name in CODED if name in shown})
    parties = {role: shown[role].map(lambda who: names.get(who, who)) for role in ("source", "target") if role in shown}
    return shown.assign(**parties).rename(columns={role: said(f"{role}_of", language) for role in parties})


def events(found: pd.DataFrame, mentions: pd.DataFrame, language: str = "ar") -> Shown:
    """Return events as a table in words: outlet, trigger, type, status, who, whom, who of them is carried, when.

    The day is as precise as it is told. In English the rule stands there too.
    """
    return table(pd.concat([found[["outlet", "trigger"]], facts_of(found, mentions, language)], axis=1), language)


def differences(
    found: pd.DataFrame,
    articles: pd.DataFrame,
    mentions: pd.DataFrame,
    language: str = "ar",
    *,
    names: pd.DataFrame | None = None,
) -> Shown:
    """Return where tellings of one act disagree (stories.differences), in words: act, field, who tells which, how.

    `found` are the events with their stories and outlets, `names` the list of actors that `stories.join` was given.
    """
    apart, names = stories.differences(found, names=names), actors.names_of(mentions, language)
    told = found.assign(sentence=context.quotes(found, articles)["sentence"].array).set_index("event_id")
    fields = {name: said(f"{name}_of", language) for name in ("source", "target")}
    first, other = (told.loc[apart[name]] for name in ("event_id", "other_event_id"))
    values = {name: apart[name].map(lambda value: names.get(value, value)) for name in ("value", "other_value")}
    shown = {
        "type": captions.named(first["type"], language).array, "trigger": first["trigger"].array,
        "field": captions.named(apart["field"].replace(fields), language), "value": values["value"],
        "outlet": first["outlet"].array, "sentence": first["sentence"].array, "other_value": values["other_value"],
        "other_outlet": other["outlet"].array, "other_sentence": other["sentence"].array,
    }  # fmt: skip
    return table(pd.DataFrame(shown), language)


def sentences(events: pd.DataFrame, articles: pd.DataFrame, mentions: pd.DataFrame) -> list[str]:
    """Return the sentence of each event as HTML, the trigger, the source and the target marked."""
    inside = mentions[mentions["article_id"].isin(events["article_id"])]
    places = list(zip(inside["start"].tolist(), inside["end"].tolist(), inside["actor_id"], strict=True))
    named = pd.Series(places, dtype="object").groupby(inside["article_id"].to_numpy()).agg(list)
    quotes = context.quotes(events, articles).itertuples()
    return [
        sentence(event, quote, named.get(event.article_id, []))
        for event, quote in zip(events.itertuples(), quotes, strict=True)
    ]


def sentence(event, quote, named: list[tuple[int, int, str]]) -> str:
    """Return the sentence of one event; `named` are start, end and actor_id of the mentions of its article."""
    begin, text = int(event.start) - len(quote.before), quote.sentence
    found = [(int(event.start), int(event.end), "trigger"), *parties(event, named, begin, begin + len(text))]
    markup, done = "", begin
    for start, end, role in sorted(found):
        if start >= done:
            markup += escaped(text[done - begin : start - begin]) + marked_word(text[start - begin : end - begin], role)
            done = end
    return markup + escaped(text[done - begin :])


def parties(event, named: list[tuple[int, int, str]], begin: int, stop: int) -> list[tuple[int, int, str]]:
    """Return where the sentence between two places names the source or the target of an event."""
    roles = {event.target: "target", event.source: "source"}
    roles = {who: role for who, role in roles.items() if pd.notna(who)}
    return [(start, end, roles[who]) for start, end, who in named if who in roles and begin <= start and end <= stop]


def marked_word(word: str, role: str) -> str:
    """Return words marked as trigger, source or target: by colour and, for print in grey, by the line below them."""
    line = {"trigger": "none", "source": "underline", "target": "underline dotted"}[role]
    style = f"background:{COLOURS[role]};text-decoration:{line};text-underline-offset:.3em"
    return f'<mark class="{role}" style="{style}">{escaped(word)}</mark>'


def event_list(events: pd.DataFrame, articles: pd.DataFrame, mentions: pd.DataFrame, language: str) -> Shown:
    """Return the first events as a static page: sentence by sentence, marked."""
    first = events.head(LISTED)
    facts = captions.headed(facts_of(first, mentions, language), language)
    items = [
        f'<li dir="rtl">{read} <small>({fact})</small></li>'
        for read, fact in zip(sentences(first, articles, mentions), listed(facts), strict=True)
    ]
    style = "max-height:26em;overflow:auto;border:1px solid #ddd"
    return Shown(f'<ol dir="rtl" style="{style}">{"".join(items)}</ol>', first.to_string())


def listed(facts: pd.DataFrame) -> list[str]:
    """Return each row of a table on one line as HTML: what is there, each cell behind the name of its column."""
    rows = facts.map(escaped).itertuples(index=False, name=None)
    return [
        "؛ ".join(f"{escaped(name)}: {cell}" for name, cell in zip(facts, row, strict=True) if cell) for row in rows
    ]
