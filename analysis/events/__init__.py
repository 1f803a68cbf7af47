"""Articles and mentions -> who did what to whom, when: PLOVER events, each with its words, its rule and its date."""

from collections import Counter
from typing import NamedTuple

import pandas as pd

from analysis import lists, tables
from analysis.arabic import dates, numbers, phrases
from analysis.events import acts, forms, links, triggers
from analysis.events.parties import Party, Scene, bounds, is_form, parties
from analysis.events.speakers import speaker_at, speakers
from analysis.events.roles import Roles, roles
from analysis.events.status import status
from analysis.events.when import when
from analysis.lists import demonyms

FINITE = ("perfect", "imperfect")


def find(articles: pd.DataFrame, mentions: pd.DataFrame, *, words: list[dict] | None = None) -> pd.DataFrame:
    """Return one row per telling of an act (columns: tables.EVENTS; dates resolved against `published`).

    `words` are rows of event_words.csv; by default those of the package. `story_id` is added by stories.join.
    """
    tables.check(articles, "article_id", "text", "published", name="articles")
    tables.check(mentions, "article_id", "start", "end", "actor_id", "use", name="mentions")
    table = forms.default() if words is None else forms.table(words)
    named = {article_id: rows.to_dict("records") for article_id, rows in mentions.groupby("article_id")}
    texts = phrases.read(articles["text"].fillna("").tolist(), lambda word: triggers.begins(word, table))
    facts = facts_of_actors(mentions)
    rows = []
    for article_id, published, text in zip(articles["article_id"], articles["published"], texts, strict=True):
        rows += of_article(article_id, text, table, (named.get(article_id, []), facts, published))
    return tables.table(pd.DataFrame(rows), tables.EVENTS)


class Facts(NamedTuple):
    """What the lists know of actors: the state of each place, the state of each actor, which are media."""

    country: dict[str, str]
    nation: dict[str, str]
    media: frozenset[str]


def facts_of_actors(mentions: pd.DataFrame) -> Facts:
    """Return the state and kind of every listed actor, and of the institutions among the mentions."""
    listed = lists.actors()
    homed = listed[listed["country"] != ""]
    nation = dict(zip(homed["actor_id"], homed["country"].map(lists.slug), strict=True))
    for row in mentions[mentions["via"] == "group"].drop_duplicates("actor_id").itertuples():
        if row.actor_id not in nation:
            state = next(
                (known for word in phrases.folded(row.matched).split() if (known := demonyms.forms().get(word))),
                None,
            )
            nation |= {row.actor_id: state} if state else {}
    places = set(listed.loc[listed["kind"] == "place", "actor_id"])
    media = frozenset(listed.loc[listed["kind"] == "media", "actor_id"])
    return Facts({actor_id: state for actor_id, state in nation.items() if actor_id in places}, nation, media)


def of_article(article_id: str, text: phrases.Words, table: dict, facts: tuple) -> list[dict]:
    """Return the events of one article; facts are its mentions, what the lists know, and the day it came out."""
    mentions, known, published = facts
    found, spoken = triggers.triggers(text, table), verbs_of(text, "reporting_verbs")
    all_parties = parties(text, mentions, frozenset(t.last for t in found) | spoken | verbs_of(text, "carrier_verbs"), known.nation)
    found = acts.acts(text, found, all_parties)
    verbs = frozenset(t.first for t in found if t.form.tense in FINITE) | spoken
    scene = Scene(text, all_parties, verbs, known.country, known.nation, known.media, sides(all_parties, known))
    day = None if pd.isna(published) else published.date()
    phrases_of_time = dates.find(text.text, day)
    said = speakers(scene, spoken)
    rows = []
    for trigger in found:
        parts = roles(scene, trigger, speaker_at(said, trigger.first))
        state = status(scene, trigger)
        moment = when(scene, trigger, state, (phrases_of_time, day, found))
        rows.append(
            words_of(text, trigger) | parties_of(scene, trigger, parts) | dated(moment)
            | {"status": state, "quantity": quantity(text, trigger), "article_id": article_id}
        )  # fmt: skip
    return [row | {"event_id": f"{article_id}:{number}"} for number, row in enumerate(links.linked(rows, day))]


def sides(found: list[Party], known: Facts) -> list[Party]:
    """Return the two states that an article speaks of most, as parties."""
    first: dict[str, Party] = {}
    count: Counter[str] = Counter()
    for party in found:
        state = known.nation.get(party.actor_id)
        if state and party.actor_id not in known.media:
            count[state] += 1
            first.setdefault(state, party._replace(actor_id=state, under=None))
    return [first[state] for state, n in count.most_common(2) if n >= 3]


def verbs_of(text: phrases.Words, name: str) -> frozenset[int]:
    """Return the places of the verbs of a list."""
    return frozenset(i for i, word in enumerate(text.folded) if is_form(word, name))


def words_of(text: phrases.Words, trigger: triggers.Trigger) -> dict:
    """Return sentence, offsets, trigger, type, mode and intensity of an event."""
    start, end = triggers.place_of(text, trigger)
    entry = trigger.form.entry
    return {
        "sentence": text.sentences[trigger.first], "start": start, "end": end, "trigger": text.text[start:end],
        "word": entry.word, "tense": trigger.form.tense, "definite": trigger.form.tense == "noun" and is_definite(text, trigger),
        "type": entry.type, "mode": entry.mode or None, "intensity": entry.intensity,
    }  # fmt: skip


def is_definite(text: phrases.Words, trigger: triggers.Trigger) -> bool:
    """Tell whether a noun carries the article, and so speaks of an act told before (الزيارة)."""
    word = text.folded[trigger.first][trigger.cut :]
    return word.startswith((phrases.ARTICLE, "ل" + phrases.ARTICLE[1:]))


def parties_of(scene: Scene, trigger: triggers.Trigger, parts: Roles) -> dict:
    """Return source, target, place and rule of an event; a city that is visited stands for its state."""
    a, b = bounds(scene.text, trigger.first)
    place = next((party for party in scene.parties if trigger.last < party.first <= b and party.use == "place"), None)
    return {
        "source": acting(scene, parts.source), "target": acting(scene, parts.target),
        "place": place.actor_id if place else None, "weak": parts.weak or parts.target is None,
        "rule": f"{trigger.form.entry.word} ({trigger.form.tense}); {parts.rule}",
    }  # fmt: skip


def acting(scene: Scene, party: Party | None) -> str | None:
    """Return the actor_id of a party; of a city that of its state."""
    return scene.country.get(party.actor_id, party.actor_id) if party else None


def dated(moment) -> dict:
    """Return the date columns of an event."""
    return {
        "date": moment.date,
        "date_to": moment.date_to,
        "date_precision": moment.precision,
        "date_evidence": moment.evidence,
    }


def quantity(text: phrases.Words, trigger: triggers.Trigger) -> float | None:
    """Return the number that stands directly before a trigger and counts it (خمسين هجوما), else None."""
    if not trigger.first:
        return None
    a = text.starts[max(0, trigger.first - 3)]
    found = [number for number in numbers.find(text.text[a : text.starts[trigger.first]])]
    return float(found[-1].value) if found and a + found[-1].end >= text.ends[trigger.first - 1] else None
