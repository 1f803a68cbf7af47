"""Women among the actors, by their given names: Arabic verbs and pronouns tell them from men."""

from functools import cache

import pandas as pd

from analysis import lists
from analysis.arabic.letters import fold


@cache
def given_names() -> frozenset[str]:
    """Return the folded given names of women (women_names.csv)."""
    return frozenset(fold(row["name"]) for row in lists.rows("women_names"))


def among(actors: pd.DataFrame) -> frozenset[str]:
    """Return the actor_ids of the persons of a table whose Arabic names begin with one of them."""
    persons = actors.loc[actors["kind"] == "person", ["actor_id", "actor_ar"]].drop_duplicates()
    named = zip(persons["actor_id"], persons["actor_ar"], strict=True)
    return frozenset(actor_id for actor_id, name in named if fold(name).partition(" ")[0] in given_names())


@cache
def listed() -> frozenset[str]:
    """Return the women of the package's actor list, also those whose name does not tell it (Tsai Ing-wen)."""
    others = (row["word"] for row in lists.rows("event_function_words") if row["set"] == "woman")
    return among(lists.packaged_actors()).union(others)
