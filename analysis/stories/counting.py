"""Counting: acts in place of tellings, and the telling that shows each best."""

import pandas as pd

from analysis import tables
from analysis.stories.comparing import FIELDS

MANY = 4  # tellings of a story, from which on parties that one alone has are doubted


def count(events: pd.DataFrame, by: str | list[str] = "type") -> pd.DataFrame:
    """Return counts by one or more columns: `tellings` (events), `stories` (each told act once) and `articles`."""
    names = [by] if isinstance(by, str) else list(by)
    tables.check(events, "event_id", "article_id", *names, name="events", filled="story_id")
    grouped = events.groupby(names, dropna=False, sort=False)
    counted = grouped.agg(
        tellings=("event_id", "size"), stories=("story_id", "nunique"), articles=("article_id", "nunique")
    )
    return counted.sort_values("tellings", ascending=False, kind="stable").reset_index()


def leading(events: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return one telling of each story, with `outlets` and `tellings`, the most telling stories first.

    Those first of which it is told who did it, to whom and when, with both parties stated in one telling; then those
    with a party carried over; of them those that most outlets tell, then those told most often. A story is shown by its
    fullest telling: most of these known, most parties stated, its commonest parties, day and word; parties that one of
    many tellings has alone go behind those of others, as they are most often misread.
    Articles whose outlet nobody tells count as of one outlet, as the figures show them.
    Where all of this is equal, the first event_id goes first, whatever the order of the rows.
    """
    wanted = ("event_id", "article_id", *FIELDS, "source_basis", "target_basis", "trigger")
    tables.check(events, *wanted, name="events", filled="story_id")
    outlet = tables.of_articles("source", articles, events["article_id"]).fillna("")
    stories = events.assign(outlet=outlet).groupby("story_id")["outlet"]
    carried = (events[["source_basis", "target_basis"]] == "carried").sum(axis=1)
    told = events.assign(outlets=stories.transform("nunique"), tellings=stories.transform("size"))
    pair = alike(events, "source", "target")
    marks = {
        "known": events[["source", "target", "date"]].notna().sum(axis=1),
        "shared": pair.gt(1) | told["tellings"].lt(MANY), "carried": -carried, "pair": pair,
        "day": alike(events, "source", "target", "date"), "common": alike(events, "trigger"),
    }  # fmt: skip
    fullest = most_first(told.assign(**marks), *marks).drop_duplicates("story_id")
    whole = fullest["known"].eq(3) * (1 + fullest["carried"].eq(0))
    fullest = most_first(fullest.assign(whole=whole), "whole", "outlets", "tellings")
    return fullest.drop(columns=[*marks, "whole"])


def alike(events: pd.DataFrame, *columns: str) -> pd.Series:
    """Return for each event how many tellings of its story have the same values in some columns."""
    return events.groupby(["story_id", *columns], dropna=False)["event_id"].transform("size")


def most_first(events: pd.DataFrame, *columns: str) -> pd.DataFrame:
    """Return events with the largest values of some columns first, among equals the first event_id."""
    order = dict.fromkeys(columns, False) | {"event_id": True}
    return events.sort_values(list(order), ascending=list(order.values()), ignore_index=True)
