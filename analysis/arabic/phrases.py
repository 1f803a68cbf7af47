"""Phrases: a text as folded words with their places, and the words of it that may begin a listed phrase."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Container, Iterator
from dataclasses import dataclass
from functools import cache, cached_property
from itertools import chain, pairwise, repeat

import numpy as np

from analysis.arabic import codes, counting, letters, words
from analysis.arabic.inflection import HAMZA
from analysis.arabic.vocabulary import Vocabulary

ARTICLE = "ال"
PREFIXES = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
# First words of two letters behind a proclitic: «وأم درمان», «وتل أبيب», «وجو بايدن».
SHORT = ("ام", "ود", "تل", "جو", "شي", "بن", "دي", "يو", "لي", "بي", "سي", "جي", "غي", "دو", "بو", "فو", "عز", "طه")
BY_LETTER = {letter: [prefix for prefix in PREFIXES if prefix[0] == letter] for letter, *_ in PREFIXES}
HEADLINE, PARTED = 200, ".."  # characters of a headline at most; what parts one
BLOCK = 500  # texts at a time
# What words.spans finds, for a phrase of a few words: there a pattern is twenty times as fast as arrays are.
ARABIC = "\\u0620-\\u063f\\u0641-\\u064a\\u066e-\\u06d3\\u06d5\\u06ee\\u06ef\\u06fa-\\u06ff\\u0750-\\u077f"
LATIN = f"(?:[^\\W_{ARABIC}]|[\\u0300-\\u036f])+"  # with accents that stand apart: the dot of a small İ
WORD = re.compile(f"[{ARABIC}]+|{LATIN}(?:'[^\\W\\d_{ARABIC}]+|(?<=\\d)[.,](?=\\d){LATIN})*")
INSIDE = re.compile(
    r"[^\S\n]|[\"'“”‘’«»\-–_/+#]"
)  # between two words of a name: «حزب الله», 5+1, «جماعة #أبو_سياف»; no comma, stop or line end


@dataclass(frozen=True, eq=False)
class Words:
    """The words of one text: folded spelling, offsets and sentence numbers, all of one length."""

    text: str
    folded: list[str]
    starts: list[int]
    ends: list[int]
    joins: list[bool]  # whether the next word continues the phrase that this one belongs to
    candidates: list[int]  # indexes of words that may begin a listed phrase
    answers: list[int]  # what was answered of each of these

    @cached_property
    def sentences(self) -> list[int]:
        """The number of the sentence of each word; looked for when it is asked for."""
        each = (repeat(number, behind - first) for number, (first, behind) in enumerate(self.spans))
        return list(chain.from_iterable(each))

    @cached_property
    def by_answer(self) -> dict[int, list[int]]:
        """The candidates by what was answered of them."""
        found: dict[int, list[int]] = {}
        for i, answer in zip(self.candidates, self.answers, strict=True):
            found.setdefault(answer, []).append(i)
        return found

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The first word of each sentence and the word behind its last."""
        firsts = [bisect_left(self.starts, begin) for begin in self.begins]
        return list(pairwise([*firsts, len(self.starts)]))

    @cached_property
    def begins(self) -> list[int]:
        """Where each sentence begins, with the blanks before it."""
        return words.begins(self.text)

    def sentence(self, i: int) -> int:
        """Return the number of the sentence of word i."""
        return bisect_right(self.begins, self.starts[i]) - 1

    @cached_property
    def beyond(self) -> int:
        """How many sentences a headline in parts has beyond one (باكستان.. فصل جديد في الأزمة)."""
        end = self.text.find("\n")
        if not 0 < end <= HEADLINE or PARTED not in self.text[:end] or self.text[:end].rstrip().endswith("."):
            return 0
        return bisect_left(self.begins, end) - 1

    def below(self, i: int) -> int:
        """Return how many sentences word i stands below the headline: 0 in it, however many parts it has."""
        return max(0, self.sentences[i] - self.beyond)


