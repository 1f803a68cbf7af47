"""Texts -> their words and triggers: what each word may be to an event is found once per spelling."""

from collections.abc import Iterator
from functools import cache
from itertools import pairwise

from analysis.arabic import phrases
from analysis.arabic.by_word import ByWord
from analysis.events import duties, options, owed
from analysis.events.candidates import BEGINS, CARRIES, DEMONYM, DUTY, POINTS, SAYS, SECOND, TELLS, without_halves
from analysis.events.noun_phrases import preposition_at
from analysis.events.parties import is_form
from analysis.events.peoples import group_adjectives
from analysis.events.pointing import read as pointing_nouns
from analysis.events.sets import words
from analysis.events.triggers import Trigger, triggers
from analysis.lists import demonyms


def read(texts: list[str], known_forms: options.Reader) -> Iterator[tuple[phrases.Words, list[Trigger]]]:
    """Yield the words of each text and those that may tell acts."""
    able = phrases.Asked(kinds_by(known_forms).__getitem__)
    helping = phrases.Asked(known_forms.helps.__getitem__, object)
    for block in phrases.blocks(texts):
        texts_read = phrases.of_texts(block, without_halves(able.each(block)))
        helps = helping.each(block).tolist()
        for text, (first, behind) in zip(texts_read, pairwise(block.bounds.tolist()), strict=True):
            found = triggers(text, known_forms, helps[first:behind])
            yield text, duties.duties(text, known_forms, found)


def kinds_by(known_forms: options.Reader) -> ByWord:
    """Return what each word can do, by forms: those of the package are kept from one call to the next."""
    return kinds_by_default() if known_forms is options.default() else ByWord(lambda word: kinds(word, known_forms))


@cache
def kinds_by_default() -> ByWord:
    """Return what each word can do by the package's own list."""
    return ByWord(lambda word: kinds(word, options.default()))


def kinds(word: str, known_forms: options.Reader) -> int:
    """Return what a word can do: tell an act, carry or report one, name a party; 0 if it need not be looked at."""
    # «بين» and «بينهما» are prepositions before they are verbs.
    verb = not preposition_at(word) and word.removeprefix("و") not in words("bound")
    alone, before, _ = known_forms.options[word]
    return (
        TELLS * bool(alone)
        | BEGINS * (bool(before) and not alone)
        | SECOND * (word in known_forms.seconds)
        | SAYS * (verb and is_form(word, "reporting_verbs"))
        | CARRIES * (verb and is_form(word, "carrier_verbs"))
        | POINTS * bool(pointing_nouns(word))
        | DEMONYM * (word in demonyms.forms() or word in demonyms.beginnings() or word in group_adjectives())
        | DUTY * (word in owed.ON)
    )
