"""Words of an article -> the words that may tell an act, each as the form that its neighbours make it."""

import re
from functools import reduce
from itertools import zip_longest
from operator import or_
from typing import NamedTuple

from analysis.arabic.finite import is_imperfect
from analysis.arabic.phrases import ARTICLE, Words, folded, follows, start_behind, word_before_in_sentence
from analysis.events.candidates import BEGINS, TELLS, candidates
from analysis.events.forms import Form
from analysis.events.noun_phrases import written_prepositions
from analysis.events.options import FINITE as FINITE  # the rules on acts read the tenses here
from analysis.events.options import NOMINAL as NOMINAL
from analysis.events.options import NOTHING, Option, Reader, sum_of
from analysis.events.options import VERBAL as VERBAL
from analysis.events.owed import owing
from analysis.events.sets import words
from analysis.events.types import FORCED, SPOKEN
from analysis.lists import demonyms

NEAR = 9  # words before a trigger within which a `needs` word must stand
FAR = 12  # the same behind it, a subject between
FARTHER = 18  # the same behind it, over subject and object, where «ب» leads it in
AS = frozenset(("بانه", "بانها", "بانهم"))  # lead in what somebody calls somebody
BESIDE = 2  # words within which an `unless` word spoils the trigger
ANNOUNCED = 11  # words between a verb and a noun of action that is its object at most
ENDS_OBJECT = words("ends_object")
CONDITION = 8  # words from «إذا» to an act of its clause at most
CONDITIONS = frozenset(("اذا", "واذا", "لو", "ولو", "هل", "وهل", "فهل", "سواء"))
IN_CASE = ["في", "حال"]
UNLESS = (("ما", "لم"), ("ان", "لم"))
CLAUSE_END = re.compile(r"[،,؛;:.!?؟…\n()\[\]]| [-–—] ")
HYPOTHETICAL = words("hypothetical")
ANY = frozenset(("اي", "باي", "لاي"))
ANYBODY = frozenset(("شخص", "فرد", "احد", "مواطن", "دوله", "طرف", "جهه", "بلد", "فصيل", "موظف", "سفينه", "طائره"))
NOUN_AFTER = words("noun_after")
ALIKE = ("قصف", "دعم")  # acts whose noun is written like the verb, and that are not done to a man
TAKE_NOUN = words("take_noun")
NOUN_BEHIND = TAKE_NOUN | words("attacking")  # the last with an attack as their subject
NO_VERB = words("no_verb") | words("needing") | words("wanting")  # before «يتعين بحث برنامج الصواريخ»
BEFORE_VERB = frozenset(("قد", "وقد", "ان", "كما", "حيث", "ثم", "ما", "اللذان", "اللذين", "لم"))
HEADS = words("action_heads")
NO_NOUN = words("no_noun_of_act")
VERB_AFTER = frozenset(("بعد", "وبعد", "سبق", "وسبق", "يسبق", "منذ", "الي", "الا", "لولا", "بمجرد"))  # «بعد أن» …


class Trigger(NamedTuple):
    """A word that tells an act, as the form that its neighbours make it."""

    first: int
    last: int
    cut: int  # letters of proclitics cut off, the future س not among them
    form: Form
    future: bool
    verb: int | None = None  # the first word of a verb that carries the noun (لم تتوصل إلى اتفاق)
    light: "Trigger | None" = None  # that verb, where it tells the act as well (استهدف الجيش البلدة بغارة)


class Signs(NamedTuple):
    """What the words of an article show: the sets of which each helps an act near it, and those that spoil one."""

    helps: list[int]
    spoils: dict[str, int]


def triggers(text: Words, forms: Reader, helps: list[int]) -> list[Trigger]:
    """Return the words of an article that may tell acts, in text order; `helps` is what `forms` says of each word."""
    found, free = [], 0
    spelt = [*text.folded, ""]
    helped, signs = reduce(or_, set(helps), NOTHING), Signs(helps, forms.spoils)
    for i in candidates(text, TELLS | BEGINS):
        if i < free:
            continue
        alone, before, needed = forms.options[spelt[i]]
        options = before.get(spelt[i + 1], alone) if before else alone
        if not options or not needed & helped:
            continue
        able = triggers_at(text, i, options, signs)
        if able and not is_hypothetical(text, i):
            found.append(best(text, able, forms) if len(able) > 1 else able[0])
            free = found[-1].last + 1
    return found


