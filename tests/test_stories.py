"""Stories: the seeds' visits and agreements, the groups of the hand-made annotations, differences and counts."""

import csv
import itertools
import json
from pathlib import Path

import pandas as pd
import pytest

from analysis import actors, events, lists, load, stories, tables
from analysis.arabic.phrases import folded
from analysis.events import forms

HERE = Path(__file__).parent
GOLD = [json.loads(file.read_text(encoding="utf-8")) for file in sorted((HERE / "gold").glob("*.json"))]


@pytest.fixture(scope="module")
def articles():
    return load.articles(HERE.parent / "seeds")


@pytest.fixture(scope="module")
def joined(articles):
    return stories.join(events.find(articles, actors.mentions(articles)), articles)


def _dates(date):
    """The date columns of a date as the annotations write it: day, month, year or interval."""
    if not date:
        return {"date": None, "date_to": None, "date_precision": None}
    first, *last = date.split("/")
    full = {10: "", 7: "-01", 4: "-01-01"}
    precision = "interval" if last else {10: "day", 7: "month", 4: "year"}[len(first)]
    until = last[0] + full[len(last[0])] if last else None
    return {"date": first + full[len(first)], "date_to": until, "date_precision": precision}


def _listed(event):
    """Mode and list entry of an annotated trigger, as events.find would tell them."""
    word = folded(event["trigger"]).split()[0]
    for form in (word, word[1:], "ا" + word):
        known = [found.entry for found in forms.default().get(form, ()) if found.entry.type == event["type"]]
        if known:
            return {"mode": known[0].mode or None, "rule": f"{known[0].word} (noun)"}
    return {"mode": None, "rule": None}


def _spans(gold, articles):
    """Where the annotated triggers of an article stand in its text, and in which line."""
    text = articles.set_index("article_id").loc[gold["article"], "text"]
    raw = (HERE.parent / "seeds" / f"{gold['article']}.txt").read_text(encoding="utf-8").split("\n")
    for event in gold["events"]:
        line, at = raw[event["line"] - 1], -1
        for _ in range(event["nth"]):
            at = line.find(event["trigger"], at + 1)
        start = text.index(line.strip()) + at - (len(line) - len(line.lstrip()))
        yield {"start": start, "end": start + len(event["trigger"]), "sentence": event["line"]}


def _annotated(articles):
    """The annotated events as a table of events."""
    rows = []
    for gold in GOLD:
        for number, (event, span) in enumerate(zip(gold["events"], _spans(gold, articles), strict=True)):
            parties = {side: lists.slug(event[side]) if event[side] else None for side in ("source", "target")}
            names = {"event_id": f"{gold['article']}:{number}", "article_id": gold["article"]}
            kept = {name: event[name] for name in ("type", "trigger", "status")}
            rows.append(names | kept | parties | span | _dates(event["date"]) | _listed(event))
    frame = pd.DataFrame(rows)
    dates = {name: pd.to_datetime(frame[name]) for name in ("date", "date_to")}
    return tables.table(frame.assign(**dates), tables.EVENTS)


def _pairs(groups):
    return {tuple(sorted(pair)) for group in groups for pair in itertools.combinations(group, 2)}


def test_annotated_tellings_are_joined_as_people_join_them(articles):
    told = stories.join(_annotated(articles), articles)
    groups = [group["event_id"] for _, group in told.groupby(["story_id", "article_id"])]
    want = _pairs([f"{gold['article']}:{i}" for i in same] for gold in GOLD for same in gold["same_event"])
    got = _pairs(groups)
    assert 2 * len(got & want) / (len(got) + len(want)) >= 0.80


def test_the_visit_of_two_articles_is_one_story(joined):
    visit = joined[(joined["mode"] == "visit") & (joined["source"] == "lloyd-austin") & (joined["target"] == "iraq")]
    visit = visit[visit["date"] == "2023-03-07"]
    shared = visit.groupby("story_id")["article_id"].nunique()
    assert shared.max() == 2


def _agreement(told, articles):
    day = told[(told["type"] == "AGREE") & (told["date"] == "2021-07-26")]
    return stories.join(told, articles).set_index("event_id").loc[day["event_id"], "story_id"]


