"""Words that tell no act of their own: «استهداف أي صحفي», «بلدات مهددة», «المبعوث للمفاوضات النووية»."""

from analysis.arabic.finite import is_finite
from analysis.arabic.phrases import ARTICLE, Words, follows, word_before
from analysis.events.options import stripped
from analysis.events.own_dead import MEN_WITHIN, is_man_of
from analysis.events.parties import breaks
from analysis.events.sets import words
from analysis.events.triggers import ANY, NOMINAL, Trigger
from analysis.events.types import FORCED

DENIED = 5  # words from a negation to the deed that was not done at most
NOT = frozenset(("لم", "ولم", "لن", "ولن", "لا", "ولا", "عدم", "دون", "بدون", "نفي", "نفت", "ينفي", "تنفي"))
WHOEVER = frozenset(("من", "ومن", "لمن", "ممن", "بمن", "فمن"))
ADMITS, ADMITTED_WITHIN = ("اعترف", "أقر"), 5  # verbs; words from them over their subject to what is admitted
ELSE_WITHIN = 4  # words from «لمن يهاجمون القانون» to what else he may do at most
ABSTAINED_WITHIN = 5  # words from «امتنع» over who abstains to the vote at most
DANGER_WITHIN = 3  # words from «يشكل» to the threat that somebody is at most
FOUGHT_WITHIN = 9  # words from a fight against crimes to the last crime of its list at most
SENT = 5  # words from an envoy over who sent him to the talks that he is for at most


def is_unspecific(text: Words, trigger: Trigger) -> bool:
    """Tell whether a trigger tells no act of its own: it meets anybody, is feared, or says what an envoy is for."""
    return any(ask(text, trigger) for ask in QUESTIONS)


def is_of_anybody(text: Words, trigger: Trigger) -> bool:
    """Tell whether a deed by force would meet anybody at all (من غير المقبول استهداف أي صحفي)."""
    forced = trigger.form.entry.type in FORCED and trigger.form.tense in NOMINAL
    denied = not NOT.isdisjoint(
        text.folded[max(0, trigger.first - DENIED) : trigger.first]
    )  # «لم يتم اعتقال أي مستوطن»
    return forced and not denied and not ANY.isdisjoint(text.folded[trigger.last + 1 : trigger.last + 2])


def is_at_risk(text: Words, trigger: Trigger) -> bool:
    """Tell whether a participle only says that something is threatened (أرسلت مقاتلين إلى بلدات أخرى مهددة)."""
    threatened = trigger.form.entry.word == "هدد" and trigger.form.tense == "participle"
    return threatened and not follows(text, trigger.last)


def is_in_title(text: Words, trigger: Trigger) -> bool:
    """Tell whether talks behind «ل» say what an envoy is for (زار المبعوث الأوروبي للمفاوضات النووية طهران)."""
    if trigger.form.entry.type != "CONSULT" or not text.folded[trigger.first].startswith("لل"):
        return False
    near = range(max(0, trigger.first - SENT), trigger.first)
    sent = (i for i in near if any(bare in words("sent_for_talks") for bare in stripped(text.folded[i])))
    first = next(sent, None)
    return first is not None and not breaks(text, first, trigger.first)


def is_done_by_whoever(text: Words, trigger: Trigger) -> bool:
    """Tell whether whoever does it is meant (لمن يهاجمون القانون أو يرفضونه); not: «طهران هي من تدعم الجماعة»."""
    if trigger.form.tense != "imperfect" or trigger.first < 2:
        return False
    who = trigger.first - 1
    if text.folded[who] == "او":
        who = next((i for i in range(who - 1, max(0, who - ELSE_WITHIN), -1) if text.folded[i] in WHOEVER), 0)
    pointed = who > 0 and text.folded[who - 1] in words("pronoun")
    return who > 0 and text.folded[who] in WHOEVER and not pointed


