"""A folder of one's own: what its lists say, what its articles share, what is streamed."""

import datetime
import shutil
from pathlib import Path

import pandas as pd
import pytest

from analysis import charts, events, lists, load, mistakes, tables, terms

PROSE = "قال الوزير إن الزيارة ناجحة وإنها تأتي في وقتها المناسب تماما بعد أسابيع من التحضير."

WEB_PAGE = (
    '<html><body><div class="menu">وكالات</div><article><h1>عنوان الخبر عن زيارة الوزير</h1>'
    f"<p>{PROSE} في بغداد.</p><p>وأضاف أن {PROSE} في البصرة.</p></article></body></html>"
)


@pytest.fixture
def folder(tmp_path):
    for n in range(4):
        text = f"عنوان الخبر رقم {n} عن زيارة الوزير\n{PROSE} {n}.\nكل الأخبار في مكان واحد\n{PROSE} مرة أخرى {n}."
        (tmp_path / f"خبر{n}.txt").write_text(text, encoding="utf-8")
    rows = "".join(f"خبر{n},الموقع,2023-03-0{n + 1}\n" for n in range(4))
    (tmp_path / "articles.csv").write_text("article_id,source,published\n" + rows, encoding="utf-8-sig")
    return tmp_path


def test_articles_csv_says_what_a_person_knows(folder):
    articles = load.articles(folder)
    assert articles["source"].unique().tolist() == ["الموقع"]
    assert articles["published"].dt.day.tolist() == [1, 2, 3, 4]
    assert articles["published_from"].unique().tolist() == ["given"]


def test_a_line_that_several_articles_of_a_source_share_is_cut(folder):
    cut = load.folder(folder).cut
    assert set(cut["text"]) == {"كل الأخبار في مكان واحد"}
    assert set(cut["reason"]) == {"line shared by several articles of the source"}


def test_keep_csv_overrules_the_rules(folder):
    (folder / "keep.csv").write_text("text,action\nكل الأخبار في مكان واحد,keep\n", encoding="utf-8")
    assert load.folder(folder).cut.empty
    (folder / "keep.csv").write_text(f"text,action\n{PROSE} 2.,cut\n", encoding="utf-8")
    cut = load.folder(folder).cut.set_index("text")["reason"]
    assert cut[f"{PROSE} 2."] == "cut by keep.csv"


def test_versions_of_one_article_keep_their_headline(tmp_path):
    for n in range(3):
        (tmp_path / f"{n}.txt").write_text(f"وصول الوزير إلى بغداد\n{PROSE}\nجملة أخرى {n}.", encoding="utf-8")
    (tmp_path / "articles.csv").write_text("article_id,source\n0,س\n1,س\n2,س\n", encoding="utf-8")
    assert load.articles(tmp_path)["title"].tolist() == ["وصول الوزير إلى بغداد"] * 3


@pytest.mark.parametrize("above", ["", "16 ديسمبر 2025\n"])
def test_a_line_kept_by_hand_still_tells_the_day_and_the_outlet(tmp_path, above):
    below = "" if above else "16 ديسمبر 2025\n"
    text = f"{above}عنوان الخبر عن زيارة الوزير\n{below}بوابة الشروق - وكالات\n{PROSE} 1.\n{PROSE} 2."
    (tmp_path / "خبر.txt").write_text(text, encoding="utf-8")
    before = load.articles(tmp_path)
    rows = "16 ديسمبر 2025,keep\nبوابة الشروق - وكالات,keep\n"
    (tmp_path / "keep.csv").write_text(f"text,action\n{rows}", encoding="utf-8")
    (kept,) = load.articles(tmp_path).to_dict("records")
    assert {"16 ديسمبر 2025", "بوابة الشروق - وكالات"} <= set(kept["text"].split("\n"))
    told = ["source", "title", "published", "published_from", "published_evidence", "saved"]
    pd.testing.assert_frame_equal(pd.DataFrame([kept])[told], before[told], check_dtype=False)


