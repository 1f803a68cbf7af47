"""Whether an act is one of many on many days, or of a time long past, and so has no day of its own."""

from analysis.arabic import numbers
from analysis.arabic.phrases import ARTICLE, Words, follows, places, word_before
from analysis.events.parties import Scene, bounds, breaks
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger
from analysis.events.types import SPOKEN

YEARS = range(1900, 2101)  # numbers that are no count of acts
SPEECH = (*SPOKEN, "CONCEDE")
NEAR = 8  # words before an act in which such words count for it
OPENING = 4  # words of a sentence in which they count for the whole of it
OFTEN_REACH = 20  # words behind an act in which «مرارا» counts for it
STRETCH = words("stretch")
PERIODS = words("periods")
LONG = STRETCH | PERIODS
PAST = words("past")
POINTING = words("pointing")
OFTEN = words("often")
ONCE = words("once")
EVER = frozenset(("سبق", "وسبق"))
EVER_REACH = 4  # words from «سبق» to its act at most
THEN = frozenset(("في", "خلال", "اثناء", "ابان", "فتره", "طوال", "طيله"))
RULES = words("rules")
SINCE = frozenset(("منذ", "مذ"))
FIRST = words("first_time")
CLAUSES = words("new_clause")
LATELY = frozenset(("مؤخرا", "موخرا", "سابقا", "حديثا"))
UNCOUNTED = frozenset(("اسابيع", "اشهر", "شهور", "سنوات", "اعوام", "سنين", "عقود"))
AT_ITS_END = frozenset(("ختام", "اختتام", "خلال", "اثناء", "عقب"))  # «في ختام جولة من المحادثات»: the one just held
ROUND = 4  # words from such a word to «من» at most
SUBMITTED = 8  # words from «تقدم» over who does it to «بطلب» at most
NTH = ("ثاني", "ثالث", "رابع", "خامس", "سادس", "سابع", "ثامن", "تاسع", "عاشر", "عشر")
MANY_DAYS = OFTEN | LONG | ONCE | SINCE


def is_series(scene: Scene, trigger: Trigger, sentence: tuple[int, int]) -> bool:
    """Tell whether an act is one of many on many days: counted (28 طلبا), «مرارا», «في السنوات الأخيرة»."""
    text, (a, b) = scene.text, sentence
    near, far = max(a, trigger.first - NEAR), min(b, trigger.last + OFTEN_REACH) + 1
    if trigger.first > a and word_before(text, trigger.first).isdigit() and trigger.form.entry.type in SPEECH:
        return True
    if is_answered(scene, trigger) or is_of_round(scene, trigger):
        return True
    if MANY_DAYS.isdisjoint(text.folded[near:far]) and MANY_DAYS.isdisjoint(text.folded[a : a + OPENING]):
        return False
    if any(is_long_ago(scene, i, trigger) for i in places(text, ONCE, near, far)):
        return True
    often = (i for i in places(text, OFTEN, trigger.last + 1, far) if not is_nth(text.folded[max(0, i - 2) : i + 1]))
    if any(breaks(text, trigger.last, i) <= 2 for i in often) or is_since_vague(scene, trigger, a):
        return True
    if any(breaks(text, i, trigger.first) == 0 for i in places(text, LATELY, near, trigger.first)):
        return True
    opening = places(text, LONG, a, min(a + OPENING, near))  # «وفي السنوات الماضية تعرضت المقار لهجمات»
    if any(is_long(scene, i) for i in (*places(text, LONG, near, trigger.first), *opening)):
        return True
    if trigger.form.tense not in FINITE and is_since(scene, trigger, far):
        return True
    behind = (i for i in places(text, PERIODS, trigger.last + 1, far) if not breaks(text, trigger.last, i))
    return any(is_long(scene, i) for i in behind)


