"""Events: the sentences of cases/events.csv, what holds for any article, reviews, and the export."""

import csv
import re
from pathlib import Path

import pandas as pd
import pytest

from analysis import actors, events, lists, mistakes, tables
from analysis.events import same_word
from analysis.events.other_side import acts_along
from analysis.events.parties import Party

CASES = Path(__file__).parent / "cases" / "events.csv"
CHECKED = ("type", "source", "target", "status", "date")


def _cases():
    with CASES.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


def _articles(rows):
    articles = [
        {"article_id": f"case{number}", "text": row["sentence"], "published": row["published"]}
        for number, row in enumerate(rows)
    ]
    return tables.table(articles, tables.ARTICLES)


@pytest.fixture(scope="module")
def found():
    """The events of all cases, found together as in a folder of articles."""
    articles = _articles(_cases())
    return events.find(articles, actors.mentions(articles))


def _date(row):
    if pd.isna(row["date"]):
        return "-"
    return str(row["date"])[: {"day": 10, "month": 7, "year": 4}.get(row["date_precision"], 10)]


def _said(row):
    """The fields of an event as the cases write them: actors by their slugs, - for none."""
    return {
        "type": row["type"],
        "source": "-" if pd.isna(row["source"]) else row["source"],
        "target": "-" if pd.isna(row["target"]) else row["target"],
        "status": row["status"],
        "date": _date(row),
    }


def _wanted(case):
    fields = {name: case[name] for name in CHECKED if case[name]}
    for side in {"source", "target"} & set(fields):
        fields[side] = fields[side] if fields[side] == "-" else lists.slug(fields[side])
    return fields


def _marked():
    for number, row in enumerate(_cases()):
        marks = [pytest.mark.xfail(strict=True)] if row["intent"] == "known_failures" else []
        yield pytest.param(number, row, marks=marks, id=f"{row['intent']}: {row['sentence'][:40]}")


@pytest.mark.parametrize(("number", "case"), list(_marked()))
def test_cases(found, number, case):
    told = [_said(row) for row in found[found["article_id"] == f"case{number}"].to_dict("records")]
    if case["intent"] == "must_not_match":
        assert told == []
        return
    wanted = _wanted(case)
    assert any(wanted.items() <= event.items() for event in told), told


@pytest.mark.parametrize(
    ("sentence", "triggers"),
    [
        ("عقدت روسيا وتركيا اجتماعا في موسكو.", ["اجتماعا"]),
        ("دمرت القوات الروسية مواقع أوكرانية تدميرا كاملا.", ["دمرت"]),
        ("وصل وزير الخارجية الفرنسي إلى بيروت في زيارة رسمية.", ["زيارة رسمية"]),
        ("وصل وزير الخارجية الفرنسي إلى بيروت لإجراء محادثات مع الحكومة اللبنانية.", ["وصل", "محادثات"]),
        ("أعلنت السعودية دعمها وتضامنها مع مصر.", ["دعمها"]),
        ("قتل ثلاثة جنود كولومبيين عندما هاجم متمردون معسكرهم.", ["هاجم"]),
        ("استهدفت القوات الكولومبية معسكر المتمردين بأكثر من مئة قذيفة.", ["استهدفت"]),
        ("وصف رئيس تشيلي الهجوم على السفارة بأنه عمل إرهابي.", ["وصف", "الهجوم"]),
        ("توصلت كولومبيا والمتمردون إلى اتفاق وقف لإطلاق النار.", ["اتفاق"]),
        ("أحالت النيابة البيروفية 12 متهما إلى المحكمة.", ["أحالت"]),
        ("أرسلت كينيا مئتي طن من المساعدات إلى الصومال.", ["أرسلت"]),
        ("هدد رئيس كينيا بأن جيشه سيقصف الصومال.", ["هدد"]),
        ("استدعت بولندا سفيرها في بودابست للتشاور.", ["استدعت"]),
        ("قطعت كينيا علاقاتها مع الصومال احتجاجا على القرار.", ["قطعت"]),
        ("فرقت الشرطة الكينية المحتجين بالغاز المسيل للدموع.", ["فرقت"]),
        ("أدانت كينيا ما وصفته بالهجوم غير المبرر على رواندا.", ["أدانت", "الهجوم"]),
        ("في تصعيد جديد بين البلدين، قصفت بوروندي رواندا.", ["قصفت"]),
        ("قال رئيس كينيا إن بلاده ستنسحب في حال قصفت الحركة عاصمتها.", ["ستنسحب"]),
        ("لم تعلق كينيا، حليفة أوغندا، على زيارة الوزير.", ["زيارة"]),
        ("عقد الرئيسان الكيني والأوغندي جلسة مباحثات، استعرضا خلالها العلاقات.", ["جلسة مباحثات"]),
        ("تبذل كينيا جهودها الرامية إلى وقف القتال.", []),
        ("جاءت الاشتباكات إثر استهداف الجيش الكيني حاجزا للحركة.", ["الاشتباكات", "استهداف"]),
        ("هاجم متمردون معسكرا في كينيا وقتلوا جنديين، فيما أصيب خمسة آخرون.", ["هاجم"]),
        ("هاجم متمردون معسكرا في كينيا، فيما قتل ثلاثة من عناصر الشرطة في نيروبي.", ["هاجم", "قتل"]),
        ("أجرى وزير خارجية كينيا مباحثات مع نظيره التنزاني، مشيدا بجهود تنزانيا.", ["مباحثات", "مشيدا"]),
    ],
)
def test_two_words_for_one_act_are_one_event(sentence, triggers):
    articles = tables.table([{"article_id": "a", "text": sentence}], tables.ARTICLES)
    assert list(events.find(articles, actors.mentions(articles))["trigger"]) == triggers


