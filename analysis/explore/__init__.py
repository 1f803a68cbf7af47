"""What a notebook shows: tables and sentences, escaped, right to left in Arabic, and controls over them.

Every control shows a static page first, so that a notebook reads the same where widgets are absent.
"""

from analysis.explore.behind import behind
from analysis.explore.choosing import sources
from analysis.explore.event_page import differences, events
from analysis.explore.meaning import instead
from analysis.explore.reading import actor, term
from analysis.explore.reviewing import review
from analysis.explore.searching import searchable
from analysis.explore.settings import check
from analysis.explore.shown import Shown, escaped, files, note, quotes, table
from analysis.explore.uploading import upload

__all__ = [
    "Shown",
    "actor",
    "behind",
    "check",
    "differences",
    "escaped",
    "events",
    "files",
    "instead",
    "note",
    "quotes",
    "review",
    "searchable",
    "sources",
    "table",
    "term",
    "upload",
]
