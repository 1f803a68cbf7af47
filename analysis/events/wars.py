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


@cache
def wars() -> tuple[War, ...]:
    """Return the wars of wars.csv, those that go on to the end of all days."""
    day = datetime.date.fromisoformat
    return tuple(
        War(row["side"], row["other"], day(row["begins"]), day(row["ends"]) if row["ends"] else datetime.date.max)
        for row in lists.rows("wars")
    )


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


def named_as(side: str, bodies: list[str], nation: dict[str, str]) -> str | None:
    """Return a side by its own name or by that of its forces, whichever an article names; None for neither."""
    forces = (body for body in bodies if nation.get(body) == side and is_army(body))
    return side if side in bodies else next(forces, None)