def test_two_counted_acts_are_two_events():
    text = "نفذت كينيا تسع غارات جوية و5 ضربات صاروخية على حركة الشباب."
    articles = tables.table([{"article_id": "a", "text": text}], tables.ARTICLES)
    assert list(events.find(articles, actors.mentions(articles))["trigger"]) == ["غارات جوية", "ضربات صاروخية"]


def test_a_text_may_end_or_begin_anywhere():
    cut = {" ".join(words[:n]) for words in (row["sentence"].split() for row in _cases()[::3]) for n in (1, 2, 3, 5, 8)}
    left = {" ".join(words[n:]) for words in (row["sentence"].split() for row in _cases()[::3]) for n in (1, 2, 3, 5)}
    texts = [{"sentence": text, "published": "2024-05-07"} for text in sorted(cut | left)]
    articles = _articles(texts)
    told = events.find(articles, actors.mentions(articles))
    assert set(told["article_id"]) <= set(articles["article_id"]) and len(told) > 100


def test_the_cases_cover_every_type_and_most_are_right():
    cases = _cases()
    kinds = [row["intent"] for row in cases]
    assert len(cases) >= 150 and kinds.count("must_not_match") >= 40
    assert kinds.count("known_failures") <= 0.05 * len(cases)
    assert {row["type"] for row in cases if row["type"]} == set(tables.TYPES)


def test_offsets_point_at_the_trigger(found):
    texts = _articles(_cases()).set_index("article_id")["text"]
    for row in found.itertuples():
        assert texts[row.article_id][row.start : row.end] == row.trigger


def test_the_table_is_as_declared(found):
    assert list(found.columns) == list(tables.EVENTS)
    assert set(found["type"]) <= set(tables.TYPES) and set(found["status"]) <= set(tables.STATUSES)
    assert found["event_id"].is_unique


@pytest.mark.parametrize("text", ["", "\n", "   ", "hello", "‏‏", "«»", "و" * 500, "قصف " * 300, "1234 %"])
def test_odd_texts_are_read(text):
    articles = tables.table([{"article_id": "a", "text": text}], tables.ARTICLES)
    found = events.find(articles, actors.mentions(articles))
    assert set(found["trigger"]) <= {"قصف"}


def test_no_articles():
    articles = tables.table([], tables.ARTICLES)
    assert events.find(articles, tables.table([], tables.MENTIONS)).empty


def test_nothing_is_changed_in_place():
    articles = _articles(_cases()[:5])
    mentions = actors.mentions(articles)
    before = articles.copy(), mentions.copy()
    events.find(articles, mentions)
    pd.testing.assert_frame_equal(articles, before[0])
    pd.testing.assert_frame_equal(mentions, before[1])


def test_a_quantity_counts_what_follows_it():
    row = {"sentence": "شنت إسرائيل خمسين غارة على قطاع غزة.", "published": "2022-06-15"}
    articles = _articles([row])
    assert 50 in events.find(articles, actors.mentions(articles))["quantity"].tolist()


