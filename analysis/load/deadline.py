"""A limit on the seconds that a library may take over one file."""

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from analysis.load.documents import Unreadable


class _TooLong(BaseException):
    """Raised inside the library; no `except Exception` there stops it."""


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise Unreadable when the block takes longer.

    The block ends at its next step in Python: one long call into C is waited for, so sizes are limited as well.
    """
    thread, lock, running = threading.get_ident(), threading.Lock(), [True]

    def stop():
        with lock:
            if running:
                _raise_in(thread, ctypes.py_object(_TooLong))

    timer = threading.Timer(seconds, stop)
    timer.daemon = True
    timer.start()
    try:
        try:
            yield
        finally:
            with lock:
                running.clear()
                _raise_in(thread, None)  # takes back what has been sent and not yet arrived
            timer.cancel()
    except _TooLong:
        raise Unreadable("too slow", f"reading took more than {seconds:g} s: save it as plain text") from None


def _raise_in(thread, error):
    """Raise `error` in a thread at its next step; this is the only way that works on every system."""
    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(thread), error)
