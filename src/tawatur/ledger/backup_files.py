"""Putting a file in its place whole or not at all, and what SQLite keeps beside a ledger."""

import os
import re
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tawatur.errors import LedgerError

SIDES = ("-wal", "-shm", "-journal")
"""What SQLite adds to a database's name for the files that belong to it. One that outlives its database would be read into another."""


@contextmanager
def workspace(target: Path) -> Iterator[Path]:
    """A temporary folder beside `target`, from which a rename puts a file in its place. What a killed run left behind goes first.

    Raises LedgerError for whatever the disk refuses.
    """
    try:
        for leftover in _leftovers(target):
            shutil.rmtree(leftover, ignore_errors=True)
        folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", suffix=".part", dir=target.parent))
        try:
            yield folder
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    except OSError as fault:
        raise LedgerError(f"{target}: cannot be written ({fault.strerror}); check the disk and the folder's permissions") from fault


def _leftovers(target: Path) -> Iterator[Path]:
    pattern = re.compile(rf"\.{re.escape(target.name)}\.[a-z0-9_]{{8}}\.part")
    return (path for path in target.parent.iterdir() if pattern.fullmatch(path.name) and path.is_dir() and not path.is_symlink())


def settle(part: Path, target: Path) -> None:
    """Renames a finished file to its place, when its bytes are on the disk; returns when the name is, too."""
    with part.open("rb+") as file:
        os.fsync(file.fileno())
    part.replace(target)
    sync_folder(target.parent)


def sync_folder(folder: Path) -> None:
    """Sees that the names in a folder are on the disk. A system that cannot open folders has no need of it."""
    with suppress(OSError):
        opened = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(opened)
        finally:
            os.close(opened)


def beside(path: Path) -> list[Path]:
    """The files that SQLite left beside a ledger, or where one was."""
    return [side for end in SIDES if (side := path.with_name(path.name + end)).exists()]


def quiet(path: Path) -> None:
    """Brings all of a ledger into its one file. Raises LedgerError when another command has it open.

    What SQLite cannot read any more is left as it is, with all that lies beside it.
    """
    if not _is_readable(path):
        return
    connection = sqlite3.connect(path, timeout=1)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.DatabaseError as error:
        if "locked" in str(error):
            raise LedgerError(f"{path}: another command is using it; try again when it is done") from error
    finally:
        connection.close()


def _is_readable(path: Path) -> bool:
    """Whether SQLite knows the file for a database; `immutable` keeps it from touching what lies beside."""
    connection = sqlite3.connect(f"{path.absolute().as_uri()}?immutable=1", uri=True)
    try:
        connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
    except sqlite3.DatabaseError:
        return False
    finally:
        connection.close()
    return True


def keep(path: Path, kept: Path) -> None:
    """Gives a ledger, and what lies beside it, a second name, under which it stays."""
    for side in beside(path):
        side.replace(kept.with_name(kept.name + side.name.removeprefix(path.name)))
    if path.exists():
        try:
            kept.hardlink_to(path)
        except OSError:  # a disk without links
            shutil.copy2(path, kept)
    sync_folder(path.parent)
