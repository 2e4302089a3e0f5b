"""A worker: a process that does one item after another, each within limits of time and memory, and ends where one is broken.

Ending the process is the one way that holds for everything an item may do to it, in Python or in C; `workers` then starts another.
"""

import multiprocessing
import os
import pickle
import signal
import sys
import threading
import time
from collections.abc import Callable
from contextlib import suppress
from multiprocessing.connection import Connection
from typing import Protocol, TypeVar

from tawatur.errors import InputError
from tawatur.model import Record

if sys.platform != "win32":
    import resource


class Work(Protocol):
    """An item: how messages name it, how many bytes it holds, and whether it is so plain that the main process may do it."""

    @property
    def where(self) -> str: ...

    @property
    def size(self) -> int: ...

    @property
    def is_plain(self) -> bool: ...


Item = TypeVar("Item", bound=Work)
Result = TypeVar("Result")


class Limits(Record, frozen=True):
    """For one item: `seconds` of computing, `patience` in seconds with code that waits instead, `memory` in bytes of the whole worker.

    Computing is counted in time of the processor, so that the same item passes on a busy machine too. Windows knows neither the
    first nor the last, macOS not the last.
    """

    seconds: int = 60
    patience: float = 300.0
    memory: int = 3 << 30


NO_MEMORY = 77
"""The status of a worker that ended because an item wanted more memory than it may have."""


def work(function: Callable[[Item], Result], connection: Connection, limits: Limits) -> None:
    """Says None when it is ready, then answers each list of items with their results, one by one, until the connection is closed."""
    _set_up(limits)
    try:
        connection.send(None)
        while True:
            for item in connection.recv():
                _allow_seconds(limits.seconds)
                _send(connection, item.where, done(function, item))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return
    except MemoryError:
        os._exit(NO_MEMORY)


def _send(connection: Connection, where: str, result: object) -> None:
    try:
        connection.send(result)
    except (TypeError, AttributeError, ValueError, pickle.PicklingError, RecursionError) as fault:
        what = f"the reader's result cannot be sent ({type(fault).__name__}: {fault})"
        connection.send(InputError(where, what, "please report it with the file"))


def done(function: Callable[[Item], Result], item: Item | InputError) -> Result | InputError:
    """The function's result; whatever it raises is an InputError that names the item. MemoryError is the caller's."""
    if isinstance(item, InputError):
        return item
    try:
        return function(item)
    except InputError as error:
        return error
    except MemoryError:
        raise
    except Exception as fault:
        return InputError(item.where, f"the reader failed on it ({type(fault).__name__}: {fault})", "please report it with the file")


def _set_up(limits: Limits) -> None:
    """Ctrl-C is the parent's to handle; when the parent is killed, so is the worker; what ends it leaves no core file."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    if sys.platform != "win32":
        _limit(resource.RLIMIT_CORE, 0)
        _limit(resource.RLIMIT_AS, limits.memory)


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent:
        parent.join()
        os._exit(1)


def _allow_seconds(seconds: int) -> None:
    """From now on; the kernel then ends the process with SIGXCPU."""
    if sys.platform != "win32":
        _limit(resource.RLIMIT_CPU, int(time.process_time()) + 1 + seconds)


if sys.platform != "win32":

    def _limit(kind: int, value: int) -> None:
        """Lowers a limit of the process; the hardest stays, so that it can be raised again. Where a system knows none, nothing happens."""
        _, hardest = resource.getrlimit(kind)
        with suppress(ValueError, OSError):
            resource.setrlimit(kind, (value if hardest == resource.RLIM_INFINITY else min(value, hardest), hardest))
