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

from analysis.arabic import codes

# Rows of a running count that are kept before they are added up.
PENDING = 1_000_000

# Sums with at most so many places are kept in an array with all of them.
DENSE = 8_000_000

# An odd number with well spread bits (2**64 divided by the golden ratio), to mix keys with.
_SPREAD, _HALF = numpy.uint64(0x9E3779B97F4A7C15), numpy.uint64(32)

# Places for keys that were seen, as a power of two: a few times the words of a large newspaper corpus.
_PLACES = 21

# The words of some texts: the number of each and the text that it is in; by number, the key and where (in `kept`,
# the codes of the texts) an example stands; and the words that were cut out, by key.
Block = collections.namedtuple("Block", "number article keys kept spans odd")

_MASKS = numpy.array([(1 << 8 * size) - 1 for size in range(9)], numpy.uint64)


def counts(texts, groups, *, spelling, block):
    """The table of `words.counts`, from `block` texts at a time."""
    group_of, names = pandas.factorize(groups)
    parts = [(numpy.zeros(0, numpy.uint64), *[numpy.zeros(0, int)] * 3)]
    spelled = _Spelled([], [])
    for first, read in _blocks(texts, spelled, spelling=spelling, block=block):
        parts.append(_by_group(read, group_of[first : first + block], max(len(names), 1)))
        if sum(len(part[0]) for part in parts[1:]) > PENDING:
            parts = [_added(parts, len(names))]
    key, group, n, articles = _added(parts, max(len(names), 1))
    number, distinct = pandas.factorize(key)
    word = pandas.array(_words(distinct, spelled), dtype="str").take(number)
    return pandas.DataFrame({"word": word, "group": numpy.asarray(names).take(group), "n": n, "articles": articles})


def pairs(texts, *, spelling, block):
    """The result of `words.pairs`, from `block` texts at a time."""
    parts, keys, spelled = [], [numpy.zeros(0, numpy.uint64)], _Spelled([], [])
    for first, read in _blocks(texts, spelled, spelling=spelling, block=block):
        word, article, n = _by_text(read)
        keys.append(read.keys)
        parts.append([word, (article + first).astype(numpy.int32), n.astype(numpy.int32)])
    number, distinct = pandas.factorize(numpy.concatenate(keys))
    numbers = numpy.split(number.astype(numpy.int32), numpy.cumsum([len(each) for each in keys[1:]]))
    parts = [(own[word], *rest) for (word, *rest), own in zip(parts, numbers, strict=False)]
    return parts, _words(distinct, spelled)


# Words that were written out, and their keys: a list of arrays of keys, and one of lists of words.
_Spelled = collections.namedtuple("_Spelled", "keys words")


def _blocks(texts, spelled, *, spelling, block):
    """The number of the first text and the Block of each `block` texts; words that are new go to `spelled`."""
    # The key last seen in each place: a word that is still there need not be spelled again.
    last = numpy.zeros(1 << _PLACES, numpy.uint64)
    for first in range(0, len(texts) or 1, block):
        read = _read(list(texts[first : first + block]), spelling)
        place = (read.keys * _SPREAD) >> numpy.uint64(64 - _PLACES)
        fresh = numpy.flatnonzero(last[place] != read.keys)
        last[place] = read.keys
        spelled.keys.append(read.keys[fresh])
        spelled.words.append(_spelled(read, fresh, spelling))
        yield first, read


def _words(key, spelled):
    """The word of each `key`, of those in `spelled`."""
    number, distinct = pandas.factorize(numpy.concatenate([key, *spelled.keys]))
    place = numpy.empty(len(distinct), int)
    place[number[len(key) :]] = numpy.arange(len(number) - len(key))
    words = numpy.array([*itertools.chain.from_iterable(spelled.words), ""], dtype=object)
    return words[place[number[: len(key)]]]


def _read(texts, spelling):
    """The Block of `texts`."""
    joined, offsets = codes.joined(texts)
    found = codes.found(joined)
    kept = found.kept.translate(codes.letter_of(spelling))
    keys = _keys(numpy.frombuffer(kept, numpy.uint8), found.first, found.after)
    cut = _cut(joined, found)
    words = [spelling(word) for word in cut.values()]
    keys[list(cut)] = _keys_of(words, spelling)
    number, distinct = pandas.factorize(keys)
    example = _examples(number, len(distinct))
    article, _ = codes.places(found.first, codes.in_kept(found, offsets))
    odd = dict(zip(keys[list(cut)].tolist(), words, strict=True))
    return Block(number, article, distinct, kept, (found.first[example], found.after[example]), odd)


