"""Boxes to snapshots: each is opened by what it holds, and what is found inside is opened the same way."""

import gzip
from collections.abc import Callable, Iterator
from io import BufferedReader
from typing import IO, cast
from zipfile import ZipFile

import msgspec

from tawatur.errors import InputError
from tawatur.intake import json_articles, limits, links, warc, zips
from tawatur.intake.box import Box, Options
from tawatur.intake.mhtml import saved_at
from tawatur.intake.sheets import sheets
from tawatur.intake.snapshot import Media, Snapshot
from tawatur.intake.sniff import Found, is_article, sniff
from tawatur.intake.tables import layout, rows

Items = Iterator[Snapshot | InputError]

_NAMED = frozenset((".txt", ".text", ".html", ".htm", ".xhtml", ".jsonl", ".ndjson"))
"""Suffixes of what is taken for a report where it was not asked for, even when nothing in it looks like one."""


def opened(box: Box, options: Options) -> Items:
    """Every snapshot in a box, however deep. Whatever is wrong with it comes out as InputErrors, never as another exception."""
    try:
        found = sniff(box.head, box.label.hint)
        if box.label.is_asked or _may_be_report(box, found, options):
            yield from _SORTS.get(found.sort, _refused)(box, found, options)
        else:
            options.skipped["part"] += 1
    except InputError as error:
        yield error
    except EOFError:
        yield box.fault("is cut short", "fetch it again")
    except (OSError, ValueError, RecursionError) as fault:
        yield box.fault(f"cannot be read ({fault})", "check the file and its permissions")
    except Exception as fault:  # a library that met what its authors did not think of
        yield box.fault(f"could not be opened ({type(fault).__name__}: {fault})", "please report it with the file")


def _may_be_report(box: Box, found: Found, options: Options) -> bool:
    """Whether something found in a folder or an archive may be a report, as far as its beginning shows."""
    if found.sort == "part":
        return False
    if box.label.hint in _NAMED and not box.label.url:
        return True
    if found.sort == "empty":
        return False
    if found.sort in ("object", "lines", "array"):
        return is_article(box.head, options.columns)
    return found.sort not in ("text", "html") or _is_beyond_ascii(box.head)


def _is_beyond_ascii(head: bytes) -> bool:
    """Arabic takes bytes beyond ASCII, in every encoding but UTF-16 and that of character references."""
    return not head.isascii() or b"&#" in head or b"\0" in head


def _single(media: Media, limit: int) -> Callable[[Box, Found, Options], Items]:
    def one(box: Box, found: Found, options: Options) -> Items:
        yield box.snapshot(media, box.content(limit))

    return one


def _text(box: Box, found: Found, options: Options) -> Items:
    is_named = found.sort == "table"
    table = layout(box.head, options.columns, is_named=is_named)
    if table is None:
        yield box.snapshot("text", box.content(limits.ARTICLE))
    else:
        yield from rows(box, table)


def _saved_page(box: Box, found: Found, options: Options) -> Items:
    snapshot = box.snapshot("mhtml", box.content(limits.PAPER))
    yield msgspec.structs.replace(snapshot, seen_at=saved_at(box.head) or snapshot.seen_at)


def _refused(box: Box, found: Found, options: Options) -> Items:
    yield box.fault(found.what or "is no report", found.do or "leave it out")


def _deeper(box: Box) -> None:
    if box.label.depth >= limits.DEPTH:
        raise box.fault(f"is an archive within {limits.DEPTH} others", "unpack it, and add what is inside")


def _gzip(box: Box, found: Found, options: Options) -> Items:
    _deeper(box)
    packed = _Counted(box.stream())
    file = gzip.GzipFile(fileobj=cast(IO[bytes], packed))
    stream = limits.Unpacked(file.read1, lambda: packed.used, box.label.where, box.budget)
    label = msgspec.structs.replace(box.label, depth=box.label.depth + 1)
    yield from opened(Box(label, stream, box.budget), options)


class _Counted:
    """Tells how many bytes were read, of a stream that cannot tell itself."""

    def __init__(self, stream: BufferedReader) -> None:
        self._stream, self.used = stream, 0

    def read(self, count: int = -1, /) -> bytes:
        data = self._stream.read1(count)
        self.used += len(data)
        return data


def _zip(box: Box, found: Found, options: Options) -> Items:
    _deeper(box)
    with box.file() as file:
        archive = zips.opened(box, file)
        if archive is None:
            yield from _inside(zips.cut_short(box, file), options)
        else:
            yield from _unzipped(box, archive, file, options)


def _unzipped(box: Box, archive: ZipFile, file: IO[bytes], options: Options) -> Items:
    kind = zips.kind(archive)
    if isinstance(kind, tuple):
        raise box.fault(*kind)
    if kind == "docx":
        file.seek(0)
        yield box.snapshot("docx", Box(box.label, file).content(limits.PAPER))
    elif kind == "xlsx":
        yield from sheets(box, archive, file, options.columns)
    else:
        yield from _inside(zips.members(box, archive, options, is_wacz=kind == "wacz"), options)


def _warc(box: Box, found: Found, options: Options) -> Items:
    _deeper(box)
    yield from _inside(warc.records(box, options), options)


def _list(box: Box, found: Found, options: Options) -> Items:
    if box.label.url and not box.label.is_asked:
        options.skipped["part"] += 1  # of a crawl, which holds the pages as well
    else:
        yield from _inside(links.followed(box, found.sort, options), options)


def _inside(found: Iterator[Box | Snapshot | InputError], options: Options) -> Items:
    for item in found:
        if isinstance(item, Box):
            yield from opened(item, options)
        else:
            yield item


def _object(box: Box, found: Found, options: Options) -> Items:
    yield json_articles.article(box)


_SORTS: dict[str, Callable[[Box, Found, Options], Items]] = {
    "text": _text,
    "table": _text,
    "empty": _single("text", limits.ARTICLE),
    "html": _single("html", limits.ARTICLE),
    "pdf": _single("pdf", limits.PAPER),
    "mhtml": _saved_page,
    "object": _object,
    "lines": lambda box, found, options: json_articles.lines(box),
    "array": lambda box, found, options: json_articles.array(box),
    "gzip": _gzip,
    "zip": _zip,
    "warc": _warc,
    "feed": _list,
    "sitemap": _list,
    "sitemaps": _list,
}
