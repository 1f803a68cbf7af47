"""Walking: the arrays find the paths of a tree that a plain loop finds, and keep the longest."""

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from analysis.actors import patterns, walking
from analysis.arabic import phrases, words

WORDS = st.sampled_from(["سلام", "وسلام", "بغداد", "ب", "للسلام", "السلام", "x", "😀"])
GAPS = st.sampled_from([" ", "، ", ".", " «", "\n", " 😀 ", "\u200f "])
TEXT = st.lists(st.tuples(WORDS, GAPS), max_size=12).map(lambda parts: "".join(word + gap for word, gap in parts))
NAMES = st.lists(st.lists(st.sampled_from(["سلام", "السلام", "بغداد", "ب", "x"]), min_size=1, max_size=3), max_size=6)


def tree(names):
    root = {}
    for name in names:
        node = root
        for word in name:
            node = node.setdefault(word, {})
        node[""] = [" ".join(name)]
    return root


def walker(names):
    root = tree(names)
    return walking.Walker(walking.paths(root, lambda name: True, lambda name: False), patterns.Readings(root))


def goes_on(text, j):
    gap = text.text[text.ends[j] : text.starts[j + 1]]
    return all(phrases.INSIDE.match(sign) for sign in gap) or (gap == "." and len(text.folded[j + 1]) == 1)


def plainly(text, root):
    """Every path in one text, word by word: first, last, letters cut."""
    for i, word in enumerate(text.folded):
        for cut, known in phrases.readings(word, root):
            node, j = root[known], i
            while True:
                if "" in node:
                    yield i, j, cut
                if j + 1 == len(text.folded) or not goes_on(text, j) or text.folded[j + 1] not in node:
                    break
                node, j = node[text.folded[j + 1]], j + 1


@settings(deadline=None)  # the first example makes the tables of letters
@given(st.lists(TEXT, max_size=4), NAMES)
def test_the_arrays_walk_the_paths_that_a_loop_walks(texts, names):
    (block,) = phrases.blocks(texts) if texts else [phrases.block([], phrases.Spellings())]
    found = walker(names).walks(block)
    expected = [
        (first + base, last + base, cut)
        for text, base in zip(phrases.read(texts, bool), block.bounds.tolist(), strict=False)
        for first, last, cut in plainly(text, tree(names))
    ]
    assert sorted(zip(*(column.tolist() for column in found[:3]), strict=True)) == sorted(expected)


@given(st.lists(st.tuples(st.integers(0, 30), st.integers(0, 4), st.integers(0, 2), st.integers(0, 9)), max_size=30))
def test_the_longest_are_kept_from_left_to_right(rows):
    first, size, cut, rank = np.array(rows, int).reshape(-1, 4).T
    kept = walking.longest(walking.Walks(first, first + size, cut, cut), rank).tolist()
    expected, free = [], 0
    for place in sorted({row[0] for row in rows}):
        ways = [n for n, row in enumerate(rows) if row[0] == place]
        best = min(ways, key=lambda n: (-rows[n][1], rows[n][2], rows[n][3], n))
        if place >= free:
            expected.append(best)
            free = place + rows[best][1] + 1
    assert kept == expected


def test_words_are_learned_once_however_many_blocks_they_stand_in(monkeypatch):
    monkeypatch.setattr(phrases, "BLOCK", 2)
    texts = ["في بغداد سلام", "سلام بغداد", "", "وبغداد سلام", "x"]
    able = walker([["بغداد", "سلام"]])
    found = [able.walks(block).first.tolist() for block in phrases.blocks(texts)]
    assert found == [[1], [0], []]
    assert len(able.ways) == len({"في", "بغداد", "سلام", "وبغداد", "x"})


@pytest.mark.parametrize("texts", [[], [""], ["", ""], ["،"], ["سلام", ""]])
def test_texts_without_words_are_read(texts):
    assert [len(text.folded) for text in phrases.read(texts, bool)] == [len(words.spans(text)) for text in texts]


@given(st.lists(TEXT, max_size=3))
def test_words_are_those_of_the_tokens_with_their_sentences(texts):
    rows = words.rows(texts)
    found = [
        (n, *place)
        for n, text in enumerate(phrases.read(texts, bool))
        for place in zip(text.starts, text.ends, text.sentences, strict=True)
    ]
    assert found == list(rows[["article", "start", "end", "sentence"]].itertuples(index=False, name=None))
