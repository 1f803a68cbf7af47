"""Tellings of one act within an article: what one of them leaves out, another tells."""

import re
from typing import NamedTuple

PENDING = ("planned", "called_for")
FORCED = ("ASSAULT", "COERCE")  # types whose doer an article need not repeat
FINITE = ("perfect", "imperfect")
SPEECH = ("AGREE", "SUPPORT", "REQUEST", "ACCUSE", "REJECT", "THREATEN", "CONCEDE")
NEWS_DAYS = 3  # days back that are still those of the news
OFFICIAL = ("government", "ministry", "forces", "police")  # in an actor_id: those whom people protest against
CERTAIN = (
    "CONSULT",
    "AGREE",
    "COOPERATE",
    "ASSAULT",
    "RETREAT",
    "SUPPORT",
)  # types whose parties the article makes sure


SPANS = {"year": 0, "month": 1}  # how fine a precision is; a day is finer than both
CUT = (4, 7)  # characters of an ISO date that a year and a month share
RECENT = 31  # days between the day of the news and the date of an act of the news at most
KILLINGS = frozenset(("قتل", "مقتل", "قتيل", "استشهد", "استشهاد", "اغتال", "اغتيال", "عملية اغتيال", "أعدم", "إعدام"))
PLURAL = re.compile("ات(?:ه|ها|هم|هما|نا)?$")
TALKS = re.compile("محادثات|مباحثات|مفاوضات|مشاورات|مباحاثات|مداولات")


class Facts(NamedTuple):
    """What the article and the lists know of actors: the state of each, those who are persons, the two main sides."""

    nation: dict[str, str]
    persons: frozenset[str]
    sides: list[str]


def linked(rows: list[dict], facts: Facts) -> list[dict]:
    """Return the events of an article, parties and dates filled from the other tellings of the same act."""
    nation, sides = facts.nation, facts.sides
    filled: list[dict] = []
    for row in rows:
        filled.append(with_anybody(with_parties(row, filled[::-1], nation), filled[::-1], sides))
    filled = [without_protester(with_police(row, filled), nation) for row in filled]
    filled = [visitor_first(row, visits(filled, nation), nation) for row in filled]
    dated: list[dict] = []
    for i, row in enumerate(filled):
        dated.append(with_date(row, [*dated[::-1], *filled[i + 1 :]], facts))
    return dated


def with_anybody(row: dict, before: list[dict], sides: list[str]) -> dict:
    """Return an event that names nobody with the parties of the last act like it, talks with the two main states."""
    if row["type"] in FORCED and not row["source"] and row["target"]:
        like = next(
            (o for o in before if o["source"] and o["target"] == row["target"] and o["type"] == row["type"]), None
        )
        return row | {"source": like["source"], "rule": row["rule"] + "; source as told before"} if like else row
    if row["source"] or row["target"] or row["tense"] not in ("noun", "phrase") or row["type"] not in CERTAIN:
        return row
    like = next(
        (other for other in before[:8] if other["word"] == row["word"] and other["source"] and other["target"]), None
    )
    parties = (like["source"], like["target"]) if like else tuple(sides)
    if len(parties) < 2 or (like is None and row["type"] not in ("CONSULT", "AGREE", "COOPERATE")):
        return row
    return row | {"source": parties[0], "target": parties[1], "rule": row["rule"] + "; parties of the article"}


def with_police(row: dict, rows: list[dict]) -> dict:
    """Return an arrest or search without a doer with the police or security forces that the article tells of."""
    if row["type"] != "COERCE" or row["source"]:
        return row
    doers = (other["source"] for other in rows if other["source"] and other["type"] in FORCED)
    police = next((doer for doer in doers if "security-forces" in doer or "police" in doer), None)
    return row | {"source": police, "rule": row["rule"] + "; police of the article"} if police else row


def without_protester(row: dict, nation: dict[str, str]) -> dict:
    """Return a protest without a state, or an office of one, as its source: those who protest are its people."""
    source = row["source"] or ""
    official = nation.get(source) == source or any(word in source for word in OFFICIAL)
    return row | {"source": None} if row["type"] == "PROTEST" and official else row


def visits(rows: list[dict], nation: dict[str, str]) -> set[tuple]:
    """Return (state of the guest, state of the host) of the visits that an article tells."""
    return {
        (of(row["source"], nation), of(row["target"], nation))
        for row in rows
        if row["mode"] == "visit" and row["target"]
    }


def visitor_first(row: dict, pairs: set[tuple], nation: dict[str, str]) -> dict:
    """Return talks of two states with the visitor as source: who visits in this article, or whose host's city it is."""
    if row["type"] != "CONSULT" or row["mode"] == "visit" or not row["source"] or not row["target"]:
        return row
    source, target = of(row["source"], nation), of(row["target"], nation)
    at_home = row["place"] and of(row["place"], nation) == source != target
    reversed_ = (
        "between two" in row["rule"]
        and row["adjectives"]
        and (target, source) in pairs
        and (source, target) not in pairs
    )
    return row | {"source": row["target"], "target": row["source"]} if at_home or reversed_ else row


