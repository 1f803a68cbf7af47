"""What things and masses do: acts of nobody, though their words are those of acts (نما بدعم من قطاع النفط)."""

from analysis.arabic.phrases import ARTICLE, Words, follows, places, word_before
from analysis.events.forms import default
from analysis.events.options import stripped
from analysis.events.parties import Party, is_form
from analysis.events.sets import words
from analysis.events.triggers import CLAUSE_END, FINITE, Trigger, is_like_its_noun
from analysis.events.types import SPOKEN

PUBLIC_WITHIN = 4  # words from a verb of warning over its subject to the public that is warned at most
MEANS_WITHIN = 11  # words from an act over its parties to what it would mean at most
HARM_WITHIN = 4  # words from «تسفر» to the harm that it denies at most
WITHOUT = ("لم", "دون", "بدون", "بلا", "ولا", "لا")
WARE_WITHIN = 4  # words from who supplies or finds a weapon to it at most
MASSES_WITHIN = 6  # words from «استقبل» to the masses that it counts at most
ABLE = words("acting") | words("person") | words("holder") | words("civilian") | {"عدد", "بعض", "دوله", "حلفاء"}
BODIES = ("القمه", "المؤتمر", "الاجتماع", "الملتقي")  # meetings that speak as bodies
RECEIVES = ("استقبل", "زار")


def is_of_things(text: Words, trigger: Trigger, parties: list[Party]) -> bool:
    """Tell whether a thing does what is told, or nobody does: one of the questions that follow here."""
    return is_backed_by_thing(text, trigger, parties) or any(ask(text, trigger) for ask in QUESTIONS)


def is_backed_by_thing(text: Words, trigger: Trigger, parties: list[Party]) -> bool:
    """Tell whether neither a name nor a noun that can act follows «بدعم من»."""
    word = trigger.form.entry.word
    if not word.startswith("بدعم") or not word.endswith("من") or not follows(text, trigger.last):
        return False
    head = text.folded[trigger.last + 1]
    named = any(p.start == trigger.last + 1 and (not p.demonym or p.first == p.start) for p in parties)
    return not named and head.removeprefix(ARTICLE) not in ABLE


def is_of_masses(text: Words, trigger: Trigger) -> bool:
    """Tell whether a place receives travellers, pupils or the like, or these visit it (زار مصر 15 مليون سائح)."""
    if trigger.form.entry.word not in RECEIVES or trigger.form.tense not in FINITE:
        return False
    behind = text.folded[trigger.last + 1 : trigger.last + 1 + MASSES_WITHIN]
    seat = any(bare in words("receives_masses") for bare in stripped(behind[0])) if behind else False
    return seat or any(bare in words("masses") for word in behind for bare in stripped(word))


def is_danger(text: Words, trigger: Trigger) -> bool:
    """Tell whether a thing endangers, or an authority warns its own public (الجفاف يهدد، حذرت رعاياها من السفر)."""
    if trigger.form.entry.type != "THREATEN" or trigger.form.tense not in FINITE:
        return False
    beside = text.folded[max(0, trigger.first - 2) : trigger.first] + text.folded[trigger.last + 1 : trigger.last + 2]
    public = text.folded[trigger.last + 1 : trigger.last + 1 + PUBLIC_WITHIN]
    return not words("threatens_as_thing").isdisjoint(beside) or not words("own_public").isdisjoint(public)


def is_of_art(text: Words, trigger: Trigger) -> bool:
    """Tell whether a word is the title of a work, or talks are an interview with an artist (حوار مع الشاعر)."""
    if trigger.form.entry.type != "CONSULT" or trigger.form.tense in FINITE:
        return False
    before, behind = word_before(text, trigger.first), text.folded[trigger.last + 1 : trigger.last + 3]
    titled = trigger.form.tense == "noun" and before in words("work_of_art")
    return titled or (behind[:1] == ["مع"] and not words("artist").isdisjoint(behind[1:]))


