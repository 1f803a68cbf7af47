"""Which act a date phrase dates: the one whose clause it stands in, or the one it leads in."""

import re
from bisect import bisect_left, bisect_right

from analysis.arabic import dates
from analysis.arabic.phrases import word_before
from analysis.events.newsday import is_over
from analysis.events.parties import HARD_END, RELATIVES, Scene, bounds, breaks
from analysis.events.series import is_answered
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger

MARK = re.compile(r"[،,؛;:]")
RESUMED = frozenset(("بها", "به", "فيها", "فيه"))  # behind a verb, of what a noun describes (تصريحات أدلى بها أمس)
REPORTED = words("reported")
REPORTS = words("reports")
ACCORDING = words("according")
REPORT_REACH = 9  # words from «حسبما أفاد» to the day of the report
FIRST = words("first_time")
SERIES = words("last_of_many")
NEW_CLAUSE = words("new_clause")
DATED_PARTICIPLE = words("dated_participle")
SAYING = words("saying")
THAT = frozenset(("ان", "انه", "انها", "انهم"))
ASIDE = re.compile(r"[،,] ?$")  # before a date between two commas (يتوجه الوزير، فلان، اليوم، إلى طهران)
WAS = frozenset(("كان", "كانت", "كانوا"))
EARLIER = frozenset(("بعد", "قبل"))
CARRIED_REACH = 4  # words from a date to the noun that the verb before it carries at most
BESIDE = 3  # words from a noun to a relative clause on it at most
PARTICIPLE_REACH = 5  # words from a noun to the date of its participle


def sentence_at(scene: Scene, offset: int) -> int:
    """Return the number of the sentence that an offset lies in."""
    return scene.text.sentences[max(0, word_at(scene, offset))] if scene.text.starts else 0


def word_at(scene: Scene, offset: int) -> int:
    """Return the number of the word that an offset lies in."""
    return bisect_right(scene.text.starts, offset) - 1


def owner(scene: Scene, phrase: dates.Found, triggers: list[Trigger], alone: bool) -> Trigger | None:
    """Return the act that a date phrase dates: the nearest before it in its clause, else the nearest behind it."""
    text, number = scene.text, sentence_at(scene, phrase.start)
    inside = [t for t in triggers if text.sentences[t.first] == number and not is_answered(scene, t)]
    after = [trigger for trigger in inside if text.starts[trigger.first] >= phrase.end]
    if previous(scene, phrase) in DATED_PARTICIPLE:
        return of_participle(scene, phrase, inside)
    if is_of_series(scene, phrase):
        return after[0] if after and leads(scene, phrase, after[0]) else None
    before = [t for t in inside if text.ends[t.last] <= phrase.start and reaches(scene, t, phrase, 3 if alone else 1)]
    if is_said_that(scene, phrase):
        before = [t for t in before if t.form.tense in FINITE or t.form.entry.type == "CONSULT"]  # «بعد لقائه أمس أن»
    if after and leads(scene, phrase, after[0]):
        return after[0]
    if is_of_report(scene, phrase):
        return None
    a, here = bounds(text, word_at(scene, phrase.start))[0], word_at(scene, phrase.start)
    if not before and after and is_carried_to(scene, phrase, after[0]):
        return after[0]
    if before or in_relative(scene, range(a, here)):
        return head(before) if before else None
    after = [t for t in after if not is_over(scene, t) and not is_of_another(scene, t, phrase)]
    return after[0] if after and follows_closely(scene, after[0], phrase) else None


def is_of_another(scene: Scene, trigger: Trigger, phrase: dates.Found) -> bool:
    """Tell whether a verb tells of a noun that follows a date (يزور اليوم غوما التي سيطرت عليها الحركة)."""
    relative = trigger.first - 1
    return scene.text.folded[relative] in RELATIVES and relative > word_at(scene, phrase.end - 1) + 1


def is_carried_to(scene: Scene, phrase: dates.Found, trigger: Trigger) -> bool:
    """Tell whether a date stands between a noun and the verb that carries it (التي نفذت أمس ثلاث هجمات)."""
    here = word_at(scene, phrase.start)
    near = trigger.form.tense not in FINITE and trigger.first - word_at(scene, phrase.end - 1) <= CARRIED_REACH
    return near and here - 1 in scene.carriers and not breaks(scene.text, here - 1, trigger.first)


