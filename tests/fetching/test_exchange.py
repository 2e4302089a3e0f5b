import gzip
import socket
import time
from contextlib import suppress

import pytest
from hypothesis import given, settings
from hypothesis.strategies import binary, lists, sampled_from

from tawatur.errors import InputError
from tawatur.fetching.exchange import Answer, exchange
from tawatur.fetching.machine import Machine
from tawatur.fetching.records import FetchOptions
from tawatur.fetching.targets import read_target
from tests.fetching.servers import Handler, answer, site

OPTIONS = FetchOptions(allow_private=True, timeout_s=5, total_s=10, max_bytes=1000)
HEAD = b"HTTP/1.1 200 OK\r\n"


def packed(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)  # the same in every run, for the names of tests


def answered(reply: bytes | Handler, options: FetchOptions = OPTIONS) -> Answer:
    with site({"/": reply}) as served:
        return exchange(read_target(served.url), {}, options, Machine())


def refused(reply: bytes | Handler, options: FetchOptions = OPTIONS) -> str:
    with pytest.raises(InputError) as caught:
        answered(reply, options)
    assert caught.value.where.startswith("http://127.0.0.1:")
    return caught.value.what


def chunks(*parts: bytes, end: bytes = b"0\r\n\r\n") -> bytes:
    return HEAD + b"Transfer-Encoding: chunked\r\n\r\n" + b"".join(b"%x\r\n%b\r\n" % (len(part), part) for part in parts) + end


def test_bodies_of_every_framing() -> None:
    assert answered(answer(200, b"length")).content == b"length"
    assert answered(chunks(b"in ", b"chunks")).content == b"in chunks"
    assert answered(HEAD + b"\r\nto the end").content == b"to the end"
    assert answered(answer(200, packed(b"packed"), {"Content-Encoding": "gzip"})).content == b"packed"
    assert answered(b"HTTP/1.1 100 Continue\r\n\r\n" + answer(200, b"after")).content == b"after"


def test_only_what_we_can_undo_is_asked_for() -> None:
    with site({"/": answer()}) as served:
        exchange(read_target(served.url), {"X-Asked": "yes"}, OPTIONS, Machine())
    sent = served.requests[0].split("\r\n")
    assert {"Accept-Encoding: gzip, deflate", "Connection: close", "X-Asked: yes"} <= set(sent)
    assert sum(line.lower().startswith("accept-encoding") for line in sent) == 1


def test_a_body_can_be_sent() -> None:
    with site({"/": answer(201, b"made")}) as served:
        made = exchange(read_target(served.url), {}, OPTIONS, Machine(), method="POST", body=b"{}")
    assert (made.status, made.content) == (201, b"made")
    assert served.requests[0].startswith("POST / HTTP/1.1")


def test_the_body_of_an_error_is_not_read() -> None:
    assert answered(answer(404, b"x" * 5000)).content == b""


@pytest.mark.parametrize(
    "reply",
    [
        answer(200, b"x" * 1001),
        answer(200, b"", length=10**15),
        chunks(*[b"x" * 100] * 11),
        HEAD + b"\r\n" + b"x" * 1001,
        answer(200, packed(bytes(10_000_000)), {"Content-Encoding": "gzip"}),
        chunks(b"x", end=b"0\r\n" + b"Trailer: x\r\n" * 10_000),
    ],
)
def test_too_large(reply: bytes) -> None:
    assert "is larger than" in refused(reply)


@pytest.mark.parametrize(
    "reply",
    [
        answer(200, b"short", length=6),
        chunks(b"short", end=b""),
        chunks(b"x", end=b"f" * 100_000),
        chunks(b"short", end=b"zz\r\n"),
        HEAD + b"Content-Length: 3\r\nContent-Length: 4\r\n\r\nabcd",
        HEAD + b"Content-Length: many\r\n\r\nabc",
        HEAD + b"Content-Length: -1\r\n\r\nabc",
        b"HTTP/1.1 abc\r\n\r\n",
        b"SSH-2.0-OpenSSH_9.6\r\n",
        b"",
        b"HTTP/1.1 200 OK\r\nETag",
        b"HTTP/1.1 200 OK\r\nETag: 1\r\n",
        b"HTTP/1.1 200 OK\r\nno header\r\nContent-Length: 4\r\n\r\npage",
        b"HTTP/1.1 200 OK\r\n" + b"A: b\r\n" * 101 + b"\r\n",
    ],
)
def test_broken_or_cut_short(reply: bytes) -> None:
    assert refused(reply) in ("gives a broken answer, or one cut short", "is cut short")


