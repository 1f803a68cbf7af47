"""A folder of one's own: what its lists say, what its articles share, what is streamed."""

import pandas as pd
import pytest

from analysis import load, tables

PROSE = "قال الوزير إن الزيارة ناجحة وإنها تأتي في وقتها المناسب تماما بعد أسابيع من التحضير."


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
    assert f"{PROSE} 2." in load.folder(folder).cut["text"].tolist()


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


def test_nothing_of_that_name_is_an_error(tmp_path):
    with pytest.raises(FileNotFoundError):
        load.articles(tmp_path / "none")


def test_an_empty_folder_gives_empty_tables(tmp_path):
    assert load.folder(tmp_path).articles.empty
