"""Noun phrases: where the phrase of a name begins, the preposition over it, and the parts that stand for a whole."""

from functools import cache, lru_cache

from analysis import lists
from analysis.arabic import frequency
from analysis.arabic.by_word import ByWord
from analysis.arabic.calendar import MONTHS
from analysis.arabic.finite import is_finite
from analysis.arabic.numbers import is_number
from analysis.arabic.phrases import ARTICLE, Words, folded, follows, word_before
from analysis.events.groups import BY_NAME, bare_forms, called
from analysis.events.sets import words, words_of_list
from analysis.lists import demonyms

PHRASE = 7  # words of a title before a name at most
PART_WITHIN = 3  # words from a part to the preposition before its whole
APPOSED = frozenset(("وهو", "وهي", "هو", "هي", "وهم", "هم"))
STATES_OF_TWO = (("جنوب", "السودان"), ("جنوب", "افريقيا"), ("شمال", "مقدونيا"))  # whose names begin with a direction
PARTS = words("part")
UNITS = frozenset(("قوه", "وحده", "دوريه", "كتيبه", "سريه", "فرقه", "مجموعه", "طائره", "مسيره", "سفينه"))
NO_NOUN = words("no_noun")
# «طلبا أميركيا بحل الحشد»: a preposition on a noun of two letters.
SHORT_BOUND = frozenset(before + noun for before in "بل" for noun in ("حل", "شن", "فك", "ضم", "سد", "سن"))
NOT_CLITIC = words("not_clitic")
IN_NEED = words("in_need")
MEMBERS = frozenset(("العضو", "الاعضاء"))
ENDS, ADVERBS = words("ends_phrase"), words("between")
TIMED = ("منذ", "قبل", "بعد", "خلال")  # prepositions of time
SPANS = words("spans") | words("periods")
REGIONS = words("region")
MANY = frozenset(("العشرات", "المئات", "الالاف", "العديد", "الكثير", "البعض"))
GROUPS = words("part") - words("holder") - words("envoy")
# What «ل» stands for behind words of a kind: «يمكن لإيران أن», «وفقا لوزارة الصحة», «التجسس لإسرائيل».
UNDER_L = (("subject_by_l", None), ("said_by", "حسب"), ("serves", "لصالح"))
COMMUNITIES = words("community")
NO_WHOLE = words("holder") | words("strikes") | words("weapons")
INDEFINITE, ACTING, THEN = words("indefinite"), words("acting"), words("then")
GIVEN = words("given_to")
WITH_PRONOUN, EXCHANGE = words("bound"), words("exchange")


def phrase_start(text: Words, first: int, cut: int, ends: frozenset[int]) -> tuple[int, str | None]:
    """Return the first word of a name's noun phrase and the preposition over it; "" when «و» joins it."""
    clitic = text.folded[first][:cut]
    if clitic:
        return under_clitic(text, first, clitic[-1] if clitic[-1] in "بلك" else "", ends)
    for i in range(first - 1, max(-1, first - 1 - PHRASE), -1):
        if tuple(text.folded[i : i + 2]) in STATES_OF_TWO:
            continue  # «رئيس جنوب السودان سلفا كير»
        closes, named, clitic = LEADING[text.folded[i]]
        head = called(text, i) if named == BY_NAME else None
        if head is not None:
            return whole_start(text, head, ends)
        if closes or i in ends or not follows(text, i) or (named is None and is_new_phrase(text, i, first)):
            return i + 1, None
        whole = part_of_whole(text, i, ends) if named in ("من", "عن", "في", "باسم") else None
        if whole is not None:
            return whole_start(text, whole, ends)
        if named is not None:
            timed = named in TIMED and i + 1 < first and text.folded[i + 1] in SPANS
            return (i + 2, None) if timed else (i + 1, named)  # «تشنها منذ أسبوع طائرات»
        if text.folded[i].startswith("لل") and follows(text, i - 1) and is_in_title(text, i - 1):
            continue  # «الأمين العام للأمم المتحدة أنطونيو غوتيريش»
        if clitic is not None:
            return (i + 1, None) if is_joined_adjective(text, i) else under_clitic(text, i, clitic, ends)
    return max(0, first - PHRASE), None


def is_in_title(text: Words, i: int) -> bool:
    """Tell whether a title goes on with «لل» behind a word, and it is no help given to somebody."""
    given = text.folded[i].startswith("ال") and word_before(text, i) in GIVEN  # «توفير الحماية الدولية للشعب …»
    return is_of_title(text.folded[i]) and not given


@cache
def is_of_title(word: str) -> bool:
    """Tell whether a title may go on behind a word with «لل»; not: «الفيتو الروسي للمشروع البريطاني»."""
    return word.startswith(ARTICLE) and word not in demonyms.forms() and word not in GIVEN


