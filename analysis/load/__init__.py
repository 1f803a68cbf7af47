"""Files in, articles out: what was read, what was cut and why, what could not be read, what repeats."""

import datetime
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import NamedTuple

import pandas as pd
from tqdm import tqdm

from analysis import lists, mistakes, tables
from analysis.arabic import letters, words
from analysis.load import cleaning, copies, day_order, folders, formats, neighbours, outlets, published, unfit
from analysis.load.documents import Document, Problem

PART = 1_000  # articles in one table of `parts`
SHARED_BY = 3  # articles of one source; a line that so many of them share belongs to the page
OF_WORDS = ("families.csv", "stop_words.csv")
LONGEST_SHARED = 120  # characters of such a line
Where = str | Path | Iterable[str | Path]


class Reading(NamedTuple):
    """What `folder` returns: four tables."""

    articles: pd.DataFrame
    cut: pd.DataFrame
    problems: pd.DataFrame
    copies: pd.DataFrame


class Advice(NamedTuple):
    """What a person says of a folder in its own lists."""

    facts: dict[str, dict[str, str]]  # article_id -> source, title, published, saved, url
    keep: frozenset[str]  # folded lines that stay
    cut: frozenset[str]  # folded lines that go
    words: frozenset[str]  # what families.csv, stop_words.csv and actors.csv speak of


def articles(where: Where) -> pd.DataFrame:
    """Return one row per article of a folder, a file or a list of them (columns: tables.ARTICLES)."""
    return whole(where).articles


def folder(where: Where) -> Reading:
    """Read a folder, a file or a list of them into articles, cut lines, problems and copies.

    Articles without a date of their own are dated by their neighbours where these allow it.
    Raises NoSuchPlace when nothing of that name exists, and WrongList for a list in the folder with a mistake.
    """
    read = whole(where)
    return read._replace(copies=copies.find(read.articles))


def whole(where: Where) -> Reading:
    """Return everything but the copies, which take as long again in a large collection."""
    said = advice(where)
    return part(list(tqdm(documents(where, said), desc="reading", unit=" articles", delay=2, leave=False)), said)


def documents(where: Where, said: Advice) -> Iterator[Document | Problem]:
    """Yield the documents and problems of a place, and last which rows of the folder's own lists are to be mended."""
    known: set[str] = set()
    lines: set[str] = set()
    beyond: set[str] = set()
    met: set[str] = set()
    wanted = said.keep | said.cut
    for item in formats.read(where):
        if isinstance(item, Document):
            met |= unfit.words_in(said.words - met, item.text)
            known |= {item.article_id, Path(item.path).name}
            lines |= wanted & folded_lines(item.text) if wanted else set()
            beyond |= wanted & folded_lines(item.facts.get("outside", "")) if wanted else set()
        yield item
    if isinstance(where, str | Path):
        yield from unfit.articles(where, [name for name in said.facts if name not in known])
        yield from unfit.lines(where, own_list(Path(where), "keep.csv"), lines, beyond)
        yield from unfit.names(where, own_list(Path(where), "actors.csv"))
        yield from unfit.unmet(where, own_list(Path(where), "actors.csv"), met)
        for name in OF_WORDS:
            yield from unfit.words(where, name, own_list(Path(where), name), met)


def folded_lines(text: str) -> set[str]:
    """Return the lines of a text as keep.csv is matched with them."""
    return set(map(str.strip, letters.fold_types(text.split("\n"))))


def parts(where: Where, *, size: int = PART) -> Iterator[Reading]:
    """Yield readings of at most `size` articles, for what does not fit in memory; each looks for copies alone."""
    said = advice(where)
    found = documents(where, said)
    while items := list(islice(found, size)):
        read = part(items, said)
        yield read._replace(copies=copies.find(read.articles))


def part(items: list[Document | Problem], said: Advice) -> Reading:
    """Return documents and problems as tables, each article cleaned by itself, dated by itself or its neighbours."""
    documents = day_order.with_days_told([item for item in items if isinstance(item, Document)])
    facts = [facts_of(document, said) for document in documents]
    shared = shared_lines(documents, facts)
    pages = [
        cleaning.article(
            document.text, keep=said.keep, drop=said.cut, shared=shared.get(fact.get("source"), frozenset())
        )
        for document, fact in zip(documents, facts, strict=True)
    ]
    rows = [row(*each) for each in zip(documents, pages, facts, strict=True)]
    cut = [
        (document.article_id, *line)
        for document, page in zip(documents, pages, strict=True) for line in (*page.cut, *outside(document))
    ]  # fmt: skip
    unread = [item for item in items if isinstance(item, Problem)]
    late = unfit.days(rows, datetime.date.today())
    frame = under_one_name(tables.table(rows, tables.ARTICLES), said)
    return Reading(
        corrected(dated_together(frame), facts),
        tables.table(pd.DataFrame(cut, columns=list(tables.CUT)), tables.CUT),
        tables.table([problem._asdict() for problem in [*unread, *late]], tables.PROBLEMS),
        tables.table([], tables.COPIES),
    )


