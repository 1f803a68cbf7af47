"""Words that tell no act of their own: «استهداف أي صحفي», «بلدات مهددة», «المبعوث للمفاوضات النووية»."""

from analysis.arabic.phrases import Words, follows
from analysis.events.options import stripped
from analysis.events.parties import breaks
from analysis.events.sets import words
from analysis.events.triggers import ANY, NOMINAL, Trigger
from analysis.events.types import FORCED

DENIED = 5  # words from a negation to the deed that was not done at most
NOT = frozenset(("لم", "ولم", "لن", "ولن", "لا", "ولا", "عدم", "دون", "بدون", "نفي", "نفت", "ينفي", "تنفي"))
SENT = 5  # words from an envoy over who sent him to the talks that he is for at most


def is_unspecific(text: Words, trigger: Trigger) -> bool:
    """Tell whether a trigger tells no act of its own: it meets anybody, is feared, or says what an envoy is for."""
    return is_of_anybody(text, trigger) or is_at_risk(text, trigger) or is_in_title(text, trigger)


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
