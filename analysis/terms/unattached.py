"""Names of families for the eye: a word without what is attached to it («الصين» and not «والصين»)."""

import pandas as pd

from analysis.arabic import affixes, fitting, frequency, general, letters, readings, stems
from analysis.terms import naming

ARTICLE = "ال"
WITH_ARTICLE = (ARTICLE, "لل")
SHORTEST = 4  # letters of what is left of a word, where it does not occur alone: of names little would be left (فرون)
COMMONER = 2  # times that a word may be commoner than what is left of it: وزارة is much commoner than زارة


def unattached(tokens: pd.DataFrame, terms: pd.Series) -> pd.Series:
    """Return a name for each term: itself, or where a conjunction, preposition or pronoun is attached, one without.

    It is what the spellings of the family that have no pronoun are without conjunction and preposition, the commonest
    of them. Where there is none, or it is a term of its own, the term keeps its name.

    >>> rows = pd.DataFrame({"token": ["عتادها", "والعتاد"], "term": ["عتادها"] * 2})
    >>> unattached(rows, pd.Series(["عتادها"])).tolist()
    ['العتاد']
    """
    rows = tokens[tokens["term"].isin(terms)]
    rows = pd.DataFrame({"term": rows["term"].to_numpy(), "spelling": naming.bare(rows["token"])})
    words = list(dict.fromkeys([*rows["spelling"], *terms]))
    free, hanging = freed(words), with_pronoun(words)
    attached = [term for term in terms if term in hanging or free[term] not in (None, term)]
    rows = rows[rows["term"].isin(attached) & ~rows["spelling"].isin(hanging)]
    n = rows.assign(name=rows["spelling"].map(free)).groupby(["term", "name"]).size().rename("n").reset_index()
    n = n.sort_values(["n", "name"], ascending=[False, True]).drop_duplicates("term")
    n = n[~n["name"].isin(tokens["term"].unique()) & ~n["name"].duplicated(keep=False)]
    names = dict(zip(n["term"], n["name"], strict=True))
    return terms.map(lambda term: names.get(term, term))


def freed(words: list[str]) -> dict[str, str | None]:
    """Return each word without conjunction and preposition, but with its article; None where that is not sure."""
    free = {
        word: ARTICLE + rest if clitics.endswith(WITH_ARTICLE) else rest
        for word, (clitics, rest) in stems.splits(words).items()
    }
    return {word: each if word == each or each in free or is_part(word, each) else None for word, each in free.items()}


def is_part(word: str, free: str) -> bool:
    """Tell whether what is left of a word is a word that is not much rarer, with the article or without."""
    rests = (letters.fold(free), letters.fold(free.removeprefix(ARTICLE)))
    known = max(map(frequency.of, rests))
    return len(free) >= SHORTEST and frequency.of(letters.fold(word)) < COMMONER * known


def with_pronoun(words: list[str]) -> set[str]:
    """Return the words that are read as having a pronoun behind them."""
    normal = dict(zip(words, affixes.normals(words, letters.fold_types(words)), strict=True))
    known = [word for word in words if len(word) > 1 and affixes.ARABIC.issuperset(normal[word])]
    spelled = [normal[word] for word in known]
    read = readings.decoded(spelled, fitting.best(spelled, general.before()))
    return {word for word, reading in zip(known, read, strict=True) if reading.pronoun}
