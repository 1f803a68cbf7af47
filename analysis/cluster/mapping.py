"""One function over many parts: here, in processes of this machine, or on the workers of a Dask cluster."""

import multiprocessing
import os
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import partial
from typing import NamedTuple, TypeVar

PARTS_AHEAD = 2  # parts per worker that wait for it, so that none waits for the reader

Part = TypeVar("Part")
Result = TypeVar("Result")


class Workers(NamedTuple):
    """Who does the work: how to hand over a call, and how many calls at a time; no `submit` means here and now."""

    submit: Callable | None
    calls: int


def map_parts(
    function: Callable[[Part], Result], parts: Iterable[Part], client=None, *, processes: int | None = None
) -> Iterator[Result]:
    """Yield what a function makes of each part, in order; `client` is a dask.distributed.Client, else processes.

    The parts may be a generator: only a few are in memory at a time. Function and parts must be picklable.
    """
    with workers(client, processes) as those:
        yield from in_order(function, parts, those)


@contextmanager
def workers(client=None, processes: int | None = None) -> Iterator[Workers]:
    """Give the workers of a Dask client, or processes of this machine: by default one for each core."""
    count = processes or cores()
    if client is not None:
        # Not pure: a part is done again only where its worker died, never looked up by its content.
        yield Workers(partial(client.submit, pure=False), PARTS_AHEAD * max(1, sum(client.nthreads().values())))
    elif count == 1:
        yield Workers(None, 1)
    else:
        with pool(count) as executor:
            yield Workers(executor.submit, PARTS_AHEAD * count)


def cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@contextmanager
def pool(count: int) -> Iterator[ProcessPoolExecutor]:
    """Give processes that end with this one, and say in plain words when one of them was killed."""
    # A forked process would inherit the locks that threads of a notebook hold at that moment.
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(count, mp_context=context, initializer=end_with_parent)
    try:
        yield executor
    except BrokenProcessPool as error:
        reason = "a worker process was ended from outside, most often because memory ran out"
        raise RuntimeError(f"{reason}: run again with fewer processes; what was done is kept") from error
    finally:
        executor.shutdown(cancel_futures=True)


def end_with_parent() -> None:
    """Let a worker end at once when the process that started it is killed, so that nobody else writes its files."""

    def watch() -> None:
        multiprocessing.parent_process().join()
        os._exit(1)

    threading.Thread(target=watch, daemon=True).start()


def in_order(function: Callable[[Part], Result], parts: Iterable[Part], those: Workers) -> Iterator[Result]:
    """Yield the results in the order of the parts, a few of which are handed over ahead."""
    if those.submit is None:
        yield from map(function, parts)
        return
    waiting = deque()
    for part in parts:
        waiting.append(those.submit(function, part))
        if len(waiting) >= those.calls:
            yield waiting.popleft().result()
    while waiting:
        yield waiting.popleft().result()
