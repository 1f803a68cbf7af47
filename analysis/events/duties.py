"""«على» with a name and «أن»: what somebody is to do, a request of whoever says so («إن على إيران أن توقف»)."""

from analysis.arabic.phrases import Words, word_before
from analysis.events.candidates import DUTY, candidates
from analysis.events.forms import Form
from analysis.events.options import Reader
from analysis.events.sets import words
from analysis.events.triggers import Trigger

ON = frozenset(("علي", "وعلي", "فعلي"))  # «على», folded as «علي» is
LED_BY = frozenset(("ان", "وان", "بان", "فان", "انه", "وانه", "بانه", "لكن", "ولكن"))
QUOTING = frozenset(':«"“')
THAT = frozenset(("ان", "الا"))
REACH = 8  # words from «على» to «أن» at most


def duties(text: Words, forms: Reader, found: list[Trigger]) -> list[Trigger]:
    """Return triggers, in text order, with one more for each duty of a named party that none of them tells."""
    known = forms.options["يجب"].before.get("علي", ())
    form = next((option.form for option in known if option.form.rest == ("علي",)), None)
    on = candidates(text, DUTY)
    if form is None or not on:
        return found
    taken = {i for trigger in found for i in range(trigger.first, trigger.last + 1)}
    told = (duty(text, i, form, taken) for i in on)
    return sorted([*found, *filter(None, told)], key=lambda trigger: trigger.first)


def duty(text: Words, i: int, form: Form, taken: set[int]) -> Trigger | None:
    """Return the duty that word i, «على», leads in: the verb behind «أن», or «على» itself if that verb tells an act."""
    if text.text[text.ends[i] - 1] != "ى" or i in taken or not is_led(text, i):
        return None
    if text.folded[i + 1 : i + 2] == [] or text.folded[i + 1] in words("on_no_party"):
        return None
    for j in range(i + 2, min(i + REACH, len(text.folded) - 1)):
        if text.sentences[j] != text.sentences[i]:
            return None
        if text.folded[j] in THAT:
            place = i if j + 1 in taken else j + 1
            return Trigger(place, place, 0, form._replace(rest=()), future=False)
    return None


def is_led(text: Words, i: int) -> bool:
    """Tell whether «على» begins what is said: it follows «إن», or begins a sentence or a quotation."""
    if i == 0 or word_before(text, i) in LED_BY or text.sentences[i - 1] != text.sentences[i]:
        return True
    return not QUOTING.isdisjoint(text.text[text.ends[i - 1] : text.starts[i]])
