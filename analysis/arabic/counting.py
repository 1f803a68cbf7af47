"""Counting: how often each word occurs, from arrays of letter codes and without a string per word.

A word of usual letters is known by a 64-bit key of its codes: the codes themselves up to eight letters, a mixture
of them above. A word with any other letter is cut out of the text and spelled by itself.
"""

import collections
import itertools

import numpy
import pandas

from analysis.arabic import codes

# Rows of a running count that are kept before they are added up.
PENDING = 2_000_000

# An odd number with well spread bits (2**64 divided by the golden ratio), to mix keys with.
_SPREAD, _HALF = numpy.uint64(0x9E3779B97F4A7C15), numpy.uint64(32)

_MASKS = numpy.array([(1 << 8 * size) - 1 for size in range(9)], numpy.uint64)


def counts(texts, groups, *, spelling, block):
    """The table of `words.counts`, from `block` texts at a time."""
    # A word's number is its place in the vocabulary, which grows as words are looked up.
    vocabulary = collections.defaultdict(itertools.count().__next__)
    known, parts = {}, []
    for first in range(0, len(texts), block):
        numbers, article, new = _numbered(texts[first : first + block], spelling, known, vocabulary)
        known.update(new)
        parts.append(_by_group(numbers, article, groups[first : first + block]))
        if sum(len(part[0]) for part in parts[1:]) > PENDING:
            parts = [_added(parts)]
    words = pandas.array(list(vocabulary), dtype="str")
    word, group, n, articles = _added(parts)
    return pandas.DataFrame({"word": words.take(word), "group": group, "n": n, "articles": articles})


def _numbered(texts, spelling, known, vocabulary):
    """(the number of each word of `texts`, the text that it is in, {key: number} of the words not yet known)."""
    joined, offsets = codes.joined(texts)
    found = codes.found(joined)
    code = codes.codes(spelling)[found.units]
    odd = _holders(numpy.flatnonzero(code == codes.ODD), found)
    usual = numpy.ones(len(found.first), bool)
    usual[odd] = False
    numbers = numpy.empty(len(found.first), numpy.int64)
    numbers[odd] = [vocabulary[spelling(joined[found.starts[word] : found.ends[word]])] for word in odd.tolist()]
    kept = code[found.kept]
    numbers[usual], new = _usual_numbers(kept, found.first[usual], found.after[usual], spelling, known, vocabulary)
    return numbers, codes.places(found.starts, offsets)[0], new


def _holders(characters, found):
    """The words that the characters at these places are in."""
    word = numpy.searchsorted(found.starts, characters, side="right") - 1
    inside = word >= 0
    inside[inside] = characters[inside] < found.ends[word[inside]]
    return numpy.unique(word[inside])


def _usual_numbers(kept, first, after, spelling, known, vocabulary):
    """(the number of each word, {key: number} of the words not yet known); `kept` are the codes of the text."""
    distinct_of, distinct = pandas.factorize(_keys(kept, first, after))
    example = numpy.empty(len(distinct), int)
    example[distinct_of[::-1]] = numpy.arange(len(first))[::-1]
    keys = distinct.tolist()
    unknown = numpy.array([place for place, key in enumerate(keys) if key not in known], int)
    spelled = _spelled(kept, first[example[unknown]], after[example[unknown]], spelling)
    new = {keys[place]: vocabulary[word] for place, word in zip(unknown.tolist(), spelled, strict=True)}
    every = known | new if len(unknown) == len(keys) else collections.ChainMap(new, known)
    return numpy.array([every[key] for key in keys], numpy.int64)[distinct_of], new


def _keys(kept, first, after):
    """A 64-bit key of the codes of each word."""
    padded = numpy.concatenate((kept, numpy.zeros(8, numpy.uint8)))
    eights = numpy.ndarray(len(kept), "<u8", padded, strides=(1,))
    size = after - first
    keys = eights[first] & _MASKS[numpy.minimum(size, 8)]
    long = numpy.flatnonzero(size > 8)
    done = 8
    while len(long):
        more = eights[first[long] + done] & _MASKS[numpy.minimum(size[long] - done, 8)]
        mixed = (keys[long] ^ (keys[long] >> _HALF)) * _SPREAD + more
        keys[long] = (mixed ^ (mixed >> _HALF)) * _SPREAD
        done += 8
        long = long[size[long] > done]
    return keys


def _spelled(kept, first, after, spelling):
    """The words as strings."""
    letters = numpy.array([ord(letter) if letter else 0 for letter in codes.alphabet(spelling)] + [0], "<u2")
    text = letters[numpy.minimum(kept, len(letters) - 1)].tobytes().decode("utf-16-le")
    return [text[start:end] for start, end in zip(first.tolist(), after.tolist(), strict=True)]


def _by_group(numbers, article, groups):
    """(word, group, n, articles) as arrays, one place for each word and group."""
    pair_of, pairs = pandas.factorize(numbers * len(groups) + article)
    word, text = numpy.divmod(pairs, len(groups))
    n = numpy.bincount(pair_of, minlength=len(pairs))
    return _summed(word, groups[text], n, numpy.ones(len(n), int))


def _added(parts):
    empty = (numpy.zeros(0, int),) * 4
    return _summed(*(numpy.concatenate(columns) for columns in zip(empty, *parts, strict=True)))


def _summed(word, group, n, articles):
    """The same with each word and group once."""
    group_of, groups = pandas.factorize(group)
    cell_of, cells = pandas.factorize(word * max(len(groups), 1) + group_of)
    word, group = numpy.divmod(cells, max(len(groups), 1))
    sums = [numpy.bincount(cell_of, column, len(cells)).astype(int) for column in (n, articles)]
    return word, numpy.asarray(groups)[group], *sums
