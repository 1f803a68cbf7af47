"""Events -> the columns that political scientists know from PLOVER and POLECAT."""

import pandas as pd

from analysis import lists, tables

#: PLOVER's four classes: verbal and material cooperation, verbal and material conflict (Halterman et al. 2023).
QUADS = {
    "Q1": ("AGREE", "CONSULT", "SUPPORT", "CONCEDE"),
    "Q2": ("COOPERATE", "AID", "RETREAT"),
    "Q3": ("REQUEST", "ACCUSE", "REJECT", "THREATEN"),
    "Q4": ("PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"),
}

PARTIES = ("source", "source_basis", "target", "target_basis")


def plover(events: pd.DataFrame, articles: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return the events with the column names of POLECAT, so that they can be joined with other researchers' data."""
    tables.check(events, "event_id", "article_id", "type", *PARTIES, "date", name="events")
    named = names(mentions)
    quad = {kind: code for code, kinds in QUADS.items() for kind in kinds}
    told = ("source", "published", "title")
    of_article = {column: tables.of_articles(column, articles, events["article_id"]) for column in told}
    return pd.DataFrame({
        "Event ID": events["event_id"], "Story ID": events.get("story_id"), "Event Date": events["date"],
        "Event Date To": events["date_to"], "Date Precision": events["date_precision"],
        "Date Evidence": events["date_evidence"],
        "Event Type": events["type"], "Event Mode": events["mode"], "Quad Code": events["type"].map(quad),
        "Intensity": events["intensity"], "Status": events["status"], "Magnitude": events["quantity"],
        "Killed": events["killed"], "Wounded": events["wounded"],
        **party(events["source"], "Actor", named), "Actor Basis": events["source_basis"],
        **party(events["target"], "Recipient", named), "Recipient Basis": events["target_basis"],
        "Placename": events["place"].map(named), "Trigger": events["trigger"], "Rule": events["rule"],
        "Source": of_article["source"], "Publication Date": of_article["published"], "Headline": of_article["title"],
        "Article ID": events["article_id"], "Language": "ar",
    })  # fmt: skip


def party(actor_ids: pd.Series, side: str, named: dict[str, str]) -> dict[str, pd.Series]:
    """Return name, Wikipedia title and country code of the actors of one side."""
    country = lists.actors().set_index("actor_id")["country"]
    code = {row["actor"]: row["iso"] for row in lists.rows("countries")}
    states = actor_ids.map(country).map(code)
    return {f"{side} Name": actor_ids.map(named), f"{side} ID": actor_ids, f"{side} Country": states}


def names(mentions: pd.DataFrame) -> dict[str, str]:
    """Return the English Wikipedia title of every actor that is listed or mentioned."""
    listed = lists.actors()
    known = dict(zip(listed["actor_id"], listed["actor"], strict=True))
    return known | dict(zip(mentions["actor_id"], mentions["actor"], strict=True))


def told_dates(events: pd.DataFrame) -> pd.Series:
    """Return the dates of events as precisely as they are told: a day, a month, a year, or from when to when."""
    shown = events["date"].dt.strftime("%Y-%m-%d")
    if not {"date_to", "date_precision"} <= set(events):
        return shown
    until = shown + "/" + events["date_to"].dt.strftime("%Y-%m-%d")
    length = events["date_precision"].map({"year": 4, "month": 7})
    cut = [text if pd.isna(n) or pd.isna(text) else text[: int(n)] for text, n in zip(shown, length, strict=True)]
    return pd.Series(cut, events.index, "object").where(events["date_precision"] != "interval", until)
