"""Words: where the words and sentences of a text are, and how often each word occurs in many texts.

One rule for both doors: a word is a run of Arabic letters, or a run of other letters and digits. Marks, tatweel
and invisible signs are looked through; an apostrophe stays between two letters («Ya'alon»), a point or a comma
between two digits (3,500). `rows` says where each word is; `counts` counts the same words several times as fast,
because it looks only at the distinct ones.
"""

import collections
import itertools
import re

import numpy
import pandas

from analysis.arabic import codes, letters

# Texts that are read together: few enough for their arrays to stay in the processor's cache.
BLOCK = 500

# Rows of a running count that are kept before they are added up.
_PENDING = 2_000_000

_SENTENCE_END = re.compile(
    r"""(?: [!?؟…]
        | \. (?<! \A[ء-يA-Z]\. ) (?<! [\s(«"'.][ء-يA-Z]\. )    # «د. محمد», «أ.ف.ب», U.S.
             (?<! [\s(«"'.][ولب]د\. ) (?<! \b(?:Mr|Dr|St|vs|No)\. )
             (?! (?<=[\dA-Za-z]\.) [\dA-Za-z] ) )              # 2.5, aljazeera.net
        [.!?؟…]* (?: [»"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})\]}]+ [.!?؟…]* )?
    | [\n\r\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]""",
    re.VERBOSE,
)


def spans(text):
    """The words of `text` as (start, end), in characters; `text[start:end]` is the word as printed.

    >>> [text[start:end] for text in ["قتل 3,500 في «حلب»"] for start, end in spans(text)]
    ['قتل', '3,500', 'في', 'حلب']
    """
    starts, ends = _bounds(text + "\n")
    return list(zip(starts.tolist(), ends.tolist(), strict=True))


def _bounds(text):
    """Where the words of `text` start and end; a text ends with a line break."""
    kind = codes.kinds()[codes.units(text)]
    kept = numpy.flatnonzero(kind < codes.MARK)
    first, after = codes.bounds(kind[kept])
    return kept[first], _marked_ends(numpy.flatnonzero(kind == codes.MARK), kept[after - 1] + 1, kept[after])


def _marked_ends(marks, ends, following):
    """`ends`, moved behind the marks that stand between the last letter of a word and the character `following`."""
    if not len(marks):
        return ends
    last = marks[numpy.searchsorted(marks, following) - 1]
    return numpy.where((last >= ends) & (last < following), last + 1, ends)


def sentences(text):
    """The sentences of `text` as (start, end), in characters, without the blanks around them.

    A sentence ends at a full stop, an exclamation or question mark, an ellipsis or a line break, together with
    the closing quotes and brackets behind it; not inside a number, and not after a title (د.) or an initial.

    >>> [text[start:end] for text in ["وصل د. علي.وغادر"] for start, end in sentences(text)]
    ['وصل د. علي.', 'وغادر']
    """
    ends = [match.end() for match in _SENTENCE_END.finditer(text)]
    trimmed = (_trimmed(text, start, end) for start, end in itertools.pairwise([0, *ends, len(text)]))
    return [(start, end) for start, end in trimmed if start < end]


def _trimmed(text, start, end):
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def rows(texts):
    """One row per word of `texts`: article, sentence, position, start, end, token.

    `article` is the index in `texts`; `sentence` and `position` count from 0 within the text; `start` and `end`
    are characters of the text; `token` is the word as printed.
    """
    blocks = [_block_rows(texts[first : first + BLOCK], first) for first in range(0, len(texts) or 1, BLOCK)]
    return pandas.concat(blocks, ignore_index=True)


def _block_rows(texts, first_article):
    joined = "".join(text + "\n" for text in texts)
    offsets = _offsets(texts)
    starts, ends = _bounds(joined) if joined else (offsets[:0], offsets[:0])
    article, position = _places(starts, offsets)
    tokens = [joined[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]
    columns = {
        "article": article + first_article,
        "sentence": _sentence_numbers(texts, starts, offsets),
        "position": position,
        "start": starts - offsets[article],
        "end": ends - offsets[article],
    }
    frame = pandas.DataFrame({name: column.astype(numpy.int32) for name, column in columns.items()})
    return frame.assign(token=_strings(tokens))


def _offsets(texts):
    """Where each text starts when all are joined, each with a line break behind it; one more for the end."""
    return numpy.cumsum([0, *(len(text) + 1 for text in texts)])


def _places(starts, offsets):
    """The text that each word is in, and its place among the words of that text."""
    first_words = numpy.searchsorted(starts, offsets)
    article = numpy.repeat(numpy.arange(len(offsets) - 1), numpy.diff(first_words))
    return article, numpy.arange(len(starts)) - first_words[article]


def _sentence_numbers(texts, starts, offsets):
    """The number, within its text, of the sentence that each word starts in."""
    found = [sentences(text) for text in texts]
    begins = numpy.array(
        [start + offset for spans, offset in zip(found, offsets.tolist(), strict=False) for start, _ in spans], int
    )
    article, number = _places(begins, offsets)
    return number[numpy.searchsorted(begins, starts, side="right") - 1] if len(starts) else starts


def _strings(tokens):
    """`tokens` as a column of strings; each distinct one is converted once."""
    ids, types = pandas.factorize(numpy.array(tokens, dtype=object))
    return pandas.array(types, dtype="str").take(ids)


def counts(texts, groups=None, spelling=letters.fold):
    """How often each word occurs in `texts`: one row per word and group with columns word, group, n, articles.

    `groups` gives a number for each text (by default all are in group 0), `n` the occurrences in the texts of the
    group, `articles` the texts of it with at least one. Words are spelled by `spelling`: letters.fold, or
    letters.bare for the word as printed, without marks. The rows come in no particular order.
    """
    groups = numpy.zeros(len(texts), int) if groups is None else numpy.asarray(groups)
    frame = rows(texts)
    distinct = frame.token.unique()
    spelled = dict(zip(distinct, map(spelling, distinct), strict=True))
    frame = pandas.DataFrame(
        {"word": frame.token.map(spelled), "group": groups[frame.article.to_numpy()], "article": frame.article}
    )
    grouped = frame.groupby(["word", "group"])
    return grouped.article.agg(n="size", articles="nunique").reset_index()
