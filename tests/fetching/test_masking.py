import pytest
from hypothesis import given
from hypothesis.strategies import text

from tawatur.fetching.masking import kept_headers, masked, shown


@pytest.mark.parametrize(
    ("url", "shows"),
    [
        ("http://a.example/p?id=12&page=2", "http://a.example/p?id=12&page=2"),
        ("http://a.example/p?token=abc&id=1", "http://a.example/p?token=…&id=1"),
        ("http://a.example/p?access_token=abc;x=1#y", "http://a.example/p?access_token=…;x=1#y"),
        ("http://a.example/?apiKey=a&X-Amz-Signature=b&key=c&PASSWORD=d", "http://a.example/?apiKey=…&X-Amz-Signature=…&key=…&PASSWORD=…"),
        ("http://a.example/?x=9f86d081884c7d659a2feaa0c55ad015a3bf4f1b", "http://a.example/?x=…"),
        ("http://a.example/?keyword=غزة&monkey=1", "http://a.example/?keyword=غزة&monkey=1"),
        ("http://a.example/#access_token=abc&x=1", "http://a.example/#access_token=…&x=1"),
        ("http://a.example/%D8%AE%D8%A8%D8%B1%20%CE?%D8%B5=1", "http://a.example/خبر%20%CE?ص=1"),
        ("http://a.example/%E2%80%AEx", "http://a.example/\ufffdx"),
        ("http://user:word@a.example/", "http://…@a.example/"),
        ("http://a.example/\x1b[2J\n", "http://a.example/\ufffd[2J\ufffd"),
    ],
)
def test_addresses_are_shown_without_secrets(url: str, shows: str) -> None:
    assert masked(url) == shows


@given(text())
def test_messages_are_one_printable_line(words: str) -> None:
    assert masked(words).isprintable()
    assert len(shown(words * 50)) <= 300


def test_endless_addresses_are_cut_before_they_are_read() -> None:
    assert masked("http://a.example/?" + "a" * 10_000_000).endswith("a…")
    assert "s3cr3t" not in masked("http://a.example/?token=" + "s3cr3t" * 1000)


def test_headers_with_secrets_are_dropped() -> None:
    headers = (
        ("Date", "now"), ("set-cookie", "a=b"), ("Authorization", "x"), ("Proxy-Authenticate", "x"), ("X-CSRF-Token", "x"),
        ("X-Author", "a\r\n  b"), ("ETag", "e"),
    )  # fmt: skip
    assert kept_headers(headers) == (("Date", "now"), ("X-Author", "a b"), ("ETag", "e"))
