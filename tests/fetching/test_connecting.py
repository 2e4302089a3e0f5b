import socket
import ssl
import threading
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tawatur.fetching.connecting import addresses, connect
from tawatur.fetching.exchange import exchange
from tawatur.fetching.faults import FetchError
from tawatur.fetching.machine import Machine
from tawatur.fetching.records import FetchOptions
from tawatur.fetching.targets import read_target
from tawatur.fetching.wire import Meter
from tests.fetching.servers import Clock, Names, answer, machine, site

PUBLIC, PRIVATE = FetchOptions(timeout_s=5), FetchOptions(timeout_s=5, allow_private=True)
CERTIFICATES = Path(__file__).parent / "certificates"


def with_names(**known: Sequence[Sequence[str]]) -> Machine:
    return machine(Clock(), Names({name.replace("_", "."): answers for name, answers in known.items()}))


def found(url: str, options: FetchOptions, on: Machine) -> Sequence[str]:
    return addresses(read_target(url), options, on)


@pytest.mark.parametrize(
    "answers",
    [["127.0.0.1"], ["93.184.215.14", "10.0.0.1"], ["::ffff:127.0.0.1"], ["2606:4700::1", "fe80::1%eth0"], ["0.0.0.0"], ["what"]],
)
def test_a_name_with_any_private_address_is_refused(answers: list[str]) -> None:
    with pytest.raises(FetchError, match="no public address"):
        found("http://a.example/", PUBLIC, with_names(a_example=[answers]))


def test_addresses_in_the_url_are_checked_without_asking_the_resolver() -> None:
    for url in (
        "http://127.0.0.1/",
        "http://127.1/",
        "http://0x7f000001/",
        "http://[::1]/",
        "http://[::ffff:7f00:1]/",
        "http://[64:ff9b::a00:1]/",
    ):
        with pytest.raises(FetchError, match="no public address"):
            found(url, PUBLIC, with_names())
    assert found("http://[::1]/", PRIVATE, with_names()) == ("::1",)
    assert found("http://93.184.215.14/", PUBLIC, with_names()) == ("93.184.215.14",)


def test_public_names_pass() -> None:
    both = ["2606:4700::1", "93.184.215.14"]
    assert found("http://a.example/", PUBLIC, with_names(a_example=[both])) == both


def test_a_name_that_changes_its_answer_gains_nothing() -> None:
    names = Names({"a.example": [["127.0.0.1"], ["10.255.255.1"]]})
    with site({"/": answer(200, b"checked")}) as served:
        target = read_target(f"http://a.example:{served.port}/")
        given = exchange(target, {}, PRIVATE, machine(Clock(), names))
    assert given.content == b"checked"
    assert names.asked == ["a.example"]
    assert f"\r\nHost: a.example:{served.port}\r\n" in served.requests[0]


def test_names_that_are_not_known() -> None:
    with pytest.raises(FetchError, match=r"the name a\.example is not known") as caught:
        found("http://a.example/", PUBLIC, with_names())
    assert not caught.value.may_pass
    with pytest.raises(FetchError, match="not known"):
        found("http://a.example/", PUBLIC, with_names(a_example=[[]]))


def test_a_resolver_that_hangs_is_left_behind() -> None:
    done = threading.Event()

    def hang(_host: str, _port: int) -> Sequence[str]:
        done.wait(10)
        return ()

    with pytest.raises(FetchError, match=r"not resolved within 0\.05 s"):
        found("http://a.example/", FetchOptions(timeout_s=0.05), replace(machine(Clock()), resolve=hang))
    done.set()


def test_the_next_address_is_tried_when_one_refuses() -> None:
    with site({}) as served:
        link = connect(["127.0.0.2", "127.0.0.1"], served.port, Meter("here", silence_s=5, total_s=5, clock=Clock()))
        with link:
            assert link.getpeername()[0] == "127.0.0.1"
    with pytest.raises(OSError, match="refused"):
        connect(["127.0.0.1"], served.port, Meter("here", silence_s=5, total_s=5, clock=Clock()))


def test_another_peer_than_the_one_checked_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    class Diverted(socket.socket):
        def connect(self, address: tuple[str, int]) -> None:  # type: ignore[override]
            super().connect(("127.0.0.1", address[1]))

    monkeypatch.setattr(socket, "socket", Diverted)
    with site({}) as served, pytest.raises(FetchError, match=r"answered by 127\.0\.0\.1 in place of 93\.184\.215\.14"):
        connect(["93.184.215.14"], served.port, Meter("here", silence_s=5, total_s=5, clock=Clock()))


def _tls() -> ssl.SSLContext:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(CERTIFICATES / "news.example.pem")
    return context


def _trusting() -> ssl.SSLContext:
    return ssl.create_default_context(cafile=CERTIFICATES / "authority.pem")


def test_tls_is_verified_against_the_name() -> None:
    on = with_names(news_example=[["127.0.0.1"]], other_example=[["127.0.0.1"]])
    with site({"/": answer(200, b"safe")}, tls=_tls()) as served:
        given = exchange(read_target(f"https://news.example:{served.port}/"), {}, PRIVATE, replace(on, certificates=_trusting))
        assert given.content == b"safe"
        for host, trusted in (("other.example", _trusting), ("127.0.0.1", _trusting), ("news.example", ssl.create_default_context)):
            with pytest.raises(FetchError, match="its certificate does not hold"):
                exchange(read_target(f"https://{host}:{served.port}/"), {}, PRIVATE, replace(on, certificates=trusted))


def test_a_site_without_tls_is_not_taken_for_one_with_it() -> None:
    with site({"/": answer()}) as served, pytest.raises(FetchError, match="fails at TLS"):
        exchange(read_target(f"https://127.0.0.1:{served.port}/"), {}, PRIVATE, machine(Clock()))


def test_ipv6() -> None:
    with site({"/": answer(200, b"six")}, family=socket.AF_INET6) as served:
        assert exchange(read_target(f"http://[::1]:{served.port}/"), {}, PRIVATE, machine(Clock())).content == b"six"
    assert f"Host: [::1]:{served.port}\r\n" in served.requests[0]