def is_demand(text: Words, trigger: Trigger) -> bool:
    """Tell whether «على» makes a request a demand of the market (الطلب الصيني على النفط)."""
    market = trigger.form.entry.word == "طلب" and trigger.form.tense == "noun"
    return market and "علي" in text.folded[trigger.last + 1 : trigger.last + 3]


def speaks(text: Words, trigger: Trigger) -> bool:
    """Tell whether a meeting is the subject of a verb of speech, and so a body (أدانت القمة العربية العدوان)."""
    if trigger.form.entry.type != "CONSULT" or trigger.form.tense in FINITE or trigger.first == 0:
        return False
    if text.folded[trigger.first] not in BODIES or not follows(text, trigger.first - 1):
        return False
    before = word_before(text, trigger.first).removeprefix("و")
    said = any(form.entry.type in SPOKEN and form.tense == "perfect" for form in default().get(before, ()))
    return said or is_form(before, "reporting_verbs")


def is_ware(text: Words, trigger: Trigger) -> bool:
    """Tell whether a weapon is supplied, made or found, and hits nobody (تمدهم بالعبوات الناسفة)."""
    if trigger.form.entry.word not in words("weapon") or trigger.form.entry.type != "ASSAULT":
        return False
    near = text.folded[max(0, trigger.first - WARE_WITHIN) : trigger.first]
    return not words("deals_in_arms").isdisjoint(near)


def is_supposed(text: Words, trigger: Trigger) -> bool:
    """Tell whether a noun begins what is said, and what it would mean follows (رفض الكونغرس للاتفاق يعني الحرب)."""
    word, first = text.folded[trigger.first], trigger.first
    noun = trigger.form.tense == "noun" or is_like_its_noun(trigger.form, word)
    if not noun or trigger.cut or trigger.form.pronoun or word.startswith(ARTICLE):
        return False
    begins = first == 0 or not follows(text, first - 1) or word_before(text, first) in words("saying")
    last = min(first + MEANS_WITHIN, text.spans[text.sentences[first]][1])
    means = places(text, words("would_mean"), first + 1, last)
    return begins and any(not CLAUSE_END.search(text.text[text.ends[first] : text.starts[i]]) for i in means)


def is_no_harm(text: Words, trigger: Trigger) -> bool:
    """Tell whether nobody was hurt by what is told (لم تسفر عن إصابات، من دون وقوع إصابات)."""
    if trigger.form.entry.type != "ASSAULT" or text.folded[trigger.first][trigger.cut :] not in words("harm"):
        return False
    near = places(text, words("result"), max(0, trigger.first - HARM_WITHIN), trigger.first)
    bare = word_before(text, trigger.first) in WITHOUT
    return bare or any(word_before(text, i).removeprefix("و") in WITHOUT for i in near)


def is_in_name(text: Words, trigger: Trigger) -> bool:
    """Tell whether support is part of the name of forces (قوات دعم الشرعية, تحالف دعم الشرعية في اليمن)."""
    if trigger.form.entry.word != "دعم" or text.folded[trigger.last + 1 : trigger.last + 2] != ["الشرعيه"]:
        return False
    return any(bare in words("supporting_forces") for bare in stripped(word_before(text, trigger.first)))


def is_of_evidence(text: Words, trigger: Trigger) -> bool:
    """Tell whether evidence, not somebody, supports what is said (الأدلة التي تدعم ذلك، وثائق تدعم الاتهامات)."""
    if trigger.form.entry.type not in ("SUPPORT", "AID", "ACCUSE") or trigger.form.tense not in FINITE:
        return False
    before = text.folded[max(0, trigger.first - 3) : trigger.first]
    return any(bare in words("evidence") for word in before for bare in stripped(word))


QUESTIONS = (
    is_in_name,
    is_of_evidence,
    is_of_masses,
    is_danger,
    is_of_art,
    is_demand,
    speaks,
    is_ware,
    is_supposed,
    is_no_harm,
)