def with_parties(row: dict, before: list[dict], nation: dict[str, str]) -> dict:
    """Return an event that names nobody itself («الزيارة») with the parties of the last like it."""
    unnamed = row["definite"] and row["weak"] and not row["bound"]
    vague = row["type"] == "RETREAT" and row["tense"] in ("noun", "phrase") and not row["bound"]
    if not (unnamed or vague):
        return with_target(row, before)
    like = next((other for other in before if other["word"] == row["word"] and other["source"]), None)
    like = like or next(
        (o for o in before if o["type"] == row["type"] and o["source"] and (o["bound"] or not o["weak"])), None
    )
    if like is None:
        return row
    return row | {"source": like["source"], "target": like["target"], "rule": row["rule"] + "; parties as told before"}


def with_target(row: dict, before: list[dict]) -> dict:
    """Return an event whose target was only guessed with the target of an earlier telling by the same source."""
    if not row["weak"] or row["tense"] not in ("noun", "phrase") or row["source"] is None:
        return row
    like = next(
        (o for o in before if o["word"] == row["word"] and o["source"] == row["source"] and not o["weak"]), None
    )
    return row | {"target": like["target"]} if like else row


def with_date(row: dict, others: list[dict], facts: Facts) -> dict:
    """Return an undated event with the date of another telling: same type and parties, dated by words of the text.

    `others` are the tellings before it, nearest first, then those behind it.
    """
    if row["within"]:
        return during_visit(row, others)
    if row["by_news"] and row["tense"] == "perfect" and row["type"] in SPEECH:
        return said_on(row, others)
    if not is_open(row):
        return finer(row, others, facts.nation)
    meant = antecedent(row, others)
    if row["series"] or (meant is not None and meant["date"] is None):
        return row
    alike = sorted(others, key=lambda other: first_word(other) != first_word(row))
    like = next((other for other in alike if is_one_death(row, other, facts.persons)), None)
    like = like or coming(row, others, facts.nation)
    like = like or next((other for other in alike if is_same_act(row, other, facts.nation)), None)
    if like is not None:
        return row | dates_of(like)
    ahead = next((other for other in alike if is_announced(row, other, facts.nation)), None)
    return row if ahead is None else row | dates_of(ahead) | {"status": "planned"}


def said_on(row: dict, others: list[dict]) -> dict:
    """Return what somebody said with the day on which, one sentence before, the same person acted."""
    before = (o for o in others if o["start"] < row["start"] and row["sentence"] - o["sentence"] == 1)
    own = (o for o in before if o["source"] == row["source"] is not None and o["status"] == "past")
    like = next((o for o in own if o["date"] is not None and o["date_precision"] == "day"), None)
    near = like is not None and abs((row["date"] - like["date"]).days) <= NEWS_DAYS
    return row | dates_of(like) if near and row["sentence"] > 0 else row


def dates_of(row: dict) -> dict:
    """Return the date columns of an event."""
    return {name: row[name] for name in ("date", "date_to", "date_precision", "date_evidence")}


def during_visit(row: dict, others: list[dict]) -> dict:
    """Return an act told as part of a visit or tour with the month of that: its own day is not told."""
    before = (o for o in others if o["start"] < row["start"] and o["mode"] == "visit" and o["date"] is not None)
    visit = next((o for o in before if o["sentence"] == row["sentence"]), None)
    if visit is None or row["status"] != "past":
        return row
    return row | dates_of(visit) | {"date": visit["date"].replace(day=1), "date_to": None, "date_precision": "month"}


def finer(row: dict, others: list[dict], nation: dict[str, str]) -> dict:
    """Return an event dated by a year or month with the month or day within it that another telling names."""
    coarse = SPANS.get(row["date_precision"])
    if coarse is None or row["tense"] not in ("noun", "phrase") or row["date_to"] is not None:
        return row
    inside = (o for o in others if o["word"] == row["word"] and o["date"] is not None and o["date_to"] is None)
    inside = (o for o in inside if SPANS.get(o["date_precision"], 2) > coarse)
    inside = (o for o in inside if str(o["date"])[: CUT[coarse]] == str(row["date"])[: CUT[coarse]])
    like = next((o for o in inside if has_same_parties(row, o, nation)), None)
    return row if like is None else row | dates_of(like)


def is_announced(row: dict, other: dict, nation: dict[str, str]) -> bool:
    """Tell whether an undated noun names what the article tells elsewhere as due (الانسحاب، اللقاء)."""
    undated = row["date"] is None and row["status"] == "past" and row["tense"] == "noun" and not row["aside"]
    due = other["date"] is not None and other["status"] == "planned" and not is_plural(row)
    return undated and due and first_word(row) == first_word(other) and has_same_parties(row, other, nation)


def is_open(row: dict) -> bool:
    """Tell whether another telling may know the date better: it is missing, the day of the news, or an anniversary's."""
    if row["date"] is None or is_vague(row):
        return True
    if row["sentence"] == 0:
        return row["by_news"]
    return row["by_news"] and row["date_precision"] == "day" and row["tense"] != "perfect"


