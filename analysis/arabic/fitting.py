"""Fitting: which reading of each word is right, learned from the words themselves.

A stem that explains many words («كتب» in «يكتب», «كتبت», «كتبوا») is more likely than one that explains one. The
model is P(prefix) P(stem) P(ending) P(pronoun), fitted by expectation maximisation over distinct words, each of
which weighs the same (Dempster, Laird and Rubin 1977), with a sparse Dirichlet prior on the stems (Goldwater,
Griffiths and Johnson 2009 give the idea; the update here is variational).
"""

import collections
import functools

import numpy
import pandas

from analysis.arabic import affixes, keys, readings

ROUNDS = 10

# Values whose digamma is found together: few enough for what comes between to stay in the processor's cache.
BLOCK = 1 << 14

# Affix probabilities count to this power. At 1 the few affixes outweigh the many stems, and nothing is split.
POWER = 0.25

# Dirichlet prior of a stem; and of an affix.
STEM_PRIOR, AFFIX_PRIOR = 0.05, 0.1

# Logarithms of how much likelier a reading is: for each letter of a word that is in a list; for a stem of two
# letters; for a stem that general Arabic speaks for; for one that was repaired.
KNOWN, SHORT, SUPPORTED = 2.0, -0.5, 1.0
# The same for a stem that begins as the article does («الفرنسي» is hardly a stem, «التزام» is one).
ARTICLED = -2.0
_BY_REPAIR = numpy.array([{"irregular": 1.0, "lam": -2.0}.get(repair, 0.0) for repair in affixes.REPAIRS])

# What a stem is asked for whether general Arabic speaks for it: two repairs and an ending.
_SUPPORTED = ("alef", "yeh", "ي")

# By reading: the number of its word and of its stem, what speaks for it before any counting, and the number of its
# affixes in each slot; and how often each stem was seen before.
Arrays = collections.namedtuple("Arrays", "word stem fixed slots seen")
Model = collections.namedtuple("Model", "stems affixes")

# What is known before any fitting, as Lookups of keys: the stems with their feminine ending that are in a list; the
# stems that general Arabic speaks for, by the repair or ending («ي») in question; the stems of a Model, whose counts
# are the values; and the affixes of the Model, or None.
Known = collections.namedtuple("Known", "listed supported stems affixes")


def known(listed, supported, model=None):
    """The Known of the stems `listed`, of `supported` ({(repair or ending, stem)}) and of a Model, if there is one."""
    kinds = {kind: keys.lookup(sorted(stem for of, stem in supported if of == kind)) for kind in _SUPPORTED}
    stems, affix = model or Model({}, None)
    return Known(keys.lookup(sorted(listed)), kinds, keys.lookup(stems, list(stems.values())), affix)


def best(words, known):
    """The best of the Readings of each of `words`.

    If a Model is Known, its affix probabilities stay and its stems count as seen.
    """
    read = readings.found(words)
    probability, _, _ = _fitted(_arrays(read, known), known.affixes)
    return _likeliest(read, probability)


def fit(words, known):
    """(the best of the Readings of each of `words`, the Model fitted to them)."""
    read = readings.found(words)
    arrays = _arrays(read, known)
    probability, counts, weights = _fitted(arrays, known.affixes)
    example = readings.taken(read, numpy.flatnonzero(numpy.diff(numpy.maximum.accumulate(arrays.stem), prepend=-1)))
    stems = readings.stems([words[number] for number in example.word.tolist()], example)
    return _likeliest(read, probability), Model(dict(zip(stems, counts.tolist(), strict=True)), weights)


def _likeliest(read, probability):
    """The first of the likeliest readings of each word."""
    first = numpy.flatnonzero(numpy.diff(read.word, prepend=-1))
    place = numpy.flatnonzero(probability == numpy.maximum.reduceat(probability, first)[read.word])
    return readings.taken(read, place[numpy.diff(read.word[place], prepend=-1) != 0])


def _arrays(read, known):
    stem, distinct = pandas.factorize(read.stem)
    seen = numpy.maximum(keys.looked_up(distinct, known.stems), 0)
    return Arrays(read.word, stem.astype(numpy.int32), _fixed(read, known), slots(read), seen)


def slots(read):
    """The affixes of Readings as (numbers, values): prefix with kind and repair, ending, pronoun."""
    values = [_template_slots(slot) for slot in range(3)]
    prefix = values[0][0][read.template] * len(affixes.REPAIRS) + read.repair
    prefixes = [(*value, repair) for value in values[0][1] for repair in affixes.REPAIRS]
    return [_used(prefix, prefixes), *(_used(numbers[read.template], names) for numbers, names in values[1:])]


@functools.cache
def _template_slots(slot):
    pairs = readings.templates().pairs
    values = ((prefix, (ending[slot], prefix.kind in affixes.VERBS))[slot > 0] for prefix, ending in pairs)
    numbers, distinct = pandas.factorize(pandas.Index([tuple(value) for value in values], tupleize_cols=False))
    return numbers.astype(numpy.int32), list(distinct)