def test_a_packed_body_cut_short() -> None:
    assert refused(answer(200, packed(b"x" * 500)[:-1], {"Content-Encoding": "gzip"})) == "is cut short"


def test_codings_not_asked_for() -> None:
    assert "packed as br" in refused(answer(200, b"x", {"Content-Encoding": "br"}))
    assert "transfer coding" in refused(HEAD + b"Transfer-Encoding: gzip, chunked\r\n\r\n")


def test_endless_headers() -> None:
    assert "KiB of headers" in refused(b"HTTP/1.1 200 OK\r\n" + b"A: " + b"b" * 50_000 + b"\r\nB: " + b"c" * 50_000)
    assert "KiB of headers" in refused(b"HTTP/1.1 100 Continue\r\n\r\n" * 10_000)


def _drip(start: bytes, drop: bytes) -> Handler:
    def handle(_request: str, link: socket.socket) -> None:
        link.sendall(start)
        while True:
            link.sendall(drop)
            time.sleep(0.02)

    return handle


@pytest.mark.parametrize(
    ("start", "drop"),
    [(b"HTTP/1.1 200 OK\r\nA: ", b"b"), (HEAD + b"\r\n", b"x"), (HEAD + b"Transfer-Encoding: chunked\r\n\r\n", b"1\r\nx\r\n")],
)
def test_a_slow_drip_ends(start: bytes, drop: bytes) -> None:
    begin = time.monotonic()
    assert "too slow (not done after 0.3 s)" in refused(_drip(start, drop), FetchOptions(allow_private=True, timeout_s=5, total_s=0.3))
    assert time.monotonic() - begin < 3


def _silent(_request: str, link: socket.socket) -> None:
    link.recv(1)


def test_silence_ends() -> None:
    assert refused(_silent, FetchOptions(allow_private=True, timeout_s=0.1)) == "is silent for 0.1 s"


@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_server_that_never_takes_the_call(scheme: str) -> None:
    options = FetchOptions(allow_private=True, timeout_s=0.1)
    with socket.create_server(("127.0.0.1", 0)) as listener:
        target = read_target(f"{scheme}://127.0.0.1:{listener.getsockname()[1]}/")
        with pytest.raises(InputError, match=r"is silent for 0\.1 s"):
            exchange(target, {}, options, Machine())


def test_nobody_there() -> None:
    with site({}) as served:
        pass
    with pytest.raises(InputError, match="cannot be reached"):
        exchange(read_target(served.url), {}, OPTIONS, Machine())


@pytest.mark.parametrize("reply", [b"nonsense\r\n", b"HTTP/1.1 200 OK\r\nno header\r\n\r\n"])
def test_a_token_is_not_told(reply: bytes, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    with site({"/?token=s3cr3t": reply}) as served, pytest.raises(InputError) as caught:
        exchange(read_target(f"{served.url}/?token=s3cr3t"), {}, OPTIONS, Machine())
    assert "s3cr3t" not in str(caught.value) + caplog.text
    assert caught.value.__cause__ is None


_PIECES = (
    b"HTTP/1.1 200 OK\r\n", b"HTTP/1.1 302 \r\n", b"HTTP/1.0 200\r\n", b"\r\n", b"\r\n\r\n", b"Content-Length: 3\r\n", 
    b"Content-Length: -1\r\n",
    b"Content-Length: x\r\n", b"Transfer-Encoding: chunked\r\n", b"Content-Encoding: gzip\r\n",
    b"Content-Type: multipart/mixed; boundary=x\r\n",
    b"3\r\nabc\r\n", b"0\r\n\r\n", b"-5\r\n", b"Location: \xd8\xae\r\n", b" folded\r\n", packed(b"page"),
)  # fmt: skip


def test_any_bytes_are_an_answer_or_a_fault() -> None:
    with site({}) as served:

        @settings(deadline=None, max_examples=150)
        @given(lists(sampled_from(_PIECES) | binary(max_size=20), max_size=8))
        def ask(pieces: list[bytes]) -> None:
            served.paths["/"] = b"".join(pieces)
            with suppress(InputError):
                reply = exchange(read_target(served.url), {}, OPTIONS, Machine())
                assert reply.content == b"" or reply.status in range(200, 300)

        ask()


def test_proxies_of_the_environment_are_not_used(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "all_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9/")
    assert answered(answer(200, b"direct")).content == b"direct"
