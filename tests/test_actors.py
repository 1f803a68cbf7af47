"""Actors: who is named, as actor or place, by whom quoted, and who the list does not have."""

import csv
import gc
import json
from pathlib import Path

import networkx
import pandas as pd
import pytest

from analysis import actors, lists, tables
from analysis.arabic.phrases import folded

HERE = Path(__file__).parent
SEEDS, GOLD = HERE.parent / "seeds", HERE / "gold"


def cases(name):
    with (HERE / "cases" / f"{name}.csv").open(encoding="utf-8", newline="") as rows:
        return [pytest.param(row, id=row["why"]) for row in csv.DictReader(rows)]


def article(text, published="2023-03-07", article_id="a", source="x"):
    row = {"article_id": article_id, "source": source, "text": text, "published": pd.Timestamp(published)}
    return tables.table([row], tables.ARTICLES)


def parts(cell):
    return cell.split("|") if cell else []


@pytest.fixture(scope="module")
def gold():
    return [json.loads(path.read_text(encoding="utf-8")) for path in sorted(GOLD.glob("*.json"))]


@pytest.fixture(scope="module")
def seeds(gold):
    rows = []
    for known in gold:
        raw = (SEEDS / f"{known['article']}.txt").read_text(encoding="utf-8").split("\n")
        body = "\n".join(raw[number - 1] for number in known["body_lines"])
        rows.append(
            {"article_id": known["article"], "source": known["source"], "text": body, "published": known["published"]}
        )
    return tables.table(rows, tables.ARTICLES)


@pytest.fixture(scope="module")
def mentions(seeds):
    return actors.mentions(seeds)


def spans(known, text):
    """The gold's mentions of one article as (start, end) in the text of its body lines."""
    raw = (SEEDS / f"{known['article']}.txt").read_text(encoding="utf-8").split("\n")
    starts, at = {}, 0
    for number in known["body_lines"]:
        starts[number] = at
        at += len(raw[number - 1]) + 1
    for row in known["mentions"]:
        place = -1
        for _ in range(row["nth"]):
            place = raw[row["line"] - 1].find(row["surface"], place + 1)
        start = starts[row["line"]] + place
        yield (start, start + len(row["surface"])), row


@pytest.mark.parametrize("case", cases("mentions"))
def test_each_rule_on_a_sentence(case):
    found = actors.mentions(article(case["text"], case["published"]))
    assert found["matched"].tolist() == parts(case["matched"])
    assert found["actor"].tolist() == parts(case["actor"])
    assert found["use"].tolist() == parts(case["use"])
    assert found["via"].tolist() == parts(case["via"])


def test_the_seeds_are_read_as_their_annotators_read_them(gold, seeds, mentions):
    texts = dict(zip(seeds["article_id"], seeds["text"], strict=True))
    right = used = wanted = 0
    for known in gold:
        rows = mentions[mentions["article_id"] == known["article"]]
        found = {(row.start, row.end): row for row in rows.itertuples()}
        for span, row in spans(known, texts[known["article"]]):
            hit = found.get(span)
            wanted += 1
            right += hit is not None and hit.actor == row["actor"]
            used += hit is not None and hit.use == row["use"]
    assert 2 * right / (wanted + len(mentions)) >= 0.95
    assert used / wanted >= 0.95


def test_offsets_lead_back_to_the_words(seeds, mentions):
    texts = dict(zip(seeds["article_id"], seeds["text"], strict=True))
    assert all(texts[row.article_id][row.start : row.end] == row.matched for row in mentions.itertuples())
    assert mentions.duplicated(["article_id", "start"]).sum() == 0


def test_a_list_of_ones_own_finds_its_actors(tmp_path):
    (tmp_path / "actors.csv").write_text(
        "actor,actor_ar,kind,spellings\nTest Party,حزب التجربة,organisation,حزب التجربة\n", encoding="utf-8"
    )
    found = actors.mentions(article("أعلن حزب التجربة ذلك"), names=lists.actors(tmp_path), roles=lists.roles(tmp_path))
    assert found["actor"].tolist() == ["Test Party"]


