"""Phrases: a text as folded words with their places, and the words of it that may begin a listed phrase."""

import re
from collections.abc import Callable, Container, Iterator
from typing import NamedTuple

import numpy as np
import pandas as pd

from analysis.arabic import letters, words

ARTICLE = "ال"
PREFIXES = ("و", "ف", "ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل", "فك")
BLOCK = 500  # texts at a time
# What words.spans finds, for a phrase of a few words: there a pattern is twenty times as fast as arrays are.
ARABIC = "\\u0620-\\u063f\\u0641-\\u064a\\u066e-\\u06d3\\u06d5\\u06ee\\u06ef\\u06fa-\\u06ff\\u0750-\\u077f"
LATIN = f"(?:[^\\W_{ARABIC}]|[\\u0300-\\u036f])+"  # with accents that stand apart: the dot of a small İ
WORD = re.compile(f"[{ARABIC}]+|{LATIN}(?:'[^\\W\\d_{ARABIC}]+|(?<=\\d)[.,](?=\\d){LATIN})*")
INSIDE = re.compile(r"^[\s\"'“”‘’«»\-–_/]*$")  # between two words of a name: «حزب الله»; no comma, no full stop


class Words(NamedTuple):
    """The words of one text: folded spelling, offsets and sentence numbers, all of one length."""

    text: str
    folded: list[str]
    starts: list[int]
    ends: list[int]
    sentences: list[int]
    candidates: list[int]  # indexes of words that may begin a listed phrase


def folded(phrase: str) -> str:
    """Return the folded words of a phrase, joined by blanks.

    >>> folded("«حزب الله»")
    'حزب الله'
    """
    return " ".join(WORD.findall(letters.fold(phrase)))


def read(texts: list[str], begins: Callable[[str], bool]) -> Iterator[Words]:
    """Yield the words of each text; `begins` is asked once per distinct folded word."""
    for first in range(0, len(texts), BLOCK):
        yield from block(texts[first : first + BLOCK], begins)


def block(texts: list[str], begins: Callable[[str], bool]) -> list[Words]:
    """Return the words of some texts, tokenised together."""
    rows = words.rows(texts)
    codes, types = pd.factorize(rows["token"])
    spelled = np.array(letters.fold_types(types.tolist()), dtype=object)
    able = np.array([begins(word) for word in spelled], dtype=bool)
    bounds = np.searchsorted(rows["article"].to_numpy(), np.arange(len(texts) + 1))
    columns = {name: rows[name].to_numpy() for name in ("start", "end", "sentence")}
    return [
        Words(
            text, spelled[codes[a:b]].tolist(), *(columns[name][a:b].tolist() for name in ("start", "end", "sentence")),
            np.flatnonzero(able[codes[a:b]]).tolist(),
        )
        for text, a, b in zip(texts, bounds[:-1], bounds[1:], strict=True)
    ]  # fmt: skip


def readings(word: str, known: Container[str]) -> Iterator[tuple[int, str]]:
    """Yield (letters cut, known word) for each way to read a word with or without proclitics.

    >>> list(readings("وللعراق", {"العراق"}))
    [(2, 'العراق')]
    """
    if word in known:
        yield 0, word
    for prefix in PREFIXES:
        if word.startswith(prefix):
            rest = word[len(prefix) :]
            if len(rest) > 2 and rest in known:
                yield len(prefix), rest
            if prefix.endswith("ل") and rest.startswith("ل") and "ا" + rest in known:
                yield len(prefix), "ا" + rest


def follows(text: Words, j: int) -> bool:
    """Tell whether word j + 1 continues the phrase that word j belongs to."""
    return j + 1 < len(text.folded) and bool(INSIDE.match(text.text[text.ends[j] : text.starts[j + 1]]))


def start_behind(text: Words, i: int, cut: int) -> int:
    """Return where word i begins behind `cut` letters of proclitics, each of which marks may follow (وَبغداد)."""
    at = text.starts[i]
    for _ in range(cut):
        at += 1
        while at < text.ends[i] and not text.text[at].isalpha():
            at += 1
    return at