@dataclass(frozen=True, eq=False)
class Block:
    """Some texts read together, and their words in one row; offsets are of the texts joined by line breaks."""

    texts: list[str]
    types: list[str]  # the folded spelling of each distinct word, of this block and those before
    numbers: np.ndarray  # the place in `types` of each word
    folded: list[str]
    starts: np.ndarray
    ends: np.ndarray
    joins: np.ndarray  # whether the next word continues the phrase that this one belongs to
    dots: np.ndarray  # whether nothing but a point parts a word from the next
    bounds: np.ndarray  # the first word of each text, and the number of all words
    offsets: np.ndarray  # the first character of each text


class Spellings:
    """The distinct words of texts, folded, each with its number; they grow as texts are read."""

    def __init__(self) -> None:
        """Begin with no word."""
        self.types: list[str] = []  # the folded spellings by number
        self.vocabulary = Vocabulary()  # the numbers by the key of the word as printed
        self.folded = np.zeros(0, object)  # the types as an array

    def read(self, joined: str, found: codes.Words, spans: tuple[np.ndarray, np.ndarray]) -> np.ndarray:
        """Return the numbers of the words that were found in a text, from these starts to these ends."""
        place, new = self.vocabulary.add(counting.printed_keys(joined, found, *spans))
        types = letters.fold_types(counting.cut_out(joined, *(places[new] for places in spans)))
        self.types += types
        self.folded = np.append(self.folded, np.array(types, object))
        return self.vocabulary.number[place]


class Asked:
    """What a function answers for each word of a list that grows; it is asked once for each."""

    def __init__(self, ask: Callable[[str], int], kind: type = int) -> None:
        """Begin with no word; `kind` is the type of the answers."""
        self.ask, self.answers = ask, np.zeros(0, kind)

    def of(self, types: list[str]) -> np.ndarray:
        """Return the answers for all words of the list."""
        new = types[len(self.answers) :]
        self.answers = np.append(self.answers, np.fromiter(map(self.ask, new), self.answers.dtype, len(new)))
        return self.answers

    def each(self, block: Block) -> np.ndarray:
        """Return the answer for each word of a block."""
        return self.of(block.types)[block.numbers]


def folded(phrase: str) -> str:
    """Return the folded words of a phrase, joined by blanks.

    >>> folded("«حزب الله»")
    'حزب الله'
    """
    return " ".join(WORD.findall(letters.fold(phrase)))


def cited(verb: str) -> str:
    """Return a verb as a list cites it in folded spelling, but for a hamza at its end, which is no weak letter.

    >>> cited("بدأ"), cited("التقى")
    ('بدأ', 'التقي')
    """
    return folded(verb[:-1]) + HAMZA if verb.endswith(HAMZA) else folded(verb)


def read(texts: list[str], begins: Callable[[str], int]) -> Iterator[Words]:
    """Yield the words of each text; `begins` is asked once per distinct word."""
    able = Asked(begins)
    for block in blocks(texts):
        yield from of_texts(block, able.each(block))


def of_texts(block: Block, answers: np.ndarray) -> Iterator[Words]:
    """Yield the words of each text of a block; the answer is 0 for those that begin no listed phrase."""
    candidates = np.flatnonzero(answers)
    firsts = np.searchsorted(candidates, block.bounds).tolist()
    number = np.diff(block.bounds)
    offsets = np.repeat(block.offsets[:-1], number)
    bases = np.repeat(block.bounds[:-1], number)
    starts, ends, joins = (block.starts - offsets).tolist(), (block.ends - offsets).tolist(), block.joins.tolist()
    begun, answered = (candidates - bases[candidates]).tolist(), answers[candidates].tolist()
    bounds = block.bounds.tolist()
    for n, text in enumerate(block.texts):
        own, begins = slice(*bounds[n : n + 2]), slice(*firsts[n : n + 2])
        yield Words(text, block.folded[own], starts[own], ends[own], joins[own], begun[begins], answered[begins])


