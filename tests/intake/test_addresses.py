import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.intake.addresses import comparable


@pytest.mark.parametrize(
    "url",
    [
        "https://example.org/خبر/12?a=1&b=2",
        "http://www.example.org/خبر/12/?b=2&a=1",
        "HTTPS://EXAMPLE.org:443/%D8%AE%D8%A8%D8%B1/12?a=1&b=2&utm_source=feed&fbclid=xyz#comments",
        "https://example.org./%d8%ae%d8%a8%d8%b1/12?a=1&b=2",
    ],
)
def test_spellings_of_one_address(url: str) -> None:
    assert comparable(url) == "example.org/%D8%AE%D8%A8%D8%B1/12?a=1&b=2"


def test_addresses_that_differ() -> None:
    paths = ["example.org/a", "example.org/A", "example.org/a?id=1", "example.org/a?id=2", "example.org/?id=1", "example.org/a?cid=1"]
    urls = [f"https://{path}" for path in [*paths, "example.org:8080/a", "news.example.org/a"]]
    assert len({comparable(url) for url in urls}) == len(urls)


@pytest.mark.parametrize(
    "url",
    [None, "", "https://example.org", "https://example.org/", "ftp://example.org/a", "javascript:alert(1)", "/a", "a.html", "http:///a",
     "https://[::1/a", "https://example.org:port/a", "https://example.org/%ff", "https://example.org/\ud800", "https://x/" + "a" * 5000],
)  # fmt: skip
def test_what_is_no_address_of_a_report(url: str | None) -> None:
    assert comparable(url) is None


def test_names_in_arabic() -> None:
    assert comparable("https://موقع.شبكة/خبر") == comparable("https://xn--4gbrim.xn--ngbc5azd/%D8%AE%D8%A8%D8%B1")


@given(st.text(max_size=60))
def test_anything_at_all(text: str) -> None:
    for url in (text, "https://" + text, "https://example.org/" + text):
        found = comparable(url)
        assert found is None or comparable("https://" + found) == found
