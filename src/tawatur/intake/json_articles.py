"""Articles in JSON: one object, an array of them (RFC 8259), or one a line (JSON Lines)."""

import codecs
import json
import re
from collections.abc import Iterator
from typing import IO

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.box import Box
from tawatur.intake.snapshot import Snapshot
from tawatur.intake.sniff import wide

_BOM = b"\xef\xbb\xbf"
_BETWEEN = re.compile(r"\s*,?\s*")


def article(box: Box) -> Snapshot:
    """The one article, byte for byte but for white space around it. Raises InputError when it is too large."""
    return box.snapshot("article", _utf8(box, box.content(limits.ARTICLE)).removeprefix(_BOM).strip())


def lines(box: Box) -> Iterator[Snapshot | InputError]:
    """An article for every line; a line beyond the limit is named and passed over."""
    stream, number = _lines_of(box), 0
    while line := stream.readline(limits.ARTICLE + 1):
        number += 1
        where = f"{box.label.where}:{number}"
        if len(line) > limits.ARTICLE:
            while line and not line.endswith(b"\n"):
                line = stream.readline(limits.ARTICLE)
            yield limits.too_large(where, limits.ARTICLE)
        elif content := line.removeprefix(_BOM if number == 1 else b"").strip():
            yield box.snapshot("article", content, where)
    if number == 0:
        yield box.fault("is empty", "leave it out")


def array(box: Box) -> Iterator[Snapshot | InputError]:
    """An article for every item, held one at a time."""
    text = _Text(box)
    text.skip(re.compile(r"\ufeff?\s*\["))
    number = 0
    while (following := text.following()) != "]":
        number += 1
        where = f"{box.label.where}:{number}"
        if not following:
            yield InputError(where, "broken JSON (the array is cut short)", "fetch it again, or write one array of articles")
            return
        try:
            yield box.snapshot("article", text.item(where).encode(), where)
        except (ValueError, RecursionError) as fault:
            yield InputError(where, f"broken JSON ({fault})", "write one array of articles")
            return
        text.skip(_BETWEEN)


class _Text:
    """A window on the characters of a stream, wide enough for one item."""

    _json = json.JSONDecoder()

    def __init__(self, box: Box) -> None:
        # Bytes that are no UTF-8 are kept as surrogates, and are a fault of the item that they stand in.
        self._stream, self._decoder = box.stream(), codecs.getincrementaldecoder(wide(box.head) or "utf-8")("surrogateescape")
        self._window, self._is_over = "", False

    def following(self) -> str:
        """The next character that is no white space; empty at the end."""
        while not self._window.strip() and not self._is_over:
            self._more(limits.HEAD)
        self._window = self._window.lstrip()
        return self._window[:1]

    def skip(self, pattern: re.Pattern[str]) -> None:
        self.following()
        match = pattern.match(self._window)
        self._window = self._window[match.end() :] if match else self._window

    def item(self, where: str) -> str:
        """The next value as it is written. Raises ValueError (InputError when it is too large) where there is none."""
        while True:
            try:
                _, end = self._json.raw_decode(self._window)
                if end < len(self._window) or self._is_over:
                    item, self._window = self._window[:end], self._window[end:]
                    return item
            except json.JSONDecodeError:
                if self._is_over:
                    raise
            if len(self._window) > limits.ARTICLE:
                raise limits.too_large(where, limits.ARTICLE)
            self._more(max(len(self._window), limits.HEAD))

    def _more(self, count: int) -> None:
        data = self._stream.read1(count)
        self._window += self._decoder.decode(data, final=not data)
        self._is_over = not data


def _utf8(box: Box, content: bytes) -> bytes:
    encoding = wide(box.head)
    return content.decode(encoding).encode() if encoding else content


def _lines_of(box: Box) -> IO[bytes]:
    encoding = wide(box.head)
    return codecs.EncodedFile(box.stream(), "utf-8", encoding) if encoding else box.stream()