def test_a_spelling_of_ones_own_goes_before_what_the_context_would_make_of_it(tmp_path):
    rows = article("اشتبكت المقاومة الشعبية مع الحوثيين في عدن.")
    assert actors.mentions(rows)["actor"][0] == "Popular Resistance (Yemen)"
    own = "actor,kind,spellings\nAden Resistance,armed group,المقاومة الشعبية\n"
    (tmp_path / "actors.csv").write_text(own, encoding="utf-8")
    assert actors.mentions(rows, names=lists.actors(tmp_path))["actor"][0] == "Aden Resistance"


def test_a_short_name_of_ones_own_counts_behind_the_body_of_a_state_that_bears_it(tmp_path):
    rows = "actor,kind,spellings,short\nSudanese Armed Forces,organisation,الجيش السوداني,الجيش\n"
    (tmp_path / "actors.csv").write_text(rows, encoding="utf-8")
    own = {"names": lists.actors(tmp_path), "roles": lists.roles(tmp_path)}
    found = actors.mentions(article("صد الجيش السوداني هجوما. وقال الجيش إنه استعاد السجن."), **own)
    assert found["actor"].tolist() == ["Sudanese Armed Forces"] * 2
    assert actors.mentions(article("قال الجيش الإسرائيلي ذلك. وأضاف الجيش."), **own)["actor"].tolist() == [
        "Israel Defense Forces"
    ]


def test_days_that_are_texts_are_refused_with_what_to_do():
    with pytest.raises(ValueError, match=r"published of the table of articles holds no dates but '2023-03-07': make"):
        actors.mentions(article("العراق").assign(published="2023-03-07"))
    assert len(actors.mentions(article("العراق").assign(published=None)))


def test_an_empty_article_and_no_article():
    assert actors.mentions(article("")).empty
    assert list(actors.mentions(article("").head(0)).columns) == list(tables.MENTIONS)


def test_count_by_a_column(mentions):
    counts = actors.count(mentions)
    assert counts["n"].sum() == len(mentions)
    assert counts["n"].is_monotonic_decreasing
    assert actors.count(mentions, by="use")["n"].sum() == len(mentions)


def test_a_missing_column_is_named():
    with pytest.raises(ValueError, match="mentions lacks outlet"):
        actors.count(actors.mentions(article("العراق")), by="outlet")


def test_naming_joins_the_spellings_of_one_wording():
    rows = pd.concat([article('ضرب داعش. ضرب تنظيم "الدولة". دعم للعراق ودعم العراق.', source="one")])
    table = actors.naming(actors.mentions(rows), rows)
    wordings = table.groupby("actor_id")["wording"].agg(list).to_dict()
    assert set(wordings["islamic-state"]) == {"داعش", "تنظيم الدولة"}
    assert wordings["iraq"] == ["العراق"]


def test_naming_joins_house_styles_and_what_a_preposition_has_swallowed():
    rows = article("القوات الأميركية هنا. القوات الأميركية هناك. القوات الأمريكية ودعم للقوات الأميركية.")
    table = actors.naming(actors.mentions(rows), rows)
    assert table["wording"].tolist() == ["القوات الأميركية"] and table["n"].tolist() == [4]


def test_the_shares_of_one_source_make_one():
    rows = article('ضرب داعش. ضرب تنظيم "الدولة". دعم للعراق ودعم العراق.', source="one")
    table = actors.naming(actors.mentions(rows), rows)
    assert table.groupby(["source", "actor_id"])["share"].sum().round(6).eq(1).all()


def test_the_actor_with_most_names_is_compared_by_default():
    rows = actors.mentions(article("العراق العراق العراق العراق. ضرب داعش تنظيم الدولة الإسلامية وقصف داعش."))
    assert actors.most_varied(rows) == "islamic-state"
    assert actors.most_varied(rows.head(0)) is None