@pytest.mark.parametrize(
    "sentence",
    ["مقاتلات تركية من طراز إف 16 قصفت مواقع في سوريا.", "طالب مجلس الأمن العراق في القرار 660 بالانسحاب من الكويت."],
)
def test_a_number_of_something_else_is_no_quantity(sentence):
    articles = _articles([{"sentence": sentence, "published": "2022-06-15"}])
    found = events.find(articles, actors.mentions(articles))
    assert len(found) and found["quantity"].isna().all()


def test_words_of_a_folder_replace_the_list():
    words = [dict.fromkeys(lists.rows("event_words")[0], "") | {"word": "طبخ", "pos": "verb", "imperfect": "يطبخ"}]
    words = [words[0] | {"type": "AID", "intensity": "7", "subject": "source", "object": "direct"}]
    articles = _articles([{"sentence": "طبخت تركيا العشاء.", "published": "2022-06-15"}])
    assert events.find(articles, actors.mentions(articles), words=words)["type"].tolist() == ["AID"]


def _reviews(marked, decisions):
    rows = [
        {"fingerprint": mark, "decision": decision} | more
        for mark, (decision, more) in zip(marked, decisions, strict=True)
    ]
    return pd.DataFrame(rows)


@pytest.fixture
def marked(found):
    articles = _articles(_cases())
    return found.assign(fingerprint=events.fingerprint(found, articles))


def test_reviews_apply_by_fingerprint(marked):
    reviews = _reviews(
        marked["fingerprint"].head(3),
        [("rejected", {}), ("corrected", {"source": "iraq", "target": "-", "date": "2023-01-02"}), ("accepted", {})],
    )
    kept = events.reviewed(marked, reviews)
    assert len(kept) == len(marked) - 1
    first = kept.iloc[0]
    assert (first["source"], str(first["date"])[:10], first["decision"]) == ("iraq", "2023-01-02", "corrected")
    assert pd.isna(first["target"])
    assert kept.iloc[1]["decision"] == "accepted" and kept.iloc[1]["source"] == marked.iloc[2]["source"]


def test_a_party_may_be_corrected_by_its_name(marked):
    reviews = _reviews(marked["fingerprint"].head(1), [("corrected", {"source": "لبنان", "target": "Israel"})])
    assert events.reviewed(marked, reviews).iloc[0][["source", "target"]].tolist() == ["lebanon", "israel"]


def test_the_losses_of_an_event_may_be_corrected(marked):
    reviews = _reviews(marked["fingerprint"].head(1), [("corrected", {"killed": "12", "wounded": "-"})])
    first = events.reviewed(marked, reviews).iloc[0]
    assert first["killed"] == 12 and pd.isna(first["wounded"])


def test_fingerprints_survive_another_order_and_other_articles():
    cases = _cases()[:10]
    one, other = _articles(cases), _articles(cases).iloc[::-1].reset_index(drop=True)
    marks = []
    for articles in (one, other):
        told = events.find(articles, actors.mentions(articles))
        marks.append(dict(zip(told["event_id"], events.fingerprint(told, articles), strict=True)))
    assert marks[0] == marks[1] and len(set(marks[0].values())) == len(marks[0])


def test_the_sides_of_wars_are_in_the_list_of_actors():
    known = set(lists.actors()["actor_id"])
    beside = {
        name for row in lists.rows("wars") for side in ("side", "other") for name in lists.parts(row[f"beside_{side}"])
    }
    assert {side for row in lists.rows("wars") for side in (row["side"], row["other"])} | beside <= known


def test_a_word_that_stands_twice_in_a_sentence_tells_two_events_to_decide_on():
    case = {"sentence": "قصفت إسرائيل مواقع في سوريا ثم قصفت إسرائيل مواقع في لبنان", "published": "2024-01-02"}
    articles = _articles([case])
    told = events.find(articles, actors.mentions(articles))
    marks = events.fingerprint(told, articles)
    assert told["trigger"].tolist() == ["قصفت", "قصفت"] and marks.nunique() == 2


@pytest.mark.parametrize(
    ("values", "told"),
    [
        ({"type": "attack"}, "reviews.csv row 2: type is 'attack'; write one of AGREE, CONSULT"),
        ({"date": "7/3/2023"}, "reviews.csv row 2: date is '7/3/2023'; write a day as 2023-03-07"),
        ({"killed": "many"}, "reviews.csv row 2: killed is 'many'; write a whole number, or - for none"),
        ({"decision": "right"}, "reviews.csv row 2: decision is 'right'; write one of accepted, rejected, corrected"),
    ],
)
def test_a_decision_with_an_unknown_value_is_named_with_those_there_are(marked, values, told):
    reviews = _reviews(marked["fingerprint"].head(1), [("corrected", values)])
    with pytest.raises(mistakes.WrongList, match=re.escape(told)):
        events.reviewed(marked, reviews)


