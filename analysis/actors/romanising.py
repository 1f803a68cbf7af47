"""A person's name in Arabic letters -> in Latin ones, as English Wikipedia would probably print it."""

import re
from collections import Counter
from functools import cache, lru_cache

from analysis import lists
from analysis.actors.kinds import of_kind
from analysis.arabic.by_word import MOST
from analysis.arabic.phrases import ARTICLE, folded

PARTICLES = ("عبد", "ابو", "ابي", "ام", "بن", "ابن", "ال", "بو")  # one name with the word behind them
LATIN = ("al", "el", "abd", "abdul", "abdel", "abu", "bou", "bin", "ben", "ibn", "umm", "um")
# Countries, or groups of them, whose people write their names their own way.
ALIKE = (("Egypt",), ("Tunisia", "Algeria", "Morocco", "Mauritania"), ("Pakistan",), ("Afghanistan",))
OFTEN = 3  # bearers whose spelling is their own
GOD = "الله"
FATHER = re.compile("^اب[اي] ")  # أبي ناصر is أبو ناصر
BRACKETS = re.compile(r"\s*\(.*?\)")
CONSONANT = "[بتثجحخدذرزسشصضطظعغفقكلمنهءWY]"
# Endings of Slavic, Armenian, Georgian and Spanish surnames: ميشكوف, غورباتشيفا, تساركيسيان.
ENDINGS = (
    ("ييف", "yev"), ("اييف", "ayev"), ("وف", "ov"), ("يف", "ev"), ("وفا", "ova"), ("يفا", "eva"), ("سكي", "sky"),
    ("سكايا", "skaya"), ("نكو", "nko"), ("فيتش", "vich"), ("شفيلي", "shvili"), ("كيان", "kyan"), ("نيان", "nyan"),
    ("سون", "son"), ("سن", "sen"), ("مان", "man"), ("برغ", "berg"), ("برج", "berg"), ("وس", "os"), ("يس", "es"),
    ("ييرا", "iera"), ("او", "au"), ("و", "o"),
)  # fmt: skip
SYLLABLES = tuple(
    (re.compile(pattern), other)
    for pattern, other in (
        ("^و|(?<=ا)و(?=.)|و(?=[اي])", "W"),  # a consonant beside a long vowel
        ("^ي|(?<=ا)ي(?=.)|ي(?=ا)", "Y"),
        ("ه$", "ا"),
        (f"^({CONSONANT})(?={CONSONANT})", r"\1a"),
        (f"(?<=ا)({CONSONANT})(?={CONSONANT})", r"\1e"),
        (f"({CONSONANT}{CONSONANT})(?={CONSONANT})", r"\1a"),
    )
)


def romanised(name: str, country: str | None = None) -> str:
    """Return the words of a name as the actor list writes them in its titles, else letter by letter.

    In some countries names are written another way: Mohamed in Egypt, Mohammad in Afghanistan.

    >>> romanised("محمد إسماعيل"), romanised("عدنان الضميري"), romanised("مارتن كيستر")
    ('Mohammed Ismail', 'Adnan al-Damiri', 'Martin Kistr')
    """
    words = whole(FATHER.sub("ابو ", folded(name)).split())
    by_letter = in_latin if words[0] in foreign() else spelled
    own = learned_in(country) if country else {}
    latin = [own.get(word) or learned().get(word) or by_letter(word) for word in words]
    return " ".join([latin[0][:1].upper() + latin[0][1:], *latin[1:]])


def whole(words: list[str]) -> list[str]:
    """Return words of a name with particles joined to what they belong to.

    >>> whole(["ابو", "خليل", "السوداني"])
    ['ابو خليل', 'السوداني']
    """
    found: list[str] = []
    for word in words:
        if found and (word == GOD or found[-1].split()[-1] in PARTICLES):
            found[-1] += " " + word
        else:
            found.append(word)
    return found