@pytest.mark.parametrize("name", ["islamic-state", "Islamic State", "داعش", "تنظيم الدولة الإسلامية"])
def test_an_actor_is_found_by_any_name(name):
    rows = actors.mentions(article("ضرب داعش تنظيم الدولة الإسلامية في العراق."))
    assert actors.id_of(rows, name) == "islamic-state"
    assert actors.id_of(rows, "كوكب بعيد") is None and actors.id_of(rows, None) is None
    assert actors.id_of(rows.head(0), name) is None


def test_an_actor_is_found_by_words_within_its_name():
    rows = actors.mentions(article("قالت قوات الدعم السريع إن الجيش السوداني قصف مواقعها."))
    assert actors.id_of(rows, "الدعم السريع") == "rapid-support-forces"
    assert actors.id_of(rows, "عم السريع") is None and actors.id_of(rows, " ") is None


def test_an_actor_bears_the_label_that_the_folder_gives_him():
    named = pd.DataFrame({"actor_id": ["iraq"], "actor": ["Republic of Iraq"], "actor_ar": ["جمهورية العراق"]})
    for language, name in (("ar", "جمهورية العراق"), ("en", "Republic of Iraq")):
        names = actors.names_of(named, language)
        assert names["iraq"] == name and names["iran"] == actors.names_of(named.head(0), language)["iran"]


def test_a_name_that_the_folder_calls_nobody_is_none(tmp_path):
    rows = article("قال محمد السويد إن العراق بعيد. وقال وفد السويد إن داعش قريب.")
    assert actors.mentions(rows)["matched"].tolist() == ["السويد", "العراق", "السويد", "داعش"]
    (tmp_path / "actors.csv").write_text("actor,kind,spellings\nno one,nobody,محمد السويد|داعش\n", encoding="utf-8")
    own = actors.mentions(rows, names=lists.actors(tmp_path))
    assert own["matched"].tolist() == ["العراق", "السويد"]


def test_pairs_know_their_reference():
    rows = article("التقت إيران وروسيا. التقت إيران وروسيا. غابت تركيا. غابت الصين.")
    row = actors.pairs(actors.mentions(rows)).iloc[0]
    assert (row["actor_1"], row["actor_2"], row["n"], row["units"]) == ("Iran", "Russia", 2, 4)
    assert row["expected"] == 1.0
    assert row["log_likelihood"] > 3.84


def test_pairs_within_something_else_are_refused(mentions):
    with pytest.raises(ValueError, match="within is sentence or article, not paragraph"):
        actors.pairs(mentions, within="paragraph")


def test_the_network_opens_elsewhere(mentions):
    pairs = actors.pairs(mentions, within="article")
    nodes, links = actors.graph(pairs, "actor_ar")
    assert set(links["source"]) | set(links["target"]) <= set(nodes["actor_ar"])
    assert networkx.parse_graphml(actors.graphml(pairs)).number_of_edges() == len(pairs)


def test_every_quotation_of_a_speaker_in_the_seeds(seeds, mentions):
    found = actors.quotations(seeds, mentions)
    said = {" ".join(row.quotation.split()[:2]): row.actor for row in found.itertuples()}
    assert said["غادرنا واشنطن"] == "Mustafa Al-Kadhimi"
    assert said["قادرة على"] == "Lloyd Austin"
    assert said["انتهاء المهام"] == "Qasim al-Araji"
    assert said["انتهاء المهمة"] == "Iraq"
    assert said["تعزيز وتوطيد"] == "Mohammed Shia' Al Sudani"
    assert said["راغبة في"] == "Jen Psaki"
    assert found["speaker"].notna().mean() > 0.85


