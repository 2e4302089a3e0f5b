import re
import socket
import threading

import pytest

from tawatur.errors import InputError
from tawatur.fetching import Fetcher, FetchOptions, NotModified, Response, Validators, connecting
from tawatur.fetching.public import is_public
from tests.fetching.servers import Clock, Names, answer, machine, site

OPEN = FetchOptions(allow_private=True, delay_s=0, obey_robots=False, timeout_s=5, total_s=10)


def fetcher(options: FetchOptions = OPEN, names: Names | None = None) -> Fetcher:
    return Fetcher(options, machine=machine(Clock(), names))


def fetched(url: str, options: FetchOptions = OPEN) -> Response:
    response = fetcher(options).fetch(url)
    assert isinstance(response, Response)
    return response


def refused(url: str, options: FetchOptions = OPEN, names: Names | None = None) -> InputError:
    with pytest.raises(InputError) as caught:
        fetcher(options, names).fetch(url)
    return caught.value


def test_a_page_comes_with_its_headers_address_and_time() -> None:
    headers = {"Content-Type": "text/html", "Set-Cookie": "id=1", "ETag": '"v1"', "Last-Modified": "Sat, 14 Mar 2020 09:00:00 GMT"}
    with site({"/a?b": answer(200, b"page", headers)}) as served:
        response = fetched(f"{served.url}/a?b#part")
    assert (response.url, response.final_url) == (f"{served.url}/a?b#part", f"{served.url}/a?b")
    assert (response.status, response.content, response.fetched_at) == (200, b"page", "2020-03-14T09:30:00Z")
    assert response.headers == (
        ("Content-Length", "4"),
        ("Content-Type", "text/html"),
        ("ETag", '"v1"'),
        ("Last-Modified", "Sat, 14 Mar 2020 09:00:00 GMT"),
    )
    assert response.validators == Validators('"v1"', "Sat, 14 Mar 2020 09:00:00 GMT")
    assert re.search(r"\r\nUser-Agent: Tawatur/[0-9.]+ \(.+\)\r\n", served.requests[0])


def test_a_page_that_did_not_change() -> None:
    with site({"/": [answer(304, headers={"ETag": '"v1"'}), answer(304)]}) as served:
        with fetcher() as one:
            same = one.fetch(served.url, validators=Validators('"v1"', "Sat, 14 Mar 2020 09:00:00 GMT"))
        error = refused(served.url)
    assert same == NotModified(served.url, f"{served.url}/", (("Content-Length", "0"), ("ETag", '"v1"')), "2020-03-14T09:30:00Z")
    assert 'If-None-Match: "v1"\r\n' in served.requests[0]
    assert "If-Modified-Since: Sat, 14 Mar 2020 09:00:00 GMT\r\n" in served.requests[0]
    assert "not modified" in error.what


def test_validators_that_cannot_be_sent_are_left_out() -> None:
    with site({"/": answer()}) as served:
        fetcher().fetch(served.url, validators=Validators('"a"\r\nX: y', "السبت"))
    assert "If-" not in served.requests[0]
    assert "X: y" not in served.requests[0]


def test_addresses_in_arabic() -> None:
    with site({"/%D8%AE%D8%A8%D8%B1?%D8%B5=1": answer(200, b"page")}) as served:
        assert fetched(f"{served.url}/خبر?ص=1").content == b"page"


def test_redirects_are_followed_to_the_end() -> None:
    with site(
        {"/a": answer(302, headers={"Location": "/b"}), "/b": answer(308, headers={"Location": "c#x"}), "/c": answer(200, b"c")}
    ) as served:
        response = fetched(f"{served.url}/a")
    assert (response.url, response.final_url, response.content) == (f"{served.url}/a", f"{served.url}/c", b"c")


def test_a_redirect_to_a_private_address_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connecting, "is_public", lambda address: address == "127.0.0.1" or is_public(address))
    closed = FetchOptions(obey_robots=False, delay_s=0)
    with site({}) as inner, site({}) as served:
        for location in (
            f"http://[::1]:{inner.port}/",
            "http://169.254.169.254/latest/meta-data",
            "http://inner.example/",
            "//2130706434/",
        ):
            served.paths["/"] = answer(302, headers={"Location": location})
            error = refused(served.url, closed, Names({"inner.example": [["127.0.0.1", "10.0.0.1"]]}))
            assert "is no public address" in error.what
        assert (len(served.requests), inner.requests) == (4, [])


