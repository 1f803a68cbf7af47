"""Remembered: the families of large sets of words, kept in the user's cache from one run to the next."""

import hashlib
import pathlib

from analysis.arabic import affixes, cache, function_words, general, stems

# Fewer words are read faster than they are looked up.
LEAST = 20_000

# Sets of words that are kept, the newest: a few megabytes each.
MOST = 8

_LISTS = ("stop_words",)


def families(words):
    """The family of each of the distinct `words`, by `stems.families`; the second time without reading them."""
    if len(words) < LEAST:
        return list(stems.families(words).values())
    path = cache.folder() / f"words-{_fingerprint(words)}.txt"
    names = _kept(path)
    if len(names) != len(words):
        names = list(stems.families(words).values())
        _keep(path, names)
    return names


def _fingerprint(words):
    """What the families depend on, as a short name: the words, the lists and the code."""
    code = [pathlib.Path(module.__file__) for module in (stems, function_words)]
    lists = [affixes.LISTS / f"{name}.csv" for name in _LISTS]
    parts = [general.fingerprint().encode(), *(path.read_bytes() for path in code + lists), _encoded(words)]
    return hashlib.sha256(b"\0".join(parts)).hexdigest()[:32]


def _encoded(words):
    return "\n".join(words).encode("utf-8", "surrogatepass")


def _kept(path):
    """The names in a file, or none."""
    try:
        return path.read_bytes().decode("utf-8", "surrogatepass").split("\n")
    except (OSError, ValueError):
        return []


def _keep(path, names):
    """Write the names for the next time, and forget the oldest."""
    cache.keep(path, _encoded(names))
    try:
        files = sorted(path.parent.glob("words-*.txt"), key=lambda kept: kept.stat().st_mtime)
        for old in files[:-MOST]:
            old.unlink(missing_ok=True)
    except OSError:
        return
