"""Words of an article -> the longest paths of the name tree that they walk, one after the other."""

from typing import NamedTuple

from analysis.actors.patterns import Names, Pattern
from analysis.arabic.phrases import ARTICLE, Words, follows

WHOLE = ("name", "short", "holder")


class Match(NamedTuple):
    """A stretch of words that names somebody, before it is decided who."""

    first: int
    last: int
    cut: int  # letters of the proclitics of the first word
    patterns: tuple[Pattern, ...]
    state: str | None = None  # of an institution or office: the state it was joined with


def matches(article: Words, names: Names) -> list[Match]:
    """Return the longest matches of an article from left to right, none overlapping."""
    found, free, folded, tree = [], 0, [*article.folded, ""], names.tree
    for i in article.candidates:
        if i < free:
            continue
        ways = []
        for reading in names.readings[folded[i]]:
            node = tree[reading[1]]
            if "" in node or folded[i + 1] in node:
                ways += walked(article, i, reading, names)
        if ways:
            best = max(ways, key=lambda match: (match.last, -match.cut))
            found.append(best)
            free = best.last + 1
    return found


def walked(article: Words, i: int, reading: tuple[int, str], names: Names) -> list[Match]:
    """Return every match that begins at word i with this reading of it."""
    cut, word = reading
    found, node, j = [], names.tree[word], i
    while node is not None:
        if "" in node:
            found += ending(article, Match(i, j, cut, tuple(node[""])), names)
        if len(node) == ("" in node) or not goes_on(article, j):
            break
        j += 1
        node = node.get(article.folded[j])
    return found


def goes_on(article: Words, j: int) -> bool:
    """Tell whether word j + 1 continues the name that word j belongs to; points may part letters: «د.ب.أ»."""
    if follows(article, j):
        return True
    dotted = j + 1 < len(article.folded) and len(article.folded[j]) == 1
    return dotted and article.text[article.ends[j] : article.starts[j + 1]] == "."


def ending(article: Words, match: Match, names: Names) -> list[Match]:
    """Return the matches of the patterns that end at one place: names as they are, heads with their country too."""
    whole = tuple(pattern for pattern in match.patterns if pattern.what in WHOLE or is_whole(pattern, names))
    found = [match._replace(patterns=whole)] if whole else []
    if len(whole) < len(match.patterns):
        waiting = tuple(pattern for pattern in match.patterns if pattern not in whole)
        found += completed(article, match._replace(patterns=waiting), names)
    return found


def is_whole(pattern: Pattern, names: Names) -> bool:
    """Tell whether an office needs no country: it has its holder in the list as it stands."""
    return pattern.what == "office" and (pattern.ids[0], "") in names.terms


def completed(article: Words, head: Match, names: Names) -> list[Match]:
    """Return the ways in which an institution or office goes on to its country, and the phrase alone."""
    if not follows(article, head.last):
        return [head]
    definite = tuple(pattern for pattern in head.patterns if pattern.definite)
    indefinite = tuple(pattern for pattern in head.patterns if not pattern.definite)
    known = definite or indefinite
    found = [head, *described(article, head._replace(patterns=known), bool(definite), names)]
    if indefinite and not article.folded[head.first][head.cut :].startswith(ARTICLE):
        found += owned(article, head._replace(patterns=indefinite), names)
    return found


def described(article: Words, head: Match, definite: bool, names: Names) -> list[Match]:
    """Return an institution or office with its demonym, an adjective between them or not."""
    after = head.last + 1
    state = state_of(article.folded[after], definite, names)
    if state:
        return [head._replace(last=after, state=state)]
    if is_adjective(article.folded[after], definite) and follows(article, after):
        state = state_of(article.folded[after + 1], definite, names)
        return [head._replace(last=after + 1, state=state)] if state else []
    return []


def state_of(word: str, definite: bool, names: Names) -> str | None:
    """Return the state that a demonym stands for, if its article fits the noun before it."""
    state = names.demonyms.get(word)
    return state if state and (word.startswith(ARTICLE) and word[2:] in names.demonyms) == definite else None


def is_adjective(word: str, definite: bool) -> bool:
    """Tell whether a word may be an adjective between institution and demonym (قوات قتالية أميركية)."""
    return word.startswith(ARTICLE) == definite and word.endswith(("ه", "ي")) and len(word) > 4


def owned(article: Words, head: Match, names: Names) -> list[Match]:
    """Return an institution or office in the genitive of a state or its capital: حكومة العراق، حكومة أنقرة."""
    node, j, reached = names.tree, head.last, None
    while follows(article, j) and article.folded[j + 1] in node:
        j += 1
        node = node[article.folded[j]]
        state = next((state for pattern in node.get("", ()) if (state := owner(pattern, names))), None)
        reached = (j, state) if state else reached
    return [head._replace(last=reached[0], state=reached[1])] if reached else []


def owner(pattern: Pattern, names: Names) -> str | None:
    """Return the state that a name in the genitive stands for."""
    if pattern.what != "name":
        return None
    actor_id = pattern.ids[0]
    return actor_id if names.actors[actor_id]["kind"] == "state" else names.capitals.get(actor_id)
