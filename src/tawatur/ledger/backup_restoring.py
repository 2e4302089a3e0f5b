"""Putting a backup back in place of a ledger, or where there was none."""

import shutil
import sqlite3
import zipfile
from datetime import UTC, datetime
from pathlib import Path

from tawatur.errors import LedgerError
from tawatur.ledger import backup, custody
from tawatur.ledger.backup_files import beside, keep, quiet, settle, workspace
from tawatur.ledger.store import Ledger
from tawatur.ledger.verifying import foreign_guards
from tawatur.model import Record

_SPARE = 1 << 24
"""Bytes that restoring leaves free on the disk."""


class Restored(Record, frozen=True):
    """What was put back, and where the ledger that it replaced is kept."""

    manifest: backup.Manifest
    kept: Path | None


def restore(file: Path, target: Path, *, replace: bool = False, tick: backup.Tick = lambda: None) -> Restored:
    """Unpacks a backup, checks it against its manifest and as `verify` does, and renames it to its place.

    Whenever it is killed, `target` is what it was, or the whole restored ledger. A ledger that is there already is refused, or with
    `replace` kept beside under the time of replacing. That a backup was put back is set down in the custody log. Raises LedgerError.
    """
    _check_place(target, replace)
    with backup.opened(file) as archive, workspace(target) as folder:
        manifest = backup.read_manifest(archive, file)
        part = folder / target.name
        _unpack(archive, file, manifest, part, tick)
        _check_schema(part, file)
        with Ledger(part) as book:
            backup.check_sound(book, f"{file}", tick)
            with book.transaction():
                details = {"sha256": manifest.sha256, "made_at": manifest.made_at, "head": manifest.head}
                custody.record(book, "restored", file.name, **details)
        _make_whole(part)
        shutil.copymode(file, part)
        _check_place(target, replace)
        kept = _set_aside(target) if _is_taken(target) else None
        settle(part, target)
    return Restored(manifest, kept)


def _check_place(target: Path, replace: bool) -> None:
    if replace or not _is_taken(target):
        backup.check_free(target, replace)
    else:
        name = target if target.exists() else beside(target)[0]
        raise LedgerError(f"{name}: is there already; name another ledger, or say --replace to keep the old one beside the new")


def _is_taken(target: Path) -> bool:
    return target.exists() or bool(beside(target))


def _unpack(archive: zipfile.ZipFile, file: Path, manifest: backup.Manifest, part: Path, tick: backup.Tick) -> None:
    free = shutil.disk_usage(part.parent).free
    if manifest.size + _SPARE > free:
        raise LedgerError(f"{part.parent.parent}: {manifest.size:,} bytes are needed and {free:,} are free; make room on the disk")
    with part.open("wb") as out:
        for chunk in backup.contents(archive, file, manifest):
            out.write(chunk)
            tick()


def _check_schema(part: Path, file: Path) -> None:
    """Refuses a ledger with triggers or views of another's making before anything is read through them."""
    connection = sqlite3.connect(part)
    try:
        connection.execute("PRAGMA trusted_schema = OFF")
        foreign = foreign_guards(connection)
    except sqlite3.DatabaseError as error:
        raise LedgerError(f"{file}: the ledger in it is damaged ({error}); use another copy") from error
    finally:
        connection.close()
    if foreign:
        raise LedgerError(f"{file}: the ledger in it was changed by another program ({', '.join(foreign)}); use another copy")


def _make_whole(part: Path) -> None:
    """Sees that nothing of the ledger is in a file beside it, which a rename would lose."""
    quiet(part)
    if beside(part):
        raise LedgerError(f"{part.name}: SQLite could not bring it into one file; check the disk")


def _set_aside(target: Path) -> Path:
    """Keeps the old ledger beside, under the time of now. Until the new one is in its place, the old one is there under both names."""
    if target.exists():
        quiet(target)
    at = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    names = (f"{target.name}.replaced-{at}{end}" for end in ("", *(f"-{number}" for number in range(2, 100))))
    kept = next(path for path in map(target.with_name, names) if not _is_taken(path))
    keep(target, kept)
    return kept