def test_lines_of_keep_csv_that_nothing_can_be_done_with_are_problems(folder):
    (folder / "خبر5.html").write_text(WEB_PAGE, encoding="utf-8")
    rows = "كل الأخبار في مكان واحد,keep\nقال الوزير,cut\nوكالات,keep\n"
    (folder / "keep.csv").write_text(f"text,action\n{rows}", encoding="utf-8")
    reading = load.folder(folder)
    assert "وكالات" in reading.cut["text"].tolist()
    partial, outside = reading.problems.to_dict("records")
    assert partial["path"].endswith("keep.csv") and partial["reason"] == "lines of no article"
    assert partial["detail"].startswith("row 3 «قال الوزير»: write the whole line as it stands in")
    assert outside["reason"] == "lines that cannot be kept" and outside["detail"].startswith("row 4 «وكالات»: ")
    assert {partial["reason"], outside["reason"]} <= {row["code"] for row in lists.rows("names")}


@pytest.mark.parametrize(
    ("row", "said"),
    [
        (
            "المفوضية العليا المستقلة للانتخابات,organisation,المفوضية العليا المستقلة للانتخابات|المفوضية الخاصة بنا",
            "row 2 «المفوضية العليا المستقلة للانتخابات» (Independent High Electoral Commission): ",
        ),
        ("Sudanese Armed Forces,organisation,الجيش", "row 2 «الجيش» (in every state): "),
        ("Sudanese Armed Forces,organisation,الجيش السوداني", None),
        ("Second Division,armed group,الفرقة الثانية مشاة", None),
    ],
)
def test_a_name_of_ones_own_that_others_bear_too_is_told(folder, row, said):
    (folder / "actors.csv").write_text(f"actor,kind,spellings\n{row}\n", encoding="utf-8")
    found = load.folder(folder).problems.query("reason != 'names of no article'").to_dict("records")
    assert bool(found) == bool(said)
    for problem in found:
        assert problem["reason"] == "names that others bear too" and problem["detail"].startswith(said)
        assert problem["reason"] in {each["code"] for each in lists.rows("names")}


@pytest.mark.parametrize("name", ["families.csv", "stop_words.csv"])
def test_a_word_of_ones_own_that_no_article_has_is_told(folder, name):
    (folder / name).write_text("word,family\nالوزير,وزير\nالوزيير,وزير\n", encoding="utf-8")
    (problem,) = load.folder(folder).problems.to_dict("records")
    assert problem["reason"] == "words of no article" and problem["detail"].startswith("row 3 «الوزيير»: the word")
    assert problem["reason"] in {row["code"] for row in lists.rows("names")}


def test_a_row_of_actors_that_no_article_names_is_told(folder):
    rows = "Minister,person,الوزير\nNobody Near,person,فلان الفلاني، فلان\n"
    (folder / "actors.csv").write_text(f"actor,kind,spellings\n{rows}", encoding="utf-8")
    (problem,) = load.folder(folder).problems.query("reason == 'names of no article'").to_dict("records")
    assert problem["detail"].startswith("row 3 «فلان الفلاني، فلان»: write each name")
    own = load.unfit_actors(folder, load.articles(folder)).query("reason == 'names of no article'")
    assert own.to_dict("records") == [problem]
    assert load.unfit_actors([folder / "خبر0.txt"], load.articles(folder)).empty


def test_days_of_articles_csv_may_have_the_month_first(folder):
    rows = "article_id,source,published\nخبر0,الموقع,08/04/2015\nخبر1,الموقع,07/21/2015\n"
    (folder / "articles.csv").write_text(rows, encoding="utf-8")
    days = load.articles(folder).set_index("article_id")["published"].dt.strftime("%Y-%m-%d")
    assert (days["خبر0"], days["خبر1"]) == ("2015-08-04", "2015-07-21")


def test_a_day_saved_month_first_is_read_so_too(folder):
    rows = "article_id,source,published,saved\nخبر0,الموقع,09/21/2015,\nخبر1,الموقع,,11/05/2015\n"
    (folder / "articles.csv").write_text(rows, encoding="utf-8")
    assert str(load.articles(folder).set_index("article_id")["saved"]["خبر1"])[:10] == "2015-11-05"


