"""What the lighter of two words for one attack tells of its parties (استهدف مسلحون الموكب في هجوم)."""

from analysis.events.other_side import Roles
from analysis.events.parties import same

HITS = ("استهدف", "ضرب", "طال", "قتل")  # verbs that only tell whom an attack met


def with_verb(found: Roles, told: Roles) -> Roles:
    """Return the roles of an attack with what its lighter verb tells of them (استهدف مسلحون الموكب في هجوم)."""
    own = same(found.target, told.source)  # «استهدف الحوثيون تل أبيب بهجوم»: they are not hit
    placed = found.target is not None and found.target.use == "place"  # «قتل قائد في الحرس بغارة على دمشق»
    lacks = told.target is not None and not told.weak and (found.target is None or found.weak or own or placed)
    if found.source is None and told.source is not None:
        found = found._replace(source=told.source, rule=told.rule)
    return found._replace(target=told.target, weak=False) if lacks and not same(told.target, found.source) else found
