"""A word in all its forms (أميركي، الأميركية، أميركيين): in which spelling each outlet prints it."""

from functools import cache

import pandas as pd

from analysis.arabic import affixes
from analysis.arabic.respelling import key
from analysis.terms import counting, naming, styles


def inflected(
    tokens: pd.DataFrame, articles: pd.DataFrame, spellings: pd.Series, *, by: str = "source"
) -> pd.DataFrame:
    """Return how often each group of articles prints a word in each of its spellings, in all forms: [by], spelling, n.

    `spellings` are those of one form, as `house_styles` has them; masculine and feminine, singular, dual and plural are
    counted with it.
    """
    base = {stem(spelling): spelling for spelling in spellings}
    known = {key(each + ending) for each in base for ending in ("", *endings())}
    number, printed = naming.numbered(tokens)
    spelling = [base.get(stem(word[styles.attached(word, known) :])) for word in printed]
    rows = counting.labelled(tokens, articles, by)[[by]].assign(spelling=pd.array(spelling, dtype="str").take(number))
    found = rows.dropna(subset="spelling").groupby([by, "spelling"], dropna=False).size()
    return found.rename("n").reset_index()


def stem(word: str) -> str:
    """Return a word without the ending of feminine, dual or plural.

    >>> stem("أميركية"), stem("أميركيون"), stem("أميركي")
    ('أميركي', 'أميركي', 'أميركي')
    """
    ending = next((each for each in endings() if word.endswith(each) and len(word) - len(each) >= styles.SHORTEST), "")
    return word.removesuffix(ending)


@cache
def endings() -> list[str]:
    """Return the endings that a noun can have behind the article, the longest first."""
    rows = affixes.table("affixes")
    return sorted(
        (row["affix"] for row in rows if row["part"] == "ending" and "article" in row["joins"]),
        key=len,
        reverse=True,
    )
