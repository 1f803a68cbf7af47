"""Words: where the words and sentences of a text are, and how often each word occurs in many texts.

A word is a run of Arabic letters, or a run of other letters and digits. Marks, tatweel
and invisible signs are looked through; an apostrophe stays between two letters («Ya'alon»), a point or a comma
between two digits (3,500). `rows` says where each word is; `counts` counts the same words several times as fast,
because it looks only at the distinct ones.
"""

import itertools
import re

import numpy
import pandas

from analysis.arabic import codes, counting, letters

# Texts that are read together: few enough for their arrays to stay in the processor's cache.
BLOCK = 250

# One set of characters first, so that the expression skips what is between them.
_SENTENCE_END = re.compile(
    r"""[!?؟….\n\r\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}]
    (?: (?<= [\n\r\N{LINE SEPARATOR}\N{PARAGRAPH SEPARATOR}])
    | (?: (?<= [!?؟…])
        | (?<! \A[ء-يA-Z]\. ) (?<! [\s(«"'.][ء-يA-Z]\. )    # «د. محمد», «أ.ف.ب», U.S.
          (?<! [\s(«"'.][ولب]د\. ) (?<! \b(?:Mr|Dr|St|vs|No)\. )
          (?! (?<=[\dA-Za-z]\.) [\dA-Za-z] ) )                 # 2.5, aljazeera.net
      [.!?؟…]* (?: [»"'\N{RIGHT DOUBLE QUOTATION MARK}\N{RIGHT SINGLE QUOTATION MARK})\]}]+ [.!?؟…]* )? )""",
    re.VERBOSE,
)


def spans(text):
    """The words of `text` as (start, end), in characters; `text[start:end]` is the word as printed.

    >>> [text[start:end] for text in ["قتل 3,500 في «حلب»"] for start, end in spans(text)]
    ['قتل', '3,500', 'في', 'حلب']
    """
    starts, ends = codes.spans(codes.found(f"\n{text}\n"))
    return list(zip((starts - 1).tolist(), (ends - 1).tolist(), strict=True))


def lengths(texts):
    """The number of words of each of `texts` (a list).

    >>> lengths(["قتل 3,500 في «حلب»", ""])
    [4, 0]
    """
    return [n for first in range(0, len(texts), BLOCK) for n in _block_lengths(texts[first : first + BLOCK])]


def _block_lengths(texts):
    joined, offsets = codes.joined(texts)
    starts, _ = codes.spans(codes.found(joined))
    return numpy.diff(numpy.searchsorted(starts, offsets)).tolist()


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


def begins(text):
    """Where each of the `sentences` of `text` begins, with the blanks before it.

    >>> begins("وصل علي. وغادر.")
    [0, 8]
    """
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(text)), len(text)]
    return [start for start, end in itertools.pairwise(ends) if start < end and not text[start:end].isspace()]


def _trimmed(text, start, end):
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), end - len(piece) + len(piece.rstrip())


def rows(texts):
    """One row per word of `texts` (a list or array): article, sentence, position, start, end, token.

    `article` is the index in `texts`; `sentence` and `position` count from 0 within the text; `start` and `end`
    are characters of the text; `token` is the word as printed.
    """
    blocks = [
        _block_rows(counting.taken(texts, first, BLOCK).tolist(), first) for first in range(0, len(texts) or 1, BLOCK)
    ]
    return pandas.concat(blocks, ignore_index=True)


def _block_rows(texts, first_article):
    joined, offsets = codes.joined(texts)
    found = codes.found(joined)
    starts, ends = codes.spans(found)
    article, position = codes.places(starts, offsets)
    columns = {
        "article": article + first_article,
        "sentence": _sentence_numbers(joined, starts, offsets),
        "position": position,
        "start": starts - offsets[article],
        "end": ends - offsets[article],
    }
    number, types = counting.printed(joined, found, starts, ends)
    return pandas.DataFrame({**columns, "token": pandas.array(types, dtype="str").take(number)})


def _sentence_numbers(joined, starts, offsets):
    """The number, within its text, of the sentence that each word starts in; see `codes.joined`."""
    ends = [0, *(match.end() for match in _SENTENCE_END.finditer(joined))]
    begins = [start for start, end in itertools.pairwise(ends) if not joined[start:end].isspace()]
    begins = numpy.array(begins, int)
    _, number = codes.places(begins, offsets)
    return number[numpy.searchsorted(begins, starts, side="right") - 1] if len(starts) else starts


def counts(texts, groups=None, spelling=letters.fold):
    """How often each word occurs in `texts`: one row per word and group, with columns word, group, n, articles.

    `texts` is a list or an array, `groups` a number for each text (by default 0 for all); `n` is how often the word
    occurs in the texts of the group, `articles` in how many of them. Words are spelled by `spelling`: letters.fold, or
    letters.bare for the word as printed but for its marks. Every word of `rows` is counted, so counts add over texts.
    """
    groups = numpy.zeros(len(texts), int) if groups is None else numpy.asarray(groups)
    return counting.counts(texts, groups, spelling=spelling, block=BLOCK)


def pairs(texts, spelling=letters.fold):
    """(how often each text has each word, the words): the first as a list of parts, each (word, article, n).

    The three are arrays of numbers, with one place for each word and text; each part is of other texts. Words are
    those of `counts`.
    """
    return counting.pairs(texts, spelling=spelling, block=BLOCK)


def keys(texts, spelling=letters.fold):
    """(a 64-bit number for each word of `texts`, in order; where the words of each text begin, and where they end).

    Words of the same spelling have the same number, also in another call.

    >>> numbers, bounds = keys(["من بغداد", "", "بغداد"])
    >>> bool(numbers[1] == numbers[2]), bounds.tolist()
    (True, [0, 2, 2, 3])
    """
    return counting.keys(texts, spelling=spelling, block=BLOCK)
