"""The ledger's file: one SQLite database, opened, made and brought up to date."""

import os
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any, Self

from tawatur.errors import LedgerError

APPLICATION_ID = 0x54775472
_HEADER = b"SQLite format 3\0"
_PATIENCE_S, _UNTIL_TOLD_S = 60.0, 2.0
"""How long to wait for another process that writes, and when to say so."""
_CACHE_KB = 131_072
"""Of pages in memory: keys come in no order, and with a small cache each would be a page read from the disk."""


class Ledger:
    """An open ledger. Used as a context manager, it closes at the end and turns SQLite's errors into LedgerError.

    One process may write at a time, others wait up to a minute; readers never wait. `on_wait` is called when a wait takes long.
    A ledger that `is_shared` may be handed from one thread to another, and used by one at a time.
    """

    def __init__(
        self,
        path: Path,
        *,
        create: bool = False,
        on_wait: Callable[[], None] | None = None,
        is_shared: bool = False,
        is_read_only: bool = False,
    ) -> None:
        """Raises LedgerError for a missing file (unless `create`), a file that is no ledger, one of a newer version, and one of an older
        version when it `is_read_only`."""
        self.path, self._on_wait = path, on_wait
        _check_file(path, create)
        with _clear_errors(path):
            self.connection = _connected(path, is_shared, is_read_only)
            try:
                if is_read_only:
                    self._check_version()
                else:
                    self._prepare(create)
            except BaseException:
                self.connection.close()
                raise

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.connection.close()
        if isinstance(error, sqlite3.DatabaseError):
            raise _explained(self.path, error) from error

    def _check_version(self) -> None:
        """Raises LedgerError for what cannot be read as it is."""
        from tawatur.ledger.migrating import newest  # which knows the ledger

        version = self.value("PRAGMA user_version")
        if self.value("PRAGMA application_id") != APPLICATION_ID:
            raise LedgerError(f"{self.path}: is no ledger; name one that `tawatur add` made")
        if version != newest():
            do = "update Tawatur" if version > newest() else f"bring it up to date with `tawatur events {self.path} --limit 1`"
            raise LedgerError(f"{self.path}: is of another version of Tawatur; {do}")
        self.connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")

    def _prepare(self, create: bool) -> None:
        application = self.value("PRAGMA application_id")
        is_empty = not self.value("SELECT count(*) FROM sqlite_master")
        if application != APPLICATION_ID and not (create and is_empty and application == 0):
            raise LedgerError(f"{self.path}: is no ledger; name one that `tawatur add` made")
        self.connection.execute("PRAGMA journal_mode = WAL")
        self.connection.execute("PRAGMA synchronous = FULL")
        self.connection.execute("PRAGMA secure_delete = ON")
        self.connection.execute(f"PRAGMA cache_size = -{_CACHE_KB}")
        from tawatur.ledger.migrating import migrate  # which knows the ledger, and what to write into it

        migrate(self)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """All that is written within is kept whole, or not at all."""
        self._begin()
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:  # of a full disk SQLite has taken everything back itself
                self.connection.execute("ROLLBACK")
            raise
        self.connection.execute("COMMIT")

    def _begin(self) -> None:
        """Waits for another process that writes: a while in silence, then having said so."""
        for patience in (_UNTIL_TOLD_S, _PATIENCE_S):
            self.connection.execute(f"PRAGMA busy_timeout = {patience * 1000:.0f}")
            try:
                self.connection.execute("BEGIN IMMEDIATE")
            except sqlite3.OperationalError as error:
                if patience == _PATIENCE_S or error.sqlite_errorcode != sqlite3.SQLITE_BUSY:
                    raise
                if self._on_wait:
                    self._on_wait()
            else:
                return

    @contextmanager
    def snapshot(self) -> Iterator[None]:
        """All that is read within is of one moment."""
        self.connection.execute("BEGIN")
        try:
            yield
        finally:
            self.connection.execute("COMMIT")

    def rows(self, sql: str, *parameters: Any) -> sqlite3.Cursor:
        return self.connection.execute(sql, parameters)

    def value(self, sql: str, *parameters: Any) -> Any:
        """The first cell of the first row, or None."""
        row = self.connection.execute(sql, parameters).fetchone()
        return row[0] if row else None

    def setting(self, key: str) -> str:
        return str(self.value("SELECT value FROM settings WHERE key = ?", key))

    def count_input(self) -> None:
        """Sets down that something came in or went, so that what is derived is out of date."""
        self.rows("UPDATE settings SET value = value + 1 WHERE key = 'inputs'")

    def set(self, key: str, value: str) -> None:
        self.connection.execute("UPDATE settings SET value = ? WHERE key = ?", (value, key))


def _connected(path: Path, is_shared: bool, is_read_only: bool) -> sqlite3.Connection:
    address = f"{path.absolute().as_uri()}?mode={'ro' if is_read_only else 'rwc'}"
    return sqlite3.connect(address, uri=True, timeout=_PATIENCE_S, isolation_level=None, check_same_thread=not is_shared)


def _check_file(path: Path, create: bool) -> None:
    if path.is_dir():
        raise LedgerError(f"{path}: is a folder; name a ledger file")
    if not path.exists():
        if create and path.parent.is_dir():
            return
        do = f"make the folder {path.parent}" if create else f"make it with `tawatur add {path} FILE`"
        raise LedgerError(f"{path}: no such ledger; {do}")
    if not os.access(path, os.R_OK):
        raise LedgerError(f"{path}: cannot be opened; check its permissions")
    if not create and path.stat().st_size == 0:
        raise LedgerError(f"{path}: is no ledger; name one that `tawatur add` made")


@contextmanager
def _clear_errors(path: Path) -> Iterator[None]:
    try:
        yield
    except sqlite3.DatabaseError as error:
        raise _explained(path, error) from error


def _is_database(path: Path) -> bool:
    """Whether a file begins as a database does. Asked only when SQLite could not read it: to close a file that is in use lets go of all
    locks that this process holds on it (POSIX), and another process would then throw away what is still in the log beside it."""
    with path.open("rb") as file:
        return file.read(len(_HEADER)) == _HEADER


def _explained(path: Path, error: sqlite3.DatabaseError) -> LedgerError:
    message = str(error)
    if "locked" in message:
        return LedgerError(f"{path}: another command is writing to it; try again when it is done")
    if "not a database" in message and not _is_database(path):
        return LedgerError(f"{path}: is no ledger; name one that `tawatur add` made")
    if "malformed" in message or "not a database" in message:
        return LedgerError(f"{path}: is damaged ({message}); restore a copy, or add the sources to a new ledger")
    return LedgerError(f"{path}: {message}; check the disk and the file's permissions")
