"""Parties that no rule finds: who does the acts of the same type in the article, or the act beside it in its sentence.

What one power does to another has a doer even where its clause leaves him out («إخراج القواعد من أراضيها»). Attacks,
protests and arrests are left alone: as often as not it is civilians, or persons unknown, who stand there.
"""

from collections import Counter

from analysis.events.alike import of
from analysis.events.judges import JUDGING, OTHERS
from analysis.events.other_side import ALONE
from analysis.events.parties import COMES
from analysis.events.subjects import UNLISTED as BEHIND

DOES_SO_TOO = "; who does others of its kind"
UNLISTED = "passive verb, a relative clause"  # of people without a name
BYGONE = "what was before"
BESIDE = "; who acts beside it"
MEETS_SO_TOO = "; whom others of its kind meet"
ANSWERS = "; whom it answers"
ANSWERED, ANSWERED_WITHIN = ("REQUEST", "ACCUSE", "THREATEN"), 1  # types of what is refused; sentences to it at most
OF_A_KIND = ("RETREAT", "SANCTION", "CONCEDE", "THREATEN")  # types that one does several times in an article
IN_A_SENTENCE = ("SANCTION", "CONCEDE", "SUPPORT", "CONSULT", "AGREE")  # types told with what else their doer does
AGAINST_ONE = ("RETREAT", "CONCEDE", "MOBILIZE", "ACCUSE")  # types that meet the same party throughout an article


def with_left_out(rows: list[dict], nation: dict[str, str]) -> list[dict]:
    """Return the events of an article, a party that none of them names taken from the acts like it or beside it."""
    alike, beside = grouped(rows, "type"), grouped(rows, "sentence")
    return [
        with_target(with_source(row, alike[row["type"]], beside[row["sentence"]], nation), rows, nation)
        if row["source"] is None or row["target"] is None or is_guessed(row)
        else row
        for row in rows
    ]


def grouped(rows: list[dict], column: str) -> dict[object, list[dict]]:
    """Return the events by what a column of theirs holds."""
    groups: dict[object, list[dict]] = {}
    for row in rows:
        groups.setdefault(row[column], []).append(row)
    return groups


def with_source(row: dict, alike: list[dict], beside: list[dict], nation: dict[str, str]) -> dict:
    """Return an act that nobody does as one of who does the acts of its type, else of who acts in its sentence."""
    if row["source"]:
        return row
    if row["type"] in OF_A_KIND:
        source = most_named(alike, row, "source", nation)
        if source:
            return row | {"source": source, "rule": row["rule"] + DOES_SO_TOO}
    others = row["rule"].endswith((BEHIND, BYGONE))  # «رحبت منظمة شيربا بالحكم»، «لن تلتزم روسيا بالعقوبات»
    together = row["type"] in IN_A_SENTENCE and COMES not in row["rule"] and not others
    told = [o for o in beside if not (o["type"] in JUDGING and OTHERS in row["rule"])]  # «رحبت مصر بالاتفاق الذي …»
    told = [o for o in told if not (o["type"] == "REQUEST" and row["status"] == "called_for")]  # «طالب الحلفاء بفرض …»
    told = [o for o in told if not (o["type"] == "ASSAULT" and row["type"] == "SANCTION")]  # who attacks imposes none
    acting = Counter(o["source"] for o in told if o["source"]) if together else Counter()
    source = abroad(acting, row["target"], nation)
    return row | {"source": source, "rule": row["rule"] + BESIDE} if source else row


def with_target(row: dict, rows: list[dict], nation: dict[str, str]) -> dict:
    """Return an act that meets nobody as one that meets whom the acts of its type in the article meet."""
    if (row["target"] and not is_guessed(row)) or row["of_people"] or UNLISTED in row["rule"]:
        return row
    if row["type"] == "REJECT":
        return with_answered(row, rows, nation)
    if row["type"] not in AGAINST_ONE or row["mode"] in ALONE or row["word"].startswith("بته"):
        return row
    target = most_named([o for o in rows if o["type"] == row["type"]], row, "target", nation)
    return row | {"target": target, "rule": row["rule"] + MEETS_SO_TOO} if target else row


def is_guessed(row: dict) -> bool:
    """Tell whether whom a withdrawal or a release meets is only the other side of its sentence or article."""
    told = row["target"] in row["stated"] or "told before" in row["rule"]
    return row["type"] == "RETREAT" and row["target"] is not None and not told


def with_answered(row: dict, rows: list[dict], nation: dict[str, str]) -> dict:
    """Return a refusal that names nobody with who asked or blamed just before it (ورفضت الوزارة هذه الاتهامات)."""
    near = [o for o in rows if o["start"] < row["start"] and row["sentence"] - o["sentence"] <= ANSWERED_WITHIN]
    spoken = (o["source"] for o in near[::-1] if o["type"] in ANSWERED and o["source"] and row["source"])
    asked = next((source for source in spoken if of(source, nation) != of(row["source"], nation)), None)
    return row | {"target": asked, "rule": row["rule"] + ANSWERS} if asked else row


def most_named(rows: list[dict], row: dict, side: str, nation: dict[str, str]) -> str | None:
    """Return whom the own words of most of the acts name on a side, other than the other party of an act.

    >>> acts = [{"source": "iran", "stated": {"iran"}}, {"source": "iraq", "stated": set()}]
    >>> most_named(acts, {"target": "israel"}, "source", {})
    'iran'
    """
    named = Counter(o[side] for o in rows if o is not row and o[side] and o[side] in o["stated"])
    return abroad(named, row["target" if side == "source" else "source"], nation)


def abroad(count: Counter[str], other: str | None, nation: dict[str, str]) -> str | None:
    """Return the most frequent actor that is not of the state of another one."""
    state = of(other, nation)
    return next((a for a, _ in count.most_common() if a != other and (state is None or of(a, nation) != state)), None)
