"""Backups: a whole ledger in one checked file.

A backup is a ZIP file (ISO/IEC 21320-1, deflated, ZIP64 where it is big) of three members, so that it can be opened without this
program for as long as there are programs for ZIP and SQLite: `README.txt` says in words what it is, `manifest.json` what must be in it,
and `ledger.sqlite` is the ledger, one SQLite 3 database. The format is counted in `FORMAT`.
"""

import hashlib
import shutil
import sqlite3
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing, contextmanager
from datetime import UTC, datetime
from io import FileIO
from pathlib import Path

import msgspec

from tawatur import __version__
from tawatur.errors import LedgerError
from tawatur.ledger import custody
from tawatur.ledger.backup_files import settle, workspace
from tawatur.ledger.store import Ledger
from tawatur.ledger.verifying import verify
from tawatur.model import Record
from tawatur.moments import written

FORMAT = 1
LEDGER, MANIFEST, README = "ledger.sqlite", "manifest.json", "README.txt"
COUNTED = ("documents", "snapshots", "captures", "judgements", "tombstones")
CHUNK = 1 << 20
_PAGES = 4096
_LONGEST_MANIFEST = 1 << 16
_MOST_MEMBERS = 64
_LONGEST_PIECE = 2 * CHUNK
_LEVEL = 1
"""Of compression: snapshots are compressed already, and the rest shrinks well at any level."""

_WORDS = """\
This is a backup of a ledger of Tawatur, which reads news reports and keeps them with all that it read from them.

ledger.sqlite   the ledger: an SQLite 3 database (https://www.sqlite.org/fileformat.html). Table `snapshots` holds the reports as they
                were published: the bytes of column `content` are compressed with zlib (RFC 1950), and `sha256` is the SHA-256 of what
                comes out. `captures` tells where and when each was seen, `judgements` what people decided, `custody` every act in turn,
                `tombstones` what was removed. All other tables can be made again from these.
manifest.json   the size, the SHA-256 and the counts of the ledger, the hash of the last entry of its custody log, and when it was made.

To put it back: tawatur restore THIS_FILE a.ledger
"""

Tick = Callable[[], object]
"""Called after each piece of work, for whoever watches."""


class Manifest(Record, frozen=True):
    """What a backup must hold. `size` is in bytes; `schema` the version of the ledger's tables; `head` the custody log's last hash."""

    format: int
    tawatur: str
    made_at: str
    size: int
    sha256: str
    schema: int
    counts: dict[str, int]
    entries: int
    head: str


def backup(ledger: Ledger, file: Path, *, replace: bool = False, tick: Tick = lambda: None) -> Manifest:
    """Writes a checked copy of the ledger as it is at one moment; others may read and write meanwhile.

    The file appears under its name when it is whole, read back, and on the disk. Raises LedgerError when it is there already (unless
    `replace`), when the disk refuses, and when the ledger does not stand up to `verify`: nothing is written then.
    """
    check_free(file, replace)
    with workspace(file) as folder:
        copy, packed = folder / LEDGER, folder / "backup.zip"
        _copy(ledger, copy, tick)
        with Ledger(copy) as book:
            check_sound(book, f"{ledger.path}", tick)
            manifest = _described(book)
        manifest = _pack(copy, packed, manifest, tick)
        with opened(packed) as archive:
            for _ in contents(archive, packed, read_manifest(archive, packed)):
                tick()
        shutil.copymode(ledger.path, packed)
        check_free(file, replace)
        settle(packed, file)
    return manifest


def check_free(file: Path, replace: bool) -> None:
    """Raises LedgerError when a file is there that must not be written over."""
    if file.is_dir():
        raise LedgerError(f"{file}: is a folder; name a file in it")
    if not file.parent.is_dir():
        raise LedgerError(f"{file}: there is no folder {file.parent}; make it first")
    if file.exists() and not replace:
        raise LedgerError(f"{file}: is there already; name another file, or say --replace")


def check_sound(book: Ledger, where: str, tick: Tick) -> None:
    """Raises LedgerError for the first thing that `verify` finds wrong."""
    with closing(verify(book)) as checks:
        for checked in checks:
            tick()
            if checked.fault:
                what = checked.fault.where.removeprefix(f"{book.path}").removeprefix(": ")
                raise LedgerError(f"{where}: does not stand up to `tawatur verify`: {' '.join(filter(None, (what, checked.fault.what)))}")


