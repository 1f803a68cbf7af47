"""Words of an article -> the longest paths of the name tree that they walk, one after the other."""

from typing import NamedTuple

from analysis.actors.patterns import Names, Pattern
from analysis.arabic.phrases import ARTICLE, Words, follows, readings


class Match(NamedTuple):
    """A stretch of words that names somebody, before it is decided who."""

    first: int
    last: int
    cut: int  # letters of the proclitics of the first word
    patterns: tuple[Pattern, ...]
    state: str | None = None  # of an institution or office: the state it was joined with


def begins(word: str, names: Names) -> bool:
    """Tell whether a word may begin a name."""
    return any(True for _ in readings(word, names.tree))


def matches(article: Words, names: Names) -> list[Match]:
    """Return the longest matches of an article from left to right, none overlapping."""
    found, free = [], 0
    for i in article.candidates:
        if i < free:
            continue
        ways = [
            match
            for cut, word in readings(article.folded[i], names.tree)
            for match in walked(article, i, (cut, word), names)
        ]
        if ways:
            best = max(ways, key=lambda match: (match.last, -match.cut))
            found.append(best)
            free = best.last + 1
    return found


def walked(article: Words, i: int, beginning: tuple[int, str], names: Names):
    """Yield every match that begins at word i with this reading of it."""
    cut, word = beginning
    node, j = names.tree.get(word), i
    while node is not None:
        whole = tuple(
            pattern
            for pattern in node.get("", ())
            if pattern.what in ("name", "short", "holder") or is_whole(pattern, names)
        )
        if whole:
            yield Match(i, j, cut, whole)
        waiting = tuple(pattern for pattern in node.get("", ()) if pattern not in whole)
        if waiting:
            yield from completed(article, Match(i, j, cut, waiting), names)
        if not follows(article, j):
            return
        j += 1
        node = node.get(article.folded[j])


def is_whole(pattern: Pattern, names: Names) -> bool:
    """Tell whether an office needs no country: it has its holder in the list as it stands."""
    return pattern.what == "office" and (pattern.ids[0], "") in names.terms


def completed(article: Words, head: Match, names: Names):
    """Yield the ways in which an institution or office goes on to its country, and the phrase alone."""
    definite = tuple(pattern for pattern in head.patterns if pattern.definite)
    indefinite = tuple(pattern for pattern in head.patterns if not pattern.definite)
    yield head
    if not follows(article, head.last):
        return
    after = head.last + 1
    state = state_of(article.folded[after], definite=bool(definite), names=names)
    if state:
        yield head._replace(last=after, state=state, patterns=definite or indefinite)
    elif is_adjective(article.folded[after], bool(definite)) and follows(article, after):
        state = state_of(article.folded[after + 1], definite=bool(definite), names=names)
        if state:
            yield head._replace(last=after + 1, state=state, patterns=definite or indefinite)
    if indefinite and not article.folded[head.first][head.cut :].startswith(ARTICLE):
        yield from owned(article, head._replace(patterns=indefinite), names)


def state_of(word: str, *, definite: bool, names: Names) -> str | None:
    """Return the state that a demonym stands for, if its article fits the noun before it."""
    with_article = word.startswith(ARTICLE) and word[2:] in names.demonyms
    return names.demonyms.get(word) if with_article == definite else None


def is_adjective(word: str, definite: bool) -> bool:
    """Tell whether a word may be an adjective between institution and demonym (قوات قتالية أميركية)."""
    return word.startswith(ARTICLE) == definite and word.endswith(("ه", "ي")) and len(word) > 4


def owned(article: Words, head: Match, names: Names):
    """Yield an institution or office in the genitive of a state (حكومة العراق، رئيس وزراء العراق)."""
    node, j, reached = names.tree, head.last, None
    while follows(article, j) and article.folded[j + 1] in node:
        j += 1
        node = node[article.folded[j]]
        state = next(
            (p.ids[0] for p in node.get("", ()) if p.what == "name" and p.ids[0] in names.states.values()),
            None,
        )
        reached = (j, state) if state else reached
    if reached:
        yield head._replace(last=reached[0], state=reached[1])
