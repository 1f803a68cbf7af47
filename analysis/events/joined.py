"""Names joined to the one before: by «و» with their followers, or as the second of two demonyms (رفض مصري أردني)."""

from analysis.arabic.phrases import ARTICLE, Words, follows
from analysis.events.parties import Party
from analysis.events.sets import words

COMMA = "\N{ARABIC COMMA}"
STAFF = ("مكتب", "ديوان")
FOREMOST = 3  # words from a name to the group that it is the foremost of


def with_joined(text: Words, before: Party | None, party: Party) -> Party:
    """Return a name joined to one with its followers under what is over those (بين القوات الموالية له وقوات فلان).

    The second of two demonyms of one noun is joined to the first as well (رفض مصري أردني).
    """
    if before is not None and before.demonym and party.demonym and is_beside_demonym(text, before, party):
        return party._replace(joined=True, under=before.under)
    beside = party.joined and before is not None and party.start - before.last <= 2
    return party._replace(under=before.under) if beside and party.under == "ل" else party


def among_others(text: Words, before: Party | None, party: Party) -> Party:
    """Return a group that a name before it is only one of as such (أعلنت حركة الشباب، أقوى الجماعات المسلحة، حملة)."""
    if before is None or party.under is not None:
        return party
    if before.last + 1 == party.first and text.folded[before.first].removeprefix("و") in STAFF:
        return party._replace(under="أحد")  # «مكتب رئيس الوزراء الهندي ناريندرا مودي»
    if before.last + 1 >= party.first:
        return party
    beside = text.folded[before.last + 1] in words("foremost") and party.start - before.last <= FOREMOST
    gap = text.text[text.ends[before.last] : text.starts[before.last + 1]]
    return party._replace(under="أحد") if beside and COMMA in gap else party


def is_beside_demonym(text: Words, before: Party, party: Party) -> bool:
    """Tell whether two demonyms, both with the article or both without, stand side by side."""
    defined = {text.folded[p.first].startswith(ARTICLE) for p in (before, party)}
    return party.first == before.last + 1 and follows(text, before.last) and len(defined) == 1


def acts_along(party: Party, known: Party) -> bool:
    """Tell whether «و» joins a party to another, so that the two act together (الحوثيون وميليشيات صالح)."""
    first, second = sorted((party, known), key=lambda one: one.first)  # two readings of one name are no pair
    beside = 0 < second.start - first.last <= 2 or (second.demonym and second.first == first.last + 1)
    return second.joined and second.under == first.under and beside