def triggers_at(text: Words, i: int, options: tuple[Option, ...], signs: Signs) -> list[Trigger]:
    """Return every reading of word i as a trigger; a whole word is not taken apart."""
    found, least = [], None
    alone, before = shown(text, (i, i), signs), word_before_in_sentence(text, i)
    no_verb = before in NO_VERB
    for cut, form, future, bare, needs, shuns in options:
        if (least is not None and cut > least) or (bare and text.text[text.ends[i] - 1] == "ة"):
            continue
        nominal = not cut and form.tense in FINITE and (no_verb or is_object(text, i, form))
        if nominal and not is_like_its_noun(form, text.folded[i]):
            continue  # «إلى تفاقم الأزمة», «على وقع الخلاف»
        last = phrase_end(text, i, form.rest) if form.rest else i
        if last is not None:
            least = cut
            near, beside = alone if last == i else shown(text, (i, last), signs)
            able = (
                not needs or needs & near or is_of_state(text, last, form) or needs & far_off(text, last, form, signs)
            )
            if able and not shuns & beside:
                form_here = form._replace(tense="noun") if nominal else form  # «عن حل نفسها»
                found.append(Trigger(i, last, cut, form_here, future))
    return found


def is_object(text: Words, i: int, form: Form) -> bool:
    """Tell whether a perfect written like its noun is what a verb before it judges (استنكرت النهضة سجن الغنوشي)."""
    return form.entry.type in FORCED and is_like_its_noun(form, text.folded[i]) and is_announced(text, i)


def is_of_state(text: Words, last: int, form: Form) -> bool:
    """Tell whether a demonym right behind a noun says whose act it is, so that it needs no other word (تأهب روسي)."""
    if form.tense != "noun" or form.pronoun or form.entry.word not in words("told_by_demonym"):
        return False
    return follows(text, last) and text.folded[last + 1] in demonyms.forms()


def is_like_its_noun(form: Form, word: str) -> bool:
    """Tell whether a perfect is written as its verbal noun, and can stand for it (عن دعم الحلفاء; not: قاتل، حرض)."""
    return form.tense == "perfect" and folded(form.entry.word) == word and word[1] != "ا" and word not in NO_NOUN


def shown(text: Words, place: tuple[int, int], signs: Signs) -> tuple[int, int]:
    """Return the sets of words of which one stands near a trigger in its sentence, and those beside it, as bits."""
    first, behind = place[0], place[1] + 1
    a, b = text.spans[text.sentences[first]]
    near = signs.helps[max(a, first - NEAR) : first] + signs.helps[behind : min(b, behind + FAR)]
    before = text.folded[max(0, first - BESIDE) : first]
    if len(before) == BESIDE and before[0] in written_prepositions():
        before = before[1:]  # «حلت الجمعية في 2016 وسجنت زعيمها»: «في» has its noun
    beside = before + text.folded[behind : behind + BESIDE]
    return reduce(or_, filter(None, near), 0), sum_of(signs.spoils.get, beside)


def far_off(text: Words, last: int, form: Form, signs: Signs) -> int:
    """Return the sets of words of which one is led in by «ب» far behind a verb and its object (أمر … بفتح تحقيق)."""
    if form.tense not in FINITE or "direct" not in form.entry.object:
        return 0
    far = range(last + 1 + FAR, min(text.spans[text.sentences[last]][1], last + 1 + FARTHER))
    led = (i for i in far if text.folded[i].startswith("ب") or text.folded[i - 1] in AS)
    return reduce(or_, (signs.helps[i] for i in led), 0)


