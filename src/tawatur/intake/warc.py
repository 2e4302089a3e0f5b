"""Web archives: the reports among the responses of a WARC (ISO 28500) or ARC file, record by record."""

import logging
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.box import Box, Label, Options
from tawatur.intake.codings import decoded
from tawatur.intake.zips import shown

_HINTS = {
    "text/html": ".html", "application/xhtml+xml": ".html", "text/plain": ".txt", "application/pdf": ".pdf", "application/json": ".json",
}  # fmt: skip
_PARTS = re.compile(r"(?:image|video|audio|font)/|text/css|\S*(?:javascript|ecmascript|json|font)")
_UNNAMED = "urn:sha256:"
"""The address, in archives that `tawatur export` writes, of a file that was on no address."""
_WITH_CONTENT = frozenset(("response", "resource", "conversion"))
_STEP = 64 * limits.KIB

logging.getLogger("warcio").setLevel(logging.CRITICAL)  # its warnings quote the archive as it stands, escapes and all


def records(box: Box, options: Options) -> Iterator[Box | InputError]:
    """The responses with status 200 that may be reports. The others are passed over and counted.

    What a record holds is in memory while it is read, and nothing afterwards. A fault in the archive ends it, and is named.
    """
    archive = _archive(stream := _Measured(box))
    while True:
        try:
            record = stream.next_of(archive)
            if record is None:
                break
            yield from _report(record, box, options)
            stream.pass_over(record, box)
        except InputError as error:
            yield error
            return
        except Exception as fault:  # the library raises bare Exceptions, and on damage whatever its parsing comes upon
            yield box.fault(f"is a damaged web archive ({type(fault).__name__}: {shown(str(fault))})", "fetch it again")
            return
    if archive.err_count:
        yield box.fault(f"has records whose length is not what it says: {archive.err_count}", "check the program that wrote it")


def _archive(stream: "_Measured") -> Any:
    from warcio.archiveiterator import ArchiveIterator

    class Quiet(ArchiveIterator):  # type: ignore[misc]
        INC_RECORD = ""  # the library prints a warning; `err_count` tells the same

    return Quiet(stream, arc2warc=True)


class _Measured:
    """The archive's bytes; between two records no more is read than their headers may take."""

    def __init__(self, box: Box) -> None:
        self._stream, self._where = box.stream(), box.label.where
        self._left: int | None = None

    def read(self, count: int = -1) -> bytes:
        data = self._stream.read1(min(count, _STEP) if count >= 0 else _STEP)
        if self._left is not None:
            self._left -= len(data)
            if self._left < 0:
                raise InputError(self._where, "has a record whose headers do not end", "check the program that wrote it")
        return data

    def next_of(self, archive: Any) -> Any:
        self._left = limits.HEADERS
        record = next(archive, None)
        self._left = None
        return record

    def pass_over(self, record: Any, box: Box) -> None:
        """Goes to the record's end. Raises InputError when the archive ends before."""
        while record.raw_stream.read(_STEP):
            pass
        if getattr(record.raw_stream, "limit", 0) > 0:
            raise box.fault("is cut short in its last record", "fetch it again")


def _report(record: Any, box: Box, options: Options) -> Iterator[Box | InputError]:
    headers = tuple(record.http_headers.headers) if record.http_headers else ()
    url = record.rec_headers.get_header("WARC-Target-URI") or ""
    declared = _declared(record, headers)
    if not _is_wanted(record, url, declared):
        options.skipped["record"] += 1
        return
    where = f"{box.label.where}!{shown(url)}"
    label = Label(
        where, f"{box.label.source}!{shown(url)}", _HINTS.get(declared, ""), None if url.startswith(_UNNAMED) else url, _date(record),
        headers, is_asked=False, depth=box.label.depth + 1,
    )  # fmt: skip
    try:
        content = decoded(record.raw_stream, headers, where)
    except InputError as error:
        yield error
        return
    yield Box(label, BytesIO(content), box.budget)


def _is_wanted(record: Any, url: str, declared: str) -> bool:
    if record.rec_type == "resource" and url.startswith(_UNNAMED):
        return True
    if record.rec_type not in _WITH_CONTENT or not url.lower().startswith(("http://", "https://")) or _PARTS.match(declared):
        return False
    return record.http_headers is None or str(record.http_headers.get_statuscode()) == "200"


def _declared(record: Any, headers: tuple[tuple[str, str], ...]) -> str:
    """The media type, in small letters: the response's own, or the record's where there is no response."""
    stated = next((value for name, value in headers if name.lower() == "content-type"), None) if headers else record.content_type
    return (stated or "").partition(";")[0].strip().lower()


def _date(record: Any) -> str | None:
    """`WARC-Date` to the second."""
    stated = re.match(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d", record.rec_headers.get_header("WARC-Date") or "")
    return stated.group() + "Z" if stated else None
