"""One file of many articles, as LexisNexis and Factiva export them -> its articles, with headline, outlet and day."""

import re
from collections.abc import Iterator

from analysis.load import stamps
from analysis.load.documents import Piece, Unreadable

#: What closes an article: a line of Nexis («End of Document»), or of Factiva («Document SRCE000020240317ek3h0001b»).
_NEXIS_END = re.compile(r"^\s*End of Document\s*$", re.MULTILINE)
_FACTIVA_END = re.compile(r"^\s*Document [A-Z]{2,12}\d{10,18}[a-z0-9]{5,14}\s*$", re.MULTILINE)
_WORDS = re.compile(r"[\d,]+ (?:words|mots|كلمة|كلمات)")
_TIME = re.compile(r"\d{1,2}:\d\d(?: (?:GMT|AM|PM))?")
_RIGHTS = re.compile(r"(?:©|\(c\)|copyright|حقوق النشر)", re.IGNORECASE)
_TAG = re.compile(r"(HD|SE|BY|CR|WC|PD|ET|SN|SC|ED|PG|LA|CY|LP|TD|ART|CO|IN|NS|RE|IPC|IPD|PUB|AN)(?:\s+|$)(.*)")
_AFTER_BODY = re.compile(r"(?:Load-Date:|Classification$|Graphic$|Notes$)")
NEXIS_BODY = "Body"
PROSE, STOPS = 10, (".", "!", "؟", "…")  # words of a line that is a paragraph, and how it ends
CUT_SHORT = "an article without its end: it is read as it stands; export it again where it breaks off"
BODY_TAGS = ("LP", "TD")


def pieces(file: Piece | Unreadable) -> Iterator[Piece | Unreadable]:
    """Yield the articles of an export, or what else a file gives as it is."""
    if isinstance(file, Unreadable) or "Document" not in file.text:
        yield file
        return
    for end, article in ((_NEXIS_END, nexis), (_FACTIVA_END, factiva)):
        if end.search(file.text):
            *blocks, rest = map(lines_of, end.split(file.text))
            yield from (piece_of(article(lines), file) for lines in blocks if lines)
            if any(map(is_paragraph, rest)):  # else a summary of the export, or nothing
                yield piece_of(article(rest), file)
                yield Unreadable("text behind the last article of an export", CUT_SHORT)
            return
    yield file


def is_paragraph(line: str) -> bool:
    """Tell whether a line is prose: long, and with a full stop."""
    return len(line.split()) >= PROSE and line.endswith(STOPS)


def lines_of(block: str) -> list[str]:
    """Return the lines of an article that are not empty."""
    return [line.strip() for line in block.split("\n") if line.strip()]


def piece_of(facts: dict[str, str], file: Piece) -> Piece:
    """Return an article of an export: its headline above its text."""
    text = "\n\n".join(filter(None, (facts.get("title"), facts["text"])))
    known = {name: fact for name, fact in facts.items() if fact and name != "text"}
    return Piece(text, file.encoding, {**file.facts, **known})


def nexis(lines: list[str]) -> dict[str, str]:
    """Return the facts of an article of Nexis: headline, outlet and day in three lines, the text below «Body»."""
    if NEXIS_BODY not in lines:
        return {"text": "\n".join(lines)}
    start = lines.index(NEXIS_BODY)
    day = next((n for n in range(start - 1, 1, -1) if is_day(lines[n])), None)
    end = next((n for n in range(start + 1, len(lines)) if _AFTER_BODY.match(lines[n])), len(lines))
    body = {"text": "\n".join(lines[start + 1 : end])}
    if day is None:
        return body
    return body | {"title": lines[day - 2], "source": lines[day - 1], "published": lines[day]}


def factiva(lines: list[str]) -> dict[str, str]:
    """Return the facts of an article of Factiva: by tags (HD, PD, SN, LP, TD), else by the order of its lines."""
    if any(_TAG.fullmatch(line) and line.startswith("HD") for line in lines[:4]):
        return tagged(lines)
    counted = next((n for n, line in enumerate(lines) if _WORDS.fullmatch(line)), None)
    if not counted:
        return {"text": "\n".join(lines)}
    day = next((n for n in range(counted + 1, min(counted + 4, len(lines))) if is_day(lines[n])), counted)
    outlet = next((n for n in range(day + 1, len(lines)) if not _TIME.fullmatch(lines[n])), day)
    rights = next((n for n in range(outlet, min(outlet + 8, len(lines))) if _RIGHTS.match(lines[n])), outlet)
    return {
        "title": lines[0], "published": lines[day], "source": lines[outlet], "text": "\n".join(lines[rights + 1 :]),
    }  # fmt: skip


def tagged(lines: list[str]) -> dict[str, str]:
    """Return the facts of an article of Factiva whose parts are named by tags of two letters."""
    parts, tag = {}, ""
    for line in lines:
        found = _TAG.fullmatch(line)
        tag, line = (found[1], found[2]) if found else (tag, line)
        parts.setdefault(tag, []).extend([line] if line else [])
    text = [line for name in BODY_TAGS for line in parts.get(name, ())]
    named = {"title": "HD", "source": "SN", "published": "PD"}
    return {field: " ".join(parts.get(name, ())) for field, name in named.items()} | {"text": "\n".join(text)}


def is_day(line: str) -> bool:
    """Tell whether a line is a day alone (March 17, 2024 Sunday).

    >>> is_day("March 17, 2024 Sunday"), is_day("17 March 2024"), is_day("Length: 214 words")
    (True, True, False)
    """
    return stamps.is_alone(line, len(line.split()))
