"""Servers on this machine that answer as a test tells them, a clock that tests turn, and names that lead where tests say."""

import socket
import ssl
import threading
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from datetime import UTC, datetime

from tawatur.fetching.machine import Machine

Handler = Callable[[str, socket.socket], None]
"""What is done with a connection whose request, as text, has been read."""


def answer(status: int = 200, body: bytes = b"", headers: Mapping[str, str] | None = None, *, length: int | None = None) -> bytes:
    """An HTTP answer, with the length of its body unless another is given."""
    named = {"Content-Length": str(len(body) if length is None else length), **(headers or {})}
    lines = [f"HTTP/1.1 {status} Some", *(f"{name}: {value}" for name, value in named.items()), "", ""]
    return "\r\n".join(lines).encode("latin-1") + body


class Site:
    """`paths` gives the answer to each path as bytes, a list of them to give one after the other, or a handler; others are 404."""

    def __init__(
        self, paths: Mapping[str, bytes | list[bytes] | Handler], tls: ssl.SSLContext | None, family: socket.AddressFamily
    ) -> None:
        self.paths, self.requests = dict(paths), list[str]()
        self._tls, self._listener = tls, socket.create_server(("::1" if family == socket.AF_INET6 else "127.0.0.1", 0), family=family)
        self.port = int(self._listener.getsockname()[1])
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def asked(self) -> list[str]:
        """The paths asked for, in order."""
        return [request.split(" ")[1] for request in self.requests]

    def close(self) -> None:
        with suppress(OSError):
            self._listener.shutdown(socket.SHUT_RDWR)
        self._listener.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while True:
            try:
                link, _ = self._listener.accept()
            except OSError:
                return
            threading.Thread(target=self._handled, args=(link,), daemon=True).start()

    def _handled(self, link: socket.socket) -> None:
        with suppress(OSError), self._wrapped(link) as wrapped:
            wrapped.settimeout(10)
            request = b""
            while b"\r\n\r\n" not in request:
                part = wrapped.recv(65536)
                if not part:
                    return
                request += part
                if request.startswith(b"\x16"):  # a greeting in TLS
                    wrapped.sendall(answer(400))
                    return
            self._answered(request.decode("latin-1"), wrapped)

    def _wrapped(self, link: socket.socket) -> socket.socket:
        return self._tls.wrap_socket(link, server_side=True) if self._tls else link

    def _answered(self, request: str, link: socket.socket) -> None:
        self.requests.append(request)
        given = self.paths.get(request.split(" ")[1], answer(404))
        if isinstance(given, list):
            given = given.pop(0) if len(given) > 1 else given[0]
        if isinstance(given, bytes):
            link.sendall(given)
        else:
            given(request, link)


@contextmanager
def site(
    paths: Mapping[str, bytes | list[bytes] | Handler],
    *,
    tls: ssl.SSLContext | None = None,
    family: socket.AddressFamily = socket.AF_INET,
) -> Iterator[Site]:
    served = Site(paths, tls, family)
    try:
        yield served
    finally:
        served.close()


class Clock:
    """Seconds that pass only in sleep."""

    def __init__(self) -> None:
        self.seconds = 1000.0
        self.slept: list[float] = []

    def __call__(self) -> float:
        return self.seconds

    def sleep(self, seconds: float) -> None:
        self.slept.append(round(seconds, 6))
        self.seconds += seconds


class Names:
    """A resolver whose answers a test gives; several for one name are given one after the other. `asked` counts."""

    def __init__(self, known: Mapping[str, Sequence[Sequence[str]]]) -> None:
        self._known = {name: list(answers) for name, answers in known.items()}
        self.asked: list[str] = []

    def __call__(self, host: str, _port: int) -> Sequence[str]:
        self.asked.append(host)
        answers = self._known.get(host)
        if not answers:
            raise socket.gaierror(socket.EAI_NONAME, "unknown")
        return answers.pop(0) if len(answers) > 1 else answers[0]


def machine(clock: Clock, names: Names | None = None) -> Machine:
    """A machine of that clock, at 09:30 on 14 March 2020, without chance."""
    return Machine(
        clock=clock,
        sleep=clock.sleep,
        now=lambda: datetime(2020, 3, 14, 9, 30, tzinfo=UTC),
        chance=lambda: 0.5,
        resolve=names or Names({}),
    )
