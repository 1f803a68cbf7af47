"""Ways to find and count the words of texts; each returns how many words it found, a way not installed is None."""

import ctypes
import importlib.util
import re
import shutil
import subprocess
import tempfile
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

from analysis.arabic import codes, letters, words

# Letters with their marks; the engines of Rust and C++ know no look-behind, so points inside numbers divide there.
ARABIC = (
    "\\x{0620}-\\x{065F}\\x{0670}-\\x{06D3}\\x{06D5}-\\x{06DC}\\x{06E5}-\\x{06E8}\\x{06EE}-\\x{06EF}\\x{06FA}-\\x{06FF}"
)
PLAIN = f"[{ARABIC}]+|[0-9A-Za-z\\x{{0660}}-\\x{{0669}}\\x{{06F0}}-\\x{{06F9}}]+"
PYTHON = re.sub(r"\\x\{(\w+)\}", r"\\u\1", PLAIN)


def ways() -> dict[str, Callable | None]:
    """Return the ways by name: the package's own first."""
    return {
        "analysis.arabic.words": ours,
        "re, Counter": expression,
        "scikit-learn CountVectorizer": installed("sklearn", vectorized),
        "nltk wordpunct, FreqDist": installed("nltk", frequencies),
        "spacy blank('ar'), Counter": installed("spacy", tokenized),
        "camel-tools simple_word_tokenize": installed("camel_tools", simple_words),
        "polars extract_all": installed("polars", exploded),
        "duckdb regexp_extract_all": installed("duckdb", extracted),
        "C, one pass (ceiling)": one_pass if compiler() else None,
    }


def installed(package: str, way: Callable) -> Callable | None:
    """Return a way where its package is installed, else None."""
    return way if importlib.util.find_spec(package) else None


def ours(texts: list[str]) -> int:
    """Return the number of words by this package."""
    return int(words.counts(texts)["n"].sum())


def expression(texts: list[str]) -> int:
    """Return the number of words by a regular expression and a Counter; each distinct word is folded once."""
    found, counts = re.compile(PYTHON).findall, Counter()
    for text in texts:
        counts.update(found(text))
    return folded(counts)


def folded(counts: dict[str, int]) -> int:
    """Return the sum of counts after words that fold to one spelling are joined."""
    joined = Counter()
    for (_, n), spelling in zip(counts.items(), letters.fold_types(list(counts)), strict=True):
        joined[spelling] += n
    return sum(joined.values())


def vectorized(texts: list[str]) -> int:
    """Return the number of words by scikit-learn."""
    from sklearn.feature_extraction.text import CountVectorizer

    vectorizer = CountVectorizer(lowercase=False, token_pattern=PYTHON)
    totals = vectorizer.fit_transform(texts).sum(axis=0).A1.tolist()
    return int(folded(dict(zip(vectorizer.get_feature_names_out(), totals, strict=True))))


def frequencies(texts: list[str]) -> int:
    """Return the number of words by NLTK, punctuation left out."""
    from nltk import FreqDist, wordpunct_tokenize

    counts = FreqDist()
    for text in texts:
        counts.update(wordpunct_tokenize(text))
    return folded({word: n for word, n in counts.items() if word[0].isalnum()})


def tokenized(texts: list[str]) -> int:
    """Return the number of words by spaCy's tokeniser for Arabic, punctuation left out."""
    tokenizer, counts = pipeline().tokenizer, Counter()
    for text in texts:
        counts.update(token.text for token in tokenizer(text))
    return folded({word: n for word, n in counts.items() if word[0].isalnum()})


@cache
def pipeline():
    """Return spaCy's empty pipeline for Arabic."""
    import spacy

    return spacy.blank("ar")


def simple_words(texts: list[str]) -> int:
    """Return the number of words by CAMeL Tools, punctuation left out."""
    from camel_tools.tokenizers.word import simple_word_tokenize

    counts = Counter()
    for text in texts:
        counts.update(simple_word_tokenize(text))
    return folded({word: n for word, n in counts.items() if word[0].isalnum()})


def exploded(texts: list[str]) -> int:
    """Return the number of words by Polars."""
    import polars

    found = polars.Series("word", texts).str.extract_all(PLAIN).explode().drop_nulls().value_counts()
    return folded(dict(zip(found["word"].to_list(), found["count"].to_list(), strict=True)))


def extracted(texts: list[str]) -> int:
    """Return the number of words by DuckDB."""
    import duckdb
    import pyarrow

    words_in = f"select unnest(regexp_extract_all(text, '{PLAIN}')) word from texts"
    with duckdb.connect() as connection:
        connection.register("texts", pyarrow.table({"text": texts}))
        return folded(dict(connection.sql(f"select word, count(*) n from ({words_in}) group by 1").fetchall()))


def compiler() -> str | None:
    """Return the C compiler, if there is one."""
    return shutil.which("cc") or shutil.which("gcc") or shutil.which("clang")


@cache
def library() -> ctypes.CDLL:
    """Return the one-pass program, compiled and told what the letters are."""
    place = Path(tempfile.mkdtemp(prefix="ceiling-")) / "ceiling.so"
    source = Path(__file__).with_name("ceiling.c")
    subprocess.run([compiler(), "-O3", "-march=native", "-shared", "-fPIC", "-o", place, source], check=True)
    loaded = ctypes.CDLL(str(place))
    kinds = codes.kinds()
    for number in range(0x80, 0x800):
        if kinds[number] in (codes.MARK, codes.INVISIBLE):
            loaded.set_letter(number, 1)
        elif kinds[number] in (codes.ARABIC, codes.OTHER, codes.DIGIT):
            loaded.set_letter(number, ord(letters.fold(chr(number))[:1] or chr(1)))
    for number in range(0x80):
        loaded.set_letter(number, ord(chr(number).lower()) if chr(number).isalnum() else 0)
    return loaded


def one_pass(texts: list[str]) -> int:
    """Return the number of words by the C program, from texts in UTF-8 as files hold them."""
    raw, found = "\n".join(texts).encode("utf-8", "replace"), (ctypes.c_uint64 * 2)()
    library().count(raw, ctypes.c_size_t(len(raw)), found)
    return found[0]