def test_a_quoted_name_is_no_quotation():
    rows = article("قال أوستن على «تويتر» إن تنظيم «الدولة» هزم")
    assert actors.quotations(rows, actors.mentions(rows)).empty


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ('قال إن ناديه "الوفاق" فاز باللقب"، وأضاف: "نحن سعداء بهذا الفوز"', ["نحن سعداء بهذا الفوز"]),
        ('وقال: "لم نلتزم بعد بأي موعد. وأضاف: "سنعلن الموعد غدا"', ["سنعلن الموعد غدا"]),
        ("وقال: «إن فيلم «الجدار» ليس لنا»", ["إن فيلم «الجدار» ليس لنا"]),
        ('وأكد في حديث لـ"المساء" أن "الجسر آمن تماما"', ["الجسر آمن تماما"]),
        ("وقال: «لن نعود إلى الوراء أبدا", ["لن نعود إلى الوراء أبدا"]),
        ("نشرت صحيفة «نداء الشمال» خبرا عن رواية «ظل الغيم»", []),
    ],
)
def test_marks_are_paired_within_a_paragraph(text, quoted):
    rows = article(text)
    assert actors.quotations(rows, actors.mentions(rows))["quotation"].tolist() == quoted


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("وقال لبرنامج المساء: «سنبني الجسر قريبا»", None),
        ("ويكتبون رسائلهم: «سنبني الجسر قريبا»", None),
        ("وكتب شارحًا الأمر: «سنبني الجسر قريبا»", None),
        ("وقال عام 1990: «سنبني الجسر قريبا»", None),
        ("ووصف توسعة الجسر بأنها «سنبني الجسر قريبا»", None),
        ("وقال شهود عيان لـ«المساء» إن «الجسر انهار كله»", "شهود عيان"),
        ("وأوضح مصدر أمني لـ«الشرق الأوسط» أن «الجسر انهار كله»", "مصدر أمني"),
        ("وأوضح لـ«الشرق الأوسط» مصدر عسكري أن «الجسر انهار كله»", "مصدر عسكري"),
        ("وقال لوكالة رويترز مسؤول أوروبي إن «الجسر انهار كله»", "مسؤول أوروبي"),
        ("وأوضحت المصادر التي كانت هناك: «سنبني الجسر قريبا»", "المصادر"),
        ("وقال خبراء لصحيفة محلية: «سنبني الجسر قريبا»", "خبراء"),
        ("قال الرئيس المصري عبد الفتاح السيسي إن الجسر آمن. وأضاف شي: «سنبني الجسر قريبا»", "شي"),
        ("قال الرئيس المصري عبد الفتاح السيسي إن الجسر آمن. وطالبت الفرقة بأن «سنبني الجسر قريبا»", "الفرقة"),
        ("وقالت والدته: «سنبني الجسر قريبا»", "والدته"),
        ("وقال والدها: «سنبني الجسر قريبا»", "والدها"),
        ("وأضاف مبتسما: «سنبني الجسر قريبا»", None),
        ("وهدد بنسف عملية السلام: «سنبني الجسر قريبا»", None),
        ("وتبلغ نحو 37.8 مليار «سنبني الجسر قريبا»", None),
        ("وطالب خبراء بإشراك الناس: «سنبني الجسر قريبا»", "خبراء"),
        ("وقال بتروفيتش: «سنبني الجسر قريبا»", "بتروفيتش"),
        ("وقال المركز الفني للجسور: «سنبني الجسر قريبا»", "المركز الفني للجسور"),
        ("العلاق الذي أيد رئيس الوزراء حيدر العبادي قال: «سنبني الجسر قريبا»", None),
        ("صرح المحامي زياد النجداوي لـ«الرياض» قائلا: «سنبني الجسر قريبا»", "زياد النجداوي"),
        ("أشاد الديلمي بدور المملكة العربية السعودية قائلا: «سنبني الجسر قريبا»", None),
        ("وأبلغت المصادر والشهود «الشرق الأوسط» بأن «الجسر سيبنى قريبا»", "المصادر والشهود"),
        ("وقال الناشط المدني البصري صفاء الضاحي إن «الجسر سيبنى قريبا»", "الناشط المدني البصري صفاء الضاحي"),
        ("وأضاف «السعودية وإيران ستبنيان الجسر معا»", None),
        ("لكن مصطفى الكاظمي قال إن «الجسر سيبنى قريبا»", "مصطفى الكاظمي"),
        ("ونقل التلفزيون فقرات من خطاب: «سنبني الجسر قريبا»", "التلفزيون"),
        ("يقدر عددهم بنحو مئة: «سنبني الجسر قريبا»", None),
        ("وقال رئيس حزب «الأمة» الصادق المهدي إن «الجسر سيبنى قريبا»", "الصادق المهدي"),
    ],
)
def test_who_is_no_speaker_is_not_quoted(text, speaker):
    rows = article(text)
    (said,) = actors.quotations(rows, actors.mentions(rows))["speaker"].tolist()
    assert (None if pd.isna(said) else said) == speaker