def phrase_end(text: Words, i: int, rest: tuple[str, ...]) -> int | None:
    """Return the index of a phrase's last word, or None when its further words do not follow."""
    words = text.folded[i + 1 : i + 1 + len(rest)]
    for j, (wanted, word) in enumerate(zip_longest(rest, words), i):
        if (word != wanted and word != ARTICLE + wanted) or not follows(text, j):
            return None
    return i + len(rest)


def is_hypothetical(text: Words, first: int) -> bool:
    """Tell whether a trigger stands under a condition or counts nothing (إذا طلبت، أي هجوم)."""
    before = text.folded[max(0, first - 2) : first]
    if not HYPOTHETICAL.isdisjoint(before) or (bool(before) and before[-1] in ANY):
        return True
    if len(before) == 2 and is_of_any(before, text.folded[first]):
        return True
    if tuple(before) in UNLESS:
        return True  # «ما لم تتوقف عن القصف»
    return (before == ["كل", "من"] and text.folded[first][:1] in "يت") or is_under_condition(text, first)


def is_of_any(before: list[str], word: str) -> bool:
    """Tell whether a verb says what any of a kind does (أي هجوم يستهدف مواطنيها، كل دولة تدعم، أي شخص سجن)."""
    quantifier, noun = before
    if quantifier in ANY:
        return word[:1] in "يت" or (noun in ANYBODY and not word.startswith(ARTICLE))
    return quantifier == "كل" and noun in ANYBODY and word[:1] in "يت"


def is_under_condition(text: Words, first: int) -> bool:
    """Tell whether a condition begins shortly before, in one clause (إذا لم يتم التوصل إلى اتفاق)."""
    near = text.folded[max(0, first - CONDITION) : first]
    if CONDITIONS.isdisjoint(near) and "حال" not in near:
        return False
    for i in range(max(0, first - CONDITION), first):
        if text.folded[i] in CONDITIONS or text.folded[max(0, i - 1) : i + 1] == IN_CASE:
            return not CLAUSE_END.search(text.text[text.ends[i] : text.starts[first]])
    return False


def best(text: Words, options: list[Trigger], forms: Reader) -> Trigger:
    """Return the reading that the neighbours speak for: longest, needing a word, noun or verb, its word the nearest."""
    now = any(option.form.tense == "imperfect" for option in options)  # «تناقش الهيئة العليا»
    noun = nominal_position(text, options[0]) or (not now and is_headed(text, options[0]))
    leads = text.folded[max(0, options[0].first - 2) : options[0].first]
    done = leads[-1:] == ["ان"] and leads[0] in VERB_AFTER  # «بعد أن انهارت الهدنة»
    return max(
        options,
        key=lambda option: (
            option.last,
            bool(option.form.entry.needs),
            (option.form.tense in ("noun", "participle")) == noun,
            done and option.form.tense == "perfect",
            -distance(text, option, forms),
        ),
    )


def distance(text: Words, trigger: Trigger, forms: Reader) -> int:
    """Return how far off the nearest word stands that a trigger needs, in half words; one behind it is nearer."""
    wanted = trigger.form.entry.needs
    if not wanted:
        return 0
    for i in range(1, FAR + 1):
        for far, j in ((2 * i - 1, trigger.last + i), (2 * i, trigger.first - i)):
            if 0 <= j < len(text.folded) and forms.needed[wanted] & forms.helps[text.folded[j]]:
                return far
    return 2 * FAR + 1


def nominal_position(text: Words, trigger: Trigger) -> bool:
    """Tell whether a form that verb and noun share stands where only a noun can."""
    word, before = text.folded[trigger.first], word_before_in_sentence(text, trigger.first)
    if trigger.cut and word[trigger.cut - 1] in "بلك":
        return True
    if word[trigger.cut :].startswith(ARTICLE):
        return True
    beside = is_imperfect(before) and (trigger.form.pronoun or follows(text, trigger.first - 1))
    if beside or not NOUN_AFTER.isdisjoint((before, before.removeprefix("و"))):
        return True  # «سيمنع رفض الاتفاق رفع العقوبات»
    if before.removeprefix("و") in NOUN_BEHIND:
        return True  # «القوات واصلت قصف المدينة»: no verb stands right behind another
    if before == "ان":
        # «إن قصف المدن جريمة», but «بعد أن قصف المدن»
        return trigger.first < 2 or text.folded[trigger.first - 2] not in VERB_AFTER
    announced = is_indefinite_object(text, trigger, before) or is_announced(text, trigger.first)
    announced = announced or owing(text, trigger.first) is not None
    head = before in HEADS or (before[:1] == "ب" and before[1:] in HEADS)  # «علم بخطة قتل الزعيم»
    return head or announced or is_of_a_state(text, trigger)