def test_a_decision_that_is_undone_counts_no_more(marked):
    reviews = _reviews([marked["fingerprint"].iloc[0]] * 2, [("rejected", {}), ("undone", {})])
    assert len(events.reviewed(marked, reviews)) == len(marked) and events.precision(reviews).iloc[0]["reviewed"] == 0


def test_precision_has_an_interval():
    reviews = pd.DataFrame({"fingerprint": list("abcd"), "decision": ["accepted", "accepted", "accepted", "rejected"]})
    row = events.precision(reviews).iloc[0]
    assert (row["reviewed"], row["right"], row["precision"]) == (4, 3, 0.75)
    assert 0.3 < row["low"] < 0.75 < row["high"] < 1
    assert events.precision(reviews.head(0)).iloc[0]["reviewed"] == 0


def test_what_an_agreement_is_about_is_no_act_of_its_own():
    rows = _articles([{"sentence": "وقعت مصر وقطر اتفاق تعاون.", "published": "2024-03-12"}])
    assert events.find(rows, actors.mentions(rows))["type"].tolist() == ["SUPPORT"]


def test_an_event_counts_in_a_period_only_where_its_date_tells_it():
    rows = pd.DataFrame({
        "date": pd.to_datetime(["2021-07-26", "2021-07-01", "2021-01-01", None]),
        "date_precision": ["day", "month", "year", None], "intensity": [8.0, -2.0, -9.0, 1.0],
    })  # fmt: skip
    monthly = events.course(rows).iloc[0]
    assert (str(monthly["period"].date()), monthly["intensity"], monthly["tellings"]) == ("2021-07-01", 3.0, 2)
    assert not monthly["enough"]
    assert [events.course(rows, by=by)["tellings"].tolist() for by in ("day", "week", "month", "year")] == [
        [1],
        [1],
        [2],
        [3],
    ]
    assert str(events.course(rows, by="week")["period"][0].date()) == "2021-07-26"  # a Monday
    assert events.course(rows.head(0)).empty
    with pytest.raises(ValueError, match="by is day, week, month or year, not decade"):
        events.course(rows, by="decade")


@pytest.mark.parametrize(
    ("text", "source", "target"),
    [
        ("قصفت القوات التركية أمس مواقع تنظيم داعش.", "stated", "stated"),
        ("استقبل الرئيس المصري عبد الفتاح السيسي رئيس الوزراء العراقي.", "stated", "stated"),
        ("اتفاق بين بغداد وطهران.", "stated", "stated"),
        ("ضربت غارة تركية مقر وحدات حماية الشعب.", "stated", "stated"),
        ("انسحبت القوات الفرنسية من النيجر. وأشاد الاتحاد الأفريقي بالانسحاب.", "carried", "carried"),
        ("قالت روسيا إن جيشها تقدم. وأضافت أنها ستنسحب من سوريا.", "carried", "stated"),
    ],
)
def test_a_party_is_stated_by_the_words_of_the_act_or_carried(text, source, target):
    articles = tables.table([{"article_id": "a", "text": text, "published": "2024-05-02"}], tables.ARTICLES)
    row = events.find(articles, actors.mentions(articles)).iloc[-1]
    assert (row["source_basis"], row["target_basis"]) == (source, target), row["rule"]


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ("أدان البرلمان القصف المدفعي الكيني. وتواصل القصف المدفعي الكيني. وسمع السكان دوي قصف مدفعي.", "kenya"),
        ("أدان البرلمان القصف المدفعي الكيني. وسمع السكان دوي قصف مدفعي.", None),  # told once is not mostly
        ("أدان البرلمان الهجوم الكيني. وتواصل الهجوم الكيني. وسمع السكان دوي قصف مدفعي.", None),  # another word
    ],
)
def test_whose_an_act_is_its_word_tells_elsewhere(text, source):
    articles = tables.table([{"article_id": "a", "text": text, "published": "2024-05-02"}], tables.ARTICLES)
    row = events.find(articles, actors.mentions(articles)).iloc[-1]
    assert (None if pd.isna(row["source"]) else row["source"]) == source, row["rule"]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ({"target": "peru"}, "chile"),
        ({"target": "peru", "stated": {"peru"}}, "peru"),  # its own words name whom it meets
        ({"target": "peru", "tense": "perfect"}, "peru"),
        ({"target": "peru", "rule": "دعم; whom they fight"}, "peru"),
        ({"target": None}, None),  # a noun without a target mostly meets nobody listed
    ],
)
def test_whom_an_act_meets_its_word_tells_elsewhere(row, expected):
    named = {"type": "AID", "word": "دعم", "tense": "noun", "rule": "دعم", "stated": set()}
    twice = [named | {"source": "brazil", "target": "chile", "stated": {"brazil", "chile"}}] * 2
    row = named | {"source": "kenya"} | row
    assert same_word.with_named_elsewhere([*twice, row], {})[-1]["target"] == expected


