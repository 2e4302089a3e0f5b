"""Work on all cores, with results in the order of the items and few of them in memory; an item that cannot be done stops no other."""

import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from itertools import chain

from tawatur.errors import InputError
from tawatur.ledger.pool import SPLIT, Pool, too_long
from tawatur.ledger.worker import Item, Limits, Result, done

_WORTH_A_POOL = 64
_AHEAD = 2


def in_order(
    function: Callable[[Item], Result], items: Iterable[Item | InputError], cores: int | None = None, limits: Limits | None = None
) -> Iterator[Result | InputError]:
    """`function` of each item, in order; an InputError among them comes through as it is.

    A few dozen plain items are done here, all others in processes over all cores. What breaks a limit, raises, or kills its process
    gives an InputError in its place. At most `_AHEAD` chunks a core wait at a time. `function` must be a module's own, and items and
    results picklable. Raises TawaturError when no process can be started.
    """
    limits, stream = limits or Limits(), iter(items)
    first: list[Item | InputError] = []
    for item in stream:
        first.append(item)
        if len(first) == _WORTH_A_POOL or not (isinstance(item, InputError) or item.is_plain):
            yield from _done_apart(function, chain(first, stream), cores or _cores(), limits)
            return
    for item in first:
        yield _done_here(function, item, limits)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if sys.platform == "linux" else os.cpu_count() or 1


def _done_apart(
    function: Callable[[Item], Result], items: Iterable[Item | InputError], cores: int, limits: Limits
) -> Iterator[Result | InputError]:
    pool: Pool[Item, Result] = Pool(function, cores, limits)
    try:
        for item in items:
            pool.put(item)
            yield from pool.results(most=_AHEAD * cores)
        yield from pool.results(most=0)
    finally:
        pool.close()


class _TimeUp(BaseException):
    """Not an Exception, so that nothing on the way takes it for a fault of the item."""


def _done_here(function: Callable[[Item], Result], item: Item | InputError, limits: Limits) -> Result | InputError:
    try:
        with _alarm(limits.seconds):
            return done(function, item)
    except _TimeUp:
        return too_long(item.where, limits)
    except MemoryError:
        return InputError(item.where, "reading it takes more memory than there is", SPLIT)


@contextmanager
def _alarm(seconds: int) -> Iterator[None]:
    """Raises _TimeUp after so many seconds of computing, where the system and the thread allow it."""
    if sys.platform == "win32" or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = signal.signal(signal.SIGPROF, _time_is_up)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, before)


def _time_is_up(*_: object) -> None:
    raise _TimeUp
