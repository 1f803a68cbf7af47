"""Context: the words around a word, and the sentences behind the rows of any table.

Results are tables of plain text; how they are shown is for others.
"""

import bisect
import operator
import re

import numpy
import pandas as pd

from analysis import tables
from analysis.arabic import letters, stems
from analysis.arabic.words import sentences

#: One word of a query, or a phrase in any usual quotes.
QUERY_PART = re.compile(r'"([^"]*)"|«([^»]*)»|“([^”]*)”|(\S+)')

#: The blanks and line breaks that the pieces of a concordance show as one blank.
BLANKS = re.compile(r"\s+")

WORD = re.compile(r"\w+")

SPAN = ["start", "end"]

#: What is told of the article that a line or a sentence comes from.
ABOUT = {name: tables.ARTICLES[name] for name in ("article_id", "source", "published", "text")}


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
    tables.check_articles(articles, "text")
    if sort not in (None, "left", "right"):
        raise ValueError(f"sort is left, right or None, not {sort}")
    first, size = matches(tokens, query)
    found = lines(places(tokens, first, first + size - 1, words), articles)
    if sort:
        found = found.iloc[sorted(found.index, key=lambda row: near_first(sort, found[sort][row]))]
    return found.reset_index(drop=True)


def matches(tokens: pd.DataFrame, query: str) -> tuple[numpy.ndarray, int]:
    """Return the first token (its number) of each place where the query is found, and the query's length in words."""
    parts = parsed(query)
    if not parts:
        return numpy.zeros(0, int), 1
    number, printed = pd.factorize(tokens["token"])
    fits = [part_fits(tokens, number, printed.tolist(), part) for part in parts]
    places = numpy.flatnonzero(fits[0])
    article, _ = pd.factorize(tokens["article_id"])
    sentence, position = tokens["sentence"].to_numpy(), tokens["position"].to_numpy()
    for shift, fit in enumerate(fits[1:], start=1):
        places = places[places + shift < len(tokens)]
        then = places + shift
        same = (article[places] == article[then]) & (sentence[places] == sentence[then])
        places = places[same & (position[then] - position[places] == shift) & fit[then]]
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
    if kind == "wildcard":
        pattern = re.compile(re.escape(letters.fold(word)).replace(r"\*", ".*").replace(r"\?", "."))
        return numpy.array([bool(pattern.fullmatch(each)) for each in letters.fold_types(printed)], bool)[number]
    spelled = numpy.array([letters.bare(each) == letters.bare(word) for each in printed], bool)[number]
    if kind == "spelling":
        return spelled
    if not spelled.any():
        spelled = numpy.array([each == letters.fold(word) for each in letters.fold_types(printed)], bool)[number]
    return tokens["term"].isin(family(tokens["term"], spelled, word)).to_numpy()


def family(terms: pd.Series, spelled: numpy.ndarray, word: str) -> list[str]:
    """Return the terms of the tokens that are spelled like a word, or else those of its family."""
    if spelled.any():
        return list(terms[spelled].unique())
    families = stems.families([*terms.unique(), word])
    return [term for term in terms.unique() if families[term] == families[word]]


def places(tokens: pd.DataFrame, first: numpy.ndarray, last: numpy.ndarray, words: int) -> pd.DataFrame:
    """Return article_id, begin, start, end, stop of matches, given their first and last tokens (numbers).

    `begin` and `stop` are characters of the text: where the words shown before and after the match begin and stop.
    """
    article, _ = pd.factorize(tokens["article_id"])
    begins = numpy.searchsorted(article, article[first], side="left")
    ends = numpy.searchsorted(article, article[first], side="right") - 1
    start, end = tokens["start"].to_numpy(), tokens["end"].to_numpy()
    return pd.DataFrame({
        "article_id": tokens["article_id"].array.take(first), "begin": start[numpy.maximum(first - words, begins)],
        "start": start[first], "end": end[last], "stop": end[numpy.minimum(last + words, ends)],
    })  # fmt: skip