def is_headed(text: Words, trigger: Trigger) -> bool:
    """Tell whether a sentence begins with a noun, as what is feminine behind it shows (توغل القوات داخل الحدود).

    A verb that begins its sentence agrees with its subject: «توغلت القوات».
    """
    if word_before_in_sentence(text, trigger.first) or trigger.cut or text.folded[trigger.first].endswith("ت"):
        return False
    behind = text.folded[trigger.last + 1] if follows(text, trigger.last) else ""
    if behind in words("describes_noun") or (behind == "من" and trigger.form.entry.type == "REJECT"):
        return True  # «رفض تام من حماس»
    feminine = behind.endswith(("ات", "ه", "يين")) and behind not in words("men")
    return behind == "قوات" or (behind.startswith(ARTICLE) and feminine)


def is_of_a_state(text: Words, trigger: Trigger) -> bool:
    """Tell whether an indefinite demonym says whose an act is: «رفض مصري», «قصف تركي»; not «قتل سوري», a man."""
    if trigger.form.entry.type not in SPOKEN and trigger.form.entry.word not in ALIKE:
        return False
    word = text.folded[trigger.last + 1] if follows(text, trigger.last) else ""
    known = demonyms.forms() if word.endswith("ي") else {}
    return word in known and not (word.startswith(ARTICLE) and word[2:] in known)


def is_indefinite_object(text: Words, trigger: Trigger, before: str) -> bool:
    """Tell whether a word in «ا» is an indefinite object (ستقدم دعما), not what two people did (الوزيران بحثا)."""
    word = text.folded[trigger.first]
    if not word.endswith("ا") or before.isdigit():
        return False
    if "\N{ARABIC FATHATAN}" in text.text[text.starts[trigger.first] : text.ends[trigger.first]]:
        return True
    behind = text.folded[trigger.last + 1] if follows(text, trigger.last) else ""
    ours = word.endswith("نا") and word[trigger.cut : -1] != folded(trigger.form.entry.word)  # not «تضامنا مع غزة»
    opens = not before and word.endswith("نا") and not ours  # «وتضامنا مع غزة، خرجت مظاهرات»
    dual = (trigger.cut > 0 and not opens) or before.endswith(("ان", "ين", "هما")) or before in BEFORE_VERB
    dual = dual or behind.startswith(ARTICLE)  # «الرئيسان بحثا الأزمة»
    return not (dual or ours)


def is_announced(text: Words, first: int) -> bool:
    """Tell whether a verb that takes a noun stands shortly before (أعلنت فرنسا سحب قواتها، دانت الحركة قتل الفتى)."""
    for i in range(first - 1, max(-1, first - ANNOUNCED), -1):
        if text.sentences[i] != text.sentences[first] or text.folded[i] in ENDS_OBJECT:
            return False
        verb = text.folded[i].removeprefix("و")
        if verb in TAKE_NOUN or (verb in words("asks_noun") and follows(text, first - 1)):
            return True
    return False


def is_noun_announced(text: Words, i: int) -> bool:
    """Tell whether a word that may be a verb is the noun that somebody announces (أعلنت السعودية منح اليمن وديعة)."""
    return text.folded[i] in words("verb_or_noun") and is_announced(text, i)


def place_of(text: Words, trigger: Trigger) -> tuple[int, int]:
    """Return start and end of a trigger in characters, behind its proclitics."""
    return start_behind(text, trigger.first, trigger.cut), text.ends[trigger.last]
