"""Fitting: which reading of each word is right, learned from the words themselves.

A stem that explains many words («كتب» in «يكتب», «كتبت», «كتبوا») is more likely than one that explains one. The
model is P(prefix) P(stem) P(ending) P(pronoun), fitted by expectation maximisation over distinct words, each of
which weighs the same (Dempster, Laird and Rubin 1977), with a sparse Dirichlet prior on the stems (Goldwater,
Griffiths and Johnson 2009 give the idea; the update here is variational).
"""

import collections

import numpy

from analysis.arabic import affixes

ROUNDS = 10

# Affix probabilities count to this power. At 1 the few affixes outweigh the many stems, and nothing is split.
POWER = 0.25

# Dirichlet prior of a stem; and of an affix.
STEM_PRIOR, AFFIX_PRIOR = 0.05, 0.1

# Logarithms of how much likelier a reading is: for each letter of a word that is in a list; for a stem of two
# letters; for a stem that general Arabic speaks for; for one that was repaired.
KNOWN, SHORT, SUPPORTED = 2.0, -0.5, 1.0
_BY_REPAIR = {"irregular": 1.0, "lam": -2.0}

Arrays = collections.namedtuple("Arrays", "word stem affixes fixed stems")
Model = collections.namedtuple("Model", "stems affixes")


def best(readings, known, supported, model=None):
    """(the best Reading of each word, the fitted Model); `readings` holds a list of Readings for each word.

    `known` are stems with their feminine ending that are in a list, `supported` the stems that general Arabic
    speaks for, each with the repair or ending («ي») in question. With a `model` its affix probabilities stay and
    its stems count as seen.
    """
    arrays = _arrays(readings, known, supported)
    probability, fitted = _fitted(arrays, model)
    first = numpy.flatnonzero(numpy.diff(arrays.word, prepend=-1))
    order = numpy.lexsort((-probability, arrays.word))[first]
    flat = [reading for group in readings for reading in group]
    return [flat[index] for index in order.tolist()], fitted


def _arrays(readings, known, supported):
    flat = [reading for group in readings for reading in group]
    word = numpy.repeat(numpy.arange(len(readings)), [len(group) for group in readings])
    stem, stems = _numbered(reading.stem for reading in flat)
    slots = [
        _numbered((reading.prefix, reading.kind, reading.repair) for reading in flat),
        _numbered((reading.ending, reading.kind in affixes.VERBS) for reading in flat),
        _numbered((reading.pronoun, reading.kind in affixes.VERBS) for reading in flat),
    ]
    fixed = numpy.array([_fixed(reading, known, supported) for reading in flat])
    return Arrays(word, stem, slots, fixed, stems)


def _numbered(values):
    number = collections.defaultdict(lambda: len(number))
    numbers = numpy.fromiter((number[value] for value in values), int)
    return numbers, list(number)


def _fixed(reading, known, supported):
    """What speaks for a reading before any counting: the longer a word of the lists that it finds, the more."""
    score = _BY_REPAIR.get(reading.repair, 0.0)
    if reading.repair in ("alef", "yeh"):
        score += SUPPORTED if (reading.repair, reading.stem) in supported else -SUPPORTED
    elif reading.ending == "ي":
        score += 2 * SUPPORTED if ("ي", reading.stem) in supported else -SUPPORTED
    if reading.kind == "imperfect":
        return score
    word = surface(reading)
    if reading.ending in ("", "ة", "ه") and word in known:
        score += KNOWN * len(word)
    return score + SHORT if len(word) == 2 else score


def surface(reading):
    """The stem of a Reading, with «ة» if it has the feminine ending: of «أسلحتهم» it is «اسلحة»."""
    return reading.stem + "ة" if reading.ending in ("ة", "ه") else reading.stem


def stem(reading):
    """The stem of a Reading as a family's name; a hamza has no seat at its end («وزرائه», «وزراؤه»)."""
    return reading.stem[:-1] + "ء" if reading.stem[-1] in "ئؤ" else reading.stem


def _fitted(arrays, model):
    """The probability of each reading given its word, and the Model."""
    first = numpy.flatnonzero(numpy.diff(arrays.word, prepend=-1))
    probability = 1 / numpy.bincount(arrays.word)[arrays.word]
    seen = numpy.array([model.stems.get(stem, 0.0) if model else 0.0 for stem in arrays.stems])
    weights = [
        _known_weights(values, model.affixes[slot]) if model else None
        for slot, (_, values) in enumerate(arrays.affixes)
    ]
    for _ in range(ROUNDS):
        counts = seen + numpy.bincount(arrays.stem, probability, len(arrays.stems))
        score = _digamma(counts + STEM_PRIOR)[arrays.stem] + arrays.fixed
        for slot, (numbers, values) in enumerate(arrays.affixes):
            if model is None:
                weights[slot] = _affix_weights(numpy.bincount(numbers, probability, len(values)))
            score += weights[slot][numbers]
        score = numpy.exp(score - numpy.maximum.reduceat(score, first)[arrays.word])
        probability = score / numpy.add.reduceat(score, first)[arrays.word]
    stems = dict(zip(arrays.stems, counts.tolist(), strict=True))
    affix = [
        dict(zip(values, weight.tolist(), strict=True))
        for (_, values), weight in zip(arrays.affixes, weights, strict=True)
    ]
    return probability, Model(stems, affix)


def _affix_weights(counts):
    counts = counts + AFFIX_PRIOR
    return POWER * numpy.log(counts / counts.sum())


def _known_weights(values, weights):
    rare = min(weights.values())
    return numpy.array([weights.get(value, rare) for value in values])


def _digamma(values):
    """The digamma function, by recurrence to 6 and above and then its asymptotic series (Abramowitz, 6.3.18)."""
    below = sum(1 / (values + step) for step in range(6))
    values = values + 6
    square = 1 / values**2
    return numpy.log(values) - 0.5 / values - square * (1 / 12 - square * (1 / 120 - square / 252)) - below
