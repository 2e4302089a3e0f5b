import gzip
import json

import pytest

from tawatur.export.cdxj import index, surt
from tawatur.export.warc import Written


@pytest.mark.parametrize(
    ("uri", "key"),
    [
        ("https://www.Example.org/News/A?b=2&a=1#f", "org,example)/news/a?a=1&b=2"),
        ("http://news.example.com:8080/x/", "com,example,news:8080)/x"),
        ("https://example.com", "com,example)/"),
        ("https://example.com:443/خبر", "com,example)/%d8%ae%d8%a8%d8%b1"),
        ("http://موقع.مصر/a", "xn--wgbh1c,xn--4gbrim)/a"),
        ("urn:sha256:00ff", "urn:sha256:00ff"),
        ("https://[broken/a b", "https://[broken/a%20b"),
        ("https://example.com:99999/", "https://example.com:99999/"),
    ],
)
def test_addresses_as_indexes_sort_them(uri: str, key: str) -> None:
    assert surt(uri) == key


def test_a_long_index_is_cut_into_blocks_in_order() -> None:
    records = [
        Written(f"https://example.org/{number:05}", "2020-03-14T10:00:00Z", "text/html", "200", "ab", 0, 1) for number in range(7000)
    ]
    packed, blocks = index(reversed(records))
    _, *places = blocks.decode().splitlines()
    assert [place.split()[0] for place in places] == [f"org,example)/{number:05}" for number in (0, 3000, 6000)]
    lines = [line for place in places for line in _lines(packed, json.loads(place.split(" ", 2)[2]))]
    assert [line.split()[0] for line in lines] == [f"org,example)/{number:05}" for number in range(7000)]


def _lines(packed: bytes, where: dict[str, int]) -> list[str]:
    return gzip.decompress(packed[where["offset"] : where["offset"] + where["length"]]).decode().splitlines()