def test_days_that_were_inferred_stay_so_when_the_table_of_articles_comes_back(tmp_path):
    shutil.copytree(Path(__file__).parents[1] / "seeds", tmp_path / "seeds")
    before = load.articles(tmp_path / "seeds")
    charts.save_table("01_articles", before.assign(source="س"), tmp_path)
    shutil.copy(tmp_path / "01_articles.csv", tmp_path / "seeds" / "articles.csv")
    after = load.articles(tmp_path / "seeds")
    assert (after["source"] == "س").all() and not load.is_certain(before).all()
    assert load.is_certain(after).tolist() == load.is_certain(before).tolist()
    assert after["published"].tolist() == before["published"].tolist()


def test_a_list_in_capitals_is_told_where_that_is_another_name(folder):
    (folder / "Actors.csv").write_text("actor,kind,spellings\nس,person,س ص\n", encoding="utf-8")
    told = load.folder(folder).problems.to_dict("records")
    if not (folder / "actors.csv").exists():
        assert [row["reason"] for row in told] == ["a list under another name"]
        assert told[0]["detail"].startswith("rename the file to actors.csv")


def test_a_day_still_to_come_is_told(folder):
    today, rows = datetime.date.today(), "article_id,source,published\nخبر0,الموقع,{}\n"
    (folder / "articles.csv").write_text(rows.format(today), encoding="utf-8")
    assert load.folder(folder).problems.empty
    later = today + datetime.timedelta(days=400)
    (folder / "articles.csv").write_text(rows.format(later), encoding="utf-8")
    (problem,) = load.folder(folder).problems.to_dict("records")
    assert problem["reason"] == "days still to come" and problem["detail"].startswith(f"خبر0 ({later}): write the day")
    assert problem["reason"] in {row["code"] for row in lists.rows("names")}


def test_a_line_outside_the_article_that_is_to_be_cut_is_no_problem(folder):
    (folder / "خبر5.html").write_text(WEB_PAGE, encoding="utf-8")
    (folder / "keep.csv").write_text("text,action\nوكالات,cut\n", encoding="utf-8")
    assert load.folder(folder).problems.empty


def test_parts_stream_the_same_articles(folder):
    parts = list(load.parts(folder, size=3))
    assert [len(part.articles) for part in parts] == [3, 1]
    whole = pd.concat([part.articles for part in parts], ignore_index=True)
    pd.testing.assert_frame_equal(
        whole[["article_id", "published"]], load.articles(folder)[["article_id", "published"]]
    )


def test_every_table_has_its_columns(folder):
    reading = load.folder(folder)
    for table, columns in zip(reading, (tables.ARTICLES, tables.CUT, tables.PROBLEMS, tables.COPIES), strict=True):
        assert list(table.columns) == list(columns)


def test_nothing_of_that_name_is_an_error_that_names_what_is_near(tmp_path):
    (tmp_path / "my_articles").mkdir()
    with pytest.raises(FileNotFoundError, match=r"There is no .*my_article\. Did you mean .*my_articles\?"):
        load.articles(tmp_path / "my_article")


def test_rows_of_articles_csv_without_an_article_are_a_problem(folder):
    with (folder / "articles.csv").open("a", encoding="utf-8") as listed:
        listed.write("خبر9,الموقع,2023-03-09\n")
    (problem,) = load.folder(folder).problems.to_dict("records")
    assert problem["reason"] == "rows of no article" and problem["detail"].startswith("خبر9: write the file's name")


def test_articles_csv_may_name_an_article_with_its_ending(folder):
    text = (folder / "articles.csv").read_text(encoding="utf-8-sig").replace("خبر0,", "خبر0.txt,")
    (folder / "articles.csv").write_text(text, encoding="utf-8")
    assert load.articles(folder)["source"].notna().all()


