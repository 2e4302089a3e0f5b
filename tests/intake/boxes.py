"""What the tests of intake share: reports in our own words, and what comes out of bytes."""

import gzip
import io
import zipfile
from collections.abc import Iterable

from tawatur.errors import InputError
from tawatur.intake.box import Box, Label, Options
from tawatur.intake.opening import opened
from tawatur.intake.snapshot import Snapshot

REPORT = "أعلنت وزارة الصحة مقتل ثلاثة أشخاص في انفجار وقع مساء السبت وسط المدينة"
PAGE = f"<!doctype html><html><head><meta charset=utf-8><title>انفجار</title></head><body><p>{REPORT}</p></body></html>".encode()


def box(content: bytes, name: str = "box", hint: str = "", *, is_asked: bool = True) -> Box:
    return Box(Label(name, name, hint, is_asked=is_asked), io.BytesIO(content))


def inside(content: bytes, hint: str = "", options: Options | None = None) -> tuple[list[Snapshot], list[InputError]]:
    """The snapshots and the faults of what the user named "box"."""
    found = list(opened(box(content, hint=hint), options or Options()))
    return [item for item in found if isinstance(item, Snapshot)], [item for item in found if isinstance(item, InputError)]


def zipped(members: Iterable[tuple[str, bytes]], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", method) as archive:
        for name, content in members:
            archive.writestr(zipfile.ZipInfo(name, (2020, 3, 14, 9, 30, 0)), content, method)
    return file.getvalue()


def record(url: str, body: bytes, headers: str = "Content-Type: text/html", *, kind: str = "response", status: str = "200 OK") -> bytes:
    """One record of a web archive, uncompressed."""
    payload = f"HTTP/1.1 {status}\r\n{headers}\r\n\r\n".encode() + body
    head = (
        f"WARC/1.0\r\nWARC-Type: {kind}\r\nWARC-Target-URI: {url}\r\nWARC-Date: 2020-03-14T09:30:00.123Z\r\n"
        f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(payload)}\r\n\r\n"
    )
    return head.encode() + payload + b"\r\n\r\n"


def packed(*records: bytes) -> bytes:
    """Each record compressed by itself, as `.warc.gz` has it."""
    return b"".join(map(gzip.compress, records))
