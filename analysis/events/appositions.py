"""Names that commas set off behind their office, read as one phrase: «قال وزير الخارجية الروسي، سيرغي لافروف، إن»."""

from bisect import bisect_right
from dataclasses import replace

from analysis.arabic.phrases import ARTICLE, Words, follows, word_before
from analysis.events.noun_phrases import preposition_at
from analysis.events.offices import bare_office
from analysis.events.sets import words

COMMAS = ("\N{ARABIC COMMA}", ",")
CLOSING = '»”"'
STOPS = (".", "\N{ARABIC SEMICOLON}", ")", "\n", "")
TITLE = 7  # words from an office to its holder at most
COUNTERPART = "نظير"


def in_one(text: Words, mentions: list[dict]) -> Words:
    """Return the words of an article without the commas around persons who are named behind their office."""
    if not any(comma in text.text for comma in COMMAS):
        return text
    apart = [pair for row in mentions if row.get("kind") == "person" and (pair := commas_of(text, row))]
    if not apart:
        return text
    letters, joins = list(text.text), list(text.joins)
    for word in (word for pair in apart for word in pair):
        gap = slice(text.ends[word], text.starts[word + 1])
        letters[gap], joins[word] = " " * len(letters[gap]), True
    return replace(text, text="".join(letters), joins=joins)


def commas_of(text: Words, row: dict) -> list[int]:
    """Return the words behind which a comma sets off a name from its office and from what comes after it."""
    first = bisect_right(text.starts, row["start"]) - 1
    last = bisect_right(text.starts, row["end"] - 1) - 1
    if first > 1 and not is_comma(text, first - 1) and word_before(text, first).startswith(ARTICLE):
        first -= 1  # «ولي العهد، الأمير محمد بن سلمان، …»
    apart = first > 0 and is_comma(text, first - 1) and is_office(text, first - 1)
    if not apart or text.starts[first] > row["start"]:
        return []
    if is_comma(text, last):
        return [first - 1, last]
    return [first - 1] if text.text[text.ends[last] : text.ends[last] + 1] in STOPS else []


def is_comma(text: Words, i: int) -> bool:
    """Tell whether nothing but a comma stands behind word i."""
    behind = text.text[text.ends[i] : text.starts[i + 1]] if i + 1 < len(text.starts) else ""
    behind = behind.lstrip(CLOSING)  # «حركة «حماس»، خالد مشعل»
    return behind[:1] in COMMAS and not behind[1:].strip()


def is_office(text: Words, last: int) -> bool:
    """Tell whether an office or a counterpart begins the phrase that ends with a word (وزير الخارجية التركي، …)."""
    for i in range(last, max(-1, last - TITLE), -1):
        if bare_office(text.folded[i]) in words("holder") | words("envoy"):
            return True
        if text.folded[i].removeprefix(ARTICLE) in words("calling"):
            return True  # «مقتل بائع السمك، محسن فكري، العام الماضي»
        if preposition_at(text.folded[i]) == COUNTERPART:
            return True
        if not i or not follows(text, i - 1):
            return False
    return False
