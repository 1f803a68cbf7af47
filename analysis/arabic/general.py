"""General Arabic: the model of word families that every set of words starts from, and the list of plurals.

It is fitted once per machine to the commonest words of the package wordfreq, and kept in the user's cache.
"""

import collections
import functools
import hashlib
import importlib.metadata
import itertools
import json
import pathlib

import numpy

from analysis.arabic import affixes, cache, fitting, frequency, given_families, keys, letters, readings
from analysis.collecting import lasting

# Words that the model is fitted to, the commonest first.
SIZE = 50_000

_LISTS = ("affixes", "broken_plurals", "given_families", "irregular_verbs", "whole_words")

# The Reading of each word; the fitted probabilities; the stems that the words themselves speak for.
Model = collections.namedtuple("Model", "readings fitted supported")


@functools.cache
def plurals():
    """[(plural, singular, first letter of the plural as printed)] of `lists/broken_plurals.csv`, as stems."""
    rows = affixes.table("broken_plurals")
    return [(_normal(row["plural"]), _normal(row["singular"]), row["plural"][0]) for row in rows]


def _normal(word):
    return affixes.normal(word, letters.fold(word))


@functools.cache
def known():
    """The stems, with their feminine ending, of the words in the lists of plurals and of whole words."""
    whole = [_normal(row["word"]) for row in affixes.table("whole_words")]
    return frozenset(affixes.plain(word) for word in itertools.chain(whole, *(pair[:2] for pair in plurals())))


@functools.cache
def bases():
    """{plural: (family of its singular, first letter of the plural as printed)}."""
    read = model().readings
    singular = {affixes.plain(plural): base for plural, base, _ in plurals()}
    return {affixes.plain(plural): (_family(base, singular, read), first) for plural, base, first in plurals()}


def _family(word, singular, read):
    """The family of a singular, which may itself be in the list («مائة» of «مئة»)."""
    seen = set()
    while word not in seen and fitting.surface(read[word]) in singular:
        seen.add(word)
        word = singular[fitting.surface(read[word])]
    return given_families.forms().get(letters.fold(word)) or fitting.stem(read[word])


@functools.cache
@lasting
def model():
    """The Model of general Arabic: the Reading of each word, and the probabilities behind it."""
    path = cache.folder() / f"families-{fingerprint()}.json"
    try:
        return _loaded(path)
    except (OSError, ValueError, TypeError):
        fitted = _fit()
        _keep(path, fitted)
        return fitted


@functools.cache
def families():
    """The words of general Arabic as a Lookup of places; the family of each, and its stem if it may be no plural.

    «أعداد» is a plural, «إعداد» is not, and both are folded to «اعداد».
    """
    columns = [numpy.array([*column, None], object) for column in _names()]
    return keys.lookup(model().readings), *columns


def _names():
    """The columns of `families`, from the user's cache where they are there."""
    path = cache.folder() / f"named-{fingerprint()}.json"
    try:
        return json.loads(path.read_bytes())
    except (OSError, ValueError):
        named = list(zip(*map(_named, model().readings.values()), strict=True))
        cache.keep(path, json.dumps(named, ensure_ascii=False).encode())
        return named


@functools.cache
def base_columns():
    """The columns of `bases`: families of singulars and first letters of plurals."""
    return [numpy.array([*column, None], object) for column in zip(*bases().values(), strict=True)]


def _named(reading):
    base = _base(reading)
    return (base[0], fitting.stem(reading) if base[1] == "أ" else None) if base else (fitting.stem(reading), None)


def _base(reading):
    """What the list of plurals says of a Reading: (family of the singular, first letter of the plural), or None.

    A broken plural takes no ending but the accusative: «محاكمات» is not of «محاكم». An adjective on ي takes all.
    """
    if reading.kind == "imperfect":
        return None
    found = bases().get(fitting.surface(reading)) if reading.ending in ("", "ا", "ة", "ه") else None
    return found or (bases().get(reading.stem) if reading.stem[-1] == "ي" else None)


