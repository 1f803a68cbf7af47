"""Phrasing: runs of words that occur again and again, such as «وزير الدفاع الأميركي»."""

import numpy
import pandas as pd

from analysis import tables
from analysis.terms import naming, stopping

RUN = ["words", "run"]
NEARLY_ALWAYS = 0.9  # share of a run's occurrences within one longer run: «سلمان للإغاثة» is a piece of a name


def phrases(tokens: pd.DataFrame, *, n: tuple[int, int] = (2, 8), least: int = 2) -> pd.DataFrame:
    """Return the phrases of `n` (from, to) words that occur at least `least` times: phrase, words, n, articles.

    A phrase is a run of words of one sentence with one character at most between two, a blank or a sign («كوفيد-19»,
    but also a comma without a blank). Its words are compared as terms; it is shown as it is printed most often,
    without vowel marks. It may hold function words, but neither begins nor ends with one. A phrase of which nine in
    ten occurrences or more stand within one longer phrase of the table gives way to it, with those that do not;
    the number of the longer one is its own.
    Raises ValueError where `n` is no such pair.
    """
    tables.check(tokens, *tables.TOKENS, name="the table of tokens")
    if not (isinstance(n, tuple) and len(n) == 2 and 1 < n[0] <= n[1]):
        raise ValueError(f"n is the fewest and the most words of a phrase, such as (2, 4), not {n!r}")
    runs = repeated(tokens, n[1], least)
    found = whole(occurrences(runs, n, has_content(tokens["term"])), runs)
    found["article_id"] = tokens["article_id"].array.take(found["start"])
    counts = found.groupby(RUN, sort=False)["article_id"].agg(n="size", articles="nunique").reset_index()
    shown = counts.merge(commonest_forms(found, tokens), on=RUN, validate="one_to_one")
    shown = shown.sort_values(["n", "words", "phrase"], ascending=[False, False, True], ignore_index=True)
    return shown[["phrase", "words", "n", "articles"]]


def has_content(terms: pd.Series) -> numpy.ndarray:
    """Return True for each token that is no function word and no number."""
    kept = stopping.content(terms.drop_duplicates().to_frame("term"))["term"]
    return terms.isin(kept).to_numpy()


def repeated(tokens: pd.DataFrame, most: int, least: int) -> dict[int, numpy.ndarray]:
    """Return, by length, the number of the run of terms that starts at each token, -1 if it occurs too rarely.

    A run is known by the two runs in it that are one word shorter, so that rare words drop out early.
    """
    runs = {1: often(pd.factorize(tokens["term"])[0], least)}
    linked = followed(tokens)
    for size in range(2, most + 1):
        shorter = runs[size - 1]
        starts = numpy.flatnonzero(linked & (shorter[:-1] >= 0) & (shorter[1:] >= 0))
        pairs = shorter[starts] * (shorter.max(initial=0) + 1) + shorter[starts + 1]
        runs[size] = numpy.full(len(tokens), -1)
        runs[size][starts] = often(pd.factorize(pairs)[0], least)
    return runs


def often(numbers: numpy.ndarray, least: int) -> numpy.ndarray:
    """Return the numbers, those that occur fewer than `least` times as -1."""
    return numpy.where(numpy.bincount(numbers, minlength=1)[numbers] >= least, numbers, -1)


def followed(tokens: pd.DataFrame) -> numpy.ndarray:
    """Return, for all tokens but the last, whether the next one is in its sentence, one character away at most."""
    article, _ = pd.factorize(tokens["article_id"])
    sentence = tokens["sentence"].to_numpy()
    gap = tokens["start"].to_numpy()[1:] - tokens["end"].to_numpy()[:-1]
    return (article[1:] == article[:-1]) & (sentence[1:] == sentence[:-1]) & (gap <= 1)


def occurrences(runs: dict[int, numpy.ndarray], n: tuple[int, int], content: numpy.ndarray) -> pd.DataFrame:
    """Return one row per occurrence of a run with content at both ends: words, run, start (number of a token)."""
    parts = []
    for size in range(n[0], n[1] + 1):
        starts = numpy.flatnonzero(runs[size] >= 0)
        starts = starts[content[starts] & content[starts + size - 1]]
        parts.append(pd.DataFrame({"words": size, "run": runs[size][starts], "start": starts}))
    return pd.concat(parts, ignore_index=True)


def whole(found: pd.DataFrame, runs: dict[int, numpy.ndarray]) -> pd.DataFrame:
    """Return the occurrences without those of runs that nearly always occur within one longer run of the table."""
    n = {size: numpy.bincount(run[run >= 0], minlength=1) for size, run in runs.items()}
    within = {size: numpy.zeros(len(counts), bool) for size, counts in n.items()}
    for size, rows in found.drop_duplicates(RUN).groupby("words"):
        times = n[size][rows["run"]]
        for shorter in range(1, size):
            for shift in range(size - shorter + 1):
                part = runs[shorter][rows["start"] + shift]
                within[shorter][part[times >= NEARLY_ALWAYS * n[shorter][part]]] = True
    kept = [~within[size][rows["run"]] for size, rows in found.groupby("words")]
    return found[numpy.concatenate(kept or [numpy.zeros(0, bool)])].reset_index(drop=True)


def commonest_forms(found: pd.DataFrame, tokens: pd.DataFrame) -> pd.DataFrame:
    """Return the printed form that each run has most often: words, run, phrase; among equals the first."""
    spelling, spellings = naming.numbered(tokens)
    words, forms = spellings.to_numpy(object), []
    for size, rows in found.groupby("words"):
        form = spelling[rows["start"]]
        for shift in range(1, size):
            form = pd.factorize(form * len(spellings) + spelling[rows["start"] + shift])[0]
        counts = (
            rows.assign(form=form).groupby([*RUN, "form"], sort=False)["start"].agg(["size", "first"]).reset_index()
        )
        printed = [" ".join(words[spelling[start : start + size]]) for start in counts["first"]]
        forms.append(counts.assign(phrase=pd.array(printed, dtype="str")))
    columns = [*RUN, "phrase"]
    if not forms:
        return pd.DataFrame(columns=columns)
    ordered = pd.concat(forms).sort_values(["size", "phrase"], ascending=[False, True])
    return ordered.drop_duplicates(RUN)[columns]
