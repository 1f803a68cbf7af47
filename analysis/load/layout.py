"""How a web page is laid out: its lines as the reader sees them, and the old ways to lay out an article mended."""

import re
from collections.abc import Sequence

from lxml import etree

from analysis.arabic import letters

NO_TEXT = ("script", "style", "noscript", "template", "nav", "aside", "footer", "form", "button")
BLOCKS = (
    "p", "div", "br", "li", "tr", "h1", "h2", "h3", "h4", "section", "article", "blockquote", "td", "title", "header",
    "time", "figcaption", "ul",
)  # fmt: skip
TABLE = ("table", "tbody", "thead", "tfoot", "tr", "td", "th", "center")
LONGEST_CELL = 200  # characters; a cell with more holds no value of a table but a part of the page
LIKE = 40  # characters at the beginning of the first paragraph by which it is found
_BETWEEN_LETTERS = re.compile(r"\W+")
MOST_NEAR = 8  # lines between the title and the text that may tell the day


def mended(tree):
    """Return a page whose paragraphs are elements: layout tables become divisions, two line breaks a new paragraph."""
    for table in list(tree.iter("table")):
        if any(len("".join(cell.itertext())) > LONGEST_CELL for cell in table.iter("td")):
            for part in [table, *table.iterdescendants(*TABLE)]:
                part.tag = "div"
    for parent in {line.getparent() for line in tree.iter("br") if followed_by_break(line)}:
        divide(parent)
    return tree


def followed_by_break(line) -> bool:
    """Tell whether a line break stands directly before another."""
    following = line.getnext()
    return following is not None and following.tag == "br" and not (line.tail or "").strip()


def divide(parent) -> None:
    """Make the text between line breaks a paragraph each, in place: the element belongs to a page just read."""
    parts, text = [], parent.text
    paragraph = etree.Element("p")
    paragraph.text = text
    for child in list(parent):
        tail, child.tail = child.tail, None
        parent.remove(child)
        if child.tag != "br":
            child.tail = tail
            paragraph.append(child)
            continue
        parts.append(paragraph)
        paragraph = etree.Element("p")
        paragraph.text = tail
    parent.text = None
    parent.extend(part for part in [*parts, paragraph] if "".join(part.itertext()).strip() or len(part))
    parent.tag = "div" if parent.tag in ("p", "font", "span") else parent.tag


def lines(tree) -> list[str]:
    """Return the lines of a page but for its menus, scripts and forms; the page's own elements are changed by it."""
    headed = any(
        "".join(node.itertext()).strip() for node in tree.iter("h1")
    )  # else the title stands in the head alone
    etree.strip_elements(tree, *NO_TEXT, *(["head"] if headed else []), with_tail=False)
    for node in tree.iter(*BLOCKS):
        node.text, node.tail = f"\n{node.text or ''}", f"\n{node.tail or ''}"
    found = (" ".join(line.split()) for line in "".join(tree.itertext(with_tail=True)).split("\n"))
    return [line for line in found if line]


def between(page: Sequence[str], title: str | None, text: str) -> list[str]:
    """Return the lines of a page that stand between its headline and the first paragraph of its text."""
    head = letters.fold(title or "").strip()
    body = next((line for line in text.split("\n") if letters.fold(line).strip() != head and line.strip()), "")
    start = letters.fold(body)[:LIKE].strip()
    folded = [letters.fold(line).strip() for line in page]
    first = next((n for n, line in enumerate(folded) if start and line.startswith(start)), None)
    above = [n for n, line in enumerate(folded[:first]) if head and line == head]
    return list(page[above[-1] + 1 : first])[:MOST_NEAR] if above and first is not None else []


def outside(page: Sequence[str], text: str) -> list[str]:
    """Return the lines of a page that its article does not hold, whatever stands between their letters.

    >>> outside(["قبول الكل", "قال «الوزير»"], "قال الوزير:")
    ['قبول الكل']
    """
    held = _BETWEEN_LETTERS.sub("", letters.fold(text))
    return [line for line in page if _BETWEEN_LETTERS.sub("", letters.fold(line)) not in held]
