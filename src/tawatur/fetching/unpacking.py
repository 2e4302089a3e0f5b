"""Content codings (RFC 9110, section 8.4.1) undone in steps, so that no more is unpacked than is allowed."""

import zlib
from collections.abc import Iterable
from typing import Protocol

from tawatur.fetching.faults import LATER, FetchError
from tawatur.fetching.masking import shown

ACCEPTED = "gzip, deflate"
_GZIP_OR_ZLIB, _RAW_DEFLATE = 47, -15


def too_large(where: str, max_bytes: int) -> FetchError:
    return FetchError(where, f"is larger than {max_bytes:,} bytes", "leave it out, or fetch it by other means")


class Unpacker(Protocol):
    def feed(self, data: bytes) -> None: ...

    def result(self) -> bytes: ...


def unpacker(coding: str, where: str, max_bytes: int) -> Unpacker:
    """What undoes a Content-Encoding. Raises FetchError for one that was not asked for; what it gives raises it beyond `max_bytes`."""
    match coding.strip().lower():
        case "" | "identity":
            return _Plain(where, max_bytes)
        case "gzip" | "x-gzip" | "deflate":
            return _Packed(where, max_bytes)
    raise FetchError(where, f"is packed as {shown(coding)}, which was not asked for", "fetch it by other means")


def unpacked(coding: str, parts: Iterable[bytes], where: str, max_bytes: int) -> bytes:
    """The whole content, undone. Raises FetchError if it is too large, damaged or cut short."""
    unpacking = unpacker(coding, where, max_bytes)
    for part in parts:
        unpacking.feed(part)
    return unpacking.result()


class _Plain:
    def __init__(self, where: str, max_bytes: int) -> None:
        self._where, self._max_bytes = where, max_bytes
        self._content = bytearray()

    def feed(self, data: bytes) -> None:
        self._content += data
        if len(self._content) > self._max_bytes:
            raise too_large(self._where, self._max_bytes)

    def result(self) -> bytes:
        return bytes(self._content)


class _Packed(_Plain):
    """gzip in one or more members, or deflate with the zlib frame of the standard or without, as some servers send it."""

    def __init__(self, where: str, max_bytes: int) -> None:
        super().__init__(where, max_bytes)
        self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
        self._has_begun = False

    def feed(self, data: bytes) -> None:
        try:
            self._unpack(data)
        except zlib.error:
            raise FetchError(self._where, "is damaged (its packing cannot be undone)", LATER, may_pass=True) from None

    def _unpack(self, data: bytes) -> None:
        while data:
            if self._stream.eof:
                if not data.startswith(b"\x1f"):
                    return  # padding, or what nobody can unpack, after the end
                self._stream = zlib.decompressobj(_GZIP_OR_ZLIB)
            super().feed(self._step(data))
            data = self._stream.unused_data if self._stream.eof else self._stream.unconsumed_tail

    def _step(self, data: bytes) -> bytes:
        most = self._max_bytes - len(self._content) + 1
        is_first, self._has_begun = not self._has_begun, True
        try:
            return self._stream.decompress(data, most)
        except zlib.error:
            if not is_first:
                raise
        self._stream = zlib.decompressobj(_RAW_DEFLATE)
        return self._stream.decompress(data, most)

    def result(self) -> bytes:
        if self._has_begun and not self._stream.eof:
            raise FetchError(self._where, "is cut short", LATER, may_pass=True)
        return super().result()
