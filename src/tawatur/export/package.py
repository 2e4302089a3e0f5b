"""The package that every export of files comes in: a folder, or one ZIP file, that explains itself.

Beside the data files of its format it holds `README.md`, the data dictionary (`dictionary.csv`, and `values.csv` for vocabularies), which
outlets had documents in which month (`coverage.csv`), `datapackage.json` for tools that read schemas, and `manifest.json` with the hash of
every file and of the ledger's custody log.
The same ledger and choice give the same bytes. The package appears under its name when it is whole.
"""

import dataclasses
import hashlib
import shutil
import zipfile
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tawatur import __version__
from tawatur.errors import LedgerError
from tawatur.export import datapackage
from tawatur.export.csv_files import write_csv
from tawatur.export.format import Format, Job
from tawatur.export.readme import Told, readme
from tawatur.export.tidy import Row, Table, tables, vocabulary
from tawatur.export.tidy_tables import table_rows
from tawatur.ledger import custody
from tawatur.ledger.backup_files import settle, sync_folder, workspace
from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.reading.reader import READER_VERSION

VERSION = 1
"""Of the package: raised when a file or column changes its name or meaning."""
MANIFEST, README = "manifest.json", "README.md"
COVERAGE = "coverage"
_DATED = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
_LONGEST_MANIFEST = 1 << 20
_PACKED = ".parquet"
"""What is compressed already."""


class File(Record, frozen=True):
    """A file of a package. `rows` is None for one without."""

    sha256: str
    bytes: int
    rows: int | None = None


class Manifest(Record, frozen=True):
    """What is in a package. `format` is its name, `version` the package's; `narrowed` the options by which the ledger was narrowed;
    `entries` and `head` are the number of entries of the ledger's custody log and the hash of the last, which stands for all that the
    ledger rests on."""

    format: str
    version: int
    tawatur: str
    reader: str
    documents: int
    entries: int
    head: str
    narrowed: dict[str, str]
    files: dict[str, File]


def is_zip(to: Path) -> bool:
    """Whether a package of this name is one file."""
    return to.suffix.lower() == ".zip"


def check_place(to: Path, replace: bool) -> None:
    """Raises LedgerError where a package must not be put: over files that are there, unless they are a package and `replace`."""
    if not to.exists():
        return
    if is_zip(to) == to.is_dir():
        raise LedgerError(f"{to}: is a {'folder' if to.is_dir() else 'file'}; name a new folder, or a file that ends in .zip")
    if to.is_dir() and any(to.iterdir()) and not _is_package(to):
        raise LedgerError(f"{to}: holds other files; name a new folder")
    if not replace and (to.is_file() or any(to.iterdir())):
        raise LedgerError(f"{to}: is there already; name another, or say --replace")


def export_package(job: Job, format: Format, narrowed: dict[str, str], *, replace: bool = False) -> Manifest:
    """Writes a package to `job.folder`, or to the file of that name if it ends in .zip; `narrowed` tells the options behind `job.chosen`.

    Raises LedgerError when the place is taken or the disk refuses, and TawaturError when a library is missing. Nothing is left then.
    """
    to = job.folder
    check_place(to, replace)
    try:
        to.parent.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise LedgerError(f"{to}: cannot be written ({fault.strerror}); name another folder") from fault
    with workspace(to) as work:
        folder = work / "package"
        folder.mkdir()
        with job.ledger.snapshot():
            manifest = _write(dataclasses.replace(job, folder=folder), format, narrowed)
        check_place(to, replace)
        if is_zip(to):
            packed = work / "package.zip"
            _pack(folder, packed)
            settle(packed, to)
        else:
            _put(folder, to, work / "before")
    return manifest


