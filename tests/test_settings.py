"""The settings of a notebook: what cannot be used is said in one sentence, with what to write instead."""

import re

import pytest

from analysis import explore, mistakes


@pytest.fixture
def beside(monkeypatch, tmp_path):
    """Work in a folder of notebooks, beside which lies a folder of articles."""
    for name in ("notebooks", "my_articles/sudan"):
        (tmp_path / name).mkdir(parents=True)
    (tmp_path / "notebooks" / "01_articles.ipynb").touch()
    monkeypatch.chdir(tmp_path / "notebooks")


@pytest.mark.parametrize(
    ("given", "meant"),
    [
        ("my_articles", "../my_articles"),
        ("my_article", "../my_articles"),
        ("my_articles/sudan", "../my_articles/sudan"),
    ],
)
@pytest.mark.usefixtures("beside")
def test_a_folder_beside_the_notebooks_is_named_by_its_way(given, meant):
    with pytest.raises(mistakes.NoSuchPlace, match=f'There is no .*/notebooks/{given}\\. .* write "{meant}"'):
        explore.check(ARTICLES=given)


@pytest.mark.parametrize("given", ["../my_articles", "none of these", "../my_article", ["../my_articles", "a.txt"]])
@pytest.mark.usefixtures("beside")
def test_other_places_are_left_to_what_reads_them(given):
    explore.check(ARTICLES=given)


@pytest.mark.parametrize(
    ("name", "value", "wanted"),
    [
        ("TOP", "10", "a whole number from 1 on, without quotation marks, not '10'"),
        ("MOST", 0, "a whole number from 1 on, without quotation marks, not 0"),
        ("MOST", 1e3, "a whole number from 1 on, without quotation marks, not 1000.0"),
        ("FIGURES", __file__, "a folder, there already or to be made, not "),
        ("FIGURES", f"{__file__}/inside", "a folder, there already or to be made, not "),
        ("LANGUAGE", "english", '"ar" or "en", not \'english\''),
        ("PERIOD", "weekly", 'one of "day", "week", "month", "year", not \'weekly\''),
        ("TERM", 2003, "one word in quotation marks, or None; for a phrase use the box above the sentences, not 2003"),
        ("TERM", "الحشد الشعبي", "one word in quotation marks, or None; for a phrase use the box"),
        ("ACTOR", 2003, "a text in quotation marks, or None, not 2003"),
        ("CARRIED", "yes", "True or False, without quotation marks"),
        ("COPIES", "no", "True or False, without quotation marks"),
        ("ARTICLES", "", "the folder or the file of your articles"),
        ("CHOSEN", "02_top_terms", "a list of names of figures"),
        ("ARTICLES", None, "the folder or the file of your articles"),
    ],
)
def test_what_cannot_be_used_is_told_by_its_name(name, value, wanted):
    with pytest.raises(mistakes.Mistake, match=re.escape(f"{name} is {wanted}")):
        explore.check(**{name: value})


def test_what_can_be_used_raises_nothing(tmp_path):
    figures = {"FIGURES": tmp_path / "new" / "folder", "CHOSEN": []}
    explore.check(ARTICLES=tmp_path, **figures, TOP=1, MOST=1_000, TERM=None, ACTOR="داعش", PERIOD=None, TITLE="")


def test_a_chosen_figure_that_nobody_draws_is_said_with_what_was_meant(tmp_path):
    (tmp_path / "my_own.png").touch()
    explore.check(FIGURES=tmp_path, CHOSEN=["02_top_terms", "my_own"])
    with pytest.raises(
        mistakes.Mistake, match=r'CHOSEN names "02_topterms", which is no figure: write "02_top_terms"$'
    ):
        explore.check(FIGURES=tmp_path, CHOSEN=["my_own", "02_topterms"])
    with pytest.raises(mistakes.Mistake, match=r'CHOSEN names "xyz", .* write "01_articles" or .* or "my_own"$'):
        explore.check(FIGURES=tmp_path, CHOSEN=["xyz"])