def test_a_party_has_a_basis_and_what_is_missing_has_none(found):
    for side in ("source", "target"):
        assert found[f"{side}_basis"].isin(["stated", "carried"]).equals(found[side].notna())
    sides = events.carried(found)
    assert set(sides.dropna()) <= {"doer", "target", "both"}
    both = (found["source_basis"] == "carried") & (found["target_basis"] == "carried")
    assert both.equals(sides == "both")


def test_a_party_that_a_person_has_looked_at_rests_on_that(marked):
    marked = marked[marked["source"].notna() & marked["target"].notna()].head(3)
    decisions = [("accepted", {}), ("corrected", {"source": "-", "target": "iraq"}), ("corrected", {"type": "AID"})]
    kept = events.reviewed(marked, _reviews(marked["fingerprint"], decisions))
    assert kept["target_basis"].tolist() == ["checked", "checked", marked["target_basis"].iloc[2]]
    assert kept["source_basis"].iloc[0] == "checked" and pd.isna(kept["source_basis"].iloc[1])


def test_plover_has_one_row_for_each_event(found):
    articles = _articles(_cases())
    exported = events.plover(found, articles, actors.mentions(articles))
    assert len(exported) == len(found)
    assert exported["Quad Code"].isin(["Q1", "Q2", "Q3", "Q4"]).all()
    assert {"Event Type", "Actor Name", "Recipient Country", "Actor Basis", "Publication Date"} <= set(exported.columns)


def test_two_readings_of_one_name_are_no_pair():
    """A state named under a preposition is also a side of the article, under none."""
    named = Party(3, 3, "iran", "actor", "ل", demonym=False, start=3, joined=True)
    assert not acts_along(named, named._replace(under=None))


FILLING = " ".join(["بيت"] * 40)  # so many words that no rule looks back over them


def _first_acts(sentences, last):
    """What the article tells with its first word, where an article is a sentence, words without acts and a last one."""
    rows = [{"sentence": f"{sentence}\n{FILLING} {last}", "published": "2024-06-12"} for sentence in sentences]
    found = events.find(_articles(rows), actors.mentions(_articles(rows)))
    first = found[found["start"] < 3].drop_duplicates("article_id").drop(columns=["end"])
    return first.reset_index(drop=True)


@pytest.mark.parametrize("last", ["قبل", "موعد", "التي"])
def test_the_last_word_of_an_article_says_nothing_about_its_first(last):
    sentences = [
        "محادثات بين مصر وقطر في القاهرة.",
        "زيارة عمل يقوم بها الرئيس المصري إلى قطر.",
        "الغارات الجوية الإسرائيلية على غزة توقفت.",
        "انسحاب القوات التركية من شمال العراق.",
        *[case["sentence"] for case in _cases()[:60]],
    ]
    plain = _first_acts(sentences, "بيت")
    assert len(plain) > 20
    pd.testing.assert_frame_equal(_first_acts(sentences, last), plain)


