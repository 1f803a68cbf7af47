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
PENDING = 500_000

# An odd number with well spread bits (2**64 divided by the golden ratio), to mix keys with.
_SPREAD, _HALF = numpy.uint64(0x9E3779B97F4A7C15), numpy.uint64(32)

# Places for keys that were seen, as a power of two: a few times the words of a large newspaper corpus.
_PLACES = 20

# The words of some texts: the number of each and the text that it is in; by number, the key and where (in `kept`,
# the codes of the texts) an example stands; and the words that were cut out, by key.
Block = collections.namedtuple("Block", "number article keys kept spans odd")

_MASKS = numpy.array([(1 << 8 * size) - 1 for size in range(9)], numpy.uint64)


def counts(texts, groups, *, spelling, block):
    """The table of `words.counts`, from `block` texts at a time."""
    parts = [(numpy.zeros(0, numpy.uint64), *[numpy.zeros(0, int)] * 3)]
    spelled = _Spelled([], [])
    for first, read in _blocks(texts, spelled, spelling=spelling, block=block):
        parts.append(_by_group(read, groups[first : first + block]))
        if sum(len(part[0]) for part in parts[1:]) > PENDING:
            parts = [_summed(*map(numpy.concatenate, zip(*parts, strict=True)))]
    key, group, n, articles = _summed(*map(numpy.concatenate, zip(*parts, strict=True)))
    number, distinct = pandas.factorize(key)
    word = pandas.array(_words(distinct, spelled), dtype="str").take(number)
    return pandas.DataFrame({"word": word, "group": group, "n": n, "articles": articles})


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
        read = _read(texts[first : first + block], spelling)
        place = (read.keys * _SPREAD) >> numpy.uint64(64 - _PLACES)
        fresh = numpy.flatnonzero(last[place] != read.keys)
        last[place] = read.keys
        spelled.keys.append(read.keys[fresh])
        spelled.words.append(_spelled(read, fresh, spelling))
        yield first, read


def _words(key, spelled):
    """The word of each `key`, of those in `spelled`."""
    keys = numpy.concatenate([numpy.zeros(0, numpy.uint64), *spelled.keys])
    order = numpy.argsort(keys)
    found = order[numpy.searchsorted(keys, key, sorter=order)]
    return numpy.array([*itertools.chain.from_iterable(spelled.words), ""], dtype=object)[found]


def _read(texts, spelling):
    """The Block of `texts`."""
    joined, offsets = codes.joined(texts)
    found = codes.found(joined)
    code = codes.codes(spelling)[found.units]
    kept = code[found.kept]
    keys = _keys(kept, found.first, found.after)
    cut = _cut(joined, found, numpy.flatnonzero(code == codes.ODD))
    words = [spelling(word) for word in cut.values()]
    keys[list(cut)] = [_key(word, spelling) for word in words]
    number, distinct = pandas.factorize(keys)
    example = numpy.empty(len(distinct), int)
    example[number[::-1]] = numpy.arange(len(keys))[::-1]  # the last one written is the first of its kind
    spans = found.first[example], found.after[example]
    article, _ = codes.places(found.kept[found.first], offsets)
    return Block(
        number,
        article,
        distinct,
        kept.tobytes(),
        spans,
        dict(zip(keys[list(cut)].tolist(), words, strict=True)),
    )


def _cut(joined, found, characters):
    """{number of a word: the word as printed} for the words that the characters at these places are in."""
    if not len(characters):
        return {}
    starts, ends = codes.spans(found)
    word = numpy.searchsorted(starts, characters, side="right") - 1
    held = numpy.unique(word[(word >= 0) & (characters < ends[word])]).tolist()
    return {number: joined[starts[number] : ends[number]] for number in held}


def _key(word, spelling):
    """The key of a word that was cut out: that of its codes, if it has any, or else a hash of its letters."""
    found = [codes.code_of(spelling).get(letter) for letter in word]
    if None in found or not found:
        return int.from_bytes(hashlib.blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest())
    return _keys(numpy.array(found, numpy.uint8), numpy.array([0]), numpy.array([len(found)]))[0]


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
    first, after = (place[distinct].tolist() for place in read.spans)
    printed = b"\0".join([read.kept[start:end] for start, end in zip(first, after, strict=True)])
    table = "\0" + "".join(codes.alphabet(spelling)[1:])
    words = codecs.charmap_decode(printed, "replace", table)[0].split("\0") if first else []
    odd = numpy.isin(read.keys[distinct], numpy.array(list(read.odd), numpy.uint64))
    for place in numpy.flatnonzero(odd).tolist():
        words[place] = read.odd[int(read.keys[distinct[place]])]
    return words


def _by_text(read):
    """(number of the word, text, n) as arrays, one place for each word and text, in the order of words."""
    # NumPy sorts 16-bit numbers by their digits, in a quarter of the time.
    number = read.number.astype(numpy.uint16) if len(read.keys) < 1 << 16 else read.number
    order = numpy.argsort(number, kind="stable")
    word, text = number[order], read.article[order]
    first = numpy.flatnonzero((numpy.diff(word, prepend=-1) != 0) | (numpy.diff(text, prepend=-1) != 0))
    return word[first], text[first], numpy.diff(first, append=len(order))


def _by_group(read, groups):
    """(key, group, n, articles) as arrays, one place for each word and group."""
    word, text, n = _by_text(read)
    word, *rest = _summed(word, groups[text], n, numpy.ones(len(n), int))
    return read.keys[word], *rest


def _summed(word, group, n, articles):
    """The same with each word and group once; a word is any number."""
    word_of, words = pandas.factorize(word)
    group_of, groups = pandas.factorize(group)
    if len(groups) == 1:
        cell_of, group_of = word_of, numpy.zeros(len(words), int)
        word_of = numpy.arange(len(words))
    else:
        cell_of, cells = pandas.factorize(word_of * max(len(groups), 1) + group_of)
        word_of, group_of = numpy.divmod(cells, max(len(groups), 1))
    sums = [numpy.bincount(cell_of, column, len(word_of)).astype(int) for column in (n, articles)]
    return words[word_of], numpy.asarray(groups)[group_of], *sums
