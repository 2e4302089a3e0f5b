"""Captures as records of a web archive (WARC 1.1, ISO 28500:2017), the same bytes for the same captures.

What was fetched from an address, with the headers of the response, is a `response`; what has an address but no headers, and what has none,
is a `resource`. The latter's URI is `urn:sha256:` and the hash. A body is given as the ledger keeps it: without the codings in which it
travelled. Headers that would be untrue of it are kept under names that begin with `X-Tawatur-`.
"""

import re
import uuid
from collections.abc import Iterator
from io import BytesIO
from typing import IO, Any
from urllib.parse import quote

from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from tawatur import __version__
from tawatur.intake.snapshot import Media
from tawatur.model import Record

NAME = "data.warc.gz"
TYPES: dict[Media, str] = {
    "text": "text/plain",
    "html": "text/html",
    "mhtml": "multipart/related",
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "article": "application/json",
}
UNNAMED = "urn:sha256:"
_TOKEN = re.compile(r"[!#$%&'*+.^_`|~0-9A-Za-z-]+")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f]+")
_UNSAFE = re.compile(r"[\x00-\x20\x7f<>\"\\^`{|}]")
_CODINGS = ("content-encoding", "transfer-encoding")


class Kept(Record, frozen=True):
    """One capture to write. `url` is where it was seen, if it was on the web; `headers` those of the response, if they are known."""

    sha256: str
    media: Media
    content: bytes
    seen_at: str
    url: str | None
    headers: tuple[tuple[str, str], ...]
    title: str | None

    @property
    def uri(self) -> str:
        return _UNSAFE.sub(lambda found: quote(found.group()), self.url) if self.url else f"{UNNAMED}{self.sha256}"


class Written(Record, frozen=True):
    """Where a record stands in the archive, in bytes, for the index."""

    uri: str
    seen_at: str
    mime: str
    status: str | None
    sha256: str
    offset: int
    length: int


class Archive:
    """A WARC file as it is written, each record compressed on its own."""

    def __init__(self, out: IO[bytes], newest: str) -> None:
        """`newest` is when the last of the captures was seen, which dates the file."""
        self._out, self._writer = out, WARCWriter(out, gzip=True, warc_version="1.1")
        info = {
            "software": f"Tawatur {__version__}",
            "format": "WARC File Format 1.1",
            "conformsTo": "http://iipc.github.io/warc-specifications/specifications/warc-format/warc-1.1/",
            "description": "Bodies are without the codings in which they travelled; headers of those are named X-Tawatur-.",
        }
        record = self._writer.create_warcinfo_record(NAME, info)
        record.rec_headers.replace_header("WARC-Record-ID", _identifier("warcinfo", newest, __version__))
        record.rec_headers.replace_header("WARC-Date", newest)
        self._writer.write_record(record)

    def write(self, kept: Kept) -> Written:
        offset = self._out.tell()
        headers = _http(kept) if kept.url and kept.headers else None
        record = self._record(kept, headers)
        self._writer.write_record(record)
        mime = _mime(kept.headers) if headers else None
        return Written(
            kept.uri, kept.seen_at, mime or TYPES[kept.media], "200" if headers else None, kept.sha256, offset, self._out.tell() - offset
        )

    def _record(self, kept: Kept, headers: StatusAndHeaders | None) -> Any:
        named = {
            "WARC-Record-ID": _identifier(kept.uri, kept.seen_at, kept.sha256),
            "WARC-Date": kept.seen_at,
            "WARC-Payload-Digest": f"sha256:{kept.sha256}",
        }
        return self._writer.create_warc_record(
            kept.uri, "response" if headers else "resource", payload=BytesIO(kept.content), length=len(kept.content),
            http_headers=headers, warc_headers_dict=named, warc_content_type="" if headers else TYPES[kept.media],
        )  # fmt: skip


def _identifier(*parts: str) -> str:
    return f"<{uuid.uuid5(uuid.NAMESPACE_URL, ' '.join(parts)).urn}>"


def _http(kept: Kept) -> StatusAndHeaders:
    """The head of the response, true of the body as it is kept. Only responses of status 200 ever come into a ledger."""
    return StatusAndHeaders("200 OK", list(_true_headers(kept)), protocol="HTTP/1.1")


def _true_headers(kept: Kept) -> Iterator[tuple[str, str]]:
    length = str(len(kept.content))
    for name, value in kept.headers:
        value = _CONTROLS.sub(" ", value).strip()
        if not _TOKEN.fullmatch(name):
            continue
        is_untrue = name.lower() in _CODINGS or (name.lower() == "content-length" and value != length)
        if is_untrue:
            yield f"X-Tawatur-{name}", value
        elif name.lower() != "content-length":
            yield name, value
    yield "Content-Length", length


def _mime(headers: tuple[tuple[str, str], ...]) -> str | None:
    stated = next((value for name, value in headers if name.lower() == "content-type"), "")
    found = stated.partition(";")[0].strip().lower()
    return found if re.fullmatch(r"[\w.+-]+/[\w.+-]+", found) else None
