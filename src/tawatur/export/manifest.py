"""The manifest of a package: what is in it, by which versions and options it was made, and the hash of every file."""

import hashlib
from pathlib import Path

import msgspec

from tawatur import __version__
from tawatur.ledger import custody
from tawatur.ledger.store import Ledger
from tawatur.model import Record
from tawatur.reading.reader import READER_VERSION

VERSION = 1
"""Of the package: raised when a file or column changes its name or meaning."""
NAME = "manifest.json"
_LONGEST = 1 << 20


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


def manifest(ledger: Ledger, format: str, narrowed: dict[str, str]) -> Manifest:
    """All but the files."""
    documents, entries = (ledger.value(f"SELECT count(*) FROM {table}") for table in ("readings", "custody"))
    return Manifest(format, VERSION, __version__, READER_VERSION, documents, entries, custody.head(ledger), narrowed, {})


def described(path: Path, rows: int | None) -> File:
    """A file as it lies there."""
    with path.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
    return File(digest, path.stat().st_size, rows)


def is_package(folder: Path) -> bool:
    """Whether a folder holds a package and nothing else."""
    try:
        with (folder / NAME).open("rb") as opened:
            found = msgspec.json.decode(opened.read(_LONGEST), type=Manifest)
    except (OSError, msgspec.MsgspecError):
        return False
    return {path.name for path in folder.iterdir()} <= {NAME, *found.files}