def outside(document: Document) -> list[tuple[int, str, str]]:
    """Return the lines of a web page that were no part of its article, numbered below those of its text."""
    first = document.text.count("\n") + 2
    return [
        (n, line, "outside the article")
        for n, line in enumerate(document.facts.get("outside", "").split("\n"), first)
        if line
    ]


def advice(where: Where) -> Advice:
    """Return what the lists of a folder say that are read with its articles; nothing for a file or a list."""
    place = Path(where) if isinstance(where, str | Path) else None
    known = own_list(place, "articles.csv")
    lines = own_list(place, "keep.csv")
    said = [{name: value for name, value in row.items() if value} for row in known]
    facts = {row["article_id"]: row for row in day_order.told(said)}
    chosen = {
        action: frozenset(letters.fold(row["text"]).strip() for row in lines if row["action"] == action)
        for action in ("keep", "cut")
    }
    listed = frozenset(row["word"] for name in OF_WORDS for row in own_list(place, name))
    listed |= {name for row in own_list(place, "actors.csv") for name in unfit.called(row)}
    return Advice(facts, chosen["keep"], chosen["cut"], listed)


def own_list(place: Path | None, name: str) -> tuple[dict[str, str], ...]:
    """Return the rows of a list that a folder carries, none where it carries none."""
    return lists.checked(place / name) if place and (place / name).is_file() else ()


def facts_of(document: Document, said: Advice) -> dict[str, str]:
    """Return what a file says of its article, and over it what a person says; a file's date is `markup`.

    An outlet that a file names has the name of the list; what a person names has the name that the person gives it.
    """
    own = {"markup" if key == "published" else key: value for key, value in document.facts.items()}
    if own.get("source"):
        own["source"] = outlets.site(own["source"], own.get("url"))
    return own | said.facts.get(Path(document.path).name, {}) | said.facts.get(document.article_id, {})


def shared_lines(documents: list[Document], facts: list[dict[str, str]]) -> dict[str | None, frozenset[str]]:
    """Return for each source the short lines, no sentences, that several of its articles share.

    Pages with the same longest line are versions of one article: what they share may well be its headline.
    """
    articles: dict[tuple[str, str], set[str]] = {}
    for document, fact in zip(documents, facts, strict=True):
        if fact.get("source"):
            lines = [line.strip() for line in document.text.split("\n")]
            short = {line for line in lines if 0 < len(line) <= LONGEST_SHARED}
            articles.setdefault((fact["source"], max(lines, key=len)), set()).update(short)
    count = Counter((source, line) for (source, _), short in articles.items() for line in short)
    often = [key for key, n in count.items() if n >= SHARED_BY and not cleaning.SENTENCE_END.search(key[1])]
    sources = {source for source, _ in often}
    return {name: frozenset(letters.fold(line) for source, line in often if source == name) for name in sources}


def row(document: Document, page: cleaning.Cleaned, facts: dict[str, str]) -> dict:
    """Return an article as a row of tables.ARTICLES."""
    near = [*page.near, *facts.get("near_title", "").split("\n")]
    outside = [*page.frame, *near[len(page.near) :], facts.get("page_date", "")]
    evidence = published.evidence(page.text, outside, facts, near=near)
    return {
        "article_id": document.article_id, "source": outlets.of(page, facts),
        "title": facts.get("title") or page.title, "published": evidence.day, "published_from": evidence.kind,
        "published_evidence": evidence.words, "saved": evidence.saved, "text": page.text, "path": document.path,
        "encoding": document.encoding,
    }  # fmt: skip


def under_one_name(frame: pd.DataFrame, said: Advice) -> pd.DataFrame:
    """Return the articles, outlets called with and without «صحيفة» under one name, but as a person calls them."""
    found = outlets.alone(frame["source"].dropna().unique())
    given = {fact.get("source") for fact in said.facts.values()}
    return frame.assign(source=frame["source"].replace({name: one for name, one in found.items() if name not in given}))


