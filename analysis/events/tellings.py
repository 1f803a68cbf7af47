"""Tellings of one act within an article: the date that one of them leaves out, another tells."""

from itertools import compress
from operator import not_
from typing import NamedTuple

from analysis.events.alike import first_word, has_same_parties, is_plural, is_war, may_be_same, of
from analysis.events.moments import NEWS_DAYS
from analysis.events.newsday import LEAD, SPEECH
from analysis.events.once import is_arrest, is_death, is_one_arrest, is_one_death
from analysis.events.own_days import RECENT, is_own_day, is_told_by_kin, only_one
from analysis.events.triggers import FINITE

PENDING = ("planned", "called_for")
FORCED = ("ASSAULT", "COERCE")  # types whose doer an article need not repeat
AGAIN = (*FORCED, "CONSULT", "PROTEST", "AGREE")  # types whose acts a noun with the article names again
SPANS = {"year": 0, "month": 1}  # how fine a precision is; a day is finer than both
DATES = ("date", "date_to", "date_precision", "date_evidence", "of_the_day")
CUT = (4, 7)  # characters of an ISO date that a year and a month share


class Facts(NamedTuple):
    """What the article and the lists know of actors: their states, the persons, the two main sides, all named.

    `state` and `group` are the state and the armed group that the article speaks of most, `forces` the state's army;
    `war` are the two sides of the war of its day.
    """

    nation: dict[str, str]
    persons: frozenset[str]
    sides: list[str]
    bodies: list[str]
    state: str | None = None
    group: str | None = None
    forces: str | None = None
    war: tuple[str, str] | None = None


def with_date(row: dict, others: list[dict], facts: Facts) -> dict:
    """Return an undated event with the date of another telling: same type and parties, dated by words of the text.

    `others` are the tellings before it, nearest first, then those behind it.
    """
    if row["within"]:
        return during_visit(row, others)
    told = in_lead(row, others) if row["sentence"] == 0 and row["status"] in ("past", "ongoing") else None
    if told is not None:
        return row | dates_of(told) | {"status": told["status"]}
    if row["sentence"] == 0 and row["by_news"]:
        row = row | dates_of(of_headline(row, others, facts.nation) or row)
    if row["by_news"] and row["tense"] == "participle":
        return with_verb(row, others)
    if row["by_news"] and row["tense"] == "perfect" and row["type"] in SPEECH:
        return said_on(row, others)
    reported = row["reported"] and row["status"] == "past"
    own = next((o for o in others if reported and is_own_day(row, o, facts.nation)), None)
    if own is not None:
        return row | dates_of(own)
    if not is_open(row):
        return finer(row, others, facts.nation)
    return retold(row, others, facts)


def retold(row: dict, others: list[dict], facts: Facts) -> dict:
    """Return an event that tells again what others date, with their date; of a noun for what is due its status too."""
    meant = antecedent(row, others)
    others = [other for other in others if other["date"] is not None]
    if row["series"] or (meant is not None and meant["date"] is None) or not others:
        return row
    like = another(row, others, facts)
    if like is not None:
        return row | dates_of(like)
    undated = row["date"] is None and row["status"] == "past" and row["tense"] == "noun"
    if not undated or row["aside"] or row["bound"] or is_plural(row):
        return row
    ahead = next((o for o in first_alike(row, others) if is_announced(row, o, facts.nation)), None)
    return row if ahead is None else row | dates_of(ahead) | {"status": ahead["status"]}


def another(row: dict, others: list[dict], facts: Facts) -> dict | None:
    """Return the dated telling of the same act: one death, one visit ahead, the noun pointed back to, a like act."""
    if row["pointed"] and row["tense"] == "noun" and row["status"] == "past":
        like = next((other for other in others if is_just_told(row, other)), None)
        if like is not None:
            return like
    alike = first_alike(row, others)
    like = next((other for other in alike if is_one_death(row, other)), None) if is_death(row, facts.persons) else None
    if like is None and is_arrest(row, facts.persons):
        like = next((other for other in alike if is_one_arrest(row, other)), None)
    like = like or coming(row, others, facts.nation)
    if like is None and row["date"] is None and not row["bound"] and row["status"] == "past":
        like = next((other for other in others if is_pointed_at(row, other)), None)
    return like or only_one(row, others, facts.nation) or of_kin(row, alike, facts.nation)


def of_kin(row: dict, alike: list[dict], nation: dict[str, str]) -> dict | None:
    """Return the dated telling of a like act; one by a word of the same root goes first, unless it is long before."""
    of_type = [other for other in alike if other["type"] == row["type"]]
    like = next((other for other in of_type if is_same_act(row, other, nation)), None)
    kin = next((other for other in of_type if is_told_by_kin(row, other, nation)), None)
    near = kin is not None and (like is None or abs((like["date"] - kin["date"]).days) <= RECENT)
    return kin if near else like


