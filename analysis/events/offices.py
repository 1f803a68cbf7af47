"""Offices before names: an envoy's, held at a place, and those before a state whose holder is named behind it."""

from analysis.arabic.phrases import ARTICLE, Words, follows
from analysis.events.noun_phrases import clitic_of, phrase_start, preposition_at
from analysis.events.parties import Party
from analysis.events.sets import words

OFFICES = words("holder") | words("envoy") | words("named_head")
LED = ("ان", "بان", "لكن", "فان")
POSTED = ("إلى", "لدى", "ل", "ب", "باسم")
OFFICE = 7  # words from an office to the preposition of its place at most
AIDE = 4  # words from a chief to his aide at most


def envoy(text: Words, start: int, under: str | None) -> int | None:
    """Return the word of an office held at a place, its holder named behind it (المبعوث الأميركي إلى اليمن تيم …)."""
    inside = under in POSTED and bare_office(text.folded[start]) not in words("envoy")
    near = range(start - 1, max(-1, start - 1 - OFFICE), -1) if inside else ()
    led = next((i for i in near if bare_office(text.folded[i]) in words("envoy")), None)
    return led if led is not None and all(follows(text, i) for i in range(led, start)) else None


def bare_office(word: str) -> str:
    """Return a noun without its conjunction, preposition and article, but for letters of its own (وزير، وكيل، باحث)."""
    if word in OFFICES:
        return word
    bare = word[1:] if word[:1] in ("و", "ب", "ل") else word
    return bare.removeprefix(ARTICLE).removeprefix("ل") if bare != word or word.startswith(ARTICLE) else word


def in_brackets(text: Words, first: int, ends: frozenset[int]) -> tuple[int, str | None]:
    """Return start and preposition of a name in brackets: with «تنظيم» before them it is that body's (تنظيم (داعش)).

    «حلف شمال الأطلسي (الناتو)» is named twice: under "(" nobody acts.
    """
    head = first - 1
    if head >= 0 and (preposition_at(text.folded[head]) or text.folded[head] in LED):
        return first, preposition_at(text.folded[head])  # «أن (داعش) بدأ هجوما»
    if head < 0 or head in ends or bare_office(text.folded[head]) not in words("named_head"):
        return first, "("
    clitic = clitic_of(text.folded[head]) if text.folded[head] not in words("named_head") else None
    return (head, clitic) if clitic is not None else phrase_start(text, head, 0, ends)


def is_held_by(text: Words, first: int) -> bool:
    """Tell whether an office stands before a state or body, so that the name behind it holds it (رئيس كينيا …)."""
    near = range(max(0, first - 2), first)
    offices = words("holder") | words("envoy")
    return any(text.folded[i].removeprefix("و") in offices and follows(text, i) for i in near)


def is_aide(text: Words, chief: Party, first: int, people: frozenset[str]) -> bool:
    """Tell whether a person is but named in the title of another (مستشار بايدن للشؤون الأفريقية هامر)."""
    between = text.folded[chief.last + 1 : first]
    led = (
        chief.actor_id in people
        and bare_office(text.folded[chief.start]) in words("envoy")
        and 0 < len(between) <= AIDE
    )
    apart = led and between[0].startswith(("لل", "لشوون", "لشءون", "لشؤون")) and not chief.joined
    return apart and all(follows(text, i) for i in range(chief.last, first))
