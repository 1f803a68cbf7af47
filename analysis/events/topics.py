"""Nouns that name no act of their own: what is aimed at, agreements in force, talks with the press."""

from bisect import bisect_left

from analysis.arabic.phrases import ARTICLE, Words, follows, word_before
from analysis.events.options import stripped
from analysis.events.parties import RELATIVES, Party
from analysis.events.sets import words
from analysis.events.triggers import CLAUSE_END, FINITE, Trigger

JUDGED = 4  # words from «اعتبر» over who holds it and what to the blow at most
PRAYER = 2  # words from a call to God, who is called on, at most
PURPOSE = 8  # words between a verb or noun and what it introduces by «ل» at most
RECALL = 9  # words from an ambassador over where he is to what he is called home for at most
REACHED = (5, 8)  # words before and behind an agreement within which it is told that it was reached
DOING = words("doing_act") | words("anew")
DISCUSSED = 12  # words from a verb of discussing over who discuss to what they discuss at most
LED_TO = frozenset(("الي", "علي", "في", "عن"))
BANNED = 3  # words from a ban to the trade that it ends at most
PREVENTED = 6  # words from «منع» over whom it keeps from an act to «من» at most
TWO = ("ين", "ان", "ون")  # of who agree, which so is no matter: الجانبين، الوفدان
WITH_PRESS = 7  # words between an interview and the medium at most
WITH_IT = frozenset(("مع", "معه", "معها", "معهم"))
QUOTES = frozenset('"«“')
DELIBERATE = frozenset(
    ("AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "REQUEST", "ACCUSE", "ASSAULT", "PROTEST", "RETREAT", "COERCE")
)
TO_COME = frozenset(("CONCEDE", "COOPERATE", "RETREAT"))  # set phrases of these tell what for as well


def is_purpose(text: Words, trigger: Trigger, before: list[Trigger]) -> bool:
    """Tell whether a verbal noun behind «ل» or «من أجل» says what for (خرجوا للمطالبة بـ، تحالف لمحاربة التنظيم).

    It does not where an earlier word takes «ل»: «دعا لوقف القتال», «تعرض لقصف», «ذكرى غزو».
    """
    entry, first = trigger.form.entry, trigger.first
    if entry.word == "تشاور" and any(
        "سفير" in word or "سفراء" in word for word in text.folded[max(0, first - RECALL) : first]
    ):
        return True  # «استدعت سفيرها للتشاور»: the recall is the act
    types = {"noun": DELIBERATE if entry.pos == "verb" else (), "phrase": TO_COME}.get(trigger.form.tense, ())
    if trigger.form.pronoun or entry.type not in types or entry.word in words("done_for"):
        return False  # «استخدمت الشرطة الغاز لتفريق المتظاهرين»: they were dispersed
    if "اجل" in text.folded[max(0, first - 1) : first]:
        return True
    word = text.folded[first]
    if not word[: trigger.cut].endswith("ل") or word.endswith("ات"):
        return False
    after = text.folded[trigger.last + 1] if trigger.last + 1 < len(text.folded) else ""
    if entry.type == "REQUEST" and not after.startswith("ب"):
        return False  # «تلبية لدعوته»
    protests = entry.word == "احتج" and after == "علي"  # «استدعت السفير للاحتجاج على»: that is the act
    bound = after.startswith(("ب", "في")) or protests
    if word[trigger.cut :].startswith("ل") and word[trigger.cut - 1] == "ل" and not bound:
        return False  # «دعمه للاتفاق» is no purpose; «للمطالبة برحيله» is one
    return not is_object(text, first, before)


def is_signed(text: Words, trigger: Trigger) -> bool:
    """Tell whether an agreement is only what somebody has signed (الحركات الموقعة على اتفاق السلام)."""
    before = text.folded[max(0, trigger.first - 2) : trigger.first]
    signed = len(before) == 2 and before[1] == "علي" and before[0].removeprefix(ARTICLE) in words("signed_on")
    return signed and trigger.form.entry.type == "AGREE"


def is_kept(text: Words, trigger: Trigger) -> bool:
    """Tell whether promises with their owner's pronoun are what is kept or broken (بتعهداتها، بكافة التزاماته)."""
    word = text.folded[trigger.first]
    if trigger.form.entry.type != "AGREE" or not trigger.form.pronoun or "ات" not in word[-5:]:
        return False
    return word[: trigger.cut].endswith("ب") or not words("keeps_promise").isdisjoint(
        text.folded[max(0, trigger.first - 2) : trigger.first]
    )


def is_blow(text: Words, trigger: Trigger) -> bool:
    """Tell whether a blow is only what news mean for somebody (في ضربة جديدة لرئيسة الوزراء، يشكل ضربة للحزب)."""
    led = word_before(text, trigger.first).removeprefix("و") in words("means_for")
    behind = text.folded[trigger.last + 1 : trigger.last + 4]
    held = text.folded[max(0, trigger.first - JUDGED) : trigger.first]
    led = led or not words("holds_for").isdisjoint(held)  # «اعتبرت برلين التوقيف ضربة للديمقراطية»
    return trigger.form.entry.word == "ضربة" and led and any(word.startswith("ل") for word in behind)


def is_prevented(text: Words, trigger: Trigger) -> bool:
    """Tell whether a noun is what somebody is kept from doing (منع الترويكا من إعادة فرض العقوبات، حظر سفر الوزراء)."""
    if trigger.form.entry.word == "سافر" and trigger.form.tense == "noun":
        return not words("forbids").isdisjoint(text.folded[max(0, trigger.first - PREVENTED) : trigger.first])
    trade = trigger.form.entry.type in ("COOPERATE", "AID") and word_before(text, trigger.first) == "علي"
    if trade and not words("bans").isdisjoint(text.folded[max(0, trigger.first - BANNED) : trigger.first - 1]):
        return True  # «حظرا على تصدير السلاح»
    at = trigger.first - 1
    while at > 0 and text.folded[at] in DOING:
        at -= 1
    if at < 0 or text.folded[at] != "من" or trigger.form.tense in FINITE or trigger.cut:
        return False
    return not words("prevents").isdisjoint(text.folded[max(0, at - PREVENTED) : at])


def is_discussed(text: Words, trigger: Trigger) -> bool:
    """Tell whether an agreement is only what is talked about (ناقش الوزيران اتفاق تصدير الحبوب)."""
    if trigger.form.entry.type != "AGREE" or trigger.form.tense != "noun" or trigger.cut:
        return False
    near = range(trigger.first - 1, max(-1, trigger.first - DISCUSSED), -1)
    verb = next((i for i in near if text.folded[i].removeprefix("و") in words("discussing")), None)
    if verb is None or word_before(text, trigger.first) in LED_TO:
        return False
    return not CLAUSE_END.search(text.text[text.ends[verb] : text.starts[trigger.first]])


def is_attribute(text: Words, trigger: Trigger) -> bool:
    """Tell whether a word with the article is an adjective of the noun before it (المركبات المهاجمة)."""
    word, before = text.folded[trigger.first], word_before(text, trigger.first)
    shaped = trigger.form.tense == "noun" and word.startswith(ARTICLE + "م") and word.endswith("ه") and not trigger.cut
    return (
        shaped and before.startswith(ARTICLE) and before.endswith(("ات", "ه", "ل")) and follows(text, trigger.first - 1)
    )


def is_prayer(text: Words, trigger: Trigger) -> bool:
    """Tell whether a call is a prayer or the mission of a faith, and no request (داعيا الله أن، مكتب الدعوة)."""
    if trigger.form.entry.word != "دعا":
        return False
    near = range(trigger.last + 1, min(trigger.last + 1 + PRAYER, len(text.folded)))
    if any(text.folded[i] == "الله" and word_before(text, i) not in ("حزب", "عبد", "نصر") for i in near):
        return True
    beside = text.folded[max(0, trigger.first - 2) : trigger.first] + text.folded[trigger.last + 1 : trigger.last + 3]
    return trigger.form.tense not in FINITE and not words("mission").isdisjoint(beside)


def is_object(text: Words, first: int, before: list[Trigger]) -> bool:
    """Tell whether one of the words before a noun behind «ل» takes it as its object (دعا لوقف، تعرض لقصف)."""
    near = range(max(0, first - PURPOSE), first)
    if any(words("takes_l").intersection(stripped(text.folded[i])) for i in near):
        return True
    holders = (other for other in before if 0 < first - other.last <= PURPOSE)
    return any(
        "ل" in other.form.entry.object and other.form.entry.type not in ("CONSULT", "AID", "AGREE") for other in holders
    )


def is_standing_text(text: Words, trigger: Trigger) -> bool:
    """Tell whether an agreement, definite or a treaty, is a text in force: nothing beside it says it was reached."""
    bare = text.folded[trigger.first][trigger.cut :]
    if trigger.form.entry.word not in words("standing_text") or trigger.form.tense == "participle":
        return False
    definite = bare.startswith((ARTICLE, "ل" + ARTICLE[1:]))
    after = text.folded[trigger.last + 1 : trigger.last + 2]
    named = trigger.form.entry.word in words("text_by_name") or is_named_by_matter(trigger, after)
    if not definite and (not named or trigger.first == 0):
        return False  # «اتفاق سلام بين …» opens the news; «اتفاق الصيد» is a text
    return after != ["علي"] and not is_reached(text, trigger)


def is_named_by_matter(trigger: Trigger, after: list[str]) -> bool:
    """Tell whether the matter in the genitive names an agreement (اتفاق الصيد; not: اتفاق الجانبين، اتفاق القادة)."""
    if trigger.form.tense != "noun" or trigger.form.pronoun:
        return False
    return any(word.startswith(ARTICLE) and not (word.endswith(TWO) or word in words("who_agree")) for word in after)


def is_reached(text: Words, trigger: Trigger) -> bool:
    """Tell whether a word near an agreement says that it was reached, signed or broken off."""
    sentence = text.sentences[trigger.first]
    near = range(max(0, trigger.first - REACHED[0]), min(trigger.last + 1 + REACHED[1], len(text.folded)))
    return any(
        text.sentences[i] == sentence and any(bare in words("reached") for bare in stripped(text.folded[i]))
        for i in near
    )


def is_with_press(text: Words, trigger: Trigger, parties: list[Party], media: frozenset[str]) -> bool:
    """Tell whether talks are an interview: they are with a medium (مقابلة مع قناة الجزيرة، حوار مع الصحيفة)."""
    if trigger.form.entry.type != "CONSULT" or trigger.form.tense in FINITE:
        return False
    if not words("with_media").isdisjoint(text.folded[trigger.last + 1 : trigger.last + 2]):
        return True
    behind = range(trigger.last + 1, min(trigger.last + 1 + WITH_PRESS, len(text.folded)))
    if any(i + 1 in behind and text.folded[i] == "مع" and is_press(text.folded[i + 1]) for i in behind):
        return True
    if any(text.folded[i] in WITH_IT and is_paper(text, i + 1) for i in behind):
        return True
    a = bisect_left(parties, (trigger.last + 1,))
    near = parties[a : bisect_left(parties, (trigger.last + WITH_PRESS + 1,), a)]
    return any(
        party.actor_id in media
        and party.under in ("مع", "ب")  # «في اتصال بوكالة الأنباء»
        and not CLAUSE_END.search(text.text[text.ends[trigger.last] : text.starts[party.first]])
        for party in near
    )


def is_paper(text: Words, i: int) -> bool:
    """Tell whether word i is the name of a newspaper in quotation marks (اتصال أجرته معه «المدينة»)."""
    if i >= len(text.folded) or text.folded[i] not in words("paper"):
        return False
    return not QUOTES.isdisjoint(text.text[text.ends[i - 1] : text.starts[i]])


def is_press(word: str) -> bool:
    """Tell whether a word names a kind of medium."""
    return any(bare in words("press") for bare in stripped(word))


def is_label(text: Words, trigger: Trigger) -> bool:
    """Tell whether an indefinite noun is the name that an act is given (وصفه بأنه عمل إرهابي، اعتبرته عدوانا)."""
    word, cut = text.folded[trigger.first], trigger.cut
    if trigger.form.entry.type != "ASSAULT" or trigger.form.pronoun:
        return False
    led = word[:cut].endswith("ب") or word_before(text, trigger.first) in words("calls_it")
    return led or (not word[cut:].startswith(ARTICLE) and word.endswith("ا"))


def is_told_of(text: Words, trigger: Trigger) -> bool:
    """Tell whether a relative clause in the perfect tells of an act as done (لمناقشة الانقلاب الذي قاده الحرس)."""
    behind = text.folded[trigger.last + 1 : trigger.last + 3]
    return len(behind) == 2 and behind[0] in RELATIVES and not behind[1].startswith(("ي", "ت", "قد", "س"))
