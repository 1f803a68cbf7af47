"""Readings: every way in which each of many words can be read, as arrays with one place per reading.

Stems are known by their keys; `decoded` makes the Reading of a word once one has been chosen.
"""

import collections
import functools
import itertools

import numpy

from analysis.arabic import affixes, keys

# Words whose readings are found together: few enough for their arrays to stay in the processor's cache.
BLOCK = 1 << 14

# Letters of the longest prefix and the longest ending.
_BEFORE, _BEHIND = 4, 5

# By reading: the number of the word, of the template and of the repair; whether a last alef is read as a yeh; the key
# of the stem and its length; whether the stem begins as the article does.
Readings = collections.namedtuple("Readings", "word template repair final stem size articled")

# Every prefix with every ending that fits it: the Prefix and Ending of each, and properties as columns; and for the
# number of a prefix's text and of an ending's, the first template and how many there are.
Templates = collections.namedtuple("Templates", "pairs column first n prefixes endings")

# What stands between a prefix and an ending: key, length, and the first, second and last letter.
_Stem = collections.namedtuple("_Stem", "key size first second last")

# Letters of «لجن» and «العب», up to which a stem may well begin with «ال» of its own.
_SHORT = 4

_LETTER = keys.CODE
_POINT = numpy.uint64(keys.POINT)

# The number of a repair, by its place in affixes.REPAIRS.
_NONE, _LAM, _ALEF, _YEH, _IRREGULAR = range(5)


@functools.cache
def templates():
    """The Templates of the lists."""
    before, after = list(affixes.prefixes()), list(affixes.endings())
    groups = [
        [
            (prefix, ending)
            for prefix in affixes.prefixes()[text]
            for ending in affixes.endings_by_kind(tail)[prefix.kind]
        ]
        for text, tail in itertools.product(before, after)
    ]
    n = numpy.array([len(group) for group in groups])
    pairs = [pair for group in groups for pair in group]
    shape = len(before), len(after)
    first = (numpy.cumsum(n) - n).reshape(shape)
    return Templates(pairs, _columns(pairs), first, n.reshape(shape), keys.lookup(before), keys.lookup(after))


def _columns(pairs):
    """The properties of templates by name, each an array."""
    endings = [ending for _, ending in pairs]
    nouns = [prefix.kind not in affixes.VERBS for prefix, _ in pairs]
    columns = {
        "noun": nouns,
        "perfect": [prefix.kind == "perfect" for prefix, _ in pairs],
        "imperfect": [prefix.kind == "imperfect" for prefix, _ in pairs],
        "lam": [noun and prefix.text.endswith("لل") for noun, (prefix, _) in zip(nouns, pairs, strict=True)],
        "construct": [noun and ending.text == "ي" for noun, ending in zip(nouns, endings, strict=True)],
        "yeh": [ending.ending == "ي" for ending in endings],
        "t": [ending.ending == "ت" for ending in endings],
        "feminine": [ending.ending in ("ة", "ه") for ending in endings],
        "accusative": [ending.ending == "ا" for ending in endings],
        "ended": [bool(ending.ending) for ending in endings],
        "pronoun": [bool(ending.pronoun) and not ending.ending for ending in endings],
    }
    return {name: numpy.array(column, bool) for name, column in columns.items()}


@functools.cache
def _irregular():
    """(the Lookup of the stems of irregular verbs; of each perfect: its key, size, first and last letter)."""
    verbs = affixes.irregular_verbs()
    perfects = list(verbs.values())
    ends = [numpy.array([_LETTER[word[place]] for word in perfects]) for place in (0, -1)]
    return keys.lookup(verbs), keys.of(perfects), numpy.array([len(word) for word in perfects]), *ends


def found(words):
    """The Readings of `words`, in their order; each word has at least one, itself."""
    parts = []
    for first in range(0, max(len(words), 1), BLOCK):
        part = _block(words[first : first + BLOCK])
        parts.append(_narrow(part._replace(word=part.word + first)))
    return Readings(*map(numpy.concatenate, zip(*parts, strict=True)))


def _narrow(read):
    """`read` in a third of the memory: of half a million words there are millions."""
    kinds = {"word": numpy.int32, "template": numpy.int16, "repair": numpy.int8, "size": numpy.int16}
    return read._replace(**{name: getattr(read, name).astype(kind) for name, kind in kinds.items()})


