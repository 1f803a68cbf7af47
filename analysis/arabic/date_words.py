"""Date words: a text as a row of tags, one character per word, on which a grammar of dates can be written."""

import csv
import re
from bisect import bisect_right
from collections.abc import Sequence
from functools import cached_property, lru_cache
from itertools import accumulate
from pathlib import Path
from typing import NamedTuple

from analysis.arabic import letters, numbers
from analysis.arabic.by_word import ByWord
from analysis.arabic.calendar import MONTHS

_LISTED = Path(__file__).parent.parent / "lists" / "date_words.csv"


class Word(NamedTuple):
    """What one word, number or sign of a text means to a date."""

    tag: str
    value: str
    stem: str  # folded, without clitics
    skipped: int  # characters of the clitics in front


class Part(NamedTuple):
    """One token of a piece of text: what it means, and where in the piece it stands."""

    word: Word
    start: int
    end: int


class Meanings(Sequence):
    """What each token of a text means, told when it is asked for: few of them matter to a date."""

    def __init__(self, chunks: Sequence[str], tags: Sequence[str]) -> None:
        """Keep a text cut at its blanks, and the tags of each piece."""
        self.chunks = chunks
        self.behind = list(accumulate(map(len, tags)))  # number of the token behind each chunk

    @cached_property
    def lengths(self) -> list[int]:
        """The length of each piece with those before it, blanks left out."""
        return list(accumulate(map(len, self.chunks)))

    def __len__(self) -> int:
        """Return how many tokens there are."""
        return self.behind[-1]

    def __getitem__(self, place: int | slice) -> Word | list[Word]:
        """Return what a token means, or what those of a slice mean."""
        if isinstance(place, slice):
            return [self.found(each)[1].word for each in range(*place.indices(len(self)))]
        return self.found(place)[1].word

    def span(self, place: int) -> tuple[int, int]:
        """Return start and end of a token in the text."""
        chunk, part = self.found(place)
        start = self.lengths[chunk - 1] + chunk if chunk else 0
        return start + part.start, start + part.end

    def found(self, place: int) -> tuple[int, Part]:
        """Return the number of a token's chunk, and where in it the token stands."""
        chunk = bisect_right(self.behind, place)
        n = place - self.behind[chunk - 1] if chunk else place
        return chunk, _PARTS[self.chunks[chunk]][n]


class Tokens(NamedTuple):
    """A text as tags: `tags[n]` is that of `words[n]`."""

    tags: str
    words: Meanings


def _listed() -> dict[str, tuple[str, str]]:
    """Return folded word -> (tag name, value); the first row of a word holds."""
    known = {}
    with _LISTED.open(encoding="utf-8-sig", newline="") as lines:
        for row in csv.DictReader(lines):
            for word in row["words"].split("|"):
                known.setdefault(letters.fold(word), (row["tag"], row["value"]))
    return known


def _months() -> dict[str, tuple[str, str]]:
    """Return folded month name -> (tag name, ""); `maymonth` and `mayhijri` need a figure beside."""
    tags = {
        ("gregorian", True): "month", ("gregorian", False): "maymonth", ("latin", False): "latin",
        ("hijri", True): "hijri", ("hijri", False): "mayhijri",
    }  # fmt: skip
    return {name: (tags[month.calendar, month.alone], "") for name, month in MONTHS.items() if " " not in name}


_SIGNS = {
    sign: name
    for name, signs in {
        "slash": "/\\|",
        "open": "([",
        "close": ")]",
        "dash": "-\N{EN DASH}\N{EM DASH}",
        "comma": "،,",
        "stop": ".!؟?",
        "line": "\n",
        "percent": "%٪",
        "quote": '«»"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}',
    }.items()
    for sign in signs
}
_KNOWN = {**_listed(), **_months()}
_NAMES = sorted(
    {tag for tag, _ in _KNOWN.values()}
    | {*_SIGNS.values(), "day", "year", "hyear", "figure", "count", "other", "definite"}
)
#: Tag name -> the one character that stands for it.
TAGS = {name: chr(0x100 + place) for place, name in enumerate(_NAMES)}
# Behind a clitic these need their hamza: "باب" is a door, "وأب" and a father, "لامس" touched. "أب" alone
# may be August typed without its madda, if a day or a year stands beside it.
_WITH_HAMZA = {"اب": "آ", "امس": "أ"}
_OTHER, _DEFINITE = Word(TAGS["other"], "", "", 0), Word(TAGS["definite"], "", "", 0)

