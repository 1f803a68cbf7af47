"""What is new since the last run: articles, terms, actors, events, by a list of them that is kept beside the report."""

from pathlib import Path

import pandas as pd

from analysis import lists
from analysis.charts.save import csv, written
from analysis.terms import naming

FILE = "report_last.csv"
#: Of each table: the columns that say which row it is, its name in words, and how many there are.
KNOWN = {
    "articles": (["article_id"], ("title", "article_id"), None),
    "terms": (["term"], ("term",), "n"),
    "actors": (["actor_id"], ("actor_ar", "actor"), "n"),
    "events": (["article_id", "start", "type"], ("trigger",), None),
}
KEPT = ["table", "key", "name", "n"]
COLUMNS = ["table", "change", "name", "n_before", "n_now"]
ORDER = ("new", "gone", "more", "fewer")


def keep(folder: str | Path, tables: dict[str, pd.DataFrame]) -> Path:
    """Return the file in which articles, terms, actors and events of this run are kept for the next."""
    return written(Path(folder) / FILE, csv(listed(tables)))


def changes(
    before_folder: str | Path, now_tables: dict[str, pd.DataFrame], *, families: pd.DataFrame | None = None
) -> pd.DataFrame:
    """Return what changed since the run that was kept in a folder: table, change, name, n_before, n_now.

    `now_tables` are whole tables by their names: articles, terms, actors, events. A change is new, gone, more or
    fewer. A term is the same in both runs if it is of the same family, whichever spelling stands for it; `families` are
    those by hand. Without an earlier run nothing has changed. Raises WrongList where its file cannot be read.
    """
    path = Path(before_folder) / FILE
    if not path.is_file():
        return pd.DataFrame(columns=COLUMNS)
    before = pd.DataFrame(lists.own_rows(path), columns=KEPT, dtype="str")
    before = before.assign(n=pd.to_numeric(before["n"], errors="coerce"))
    before = before[before["table"].isin(now_tables)]
    before, now = by_family(before, listed(now_tables), families)
    both = before.merge(now, on=["table", "key"], how="outer", suffixes=("_before", "_now"), indicator="side")
    found = both.assign(
        change=[change(row) for row in both.itertuples()],
        name=both["name_now"].fillna(both["name_before"]),
    )  # fmt: skip
    return in_order(found.dropna(subset="change"))


def by_family(before: pd.DataFrame, now: pd.DataFrame, families: pd.DataFrame | None) -> list[pd.DataFrame]:
    """Return the rows of two runs with its family as the key of each term; terms of one family are one row.

    Of منطقة and المنطقة the commoner stands for both: with a few articles more it may be the other.
    """
    terms = [run.loc[run["table"] == "terms", "name"].tolist() for run in (before, now)]
    words = list(dict.fromkeys([*terms[0], *terms[1]]))
    family = dict(zip(words, naming.keys(words, families), strict=True))
    keys = (run["key"].mask(run["table"] == "terms", run["name"].map(family)) for run in (before, now))
    grouped = [run.groupby(["table", key], sort=False) for run, key in zip((before, now), keys, strict=True)]
    return [each[["name"]].first().assign(n=each["n"].sum(min_count=1)).reset_index() for each in grouped]


def listed(tables: dict[str, pd.DataFrame]) -> pd.DataFrame:
    """Return the rows of tables as table, key, name and n: what the next run needs to know of them."""
    parts = [rows(name, frame) for name, frame in tables.items() if name in KNOWN]
    found = pd.concat(parts, ignore_index=True) if parts else pd.DataFrame(columns=KEPT)
    return found.drop_duplicates(["table", "key"])


def rows(name: str, frame: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of one table as table, key, name and n."""
    keys, names, count = KNOWN[name]
    key = frame[keys[0]].astype(str).str.cat([frame[more].astype(str) for more in keys[1:]], sep=":")
    called = frame[names[0]] if len(names) == 1 else frame[names[0]].fillna(frame[names[1]])
    n = frame[count].astype(float) if count else float("nan")
    return pd.DataFrame({"table": name, "key": key, "name": called, "n": n})


def change(row) -> str | None:
    """Return how a row changed, or nothing."""
    if row.side != "both":
        return "new" if row.side == "right_only" else "gone"
    if row.n_before == row.n_now or pd.isna(row.n_before) or pd.isna(row.n_now):
        return None
    return "more" if row.n_now > row.n_before else "fewer"


def in_order(found: pd.DataFrame) -> pd.DataFrame:
    """Return the changes table by table, what is new first, the greatest change first."""
    size = (found["n_now"].fillna(0) - found["n_before"].fillna(0)).abs()
    place = found["table"].map(list(KNOWN).index), found["change"].map(ORDER.index)
    ranked = found.assign(size=-size, table_place=place[0], change_place=place[1])
    ranked = ranked.sort_values(["table_place", "change_place", "size", "name"], kind="stable", ignore_index=True)
    return ranked[COLUMNS]
