"""Ways to find listed names, with their proclitics, in texts; each returns how many it found."""

import random
from collections.abc import Callable, Iterable
from typing import NamedTuple

from analysis.actors import patterns, walking
from analysis.arabic import phrases
from benchmarks.counting import installed, pipeline

ALIASES = 5_000
MATCHED = 500  # articles; some of the ways are slow
PROCLITICS = ("", *phrases.PREFIXES)


class Data(NamedTuple):
    """Texts as printed; the same as folded words between blanks; the names to find, folded."""

    texts: list[str]
    folded: list[str]
    names: list[str]


def data(texts: list[str], aliases: int = ALIASES, matched: int = MATCHED) -> Data:
    """Return some of the texts, and names drawn at random from all: one to three words of four letters or more."""
    spelled = [phrases.folded(text) for text in texts]
    chance, found = random.Random(1), set()
    for _ in range(100 * aliases):
        words = chance.choice(spelled).split() or [""]
        first, size = chance.randrange(len(words)), chance.choice((1, 2, 2, 3))
        name = words[first : first + size]
        if len(found) < aliases and all(len(word) >= 4 for word in name):
            found.add(" ".join(name))
    return Data(texts[:matched], spelled[:matched], sorted(found))


def ways(given: Data) -> dict[str, Callable | None]:
    """Return the ways by name, each with its names built in: the package's own first."""
    return {
        "analysis.actors, from texts as printed": printed(given),
        "analysis.actors, words read": read(given),
        "daachorse, from texts as printed": built("daachorse", daachorse_printed, given),
        "daachorse, texts folded": built("daachorse", daachorse, given),
        "pyahocorasick, texts folded": built("ahocorasick", ahocorasick, given),
        "spacy PhraseMatcher, documents made": built("spacy", phrase_matcher, given),
        "flashtext, texts folded": built("flashtext", flashtext, given),
    }


def built(package: str, way: Callable[[Data], Callable], given: Data) -> Callable | None:
    """Return a way with its names built in where its package is installed, else None."""
    return way(given) if installed(package, way) else None


def expanded(names: list[str]) -> list[str]:
    """Return the names with each proclitic."""
    return [clitic + name for name in names for clitic in PROCLITICS]


def printed(given: Data) -> Callable[[Data], int]:
    """Return the package's way, from texts as printed to names with the place of each in its text."""
    known, readings = tree(given.names)
    return lambda data: found(phrases.blocks(data.texts), walking.Walker(known, readings))


def read(given: Data) -> Callable[[Data], int]:
    """Return the package's way over words that were read before, as all its rules read them."""
    known, readings = tree(given.names)
    blocks = list(phrases.blocks(given.texts))
    return lambda data: found(blocks, walking.Walker(known, readings))


def tree(names: list[str]) -> tuple[walking.Paths, patterns.Readings]:
    """Return the names as paths, and the ways to read a word as the first of one."""
    root: dict = {}
    for name in names:
        node = root
        for word in name.split():
            node = node.setdefault(word, {})
        node[""] = [name]
    return walking.paths(root, lambda name: True, lambda name: False), patterns.Readings(root)


def found(blocks: Iterable[phrases.Block], walker: walking.Walker) -> int:
    """Return how many names were found, the longest at each place, by the steps that actors.mentions takes first."""
    return sum(len(walking.longest(walker.walks(block))) for block in blocks)


def daachorse(given: Data) -> Callable[[Data], int]:
    """Return daachorse's way over texts that were folded and encoded before."""
    automaton, texts = double_array(given.names), [spaced(text).encode() for text in given.folded]
    return lambda data: sum(len(automaton.find(text)) for text in texts)


def daachorse_printed(given: Data) -> Callable[[Data], int]:
    """Return daachorse's way from texts as printed, which have to be folded first."""
    automaton = double_array(given.names)
    return lambda data: sum(len(automaton.find(spaced(phrases.folded(text)).encode())) for text in data.texts)


def double_array(names: list[str]):
    """Return daachorse's automaton of bytes, the faster of its two."""
    import daachorse

    kind = daachorse.MATCH_KIND_LEFTMOST_LONGEST
    return daachorse.DoubleArrayAhoCorasick([spaced(name).encode() for name in expanded(names)], match_kind=kind)


def spaced(text: str) -> str:
    """Return words between two blanks each: only whole words are found, and a name may end where the next begins."""
    return f" {text.replace(' ', '  ')} "


def ahocorasick(given: Data) -> Callable[[Data], int]:
    """Return pyahocorasick's way over folded texts."""
    import ahocorasick

    automaton = ahocorasick.Automaton()
    for name in map(spaced, expanded(given.names)):
        automaton.add_word(name, name)
    automaton.make_automaton()
    texts = [spaced(text) for text in given.folded]
    return lambda data: sum(1 for text in texts for _ in automaton.iter_long(text))


def phrase_matcher(given: Data) -> Callable[[Data], int]:
    """Return spaCy's way over documents that were made before; making them takes longer than matching."""
    from spacy.matcher import PhraseMatcher
    from spacy.tokens import Doc

    vocabulary = pipeline().vocab
    matcher = PhraseMatcher(vocabulary)
    matcher.add("name", [Doc(vocabulary, words=name.split()) for name in expanded(given.names)])
    documents = [Doc(vocabulary, words=text.split()) for text in given.folded]
    return lambda data: sum(len(matcher(document)) for document in documents)


def flashtext(given: Data) -> Callable[[Data], int]:
    """Return flashtext's way over folded texts, with Arabic letters told to be letters."""
    from flashtext import KeywordProcessor

    processor = KeywordProcessor(case_sensitive=True)
    processor.set_non_word_boundaries(set(processor.non_word_boundaries) | set("".join(given.names)) - {" "})
    for name in expanded(given.names):
        processor.add_keyword(name)
    return lambda data: sum(len(processor.extract_keywords(text)) for text in data.folded)
