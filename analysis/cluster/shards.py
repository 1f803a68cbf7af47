"""One part of the archive through the stages: documents -> articles and words -> mentions and events.

A stage that fails over one article must not stop the others: the article is left out of that stage and named in the
table of problems.
"""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import NamedTuple

import numpy
import pandas as pd

from analysis import actors, events, load, tables
from analysis.arabic import letters, words
from analysis.cluster import folder, keys
from analysis.load import copies
from analysis.load.documents import Document, Problem

#: One row is one spelling in one article: the word as printed but for its vowel marks.
WORDS = {"article_id": "str", "spelling": "str", "n": "int32"}
#: The tables of each part, by the stage whose key their files carry.
STAGE_OF = {
    "articles": "articles", "cut": "articles", "copies": "articles", "words": "words", "counts": "counts",
    "mentions": "mentions", "events": "events",
}  # fmt: skip


class Shard(NamedTuple):
    """One part: the output folder, its number, the key of each stage."""

    out: Path
    number: int
    keys: dict[str, str]


class Job(NamedTuple):
    """What a worker needs to begin a part; no documents where its articles and words are there."""

    shard: Shard
    documents: list[Document | Problem] | None
    said: load.Advice


def shard(out: Path, number: int, documents: list, stages: dict[str, str], said: load.Advice) -> Shard:
    """Return the part that some documents make, with the keys of what will be made of them."""
    own = keys.key(stages["articles"], documents, sorted(said.facts.items()), sorted(said.keep), sorted(said.cut))
    found = {"articles": own} | {stage: keys.key(own, stages[stage]) for stage in ("words", "mentions")}
    return Shard(out, number, found | {"events": keys.key(found["mentions"], stages["events"])})


def path(part: Shard, table: str) -> Path:
    """Return where a table of a part is."""
    return part.out / table / f"{part.number:06d}-{part.keys[STAGE_OF[table]]}.parquet"


def problems(part: Shard, stage: str) -> Path:
    """Return where the problems of one stage are."""
    return part.out / "problems" / f"{part.number:06d}-{stage}-{part.keys[stage]}.parquet"


def stored(part: Shard, table: str, columns: dict[str, str]) -> pd.DataFrame:
    """Return a table of a part that has been written."""
    return tables.table(pd.read_parquet(path(part, table), columns=list(columns)), columns)


def begun(part: Shard) -> bool:
    """Tell whether the articles and words of a part are there."""
    return folder.exists(path(part, "articles")) and folder.exists(path(part, "words"))


def begin(job: Job) -> Shard:
    """Write what is missing of a part's articles and words."""
    part = job.shard
    if not folder.exists(path(part, "articles")):
        write_reading(part, *read(job.documents, job.said))
    if not folder.exists(path(part, "words")):
        counted = words_of(stored(part, "articles", tables.ARTICLES))
        folder.write(counted, path(part, "words"), WORDS)
    return part


def read(documents: list[Document | Problem], said: load.Advice) -> tuple[load.Reading, pd.DataFrame]:
    """Return the articles of some documents, and the problems of reading them."""
    reading, failed = sifted(lambda numbers: load.part([documents[n] for n in numbers], said), len(documents))
    lost = [Problem(documents[n].path, "reading failed", f"{why}: save the article as plain text") for n, why in failed]
    found = reading.problems.to_dict("records") + [problem._asdict() for problem in lost]
    return reading._replace(copies=copies.find(reading.articles)), tables.table(found, tables.PROBLEMS)


def write_reading(part: Shard, reading: load.Reading, found: pd.DataFrame) -> None:
    """Write what was read; the articles last, because that they are there says that the others are."""
    folder.write(found, problems(part, "articles"), tables.PROBLEMS)
    folder.write(reading.cut, path(part, "cut"), tables.CUT)
    folder.write(reading.copies, path(part, "copies"), tables.COPIES)
    folder.write(reading.articles, path(part, "articles"), tables.ARTICLES)


def words_of(articles: pd.DataFrame) -> pd.DataFrame:
    """Return how often each article has each spelling (columns: WORDS)."""
    parts, spellings = words.pairs(articles["text"].fillna("").array, spelling=letters.bare)
    spelling, article, n = map(numpy.concatenate, zip(*parts, strict=True))
    spellings = pd.array(spellings, "str")
    place = numpy.argsort(spellings.argsort())
    order = numpy.argsort(article * numpy.int64(len(spellings)) + place[spelling])
    columns = (articles["article_id"].array.take(article[order]), spellings.take(spelling[order]), n[order])
    return pd.DataFrame(dict(zip(WORDS, columns, strict=True)))


def finish(part: Shard, settings: keys.Settings) -> Shard:
    """Write what is missing of a part's mentions and events."""
    if not folder.exists(path(part, "mentions")):
        lists_of = {"names": settings.names, "roles": settings.roles}
        write_stage(part, "mentions", lambda articles: actors.mentions(articles, **lists_of), tables.MENTIONS)
    if not folder.exists(path(part, "events")):
        named = stored(part, "mentions", tables.MENTIONS)
        write_stage(part, "events", partial(events_of, named, settings.event_words), tables.EVENTS)
    return part


def events_of(named: pd.DataFrame, event_words: list[dict] | None, articles: pd.DataFrame) -> pd.DataFrame:
    """Return the events of some articles of a part, given the mentions of all of them."""
    return events.find(articles, named[named["article_id"].isin(articles["article_id"])], words=event_words)


def write_stage(part: Shard, stage: str, found_in: Callable[[pd.DataFrame], pd.DataFrame], columns: dict) -> None:
    """Write the table that a stage makes of a part's articles, and before it the articles on which it failed."""
    articles = stored(part, "articles", tables.ARTICLES)
    found, failed = sifted(lambda numbers: found_in(articles.iloc[numbers]), len(articles))
    advice = "the article is kept, without its " + stage
    rows = [
        {"path": articles["path"].iloc[n], "reason": f"no {stage} found", "detail": f"{why}: {advice}"}
        for n, why in failed
    ]
    folder.write(tables.table(rows, tables.PROBLEMS), problems(part, stage), tables.PROBLEMS)
    folder.write(found, path(part, stage), columns)


def sifted(stage: Callable[[list[int]], object], count: int) -> tuple[object, list[tuple[int, str]]]:
    """Return what a stage makes of the rows 0 to `count`, without those it fails on, and these with their errors."""
    rows = list(range(count))
    try:
        return stage(rows), []
    except (MemoryError, OSError):
        raise
    except Exception:
        failed = failing(stage, rows)
        return stage([row for row in rows if row not in dict(failed)]), failed


def failing(stage: Callable[[list[int]], object], rows: list[int]) -> list[tuple[int, str]]:
    """Return the rows on which a stage fails and their errors, found by halves."""
    try:
        stage(rows)
    except Exception as error:
        if len(rows) == 1:
            return [(rows[0], f"{type(error).__name__}: {str(error)[:200]}")]
        half = len(rows) // 2
        return failing(stage, rows[:half]) + failing(stage, rows[half:])
    return []
