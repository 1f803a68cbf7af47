"""Names that stand just before their verb: «أوستن سيلتقي», «السفارة في بيروت توقف», «القوات المشتركة تتقدم»."""

from bisect import bisect_left

from analysis.arabic.phrases import ARTICLE, follows
from analysis.events.parties import Party, Scene, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import Trigger

BETWEEN = words("between")
NEAR = 6  # words from a name to its verb at most
QUOTES = frozenset('"«“')


def is_leading(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name stands free just before a verb (أوستن سيلتقي; أن واشنطن قد تفرض)."""
    if (
        party.under is not None
        or (party.use == "place" and not begins_beside(scene, party, trigger))
        or trigger.first - party.last > NEAR
        or scene.text.folded[trigger.first].startswith("و")
    ):
        return False
    between = range(placed(scene, party) + 1, trigger.first)
    if breaks(scene.text, party.last, trigger.first) or is_quoting(scene, party, trigger):
        return False
    return all(scene.text.folded[i] in BETWEEN or is_adjective(scene, i) for i in between)


def is_quoting(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a name behind a verb of saying only quotes what a verb tells (وقال المرصد «خطف مسلحون الضابط»)."""
    opened = scene.text.text[scene.text.ends[party.last] : scene.text.starts[trigger.first]]
    return party.start - 1 in scene.spoken and not QUOTES.isdisjoint(opened)


def is_adjective(scene: Scene, i: int) -> bool:
    """Tell whether a word can only be an adjective of the name before it (القوات اليمنية المشتركة تتقدم)."""
    word = scene.text.folded[i]
    told = word.startswith(ARTICLE) and word.endswith(("ي", "ه"))
    return told and i not in scene.named and follows(scene.text, i - 1)


def placed(scene: Scene, party: Party) -> int:
    """Return the last word of a name with the place that it is told of behind it (السفارة في بيروت توقف)."""
    a = bisect_left(scene.parties, (party.last + 1,))
    beside = scene.parties[a : a + 1]
    held = (p for p in beside if p.use == "place" and p.under == "في" and p.start - party.last == 2)
    return next((p.last for p in held), party.last)


def begins_beside(scene: Scene, party: Party, trigger: Trigger) -> bool:
    """Tell whether a place begins its sentence directly before a verb, and so acts (كردستان العراق يطالب)."""
    return party.last == trigger.first - 1 and bounds(scene.text, trigger.first)[0] == party.start
