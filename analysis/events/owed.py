"""«على» at the head of what is said, with a name behind it: somebody is to do what follows."""

from analysis.arabic.phrases import Words, follows, word_before
from analysis.events.sets import words

ON = frozenset(("علي", "وعلي", "فعلي"))  # «على», folded as «علي» is
LED_BY = frozenset(("ان", "وان", "بان", "فان", "انه", "وانه", "بانه", "لكن", "ولكن"))
QUOTING = frozenset(':«"“')
DEED_WITHIN = 5  # words from «على» over a name to a verbal noun at most


def is_led(text: Words, i: int) -> bool:
    """Tell whether «على» begins what is said of somebody: it follows «إن», or begins a sentence or a quotation."""
    if text.text[text.ends[i] - 1] != "ى" or text.folded[i + 1 : i + 2] == []:
        return False
    if text.folded[i + 1] in words("on_no_party"):
        return False
    if i == 0 or word_before(text, i) in LED_BY or text.sentences[i - 1] != text.sentences[i]:
        return True
    return not QUOTING.isdisjoint(text.text[text.ends[i - 1] : text.starts[i]])


def owing(text: Words, deed: int) -> int | None:
    """Return the «على» over a name for whom a verbal noun tells what to do (على السلطات المصرية وقف الاعتقالات)."""
    for i in range(deed - 1, max(-1, deed - DEED_WITHIN), -1):
        if not follows(text, i):
            return None
        if text.folded[i] in ON:
            needed = word_before(text, i) in words("needing")  # «يجب على حماس نزع سلاحها»
            return i if deed - i > 1 and (needed or is_led(text, i)) else None
    return None
