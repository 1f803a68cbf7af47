"""The house rules: who imports whom, how long a module may be, what notebooks may hold."""

import ast
import json
import re
import sys
from pathlib import Path

import pytest

from analysis.cluster import keys

ROOT = Path(__file__).parent.parent
MODULES = sorted((ROOT / "analysis").rglob("*.py"))
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
STAGES = {"load", "terms", "actors", "events", "stories", "context"}
FLOORS = [
    {"tables", "collecting", "mistakes", "scores"},
    {"arabic"},
    {"lists", "kept"},
    STAGES,
    {"charts"},
    {"citations", "codes"},
    {"captions", "provenance"},
    {"explore", "report", "cluster", "gallery"},
]


def room(path):
    """Return the name of the part of the package that a file belongs to."""
    return path.relative_to(ROOT / "analysis").parts[0].removesuffix(".py")


def imported(path):
    """Return the parts of the package that a file imports."""
    found = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and origin(path, node) == "analysis":
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and origin(path, node).startswith("analysis."):
            found.add(origin(path, node).split(".")[1])
        elif isinstance(node, ast.Import):
            found |= {alias.name.split(".")[1] for alias in node.names if alias.name.startswith("analysis.")}
    return found


def origin(path, node):
    """Return the whole name of what a file imports from, whether it is written with dots or in full."""
    around = path.relative_to(ROOT).parts[: -node.level] if node.level else ()
    return ".".join([*around, *([node.module] if node.module else [])])


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("from . import fonts", "analysis.charts"),
        ("from .style import BLUE", "analysis.charts.style"),
        ("from ..lists import rows", "analysis.lists"),
        ("from .. import lists", "analysis"),
        ("from analysis.lists import rows", "analysis.lists"),
    ],
)
def test_an_import_with_dots_is_seen(line, meant):
    assert origin(ROOT / "analysis" / "charts" / "bars.py", ast.parse(line).body[0]) == meant


def floor(name):
    """Return the floor of a part of the package."""
    return next(number for number, rooms in enumerate(FLOORS) if name in rooms)


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_a_module_imports_only_from_floors_below_its_own(path):
    if room(path) == "__init__":
        return
    for name in imported(path) - {room(path)}:
        assert floor(name) < floor(room(path)), f"{path.name} imports {name}"


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_module_is_longer_than_300_lines(path):
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_invisible_characters_and_look_alikes_stand_by_name(path):
    unseen = re.compile("[\u0640\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff\u06a9\u06be\u06c1\u06cc\u06d5]")
    code = re.sub(r'(?s)""".*?"""|#[^\n]*', "", path.read_text(encoding="utf-8"))
    assert not unseen.search(code)


def cells(path, kind):
    """Return the cells of one kind of a notebook."""
    return [cell for cell in json.loads(path.read_text(encoding="utf-8"))["cells"] if cell["cell_type"] == kind]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_is_short_cells_without_outputs(path):
    assert "".join(cells(path, "markdown")[0]["source"]).startswith("# ")
    assert sum("parameters" in cell["metadata"].get("tags", []) for cell in cells(path, "code")) == 1
    for cell in cells(path, "code"):
        source = "".join(cell["source"])
        assert not cell["outputs"] and cell["execution_count"] is None
        assert len(source.splitlines()) <= 8, source
        assert not re.search(r"^\s*def |plt\.|%run|!pip", source, re.MULTILINE), source


def test_the_map_of_the_events_names_every_module_and_no_other():
    named = set(re.findall(r"`([a-z_]+)`", (ROOT / "docs" / "events.md").read_text(encoding="utf-8")))
    modules = {path.stem for path in (ROOT / "analysis" / "events").glob("*.py")} - {"__init__"}
    assert modules <= named
    assert named - modules == {"rule"}


def test_there_are_notebooks():
    assert len(NOTEBOOKS) >= 4


INSTALLED_AS = {"bidi": "python-bidi", "docx": "python-docx", "PIL": "pillow", "fontTools": "fonttools",
                "pymupdf_fonts": "pymupdf-fonts", "IPython": "ipykernel"}  # fmt: skip
OPTIONAL = {"dask", "distributed", "duckdb", "polars"}  # requirements-cluster.txt


def outside(path):
    """Return the packages that a file imports from outside the project and the standard library."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    names |= {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and not node.level}
    return {name.split(".")[0] for name in names} - set(sys.stdlib_module_names) - {"analysis", "", "__future__"}


#: Packages that the reading of files and words imports and that change nothing of what is read.
SILENT = {"numpy", "pandas", "platformdirs", "tqdm"}


def test_the_keys_of_archives_name_every_package_that_reads():
    reading = {name for path in MODULES if room(path) in ("load", "arabic") for name in outside(path)} - SILENT
    wanted = {INSTALLED_AS.get(name, name.replace("_", "-")) for name in reading}
    assert wanted | {"lxml-html-clean"} == {name.replace("_", "-") for name in keys.PACKAGES}


def test_every_package_that_the_code_imports_is_in_the_requirements():
    wanted = {name for path in MODULES for name in outside(path)} - OPTIONAL
    listed = re.findall(r"^[\w-]+", (ROOT / "requirements.txt").read_text(encoding="utf-8"), re.MULTILINE)
    assert {INSTALLED_AS.get(name, name.replace("_", "-")) for name in wanted} <= {
        name.replace("_", "-") for name in listed
    }
