"""Function words: the closed classes of `lists/stop_words.csv`, alone and with what is written on to them."""

import functools
import itertools

from analysis.arabic import affixes, letters

# Classes whose words inflect like verbs or nouns: their families are fitted like those of any word.
_OPEN = frozenset(["auxiliary", "reporting", "number", "adverb", "determiner"])

# Classes that take a preposition: «بهذا», «لكل», «بأن».
_AFTER_PREPOSITION = frozenset(["demonstrative", "relative", "quantifier", "identity", "clause"])

# Classes that take a pronoun: «كلهم», «نفسها», «عليه», «لأنه».
_BEFORE_PRONOUN = frozenset(["quantifier", "identity", "preposition", "clause"])

_CONJUNCTIONS, _PREPOSITIONS = ("", "و", "ف"), ("", "ب", "ل", "ك")
_PRONOUNS = ("", "ه", "ها", "هم", "هما", "هن")

# Words of content that look like a chain of function words: «ولي العهد» is not «و» and «لي».
_CONTENT = frozenset(["ولي", "فهم", "وهم", "فلك", "كفي", "وفقه", "وله", "لمع", "كمثل"])


@functools.cache
def forms():
    """{folded form: folded function word}: {"ولانهم": "ان", "بهذا": "هذا", …}.

    A form that is in the list is its own word, unless it is another with a conjunction, preposition or pronoun.
    """
    rows = [(letters.fold(row["word"]), row["class"]) for row in affixes.table("stop_words")]
    # «كان» is a verb, though it could be «ك» and «أن».
    verbs = {before + word for word, word_class in rows if word_class in _OPEN for before in _CONJUNCTIONS}
    closed = [(word, word_class) for word, word_class in rows if word_class not in _OPEN]
    found = {form: word for word, word_class in reversed(closed) for form in _forms(word, word_class)}
    found.update((word, word) for word, _ in closed)
    return {form: word for form, word in found.items() if form not in _CONTENT | verbs}


def _forms(word, word_class):
    prepositions = _PREPOSITIONS if word_class in _AFTER_PREPOSITION else ("",)
    pronouns = _PRONOUNS if word_class in _BEFORE_PRONOUN else ("",)
    conjunctions = _CONJUNCTIONS if len(word) > 1 else ("",)
    return ["".join((*parts[:2], word, parts[2])) for parts in itertools.product(conjunctions, prepositions, pronouns)]
