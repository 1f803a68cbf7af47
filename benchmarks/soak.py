"""The whole pipeline under load and faults: a corpus ten times over, 1 % of the lines damaged, killed ten times.

    python -m benchmarks.soak articles.parquet    prints what was measured; ends with an error where something is lost

Articles in must be articles out and problems; the tables after ten kills must be those of a run without any; on Linux
and as root a disk of 4 MB that fills up must leave one clear error.
"""

import argparse
import hashlib
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import pandas as pd
import psutil

from analysis import cluster

#: Damaged lines, by the reason that the table of problems gives.
DAMAGED = {"damaged JSON line": '{"text": "cut off', "not an article": "[1]", "no words": '{"text": "... !!!"}'}
CALL = "import sys; from analysis import cluster; cluster.run(sys.argv[1], sys.argv[2])"
KILLS = 10


def main() -> None:
    """Measure one run, then one that is killed, and compare."""
    options = arguments()
    articles = pd.read_parquet(options.articles)
    with tempfile.TemporaryDirectory(dir=options.place) as place:
        source = Path(place) / "articles.jsonl"
        given, damaged = write(articles, source, options.times)
        seconds, peak = measured(source, Path(place) / "plain")
        print(
            f"{given:,} articles and {damaged:,} damaged lines: {seconds:.0f} s, {peak / 1e6:,.0f} MB in all processes"
        )
        whole = check(Path(place) / "plain", given, damaged)
        killed(source, Path(place) / "killed", seconds)
        same = check(Path(place) / "killed", given, damaged) == whole
        print(f"the same tables after {KILLS} kills: {same}")
        full(source, Path(place) / "small")
        if not same:
            sys.exit("the tables differ")


def arguments() -> argparse.Namespace:
    """Return the options of the command line."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("articles", type=Path, help="a Parquet file with article_id, source, title and text")
    ask.add_argument("--times", type=int, default=10, help="how often the articles are repeated (default 10)")
    ask.add_argument("--place", type=Path, help="where the files go while it runs (default: the system's own place)")
    return ask.parse_args()


def write(articles: pd.DataFrame, source: Path, times: int) -> tuple[int, int]:
    """Write the articles several times over as JSONL, damaged lines among them; return how many of each."""
    chance, damaged = random.Random(1), 0
    known = [name for name in ("article_id", "source", "title", "text") if name in articles]
    rows = articles.loc[articles["text"].fillna("").str.contains(r"\w"), known]
    lines = [json.dumps(row, ensure_ascii=False) for row in rows.fillna("").to_dict("records")]
    with source.open("w", encoding="utf-8") as handle:
        for _ in range(times):
            for line in lines:
                if chance.random() < 0.01 and damaged < 900:  # a file with a thousand is refused as the wrong kind
                    damaged += 1
                    handle.write(chance.choice(list(DAMAGED.values())) + "\n")
                handle.write(line + "\n")
    return times * len(lines), damaged


def started(source: Path, out: Path) -> psutil.Popen:
    """Start a run in a process of its own."""
    return psutil.Popen([sys.executable, "-c", CALL, str(source), str(out)], stderr=subprocess.PIPE, text=True)


def measured(source: Path, out: Path) -> tuple[float, int]:
    """Return the seconds of a run, and the most memory that its processes held together, in bytes."""
    begin, peak, run = time.perf_counter(), 0, started(source, out)
    while run.poll() is None:
        peak = max(peak, held(run))
        time.sleep(0.5)
    if run.returncode:
        sys.exit(run.stderr.read())
    return time.perf_counter() - begin, peak


def held(run: psutil.Popen) -> int:
    """Return the memory of a process and its children; what they share is divided among them where the system says."""
    total = 0
    for process in (run, *run.children(recursive=True)):
        try:
            memory = process.memory_full_info()
        except psutil.Error:
            continue  # it has just ended
        total += getattr(memory, "pss", memory.rss)
    return total


def killed(source: Path, out: Path, seconds: float) -> None:
    """Kill a run ten times at random moments, then let it end."""
    chance = random.Random(2)
    for _ in range(KILLS):
        run = started(source, out)
        time.sleep(chance.uniform(0, seconds / KILLS))
        run.send_signal(signal.SIGKILL)
        run.wait()
    measured(source, out)


def check(out: Path, given: int, damaged: int) -> dict[str, str]:
    """Return the hash of each table; end with an error where an article is lost."""
    # A repaired article is in the table of problems too, but it is not lost.
    found = (cluster.rows(out)["articles"], int(cluster.table(out, "problems")["reason"].isin(DAMAGED).sum()))
    if found != (given, damaged):
        sys.exit(f"{given} articles and {damaged} damaged lines in, {found[0]} and {found[1]} out")
    return {name: hashed(cluster.table(out, name)) for name in ("articles", "terms", "counts", "mentions", "events")}


def hashed(table: pd.DataFrame) -> str:
    """Return the hash of the sorted rows of a table."""
    rows = pd.util.hash_pandas_object(table, index=False).sort_values()
    return hashlib.sha256(rows.to_numpy().tobytes()).hexdigest()


def full(source: Path, disk: Path) -> None:
    """Run on a disk of 4 MB, where one can be made, and print the error."""
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=4m", "tmpfs", str(disk)]
    if os.name == "nt" or subprocess.run(mount, capture_output=True).returncode:
        print("no disk of 4 MB can be made here: the full disk was not tried")
        return
    try:
        run = started(source, disk / "out")
        print("on a full disk:", run.communicate()[1].strip().splitlines()[-1])
    finally:
        subprocess.run(["umount", str(disk)], check=True)


if __name__ == "__main__":
    main()
