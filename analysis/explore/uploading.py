"""Drop articles into a folder of one's own."""

import os
from pathlib import Path

import pandas as pd

from analysis.explore import panels
from analysis.explore.shown import Shown, escaped, table
from analysis.explore.wording import direction, said

LONGEST = 120  # letters of a file name: systems allow 255 bytes, an Arabic letter takes two
#: The browser's own field for files, invisible over the whole button: what is dropped on it is uploaded.
DROP = """<style>.analysis-drop {position: relative; min-height: 5em; border: 2px dashed #888 !important}
.analysis-drop input[type=file] {display: block !important; position: absolute; inset: 0; opacity: 0; width: 100%;
  height: 100%; cursor: pointer}</style>"""


def upload(folder: str | Path, language: str = "ar") -> panels.Panel:
    """Return a field to drop articles on, which go into the folder; `.rows` are the files it holds now."""
    page = listing(folder, language)
    if panels.widgets() is None:
        return panels.Panel(page, None, lambda: files_in(folder))
    field = panels.widgets().FileUpload(multiple=True, description=said("upload", language), layout={"width": "30em"})
    field.add_class("analysis-drop")
    answer = panels.page_of(page.markup)

    def keep(change):
        outcome = saved(folder, [(each["name"], bytes(each["content"])) for each in change["new"]], language)
        answer.value = table(outcome, language).markup + listing(folder, language).markup

    field.observe(keep, names="value")
    widget = panels.stacked([panels.page_of(DROP), field, answer], language)
    return panels.Panel(page, widget, lambda: files_in(folder))


def saved(folder: str | Path, files: list[tuple[str, bytes]], language: str = "ar") -> pd.DataFrame:
    """Return what became of each file (name and content): nothing is written over, nothing outside the folder."""
    rows = [(name, len(content), outcome(Path(folder), name, content, language)) for name, content in files]
    return pd.DataFrame(rows, columns=[said(code, language) for code in ("file", "bytes", "outcome")])


def outcome(folder: Path, name: str, content: bytes, language: str) -> str:
    """Return what became of one file, in words."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        path = free(folder, plain_name(name))
        path.write_bytes(content)
    except OSError as error:
        return said("file_refused", language, error.strerror)
    return said("file_saved", language) if path.name == name else said("file_renamed", language, path.name)


def plain_name(name: str) -> str:
    r"""Return the last part of a file name, short, without what leads out of a folder or hides a file.

    >>> plain_name("../../etc/passwd"), plain_name("C:\\news\\خبر.txt"), plain_name("..")
    ('passwd', 'خبر.txt', 'article')
    """
    last = name.replace("\\", "/").rsplit("/", 1)[-1]
    last = "".join(letter for letter in last if letter.isprintable() and letter not in '<>:"|?*').strip(". ")
    stem, ending = os.path.splitext(last)  # noqa: PTH122  a Path would read a name as parts
    return f"{stem[: LONGEST - len(ending)]}{ending}" or "article"


def free(folder: Path, name: str) -> Path:
    """Return a path of this name that no file has, with a number where the name is taken."""
    path, number = folder / name, 2
    while path.exists() or path.is_symlink():
        path, number = folder / f"{Path(name).stem}-{number}{Path(name).suffix}", number + 1
    return path


def listing(folder: str | Path, language: str) -> Shown:
    """Return the folder and its files."""
    shown = table(files_in(folder, language), language)
    told = said("upload_where", language, Path(folder).resolve())
    return Shown(f'<p dir="{direction(language)}">{escaped(told)}</p>{shown.markup}', f"{told}\n{shown.plain}")


def files_in(folder: str | Path, language: str = "ar") -> pd.DataFrame:
    """Return the files of a folder and their sizes."""
    place = Path(folder)
    found = sorted(path for path in place.iterdir() if path.is_file()) if place.is_dir() else []
    rows = [(path.name, path.stat().st_size) for path in found]
    return pd.DataFrame(rows, columns=[said(code, language) for code in ("file", "bytes")])