@cache
def learned() -> dict[str, str]:
    """Return the commonest Latin spelling of each word in the names of listed persons, and those of romanised.csv."""
    counts: dict[str, Counter] = {}
    for row in lists.rows("actors"):
        if row["kind"] == "person" and " of " not in row["actor"]:
            arabic, latin = whole(folded(row["actor_ar"]).split()), latin_words(row["actor"])
            for word, other in zip(arabic, latin, strict=True) if len(arabic) == len(latin) else ():
                if " " not in word and is_same_article(word, other):
                    counts.setdefault(word, Counter())[other] += 1
    own = {folded(row["name"]): row["latin"] for row in lists.rows("romanised")}
    return {word: latin.most_common(1)[0][0] for word, latin in counts.items()} | own


@lru_cache(MOST)
def learned_in(country: str) -> dict[str, str]:
    """Return how persons of a country that writes names its own way mostly spell each word of them."""
    alike = next((group for group in ALIKE if country in group), ())
    counts: dict[str, Counter] = {}
    for row in lists.rows("actors"):
        if row["kind"] == "person" and row["country"] in alike and " of " not in row["actor"]:
            arabic, latin = whole(folded(row["actor_ar"]).split()), latin_words(row["actor"])
            for word, other in zip(arabic, latin, strict=True) if len(arabic) == len(latin) else ():
                counts.setdefault(word, Counter())[other] += 1
    return {word: latin.most_common(1)[0][0] for word, latin in counts.items() if latin.most_common(1)[0][1] >= OFTEN}


def is_same_article(word: str, latin: str) -> bool:
    """Tell whether both spellings of a name have the article or neither."""
    return word.startswith(ARTICLE) == latin.lower().startswith(("al", "el"))


@cache
def foreign() -> frozenset[str]:
    """Return the first names of foreigners: most bearers are of states with other letters, or romanised.csv says so."""
    counts: dict[str, Counter] = {}
    for row in lists.rows("actors"):
        if row["kind"] == "person" and row["country"]:
            first = folded(row["actor_ar"]).split()[:1]
            counts.setdefault("".join(first), Counter())[row["country"].lower() in of_kind("own_script")] += 1
    own = {folded(row["name"]): "foreign" in row["why"] for row in lists.rows("romanised")}
    known = {word: at_home[False] > at_home[True] for word, at_home in counts.items()} | own
    return frozenset(word for word, is_foreign in known.items() if is_foreign)


def latin_words(title: str) -> list[str]:
    """Return the words of a title with particles joined to what they belong to.

    >>> latin_words("Abdul Rahman al-Rashed (journalist)")
    ['Abdul Rahman', 'al-Rashed']
    """
    found: list[str] = []
    for word in BRACKETS.sub("", title).split():
        if found and found[-1].lower() in LATIN:
            found[-1] += " " + word
        else:
            found.append(word)
    return found


def spelled(word: str) -> str:
    """Return a word letter by letter, with the article and particles apart."""
    first, _, rest = word.partition(" ")
    if rest == GOD:
        return (learned().get(first) or spelled(first)) + "allah"
    if rest:
        rest = rest.removeprefix(ARTICLE) if first == "عبد" else rest
        return f"{learned().get(first) or spelled(first)} {learned().get(rest) or spelled(rest)}"
    if word.startswith("عبدال") and len(word) > len("عبدال") + 2:
        return spelled(f"عبد {word[3:]}")
    if word.startswith(ARTICLE) and len(word) > 4:
        return "al-" + spelled(word[2:])
    return with_vowels(word).capitalize()


def with_vowels(word: str) -> str:
    """Return the letters of a word with a vowel wherever more consonants meet than a syllable holds.

    >>> with_vowels("ضميري"), with_vowels("حاتم"), with_vowels("قاسميار")
    ('damiri', 'hatem', 'qasemyar')
    """
    for pattern, other in SYLLABLES:
        word = pattern.sub(other, word)
    return "".join(letters_in_latin().get(letter, letter) for letter in word)


def in_latin(word: str) -> str:
    """Return a foreign name letter by letter, in which Arabic writes most vowels; its ending as mostly spelled."""
    for ending, latin in ENDINGS:
        if word.endswith(ending) and len(word) > len(ending) + 1:
            return in_latin(word.removesuffix(ending)) + latin
    return "".join(letters_in_latin().get(letter, letter) for letter in word).replace("gh", "g").capitalize()


@cache
def letters_in_latin() -> dict[str, str]:
    """Return the Latin for each Arabic letter."""
    return {row["sound"]: row["other"] for row in lists.rows("sounds") if row["place"] == "Latin"}
