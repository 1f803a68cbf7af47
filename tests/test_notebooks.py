"""Every notebook runs from top to bottom on the seeds, in both languages, and writes its figures in four files each."""

import csv
from pathlib import Path
from xml.etree import ElementTree

import nbclient
import nbformat
import pytest

ROOT = Path(__file__).parent.parent
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))


def executed(path, values, monkeypatch):
    """Return a notebook after a run with these values of its parameters."""
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    book = nbformat.read(path, as_version=4)
    for cell in book.cells:
        if "parameters" in cell.metadata.get("tags", []):
            cell.source += "".join(f"\n{name} = {value!r}" for name, value in values.items())
    client = nbclient.NotebookClient(book, timeout=300, resources={"metadata": {"path": str(path.parent)}})
    return client.execute()


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.filterwarnings("ignore")  # of the kernel's own start
def test_a_notebook_runs_and_writes_its_figures(path, language, monkeypatch, tmp_path):
    values = {"ARTICLES": str(ROOT / "seeds"), "FIGURES": str(tmp_path), "LANGUAGE": language}
    executed(path, values, monkeypatch)
    beginning = "0" if path.stem.startswith("05") else path.stem[:3]  # the report draws figures of the others
    figures = {file.stem for file in tmp_path.glob(f"{beginning}*.png")}
    assert len(figures) >= 3
    for name in figures:
        assert (tmp_path / f"{name}.pdf").read_bytes().startswith(b"%PDF")
        ElementTree.parse(tmp_path / f"{name}.svg")
        with (tmp_path / f"{name}.csv").open(encoding="utf-8-sig", newline="") as lines:
            assert len(list(csv.reader(lines))) > 1


@pytest.mark.filterwarnings("ignore")
def test_a_notebook_runs_on_a_single_article_without_date(monkeypatch, tmp_path):
    folder = tmp_path / "مقالة واحدة"
    folder.mkdir()
    text = "زيارة إلى بغداد\nوصل الوزير إلى بغداد في زيارة تستمر يومين، وقال إنه سيلتقي رئيس الوزراء العراقي."
    (folder / "خبر.txt").write_text(text, encoding="utf-8")
    for path in NOTEBOOKS:
        values = {"ARTICLES": str(folder), "FIGURES": str(tmp_path / "figures"), "LANGUAGE": "ar"}
        executed(path, values, monkeypatch)


def broken(path, kind):
    """Return a place of articles with one mistake."""
    (path / "خبر.txt").write_text("وصل الوزير إلى بغداد في زيارة تستمر يومين.", encoding="utf-8")
    if kind == "missing":
        return path / "none"
    if kind == "file":
        (path.parent / "figures").touch()
        return path
    if kind == "empty":
        (path / "empty").mkdir()
        return path / "empty"
    (path / f"{kind}.csv").write_text("wrong,column\nا,ب\n", encoding="utf-8")
    return path


@pytest.mark.parametrize(
    ("kind", "notebook", "said"),
    [
        ("missing", "01", "There is no "),
        ("file", "04", "FIGURES is a folder"),
        ("empty", "02", "No article could be read from "),
        ("articles", "01", "articles.csv row 1: the column article_id is missing"),
        ("actors", "03", "actors.csv row 1: the column actor is missing"),
        ("figures", "01", "{figures} lies in {articles}, and what is written there would be read as articles"),
    ],
)
@pytest.mark.filterwarnings("ignore")
def test_a_mistake_is_told_in_a_notebook_without_a_traceback(kind, notebook, said, monkeypatch, tmp_path):
    path = next(path for path in NOTEBOOKS if path.stem.startswith(notebook))
    folder = tmp_path / "articles"
    folder.mkdir()
    figures = folder if kind == "figures" else tmp_path
    values = {"ARTICLES": str(broken(folder, kind)), "FIGURES": str(figures / "figures")}
    with pytest.raises(nbclient.exceptions.CellExecutionError) as stopped:
        executed(path, values, monkeypatch)
    said = said.format(figures=figures / "figures", articles=folder)
    told = stopped.value.traceback.splitlines()
    assert any(line.startswith(said) for line in told) and not any(line.startswith("File ") for line in told)