def _copy(ledger: Ledger, path: Path, tick: Tick) -> None:
    """SQLite's online backup, all of one moment: the read that is held open keeps later writes out of it."""
    copy = sqlite3.connect(path)
    try:
        copy.execute("PRAGMA synchronous = OFF")
        with ledger.snapshot():
            ledger.value("SELECT count(*) FROM settings")
            ledger.connection.backup(copy, pages=_PAGES, progress=lambda *_: tick())
    finally:
        copy.close()


def _described(book: Ledger) -> Manifest:
    return Manifest(
        format=FORMAT,
        tawatur=__version__,
        made_at=written(datetime.now(UTC)),
        size=0,
        sha256="",
        schema=book.value("PRAGMA user_version"),
        counts={table: book.value(f"SELECT count(*) FROM {table}") for table in COUNTED},
        entries=book.value("SELECT count(*) FROM custody"),
        head=custody.head(book),
    )


def _pack(copy: Path, packed: Path, manifest: Manifest, tick: Tick) -> Manifest:
    """Writes the archive; returns the manifest with the size and hash of what went in."""
    digest, size = hashlib.sha256(), 0
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        archive.writestr(README, _WORDS)
        with copy.open("rb") as source, archive.open(LEDGER, "w", force_zip64=True) as member:
            while chunk := source.read(CHUNK):
                member.write(chunk)
                digest.update(chunk)
                size += len(chunk)
                tick()
        manifest = msgspec.structs.replace(manifest, size=size, sha256=digest.hexdigest())
        archive.writestr(MANIFEST, msgspec.json.format(msgspec.json.encode(manifest), indent=1) + b"\n")
    return manifest


@contextmanager
def opened(file: Path) -> Iterator[zipfile.ZipFile]:
    """A backup, open to be read. Raises LedgerError for what is none."""
    with ExitStack() as stack:
        try:
            archive = stack.enter_context(zipfile.ZipFile(stack.enter_context(_Measured(file))))
        except (OSError, zipfile.BadZipFile, NotImplementedError, ValueError) as fault:
            what = getattr(fault, "strerror", None) or fault
            raise LedgerError(f"{file}: is no backup that can be read ({what}); name a file that `tawatur backup` wrote") from fault
        if len(archive.infolist()) > _MOST_MEMBERS:
            raise _bad(file, "it holds other things")
        yield archive


class _Measured(FileIO):
    """A file that is read in small pieces only, so that a table of contents beyond all measure is never held in memory."""

    def read(self, count: int | None = -1, /) -> bytes:
        is_bounded = count is not None and 0 <= count <= _LONGEST_PIECE
        data = super().read(count if is_bounded else _LONGEST_PIECE + 1) or b""
        if len(data) > _LONGEST_PIECE:
            raise zipfile.BadZipFile("its table of contents is too long")
        return data


def read_manifest(archive: zipfile.ZipFile, file: Path) -> Manifest:
    """Raises LedgerError for a file without a manifest, one of a newer format, and one whose ledger is not what the manifest says."""
    try:
        with archive.open(MANIFEST) as member:
            manifest = msgspec.json.decode(member.read(_LONGEST_MANIFEST), type=Manifest)
        info = archive.getinfo(LEDGER)
    except _FAULTS as fault:
        raise _bad(file, str(fault)) from fault
    if manifest.format != FORMAT:
        raise LedgerError(f"{file}: is a backup of a newer Tawatur; update this one")
    if info.file_size != manifest.size or info.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        raise _bad(file, f"its {LEDGER} is not what its manifest says")
    return manifest


def contents(archive: zipfile.ZipFile, file: Path, manifest: Manifest) -> Iterator[bytes]:
    """The bytes of the ledger in a backup, never more than the manifest says. Raises LedgerError when they are not what they were."""
    digest, size = hashlib.sha256(), 0
    try:
        with archive.open(LEDGER) as member:
            while size <= manifest.size and (chunk := member.read(CHUNK)):
                digest.update(chunk)
                size += len(chunk)
                yield chunk
    except _FAULTS as fault:
        raise _bad(file, str(fault)) from fault
    if (size, digest.hexdigest()) != (manifest.size, manifest.sha256):
        raise _bad(file, f"its {LEDGER} is not what its manifest says")


_FAULTS = (KeyError, EOFError, RuntimeError, NotImplementedError, zipfile.BadZipFile, zlib.error, msgspec.MsgspecError)
"""What Python's zipfile raises for archives that are damaged, encrypted or odd, and msgspec for what is no manifest."""


def _bad(file: Path, what: str) -> LedgerError:
    return LedgerError(f"{file}: is no whole backup ({what}); use another copy of it")