def _write(job: Job, format: Format, narrowed: dict[str, str]) -> Manifest:
    """Writes all files into the job's folder, the manifest last."""
    defined = tables(format.definition) if format.definition else {}
    parts = list(format.write(job))
    if not any(part.table == COVERAGE for part in parts):
        defined = defined | {COVERAGE: tables()[COVERAGE]}
        parts.append(write_csv(job, defined[COVERAGE], table_rows(job.ledger, COVERAGE)))
    described = [write_csv(job, *one) for one in (_dictionary(defined), _values(defined))]
    manifest = _manifest(job.ledger, format.name, narrowed)
    told = Told(format.name, manifest, tuple(parts), tuple(defined.values()), job.is_marked)
    (job.folder / README).write_text(readme(told), encoding="utf-8", newline="\n")
    shapes = defined | tables("dictionaries")
    shaped = [(part, shapes[part.table]) for part in (*parts, *described) if part.table]
    _put_json(job.folder / datapackage.NAME, datapackage.datapackage(format.name, shaped))
    counted = {part.file: part.rows for part in (*parts, *described)}
    files = {path.name: _file(path, counted.get(path.name)) for path in sorted(job.folder.iterdir())}
    manifest = msgspec.structs.replace(manifest, files=files)
    _put_json(job.folder / MANIFEST, manifest)
    return manifest


def _put_json(path: Path, content: object) -> None:
    path.write_bytes(msgspec.json.format(msgspec.json.encode(content), indent=1) + b"\n")


def _manifest(ledger: Ledger, format: str, narrowed: dict[str, str]) -> Manifest:
    """All but the files."""
    documents, entries = (ledger.value(f"SELECT count(*) FROM {table}") for table in ("readings", "custody"))
    return Manifest(format, VERSION, __version__, READER_VERSION, documents, entries, custody.head(ledger), narrowed, {})


def _dictionary(defined: dict[str, Table]) -> tuple[Table, Iterator[Row]]:
    """The data dictionary: one row a column."""
    shape = tables("dictionaries")["dictionary"]
    columns = ((table, column) for table in defined.values() for column in table.columns)
    return shape, (
        {
            "table": table.name, "column": column.name, "type": column.type, "is_key": column.name in table.key, "unit": column.unit,
            "values": column.values, "meaning_ar": column.ar, "meaning_en": column.en,
        }
        for table, column in columns
    )  # fmt: skip


def _values(defined: dict[str, Table]) -> tuple[Table, Iterator[Row]]:
    """What the values of every vocabulary that a column names mean."""
    named = sorted({column.values for table in defined.values() for column in table.columns if column.values})
    return tables("dictionaries")["values"], (
        {"vocabulary": one.vocabulary, "value": one.value, "meaning_ar": one.ar, "meaning_en": one.en}
        for name in named
        for one in vocabulary(name)
    )


def _file(path: Path, rows: int | None) -> File:
    with path.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return File(digest, path.stat().st_size, rows)


def _is_package(folder: Path) -> bool:
    """Whether a folder holds a package and nothing else."""
    try:
        with (folder / MANIFEST).open("rb") as opened:
            manifest = msgspec.json.decode(opened.read(_LONGEST_MANIFEST), type=Manifest)
    except (OSError, msgspec.MsgspecError):
        return False
    return {path.name for path in folder.iterdir()} <= {MANIFEST, *manifest.files}


def _put(folder: Path, to: Path, before: Path) -> None:
    """Puts a finished folder in its place; one that was there is gone when this one is there."""
    sync_folder(folder)
    if to.exists():
        to.rename(before)
    folder.rename(to)
    sync_folder(to.parent)


def _pack(folder: Path, packed: Path) -> None:
    """The files by name in one ZIP archive that bears no time."""
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(folder.iterdir()):
            info = zipfile.ZipInfo(path.name, _DATED)
            info.compress_type = zipfile.ZIP_STORED if path.suffix == _PACKED else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            with path.open("rb") as source, archive.open(info, "w", force_zip64=path.stat().st_size >= 1 << 31) as member:
                shutil.copyfileobj(source, member, _CHUNK)
