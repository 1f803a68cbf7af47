"""Counting: acts in place of tellings, and the telling that shows each best."""

import pandas as pd

from analysis import tables
from analysis.stories.comparing import FIELDS


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
