"""Checking that a ledger is what it was: its file, every snapshot, and the custody log with all that it names."""

import hashlib
import re
import sqlite3
import tempfile
import zlib
from collections.abc import Callable, Generator, Iterator
from contextlib import contextmanager, suppress
from functools import cache
from itertools import islice
from pathlib import Path
from typing import Literal

from tawatur.errors import InputError
from tawatur.ledger.store import Ledger
from tawatur.ledger.verifying_log import chain_faults, noted_faults
from tawatur.ledger.verifying_names import name_faults
from tawatur.model import Record

Part = Literal["file", "snapshot", "log"]

_RESTORE = "restore a backup of the ledger"
_MOST_FAULTS = 20
_NO_LIMIT = 2**31 - 1
_VALUE = re.compile(r"(?:NULL|[\w-]+) value in (\w+)\.(\w+)")
_CHUNK = 1 << 16
_LARGEST = 1 << 30
"""Bytes that a snapshot may come to; compressed bytes that come to more were never put in by this program."""


class Checked(Record, frozen=True):
    """One thing that was looked at, and what is wrong with it."""

    part: Part
    fault: InputError | None = None


def verify(ledger: Ledger, noted: str | None = None) -> Generator[Checked, None, None]:
    """Looks at everything, as it is at one moment; memory does not grow with the ledger.

    The file: SQLite's own check, and the triggers that keep what must stay. Each snapshot: hashed again. The log: each entry in turn,
    then whether it and the tables name the same. `noted` is the hash of an entry that someone wrote down.
    """
    with _one_moment(ledger):
        yield from _going_on(ledger, "file", _file)
        yield from _going_on(ledger, "snapshot", _snapshots)
        yield from _going_on(ledger, "log", chain_faults)
        yield from _going_on(ledger, "log", name_faults)
        if noted is not None:
            yield from _going_on(ledger, "log", lambda book: noted_faults(book, noted))


@contextmanager
def _one_moment(ledger: Ledger) -> Iterator[None]:
    """As `Ledger.snapshot`, for a file that may be too damaged to end a transaction well. Temporary tables go with its end."""
    ledger.rows("BEGIN")
    try:
        yield
    finally:
        with suppress(sqlite3.DatabaseError):
            ledger.rows("ROLLBACK")


def _going_on(ledger: Ledger, part: Part, check: Callable[[Ledger], Iterator[InputError | None]]) -> Iterator[Checked]:
    """One part's checks; a file so damaged that a part cannot be read further is one more fault, and the next part comes."""
    try:
        yield from (Checked(part, fault) for fault in check(ledger))
    except sqlite3.DatabaseError as error:
        yield Checked(part, InputError(f"{ledger.path}", f"cannot be read any further ({error})", _RESTORE))


def _file(ledger: Ledger) -> Iterator[InputError | None]:
    for line in islice(_damage(ledger), _MOST_FAULTS):
        yield InputError(f"{ledger.path}", f"SQLite finds it damaged ({line})", _RESTORE)
    found = _guards(ledger.connection)
    for name in sorted(expected_guards().keys() - found.keys()):
        yield InputError(f"{ledger.path}: {name}", "this guard of the ledger was taken away", _RESTORE)
    for name in foreign_guards(ledger.connection):
        yield InputError(f"{ledger.path}: {name}", "was changed or made by another program", _RESTORE)
    yield None


def _damage(ledger: Ledger) -> Iterator[str]:
    """What SQLite's own check finds, without its false alarms.

    SQLite 3.40 looks at another column than it names in a table WITHOUT ROWID whose key is not its first columns; so where it complains
    of a value, all values of the column are looked at.
    """
    true: dict[str, bool] = {}
    for (line,) in ledger.rows(f"PRAGMA quick_check({_NO_LIMIT})"):
        value = _VALUE.fullmatch(line)
        if value and line not in true:
            true[line] = _has_odd_value(ledger, *value.groups())
        if line != "ok" and true.get(line, True):
            yield line


def _has_odd_value(ledger: Ledger, table: str, column: str) -> bool:
    """Whether a column of a strict table holds a value that is not of its type."""
    kind, is_filled = ledger.rows('SELECT type, "notnull" OR pk FROM pragma_table_info(?) WHERE name = ?', table, column).fetchone()
    allowed = (kind.lower(), kind.lower() if is_filled else "null")
    return bool(ledger.value(f'SELECT 1 FROM "{table}" WHERE typeof("{column}") NOT IN (?, ?) LIMIT 1', *allowed))


def foreign_guards(connection: sqlite3.Connection) -> list[str]:
    """The triggers and views that this program did not make as they are."""
    expected = expected_guards()
    return sorted(name for name, sql in _guards(connection).items() if expected.get(name) != sql)


@cache
def expected_guards() -> dict[str, str]:
    """The triggers and views of a ledger that was made just now, by name."""
    with tempfile.TemporaryDirectory() as folder, Ledger(Path(folder) / "a.ledger", create=True) as ledger:
        return _guards(ledger.connection)


def _guards(connection: sqlite3.Connection) -> dict[str, str]:
    return dict(connection.execute("SELECT name, sql FROM sqlite_master WHERE type IN ('trigger', 'view')").fetchall())


def _snapshots(ledger: Ledger) -> Iterator[InputError | None]:
    for rowid, sha256 in ledger.rows("SELECT rowid, sha256 FROM snapshots ORDER BY rowid"):
        yield None if _hash(ledger, rowid) == sha256 else InputError(
            f"{ledger.path}: snapshot {sha256}", "its bytes are not what they were", _RESTORE
        )  # fmt: skip


def _hash(ledger: Ledger, rowid: int) -> str:
    """The SHA-256 of what a snapshot's bytes decompress to, a piece at a time; of what is no such thing, nothing."""
    digest, size, inflater = hashlib.sha256(), 0, zlib.decompressobj()
    try:
        with ledger.connection.blobopen("snapshots", "content", rowid, readonly=True) as blob:
            while chunk := blob.read(_CHUNK):
                while chunk and size <= _LARGEST:
                    piece = inflater.decompress(chunk, _CHUNK)
                    chunk = inflater.unconsumed_tail
                    digest.update(piece)
                    size += len(piece)
    except (zlib.error, sqlite3.OperationalError):
        return ""
    return digest.hexdigest() if inflater.eof and not inflater.unused_data and size <= _LARGEST else ""
