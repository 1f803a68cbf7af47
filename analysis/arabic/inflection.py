"""Citation forms in folded spelling -> the inflected forms that print can show, and whether a pronoun hangs on each."""

from collections.abc import Iterator

PRONOUNS = ("ه", "ها", "هم", "هما", "هن", "نا", "ني", "ك", "كم")
PERFECT = ("", "ت", "وا", "ا", "تا", "نا", "ن", "تم")
IMPERFECT = ("", "ون", "وا", "ان", "ا", "ن", "ين")
NOUN = ("", "ا", "ان", "ين", "ات", "ون")
SHORT_NOUN = ("", "ا")  # of three letters: صفحات is no plural of صفح
HAMZA = "\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}"
SEATS = "ؤء"  # of a hamza at the end of a verb before و: بدؤوا، بدءوا
PARTICIPLE = ("", "ا", "ين", "ون", "ان", "ات", "ه", "تين", "تان")


def perfect(word: str) -> Iterator[tuple[str, bool]]:
    """Yield the perfect of a verb in folded spelling and whether a pronoun hangs on the form.

    A hamza at its end, which alone is not folded, is a letter like others that changes its seat before و.

    >>> [form for form, bound in perfect("التقي") if not bound]
    ['التقي', 'التقت', 'التقوا', 'التقيا', 'التقتا', 'التقينا', 'التقين']
    >>> [form for form, bound in perfect("بدأ") if not bound][:4]
    ['بدؤوا', 'بدءوا', 'بدا', 'بدات']
    """
    weak = len(word) > 2 and word[-1] in "اي"
    if word.endswith(HAMZA):
        yield from ((word[:-1] + seat + "وا", False) for seat in SEATS)
        word = word[:-1] + "ا"
    if weak:
        stem = word[:-1]
        forms = [word, stem + "ت", stem + "وا", stem + "يا", stem + "تا", stem + "ينا", stem + "ين"]
        bare = [stem + "ا", stem + "ت", stem + "و", stem + "ينا"]
    else:
        forms = [word + ending for ending in PERFECT]
        bare = [word, word + "ت", word + "و", word + "نا"]
    yield from ((form, False) for form in forms)
    yield from ((form + pronoun, True) for form in bare for pronoun in PRONOUNS)


def imperfect(word: str) -> Iterator[tuple[str, bool]]:
    """Yield the imperfect of a verb in all persons, and whether a pronoun hangs on the form; of a hamza as above."""
    stem = word[1:]
    weak = len(stem) > 2 and stem[-1] in "ويا"
    seated = [stem[:-1] + seat + end for seat in SEATS for end in ("ون", "وا")] if word.endswith(HAMZA) else []
    stem = stem[:-1] + "ا" if seated else stem
    endings = (
        [stem, stem[:-1] + "ون", stem[:-1] + "وا", stem[:-1], stem + "ان"]
        if weak
        else [stem + e for e in IMPERFECT] + seated
    )
    for prefix in "يتنا":
        dual = prefix in "يت"  # «نشيدا» is a noun
        yield from ((prefix + form, False) for form in endings if dual or not form.endswith(("ا", "ان", "ون")))
        bare = [stem[:-1] + "ا", stem] if weak and stem[-1] in "يا" else [stem, stem + "و", stem + "ون"]
        yield from ((prefix + form + pronoun, True) for form in bare for pronoun in PRONOUNS)


def passive(word: str) -> list[tuple[str, str]]:
    """Return the passive of a verb, each form with its tense, where print tells it from the active.

    >>> [form for form, tense in passive("حاصر")]
    ['حوصر', 'حوصرت', 'حوصروا', 'حوصرا', 'حوصرتا']
    >>> passive("ادان")[-2:], passive("قتل")
    ([('يدانوا', 'imperfect'), ('تدان', 'imperfect')], [])
    """
    hollow = len(word) > 3 and word[0] == "ا" and word[-2] == "ا"
    if len(word) < 4 or not (hollow or word[1] == "ا"):
        return []
    stem = word[:-2] + "ي" + word[-1] if hollow else word[0] + "و" + word[2:]
    done = [(stem + ending, "perfect") for ending in PERFECT[:5]]
    if not hollow or not (len(word) == 4 or word.startswith("است")):
        return done  # «يحاصر» and «يغتال» are both
    now = word[1:]
    return done + [(form, "imperfect") for form in ("ي" + now, "ي" + now + "ون", "ي" + now + "وا", "ت" + now)]


def nominal(word: str, endings: tuple[str, ...]) -> Iterator[tuple[str, bool]]:
    """Yield a noun or participle in all cases, with and without article, and whether a pronoun hangs on it."""
    if word.endswith("ه"):
        stem = word[:-1]
        forms, bare = (
            [word, stem + "تان", stem + "تين", stem + "ات", stem + "تا", stem + "تي"],
            [stem + "ت", stem + "ات", stem + "تي"],
        )
    else:
        forms = [word + ending for ending in endings]
        bare = [word, word + "ات"] if len(endings) > len(SHORT_NOUN) else [word]
        if word.endswith("اء"):
            forms += [word[:-1] + "ئ" + ending for ending in ("ين", "ان")]
            bare += [word[:-1] + "ئ", word[:-1] + "ؤ"]
    yield from ((form, False) for form in forms)
    yield from (("ال" + form, False) for form in forms)
    yield from ((form + pronoun, True) for form in bare for pronoun in PRONOUNS)
