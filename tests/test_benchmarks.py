"""The benchmarks: each way finds the words and names that the others find, and the table says what was measured."""

import subprocess
import sys
from pathlib import Path

import pytest

pytest.importorskip("benchmarks")
from benchmarks import counting, jobs, matching, measuring

ROOT = Path(__file__).parent.parent
TEXTS = ["وصل وزير الخارجية إلى بغداد في ١٢ تموز 2023", "وبغداد تنتظر وزير الدفاع، وللوزير موعد"] * 30
COUNTING = {name: way for name, way in counting.ways().items() if way}


@pytest.mark.filterwarnings("ignore")  # of the peers, which are none of ours
@pytest.mark.parametrize("name", COUNTING)
def test_each_way_finds_the_same_words(name):
    assert COUNTING[name](TEXTS) == COUNTING["analysis.arabic.words"](TEXTS) == 30 * 15


@pytest.mark.filterwarnings("ignore")
def test_each_way_finds_the_same_names():
    given = matching.data(TEXTS, aliases=5)
    given = given._replace(names=["بغداد", "وزير الدفاع"])
    found = {name: way(given) for name, way in matching.ways(given).items() if way}
    assert set(found.values()) == {90}, found


@pytest.mark.filterwarnings("ignore")
def test_each_whole_job_finds_the_same_words(tmp_path):
    import pandas as pd

    file = tmp_path / "articles.parquet"
    pd.DataFrame({"article_id": map(str, range(60)), "source": ["a", "b"] * 30, "text": TEXTS}).to_parquet(file)
    assert {way(file) for way in jobs.ways().values() if way} == {450}


def test_medians_have_their_spread():
    table = measuring.compared({"ours": len, "absent": None, "again": len}, "abc", megabytes=1.0, rounds=3)
    assert table["way"].tolist() == ["ours", "again"]
    assert (table["least"] <= table["seconds"]).all() and (table["seconds"] <= table["most"]).all()
    assert table["found"].tolist() == [3, 3] and table["times_ours"].iloc[0] == 1


def test_the_command_says_how_it_is_used():
    found = subprocess.run([sys.executable, "-m", "benchmarks", "--help"], cwd=ROOT, capture_output=True, text=True)
    assert "articles.parquet" in found.stdout
