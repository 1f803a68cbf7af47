"""Codes: texts as arrays with one byte per character, in which NumPy finds the words.

Two tables over the Basic Multilingual Plane: what each character is to a word, and, for counting, which letter of
a small alphabet it is. Characters beyond that plane (emoji) are never part of a word.
"""

import collections
import functools
import unicodedata

import numpy

from analysis.arabic import letters

# What a character is to a word. Marks and invisible signs are looked through.
ELSE, ARABIC, OTHER, DIGIT, APOSTROPHE, POINT, MARK, INVISIBLE = range(8)

APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
POINTS = ".,\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}"

# The code of a letter outside the alphabet.
ODD = 255

# What newspapers print. Texts with any other letter are counted word by word.
_COMMON = (
    "".join(map(chr, [*range(0x621, 0x63B), *range(0x641, 0x64B)]))
    + "ٱپچژڤکگیە0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
    + "".join(letter for letter in map(chr, range(0x41, 0x100)) if letter.isalpha() and letter not in "ªµº")
    + APOSTROPHES
    + POINTS
)

# Unicode joins these with the letter before them («و» and a hamza above make «ؤ»), so no table may drop them.
_JOINING = "\N{ARABIC MADDAH ABOVE}\N{ARABIC HAMZA ABOVE}\N{ARABIC HAMZA BELOW}"


# The words of a text: its characters as numbers; what each is to a word; which are not looked through (kept); and
# the first of these in each word and the one after the last.
Words = collections.namedtuple("Words", "units kind kept first after")


def _kind_of_letter(letter):
    plain = unicodedata.normalize("NFKC", letter)
    if not letters.MARKS.isdisjoint(plain) and letters.bare(plain) == "":
        return MARK  # a mark drawn on a tatweel, as one sign
    if any(unicodedata.category(part)[0] not in "LM" for part in plain):
        return ELSE  # «ﷺ» is a sentence, not a word
    in_range = "\u0600" <= plain[0] <= "\u08ff"
    return ARABIC if in_range and unicodedata.name(plain[0]).startswith("ARABIC") else OTHER


def _kind(character):
    category = unicodedata.category(character)
    if character in letters.INVISIBLE:
        return INVISIBLE
    if character in letters.MARKS or category[0] == "M":
        return MARK
    if category[0] == "L":
        return _kind_of_letter(character)
    if category == "Nd":
        return DIGIT
    return APOSTROPHE if character in APOSTROPHES else POINT if character in POINTS else ELSE


@functools.cache
def kinds():
    """The kind of every character of the Basic Multilingual Plane, by code point."""
    return numpy.array([_kind(chr(number)) for number in range(0x10000)], numpy.uint8)


@functools.cache
def alphabet(spelling):
    """The letters that the function `spelling` (letters.fold, letters.bare) makes of common ones; "" has code 0."""
    return ["", *dict.fromkeys(map(spelling, _COMMON))]


@functools.cache
def code_of(spelling):
    """{letter: code} of `alphabet(spelling)`."""
    return {letter: code for code, letter in enumerate(alphabet(spelling)) if letter}


@functools.cache
def codes(spelling):
    """The code in `alphabet(spelling)` of every character of the plane, or ODD, by code point."""
    table = numpy.where(numpy.isin(kinds(), (ARABIC, OTHER, DIGIT, MARK)), ODD, 0).astype(numpy.uint8)
    for letter in _COMMON:
        table[ord(letter)] = code_of(spelling)[spelling(letter)]
    for mark in letters.MARKS:
        if mark not in _JOINING or spelling is letters.bare:
            table[ord(mark)] = 0
    return table


def units(text):
    """The characters of `text` as 16-bit numbers, one each, those beyond the plane as blanks."""
    encoded = text.encode("utf-16-le", "surrogatepass")
    if len(encoded) != 2 * len(text):
        text = "".join(character if character <= "\uffff" else " " for character in text)
        encoded = text.encode("utf-16-le", "surrogatepass")
    return numpy.frombuffer(encoded, "<u2")


def found(text):
    """The Words of `text`, which ends with a line break."""
    numbers = units(text)
    kind = kinds()[numbers]
    kept = numpy.flatnonzero(kind < MARK)
    return Words(numbers, kind, kept, *_bounds(_joined(kind[kept])))


def spans(words):
    """(where each of `words` starts in the text, where it ends with the marks behind its last letter)."""
    ends, following = words.kept[words.after - 1] + 1, words.kept[words.after]
    marks = numpy.flatnonzero(words.kind == MARK)
    if len(marks):
        last = marks[numpy.searchsorted(marks, following) - 1]
        ends = numpy.where((last >= ends) & (last < following), last + 1, ends)
    return words.kept[words.first], ends


def _joined(kind):
    """`kind` with inner apostrophes and points as what is around them, and with digits as letters."""
    signs = numpy.flatnonzero((kind == APOSTROPHE) | (kind == POINT))
    before, here, after = kind[signs - 1], kind[signs], kind[(signs + 1) % len(kind)]
    wanted = numpy.where(here == POINT, DIGIT, OTHER)
    kind[signs] = numpy.where((before == wanted) & (after == wanted), wanted, ELSE)
    kind[kind == DIGIT] = OTHER
    return kind


def _bounds(kind):
    """The first character of each run of one kind and the one after its last; `kind` ends with ELSE."""
    before = numpy.concatenate(([ELSE], kind[:-1])).astype(numpy.uint8)
    edge = kind != before
    return numpy.flatnonzero(edge & (kind != ELSE)), numpy.flatnonzero(edge & (before != ELSE))


def joined(texts):
    """(the texts in one, each with a line break behind it; where each starts, and where the last ends)."""
    offsets = numpy.cumsum([0, *(len(text) + 1 for text in texts)])
    return "\n".join([*texts, ""]) or "\n", offsets


def places(starts, offsets):
    """The text that each of `starts` is in, and its place among those of that text; see `joined`."""
    first = numpy.searchsorted(starts, offsets)
    article = numpy.repeat(numpy.arange(len(offsets) - 1), numpy.diff(first))
    return article, numpy.arange(len(starts)) - first[article]
