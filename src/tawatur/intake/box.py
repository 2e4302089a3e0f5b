"""Bytes on their way in, of whatever kind, with what is known of them; and what is asked of those that open them."""

import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BufferedReader, IOBase, RawIOBase
from typing import IO, Any, Protocol, cast, runtime_checkable

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.columns import Columns
from tawatur.intake.snapshot import Media, Snapshot
from tawatur.model import Record

_STEP = 1024 * 1024


@runtime_checkable
class Fetched(Protocol):
    """What an address gave. `content` is without transfer and content codings; `fetched_at` is UTC to the second."""

    @property
    def final_url(self) -> str: ...
    @property
    def headers(self) -> tuple[tuple[str, str], ...]: ...
    @property
    def content(self) -> bytes: ...
    @property
    def fetched_at(self) -> str: ...


class Web(Protocol):
    def fetch_all(self, urls: Iterable[str], /) -> Iterator[object]:
        """What the addresses hold, in their order: Fetched; an InputError where it is refused or fails; anything else for what has
        not changed since it was asked for before."""


@dataclass(frozen=True)
class Options:
    """How sources are opened. Without a `web`, addresses are refused. `columns` are those that the user names.

    `skipped` counts what gave no report and is no fault: "part" (of a page or a program), "record" (of a web archive, other than a
    response that may hold a report), "unchanged" (since it was fetched before).
    """

    columns: Columns = ()
    web: Web | None = None
    skipped: Counter[str] = field(default_factory=Counter)


class Label(Record, frozen=True):
    """What is known of bytes before they are opened.

    `hint` is the suffix of their name (`.html`), or the one that their declared media type stands for; it decides only what their
    content leaves open. `is_asked`: named by the user, rather than found in a folder or an archive. `depth`: in how many boxes.
    `links`: how many links led to it.
    """

    where: str
    source: str
    hint: str = ""
    url: str | None = None
    seen_at: str | None = None
    headers: tuple[tuple[str, str], ...] = ()
    is_live: bool = False
    is_asked: bool = True
    depth: int = 0
    links: int = 0


class Box:
    """A label and a stream, whose first bytes can be looked at. Read once, by one of `content`, `stream` and `file`.

    A fault of the stream (InputError, OSError) comes up only when all bytes before it were read.
    """

    def __init__(self, label: Label, stream: limits.Readable, budget: limits.Budget | None = None) -> None:
        self.label, self.budget = label, budget or limits.Budget()
        self._raw, self._stream = stream, _Deferring(stream)
        self.head = _read(self._stream, limits.HEAD)

    def content(self, limit: int) -> bytes:
        """All of it. Raises InputError when it is larger than the limit, in bytes."""
        content = self.head + _read(self._stream, limit + 1 - len(self.head))
        if self._stream.fault:
            raise self._stream.fault
        if len(content) > limit:
            raise limits.too_large(self.label.where, limit)
        return content

    def stream(self) -> BufferedReader:
        """What follows is best read with `read1` and `readline`, which give all bytes before a fault."""
        return BufferedReader(_Chained(self.head, self._stream), limits.HEAD)

    @contextmanager
    def file(self) -> Iterator[IO[bytes]]:
        """All of it as a file in which one can go back and forth; a temporary one unless it is one already."""
        if isinstance(self._raw, IOBase) and self._raw.seekable():
            self._raw.seek(0)
            yield cast(IO[bytes], self._raw)
            return
        with tempfile.SpooledTemporaryFile(limits.PAPER) as spool:
            stream = self.stream()
            while data := stream.read(_STEP):
                spool.write(data)
                if spool.tell() > limits.SPOOL:
                    raise limits.too_large(self.label.where, limits.SPOOL)
            spool.seek(0)
            yield cast(IO[bytes], spool)

    def snapshot(self, media: Media, content: bytes, where: str | None = None) -> Snapshot:
        """All of it, or the part of it that `where` names; a part of what lies at an address does not lie there itself."""
        label = self.label
        if where:
            return Snapshot(label.source, where, media, content, seen_at=label.seen_at, is_live=label.is_live)
        return Snapshot(label.source, label.where, media, content, label.url, label.seen_at, label.headers, label.is_live)

    def fault(self, what: str, do: str) -> InputError:
        return InputError(self.label.where, what, do)


class _Deferring:
    """A stream that ends where it breaks, and keeps the fault."""

    def __init__(self, stream: limits.Readable) -> None:
        self._stream = stream
        self.fault: InputError | OSError | None = None

    def read(self, count: int = -1, /) -> bytes:
        try:
            return b"" if self.fault else self._stream.read(count)
        except (InputError, OSError) as fault:
            self.fault = fault
            return b""


class _Chained(RawIOBase):
    def __init__(self, head: bytes, rest: _Deferring) -> None:
        self._head, self._rest = memoryview(head), rest

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        data = self._head[: len(buffer)] if self._head else self._rest.read(len(buffer))
        if not data and self._rest.fault:
            raise self._rest.fault
        self._head = self._head[len(data) :]
        buffer[: len(data)] = data
        return len(data)


def _read(stream: limits.Readable, count: int) -> bytes:
    """So many bytes, or all there are: pipes and unpackers give fewer at a time."""
    parts = []
    while count > 0 and (data := stream.read(count)):
        parts.append(data)
        count -= len(data)
    return b"".join(parts)