def test_who_is_quoted_goes_on_behind_what_he_says_of_others():
    text = "أوضح مصطفى الكاظمي أن روسيا تعتبر الاتفاق جيدا، مؤكدا أن «الجسر سيفتح قريبا للجميع»"
    rows = article(text)
    assert actors.quotations(rows, actors.mentions(rows))["actor"].tolist() == ["Mustafa Al-Kadhimi"]


def persons(gold):
    kinds = dict(lists.actors()[["actor", "kind"]].itertuples(index=False))
    found = {}
    for row in (row for known in gold for row in known["mentions"]):
        if row["via"] == "name" and kinds.get(row["actor"]) == "person":
            found.setdefault(row["actor"], set()).add(folded(row["surface"]))
    return found


def test_unlisted_brings_back_persons_taken_from_the_list(gold, seeds):
    nobody = lists.actors().query("kind != 'person'")
    rows = actors.unlisted(seeds, actors.mentions(seeds, names=nobody))
    spelled = [folded(spelling) for cell in rows["spellings"] for spelling in cell.split("|")]
    wanted = persons(gold)
    back = [actor for actor, names in wanted.items() if any(name in other for name in names for other in spelled)]
    real = [name for name in spelled if any(word in name for names in wanted.values() for word in names)]
    assert len(back) / len(wanted) >= 0.7
    assert len(real) / len(spelled) >= 0.5


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("وقال المهندس نبيل الفاعوري إن السد جاهز", ["نبيل الفاعوري"]),
        ("وصل رمضان المنشود وبدأ تحسين الخدمات", []),
        ("تسكن أسرته في شارع الأمير نبيل الفاعوري", []),
        ("قررت البلدية لصالح السكان وقف البناء", []),
        ("دعا خادم الحرمين إلى اجتماع", []),
        ("حضر نبيل الفاعوري بأبنائه", ["نبيل الفاعوري"]),
        ("وقال هورغن ستالبرغ في برلين", ["هورغن ستالبرغ"]),
        ("وأشادت المدربة بأداء صباح الدافئ", []),
        ("وقال صباح الفاعوري إن المتحف مغلق", ["صباح الفاعوري"]),
        ("وجاء عبد الرحيم نبيل الفاعوري", ["عبد الرحيم نبيل الفاعوري"]),
        ("بحضور ولي العهد وسعيد رضاه", []),
        ("وحضر نبيل بن سعيد آل الشيخ الحفل", ["نبيل بن سعيد آل الشيخ"]),
        ("يتطلب منى إبراز الصورة", []),
    ],
)
def test_only_names_are_proposed(text, names):
    rows = article(text)
    no_mentions = actors.mentions(rows).head(0)
    assert actors.unlisted(rows, no_mentions)["actor_ar"].tolist() == names


