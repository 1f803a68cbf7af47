"""Verbs in the passive, which print shows by little: by their marks, by who follows, by what does not follow."""

from itertools import pairwise

from analysis.arabic.phrases import ARTICLE, follows
from analysis.events.agreement import form, verb_form
from analysis.events.first_person import is_first_person
from analysis.events.forms import default
from analysis.events.groups import bare_forms
from analysis.events.leading import behind_between
from analysis.events.noun_phrases import PARTS, clitic_of, preposition_at
from analysis.events.own_dead import own_fallen
from analysis.events.parties import (
    AGENTS,
    ORDERS,
    RELATIVES,
    Party,
    Scene,
    around,
    breaks,
    counts_people,
    is_object_counted,
    same,
)
from analysis.events.sets import words
from analysis.events.subjects import is_oblique_of_joined, stands_for_subject, topic
from analysis.events.taken_up import is_accused, is_taken_up
from analysis.events.triggers import FINITE, Trigger
from analysis.events.types import FORCED, PERSONAL
from analysis.events.unlisted import behind_adverbs

TIMES = words("between") | words("time_told")
SOLDIERS = words("soldier") | {"قيادي"}
FELLED = ("أسقط", "أغرق")  # «وأسقطت الطائرة الماليزية خلال رحلتها»
FALLING = words("done_to_persons") | set(FELLED)
ACCUSATIVE = ("ا", "ين")  # «اعتقلت قياديا في التنظيم»: an object
DAY = 3  # words of a day that commas set off at most
COMMA = "،"
YEH = "\N{ARABIC LETTER YEH}"
MEMBERS = 5  # words between a verb and the body whose members are its subject at most
ORDERED = 8  # words from a verb to «بأمر من» at most
WITHIN = frozenset(("خلاله", "خلالها", "فيه", "فيها", "اثره", "اثرها"))  # in what was told before
BY_HAND = 8  # words between a verb of force and «على يد» at most
COUNTED = 3  # words between a verb and the people that it counts at most