@cache
def heads_of_places() -> frozenset[str]:
    """Return the nouns with which the name of a place or a thing that is acted upon may begin (مدينة، حي، مطار)."""
    return words_of_list("land_heads") | words_of_list("object_heads")


def is_new_phrase(text: Words, i: int, first: int) -> bool:
    """Tell whether a noun phrase ends with word i, so that another begins behind it.

    «مع المسؤولين المصريين "مخاوف" واشنطن»: behind the article one without; «اتهم تقرير أممي الجيش»: the other way.
    """
    word, after = text.folded[i], text.folded[i + 1]
    if text.sentences[i] != text.sentences[first] or is_date(text, i):
        return True
    if after in THEN:
        return False  # «الرئيس الأميركي حينها دونالد ترامب»
    if (word in INDEFINITE and after.startswith(ARTICLE)) or (word in REGIONS and not after.startswith(ARTICLE)):
        return True  # «أمهل قادة غرب أفريقيا جيش النيجر»
    if word.endswith(("ي", "يه")) and word in demonyms.forms() and is_noun_behind(word, after):
        return True  # «رفضت محكمة بريطانية تسليم أسانج»
    many = is_sound_plural(word) or (word.endswith("ون") and word in ACTING)
    many = many or (word in COMMUNITIES and word_before(text, i) in PARTS)  # «اتهم نواب أكراد فصائل مسلحة»
    if many and not after.endswith(("ون", "ين")):
        return True
    if word in capitals() and after.removeprefix(ARTICLE) in words("holder") and preposition_at(text.folded[i - 1]):
        return True  # «قابل في باريس وزير الدفاع سيباستيان لوكورنو»
    if word.startswith(ARTICLE) and word.endswith("ه") and after.removeprefix(ARTICLE) in words("holder"):
        return True  # «انتقد نواب المعارضة وزير الداخلية»
    if after in heads_of_places() and (word.startswith(ARTICLE) or word in demonyms.forms()):
        return True  # «قصفت الطائرات التركية مدينة عفرين»
    if after.startswith((ARTICLE, "لل")) or not word.startswith((ARTICLE, "لل")):
        return False
    return i + 1 < first or after in GROUPS | bodies()  # «طردت القوات الموالية مسلحي الحركة»، «اتهم المصدر حزب الله»


@cache
def capitals() -> frozenset[str]:
    """Return the names of one word of the capitals of all states, folded."""
    names = (name for row in lists.rows("countries") for name in lists.parts(row["capital_names"]))
    return frozenset(folded(name) for name in names if " " not in name)


def is_date(text: Words, i: int) -> bool:
    """Tell whether a month ends a date (اتهم الرئيس في مارس خصمه); not in a name (عضو قوى 14 آذار)."""
    return text.folded[i] in MONTHS and any(preposition_at(led) for led in text.folded[max(0, i - 2) : i])


@cache
def bodies() -> frozenset[str]:
    """Return the nouns with which the name of a body may begin (حزب، حركة، وزارة)."""
    rows = lists.rows("pointing_nouns")
    return frozenset(row["word"].removeprefix(ARTICLE) for row in rows if "introduced" in row["kind"])


def is_noun_behind(word: str, after: str) -> bool:
    """Tell whether what stands behind an indefinite demonym is no second one, and so begins a phrase."""
    return not word.startswith(ARTICLE) and after not in demonyms.forms()


def is_joined_adjective(text: Words, i: int) -> bool:
    """Tell whether «و» joins word i to an adjective, so that it ends its phrase (منظمات دولية وحقوقية جماعة الحوثي)."""
    beside = text.folded[i - 1 : i + 1]
    return len(beside) == 2 and beside[1].startswith("و") and all(word.endswith("يه") for word in beside)


def under_clitic(text: Words, i: int, clitic: str, ends: frozenset[int]) -> tuple[int, str | None]:
    """Return first word and preposition of a noun phrase behind a clitic, of «مسؤول بالحركة» those of the whole."""
    noun = text.folded[i][1:].removeprefix(ARTICLE)  # «أطاح ضباط بالرئيس محمد بازوم»، «جندي تركي بنيران الحزب»
    whole = part_of_whole(text, i, ends) if clitic == "ب" and noun not in NO_WHOLE else None
    return (i, clitic) if whole is None else whole_start(text, whole, ends)


