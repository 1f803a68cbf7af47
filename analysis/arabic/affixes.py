"""Affixes: the prefixes, endings and pronouns that a word can have, and how words are spelled for finding them.

The affixes are in `lists/affixes.csv`. `readings` finds every way to read a word with them, `fitting` the right one.
Words come there in normal spelling: folded, but with «ة» and «ى» at the end, and with the hamza of «ألمانيا», which
does not begin with the article.
"""

import collections
import csv
import functools
import itertools
import pathlib
import re

from analysis.arabic import letters

# The letters of a word in normal spelling.
ARABIC = frozenset("ءاأؤئبتثجحخدذرزسشصضطظعغفقكلمنهويىة")

_PLAIN_LAST = ARABIC - {"ة", "ى"}

_MARKS = "".join(sorted(letters.MARKS | letters.INVISIBLE))

# The mark of the accusative: the alef that it stands on or before is an ending («أمنًا»).
FATHATAN = "\N{ARABIC FATHATAN}"

LISTS = pathlib.Path(__file__).parents[1] / "lists"

# A prefix belongs to what follows it: a noun without article (bare), with article, after a preposition, or
# both; a verb in the perfect or the imperfect. An ending or a pronoun fits some of these kinds.
KINDS = ("bare", "article", "preposition", "both", "perfect", "imperfect")
VERBS = ("perfect", "imperfect")

# What was done to the letters of the word to get the stem. Each is as likely as the words themselves make it.
REPAIRS = ("", "lam", "alef", "yeh", "irregular")

Prefix = collections.namedtuple("Prefix", "text kind")
Ending = collections.namedtuple("Ending", "text ending pronoun kinds")
Reading = collections.namedtuple("Reading", "prefix kind stem ending pronoun repair")


def table(name):
    """The rows of the list `name` that comes with the package, each a dictionary."""
    with (LISTS / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
        return list(csv.DictReader(lines))


_HAMZAS = frozenset(
    "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}"
    "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}"
)
_HAMZA_BEFORE_LAM = re.compile(f"[{''.join(sorted(_HAMZAS))}]ل")
_LAMS_BEFORE_HAMZA = re.compile("[وف]?لل[أإآ]")


def normal(word, folded):
    """The normal spelling of `word`, whose folded spelling is `folded`."""
    if FATHATAN in word[-2:] and folded[-1:] == "ا":
        return normal(word.replace(FATHATAN, "").rstrip("ا"), folded[:-1])
    last = word.rstrip(_MARKS)[-1:]
    if last in ("ة", "ى"):
        folded = folded[:-1] + last
    if "لل" in folded[:3] and _LAMS_BEFORE_HAMZA.match(letters.bare(word)):
        return folded.replace("لل", "ال", 1)  # «للأزمة» is «ل» before «الأزمة», and not of «لازم»
    if "ال" in folded[:4] and not _HAMZAS.isdisjoint(word):
        printed = letters.bare(word)
        match = _HAMZA_BEFORE_LAM.search(printed[:4])
        if match and len(printed) == len(folded):
            return folded[: match.start()] + "أ" + folded[match.start() + 1 :]
    return folded


def normals(words, folded):
    """The normal spelling of each of `words`, whose folded spellings are `folded`."""
    # Most words are in normal spelling once they are folded.
    return [
        spelling
        if word[-1:] in _PLAIN_LAST and _HAMZAS.isdisjoint(word) and FATHATAN not in word
        else normal(word, spelling)
        for word, spelling in zip(words, folded, strict=True)
    ]


@functools.cache
def irregular_verbs():
    """{stem of the imperfect: perfect} for hollow and weak verbs: {"كون": "كان", …}."""
    return {row["stem"]: row["perfect"] for row in table("irregular_verbs")}


@functools.cache
def prefixes():
    """{text: [Prefix]} for every chain of conjunction, preposition, article, future and person."""
    parts = _parts()
    conjunctions = ["", *(row["affix"] for row in parts["conjunction"])]
    nouns = [(row["affix"], row["joins"]) for row in parts["proclitic"]] + [("", "bare"), ("", "perfect")]
    futures = ["", *(row["affix"] for row in parts["future"])]
    verbs = [(future + row["affix"], "imperfect") for future in futures for row in parts["person"]]
    found = collections.defaultdict(list)
    for conjunction, (text, kind) in itertools.product(conjunctions, nouns + verbs):
        found[conjunction + text].append(Prefix(conjunction + text, kind))
    return dict(found)


@functools.cache
def endings():
    """{text: [Ending]} for every ending, pronoun, and ending with a pronoun behind it."""
    parts = _parts()
    found = collections.defaultdict(list, {"": [Ending("", "", "", frozenset(KINDS))]})
    for row in parts["ending"]:
        # «ه» is a way to type «ة»; likewise each short form before a genitive stands for the long one.
        found[row["affix"]].append(Ending(row["affix"], row["affix"], "", frozenset(row["joins"].split())))
    for row in parts["pronoun"]:
        kinds = frozenset(row["joins"].split())
        found[row["affix"]].append(Ending(row["affix"], "", row["affix"], kinds))
        for ending in parts["ending"]:
            if ending["before_pronoun"]:
                text = ending["before_pronoun"] + row["affix"]
                both = kinds & frozenset(ending["joins"].split())
                found[text].append(Ending(text, ending["affix"], row["affix"], both))
    return dict(found)


def _parts():
    parts = collections.defaultdict(list)
    for row in table("affixes"):
        parts[row["part"]].append(row)
    return parts


@functools.cache
def endings_by_kind(text):
    """{kind: [Ending]} of the endings spelled `text`, by the kind that they fit."""
    return {kind: [ending for ending in endings().get(text, ()) if kind in ending.kinds] for kind in KINDS}


def plain(word):
    """A word in normal spelling as a stem."""
    word = word.replace("أ", "ا")
    return word[:-1] + "ي" if word.endswith("ى") else word