def dated_together(frame: pd.DataFrame) -> pd.DataFrame:
    """Return the articles, those without firm evidence dated by neighbours that tell of the same day."""
    found = neighbours.dated(frame)
    days, kinds, words_of = (
        frame["article_id"].map({name: evidence[place] for name, evidence in found.items()}) for place in range(3)
    )
    changed = days.notna()
    return frame.assign(
        published=frame["published"].mask(changed, pd.to_datetime(days).astype(frame["published"].dtype)),
        published_from=frame["published_from"].mask(changed, kinds),
        published_evidence=frame["published_evidence"].mask(changed, words_of),
    )


def corrected(frame: pd.DataFrame, facts: list[dict[str, str]]) -> pd.DataFrame:
    """Return the articles, those with the given day whose row of 01_articles.csv has another than they tell."""
    days = [published.iso(fact.get("published")) if published.is_copied(fact) else None for fact in facts]
    given = pd.Series(pd.to_datetime(days), index=frame.index).astype(frame["published"].dtype)
    changed = given.notna() & (given != frame["published"])
    return frame.assign(
        published=frame["published"].mask(changed, given),
        published_from=frame["published_from"].mask(changed, "given"),
        published_evidence=frame["published_evidence"].mask(changed, given.dt.strftime("%Y-%m-%d")),
    )


def length(frame: pd.DataFrame) -> pd.Series:
    """Return the number of words of each article."""
    return pd.Series(words.lengths(frame["text"].fillna("").tolist()), index=frame.index, dtype="int64")


def is_certain(frame: pd.DataFrame) -> pd.Series:
    """Tell for each article whether its day of publication is more than a rule of thumb."""
    return published.is_certain(frame["published_from"])


def reviews(where: Where) -> pd.DataFrame:
    """Return the decisions of reviews.csv in a folder of articles; no rows where it has none.

    Raises WrongList for a quantity that is no number.
    """
    frame = own_table(where, "reviews.csv", ["fingerprint", "decision"])
    if "quantity" not in frame:
        return frame
    numbers, gone = pd.to_numeric(frame["quantity"], errors="coerce"), frame["quantity"] == tables.DELETED
    for row, value in enumerate(frame["quantity"].where(numbers.isna() & ~gone), 2):
        if pd.notna(value):
            raise mistakes.WrongList(
                f"reviews.csv row {row}: quantity is {value!r}; write a number such as 50, or {tables.DELETED}"
            )
    return frame.assign(quantity=numbers.astype("object").mask(gone, tables.DELETED) if gone.any() else numbers)


def families(where: Where) -> pd.DataFrame:
    """Return the word families that families.csv in a folder of articles sets by hand (word, family)."""
    return own_table(where, "families.csv", ["word", "family"])


def unfit_actors(where: Where, articles: pd.DataFrame) -> pd.DataFrame:
    """Return which rows of actors.csv in a folder fit none of its articles, or too much (columns: tables.PROBLEMS)."""
    rows = own_list(Path(where), "actors.csv") if isinstance(where, str | Path) else ()
    names = frozenset(name for row in rows for name in unfit.called(row))
    met: set[str] = set()
    for text in articles["text"].dropna():
        met |= unfit.words_in(names - met, text)
    found = [*unfit.names(where, rows), *unfit.unmet(where, rows, met)] if rows else []
    return tables.table([problem._asdict() for problem in found], tables.PROBLEMS)


def check_lists(where: Where) -> None:
    """Raise WrongList with all that is wrong in all the lists that a folder of articles carries."""
    wrong = []
    for name in folders.FOLDER_LISTS if isinstance(where, str | Path) else ():
        try:
            own_list(Path(where), name)
        except mistakes.WrongList as error:
            wrong.append(str(error))
    if wrong:
        raise mistakes.WrongList("\n".join(wrong))


def stop_words(where: Where) -> list[str]:
    """Return the words that stop_words.csv in a folder of articles leaves out of the figures (word)."""
    return own_table(where, "stop_words.csv", ["word"]).reindex(columns=["word"])["word"].dropna().tolist()


def own_table(where: Where, name: str, columns: list[str]) -> pd.DataFrame:
    """Return a list that a folder carries as a table, with at least these columns."""
    rows = own_list(Path(where), name) if isinstance(where, str | Path) else ()
    frame = pd.DataFrame(rows)
    return frame.mask(frame == "").dropna(axis=1, how="all") if len(frame) else pd.DataFrame(columns=columns)
