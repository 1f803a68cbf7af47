"""Mistakes in what a person gives: one clear message is shown, without the lines of code it came through."""


class Mistake(Exception):
    """Something that a person can mend in a folder or a setting: the message says where, what, and what to do."""

    def _render_traceback_(self) -> list[str]:
        """Return what a notebook shows in place of a traceback; IPython asks an exception for it under this name."""
        return [str(self)]


class NoSuchPlace(Mistake, FileNotFoundError):
    """The folder or file of articles is not there."""


class NoArticles(Mistake, ValueError):
    """The folder or file of articles holds none that could be read."""


class WrongPlace(Mistake, ValueError):
    """The folder to write to lies in the folder of articles."""


class WrongList(Mistake, ValueError):
    """A list of a folder of articles (articles.csv, actors.csv ...) cannot be used as it is."""


class HeldOpen(Mistake, PermissionError):
    """A file of the figures cannot be written: another program has it open."""
