"""Text -> the stretches between quotation marks: those of a paragraph are paired, what fits no other is left alone."""

import re

#: Marks by their family; a mark closes only one of its own.
FAMILIES = {"«": "«", "»": "«", '"': '"', "\N{LEFT DOUBLE QUOTATION MARK}": '"', "\N{RIGHT DOUBLE QUOTATION MARK}": '"'}
MARK = re.compile('[«»"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]')
BEFORE = re.compile("(?:^|[\\s({\\[:،\N{ARABIC TATWEEL}\\-–])$")  # what an opening mark stands behind
BEHIND = re.compile("(?:[\\s)}\\].,:؛،؟!…\\-–]|$)")  # what stands behind a closing mark
ALONE = re.compile('\\s*[«"\N{LEFT DOUBLE QUOTATION MARK}\N{RIGHT DOUBLE QUOTATION MARK}]\\s*$')
SPEECH = re.compile(":\\s*$")


def stretches(text: str) -> list[tuple[int, int]]:
    """Return where quotations begin and end, marks included, from left to right; of nested ones the outermost.

    >>> [text[a:b] for text in ['قال حزب "أ": "نحن" و"ب'] for a, b in stretches(text)]
    ['"أ"', '"نحن"']
    """
    found, start = [], 0
    for line in text.split("\n"):
        found += [(start + a, start + b) for a, b in outermost(paired(line))]
        start += len(line) + 1
    return found


def paired(line: str) -> list[tuple[int, int]]:
    """Return the pairs of marks of one paragraph; a mark behind the colon of a speech may lack its end."""
    waiting: list[int] = []
    pairs = []
    for match in MARK.finditer(line):
        place, family = match.start(), FAMILIES[match[0]]
        same = [n for n, other in enumerate(waiting) if FAMILIES[line[other]] == family]
        if opens(line, place, bool(same)):
            waiting.append(place)
        elif same:
            pairs.append((waiting[same[-1]], place + 1))
            del waiting[same[-1] :]
    last = waiting[-1] if waiting else None
    if last is not None and SPEECH.search(line[:last]) and not MARK.search(line, last + 1):
        pairs.append((last, len(line.rstrip())))
    return pairs


def opens(line: str, place: int, is_open: bool) -> bool:
    """Tell whether a mark opens: by its form, else by the blanks around it, else by whether another is open."""
    if line[place] in "«»":
        return line[place] == "«"
    before, behind = BEFORE.search(line[:place]), BEHIND.match(line, place + 1)
    return not is_open if bool(before) == bool(behind) else bool(before)


def outermost(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the pairs that lie in no other, in order."""
    found: list[tuple[int, int]] = []
    for start, end in sorted(pairs, key=lambda pair: (pair[0], -pair[1])):
        if not found or start >= found[-1][1]:
            found.append((start, end))
    return found