def test_the_agreement_of_three_articles_is_one_story_with_its_difference(articles):
    told = stories.join(_annotated(articles), articles)
    deal = told[told["story_id"].isin(set(_agreement(_annotated(articles), articles)))]
    largest = deal.groupby("story_id")["article_id"].nunique()
    assert largest.max() == 3
    apart = stories.differences(told)
    dates = apart[(apart["story_id"] == largest.idxmax()) & (apart["field"] == "date")]
    shown = {value for row in dates.itertuples() for value in (row.value, row.other_value)}
    assert {"2021-07-26", "2021-08"} <= shown


def _events(**columns):
    base = {
        "sentence": 0,
        "start": 0,
        "end": 0,
        "trigger": "قصف",
        "type": "ASSAULT",
        "source": "turkey",
        "target": "iraq",
        "date_precision": "day",
        "status": "past",
    }
    rows = pd.DataFrame(columns)
    rows = rows.assign(**{name: value for name, value in base.items() if name not in rows})
    rows = rows.assign(event_id=[f"e{i}" for i in range(len(rows))], date=pd.to_datetime(rows["date"]))
    return tables.table(rows, tables.EVENTS)


def _outlets(n):
    return tables.table([{"article_id": f"a{i}"} for i in range(n)], tables.ARTICLES)


@pytest.mark.parametrize(
    ("dates", "precisions", "stories_told"),
    [
        (["2022-05-01", "2022-05-01"], ["day", "day"], 1),
        (["2022-05-01", "2022-05-02"], ["day", "day"], 2),
        (["2022-05-17", "2022-05-01"], ["day", "month"], 1),
        (["2022-05-17", "2022-01-01"], ["day", "year"], 1),
        (["2022-05-17", "2021-01-01"], ["day", "year"], 2),
        (["2022-05-17", "2022-09-01"], ["day", "month"], 2),
        ([None, None], [None, None], 2),
    ],
)
def test_dates_join_within_their_precision(dates, precisions, stories_told):
    told = _events(article_id=["a0", "a1"], date=dates, date_precision=precisions)
    assert stories.join(told, _outlets(2))["story_id"].nunique() == stories_told


def test_a_minister_stands_for_his_state_unless_it_is_done_to_him():
    visits = _events(article_id=["a0", "a1"], date=["2022-05-01"] * 2, source=["lloyd-austin", "united-states"])
    assert len(set(stories.join(visits, _outlets(2))["story_id"])) == 1
    killed = _events(article_id=["a0", "a1"], date=["2022-05-01"] * 2, target=["qasem-soleimani", "saddam-hussein"])
    assert stories.join(killed, _outlets(2))["story_id"].nunique() == 2


def test_what_each_of_two_did_to_the_other_is_two_stories():
    texts = (
        "أغلقت الجزائر مجالها الجوي أمام مالي\n"
        "أعلنت الجزائر اليوم الاثنين إغلاق مجالها الجوي أمام الرحلات القادمة من مالي بسبب خرق أجوائها.",
        "أغلقت مالي مجالها الجوي أمام الجزائر\n"
        "قالت حكومة مالي اليوم الاثنين إنها أغلقت مجالها الجوي أمام الطائرات الجزائرية بسبب خرق أجوائها.",
    )
    rows = [
        {"article_id": f"a{i}", "text": text, "published": pd.Timestamp("2025-04-07")} for i, text in enumerate(texts)
    ]
    told = tables.table(rows, tables.ARTICLES)
    joined = stories.join(events.find(told, actors.mentions(told)), told)
    closed = joined[joined["type"] == "SANCTION"]
    assert closed["article_id"].nunique() == closed["story_id"].nunique() == 2


def test_a_person_of_ones_own_list_stands_for_his_state_too():
    own = pd.DataFrame({"actor_id": ["new-man", "iraq"], "kind": ["person", "state"], "country": ["Iraq"] * 2})
    visits = _events(article_id=["a0", "a1"], date=["2022-05-01"] * 2, source=["new-man", "iraq"], target="turkey")
    told = stories.join(visits, _outlets(2), names=own)
    assert len(set(told["story_id"])) == 1 and stories.differences(told, names=own).empty
    assert stories.join(visits, _outlets(2))["story_id"].nunique() == 2


