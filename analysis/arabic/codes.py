"""Codes: texts with one byte per character, in which NumPy finds the words.

Characters that newspapers print have a byte of their own; all others of their kind share one. The bytes stand in the
order of kinds, so that comparing tells what a byte is to a word, and all of them at once by one instruction for many.
Characters beyond the Basic Multilingual Plane (emoji) are never part of a word.
"""

import collections
import functools
import unicodedata

import numpy

from analysis.arabic import letters

# What a character is to a word. Marks and invisible signs are looked through, and come last.
ELSE, ARABIC, OTHER, DIGIT, APOSTROPHE, POINT, MARK, INVISIBLE = KINDS = range(8)

APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
POINTS = ".,\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}"

# The letters that newspapers print. Words with any other letter are counted one by one.
_COMMON = (
    "".join(map(chr, [*range(0x621, 0x63B), *range(0x641, 0x64B)]))
    + "\N{ARABIC LETTER ALEF WASLA}\N{ARABIC LETTER PEH}\N{ARABIC LETTER TCHEH}\N{ARABIC LETTER JEH}"
    + "\N{ARABIC LETTER VEH}\N{ARABIC LETTER KEHEH}\N{ARABIC LETTER GAF}\N{ARABIC LETTER FARSI YEH}"
    + "\N{ARABIC LETTER AE}0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"
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
    if not unicodedata.is_normalized("NFKC", letter):
        plain = unicodedata.normalize("NFKC", letter)
        if not letters.MARKS.isdisjoint(plain) and letters.bare(plain) == "":
            return MARK  # a mark drawn on a tatweel, as one sign
        if any(unicodedata.category(part)[0] not in "LM" for part in plain):
            return ELSE  # «ﷺ» is a sentence, not a word
        letter = plain[0]
    return ARABIC if "\u0600" <= letter <= "\u08ff" and unicodedata.name(letter).startswith("ARABIC") else OTHER


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
def _listed():
    """The characters of each kind that have a byte of their own."""
    listed = dict.fromkeys([*_COMMON, *_DROPPED, *_BETWEEN, *sorted(letters.INVISIBLE)])
    return ["".join(character for character in listed if _kind(character) == kind) for kind in KINDS]


@functools.cache
def _first():
    """The first byte of each kind, which stands for all its characters that have none of their own."""
    return [sum(len(listed) + 1 for listed in _listed()[:kind]) for kind in KINDS]


@functools.cache
def alphabet():
    """The character of each byte; NUL for the first, which is of no word, and what no text has for others shared."""
    return ("\0" + "\ufffe".join(_listed())).ljust(256, "\ufffe")


@functools.cache
def _byte_of():
    """The byte of every character of the Basic Multilingual Plane, by code point."""
    bytes_of = numpy.array(_first(), numpy.uint8)[kinds()]
    for byte, character in enumerate(alphabet()):
        if character not in "\0\ufffe":
            bytes_of[ord(character)] = byte
    return bytes_of


def printed(text):
    """One byte for each character of `text`."""
    units = numpy.frombuffer(text.encode("utf-16-le", "surrogatepass"), "<u2")
    signs = _byte_of().take(units, mode="clip") if len(units) == len(text) else _printed_wide(text)
    return signs.tobytes()


def _printed_wide(text):
    """The same for a text with characters beyond the Basic Multilingual Plane."""
    points = numpy.frombuffer(text.encode("utf-32-le", "surrogatepass"), "<u4")
    signs = _byte_of().take(points, mode="clip")
    beyond = numpy.flatnonzero(points > 0xFFFF)
    signs[beyond] = [_first()[_kind(text[place])] for place in beyond.tolist()]
    return signs


@functools.cache
def _looked_through():
    """The bytes of marks and invisible signs."""
    return bytes(range(_first()[MARK], len(alphabet().rstrip("\ufffe"))))


@functools.cache
def letter_of(spelling):
    """The byte of what the function `spelling` (letters.fold, letters.bare) makes of each, for bytes.translate."""
    common = frozenset(_COMMON)
    return bytes(
        printed(spelling(character))[0] if character in common else byte for byte, character in enumerate(alphabet())
    )


def is_listed(signs):
    """Whether each of these bytes is of a letter, digit or sign with a byte of its own."""
    return set(signs).isdisjoint(_first())


def found(text, spelling=None):
    """The Words of `text`, which begins and ends with a line break; with their letters in a spelling, see `letter_of`.

    A spelling must leave a letter of one kind of that kind.
    """
    signs = printed(text)
    gone = numpy.flatnonzero(numpy.frombuffer(signs, numpy.uint8) >= _first()[MARK])
    kept = signs.translate(letter_of(spelling) if spelling else None, _looked_through())
    return Words(signs, kept, gone, *_bounds(_joined(numpy.frombuffer(kept, numpy.uint8))))


def _joined(kept):
    """The kinds of the bytes, inner apostrophes and points as what is around them, and digits as letters."""
    _, arabic, other, _, apostrophe, *_ = _first()
    kind = (kept >= arabic).view(numpy.uint8) + (kept >= other).view(numpy.uint8)
    kind *= kept < apostrophe
    kind[_inner(kept)] = OTHER
    return kind


def _inner(kept):
    """The places of apostrophes between letters and of points between digits."""
    _, _, other, digit, apostrophe, point, *_ = _first()
    signs = numpy.flatnonzero(kept >= apostrophe)
    is_point = kept[signs] >= point
    least, most = numpy.where(is_point, digit, other), numpy.where(is_point, apostrophe, digit)
    before, after = kept[signs - 1], kept[signs + 1]
    return signs[(before >= least) & (before < most) & (after >= least) & (after < most)]


def _bounds(kind):
    """The first character of each run of one kind and the one after its last; `kind` begins and ends with ELSE."""
    change = kind[1:] ^ kind[:-1]
    edges = numpy.flatnonzero(change != 0)
    # Where a word touches one of another kind, one ends and one begins.
    touching = numpy.flatnonzero(change == ARABIC ^ OTHER)
    if len(touching):
        edges = numpy.insert(edges, numpy.searchsorted(edges, touching), touching)
    return edges[::2] + 1, edges[1::2] + 1


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
    here = numpy.frombuffer(signs, numpy.uint8)[places]
    return (here >= _first()[MARK]) & (here < _first()[INVISIBLE])


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
    signs = numpy.frombuffer(words.printed, numpy.uint8)
    shared = [numpy.flatnonzero(signs == _first()[kind]) for kind in (ARABIC, OTHER, DIGIT, MARK)]
    there = numpy.concatenate(shared)
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
    article = texts_of(starts, offsets)
    return article, numpy.arange(len(starts)) - numpy.searchsorted(starts, offsets)[article]


def texts_of(starts, offsets):
    """The text that each of `starts` is in; see `joined`."""
    return numpy.repeat(numpy.arange(len(offsets) - 1), numpy.diff(numpy.searchsorted(starts, offsets)))
