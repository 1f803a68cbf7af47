"""What a law says and nobody has done yet: duties that it sets, penalties that it threatens; prisons as places."""

from analysis.arabic.phrases import Words, word_before
from analysis.events.options import stripped
from analysis.events.sets import words
from analysis.events.triggers import CLAUSE_END, FINITE, Trigger

BY_LAW = 6  # words from the text that sets a duty to the duty at most
PENAL = ("COERCE", "SANCTION", "ASSAULT")
THREATENED = 14  # words from «يعاقب» over whoever does what to the penalty at most
PROVIDED = 10  # words from a law to what it provides at most


def is_by_law(text: Words, trigger: Trigger) -> bool:
    """Tell whether a duty follows from a text or a rule, and nobody demands it (بموجب الاتفاق يتعين على إيران)."""
    if trigger.form.entry.type != "REQUEST" or trigger.form.entry.word not in words("duty"):
        return False
    return not words("by_law").isdisjoint(text.folded[max(0, trigger.first - BY_LAW) : trigger.first])


def is_threatened(text: Words, trigger: Trigger) -> bool:
    """Tell whether a penalty is what a law provides, and met nobody (يعاقب بالسجن كل من، عقوبة تصل إلى السجن)."""
    if trigger.form.entry.type not in PENAL or trigger.form.tense in FINITE or trigger.form.pronoun:
        return False
    if trigger.form.entry.word not in words("penalty") and trigger.form.entry.mode not in ("arrest", "convict"):
        return False
    near = range(max(0, trigger.first - THREATENED), trigger.first)
    near = [i for i in near if text.sentences[i] == text.sentences[trigger.first]]
    if any(text.folded[i].removeprefix("و") in words("penalises") for i in near):
        return True
    provided = [i for i in near[-PROVIDED:] if text.folded[i].removeprefix("و") in words("provides")]
    return any(not words("law").isdisjoint(text.folded[max(0, i - 3) : i + 4]) for i in provided)


def is_prison(text: Words, trigger: Trigger) -> bool:
    """Tell whether a noun is the prison as a place (أفرج عنه من سجن طرة، بعد خروجه من السجن، إغلاق سجن غوانتانامو)."""
    if trigger.form.entry.word not in words("prison") or trigger.form.tense in FINITE or trigger.form.pronoun:
        return False
    if text.folded[trigger.first][: trigger.cut].endswith(("ب", "ل")):
        return False
    before = word_before(text, trigger.first)
    return not words("about_prison").isdisjoint(stripped(before)) and not CLAUSE_END.search(
        text.text[text.ends[trigger.first - 1] : text.starts[trigger.first]]
    )
