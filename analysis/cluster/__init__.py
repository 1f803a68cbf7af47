"""Archives: the same stages over more articles than fit in memory, on all cores or on many machines.

`run` writes an output folder, part by part, and does only what is missing of it; the notebooks read such a folder in
place of raw articles.
"""

from collections.abc import Iterable, Iterator
from functools import partial
from itertools import count, islice
from pathlib import Path

from tqdm import tqdm

from analysis import load
from analysis.cluster import folder, keys, shards, totals
from analysis.cluster.archive import (
    articles,
    beside,
    counts,
    events,
    having,
    is_output,
    marked,
    mentions,
    originals,
    query,
    reading,
    reviewed,
    rows,
    table,
    thinned,
    tokens,
    vocabulary_of,
    with_copies,
)
from analysis.cluster.folder import Busy, Unwritable
from analysis.cluster.keys import Settings, settings_of
from analysis.cluster.mapping import Workers, in_order, map_parts, workers
from analysis.load import folders, stop_words

__all__ = [
    "Busy", "Settings", "Unwritable", "articles", "beside", "counts", "events", "having", "is_output", "map_parts",
    "marked", "mentions", "originals", "query", "reading", "reviewed", "rows", "run", "settings_of", "stop_words",
    "table", "thinned", "tokens", "vocabulary_of", "with_copies",
]  # fmt: skip


def run(
    source: load.Where, out: str | Path, *, settings: Settings | None = None, processes: int | None = None, client=None
) -> Path:
    """Write the tables of a folder, a file or a list of them to the folder `out`, and return it.

    Stopped at any point and started again it does only what is missing; with other lists or articles it does again
    what depends on them. `processes` is by default one per core; `client` is a dask.distributed.Client in their place.
    `settings` are by default `settings_of(source)`, the lists of the folder among them; to change the size of the parts
    alone, give `settings_of(source)._replace(size=500)`.
    Raises Busy while another run writes to `out`, and Unwritable where the disk is full or may not be written to.
    """
    out, settings = folders.outside(out, source), settings or settings_of(source)
    if settings.size < 1:
        raise ValueError(f"a part has one article at least, not {settings.size}")
    stages = keys.of_stages(settings)
    with folder.locked(out), workers(client, processes) as those:
        parts = done(shards.begin, jobs(source, out, settings.size, stages), those, "reading")
        parts = [totals.with_counts(part, totals.terms_key(parts, stages), stages) for part in parts]
        work = [partial(shards.finish, part, settings) for part in parts]
        done(call, [partial(totals.write_terms, out, parts, stages, settings.families), *work], those, "events")
        done(partial(totals.count, terms=totals.terms_path(out, parts, stages)), parts, those, "counting")
        folder.publish(out, manifest(out, parts, stages))
        folder.carry(lists_of(source), out)
    return out


def lists_of(source: load.Where) -> list[Path]:
    """Return the lists that a folder of articles carries for those who read its archive: not the facts of articles."""
    place = Path(source) if isinstance(source, str | Path) else None
    names = (name for name in folders.FOLDER_LISTS if name not in ("articles.csv", "keep.csv"))
    return [place / name for name in names if place and (place / name).is_file()]


def jobs(source: load.Where, out: Path, size: int, stages: dict[str, str]) -> Iterator[shards.Job]:
    """Yield the parts of a source in order; the documents of one that is there are not handed on."""
    said = load.advice(source)
    found = load.documents(source, said)
    for number in count():
        documents = list(islice(found, size))
        if not documents:
            return
        part = shards.shard(out, number, documents, stages, said)
        yield shards.Job(part, None if shards.begun(part) else documents, said)


def done(function, parts: Iterable, those: Workers, title: str) -> list:
    """Return what a function makes of each part, with a progress bar when it takes long."""
    return list(tqdm(in_order(function, parts, those), desc=title, unit=" parts", delay=2, leave=False))


def call(work: partial):
    """Do one piece of work."""
    return work()


def manifest(out: Path, parts: list[shards.Shard], stages: dict[str, str]) -> dict:
    """Return which files are the archive, how many rows they have, and what they depend on."""
    files = {table: [shards.path(part, table) for part in parts] for table in shards.STAGE_OF}
    files["problems"] = [shards.problems(part, stage) for part in parts for stage in ("articles", "mentions", "events")]
    files["terms"] = [totals.terms_path(out, parts, stages)]
    return {
        "made_with": keys.setting(),
        "stages": stages,
        "parts": [part.keys for part in parts],
        "rows": {table: sum(map(folder.rows, paths)) for table, paths in files.items()},
        "files": {table: [path.relative_to(out).as_posix() for path in paths] for table, paths in files.items()},
    }
