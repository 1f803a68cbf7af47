"""run.py: it says what is wrong in one sentence, and sets parameters without touching the notebooks."""

import importlib.util
import sys
import threading
from pathlib import Path

import nbformat
import pytest
from tqdm import tqdm

ROOT = Path(__file__).parent.parent


@pytest.fixture
def run(monkeypatch):
    spec = importlib.util.spec_from_file_location("run", ROOT / "run.py")
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "run", module)  # the processes that run the notebooks look it up there
    spec.loader.exec_module(module)
    return module


def test_an_old_python_is_told_what_to_do(run, monkeypatch):
    monkeypatch.setattr(sys, "version_info", (3, 9, 0))
    with pytest.raises(SystemExit, match=r"Python 3.11 or later is needed"):
        run.main()


def test_a_python_without_ensurepip_is_told_what_to_do(run, monkeypatch):
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    with pytest.raises(SystemExit, match=r"apt install python3.*-venv"):
        run.make_environment(None)


def test_a_place_without_write_access_is_told_what_to_do(run, monkeypatch, tmp_path):
    def refused(uv):
        raise PermissionError(13, "denied", str(tmp_path))

    monkeypatch.setattr(run, "STAMP", tmp_path / "none")
    monkeypatch.setattr(run, "make_environment", refused)
    with pytest.raises(SystemExit, match="No permission to write"):
        run.set_up()


def test_a_second_run_installs_nothing(run, monkeypatch, tmp_path):
    stamp = tmp_path / "stamp"
    stamp.write_text(run.fingerprint())
    monkeypatch.setattr(run, "STAMP", stamp)
    monkeypatch.setattr(run, "works", lambda python: True)
    monkeypatch.setattr(run, "make_environment", lambda uv: pytest.fail("installed again"))
    run.set_up()


def test_parameters_are_set_below_the_tagged_cell(run):
    book = nbformat.read(ROOT / "notebooks" / "01_articles.ipynb", as_version=4)
    run.set_parameters(book, {"ARTICLES": "مقالاتي"})
    tagged = [cell.source for cell in book.cells if "parameters" in cell.metadata.get("tags", [])]
    assert tagged[0].endswith("ARTICLES = 'مقالاتي'")


def test_a_missing_folder_of_articles_is_told(run, tmp_path, monkeypatch):
    monkeypatch.setattr(sys, "argv", ["run.py", "--articles", str(tmp_path / "none")])
    with pytest.raises(SystemExit, match="There is no"):
        run.run_notebooks(run.arguments())


def test_an_empty_folder_of_articles_is_told(run, tmp_path, monkeypatch):
    articles, figures = tmp_path / "articles", tmp_path / "figures"
    articles.mkdir()
    monkeypatch.setattr(sys, "argv", ["run.py", "--articles", str(articles), "--figures", str(figures)])
    with pytest.raises(SystemExit, match=r"^No article could be read from .*Put your articles there"):
        run.run_notebooks(run.arguments())


def test_a_run_that_stops_leaves_no_page_of_older_figures(run, tmp_path, monkeypatch):
    page = tmp_path / "figures" / "index.html"
    page.parent.mkdir()
    page.touch()
    monkeypatch.setattr(sys, "argv", ["run.py", "--figures", str(page.parent)])
    monkeypatch.setattr(run, "run_all", lambda paths, values: "a notebook stopped")
    with pytest.raises(SystemExit, match="a notebook stopped"):
        run.run_notebooks(run.arguments())
    assert not page.exists()


@pytest.mark.parametrize("inside", [".", "figures"])
def test_figures_among_the_articles_are_refused(run, tmp_path, monkeypatch, inside):
    given = ["--articles", str(tmp_path), "--figures", str(tmp_path / inside)]
    monkeypatch.setattr(sys, "argv", ["run.py", *given])
    with pytest.raises(SystemExit, match="would be read as articles: choose an output folder beside it"):
        run.run_notebooks(run.arguments())
    assert not (tmp_path / "figures").exists()


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([], ROOT / "figures"),
        (["--articles", "/news/my_articles"], Path("/news/my_articles_figures")),
        (["--articles", "/news/july.csv"], Path("/news/july_figures")),
        (["--articles", "/news/my_articles", "--figures", "/news/mine"], Path("/news/mine")),
    ],
)
def test_figures_of_ones_own_articles_do_not_replace_those_of_the_sample(run, monkeypatch, given, expected):
    monkeypatch.setattr(sys, "argv", ["run.py", *given])
    assert run.places(run.arguments())[1] == expected.resolve()


def test_a_folder_whose_name_has_a_dot_keeps_it_in_that_of_its_figures(run, monkeypatch, tmp_path):
    (tmp_path / "news.2025").mkdir()
    monkeypatch.setattr(sys, "argv", ["run.py", "--articles", str(tmp_path / "news.2025")])
    assert run.places(run.arguments())[1] == tmp_path.resolve() / "news.2025_figures"


def test_a_place_for_figures_that_may_not_be_written_is_told(run, monkeypatch, tmp_path):
    (tmp_path / "articles").mkdir()
    (tmp_path / "file").write_text("no folder")
    given = ["--articles", str(tmp_path / "articles"), "--figures", str(tmp_path / "file" / "below")]
    monkeypatch.setattr(sys, "argv", ["run.py", *given])
    with pytest.raises(SystemExit, match=r"below cannot be made .*: name a folder of your own behind --figures"):
        run.run_notebooks(run.arguments())


