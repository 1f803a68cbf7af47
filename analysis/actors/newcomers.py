"""Articles and mentions -> names of persons that the list does not have, ready to be pasted into actors.csv."""

from typing import NamedTuple

import pandas as pd

from analysis import tables
from analysis.actors import likely
from analysis.actors.by_form import RULES
from analysis.actors.candidates import is_given
from analysis.actors.kinds import common_given_names
from analysis.actors.namings import bare, is_joined, titles
from analysis.actors.personal import COMMON, given, is_part, near, reach
from analysis.actors.speech_verbs import verbs
from analysis.arabic import frequency, function_words, phrases
from analysis.arabic.phrases import ARTICLE, Words, folded
from analysis.lists import demonyms

UNLISTED = {
    "actor": "str", "actor_ar": "str", "kind": "str", "country": "str", "spellings": "str", "short": "str",
    "wikidata": "str", "why": "str", "n": "int64", "articles": "int64", "article_id": "str", "evidence": "str",
}  # fmt: skip


MANY = ("ون", "ين")
IN_TITLES = ("في", "من", "لدي", "علي", "ب", "ل", "اول", "عام", "ثاني")  # المشرف على، السفير لدى، عريف أول


class Name(NamedTuple):
    """A stretch of words that looks like a person's name."""

    first: int
    last: int
    cut: int  # letters of a conjunction or preposition on its first word
    title: str  # the words of the title before it, as printed


def unlisted(articles: pd.DataFrame, mentions: pd.DataFrame) -> pd.DataFrame:
    """Return names of persons that no list has as rows for actors.csv, with n, a title and a sentence.

    A name is a given name with what follows it, or two rare words behind a title, that no mention of an actor covers.
    """
    tables.check(articles, "article_id", "text", name="articles")
    tables.check(mentions, "article_id", "start", "end", "rule", name="mentions")
    mentions = mentions[~mentions["rule"].isin(RULES)]
    taken = {
        article_id: list(zip(rows["start"], rows["end"], strict=True))
        for article_id, rows in mentions.groupby("article_id")
    }
    texts = phrases.read(articles["text"].fillna("").tolist(), may_begin)
    found = [
        {"article_id": article_id, **facts(text, name)}
        for article_id, text in zip(articles["article_id"], texts, strict=True)
        for name in names(text, taken.get(article_id, []))
    ]
    return table(pd.DataFrame(found, columns=["article_id", "key", "name", "title", "evidence"]))


def table(found: pd.DataFrame) -> pd.DataFrame:
    """Return the names found, counted over their spellings and shorter forms, the commonest first."""
    whole = whole_names(found)
    rows = [person(key, group) for key, group in found.groupby(found["key"].replace(whole))]
    return tables.table(
        pd.DataFrame(rows, columns=list(UNLISTED)).sort_values(["n", "actor_ar"], ascending=[False, True]),
        UNLISTED,
    )


def person(key: str, group: pd.DataFrame) -> dict:
    """Return the row of one person: the commonest form of the name, with each other one among the spellings."""
    forms = group.groupby("key", sort=False)["name"].agg(lambda names: names.mode().iloc[0])
    name = forms[group["key"].mode().iloc[0]]
    return {
        "actor": name, "actor_ar": name, "kind": "person", "spellings": "|".join(dict.fromkeys([name, *forms])),
        "short": key.split()[-1], "why": next((title for title in group["title"] if title), "given name"),
        "n": len(group), "articles": group["article_id"].nunique(), "article_id": group["article_id"].iloc[0],
        "evidence": group["evidence"].iloc[0],
    }  # fmt: skip


def whole_names(found: pd.DataFrame) -> dict[str, str]:
    """Return for the folded names of which an article has one longer form that form: سيف الفلاسي, سيف أحمد الفلاسي."""
    whole = {}
    for _, keys in found.groupby("article_id")["key"]:
        for key in keys.unique():
            longer = [other for other in keys.unique() if is_shorter(key.split(), other.split())]
            whole |= {key: longer[0]} if len(longer) == 1 else {}
    return {key: whole.get(longer, longer) for key, longer in whole.items()}


def is_shorter(words: list[str], longer: list[str]) -> bool:
    """Tell whether a name is a longer one without some words in its middle."""
    rest = iter(longer)
    ends = words[0] == longer[0] and words[-1] == longer[-1]
    return ends and 1 < len(words) < len(longer) and all(word in rest for word in words)


