"""Accuracy on the five hand-annotated seeds: the README's table is what this measures."""

import json
import re
from functools import cache
from pathlib import Path

import pandas as pd
import pytest

from analysis import actors, events, lists, load

ROOT = Path(__file__).parent.parent
GOLD = [json.loads(path.read_text(encoding="utf-8")) for path in sorted((ROOT / "tests/gold").glob("*.json"))]


@cache
def tables():
    """Return articles, mentions and events of the seeds."""
    articles = load.articles(ROOT / "seeds")
    mentions = actors.mentions(articles)
    return articles, mentions, events.find(articles, mentions)


def wanted(gold, kind, key):
    """Return the annotated spans of one article in its cleaned text, as (start, end, annotation)."""
    raw = (ROOT / "seeds" / f"{gold['article']}.txt").read_text(encoding="utf-8").split("\n")
    text = tables()[0].set_index("article_id").loc[gold["article"], "text"]
    for item in gold[kind]:
        line, at = raw[item["line"] - 1].strip(), -1
        for _ in range(item["nth"]):
            at = raw[item["line"] - 1].find(item[key], at + 1)
        start = text.index(line) + at - (len(raw[item["line"] - 1]) - len(raw[item["line"] - 1].lstrip()))
        yield start, start + len(item[key]), item


def pairs(gold_spans, rows):
    """Pair annotated spans with found rows one to one, the greatest overlap first."""
    overlaps = sorted(
        (-(min(end, row.end) - max(start, row.start)), g, f)
        for g, (start, end, _) in enumerate(gold_spans)
        for f, row in enumerate(rows)
        if start < row.end and row.start < end
    )
    taken_gold, taken_found, found = set(), set(), []
    for _, g, f in overlaps:
        if g not in taken_gold and f not in taken_found:
            taken_gold.add(g)
            taken_found.add(f)
            found.append((gold_spans[g][2], rows[f]))
    return found


def agrees(row, annotated):
    """Tell whether an event has the annotated day, month, year or interval (whose ends may be months), or none."""
    if pd.isna(row.date) or annotated is None:
        return pd.isna(row.date) and annotated is None
    ends = [str(day)[:10] for day in (row.date, row.date_to) if pd.notna(day)]
    if len(ends) == 2:
        wanted_ends = annotated.split("/")
        return len(wanted_ends) == 2 and all(map(str.startswith, ends, wanted_ends))
    return ends[0][: {"day": 10, "month": 7, "year": 4}[row.date_precision]] == annotated


def f1(right, found, gold):
    """Return the harmonic mean of precision and recall."""
    return 2 * right / (found + gold) if right else 0.0


@cache
def figures():
    """Return the figures of the README's table."""
    articles, mentions, found = tables()
    named = {row.actor_id: row.actor for table in (lists.actors(), mentions) for row in table.itertuples()}
    right = {"mention": 0, "use": 0, "event": 0, "source": 0, "target": 0, "date": 0, "status": 0,
             "published": 0}  # fmt: skip
    total = {"mention": len(mentions), "event": len(found), "gold mention": 0, "gold event": 0, "paired": 0}
    for gold in GOLD:
        name = gold["article"]
        right["published"] += str(articles.set_index("article_id").loc[name, "published"])[:10] == gold["published"]
        rows = list(mentions[mentions["article_id"] == name].itertuples())
        spans = list(wanted(gold, "mentions", "surface"))
        total["gold mention"] += len(spans)
        for item, row in pairs(spans, rows):
            right["mention"] += item["actor"] == row.actor
            right["use"] += item["use"] == row.use
            total["paired"] += 1
        spans = list(wanted(gold, "events", "trigger"))
        total["gold event"] += len(spans)
        for kind in {item["type"] for *_, item in spans}:
            rows = list(found[(found["article_id"] == name) & (found["type"] == kind)].itertuples())
            for item, row in pairs([span for span in spans if span[2]["type"] == kind], rows):
                right["event"] += 1
                right["status"] += item["status"] == row.status
                right["date"] += agrees(row, item["date"])
                for side in ("source", "target"):
                    value = getattr(row, side)
                    right[side] += (None if pd.isna(value) else named.get(value, value)) == item[side]
    return {
        "day of publication": f"{right['published']}/{len(GOLD)}",
        "mentions (F1)": f1(right["mention"], total["mention"], total["gold mention"]),
        "place or actor": right["use"] / total["paired"],
        "events (F1)": f1(right["event"], total["event"], total["gold event"]),
        "source of an event": right["source"] / right["event"],
        "target of an event": right["target"] / right["event"],
        "date of an event": right["date"] / right["event"],
        "status of an event": right["status"] / right["event"],
    }


@pytest.mark.parametrize("name", ["mentions (F1)", "place or actor", "events (F1)", "source of an event",
                                  "target of an event", "date of an event", "status of an event"])  # fmt: skip
def test_the_readme_gives_the_measured_accuracy(name):
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    row = re.search(rf"^\| {re.escape(name)} \| ([\d.]+) ", readme, re.MULTILINE)
    assert row, f"the README's table has no row {name}; measured {figures()[name]:.2f}"
    assert float(row[1]) == pytest.approx(figures()[name], abs=0.006), f"measured {figures()[name]:.2f}"


def test_every_seed_is_dated_to_the_day_it_came_out():
    assert figures()["day of publication"] == "5/5"