def part_of_whole(text: Words, preposition: int, ends: frozenset[int]) -> int | None:
    """Return the noun before a preposition that stands for the whole behind it (وفد من، عدد من، متحدث باسم), if any."""
    named = LEADING[text.folded[preposition]][1]
    for i in range(preposition - 1, max(-1, preposition - 1 - PART_WITHIN), -1):
        if not follows(text, i) or i in ends:
            return None
        if not APPOSED.isdisjoint(text.folded[max(0, i - 2) : i]):
            return None  # «وهو أكبر مسؤول في إدارة بايدن» tells of the name before
        if text.folded[i].endswith("ون") and any(word.endswith("ا") for word in text.folded[i + 1 : preposition]):
            return None  # «خطف مسلحون صحفيا في سوريا»
        if text.folded[i] in MEMBERS and follows(text, i - 1) and not is_finite(word_before(text, i)):
            return None  # «تركيا العضو في حلف شمال الأطلسي رفضت»
        definite = text.folded[i].removeprefix("و").startswith(ARTICLE)
        many = text.folded[i].removeprefix("و") in MANY  # «العشرات من المتمردين»
        if definite and not many and named not in ("عن", "في", "باسم"):
            return None  # «انسحاب القوات المقاتلة من العراق»، «يلتقي الوفد بوزير الخارجية»
        counted = named == "من" and i == preposition - 1 and is_number(text.folded[i])  # «القبض على 5 من الإخوان»
        if counted or not PARTS.isdisjoint(bare_forms(text.folded[i])):
            return None if is_unit_of_state(text, i, preposition) else i
    return None


def is_unit_of_state(text: Words, i: int, preposition: int) -> bool:
    """Tell whether a demonym says whose a force is, which so is no part of a place (قوة إسرائيلية في ريف القنيطرة)."""
    unit = text.folded[i] in UNITS and text.folded[preposition] == "في"
    return unit and any(word in demonyms.forms() for word in text.folded[i + 1 : preposition])


def whole_start(text: Words, part: int, ends: frozenset[int]) -> tuple[int, str | None]:
    """Return first word and preposition of a noun phrase whose first noun is a part of the actor named behind it."""
    clitic = clitic_of(text.folded[part])
    if clitic is not None and text.folded[part] not in words("part"):
        return part, clitic
    return phrase_start(text, part, 0, ends)


def is_sound_plural(word: str) -> bool:
    """Tell whether a word is a plural of people that stands in no genitive with what follows (يتهم معارضون فلانا)."""
    definite = word.startswith((ARTICLE, "و" + ARTICLE)) and not word.endswith("ون")  # «اتهم المتمردون الحكومة»
    if len(word) < 5 or definite or not word.endswith(("ون", "ين")):
        return False
    other = word[:-2] + ("ين" if word.endswith("ون") else "ون")
    return frequency.of(other) > max(0.05, frequency.of(word) / 50)


def preposition_at(word: str) -> str | None:
    """Return what a word counts as among the prepositions, with or without its conjunction."""
    return written_prepositions().get(word)


@cache
def written_prepositions() -> dict[str, str]:
    """Return the prepositions with and without a conjunction, and what each counts as."""
    joined = {before + word: named for before in ("و", "ف") for word, named in prepositions().items()}
    return joined | prepositions()


def under_l(before: str) -> str | None:
    """Return what «ل» stands for behind a word: «وفقا لوزارة الصحة» only says so, «يمكن لإيران أن» makes a subject."""
    return next((under for kind, under in UNDER_L if before in words(kind)), "ل")


@lru_cache(maxsize=200_000)
def clitic_of(word: str) -> str | None:
    """Return the preposition or conjunction written onto a noun: ب, ل, ك, "" for و; None when it bears none."""
    if word in SHORT_BOUND:
        return word[0]
    if len(word) < 4 or word[0] not in "وبلكف" or word in NOT_CLITIC:
        return None
    rest = ARTICLE + word[2:] if word.startswith("لل") else word[1:]
    if word[0] == "و" and len(word) > 5 and not frequency.of(word):
        return ""  # a rare noun: «ومتمردي حركة طالبان»
    if frequency.of(rest) < max(frequency.of(word), 0.05) and rest not in IN_NEED:
        return None
    return "" if word[0] in "وف" else word[0]


def leading(word: str) -> tuple[bool, str | None, str | None]:
    """Tell whether a word ends a noun phrase to the left, the preposition that it is, and the one written onto it."""
    named = "" if word == "و" else preposition_at(word)  # «داعش» و«العمال الكردستاني»
    closes = any(word in some for some in (NO_NOUN, WITH_PRONOUN, EXCHANGE, ENDS, ADVERBS))
    return closes or is_finite(word), named, clitic_of(word)


LEADING = ByWord(leading)


@cache
def prepositions() -> dict[str, str]:
    """Return the words that govern a name, with the preposition each counts as."""
    return {row["word"]: row["as"] for row in lists.rows("prepositions")}