@pytest.mark.parametrize(
    ("name", "rows", "said"),
    [
        ("articles.csv", "id,source\nخبر0,ا\n", "row 1: the column article_id is missing; add it to the first row"),
        ("articles.csv", "article_id,published\nخبر0,2023\n", 'row 2: published "2023" is no full date; write 2021-01'),
        ("articles.csv", "article_id,sourse\nخبر0,ا\n", "row 1: the column sourse is not known; write source, or"),
        ("articles.csv", "article_id,المصدر\nخبر0,ا\n", "row 1: the column المصدر is not known; write source, or"),
        ("articles.csv", "article_id,source\nخبر0,ا\nخبر0,ب\n", 'row 3: "خبر0" stands in row 2 already'),
        ("articles.csv", "article_id,title\nخبر0,زيارة, ومحادثات\n", "row 2: more cells than the first row has names"),
        ("families.csv", "word,families\nا,ب\n", "row 1: the column family is missing"),
        ("stop_words.csv", "words\nالصورة\n", "row 1: the column word is missing; add it to the first row"),
        ("keep.csv", "text,action\nسطر,delete\n", 'row 2: action "delete" is not one of keep, cut'),
        ("reviews.csv", "event,decision\nخبر0,accepted\n", "row 1: the column fingerprint is missing; add it to the"),
        ("reviews.csv", "fingerprint,decision\na1,\n", "row 2: decision is empty; write one or delete the row"),
    ],
)
def test_a_mistake_in_a_list_is_told_by_file_row_and_column(folder, name, rows, said):
    (folder / name).write_text(rows, encoding="utf-8")
    with pytest.raises(mistakes.WrongList, match=f"^{name} {said}"):
        own = {"families.csv": load.families, "reviews.csv": load.reviews, "stop_words.csv": load.stop_words}
        own.get(name, load.articles)(folder)


def test_stop_words_of_a_folder_are_no_article_and_leave_out_their_family(folder):
    n = len(load.articles(folder))
    assert load.stop_words(folder) == []
    (folder / "stop_words.csv").write_text("word,why\nصورة,captions\n", encoding="utf-8")
    assert (len(load.articles(folder)), load.stop_words(folder)) == (n, ["صورة"])
    counts = pd.DataFrame({"term": ["الصورة", "الوزير", "بالصور"], "n": [3, 2, 1]})
    assert terms.without(counts, load.stop_words(folder)).to_dict("list") == {"term": ["الوزير"], "n": [2]}
    assert terms.without(counts, []) is counts


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        (["11/27/2025", "11/05/2025", ""], ["2025-11-27", "2025-11-05", None]),
        (["27/11/2025", "05/11/2025"], ["2025-11-27", "2025-11-05"]),
        (["05/11/2025", "06/11/2025"], ["2025-11-05", "2025-11-06"]),
        (["11/27/2025", "27/11/2025", "05/11/2025"], ["2025-11-27", "2025-11-27", "2025-11-05"]),
    ],
)
def test_the_days_of_a_table_are_read_in_the_order_that_one_of_them_shows(days, expected, tmp_path):
    rows = "".join(f"{day},قال الوزير رقم {n} إن الزيارة انتهت.\n" for n, day in enumerate(days))
    (tmp_path / "rows.csv").write_text(f"date,text\n{rows}", encoding="utf-8")
    found = load.articles(tmp_path)["published"].dt.strftime("%Y-%m-%d")
    assert found.astype("object").where(found.notna(), None).tolist() == expected


def test_columns_of_ones_own_are_let_alone(folder):
    (folder / "articles.csv").write_text("article_id,published_from,words,note\nخبر0,a,7,b\n", encoding="utf-8")
    assert len(load.articles(folder))


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1256"])
def test_a_list_is_read_in_the_encodings_in_which_excel_saves_it(folder, encoding):
    (folder / "articles.csv").write_text("article_id,source\nخبر0,الموقع\n", encoding=encoding)
    assert load.articles(folder).set_index("article_id")["source"]["خبر0"] == "الموقع"