def test_faults_that_pass_are_tried_again_after_a_pause_that_doubles() -> None:
    clock = Clock()
    with site({"/": [answer(500), answer(503), answer(200, b"page")]}) as served:
        response = Fetcher(OPEN, machine=machine(clock)).fetch(served.url)
    assert isinstance(response, Response)
    assert clock.slept == [1.0, 2.0]


def test_tries_are_bounded_and_other_faults_are_final() -> None:
    with site({"/": answer(500), "/gone?token=abc": answer(410)}) as served:
        failing, gone = refused(served.url), refused(f"{served.url}/gone?token=abc")
    assert served.asked == ["/", "/", "/", "/gone?token=abc"]
    assert str(failing) == f"{served.url}/: fails at the site (status 500); try again later"
    assert str(gone) == f"{served.url}/gone?token=…: is gone (status 410); check the address"


def test_a_site_that_asks_to_wait() -> None:
    clock = Clock()
    with site({"/": [answer(429, headers={"Retry-After": "7"}), answer(200, b"page")]}) as served:
        Fetcher(OPEN, machine=machine(clock)).fetch(served.url)
    assert clock.slept == [7.0]
    with site({"/": answer(429, headers={"Retry-After": "3600"})}) as served:
        assert "asks to wait 3600 s" in refused(served.url).what
        assert len(served.requests) == 1


def test_what_robots_txt_closes_is_not_asked_for() -> None:
    rules = b"User-agent: Tawatur\nDisallow: /closed\nCrawl-delay: 3\n"
    clock = Clock()
    options = FetchOptions(allow_private=True, delay_s=1)
    with site({"/robots.txt": answer(200, rules), "/a": answer(302, headers={"Location": "/closed/b"}), "/open": answer()}) as served:
        one = Fetcher(options, machine=machine(clock))
        with pytest.raises(InputError, match=r"robots\.txt"):
            one.fetch(f"{served.url}/a")
        one.fetch(f"{served.url}/open")
    assert served.asked == ["/robots.txt", "/a", "/open"]
    assert clock.slept == [1.0, 3.0]


def test_many_addresses_come_in_order_with_their_faults() -> None:
    names = Names({"a.example": [["127.0.0.1"]], "b.example": [["127.0.0.1"]]})
    pages = {f"/{number}": answer(200, str(number).encode()) for number in range(6)}
    with site({**pages, "/same": answer(304)}) as served:
        at = [f"http://{host}.example:{served.port}" for host in "ab"]
        urls = [f"{at[number % 2]}/{number}" for number in range(6)] + ["no address", f"{at[0]}/missing", f"{at[1]}/same"]
        answers = list(fetcher(OPEN, names).fetch_all(urls, validators={urls[-1]: Validators('"1"')}))
    assert [given.content for given in answers[:6] if isinstance(given, Response)] == [str(number).encode() for number in range(6)]
    assert [type(given).__name__ for given in answers[6:]] == ["FetchError", "FetchError", "NotModified"]
    assert [path for path in served.asked if path in pages and int(path[1:]) % 2] == ["/1", "/3", "/5"]


def test_hosts_are_asked_side_by_side() -> None:
    both = threading.Barrier(2, timeout=5)

    def handle(_request: str, link: socket.socket) -> None:
        both.wait()
        link.sendall(answer(200, b"met"))

    names = Names({"a.example": [["127.0.0.1"]], "b.example": [["127.0.0.1"]]})
    with site({"/": handle}) as served:
        urls = [f"http://{host}.example:{served.port}/" for host in "ab"]
        assert [type(given) for given in fetcher(OPEN, names).fetch_all(urls)] == [Response, Response]


def test_a_user_agent_that_cannot_be_sent() -> None:
    for agent in ("قارئ", "a\r\nHost: b"):
        with pytest.raises(InputError, match="user agent"):
            Fetcher(FetchOptions(user_agent=agent))


def test_a_site_that_cannot_be_reached_is_asked_for_its_rules_first_and_once() -> None:
    names = Names({})
    with Fetcher(FetchOptions(), machine=machine(Clock(), names)) as one:
        for path in ("a", "b"):
            with pytest.raises(InputError, match=r"/[ab]: the name a\.example is not known, when asked .*; check the address"):
                one.fetch(f"http://a.example/{path}")
    assert names.asked == ["a.example"]


def test_redirects_have_an_end() -> None:
    with site({f"/{number}": answer(302, headers={"Location": f"/{number + 1}"}) for number in range(9)}) as served:
        assert "redirects more than 5 times" in refused(f"{served.url}/0").what
        assert len(served.requests) == 6