def is_means(text: Words, trigger: Trigger) -> bool:
    """Tell whether pressure only says what a group or a thing is for (جماعات ضغط، ورقة ضغط)."""
    pressed = trigger.form.entry.word == "ضغط" and not trigger.cut and trigger.first > 0
    before = text.folded[trigger.first - 1] if pressed else ""
    return any(bare in words("for_pressure") for bare in stripped(before)) if before else False


def is_own_loss(text: Words, trigger: Trigger) -> bool:
    """Tell whether somebody only confirms that men of his own died (أقرت الجماعة بمقتل ثلاثة من مقاتليها)."""
    if trigger.form.entry.type != "CONCEDE" or trigger.form.entry.word not in ADMITS:
        return False
    near = range(trigger.last + 1, min(trigger.last + 1 + ADMITTED_WITHIN, len(text.folded)))
    death = next((i for i in near if text.folded[i][1:] in words("deaths") and text.folded[i][0] == "ب"), None)
    men = text.folded[death + 1 : death + 1 + MEN_WITHIN] if death is not None else []
    return any(is_man_of(word) or word in words("own_soldier") for word in men)


def is_crime_fought(text: Words, trigger: Trigger) -> bool:
    """Tell whether a crime is only one of those that are fought (مكافحة الإرهاب وتمويله والقرصنة والخطف)."""
    listed = text.folded[trigger.first].startswith("و" if trigger.form.pronoun else f"و{ARTICLE}")
    if trigger.form.tense not in NOMINAL or not listed:
        return False  # «مكافحة الفساد ومحاسبة المسؤولين»: that is done
    for i in range(trigger.first - 1, max(-1, trigger.first - 1 - FOUGHT_WITHIN), -1):
        if breaks(text, i, i + 1) or is_finite(text.folded[i]):
            return False
        if any(bare in words("fighting_crime") for bare in stripped(text.folded[i])):
            return True
    return False


def is_danger_to(text: Words, trigger: Trigger) -> bool:
    """Tell whether a threat is only what somebody or something is (الجماعة تشكل تهديدا للقوات الأميركية)."""
    if trigger.form.entry.word != "هدد" or trigger.form.tense != "noun" or trigger.cut:
        return False
    near = range(max(0, trigger.first - DANGER_WITHIN), trigger.first)
    verb = next((i for i in near if text.folded[i].removeprefix("و") in words("amounts_to")), None)
    return verb is not None and not breaks(text, verb, trigger.first)


def is_in_custody(text: Words, trigger: Trigger) -> bool:
    """Tell whether a trial or an inquiry is only what somebody is kept in prison for (حبسه على ذمة المحاكمة)."""
    return word_before(text, trigger.first) == "ذمه"


def is_at_all(text: Words, trigger: Trigger) -> bool:
    """Tell whether «الإطلاق» is no firing but «at all» (أكبر خسارة على الإطلاق)."""
    return text.folded[trigger.first] == "الاطلاق" and word_before(text, trigger.first) == "علي"


def is_abstention(text: Words, trigger: Trigger) -> bool:
    """Tell whether somebody only abstains from a vote, which refuses nothing (امتنعت الصين عن التصويت)."""
    near = text.folded[trigger.last + 1 : trigger.last + 1 + ABSTAINED_WITHIN]
    return trigger.form.entry.word == "امتنع" and any(bare == "تصويت" for word in near for bare in stripped(word))


def is_in_ministry(text: Words, trigger: Trigger) -> bool:
    """Tell whether a noun is a field in the name of a ministry (وزير التخطيط والتعاون الدولي)."""
    if text.folded[trigger.first] not in words("field_of_ministry"):
        return False
    at = trigger.first - 1
    while at >= 0 and (text.folded[at].lstrip("و").startswith(ARTICLE) or text.folded[at] in words("field_heads")):
        at -= 1
    return at >= 0 and any(bare in words("ministry_heads") for bare in stripped(text.folded[at]))


QUESTIONS = (
    is_of_anybody,
    is_at_risk,
    is_in_title,
    is_in_ministry,
    is_danger_to,
    is_abstention,
    is_at_all,
    is_in_custody,
    is_done_by_whoever,
    is_means,
    is_own_loss,
    is_crime_fought,
)