def first_word(row: dict) -> str:
    """Return the first word of an entry (هجوم of «هجوم بطائرة مسيرة»)."""
    return row["word"].split()[0]


def antecedent(row: dict, others: list[dict]) -> dict | None:
    """Return the telling just before that «الهجوم» points back to: the same noun without the article, a sentence away."""
    if not row["definite"] or row["bound"]:
        return None
    near = (o for o in others if o["start"] < row["start"] and row["sentence"] - o["sentence"] <= 1)
    return next((o for o in near if first_word(o) == first_word(row) and not o["definite"]), None)


def is_one_death(row: dict, other: dict, persons: frozenset[str]) -> bool:
    """Tell whether two events tell how one person was killed: nobody dies twice."""
    killed = row["target"] in persons and row["target"] == other["target"] and other["date"] is not None
    return killed and first_word(row) in KILLINGS and first_word(other) in KILLINGS and row["status"] == "past"


def coming(row: dict, others: list[dict], nation: dict[str, str]) -> dict | None:
    """Return the dated visit or meeting ahead, told before, that a coming meeting of the same guest belongs to."""
    if row["type"] != "CONSULT" or row["status"] != "planned" or row["mode"] == "visit" or row["date"] is not None:
        return None
    if row["source"] is None:
        return None
    before = (o for o in others if o["start"] < row["start"] and o["type"] == "CONSULT" and o["date"] is not None)
    same = (o for o in before if of(o["source"], nation) == of(row["source"], nation))
    return next((o for o in same if o["status"] == "planned" or (o["status"], o["mode"]) == ("past", "visit")), None)


def is_same_act(row: dict, other: dict, nation: dict[str, str]) -> bool:
    """Tell whether a dated event is another telling of an undated one."""
    if other["date"] is None or other["type"] != row["type"] or other["quantity"] is not None or is_vague(other):
        return False
    if is_plural(row) and not (is_plural(other) and (row["definite"] or row["bound"])):
        return False
    if row["date"] is not None and not is_vague(row) and abs((row["date"] - other["date"]).days) > RECENT:
        return False
    if other["of_the_day"] and row["aside"]:
        again = row["type"] in FORCED and row["tense"] in FINITE and row["word"] == other["word"] and other["aside"] is False
        return again and row["source"] == other["source"] and has_same_parties(row, other, nation)
    if other["by_news"] and row["mode"] != "visit" and not is_deed(row):
        return False
    if not has_like_status(row, other):
        return False
    if is_deed(row) and other["by_news"] and row["type"] == "ASSAULT" and row["status"] == "past":
        return not (row["source"] and other["source"]) or of(row["source"], nation) == of(other["source"], nation)
    return is_alike(row, other) and has_same_parties(row, other, nation)


def is_vague(row: dict) -> bool:
    """Tell whether an event's date is no more than that of an anniversary."""
    return row["date_evidence"] is not None and "ذكرى" in row["date_evidence"]


def is_plural(row: dict) -> bool:
    """Tell whether a noun tells of several acts (الهجمات، اجتماعات), not of talks, which Arabic calls by a plural."""
    return row["tense"] == "noun" and bool(PLURAL.search(row["trigger"])) and not TALKS.search(row["trigger"])


def has_like_status(row: dict, other: dict) -> bool:
    """Tell whether two events both lie ahead or both do not, and both go on or both do not; talks may go on."""
    if (other["status"] in PENDING) != (row["status"] in PENDING):
        return False
    return (row["status"] == "ongoing") == (other["status"] == "ongoing") or row["type"] == "CONSULT"


def is_deed(row: dict) -> bool:
    """Tell whether a noun names an act that a report tells again as it goes (الهجوم، قتل الفتى، الاجتماع)."""
    again = row["type"] in FORCED or row["type"] == "CONSULT"
    return again and row["tense"] in ("noun", "phrase") and row["date"] is None


def is_alike(row: dict, other: dict) -> bool:
    """Tell whether two words can tell one act: the same, a withdrawal, a visit, «الهجوم», one's talks."""
    if row["word"] == other["word"] or row["type"] == "RETREAT" or (row["mode"] and row["mode"] == other["mode"]):
        return True
    attack = row["type"] == "ASSAULT" and row["definite"] and not row["trigger"].endswith("ات")
    return attack or (
        row["type"] == "CONSULT" and row["source"] == other["source"] and "visit" not in (row["mode"], other["mode"])
    )


def has_same_parties(row: dict, other: dict, nation: dict[str, str]) -> bool:
    """Tell whether two events have the same parties up to their states; one of them may leave a party out."""
    mine = [of(row["source"], nation), of(row["target"], nation)]
    theirs = [of(other["source"], nation), of(other["target"], nation)]
    if row["type"] == "CONSULT" and mine == theirs[::-1]:
        return True
    same = [one == two for one, two in zip(mine, theirs, strict=True) if one and two]
    return bool(same) and all(same)


def of(actor_id: str | None, nation: dict[str, str]) -> str | None:
    """Return the state of an actor, or the actor."""
    return nation.get(actor_id, actor_id)
