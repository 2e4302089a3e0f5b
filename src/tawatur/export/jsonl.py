"""The interchange format: one file of JSON lines per kind, and a manifest with their hashes.

The same ledger gives the same bytes: lines are ordered by document or id, judgements by time, keys by field, and nothing says when or
where they were written.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec

from tawatur import __version__
from tawatur.errors import TawaturError
from tawatur.ledger.deriving import judgements, readings
from tawatur.ledger.store import Ledger
from tawatur.ledger.versions import versions
from tawatur.reading.reader import READER_VERSION
from tawatur.reconciling.rulings import in_order

FORMAT_VERSION = 1
_encoder = msgspec.json.Encoder()


def export_jsonl(ledger: Ledger, folder: Path) -> dict[str, int]:
    """Writes the ledger into a folder, made when missing; returns the number of lines by file name.

    Raises TawaturError when the folder cannot be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with ledger.snapshot():
            written = {f"{kind}.jsonl": _write(folder / f"{kind}.jsonl", lines) for kind, lines in _kinds(ledger)}
        manifest = {
            "format": FORMAT_VERSION, "tawatur": __version__, "reader": READER_VERSION,
            "files": {name: {"lines": count, "sha256": digest} for name, (count, digest) in written.items()},
        }  # fmt: skip
        _write(folder / "manifest.json", [msgspec.json.format(_encoder.encode(manifest), indent=1)])
    except OSError as fault:
        raise TawaturError(f"{folder}: cannot be written ({fault.strerror}); name another folder") from fault
    return {name: count for name, (count, _) in written.items()}


def _kinds(ledger: Ledger) -> Iterator[tuple[str, Iterable[bytes]]]:
    yield "documents", _documents(ledger)
    yield "mentions", _parts(ledger, "events", "event", "event_mentions", "mention")
    yield "events", _records(ledger, "events")
    yield "statements", _parts(ledger, "statements", "claim", "claim_statements", "statement")
    yield "claims", _records(ledger, "claims")
    yield "disagreements", _records(ledger, "disagreements")
    yield "judgements", (_encoder.encode(judgement) for judgement in in_order(judgements(ledger)))


def _documents(ledger: Ledger) -> Iterator[bytes]:
    families = dict(ledger.rows("SELECT document, family FROM family_members").fetchall())
    for reading in readings(ledger):
        fields = _fields(reading.document)
        del fields["text"]
        number = len(versions(ledger, reading.document.id))
        yield _encoder.encode({**fields, "version": number, "family": families.get(reading.document.id)})


def _parts(ledger: Ledger, layer: str, group: str, table: str, column: str) -> Iterator[bytes]:
    """The mentions or statements of every document, each with its document, the hash of the snapshot that it was read from, and the event
    or claim it belongs to."""
    groups = dict(ledger.rows(f"SELECT {column}, {group} FROM {table}").fetchall())
    for reading in readings(ledger):
        for part in getattr(reading, layer):
            whence = {"document": reading.document.id, "sha256": reading.document.sha256}
            yield _encoder.encode({**_fields(part), **whence, group: groups.get(part.id)})


def _records(ledger: Ledger, table: str) -> Iterator[bytes]:
    for (record,) in ledger.rows(f"SELECT record FROM {table} ORDER BY id"):
        yield str(record).encode()


def _fields(record: msgspec.Struct) -> dict[str, Any]:
    return {name: getattr(record, name) for name in record.__struct_fields__}


def _write(path: Path, lines: Iterable[bytes]) -> tuple[int, str]:
    """Writes the lines beside the file, then puts them in its place; returns their number and hash."""
    count, digest = 0, hashlib.sha256()
    partial = path.with_name(path.name + ".part")
    with partial.open("wb") as out:
        for line in lines:
            out.write(line + b"\n")
            digest.update(line + b"\n")
            count += 1
    partial.replace(path)
    return count, digest.hexdigest()
