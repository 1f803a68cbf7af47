"""Sentences that begin with somebody whom no list names, then a verb: «وزير الثقافة يلتقي السيسي»."""

from functools import cache

from analysis import lists
from analysis.arabic.phrases import ARTICLE, folded, follows
from analysis.events.agreement import imperfect_form
from analysis.events.options import stripped
from analysis.events.parties import Scene, bounds
from analysis.events.sets import words
from analysis.events.triggers import Trigger

OPENING = 9  # words from the first of a sentence to its verb at most
NISBA = ("ي", "يه", "يون")  # endings of a surname or of people made of a noun: التميمي
NO_SURNAME = words("between") | words("time_told") | words("stretch")  # «الأحد المقبل يلتقي بايدن نتنياهو»


@cache
def people() -> frozenset[str]:
    """Return the nouns that begin with somebody: bodies, callings and the first words of titles (وزير، وفد، ناشط)."""
    titles = (folded(row["title"]).split()[0].removeprefix(ARTICLE) for row in lists.rows("titles"))
    return words("acting") | words("calling") | words("person") | frozenset(titles)


def begins_with_another(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a noun that no list names begins a sentence as the subject of a verb or of one joined to it.

    A name behind such a verb is its object: «المالكي يزور طهران ويلتقي خامنئي».
    """
    if trigger.form.tense != "imperfect" or trigger.form.pronoun:
        return False
    first, verb = bounds(scene.text, trigger.first)[0], opening_verb(scene, trigger)
    if verb is None or not 0 < verb - first <= OPENING or not is_one_phrase(scene, first, verb):
        return False
    return is_somebody(scene.text.folded[first:verb]) and first not in scene.named


def opening_verb(scene: Scene, trigger: Trigger) -> int | None:
    """Return the first verb of a sentence, where it is this one or «و» joins this one to it in the same form."""
    first, here, text = bounds(scene.text, trigger.first)[0], trigger.first, scene.text.folded
    verb = next((i for i in scene.governing if first <= i <= here), None)
    if verb == here:
        return None if trigger.cut else here
    if verb is None or text[verb][:1] not in "يت" or not text[here].startswith("و"):
        return None
    return verb if imperfect_form(text[verb]) == imperfect_form(text[here].removeprefix("و")) else None


def is_one_phrase(scene: Scene, first: int, behind: int) -> bool:
    """Tell whether no comma or the like parts the words of a stretch and the word behind it."""
    return all(follows(scene.text, i) for i in range(first, behind))


def is_somebody(phrase: list[str]) -> bool:
    """Tell whether a phrase begins with a noun of people or of a body, or is a surname alone."""
    if not people().isdisjoint(stripped(phrase[0])) and not phrase[0].startswith(("ب", "ل", "ك")):
        return True
    head = phrase[0]
    return len(phrase) == 1 and head.startswith(ARTICLE) and head.endswith(NISBA) and head not in NO_SURNAME