def _block(words):
    numbers = keys.numbered(words)
    word, before, behind, template = _candidates(numbers)
    begin, end = numbers.begin[word] + before, numbers.end[word] - behind
    inverse = keys.powers(keys.width(numbers.end - numbers.begin))[1]
    key = (numbers.plain_sums[end] - numbers.plain_sums[begin]) * inverse[before]
    stem = _Stem(key, end - begin, *(numbers.letters[place] for place in (begin, begin + 1, end - 1)))
    stems = _stems(stem, {name: column[template] for name, column in templates().column.items()})
    place, form = numpy.divmod(numpy.flatnonzero(stems.real), 4)
    chosen = place, form >> 1
    repair, size = stems.repair[chosen], stems.size[chosen]
    article = keys.begin_as_article(stem.first, stem.second, numbers.letters[begin - 1] * (before > 0))
    article = article[place] & (size > _SHORT)
    read = Readings(word[place], template[place], repair, (form & 1) == 1, stems.key[place, form], size, article)
    return _with_unread(read, numbers)


def _with_unread(read, numbers):
    """`read` with the word itself for each word that has no reading."""
    unread = numpy.flatnonzero(numpy.bincount(read.word, minlength=len(numbers.begin)) == 0)
    if not len(unread):
        return read
    begin, end = numbers.begin[unread], numbers.end[unread]
    zeros = numpy.zeros(len(unread), int)
    key = numbers.sums[end] - numbers.sums[begin]
    more = Readings(unread, zeros + _itself(), zeros, zeros == 1, key, end - begin, zeros == 1)
    both = [numpy.concatenate(columns) for columns in zip(read, more, strict=True)]
    order = numpy.argsort(both[0], kind="stable")
    return taken(Readings(*both), order)


@functools.cache
def _itself():
    """The number of the template without prefix and ending."""
    return next(
        number
        for number, (prefix, ending) in enumerate(templates().pairs)
        if prefix == ("", "bare") and not ending.text
    )


def _candidates(numbers):
    """(word, letters of the prefix, letters of the ending, template), in the order of affixes' lists."""
    size, table = numbers.end - numbers.begin, templates()
    inverse = keys.powers(keys.width(size))[1]
    prefix = numpy.stack([_prefix(numbers, cut, size) for cut in range(_BEFORE + 1)], axis=1)
    ending = numpy.stack([_ending(numbers, cut, size, inverse) for cut in range(_BEHIND + 1)], axis=1)
    rest = size[:, None, None] - numpy.arange(_BEHIND + 1)[:, None] - numpy.arange(_BEFORE + 1)
    word, behind, before = numpy.nonzero((ending >= 0)[:, :, None] & (prefix >= 0)[:, None, :] & (rest > 1))
    pair = prefix[word, before], ending[word, behind]
    n = table.n[pair]
    place = numpy.repeat(numpy.arange(len(word)), n)
    template = table.first[pair][place] + numpy.arange(len(place)) - (numpy.cumsum(n) - n)[place]
    return word[place], before[place], behind[place], template


def _prefix(numbers, cut, size):
    """The number of the prefix that the first `cut` letters of each word are, or -1."""
    key = numbers.sums[numpy.minimum(numbers.begin + cut, numbers.end)] - numbers.sums[numbers.begin]
    return numpy.where(cut < size - 1, keys.looked_up(key, templates().prefixes), -1)


def _ending(numbers, cut, size, inverse):
    """The number of the ending that the last `cut` letters of each word are, or -1; «ة» is never in a stem."""
    rest = numpy.maximum(size - cut, 0)
    start = numbers.begin + rest
    found = keys.looked_up((numbers.sums[numbers.end] - numbers.sums[start]) * inverse[rest], templates().endings)
    if cut == 0:
        found[numbers.letters[numbers.end - 1] == _LETTER["ة"]] = -1
    return numpy.where(rest > 1, found, -1)


# The stems of each candidate: of four (two, and the same two with another last letter) which are real, and their
# keys; of two, the repair and the length.
_Stems = collections.namedtuple("_Stems", "real key repair size")


def _stems(stem, has):
    """The _Stems of candidates, whose template `has` what the columns say."""
    hamza = has["imperfect"] & (stem.first == _LETTER["ؤ"])  # «ؤكد» is of «أكد»
    own, irregular = _irregular_perfects(stem, has)
    own = own._replace(key=own.key + (hamza & ~irregular) * (_LETTER["ا"] - _LETTER["ؤ"]))
    # A final «ي» may be a plural before a genitive in «مسؤولي», «فلسطينيي», but hardly in «مصري».
    real = ~has["construct"] | (stem.last == _LETTER["ي"]) | ((stem.first == _LETTER["م"]) & (stem.size > 3))
    repair = _second_repair(stem, has, hamza | irregular)
    other = own._replace(key=_repaired(own, repair), size=own.size + 1)
    pairs = [_before_pronoun(form, has["pronoun"]) for form in (own, other)]
    return _Stems(
        numpy.stack([real, real & pairs[0][1], repair > 0, (repair > 0) & pairs[1][1]], axis=1),
        numpy.stack([pairs[0][0], pairs[0][2], pairs[1][0], pairs[1][2]], axis=1),
        numpy.stack([irregular * _IRREGULAR, repair], axis=1),
        numpy.stack([own.size, other.size], axis=1),
    )