def during_visit(row: dict, others: list[dict]) -> dict:
    """Return an act told as part of a longer one with its date; of a visit with the month, as no day is told."""
    longer = ("CONSULT", row["type"])  # «ضربات قتل خلالها ثمانية»
    before = (o for o in others if o["start"] < row["start"] and o["type"] in longer and o["date"] is not None)
    visit = next((o for o in before if o["sentence"] == row["sentence"]), None)
    if visit is None or row["status"] != "past":
        return row
    if visit["date_to"] is not None or visit["mode"] != "visit":
        return row | dates_of(visit)
    return row | dates_of(visit) | {"date": visit["date"].replace(day=1), "date_precision": "month"}


def in_lead(row: dict, others: list[dict]) -> dict | None:
    """Return the telling in the lead of what the headline tells: due (يزور: من المقرر أن يزور), or a meeting held."""
    if row["date"] is not None and not (row["by_news"] and row["tense"] == "imperfect"):
        return None
    lead = [o for o in others if 0 < o["sentence"] <= LEAD]
    same = [o for o in lead if first_word(o) == first_word(row)]
    if same and all(o["status"] in PENDING for o in same):
        return same[0]
    if row["type"] != "CONSULT" or row["tense"] != "imperfect" or row["status"] != "ongoing":
        return None
    held = (o for o in lead if o["type"] == "CONSULT" and o["status"] == "past" and o["of_the_day"])
    return next(held, None)


def of_headline(row: dict, others: list[dict], nation: dict[str, str]) -> dict | None:
    """Return the telling in the lead, by the same noun and with a date of its own, of what the headline names."""
    lead = (o for o in others if 0 < o["sentence"] <= LEAD and first_word(o) == first_word(row))
    own = (o for o in lead if not o["by_news"] and o["date"] is not None and o["status"] == row["status"] == "past")
    like = next((o for o in own if o["tense"] == row["tense"] == "noun" and is_plural(o) == is_plural(row)), None)
    return like if like is not None and may_be_same(row, like, nation) else None


def with_verb(row: dict, others: list[dict]) -> dict:
    """Return the act of a participle with the date of the verb that it goes with (قاطع المحادثات مشككا في …)."""
    before = (o for o in others if o["start"] < row["start"] and o["sentence"] == row["sentence"])
    verb = next((o for o in before if o["tense"] == "perfect" and o["status"] == "past"), None)
    return row if verb is None else row | dates_of(verb)


def said_on(row: dict, others: list[dict]) -> dict:
    """Return what somebody said with the day on which, one sentence before, the same person acted."""
    before = (o for o in others if o["start"] < row["start"] and row["sentence"] - o["sentence"] == 1)
    own = (o for o in before if o["source"] == row["source"] is not None and o["status"] == "past")
    like = next((o for o in own if o["date"] is not None and o["date_precision"] == "day"), None)
    near = like is not None and abs((row["date"] - like["date"]).days) <= NEWS_DAYS
    return row | dates_of(like) if near and row["sentence"] > 0 else row


def finer(row: dict, others: list[dict], nation: dict[str, str]) -> dict:
    """Return an event dated by a year or month with the month or day within it that another telling names."""
    coarse = SPANS.get(row["date_precision"])
    due = row["status"] == "planned" and row["type"] == "CONSULT" and "سبوع" in (row["date_evidence"] or "")
    named = row["tense"] in ("noun", "phrase") or due
    if coarse is None or row["by_news"] or not named or row["date_to"] is not None:
        return row
    inside = (o for o in others if o["word"] == row["word"] and o["date"] is not None and (due or o["date_to"] is None))
    inside = (o for o in inside if SPANS.get(o["date_precision"], 2) > coarse)
    inside = (o for o in inside if str(o["date"])[: CUT[coarse]] == str(row["date"])[: CUT[coarse]])
    like = next((o for o in inside if has_like_status(row, o) and has_same_parties(row, o, nation)), None)
    return row if like is None else row | dates_of(like)


def coming(row: dict, others: list[dict], nation: dict[str, str]) -> dict | None:
    """Return the dated visit or meeting ahead, told before, that a coming meeting of the same guest belongs to."""
    if row["type"] != "CONSULT" or row["status"] != "planned" or row["mode"] == "visit" or row["date"] is not None:
        return None
    if row["source"] is None and not row["definite"]:
        return None
    before = (o for o in others if o["start"] < row["start"] and o["type"] == "CONSULT" and o["date"] is not None)
    before = (o for o in before if o["date_precision"] != "year")
    same = (o for o in before if row["source"] is None or of(o["source"], nation) == of(row["source"], nation))
    return next((o for o in same if o["status"] == "planned" or (o["status"], o["mode"]) == ("past", "visit")), None)


def is_announced(row: dict, other: dict, nation: dict[str, str]) -> bool:
    """Tell whether an undated noun names what the article tells elsewhere as due (الانسحاب، اللقاء)."""
    due = other["date"] is not None and other["status"] in PENDING
    return due and first_word(row) == first_word(other) and has_same_parties(row, other, nation)


