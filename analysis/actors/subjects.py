"""Verbs of saying -> who their subject is: the actor or the words behind it, the actor that opens its clause."""

import re
from bisect import bisect_left
from typing import NamedTuple

from analysis import lists
from analysis.actors import sayers
from analysis.actors.kinds import given_names, of_kind, prepositions
from analysis.actors.namings import titles
from analysis.arabic import function_words
from analysis.arabic.phrases import ARTICLE, Words, folded
from analysis.lists import demonyms

BREAK = re.compile(r"[.:;؛!؟?\n«»\"“”]|،")  # between a verb and its subject none of these stands
LONGEST_SUBJECT = 12  # words
QUOTES = '"“”«» '
LAST_OF_NO_NAME = "ا0123456789"  # «وقال أيضا»، «وقال عام 1990»
SHORT_NAME = 2  # words of a subject whom no list has
HANGING = frozenset("لب")  # prepositions of one letter that marks part from their word
LAST = "the one before"
RELATIVES = frozenset(("الذي", "التي", "الذين", "اللذان", "اللتان", "اللذين", "اللتين"))
MARKS = 8  # characters; so many more than the name between marks are speech, fewer the marks and a title


class Speaker(NamedTuple):
    """Who says something: an actor of the list, or the words that the text has for somebody who is not in it."""

    actor: dict | None
    words: str | None
    verb: str | None
    rule: str


class Scene(NamedTuple):
    """One article: its words, the places of its quotations, and its mentions by the word they begin with."""

    text: Words
    marked: list[tuple[int, int]]
    named: dict[int, dict]
    country: dict[str, str]


NOBODY = Speaker(None, None, None, "no speaker found")


def word_at(text: Words, offset: int) -> int:
    """Return the index of the word that an offset lies in, or of the next one."""
    return bisect_left(text.ends, offset + 1)


def subject(article: Scene, verb: int, last: Speaker) -> Speaker:
    """Return who is the subject of a verb of saying."""
    relayed = relay(article, verb)
    if relayed is LAST:
        return last._replace(rule="the speaker before") if last.words else NOBODY
    behind = relayed or actor_right_before(article, verb) or subject_behind(article, verb)
    before = subject_before(article, verb) if not isinstance(behind, dict) else None
    if isinstance(behind, dict) or before:
        actor, rule = (before, "subject before the verb") if before else (behind, "subject behind the verb")
        return Speaker(actor, actor["matched"], None, rule)
    if behind and (not is_title(article, verb + 1) or has_given_name(behind)):
        return Speaker(None, behind, None, "speaker not in the list")
    other = stranger(article, verb) or body(article, verb, last)
    if other or (behind and not fits_state(article, verb + 1, last)):
        return Speaker(None, other or behind, None, "speaker not in the list")
    return last._replace(rule="the speaker before") if last.words else NOBODY


def stranger(article: Scene, verb: int) -> str | None:
    """Return the words of a subject whom no list has, right behind a verb that only says: «وأضاف شي: «ندعو …»»."""
    text, first = article.text, verb + 1
    word = text.folded[verb]
    if word.removeprefix("و") not in of_kind("says") or first >= len(text.folded):
        return None
    near = range(first, min(first + SHORT_NAME, len(text.folded) - 1))
    last = next((j for j in near if is_speech(article, j + 1)), None)
    if last is None or ends_subject(article, first) or is_title(article, first):
        return None
    named = text.folded[first : last + 1]
    if any(word in function_words.forms() or word[-1] in LAST_OF_NO_NAME for word in named):
        return None  # «وأضاف في بيان»
    # «وقال للوكالة»، «وقال قائلا»
    return None if named[0].startswith(("ل", "قائل")) else text.text[text.starts[first] : text.ends[last]]


