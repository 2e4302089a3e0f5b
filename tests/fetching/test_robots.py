import pytest
from hypothesis import given
from hypothesis.strategies import binary, lists, sampled_from

from tawatur.errors import InputError
from tawatur.fetching.faults import FetchError
from tawatur.fetching.records import FetchOptions
from tawatur.fetching.robots import MOST_BYTES, Robots
from tawatur.fetching.targets import Target, read_target
from tests.fetching.servers import Clock, machine

PAGE = read_target("http://a.example/news/1?page=2")


class Site:
    """A site whose robots.txt is this content or this fault."""

    def __init__(self, given: bytes | FetchError, clock: Clock | None = None, options: FetchOptions | None = None) -> None:
        self.given, self.asked, self.clock = given, list[str](), clock or Clock()
        self.robots = Robots(self._fetch, options or FetchOptions(), machine(self.clock))

    def _fetch(self, target: Target) -> bytes:
        self.asked.append(target.url)
        if isinstance(self.given, FetchError):
            raise self.given
        return self.given

    def opens(self, target: Target = PAGE) -> bool:
        try:
            self.robots.check(target)
        except InputError:
            return False
        return True


def failing(status: int | None) -> FetchError:
    return FetchError("http://a.example/robots.txt", "fails", "try again", status=status)


@pytest.mark.parametrize(
    ("rules", "opens"),
    [
        (b"", True),
        (b"<html>no rules</html>", True),
        (b"User-agent: *\nDisallow: /", False),
        (b"User-agent: *\nDisallow: /\nAllow: /news", True),
        (b"User-agent: *\nDisallow: /\n\nUser-agent: tawatur\nDisallow: /private", True),
        (b"User-agent: Tawatur\nDisallow: /news\n\nUser-agent: *\nDisallow:", False),
        (b"User-agent: TawaturOther\nDisallow: /", True),
        (b"\xef\xbb\xbfUser-agent: *\r\nDisallow: /*?page=", False),
        (b"User-agent: *\nDisallow: /news/1$", True),
    ],
)
def test_rules(rules: bytes, opens: bool) -> None:
    assert Site(rules).opens() is opens


def test_rules_in_arabic() -> None:
    site = Site("User-agent: *\nDisallow: /خاص".encode())
    assert not site.opens(read_target("http://a.example/خاص/1"))
    assert site.opens(read_target("http://a.example/عام"))


@pytest.mark.parametrize(
    ("status", "opens"), [(404, True), (403, True), (410, True), (429, False), (500, False), (503, False), (None, False)]
)
def test_robots_that_cannot_be_had(status: int | None, opens: bool) -> None:
    assert Site(failing(status)).opens() is opens


def test_a_closed_site_is_told_from_one_that_fails() -> None:
    with pytest.raises(InputError, match=r"closed to programs by its site's robots\.txt"):
        Site(b"User-agent: *\nDisallow: /").robots.check(PAGE)
    with pytest.raises(InputError, match=r"/news/1\?page=2: fails, when asked for its robots\.txt first; try again"):
        Site(failing(500)).robots.check(PAGE)


def test_rules_are_asked_for_once_a_day_for_each_origin() -> None:
    site = Site(b"")
    for url in ("http://a.example/1", "http://a.example/2", "https://a.example/", "http://a.example:8080/"):
        site.robots.check(read_target(url))
    assert site.asked == ["http://a.example/robots.txt", "https://a.example/robots.txt", "http://a.example:8080/robots.txt"]
    site.clock.seconds += 24 * 3600
    site.robots.check(PAGE)
    assert len(site.asked) == 4


def test_a_failing_site_is_asked_again_sooner() -> None:
    site = Site(failing(500))
    assert [site.opens(), site.opens()] == [False, False]
    site.given = b""
    site.clock.seconds += 601
    assert site.opens()
    assert len(site.asked) == 2


def test_pauses_asked_for_are_kept_up_to_a_bound() -> None:
    def pause(rules: str) -> float:
        return Site(f"User-agent: *\n{rules}".encode(), options=FetchOptions(delay_s=2, max_wait_s=60)).robots.check(PAGE)

    rules = ("", "Crawl-delay: 1", "Crawl-delay: 7.5", "Crawl-delay: 86400", "Crawl-delay: -1", "Crawl-delay: nan", "Request-rate: 1/10s")
    assert [pause(rule) for rule in rules] == [2, 2, 7.5, 60, 2, 2, 10]


def test_no_more_than_so_much_is_read() -> None:
    padding = b"#" * (MOST_BYTES - 1) + b"\n"
    assert Site(padding + b"User-agent: *\nDisallow: /").opens()


def test_few_sites_are_remembered() -> None:
    site = Site(b"")
    for number in range(1001):
        site.robots.check(read_target(f"http://{number}.example/"))
    site.robots.check(read_target("http://0.example/"))
    assert len(site.asked) == 1002


def test_few_large_rules_are_remembered() -> None:
    site = Site(b"#" * MOST_BYTES)
    for number in range(9):
        site.robots.check(read_target(f"http://{number}.example/"))
    site.robots.check(read_target("http://8.example/"))
    assert len(site.asked) == 9
    site.robots.check(read_target("http://0.example/"))
    assert len(site.asked) == 10


_WORDS = (
    b"User-agent: *\n",
    b"Disallow: ",
    b"Allow: //[",
    b"*$%2",
    b"Crawl-delay: 1e9\n",
    b"Request-rate: 1/1s 0-9\n",
    b"\xff\n",
    b"http://[x\n",
)


@given(lists(sampled_from(_WORDS) | binary(max_size=20), max_size=8))
def test_any_bytes_are_rules(parts: list[bytes]) -> None:
    assert Site(b"User-agent: *\n" + b"".join(parts)).opens() in (True, False)
