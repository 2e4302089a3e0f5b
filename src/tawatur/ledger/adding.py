"""Adding documents to a ledger, and reading them again when the reader has become better."""

import zlib
from collections import deque
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from pathlib import Path

from tawatur.errors import InputError, NotFoundError
from tawatur.intake import Given, Snapshot, snapshots
from tawatur.ledger.rows import Prepared, Task, prepare
from tawatur.ledger.store import Ledger
from tawatur.ledger.workers import in_order
from tawatur.model import Record
from tawatur.reconciling.shelf import forget, keep

_PAGE = """
    SELECT id, source, media, content, given_published, given_outlet FROM documents JOIN snapshots USING (sha256)
    WHERE id > ? ORDER BY id LIMIT 64
"""
_READ_TABLES = ("readings", "mentions", "figures", "statements", "links")


class Stored(Record, frozen=True):
    """A document that is in the ledger now; `is_new` when it was not before."""

    id: str
    is_new: bool


def add(ledger: Ledger, paths: Iterable[str | Path], given: Given, cores: int | None = None) -> Iterator[Stored | InputError]:
    """Reads the articles of the paths on all cores and stores each whole, in one transaction.

    Whenever it is stopped, what was stored stays. An article that is there already is left as it is, unless `given` says
    something of it that was not known.
    """
    known: list[Stored] = []
    for result in in_order(prepare, _unknown(ledger, snapshots(paths), given, known), cores):
        yield from _emptied(known)
        yield result if isinstance(result, InputError) else store(ledger, result)
    yield from _emptied(known)


def _emptied(known: list[Stored]) -> Iterator[Stored]:
    while known:
        yield known.pop()


def _unknown(ledger: Ledger, found: Iterable[Snapshot | InputError], given: Given, known: list[Stored]) -> Iterator[Task | InputError]:
    """The snapshots that need reading; those that the ledger holds are set down in `known`."""
    for snapshot in found:
        if isinstance(snapshot, InputError):
            yield snapshot
            continue
        row = ledger.rows("SELECT id, given_published, given_outlet FROM documents WHERE sha256 = ?", snapshot.sha256).fetchone()
        if row and _merged(Given(*row[1:]), given) == Given(*row[1:]):
            ledger.rows(
                "UPDATE documents SET source = min(source, ?) WHERE id = ? AND source > ?", snapshot.source, row[0], snapshot.source
            )
            known.append(Stored(row[0], False))
        else:
            yield Task(snapshot, _merged(Given(*row[1:]), given) if row else given)


def _merged(old: Given, new: Given) -> Given:
    return Given(old.published or new.published, old.outlet or new.outlet)


def store(ledger: Ledger, ready: Prepared) -> Stored | InputError:
    """Puts one document into the ledger, whole, in one transaction. An id that stands for other bytes is an InputError."""
    document = ready.document
    with ledger.transaction():
        sha256 = ledger.value("SELECT sha256 FROM documents WHERE id = ?", document.id)
        if sha256 not in (None, document.sha256):
            return InputError(ready.where, f"the id {document.id} stands for other bytes in this ledger", "give it an id of its own")
        now = datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        ledger.rows("INSERT OR IGNORE INTO snapshots VALUES (?, ?, ?, ?)", document.sha256, ready.media, ready.content, now)
        write(ledger, ready)
    return Stored(document.id, sha256 is None)


def write(ledger: Ledger, ready: Prepared) -> None:
    """Puts a document's rows in the place of those of an earlier reading."""
    document, given = ready.document, ready.given
    old = ledger.rows("SELECT source FROM documents WHERE id = ?", document.id).fetchone()
    source = min(old[0], document.source) if old else document.source
    remove_reading(ledger, document.id)
    ledger.rows("DELETE FROM documents WHERE id = ?", document.id)
    number = ledger.value(
        "INSERT INTO documents (id, sha256, source, given_published, given_outlet) VALUES (?, ?, ?, ?, ?) RETURNING number",
        document.id, document.sha256, source, given.published, given.outlet,
    )  # fmt: skip
    for table, rows in ready.rows.items():
        if rows:
            marks = ", ".join("?" * len(rows[0]))
            ledger.connection.executemany(f"INSERT INTO {table} VALUES ({marks})", rows)
    keep(ledger.connection, document.id, ready.kept)
    ledger.rows("INSERT INTO words (rowid, folded, stemmed) VALUES (?, ?, ?)", number, ready.folded, ready.stemmed)
    ledger.count_input()


def remove(ledger: Ledger, document: str) -> None:
    """Takes a document out of the ledger, with all that was read from it. Its snapshot stays. Raises NotFoundError."""
    with ledger.transaction():
        if ledger.value("SELECT id FROM documents WHERE id = ?", document) is None:
            raise NotFoundError(f"{document}: no such document in {ledger.path}; list documents with `tawatur search {ledger.path} WORDS`")
        remove_reading(ledger, document)
        ledger.rows("DELETE FROM documents WHERE id = ?", document)
        ledger.count_input()


def remove_reading(ledger: Ledger, document: str) -> None:
    for table in _READ_TABLES:
        ledger.rows(f"DELETE FROM {table} WHERE document = ?", document)
    forget(ledger.connection, document)


def read_again(ledger: Ledger) -> Iterator[Stored | InputError]:
    """Reads every snapshot again, and makes its rows and the search index anew.

    When it is stopped, the ledger remembers that it is half done, and `refresh` does it again. A snapshot that gives no article
    any more is kept without a reading.
    """
    with ledger.transaction():
        ledger.set("rereading", "begun")
        ledger.rows("INSERT INTO words (words) VALUES ('delete-all')")
    tasks: deque[Task] = deque()
    for result in in_order(prepare, _all_tasks(ledger, tasks)):
        task = tasks.popleft()
        with ledger.transaction():
            if isinstance(result, InputError):
                remove_reading(ledger, str(task.id))
            else:
                write(ledger, result)
        yield result if isinstance(result, InputError) else Stored(result.document.id, False)
    with ledger.transaction():
        ledger.set("rereading", "")


def _all_tasks(ledger: Ledger, tasks: deque[Task]) -> Iterator[Task]:
    """Every document's snapshot, by id, a page of them at a time; each is also set down in `tasks`."""
    last = ""
    while page := ledger.rows(_PAGE, last).fetchall():
        for last, source, media, content, published, outlet in page:
            task = Task(Snapshot(source, source, media, zlib.decompress(content)), Given(published, outlet), last)
            tasks.append(task)
            yield task
