"""What items may do to the process that does them."""

import ctypes
import os
import re
import signal
import time
from collections.abc import Callable

from tawatur.errors import InputError
from tawatur.model import Record


class Deed(Record, frozen=True):
    number: int
    name: str = "square"
    size: int = 1
    is_plain: bool = False

    @property
    def where(self) -> str:
        return f"deed {self.number}"


def do(deed: Deed) -> object:
    return _DEEDS[deed.name](deed.number)


def deeds(count: int, evil: dict[int, str], *, is_plain: bool = False) -> list[Deed]:
    return [Deed(number, evil.get(number, "square"), is_plain=is_plain) for number in range(count)]


def _square(number: int) -> int:
    time.sleep(0.001 * (number % 3))
    return number * number


def _loop(number: int) -> int:
    while True:
        try:
            number += 1
        except Exception:
            number = 0


def _search_for_ever(number: int) -> int:
    return len(re.findall("(x+x+)+y", "x" * 60)) + number


def _wait_in_c(number: int) -> int:
    """Sleeps in the C library with every signal blocked that can be blocked."""
    signal.pthread_sigmask(signal.SIG_BLOCK, signal.valid_signals())
    return int(ctypes.CDLL(None).sleep(600)) + number


def _allocate(number: int) -> int:
    return len(bytearray(10 << 30)) + number


def _hoard(number: int) -> int:
    return len([str(value) for value in range(10**9)]) + number


def _crash(number: int) -> int:
    return len(ctypes.string_at(0)) + number


def _leave(number: int) -> int:
    os._exit(0)


def _be_killed(number: int) -> int:
    os.kill(os.getpid(), signal.SIGKILL)
    return number


def _want_memory(number: int) -> int:
    raise MemoryError


def _fail(number: int) -> int:
    raise ValueError(f"not {number}")


def _refuse(number: int) -> int:
    raise InputError(f"deed {number}", "is refused", "leave it out")


def _give_what_cannot_be_sent(number: int) -> Callable[[], int]:
    return lambda: number


def _compute(number: int) -> int:
    """For half a second of the processor's time."""
    end = time.process_time() + 0.5
    while time.process_time() < end:
        pass
    return number


def _recurse(number: int) -> int:
    return _recurse(number + 1) + 1


_DEEDS: dict[str, Callable[[int], object]] = {
    "square": _square, "loop": _loop, "search for ever": _search_for_ever, "wait in C": _wait_in_c, "allocate": _allocate,
    "hoard": _hoard, "crash": _crash, "leave": _leave, "be killed": _be_killed, "want memory": _want_memory, "fail": _fail,
    "refuse": _refuse, "give what cannot be sent": _give_what_cannot_be_sent, "recurse": _recurse,
    "compute": _compute,
}  # fmt: skip
