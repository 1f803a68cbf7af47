"""Kept: what is made from the package's lists and code alone, read from the user's cache from one run to the next."""

import contextlib
import hashlib
import pickle
import sys
from collections.abc import Callable
from functools import cache as once
from pathlib import Path
from typing import Any

from analysis.arabic import cache
from analysis.collecting import lasting

PACKAGE = Path(__file__).parent
SOURCES = (
    "lists/*.csv", "lists/*.py", "arabic/*.py", "actors/*.py",
    "events/forms.py", "events/sets.py", "stories/parties.py",
)  # fmt: skip


@lasting
def made(name: str, make: Callable[[], Any]) -> Any:
    """Return what `make` makes, read from the user's cache if lists, code and Python are those it was made with.

    The file is the user's own, in the user's own folder; a file that cannot be read is made anew.
    """
    path = cache.folder() / f"{name}-{fingerprint()}.pickle"
    try:
        return pickle.loads(path.read_bytes())
    except Exception:  # absent, cut short or of another version: made anew
        result = make()
        cache.keep(path, pickle.dumps(result, pickle.HIGHEST_PROTOCOL))
        forget(path)
        return result


@once
def fingerprint() -> str:
    """Return a short name for the lists, the code and the Python that make what is kept, by size and time of each."""
    files = sorted(file for pattern in SOURCES for file in PACKAGE.glob(pattern))
    states = [(str(file), file.stat().st_size, file.stat().st_mtime_ns) for file in files]
    return hashlib.sha256(repr((sys.version, states)).encode()).hexdigest()[:32]


def forget(path: Path) -> None:
    """Remove what older lists and code have made of the same name."""
    name, _ = path.stem.rsplit("-", 1)
    for old in path.parent.glob(f"{name}-*.pickle"):
        with contextlib.suppress(OSError):  # a folder that may only be read
            if old != path:
                old.unlink(missing_ok=True)
