"""The body of a response as it was sent: without its transfer and content codings (RFC 9112 7.1, RFC 9110 8.4.1), under limits."""

import zlib
from collections.abc import Iterable, Iterator
from itertools import chain

from tawatur.errors import InputError
from tawatur.intake.limits import PAPER, Readable, too_large

_STEP = 64 * 1024
_PLAIN = frozenset(("", "identity", "none", "utf-8"))
"""Names that stand for no coding; servers also put a charset there."""


def decoded(stream: Readable, headers: Iterable[tuple[str, str]], where: str) -> bytes:
    """The whole body. Raises InputError for one that is too large, damaged, cut short or coded in a way that is not read."""
    from warcio.bufferedreaders import ChunkedDataReader

    said = {name.lower(): value.lower().strip() for name, value in headers}
    if "chunked" in said.get("transfer-encoding", ""):
        stream = ChunkedDataReader(stream)
    parts: Iterator[bytes] = iter(lambda: stream.read(_STEP), b"")
    for coding in reversed(said.get("content-encoding", "").split(",")):
        parts = _without(coding.strip(), parts, where)
    return _joined(parts, where)


def _joined(parts: Iterator[bytes], where: str) -> bytes:
    content, size = [], 0
    for part in parts:
        content.append(part)
        size += len(part)
        if size > PAPER:
            raise too_large(where, PAPER)
    return b"".join(content)


def _without(coding: str, parts: Iterator[bytes], where: str) -> Iterator[bytes]:
    if coding in _PLAIN:
        return parts
    first = next(parts, b"")
    whole = chain((first,), parts) if first else iter(())
    # Crawlers may have undone a coding and left its name.
    if coding in ("gzip", "x-gzip"):
        return _inflated(whole, 16 + zlib.MAX_WBITS, where) if first.startswith(b"\x1f\x8b") else whole
    if coding == "deflate":
        window = zlib.MAX_WBITS if _has_zlib_header(first) else -zlib.MAX_WBITS
        return _inflated(whole, window, where)
    if coding == "br":
        return whole if first.lstrip().startswith(b"<") else _unbrotlied(whole, where)
    raise InputError(where, f"is coded in a way that is not read ({coding[:20]!r})", "fetch the page again")


def _has_zlib_header(data: bytes) -> bool:
    return len(data) > 1 and data[0] & 15 == 8 and int.from_bytes(data[:2], "big") % 31 == 0


def _inflated(parts: Iterator[bytes], window: int, where: str) -> Iterator[bytes]:
    inflate = zlib.decompressobj(window)
    try:
        for part in parts:
            while part and not inflate.eof:
                yield inflate.decompress(part, _STEP)
                part = inflate.unconsumed_tail
    except zlib.error as fault:
        raise InputError(where, f"is damaged ({fault})", "fetch it again") from fault
    if not inflate.eof:
        raise InputError(where, "is cut short", "fetch it again")


def _unbrotlied(parts: Iterator[bytes], where: str) -> Iterator[bytes]:
    import brotli

    inflate = brotli.Decompressor()
    try:
        for part in parts:
            yield inflate.process(part, output_buffer_limit=_STEP)
            while not inflate.is_finished() and not inflate.can_accept_more_data():
                yield inflate.process(b"", output_buffer_limit=_STEP)
        yield inflate.process(b"") if not inflate.is_finished() else b""
    except brotli.error as fault:
        raise InputError(where, "is damaged", "fetch it again") from fault
    if not inflate.is_finished():
        raise InputError(where, "is cut short", "fetch it again")
