"""The versions of a document: each time that its bytes were seen is a capture, and captures of one text in a row are one version."""

import hashlib
import zlib
from datetime import timedelta
from itertools import groupby

import msgspec

from tawatur.errors import InputError, NotFoundError
from tawatur.intake import Given, Snapshot
from tawatur.ledger.rows import Task, read_task
from tawatur.ledger.store import Ledger
from tawatur.model import Reading, Record
from tawatur.moments import read, written


class Capture(Record, frozen=True):
    """`seen_at` is when the bytes of hash `sha256` were fetched, captured or saved, in UTC; `source` a path or URL."""

    sha256: str
    source: str
    seen_at: str
    text_sha256: str


class Version(Record, frozen=True):
    """`number` counts from 1, the earliest. The capture is the first that had this version's text."""

    number: int
    sha256: str
    source: str
    seen_at: str
    is_current: bool


def captures(ledger: Ledger, document: str) -> list[Capture]:
    """Every capture, earliest first."""
    sql = "SELECT sha256, source, seen_at, text_sha256 FROM captures WHERE document = ? ORDER BY seen_at, sha256"
    return [Capture(*row) for row in ledger.rows(sql, document)]


def versions(ledger: Ledger, document: str) -> list[Version]:
    """Every version, earliest first; the last is the one that the ledger's lists rest on. Raises NotFoundError."""
    firsts = _firsts(captures(ledger, document))
    if not firsts:
        raise NotFoundError(f"{document}: no such document in {ledger.path}; list documents with `tawatur search {ledger.path} WORDS`")
    return [Version(number, one.sha256, one.source, one.seen_at, one is firsts[-1]) for number, one in enumerate(firsts, 1)]


def current(ledger: Ledger, document: str) -> Capture:
    """The first capture that had the present text."""
    return _firsts(captures(ledger, document))[-1]


def reading_of(ledger: Ledger, document: str, sha256: str) -> Reading:
    """What the captured bytes of a document say, read now. Raises NotFoundError, and InputError when they hold no report any more."""
    result = read_task(task(ledger, document, sha256))
    if isinstance(result, InputError):
        raise result
    return result


def task(ledger: Ledger, document: str, sha256: str) -> Task:
    """Reading one capture of a document again. Raises NotFoundError."""
    sql = """
        SELECT min(captures.source), seen_at, headers, media, content, given_published, given_outlet, given_columns
        FROM captures JOIN snapshots USING (sha256) LEFT JOIN documents ON documents.id = document
        WHERE document = ? AND captures.sha256 = ?
    """
    source, seen_at, headers, media, content, *given = ledger.rows(sql, document, sha256).fetchone()
    if source is None:
        raise NotFoundError(f"{document}: holds no snapshot {sha256} in {ledger.path}; see `tawatur diff {ledger.path} {document}`")
    url = source if source.startswith(("http://", "https://")) else None
    snapshot = Snapshot(source, source, media, zlib.decompress(content), url, seen_at, unpack_headers(headers))
    return Task(snapshot, to_given(*given), document)


def to_given(published: str | None, outlet: str | None, columns: str | None) -> Given:
    """What the user said, from its three columns of `documents`."""
    return Given(published, outlet, msgspec.json.decode(columns, type=tuple[tuple[str, str], ...]) if columns else ())


def from_given(given: Given) -> tuple[str | None, str | None, str | None]:
    """The three columns of `documents` for what the user said."""
    return given.published, given.outlet, msgspec.json.encode(given.columns).decode() if given.columns else None


def text_hash(text: str) -> str:
    """What tells the text of one capture from that of another: its SHA-256."""
    return hashlib.sha256(text.encode()).hexdigest()


def after(moment: str) -> str:
    """One second later."""
    return written(read(moment) + timedelta(seconds=1))


def _firsts(found: list[Capture]) -> list[Capture]:
    return [next(same) for _, same in groupby(found, key=lambda one: one.text_sha256)]


def unpack_headers(packed: bytes | None) -> tuple[tuple[str, str], ...]:
    """The headers of a capture, from their column."""
    return msgspec.json.decode(zlib.decompress(packed), type=tuple[tuple[str, str], ...]) if packed else ()
