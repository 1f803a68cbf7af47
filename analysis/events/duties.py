"""«على» with a name and «أن»: what somebody is to do, a request of whoever says so («إن على إيران أن توقف»).

Also with a verbal noun in place of «أن» («على السلطات وقف الاعتقالات»).
"""

from analysis.arabic.phrases import ARTICLE, Words, follows
from analysis.events.candidates import DUTY, candidates
from analysis.events.forms import Form
from analysis.events.options import Reader
from analysis.events.owed import ON, is_led, owing
from analysis.events.parties import Party
from analysis.events.triggers import Trigger

THAT = frozenset(("ان", "الا"))
COMMA = "\N{ARABIC COMMA}"
REACH = 8  # words from «على» to «أن» at most


def duties(text: Words, forms: Reader, found: list[Trigger]) -> list[Trigger]:
    """Return triggers, in text order, with one more for each duty of a named party that none of them tells."""
    known = forms.options["يجب"].before.get("علي", ())
    form = next((option.form for option in known if option.form.rest == ("علي",)), None)
    on = candidates(text, DUTY)
    if form is None or not on:
        return found
    taken = {i for trigger in found for i in range(trigger.first, trigger.last + 1)}
    deeds = frozenset(trigger.first for trigger in found if is_deed(text, trigger))
    told = (duty(text, i, form, taken) or bare_duty(text, i, form, deeds) for i in on)
    return sorted([*found, *filter(None, told)], key=lambda trigger: trigger.first)


def duty(text: Words, i: int, form: Form, taken: set[int]) -> Trigger | None:
    """Return the duty that word i, «على», leads in: the verb behind «أن», or «على» itself if that verb tells an act."""
    if i in taken or not is_led(text, i):
        return None
    for j in range(i + 2, min(i + REACH, len(text.folded) - 1)):
        if text.sentences[j] != text.sentences[i]:
            return None
        if text.folded[j] in THAT:
            if text.text[text.ends[i] : text.starts[j]].count(COMMA) == 1:
                return None  # «على كل حال، قال إن»
            place = i if j + 1 in taken else j + 1
            return Trigger(place, place, 0, form._replace(rest=()), future=False)
    return None


def is_deed(text: Words, trigger: Trigger) -> bool:
    """Tell whether a trigger is a verbal noun with a genitive behind it and no clitic before it (وقف القصف)."""
    word = text.folded[trigger.first]
    bound = trigger.form.tense == "noun" and trigger.form.entry.pos == "verb" and not trigger.cut
    return bound and not word.startswith(ARTICLE) and word[-1:] != "ا" and follows(text, trigger.last)


def bare_duty(text: Words, i: int, form: Form, deeds: frozenset[int]) -> Trigger | None:
    """Return the duty that «على», a name and a verbal noun tell (على السلطات المصرية وقف الاعتقالات)."""
    if not is_led(text, i) or not any(owing(text, deed) == i for deed in deeds):
        return None
    return Trigger(i, i, 0, form._replace(rest=()), future=False)


def is_nobodys_duty(text: Words, trigger: Trigger, parties: list[Party]) -> bool:
    """Tell whether «على» before a verbal noun has no name behind it (على ضرورة وقف العنف، على مشروع بحث)."""
    if trigger.form.tense != "phrase" or text.folded[trigger.first] not in ON or trigger.last > trigger.first:
        return False
    that = not THAT.isdisjoint(text.folded[trigger.first + 2 : trigger.first + REACH])
    return not that and not any(p.under in ("على", None) and p.start == trigger.first + 1 for p in parties)
