"""Joining: which tellings tell of one act."""

from collections.abc import Iterator

import pandas as pd

from analysis import tables
from analysis.stories.telling import FORCE, MUTUAL, Listed, kind, listed_in, party, precision_of, span, state, word

MONTHS_OFF = 31  # days by which a telling that names only the month may miss the day («أغسطس» of 26 July)
REPORTED = 3  # days after an act in which reports still tell it without naming its day
SHORT = 10  # days of an interval whose single days belong to one act: talks from 7 to 8 August
RECENT = 400  # stories of one kind and one pair of parties that a telling is compared with
PRECISION = ("interval", "day", "report", "month", "year")  # the more precise tellings are joined first


def join(events: pd.DataFrame, articles: pd.DataFrame, *, names: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return the events with `story_id`: the same for tellings of one type, one pair of parties and one time.

    A person counts for his state, except where the act is done to him; a date that names a month or year holds for
    every day in it, a month also for the next one. Tellings without a date, or without any party, are joined within
    one article only; there a telling that leaves a party out belongs to the one that names both. `names` is the list
    of actors that says who is a person and of which state, `lists.actors(folder)` for one of your own.
    """
    tables.check(events, "event_id", "article_id", "type", "source", "target", "date", "date_precision", name="events")
    order = {article_id: place for place, article_id in enumerate(articles["article_id"].astype("str"))}
    rows = (
        events.assign(at=events["article_id"].astype("str").map(order))
        .sort_values("at", kind="stable")
        .to_dict("records")
    )
    listed = listed_in(names)
    groups: dict[tuple, list[dict]] = {}
    for row in rows:
        groups.setdefault(key(row, listed), []).append(row)
    story = {
        row["event_id"]: number for group in groups.values() for number, members in stories_of(group) for row in members
    }
    named = named_again(rows, story, listed)
    story = {event_id: named.get(number, number) for event_id, number in story.items()}
    return events.assign(story_id=events["event_id"].map(story)).astype({"story_id": "str"})


def named_again(rows: list[dict], story: dict[str, str], listed: Listed) -> dict[str, str]:
    """Return, by story, the one story that names a party which it leaves out: same article, word, days and state."""
    alike: dict[tuple, list[dict]] = {}
    for row in rows:
        alike.setdefault((row["article_id"], row["type"], word(row), span(row), state(row)), []).append(row)
    found: dict[str, str] = {}
    for tellings in alike.values():
        whole = {story[row["event_id"]]: row for row in tellings if missing(row) == 0}
        for row in (row for row in tellings if missing(row)):
            fits = [number for number, other in whole.items() if is_filled(row, other, listed)]
            if len(fits) == 1:
                found.setdefault(story[row["event_id"]], fits[0])
    return found


def missing(row: dict) -> int:
    """Return how many sides of an event are not named."""
    return int(pd.isna(row["source"])) + int(pd.isna(row["target"]))


def is_filled(row: dict, other: dict, listed: Listed) -> bool:
    """Tell whether the party that one telling names is the same in another, which names both."""
    return all(
        pd.isna(row[side]) or party(row, side, listed) == party(other, side, listed) for side in ("source", "target")
    )


def key(row: dict, listed: Listed) -> tuple:
    """Return what tellings of one act share: type, kind, parties, whether it is denied; the article, if too little.

    Without a date or without any party, tellings of two articles have nothing that makes them one act.
    """
    parties = [party(row, "source", listed), party(row, "target", listed)]
    if kind(row) in MUTUAL:
        parties.sort(key=str)
    article = None if pd.notna(row["date"]) and missing(row) < len(parties) else row["article_id"]
    return (row["type"], kind(row), *parties, article, state(row))


def stories_of(group: list[dict]) -> Iterator[tuple[str, list[dict]]]:
    """Yield (story_id, tellings) of events with one key; the story bears the id of its first telling."""
    spans: list[tuple] = []
    members: list[list[dict]] = []
    for row in sorted(group, key=rank):
        first, last = span(row)
        at = place(spans, first, last, precision_of(row))
        if at is not None and spans[at] != (first, last) and is_another(row, members[at]):
            at = None
        if at is None:
            spans.append((first, last))
            members.append([row])
        else:
            members[at].append(row)
    yield from ((telling[0]["event_id"], telling) for telling in members)


def is_another(row: dict, members: list[dict]) -> bool:
    """Tell whether one article tells of force used on other days: its two attacks are no one attack."""
    return row["type"] in FORCE and any(row["article_id"] == one["article_id"] for one in members)


def rank(row: dict) -> tuple:
    """Return the order in which tellings are joined: the precisely dated first, then by time."""
    precision = precision_of(row)
    return PRECISION.index(precision) if precision in PRECISION else len(PRECISION), str(row["date"])


def place(spans: list[tuple], first: pd.Timestamp, last: pd.Timestamp, precision: str | None) -> int | None:
    """Return which story a telling joins: of the same days, else the nearest one that its wider date can mean."""
    if (first, last) in spans[-RECENT:]:
        return len(spans) - 1 - spans[::-1].index((first, last))
    recent = list(enumerate(spans))[-RECENT:]
    if precision in ("day", "report"):
        since = first - pd.Timedelta(days=REPORTED if precision == "report" else 0)
        within = [at for at, (a, b) in recent if a <= first and since <= b and (b - a).days <= SHORT]
        return within[-1] if within else None
    if precision not in ("month", "year"):
        return None
    slack = pd.Timedelta(days=MONTHS_OFF if precision == "month" else 0)
    inside = [at for at, (a, b) in recent if a <= last and first <= b]
    near = [at for at, (a, b) in recent if a <= last + slack and first - slack <= b]
    return next(iter(inside or near), None)
