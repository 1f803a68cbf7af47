"""Keys: strings of Arabic letters as numbers, of which arrays are searched and joined without a string.

A string is known by a 64-bit key, the value of a polynomial whose coefficients are its letters, modulo 2**64: the key
of a part of a word is a difference of two sums, and that of a part with a letter more or with another letter follows
from it, so that no string is made of the millions of stems that words could have.
"""

import collections
import functools

import numpy

from analysis.arabic import affixes

CODE = {letter: numpy.uint64(code) for code, letter in enumerate(sorted(affixes.ARABIC), start=1)}

# Where the polynomial is taken: an odd number, which has an inverse, with well spread bits.
POINT = 0x9E3779B97F4A7C15

# Strings whose keys are made together: the sums of all letters of half a million would hold a hundred megabytes.
BLOCK = 1 << 16

# Bits of a key that tell at a glance that most strings are not in a list.
_GLANCE = 18

# Words as numbers: their letters as in stems; the sums of the polynomial before each letter, in normal spelling and
# as in stems; and where each word begins and ends.
Words = collections.namedtuple("Words", "letters sums plain_sums begin end")

# Keys in order, what belongs to them, and the marks of their bits.
Lookup = collections.namedtuple("Lookup", "keys values marks")


@functools.cache
def powers(size):
    """(the powers of the point up to `size`, those of its inverse)."""
    bases = (POINT, pow(POINT, -1, 1 << 64))
    return [numpy.multiply.accumulate(numpy.array([1] + [base] * size, numpy.uint64)) for base in bases]


def width(sizes):
    """A round number that no size exceeds, so that few tables of powers are made."""
    return 1 << int(numpy.max(sizes, initial=1)).bit_length()


@functools.cache
def _tables():
    """The code of each character, in normal spelling and as in stems, where «أ» is «ا» and «ى» is «ي»."""
    table = numpy.zeros(1 << 16, numpy.uint64)
    for letter, code in CODE.items():
        table[ord(letter)] = code
    plain = table.copy()
    plain[ord("أ")], plain[ord("ى")] = CODE["ا"], CODE["ي"]
    return table, plain


def numbered(words):
    """The Words of `words`, which are written in the letters of affixes.ARABIC."""
    sizes = numpy.fromiter(map(len, words), int, len(words))
    end = numpy.cumsum(sizes)
    begin = end - sizes
    units = numpy.frombuffer("".join(words).encode("utf-16-le"), "<u2")
    power = powers(width(sizes))[0][numpy.arange(len(units)) - numpy.repeat(begin, sizes)]
    codes = [table[units] for table in _tables()]
    sums = [numpy.concatenate((numpy.zeros(1, numpy.uint64), numpy.cumsum(code * power))) for code in codes]
    return Words(codes[1], *sums, begin, end)


def of(strings):
    """The key of each of `strings`."""
    strings = list(strings)
    parts = [_of(strings[first : first + BLOCK]) for first in range(0, max(len(strings), 1), BLOCK)]
    return parts[0] if len(parts) == 1 else numpy.concatenate(parts)


def _of(strings):
    words = numbered(strings)
    return words.sums[words.end] - words.sums[words.begin]


def begin_as_article(first, second, before):
    """Whether strings begin with «ال», or with «ل» behind an alef, by their first two letters and the one before them.

    «الفرنسي» is neither a stem of its own nor what «I» do.
    """
    own = (first == CODE["ا"]) & (second == CODE["ل"])
    return own | ((first == CODE["ل"]) & (before == CODE["ا"]))


def are_arabic(words):
    """Whether each of `words` has two letters or more, all of them in affixes.ARABIC."""
    joined = "\n".join([*words, ""])
    units = numpy.frombuffer(joined.encode("utf-16-le", "surrogatepass"), "<u2")
    after = numpy.flatnonzero(units == ord("\n"))
    if len(after) != len(words):
        return numpy.array([len(word) > 1 and affixes.ARABIC.issuperset(word) for word in words], bool)
    size = numpy.diff(after, prepend=-1) - 1
    strange = numpy.concatenate(([0], numpy.cumsum(_tables()[0][units] == 0)))
    return (size > 1) & (strange[after] == strange[after - size])


def lookup(strings, values=None):
    """The Lookup of `strings`; the value of each is by default its number."""
    key = of(strings)
    order = numpy.argsort(key)
    marks = numpy.zeros(1 << _GLANCE, bool)
    marks[key >> numpy.uint64(64 - _GLANCE)] = True
    values = numpy.arange(len(key)) if values is None else numpy.asarray(values)
    return Lookup(key[order], values[order], marks)


def looked_up(key, table):
    """The value that the Lookup `table` has for each `key`, or -1."""
    found = numpy.full(len(key), -1, table.values.dtype)
    maybe = numpy.flatnonzero(table.marks[key >> numpy.uint64(64 - _GLANCE)])
    place = numpy.searchsorted(table.keys, key[maybe])
    place[place == len(table.keys)] = 0
    same = table.keys[place] == key[maybe] if len(table.keys) else numpy.zeros(0, bool)
    found[maybe[same]] = table.values[place[same]]
    return found
