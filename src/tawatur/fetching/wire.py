"""A socket that counts: whatever is read through it, headers and body alike, is bounded in bytes, in silence and in time."""

import io
import socket
from collections.abc import Callable

from tawatur.fetching.faults import LATER, FetchError

HEAD_BYTES = 64 * 1024
"""The most bytes that the status line and the headers may take."""

_READ_AHEAD = 8192


class Meter:
    """The bounds of one request. `where` names it in faults; times in seconds, of `clock`."""

    def __init__(self, where: str, *, silence_s: float, total_s: float, clock: Callable[[], float]) -> None:
        self.where, self._total_s = where, total_s
        self._silence_s, self._clock, self._end = silence_s, clock, clock() + total_s
        self._has_ended = False
        self._left, self._too_much = HEAD_BYTES + _READ_AHEAD, f"sends more than {HEAD_BYTES // 1024} KiB of headers"

    def patience(self) -> float:
        """How long the next step may take. Raises FetchError when the time is used up."""
        left = self._end - self._clock()
        if left <= 0:
            raise self._too_slow()
        return min(left, self._silence_s)

    def silence(self) -> FetchError:
        """The fault of a step that took all its time."""
        if self._end - self._clock() <= 0:
            return self._too_slow()
        return FetchError(self.where, f"is silent for {self._silence_s:g} s", LATER, may_pass=True)

    def _too_slow(self) -> FetchError:
        return FetchError(self.where, f"is too slow (not done after {self._total_s:g} s)", LATER)

    def allow_body(self, size: int) -> None:
        """The headers are read; from now on a body of so many bytes may come. Raises FetchError if the headers broke off."""
        if self._has_ended:
            raise FetchError(self.where, "is cut short", LATER, may_pass=True)
        self._left, self._too_much = size, f"is larger than {size:,} bytes"

    def count(self, size: int) -> None:
        self._has_ended = size == 0
        self._left -= size
        if self._left < 0:
            raise FetchError(self.where, self._too_much, "leave it out, or fetch it by other means")


class Wire:
    """The part of a socket that http.client uses, metered."""

    def __init__(self, plain: socket.socket, meter: Meter) -> None:
        self._plain, self._meter = plain, meter

    def makefile(self, mode: str) -> io.BufferedReader:
        # The raw file of the socket keeps it open until the file itself is closed, as http.client expects.
        raw = self._plain.makefile(mode, buffering=0)  # type: ignore[call-overload]
        return io.BufferedReader(_Metered(self._plain, raw, self._meter), _READ_AHEAD)

    def sendall(self, data: bytes) -> None:
        self._plain.settimeout(self._meter.patience())
        self._plain.sendall(data)

    def settimeout(self, _seconds: float | None) -> None:
        """Nothing: the meter sets the time before each step."""

    def shutdown(self, how: int) -> None:
        self._plain.shutdown(how)

    def close(self) -> None:
        self._plain.close()


class _Metered(io.RawIOBase):
    def __init__(self, plain: socket.socket, raw: socket.SocketIO, meter: Meter) -> None:
        self._plain, self._raw, self._meter = plain, raw, meter

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: memoryview) -> int | None:  # type: ignore[override]
        self._plain.settimeout(self._meter.patience())
        size = self._raw.readinto(buffer)
        self._meter.count(size or 0)
        return size

    def close(self) -> None:
        self._raw.close()
        super().close()
