"""Stretches that look like names of persons -> those that are: no common words, no street, nothing beyond the name."""

import re
from functools import cache, lru_cache
from typing import NamedTuple

from analysis.actors.kinds import common_given_names, given_names, of_kind, surnames
from analysis.actors.namings import is_title
from analysis.actors.personal import near
from analysis.actors.sayers import PRONOUN, hangs
from analysis.actors.speech_verbs import verbs
from analysis.arabic import frequency, function_words
from analysis.arabic.by_word import MOST
from analysis.arabic.phrases import ARTICLE, Words
from analysis.lists import demonyms

# Words per million of general Arabic; set by reading what was proposed on 120 news articles, tried on 40 others:
RARE = 5.0  # rarer, a word is a name beside a given name, unless its form speaks against it
DOUBTFUL = 30.0  # up to this often only beside a title or a verb of saying
ORDINARY = 40.0  # a given name or surname so common is mostly another word
CLITICS = "وفبلك"
AFTER = 5  # words before a name in which what is named after it stands
FORMS = re.compile("ه$|^الم\\w{2,}(?:ين|ون)$|^ال\\w{4,}(?:ين|ون)$")  # العطية، الياسين: of names and of common nouns
NEVER = re.compile("(?:ات|يون|يين)$|^(?:يت|تت|[يتا]ست)\\w{2,}$")  # of common nouns and verbs
LONG = 5  # letters of a foreign name
HOUSE = "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}\N{ARABIC LETTER LAM}"
FATHERS = ("بن", "بنت", "ابن")
JOINED = re.compile('^[\\s،,:"«»]*$')


class Span(NamedTuple):
    """The words of a name: the first, the last, and letters cut from the first."""

    first: int
    last: int
    cut: int


def kept(text: Words, span: Span, title: str) -> Span | None:
    """Return the words that are the name of a person, or nothing where they are hardly one; `title` stands before."""
    span = trimmed(text, span)
    if not is_cut(text, span) or is_named_after(text, span.first):
        return None
    while span.last > span.first:
        words = parts(text, span)
        if len(words) > 1 and is_name(words, bool(title) or is_marked(text, span)):
            return with_house(text, span)
        span = trimmed(text, span._replace(last=span.last - 1))
    return None


def with_house(text: Words, span: Span) -> Span:
    """Return a name with the house that follows it, whatever word that is: … آل الشيخ."""
    last = span.last
    if last + 2 < len(text.folded) and near(text, last) and near(text, last + 1):
        house = text.text[text.starts[last + 1] : text.ends[last + 1]] == HOUSE
        return span._replace(last=last + 2) if house else span
    return span


def trimmed(text: Words, span: Span) -> Span:
    """Return a name without what hangs on to it: «… بحي الروضة»، a common noun with a pronoun, a particle."""
    last = span.first
    while last < span.last and not is_outside(text, last + 1):
        last += 1
    while last > span.first and text.folded[last] in of_kind("particle"):
        last -= 1
    return span._replace(last=last)


def is_outside(text: Words, i: int) -> bool:
    """Tell whether a word behind a given name belongs to no name."""
    word = text.folded[i]
    if text.folded[i - 1] in of_kind("particle"):
        return False
    owned = PRONOUN.search(text.text[text.starts[i] : text.ends[i]])
    return bool(owned and not is_known(word)) or hangs(word) or is_title(word) or word in verbs()


def parts(text: Words, span: Span) -> list[str]:
    """Return the folded words of a name, particles left out, the first without its clitic."""
    first, *rest = text.folded[span.first : span.last + 1]
    return [first[span.cut :], *(word for word in rest if word not in of_kind("particle"))]


def is_cut(text: Words, span: Span) -> bool:
    """Tell whether the letter cut from a name can be a clitic: not in «خادم»، nor in «لصالح»."""
    word = text.folded[span.first]
    if not span.cut or word[0] == "و":
        return True
    return word[0] in CLITICS and frequency.of(word) < RARE


def is_named_after(text: Words, first: int) -> bool:
    """Tell whether something is named after a person, or goes by his name: شارع الأمير …، مبادرة الأمير …."""
    return follows_noun(text, first, bearing())


@cache
def bearing() -> frozenset[str]:
    """Return the nouns of what bears a person's name or goes by it."""
    return of_kind("named_after") | of_kind("memorial")


def is_memorial(text: Words, first: int) -> bool:
    """Tell whether a street, a mosque or the like bears a person's name: «جسر الملك فهد», «جائزة الملك فيصل»."""
    return follows_noun(text, first, of_kind("memorial"))