def _irregular_perfects(stem, has):
    """(`stem` with irregular verbs in the perfect, which are irregular)."""
    table, key, size, first, last = _irregular()
    verb = numpy.flatnonzero(~has["noun"])
    number = keys.looked_up(stem.key[verb], table)
    verb, number = verb[number >= 0], number[number >= 0]
    # Three letters are too many verbs at once; two are «كنت», but not «صلنا» of «وصل».
    same = has["ended"][verb] & (stem.first[verb] == first[number])
    wanted = has["imperfect"][verb] | (stem.size[verb] > 3) | ((stem.size[verb] == 2) & same)
    verb, number = verb[wanted], number[wanted]
    irregular = numpy.zeros(len(stem.key), bool)
    irregular[verb] = True
    columns = [column.copy() for column in (stem.key, stem.size, stem.last)]
    for column, values in zip(columns, (key, size, last), strict=True):
        column[verb] = values[number]
    return stem._replace(key=columns[0], size=columns[1], last=columns[2]), irregular


def _second_repair(stem, has, settled):
    """The number of the repair that makes another stem of each, or 0.

    «للجنة» is of «لجنة»; «علن» is of «أعلن», whose alef the imperfect drops; «انتهت» is of «انتهى», whose last letter
    goes before the ت.
    """
    hollow = (stem.size == 3) & numpy.isin(stem.second, [_LETTER[letter] for letter in "ايو"])
    alef = has["imperfect"] & ~settled & (stem.size > 2) & ~hollow
    yeh = has["perfect"] & ~settled & has["t"]
    return has["lam"] * _LAM + alef * _ALEF + yeh * _YEH


def _repaired(stem, repair):
    """The key of each stem with the letter that its repair puts before or behind it."""
    before = numpy.array([0, _LETTER["ل"], _LETTER["ا"], 0], numpy.uint64)[repair]
    power = keys.powers(keys.width(stem.size))[0]
    return numpy.where(repair == _YEH, stem.key + _LETTER["ي"] * power[stem.size], before + _POINT * stem.key)


def _before_pronoun(stem, pronoun):
    """(the key without the seat of a last hamza; whether a last alef may be a yeh, and the key with it).

    «مستواه» is of «مستوى», «وزرائه» of «وزراء».
    """
    power = keys.powers(keys.width(stem.size))[0][stem.size - 1]
    seated = pronoun & ((stem.last == _LETTER["ئ"]) | (stem.last == _LETTER["ؤ"]))
    alef = pronoun & (stem.last == _LETTER["ا"])
    return (
        stem.key + seated * (_LETTER["ء"] - stem.last) * power,
        alef,
        stem.key + (_LETTER["ي"] - _LETTER["ا"]) * power,
    )


def taken(read, places):
    """The Readings at these places."""
    return Readings(*(column[places] for column in read))


def surfaces(read):
    """The keys of the stems, each with «ة» if its reading has the feminine ending."""
    power = keys.powers(keys.width(read.size))[0][read.size]
    return read.stem + templates().column["feminine"][read.template] * _LETTER["ة"] * power


def decoded(words, read):
    """The Reading of each of `words`, given Readings with one for each."""
    pairs, repairs = templates().pairs, affixes.REPAIRS
    rows = zip(stems(words, read), read.template.tolist(), read.repair.tolist(), strict=True)
    return [_reading(stem, *pairs[template], repairs[repair]) for stem, template, repair in rows]


def _reading(stem, prefix, ending, repair):
    return affixes.Reading(prefix.text, prefix.kind, stem, ending.ending, ending.pronoun, repair)


def stems(words, read):
    """The stem of each of `words`, given Readings with one for each."""
    columns = templates().column
    changed = (read.repair > 0) | read.final | columns["pronoun"][read.template] | columns["imperfect"][read.template]
    cuts = [(len(prefix.text), len(ending.text)) for prefix, ending in templates().pairs]
    rests = [
        affixes.plain(word[cuts[template][0] : len(word) - cuts[template][1]])
        for word, template in zip(words, read.template.tolist(), strict=True)
    ]
    for number in numpy.flatnonzero(changed).tolist():
        rests[number] = _stem(rests[number], *(int(column[number]) for column in read[1:4]))
    return rests


def _stem(rest, template, repair, final):
    prefix, ending = templates().pairs[template]
    if repair == _IRREGULAR:
        rest = affixes.irregular_verbs()[rest]
    elif prefix.kind == "imperfect" and rest[0] == "ؤ":
        rest = "ا" + rest[1:]
    stem = ("", "ل", "ا", "", "")[repair] + rest + ("ي" if repair == _YEH else "")
    if ending.pronoun and not ending.ending and stem[-1] in "ئؤ":
        return stem[:-1] + "ء"
    return stem[:-1] + "ي" if final else stem
