"""Web pages -> the article in them, with the title, outlet, address and date that their markup gives."""

import datetime
import logging
import re
from collections.abc import Iterator
from typing import BinaryIO

from lxml import etree

from analysis.arabic import letters
from analysis.load import archives, deadline, encodings, layout, outlets
from analysis.load.documents import Piece, Unreadable
from analysis.load.stamps import DASHES, LONG_DASHES

# trafilatura takes half a second to import, so it is imported where a page asks for it.

LARGEST_PAGE = 30_000_000  # bytes; a page saved with its pictures inside has as many
PAGE_SECONDS = 3  # that finding the article may take
PLAIN_SECONDS = 2  # that taking the text of the whole page may take, where finding the article took too long
LONGEST_DATA = 1_000  # characters of a picture inside the page; longer ones are taken out first
PARAGRAPH = 15  # words; fewer above the title are a menu or a date
FEWEST_TITLE_WORDS = 3  # of the only heading of a page, where its metadata names no title
# Without these a footer with the year is read as a date, and the last change as the first day.
DATES = {"extensive_search": False, "original_date": True}

_BETWEEN = re.compile(rf"\s[|»:{DASHES}]\s|\s*[|]\s*")  # the title and the outlet in the title bar
_DATA = re.compile(rf"data:[\w/+.-]{{1,60}};base64,[A-Za-z0-9+/=]{{{LONGEST_DATA},}}")
_SAVED_FROM = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")  # Chrome, Edge and Internet Explorer
_SINGLE_FILE = re.compile(r"Page saved with SingleFile\s+url: (\S+)\s+saved date: (\w{3} \w{3} \d\d \d{4} [\d:]{8})")

logging.getLogger("trafilatura").setLevel(logging.CRITICAL)  # an empty page is told in the table of problems
logging.getLogger("htmldate").setLevel(logging.CRITICAL)


def html(handle: BinaryIO) -> Iterator[Piece]:
    """Yield the article of a web page; raise Unreadable where it has none."""
    raw = handle.read(LARGEST_PAGE + 1)
    if len(raw) > LARGEST_PAGE:
        raise Unreadable("page too large", f"more than {LARGEST_PAGE:,} bytes: save the page without pictures")
    found = encodings.decoded(raw)
    archives.check_entities(raw[: archives.HEAD], "web page")
    page = _DATA.sub("data:,", found.text.replace("\0", ""))
    try:
        with deadline.within(PAGE_SECONDS):
            text, facts = article(page)
    except Exception:  # too slow, or broken over this page: the plain way is left
        text, facts = "", {}
    if not text.strip():
        with deadline.within(PLAIN_SECONDS):
            text = whole_text(page)
    if not text.strip():
        raise Unreadable("page without text", "a script loads it in the browser: print the page to a PDF")
    yield Piece(text, found.encoding, {**facts, **saved(page)})


def article(page: str) -> tuple[str, dict[str, str]]:
    """Return the article of a page, its title above it, and its facts; empty where trafilatura finds none."""
    import trafilatura

    tree = trafilatura.load_html(page)
    mended = None if tree is None else layout.mended(trafilatura.load_html(page))
    found = trafilatura.bare_extraction(
        mended, with_metadata=True, include_comments=False, date_extraction_params=DATES
    )
    if tree is None or found is None:
        return "", {}
    title, published = heading(tree, found.title), markup_date(tree)
    flat = "\n" not in found.text.strip()  # of a short page trafilatura returns all words in one line
    body = whole_text(page) if flat and title and letters.fold(title) in letters.fold(found.text) else found.text
    facts = {
        "title": title or found.title, "source": outlet(tree, title, found.sitename), "url": found.url,
        "published": published, "page_date": None if published else found.date,
    }  # fmt: skip
    text = below(title, body)
    page_lines = layout.lines(tree)
    facts["outside"] = "\n".join(layout.outside(page_lines, text))
    if not published:
        facts["near_title"] = "\n".join(layout.between(page_lines, facts["title"], text))
    return text, {name: fact for name, fact in facts.items() if fact}


