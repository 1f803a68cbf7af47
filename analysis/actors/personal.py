"""Words of an article -> stretches that look like names of persons: a given name and what belongs to it."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from analysis.actors.candidates import GIVEN
from analysis.actors.kinds import common_given_names, given_names, of_kind, surnames
from analysis.actors.namings import Naming, bare, is_title
from analysis.actors.speech_verbs import verbs
from analysis.arabic import frequency, function_words
from analysis.arabic.by_word import MOST
from analysis.arabic.finite import is_imperfect
from analysis.arabic.phrases import ARTICLE, Words, candidates
from analysis.lists import demonyms

COMMON = 45.0  # per million words: commoner ones are no surnames unless they are given names
RARE = 10.0  # behind a verb of saying a word so rare may be a name
SEEN = 2.0  # a word so common is known for more than a name
UNKNOWN = 0.1  # a word so rare that stands more than once is its bearer's alone
SHORT = 3  # letters of a word in «ا» that may rather be foreign
SURNAME = 100.0  # the same for words with the article: الأسد, الصدر
LONGEST = 9  # words of a name
PARTICIPLE = "الم"  # المضرب، المحتجز، المتهم
GOVERNED = frozenset(("عن", "علي", "من", "الي", "لدي", "في", "بين", "ضد"))  # what may follow a participle
DEEDS = 5  # letters of «اتهامات» beyond which a plural is of deeds
DEED = re.compile(r"(است\w{2,3}ا\w|ان\w{2}ا\w|ا\wت\w{1,2}ا\w|ت\w{2}ي\w)ه?")  # استقالة، انسحاب، اعتراف، تطبيع
GOD = "الله"
FATHERS = ("ابو", "ابي", "ابا")
OF_FAITH = "الدين"  # behind it a common word is a given name: سيف الدين
NEAR = re.compile(r"^[ \u00a0'’\-‑]+$")  # between two words of a name


class Stranger(NamedTuple):
    """A name of a person: the first and last words, and letters cut from the first."""

    first: int
    last: int
    cut: int


def strangers(text: Words, named: list[Naming]) -> list[Stranger]:
    """Return the names of persons that no naming covers."""
    taken = {i for known in named for i in range(known.first, known.last + 1)}
    found, free = [], 0
    for i in candidates(text, GIVEN):
        if i >= free and i not in taken and (name := given(text, i, taken)):
            found.append(with_father(text, Stranger(*name), taken))
            free = name[1] + 1
    return found


def with_father(text: Words, name: Stranger, taken: set[int]) -> Stranger:
    """Return a name with the «أبو» in front of it: «أبي ناصر الحموي»."""
    before = name.first - 1
    if name.cut or before < 0 or before in taken or not near(text, before):
        return name
    word = text.folded[before]
    cut = 0 if word in FATHERS else 1
    return Stranger(before, name.last, cut) if word[cut:] in FATHERS and word[:cut] in "وفلب" else name


def given(text: Words, i: int, taken: set[int]) -> tuple[int, int, int] | None:
    """Return first word, last word and letters cut of the name that begins with a given name at word i."""
    word = text.folded[i]
    cut = 0 if word in given_names() else 1
    if word[cut:] not in given_names() or is_on(text, i) or is_office(text, i, word[cut:]) or is_time(text, i):
        return None
    last = max(reach(text, i, taken), i + is_with_home(text, i))
    return (i, last, cut) if last > i and not (last == i + 1 and is_of_words(text, i, cut)) else None


def is_of_words(text: Words, i: int, cut: int) -> bool:
    """Tell whether two names that are common words too stand where nothing shows a person: «على امتداد جيل كامل»."""
    common = common_given_names() | of_kind("also_word")
    shown = i > 0 and (is_title(text.folded[i - 1]) or text.folded[i - 1] in verbs())
    return not shown and text.folded[i][cut:] in common and text.folded[i + 1] in common


def is_with_home(text: Words, i: int) -> bool:
    """Tell whether a given name behind «أبو» or a rank goes on with where he is from: «العقيد ناصر المصري»."""
    if not (0 < i < len(text.folded) - 1 and near(text, i - 1) and near(text, i)):
        return False
    word, before = text.folded[i + 1], text.folded[i - 1]
    shaped = word.startswith(ARTICLE) and word.endswith("ي") and word in demonyms.forms()
    return shaped and (before in FATHERS or not of_kind("rank").isdisjoint((before, bare(before))))


def is_office(text: Words, i: int, word: str) -> bool:
    """Tell whether a word is a title before a common noun and no given name: «حاكم الولاية»."""
    after = "".join(text.folded[i + 1 : i + 2])
    return is_title(word) and after.startswith(ARTICLE) and not (after.endswith("ي") or after in surnames())


def is_time(text: Words, i: int) -> bool:
    """Tell whether a word is a part of a day and no given name: «صباح الخميس»."""
    return "".join(text.folded[i + 1 : i + 2]) in of_kind("day")


def reach(text: Words, i: int, taken: set[int]) -> int:
    """Return the last word of the name that begins at word i."""
    last = i
    while last + 1 < len(text.folded) and last - i + 1 < LONGEST and near(text, last):
        if not (grows(text, last, taken) or (last + 1 not in taken and is_called(text, last + 1))):
            break
        last += 1
    while last > i and text.folded[last] in of_kind("particle"):
        last -= 1
    return last


def grows(text: Words, last: int, taken: set[int]) -> bool:
    """Tell whether a name goes on: behind a given name or particle, or by one, or by a word with the article."""
    before, word = text.folded[last], text.folded[last + 1]
    if word == GOD and before != "عبد":
        return before in of_kind("of_god")
    if word == OF_FAITH:
        return before in given_names()
    open_ended = (
        before in given_names()
        or before in (GOD, OF_FAITH)
        or before in of_kind("particle")
        or text.folded[max(0, last - 1)] == "عبد"
    )
    tied = word in given_names() or word in of_kind("particle") or is_surname(word)
    if before == "عبد":
        return word.startswith(ARTICLE) or word == "ربه"
    return (open_ended or tied) and is_part(text, last + 1, taken)


def is_surname(word: str) -> bool:
    """Tell whether a word with the article goes on with a name that has its surname: not «بوب كايسي الخطوة»."""
    bare_word = word.removeprefix(ARTICLE)
    if not word.startswith(ARTICLE):
        return False
    named = bare_word in given_names() or word in surnames() or word.endswith("ي")
    return named or frequency.of(bare_word) < max(SEEN, frequency.of(word) / 4)


def is_called(text: Words, j: int) -> bool:
    """Tell whether a word behind a name calls its bearer elsewhere, behind a verb of saying: «وأضاف ويليامز»."""
    word, words = text.folded[j], text.folded
    if frequency.of(word) > RARE or words.count(word) == 1:
        return False
    if is_known_otherwise(bare(word)) or bare(word) in of_kind("time"):
        return False
    if is_unknown(word):
        return True  # «العميد كريم بهزاد نوروزي»، and later «نوروزي»
    return any(i != j and words[i - 1] in verbs() for i in places(words, word) if i)


@lru_cache(MOST)
def is_unknown(word: str) -> bool:
    """Tell whether a word is no word of general Arabic, and none with a preposition or conjunction before it."""
    if frequency.of(word) >= UNKNOWN or len(word) <= SHORT or not word.isalpha() or is_imperfect(word):
        return False
    led = word[0] in "وفبلكس" and frequency.of(word[1:]) > 0
    return not (led or word.startswith(ARTICLE) or word.endswith(("ات", "ون", "ين", "ها", "هم")))


def places(words: list[str], word: str) -> Iterator[int]:
    """Yield where a word stands."""
    i = -1
    for _ in range(words.count(word)):
        i = words.index(word, i + 1)
        yield i


def near(text: Words, j: int) -> bool:
    """Tell whether nothing but blanks parts word j from the next."""
    gap = text.text[text.ends[j] : text.starts[j + 1]]
    return gap == " " or bool(NEAR.match(gap))


def is_part(text: Words, j: int, taken: set[int]) -> bool:
    """Tell whether a word may stand in a name: a given name, a particle, or a word too rare to be another."""
    word, after = text.folded[j], text.folded[j + 1 : j + 2]
    eulogy = after == [GOD] and word in of_kind("eulogy")
    tells = word.startswith(PARTICIPLE) and not word.endswith("ي") and after and after[0] in GOVERNED
    if tells and word not in surnames() and frequency.of(word) > 0:
        return False  # «محمد علان المضرب عن الطعام»
    return j not in taken and not is_on(text, j) and not eulogy and is_part_of_names(word)


@lru_cache(MOST)
def is_part_of_names(word: str) -> bool:
    """Tell whether a folded word may stand in a name."""
    if word in given_names() or word in of_kind("particle"):
        return True
    if len(word) < 3 or word[0].isdigit() or is_known_otherwise(word) or word in of_kind("behind_name"):
        return False
    if word in surnames():
        return True
    if is_thing(word) or is_object(word) or is_told_now(word):
        return False
    return frequency.of(word) < (SURNAME if word.startswith(ARTICLE) else COMMON)


def is_thing(word: str) -> bool:
    """Tell whether a word with the article is a plural of deeds, or a deed (الاتهامات، الاستقالة; not: السادات)."""
    bare = word.removeprefix(ARTICLE)
    if bare == word:
        return False
    deeds = bare.endswith("ات") and len(bare) > DEEDS and frequency.of(bare[:-2]) > 0
    return deeds or bool(DEED.fullmatch(bare))


def is_told_now(word: str) -> bool:
    """Tell whether a word is a verb: «رونالدو يسجل»، «سارة تعيش»، «بريم سيطلق»; not «شين يونغ»، «غسان تويني»."""
    known = word.startswith(("ي", "سي")) or frequency.of(word) > SEEN  # not «يايا توري»
    return (known and is_imperfect(word)) or (len(word) > 4 and word.startswith(("يت", "يست")))


def is_object(word: str) -> bool:
    """Tell whether a word is an indefinite noun in the accusative: «أصدر الرئيس سعيد مرسوما»; not «شيخة حسينا»."""
    bare = word.removesuffix("ا")
    named = bare in given_names() or bare in surnames()
    long = bare != word and len(bare) > SHORT and not named  # «سوسا», «بونا» are surnames
    return long and frequency.of(bare) > max(frequency.of(word), SEEN)


def is_known_otherwise(word: str) -> bool:
    """Tell whether a word is known as something else: a function word, a title, a demonym, a verb of saying."""
    titled = is_title(word) or (word.endswith("ا") and is_title(word[:-1]))  # «مديرا»
    known = word in function_words.forms() or titled or word in verbs() or word in demonyms.forms()
    return known or bare(word) in demonyms.forms() or has_proclitic(word)


def has_proclitic(word: str) -> bool:
    """Tell whether a word begins with «و», or with a preposition before a known word: not «بولارد», «فورد»."""
    return bare(word) != word and word not in surnames() and (word[0] == "و" or frequency.of(bare(word)) > 0)


def is_on(text: Words, i: int) -> bool:
    """Tell whether a word is printed «على», which folds like the name علي."""
    return text.folded[i].endswith("علي") and text.text[text.starts[i] : text.ends[i]].endswith("على")
