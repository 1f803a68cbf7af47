"""Numbers: the value of digits and number words in Arabic text, and whether they are only about right."""

import re
from functools import lru_cache
from typing import NamedTuple

from analysis.arabic import letters


class Number(NamedTuple):
    """One number in a text; `words` is text[start:end]."""

    start: int
    end: int
    words: str
    value: int | float
    about: bool


_UNITS = {
    "واحد": 1, "واحده": 1, "احد": 1, "احدي": 1, "حادي": 1, "اثنين": 2, "اثنان": 2, "اثنتين": 2, "اثنتان": 2,
    "اثنا": 2, "اثني": 2, "اثنتا": 2, "اثنتي": 2, "ثلاث": 3, "ثلاثه": 3, "اربع": 4, "اربعه": 4, "خمس": 5,
    "خمسه": 5, "ست": 6, "سته": 6, "سبع": 7, "سبعه": 7, "ثمان": 8, "ثماني": 8, "ثمانيه": 8, "تسع": 9,
    "تسعه": 9, "عشر": 10, "عشره": 10,
}  # fmt: skip
_TENS = {
    stem + ending: value
    for stem, value in {
        "عشر": 20, "ثلاث": 30, "اربع": 40, "خمس": 50, "ست": 60, "سبع": 70, "ثمان": 80, "تسع": 90,
    }.items()
    for ending in ("ين", "ون")
}  # fmt: skip
_HUNDRED = ("مئه", "مائه", "ميه", "مءه")
_HUNDREDS = {
    **dict.fromkeys(_HUNDRED, 100),
    **dict.fromkeys(("مئتين", "مائتين", "ميتين", "مئتان", "مائتان", "مئتي", "مائتي", "مئتا", "مائتا"), 200),
    # "ثلاثمئة", "ثلاثمائة", "ثمانمئة": written as one word.
    **{unit + hundred: value * 100 for unit, value in _UNITS.items() if 3 <= value <= 9 for hundred in _HUNDRED},
}
_SCALES = {
    **dict.fromkeys(("الف", "الفا", "الاف"), 1_000),
    **dict.fromkeys(("مليون", "مليونا", "ملايين"), 1_000_000),
    **dict.fromkeys(("مليار", "مليارا", "مليارات", "بليون", "بليونا", "بلايين"), 1_000_000_000),
    **dict.fromkeys(("تريليون", "تريليونا", "تريليونات", "ترليون"), 1_000_000_000_000),
}
_DUAL_SCALES = {
    **dict.fromkeys(("الفين", "الفان", "الفي", "الفا"), 2_000),
    **dict.fromkeys(("مليونين", "مليونان", "مليوني", "مليونا"), 2_000_000),
    **dict.fromkeys(("مليارين", "ملياران", "ملياري", "مليارا"), 2_000_000_000),
}
_SMALL = {**_UNITS, **_TENS, **_HUNDREDS}
_PARTS = {"نصف": 0.5, "ربع": 0.25}
# Alone these are no numbers: "آلاف القتلى", "في وقت واحد", "أحد القادة", "ربع ساعة".
_NEVER_ALONE = frozenset(
    {*_PARTS, *(word for word, value in _UNITS.items() if value == 1)}
    | {"الاف", "ملايين", "مليارات", "بلايين", "بليونا", "تريليونات"}
)
# With the article these are ordinals ("الذكرى العشرين"), a weekday ("الاثنين") or other words ("الست").
_NEVER_DEFINITE = frozenset({*_TENS, *_SCALES, *_HUNDREDS, *_PARTS, "ست"})
_NEVER_DEFINITE |= {word for word, value in _UNITS.items() if value <= 2}

#: Every word that can be part of a number, folded, without clitics and article.
WORDS = frozenset({*_SMALL, *_SCALES, *_DUAL_SCALES})

_MARKS = re.escape("".join(sorted(letters.MARKS | letters.INVISIBLE)))
_BLANKS = " \N{NO-BREAK SPACE}\N{NARROW NO-BREAK SPACE}"
_LETTER = rf"[^\W\d_{_MARKS}]"
_LETTERS = (  # the letters of nearly all words, found fastest
    "[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER GHAIN}\N{ARABIC LETTER FEH}-\N{ARABIC LETTER YEH}]"
)
PART = re.compile(
    rf"(?:{_LETTERS}+|{_LETTER})(?:{_LETTERS}|{_LETTER}|[{_MARKS}])*|(?=\d)(?:"
    # "3,500", "100.000", "3،500", "100 000"; "3.5", "٣٫٥".
    rf"(?<!\d)\d{{1,3}}(?:(?:[,،٬.]\d{{3}})+|(?:[{_BLANKS}]\d{{3}})*[{_BLANKS}]000)(?![\d/])"
    r"|(?<!\d[./-])\d+[.٫]\d+(?!\d|[./-]\d)|\d+)"
)
# A longer row of digits is no quantity, and Python refuses to read very long ones.
_LONGEST = 30
_CLITICS = re.compile(r"(?P<waw>[وف]?)(?P<preposition>[بلك]?)(?P<article>(?:ال)?)")
_ABOUT = re.compile(
    r"(?<!\w)[وف]?[بل]?(?:نحو|حوالي|قرابه|زهاء|يقارب|يناهز|يقرب من"
    r"|(?:اكثر|ازيد) من|(?:يقل|تقل|يزيد|تزيد) (?:عن|علي)) +(?:ال)?$"
)
_ROUGHLY = re.compile(r"( \w+)? تقريبا(?!\w)")


