"""Orders: to one's own people they are told for what they do, to another state they ask for it."""

from analysis.arabic.phrases import Words, word_before
from analysis.events.parties import Party
from analysis.events.sets import words
from analysis.events.triggers import FINITE, Trigger

ORDERED = 12  # words between an order and what is ordered at most


def without_orders(text: Words, found: list[Trigger], states: list[Party]) -> list[Trigger]:
    """Return the triggers without orders to one's own people: what is ordered is the act (أمر الرئيس بوقف الغارات)."""
    return [
        trigger
        for i, trigger in enumerate(found)
        if trigger.form.entry.word not in words("order")
        or not any(is_ordered(text, trigger, o) for o in found[i + 1 : i + 3])
        or is_to_state(trigger, found[i + 1], states)
        or is_of_court(text, trigger, found[i + 1])
    ]


def is_to_state(order: Trigger, act: Trigger, states: list[Party]) -> bool:
    """Tell whether another state is ordered, named between who orders and what (أمرت المحكمة إسرائيل بوقف هجومها)."""
    able = (state for state in states if state.under is None and not state.demonym)
    return any(state.last == act.first - 1 and order.last + 1 < state.start for state in able)


def is_of_court(text: Words, order: Trigger, act: Trigger) -> bool:
    """Tell whether a court orders a government (أمرت المحكمة الحكومة بوقف الترحيل، المحكمة كانت قد أمرت السلطات)."""
    before = text.folded[max(0, order.first - 4) : order.first]
    behind = text.folded[order.last + 1 : act.first]
    court = not words("court").isdisjoint([*before, *behind[:2]])
    return court and not words("of_power").isdisjoint(behind)


def is_ordered(text: Words, order: Trigger, act: Trigger) -> bool:
    """Tell whether a noun behind «ب» is what an order of its sentence is about (أمر بقصف المدينة، أمر بشن غارات)."""
    before = word_before(text, act.first)
    done = before.startswith("ب") and before[1:] in words("doing_act")
    led = act.form.tense not in FINITE and (done or text.folded[act.first][: act.cut] == "ب")
    return led and text.sentences[order.first] == text.sentences[act.first] and act.first - order.last <= ORDERED