def test_all_that_is_wrong_in_all_lists_is_told_at_once_in_the_order_of_rows(folder):
    load.check_lists(folder)
    (folder / "families.csv").write_text("word,families\nا,ب\n", encoding="utf-8")
    (folder / "actors.csv").write_text("actor,kind,spellings\nA,stat,ا\nB,org,ب\n", encoding="utf-8")
    with pytest.raises(mistakes.WrongList) as told:
        load.check_lists(folder)
    places = [line.split(":")[0] for line in str(told.value).split("\n")]
    assert places == ["actors.csv row 2", "actors.csv row 3", "families.csv row 1"]
    load.check_lists([folder / "خبر0.txt"])


@pytest.mark.parametrize("between", [";", "\t"])
def test_a_list_may_be_divided_as_excel_divides_it(folder, between):
    text = (folder / "articles.csv").read_text(encoding="utf-8-sig").replace(",", between)
    (folder / "articles.csv").write_text(text, encoding="utf-8-sig")
    assert load.articles(folder)["source"].unique().tolist() == ["الموقع"]


def test_an_empty_folder_gives_empty_tables(tmp_path):
    assert load.folder(tmp_path).articles.empty


def test_the_table_of_articles_that_the_notebook_writes_can_be_filled_in_and_put_into_the_folder(folder):
    (folder / "articles.csv").unlink()
    told = load.articles(folder)[["article_id", "source", "title", "published", "published_from", "saved"]]
    charts.save_table("01_articles", told.assign(source="النهار", published=pd.Timestamp("2024-05-01")), folder / "out")
    (folder / "out" / "01_articles.csv").replace(folder / "articles.csv")
    again = load.articles(folder)
    assert set(again["source"]) == {"النهار"} and set(again["published"]) == {pd.Timestamp("2024-05-01")}
    assert again["title"].tolist() == told["title"].tolist()


def test_a_quantity_that_is_no_number_is_named_by_its_row(tmp_path):
    (tmp_path / "reviews.csv").write_text("fingerprint,decision,quantity\nab,corrected,many\n", encoding="utf-8")
    with pytest.raises(mistakes.WrongList, match=r"reviews\.csv row 2: quantity is 'many'; write a number"):
        load.reviews(tmp_path)


def test_a_quantity_can_be_taken_away(tmp_path):
    rows = "fingerprint,decision,quantity\nab,corrected,-\ncd,corrected,40\n"
    (tmp_path / "reviews.csv").write_text(rows, encoding="utf-8")
    found = pd.DataFrame({"event_id": ["1", "2"], "fingerprint": ["ab", "cd"], "quantity": [16.0, 30.0]})
    quantities = events.reviewed(found, load.reviews(tmp_path))["quantity"]
    assert pd.isna(quantities.iloc[0]) and quantities.iloc[1] == 40


@pytest.mark.parametrize("line", ["# وصول الوزير إلى العاصمة في زيارة", "العنوان: وصول الوزير إلى العاصمة في زيارة"])
def test_a_headline_is_shown_without_its_label(line, tmp_path):
    (tmp_path / "a.txt").write_text(f"{line}\n\nوصل الوزير أمس إلى العاصمة في زيارة تستمر يومين.", encoding="utf-8")
    assert load.articles(tmp_path)["title"].tolist() == ["وصول الوزير إلى العاصمة في زيارة"]


def test_no_place_at_all_is_said():
    with pytest.raises(mistakes.NoSuchPlace, match="No place was named"):
        load.articles(None)


def test_figures_beside_one_file_of_articles_are_no_articles(folder):
    (folder / "one.txt").write_text("التقى الوزير نظيره المصري في القاهرة أمس.", encoding="utf-8")
    figures = folder / "one_figures"
    figures.mkdir()
    (figures / "01_articles.json").write_text('{"articles": 1, "articles_sha256": "d7"}', encoding="utf-8")
    (figures / "01_articles.txt").write_text("المقالات بحسب الموقع واليوم الذي نشرت فيه", encoding="utf-8")
    found = load.folder(folder)
    assert not found.articles["path"].str.contains("one_figures").any() and "one" in set(found.articles["article_id"])
    told = found.problems.set_index("reason")["path"]
    assert told["folder of figures"].endswith("one_figures")
