"""Tellings of one act within an article: what one of them leaves out, another tells."""

import datetime

PENDING = ("planned", "called_for")
FORCED = ("ASSAULT", "COERCE")  # types whose doer an article need not repeat
OFFICIAL = ("government", "ministry", "forces", "police")  # in an actor_id: those whom people protest against
CERTAIN = (
    "CONSULT",
    "AGREE",
    "COOPERATE",
    "ASSAULT",
    "RETREAT",
    "SUPPORT",
)  # types whose parties the article makes sure


def linked(rows: list[dict], published: datetime.date | None, nation: dict[str, str], sides: list[str]) -> list[dict]:
    """Return the events of an article, parties and dates filled from the other tellings of the same act.

    `sides` are the two states that the article speaks of most.
    """
    filled: list[dict] = []
    for row in rows:
        filled.append(with_anybody(with_parties(row, filled[::-1], nation), filled[::-1], sides))
    filled = [with_declared(row, filled) for row in filled]
    filled = [without_protester(with_police(row, filled), nation) for row in filled]
    filled = [visitor_first(row, visits(filled, nation), nation) for row in filled]
    return [with_date(row, [*filled[:i][::-1], *filled[i + 1 :]], nation) for i, row in enumerate(filled)]


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


def with_declared(row: dict, rows: list[dict]) -> dict:
    """Return a truce that names no parties with those of the one that the article tells was declared."""
    bound = row["bound"] and "both sides" not in row["rule"]
    if row["type"] not in ("RETREAT", "CONCEDE") or bound or not row["definite"]:
        return row
    declared = (o for o in rows if o["word"] == row["word"] and o["type"] == "CONCEDE" and not o["definite"])
    like = next((o for o in declared if o["source"]), None)
    if like is None:
        return row
    return row | {"source": like["source"], "target": like["target"], "rule": row["rule"] + "; as declared"}


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
    guessed = row["tense"] in ("noun", "phrase") and not row["bound"]
    return row | {"source": None} if row["type"] == "PROTEST" and (official or guessed) else row


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
    at_home = row["place"] and of(row["place"], nation) == source != target and row["target"] in nation
    reversed_ = (
        ("both sides" in row["rule"] or ("between two" in row["rule"] and row["adjectives"]))
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
    if like is None and row["type"] not in FORCED:
        like = next(
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


def with_date(row: dict, others: list[dict], nation: dict[str, str]) -> dict:
    """Return an undated event with the date of another telling: same type and parties, dated by words of the text."""
    own_words = row["date"] is not None and row["date_evidence"] != "published" and not row["by_news"]
    if own_words or (row["tense"] == "perfect" and row["date"] is not None):
        return row
    alike = sorted(others, key=lambda other: other["word"] != row["word"])
    like = next((other for other in alike if is_same_act(row, other, nation)), None)
    if like is None:
        return row
    return row | {name: like[name] for name in ("date", "date_to", "date_precision", "date_evidence")}


def is_same_act(row: dict, other: dict, nation: dict[str, str]) -> bool:
    """Tell whether a dated event is another telling of an undated one."""
    if other["date"] is None or other["type"] != row["type"] or other["quantity"] is not None:
        return False
    if other["by_news"] and row["mode"] != "visit" and not is_deed(row):
        return False
    if not has_like_status(row, other):
        return False
    if is_deed(row) and other["by_news"] and row["type"] == "ASSAULT" and row["status"] == "past":
        known = [side for side in ("source", "target") if row[side] and other[side]]
        return all(of(row[side], nation) == of(other[side], nation) for side in known)
    return is_alike(row, other) and has_same_parties(row, other, nation)


def has_like_status(row: dict, other: dict) -> bool:
    """Tell whether two events both lie ahead or both do not, and both go on or both do not; talks may go on."""
    if (other["status"] in PENDING) != (row["status"] in PENDING):
        return False
    return (row["status"] == "ongoing") == (other["status"] == "ongoing") or row["type"] == "CONSULT"


def is_deed(row: dict) -> bool:
    """Tell whether a noun names an act that a report tells again as it goes (الهجوم، قتل الفتى، الاجتماع)."""
    again = row["type"] in FORCED or (row["type"] == "CONSULT" and row["definite"])
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
