import gzip
import io
import zlib

import brotli
import pytest

from tawatur.errors import InputError
from tawatur.intake import codings
from tawatur.intake.codings import decoded

BODY = bytes(range(256)) * 2000
RAW = zlib.compressobj(wbits=-15)
RAW_DEFLATED = RAW.compress(BODY) + RAW.flush()


@pytest.mark.parametrize(
    ("coding", "body"),
    [
        ("", BODY), ("identity", BODY), ("gzip", gzip.compress(BODY)), ("x-gzip", gzip.compress(BODY)), ("deflate", zlib.compress(BODY)),
        ("deflate", RAW_DEFLATED), ("br", brotli.compress(BODY)), ("deflate, gzip", gzip.compress(zlib.compress(BODY))), ("GZIP", BODY),
    ],
)  # fmt: skip
def test_every_coding_is_undone(coding: str, body: bytes) -> None:
    assert decoded(io.BytesIO(body), [("Content-Encoding", coding)], "a") == BODY


def test_a_page_whose_coding_a_crawler_has_undone() -> None:
    assert decoded(io.BytesIO(b"<html>"), [("content-encoding", "br")], "a") == b"<html>"


def test_chunks_are_joined() -> None:
    packed = gzip.compress(b"abc" * 100)
    body = b"".join(f"{len(part):x}\r\n".encode() + part + b"\r\n" for part in (packed[:9], packed[9:])) + b"0\r\n\r\n"
    assert decoded(io.BytesIO(body), [("Transfer-Encoding", "chunked"), ("Content-Encoding", "gzip")], "a") == b"abc" * 100


@pytest.mark.parametrize(
    ("coding", "body", "what"),
    [
        ("gzip", gzip.compress(BODY)[:-500], "cut short"), ("br", brotli.compress(BODY)[:-50], "cut short"),
        ("br", b"\xff" * 50, "damaged"), ("deflate", b"\x78\x9c" + b"\xff" * 50, "damaged"), ("zstd", b"x", "not read"),
    ],
)  # fmt: skip
def test_faults_are_named(coding: str, body: bytes, what: str) -> None:
    with pytest.raises(InputError, match=what):
        decoded(io.BytesIO(body), [("Content-Encoding", coding)], "a")


@pytest.mark.parametrize(("coding", "pack"), [("gzip", gzip.compress), ("br", brotli.compress), ("", bytes)])
def test_a_bomb_stops_at_the_limit(coding: str, pack, monkeypatch: pytest.MonkeyPatch) -> None:  # type: ignore[no-untyped-def]
    monkeypatch.setattr(codings, "PAPER", 1_000_000)
    with pytest.raises(InputError, match="is larger than"):
        decoded(io.BytesIO(pack(bytes(20_000_000))), [("Content-Encoding", coding)], "a")
