"""Who only judges an act: a state that condemns an attack is not the one attacked (أدانت مصر القصف الإسرائيلي)."""

from analysis.events.triggers import FINITE

OTHERS = "told by others"  # a rule by which who judges or reports an act has not done it
JUDGING = ("ACCUSE", "SUPPORT", "REJECT")
DEEDS = ("ASSAULT", "COERCE", "SANCTION", "THREATEN", "MOBILIZE")


def without_judge(row: dict, before: list[dict]) -> dict:
    """Return an act whose target was only guessed, without who condemns or welcomes it in the same sentence.

    `before` are the tellings before it, nearest first.
    """
    if not row["weak"] or row["type"] not in DEEDS or row["tense"] in FINITE or row["target"] is None:
        return row
    near = (o for o in before[:2] if o["sentence"] == row["sentence"] and o["type"] in JUDGING)
    judges = any(o["source"] == row["target"] and o["tense"] in (*FINITE, "participle") for o in near)
    return row | {"target": None} if judges else row


def without_asker(row: dict, before: list[dict], sides: list[str]) -> dict:
    """Return what somebody is asked to end without the asker as whom it meets, where he is no side of the conflict."""
    ends = row["type"] in ("RETREAT", "CONCEDE") and row["status"] == "called_for" and row["target"] is not None
    if not ends or row["target"] in sides or row["target"] in row["stated"]:
        return row
    asked = (o for o in before[:2] if o["sentence"] == row["sentence"] and o["type"] == "REQUEST")
    return row | {"target": None} if any(o["source"] == row["target"] for o in asked) else row
