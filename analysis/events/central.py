"""Whom an article speaks of most: the state whose courts judge in it, and the armed group that its forces fight."""

from collections import Counter

from analysis.events.parties import Facts, Party

OFTEN = 3  # times that an article names the armed group it tells of at least
ARMIES = ("national-army", "armed-forces", "army-group")  # of a state, though a list calls them armed groups
FAR_MORE = 2  # how many times as often as any other


def central_state(found: list[Party], known: Facts) -> str | None:
    """Return the state of which an article speaks most, by its own name, its people or its bodies."""
    states = (known.home.get(p.actor_id, p.actor_id) for p in found if p.actor_id not in known.media)
    count = Counter(state for state in states if state in known.states)
    return next((state for state, _ in count.most_common(1)), None)


def central_group(found: list[Party], known: Facts) -> str | None:
    """Return the one armed group that an article tells of, or tells of far more than of any other."""
    armed = (party.actor_id for party in found if party.actor_id in known.armed)
    most = Counter(group for group in armed if not group.endswith(ARMIES)).most_common(2)
    if not most or most[0][1] < OFTEN:
        return None
    alone = len(most) == 1 or most[0][1] >= FAR_MORE * most[1][1]
    return most[0][0] if alone else None
