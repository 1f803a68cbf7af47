"""Tellings: what a row of the table of events tells, as far as it can be compared: act, parties, days and words."""

import re
from functools import cache
from typing import NamedTuple

import pandas as pd

from analysis import lists
from analysis.arabic import function_words, letters, light
from analysis.stories.parties import Listed, party

MUTUAL = ("talks", "meeting", "call", "deal", "discussion", "relations")  # acts of two, named in either order
# Types whose words tell different acts.
WORDY = ("AGREE", "SUPPORT", "COOPERATE", "AID", "CONSULT", "COERCE")
APART = ("visit", "third-party", "arrest", "release")  # modes that are acts of their own
# Done to a person, not to his state.
PERSONAL = ("ASSAULT", "COERCE", "SANCTION", "ACCUSE", "REQUEST", "THREATEN", "REJECT")
COUNTS = ("quantity", "killed", "wounded")

AROUND = 120  # characters on either side of a trigger, in its line, whose words are compared
# Days before and after those that a date means in which the act can lie: a telling that names only the month may miss
# the day («أغسطس» of 26 July), and reports still tell an act without naming its day when it is three days old.
SLACK = {"month": (31, 31), "report": (3, 0)}
WHOLE = {"month": pd.offsets.MonthEnd(0), "year": pd.offsets.YearEnd(0)}
WORD = re.compile(r"\w{2,}")
DEFINITE = re.compile("[وفبك]?ال|[وف]?لل")
RETOLD = re.compile("told before|told by others")  # in the rule, where the parties of an act are those of another


class Hints(NamedTuple):
    """What hints at other tellings of an act in its article."""

    in_headline: bool
    is_definite: bool
    is_retold: bool  # takes its parties from an act told before


class Telling(NamedTuple):
    """One telling of an act."""

    event_id: str
    article_id: str
    type: str
    act: tuple[str | None, str | None, str | None]  # entry of event_words.csv, kind and mode
    source: str | None
    target: str | None
    is_stated: tuple[bool, bool]  # the words of the act name the source, the target
    is_personal: bool  # the target suffers or meets it himself, not as his state
    status: str | None
    place: tuple[str, str] | None  # where it was done, and the state of that place
    counts: tuple[float | None, ...]
    precision: str | None  # of the date; "report" where only the day of the report dates it
    days: tuple[int, int] | None  # first and last day that the date means, as numbers
    reach: tuple[int, int] | None  # first and last day that it could mean
    start: int
    sentence: int
    words: frozenset[str] | None  # those around the trigger
    hints: Hints


def telling(row: dict, text: str | None, listed: Listed) -> Telling:
    """Return what a row of the table of events tells; `text` is that of its article, if it has one."""
    act = (word(row["rule"]), kind(row), known(row["mode"]))
    meets = act[1] in ("meeting", "call") or act[0] == "استقبل"  # by a minister, then by the president: twice
    personal = meets or row["type"] in PERSONAL
    told, (before, after) = days(row), SLACK.get(precision(row), (0, 0))
    return Telling(
        event_id=row["event_id"], article_id=row["article_id"], type=row["type"], act=act,
        source=party(row["source"], listed, in_person=meets), target=party(row["target"], listed, in_person=personal),
        is_stated=(row["source_basis"] == "stated", row["target_basis"] == "stated"),
        is_personal=personal and row["target"] in listed.persons,
        status=known(row["status"]), place=place(row, listed), counts=tuple(known(row[count]) for count in COUNTS),
        precision=precision(row), days=told, reach=told and (told[0] - before, told[1] + after),
        start=row["start"], sentence=row["sentence"],
        words=None if text is None else around(row, text), hints=hints(row, text),
    )  # fmt: skip


def place(row: dict, listed: Listed) -> tuple[str, str] | None:
    """Return the place of an act and its state, if the words name one."""
    return None if pd.isna(row["place"]) else (row["place"], listed.nations.get(row["place"], row["place"]))


def known(value: object) -> object:
    """Return a value, or None where it is missing."""
    return None if pd.isna(value) else value


def kind(row: dict) -> str | None:
    """Return what sets acts of one type apart: a visit from talks, a deal from a pledge."""
    if row["mode"] in APART:
        return row["mode"]
    entry = word(row["rule"])
    return kinds().get(entry) or (entry if row["type"] in WORDY else None)


@cache
def kinds() -> dict[str | None, str]:
    """Return the kind of act of each listed word that has synonyms."""
    return {row["word"]: row["kind"] for row in lists.rows("story_kinds")}


def word(rule: object) -> str | None:
    """Return the entry of event_words.csv that told an event, by its rule.

    >>> word("قصف (perfect); subject after the verb")
    'قصف'
    """
    return rule.split(" (")[0] if isinstance(rule, str) else None


def precision(row: dict) -> str | None:
    """Return the precision of a date; "report" where only the day of the report dates the act."""
    return "report" if row["date_evidence"] == "published" else known(row["date_precision"])


def days(row: dict) -> tuple[int, int] | None:
    """Return first and last day that the date of a row means, as numbers, if it has a date."""
    return None if pd.isna(row["date"]) else tuple(day.toordinal() for day in span(row))


def span(row: dict) -> tuple[pd.Timestamp, pd.Timestamp]:
    """Return first and last day that the date of a row means."""
    date, told = pd.Timestamp(row["date"]), row["date_precision"]
    until = pd.Timestamp(row["date_to"]) if pd.notna(row["date_to"]) else date
    return date, until + WHOLE[told] if told in WHOLE else until


def around(row: dict, text: str) -> frozenset[str]:
    """Return the words around a trigger, within its line, folded, without function words."""
    first = max(text.rfind("\n", 0, row["start"]) + 1, row["start"] - AROUND)
    near = letters.fold(text[first : row["end"] + AROUND].split("\n")[0])
    empty = function_words.forms()
    return frozenset(light.stem(word) for word in WORD.findall(near) if word not in empty)


def hints(row: dict, text: str | None) -> Hints:
    """Return whether a trigger stands in the headline, is definite, and takes its parties from another act."""
    in_headline = text is not None and "\n" not in text[: row["start"]]
    return Hints(in_headline, bool(DEFINITE.match(row["trigger"])), bool(RETOLD.search(known(row["rule"]) or "")))
