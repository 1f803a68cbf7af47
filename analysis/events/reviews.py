"""A person's decisions about events: kept by the words they rest on, so that they outlive re-runs and changed lists."""

import bisect
import hashlib
import math
import re
from functools import cache

import pandas as pd

from analysis import lists, mistakes, tables
from analysis.arabic import phrases

DECISIONS = ("accepted", "rejected", "corrected", "undone")  # the last one on an event counts; undone: as if never
COUNTS = ("quantity", "killed", "wounded")
CORRECTED = ("type", "source", "target", "date", "date_to", "date_precision", "status", *COUNTS, "place")
SIDES = ("source", "target")
#: One row is one decision; columns of reviews.csv. Of the corrected fields those left empty stay as they were found.
REVIEWS = {"fingerprint": "str", "article_id": "str", "trigger": "str", "decision": "str"} | {
    name: tables.EVENTS[name] for name in CORRECTED
}
DELETED = tables.DELETED
WHOLE = re.compile(r"\d+(?:\.0)?")  # as a spreadsheet writes it too
CODES = {
    "decision": DECISIONS, "type": tables.TYPES, "status": tables.STATUSES,
    "date_precision": ("day", "month", "year", "interval", DELETED),
}  # fmt: skip
DATED = f"a day as 2023-03-07, or {DELETED} for none"
#: What may stand in the columns of reviews.csv, in words.
VALID = {column: f"one of {', '.join(codes)}" for column, codes in CODES.items()} | {"date": DATED, "date_to": DATED}
VALID |= dict.fromkeys(COUNTS, f"a whole number, or {DELETED} for none")


def fingerprint(events: pd.DataFrame, articles: pd.DataFrame) -> pd.Series:
    """Return for each event a short hash of its sentence in folded spelling, its trigger and its type.

    A word that tells two acts of one sentence counts: the second has a fingerprint of its own.
    """
    tables.check(events, "article_id", "start", "trigger", "type", name="events")
    ids, known = events["article_id"].astype("str"), articles["article_id"].astype("str")
    strange = sorted(set(ids) - set(known))
    if strange:
        raise ValueError(f"events of articles that are not in the table of articles: {', '.join(strange[:3])}")
    wanted = articles.assign(article_id=known)[known.isin(set(ids))]
    texts = phrases.read(wanted["text"].fillna("").tolist(), lambda word: False)
    read = dict(zip(wanted["article_id"], texts, strict=True))
    return pd.Series(
        [
            hashed(*sentence(read[article_id], start), trigger, kind)
            for article_id, start, trigger, kind in zip(
                ids, events["start"], events["trigger"], events["type"], strict=True
            )
        ],
        index=events.index, dtype="str", name="fingerprint",
    )  # fmt: skip


def sentence(text: phrases.Words, start: int) -> tuple[str, int]:
    """Return the folded words of the sentence that holds an offset, and how often the word there stands before it."""
    place = bisect.bisect_right(text.ends, start)
    if place == len(text.ends):
        return "", 0
    number = text.sentences[place]
    first, last = bisect.bisect_left(text.sentences, number), bisect.bisect_right(text.sentences, number)
    return " ".join(text.folded[first:last]), text.folded[first:place].count(text.folded[place])


def hashed(words: str, earlier: int, trigger: str, kind: str) -> str:
    """Return the fingerprint of one event; `earlier`: how often its word stands in its sentence before it.

    >>> hashed("قصفت المقاتلات", 0, "قصفت", "ASSAULT") == hashed("قصفت المقاتلات", 0, "قَصفت", "ASSAULT")
    True
    """
    which = (str(earlier + 1),) if earlier else ()
    return hashlib.sha256("|".join((words, phrases.folded(trigger), kind, *which)).encode()).hexdigest()[:16]


def reviewed(events: pd.DataFrame, reviews: pd.DataFrame) -> pd.DataFrame:
    """Return the events without the rejected ones, the corrected ones corrected, and how each was decided.

    `events` carry their fingerprints: `found.assign(fingerprint=events.fingerprint(found, articles))`.
    Raises WrongList naming the rows of `reviews` that hold an unknown value, with the values that there are.
    """
    tables.check(events, "event_id", "fingerprint", name="events")
    last = last_ones(checked(reviews)).set_index("fingerprint")
    decided = events.assign(decision=events["fingerprint"].map(last["decision"]))
    kept = decided[decided["decision"] != "rejected"].reset_index(drop=True)
    for name in [column for column in CORRECTED if column in last.columns and column in kept.columns]:
        kept = kept.assign(**{name: corrected(kept, last[name], name)})
    return with_checked(kept, last)


