"""Codes: a text as an array with one byte per character, so that NumPy finds its words.

A code names a letter of the alphabet below; a few codes stand for what is no letter. Words are then runs of
codes with the same state. Characters beyond the Basic Multilingual Plane (emoji) are never part of a word.
"""

import collections
import functools
import re
import unicodedata

import numpy

from analysis.arabic import letters

# The states of a code: what it is to a word. Neighbours of one state are one word.
ELSE, ARABIC, OTHER = 0, 1, 2

# Codes that stand for no letter of the alphabet, from the top of a byte downwards.
ODD, MARK, INVISIBLE = 255, 254, 253
_STRANGE_ARABIC, _STRANGE_OTHER, _STRANGE_DIGIT = 252, 251, 250

APOSTROPHES = "'\N{RIGHT SINGLE QUOTATION MARK}"
POINTS = ".,\N{ARABIC DECIMAL SEPARATOR}\N{ARABIC THOUSANDS SEPARATOR}"

# What newspapers print. A text with any other letter takes the slow door of `words.counts`.
_ARABIC_LETTERS = "".join(map(chr, [*range(0x621, 0x63B), *range(0x641, 0x64B)])) + "ٱپچژڤکگھیە"
_LATIN_LETTERS = "".join(chr(code) for code in range(0x41, 0x100) if chr(code).isalpha() and chr(code) not in "ªµº")
_DIGITS = "0123456789٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹"

# Folding joins these to the letter before them («و» and a hamza above are «ؤ»), so a table cannot drop them.
_JOINING = frozenset(
    "\N{ARABIC MADDAH ABOVE}\N{ARABIC HAMZA ABOVE}\N{ARABIC HAMZA BELOW}",
)

Table = collections.namedtuple("Table", "codes states digits apostrophes points alphabet")


@functools.cache
def kind(character):
    """What a character is to a word: "arabic", "other" (another letter), "digit", "mark", "invisible" or ""."""
    category = unicodedata.category(character)
    if character in letters.INVISIBLE:
        return "invisible"
    if character in letters.MARKS or category in ("Mn", "Mc", "Me"):
        return "mark"
    if category == "Nd":
        return "digit"
    return _alphabet_of(character) if category[0] == "L" else ""


def _alphabet_of(letter):
    plain = unicodedata.normalize("NFKC", letter)
    if letters.fold(plain) == "":
        return "mark"  # a mark on a tatweel, drawn as one form
    if not all(unicodedata.category(part)[0] in "LM" for part in plain):
        return ""  # «ﷺ» is a sentence, not a word
    return "arabic" if unicodedata.name(plain[0], "").startswith("ARABIC") else "other"


@functools.cache
def printed_table():
    """The table that keeps a letter as it was typed."""
    return _table(letters.bare, joining=frozenset())


@functools.cache
def folded_table():
    """The table that folds each letter on the way."""
    return _table(letters.fold, joining=_JOINING)


def _table(spelling, joining):
    """Every character's code, its letter spelled by the function `spelling`."""
    arabic, other, digits, apostrophes, points = (
        list(dict.fromkeys(map(spelling, characters)))
        for characters in (_ARABIC_LETTERS, _LATIN_LETTERS, _DIGITS, APOSTROPHES, POINTS)
    )
    alphabet = ["", *arabic, *other, *digits, *apostrophes, *points]
    code_of = {letter: code for code, letter in enumerate(alphabet)}
    codes = numpy.zeros(0x10000, numpy.uint8)
    for number in range(0x10000):
        codes[number] = _code(chr(number), spelling, code_of, joining)
    return Table(codes, *_states(arabic, other, digits, apostrophes, points, code_of), "".join(alphabet))
