"""Triggers of an article -> those without the lighter of two words for one act."""

from analysis.arabic import numbers
from analysis.arabic.phrases import ARTICLE, Words, word_before
from analysis.events.bygone import ANSWERED, ANSWERS
from analysis.events.options import stripped
from analysis.events.parties import is_form
from analysis.events.sets import words
from analysis.events.triggers import CLAUSE_END, FINITE, NOMINAL, Trigger
from analysis.events.two_words import (
    Pair,
    between,
    is_beside_meeting,
    is_light,
    is_one_sentence,
    is_welcomed,
)

ONE_ACT = 3  # words apart at most, two words of one type tell one act (عقد اجتماعا، شن غارة)
CARRIED = 8  # words between a noun and the light verb that carries it at most
LED = 11  # words between a verb and the noun that «في» leads in at most, neither of them light
COGNATE = 10  # words between a word and itself as its own object at most
ONE_ACT_FAR = 18  # the same where the second is led in by «في» (وصل الوزير إلى بغداد في زيارة)
REACHING = "توصل"
REPULSING = ("صد", "تصدى", "أحبط", "دحر")
LISTED = {"AID": 3, "AGREE": 3, "COOPERATE": 3, "SUPPORT": 1}  # words apart at most: «دعم وتضامن» is one act
GIVING = ("قدم", "أرسل", "منح", "وفر", "خصص")  # verbs whose nouns take the help as their object
HITTING = ("استهدف", "ضرب", "قصف", "هاجم", "طال")  # verbs that name whom an attack met, not how it was done
LEADING = frozenset(("في", "خلال", "ضمن", "اثر", "جراء", "اثناء"))
AFTER = frozenset(("بعد", "عقب", "اثر", "غداه", "قبل", "قبيل", "منذ"))
BY_MEANS = frozenset(("الي", "باستخدام", "بواسطه", "مستخدمه", "مستخدما", "مستخدمين"))
LISTING = ("علي", "في", "ضمن", "الي", "قوائم", "قاءم", "قائم", "لواءح", "لوائح")  # over what a name is put on
IN_THEM = frozenset(("خلالها", "خلاله", "فيها", "فيه"))  # in the talks told before


def without_doubles(text: Words, found: list[Trigger]) -> list[Trigger]:
    """Return the triggers without the lighter of two words that tell one act side by side."""
    kept: list[Trigger] = []
    for trigger in found:
        if kept and one_act(text, kept[-1], trigger):
            kept[-1] = telling(kept[-1], trigger)
        elif len(kept) > 1 and is_light(kept[-2]) and one_act(text, kept[-2], trigger):
            kept[-2:] = [kept[-1], telling(kept[-2], trigger)]  # «توصلوا بوساطة قطر إلى اتفاق»
        elif kept and is_standing(text, kept[-1], trigger):
            kept[-1] = trigger
        elif not (any(is_discussed(text, other, trigger) for other in kept[-3:]) or is_met(kept[-1:], trigger)):
            kept.append(trigger)
    return kept


def is_standing(text: Words, noun: Trigger, verb: Trigger) -> bool:
    """Tell whether a noun is the text that a relative clause tells the signing of (اتفاقية … التي وقعت عام 2008)."""
    if (noun.form.entry.type, verb.form.entry.word, verb.form.tense) != ("AGREE", "وقع", "perfect"):
        return False
    relative = word_before(text, verb.first) in ("التي", "الذي")
    return relative and verb.first - noun.last <= 8 and is_one_sentence(text, noun, verb)


def is_met(before: list[Trigger], trigger: Trigger) -> bool:
    """Tell whether a verb only says whom the act of another type right before it meets (اعتقالات استهدفت المعارضة)."""
    hits = trigger.form.entry.word in ("استهدف", "طال") and trigger.form.tense in FINITE
    beside = (one for one in before if one.form.tense in NOMINAL and 0 < trigger.first - one.last <= 2)
    return hits and any(one.form.entry.type != trigger.form.entry.type for one in beside)


def is_discussed(text: Words, talks: Trigger, trigger: Trigger) -> bool:
    """Tell whether a trigger only says what talks were for (محادثات … لبحث، محادثات ستناقش)."""
    if talks.form.entry.type != "CONSULT" or trigger.form.entry.type != "CONSULT" or not is_light(trigger):
        return False
    led = text.folded[trigger.first].startswith("ل") or word_before(text, trigger.first).removeprefix("و") in (
        "التي",
        "الذي",
    )
    led = led or not IN_THEM.isdisjoint(text.folded[trigger.last + 1 : trigger.last + 2])
    return led and is_one_sentence(text, talks, trigger)


