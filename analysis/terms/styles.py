"""House styles: in which spellings each outlet prints one and the same form of a word (أميركا، أمريكا، امريكا)."""

import pandas as pd

from analysis.arabic.respelling import is_foreign, key
from analysis.terms import counting, naming

CLITICS = ("ولل", "لل", "وب", "ول", "وك", "فل", "فب", "و", "ف", "ب", "ل", "ك", "")
SHORTEST = 3  # letters of a word without what is attached to it
ARTICLE = "ال"
ABOVE = "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}"
MADDA = "\N{ARABIC LETTER ALEF WITH MADDA ABOVE}"
BELOW = "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}"


def house_styles(tokens: pd.DataFrame, articles: pd.DataFrame, *, by: str = "source") -> pd.DataFrame:
    """Return how each group of articles spells the words that are spelled in several ways: form, [by], spelling, n.

    A form is a word without conjunction, preposition and article, shown by its commonest spelling; singular and plural,
    masculine and feminine are forms of their own. Spellings of one form differ in a hamza, in the dots of a last yeh,
    or as house_styles.csv says. The form that is oftenest printed in another than its commonest spelling stands first.
    """
    number, spellings = naming.numbered(tokens)
    rows = counting.labelled(tokens, articles, by)[[by, "term"]].assign(printed=spellings.take(number))
    counts = rows.groupby([by, "term", "printed"], dropna=False).size().rename("n").reset_index()
    families = counts.drop_duplicates(["term", "printed"]).groupby("term", sort=False)["printed"]
    known = [(term, *form) for term, printed in families for form in forms(list(printed))]
    known = pd.DataFrame(known, columns=["term", "printed", "key", "spelling"], dtype="str")
    counts = counts.merge(parted(known), on=["term", "printed"])
    return ordered(counts.groupby(["key", by, "spelling"], dropna=False)["n"].sum().reset_index(), by)


def forms(printed: list[str]) -> list[tuple[str, str, str]]:
    """Return each spelling of a family with the key of its form, and the spelling without what is attached to it.

    >>> [form[1:] for form in forms(["أميركا", "وأمريكا", "لامريكا"])]
    [('اميركا', 'أميركا'), ('اميركا', 'أمريكا'), ('اميركا', 'امريكا')]
    """
    known = {key(word.removeprefix(ARTICLE)) for word in printed}
    rests = [word[attached(word, known) :] for word in printed]
    return [(word, key(rest), rest) for word, rest in zip(printed, rests, strict=True) if len(rest) >= SHORTEST]


def parted(known: pd.DataFrame) -> pd.DataFrame:
    """Return forms (key, spelling) under keys of their own where a first hamza tells them apart: إعداد، أعداد؛ آمن."""
    above = set(known.loc[known["spelling"].str.startswith(ABOVE), "key"])
    below = known["spelling"].str.startswith(BELOW) & known["key"].isin(above) & ~known["key"].map(is_foreign)
    known = known.assign(key=known["key"].mask(below, known["key"] + BELOW))
    return known.assign(key=known["key"].mask(known["spelling"].str.startswith(MADDA), known["key"] + MADDA))


def attached(word: str, known: set[str]) -> int:
    """Return how many letters of a spelling are conjunction, preposition and article; what is left is a known key."""
    for clitic in CLITICS:
        rest = word.removeprefix(clitic)
        if not word.startswith(clitic) or (clitic and not is_word(rest, known)):
            continue
        return len(word) - len(rest.removeprefix(ARTICLE) if len(rest) >= SHORTEST + len(ARTICLE) else rest)
    return 0


def is_word(rest: str, known: set[str]) -> bool:
    """Tell whether what is left of a spelling is a word, alone or with the article."""
    return len(rest) >= SHORTEST and not known.isdisjoint((key(rest), key(rest.removeprefix(ARTICLE))))


def ordered(found: pd.DataFrame, by: str) -> pd.DataFrame:
    """Return the forms with several spellings, each by its commonest, the one that is most divided first."""
    sums = found.groupby(["key", "spelling"], sort=False)["n"].sum().reset_index()
    sums = sums.sort_values(["key", "n", "spelling"], ascending=[True, False, True])
    groups = sums.groupby("key")
    first = groups["spelling"].first().rename("form")
    divided = (groups["n"].sum() - groups["n"].max()).rename("other")
    found = found.merge(pd.concat([first, divided], axis=1), on="key")
    found = found[found["other"] > 0].sort_values(
        ["other", "form", "n", "spelling"], ascending=[False, True, False, True], ignore_index=True
    )
    return found[["form", by, "spelling", "n"]]
