from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis.strategies import text

from tawatur.errors import InputError
from tawatur.fetching.targets import Target, join_target, read_target

BASE = Target("https", "news.example", 443, "/a/b?c")


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("http://News.Example", "http://news.example/"),
        (" https://news.example:443/a/../b?q=1#part ", "https://news.example/b?q=1"),
        ("http://news.example:8080/", "http://news.example:8080/"),
        ("http://news.example./", "http://news.example/"),
        ("http://news.example/خبر عاجل?ص=ي", "http://news.example/%D8%AE%D8%A8%D8%B1%20%D8%B9%D8%A7%D8%AC%D9%84?%D8%B5=%D9%8A"),
        ("http://news.example/%d8%ae?a=%20", "http://news.example/%D8%AE?a=%20"),
        ("http://موقع.مصر/", "http://xn--4gbrim.xn--wgbh1c/"),
        ("http://0x7f.1/", "http://127.0.0.1/"),
        ("http://127.1/", "http://127.0.0.1/"),
        ("http://2130706433/", "http://127.0.0.1/"),
        ("http://0177.0.0.1/", "http://127.0.0.1/"),
        ("http://[0:0::0:1]/", "http://[::1]/"),
        ("http://archive.example/2020/http://news.example//a", "http://archive.example/2020/http://news.example//a"),
        ("http://[::1]:8080/", "http://[::1]:8080/"),
        ("http://news.example?q", "http://news.example/?q"),
    ],
)
def test_addresses_are_read_into_one_spelling(url: str, read: str) -> None:
    target = read_target(url)
    assert target.url == read
    assert read_target(target.url) == target


@pytest.mark.parametrize(
    "url",
    [
        "", "news.example/a", "//news.example/", "file:///etc/passwd", "ftp://news.example/", "gopher://a/", "javascript:alert(1)", "http:///a",
        "http://user@news.example/", "http://user:word@news.example/", "http://news.example@127.0.0.1/",
        "http://news.example:22/", "http://news.example:0/", "http://news.example:6667/", "http://news.example:99999/", "http://a:b:80/",
        "http://[fe80::1%25eth0]/", "http://[::1", "http://1.2.3.4.5/", "http://256.1.1.1/", "http://news.0x/", "http://a..b/",
        "http://①②⑦.0.0.1/", "http://１２７.0.0.1/", "http://127。0。0。1/",
            "http://a%20b/", "http://a%2fb/",
        "http://a b/", "http://news.example/\r\nHost: x", "http://news.example/\x00", "http://" + "a" * 64 + ".example/",
        "http://" + "a." * 130 + "example/", "http://news.example/" + "a" * 9000, "http://news.example\\@127.0.0.1/",
    ],
)  # fmt: skip
def test_what_is_no_address_for_the_web_is_refused(url: str) -> None:
    with pytest.raises(InputError):
        read_target(url)


def test_a_refusal_does_not_tell_the_password() -> None:
    with pytest.raises(InputError) as caught:
        read_target("http://user:word@news.example/")
    assert "word" not in str(caught.value).replace("password", "")


@pytest.mark.parametrize(
    ("location", "url"),
    [
        ("c", "https://news.example/a/c"),
        ("?d", "https://news.example/a/b?d"),
        ("//other.example/x", "https://other.example/x"),
        ("/خبر".encode().decode("latin-1"), "https://news.example/%D8%AE%D8%A8%D8%B1"),
        ("/خبر".encode("windows-1256").decode("latin-1"), "https://news.example/%CE%C8%D1"),
        ("http://موقع.مصر/".encode().decode("latin-1"), "http://xn--4gbrim.xn--wgbh1c/"),
    ],
)
def test_where_a_redirect_leads(location: str, url: str) -> None:
    assert join_target(BASE, location).url == url


@given(text())
def test_any_text_is_an_address_or_refused(words: str) -> None:
    for url in (words, f"http://{words}/", f"http://news.example/{words}"):
        with suppress(InputError):
            target = read_target(url)
            assert target.url.isascii()
            assert not set(target.url) & set(" \r\n\t")
            assert read_target(target.url) == target


@given(text())
def test_any_redirect_leads_somewhere_or_is_refused(location: str) -> None:
    with suppress(InputError):
        assert join_target(BASE, location).url.startswith(("http://", "https://"))
