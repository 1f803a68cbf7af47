"""Whom an article speaks of most: the state whose courts judge, the armed group its forces fight, its two sides."""

from collections import Counter

from analysis.events.own_bodies import is_army
from analysis.events.parties import Facts, Party

OFTEN = 3  # times that an article names the armed group it tells of at least
FAR_MORE = 2  # how many times as often as any other


def central_state(found: list[Party], known: Facts) -> str | None:
    """Return the state of which an article speaks most, by its own name, its people or its bodies."""
    states = (known.home.get(p.actor_id, p.actor_id) for p in found if p.actor_id not in known.media)
    count = Counter(state for state in states if state in known.states)
    return next((state for state, _ in count.most_common(1)), None)


def central_group(found: list[Party], known: Facts) -> str | None:
    """Return the one armed group that an article tells of, or tells of far more than of any other."""
    armed = (party.actor_id for party in found if party.actor_id in known.armed)
    most = Counter(group for group in armed if not is_army(group)).most_common(2)
    if not most or most[0][1] < OFTEN:
        return None
    alone = len(most) == 1 or most[0][1] >= FAR_MORE * most[1][1]
    return most[0][0] if alone else None


def sides(found: list[Party], known: Facts) -> list[Party]:
    """Return the two sides that an article speaks of most, states or armed groups, as parties."""
    first: dict[str, Party] = {}
    count: Counter[str] = Counter()
    named = {party.actor_id for party in found}
    for party in found:
        side = known.nation.get(party.actor_id, party.actor_id if party.actor_id in known.home else None)
        if side not in named and (is_army(party.actor_id) or party.actor_id in known.armed):
            side = party.actor_id  # «الجيش السوداني» fights where Sudan is not named
        if side and side in named and party.actor_id not in known.media and party.use == "actor":
            count[side] += 1 if party.joined else 2  # of «السويد وفنلندا» the first is the side
            first.setdefault(side, party)
    most = [side for side, n in count.most_common(2) if n >= 6]
    mains = [first[side]._replace(actor_id=side, under=None) for side in most]
    return sorted((ruling(found, main, most, known) for main in mains), key=lambda party: party.first)


def ruling(found: list[Party], side: Party, most: list[str], known: Facts) -> Party:
    """Return the government that a state stands for where the other side is an armed group of its own."""
    if not any(known.home.get(other) == side.actor_id != other for other in most):
        return side
    own = (p for p in found if "government" in p.actor_id and known.nation.get(p.actor_id) == side.actor_id)
    named = next(own, None)
    return side._replace(actor_id=named.actor_id) if named else side
