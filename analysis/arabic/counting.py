"""Counting: how often each word occurs, from arrays of letter codes and without a string per word.

A word of usual letters is known by a 64-bit key of its codes: the codes themselves up to eight letters, a mixture
of them above. A word with any other letter is cut out of the text and spelled by itself.
"""

import codecs
import collections
import hashlib
import itertools

import numpy
import pandas
import pyarrow

from analysis.arabic import codes
from analysis.arabic.vocabulary import SPREAD, Vocabulary, firsts

# Rows of a running count that are kept before they are added up.
PENDING = 2_000_000

# Sums with at most so many places are kept in an array with all of them.
DENSE = 8_000_000

_HALF = numpy.uint64(32)

# The words of some texts in order, each as one number: its place in the vocabulary and, in the last bits, its text.
Block = collections.namedtuple("Block", "cell bits")


def counts(texts, groups, *, spelling, block):
    """The table of `words.counts`, from `block` texts at a time."""
    group_of, names = pandas.factorize(groups)
    parts, vocabulary, spelled = [[numpy.zeros(0, int)] * 4], Vocabulary(), []
    for first in range(0, len(texts), block):
        group = group_of[first : first + block]
        order = numpy.argsort(group, kind="stable")
        read = _read(taken(texts, first, block)[order].tolist(), vocabulary, spelled, spelling)
        parts.append(_by_group(read, group[order], vocabulary))
        if sum(len(part[0]) for part in parts[1:]) > PENDING:
            parts = [_added(parts, len(names), vocabulary)]
    word, group, n, articles = _added(parts, max(len(names), 1), vocabulary)
    word = pandas.array(pyarrow.array(spelled, pyarrow.large_string()), dtype="str").take(word)
    return pandas.DataFrame({"word": word, "group": numpy.asarray(names).take(group), "n": n, "articles": articles})


def pairs(texts, *, spelling, block):
    """The result of `words.pairs`, from `block` texts at a time."""
    parts, vocabulary, spelled = [], Vocabulary(), []
    for first in range(0, len(texts) or 1, block):
        read = _read(taken(texts, first, block).tolist(), vocabulary, spelled, spelling)
        parts.append(_by_text(read, first, vocabulary))
    return parts, numpy.array(spelled, dtype=object)


def keys(texts, *, spelling, block):
    """The result of `words.keys`, from `block` texts at a time."""
    parts, n = [numpy.zeros(0, numpy.uint64)], [numpy.zeros(1, int)]
    for first in range(0, len(texts), block):
        read = taken(texts, first, block).tolist()
        joined, offsets = codes.joined(read)
        found = codes.found(joined, spelling)
        parts.append(_keys_in_order(found, _cut(joined, found, spelling)))
        n.append(numpy.bincount(codes.texts_of(found.first, codes.in_kept(found, offsets)), minlength=len(read)))
    return numpy.concatenate(parts), numpy.cumsum(numpy.concatenate(n))


def taken(texts, first, block):
    """The `block` texts from `first` on, as an array of strings; an Arrow array makes them slowly one by one."""
    return numpy.asarray(texts[first : first + block], dtype=object)


def _read(texts, vocabulary, spelled, spelling):
    """The Block of `texts`; words that are new go to the vocabulary and, as strings, to `spelled`."""
    joined, offsets = codes.joined(texts)
    found = codes.found(joined, spelling)
    cut = _cut(joined, found, spelling)
    place, new = vocabulary.add(_keys_in_order(found, cut))
    spelled += _spelled(found, new, cut)
    return _ordered(place, codes.texts_of(found.first, codes.in_kept(found, offsets)), len(texts))


def _keys_in_order(found, cut):
    """The key of each word that was found, in order; of those that were cut out that of their spelling."""
    in_order = _keys(found.kept, found.first, found.after)
    in_order[list(cut)] = _keys_of(list(cut.values()))
    return in_order


def _ordered(place, text, size):
    """The Block of words with these places in the vocabulary, in these of `size` texts."""
    bits = size.bit_length()
    # NumPy sorts 32-bit numbers several at a time.
    small = len(place) and int(place.max()) < 1 << 31 - bits
    cell = place.astype(numpy.int32 if small else numpy.int64)
    cell <<= bits
    cell |= text.astype(cell.dtype, copy=False)
    cell.sort()
    return Block(cell, bits)


def _by_text(read, before, vocabulary):
    """(word, text, n) as arrays, one place for each word and text; `before` are the texts of other blocks."""
    first = numpy.flatnonzero(changes(read.cell))
    text = _text(read, first) + before
    n = numpy.diff(first, append=len(read.cell))
    return vocabulary.number[read.cell[first] >> read.bits], text.astype(numpy.int32), n.astype(numpy.int32)


def _text(read, chosen):
    """The texts of the words with these numbers."""
    return read.cell[chosen] & ((1 << read.bits) - 1)


def changes(ordered):
    """Whether each number is another than the one before it."""
    change = numpy.ones(len(ordered), bool)
    numpy.not_equal(ordered[1:], ordered[:-1], out=change[1:])
    return change


def _by_group(read, groups, vocabulary):
    """(word, group, n, articles) as arrays, one place for each word and group, of texts in the order of groups."""
    in_text, place = changes(read.cell), read.cell >> read.bits
    own = changes(place)
    if groups[0] != groups[-1]:
        own |= changes(groups[_text(read, slice(None))])
    first = numpy.flatnonzero(own)
    articles = numpy.diff(numpy.flatnonzero(own.compress(in_text)), append=numpy.count_nonzero(in_text))
    n = numpy.diff(first, append=len(own))
    return vocabulary.number[place[first]], groups[_text(read, first)], n, articles


