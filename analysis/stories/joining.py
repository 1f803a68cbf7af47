"""Joining: which tellings tell of one act."""

from collections import defaultdict

import pandas as pd

from analysis import tables
from analysis.stories.likeness import ENOUGH, SHORT, is_fitting, is_turned, likeness
from analysis.stories.parties import listed_in
from analysis.stories.telling import Telling, telling

RECENT = 200  # acts of one type, party and day that an act is compared with, the latest ones
COMMON = 3  # words that an act shares with one of another article at least
LATEST = 3  # articles that tell an act with which another is compared


def join(events: pd.DataFrame, articles: pd.DataFrame, *, names: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the events with `story_id`: the same for tellings of one act, the event_id of the first of them.

    Two tellings of one type tell one act if enough speaks for it in sum: words, parties, days, place, the words around
    them (`lists/story_signs.csv`). A person counts for his state, except where the act is done to him; a date that
    names a month or year holds for every day in it, and where another article names the month it may be one off.
    Tellings of two articles must share a party, a day that both dates can mean and `COMMON` words. `names` is the list
    of actors that says who is a person and of which state, `lists.actors(folder)` for one of your own.
    """
    tables.check(events, *(column for column in tables.EVENTS if column != "story_id"), name="events")
    tellings = in_order(events, articles, names)
    acts = shared(of_articles(tellings))
    story = {one.event_id: act[0][0].event_id for act in acts for members in act for one in members}
    return events.assign(story_id=events["event_id"].map(story)).astype({"story_id": "str"})


def in_order(events: pd.DataFrame, articles: pd.DataFrame, names: pd.DataFrame | None) -> list[Telling]:
    """Return what the events tell, in the order of the articles."""
    ids, listed = articles["article_id"].astype("str"), listed_in(names)
    texts = dict(zip(ids, articles["text"], strict=True)) if "text" in articles else {}
    order = {article_id: place for place, article_id in enumerate(ids)}
    rows = events.assign(at=events["article_id"].astype("str").map(order)).sort_values(["at"], kind="stable")
    found = ((row, texts.get(str(row["article_id"]))) for row in rows.to_dict("records"))
    return [telling(row, text if isinstance(text, str) else None, listed) for row, text in found]


def of_articles(tellings: list[Telling]) -> list[list[Telling]]:
    """Return the acts of each article, each as its tellings, in the order of their first ones."""
    groups: dict[tuple, list[Telling]] = defaultdict(list)
    for one in tellings:
        groups[one.article_id, one.type].append(one)
    place = {one.event_id: at for at, one in enumerate(tellings)}
    acts = [act for group in groups.values() for act in linked(group)]
    return sorted(acts, key=lambda act: place[act[0].event_id])


def linked(group: list[Telling]) -> list[list[Telling]]:
    """Return tellings of one type and article as acts: each belongs to the earlier one that it is most alike."""
    acts: list[list[Telling]] = []
    for one in group:
        like = [max(likeness(earlier, one) for earlier in act) for act in acts]
        if like and max(like) >= ENOUGH:
            acts[like.index(max(like))].append(one)
        else:
            acts.append([one])
    return acts


def shared(acts: list[list[Telling]]) -> list[list[list[Telling]]]:
    """Return the acts of articles as acts of all of them: each joins the acts that it is most alike, or is new."""
    found: list[list[list[Telling]]] = []
    blocks: dict[tuple, list[int]] = defaultdict(list)
    for act in acts:
        asked, filed = blocks_of(act)
        at = most_alike(act, found, {at for key in asked for at in blocks[key][-RECENT:]})
        if at is None:
            at = len(found)
            found.append([])
        found[at].append(act)
        for key in filed:
            blocks[key].append(at)
    return found


def most_alike(act: list[Telling], found: list[list[list[Telling]]], near: set[int]) -> int | None:
    """Return which of the acts near is most alike to an act, of equals the first; None where none is enough."""
    like = {at: closeness(act, found[at]) for at in sorted(near)}
    best = max(like, key=like.get, default=None)
    return best if best is not None and like[best] >= ENOUGH else None


def closeness(act: list[Telling], others: list[list[Telling]]) -> float:
    """Return how alike an act is to those of other articles that are one: halfway from the average to the most alike.

    It is 0 where its own article tells another act among them, where one of them is of other days or of the same
    parties turned round, and where hardly a word around them is the same.
    """
    if any(other[0].article_id == act[0].article_id or excludes(act, other) for other in others):
        return 0
    if not has_common_words(act, others):
        return 0
    best = [max(likeness(one, other) for one in act for other in acts) for acts in others[-LATEST:]]
    return (max(best) + sum(best) / len(best)) / 2


def excludes(act: list[Telling], other: list[Telling]) -> bool:
    """Tell whether no date of one act can mean a day of the other, or what one did the other did to it."""
    if any(is_turned(one, two) for one in act for two in other):
        return True
    pairs = [(one, two) for one in act for two in other if one.days is not None and two.days is not None]
    return bool(pairs) and not any(is_fitting(one, two) for one, two in pairs)


def has_common_words(act: list[Telling], others: list[list[Telling]]) -> bool:
    """Tell whether `COMMON` words around an act are around another too, as far as their articles have a text."""
    told = [other.words for acts in others[-LATEST:] for other in acts]
    return any(one.words is None or words is None or len(one.words & words) >= COMMON for one in act for words in told)


def blocks_of(act: list[Telling]) -> tuple[set[tuple], set[tuple]]:
    """Return in which blocks an act looks for those it is one with, and in which it is found: type, party and day."""
    told = [keys(one) for one in act if one.days is not None]
    return {key for asked, _ in told for key in asked}, {key for _, filed in told for key in filed}


def keys(one: Telling) -> tuple[list[tuple], list[tuple]]:
    """Return the blocks in which a telling finds those it may be joined with, and those in which it is found."""
    parties = [(one.type, party) for party in {one.source, one.target} - {None}]
    first, last = one.reach
    if last - first > SHORT:
        return [(*party, "any") for party in parties], [(*party, span) for party in parties for span in ("any", "long")]
    own = [(*party, day) for party in parties for day in range(first, last + 1)]
    return own + [(*party, "long") for party in parties], own + [(*party, "any") for party in parties]
