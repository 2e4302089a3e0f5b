"""A pool of workers: what breaks a limit or kills its worker gives an InputError in its place, and the rest goes on in another."""

import multiprocessing
import signal
import sys
import time
from collections import deque
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from multiprocessing.connection import wait
from types import ModuleType
from typing import Any, Generic

from tawatur.errors import InputError, TawaturError
from tawatur.ledger.worker import NO_MEMORY, Item, Limits, Result, work

SPLIT = "split it, or leave it out"
_MOST_ITEMS, _MOST_BYTES = 16, 4_000_000
_ROUND_S = 1.0


class _Chunk(Generic[Item, Result]):
    """A few items for one worker: those still to do, and the results still to give."""

    def __init__(self) -> None:
        self.left: deque[Item | InputError] = deque()
        self.results: deque[Result | InputError] = deque()
        self.size = 0

    def put(self, item: Item | InputError) -> None:
        self.left.append(item)
        self.size += 0 if isinstance(item, InputError) else item.size

    @property
    def is_full(self) -> bool:
        return len(self.left) >= _MOST_ITEMS or self.size >= _MOST_BYTES


class _Worker(Generic[Item, Result]):
    """The near end of a worker process. `silent_s` is how long it has been waited for since it last said something."""

    def __init__(self, function: Callable[[Item], Result], limits: Limits) -> None:
        context = multiprocessing.get_context("spawn")
        self.connection, far = context.Pipe()
        self.process = context.Process(target=work, args=(function, far, limits), daemon=True)
        with _without_main():
            self.process.start()
        far.close()
        self.is_ready = False
        self.chunk: _Chunk[Item, Result] | None = None
        self.silent_s = 0.0
        self.is_given_up = False


@contextmanager
def _without_main() -> Iterator[None]:
    """Keeps new processes from running the script again that runs here, which those of multiprocessing otherwise do before they begin.
    Workers need nothing of it."""
    main = sys.modules["__main__"]
    sys.modules["__main__"] = ModuleType("__main__")
    try:
        yield
    finally:
        sys.modules["__main__"] = main


class Pool(Generic[Item, Result]):
    """Takes items and gives their results in the same order. Workers are started as there is work, and anew when one has died.

    A chunk that no worker has begun takes further items until it is full: chunks are small where items come slowly, and large where
    workers are slow.
    """

    def __init__(self, function: Callable[[Item], Result], cores: int, limits: Limits) -> None:
        self.function, self.cores, self.limits = function, cores, limits
        self._workers: list[_Worker[Item, Result]] = []
        self._waiting: deque[_Chunk[Item, Result]] = deque()
        self._given: deque[_Chunk[Item, Result]] = deque()

    def put(self, item: Item | InputError) -> None:
        if not self._waiting or self._waiting[-1] is not self._given[-1] or self._waiting[-1].is_full:
            self._waiting.append(_Chunk())
            self._given.append(self._waiting[-1])
        self._waiting[-1].put(item)

    def results(self, most: int) -> Iterator[Result | InputError]:
        """The results that are there, in order; then it waits for more until at most so many chunks are left."""
        self._serve(0)
        while self._given:
            chunk = self._given[0]
            if chunk.results:
                yield chunk.results.popleft()
                self._serve(0)
            elif not chunk.left:
                self._given.popleft()
            elif len(self._given) > most:
                self._serve(_ROUND_S)
            else:
                return

    def close(self) -> None:
        for worker in self._workers:
            worker.process.kill()
            worker.process.join()
            worker.connection.close()

    def _serve(self, seconds: float) -> None:
        """Takes what the workers have said, or say within so many seconds, and gives those that are free something to do."""
        self._hand_out()
        began = time.monotonic()
        heard = wait([worker.connection for worker in self._workers], seconds)
        waited = min(time.monotonic() - began, _ROUND_S) if seconds else 0.0
        for worker in list(self._workers):
            if worker.connection in heard:
                self._hear(worker)
            elif worker.chunk:
                self._lose_patience(worker, waited)
        self._hand_out()

    def _hand_out(self) -> None:
        free = [worker for worker in self._workers if worker.is_ready and not worker.chunk]
        for worker in free[: len(self._waiting)]:
            with suppress(OSError):  # it died with nothing to do, which the next round hears
                worker.connection.send(list(self._waiting[0].left))
                worker.chunk = self._waiting.popleft()
        starting = sum(not worker.is_ready for worker in self._workers)
        for _ in range(min(len(self._waiting) - starting, self.cores - len(self._workers))):
            self._workers.append(_Worker(self.function, self.limits))

    def _hear(self, worker: _Worker[Item, Result]) -> None:
        worker.silent_s = 0.0
        try:
            said = worker.connection.recv()
        except (EOFError, OSError):
            self._bury(worker)
            return
        if worker.chunk:
            worker.chunk.left.popleft()
            worker.chunk.results.append(said)
            worker.chunk = worker.chunk if worker.chunk.left else None
        worker.is_ready = True

    def _lose_patience(self, worker: _Worker[Item, Result], waited: float) -> None:
        worker.silent_s += waited
        if worker.silent_s > self.limits.patience:
            worker.is_given_up = True
            worker.process.kill()

    def _bury(self, worker: _Worker[Item, Result]) -> None:
        """The item that it was at is at fault; what is left of its chunk is another worker's."""
        worker.process.join()
        worker.connection.close()
        self._workers.remove(worker)
        if not worker.is_ready:
            raise TawaturError("a worker process could not start, perhaps for want of memory; what was stored is intact, run it again")
        if worker.chunk:
            where = worker.chunk.left.popleft().where
            worker.chunk.results.append(_fault(where, worker, self.limits))
            if worker.chunk.left:
                self._waiting.appendleft(worker.chunk)


def _fault(where: str, worker: _Worker[Any, Any], limits: Limits) -> InputError:
    """What ended the worker, as its exit status tells."""
    status = worker.process.exitcode or 0
    if worker.is_given_up:
        return InputError(where, f"reading it did not end within {limits.patience:.0f} seconds", SPLIT)
    if status == NO_MEMORY:
        return InputError(where, f"reading it takes more than {limits.memory >> 20} MB of memory", SPLIT)
    if sys.platform != "win32" and status == -signal.SIGXCPU:
        return too_long(where, limits)
    if sys.platform != "win32" and status == -signal.SIGKILL:
        return InputError(where, "reading it was killed, perhaps for want of memory", "close other programs, and give it again")
    return InputError(where, f"reading it ended the process (status {status})", "please report it with the file")


def too_long(where: str, limits: Limits) -> InputError:
    return InputError(where, f"reading it takes more than {limits.seconds} seconds", SPLIT)
