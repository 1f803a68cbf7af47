"""Stopping: which terms are function words, numbers or verbs of saying, by `lists/stop_words.csv`.

A term is judged by its spelling, not by its family: «إجمالا» is a function word, «جمال» is none. Conjunctions, the
article and the endings of verbs are looked through.
"""

import functools
import itertools

import pandas as pd

from analysis import lists, tables
from analysis.arabic import affixes, function_words, letters, stems

CONJUNCTIONS = ("", "و", "ف")

PRONOUNS = ("ه", "ها")

BEFORE = ("", "ب", "ل", "ك")

#: Classes of the list that inflect like verbs.
VERBS = ("auxiliary", "reporting")


def content(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows whose term is no function word and no number; of counts or tokens, or any table with `term`."""
    tables.check(table, "term")
    return table[~listed(table["term"], function_forms()) & ~is_closed(table["term"])].reset_index(drop=True)


def content_without_reporting(table: pd.DataFrame) -> pd.DataFrame:
    """Return the rows whose term is no function word, no number and no verb of saying («قال», «أكد»)."""
    kept = content(table)
    return kept[~listed(kept["term"], reporting_forms())].reset_index(drop=True)


def without(table: pd.DataFrame, words: list[str]) -> pd.DataFrame:
    """Return the rows whose term is of the family of none of the words: stop words of one's own.

    >>> without(pd.DataFrame({"term": ["الوزير", "الصورة"]}), ["صورة"])["term"].tolist()
    ['الوزير']
    """
    tables.check(table, "term")
    if not words:
        return table
    family = stems.families([*table["term"].unique(), *words])
    unwanted = {family[word] for word in words}
    return table[~table["term"].map(family).isin(unwanted)].reset_index(drop=True)


def is_closed(terms: pd.Series) -> pd.Series:
    """Return True for each term that is a particle, preposition, pronoun … («وفي», «لأنهم») or written in digits."""
    distinct = terms.drop_duplicates()
    folded = map(letters.fold, distinct)
    closed = {
        term
        for term, word in zip(distinct, folded, strict=True)
        if is_number(word) or is_letter(word) or word in function_words.forms()
    }
    return terms.isin(closed)


def is_number(word: str) -> bool:
    """Tell whether a folded word is written in digits alone.

    >>> is_number("3,500"), is_number("f16")
    (True, False)
    """
    return word.replace(",", "").replace(".", "").isdigit()


def is_letter(word: str) -> bool:
    """Tell whether a folded word is one Arabic letter, as a preposition set apart is («لـ«الشرق الأوسط»»)."""
    return len(word) == 1 and word in affixes.ARABIC


def listed(terms: pd.Series, forms: frozenset[str]) -> pd.Series:
    """Return True for each term whose normal spelling is one of the forms."""
    distinct = terms.drop_duplicates()
    return terms.isin({term for term in distinct if normal(term) in forms})


def normal(word: str) -> str:
    """Return the word folded, but for its last letter: «رأى» is a verb of saying, «رأي» is a noun."""
    return affixes.normal(letters.bare(word), letters.fold(word))


@functools.cache
def function_forms() -> frozenset[str]:
    """Return the forms of auxiliaries, adverbs, determiners (آخر، لآخر، آخرها) and numbers, in normal spelling."""
    verbs = itertools.chain.from_iterable(map(inflected, words("auxiliary")))
    plain = [*words("adverb"), *words("number"), *("ال" + word for word in words("number"))]
    plain += [before + word + after for word in words("determiner") for before in BEFORE for after in ("", *PRONOUNS)]
    return joined([*verbs, *plain])


@functools.cache
def reporting_forms() -> frozenset[str]:
    """Return the forms of the verbs of saying, in normal spelling, with the pronoun of what is said (أعلنه، أكدتها)."""
    verbs = list(itertools.chain.from_iterable(map(inflected, words("reporting"))))
    return joined([*verbs, *(verb + pronoun for verb in verbs for pronoun in PRONOUNS)])


def words(word_class: str) -> list[str]:
    """Return the words of one class of the stop list, in normal spelling."""
    return [normal(row["word"]) for row in lists.rows("stop_words") if row["class"] == word_class]


def inflected(verb: str) -> list[str]:
    """Return a verb with the persons that a newspaper uses.

    >>> inflected("يكون"), inflected("قال")
    (['يكون', 'سيكون', 'تكون', 'ستكون', 'يكونوا', 'يكونون'], ['قال', 'قالت', 'قالوا', 'قالا'])
    """
    if verb.startswith("ي"):
        rest = verb[1:]
        return [verb, "س" + verb, "ت" + rest, "ست" + rest, verb + "وا", verb + "ون"]
    return [verb, verb + "ت", verb + "وا", verb + "ا"]


def joined(forms) -> frozenset[str]:
    """Return the forms, alone and behind a conjunction."""
    return frozenset(before + form for form in forms for before in CONJUNCTIONS)
