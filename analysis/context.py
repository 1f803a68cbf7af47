"""Context: the words around a word, and the sentences behind the rows of any table.

Results are tables of plain text; how they are shown is for others.
"""

import itertools
import re

import numpy
import pandas as pd

from analysis import tables
from analysis.arabic import letters, stems, words

#: One word of a query, or a phrase in any usual quotes.
QUERY_PART = re.compile(r'"([^"]*)"|«([^»]*)»|“([^”]*)”|(\S+)')

#: The blanks and line breaks that the pieces of a concordance show as one blank.
BLANKS = re.compile(r"\s+")


def concordance(
    tokens: pd.DataFrame, articles: pd.DataFrame, query: str, *, sort: str | None = None, words: int = 8
) -> pd.DataFrame:
    """Return each place where a query is found (KWIC): article_id, source, left, match, right, start, end.

    `left` holds up to `words` words before the match and `right` those after it, whatever the direction of the
    script; `start` and `end` are characters of the article's text. Rows stand in the order of the articles, or are
    sorted by what is nearest to the match on one side (`sort`: left or right).

    A word in the query finds its whole family (انسحاب finds وانسحابها), a word in quotes ("انسحاب", «انسحاب») only
    that spelling but for vowel marks, and * and ? stand for any letters and for one letter of a folded spelling
    (انسح*). Several words find a phrase within a sentence.
    """
    tables.check(tokens, *tables.TOKENS, name="the table of tokens")
    tables.check(articles, "article_id", "text", name="the table of articles")
    first, size = matches(tokens, query)
    found = lines(tokens, articles, (first, first + size - 1), words)
    found = found.iloc[order(tokens, first, size, sort)].reset_index(drop=True)
    return found.astype({"start": "int64", "end": "int64"})


def matches(tokens: pd.DataFrame, query: str) -> tuple[numpy.ndarray, int]:
    """Return the first token (its number) of each place where the query is found, and the query's length in words."""
    parts = parsed(query)
    if not parts:
        return numpy.zeros(0, int), 1
    number, printed = pd.factorize(tokens["token"])
    fits = [part_fits(tokens, number, list(printed), part) for part in parts]
    places = numpy.flatnonzero(fits[0])
    article, _ = pd.factorize(tokens["article_id"])
    sentence = tokens["sentence"].to_numpy()
    for shift, fit in enumerate(fits[1:], start=1):
        places = places[places + shift < len(tokens)]
        same = (article[places] == article[places + shift]) & (sentence[places] == sentence[places + shift])
        places = places[same & fit[places + shift]]
    return places, len(parts)


def parsed(query: str) -> list[tuple[str, str]]:
    """Return the words of a query, each with how it is meant: spelling, wildcard or family.

    >>> parsed('وزير "الدفاع" الأمي*')
    [('family', 'وزير'), ('spelling', 'الدفاع'), ('wildcard', 'الأمي*')]
    """
    found = []
    for match in QUERY_PART.finditer(query):
        quoted = next((group for group in match.groups()[:3] if group is not None), None)
        if quoted is not None:
            found += [("spelling", word) for word in quoted.split()]
        else:
            found.append(("wildcard" if set("*?") & set(match[4]) else "family", match[4]))
    return found


def part_fits(tokens: pd.DataFrame, number: numpy.ndarray, printed: list[str], part: tuple[str, str]) -> numpy.ndarray:
    """Return, for each token, whether it fits one word of a query; `printed` are the distinct tokens, by number."""
    kind, word = part
    if kind == "spelling":
        return numpy.array([letters.bare(each) == letters.bare(word) for each in printed], bool)[number]
    folded = letters.fold_types(printed)
    if kind == "wildcard":
        pattern = re.compile(re.escape(letters.fold(word)).replace(r"\*", ".*").replace(r"\?", "."))
        return numpy.array([bool(pattern.fullmatch(each)) for each in folded], bool)[number]
    wanted = letters.fold(word)
    spelled = numpy.array([each == wanted for each in folded], bool)[number]
    return tokens["term"].isin(family(tokens["term"], spelled, word)).to_numpy()


def family(terms: pd.Series, spelled: numpy.ndarray, word: str) -> list[str]:
    """Return the terms of the tokens that are spelled like a word, or else those of its family."""
    if spelled.any():
        return list(terms[spelled].unique())
    families = stems.families([*terms.unique(), word])
    return [term for term in terms.unique() if families[term] == families[word]]


def lines(
    tokens: pd.DataFrame, articles: pd.DataFrame, found: tuple[numpy.ndarray, numpy.ndarray], words: int
) -> pd.DataFrame:
    """Return one line of the concordance for each pair of numbers of tokens, the first and the last of a match."""
    first, last = found
    article, ids = pd.factorize(tokens["article_id"])
    begins = numpy.searchsorted(article, article[first], side="left")
    ends = numpy.searchsorted(article, article[first], side="right") - 1
    start, end = tokens["start"].to_numpy(), tokens["end"].to_numpy()
    places = pd.DataFrame({
        "from": start[numpy.maximum(first - words, begins)], "start": start[first], "end": end[last],
        "to": end[numpy.minimum(last + words, ends)],
    })  # fmt: skip
    known = articles.drop_duplicates("article_id").set_index("article_id").reindex(ids)
    text = known["text"].iloc[article[first]].tolist()
    sides = [cut(*each) for each in zip(text, *(places[name].tolist() for name in places), strict=True)]
    line = pd.DataFrame(sides, columns=["left", "match", "right"], dtype="str")
    source = known["source"] if "source" in known else pd.Series(index=known.index, dtype="str")
    line.insert(0, "article_id", pd.array(ids, dtype="str").take(article[first]))
    line.insert(1, "source", source.array.take(article[first]))
    return line.join(places[["start", "end"]])


def cut(text: str, begin: int, start: int, end: int, stop: int) -> tuple[str, str, str]:
    """Return the text before, within and after a match, line breaks as blanks.

    >>> cut("قال إن الانسحاب\\nيبدأ غدا", 4, 7, 15, 20)
    ('إن', 'الانسحاب', 'يبدأ')
    """
    pieces = text[begin:start], text[start:end], text[end:stop]
    left, match, right = (BLANKS.sub(" ", piece).strip() for piece in pieces)
    return left, match, right
