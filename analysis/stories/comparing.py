"""Comparing: where the tellings of one act disagree."""

from collections import Counter

import pandas as pd

from analysis import tables
from analysis.stories.parties import Listed, listed_in
from analysis.stories.telling import COUNTS, MUTUAL, kind, span

FIELDS = ("date", *COUNTS, "source", "target")
# What a value rests on that its telling does not say.
TAKEN_OVER = {
    "date": ("date_evidence", "published"),
    "source": ("source_basis", "carried"),
    "target": ("target_basis", "carried"),
}


def differences(events: pd.DataFrame, *, names: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return where tellings of a story in two articles disagree: on date, counts, source or target, side by side.

    Only what the words of a telling say counts: no date taken from the day of the report, no party carried over from
    elsewhere. `names` is the list of actors that the stories were joined by.
    """
    tables.check(events, *tables.EVENTS, name="events", filled="story_id")
    listed, shared = listed_in(names), events[events["story_id"].duplicated(keep=False)]
    stories: dict[str, list[dict]] = {}
    for record in shared.to_dict("records"):
        stories.setdefault(record["story_id"], []).append(record)
    rows = [
        difference(story_id, field, one, other)
        for story_id, records in stories.items()
        for field in FIELDS
        for one, other in disagreeing(records, field, listed)
    ]
    telling = ["value", "event_id", "article_id"]
    return pd.DataFrame(rows, columns=["story_id", "field", *telling, *(f"other_{name}" for name in telling)])


def disagreeing(records: list[dict], field: str, listed: Listed) -> list[tuple[dict, dict]]:
    """Return the commonest telling of a field paired with the first telling of each value that contradicts it."""
    told = [record for record in records if pd.notna(record[field]) and is_said(record, field)]
    if not told:
        return []
    values = [shown(record, field) for record in told]
    commonest = Counter(values).most_common(1)[0][0]
    one = told[values.index(commonest)]
    others = {value: record for value, record in zip(values[::-1], told[::-1], strict=True) if value != commonest}
    return [(one, other) for other in reversed(others.values()) if contradicts(one, other, field, listed)]


def is_said(record: dict, field: str) -> bool:
    """Tell whether a value rests on the words of the telling itself."""
    basis, taken_over = TAKEN_OVER.get(field, (None, None))
    return basis is None or record[basis] != taken_over


def contradicts(one: dict, other: dict, field: str, listed: Listed) -> bool:
    """Tell whether two values cannot both be right: days apart, two persons, two counts; a deal has two sides.

    Those of one article are parts of a whole: «تسع غارات على صعدة وعشر على حجة».
    """
    if one["article_id"] == other["article_id"]:
        return False
    if field == "date":
        (a, b), (c, d) = span(one), span(other)
        return d < a or b < c
    if field in COUNTS:
        return one[field] != other[field]
    if kind(one) in MUTUAL and {one["source"], one["target"]} == {other["source"], other["target"]}:
        return False
    return {one[field], other[field]} <= listed.persons or not is_within(one[field], other[field], listed)


def is_within(one: str, other: str, listed: Listed) -> bool:
    """Tell whether two actors are one, of one state, or one of them of the other: the Houthis and Yemen."""
    home, other_home = (listed.nations.get(actor_id, actor_id) for actor_id in (one, other))
    return home == other_home or listed.lands.get(one) == other_home or listed.lands.get(other) == home


def shown(record: dict, field: str) -> str:
    """Return a value as it is shown: dates as precise as they are told, whole quantities without a point."""
    if field in COUNTS:
        return f"{record[field]:.15g}"
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
