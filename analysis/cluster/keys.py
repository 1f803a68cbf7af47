"""Keys: what each table depends on, as a short name. Another list, code or article makes another name.

A stage depends on the modules that it imports and on the lists that these name, so a change of the list of actors
changes the keys of mentions and events and leaves those of articles and words as they are.
"""

import ast
import hashlib
import importlib.metadata
import platform
import re
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pandas as pd

import analysis
from analysis import lists, load

PACKAGE = Path(analysis.__file__).parent
#: Packages that decide what is read and how words are split.
PACKAGES = (
    "wordfreq", "trafilatura", "htmldate", "lxml", "lxml_html_clean", "pypdf", "pikepdf", "python-bidi", "mammoth",
    "striprtf", "openpyxl", "xlrd", "olefile", "pyarrow", "charset-normalizer", "ftfy", "hijridate",
)  # fmt: skip
#: The stages, each with its module and the choices of a user that it depends on.
STAGES = {
    "articles": ("load", ("size",)),
    "words": ("arabic/words.py", ()),
    "terms": ("terms/naming.py", ("families",)),
    "counts": ("cluster/counting.py", ()),
    "mentions": ("actors", ("names", "roles")),
    "events": ("events", ("event_words",)),
}
#: Lists of actors and events that a folder of articles may carry.
OWN_LISTS = ("actors", "roles", "event_words")
#: How modules name a list: "names", lists.actors(, / "months.csv".
NAMED = re.compile(r'"(\w+)"|\blists\.(\w+)\(|/ "(\w+)\.csv"')


class Settings(NamedTuple):
    """What a user may choose: articles in a part, and lists in place of the package's own."""

    size: int = 1_000
    families: pd.DataFrame | None = None
    names: pd.DataFrame | None = None
    roles: pd.DataFrame | None = None
    event_words: list[dict] | None = None


def settings_of(source: load.Where) -> Settings:
    """Return the settings of a source: where it is a folder with lists of its own, these with the package's."""
    families = load.families(source)
    found = Settings(families=families if len(families) else None)
    folder = Path(source) if isinstance(source, str | Path) else None
    if folder is None or not any((folder / f"{name}.csv").is_file() for name in OWN_LISTS):
        return found
    names, roles = lists.actors(folder), lists.roles(folder)
    return found._replace(names=names, roles=roles, event_words=lists.event_words(folder))


def key(*parts) -> str:
    """Return a short name of some values, another for others.

    >>> key("a", "b") == key("a", "b"), key("a", "b") == key("ab")
    (True, False)
    """
    return hashlib.blake2b(repr(parts).encode("utf-8", "surrogatepass"), digest_size=8).hexdigest()


def of_stages(settings: Settings) -> dict[str, str]:
    """Return the key of each stage: its code, its lists, the user's choices and the packages it rests on."""
    return {
        stage: key(content(PACKAGE / module), [written(getattr(settings, name)) for name in choices], versions())
        for stage, (module, choices) in STAGES.items()
    }


def written(choice) -> str:
    """Return a choice of the user as text."""
    return choice.to_csv(index=False) if isinstance(choice, pd.DataFrame) else repr(choice)


@cache
def versions() -> str:
    """Return the versions of the packages that decide results."""
    return " ".join(f"{name} {importlib.metadata.version(name)}" for name in PACKAGES)


def setting() -> dict[str, str]:
    """Return what the run was made with, for the record."""
    names = ("numpy", "pandas", *PACKAGES)
    return {"python": platform.python_version()} | {name: importlib.metadata.version(name) for name in names}


def content(start: Path) -> str:
    """Return the key of the modules that one imports, and of the lists that they name."""
    modules = reached(start / "__init__.py" if start.is_dir() else start)
    return key([(path.name, path.read_bytes()) for path in [*sorted(modules), *lists_of(modules)]])


def reached(start: Path) -> set[Path]:
    """Return a module and all modules of the package that it imports, directly or through others."""
    found, waiting = set(), [start]
    while waiting:
        path = waiting.pop()
        if path not in found:
            found.add(path)
            waiting += imported(path)
    return found


@cache  # the stages share most of their modules
def imported(path: Path) -> list[Path]:
    """Return the modules of the package that a module imports."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "analysis":
            names |= {node.module, *(f"{node.module}.{alias.name}" for alias in node.names)}
    places = [PACKAGE.parent.joinpath(*name.split(".")) for name in names - {"analysis"}]
    files = [file for place in places for file in (place.with_suffix(".py"), place / "__init__.py")]
    return [file for file in files if file.is_file()]


def lists_of(modules: set[Path]) -> list[Path]:
    """Return the lists that some modules name; that a list exists is not enough."""
    texts = [path.read_text(encoding="utf-8") for path in modules - {Path(lists.__file__)}]
    named = {name for text in texts for found in NAMED.findall(text) for name in found}
    return sorted(path for path in lists.FOLDER.glob("*.csv") if path.stem in named)
