"""Codes: texts with one byte per character, in which NumPy finds the words.

Characters that newspapers print have a byte of their own; any other is known by what it is to a word. From the bytes
come, by tables of 256 places, the kinds of characters and, for counting, the letters of a small alphabet. Characters
beyond the Basic Multilingual Plane (emoji) are never part of a word.
"""

import codecs
import collections
import functools
import unicodedata

import numpy

from analysis.arabic import letters

# What a character is to a word. Marks and invisible signs are looked through.
ELSE, ARABIC, OTHER, DIGIT, APOSTROPHE, POINT, MARK, INVISIBLE = KINDS = range(8)

APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
POINTS = ".,\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}"

# The code of a letter outside the alphabet.
ODD = 255

# The letters that newspapers print. Words with any other letter are counted one by one.
_COMMON = (
    "".join(map(chr, [*range(0x621, 0x63B), *range(0x641, 0x64B)]))
    + "ٱپچژڤکگیە0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
    + "".join(letter for letter in map(chr, range(0x41, 0x7B)) if letter.isalpha())
    + "ÀÂÇÈÉÊËÎÏÔÖÙÛÜßàáâäåçèéêëíîïñóôöøùúûü"
    + APOSTROPHES
    + POINTS
)
# The marks that may be dropped from a word: tashkeel but for the three that Unicode joins with the letter before
# them («و» and a hamza above make «ؤ»).
_DROPPED = (*map(chr, range(0x64B, 0x653)), "\N{ARABIC LETTER SUPERSCRIPT ALEF}", letters.TATWEEL)
_BETWEEN = (
    '\n\t\r !"#$%&()*+-/:;<=>?@[\\]_{|}«»،؛؟\N{NO-BREAK SPACE}\N{LEFT DOUBLE QUOTATION MARK}'
    "\N{RIGHT DOUBLE QUOTATION MARK}\N{LEFT SINGLE QUOTATION MARK}\N{EN DASH}\N{EM DASH}"
    "\N{HORIZONTAL ELLIPSIS}\N{BULLET}"
)

# The words of a text: its bytes; those that are not looked through (kept), and the places of the others (gone); and,
# among the kept, the first of each word and the one after the last.
Words = collections.namedtuple("Words", "printed kept gone first after")


def _kind_of_letter(letter):
    plain = unicodedata.normalize("NFKC", letter)
    if not letters.MARKS.isdisjoint(plain) and letters.bare(plain) == "":
        return MARK  # a mark drawn on a tatweel, as one sign
    if any(unicodedata.category(part)[0] not in "LM" for part in plain):
        return ELSE  # «ﷺ» is a sentence, not a word
    in_range = "\u0600" <= plain[0] <= "\u08ff"
    return ARABIC if in_range and unicodedata.name(plain[0]).startswith("ARABIC") else OTHER


@functools.cache
def _kind(character):
    category = unicodedata.category(character)
    if character in letters.INVISIBLE:
        return INVISIBLE
    if character in letters.MARKS or category[0] == "M":
        return MARK
    if category[0] == "L":
        return _kind_of_letter(character) if character <= "\uffff" else ELSE
    if category == "Nd":
        return DIGIT if character <= "\uffff" else ELSE
    return APOSTROPHE if character in APOSTROPHES else POINT if character in POINTS else ELSE


@functools.cache
def kinds():
    """The kind of every character of the Basic Multilingual Plane, by code point."""
    return numpy.array([_kind(chr(number)) for number in range(0x10000)], numpy.uint8)


@functools.cache
def _alphabet():
    """The character of each byte; bytes 0 to 7 stand for all other characters, by their kind."""
    listed = dict.fromkeys([*_COMMON, *_DROPPED, *_BETWEEN, *sorted(letters.INVISIBLE)])
    unlisted = ["\0", *["\ufffe"] * (len(KINDS) - 1)]  # what charmap_build takes for none; NUL must be the first
    return "".join([*unlisted, *listed])[:256].ljust(256, "\ufffe")


def _unlisted(error):
    """The kinds of characters that have no byte of their own, as the codec asks for them."""
    return bytes(map(_kind, error.object[error.start : error.end])), error.end


codecs.register_error("kinds of characters", _unlisted)


@functools.cache
def _bytes():
    return codecs.charmap_build(_alphabet())


def printed(text):
    """One byte for each character of `text`."""
    return codecs.charmap_encode(text, "kinds of characters", _bytes())[0]


@functools.cache
def _kind_of():
    """The kind of each byte, as a table for bytes.translate."""
    own = [_kind(character) for character in _alphabet()[len(KINDS) :]]
    return bytes([*KINDS, *own])


@functools.cache
def _looked_through():
    """The bytes of marks and invisible signs, and a table that has 1 for them."""
    through = [kind in (MARK, INVISIBLE) for kind in _kind_of()]
    return bytes(numpy.flatnonzero(through).tolist()), bytes(through)


