"""An act told again by the same noun: who does it and whom it meets, as its other tellings in the article name them.

A model fitted to the annotated articles (conditional logit over the actors of an article) leans most on who
stands in the acts of the same type; by itself that misleads as often as it helps, with the same word it does not.
"""

import re
from collections import Counter

from analysis.arabic.phrases import ARTICLE
from analysis.events.alike import is_plural, of
from analysis.events.sets import words

TELLINGS = 2  # acts of a kind with a party at least, and of those that name a target in their own words
MET_WITHIN = 8  # sentences from one telling of an attack to the next at most
NAMED_SO = "; as its word is told elsewhere"
SERIES = re.compile("ات(?:ه|ها|هم|هما)?$")
UNLISTED = "no list names"  # in a rule: somebody else does it
# Rules of the article that tell whom an act is against.
MEANT = ("whom they fight", "the group of the article", "against who rules", "whom its soldiers serve")


def with_named_elsewhere(rows: list[dict], nation: dict[str, str]) -> list[dict]:
    """Return the events of an article, parties of nouns that nothing names taken from those told by the same word."""
    return [with_target(with_source(row, rows), rows, nation) for row in rows]


def with_source(row: dict, rows: list[dict]) -> dict:
    """Return a noun without a source with who mostly does the acts of its type, where its word names him."""
    if row["source"] or row["tense"] not in ("noun", "phrase") or UNLISTED in row["rule"]:
        return row
    source = usual(row, rows, "source", stated=1)
    return row if source in (None, row["target"]) else row | {"source": source, "rule": row["rule"] + NAMED_SO}


def with_target(row: dict, rows: list[dict], nation: dict[str, str]) -> dict:
    """Return a noun whose target its own words do not name with whom the acts of its type mostly meet."""
    if row["target"] in (None, *row["stated"]) or row["tense"] != "noun" or row["rule"].endswith(MEANT):
        return row
    target = usual(row, rows, "target", stated=TELLINGS)
    known = target in (None, row["source"], row["target"]) or target == of(row["source"], nation)
    return row if known else row | {"target": target, "rule": row["rule"] + NAMED_SO}


def is_series(row: dict) -> bool:
    """Tell whether an act is told in the plural (هجماتهم): the one attack of an article may be somebody else's."""
    return bool(SERIES.search(row["trigger"]))


def usual(row: dict, rows: list[dict], side: str, *, stated: int) -> str | None:
    """Return who stands on a side of most other acts of a type, named in so many, also by the word of this one.

    >>> aid = {"type": "AID", "word": "دعم", "source": "chile", "stated": {"chile"}}
    >>> usual({"type": "AID", "word": "دعم", "source": None}, [aid, aid], "source", stated=1)
    'chile'
    """
    others = [other for other in rows if other is not row and other["type"] == row["type"] and other[side]]
    if row["type"] == "ASSAULT":
        others = [other for other in others if is_series(other) == is_series(row)]
    if len(others) < TELLINGS:
        return None
    most, n = Counter(other[side] for other in others).most_common(1)[0]
    named = [other["word"] for other in others if other[side] == most and most in other["stated"]]
    return most if 2 * n > len(others) and len(named) >= stated and row["word"] in named else None


def with_fallen(row: dict, before: list[dict]) -> dict:
    """Return «الانفجار» that names nobody with whom the last attack told by its word met, where nobody is blamed."""
    last = next((o for o in before if o["word"] == row["word"]), None)
    definite = row["definite"] or row["trigger"].startswith(ARTICLE)
    if last is None or row["word"] not in words("one_attack") or not definite or is_plural(row):
        return row
    if last["source"] or not last["target"] or row["sentence"] - last["sentence"] > MET_WITHIN:
        return row
    return row | {"target": last["target"], "rule": row["rule"] + "; whom it met as told before"}
