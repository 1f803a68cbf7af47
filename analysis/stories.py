"""Events -> stories: tellings of one act, in one article or by several outlets, counted once; where they differ."""

from collections import Counter
from collections.abc import Iterator
from functools import cache

import pandas as pd

from analysis import lists, tables

MONTHS_OFF = 31  # days by which a telling that names only the month may miss the day («أغسطس» of 26 July)
MUTUAL = ("talks", "meeting", "call", "deal", "discussion")  # acts of two, named in either order
# Types whose words tell different acts.
WORDY = ("AGREE", "SUPPORT", "COOPERATE", "AID", "CONSULT", "COERCE")
APART = ("visit", "third-party", "arrest", "release")  # modes that are acts of their own
REPORTED = 3  # days after an act in which reports still tell it without naming its day
SHORT = 10  # days of an interval whose single days belong to one act: talks from 7 to 8 August
FORCE = ("ASSAULT", "COERCE", "SANCTION")  # one day's fighting is not the war
PERSONAL = (*FORCE, "ACCUSE", "REQUEST", "THREATEN", "REJECT")  # done to a person, not his state
RECENT = 400  # stories of one kind and one pair of parties that a telling is compared with
FIELDS = ("date", "quantity", "source", "target")
PRECISION = ("interval", "day", "report", "month", "year")  # the more precise tellings are joined first


