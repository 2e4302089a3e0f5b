"""What the fetcher asks of the machine it runs on: time, names, chance, certificates. Tests put their own in its place."""

import functools
import random
import socket
import ssl
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime


def resolve(host: str, port: int) -> tuple[str, ...]:
    """Every address of a name, in the order to try them (RFC 6724). Raises OSError."""
    return tuple(dict.fromkeys(str(answer[4][0]) for answer in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


def _utc_now() -> datetime:
    return datetime.now(UTC)


@functools.cache
def _certificates() -> ssl.SSLContext:
    return ssl.create_default_context()


@dataclass(frozen=True)
class Machine:
    """`clock` counts seconds and never goes back; `chance` is in [0, 1)."""

    clock: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep
    now: Callable[[], datetime] = _utc_now
    chance: Callable[[], float] = random.random
    resolve: Callable[[str, int], Sequence[str]] = resolve
    certificates: Callable[[], ssl.SSLContext] = _certificates
