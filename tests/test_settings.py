"""The settings of a notebook: what cannot be used is said in one sentence, with what to write instead."""

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


@pytest.mark.parametrize(
    "given", ["../my_articles", "none of these", "../my_article", ["../my_articles", "a.txt"], None]
)
@pytest.mark.usefixtures("beside")
def test_other_places_are_left_to_what_reads_them(given):
    explore.check(ARTICLES=given)