def is_of_round(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether talks are those of which a round or a time is told (جولة أخرى من المحادثات، شهور من التفاوض)."""
    if trigger.form.entry.type != "CONSULT" or trigger.form.tense in FINITE or trigger.form.entry.mode == "visit":
        return False
    of = trigger.first - 1 - (word_before(scene.text, trigger.first) in POINTING)
    led = scene.text.folded[of] == "من" and trigger.first > 1 and not breaks(scene.text, of, trigger.first)
    return led and AT_ITS_END.isdisjoint(scene.text.folded[max(0, of - ROUND) : of])


def is_nth(said: list[str]) -> bool:
    """Tell whether words count the days in a row of which this is one (للجمعة الثالثة على التوالي)."""
    return said[1:] == ["علي", "التوالي"] and (said[0].removeprefix("ال").removesuffix("ه") in NTH)


def is_since_vague(scene: Scene, trigger: Trigger, a: int) -> bool:
    """Tell whether a noun tells what is done since a time that is not counted (صعدت منذ أسابيع قصفها)."""
    if trigger.form.tense in FINITE:
        return False
    near = places(scene.text, SINCE, max(a, trigger.first - OFTEN_REACH), trigger.first)
    return any(scene.text.folded[i + 1] in UNCOUNTED and breaks(scene.text, i, trigger.first) <= 2 for i in near)


def is_answered(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a request is one at which somebody acts, and came before (زار القاهرة أمس بدعوة من الرئيس)."""
    if trigger.form.entry.type != "REQUEST" or trigger.form.tense in FINITE:
        return False
    led = scene.text.folded[trigger.first][: trigger.cut].endswith("ب")
    if any("تقدم" in word for word in scene.text.folded[max(0, trigger.first - SUBMITTED) : trigger.first]):
        return False  # «تقدمت السويد بطلب»
    return led or word_before(scene.text, trigger.first).removeprefix("و") in ("تلبيه", "استجابه")


def is_since(scene: Scene, trigger: Trigger, far: int) -> bool:
    """Tell whether acts are counted from one on (خاض البلدان ثلاث حروب منذ الاستقلال), and none is the first since."""
    since = next(iter(places(scene.text, SINCE, trigger.last + 1, far)), None)
    if since is None or breaks(scene.text, trigger.last, since):
        return False
    between = range(trigger.last + 1, since)
    if any(i in scene.verbs or scene.text.folded[i] in CLAUSES for i in between):
        return False
    return FIRST.isdisjoint(scene.text.folded[max(0, trigger.first - NEAR) : since])


def is_long_ago(scene: Scene, i: int, trigger: Trigger) -> bool:
    """Tell whether words tell an act of a time long past (سبق أن هاجم، في الماضي، في عهد الرئيس، أثناء حكمه)."""
    text = scene.text
    if text.folded[i] in EVER:
        if not any(word.startswith(("ان", "وان", "ل")) for word in text.folded[i + 1 : i + 2]):
            return False  # «سبق القصف اجتماع»
        return trigger.first - EVER_REACH <= i < trigger.first and not breaks(text, i, trigger.first)
    if word_before(text, i) not in THEN and word_before(text, i).removeprefix("و") not in THEN:
        return False
    if i < trigger.first:  # «وخلال ولايته الأولى انسحب من الاتفاق»
        return text.folded[i] in RULES and i - text.spans[text.sentences[i]][0] <= 1 and trigger.form.tense == "perfect"
    return not breaks(text, trigger.last, i)


def is_long(scene: Scene, i: int) -> bool:
    """Tell whether a word for a time begins one that is not measured (الأعوام القليلة الماضية، على مدى أشهر)."""
    return scene.text.folded[i] in STRETCH or not PAST.isdisjoint(scene.text.folded[i + 1 : i + 3])


def quantity(text: Words, trigger: Trigger) -> float | None:
    """Return the number that stands directly before a noun and counts its acts (خمسين هجوما), else None."""
    before = trigger.first - 1
    if trigger.form.tense in FINITE or trigger.cut or text.folded[trigger.first].startswith(ARTICLE):
        return None  # «مقاتلات إف 16 قصفت»، «القرار 660 بالانسحاب»
    if before < bounds(text, trigger.first)[0] or not numbers.is_number(text.folded[before]):
        return None
    if not follows(text, before):
        return None  # «1 – الموافقة على …»
    a = text.starts[max(0, trigger.first - 3)]
    found = list(numbers.find(text.text[a : text.starts[trigger.first]]))
    if not found or a + found[-1].end < text.ends[before] or found[-1].value in YEARS:
        return None  # «في نوفمبر 2024 واعتداء …»
    return float(found[-1].value)
