"""Drop articles into a folder of one's own."""

import os
from pathlib import Path

import pandas as pd

from analysis.captions import said
from analysis.explore import panels
from analysis.explore.dropping import DROP
from analysis.explore.shown import Shown, escaped, table
from analysis.explore.wording import direction

LONGEST = 120  # letters of a file name: systems allow 255 bytes, an Arabic letter takes two
MEGABYTES = 8  # of one file: Jupyter closes the line to a browser that sends more than 10 at once


def upload(folder: str | Path, language: str = "ar") -> panels.Panel:
    """Return a field to drop articles on, which go into the folder; `.rows` are the files it holds now."""
    page = listing(folder, language)
    dropping = drop_field(language) if panels.widgets() else None
    if dropping is None:
        return panels.Panel(page, None, lambda: files_in(folder))
    answer = panels.page_of(page.markup)

    def keep(_, message: dict, buffers: list):
        content = bytes(buffers[0]) if buffers else None
        told = saved(folder, [(str(message["name"]), content)], language)
        answer.value = table(told, language).markup + listing(folder, language).markup

    dropping.on_msg(keep)
    widget = panels.stacked([dropping, answer], language)
    return panels.Panel(page, widget, lambda: files_in(folder))


def drop_field(language: str):
    """Return a field that sends the files dropped on it or chosen in it, or nothing where anywidget is absent."""
    try:
        import anywidget
        import traitlets
    except ImportError:
        return None

    class Field(anywidget.AnyWidget):
        """A field of the browser for files: ipywidgets has only a button, on which nothing can be dropped."""

        _esm = DROP.replace("MEGABYTES", str(MEGABYTES))
        told = traitlets.Unicode(said("upload", language)).tag(sync=True)

    return Field()


def saved(folder: str | Path, files: list[tuple[str, bytes | None]], language: str = "ar") -> pd.DataFrame:
    """Return what became of each file (name and content): nothing is written over, nothing outside the folder.

    A file without content was too long to be sent.
    """
    rows = [(name, len(content or b""), outcome(Path(folder), name, content, language)) for name, content in files]
    return pd.DataFrame(rows, columns=[said(code, language) for code in ("file", "bytes", "outcome")])


def outcome(folder: Path, name: str, content: bytes | None, language: str) -> str:
    """Return what became of one file, in words."""
    if content is None:
        return said("file_refused", language, said("too_long", language, MEGABYTES))
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
    told, place = said("upload_where", language), str(Path(folder).resolve())
    markup = f'<p dir="{direction(language)}">{escaped(told)} <bdi dir="ltr">{escaped(place)}</bdi></p>'
    return Shown(markup + shown.markup, f"{told} {place}\n{shown.plain}")


def files_in(folder: str | Path, language: str = "ar") -> pd.DataFrame:
    """Return the files of a folder and of the folders in it, with their sizes; those are not listed that are hidden."""
    place = Path(folder)
    found = [path.relative_to(place) for path in sorted(place.rglob("*")) if path.is_file()]
    shown = [path for path in found if not any(part.startswith(".") for part in path.parts)]
    rows = [(path.as_posix(), (place / path).stat().st_size) for path in shown]
    return pd.DataFrame(rows, columns=[said(code, language) for code in ("file", "bytes")])
