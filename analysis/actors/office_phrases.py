"""Offices and their holders' states -> the phrases that name them, in every wording of the press, as folded words."""

import itertools
from collections.abc import Iterable, Iterator
from functools import cache

from analysis import lists
from analysis.arabic.phrases import ARTICLE, folded

UN = "الأمم المتحدة"
BEFORE_UN = ("لدى", "الدائم لدى", "الدائمة لدى", "في")
OF_ORGANISATIONS = ("leader", "secretary-general")  # offices of which the country is an organisation


def named() -> Iterator[tuple[list[str], str, str]]:
    """Yield the phrases of office_names.csv, each with its office and the title of its state."""
    for row in lists.rows("office_names"):
        for path in worded(row["phrase"]):
            yield path, row["office"], row["country"]


def generic() -> Iterator[tuple[list[str], str]]:
    """Yield the phrases of offices.csv with their offices."""
    for row in lists.rows("offices"):
        for path in itertools.chain.from_iterable(map(worded, lists.parts(row["phrases"]))):
            yield path, row["office"]


def worded(phrase: str) -> Iterator[list[str]]:
    """Yield the words of an office, also as other papers put it: المتحدث باسم، الناطق الرسمي باسم.

    >>> ["ناطق", "الخارجيه"] in worded("المتحدث باسم الخارجية")
    True
    """
    yield folded(phrase).split()
    for wording, others in wordings().items():
        if phrase.startswith(wording + " "):
            rest = phrase.removeprefix(wording)
            yield from (folded(other + rest).split() for other in others)


@cache
def wordings() -> dict[str, list[str]]:
    """Return the other wordings of the beginning of an office; of leaders and delegates, what stands in front."""
    return {row["wording"]: lists.parts(row["others"]) for row in lists.rows("office_wordings")}


def of_organisations(terms: Iterable[tuple[str, str]], actors: dict[str, dict]) -> Iterator[tuple[list[str], str, str]]:
    """Yield «زعيم» and the like with every spelling of an organisation, its office and its actor_id.

    `terms` are the offices and actor_ids of which a list has holders.
    """
    for office, actor_id in terms:
        if office in OF_ORGANISATIONS and actor_id in actors:
            for head, name in itertools.product(wordings()[office], lists.parts(actors[actor_id]["spellings"])):
                yield folded(joined(head, name)).split(), office, actor_id


def joined(head: str, name: str) -> str:
    """Return the name of an organisation behind the word for its leader.

    >>> joined("الأمين العام ل", "الجبهة الشعبية"), joined("زعيم", "حزب الله")
    ('الأمين العام للجبهة الشعبية', 'زعيم حزب الله')
    """
    if not head.endswith(" ل"):
        return f"{head} {name}"
    return head + ("ل" + name.removeprefix(ARTICLE) if name.startswith(ARTICLE) else name)


def delegates(
    terms: Iterable[tuple[str, str]], actors: dict[str, dict], demonyms: dict[str, str]
) -> Iterator[tuple[list[str], str, str]]:
    """Yield «المندوب الروسي لدى الأمم المتحدة» and «مندوب روسيا الدائم …» of every state with a listed delegate."""
    for office, state in terms:
        if office == "ambassador-to-un" and state in actors:
            of_state = [
                f"{head} {name}" for head in wordings()[office] for name in lists.parts(actors[state]["spellings"])
            ]
            adjectives = [form for form, owner in demonyms.items() if owner == state and form.startswith(ARTICLE)]
            described = [f"ال{head} {form}" for head in wordings()[office] for form in adjectives]
            for phrase, behind in itertools.product([*of_state, *described], BEFORE_UN):
                yield folded(f"{phrase} {behind} {UN}").split(), office, state