def last_ones(reviews: pd.DataFrame) -> pd.DataFrame:
    """Return the decisions that count: the last on each event, none where that was undone."""
    tables.check(reviews, "fingerprint", "decision", name="reviews")
    last = reviews.drop_duplicates("fingerprint", keep="last")
    return last[last["decision"] != "undone"]


def checked(reviews: pd.DataFrame) -> pd.DataFrame:
    """Return the decisions, or raise WrongList with all that is wrong in them, row by row as a spreadsheet counts."""
    wrong = [
        f"reviews.csv row {row}: {column} is {value!r}; write {VALID[column]}"
        for column in VALID if column in reviews
        for row, value in enumerate(reviews[column], 2) if pd.notna(value) and not is_valid(column, str(value))
    ]  # fmt: skip
    if wrong:
        raise mistakes.WrongList("\n".join(wrong))
    return reviews


def is_valid(column: str, value: str) -> bool:
    """Tell whether a column of reviews.csv can hold a value.

    >>> is_valid("type", "attack"), is_valid("date", "2023-03-07"), is_valid("date", DELETED)
    (False, True, True)
    """
    if column in ("date", "date_to"):
        return value == DELETED or pd.notna(pd.to_datetime(value, errors="coerce", format="ISO8601"))
    if column in COUNTS:
        return value == DELETED or bool(WHOLE.fullmatch(value))
    return value in CODES[column]


def with_checked(events: pd.DataFrame, decisions: pd.DataFrame) -> pd.DataFrame:
    """Return the events, a party that a person accepted or corrected resting on that: its basis is "checked"."""
    for side in [side for side in SIDES if {side, f"{side}_basis"} <= set(events)]:
        right = events["decision"] == "accepted"
        if side in decisions:
            right |= (events["decision"] == "corrected") & events["fingerprint"].map(decisions[side]).notna()
        basis = events[f"{side}_basis"].mask(right, "checked").mask(events[side].isna())
        events = events.assign(**{f"{side}_basis": basis})
    return events


def corrected(events: pd.DataFrame, values: pd.Series, name: str) -> pd.Series:
    """Return one column of the events with the values that a person wrote for the corrected ones."""
    written = events["fingerprint"].map(values).where(events["decision"] == "corrected")
    gone = written.astype("str") == DELETED
    if name in (*SIDES, "place"):
        written = written.map(ids(), na_action="ignore").fillna(written)
    if name in ("date", "date_to"):
        written = pd.to_datetime(written.mask(gone), format="ISO8601")
    if name in COUNTS:
        written = written.mask(gone).astype("float64")
    return written.mask(gone).fillna(events[name]).mask(gone).astype(tables.EVENTS[name])


@cache
def ids() -> dict[str, str]:
    """Return the actor_id of each name and spelling of the actor list: a person may have written «داعش»."""
    known = lists.actors().to_dict("records")
    spelled = {spelling: row["actor_id"] for row in known for spelling in lists.parts(row["spellings"])}
    return spelled | {row[name]: row["actor_id"] for row in known for name in ("actor_ar", "actor") if row[name]}


def precision(reviews: pd.DataFrame) -> pd.DataFrame:
    """Return how many events were reviewed and how many were right, with the 95 % interval of the share.

    Right is what was accepted; a corrected event was wrong somewhere. The interval is Wilson's (1927, JASA 22:209),
    which holds for few events and shares near 0 or 1.
    """
    decided = last_ones(reviews)["decision"]
    n, right = len(decided), int((decided == "accepted").sum())
    low, high = wilson(right, n)
    return pd.DataFrame(
        [{"reviewed": n, "right": right, "precision": right / n if n else None, "low": low, "high": high}]
    )


def wilson(right: int, n: int, z: float = 1.96) -> tuple[float, float]:
    """Return the Wilson interval of a share.

    >>> [round(bound, 3) for bound in wilson(8, 10)]
    [0.49, 0.943]
    """
    if not n:
        return 0.0, 1.0
    share = right / n
    middle = share + z * z / (2 * n)
    spread = z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n))
    return (middle - spread) / (1 + z * z / n), (middle + spread) / (1 + z * z / n)
