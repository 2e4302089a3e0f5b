"""The index of a web archive: CDXJ lines in order, in compressed blocks, and the index of the blocks.

A line is the address in sort-friendly form (SURT: the host's labels from the last to the first), the 14 digits of the moment, and JSON.
Readers of WACZ look for this form in `indexes/index.cdx.gz`, with `indexes/index.idx`.
"""

import hashlib
import re
import zlib
from collections.abc import Iterable
from typing import Any
from urllib.parse import SplitResult, quote, urlsplit

import msgspec

from tawatur.export.warc import NAME, Written

INDEX, BLOCKS = "index.cdx.gz", "index.idx"
_BLOCK = 3000
_DEFAULT_PORTS = {"http": 80, "https": 443}


def index(records: Iterable[Written]) -> tuple[bytes, bytes]:
    """The index and the index of its blocks."""
    lines = sorted(_line(record) for record in records)
    packed, blocks = bytearray(), [b'!meta 0 {"format": "cdxj-gzip-1.0", "filename": "' + INDEX.encode() + b'"}\n']
    for start in range(0, len(lines), _BLOCK):
        block = _gzip(b"".join(lines[start : start + _BLOCK]))
        where = {"offset": len(packed), "length": len(block), "digest": f"sha256:{hashlib.sha256(block).hexdigest()}"}
        blocks.append(b" ".join([*lines[start].split(b" ", 2)[:2], _json(where)]) + b"\n")
        packed += block
    return bytes(packed), b"".join(blocks)


def surt(uri: str) -> str:
    """An address in the form in which indexes are sorted: `https://www.example.org/News?b&a` is `org,example)/news?a&b`."""
    try:
        parts = urlsplit(uri)
        host = _host(parts)
    except ValueError:
        return quote(uri, safe=_SAFE)
    if not host:
        return quote(uri, safe=_SAFE)
    path = parts.path.rstrip("/") or "/"
    query = "?" + "&".join(sorted(parts.query.split("&"))) if parts.query else ""
    return quote(f"{host}){path}{query}".lower(), safe=_SAFE).lower()


_SAFE = "!#$%&'()*+,/:;=?@[]~"


def _host(parts: SplitResult) -> str | None:
    """The labels of the host, last first. Raises ValueError for a host or port that cannot be."""
    if parts.scheme.lower() not in _DEFAULT_PORTS or not parts.hostname:
        return None
    name = re.sub(r"^www\d*\.", "", parts.hostname.rstrip("."))
    labels = (name if name.isascii() else name.encode("idna").decode("ascii")).split(".")
    port = f":{parts.port}" if parts.port not in (None, _DEFAULT_PORTS[parts.scheme.lower()]) else ""
    return ",".join(reversed(labels)) + port


def _line(record: Written) -> bytes:
    fields: dict[str, Any] = {"url": record.uri, "mime": record.mime, "status": record.status, "digest": f"sha256:{record.sha256}"}
    fields |= {"length": str(record.length), "offset": str(record.offset), "filename": NAME}
    moment = re.sub(r"\D", "", record.seen_at)
    known = _json({name: value for name, value in fields.items() if value is not None})
    return b" ".join([surt(record.uri).encode(), moment.encode(), known]) + b"\n"


def _json(value: dict[str, Any]) -> bytes:
    return msgspec.json.encode(value)


def _gzip(data: bytes) -> bytes:
    """One gzip member, that bears no time."""
    packer = zlib.compressobj(9, zlib.DEFLATED, 16 + zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()