def one_act(text: Words, one: Trigger, other: Trigger) -> bool:
    """Tell whether two triggers of one type tell one act: a verb and its noun, or nouns listed as one role."""
    if one.form.entry.type != other.form.entry.type or other.first - one.last > ONE_ACT_FAR:
        return False
    pair = Pair(text, one, other, is_light(one) or is_light(other))
    return next((verdict for _, holds, verdict in VERDICTS if holds(pair)), False)


def is_parted(pair: Pair) -> bool:
    """Tell whether a sentence ends between two words, or a clause between two of which neither gives way."""
    if not is_one_sentence(pair.text, pair.one, pair.other):
        return True
    return not pair.light and bool(CLAUSE_END.search(between(pair.text, pair.one, pair.other)))


def is_apart(pair: Pair) -> bool:
    """Tell whether two words of one type tell two acts: a visit and its talks, an act and its reason."""
    one, other = pair.one.form.entry, pair.other.form.entry
    unlike = {one.mode, other.mode} if one.mode != other.mode else set()
    if "visit" in unlike and one.subject == other.subject:
        return True
    if is_repulsed(pair) or is_verb_joined(pair):
        return True
    reason = pair.other.form.pronoun and pair.text.folded[pair.other.first][: pair.other.cut].endswith("ل")
    return not pair.light and (not unlike.isdisjoint(("visit", "third-party")) or reason)


def is_repulsed(pair: Pair) -> bool:
    """Tell whether the later of two words is the attack that the earlier beats back (صد هجوم للدعم السريع)."""
    return pair.one.form.entry.word in REPULSING and pair.other.form.tense in NOMINAL and pair.distance <= ONE_ACT


def is_verb_joined(pair: Pair) -> bool:
    """Tell whether «و» joins two finite verbs, neither of which gives way (تصدت للمهاجمين وقتلت أربعة منهم)."""
    finite = pair.one.form.tense in FINITE and pair.other.form.tense in FINITE
    return finite and not pair.light and is_joined(pair)


def is_joined(pair: Pair) -> bool:
    """Tell whether the later of two words is joined by «و», by itself or behind a verb of its own (وتقديم المشورة)."""
    folded, other = pair.text.folded, pair.other
    joined = folded[other.first].startswith("و") and other.cut > 0
    between = folded[max(pair.one.last + 1, other.first - 2) : other.first]
    return joined or any(word.startswith("وت") for word in between[-1:]) or is_counted_on(between)


def is_counted_on(words: list[str]) -> bool:
    """Tell whether words end in a number that «و» joins, in figures or not (37 غارة جوية و10 ضربات صاروخية)."""
    joined = words[-1:] and ("و" in words or words[-1].startswith("و"))
    return bool(joined) and numbers.is_number(words[-1].removeprefix("و"))


def is_listed(pair: Pair) -> bool:
    """Tell whether two nouns joined by «و» list what one act gives (دعم وتضامن)."""
    near = pair.distance <= LISTED.get(pair.one.form.entry.type, 0)
    return near and is_joined(pair) and not {pair.one.form.tense, pair.other.form.tense} & set(FINITE)


def is_its_own_object(pair: Pair) -> bool:
    """Tell whether the later of two words is the earlier once more, as its own object (دمرت المدينة تدميرا كاملا)."""
    same = pair.one.form.entry == pair.other.form.entry and pair.other.form.entry.pos == "verb"
    if is_emphatic(pair):
        return True
    if not same or pair.other.form.tense != "noun" or pair.other.form.pronoun or pair.distance > COGNATE:
        return False
    word = pair.text.folded[pair.other.first]
    return word.endswith("ا") or (pair.one.form.tense in FINITE and word.endswith("ه") and not word.startswith(ARTICLE))


def is_emphatic(pair: Pair) -> bool:
    """Tell whether a phrase only says how firmly its verb is meant (رفض المجلس رفضا قاطعا المقترح)."""
    verb = pair.one.form.tense in FINITE and pair.one.form.entry.type == pair.other.form.entry.type
    noun, *rest = pair.other.form.entry.word.split(" ")
    firm = rest and noun.endswith("ا") and noun[:2] == pair.one.form.entry.word.removeprefix("أ")[:2]
    return verb and bool(firm) and pair.distance <= COGNATE


