"""Acts that befall a person once in an article, so that all its tellings share a date: a death, an arrest."""

KILLINGS = frozenset(("قتل", "مقتل", "قتيل", "استشهد", "استشهاد", "اغتال", "اغتيال", "أعدم", "إعدام"))


def is_death(row: dict, persons: frozenset[str]) -> bool:
    """Tell whether an event tells how a person was killed."""
    return row["target"] in persons and is_killing(row) and row["status"] != "negated"


def is_killing(row: dict) -> bool:
    """Tell whether the word of an event, or the first of its words, tells a killing."""
    return row["word"].partition(" ")[0] in KILLINGS


def is_one_death(row: dict, other: dict) -> bool:
    """Tell whether another event tells of the death of one who was killed: nobody dies twice."""
    return row["target"] == other["target"] and other["date"] is not None and is_killing(other)


def is_arrest(row: dict, persons: frozenset[str]) -> bool:
    """Tell whether an event tells how a person was arrested."""
    return row["mode"] == "arrest" and row["target"] in persons and row["status"] == "past"


def is_one_arrest(row: dict, other: dict) -> bool:
    """Tell whether words of the text date another telling of an arrest: an article tells of one of a person."""
    same = other["mode"] == "arrest" and row["target"] == other["target"]
    return same and other["date"] is not None and not other["by_news"] and other["status"] == "past"