def test_two_hosts_receive_a_visitor_twice():
    received = {"type": "CONSULT", "mode": "visit", "rule": "استقبل (perfect)", "source": "lloyd-austin"}
    hosts = _events(
        **received,
        article_id=["a0"] * 2,
        date=["2023-03-07"] * 2,
        target=["thabit-al-abbasi", "mohammed-shia-al-sudani"],
    )
    assert stories.join(hosts, _outlets(1))["story_id"].nunique() == 2


def test_differences_of_events_that_are_not_joined_are_refused():
    told = pd.DataFrame({"event_id": ["a:0"], "article_id": ["a"], "story_id": [None]}).reindex(
        columns=list(tables.EVENTS)
    )
    with pytest.raises(ValueError, match="rows without story_id"):
        stories.differences(told)


def test_differences_show_both_sides():
    told = _events(article_id=["a0", "a1"], date=["2022-05-01"] * 2, quantity=[50.0, 40.0])
    row = stories.differences(stories.join(told, _outlets(2))).iloc[0]
    assert (row["field"], row["value"], row["other_value"]) == ("quantity", "50", "40")
    assert (row["article_id"], row["other_article_id"]) == ("a0", "a1")


def test_two_counts_of_one_article_are_parts_of_a_whole():
    told = _events(article_id=["a0", "a1"], date=["2022-05-01"] * 2, quantity=[9.0, 10.0])
    joined = stories.join(told, _outlets(2))
    assert len(stories.differences(joined)) == 1
    assert stories.differences(joined.assign(article_id="a0")).empty


def test_a_deal_told_from_either_side_is_no_difference():
    deal = {"type": "AGREE", "rule": "اتفاقية (noun)", "date": ["2025-10-09"] * 2, "article_id": ["a0", "a1"]}
    told = stories.join(_events(**deal, source=["israel", "hamas"], target=["hamas", "israel"]), _outlets(2))
    assert len(set(told["story_id"])) == 1 and stories.differences(told).empty
    apart = told.assign(target=["egypt", "israel"])
    assert list(stories.differences(apart)["field"]) == ["source", "target"]


def test_counts_of_tellings_and_stories():
    told = _events(article_id=["a0", "a1", "a1"], date=["2022-05-01", "2022-05-01", "2022-06-01"])
    counted = stories.count(stories.join(told, _outlets(2)), by="type")
    assert counted.to_dict("records") == [{"type": "ASSAULT", "tellings": 3, "stories": 2, "articles": 2}]


def test_no_events():
    none = tables.table([], tables.EVENTS)
    assert stories.join(none, _outlets(0)).empty
    assert stories.differences(none).empty and stories.count(none).empty


def test_nothing_is_changed_in_place():
    told = _events(article_id=["a0", "a1"], date=["2022-05-01"] * 2)
    before = told.copy()
    stories.join(told, _outlets(2))
    pd.testing.assert_frame_equal(told, before)


def test_stories_told_in_full_come_first_then_by_outlets_each_by_its_fullest_telling():
    told = _events(
        article_id=["a0", "a0", "a1", "a0", "a2", "a3", "a0"],
        story_id=["one", "two", "two", "two", "three", "three", "four"],
        trigger=["قصف", "هجوم", "قصف", "قصف", "غارة", "غارة", "ضربة"],
        source=["turkey", "turkey", "turkey", "turkey", None, None, "turkey"],
        date=["2022-05-01", *["2022-05-02"] * 3, *["2022-05-03"] * 2, "2022-05-04"],
        source_basis=["stated", "carried", "carried", "carried", None, None, "stated"],
        target_basis="stated",
    )
    articles = _outlets(4).assign(source=["أ", "ب", "ج", None])
    leading = stories.leading(told, articles)
    # Of the second somebody is carried over, and nobody is told to have done the third.
    assert leading["story_id"].tolist() == ["one", "four", "two", "three"]
    assert leading["outlets"].tolist() == [1, 1, 2, 2] and leading["tellings"].tolist() == [1, 1, 3, 2]
    assert leading["trigger"].iloc[2] == "قصف" and list(leading.columns) == [*tables.EVENTS, "outlets", "tellings"]