def dates_of(row: dict) -> dict:
    """Return the date columns of an event."""
    return {name: row[name] for name in DATES}


def is_open(row: dict) -> bool:
    """Tell whether another telling may know the date better: it is missing, of the news, or of an anniversary."""
    if row["date"] is None or is_vague(row):
        return True
    if row["sentence"] == 0 or row["mode"] == "arrest":
        return row["by_news"]
    return row["by_news"] and row["date_precision"] == "day" and row["tense"] != "perfect"


def first_alike(row: dict, others: list[dict]) -> list[dict]:
    """Return the other tellings, those by the same word first."""
    word = first_word(row)
    alike = [first_word(other) == word for other in others]
    return [*compress(others, alike), *compress(others, map(not_, alike))]


def antecedent(row: dict, others: list[dict]) -> dict | None:
    """Return the telling that «الهجوم» points back to: the same noun without the article, a sentence before at most."""
    if not row["definite"] or row["bound"]:
        return None
    near = (o for o in others if o["start"] < row["start"] and row["sentence"] - o["sentence"] <= 1)
    return next((o for o in near if first_word(o) == first_word(row) and not o["definite"]), None)


def is_pointed_at(row: dict, other: dict) -> bool:
    """Tell whether a noun with the article names again what the article told of by the same noun (الضربات)."""
    again = row["definite"] and row["type"] in AGAIN and first_word(row) == first_word(other)
    once = other["quantity"] is None and other["date_to"] is None and other["status"] == "past"
    before = other["start"] < row["start"] and other["tense"] == "noun" and other["type"] == row["type"]
    return again and once and before and is_plural(row) == is_plural(other)


def is_just_told(row: dict, other: dict) -> bool:
    """Tell whether «هذا» points back to an act of the same type, told a sentence before at most (هذه الدعوة)."""
    before = other["start"] < row["start"] and row["sentence"] - other["sentence"] <= 1
    return before and other["type"] == row["type"] and is_plural(row) == is_plural(other)


def is_same_act(row: dict, other: dict, nation: dict[str, str]) -> bool:
    """Tell whether a dated event is another telling of an undated one."""
    if not is_likely(row, other) or not has_like_status(row, other) or is_reversed(row, other):
        return False
    if other["of_the_day"] and row["aside"]:
        return is_told_again(row, other) and has_same_parties(row, other, nation)
    if other["by_news"] and row["mode"] != "visit" and not is_deed(row):
        return False
    if is_deed(row) and other["by_news"] and row["type"] == "ASSAULT" and row["status"] == "past":
        return not (row["source"] and other["source"]) or of(row["source"], nation) == of(other["source"], nation)
    return is_alike(row, other) and has_same_parties(row, other, nation)


def is_reversed(row: dict, other: dict) -> bool:
    """Tell whether who acts in one event is acted upon in the other (استعاد الجيش المقر الذي سيطرت عليه الميليشيا)."""
    source, target = row["source"], other["target"]
    return row["type"] == "ASSAULT" and source is not None and source == target and source != other["source"]


def is_told_again(row: dict, other: dict) -> bool:
    """Tell whether a relative clause tells the day's news again (الذي قتل برصاص الجيش، الذي أجرى محادثات)."""
    if row["word"] != other["word"] or other["aside"]:
        return False
    talks = row["type"] == "CONSULT" and row["tense"] == "noun" and not row["series"]
    return talks or (row["type"] in FORCED and row["tense"] in FINITE and row["source"] == other["source"])


def is_likely(row: dict, other: dict) -> bool:
    """Tell whether a dated event of one type can tell the act of another: one or many alike, not long before it."""
    if other["date"] is None or other["type"] != row["type"] or other["quantity"] is not None or is_vague(other):
        return False
    months = other["date_to"] is not None and (other["date_to"] - other["date"]).days > RECENT
    if months and row["type"] in FORCED and row["word"] != other["word"]:
        return False  # «سجنوا معارضين منذ عام 1992» dates no other act
    if row["by_news"] and other["date_precision"] in SPANS and (row["mode"], row["status"]) != ("visit", "past"):
        return False  # «بدأت مناورات جديدة» is none of those «قبل أيام»
    if is_plural(row) and not (is_plural(other) and (row["definite"] or row["bound"])):
        return False
    if row["type"] == "ASSAULT" and row["tense"] == "noun" and is_plural(other) and not is_plural(row):
        return False
    return row["date"] is None or is_vague(row) or abs((row["date"] - other["date"]).days) <= RECENT


def is_vague(row: dict) -> bool:
    """Tell whether an event's date is no more than that of an anniversary."""
    return row["date_evidence"] is not None and "ذكرى" in row["date_evidence"]


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
    attack = row["type"] == "ASSAULT" and row["definite"] and not (row["trigger"].endswith("ات") or is_war(other))
    return attack or (
        row["type"] == "CONSULT" and row["source"] == other["source"] and "visit" not in (row["mode"], other["mode"])
    )