def blocks(texts: list[str]) -> Iterator[Block]:
    """Yield the texts in blocks; each spelling is folded once for them all."""
    spellings = Spellings()
    for first in range(0, len(texts), BLOCK):
        yield block(texts[first : first + BLOCK], spellings)


def block(texts: list[str], spellings: Spellings) -> Block:
    """Return the words of some texts; the spellings that are new join those of the texts before."""
    joined, offsets = codes.joined(texts)
    found = codes.found(joined)
    starts, ends = codes.spans(found)
    numbers = spellings.read(joined, found, (starts, ends))
    spelled = spellings.folded[numbers].tolist()
    # Characters beyond the plane, which stand in no word, all become one that stands in no name either.
    units = np.minimum(np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), "<u4"), 0xFFFF)
    bounds = np.searchsorted(starts, offsets)
    joins, dots = between(units, starts, ends)
    last = bounds[bounds > 0] - 1
    joins[last] = dots[last] = False  # a name does not go on in the next text
    return Block(texts, spellings.types, numbers, spelled, starts, ends, joins, dots, bounds, offsets)


def between(units: np.ndarray, starts: np.ndarray, ends: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return whether the gap behind each word goes on with the name, and whether it is a point; False for the last."""
    outside = np.concatenate((np.zeros(1, np.int32), np.cumsum(~is_inside()[units], dtype=np.int32)))
    joins, dots = np.zeros((2, len(starts)), bool)
    joins[:-1] = outside[starts[1:]] == outside[ends[:-1]]
    dots[:-1] = (starts[1:] - ends[:-1] == 1) & (units[ends[:-1]] == ord("."))
    return joins, dots


@cache
def is_inside() -> np.ndarray:
    """Return for each character of the plane whether it may stand between two words of a name."""
    return np.array([bool(INSIDE.match(chr(code))) for code in range(0x10000)])


def readings(word: str, known: Container[str]) -> Iterator[tuple[int, str]]:
    """Yield (letters cut, known word) for each way to read a word with or without proclitics.

    >>> list(readings("وللعراق", {"العراق"}))
    [(2, 'العراق')]
    """
    if word in known:
        yield 0, word
    for prefix in BY_LETTER.get(word[:1], ()):
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            if (len(rest) > 2 or rest in SHORT) and rest in known:
                yield len(prefix), rest
            if prefix.endswith("ل") and rest.startswith("ل") and "ا" + rest in known:
                yield len(prefix), "ا" + rest


def candidates(text: Words, kind: int) -> list[int]:
    """Return the places of the words of which the answer has a bit of some kind."""
    return sorted(chain.from_iterable(places for answer, places in text.by_answer.items() if answer & kind))


def follows(text: Words, j: int) -> bool:
    """Tell whether word j + 1 continues the phrase that word j belongs to."""
    return 0 <= j < len(text.joins) and text.joins[j]


def word_before(text: Words, i: int) -> str:
    """Return the folded word before another, "" where it is the first of its text."""
    return text.folded[i - 1] if i > 0 else ""


def word_before_in_sentence(text: Words, i: int) -> str:
    """Return the folded word before another in its sentence, "" where it begins the sentence."""
    return text.folded[i - 1] if i > 0 and text.sentences[i - 1] == text.sentences[i] else ""


def places(text: Words, wanted: frozenset[str], first: int, behind: int) -> list[int]:
    """Return where words of a set stand between two words of the text, the first of them included."""
    words = text.folded[first:behind]
    return [] if wanted.isdisjoint(words) else [i for i, word in enumerate(words, first) if word in wanted]


def start_behind(text: Words, i: int, cut: int) -> int:
    """Return where word i begins behind `cut` letters of proclitics, each of which marks may follow (وَبغداد)."""
    at = text.starts[i]
    for _ in range(cut):
        at += 1
        while at < text.ends[i] and not text.text[at].isalpha():
            at += 1
    return at