def printed(joined, found, starts, ends):
    """(the number of each word as printed, the distinct ones); the words are `found` in `joined`, from start to end."""
    keys = _keys(numpy.frombuffer(found.printed, numpy.uint8), starts, ends)
    odd = codes.with_unlisted(found)
    keys[odd] = [_hash(joined[start:end]) for start, end in zip(starts[odd].tolist(), ends[odd].tolist(), strict=True)]
    number, distinct = pandas.factorize(keys)
    example = _examples(number, len(distinct))
    places = zip(starts[example].tolist(), ends[example].tolist(), strict=True)
    return number, [joined[start:end] for start, end in places]


def _examples(number, size):
    """The first place of each of `size` numbers."""
    example = numpy.empty(size, int)
    example[number[::-1]] = numpy.arange(len(number))[::-1]  # the last one written is the first of its kind
    return example


def _cut(joined, found):
    """{number of a word: the word as printed} for the words with a letter that has no code."""
    held = codes.with_unlisted(found)
    starts, ends = codes.spans(found._replace(first=found.first[held], after=found.after[held]))
    places = zip(held.tolist(), starts.tolist(), ends.tolist(), strict=True)
    return {number: joined[start:end] for number, start, end in places}


def _keys_of(words, spelling):
    """The keys of words that were cut out: those of their codes, or else, with other letters, a hash."""
    code_of = codes.code_of(spelling)
    found = [[code_of.get(letter) for letter in word] for word in words]
    known = [number for number, word in enumerate(found) if word and None not in word]
    keys = numpy.array([_hash(word) for word in words], numpy.uint64)
    after = numpy.cumsum([len(found[number]) for number in known], dtype=int)
    kept = numpy.array([code for number in known for code in found[number]], numpy.uint8)
    keys[known] = _keys(kept, numpy.concatenate(([0], after))[:-1], after)
    return keys


def _hash(word):
    return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())


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


def _spelled(read, distinct, spelling):
    """The words with these numbers, as strings."""
    first, after = (place[distinct] for place in read.spans)
    table = "\0" + "".join(codes.alphabet(spelling)[1:])
    words = codecs.charmap_decode(_lines(read.kept, first, after), "replace", table)[0].split("\0")[: len(first)]
    odd = numpy.isin(read.keys[distinct], numpy.array(list(read.odd), numpy.uint64))
    for place in numpy.flatnonzero(odd).tolist():
        words[place] = read.odd[int(read.keys[distinct[place]])]
    return words


def _lines(kept, first, after):
    """The codes of each word, and a zero behind each."""
    size = after - first
    ends = numpy.cumsum(size + 1)
    lines = numpy.zeros(ends[-1] if len(ends) else 0, numpy.uint8)
    inside = numpy.ones(len(lines), bool)
    inside[ends - 1] = False
    places = numpy.arange(len(lines))[inside] + numpy.repeat(first - (ends - size - 1), size)
    lines[inside] = numpy.frombuffer(kept, numpy.uint8)[places]
    return lines.tobytes()


def _by_text(read):
    """(number of the word, text, n) as arrays, one place for each word and text, in the order of words."""
    width = numpy.int64(read.article[-1] + 1 if len(read.article) else 1)
    cell = read.number * width + read.article
    # NumPy sorts 32-bit numbers several at a time.
    cell = numpy.sort(cell.astype(numpy.int32) if len(read.keys) * width < 1 << 31 else cell)
    last = numpy.flatnonzero(numpy.append(cell[1:] != cell[:-1], True)) if len(cell) else numpy.zeros(0, int)
    word, text = numpy.divmod(cell[last], width)
    return word, text, numpy.diff(last, prepend=-1)


def _by_group(read, groups, size):
    """(key, group, n, articles) as arrays, one place for each word and group, of `size` groups."""
    word, text, n = _by_text(read)
    cell, *sums = summed(word * size + groups[text], len(read.keys) * size, n, None)
    word, group = numpy.divmod(cell, size)
    return read.keys[word], group, *sums


def _added(parts, size):
    """The same from several parts, each key and group once."""
    key, group, *columns = map(numpy.concatenate, zip(*parts, strict=True))
    number, keys = pandas.factorize(key)
    cell, *sums = summed(number * size + group, len(keys) * size, *columns)
    number, group = numpy.divmod(cell, size)
    return keys[number], group, *sums


def summed(cell, size, *columns):
    """(the distinct numbers in `cell`, in order, and the sum of each of the columns there); `size` is above all.

    A column of None is 1 everywhere.
    """
    if size > DENSE:
        cell, held = pandas.factorize(cell, sort=True)
        return held, *(numpy.bincount(cell, column, len(held)).astype(int) for column in columns)
    held = numpy.flatnonzero(numpy.bincount(cell, minlength=size))
    return held, *(numpy.bincount(cell, column, size)[held].astype(int) for column in columns)