def body(article: Scene, verb: int, last: Speaker) -> str | None:
    """Return the feminine noun behind a feminine verb where a person spoke before: «وطالبت الفرقة» is not he."""
    text, first = article.text, verb + 1
    if (
        last.actor is None
        or last.actor["kind"] != "person"
        or first >= len(text.folded)
        or ends_subject(article, first)
    ):
        return None
    word = text.folded[first]
    is_feminine = text.folded[verb].endswith("ت") and word.startswith(ARTICLE) and word.endswith("ه")
    return text.text[text.starts[first] : text.ends[first]] if is_feminine and word not in titles() else None


def is_speech(article: Scene, j: int) -> bool:
    """Tell whether a quotation begins with word j."""
    return any(
        start <= article.text.starts[j] < end and article.text.starts[j] - start <= 1 for start, end in article.marked
    )


def actor_right_before(article: Scene, verb: int) -> dict | None:
    """Return the actor whose name ends right before a verb that no «و» joins: «الولايات المتحدة تعتبر …»."""
    text = article.text
    if (
        not verb
        or text.folded[verb][0] in "وف"
        or BREAK.search(text.text[text.ends[verb - 1] : text.starts[verb]].strip('"»”'))
    ):
        return None
    end = text.ends[verb - 1]
    able = (i for i, row in article.named.items() if row["end"] == end and row["use"] == "actor")
    return next((article.named[i] for i in able if is_free(article, i)), None)


def is_free(article: Scene, i: int) -> bool:
    """Tell whether a name stands under no preposition and in no relative clause (أشاد بدور الرياض قائلا)."""
    text, row = article.text, article.named[i]
    if text.starts[i] != row["start"] or (i and (text.folded[i - 1] in HANGING or is_led(text, i))):
        return False
    opening = i
    while opening and not BREAK.search(text.text[text.ends[opening - 1] : text.starts[opening]]):
        opening -= 1
    return RELATIVES.isdisjoint(text.folded[opening:i])


def is_led(text: Words, i: int) -> bool:
    """Tell whether a preposition, or a noun under one, stands right before a word (في بغداد، بدور المملكة)."""
    word, gap = text.folded[i - 1], text.text[text.ends[i - 1] : text.starts[i]]
    hung = word not in function_words.forms() and sayers.hangs(word)  # «لكن» hangs on none
    return not BREAK.search(gap) and (word in prepositions() or hung)


def has_given_name(words: str) -> bool:
    """Tell whether the words for somebody hold a name, and so are no title alone (الناشط صفاء الضاحي)."""
    found = [word for word in folded(words).split() if not word.startswith(ARTICLE)]
    return any(word in given_names() for word in found)


def relay(article: Scene, verb: int) -> dict | str | None:
    """Return whom a medium quotes: «ونقلت رويترز عن أوستن قوله»; LAST for «ونقلت عنه»."""
    text = article.text
    if text.folded[verb] not in of_kind("relay"):
        return None
    for j in range(verb + 1, min(len(text.folded) - 1, verb + LONGEST_SUBJECT)):
        if text.folded[j] in of_kind("said_by"):
            return LAST
        if text.folded[j] == "عن":
            return subject_behind(article, j)
    return None


def subject_behind(article: Scene, verb: int) -> dict | str | None:
    """Return the actor behind a verb, or the words of a subject that is not in the list."""
    text, verb = article.text, behind_hearer(article, verb)
    j = verb + 1
    while j < len(text.folded) and j <= verb + LONGEST_SUBJECT and not ends_subject(article, j):
        if is_acting(article, j):
            if is_told(article, verb, j):
                break
            return article.named[j]
        j += 1
        if j < len(text.folded) and text.folded[j] in RELATIVES:
            break  # «قال العلاق الذي عمل مع العبادي»
    if j == verb + 1:
        return None
    titled = holder(article, verb + 1, j) if text.folded[verb + 1] in titles() else None
    return titled or (sayers.named(text, verb + 1, j) if sayers.is_sayer(text, verb) else None)