@functools.cache
def plural_keys():
    """The Lookup of the plurals that `bases` has, and of those among them that are adjectives on ي."""
    number = {form: number for number, form in enumerate(bases())}
    adjectives = [form for form in number if form[-1] == "ي"]
    return keys.lookup(number, list(number.values())), keys.lookup(adjectives, [number[form] for form in adjectives])


@functools.cache
def before():
    """What fitting.best needs to know of general Arabic."""
    return fitting.known(known(), model().supported, model().fitted)


def _shares():
    """{word in normal spelling: its share of general Arabic} for the commonest words."""
    share_of, shares = frequency.of_package(SIZE), collections.Counter()
    for (word, share), folded in zip(share_of.items(), letters.fold_types(list(share_of)), strict=True):
        shares[affixes.normal(word, folded)] += share
    return shares


def _fit():
    shares = _shares()
    listed = {word for pair in plurals() for word in pair[:2]}
    words = sorted(word for word in shares.keys() | listed if affixes.ARABIC.issuperset(word) and len(word) > 1)
    supported = _supported(words, shares)
    best, fitted = fitting.fit(words, fitting.known(known(), supported))
    chosen = readings.decoded(words, best)
    stems = {stem: round(count, 4) for stem, count in fitted.stems.items() if count > 0.01}
    return Model(dict(zip(words, chosen, strict=True)), fitting.Model(stems, fitted.affixes), supported)


def _supported(words, shares):
    """{(repair or ending, stem)} for the stems that have a common form without the repair or with a plain ending.

    «أعلن» is commoner than «علن», so «يعلن» is of «أعلن»; «انتهى» exists, so «انتهت» is of it; «مسؤولون» exists,
    so «مسؤولي» may be its form before a genitive.
    """
    read = readings.found(words)
    every = readings.decoded([words[number] for number in read.word.tolist()], read)
    stems = {(reading.repair or reading.ending, reading.stem) for reading in every}
    return frozenset(
        (kind, stem)
        for kind, stem in stems
        if (kind == "alef" and _perfect(shares, stem) > _perfect(shares, stem[1:]))
        or (kind == "yeh" and shares[stem[:-1] + "ى"])
        or (kind == "ي" and shares["ال" + stem + "ون"])
    )


def _perfect(shares, stem):
    return shares[stem] + shares[stem + "ت"]


def fingerprint():
    """What the model depends on, as a short name: another list or another version of the code makes another."""
    code = [
        pathlib.Path(__file__),
        *(pathlib.Path(module.__file__) for module in (affixes, fitting, keys, letters, readings)),
    ]
    lists = [affixes.LISTS / f"{name}.csv" for name in _LISTS]
    versions = f"{SIZE} {importlib.metadata.version('wordfreq')}".encode()
    return hashlib.sha256(b"".join([versions, *(path.read_bytes() for path in code + lists)])).hexdigest()[:16]


def _keep(path, fitted):
    """Write `fitted` for the next time."""
    content = {
        "words": "\n".join(fitted.readings),  # one string of all is read many times as fast as a list
        "readings": ["\n".join(column) for column in zip(*fitted.readings.values(), strict=True)],
        "supported": sorted(fitted.supported),
        "stems": fitted.fitted.stems,
        "affixes": [[[value, weight] for value, weight in slot.items()] for slot in fitted.fitted.affixes],
    }
    cache.keep(path, json.dumps(content, ensure_ascii=False).encode())


def _loaded(path):
    content = json.loads(path.read_bytes())
    rows = zip(*(column.split("\n") for column in content["readings"]), strict=True)
    readings = dict(zip(content["words"].split("\n"), map(affixes.Reading._make, rows), strict=True))
    slots = [{tuple(value): weight for value, weight in slot} for slot in content["affixes"]]
    return Model(readings, fitting.Model(content["stems"], slots), frozenset(map(tuple, content["supported"])))