def below(title: str | None, text: str) -> str:
    """Return the text below its title, unless the title is a part of its first lines already."""
    lines = text.split("\n")
    known = letters.fold(title or "").strip()
    places = [n for n, line in enumerate(lines) if known and letters.fold(line).strip() == known]
    if not known or 0 in places or (not places and known in letters.fold(text[: 3 * len(known) + 300])):
        return text
    first = places[0] if places else 0
    over = [line for line in lines[:first] if len(line.split()) < PARAGRAPH]
    rest = [line for n, line in enumerate(lines) if n not in places and not (n < first and line in over)]
    return "\n".join([*over, title or "", "", *rest])


def heading(tree, title: str | None) -> str | None:
    """Return the heading of a page that its metadata calls the title, or its only one, or what the browser shows."""
    named = [words for words in headings(tree, "h1", "h2") if title and letters.fold(words) in letters.fold(title)]
    first = headings(tree, "h1")
    alone = first if len(first) == 1 and len(first[0].split()) >= FEWEST_TITLE_WORDS else []
    named_site = not title or len(title.split()) < FEWEST_TITLE_WORDS or outlets.is_known(title)
    whole = shown(tree) if named_site else []
    longest = [part for part in whole[:1] if len(part.split()) > FEWEST_TITLE_WORDS]
    return next(iter([*sorted(named, key=len, reverse=True), *alone, *longest]), None)


def headings(tree, *tags: str) -> list[str]:
    """Return the words of all elements with these tags."""
    found = [" ".join("".join(node.itertext()).split()) for node in tree.iter(*tags)]
    return [words for words in found if words]


def shown(tree) -> list[str]:
    """Return the parts of what the browser shows as the title («عنوان الخبر | اسم الموقع»), the longest first."""
    parts = _BETWEEN.split(next(iter(headings(tree, "title")), ""))
    return sorted((part.strip() for part in parts if part.strip()), key=len, reverse=True)


def outlet(tree, title: str | None, name: str | None) -> str | None:
    """Return the outlet: the name of the site, or what the browser shows beside the title («… | رويترز»)."""
    if name and not (title and letters.fold(name) in letters.fold(title)):
        written = tree.xpath("//meta[@property='og:site_name']/@content")
        return next((own for own in written if own.casefold() == name.casefold()), name)  # trafilatura has Bbcarabic
    whole = next(iter(headings(tree, "title")), "")
    behind = re.fullmatch(rf"\s*[|»:{DASHES}]\s*([^|»{LONG_DASHES}]{{2,40}})", whole.removeprefix(title or whole))
    before = re.fullmatch(rf"([^|»{LONG_DASHES}]{{2,40}}?)\s*[|»:{DASHES}]\s*", whole.removesuffix(title or whole))
    rest = behind or before
    return rest[1].strip() if rest else None


def markup_date(tree) -> str | None:
    """Return the date that the markup of a page gives; a date that is only printed on it may be that of saving."""
    import htmldate

    nodes = tree.xpath("//meta | //script[@type='application/ld+json'] | (//time[@datetime])[1]")
    markup = b"".join(etree.tostring(node, encoding="utf-8", with_tail=False) for node in nodes)
    return htmldate.find_date(f"<html><head>{markup.decode()}</head><body></body></html>", **DATES)


def saved(page: str) -> dict[str, str]:
    """Return the address and the day of saving that browsers note in pages they save."""
    if found := _SINGLE_FILE.search(page[:10_000]):
        day = datetime.datetime.strptime(found[2], "%a %b %d %Y %H:%M:%S")
        return {"url": found[1], "saved": day.isoformat(sep=" ")}
    found = _SAVED_FROM.search(page[:10_000])
    return {"url": found[1]} if found else {}


def whole_text(page: str) -> str:
    """Return the text of a whole page, line by line, but for its menus, scripts and forms."""
    import trafilatura

    tree = trafilatura.load_html(page)
    return "" if tree is None else "\n".join(layout.lines(tree))
