"""Stems: which printed words belong to one family, and what is stuck to the front of a word.

The family of a word comes from its reading (`affixes`), chosen by a model (`fitting`) that was fitted to the
commonest Arabic words of the package wordfreq and then to the words at hand. Broken plurals and irregular forms
come from a list; function words keep to themselves; words without Arabic letters are families of their own.
"""

from analysis.arabic import affixes, fitting, function_words, general, letters


def families(words):
    """{word: its family} for each of `words`, as printed; a family is named by a folded stem.

    >>> sorted(set(families(["وزير", "وزراء", "والوزيرين"]).values()))
    ['وزير']
    """
    words = list(dict.fromkeys(words))
    folded = letters.fold_types(words)
    closed = {word: function_words.forms().get(spelling) for word, spelling in zip(words, folded, strict=True)}
    normal = {word: affixes.normal(word, spelling) for word, spelling in zip(words, folded, strict=True)}
    read = _best_readings([spelling for word, spelling in normal.items() if not closed[word]])
    return {
        word: closed[word] or (_family(word, read[normal[word]]) if normal[word] in read else spelling)
        for word, spelling in zip(words, folded, strict=True)
    }


def family(word):
    """The family of one word; for many, `families` is much faster."""
    return families([word])[word]


def splits(words):
    """{word: (proclitics, rest)} for each of `words`, as printed; see `clitics`."""
    words = list(dict.fromkeys(words))
    folded = letters.fold_types(words)
    normal = {word: affixes.normal(word, spelling) for word, spelling in zip(words, folded, strict=True)}
    read = _best_readings(list(normal.values()))
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
    model = general.model()
    new = sorted({word for word in words if _is_arabic(word)} - model.readings.keys())
    found = {word: model.readings[word] for word in words if word in model.readings}
    if new:
        chosen, _ = fitting.best(new, general.before(), model.fitted)
        found.update(zip(new, chosen, strict=True))
    return found


def _is_arabic(word):
    return len(word) > 1 and affixes.ARABIC.issuperset(word)


def _family(word, reading):
    base = _base(reading)
    # «إعداد» is not the plural «أعداد», though folding makes them one.
    if base is None or ("إ" in word and base[1] == "أ"):
        return fitting.stem(reading)
    return base[0]


def _base(reading):
    """What the list of plurals says of a Reading: (family of the singular, first letter of the plural), or None.

    A broken plural takes no ending but the accusative: «محاكمات» is not of «محاكم». An adjective on ي takes all.
    """
    if reading.kind == "imperfect":
        return None
    found = general.bases().get(fitting.surface(reading)) if reading.ending in ("", "ا", "ة", "ه") else None
    return found or (general.bases().get(reading.stem) if reading.stem[-1] == "ي" else None)