@pytest.mark.parametrize("given", [["--article", "my_articles"], ["--figure=mine"], ["labs"]])
def test_what_is_misspelt_on_the_command_line_is_named_and_not_guessed(run, monkeypatch, capsys, given):
    monkeypatch.setattr(sys, "argv", ["run.py", *given])
    with pytest.raises(SystemExit):
        run.arguments()
    assert f"{given[0]} is not known: write it as it stands above" in capsys.readouterr().err


def test_a_mistake_of_the_user_is_told_in_its_own_words_alone(run, tmp_path):
    cells = ["ARTICLES = 1", "from analysis import mistakes", "raise mistakes.WrongList('actors.csv row 2: no kind')"]
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    for name in ("01_first.ipynb", "05_report.ipynb"):
        nbformat.write(book, tmp_path / name)
    assert run.run_all(sorted(tmp_path.glob("*.ipynb")), {}) == "actors.csv row 2: no kind"


def test_a_notebook_whose_process_is_killed_is_told(run, tmp_path):
    for name, source in (("01_first.ipynb", "import os; os._exit(9)"), ("05_report.ipynb", "1")):
        nbformat.write(nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source)]), tmp_path / name)
    assert run.run_all(sorted(tmp_path.glob("*.ipynb")), {}).startswith("01_first.ipynb stopped: its process was ended")


def told_of(run, listed, capsys, report: str, *lines: str) -> str:
    listed.write_text("".join(f"{line}\n" for line in lines), encoding="utf-8-sig")
    getattr(run, report)(listed)
    return capsys.readouterr().out


@pytest.mark.parametrize(
    "case",
    [
        (
            "report_unread",
            ("path,reason,detail", "broken.pdf,damaged,get it again"),
            "broken.pdf: damaged: get it again",
        ),
        ("report_copies", ("article_id,copy_of,share", "أ-2,أ,1.0"), "Articles that repeat another (1;"),
        ("report_copies", ("article_id,copy_of,share", "أ-2,أ,1.0"), "أ-2 repeats أ"),
    ],
)
def test_what_is_listed_is_told_and_nothing_else(run, tmp_path, capsys, case):
    report, lines, told = case
    assert told_of(run, tmp_path / "listed.csv", capsys, report, lines[0]) == ""
    assert told in told_of(run, tmp_path / "listed.csv", capsys, report, *lines)


def test_what_articles_lack_is_told_with_its_cure(run, tmp_path, capsys):
    listed = tmp_path / "01_articles.csv"
    listed.write_text("article_id,source,published\nأ,,\nب,النهار,2024-05-01\n", encoding="utf-8-sig")
    run.report_lacking(listed)
    told = capsys.readouterr().out
    assert told.startswith(
        "Articles without a date of publication: 1 of 2, without an outlet: 1 of 2: fill in the columns source"
    )
    listed.write_text("article_id,source,published\nب,النهار,2024-05-01\n", encoding="utf-8-sig")
    run.report_lacking(listed)
    assert capsys.readouterr().out == ""


def test_a_forked_process_waits_for_no_progress_bar_of_its_parent(run):
    inherited = tqdm.get_lock()
    holder = threading.Thread(target=inherited.acquire)  # and never lets go, as a thread that a fork left behind
    holder.start()
    holder.join()
    try:
        run.own_lock()
        assert tqdm.get_lock().acquire(blocking=False)
    finally:
        tqdm.set_lock(threading.RLock())


def test_an_error_in_a_notebook_is_told_with_its_cell(run, tmp_path):
    cells = ["ARTICLES = 1", "ARTICLES / 0"]
    book = nbformat.v4.new_notebook(cells=[nbformat.v4.new_code_cell(source) for source in cells])
    book.cells[0].metadata["tags"] = ["parameters"]
    for name in ("01_first.ipynb", "05_report.ipynb"):
        nbformat.write(book, tmp_path / name)
    told = run.run_all(sorted(tmp_path.glob("*.ipynb")), {"ARTICLES": 2})
    assert "01_first.ipynb stopped" in told and "ARTICLES / 0" in told and "ZeroDivisionError" in told
    assert "\x1b" not in told


def test_the_lock_names_no_index_and_hashes_everything():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert "http" not in lock.replace("httpcore", "").replace("httpx", "")
    pins = [line for line in lock.splitlines() if "==" in line]
    assert len(pins) > 50 and all(line.endswith("\\") for line in pins)


def test_every_direct_requirement_is_in_the_lock():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8").lower().replace("_", "-")
    pinned = {line.split("==")[0] for line in lock.splitlines() if "==" in line}
    wanted = (ROOT / "requirements.txt").read_text(encoding="utf-8").lower().replace("_", "-").splitlines()
    assert {line.split(">=")[0] for line in wanted} <= pinned


def test_every_direct_requirement_says_why():
    for line in (ROOT / "requirements.txt").read_text(encoding="utf-8").splitlines():
        assert "  # " in line, line
