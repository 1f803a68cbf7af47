"""A folder, a file or a list of them -> the files to read, and why others are left alone."""

import difflib
import os
import stat
from collections.abc import Iterable, Iterator
from pathlib import Path

from analysis import mistakes
from analysis.load.documents import Problem

# Lists that a folder of articles may carry at its top; they are not articles.
FOLDER_LISTS = (
    "articles.csv", "actors.csv", "roles.csv", "event_words.csv", "reviews.csv", "families.csv", "keep.csv",
    "stop_words.csv",
)  # fmt: skip
PROVENANCE, HEAD = b'"articles_sha256"', 4096  # what a figure's provenance holds, and in which of its first bytes
PAGE_PARTS = ("_files", ".files", "_fichiers")  # where browsers put the pictures of a page that they save
PAGES = (".html", ".htm")


def files(where: str | Path | Iterable[str | Path]) -> Iterator[Path]:
    """Yield the files of a folder and its sub-folders, sorted; or the one file, or the list of them.

    Hidden files, lock files, links out of the folder, and the lists at the top of a folder are left out.
    Raises NoSuchPlace when nothing of that name exists.
    """
    return (entry for entry in entries(where) if isinstance(entry, Path))


def entries(where: str | Path | Iterable[str | Path]) -> Iterator[Path | Problem]:
    """Yield the files, and in place of each that is not to be read the problem."""
    if where is None:
        raise mistakes.NoSuchPlace("No place was named: give the folder or the file of your articles.")
    given = [Path(where)] if isinstance(where, (str, os.PathLike)) else [Path(path) for path in where]
    missing = [path for path in given if not os.path.lexists(path)]
    if missing:
        raise mistakes.NoSuchPlace(told_missing(missing[0]))
    for path in given:
        if path.is_dir():
            yield from in_folder(path)
        else:
            yield objection(path) or path


def outside(out: str | Path, where: str | Path | Iterable[str | Path]) -> Path:
    """Return a folder to write to; raise WrongPlace where it lies in the articles, which its files would become."""
    places = [where] if isinstance(where, str | Path) else where or []
    for place in map(Path, places):
        if place.is_dir() and Path(out).resolve().is_relative_to(place.resolve()):
            raise mistakes.WrongPlace(
                f"{out} lies in {place}, and what is written there would be read as articles: "
                "choose an output folder beside it"
            )
    return Path(out)


def told_missing(path: Path) -> str:
    """Return that there is no such folder or file, what there is of a similar name, and what to do."""
    place = Path(os.path.abspath(path))  # noqa: PTH100  resolve() would follow links
    there = place.parent.iterdir() if place.parent.is_dir() else ()
    beside = [other.name for other in there if other.suffix != ".ipynb"]
    near = difflib.get_close_matches(place.name, beside, n=1)
    meant = f" Did you mean {place.parent / near[0]}?" if near else ""
    advice = "Name the folder or file of your articles: in ARTICLES in a notebook, behind --articles for run.py."
    return f"There is no {place}.{meant} {advice}"


def in_folder(top: Path) -> Iterator[Path | Problem]:
    """Yield the files of a folder, then those of its sub-folders."""
    root, waiting = top.resolve(), [top]
    while waiting:
        folder = waiting.pop()
        try:
            children = sorted(folder.iterdir())
        except OSError as error:
            yield Problem(str(folder), "no permission", f"{error.strerror}: ask for the right to read the folder")
            continue
        inside = [child for child in children if child.is_dir() and not child.is_symlink()]
        figures = [child for child in inside if is_figures(child)]
        for child in children:
            if child in inside and child.name.startswith("."):
                yield Problem(str(child), "hidden folder", "its files were left out: rename it to have them read")
            elif child in figures:
                yield Problem(str(child), "folder of figures", "no article is in it: it was left out")
            elif child not in inside and not (folder == top and is_list(child)):
                yield miscalled(child, top) or objection(child, root) or child
        read = [child for child in inside if not child.name.startswith(".") and not is_page_part(child)]
        waiting += [child for child in reversed(read) if child not in figures]


def is_list(path: Path) -> bool:
    """Tell whether a file is a list that its folder carries, as the file system tells names apart."""
    return path.name in FOLDER_LISTS or (
        path.name.lower() in FOLDER_LISTS and path.with_name(path.name.lower()).exists()
    )


def miscalled(path: Path, top: Path) -> Problem | None:
    """Return that a file at the top has the name of a list in capitals, where that is another name."""
    if path.parent != top or path.name.lower() not in FOLDER_LISTS:
        return None
    advice = f"rename the file to {path.name.lower()}, or to something else where it holds articles"
    return Problem(str(path), "a list under another name", advice)


def is_figures(folder: Path) -> bool:
    """Tell whether a folder holds figures, beside which their provenance is kept."""
    try:
        kept = next(iter(sorted(folder.glob("0?_*.json"))), None)
        return kept is not None and PROVENANCE in kept.read_bytes()[:HEAD]
    except OSError:
        return False


def is_page_part(folder: Path) -> bool:
    """Tell whether a folder holds the pictures and scripts of a page saved beside it."""
    stems = [folder.name.removesuffix(ending) for ending in PAGE_PARTS if folder.name.endswith(ending)]
    return any(folder.with_name(stem + ending).exists() for stem in stems for ending in PAGES)


def objection(path: Path, root: Path | None = None) -> Problem | None:
    """Return why a file is not to be read; `root` is the folder that links may not lead out of."""
    if path.name.startswith(("~$", ".~lock.")):
        return Problem(str(path), "lock file", "Word or LibreOffice has the file open: close it; no article is in it")
    if path.name.startswith("."):
        return Problem(str(path), "hidden file", "rename it without the dot in front if it is an article")
    if path.is_symlink() and (problem := link_problem(path, root)):
        return problem
    return special(path)


def link_problem(path: Path, root: Path | None) -> Problem | None:
    """Return why a link is not to be followed."""
    try:
        target = path.resolve(strict=True)
    except (OSError, RuntimeError):  # RuntimeError: a link that leads to itself, before Python 3.13
        return Problem(str(path), "broken link", "what it leads to is gone: remove the link or bring the file back")
    if root and not target.is_relative_to(root):
        return Problem(str(path), "link out of the folder", f"it leads to {target}: copy the file into the folder")
    if target.is_dir():
        return Problem(str(path), "link to a folder", "links to folders are not followed; the folder itself is read")
    return None


def special(path: Path) -> Problem | None:
    """Return why a file that is no plain file (a pipe, a device) is not to be read; it could block for ever."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return None  # opening it says why
    if stat.S_ISREG(mode):
        return None
    return Problem(str(path), "no plain file", "it is a pipe, a socket or a device: remove it from the folder")
