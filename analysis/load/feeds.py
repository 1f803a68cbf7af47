"""Feeds, and the export of a WordPress site, which is one -> their articles: RSS 2.0, RSS 1.0 and Atom."""

from collections.abc import Iterator
from typing import BinaryIO

import lxml.html
from lxml import etree

from analysis.load import archives, layout, sheets
from analysis.load.documents import Piece, Unreadable

LARGEST_FEED = 200_000_000  # bytes; the export of a large site has as many

_RSS_1, _ATOM = "{http://purl.org/rss/1.0/}", "{http://www.w3.org/2005/Atom}"
_WHOLE, _DUBLIN_CORE = "{http://purl.org/rss/1.0/modules/content/}", "{http://purl.org/dc/elements/1.1/}"
ITEMS = ("item", f"{_RSS_1}item", f"{_ATOM}entry")
CHANNELS = ("channel", f"{_RSS_1}channel", f"{_ATOM}feed")
TITLES = ("title", f"{_RSS_1}title", f"{_ATOM}title")

#: The elements that hold each field, the best first.
ELEMENTS = {
    "title": TITLES,
    "text": (f"{_WHOLE}encoded", f"{_ATOM}content"),
    "excerpt": ("description", f"{_RSS_1}description", f"{_ATOM}summary"),
    "published": ("pubDate", f"{_DUBLIN_CORE}date", f"{_ATOM}published", f"{_ATOM}updated"),
    "url": ("link", f"{_RSS_1}link", f"{_ATOM}link"),
    "source": ("source", f"{_DUBLIN_CORE}publisher"),
}
MARKED_UP = ("text", "excerpt")
PLACES = {field: place for place, field in enumerate(ELEMENTS)}


def feed(handle: BinaryIO) -> Iterator[Piece | Unreadable]:
    """Yield the articles of a feed, of those that it only announces the excerpt; raise Unreadable where it is none."""
    raw = handle.read(LARGEST_FEED + 1)
    if len(raw) > LARGEST_FEED:
        raise Unreadable("feed too large", f"more than {LARGEST_FEED:,} bytes: export the articles year by year")
    archives.check_entities(raw[: archives.HEAD], "XML")
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, remove_comments=True)
    tree = etree.XML(raw, parser) if raw.strip() else None
    items = [] if tree is None else list(tree.iter(*ITEMS))
    if not items:
        raise Unreadable("no feed", "no item (RSS) and no entry (Atom) in it: save the articles as text or as a table")
    outlet = next((words for channel in tree.iter(*CHANNELS) if (words := first(channel, TITLES))), "")
    rows = ((number, list(facts(item, outlet).values())) for number, item in enumerate(items, 1))
    yield from sheets.pieces(rows, PLACES, encoding=tree.getroottree().docinfo.encoding or "utf-8", unit="item")
    if any(error.level_name == "FATAL" for error in parser.error_log):
        yield Unreadable("damaged feed", "it breaks off or is no clean XML: what stands before was read, get it again")


def facts(item, outlet: str) -> dict[str, str]:
    """Return what an item of a feed says of its article, by field; the outlet is the feed, unless it names another."""
    found = {field: first(item, names) for field, names in ELEMENTS.items()}
    found |= {field: readable(found[field]) for field in MARKED_UP}
    return found | {"source": found["source"] or outlet}


def first(parent, names: tuple[str, ...]) -> str:
    """Return the words of the first child of these names that has any; an Atom link has its address beside it."""
    children = (child for name in names for child in parent.iterchildren(name))
    own = (child for child in children if child.get("rel") in (None, "alternate"))
    told = (child.get("href") or "".join(child.itertext()) for child in own)
    return next((words.strip() for words in told if words.strip()), "")


def readable(markup: str) -> str:
    r"""Return text that stands in a feed as HTML as its reader sees it, paragraph by paragraph.

    >>> readable("<p>وصل الوزير&nbsp;أمس.</p><p>وغادر اليوم.</p>")
    'وصل الوزير أمس.\nوغادر اليوم.'
    """
    if not markup:
        return ""
    if "<p" not in markup:  # WordPress makes paragraphs of empty lines
        markup = markup.replace("\n", "<br>")
    return "\n".join(layout.lines(lxml.html.document_fromstring(f"<div>{markup}</div>")))