def behind_hearer(article: Scene, verb: int) -> int:
    """Return the last word of whom a verb of saying speaks to, right behind it («قال لـ«الحياة» مصدر»), or the verb."""
    text, first = article.text, verb + 1
    if first < len(text.folded) and text.folded[first] in HANGING:
        first += 1
    known = article.named.get(first)
    is_hearer = known and (first > verb + 1 or known["start"] > text.starts[first])
    return word_at(text, known["end"] - 1) if is_hearer else verb


def is_told(article: Scene, verb: int, j: int) -> bool:
    """Tell whether a medium behind a source is whom it speaks to (وأبلغت المصادر والشهود «الشرق الأوسط»)."""
    source = article.text.folded[verb + 1].removeprefix(ARTICLE)
    return j > verb + 1 and article.named[j]["kind"] == "media" and source in of_kind("sayer")


def is_spoken(article: Scene, known: dict) -> bool:
    """Tell whether a name stands in what somebody says, and not alone in marks (وأضاف «نناشد الحكومة العراقية»)."""
    within = (span for span in article.marked if span[0] <= known["start"] and known["end"] <= span[1])
    return any(end - start - (known["end"] - known["start"]) > MARKS for start, end in within)


def is_acting(article: Scene, j: int) -> bool:
    """Tell whether an actor's name begins with word j, nothing hanging on before it: «مصدر لـ«الشرق الأوسط»»."""
    known = article.named.get(j)
    if j and article.text.folded[j - 1] in HANGING:
        return False
    acts = known is not None and known["use"] == "actor" and article.text.starts[j] == known["start"]
    return acts and not is_spoken(article, known)


def holder(article: Scene, first: int, j: int) -> dict | None:
    """Return the person at the end of a title with a preposition in it: مستشار الأمن القومي في العراق قاسم الأعرجي."""
    text = article.text
    ends = of_kind("that") | RELATIVES
    while j < min(len(text.folded), first + LONGEST_SUBJECT) and text.folded[j] not in ends:
        person = is_acting(article, j) and article.named[j]["kind"] == "person"
        gap = text.text[text.ends[j - 1] : text.starts[j]]
        if BREAK.search(gap.strip(QUOTES)) and not (person and gap.strip() == "،"):
            return None
        if person:
            return article.named[j]
        j += 1
    return None


def ends_subject(article: Scene, j: int) -> bool:
    """Tell whether the subject of a verb is over before word j; «نقل عن» and quoted names go on."""
    text = article.text
    gap = text.text[text.ends[j - 1] : text.starts[j]]
    quoted_name = j in article.named and not is_spoken(article, article.named[j])
    quoted_name = quoted_name and not BREAK.search(gap.strip(QUOTES))
    return (
        text.folded[j] in of_kind("end")
        or text.folded[j] in of_kind("that")
        or (bool(BREAK.search(gap.lstrip('»”"'))) and not quoted_name)
    )


def subject_before(article: Scene, verb: int) -> dict | None:
    """Return the actor that opens the clause of a verb: «أوستن قال»، «وكان الرئيس جو بايدن أعلن»."""
    text, j = article.text, verb - 1
    while j >= 0 and not re.search(r"[.:؛!؟\n]", text.text[text.ends[j] : text.starts[j + 1]]):
        j -= 1
    opening = range(j + 1, verb)
    named = [i for i in opening if i in article.named and article.named[i]["use"] == "actor"]
    led = opening and (named[:1] == [opening[0]] or text.folded[opening[0]].removeprefix("و") in of_kind("auxiliary"))
    return article.named[named[0]] if named and led else None


def is_title(article: Scene, i: int) -> bool:
    """Tell whether a word is a definite title that stands for somebody named before: «الوزير»، «المتحدث»."""
    return article.text.folded[i].startswith("ال") and article.text.folded[i] in titles()


def fits_state(article: Scene, i: int, last: Speaker) -> bool:
    """Tell whether a title and its demonym can be the speaker before: «الوزير الأميركي» is no Iraqi."""
    state = demonyms.forms().get(article.text.folded[i + 1]) if i + 1 < len(article.text.folded) else None
    return not state or last.actor is None or lists.slug(article.country.get(last.actor["actor_id"]) or "-") == state