_IGNORED = re.escape("".join(sorted(letters.MARKS | letters.INVISIBLE)))
_TOKEN = re.compile(rf"{numbers.PART.pattern}|[^\w\s{_IGNORED}]|\n")
_CLITICS = re.compile(r"[وف]?(?P<preposition>[بلك]?)")
_JOINED = frozenset("وفبلك")  # their first letters
_APART = re.compile(r"(?<!\d) | (?!\d)")  # a blank that stands in no number
_ARTICLE = re.compile(r"(^|\s)(و?)ال(?!ف)")
_LETTERS = re.compile("[\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER GHAIN}\N{ARABIC LETTER FEH}-\N{ARABIC LETTER YEH}]+")
_FRONTS = [joined + preposition for joined in ("", "و", "ف") for preposition in ("", "ب", "ل", "ك")]
# Whatever the words of dates and numbers can look like, and some that they can't: most words are none of these.
_WRITTEN = frozenset(
    front + article + stem
    for word in [*_KNOWN, *numbers.WORDS]
    for stem in {word, word.removeprefix("ا")}  # للأحد
    for front in [*_FRONTS, "لل", "ولل", "فلل"]
    for article in ("", "ال")
)


def tokens(text: str) -> Tokens:
    """Return the text as tags.

    >>> pattern(r"in year").search(tokens("انسحبت في 2011").tags).span()
    (1, 3)
    """
    chunks = _APART.split(text) if " 000" in text else text.split(" ")  # "100 000" is one token
    tags = list(map(_TAGS_OF.__getitem__, chunks))
    return Tokens("".join(tags), Meanings(chunks, tags))


def pattern(rule: str) -> re.Pattern[str]:
    """Return a rule as a pattern on tags: a regular expression in which the small words are names of tags."""
    named = re.sub(r"(?<![<a-z])[a-z]+(?![>a-z])", lambda name: TAGS[name[0]], rule)
    return re.compile(re.sub(r"\s", "", named))


def counted(words: Sequence[Word]) -> int | float | None:
    """Return the number that the words say, with or without articles (الأيام الثلاثة), or None."""
    said = " ".join("و" * (place and word.tag == TAGS["tens"]) + word.stem for place, word in enumerate(words))
    bare = numbers.value(_ARTICLE.sub(r"\1\2", said))
    return numbers.value(said) if bare is None else bare


@lru_cache(maxsize=1 << 18)
def _word(part):
    """Return what one token means."""
    if _LETTERS.fullmatch(part):
        folded = letters.fold_letters(part)
        if folded not in _WRITTEN:
            return _DEFINITE if folded.startswith("ال") else _OTHER
    folded = letters.fold(part)
    if part in _SIGNS or not folded:
        return Word(TAGS[_SIGNS.get(part, "other")], "", part, 0)
    if part[0].isdecimal():
        return _figure(folded)
    for stem, count in _stems(folded):
        known = stem in _KNOWN and not (stem == "اب" and "إ" in part)  # «إب» is a town of Yemen
        slip = known and stem in _WITH_HAMZA and _WITH_HAMZA[stem] not in letters.bare(part)
        if known and not (slip and count):
            tag, value = ("maymonth", "") if slip and stem in MONTHS else _KNOWN[stem]
            return Word(TAGS[tag], value, stem, numbers.after(part, count))
        if stem in numbers.WORDS or stem.removeprefix("ال") in numbers.WORDS:
            return Word(TAGS["count"], "", folded, numbers.after(part, count))
    return _DEFINITE if folded.startswith("ال") else _OTHER


_PARTS = ByWord(lambda chunk: [Part(_word(match[0]), *match.span()) for match in _TOKEN.finditer(chunk)])
_TAGS_OF = ByWord(lambda chunk: "".join([_word(part).tag for part in _TOKEN.findall(chunk)]))


def _stems(folded):
    """Yield (stem, letters in front of it): the word as it is, then without و ف, then without ب ل ك."""
    yield folded, 0
    if folded[0] in _JOINED:
        clitics = _CLITICS.match(folded)
        counts = {clitics.start("preposition"), clitics.end("preposition")} - {0}
        for count in sorted(counts):
            if len(folded) - count > 1:
                yield folded[count:], count
            if folded[count - 1 : count + 1] == "لل":
                yield "ا" + folded[count:], 0
    if folded.startswith("on"):
        yield folded[2:], 2  # "posted onAugust 10, 2023"


def _figure(folded):
    """Return what digits mean: a day of the month, a year, or any other figure."""
    if not folded.isdecimal() or len(folded) > 4:
        return Word(TAGS["figure"], "0", folded, 0)
    number = int(folded)
    if len(folded) <= 2 and 1 <= number <= 31:
        tag = "day"
    elif len(folded) == 4 and 1300 <= number <= 2100:
        tag = "hyear" if number < 1500 else "year" if number >= 1700 else "figure"
    else:
        tag = "figure"
    return Word(TAGS[tag], str(number), folded, 0)
