"""Stems: which printed words belong to one family, and what is stuck to the front of a word.

The family of a word comes from its reading (`affixes`), chosen by a model (`fitting`) that was fitted to the
commonest Arabic words of the package wordfreq and then to the words at hand. Broken plurals and irregular forms
come from a list; function words keep to themselves; words without Arabic letters are families of their own.
"""

import functools

import numpy
import pandas

from analysis.arabic import affixes, fitting, function_words, general, given_families, keys, letters, readings


def families(words):
    """{word: its family} for each of `words`, as printed; a family is named by a folded stem.

    >>> sorted(set(families(["وزير", "وزراء", "والوزيرين"]).values()))
    ['وزير']
    """
    words = list(dict.fromkeys(words))
    folded = letters.fold_types(words)
    normal = affixes.normals(words, folded)
    found = numpy.array([*map(_settled().get, folded), ""], object)[:-1]
    fitted = numpy.flatnonzero(numpy.equal(found, None) & keys.are_arabic(normal)).tolist()
    found[fitted] = _fitted([words[place] for place in fitted], [normal[place] for place in fitted])
    rows = zip(words, folded, found.tolist(), strict=True)
    return {word: spelling if name is None else name for word, spelling, name in rows}


@functools.cache
def _settled():
    """{folded form: name of its family} where lists settle it, and no reading of its letters."""
    return {**function_words.forms(), **given_families.forms()}


def splits(words):
    """{word: (proclitics, rest)} for each of `words`, as printed; see `clitics`."""
    words = list(dict.fromkeys(words))
    folded = letters.fold_types(words)
    normal = {word: affixes.normal(word, spelling) for word, spelling in zip(words, folded, strict=True)}
    read = _best_readings(normal.values())
    return {word: _split(word, read.get(normal[word])) for word in words}


def clitics(word):
    """The proclitics of `word` (و ف ب ل ك س ال, joined) and the rest, both as printed.

    >>> clitics("وبالعراق"), clitics("وزير")
    (('وبال', 'عراق'), ('', 'وزير'))
    """
    return splits([word])[word]


def _split(word, reading):
    if reading is None:
        return "", word
    size = len(reading.prefix) - (reading.kind == "imperfect")
    ends = [place for place, letter in enumerate(word, start=1) if letter not in letters.MARKS]
    # A mark belongs to the letter before it, so the cut is where the next letter stands.
    cut = ends[size] - 1 if size else 0
    return word[:cut], word[cut:]


def _best_readings(words):
    """{word: its Reading} for the words, in normal spelling, that are written in Arabic letters."""
    known = general.model().readings
    found = {word: known[word] for word in words if word in known}
    new = sorted({word for word in words if word not in found and len(word) > 1 and affixes.ARABIC.issuperset(word)})
    new = [new[place] for place in numpy.argsort(keys.of(new)).tolist()]
    return {**found, **dict(zip(new, readings.decoded(new, fitting.best(new, general.before())), strict=True))}


def _fitted(words, normal):
    """The family of each of `words`, which are written in Arabic letters and have these normal spellings."""
    number, distinct = pandas.factorize(keys.of(normal))
    named, apart = _named([normal[place] for place in _examples(number, len(distinct)).tolist()], distinct)
    found = named[number]
    # «إعداد» is not the plural «أعداد», though folding makes them one.
    for place in numpy.flatnonzero(numpy.not_equal(apart, None)[number]).tolist():
        if "إ" in words[place]:
            found[place] = apart[number[place]]
    return found


def _named(words, key):
    """(the family of each of `words`, the same without the list of plurals where it could be a verbal noun)."""
    table, *known = general.families()
    place = keys.looked_up(key, table)
    named, apart = (column[place] for column in known)
    new = numpy.flatnonzero(place < 0)
    new = new[numpy.argsort(key[new])]  # so that the order of words makes no difference
    spellings = [words[place] for place in new.tolist()]
    stem, plural = _families(spellings, fitting.best(spellings, general.before()))
    base, first = general.base_columns()
    named[new] = numpy.where(plural >= 0, base[plural], stem)
    apart[new] = numpy.where((plural >= 0) & (first[plural] == "أ"), stem, None)
    return named, apart


def _examples(number, size):
    """The first place of each of `size` numbers."""
    example = numpy.empty(size, int)
    example[number[::-1]] = numpy.arange(len(number))[::-1]  # the last one written is the first of its kind
    return example


def _families(words, read):
    """(the stem of each of `words` as a family's name, the number of its plural in general.bases, or -1)."""
    number, distinct = pandas.factorize(read.stem)
    example = _examples(number, len(distinct))
    names = readings.stems([words[place] for place in example.tolist()], readings.taken(read, example))
    return numpy.array([*map(fitting.seatless, names), ""], object)[number], _plurals(read)


def _plurals(read):
    """The number in general.bases of the plural that each reading is, or -1.

    A broken plural takes no ending but the accusative: «محاكمات» is not of «محاكم». An adjective on ي takes all.
    """
    has = {name: column[read.template] for name, column in readings.templates().column.items()}
    plurals, adjectives = general.plural_keys()
    bare = ~has["ended"] | has["feminine"] | has["accusative"]
    found = numpy.where(bare, keys.looked_up(readings.surfaces(read), plurals), -1)
    found = numpy.where(found < 0, keys.looked_up(read.stem, adjectives), found)
    return numpy.where(has["imperfect"], -1, found)
