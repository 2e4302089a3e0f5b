"""Making a ledger's tables, and bringing those of an older version up to date. A copy of the older ledger stays beside it."""

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from functools import cache
from hashlib import sha256
from importlib.resources import files
from pathlib import Path

from tawatur.errors import LedgerError
from tawatur.ledger import custody, indexing, owing, queueing
from tawatur.ledger.store import APPLICATION_ID, Ledger
from tawatur.reconciling.reconciler import Reconciler

_CUSTODY_SINCE, _INDEXED_SINCE, _QUEUED_SINCE = 3, 5, 7


def migrate(ledger: Ledger) -> None:
    """Brings a ledger to the newest version, in one transaction. Raises LedgerError for one that is newer."""
    version = ledger.value("PRAGMA user_version")
    if version > newest():
        raise LedgerError(f"{ledger.path}: is a ledger of a newer Tawatur; update this one")
    if version < newest():
        if version:
            _keep_copy(ledger, version)
        with ledger.transaction():
            _bring_up(ledger)


def newest() -> int:
    """The version of ledgers that this Tawatur makes."""
    return len(_migrations())


def copy_of(path: Path, version: int) -> Path:
    """Where the copy of a ledger of an older version is kept."""
    return path.with_name(f"{path.name}.version{version}")


def _bring_up(ledger: Ledger) -> None:
    """Within a transaction, since another process may have done it meanwhile."""
    version = ledger.value("PRAGMA user_version")
    for script in _migrations()[version:]:
        for statement in _statements(script):
            ledger.connection.execute(statement)
    if version < _CUSTODY_SINCE:
        _make_working_tables(ledger)
    if 0 < version < _CUSTODY_SINCE:
        _take_over(ledger)
    if 0 < version < _INDEXED_SINCE:
        indexing.index_all(ledger)
        owing.owe_all(ledger)
    if _CUSTODY_SINCE <= version < _QUEUED_SINCE:
        queueing.queue_all(ledger)
    ledger.connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    ledger.connection.execute(f"PRAGMA user_version = {newest()}")


def _make_working_tables(ledger: Ledger) -> None:
    """Makes those of reconciling, in place of older ones: everything is read again after this, and they fill anew."""
    with closing(sqlite3.connect(":memory:")) as scratch:
        Reconciler(scratch, ()).create()
        names = [name for (name,) in scratch.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in names:
        ledger.connection.execute(f"DROP TABLE IF EXISTS {name}")
    Reconciler(ledger.connection, ()).create()


def _keep_copy(ledger: Ledger, version: int) -> None:
    """Copies the ledger as it is, whole or not at all."""
    kept = copy_of(ledger.path, version)
    unfinished = kept.with_name(f"{kept.name}.part")
    unfinished.unlink(missing_ok=True)
    with closing(sqlite3.connect(unfinished)) as copy:
        ledger.connection.backup(copy)
    unfinished.replace(kept)


def _take_over(ledger: Ledger) -> None:
    """Sets down in the custody log what a ledger held before it had one."""
    held = "SELECT document, sha256, source, seen_at, media FROM captures JOIN snapshots USING (sha256) ORDER BY document"
    for document, snapshot, source, seen_at, media in ledger.rows(held).fetchall():
        custody.record(ledger, "taken_over", document, sha256=snapshot, source=source, seen_at=seen_at, media=media)
    told = "SELECT id, given_published, given_outlet FROM documents WHERE coalesce(given_published, given_outlet) IS NOT NULL ORDER BY id"
    for document, published, outlet in ledger.rows(told).fetchall():
        custody.record(ledger, "told", document, published=published, outlet=outlet)
    for judgement, record in ledger.rows("SELECT id, record FROM judgements ORDER BY id").fetchall():
        custody.record(ledger, "judged", judgement, sha256=sha256(record.encode()).hexdigest())


@cache
def _migrations() -> tuple[str, ...]:
    scripts = (files("tawatur.ledger") / "migrations").iterdir()
    return tuple(item.read_text(encoding="utf-8") for item in sorted(scripts, key=lambda item: item.name) if item.name.endswith(".sql"))


def _statements(script: str) -> Iterator[str]:
    """The statements of a script, one at a time, so that they run in one transaction."""
    pending = ""
    for line in script.splitlines():
        pending += line + "\n"
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""
