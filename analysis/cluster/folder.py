"""The output folder: whole files or none, one run at a time, and a manifest that says which files are the archive.

A file is named by its part and by the key of what it depends on, so a file that is there need not be made again,
and files of the last complete run stay until the next one is complete.
"""

import errno
import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pandas as pd
import pyarrow
from pyarrow import parquet

MANIFEST = "manifest.json"
LOCK = ".lock"
TEMPORARY = ".unfinished"  # the ending of a file that is being written
TYPES = {
    "str": pyarrow.large_string(),
    "int32": pyarrow.int32(),
    "int64": pyarrow.int64(),
    "float64": pyarrow.float64(),
    "datetime64[us]": pyarrow.timestamp("us"),
}


class Unwritable(OSError):
    """The output folder takes no more: the disk is full, or it may not be written to."""


class Busy(RuntimeError):
    """Another run is writing to the output folder."""


@contextmanager
def writing(out: Path) -> Iterator[None]:
    """Raise Unwritable in place of what the system says when a file cannot be written."""
    try:
        yield
    except OSError as error:
        if isinstance(error, Unwritable):
            raise
        advice = "make room" if error.errno in (errno.ENOSPC, errno.EDQUOT) else "choose a folder of your own"
        reason = error.strerror or str(error)
        raise Unwritable(
            f"{out} cannot be written ({reason}): {advice} and run again; what was done is kept"
        ) from error


@contextmanager
def locked(out: Path) -> Iterator[None]:
    """Keep the folder for this run; raise Busy while another one writes to it. The lock ends with the process."""
    with writing(out):
        out.mkdir(parents=True, exist_ok=True)
        handle = (out / LOCK).open("a+b")
    with handle:
        try:
            lock(handle)
        except (BlockingIOError, PermissionError) as error:
            raise Busy(f"another run is writing to {out}: wait until it has ended, and run again") from error
        yield


def lock(handle) -> None:
    """Lock an open file for this process, or raise OSError where another one holds it."""
    if os.name == "nt":
        import msvcrt

        handle.seek(0)
        msvcrt.locking(handle.fileno(), msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)


def write(frame: pd.DataFrame, path: Path, columns: dict[str, str]) -> None:
    """Write a table to a Parquet file: whole, or not at all."""
    schema = pyarrow.schema([(name, TYPES[kind]) for name, kind in columns.items()])
    table = pyarrow.Table.from_pandas(frame[list(columns)], schema=schema, preserve_index=False)
    with whole(path) as handle:
        parquet.write_table(table.replace_schema_metadata(), handle, compression="zstd")


@contextmanager
def whole(path: Path) -> Iterator:
    """Give a file to write, which takes its name when all of it is on the disk."""
    temporary = path.with_name(f"{path.name}.{os.getpid()}{TEMPORARY}")
    with writing(path.parents[1]):
        try:
            path.parent.mkdir(exist_ok=True)
            with temporary.open("wb") as handle:
                yield handle
            temporary.replace(path)
        finally:
            with suppress(OSError):
                temporary.unlink(missing_ok=True)


def exists(path: Path) -> bool:
    """Tell whether a Parquet file is there and complete: its end says what is in it."""
    try:
        parquet.read_metadata(path)
    except (OSError, pyarrow.ArrowException):
        return False
    return True


def rows(path: Path) -> int:
    """Return the number of rows of a Parquet file."""
    return parquet.read_metadata(path).num_rows


def publish(out: Path, manifest: dict) -> None:
    """Make the files of a manifest the archive, and remove those of earlier runs and unfinished ones."""
    temporary = out / f"{MANIFEST}{TEMPORARY}"
    with writing(out):
        with temporary.open("w", encoding="utf-8") as handle:
            json.dump(manifest, handle, ensure_ascii=False, indent=1)
            handle.flush()
            os.fsync(handle.fileno())
        temporary.replace(out / MANIFEST)
        kept = {name for names in manifest["files"].values() for name in names}
        for table in manifest["files"]:
            for path in (out / table).glob("*"):
                if f"{table}/{path.name}" not in kept:
                    path.unlink()


def carry(lists: list[Path], out: Path) -> None:
    """Copy a folder's own lists beside the tables, but no reviews over those that were made here."""
    for path in lists:
        if path.name != "reviews.csv" or not (out / path.name).exists():
            with writing(out):
                (out / f"{path.name}{TEMPORARY}").write_bytes(path.read_bytes())
                (out / f"{path.name}{TEMPORARY}").replace(out / path.name)


def manifest(out: Path) -> dict:
    """Return the manifest of an output folder; raise FileNotFoundError where no run has been completed."""
    try:
        return json.loads((out / MANIFEST).read_text(encoding="utf-8"))
    except FileNotFoundError:
        reason = "no run has been completed there" if (out / LOCK).is_file() else "it is no output folder"
        raise FileNotFoundError(
            f"{out} holds no {MANIFEST}, {reason}: make it with cluster.run(source, {str(out)!r})"
        ) from None
