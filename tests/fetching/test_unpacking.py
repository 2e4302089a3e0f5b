import gzip
import zlib
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis.strategies import binary, integers, sampled_from

from tawatur.errors import InputError
from tawatur.fetching.unpacking import unpacked


def _gzip(content: bytes) -> bytes:
    return gzip.compress(content, mtime=0)  # the same in every run, for the names of tests


def _raw(content: bytes) -> bytes:
    packer = zlib.compressobj(wbits=-15)
    return packer.compress(content) + packer.flush()


def _members(content: bytes) -> bytes:
    return _gzip(content[:3]) + _gzip(content[3:])


_PACKED = (("gzip", _gzip), ("X-GZIP ", _members), ("deflate", zlib.compress), ("deflate", _raw), ("", bytes), ("identity", bytes))


@given(binary(max_size=2000), integers(1, 50), sampled_from(_PACKED))
def test_every_coding_is_undone_in_parts_of_any_size(content: bytes, step: int, packed: tuple[str, type[bytes]]) -> None:
    coding, pack = packed
    sent = pack(content)
    parts = [sent[start : start + step] for start in range(0, len(sent), step)]
    assert unpacked(coding, parts, "here", len(content)) == content


@pytest.mark.parametrize("coding", ["gzip", "deflate"])
def test_a_bomb_is_stopped_before_it_is_unpacked(coding: str) -> None:
    pack = _gzip if coding == "gzip" else zlib.compress
    with pytest.raises(InputError, match="larger than 1,000 bytes"):
        unpacked(coding, [pack(bytes(50_000_000))], "here", 1000)


@pytest.mark.parametrize(
    ("coding", "sent", "what"),
    [
        ("gzip", _gzip(b"x" * 100)[:-9], "cut short"),
        ("gzip", b"no gzip at all", "damaged"),
        ("gzip", _gzip(b"x" * 1000)[:-8] + bytes(8), "damaged"),
        ("br", b"x", "packed as br"),
        ("gzip, gzip", b"x", "packed as gzip, gzip"),
        ("", b"x" * 1001, "larger"),
    ],
)
def test_what_cannot_be_undone(coding: str, sent: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what):
        unpacked(coding, [sent], "here", 1000)


def test_what_follows_the_end_is_left() -> None:
    assert unpacked("gzip", [_gzip(b"text") + b"\0\0\0"], "here", 100) == b"text"
    assert unpacked("gzip", [], "here", 100) == b""


@given(binary(max_size=300))
def test_any_bytes_are_content_or_a_fault(sent: bytes) -> None:
    for coding in ("gzip", "deflate"):
        with suppress(InputError):
            assert len(unpacked(coding, [sent], "here", 5000)) <= 5000