def _added(parts, size, vocabulary):
    """The same from several parts, each word and group once."""
    word, group, *columns = map(numpy.concatenate, zip(*parts, strict=True))
    cell, *sums = summed(word * numpy.int64(size) + group, max(vocabulary.size, 1) * size, *columns)
    return *numpy.divmod(cell, size), *sums


def total(parts, size):
    """(the distinct numbers in `parts`, in order, and the sum of n there), from pairs of arrays (numbers, n)."""
    if size > DENSE:
        parts = [summed(cell, size, n) for cell, n in parts]
        cell, n = map(numpy.concatenate, zip(*parts, strict=True))
        return summed(cell, size, n)
    sums = numpy.zeros(size, int)
    for cell, n in parts:
        numpy.add.at(sums, cell.astype(int, copy=False), n.astype(int, copy=False))
    held = numpy.flatnonzero(sums)
    return held, sums[held]


def summed(cell, size, *columns):
    """(the distinct numbers in `cell`, in order, and the sum of each of the columns there); `size` is above all.

    A column of None is 1 everywhere.
    """
    if size > DENSE:
        cell, held = pandas.factorize(cell, sort=True)
        return held, *(numpy.bincount(cell, column, len(held)).astype(int) for column in columns)
    held = numpy.flatnonzero(numpy.bincount(cell, minlength=size))
    return held, *(numpy.bincount(cell, column, size)[held].astype(int) for column in columns)


def printed(joined, found, starts, ends):
    """(the number of each word as printed, the distinct ones); the words are `found` in `joined`, from start to end."""
    number, distinct = pandas.factorize(printed_keys(joined, found, starts, ends))
    example = firsts(number, len(distinct))
    return number, cut_out(joined, starts[example], ends[example])


def printed_keys(joined, found, starts, ends):
    """The key of each word as printed; see `printed`."""
    keys = _keys(found.printed, starts, ends)
    odd = codes.with_unlisted(found)
    keys[odd] = [_hash(word) for word in cut_out(joined, starts[odd], ends[odd])]
    return keys


def cut_out(joined, starts, ends):
    """The words of a text from these starts to these ends, as strings."""
    return [joined[start:end] for start, end in zip(starts.tolist(), ends.tolist(), strict=True)]


def _cut(joined, found, spelling):
    """{number of a word: its spelling} for the words with a letter that has no byte of its own."""
    held = codes.with_unlisted(found)
    starts, ends = codes.spans(found._replace(first=found.first[held], after=found.after[held]))
    places = zip(held.tolist(), starts.tolist(), ends.tolist(), strict=True)
    return {number: spelling(joined[start:end]) for number, start, end in places}


def _keys_of(words):
    """The key of each word that was cut out: that of its bytes, or else, with letters that have none, a hash."""
    signs = [codes.printed(word) for word in words]
    usual = numpy.array([bool(sign) and codes.is_listed(sign) for sign in signs], bool)
    keys = numpy.array([0 if has_bytes else _hash(word) for word, has_bytes in zip(words, usual, strict=True)], "u8")
    size = numpy.array([len(sign) for sign in signs], int)[usual]
    after = numpy.cumsum(size)
    keys[usual] = _keys(b"".join(itertools.compress(signs, usual)), after - size, after)
    return keys


def _hash(word):
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())


def _keys(signs, first, after):
    """A 64-bit key of the bytes of each word: the bytes themselves up to eight, a mixture above."""
    padded = numpy.frombuffer(signs + bytes(8), numpy.uint8)
    eights = numpy.ndarray(len(signs), "<u8", padded, strides=(1,))
    size = after - first
    keys = eights[first] << _unused(size)
    long = numpy.flatnonzero(size > 8)
    done = 8
    while len(long):
        more = eights[first[long] + done] << _unused(size[long] - done)
        mixed = (keys[long] ^ (keys[long] >> _HALF)) * SPREAD + more
        keys[long] = (mixed ^ (mixed >> _HALF)) * SPREAD
        done += 8
        long = long[size[long] > done]
    return keys


def _unused(size):
    """The bits of eight bytes that a word of this size leaves to what is behind it."""
    return numpy.maximum(64 - 8 * size, 0).view(numpy.uint64)


def _spelled(found, chosen, cut):
    """The words with these numbers, as strings."""
    lines = _lines(found.kept, found.first[chosen], found.after[chosen])
    words = codecs.charmap_decode(lines, "replace", codes.alphabet())[0].split("\0")[: len(chosen)]
    if cut:
        for place in numpy.flatnonzero(numpy.isin(chosen, list(cut))).tolist():
            words[place] = cut[int(chosen[place])]
    return words


def _lines(kept, first, after):
    """The bytes of each word, and a zero behind each."""
    size = after - first
    ends = numpy.cumsum(size + 1)
    lines = numpy.zeros(ends[-1] if len(ends) else 0, numpy.uint8)
    inside = numpy.ones(len(lines), bool)
    inside[ends - 1] = False
    places = numpy.arange(len(lines))[inside] + numpy.repeat(first - (ends - size - 1), size)
    lines[inside] = numpy.frombuffer(kept, numpy.uint8)[places]
    return lines.tobytes()