def facts(text: Words, name: Name) -> dict[str, str]:
    """Return a name with its title and its sentence as printed."""
    start, end = phrases.start_behind(text, name.first, name.cut), text.ends[name.last]
    return {
        "key": folded(text.text[start:end]), "name": " ".join(text.text[start:end].split()), "title": name.title,
        "evidence": sentence(text, name.first),
    }  # fmt: skip


def sentence(text: Words, i: int) -> str:
    """Return the sentence of word i as printed."""
    first = last = i
    while first and text.sentences[first - 1] == text.sentences[i]:
        first -= 1
    while last + 1 < len(text.folded) and text.sentences[last + 1] == text.sentences[i]:
        last += 1
    return text.text[text.starts[first] : text.ends[last]]


def may_begin(word: str) -> bool:
    """Tell whether a word may begin a name, also behind «و» or «ل», or stand before one: a title, a verb of saying."""
    return is_given(word) or word in titles() or bare(word) in titles() or word in verbs()


def names(text: Words, taken: list[tuple[int, int]]) -> list[Name]:
    """Return the names of an article from left to right, none within a mention."""
    covered = {
        i
        for i, (start, end) in enumerate(zip(text.starts, text.ends, strict=True))
        if any(a < end and start < b for a, b in taken)
    }
    found, free = [], 0
    for i in text.candidates:
        if i < free or i in covered:
            continue
        name = called(text, i, covered) or titled(text, i, covered) or said(text, i, covered)
        if name:
            found.append(name)
            free = name.last + 1
    return found


def called(text: Words, i: int, covered: set[int]) -> Name | None:
    """Return the name that begins with a given name at word i, with the title before it."""
    found = given(text, i, covered)
    title = title_before(text, i) if found else ""
    span = likely.kept(text, likely.Span(*found), title) if found else None
    if span is None:
        return None
    shown = title or (span.first and text.folded[span.first - 1] in verbs())
    plain = text.folded[span.first][span.cut :] in common_given_names()
    return None if plain and not shown else Name(*span, title)  # «وعد الزياني هذه التصريحات»


def titled(text: Words, i: int, covered: set[int]) -> Name | None:
    """Return the name of two rare words behind a title at word i; an office between them is passed over."""
    if text.folded[i] not in titles() and bare(text.folded[i]) not in titles():
        return None
    j = i + 1
    while j < len(text.folded) and j - i < 8 and passes(text, j, covered):
        j += 1
    if j + 1 >= len(text.folded) or not is_part(text, j, covered) or not near(text, j - 1):
        return None
    if not near(text, j) or not is_part(text, j + 1, covered):
        return None
    if not all(map(likely.is_foreign, text.folded[j : j + 2])) or likely.is_named_after(text, j):
        return None
    return Name(j, max(j + 1, reach(text, j + 1, covered)), 0, printed(text, i, j - 1))


def said(text: Words, i: int, covered: set[int]) -> Name | None:
    """Return the name of two words that are no Arabic behind a verb of saying at word i: قال هورست هيلدت."""
    if text.folded[i] not in verbs() or i + 2 >= len(text.folded) or not (near(text, i) and near(text, i + 1)):
        return None
    foreign = all(is_part(text, j, covered) and likely.is_foreign(text.folded[j]) for j in (i + 1, i + 2))
    foreign = foreign and not all(text.folded[j].endswith(MANY) for j in (i + 1, i + 2))  # «قال دبلوماسيون مطلعون»
    return Name(i + 1, i + 2, 0, "") if foreign else None


def passes(text: Words, j: int, covered: set[int]) -> bool:
    """Tell whether a word behind a title still belongs to the title: an office, a listed name, a demonym."""
    word = text.folded[j]
    in_office = j in covered or word in titles() or word in demonyms.forms() or word == "باسم"
    return near(text, j - 1) and (in_office or (word.startswith(ARTICLE) and frequency.of(word) > COMMON))


def title_before(text: Words, i: int) -> str:
    """Return the title that stands before a name, as printed; empty when none does."""
    start = None
    for j in range(i - 1, max(-1, i - 9), -1):
        if not near(text, j) or text.folded[j] in verbs() or is_sentence(text.folded[j]):
            break
        if text.folded[j] in titles() or bare(text.folded[j]) in titles():
            start = j
        elif is_joined(text.folded[j]) and not text.folded[j].startswith("وال"):
            break
    return printed(text, start, i - 1) if start is not None else ""


def is_sentence(word: str) -> bool:
    """Tell whether a word belongs to the sentence and to no title: a function word that is no preposition of one."""
    return word in function_words.forms() and word not in IN_TITLES and bare(word) not in titles()


def printed(text: Words, first: int, last: int) -> str:
    """Return words as printed."""
    return text.text[text.starts[first] : text.ends[last]]