def follows_noun(text: Words, first: int, nouns: frozenset[str]) -> bool:
    """Tell whether one of some nouns stands before a name, with nothing but titles between."""
    for i in range(first - 1, max(-1, first - 1 - AFTER), -1):
        word = text.folded[i]
        if not near(text, i):
            return False
        bound = word[1:] if word[0] in CLITICS else word  # «قسد» is no «سد»
        if not nouns.isdisjoint((word, bound, bound.removeprefix(ARTICLE))):
            return True
        if not is_title(word):
            return False
    return False


def is_marked(text: Words, span: Span) -> bool:
    """Tell whether a title, a demonym or a verb of saying stands beside a name, or it tells of a father (بن)."""
    before, behind = span.first - 1, span.last + 1
    if any(word in FATHERS for word in text.folded[span.first + 1 : span.last]):
        return True
    if before >= 0 and near(text, before) and (told(text.folded[before]) or text.folded[before] in demonyms.forms()):
        return True
    if behind >= len(text.folded) or not JOINED.match(text.text[text.ends[span.last] : text.starts[behind]]):
        return False
    return told(text.folded[behind])


def told(word: str) -> bool:
    """Tell whether a word beside a name shows that it is one."""
    return is_title(word) or word in verbs()


def is_name(words: list[str], marked: bool) -> bool:
    """Tell whether a given name and what follows it are the name of a person; `marked` by what stands beside it."""
    given, rest = words[0], words[1:]
    if given == "عبد":
        return len(rest) > 1 and is_name([given + rest[0], *rest[1:]], marked)
    if is_title(given) or is_common(given):
        return all(map(is_sure, rest)) or (marked and not is_title(given) and all(map(is_plausible, rest)))
    return all(map(is_plausible, rest)) or (marked and all(map(is_possible, rest)))


@lru_cache(MOST)
def is_common(word: str) -> bool:
    """Tell whether a given name is as often another word: رمضان، تحسين."""
    return word in common_given_names() or word in of_kind("also_word")


@lru_cache(MOST)
def is_known(word: str) -> bool:
    """Tell whether a word is a name by the lists and hardly another word."""
    if word in surnames() or word in of_kind("name_only"):
        return word not in common_given_names() or frequency.of(word) < ORDINARY
    return word in given_names() and not is_common(word)


@lru_cache(MOST)
def is_plausible(word: str) -> bool:
    """Tell whether a word is a name by the lists, by the ending of descent (القحطاني), or because it is so rare."""
    if is_known(word) or word in given_names():
        return True
    if word in function_words.forms() or FORMS.search(word) or NEVER.search(word) or is_hung(word):
        return False
    return frequency.of(word) < RARE or is_descent(word)


def is_descent(word: str) -> bool:
    """Tell whether a word has the ending of descent, is no demonym and not common: القحطاني."""
    formed = word.startswith(ARTICLE) and word.endswith("ي") and len(word) > 5
    return formed and word not in demonyms.forms() and frequency.of(word) < DOUBTFUL


@lru_cache(MOST)
def is_sure(word: str) -> bool:
    """Tell whether a word is a name even beside a given name that is as often another word."""
    foreign = len(word) >= LONG and word[0] not in "يت" and is_foreign(word)
    return is_known(word) or foreign or (is_descent(word) and frequency.of(word) < RARE)


@lru_cache(MOST)
def is_possible(word: str) -> bool:
    """Tell whether a word may be a name where something beside it shows that one stands there."""
    if word in function_words.forms() or NEVER.search(word) or is_hung(word):
        return is_plausible(word)
    return frequency.of(word) < (RARE if FORMS.search(word) else DOUBTFUL) or is_plausible(word)


def is_hung(word: str) -> bool:
    """Tell whether a rare word is a known one behind a preposition: بأفضال."""
    return word[0] in "لب" and frequency.of(word) == 0 and frequency.of(word[1:]) > RARE


@lru_cache(MOST)
def is_foreign(word: str) -> bool:
    """Tell whether a word is not among the commonest of general Arabic and has no Arabic form: هيلدت."""
    if word in given_names() or word in surnames():
        return frequency.of(word) < RARE
    arabic = word.startswith(ARTICLE) or FORMS.search(word) or hangs(word) or frequency.of(word[1:])
    return len(word) > 2 and frequency.of(word) == 0 and not arabic
