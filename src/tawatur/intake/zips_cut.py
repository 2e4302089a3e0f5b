"""Members of a zip archive that lost its end, found by the headers before each (PKWARE APPNOTE 4.3.7)."""

import struct
import zlib
from collections.abc import Iterator
from typing import IO

from tawatur.intake.limits import FREE, RATIO, Readable

_HEADER = struct.Struct("<4s5H3L2H")
_SIGNATURE, _DESCRIPTOR = b"PK\x03\x04", b"PK\x07\x08"
_ENCRYPTED, _SIZED_BEHIND, _UTF8 = 1, 8, 0x800
_STORED, _DEFLATED = 0, 8
_ZIP64 = 0xFFFFFFFF
_STEP = 64 * 1024


def rescued(file: IO[bytes]) -> Iterator[tuple[str, Readable]]:
    """Name and stream of every member up to the cut, in order.

    A member whose bytes end before it does raises EOFError when it is read. What comes after a member that cannot be delimited
    (encrypted, stored without its size, packed by a rare method) is not found.
    """
    file.seek(0)
    while (header := file.read(_HEADER.size)).startswith(_SIGNATURE) and len(header) == _HEADER.size:
        _, _, flags, method, _, _, _, packed, _, name_size, extra_size = _HEADER.unpack(header)
        name = file.read(name_size).decode("utf-8" if flags & _UTF8 else "cp437", errors="replace")
        file.seek(extra_size, 1)
        start = file.tell()
        is_sized = not flags & _SIZED_BEHIND and packed != _ZIP64
        if flags & _ENCRYPTED or method not in (_STORED, _DEFLATED) or (method == _STORED and not is_sized):
            return
        member = _Stored(file, packed) if method == _STORED else _Deflated(file)
        if not name.endswith("/"):
            yield name, member
        if not member.skip():
            return
        file.seek(start + member.used)
        _pass_descriptor(file, flags)


def _pass_descriptor(file: IO[bytes], flags: int) -> None:
    """Sizes that stand behind a member: 12 bytes, 20 in ZIP64, most often with a signature before them."""
    if not flags & _SIZED_BEHIND:
        return
    start = file.tell()
    ahead = file.read(28)
    at = ahead.find(b"PK", 4 if ahead.startswith(_DESCRIPTOR) else 0)
    file.seek(start + (at if at >= 0 else len(ahead)))


class _Stored:
    def __init__(self, file: IO[bytes], size: int) -> None:
        self._file, self._left, self.used = file, size, 0

    def read(self, count: int = -1) -> bytes:
        data = self._file.read(min(self._left, count if count >= 0 else _STEP))
        if self._left and count and not data:
            raise EOFError
        self._left -= len(data)
        self.used += len(data)
        return data

    def skip(self) -> bool:
        """Goes to the end; False when the file ends before."""
        try:
            while self.read(_STEP):
                pass
        except EOFError:
            return False
        return True


class _Deflated:
    """Unpacks no more at a time than was asked for."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file, self._inflate, self._waiting, self.used = file, zlib.decompressobj(-zlib.MAX_WBITS), b"", 0

    def read(self, count: int = -1) -> bytes:
        data = b""
        while not data and not self._inflate.eof:
            if not self._waiting:
                self._waiting = self._file.read(_STEP)
                if not self._waiting:
                    raise EOFError
            before = len(self._waiting)
            data = self._inflate.decompress(self._waiting, count if count > 0 else _STEP)
            self._waiting = self._inflate.unconsumed_tail
            self.used += before - len(self._waiting) - len(self._inflate.unused_data)
        return data

    def skip(self) -> bool:
        """Goes to the end; False when the file ends before, or what it holds is damaged or a bomb."""
        size = 0
        try:
            while not self._inflate.eof and (size <= FREE or size <= RATIO * self.used):
                size += len(self.read(_STEP))
        except (EOFError, zlib.error):
            return False
        return self._inflate.eof
