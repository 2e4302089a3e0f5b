"""Where a package goes: into a folder, or into one ZIP file, and never over what is not a package."""

import shutil
import zipfile
from pathlib import Path

from tawatur.errors import LedgerError
from tawatur.export.manifest import is_package
from tawatur.ledger.backup_files import settle, sync_folder

_DATED = (1980, 1, 1, 0, 0, 0)
_CHUNK = 1 << 20
_ZIP64 = 1 << 31
_PACKED = ".parquet"
"""What is compressed already."""


def check_place(to: Path, replace: bool) -> None:
    """Raises LedgerError where a package must not be put: over files that are there, unless they are a package and `replace`."""
    if not to.exists():
        return
    if _is_zip(to) == to.is_dir():
        raise LedgerError(f"{to}: is a {'folder' if to.is_dir() else 'file'}; name a new folder, or a file that ends in .zip")
    if to.is_dir() and any(to.iterdir()) and not is_package(to):
        raise LedgerError(f"{to}: holds other files; name a new folder")
    if not replace and (to.is_file() or any(to.iterdir())):
        raise LedgerError(f"{to}: is there already; name another, or say --replace")


def place(folder: Path, to: Path, work: Path) -> None:
    """Puts a finished folder in its place, or its files into the archive of that name; `work` is a folder on the same disk.

    What was there is gone when the new one is there.
    """
    if _is_zip(to):
        packed = work / "package.zip"
        _pack(folder, packed)
        settle(packed, to)
        return
    sync_folder(folder)
    if to.exists():
        to.rename(work / "before")
    folder.rename(to)
    sync_folder(to.parent)


def _is_zip(to: Path) -> bool:
    return to.suffix.lower() == ".zip"


def _pack(folder: Path, packed: Path) -> None:
    """The files by name in one ZIP archive that bears no time."""
    with zipfile.ZipFile(packed, "w") as archive:
        for path in sorted(folder.iterdir()):
            info = zipfile.ZipInfo(path.name, _DATED)
            info.compress_type = zipfile.ZIP_STORED if path.suffix == _PACKED else zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            with path.open("rb") as source, archive.open(info, "w", force_zip64=path.stat().st_size >= _ZIP64) as member:
                shutil.copyfileobj(source, member, _CHUNK)
