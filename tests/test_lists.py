"""Lists: nothing is wrong with those of the package, and what is wrong with others is said by row and column."""

import subprocess
import sys
from collections import Counter

import pandas as pd
import pytest

from analysis import actors, charts, lists, mistakes
from analysis.lists import checks, women


def test_nothing_is_wrong_with_the_lists():
    assert list(map(str, checks.problems())) == []


@pytest.mark.parametrize("name", [path.stem for path in sorted(lists.FOLDER.glob("*.csv"))])
def test_no_row_of_a_list_stands_twice(name):
    rows = [
        tuple(value for column, value in row.items() if column not in ("why", "source")) for row in lists.rows(name)
    ]
    assert [row for row, n in Counter(rows).items() if n > 1] == []


def test_the_command_says_so():
    done = subprocess.run([sys.executable, "-m", "analysis.lists"], capture_output=True, text=True, check=False)
    assert done.returncode == 0
    assert "nothing wrong" in done.stdout


def actor(**changes):
    return {"actor": "Test", "kind": "person", "spellings": "تجربة", "wikidata": "", **changes}


def role(**changes):
    return {
        "office": "president",
        "country": "Iraq",
        "holder": "Test",
        "from": "2020",
        "to": "",
        "precision": "year",
        "source": "",
        **changes,
    }


@pytest.mark.parametrize(
    ("name", "rows", "said"),
    [
        ("actors", [actor(kind="stat")], 'actors.csv row 2: kind "stat" is not one of person, state'),
        ("actors", [actor(), actor()], 'actors.csv row 3: "Test" stands in row 2 already'),
        ("actors", [actor(spellings="")], "actors.csv row 2: spellings is empty"),
        ("actors", [actor(spellings="أحمد|احمد")], "is there already in another spelling"),
        ("actors", [actor(wikidata="42")], 'wikidata "42" is no id'),
        ("actors", [{"kind": "person"}], "actors.csv row 1: the column actor is missing"),
        ("roles", [role(**{"from": "2020-13"})], 'from "2020-13" is no date'),
        ("roles", [role(to="2019")], "ends on 2019 before it starts on 2020"),
        ("roles", [role(), role(holder="Other", **{"from": "2021"})], "while Test stays until today"),
        ("roles", [role(precision="week")], 'precision "week" is not one of year, month, day'),
        ("event_words", [{"word": "ضرب", "pos": "verb", "type": "ATTACK"}], 'type "ATTACK" is not one of AGREE'),
        ("event_words", [{"word": "ضرب", "pos": "adverb", "type": "ASSAULT"}], 'pos "adverb" is not one of verb, noun'),
        (
            "event_words",
            [{"word": "ضرب", "pos": "verb", "type": "ASSAULT", "intensity": "high"}],
            'intensity "high" is no number',
        ),
    ],
)
def test_what_is_wrong_is_said(name, rows, said):
    assert any(said in str(problem) for problem in checks.of_list(name, rows))


def test_rival_terms_may_overlap():
    rows = (role(), role(holder="Other", source="rival government", **{"from": "2021"}))
    assert list(checks.overlaps("roles", rows)) == []


def test_spellings_that_two_actors_share_are_told():
    rows = [{"actor": "One", "spellings": "اسم"}, {"actor": "Two", "spellings": "إسم"}]
    assert "is a spelling of One and of Two" in str(next(iter(checks.clashes(rows))))


def test_a_row_on_an_actor_whom_no_list_has_is_told():
    (problem,) = checks.strangers([{"spelling": "الشرق", "actor": "No Such Paper"}, {"actor": "Al-Qaeda"}])
    assert str(problem).startswith('ambiguous.csv row 2: actor "No Such Paper" is not in actors.csv')


def test_unknown_holders_are_told():
    assert 'holder "Nobody at all"' in str(next(iter(checks.unknown((role(holder="Nobody at all"),)))))