LOSSES = [
    ("مقتل 12 حوثيا وإصابة 20 في غارة للتحالف العربي على صنعاء", 12, 20),
    ("قتل الحوثيون ثلاثة مدنيين في تعز", 3, None),
    ("أدى القصف إلى سقوط سبعة قتلى و12 جريحا", 7, 12),
    ("أسفر الهجوم عن مقتل ما لا يقل عن ثلاثة عشر جنديا", 13, None),
    ("شن التحالف العربي 20 غارة على صعدة", None, None),
    ("أعلن الجيش التركي مقتل جنديين في هجوم لحزب العمال الكردستاني", 2, None),
    ("قتل مسلحون شرطيين في ديار بكر", 2, None),
    ("مقتل جندي وإصابة ثلاثة آخرين في تفجير استهدف القوات التركية", 1, 3),
    ("أدى الهجوم إلى إصابة ثلاثة من رجال الشرطة وسبعة مدنيين", None, 10),
    ("أسفر القصف عن مقتل ضابط و3 جنود وإصابة 12 مدنيا", 4, 12),
    ("هاجمت القوات التركية معسكرات في حملة تهدف إلى إنهاء تمرد أدى إلى قتل 40 ألف شخص منذ 1984", None, None),
    ("أدى القصف إلى سقوط ثمانية قتلى هم خمسة جنود وثلاثة مدنيين", 8, None),
    ("ذكر الصليب الأحمر أن 9 عمال على الأقل قتلوا في هجوم لحركة الشباب", 9, None),
    ("ذكر المستشفى أن أربعة تجار قتلوا وأصيب 7 في تفجير في مقديشو", 4, 7),
    ("قتل وجرح نحو 30 جنديا في هجوم لحركة الشباب", None, None),
    ("قتل 21 شخصا منذ 20 يوليو في هجمات الحزب", None, None),
    ("أعلنت الوزارة استشهاد أحمد سعيد خليل (31 عاما) وسامي علي خليل (7 أعوام) في قصف إسرائيلي", 2, None),
    ("أعلنت الوزارة مقتل الصحفي أحمد سعيد خليل، 44 عاما، في غارة روسية", 1, None),
]


@pytest.mark.parametrize(("text", "killed", "wounded"), LOSSES)
def test_the_dead_and_wounded_of_an_attack_are_counted(text, killed, wounded):
    rows = _articles([{"sentence": text, "published": "2015-08-01"}])
    (row,) = events.find(rows, actors.mentions(rows)).to_dict("records")
    for name, wanted in (("killed", killed), ("wounded", wounded)):
        assert row[name] == wanted or (wanted is None and pd.isna(row[name]))


@pytest.mark.parametrize(
    ("sentence", "place"),
    [
        ("قتل ثلاثة جنود أمس في غارة للجيش السوري في حلب.", "aleppo"),
        ("قتل 15 من الحوثيين أمس في مواجهات عنيفة مع المقاومة الشعبية بمدينة مأرب.", "marib"),
        ("وفي حلب، قتل أربعة مدنيين أمس في قصف للجيش السوري.", "aleppo"),
        ("وصل وزير الخارجية الروسي سيرغي لافروف أمس إلى القاهرة في زيارة رسمية.", "cairo"),
        ("أعلن الجيش اليمني أمس تحرير مدينة الضالع من الحوثيين.", "dhale"),
        ("رحب الرئيس اليمني أمس بدمشق شريكا في الحوار.", None),
        ("قال وزير الخارجية الروسي في دمشق أمس إن بلاده تدعم الحوار مع تركيا.", None),
    ],
)
def test_where_an_act_was_done(sentence, place):
    read = tables.table([{"article_id": "a", "text": sentence, "published": "2024-03-12"}], tables.ARTICLES)
    found = events.find(read, actors.mentions(read))
    assert set(found["place"].dropna()) == ({place} if place else set())


@pytest.mark.parametrize(
    "sentence",
    [
        "هزت تركيا اليوم سلسلة هجمات دامية.",
        "واستنكر الدكتور التركي هذه التصريحات ضد العراق.",
        "نفى الرئيس التركي رجب طيب أردوغان الاتهامات جملة وتفصيلا.",
    ],
)
def test_who_suffers_denies_or_only_bears_the_name_of_a_land_does_nothing(sentence):
    articles = _articles([{"sentence": sentence, "published": "2022-06-15"}])
    found = events.find(articles, actors.mentions(articles))
    assert len(found) and found["source"].isna().all()


def test_the_codebook_names_every_column_for_other_programs():
    articles = _articles([{"sentence": "قصفت القوات التركية أمس مواقع تنظيم داعش.", "published": "2022-06-15"}])
    mentions = actors.mentions(articles)
    exported = events.plover(events.find(articles, mentions).assign(story_id="1"), articles, mentions)
    told = (Path(__file__).parents[1] / "docs" / "codebook.md").read_text(encoding="utf-8")
    added = ["Sentence", "Fingerprint"]  # by notebook 04
    own = [name for name in exported if not name.startswith("Recipient ")]  # which are named as those of the actor
    assert [name for name in [*own, *added, "Recipient Basis"] if f"`{name}`" not in told] == []
