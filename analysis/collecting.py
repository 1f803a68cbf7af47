"""Collecting: long work, and large tables, without Python's search for cycles among their objects."""

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


def lasting(work: Callable) -> Callable:
    """Return a function that does the same, and whose result the search for cycles of objects passes by from then on.

    For tables that are made once and stay to the end: to look through the million objects of the lists of names took
    a second of a notebook's eight.
    """

    @functools.wraps(work)
    def passed_by(*values, **options):
        result = uncollected(work)(*values, **options)
        gc.freeze()  # all that is in memory by now
        return result

    return passed_by
