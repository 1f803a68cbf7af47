"""Tellings of one act within an article: what one of them leaves out, another tells."""

import datetime


def linked(rows: list[dict], published: datetime.date | None) -> list[dict]:
    """Return the events of an article, parties and dates filled from the other tellings of the same act."""
    rows = [with_parties(row, rows[:i][::-1]) for i, row in enumerate(rows)]
    return [with_date(row, [*rows[:i][::-1], *rows[i + 1 :]]) for i, row in enumerate(rows)]


def with_parties(row: dict, before: list[dict]) -> dict:
    """Return an event that names nobody itself («الزيارة») with the parties of the last like it."""
    if not row["definite"] or (row["source"] and not row["weak"]):
        return row
    like = next((other for other in before if other["word"] == row["word"] and other["source"]), None)
    like = like or next(
        (other for other in before if other["type"] == row["type"] and other["source"] and not other["weak"]),
        None,
    )
    if like is None or (row["source"] and row["source"] != like["source"] and "carried" not in row["rule"]):
        return row
    return row | {
        "source": like["source"],
        "target": like["target"],
        "rule": row["rule"] + "; parties as told before",
    }


def with_date(row: dict, others: list[dict]) -> dict:
    """Return an undated event with the date of another telling: same type and parties, dated by words of the text."""
    if row["date"] is not None and row["date_evidence"] != "published":
        return row
    like = next((other for other in others if is_same_act(row, other)), None)
    if like is None:
        return row
    return row | {name: like[name] for name in ("date", "date_to", "date_precision", "date_evidence")}


def is_same_act(row: dict, other: dict) -> bool:
    """Tell whether a dated event is another telling of an undated one."""
    if other["date"] is None or other["date_evidence"] == "published" or other["type"] != row["type"]:
        return False
    if (other["status"] in ("planned", "called_for")) != (row["status"] in ("planned", "called_for")):
        return False
    same_parties = row["source"] == other["source"] and row["target"] == other["target"] and row["source"] is not None
    return same_parties and (row["word"] == other["word"] or row["type"] == "RETREAT")
