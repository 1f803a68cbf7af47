"""Vocabulary: a number for each distinct word, by its 64-bit key, in a table that NumPy looks up all at once."""

import numpy
import pandas

# An odd number with well spread bits (2**64 divided by the golden ratio), to mix keys with.
SPREAD = numpy.uint64(0x9E3779B97F4A7C15)

# Places for each key: with so much room, few keys ask for a place that another holds.
_ROOM = 4


class Vocabulary:
    """The numbers of keys, from 0 in the order in which they were added; no key is 0.

    `number[place]` is the number of the key that has a place in the table, or -1. Places change as the table grows,
    numbers do not.
    """

    def __init__(self):
        """Begin with no keys."""
        self.size = 0
        self._make(16)

    def _make(self, bits):
        self._shift = numpy.uint64(64 - bits)
        self._key = numpy.zeros(1 << bits, numpy.uint64)
        self.number = numpy.full(1 << bits, -1, numpy.int32)

    def add(self, keys):
        """(the place of each key, which of `keys` are new to the vocabulary: the first of each, in order)."""
        self._grow(self.size + len(keys))
        place = self._home(keys)
        missed = numpy.flatnonzero(self._key.take(place) != keys)
        number, distinct = pandas.factorize(keys[missed])
        found = self._placed(distinct)
        place[missed] = found[number]
        new = numpy.flatnonzero(self.number[found] < 0)
        self.number[found[new]] = numpy.arange(self.size, self.size + len(new))
        self.size += len(new)
        return place, missed[firsts(number, len(distinct))[new]]

    def _grow(self, size):
        bits = 64 - int(self._shift)
        if size * _ROOM <= 1 << bits:
            return
        held = self.number >= 0
        key, number = self._key[held], self.number[held]
        self._make(max((size * _ROOM).bit_length(), bits + 1))
        self.number[self._placed(key)] = number

    def _home(self, keys):
        """The place where each key is looked for first."""
        return ((keys * SPREAD) >> self._shift).view(numpy.int64)

    def _placed(self, keys):
        """The place of each of some distinct keys; a key that has none takes the first free one from its home on."""
        place = self._home(keys)
        away = numpy.arange(len(keys))
        while len(away):
            free = away[self._key[place[away]] == 0]
            self._key[place[free]] = keys[free]  # of several keys the last one stays
            away = away[self._key[place[away]] != keys[away]]
            place[away] = (place[away] + 1) & (len(self._key) - 1)
        return place


def firsts(number, size):
    """The first place of each of `size` numbers."""
    place = numpy.empty(size, int)
    place[number[::-1]] = numpy.arange(len(number))[::-1]  # the last one written is the first of its kind
    return place
