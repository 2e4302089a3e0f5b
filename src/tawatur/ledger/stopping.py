"""Ending cleanly when asked to: at once while only waiting, else after the current document."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class Stopped(BaseException):
    """Ends waiting. No fault, so that nothing on the way takes it for one."""


class Stopping:
    """`ask` is for signal handlers. Asked a second time, it interrupts whatever is being done."""

    def __init__(self) -> None:
        self.is_asked = False
        self._is_waiting = False

    def ask(self, *_: object) -> None:
        if self.is_asked:
            raise KeyboardInterrupt
        self.is_asked = True
        if self._is_waiting:
            raise Stopped

    @contextmanager
    def waiting(self) -> Iterator[None]:
        """What is done within may be broken off at any moment. Raises Stopped."""
        self._is_waiting = True
        try:
            if self.is_asked:
                raise Stopped
            yield
        finally:
            self._is_waiting = False


def ticks(
    every_s: float, stopping: Stopping, clock: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
) -> Iterator[None]:
    """One tick at once and then one every so many seconds, until asked to stop. What takes long lets ticks fall out, and moves none.

    `clock` must never be set, as that of the wall is.
    """
    start = clock()
    while not stopping.is_asked:
        yield
        following = start + every_s * ((clock() - start) // every_s + 1)
        try:
            with stopping.waiting():
                while (left := following - clock()) > 0:
                    sleep(left)
        except Stopped:
            return