def test_articles_whose_outlet_nobody_tells_are_not_several_outlets():
    told = _events(article_id=["a0", "a1", "a2"], date=["2022-05-01"] * 3).assign(story_id="one")
    assert stories.leading(told, _outlets(3).assign(source=None))["outlets"].tolist() == [1]
    assert stories.leading(told, _outlets(3).assign(source=["أ", None, None]))["outlets"].tolist() == [2]


def test_parties_that_one_of_many_tellings_has_alone_do_not_name_the_story():
    sides = {"source": ["turkey", *["islamic-state"] * 3], "source_basis": ["stated", *["carried"] * 3]}
    told = _events(article_id=[f"a{i}" for i in range(4)], date=["2015-07-20"] * 4, target_basis="stated", **sides)
    shown = stories.leading(told.assign(story_id="one"), _outlets(4))
    assert shown["source"].tolist() == ["islamic-state"]
    assert stories.leading(told.head(3).assign(story_id="one"), _outlets(4))["source"].tolist() == ["turkey"]


def test_the_leading_stories_are_the_same_whatever_the_order_of_the_rows(joined, articles):
    shuffled = joined.sample(frac=1, random_state=1)
    pd.testing.assert_frame_equal(stories.leading(shuffled, articles), stories.leading(joined, articles))


def test_articles_that_stand_twice_are_named_by_their_ids(joined, articles):
    with pytest.raises(ValueError, match="an article_id in several rows"):
        stories.leading(joined, pd.concat([articles] * 2))


def test_stories_of_events_that_are_not_joined_are_not_counted():
    with pytest.raises(ValueError, match=r"rows without story_id: call stories\.join"):
        stories.count(_events(article_id=["a0"], date=["2022-05-01"]))


def test_the_leading_stories_of_the_seeds_are_told_by_several_outlets(joined, articles):
    leading = stories.leading(joined, articles)
    assert leading["story_id"].is_unique and set(leading["story_id"]) == set(joined["story_id"])
    assert (leading["outlets"].head(5) > 1).all()
    assert leading.head(20)[["source", "target", "date"]].notna().all(axis=None)
    assert stories.leading(joined.head(0), articles).empty


def test_tellings_that_name_no_party_are_one_within_an_article_only():
    day = pd.Timestamp("2024-10-04")
    told = _events(article_id=["1", "1", "2"], date=[day] * 3, source=[None] * 3, target=[None] * 3)
    assert stories.join(told, tables.table([{"article_id": "1"}, {"article_id": "2"}], tables.ARTICLES))[
        "story_id"
    ].tolist() == ["e0", "e0", "e2"]


def _cases():
    with (HERE / "cases" / "stories.csv").open(encoding="utf-8", newline="") as file:
        for number, row in enumerate(csv.DictReader(file), start=2):
            failing = pytest.mark.xfail(strict=True, reason="known failure")
            yield pytest.param(row, id=f"row {number}", marks=[failing] if row["intent"] == "known_failures" else [])


@pytest.mark.parametrize("row", list(_cases()))
def test_two_sentences_tell_one_act_or_two(row, tmp_path):
    texts = [row["one"], row["other"]] if row["articles"] == "two" else [f"{row['one']}\n{row['other']}"]
    for number, text in enumerate(texts):
        (tmp_path / f"{number}.txt").write_text(text, encoding="utf-8")
    (tmp_path / "articles.csv").write_text("article_id,published\n0,2024-03-12\n1,2024-03-12\n", encoding="utf-8")
    read = load.articles(tmp_path)
    told = stories.join(events.find(read, actors.mentions(read)), read)
    told = told[told["type"] == row["type"]]
    # The acts of the first sentence, and those of the second.
    behind = told["article_id"].eq("1") | (told["start"] > len(row["one"]))
    one, other = (set(told.loc[sentence, "story_id"]) for sentence in (~behind, behind))
    assert one and other and bool(one & other) == (row["same"] == "yes")


def test_a_group_and_the_state_that_it_fights_in_are_no_difference():
    told = _events(article_id=["a0", "a1"], date=["2022-05-01"] * 2, target=["houthis", "yemen"]).assign(story_id="e0")
    assert stories.differences(told).empty
    assert list(stories.differences(told.assign(target=["houthis", "syria"]))["field"]) == ["target"]