def test_the_forms_of_one_name_in_an_article_are_one_person():
    text = "وقال الشهيد نبيل سعيد أحمد الفاعوري. وعاد الشهيد نبيل الفاعوري. وقال الشهيد نبيل الفاعوري."
    (row,) = actors.unlisted(article(text), actors.mentions(article(text)).head(0)).to_dict("records")
    assert (row["actor"], row["n"]) == ("نبيل الفاعوري", 3)
    assert row["spellings"] == "نبيل الفاعوري|نبيل سعيد أحمد الفاعوري"


@pytest.mark.parametrize(
    ("speakers", "shown"),
    [
        (["جياس جوكينيت", "جوكينيت"], ["جياس جوكينيت"] * 2),
        (["وزير الإدارة المحلية", "وزير الإدارة المحلية اليمني"], ["وزير الإدارة المحلية اليمني"] * 2),
        (["وزير الري", "وزير الري اليمني", "وزير الري المصري"], ["وزير الري", "وزير الري اليمني", "وزير الري المصري"]),
        (["المتحدث", "المتحدث باسم الجيش"], ["المتحدث", "المتحدث باسم الجيش"]),
    ],
)
def test_one_speaker_in_two_wordings_is_one(speakers, shown):
    rows = pd.DataFrame({"article_id": "a", "actor_id": None, "speaker": speakers})
    assert actors.speakers(rows).tolist() == shown
    assert actors.speakers(rows.assign(article_id=range(len(rows)))).tolist() == speakers


def test_what_somebody_is_asked_behind_a_quotation_does_not_make_him_its_speaker():
    rows = article('توعد نعيم قاسم بالرد "في الوقت المناسب الذي نختاره"، وطالب الحكومة اللبنانية بالتحرك.')
    assert actors.quotations(rows, actors.mentions(rows))["actor_id"].isna().all()


def test_unlisted_rows_can_be_pasted(tmp_path, seeds):
    nobody = lists.actors().query("kind != 'person'")
    rows = actors.unlisted(seeds, actors.mentions(seeds, names=nobody))
    rows[list(lists.ACTORS[1:])].to_csv(tmp_path / "actors.csv", index=False)
    known = lists.actors(tmp_path)
    assert set(rows["actor"]) <= {*known["actor"], *known["actor_ar"]}  # one whom the list has keeps his English name


def test_a_spelling_of_ones_own_goes_before_an_institution(tmp_path):
    row = "Turkey,state,الحكومة التركية|الجيش التركي\n"
    (tmp_path / "actors.csv").write_text(f"actor,kind,spellings\n{row}", encoding="utf-8")
    text = article("قالت الحكومة التركية إن الجيش التركي قصف مواقع.")
    assert set(actors.mentions(text, names=lists.actors(tmp_path))["actor"]) == {"Turkey"}
    assert "Turkey" not in set(actors.mentions(text)["actor"])


def test_an_unlisted_name_in_two_spellings_can_be_pasted(tmp_path):
    text = "قال الخبير أحمد الزعبلاوي. وأضاف الخبير احمد الزعبلاوي."
    rows = actors.unlisted(article(text), actors.mentions(article(text)))
    rows[list(lists.ACTORS[1:])].to_csv(tmp_path / "actors.csv", index=False)
    assert len(rows) == 1 and lists.actors(tmp_path)["actor"].iloc[-1] == rows["actor"].iloc[0]


def test_the_search_for_cycles_goes_on_behind_mentions_whatever_happens():
    actors.mentions(article("بغداد"))
    assert gc.isenabled()
    with pytest.raises(ValueError, match="lacks"):
        actors.mentions(article("بغداد").drop(columns="text"))
    assert gc.isenabled()


def test_the_label_of_an_institution_behind_a_swallowed_alef_is_whole():
    found = actors.mentions(article("سلم الموقع للشرطة الكينية.", "2024-05-07"))
    assert found[["matched", "actor_ar"]].to_numpy().tolist() == [["لشرطة الكينية", "الشرطة الكينية"]]
