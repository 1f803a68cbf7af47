"""The user's cache: what is made once per machine from lists and packages, and read from then on."""

import pathlib
import tempfile

import platformdirs


def folder():
    """The folder of the user's cache."""
    return pathlib.Path(platformdirs.user_cache_dir("arabic-news"))


def keep(path, content):
    """Write bytes for the next time, in one piece; a machine without a place for them makes them again."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, delete=False) as file:
            file.write(content)
        pathlib.Path(file.name).replace(path)
    except OSError:
        return