def is_passive(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether a verb is passive: by its printed damma, by a number of people behind it, or by a named agent."""
    if is_taken_up(scene, trigger, subject) or is_accused(scene, trigger):
        return True
    ours = is_first_person(scene, trigger)  # «الجيش الإسرائيلي: قصفنا 100 هدف»
    if ours or trigger.form.tense not in FINITE or "direct" not in trigger.form.entry.object:
        return False
    if is_marked(scene, trigger) or is_without_object(scene, trigger, subject) or is_fallen(scene, trigger, subject):
        return True
    if is_of_some(scene, trigger) or names_agent(scene, trigger, subject):
        return True
    if trigger.form.entry.type in (*PERSONAL, "PROTEST"):
        return False  # «طالب عدد من الأهالي الوزارة بـ»: people speak
    behind = behind_adverbs(scene, trigger)  # «قتل حينها ثلاثة جنود بصاروخ»
    word = next(iter(scene.text.folded[behind : behind + 1]), "")
    if stands_for_subject(scene, trigger) and (
        scene.text.folded[trigger.first].endswith("ت") or is_told_of_itself(scene, trigger)
    ):
        return False  # «إنها قتلت ثمانية مسلحين»
    counted = next(iter(scene.text.folded[behind + 1 : behind + 2]), "")
    struck = counted in words("strikes")  # «استهدفت عشرات الصواريخ»
    if subject is not None or struck or not counts_people(word) or is_oblique_of_joined(scene, trigger):
        return False
    if trigger.form.tense == "imperfect" and scene.text.folded[trigger.first].startswith("و"):
        return False  # «باريس تستدعي سفيرها وتطرد 12 موظفا»
    if trigger.form.pronoun or is_object_counted(scene.text, trigger.last):
        return False  # «خطفهما مسلحون»
    return not (word in words("acting") and has_object(scene, behind))  # «خطف مسلحون صحفيا»


def is_marked(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a perfect is printed with a damma among its first letters, or «ي» for «ى» at its end (قُتل، أخلي)."""
    printed = scene.text.text[scene.text.starts[trigger.first] : scene.text.ends[trigger.first]]
    turned = trigger.form.entry.word.endswith("\N{ARABIC LETTER ALEF MAKSURA}") and printed.endswith(YEH)
    turned = turned and printed[trigger.cut : trigger.cut + 1] == trigger.form.entry.word[0]  # not «ألتقي»
    passive = turned or "\N{ARABIC DAMMA}" in printed[trigger.cut : trigger.cut + 4]
    return passive and trigger.form.tense == "perfect"


def names_agent(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether «من قبل» or the like directly follows a verb or its subject (اتهمت الحركة من قبل إسرائيل)."""
    text = scene.text.folded
    ends = [trigger.last] + ([subject.last] if subject is not None and subject.first > trigger.last else [])
    if any(tuple(text[last + 1 : last + 3]) in AGENTS for last in ends):
        return True
    if trigger.form.entry.type in FORCED and is_done_by_hand(scene, ends[-1]):
        return True
    behind = text[trigger.last + 1 : trigger.last + 1 + ORDERED]
    ordered = any(one in ORDERS and other == "من" for one, other in pairwise(behind))
    return subject is None and ordered and trigger.form.entry.word in words("done_to_persons")


def is_done_by_hand(scene: Scene, last: int) -> bool:
    """Tell whether an agent follows behind where and when it was done (طردت من مقديشو عام 2011 على يد قوات أفريقية)."""
    text, behind = scene.text.folded, min(last + 1 + BY_HAND, len(scene.text.folded) - 1)
    for i in range(last + 1, behind):
        if (text[i], text[i + 1]) in AGENTS:
            return not breaks(scene.text, last, i)
        told = i in scene.verbs or text[i] in RELATIVES or tells(text[i])
        if told and i not in scene.named and text[i] not in TIMES:
            return False
    return False


def tells(word: str) -> bool:
    """Tell whether a word may tell an act of its own, to which an agent behind it belongs (قتل جنود على يد)."""
    return any(form.tense != "phrase" for form in default().get(word.removeprefix(ARTICLE), ()))


def laying_down(scene: Scene, trigger: Trigger, after: list[Party]) -> Party | None:
    """Return whose people lay down or leave what is theirs (ألقى عشرات من مقاتلي الحزب أسلحتهم)."""
    party = next(iter(after), None)
    if party is None or trigger.form.entry.type != "RETREAT" or party.first - trigger.last > MEMBERS:
        return None
    own = follows(scene.text, party.last) and scene.text.folded[party.last + 1].endswith("هم")
    return party if own and party.under is None and party.start == trigger.last + 1 else None


def is_told_of_itself(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether a pronoun before a verb means who speaks (إنها قتلت ثمانية، قال الجيش إنه أوقف سبعة مطلوبين)."""
    if scene.text.folded[trigger.first].endswith("ت"):
        return True
    body = topic(scene, trigger, around(scene, trigger)[0])
    return body is not None and body.actor_id not in scene.known.people and form(scene, body) == "m"


def is_without_object(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether a person is subject of what is done to persons, with nobody behind it (أن بديع أحيل للمحاكمة)."""
    if trigger.form.entry.word not in words("done_to_persons") or trigger.form.pronoun:
        return False
    if subject is None and stands_for_subject(scene, trigger):
        return False  # «أنه اعتقل خلال العملية أحد القادة»
    if subject is not None and subject.actor_id not in scene.known.people and not are_many(scene, trigger, subject):
        return False
    last = subject.last if subject and subject.first > trigger.last else trigger.last
    last = behind_between(scene, last, TIMES)  # «الذي اعتقل يوم الاثنين الماضي رفقة آخرين»
    if not follows(scene.text, last) or scene.text.sentences[last + 1] != scene.text.sentences[last]:
        return subject is not None
    word = scene.text.folded[last + 1]
    fell = word[1:] in words("fell")  # «قتلوا وأصيب آخرون»
    led = bool(preposition_at(word) or clitic_of(word))
    return led or fell or word in words("new_clause") | words("no_object")


def is_fallen(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether soldiers stand behind a verb of what is done to persons, and nobody behind them (قتل جندي تركي)."""
    beside = behind_adverbs(scene, trigger)
    if subject is None or subject.start != beside or trigger.form.entry.word not in FALLING:
        return False
    people = scene.text.folded[beside]
    fell = trigger.form.entry.word in FELLED and people.removeprefix(ARTICLE) in words("vessel")
    if trigger.form.pronoun or not (fell or people in SOLDIERS or counts_people(people)):
        return False
    if not follows(scene.text, subject.last):
        return True
    word = scene.text.folded[subject.last + 1]
    return bool(preposition_at(word)) or clitic_of(word) is not None or word in words("new_clause")


def is_of_some(scene: Scene, trigger: Trigger) -> bool:
    """Tell whether some are counted behind a verb of what is done to persons («قتل خلاله 6 حوثيين»، «قتل اثنان من»)."""
    if trigger.form.entry.word not in words("done_to_persons") or trigger.form.pronoun:
        return False
    word, behind = (*scene.text.folded[trigger.last + 1 : trigger.last + 3], "", "")[:2]
    return (word in WITHIN and counts_people(behind)) or (word == "اثنان" and behind == "من")


def are_many(scene: Scene, trigger: Trigger, subject: Party) -> bool:
    """Tell whether a verb in the plural ends what is told of the people before it (العشرات من المتمردين قتلوا في …)."""
    return subject.last < trigger.first and scene.text.folded[trigger.first].endswith("وا")


def members_before(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return whose people stand directly before a verb of what was done to them (أن عشرات المتمردين قتلوا في المعارك).

    A body does something as one; of its people, and with nobody behind the verb, it was done to them.
    """
    if not is_done(trigger):
        return None
    party = next(iter(before), None)
    if party is None or party.last != trigger.first - 1:
        return None
    word = verb_form(trigger, scene.text.folded[trigger.first])
    people = party.under == "من" or word == "p" or not PARTS.isdisjoint(bare_forms(scene.text.folded[party.start]))
    if not people or party.under not in (None, "من") or party.use != "actor" or not follows(scene.text, party.last):
        return None
    return None if has_object(scene, trigger.last) else party


def is_done(trigger: Trigger) -> bool:
    """Tell whether a verb in the perfect, without a pronoun, is one of what is done to people."""
    done = trigger.form.tense == "perfect" and trigger.form.entry.word in words("done_to_persons")
    return done and not trigger.form.pronoun


def members_behind(scene: Scene, trigger: Trigger, after: list[Party], subject: Party | None) -> Party | None:
    """Return whose people stand behind a verb of what was done to them, no object behind them (قتل قيادي في الحركة).

    A person by title is its object where the subject stands before it (إسرائيل اغتالت القيادي في الحركة صالح العاروري).
    """
    party = next(iter(after), None)
    if party and subject and subject.last < trigger.first and party.actor_id in scene.known.people:
        return None
    if not is_done(trigger) or party is None or party.under is not None or party.start - trigger.last > COUNTED:
        return None
    head = scene.text.folded[party.start]
    people = party.start < party.first and not PARTS.isdisjoint(bare_forms(head)) and not head.endswith(ACCUSATIVE)
    return party if people and not (party.demonym or has_object(scene, party.last)) else None


def has_object(scene: Scene, last: int) -> bool:
    """Tell whether a noun stands behind a verb in its clause, or behind the day that commas set off from it."""
    day = behind_day(scene, last)
    if (day == last and not follows(scene.text, last)) or day + 1 == len(scene.text.folded):
        return False
    last = day
    if scene.text.sentences[last + 1] != scene.text.sentences[last]:
        return False
    word = scene.text.folded[last + 1]
    return not (preposition_at(word) or clitic_of(word) is not None or word in words("between"))


def behind_day(scene: Scene, last: int) -> int:
    """Return the last word of a day that commas set off behind a word (احتجز أفراد من الحرس، أمس الأربعاء، الرئيس)."""
    text = scene.text
    for i in range(last + 1, min(last + 1 + DAY, len(text.folded) - 1)):
        if text.folded[i] not in words("between"):
            return last
        if text.text[text.ends[i] : text.starts[i + 1]].strip() == COMMA:
            return i
    return last


def befalls_unlisted(scene: Scene, trigger: Trigger, subject: Party | None) -> bool:
    """Tell whether people without a name undergo it (الشهيد الذي قُتل، جنازة من قتلوا، صحفيا متهما بإهانة الرئيس)."""
    i = trigger.first - 1
    if i < 0 or not follows(scene.text, i):
        return False
    if is_accused(scene, trigger):
        object_ = subject is not None and subject.last == i and subject.start - 1 in scene.verbs  # «أعدمت إيران متهمين»
        return object_ or (subject is None and i not in scene.named)
    whoever = scene.text.folded[i] == "من" or (scene.text.folded[i] in RELATIVES and i - 1 not in scene.named)
    return subject is None and whoever


def by_means_of(scene: Scene, trigger: Trigger, after: list[Party], subject: Party | None) -> Party | None:
    """Return whose demonym the means of an act bear (قتل جندي برصاص إسرائيلي); not those who died."""
    others = (party for party in after if party.demonym and not same(party, subject))
    text, forced = scene.text.folded, trigger.form.entry.type in FORCED
    return next((p for p in others if not forced or any(map(is_led, text[trigger.last + 1 : p.first]))), None)


def is_led(word: str) -> bool:
    """Tell whether a word leads in the means or the time of an act (برصاص، في غارة)."""
    return clitic_of(word) == "ب" or preposition_at(word) is not None


def mourned(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return to whom a verb without a name beside it was done: who was told of before, else soldiers of who speaks."""
    return person_told_of(scene, trigger, before) or own_fallen(scene, trigger, before)


def person_told_of(scene: Scene, trigger: Trigger, before: list[Party]) -> Party | None:
    """Return the person whom a sentence tells of, where a verb of what is done to persons names none (أجبر على …)."""
    behind = next(iter(scene.text.folded[trigger.last + 1 : trigger.last + 2]), "")
    able = trigger.form.entry.word in words("done_to_persons") or stands_for_subject(scene, trigger)
    if not able or counts_people(behind):
        return None
    if verb_form(trigger, scene.text.folded[trigger.first]) == "p":
        return None  # «قال الوزير إن مدنيين أعدموا»
    party = topic(scene, trigger, before)
    return party if party and party.actor_id in scene.known.people else None
