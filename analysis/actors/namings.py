"""What the rules of this package look at and return: an article, and one naming of an actor in it."""

import re
from collections import Counter
from dataclasses import dataclass
from functools import cache, cached_property, lru_cache
from typing import NamedTuple

import pandas as pd

from analysis import lists
from analysis.actors.candidates import STATE
from analysis.actors.matching import Match
from analysis.actors.patterns import Names
from analysis.arabic import frequency
from analysis.arabic.by_word import MOST
from analysis.arabic.phrases import ARTICLE, Words, candidates, folded


class Naming(NamedTuple):
    """One naming of an actor: the words, who it is, and why."""

    first: int
    last: int
    cut: int
    actor_id: str
    title: str  # English Wikipedia title
    via: str
    rule: str
    state: str | None = None  # of an institution or office: the state it belongs to


@dataclass(frozen=True)
class Article:
    """What the rules look at: the words, the lists, and the day."""

    words: Words
    names: Names
    day: pd.Timestamp

    @cached_property
    def states(self) -> list[tuple[int, str]]:
        """Where the words speak of which state."""
        known, pairs, words = self.names.state_words, self.names.state_pairs, self.words.folded
        found = []
        for i in candidates(self.words, STATE):
            state = pairs.get((bare(words[i - 1]), words[i])) if i else None
            if state or words[i] in known:
                found.append((i, state or known[words[i]]))
        return found

    @cached_property
    def spoken(self) -> Counter[str]:
        """How many words speak of which state."""
        return Counter(state for _, state in self.states)

    @cached_property
    def vocabulary(self) -> frozenset[str]:
        """The distinct words."""
        return frozenset(self.words.folded)

    @cached_property
    def iso(self) -> str | None:
        """The day as it is written in the lists."""
        return None if pd.isna(self.day) else str(self.day.date())


def naming(article: Article, match: Match, actor_id: str, via: str, rule: str) -> Naming:
    """Return a naming of a listed actor."""
    title = article.names.actors[actor_id]["actor"]
    return Naming(match.first, match.last, match.cut, actor_id, title, via, rule, match.state)


def has_swallowed(article: Article, i: int, cut: int) -> bool:
    """Tell whether «لل» has swallowed the alef of word i (للعراق), and is no «ل» before a name in «ل» (للجنة)."""
    word = article.words.folded[i]
    return word[max(0, cut - 1) : cut + 1] == "لل" and word[cut:] not in article.names.paths.first


@lru_cache(MOST)
def bare(word: str) -> str:
    """Return a word without its conjunction or preposition, as far as one letter tells.

    >>> bare("ورئيس"), bare("وزير")
    ('رئيس', 'وزير')
    """
    return word[1:] if len(word) > 3 and word[0] in "وفبل" and frequency.is_split(word, word[1:]) else word


@lru_cache(MOST)
def is_joined(word: str) -> bool:
    """Tell whether a word begins with the conjunction «و»: «ورئيس», not «وزير»."""
    return len(word) > 3 and word[0] == "و" and frequency.is_split(word, word[1:])


JOINED = re.compile(r"^[\s،,]*$")  # between two names of a list
BEFORE = "امام"  # «قال نتنياهو أمام الكونغرس»: far more often than the imam without the article


@cache
def titles() -> frozenset[str]:
    """Return the folded first words of titles that stand beside names, with and without the article."""
    words = {folded(row["title"]).split()[0] for row in lists.rows("titles")}
    return frozenset(words | {word.removeprefix(ARTICLE) for word in words if len(word) > 5}) - {BEFORE}


@lru_cache(MOST)
def is_title(word: str) -> bool:
    """Tell whether a word is the first one of a title, with or without a conjunction or preposition."""
    return word in titles() or bare(word) in titles()


def terms_on(terms: list[dict], iso: str | None) -> list[dict]:
    """Return the terms of office that a day lies in; all of them when the day is missing."""
    if iso is None:
        return terms
    return [term for term in terms if (term["from"] or "0") <= iso and (not term["to"] or iso <= term["to"] + "~")]
