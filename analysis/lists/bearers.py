"""Who else bears the names of one's own actors: an actor of the package's list, or a body that every state has."""

from collections.abc import Iterator
from functools import cache

from analysis import lists
from analysis.arabic.phrases import folded

IN_EVERY_STATE = "in every state"


def shared(rows: tuple[dict[str, str], ...]) -> Iterator[tuple[int, str, str]]:
    """Yield the row, the spelling and who else bears it, for each spelling of one's own actors that others bear too."""
    for number, row in enumerate(rows, 2):
        if row["kind"] == lists.NOBODY:
            continue
        own = {row.get("actor_id"), row["actor"]} - {""}
        for spelling in lists.parts(row["spellings"]):
            others = [other for other in bearers().get(folded(spelling), ()) if own.isdisjoint(other.values())]
            if others:
                yield number, spelling, others[0]["actor"]
            elif folded(spelling) in heads():
                yield number, spelling, IN_EVERY_STATE


@cache
def bearers() -> dict[str, list[dict[str, str]]]:
    """Return the actors of the package's list by their spellings and short names, folded, each by its three names."""
    found: dict[str, list[dict[str, str]]] = {}
    for row in lists.packaged_actors().to_dict("records"):
        names = {name: row[name] for name in ("actor_id", "actor", "actor_ar")}
        for spelling in {folded(part) for part in [*lists.parts(row["spellings"]), *lists.parts(row["short"])]}:
            found.setdefault(spelling, []).append(names)
    return found


@cache
def heads() -> frozenset[str]:
    """Return the folded names by which any state's bodies are called: «الجيش»، «الحكومة»."""
    return frozenset(folded(head) for row in lists.rows("institutions") for head in lists.parts(row["heads"]))
