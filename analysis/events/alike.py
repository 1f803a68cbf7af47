"""What two tellings share: their word, how many acts they tell of, their parties."""

import re

TALKS = re.compile("محادثات|مباحثات|مفاوضات|مشاورات|مباحاثات|مداولات")
WARS = ("حرب", "غز", "نزاع", "صراع")
PLURAL = re.compile("ات(?:ه|ها|هم|هما|نا)?$")


def first_word(row: dict) -> str:
    """Return the first word of an entry (هجوم of «هجوم بطائرة مسيرة»)."""
    return row["word"].partition(" ")[0]


def is_plural(row: dict) -> bool:
    """Tell whether a noun tells of several acts (الهجمات), not of talks, a plural in Arabic, nor of one of them."""
    many = row["tense"] == "noun" and bool(PLURAL.search(row["trigger"])) and not TALKS.search(row["trigger"])
    return many and not row["one_of"]


def is_war(row: dict) -> bool:
    """Tell whether an event is a war, of which an attack is but one act."""
    return row["word"].startswith(WARS)


def has_same_parties(row: dict, other: dict, nation: dict[str, str]) -> bool:
    """Tell whether two events have the same parties up to their states; one of them may leave a party out."""
    if row["another"] or other["another"]:
        return False
    mine = [of(row["source"], nation), of(row["target"], nation)]
    theirs = [of(other["source"], nation), of(other["target"], nation)]
    if row["type"] == "CONSULT" and mine == theirs[::-1]:
        return True
    same = [one == two for one, two in zip(mine, theirs, strict=True) if one and two]
    return bool(same) and all(same)


def may_be_same(row: dict, other: dict, nation: dict[str, str]) -> bool:
    """Tell whether two tellings name no parties that differ, and neither is said to be another act."""
    if row["another"] or other["another"]:
        return False
    sides = [(of(row[side], nation), of(other[side], nation)) for side in ("source", "target")]
    return all(one == two or None in (one, two) for one, two in sides)


def of(actor_id: str | None, nation: dict[str, str]) -> str | None:
    """Return the state of an actor, or the actor."""
    return nation.get(actor_id, actor_id)


def is_other_attack(row: dict, other: dict) -> bool:
    """Tell whether one attack is told beside many, so that neither is the other (نددت بالهجوم; هجمات الجماعة)."""
    return row["type"] == "ASSAULT" and not is_plural(row) and is_plural(other)


def may_be_of(row: dict, other: dict, nation: dict[str, str]) -> bool:
    """Tell whether two tellings are not told of two states."""
    return row["source"] is None or of(row["source"], nation) == of(other["source"], nation)


def is_of_who_is_asked(row: dict, before: list[dict]) -> bool:
    """Tell whether an act is that of who is named as asked to do it or accused of it (طالب الحوثيين بالإفراج عن …)."""
    holder = next((o for o in before if o["sentence"] == row["sentence"] and o["type"] in ("REQUEST", "ACCUSE")), None)
    named = holder is not None and not holder["weak"] and holder["target"] is not None
    return named and holder["target"] == row["source"] and "holder names" in row["rule"]