class _Word(NamedTuple):
    value: int | float
    stem: str = ""  # empty for digits
    joined: bool = False  # begins with و
    skipped: int = 0  # characters of the clitics in front of the number

    @property
    def scale(self):
        return self.stem in _SCALES


def find(text: str) -> list[Number]:
    """Return the numbers of a text, in order; years, days and hours are numbers too.

    >>> [(number.words, number.value, number.about) for number in find("نحو 3,500 جندي وخمسون ألف نازح")]
    [('3,500', 3500, True), ('خمسون ألف', 50000, False)]
    """
    runs = _runs(text)
    return [_number(text, run) for run in runs if len(run) > 1 or run[0][1].stem not in _NEVER_ALONE]


@lru_cache(maxsize=1 << 18)
def is_number(word: str) -> bool:
    """Return whether a word says a number or a part of one.

    >>> is_number("وخمسون"), is_number("3,500"), is_number("جنود")
    (True, True, False)
    """
    return any(_word(part) for part in PART.findall(word))


def value(words: str) -> int | float | None:
    """Return the value of the first number in the words, or None.

    >>> value("مليون ومئتي ألف"), value("ثلاثة عشر"), value("جنود")
    (1200000, 13, None)
    """
    return next((number.value for number in find(words)), None)


def after(word: str, count: int) -> int:
    """Return the offset in a word behind its first `count` letters and their marks.

    >>> after("وَخمسين", 1)
    2
    """
    places = [place for place, letter in enumerate(word) if letter not in letters.MARKS | letters.INVISIBLE]
    return places[count] if 0 < count < len(places) else 0


def _runs(text):
    """Return lists of (match, word) that together say one number."""
    runs = []
    for match in PART.finditer(text):
        word = _word(match[0])
        if word is None:
            continue
        if runs and _continues(runs[-1][-1][1], word, text[runs[-1][-1][0].end() : match.start()]):
            runs[-1].append((match, word))
        else:
            runs.append([(match, word)])
    return runs


@lru_cache(maxsize=1 << 18)
def _word(part):
    """Return what one word or run of digits says, or None."""
    folded = letters.fold(part)
    if part[0].isdecimal():
        return _Word(_digits(folded)) if len(part) <= _LONGEST else None
    clitics = _CLITICS.match(folded)
    for count in sorted({0, *clitics.span("waw"), *clitics.span("preposition"), *clitics.span("article")}):
        stem, article = folded[count:], folded[:count].endswith("ال")
        known = _SMALL.get(stem) or _SCALES.get(stem) or _DUAL_SCALES.get(stem) or _PARTS.get(stem)
        # "لست أدري" is no six, "العشرين" is an ordinal.
        if known and not (article and stem in _NEVER_DEFINITE) and folded != "لست":
            return _Word(known, stem, count > 0 and folded[0] == "و", after(part, count))
    return None


def _digits(folded):
    """Return the value of digits; a comma, or a point before three digits, groups thousands."""
    grouped = re.fullmatch(r"\d{1,3}(?:[,،. ]\d{3})+", folded)
    plain = re.sub(r"[,،. ]", "", folded) if grouped and not folded.startswith("0") else folded
    return float(plain) if "." in plain else int(re.sub(r"\D", "", plain))


def _continues(before, word, gap):
    """Whether a word goes on with the number that the word before it began."""
    if gap.strip(_BLANKS) not in ("", "و"):
        return False
    if word.joined or gap.strip(_BLANKS):
        return _adds(before, word)
    return (
        (word.scale and before.value < word.value)
        or (word.stem in ("عشر", "عشره") and bool(before.stem) and before.value < 10)
        or (word.stem in _HUNDRED and 3 <= before.value < 10)
    )


def _adds(before, word):
    """Whether "و" adds the word to the number before it; "2003 و2011" and "خمسة وسبعة" are two numbers."""
    if word.stem in _PARTS:
        return before.scale
    if not before.stem:
        return False
    tens = word.stem in _TENS and before.value < 10
    return tens or (before.value >= 100 and word.value < before.value and (before.scale or bool(word.stem)))


def _number(text, run):
    """Return the number that a run of words says."""
    (first, word), (last, _) = run[0], run[-1]
    start, end = first.start() + word.skipped, last.end()
    before, behind = letters.fold(text[max(0, start - 30) : start]), letters.fold(text[end : end + 30])
    about = bool(_ABOUT.search(before) or _ROUGHLY.match(behind))
    return Number(start, end, text[start:end], _total(run), about)


def _total(run):
    """Return the value of a run of words."""
    if len(run) == 1 and not run[0][0][0].endswith("\N{ARABIC FATHATAN}"):
        word = run[0][1]  # "ألفا جندي" is two thousand, "خمسين ألفا" fifty thousand
        return _DUAL_SCALES.get(word.stem, word.value)
    total, current, scale = 0, 0, 1
    for _, word in run:
        if word.scale:
            total, current, scale = total + (current or 1) * word.value, 0, word.value
        elif word.stem in _PARTS and total:
            total += word.value * scale
        elif word.stem in _HUNDRED and 3 <= current < 10:
            current *= 100
        else:
            current += word.value
    total += current
    return int(total) if total == int(total) else total