def _used(numbers, values):
    """`numbers` and `values` without the values that have none."""
    used = numpy.flatnonzero(numpy.bincount(numbers, minlength=len(values)))
    again = numpy.zeros(len(values), numpy.int16)
    again[used] = numpy.arange(len(used))
    return again[numbers], [values[number] for number in used.tolist()]


def _fixed(read, known):
    """What speaks for each reading before any counting: the longer a word of the lists that it finds, the more."""
    has = {name: column[read.template] for name, column in readings.templates().column.items()}
    score = _BY_REPAIR[read.repair]
    for kind, (size, rows) in _in_question(read, has).items():
        found = keys.looked_up(read.stem[rows], known.supported[kind]) >= 0
        score[rows] += numpy.where(found, size * SUPPORTED, -SUPPORTED)
    noun = ~has["imperfect"]
    size = read.size + has["feminine"]
    score[noun & (size == 2)] += SHORT
    score[read.articled] += ARTICLED
    surfaces = numpy.flatnonzero(noun & (has["feminine"] | ~has["ended"]))
    listed = surfaces[keys.looked_up(readings.surfaces(read)[surfaces], known.listed) >= 0]
    score[listed] += KNOWN * size[listed]
    return score


def _in_question(read, has):
    """{repair or ending: (the weight of support for it, the readings that have it)}."""
    repair = {name: read.repair == number for number, name in enumerate(affixes.REPAIRS)}
    rows = {"alef": (1, repair["alef"]), "yeh": (1, repair["yeh"])}
    rows["ي"] = (2, has["yeh"] & ~repair["alef"] & ~repair["yeh"])
    return {kind: (size, numpy.flatnonzero(mask)) for kind, (size, mask) in rows.items()}


def surface(reading):
    """The stem of a Reading, with «ة» if it has the feminine ending: of «أسلحتهم» it is «اسلحة»."""
    return reading.stem + "ة" if reading.ending in ("ة", "ه") else reading.stem


def stem(reading):
    """The stem of a Reading as a family's name."""
    return seatless(reading.stem)


def seatless(stem):
    """`stem` without the seat of a hamza at its end: «وزرائه», «وزراؤه» and «وزراء» are one."""
    return stem[:-1] + "ء" if stem[-1] in "ئؤ" else stem


def _fitted(arrays, weights):
    """The probability of each reading given its word; the counts of the stems; the weights of the affixes."""
    first = numpy.flatnonzero(numpy.diff(arrays.word, prepend=-1))
    probability = 1 / numpy.bincount(arrays.word)[arrays.word]
    known = weights is not None
    fixed = arrays.fixed + _affix_scores(arrays.slots, weights) if known else arrays.fixed
    for _ in range(ROUNDS):
        counts = arrays.seen + numpy.bincount(arrays.stem, probability, len(arrays.seen))
        score = _digammas(counts + STEM_PRIOR)[arrays.stem]
        score += fixed
        if not known:
            weights = _affix_weights(arrays.slots, probability)
            score += _affix_scores(arrays.slots, weights)
        score -= numpy.maximum.reduceat(score, first)[arrays.word]
        numpy.exp(score, out=score)  # in place: of half a million words there are millions of readings
        score /= numpy.add.reduceat(score, first)[arrays.word]
        probability = score
    return probability, counts, weights


def _affix_weights(slots, probability):
    """{affix: the logarithm of its probability} for each slot."""
    weights = []
    for numbers, values in slots:
        counts = numpy.bincount(numbers, probability, len(values)) + AFFIX_PRIOR
        weights.append(dict(zip(values, (POWER * numpy.log(counts / counts.sum())).tolist(), strict=True)))
    return weights


def _affix_scores(slots, weights):
    """The weights of the affixes of each reading, added up; an affix never seen is as rare as the rarest."""
    score = 0
    for (numbers, values), known in zip(slots, weights, strict=True):
        rare = min(known.values())
        score = score + numpy.array([known.get(value, rare) for value in values])[numbers]
    return score


def _digammas(values):
    """The digamma function of many values, of few at a time."""
    return numpy.concatenate([_digamma(part) for part in numpy.split(values, range(BLOCK, len(values), BLOCK))])


def _digamma(values):
    """The digamma function, by recurrence to 6 and above and then its asymptotic series (Abramowitz, 6.3.18)."""
    # The sum of 1 / (values + step) for the steps from 0 to 5, as one fraction.
    pair = values * (values + 5)
    below = (2 * values + 5) * (3 * pair * pair + 20 * pair + 24) / (pair * (pair + 4) * (pair + 6))
    values = values + 6
    square = 1 / values**2
    return numpy.log(values) - 0.5 / values - square * (1 / 12 - square * (1 / 120 - square / 252)) - below
