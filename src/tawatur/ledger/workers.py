"""Work on all cores, with results in the order of the items and few of them in memory."""

import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from itertools import chain, islice
from typing import TypeVar

from tawatur.errors import TawaturError

Item = TypeVar("Item")
Result = TypeVar("Result")

_CHUNK = 16
_WORTH_A_POOL = 64
_AHEAD = 2


def in_order(function: Callable[[Item], Result], items: Iterable[Item], cores: int | None = None) -> Iterator[Result]:
    """`function` of each item, in order. A few dozen items are done here, more in a pool of processes over all cores.

    At most `_AHEAD` chunks a core wait at a time. `function` must be a module's own, and items and results picklable.
    Raises TawaturError when a worker process dies.
    """
    stream = iter(items)
    cores = cores or len(os.sched_getaffinity(0))
    first = list(islice(stream, _WORTH_A_POOL))
    if cores == 1 or len(first) < _WORTH_A_POOL:
        yield from map(function, chain(first, stream))
        return
    try:
        yield from _pooled(function, chain(first, stream), cores)
    except BrokenProcessPool as fault:
        raise TawaturError("a worker process died, perhaps for want of memory; what was stored is intact, run it again") from fault


def _pooled(function: Callable[[Item], Result], items: Iterator[Item], cores: int) -> Iterator[Result]:
    pool = ProcessPoolExecutor(cores, mp_context=multiprocessing.get_context("spawn"), initializer=_start_worker)
    waiting: deque[Future[list[Result]]] = deque()
    try:
        while chunk := list(islice(items, _CHUNK)):
            waiting.append(pool.submit(_apply, function, chunk))
            if len(waiting) > _AHEAD * cores:
                yield from waiting.popleft().result()
        while waiting:
            yield from waiting.popleft().result()
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _apply(function: Callable[[Item], Result], chunk: list[Item]) -> list[Result]:
    return [function(item) for item in chunk]


def _start_worker() -> None:
    """Ctrl-C is the parent's to handle; when the parent is killed, so is the worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)
