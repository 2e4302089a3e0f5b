"""Taking documents out of a ledger for good, and leaving word of it."""

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime

from tawatur.errors import LedgerError
from tawatur.ledger import custody, visits
from tawatur.ledger.capturing import drop
from tawatur.ledger.selecting import document_id
from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.moments import written


class Tombstone(Record, frozen=True):
    """What stands for a snapshot that was removed. `source` is where it came from, `removed_at` in UTC."""

    sha256: str
    document: str
    source: str
    removed_at: str
    removed_by: str
    reason: str


class Removed(Record, frozen=True):
    """What a removal took out. `kept` are the hashes of snapshots that stay because another document rests on the same bytes."""

    documents: tuple[str, ...]
    tombstones: tuple[Tombstone, ...]
    kept: tuple[str, ...]


def remove(ledger: Ledger, prefixes: Sequence[str], by: str, reason: str) -> Removed:
    """Takes out documents, by their ids or the beginnings of them, with all that was read from them and the bytes of their snapshots.

    All of them go, or none. A tombstone stays for each snapshot, and an entry of the custody log for each snapshot of each document; what
    was derived follows with `refresh`, and `wipe` sees that nothing can be read from the file any more. Raises NotFoundError for what is
    not there, and LedgerError without a name or a reason.
    """
    by, reason = by.strip(), reason.strip()
    if not by or not reason:
        raise LedgerError("a removal needs who decided and why; write both")
    with ledger.transaction():
        documents = tuple(sorted({document_id(ledger, prefix) for prefix in prefixes}))
        at = written(datetime.now(UTC))
        seen = [one for document in documents for one in _snapshots(ledger, document, at, by, reason)]
        for document in documents:
            visits.leave(ledger, document)
            drop(ledger, document)
        gone = [one for one in seen if not ledger.value("SELECT 1 FROM captures WHERE sha256 = ?", one.sha256)]
        for one in seen:
            _set_down(ledger, one, is_gone=one in gone)
    tombstones = tuple({one.sha256: one for one in reversed(gone)}.values())
    return Removed(documents, tombstones[::-1], tuple(sorted({one.sha256 for one in seen} - {one.sha256 for one in gone})))


def wipe(ledger: Ledger, documents: Sequence[str]) -> bool:
    """Leaves nothing of the documents that were removed in the ledger's files, and says whether it could: not while another command reads.

    What a watch was still to tell of them is not told. The search index keeps the words of what was removed until its parts are joined, and
    the write-ahead log what was written before.
    """
    with ledger.transaction():
        for document in documents:
            for table in ("changing", "developments"):
                ledger.rows(f"DELETE FROM {table} WHERE instr(record, ?) OR instr(record, ?)", f'"{document}"', f'"{document}:')
            ledger.rows("DELETE FROM changing WHERE kind = 'report' AND id = ?", document)
        ledger.rows("DELETE FROM deliveries WHERE development NOT IN (SELECT number FROM developments)")
        ledger.rows("INSERT INTO words (words) VALUES ('optimize')")
    return not ledger.value("PRAGMA wal_checkpoint(TRUNCATE)")


def tombstones(ledger: Ledger) -> Iterator[Tombstone]:
    """What was removed, the last first."""
    for row in ledger.rows("SELECT * FROM tombstones ORDER BY removed_at DESC, document, sha256"):
        yield Tombstone(*row)


def _snapshots(ledger: Ledger, document: str, at: str, by: str, reason: str) -> list[Tombstone]:
    sql = "SELECT sha256, min(source) FROM captures WHERE document = ? GROUP BY sha256 ORDER BY min(seen_at), sha256"
    return [Tombstone(sha256, document, source, at, by, reason) for sha256, source in ledger.rows(sql, document).fetchall()]


def _set_down(ledger: Ledger, one: Tombstone, *, is_gone: bool) -> None:
    """Where two of the documents rested on the same bytes, the tombstone is of the first."""
    if is_gone and not ledger.value("SELECT 1 FROM tombstones WHERE sha256 = ?", one.sha256):
        ledger.rows("DELETE FROM snapshots WHERE sha256 = ?", one.sha256)
        ledger.rows("INSERT INTO tombstones VALUES (?, ?, ?, ?, ?, ?)", *(getattr(one, name) for name in Tombstone.__struct_fields__))
    custody.record(
        ledger, "removed", one.document, sha256=one.sha256, source=one.source, removed_at=one.removed_at, removed_by=one.removed_by,
        reason=one.reason, bytes="removed" if is_gone else "kept",
    )  # fmt: skip