def previous(scene: Scene, phrase: dates.Found) -> str:
    """Return the word before a date phrase; its preposition or «عام» does not count."""
    i = previous_at(scene, phrase)
    return scene.text.folded[i] if i >= 0 else ""


def previous_at(scene: Scene, phrase: dates.Found) -> int:
    """Return the number of that word."""
    i = word_at(scene, phrase.start) - 1
    while i > 0 and scene.text.folded[i] in ("في", "منذ", "يوم"):
        i -= 1
    return i


def head(before: list[Trigger]) -> Trigger:
    """Return the last act, or the one whose genitive it is («حوار التعاون الأمني» is a dialogue)."""
    *_, one, last = [None, *before]
    if one is None or one.last + 1 != last.first or last.cut or one.form.tense != "noun":
        return last
    return one if last.form.tense in ("noun", "phrase") else last


def of_participle(scene: Scene, phrase: dates.Found, inside: list[Trigger]) -> Trigger | None:
    """Return the act that a dated participle describes (الاتفاق الموقع عام 2014), else the noun it leads in."""
    here = word_at(scene, phrase.start)
    nouns = [trigger for trigger in inside if trigger.form.tense not in FINITE]
    described = [trigger for trigger in nouns if 1 <= here - trigger.last <= PARTICIPLE_REACH]
    after = next((trigger for trigger in inside if trigger.first > here), None)
    if described or after not in nouns:
        return described[-1] if described else None
    return after if follows_closely(scene, after, phrase) else None


def leads(scene: Scene, phrase: dates.Found, trigger: Trigger) -> bool:
    """Tell whether only «حينما» and a verb stand between a date phrase and an act (في 29 حزيران، حينما وقع هجوم)."""
    between = scene.text.text[phrase.end : scene.text.starts[trigger.first]]
    led = between.strip(" ،,").split()
    return len(led) in (1, 2) and led[0] in ("حينما", "عندما", "حين")


def is_of_series(scene: Scene, phrase: dates.Found) -> bool:
    """Tell whether a date is that of the last of many acts (هجمات، آخرها في مايو), not «زيارتها الأولى في مايو»."""
    i = previous_at(scene, phrase)
    if i < 1 or scene.text.folded[i] not in SERIES:
        return False
    apart = word_before(scene.text, i) in WAS or breaks(scene.text, i - 1, i)
    return scene.text.folded[i] not in FIRST or bool(apart)


def is_of_report(scene: Scene, phrase: dates.Found) -> bool:
    """Tell whether a date phrase dates the report and not what it tells (في بيان صدر الأربعاء)."""
    words = scene.text.text[max(0, phrase.start - 30) : phrase.start].split()[-1:]
    return (bool(words) and words[0].strip("\N{ARABIC TATWEEL}") in REPORTED) or is_in_report(scene, phrase)


def is_said_that(scene: Scene, phrase: dates.Found) -> bool:
    """Tell whether «أن» follows a date, which is that of the saying (قال شهود على الانفجار الثلاثاء إنهم …)."""
    behind = word_at(scene, phrase.end - 1) + 1
    return behind < len(scene.text.folded) and scene.text.folded[behind] in THAT


def is_in_report(scene: Scene, phrase: dates.Found) -> bool:
    """Tell whether a date stands in a clause on who reports (حسبما أفاد المرصد يوم الأحد، كما ذكرت الجمعة مصادر)."""
    text, here = scene.text, word_at(scene, phrase.start)
    near = range(max(0, here - REPORT_REACH), here)
    said = (i for i in near if text.folded[i] in REPORTS and word_before(text, i) in (*ACCORDING, "ما"))
    return any(not breaks(text, i, here) for i in said)


