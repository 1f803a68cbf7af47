"""Wars that the lists know: «الحرب» in an article that names both sides needs no other word to say who fights whom."""

import datetime
from functools import cache
from typing import NamedTuple

from analysis import lists
from analysis.events.own_bodies import is_army


class War(NamedTuple):
    """Two states or groups that fight, and from when to when."""

    side: str
    other: str
    begins: datetime.date
    ends: datetime.date
    beside_side: frozenset[str]
    beside_other: frozenset[str]


@cache
def wars() -> tuple[War, ...]:
    """Return the wars of wars.csv, those that go on to the end of all days."""
    day = datetime.date.fromisoformat
    return tuple(
        War(
            row["side"], row["other"], day(row["begins"]), day(row["ends"]) if row["ends"] else datetime.date.max,
            *(frozenset(lists.parts(row[column])) for column in ("beside_side", "beside_other")),
        )
        for row in lists.rows("wars")
    )  # fmt: skip


def fought(bodies: list[str], nation: dict[str, str], day: datetime.date | None) -> tuple[str, str] | None:
    """Return the two sides of the one war of its day that an article names both sides of, as it names them.

    >>> fought(["moscow", "ukraine", "russia"], {"moscow": "russia"}, datetime.date(2022, 5, 16))
    ('russia', 'ukraine')
    """
    if day is None:
        return None
    on = {(war.side, war.other) for war in wars() if war.begins <= day <= war.ends}
    named = {pair for pair in ((named_as(a, bodies, nation), named_as(b, bodies, nation)) for a, b in on) if all(pair)}
    return named.pop() if len(named) == 1 else None


def without_ally(row: dict, nation: dict[str, str], day: datetime.date | None) -> dict:
    """Return an attack without a carried target who fights beside the attacker in a war of its day."""
    carried = row["type"] == "ASSAULT" and row["target"] not in row["stated"]
    if day is None or not carried or not are_allies(row["source"], row["target"], nation, day):
        return row
    return {**row, "target": None}


def are_allies(one: str, two: str, nation: dict[str, str], day: datetime.date) -> bool:
    """Tell whether two actors, or their states, fight on one side of a war of a day.

    >>> yemen = ("saudi-led-coalition-in-yemen", "popular-resistance-yemen", {}, datetime.date(2015, 7, 30))
    >>> are_allies(*yemen), are_allies("houthis", *yemen[1:])
    (True, False)
    """
    on = (war for war in wars() if one != two and war.begins <= day <= war.ends)
    sides = (side for war in on for side in ({war.side} | war.beside_side, {war.other} | war.beside_other))
    return any(all(actor in side or nation.get(actor) in side for actor in (one, two)) for side in sides)


def named_as(side: str, bodies: list[str], nation: dict[str, str]) -> str | None:
    """Return a side by its own name or by that of its forces, whichever an article names; None for neither."""
    forces = (body for body in bodies if nation.get(body) == side and is_army(body))
    return side if side in bodies else next(forces, None)