def lines(found: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the lines of a concordance for the rows of `places`."""
    about = known(found, articles)
    spans = (found[name].tolist() for name in ("begin", "start", "end", "stop"))
    sides = [cut(*each) for each in zip(about["text"].tolist(), *spans, strict=True)]
    line = pd.DataFrame(sides, columns=["left", "match", "right"], dtype="str")
    line.insert(0, "source", about["source"].array)
    line.insert(0, "article_id", found["article_id"].array)
    return line.assign(start=found["start"], end=found["end"])


def known(rows: pd.DataFrame, articles: pd.DataFrame) -> pd.DataFrame:
    """Return source, published and text of the article of each row.

    An article without a source goes by its `citation`, if it has one (captions.outlets), as in the figures.
    """
    tables.check_articles(articles, "text")
    ids = rows["article_id"].astype("str")
    if {"source", "citation"} <= set(articles):
        articles = articles.assign(source=articles["source"].fillna(articles["citation"]))
    about = tables.table(articles, ABOUT).set_index("article_id")
    unknown = set(ids) - set(about.index)
    if unknown:
        raise ValueError(f"the table of articles lacks {', '.join(sorted(map(str, unknown))[:5])}")
    return about.reindex(ids)


def cut(text: str, begin: int, start: int, end: int, stop: int) -> tuple[str, str, str]:
    """Return the text before, within and after a match, line breaks as blanks.

    >>> cut("قال إن «الانسحاب» يبدأ غدا", 4, 8, 16, 22)
    ('إن «', 'الانسحاب', '» يبدأ')
    """
    pieces = text[begin:start], text[start:end], text[end:stop]
    left, match, right = (BLANKS.sub(" ", piece).strip() for piece in pieces)
    return left, match, right


def near_first(side: str, text: str) -> list[str]:
    """Return the folded words of one side of a match, the nearest first."""
    found = WORD.findall(letters.fold(text))
    return found[::-1] if side == "left" else found


def quotes(rows: pd.DataFrame, articles: pd.DataFrame, *, n: int | None = None) -> pd.DataFrame:
    """Return the sentence behind each row: article_id, source, published, sentence, before, match, after.

    The rows (the first `n`) of any table with `article_id` and either `start` and `end`, characters of the text, or
    `sentence`, its number. `before`, `match` and `after` are the sentence in three parts, for marking; without start
    and end they are missing. A match over several sentences brings them all. Raises ValueError for a row without them
    and for a sentence that the article does not have.
    """
    tables.check(rows, "article_id", *(SPAN if set(SPAN) & set(rows) else ["sentence"]), name="the table of rows")
    rows = rows.head(len(rows) if n is None else n)
    about = known(rows, articles)
    texts = dict(zip(about.index, about["text"], strict=True))
    ends = {name: sentences(text) for name, text in texts.items()}
    spans = rows[SPAN if set(SPAN) <= set(rows) else ["sentence"]]
    check_places(about.index, spans, ends)
    named = zip(about.index, spans.itertuples(index=False, name=None), strict=True)
    parts = [quoted(texts[name], ends[name], span) for name, span in named]
    found = pd.DataFrame(parts, columns=["sentence", "before", "match", "after"], dtype="str")
    found.insert(0, "published", about["published"].array)
    found.insert(0, "source", about["source"].array)
    found.insert(0, "article_id", about.index.array)
    return found


def check_places(ids: pd.Index, spans: pd.DataFrame, ends: dict[str, list]) -> None:
    """Raise ValueError where a row has no place in the text, or the number of a sentence that is not there."""
    if spans.isna().any(axis=None):
        columns = ", ".join(map(repr, spans))
        raise ValueError(f"the table of rows has empty cells: leave these rows out with .dropna(subset=[{columns}])")
    for name, number in zip(ids, spans["sentence"], strict=True) if "sentence" in spans else ():
        if not 0 <= number < len(ends[name]):
            raise ValueError(
                f"article {name} has no sentence {number}, it has {len(ends[name])}, counted from 0: "
                "give the articles that the rows were made of"
            )


def quoted(text: str, ends: list[tuple[int, int]], span: tuple) -> tuple[str, str | None, str | None, str | None]:
    """Return a sentence and its parts; `ends` are all sentences, `span` is the number of one, or a start and an end."""
    if len(span) == 1:
        begin, stop = ends[int(span[0])]
        return text[begin:stop], None, None, None
    start, end = map(int, span)
    first = bisect.bisect_right(ends, start, key=operator.itemgetter(0))
    last = bisect.bisect_left(ends, end, key=operator.itemgetter(1))
    begin = ends[first - 1][0] if first else start
    stop = ends[last][1] if last < len(ends) else end
    return text[begin:stop], text[begin:start], text[start:end], text[end:stop]
