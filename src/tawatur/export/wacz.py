"""What documents rest on, as a web archive collection (WACZ 1.1.1): every snapshot, where and when it was seen, indexed and hashed.

The same selection of the same ledger gives the same bytes. https://specs.webrecorder.net/wacz/1.1.1/
"""

import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path
from typing import IO, Any

import msgspec

from tawatur import __version__
from tawatur.export import cdxj
from tawatur.export.warc import NAME, Archive, Kept, Written
from tawatur.ledger.backup_files import settle, workspace
from tawatur.ledger.store import Ledger
from tawatur.model import Record

VERSION = "1.1.1"
_CHUNK = 1 << 20
_DATED = (1980, 1, 1, 0, 0, 0)
_CAPTURES = """
    SELECT sha256, media, content, seen_at, captures.source, headers, readings.title
    FROM captures JOIN snapshots USING (sha256) LEFT JOIN readings USING (document)
    WHERE document = ? ORDER BY seen_at, sha256
"""
_ROW = "article"
"""A line or row about a page names the page's address, which did not give these bytes."""
_PAGES = ("html", "text", "pdf", "mhtml", "docx")


class Packed(Record, frozen=True):
    """What went into the file."""

    documents: int
    captures: int
    size: int


def export_wacz(ledger: Ledger, documents: Sequence[str], file: Path, tick: Callable[[], object] = lambda: None) -> Packed:
    """Writes the captures of the documents into a file, which appears when it is whole. Raises LedgerError when the disk refuses."""
    chosen = sorted(set(documents))
    with workspace(file) as folder, ledger.snapshot():
        with (folder / NAME).open("wb") as out:
            written, pages = _archive(out, _kept(ledger, chosen), _newest(ledger, chosen), tick)
        part = folder / "collection.wacz"
        _zip(part, folder / NAME, written, pages)
        settle(part, file)
    return Packed(len(chosen), len(written), file.stat().st_size)


def _newest(ledger: Ledger, documents: Iterable[str]) -> str:
    moments = (ledger.value("SELECT max(seen_at) FROM captures WHERE document = ?", document) for document in documents)
    return max(filter(None, moments), default="1980-01-01T00:00:00Z")


def _kept(ledger: Ledger, documents: Iterable[str]) -> Iterator[Kept]:
    """The captures, document by document; bytes that two documents saw at one place and moment come once."""
    seen: set[tuple[str, str, str]] = set()
    for document in documents:
        for sha256, media, content, seen_at, source, headers, title in ledger.rows(_CAPTURES, document):
            url = source if source.startswith(("http://", "https://")) and media != _ROW else None
            kept = Kept(sha256, media, zlib.decompress(content), seen_at, url, _headers(headers), title or None)
            if (one := (kept.uri, seen_at, sha256)) not in seen:
                yield kept
            seen.add(one)


def _headers(packed: bytes | None) -> tuple[tuple[str, str], ...]:
    return msgspec.json.decode(zlib.decompress(packed), type=tuple[tuple[str, str], ...]) if packed else ()


def _archive(out: IO[bytes], captures: Iterable[Kept], newest: str, tick: Callable[[], object]) -> tuple[list[Written], list[bytes]]:
    """Writes the records; returns where they stand, and the lines of the list of pages."""
    archive, written = Archive(out, newest), []
    pages = [_json({"format": "json-pages-1.0", "id": "pages", "title": "All pages"})]
    for kept in captures:
        written.append(archive.write(kept))
        if kept.media in _PAGES:
            identifier = hashlib.sha256(f"{kept.uri} {kept.seen_at} {kept.sha256}".encode()).hexdigest()[:22]
            pages.append(_json({"id": identifier, "url": kept.uri, "ts": kept.seen_at, **({"title": kept.title} if kept.title else {})}))
        tick()
    return written, pages


def _zip(part: Path, warc: Path, written: list[Written], pages: list[bytes]) -> None:
    index, blocks = cdxj.index(written)
    with zipfile.ZipFile(part, "w") as archive, warc.open("rb") as source:
        resources = [
            _put(archive, f"archive/{NAME}", iter(lambda: source.read(_CHUNK), b""), is_packed=True),
            _put(archive, f"indexes/{cdxj.INDEX}", [index], is_packed=True),
            _put(archive, f"indexes/{cdxj.BLOCKS}", [blocks]),
            _put(archive, "pages/pages.jsonl", [b"".join(line + b"\n" for line in pages)]),
        ]
        package = {"profile": "data-package", "wacz_version": VERSION, "software": f"Tawatur {__version__}", "resources": resources}
        described = msgspec.json.format(_json(package), indent=1)
        _put(archive, "datapackage.json", [described])
        digest = {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(described).hexdigest()}"}
        _put(archive, "datapackage-digest.json", [msgspec.json.format(_json(digest), indent=1)])


def _put(archive: zipfile.ZipFile, path: str, chunks: Iterable[bytes], *, is_packed: bool = False) -> dict[str, Any]:
    """Adds a file, and describes it as a resource. What is packed already is stored, so that readers can seek in it."""
    info = zipfile.ZipInfo(path, _DATED)
    info.compress_type = zipfile.ZIP_STORED if is_packed else zipfile.ZIP_DEFLATED
    info.external_attr = 0o644 << 16
    digest, size = hashlib.sha256(), 0
    with archive.open(info, "w", force_zip64=is_packed) as member:
        for chunk in chunks:
            member.write(chunk)
            digest.update(chunk)
            size += len(chunk)
    return {"name": path.rpartition("/")[2], "path": path, "hash": f"sha256:{digest.hexdigest()}", "bytes": size}


def _json(value: dict[str, Any]) -> bytes:
    return msgspec.json.encode(value)