def reaches(scene: Scene, trigger: Trigger, phrase: dates.Found, marks: int) -> bool:
    """Tell whether a date phrase stands in the clause of an act before it, with no verb of saying between."""
    text = scene.text
    between = text.text[text.ends[trigger.last] : phrase.start]
    marks += bool(trigger.form.tense in FINITE and ASIDE.search(between) and MARK.match(text.text, phrase.end))
    if HARD_END.search(between) or len(MARK.findall(between)) > marks or len(between) > 200:
        return False
    if is_in_quotation(scene, trigger, between):
        return False
    words = range(trigger.last + 1, bisect_left(text.starts, phrase.start))
    if "ففي" in text.folded[words.start : words.stop]:
        return False
    if trigger.form.tense not in FINITE and in_others_relative(scene, trigger, words):
        return False
    if is_first_since(scene, trigger, phrase, words):
        return False
    finite = trigger.form.tense in FINITE
    if (finite and (in_relative(scene, words) or previous(scene, phrase) in RESUMED)) or in_measure(scene, words):
        return False
    return not any((i in scene.spoken and not tells_of(scene, i)) or begins_clause(scene, i) for i in words)


def tells_of(scene: Scene, i: int) -> bool:
    """Tell whether a verb of saying tells of the noun before it (التقارب الذي أعلن عنه في ديسمبر)."""
    return scene.text.folded[i + 1 : i + 2] in (["عنه"], ["عنها"], ["عنهما"])


def is_in_quotation(scene: Scene, trigger: Trigger, between: str) -> bool:
    """Tell whether a quotation opens between an act and a date (أول رد على العقوبات «لهذا اتخذوا إجراء اليوم»)."""
    if between.count("«") > between.count("»") or between.count("“") > between.count("”"):
        return True
    if between.count('"') % 2 == 0:
        return False
    text, start = scene.text.text, scene.text.starts[trigger.first]
    return text.count('"', text.rfind("\n", 0, start) + 1, start) % 2 == 0


def in_others_relative(scene: Scene, trigger: Trigger, words: range) -> bool:
    """Tell whether a date is in a relative clause on another noun (بدعم أوغندا مواقع الحركة التي بنتها عام 2014)."""
    last = next((i for i in reversed(words[:-1]) if scene.text.folded[i] in RELATIVES), None)
    if last is None or last <= trigger.last + BESIDE or scene.text.folded[last + 1].startswith(("ي", "ت", "س")):
        return False
    return in_relative(scene, words)


def is_first_since(scene: Scene, trigger: Trigger, phrase: dates.Found, words: range) -> bool:
    """Tell whether words measure how long nothing like an act was seen (أول اشتباك منذ إعلان الهدنة، قبل عام، …)."""
    first = not FIRST.isdisjoint(scene.text.folded[max(0, trigger.first - 2) : trigger.first])
    return first and (phrase.limit == "since" or "منذ" in scene.text.folded[words.start : words.stop])


def in_measure(scene: Scene, words: range) -> bool:
    """Tell whether words end with the act that others are counted from (أول هجوم منذ إعلان وفاته الأسبوع الماضي)."""
    last = next((i for i in reversed(words[:-1]) if scene.text.folded[i] in ("منذ", "قبل", "قبيل")), None)
    return last is not None and not breaks(scene.text, last, words.stop)


def in_relative(scene: Scene, words: range) -> bool:
    """Tell whether words end within a relative clause, which takes the date (عزل القائد الذي عينه عام 2014)."""
    last = next((i for i in reversed(words) if scene.text.folded[i] in RELATIVES), None)
    if last is None or breaks(scene.text, last, words.stop):
        return False
    was, doing = (*scene.text.folded[last + 1 : last + 3], "", "")[:2]
    if was in WAS and doing.startswith(("ي", "ت")):
        return False  # «اختطفوا السفينة التي كانت تبحر إلى مومباسا أمس»
    return not any(begins_clause(scene, i) for i in range(last + 1, words.stop))


def begins_clause(scene: Scene, i: int) -> bool:
    """Tell whether a word begins a clause that takes its own date («حيث», but not «من حيث»; «بعد أن»)."""
    before = word_before(scene.text, i)
    return (scene.text.folded[i] in NEW_CLAUSE and before != "من") or (
        scene.text.folded[i] == "ان" and before in EARLIER
    )


def follows_closely(scene: Scene, trigger: Trigger, phrase: dates.Found) -> bool:
    """Tell whether an act stands in the clause behind a date phrase."""
    between = scene.text.text[phrase.end : scene.text.starts[trigger.first]]
    said = SAYING & set(scene.text.folded[word_at(scene, phrase.end) + 1 : trigger.first])
    return len(MARK.findall(between)) <= 1 and not HARD_END.search(between) and not said
