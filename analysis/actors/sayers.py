"""Words behind a verb of saying -> those that name who says it, where the list of actors does not have them."""

import re
from functools import lru_cache

from analysis.actors.kinds import given_names, of_kind, surnames
from analysis.actors.namings import is_title
from analysis.actors.personal import near
from analysis.actors.speech_verbs import verbs
from analysis.arabic import frequency, function_words
from analysis.arabic.by_word import MOST
from analysis.arabic.phrases import ARTICLE, Words, folded

RARE = 8.0  # per million words: a rarer word behind a verb of saying is mostly a name
HUNG, COMMON = 3.0, 10.0  # how much commoner, and how common, a word is that hangs on a preposition
NO_NAME = ("ات", "ه")
PLURAL = ("ون", "وا", "ين")  # a verb before its subject is singular, so one in the plural has none behind it
LONG = 4  # letters, above which «م…ا» is a participle: مبتسما
PREPOSITIONS = ("ل", "ب", "ك")
TANWEEN = re.compile("\N{ARABIC FATHATAN}")
PRONOUN = re.compile("(?<=\\w\\w)(?:ه|ها|هم|هن|هما|نا)$")  # as printed: «ه» and not «ة»
BREAK = re.compile("[(\\[]")


def named(text: Words, first: int, stop: int) -> str | None:
    """Return the words from `first` on, before `stop`, that name somebody; nothing where the first does not."""
    last = first
    while last < stop and (last == first or not ends(text, last)):
        last += 1
    return text.text[text.starts[first] : text.ends[last - 1]] if last > first else None


def ends(text: Words, i: int) -> bool:
    """Tell whether the words that name somebody end before word i: a bracket, or a word of the sentence around."""
    bracket = BREAK.search(text.text[text.ends[i - 1] : text.starts[i]])
    surname = text.folded[i - 1] in given_names() and frequency.of(text.folded[i]) == 0  # بيتر بتري
    return bool(bracket) or is_other(text, i) or is_object(text, i) or (hearer(text.folded[i]) and not surname)


def is_other(text: Words, i: int) -> bool:
    """Tell whether a word belongs to no name or title: a time, an adverb, an accusative, a verb of saying."""
    word, printed = text.folded[i], text.text[text.starts[i] : text.ends[i]]
    known = word in of_kind("time") or word in of_kind("no_sayer") or word in verbs()
    return known or bool(TANWEEN.search(printed)) or is_accusative(word)


def is_object(text: Words, i: int) -> bool:
    """Tell whether a word is a plural without article behind a word with one: «نقل التلفزيون فقرات من …»."""
    word = text.folded[i]
    return (
        text.folded[i - 1].startswith(ARTICLE)
        and word.endswith("ات")
        and word not in given_names()
        and word not in surnames()
    )


@lru_cache(MOST)
def is_accusative(word: str) -> bool:
    """Tell whether a folded word is an adverb that tells how somebody says something: مبتسما."""
    if not word.endswith("ا") or PRONOUN.search(word) or word in given_names() or word in surnames():
        return False
    return frequency.of(word[:-1]) > frequency.of(word) or (word[0] == "م" and len(word) > LONG)


@lru_cache(MOST)
def hangs(word: str) -> bool:
    """Tell whether a folded word hangs on a preposition: لبرنامج، للصحيفة، بالقول، بنسف; not «بلاتر», «لبنان»."""
    if word in PREPOSITIONS or word.startswith(("لل", "بال", "كال")):
        return True
    if word[0] not in "لب" or word in surnames() or word in given_names():
        return False
    rest, whole = frequency.of(word[1:]), frequency.of(word)
    return rest > max(HUNG * whole, COMMON) or rest > whole == 0


@lru_cache(MOST)
def hearer(word: str) -> bool:
    """Tell whether a folded word hangs on a preposition and goes with the verb: «قال الوزير لصحيفة», «للصحفيين»."""
    if word[0] == "ب" and word not in surnames() and frequency.of(word) < min(RARE, frequency.of(word[1:])):
        return True
    if not hangs(word) or word[0] != "ل":
        return hangs(word)
    rest = word[2:] if word.startswith("لل") else word[1:]
    one = rest.removesuffix("ين") + "ون" if rest.endswith("ين") else rest
    return not word.startswith("لل") or bool({rest, one} & (of_kind("takes_name") | of_kind("sayer"))) or is_title(rest)


def is_sayer(text: Words, verb: int) -> bool:
    """Tell whether the word behind a verb can be its subject: somebody who speaks, or a name."""
    word = text.folded[verb + 1]
    if text.folded[verb].endswith(PLURAL) or is_other(text, verb + 1) or hangs(word):
        return False
    owned = PRONOUN.sub("", text.text[text.starts[verb + 1] : text.ends[verb + 1]])
    if len(owned) < text.ends[verb + 1] - text.starts[verb + 1] and word not in given_names():
        return is_known(word) or is_known(folded(owned)) or is_known(folded(owned).removesuffix("ت") + "ه")
    return is_known(word) or is_rare(word) or is_first_name(text, verb + 1)


def is_first_name(text: Words, i: int) -> bool:
    """Tell whether a word that is a common one too is a name by the rare word behind it: دين بيكر."""
    behind = text.folded[i + 1] if i + 1 < len(text.folded) and near(text, i) else ""
    rare = behind in surnames() or (is_rare(behind) and frequency.of(behind) == 0 and not hangs(behind))
    return behind.isalpha() and rare and not text.folded[i].startswith(ARTICLE)


@lru_cache(MOST)
def is_known(word: str) -> bool:
    """Tell whether a folded word is a title, a kind of speaker or a given name, with or without the article."""
    plain = word.removeprefix(ARTICLE)
    return is_title(word) or is_title(plain) or word in given_names() or bool({word, plain} & of_kind("sayer"))


@lru_cache(MOST)
def is_rare(word: str) -> bool:
    """Tell whether a folded word is so rare that behind a verb of saying it is mostly a name; no «التوصية»."""
    if word in surnames() or word in of_kind("name_only"):
        return True
    formed = word.endswith(NO_NAME) or (word.startswith(ARTICLE) and not word.endswith("ي"))
    return not formed and word not in function_words.forms() and len(word) > 2 and frequency.of(word) < RARE