def is_listing(pair: Pair) -> bool:
    """Tell whether the later of two words is the list that the earlier puts a name on (أدرج … على القائمة السوداء)."""
    put = pair.one.form.entry.word == "أدرج" and pair.other.form.tense == "phrase"
    led = word_before(pair.text, pair.other.first).startswith(LISTING)
    return put and led and is_one_sentence(pair.text, pair.one, pair.other)


def is_new_clause(pair: Pair) -> bool:
    """Tell whether a joined verb between two words opens a clause (أحبطت محاولة انقلاب واندلعت أعمال عنف)."""
    within = pair.text.folded[pair.one.last + 1 : pair.other.first]
    if not {"بينما", "فيما"}.isdisjoint(within) or "في حين" in " ".join(within):
        return True
    joined = [word[1:] for word in within if word.startswith("و")]
    return any(word in words("breaks_out") or is_form(word, "carrier_verbs") for word in joined)


def is_beside(pair: Pair) -> bool:
    """Tell whether two unlike words stand side by side."""
    return pair.distance <= ONE_ACT and (pair.light or pair.one.form.entry != pair.other.form.entry)


def is_given(pair: Pair) -> bool:
    """Tell whether the later of two words is the help that the earlier gives (أرسلت 200 طن من المساعدات)."""
    giving = pair.one.form.tense in FINITE or (pair.one.form.entry.word in GIVING and not pair.other.cut)
    help_ = pair.other.form.entry.word.split()[0] in words("help_given")  # «تقديم مئة مليون يورو مساعدات»
    return giving and help_ and pair.one.form.entry.type == "AID" and pair.distance <= CARRIED


def is_hosted(pair: Pair) -> bool:
    """Tell whether a round of talks is what somebody lends a place to (تستضيف قطر جولة جديدة من المحادثات)."""
    within = pair.text.folded[pair.one.last + 1 : pair.other.first]
    talks = pair.one.form.entry.word == "استضاف" and pair.other.form.tense in NOMINAL and not pair.other.cut
    return talks and within[-1:] == ["من"] and not words("tours").isdisjoint(within)


def is_carried(pair: Pair) -> bool:
    """Tell whether the later of two words is a light verb that carries the noun before it (القصف الذي يستهدف)."""
    finite = pair.other.form.tense in FINITE or word_before(pair.text, pair.other.first) in ("تم", "جري", "يتم")
    noun_first = pair.one.form.tense not in FINITE and finite
    return noun_first and is_light(pair.other) and pair.distance <= CARRIED


def is_armed(pair: Pair) -> bool:
    """Tell whether the later of two words is the weapon of the act, led in by «ب» (استهدف البلدة بأكثر من … قذيفة)."""
    by_means = pair.one.form.entry.word in HITTING and pair.text.folded[pair.other.first][: pair.other.cut] == "ب"
    by_means = by_means and pair.other.form.tense in NOMINAL
    if not (by_means or pair.other.form.entry.word in words("weapon")) or pair.distance > CARRIED:
        return False
    within = pair.text.folded[pair.one.last + 1 : pair.other.first + 1]
    return any(word.startswith("ب") and word[1:] not in words("doing_act") for word in within)


def is_by_pardon(pair: Pair) -> bool:
    """Tell whether the later of two words is how somebody is let go, led in by «ب» (أفرجت عن فلان بعفو رئاسي)."""
    if pair.one.form.entry.type != "RETREAT" or pair.other.form.tense in FINITE or pair.distance > LED:
        return False
    led = pair.text.folded[pair.other.first][: pair.other.cut] == "ب"
    return led and pair.one.form.tense in FINITE and pair.other.form.entry.word in words("pardon")


def is_fired(pair: Pair) -> bool:
    """Tell whether the later of two words is what the earlier fires (أطلقت الشرطة الغاز المسيل للدموع على المحتجين)."""
    fires = pair.one.form.entry.word in words("firing") and pair.distance <= CARRIED
    return fires and pair.other.form.entry.word in words("thing_fired") and not pair.other.cut


def is_of_text(pair: Pair) -> bool:
    """Tell whether the later of two verbs says what a text that the earlier adopts does (وافق على قرار يصادق على)."""
    if pair.one.form.entry.type != "SUPPORT" or pair.other.form.tense != "imperfect" or pair.distance > CARRIED:
        return False
    return not words("legal_text").isdisjoint(stripped(word_before(pair.text, pair.other.first)))


