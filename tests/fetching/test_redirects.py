import pytest

from tawatur.errors import InputError
from tawatur.fetching.redirects import next_target
from tawatur.fetching.targets import read_target


def refused(way: list[str], location: str, most: int = 5) -> str:
    with pytest.raises(InputError) as caught:
        next_target([read_target(url) for url in way], location, most)
    return str(caught.value)


def test_a_step() -> None:
    assert next_target([read_target("http://a.example/x")], "https://b.example/", 1).url == "https://b.example/"


def test_circles_are_named() -> None:
    assert "back to http://a.example/2" in refused(["http://a.example/1", "http://a.example/2", "http://a.example/3"], "/2")
    assert "back to http://a.example/1" in refused(["http://a.example/1"], "#again")


def test_too_many_steps() -> None:
    assert "http://a.example/1: redirects more than 1 times" in refused(["http://a.example/1", "http://a.example/2"], "/3", 1)


def test_no_step_down_from_https() -> None:
    assert "down to http://b.example/" in refused(["https://a.example/"], "http://b.example/")


def test_no_step_elsewhere_than_to_the_web() -> None:
    for location in ("", "file:///etc/passwd", "http://user@b.example/", "http://b.example:25/", "http://[", "data:text/html,x"):
        assert refused(["http://a.example/"], location)
