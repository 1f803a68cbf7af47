"""Times: every way in turn, several rounds, so that a busy minute of the machine meets them all."""

import importlib.metadata
import os
import platform
import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pandas as pd

ROUNDS = 5
COLUMNS = ("way", "version", "seconds", "least", "most", "cpu_seconds", "MB/s", "found", "times_ours")


def compared(ways: dict[str, Callable | None], data, *, megabytes: float, rounds: int = ROUNDS) -> pd.DataFrame:
    """Return the median seconds of each way, its spread, and what it found (columns: COLUMNS); None is not installed.

    The first way is ours; a way returns how many words, matches or rows it found.
    """
    present = {name: way for name, way in ways.items() if way}
    for way in present.values():
        way(data)  # what is made once (lists, tries, imports) is no part of the times
    times: dict[str, list[tuple[float, float]]] = {name: [] for name in present}
    found = {}
    for _ in range(rounds):
        for name, way in present.items():
            wall, processor = time.perf_counter(), time.process_time()
            found[name] = way(data)
            times[name].append((time.perf_counter() - wall, time.process_time() - processor))
    ours = statistics.median(wall for wall, _ in times[next(iter(times))])
    rows = [row(name, times[name], megabytes, ours) | {"found": found[name]} for name in present]
    return pd.DataFrame(rows, columns=list(COLUMNS)).round(3)


def row(name: str, times: list[tuple[float, float]], megabytes: float, ours: float) -> dict:
    """Return the medians of one way."""
    walls = [wall for wall, _ in times]
    median = statistics.median(walls)
    return {
        "way": name, "version": version(name), "seconds": median, "least": min(walls), "most": max(walls),
        "cpu_seconds": statistics.median(processor for _, processor in times), "MB/s": megabytes / median,
        "times_ours": median / ours,
    }  # fmt: skip


def version(name: str) -> str:
    """Return the version of the package that a way is named after, Python's own for the others."""
    package = name.split(",")[0].split(" ")[0]
    try:
        return importlib.metadata.version(package)
    except importlib.metadata.PackageNotFoundError:
        return platform.python_version()


def machine() -> str:
    """Return the machine in one line: processor, cores, memory, Python."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return f"{processor()}, {cores} cores, {memory()}, Python {platform.python_version()}"


def processor() -> str:
    """Return the name of the processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").splitlines()
    except OSError:
        return platform.processor() or platform.machine()
    return next((line.split(":")[1].strip() for line in lines if line.startswith("model name")), platform.machine())


def memory() -> str:
    """Return the memory of the machine."""
    if not hasattr(os, "sysconf") or "SC_PHYS_PAGES" not in os.sysconf_names:
        return "memory unknown"
    return f"{os.sysconf('SC_PHYS_PAGES') * os.sysconf('SC_PAGE_SIZE') / 2**30:.0f} GiB"