def is_over_subject(pair: Pair) -> bool:
    """Tell whether the later of two words is the object of a light verb, its subject between (جدد الوزير دعم بلاده)."""
    carries = is_light(pair.one) and pair.one.form.tense in FINITE and pair.other.form.tense in NOMINAL
    if not carries or pair.other.cut or pair.distance > LED or pair.one.form.entry.type not in LISTED:
        return False
    within = pair.text.folded[pair.one.last + 1 : pair.other.first]
    return not any(is_form(word, "carrier_verbs") for word in within) and within[-1:] not in (["في"], ["على"], ["علي"])


def is_led(pair: Pair) -> bool:
    """Tell whether the later of two words for one act is led in by «في» (وصل الوزير في زيارة)."""
    reached = pair.one.form.tense in FINITE or pair.one.form.entry.word == REACHING  # «توصل الطرفين إلى اتفاق»
    verb_first = reached and pair.other.form.tense not in FINITE
    leading = LEADING | BY_MEANS if pair.light else LEADING
    within = pair.text.folded[pair.one.last + 1 : pair.other.first]
    led = any(word in leading for word in within) and not any(is_form(word, "carrier_verbs") for word in within)
    return verb_first and led and pair.distance > ONE_ACT and (pair.light or pair.distance <= LED)


def is_answer(pair: Pair) -> bool:
    """Tell whether an act answers another (ردت إيران على الاغتيال بقصف المدينة، قصفوا سفينة فردت واشنطن بغارات)."""
    folded, first = pair.text.folded, pair.one.first
    answered = word_before(pair.text, first) == "علي" and pair.other.cut > 0
    before = folded[max(0, first - ANSWERED) : first] if answered else []
    return not ANSWERS.isdisjoint([*before, *folded[pair.one.last + 1 : pair.other.first]])


def is_after(pair: Pair) -> bool:
    """Tell whether one of two words tells what the other came after (جاءت الاشتباكات إثر استهداف الحاجز)."""
    before = pair.text.folded[max(pair.one.last + 1, pair.other.first - 2) : pair.other.first]
    follows_on = not words("follows_on").isdisjoint(before)  # «الانفجار أعقبته اشتباكات»
    return follows_on or (not AFTER.isdisjoint(before) and "ان" not in before)


# Why two words of one type tell one act or two: the first test that holds decides.
VERDICTS = (
    ("a name put on a list", is_listing, True),
    ("talks and who lends them a place", is_hosted, True),
    ("what others did is welcomed", is_welcomed, False),
    ("beside another meeting", is_beside_meeting, False),
    ("a sentence or a clause ends between them", is_parted, False),
    ("an act and its talks, its mediator or its reason", is_apart, False),
    ("nouns listed as one role", is_listed, True),
    ("one answers the other", is_answer, False),
    ("joined by «و»", is_joined, False),
    ("a joined verb opens a clause", is_new_clause, False),
    ("the same word as its own object", is_its_own_object, True),
    ("one after the other", is_after, False),
    ("unlike words side by side", is_beside, True),
    ("help that is given", is_given, True),
    ("a light verb behind its noun", is_carried, True),
    ("the weapon of an act", is_armed, True),
    ("what is fired", is_fired, True),
    ("the pardon by which somebody is let go", is_by_pardon, True),
    ("what an adopted text does", is_of_text, True),
    ("a noun led in behind its verb", is_led, True),
    ("the object of a light verb", is_over_subject, True),
)


def telling(one: Trigger, other: Trigger) -> Trigger:
    """Return the more telling of two words for one act: the less light, a noun that a verb carries, else the first."""
    carried = one.form.tense in FINITE and other.form.tense in NOMINAL
    close = carried and other.first - one.last <= ONE_ACT and one.form.entry != other.form.entry
    if one.form.tense in NOMINAL and one.form.entry.word in HITTING and other.cut:
        return one  # «استهداف تل أبيب بهجوم صاروخي»: the object stands behind the first
    by_means = other.form.tense == "phrase" and other.form.entry.word.startswith("ب")
    by_means = by_means or other.form.entry.word in words("pardon")
    if one.form.tense in FINITE and (by_means or other.form.entry.word in words("thing_fired")):
        return one  # «قتلت القوات بالرصاص شابا»، «أطلقت صاروخا باليستيا»
    if (is_light(one) and not is_light(other)) or (close and is_light(one) == is_light(other)):
        return other._replace(verb=one.first, future=one.future, light=one) if carried else other
    return one