def join(events: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the events with `story_id`: the same for tellings of one type, one pair of parties and one time.

    A person counts for his state, except where the act is done to him; a date that names a month or year holds for
    every day in it, a month also for the next one. Undated tellings are joined within one article only; there a
    telling that leaves a party out belongs to the one that names both.
    """
    tables.check(events, "event_id", "article_id", "type", "source", "target", "date", "date_precision", name="events")
    order = {article_id: place for place, article_id in enumerate(articles["article_id"])}
    rows = events.assign(at=events["article_id"].map(order)).sort_values("at", kind="stable").to_dict("records")
    groups: dict[tuple, list[dict]] = {}
    for row in rows:
        groups.setdefault(key(row), []).append(row)
    story = {
        row["event_id"]: number for group in groups.values() for number, members in stories_of(group) for row in members
    }
    named = named_again(rows, story)
    story = {event_id: named.get(number, number) for event_id, number in story.items()}
    return events.assign(story_id=events["event_id"].map(story)).astype({"story_id": "str"})


def named_again(rows: list[dict], story: dict[str, str]) -> dict[str, str]:
    """Return, by story, the one story that names a party which it leaves out: same article, word, days and state."""
    alike: dict[tuple, list[dict]] = {}
    for row in rows:
        alike.setdefault((row["article_id"], row["type"], word(row), span(row), state(row)), []).append(row)
    found: dict[str, str] = {}
    for tellings in alike.values():
        whole = {story[row["event_id"]]: row for row in tellings if missing(row) == 0}
        for row in (row for row in tellings if missing(row)):
            fits = [number for number, other in whole.items() if is_filled(row, other)]
            if len(fits) == 1:
                found.setdefault(story[row["event_id"]], fits[0])
    return found


def missing(row: dict) -> int:
    """Return how many sides of an event are not named."""
    return int(pd.isna(row["source"])) + int(pd.isna(row["target"]))


def is_filled(row: dict, other: dict) -> bool:
    """Tell whether the party that one telling names is the same in another, which names both."""
    return all(pd.isna(row[side]) or party(row, side) == party(other, side) for side in ("source", "target"))


def key(row: dict) -> tuple:
    """Return what tellings of one act share: type, kind, parties, whether it is denied; undated, also the article."""
    parties = [party(row, "source"), party(row, "target")]
    if kind(row) in MUTUAL:
        parties.sort(key=str)
    article = None if pd.notna(row["date"]) else row["article_id"]
    return (row["type"], kind(row), *parties, article, state(row))


def state(row: dict) -> str | None:
    """Return the status that sets an act apart: denied; of force used also still going on, or only planned."""
    status = row.get("status")
    if status == "negated" or (row["type"] in FORCE and status == "ongoing"):
        return status
    return "planned" if row["type"] in FORCE and status in ("planned", "called_for") else None


def kind(row: dict) -> str | None:
    """Return what sets acts of one type apart: a visit from talks, a deal from a pledge."""
    mode = row.get("mode")
    if mode in APART:
        return mode
    known = kinds().get(word(row))
    return known or (word(row) if row["type"] in WORDY else None)


@cache
def kinds() -> dict[str | None, str]:
    """Return the kind of act of each listed word that has synonyms."""
    return {row["word"]: row["kind"] for row in lists.rows("story_kinds")}


def word(row: dict) -> str | None:
    """Return the list entry that told an event, by its rule."""
    rule = row.get("rule")
    return rule.split(" (")[0] if isinstance(rule, str) else None


def party(row: dict, side: str) -> str | None:
    """Return the actor of one side, or his state where he does not meet or suffer the act in person."""
    actor_id = row[side]
    if pd.isna(actor_id):
        return None
    in_person = kind(row) in ("meeting", "call") or word(row) == "استقبل"  # by a minister, then by the president: twice
    if (in_person or (row["type"] in PERSONAL and side == "target")) and actor_id in persons():
        return actor_id
    return nations().get(actor_id, actor_id)


@cache
def persons() -> frozenset[str]:
    """Return the actor_ids of the listed persons."""
    listed = lists.actors()
    return frozenset(listed.loc[listed["kind"] == "person", "actor_id"])


@cache
def nations() -> dict[str, str]:
    """Return the state of every actor that has one: of persons, places and institutions, not of armed groups."""
    listed = lists.actors()
    homed = listed[(listed["country"] != "") & (listed["kind"] != "armed group")]
    found = {
        actor_id: lists.slug(country) for actor_id, country in zip(homed["actor_id"], homed["country"], strict=True)
    }
    found |= {
        lists.slug(row["title"]): lists.slug(row["country"])
        for row in lists.rows("institution_titles")
        if row["institution"] != "opposition"
    }
    return found | {
        lists.slug(f"{name} {body}"): lists.slug(row["actor"])
        for row in lists.rows("countries")
        for name in (row.get("adjective"), row["actor"])
        for body in ("Armed Forces", "Army", "Air Force", "Navy")
        if name
    }


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


def precision_of(row: dict) -> str | None:
    """Return the precision of a telling's date; "report" where only the day of the report dates it."""
    return "report" if row.get("date_evidence") == "published" else row["date_precision"]


def span(row: dict) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return first and last day that a telling's date can mean; undated tellings of an article all mean one day."""
    date, precision = row["date"], row["date_precision"]
    if pd.isna(date):
        return pd.Timestamp(0), pd.Timestamp(0)
    date = pd.Timestamp(date)
    until = pd.Timestamp(row["date_to"]) if pd.notna(row.get("date_to")) else date
    offsets = {"month": pd.offsets.MonthEnd(0), "year": pd.offsets.YearEnd(0)}
    return date, until + offsets[precision] if precision in offsets else until


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


def differences(events: pd.DataFrame) -> pd.DataFrame:
    """Return where tellings of a story disagree on date, quantity, source or target, both tellings side by side."""
    tables.check(events, "story_id", "event_id", "article_id", *FIELDS, name="events", filled="story_id")
    shared = events[events["story_id"].duplicated(keep=False)]
    stories: dict[str, list[dict]] = {}
    for record in shared.to_dict("records"):
        stories.setdefault(record["story_id"], []).append(record)
    rows = [
        difference(story_id, field, one, other)
        for story_id, records in stories.items()
        for field in FIELDS
        for one, other in disagreeing(records, field)
    ]
    telling = ["value", "event_id", "article_id"]
    return pd.DataFrame(rows, columns=["story_id", "field", *telling, *(f"other_{name}" for name in telling)])


def disagreeing(records: list[dict], field: str) -> list[tuple[dict, dict]]:
    """Return the commonest telling of a field paired with the first telling of each value that contradicts it."""
    told = [record for record in records if pd.notna(record[field])]
    if not told:
        return []
    values = [shown(record, field) for record in told]
    commonest = Counter(values).most_common(1)[0][0]
    one = told[values.index(commonest)]
    others = {value: record for value, record in zip(values[::-1], told[::-1], strict=True) if value != commonest}
    return [(one, other) for other in reversed(others.values()) if contradicts(one, other, field)]


def contradicts(one: dict, other: dict, field: str) -> bool:
    """Tell whether two values cannot both be right: days apart, two persons, two counts; a deal has two sides."""
    if field == "date":
        (a, b), (c, d) = span(one), span(other)
        return d < a or b < c
    if field == "quantity":
        return one[field] != other[field]
    if kind(one) in MUTUAL and {one["source"], one["target"]} == {other["source"], other["target"]}:
        return False
    return {one[field], other[field]} <= persons() or nations().get(one[field], one[field]) != nations().get(
        other[field], other[field]
    )


def shown(record: dict, field: str) -> str:
    """Return a value as it is shown: dates as precise as they are told."""
    if field != "date":
        return str(record[field])
    cut = {"month": 7, "year": 4}.get(record["date_precision"], 10)
    until = f"/{str(record['date_to'])[:10]}" if pd.notna(record.get("date_to")) else ""
    return str(record["date"])[:cut] + until


def difference(story_id: str, field: str, one: dict, other: dict) -> dict:
    """Return one row of `differences`."""
    return {
        "story_id": story_id, "field": field, "value": shown(one, field), "event_id": one["event_id"],
        "article_id": one["article_id"], "other_value": shown(other, field), "other_event_id": other["event_id"],
        "other_article_id": other["article_id"],
    }  # fmt: skip


def count(events: pd.DataFrame, by: str | list[str] = "type") -> pd.DataFrame:
    """Return counts by one or more columns: `tellings` (events), `stories` (each told act once) and `articles`."""
    names = [by] if isinstance(by, str) else list(by)
    tables.check(events, "event_id", "story_id", "article_id", *names, name="events")
    grouped = events.groupby(names, dropna=False, sort=False)
    counted = grouped.agg(
        tellings=("event_id", "size"), stories=("story_id", "nunique"), articles=("article_id", "nunique")
    )
    return counted.sort_values("tellings", ascending=False, kind="stable").reset_index()


def leading(events: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return one telling of each story, with `outlets` and `tellings`, the most telling stories first.

    Those first of which it is told who did it, to whom and when; of them those that most outlets tell, then those told
    most often. A story is shown by its fullest telling: most of these known, most parties stated, its commonest word.
    """
    tables.check(events, *FIELDS, "article_id", "source_basis", "target_basis", name="events", filled="story_id")
    outlet = events["article_id"].map(articles.set_index("article_id")["source"]).fillna(events["article_id"])
    stories = events.assign(outlet=outlet).groupby("story_id")["outlet"]
    carried = (events[["source_basis", "target_basis"]] == "carried").sum(axis=1)
    told = events.assign(outlets=stories.transform("nunique"), tellings=stories.transform("size"))
    marks = {
        "known": events[["source", "target", "date"]].notna().sum(axis=1), "carried": -carried,
        "common": events.groupby(["story_id", "trigger"])["event_id"].transform("size"),
    }  # fmt: skip
    fullest = told.assign(**marks).sort_values(list(marks), ascending=False, kind="stable").drop_duplicates("story_id")
    fullest = fullest.sort_index().assign(whole=fullest["known"] == 3)
    fullest = fullest.sort_values(["whole", "outlets", "tellings"], ascending=False, kind="stable", ignore_index=True)
    return fullest.drop(columns=[*marks, "whole"])
