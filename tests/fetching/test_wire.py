import socket
from collections.abc import Iterator

import pytest

from tawatur.fetching.faults import FetchError
from tawatur.fetching.wire import HEAD_BYTES, Meter, Wire
from tests.fetching.servers import Clock


def meter(clock: Clock) -> Meter:
    return Meter("here", silence_s=2, total_s=5, clock=clock)


@pytest.fixture
def ends() -> Iterator[tuple[socket.socket, socket.socket]]:
    ours, theirs = socket.socketpair()
    with ours, theirs:
        yield ours, theirs


def test_patience_is_the_silence_allowed_and_at_last_the_time_left() -> None:
    clock = Clock()
    one = meter(clock)
    assert one.patience() == 2
    clock.seconds += 4
    assert one.patience() == 1
    clock.seconds += 1
    with pytest.raises(FetchError, match="not done after 5 s"):
        one.patience()


def test_headers_and_body_have_each_their_bound(ends: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = ends
    one = meter(Clock())
    theirs.sendall(b"line\r\n" * 10)
    file = Wire(ours, one).makefile("rb")
    assert file.readline() == b"line\r\n"
    one.allow_body(10)
    theirs.sendall(b"x" * 11)
    with pytest.raises(FetchError, match="larger than 10 bytes"):
        file.read()


def test_endless_headers_end() -> None:
    one = meter(Clock())
    one.count(HEAD_BYTES)
    with pytest.raises(FetchError, match="64 KiB of headers"):
        one.count(HEAD_BYTES)


def test_a_slow_drip_ends(ends: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = ends
    clock = Clock()
    file = Wire(ours, meter(clock)).makefile("rb")
    theirs.sendall(b"drip")
    clock.seconds += 4
    assert file.peek(1) == b"drip"
    clock.seconds += 1
    with pytest.raises(FetchError, match="too slow"):
        file.readline()


def test_the_file_outlives_the_socket_as_http_client_expects(ends: tuple[socket.socket, socket.socket]) -> None:
    ours, theirs = ends
    wire = Wire(ours, meter(Clock()))
    file = wire.makefile("rb")
    wire.sendall(b"asked")
    wire.close()
    theirs.sendall(b"told\n")
    assert (theirs.recv(5), file.readline()) == (b"asked", b"told\n")
    file.close()
    assert theirs.recv(1) == b""
