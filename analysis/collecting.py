"""Collecting: long work without Python's search for cycles among its objects."""

import functools
import gc
from collections.abc import Callable


def uncollected(work: Callable) -> Callable:
    """Return a function that does the same while the search for cycles of objects rests.

    For work that makes none: the search would look through the lists of names and the words of texts again and again,
    a fifth of the time. Memory is freed all the same, as soon as nothing refers to it.
    """

    @functools.wraps(work)
    def rested(*values, **options):
        if not gc.isenabled():
            return work(*values, **options)
        gc.disable()
        try:
            return work(*values, **options)
        finally:
            gc.enable()

    return rested
