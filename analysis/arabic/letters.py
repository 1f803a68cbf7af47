"""Letters: one spelling for the many ways in which the same Arabic word is typed."""

import unicodedata

TATWEEL = "\N{ARABIC TATWEEL}"

# Signs that nobody sees. They come along when text is copied from a web page or a PDF, also inside words.
INVISIBLE = frozenset(
    "\N{SOFT HYPHEN}\N{ARABIC LETTER MARK}\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}\N{LEFT-TO-RIGHT MARK}"
    "\N{RIGHT-TO-LEFT MARK}\N{LEFT-TO-RIGHT EMBEDDING}\N{RIGHT-TO-LEFT EMBEDDING}\N{POP DIRECTIONAL FORMATTING}"
    "\N{LEFT-TO-RIGHT OVERRIDE}\N{RIGHT-TO-LEFT OVERRIDE}\N{WORD JOINER}\N{LEFT-TO-RIGHT ISOLATE}"
    "\N{RIGHT-TO-LEFT ISOLATE}\N{FIRST STRONG ISOLATE}\N{POP DIRECTIONAL ISOLATE}\N{ZERO WIDTH NO-BREAK SPACE}"
)


def _characters(*ranges):
    return frozenset(chr(code) for first, last in ranges for code in range(first, last + 1))


# Honorific signs, tashkeel, superscript alef, Quranic signs with the small waw and yeh, extended marks.
TASHKEEL = _characters(
    (0x610, 0x61A), (0x64B, 0x65F), (0x670, 0x670), (0x6D6, 0x6DC), (0x6DF, 0x6E8), (0x6EA, 0x6ED), (0x8CA, 0x8E1),
    (0x8E3, 0x8FF),
)  # fmt: skip
MARKS = TASHKEEL | {TATWEEL}

_SPELLINGS = {
    "ا": "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}"
    "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}\N{ARABIC LETTER ALEF WASLA}"
    "\N{ARABIC LETTER ALEF WITH WAVY HAMZA ABOVE}\N{ARABIC LETTER ALEF WITH WAVY HAMZA BELOW}",
    "ي": "\N{ARABIC LETTER ALEF MAKSURA}\N{ARABIC LETTER FARSI YEH}\N{ARABIC LETTER YEH BARREE}",
    "ه": "\N{ARABIC LETTER TEH MARBUTA}\N{ARABIC LETTER HEH GOAL}\N{ARABIC LETTER HEH DOACHASHMEE}"
    "\N{ARABIC LETTER AE}\N{ARABIC LETTER HEH WITH YEH ABOVE}\N{ARABIC LETTER TEH MARBUTA GOAL}",
    "ك": "\N{ARABIC LETTER KEHEH}\N{ARABIC LETTER SWASH KAF}\N{ARABIC LETTER GAF}",
    "'": "\N{RIGHT SINGLE QUOTATION MARK}",
    ".": "\N{ARABIC DECIMAL SEPARATOR}",
    ",": "\N{ARABIC THOUSANDS SEPARATOR}",
}


class _Table(dict):
    """What is written for each of some characters; `codes` is the same by code point."""

    def __init__(self, written):
        super().__init__(written)
        self.codes = str.maketrans(written)


_FOLDED = _Table(
    {
        **{spelling: letter for letter, spellings in _SPELLINGS.items() for spelling in spellings},
        **{chr(zero + digit): str(digit) for zero in (0x660, 0x6F0) for digit in range(10)},
        **dict.fromkeys(MARKS | INVISIBLE, ""),
    }
)
_BARE = _Table(dict.fromkeys(MARKS | INVISIBLE, ""))

# Characters from which on it is faster to look for each letter of a table in a text than to look up the text's own.
_LONG = 50


def _replaced(text, table):
    """`text` with each character of `table` replaced; of longer texts in one fast pass per character that occurs."""
    if len(text) < _LONG:
        return text.translate(table.codes)
    for character, other in table.items():
        if character in text:
            text = text.replace(character, other)
    return text


def fold(text):
    """`text` in the spelling that all its spellings share; folding it again changes nothing.

    Marks, tatweel and invisible signs go; alefs, yehs, kafs and final hehs become one letter each; presentation
    forms become plain letters (Unicode NFKC), Arabic-Indic digits 0-9, and Latin capitals small. A hamza on a
    waw or a yeh stays: it tells words apart.

    >>> fold("الأميركيّة"), fold("أمريكـــى"), fold("٢٠١٥")
    ('الاميركيه', 'امريكي', '2015')
    """
    return _folded(unicodedata.normalize("NFKC", text))


def _folded(text):
    """The folded spelling of a text in normal form."""
    text = _replaced(text, _FOLDED).lower()
    # A removed mark can leave a letter and an accent side by side, which NFKC joins.
    return unicodedata.normalize("NFKC", text)


def fold_letters(word):
    """The folded spelling of a word that is known to have plain Arabic letters only."""
    return word.translate(_FOLDED.codes)


def fold_types(words):
    """The folded spelling of each of `words`, in their order; made for a hundred thousand distinct words."""
    # Normalising the whole would be slow for the sake of a few.
    normal = (
        word if unicodedata.is_normalized("NFKC", word) else unicodedata.normalize("NFKC", word) for word in words
    )
    joined = "\n".join(normal)
    folded = _folded(joined).split("\n")  # words in normal form are so too when they are joined
    return folded if len(folded) == len(words) else [fold(word) for word in words]


def bare(text):
    """`text` without marks, tatweel and invisible signs; every letter stays as it was typed.

    >>> bare("كِتَابٌ"), bare("الـــرئيس")
    ('كتاب', 'الرئيس')
    """
    return _replaced(text, _BARE)