def test_a_wrong_list_in_a_folder_is_refused(tmp_path):
    (tmp_path / "actors.csv").write_text("actor,kind,spellings\nTest,stat,تجربة\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r'actors\.csv row 2: kind "stat" is not one of person'):
        lists.actors(tmp_path)


@pytest.mark.parametrize("actor_id", ["", "united-nations", "my-own-id"])
def test_a_row_on_a_known_actor_adds_its_spellings(tmp_path, actor_id):
    known = lists.actors().set_index("actor").loc["United Nations"]
    row = f"{actor_id},United Nations,organisation,منظمة التجربة|{known['actor_ar']}"
    (tmp_path / "actors.csv").write_text(f"actor_id,actor,kind,spellings\n{row}\n", encoding="utf-8")
    found = lists.actors(tmp_path).query("actor == 'United Nations'")
    assert found["actor_id"].tolist() == [known["actor_id"]] and found["actor_ar"].iloc[0] == known["actor_ar"]
    assert lists.parts(found["spellings"].iloc[0]) == [*lists.parts(known["spellings"]), "منظمة التجربة"]


@pytest.mark.parametrize(
    ("row", "actor", "label"),
    [
        ("الفرقة الثانية,armed group,الفرقة الثانية مشاة|الفرقة الثانية", "الفرقة الثانية", "الفرقة الثانية"),
        ("Second Division,armed group,الفرقة الثانية", "Second Division", "الفرقة الثانية"),
        ("الأمم المتحدة,organisation,منظمة التجربة", "United Nations", "الأمم المتحدة"),
    ],
    ids=["named in Arabic", "named in English", "known by its Arabic name"],
)
def test_an_actor_of_ones_own_has_an_arabic_name_for_the_figures(row, actor, label, tmp_path):
    (tmp_path / "actors.csv").write_text(f"actor,kind,spellings\n{row}\n", encoding="utf-8")
    found = lists.actors(tmp_path).set_index("actor").loc[actor]
    assert found["actor_ar"] == label


def test_two_actors_named_in_arabic_are_two_whatever_figures_they_share(tmp_path):
    rows = "كتيبة الشاطئ 20,armed group,كتيبة الشاطئ\nكتيبة الميناء 20,armed group,كتيبة الميناء\n"
    (tmp_path / "actors.csv").write_text(f"actor,kind,spellings\n{rows}", encoding="utf-8")
    found = lists.actors(tmp_path).set_index("actor")["actor_id"]
    assert found["كتيبة الشاطئ 20"] == "كتيبة-الشاطئ-20" and found["كتيبة الميناء 20"] == "كتيبة-الميناء-20"


def test_a_holder_whom_no_list_has_is_refused_until_actors_csv_has_him(tmp_path):
    (tmp_path / "roles.csv").write_text("office,country,holder,from\npresident,Iraq,A B,2030\n", encoding="utf-8")
    with pytest.raises(ValueError, match=r'roles\.csv row 2: holder "A B" is not in actors.csv'):
        lists.roles(tmp_path)
    (tmp_path / "actors.csv").write_text("actor,kind,spellings\nA B,person,سوسن العنبري\n", encoding="utf-8")
    assert lists.roles(tmp_path)["holder"].iloc[-1] == "A B"


def test_a_holder_may_have_the_arabic_name_and_the_id_of_an_actor_of_ones_own(tmp_path):
    row = "سوسن العنبري,my-1,person,سوسن العنبري\n"
    (tmp_path / "actors.csv").write_text(f"actor,actor_id,kind,spellings\n{row}", encoding="utf-8")
    roles = "office,country,holder,from\nforeign-minister,Iraq,سوسن العنبري,2020-01-01\n"
    (tmp_path / "roles.csv").write_text(roles, encoding="utf-8")
    names, terms = lists.actors(tmp_path), lists.roles(tmp_path)
    article = pd.DataFrame({"article_id": ["a"], "text": ["وصل وزير الخارجية العراقي."], "published": ["2040-05-01"]})
    found = actors.mentions(article.assign(published=pd.to_datetime(article["published"])), names=names, roles=terms)
    assert found["actor_id"].tolist() == ["my-1"]


def test_what_a_table_of_ours_escapes_is_read_back(tmp_path):
    charts.save_table("keep", pd.DataFrame({"text": ["- إعلان", "@chan"], "action": "cut"}), tmp_path)
    assert [row["text"] for row in lists.own_rows(tmp_path / "keep.csv")] == ["- إعلان", "@chan"]


def test_event_words_need_but_three_columns(tmp_path):
    (tmp_path / "event_words.csv").write_text("word,pos,type\nضرب,verb,ASSAULT\n", encoding="utf-8")
    assert lists.event_words(tmp_path)[-1]["mode"] == ""


@pytest.mark.parametrize(
    ("office", "country", "day", "holder"),
    [
        ("prime-minister", "Iraq", "2021-07-26", "Mustafa Al-Kadhimi"),
        ("prime-minister", "Iraq", "2023-03-07", "Mohammed Shia' Al Sudani"),
        ("defence-minister", "United States", "2023-03-07", "Lloyd Austin"),
        ("foreign-minister", "Russia", "2015-08-01", "Sergey Lavrov"),
        ("president", "Egypt", "2013-01-01", "Mohamed Morsi"),
        ("king", "Saudi Arabia", "2010-01-01", "Abdullah of Saudi Arabia"),
    ],
)
def test_offices_on_a_day(office, country, day, holder):
    roles = lists.roles()
    held = roles[(roles["office"] == office) & (roles["country"] == country) & (roles["from"] <= day)]
    assert holder in held.loc[(held["to"] == "") | (held["to"] >= day), "holder"].tolist()


def test_a_word_of_the_type_nothing_tells_no_act(tmp_path):
    (tmp_path / "event_words.csv").write_text("word,pos,type\nقصف,verb,nothing\n", encoding="utf-8")
    words = {row["word"] for row in lists.event_words(tmp_path)}
    assert "قصف" in {row["word"] for row in lists.rows("event_words")} and "قصف" not in words and "هاجم" in words


@pytest.mark.parametrize(("begins", "divides"), [("", ","), ("sep=;\n", ";"), ("SEP=|\r\n", "|")])
def test_a_mistake_is_told_with_the_row_of_the_spreadsheet(tmp_path, begins, divides):
    lines = ["actor,kind,spellings", ",,", "", "Ali X,persn,علي فلان"]
    text = begins + "\n".join(line.replace(",", divides) for line in lines)
    (tmp_path / "actors.csv").write_text(text, encoding="utf-8")
    with pytest.raises(mistakes.WrongList, match=r'actors\.csv row 4: kind "persn" is not one of'):
        lists.of_folder("actors", tmp_path)


def test_rows_without_a_word_are_no_rows(tmp_path):
    (tmp_path / "actors.csv").write_text("actor,kind,spellings\n\n,,\nAli X,person,علي فلان\n,,\n", encoding="utf-8")
    assert [row["actor"] for row in lists.of_folder("actors", tmp_path)] == ["Ali X"]
    (tmp_path / "actors.csv").write_text("", encoding="utf-8")
    assert lists.of_folder("actors", tmp_path) == ()


def test_the_cities_that_stand_for_a_government_and_these_governments_are_in_the_list_of_actors():
    known, rows = lists.actors().set_index("actor")["kind"], lists.rows("seats")
    assert {row["city"] for row in rows} | {row["seat_of"] for row in rows} <= set(known.index)
    assert {known[row["city"]] for row in rows} == {"place"}


def test_women_are_known_by_their_given_names():
    persons = pd.DataFrame({
        "actor_id": ["mara-karlin", "mohamed-morsi", "hamas"],
        "actor_ar": ["مارا كارلين", "محمد مرسي", "سارة"],
        "kind": ["person", "person", "armed group"],
    })  # fmt: skip
    assert women.among(persons) == {"mara-karlin"}
    assert {"angela-merkel", "tsai-ing-wen"} <= women.listed()