# A table that has 1 for the bytes of unlisted letters, digits and marks.
_UNLISTED = bytes(kind in (ARABIC, OTHER, DIGIT, MARK) for kind in KINDS).ljust(256, b"\0")


@functools.cache
def alphabet(spelling):
    """The letters that the function `spelling` (letters.fold, letters.bare) makes of common ones; "" has code 0."""
    return ["", *dict.fromkeys(map(spelling, _COMMON))]


@functools.cache
def code_of(spelling):
    """{letter: code} of `alphabet(spelling)`."""
    return {letter: code for code, letter in enumerate(alphabet(spelling)) if letter}


@functools.cache
def letter_of(spelling):
    """The code in `alphabet(spelling)` of each byte of `Words.kept`, or ODD, as a table for bytes.translate."""
    common = frozenset(_COMMON)
    own = [code_of(spelling)[spelling(letter)] if letter in common else 0 for letter in _alphabet()]
    return bytes([*(ODD * (kind in (ARABIC, OTHER, DIGIT)) for kind in KINDS), *own[len(KINDS) :]])


def found(text):
    """The Words of `text`, which begins and ends with a line break."""
    signs = printed(text)
    through, is_through = _looked_through()
    gone = numpy.flatnonzero(numpy.frombuffer(signs.translate(is_through), bool))
    kept = signs.translate(None, through) if len(gone) else signs
    return Words(signs, kept, gone, *_bounds(_joined(kept)))


def _joined(kept):
    """The kinds of the bytes, inner apostrophes and points as what is around them, and digits as letters."""
    kind = numpy.frombuffer(bytearray(kept.translate(_kind_of())), numpy.uint8)
    signs = numpy.flatnonzero(kind >= APOSTROPHE)
    before, here, after = kind[signs - 1], kind[signs], kind[signs + 1]
    wanted = numpy.where(here == POINT, DIGIT, OTHER)
    kind[signs] = numpy.where((before == wanted) & (after == wanted), wanted, ELSE)
    return numpy.minimum(kind, OTHER, out=kind)


def _bounds(kind):
    """The first character of each run of one kind and the one after its last; `kind` begins and ends with ELSE."""
    here, before = kind[1:], kind[:-1]
    edge = here != before
    return numpy.flatnonzero(edge & (here != ELSE)) + 1, numpy.flatnonzero(edge & (before != ELSE)) + 1


def spans(words):
    """(where each of `words` starts in the text, where it ends with the marks behind its last letter)."""
    if not len(words.gone):
        return words.first, words.after
    starts, ends, following = (in_text(words, place) for place in (words.first, words.after - 1, words.after))
    ends += 1
    followed = numpy.flatnonzero(following > ends)
    marks = words.gone[_is_mark(words.printed, words.gone)]
    if len(followed) and len(marks):
        last = marks[numpy.searchsorted(marks, following[followed]) - 1]
        inside = (last >= ends[followed]) & (last < following[followed])
        ends[followed] = numpy.where(inside, last + 1, ends[followed])
    return starts, ends


def _is_mark(signs, places):
    """Whether the characters at these places are marks."""
    table = numpy.frombuffer(_kind_of(), numpy.uint8)
    return table[numpy.frombuffer(signs, numpy.uint8)[places]] == MARK


def in_text(words, places):
    """Where in the text the kept characters at these places stand."""
    # Before each sign that is looked through, so many characters are kept.
    kept_before = words.gone - numpy.arange(len(words.gone))
    return places + numpy.searchsorted(kept_before, places, side="right")


def in_kept(words, places):
    """How many characters before each of these places of the text are kept."""
    return places - numpy.searchsorted(words.gone, places)


def with_unlisted(words):
    """The numbers of the words that have a letter, digit or mark without a byte of its own."""
    there = numpy.flatnonzero(numpy.frombuffer(words.printed.translate(_UNLISTED), bool))
    if not len(there) or not len(words.first):
        return numpy.zeros(0, int)
    # A mark belongs to the kept letter before it.
    letter = in_kept(words, there) - _is_mark(words.printed, there)
    word = numpy.searchsorted(words.first, letter, side="right") - 1
    return numpy.unique(word[(word >= 0) & (letter < words.after[word])])


def joined(texts):
    """(the texts in one, line breaks around each; where each starts, and where one more would start)."""
    offsets = numpy.cumsum([1, *(len(text) + 1 for text in texts)])
    return "\n".join(["", *texts, ""]), offsets


def places(starts, offsets):
    """The text that each of `starts` is in, and its place among those of that text; see `joined`."""
    first = numpy.searchsorted(starts, offsets)
    article = numpy.repeat(numpy.arange(len(offsets) - 1), numpy.diff(first))
    return article, numpy.arange(len(starts)) - first[article]
