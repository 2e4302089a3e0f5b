"""Folders: every ordinary file in them, in order, but for what belongs to a saved page or is hidden."""

import os
import stat
from collections.abc import Collection, Iterator
from pathlib import Path, PurePosixPath

from tawatur.errors import InputError

_ASSETS = ("_files", ".files", "_fichiers", "-Dateien", "_archivos")
"""What browsers add to a page's name, for the folder of its pictures and scripts."""
_PAGES = (".html", ".htm", ".xhtml", ".mht", ".mhtml", ".shtml")
_SYSTEM = frozenset(("__MACOSX", "Thumbs.db", "desktop.ini"))


class Beside:
    """Tells what belongs to a saved page, by the names of all that lies together: `page_files/` is a part of `page.html`."""

    def __init__(self, names: Collection[str]) -> None:
        self._names = frozenset(names)

    def is_part(self, name: str) -> bool:
        """Whether a name, with `/` between its parts, is hidden, of the system, or below the folder of a saved page."""
        path = PurePosixPath(name.replace("\\", "/"))
        if any(part in _SYSTEM or (part.startswith(".") and part not in (".", "..")) for part in path.parts):
            return True
        return any(self.is_of_page(str(parent)) for parent in path.parents)

    def is_of_page(self, folder: str) -> bool:
        """Whether the folder of this name holds the parts of a page that lies beside it."""
        return any(folder.removesuffix(mark) + page in self._names for mark in _ASSETS if folder.endswith(mark) for page in _PAGES)


def suffix(name: str) -> str:
    """The suffix of a file's name, in small letters; of `a.csv.gz` the inner one."""
    path = PurePosixPath(name)
    return PurePosixPath(path.stem).suffix.lower() if path.suffix.lower() == ".gz" else path.suffix.lower()


def files_of(folder: Path) -> Iterator[Path | InputError | None]:
    """The files, sorted, each folder's own before those below it; None for what belongs to a saved page.

    A link that leads to somewhere in the folder is passed over, for that is read anyway; one that leads out, a pipe, a socket and
    a device come out as InputErrors. Nothing is opened, and no link to a folder is followed.
    """
    faults: list[OSError] = []
    root = folder.resolve()
    for parent, folders, names in os.walk(folder, onerror=faults.append):
        beside = Beside(names)
        linked = [name for name in folders if Path(parent, name).is_symlink()]
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted([*names, *linked]):
            if not name.startswith("."):
                yield from (None,) if name in _SYSTEM else _checked(Path(parent, name), root)
        for name in [name for name in folders if name in _SYSTEM or beside.is_of_page(name)]:
            folders.remove(name)
            yield None
    for fault in faults:
        yield InputError(shown(Path(fault.filename)), f"cannot be opened ({fault.strerror})", "check the path and its permissions")


def _checked(path: Path, root: Path) -> Iterator[Path | InputError]:
    try:
        mode = path.lstat().st_mode
        if stat.S_ISREG(mode):
            yield path
        elif not stat.S_ISLNK(mode):
            yield special(path)
        elif not path.resolve().is_relative_to(root):
            yield InputError(shown(path), "is a link that leads out of the folder, and is not followed", "name what it leads to")
    except (OSError, RuntimeError) as fault:
        yield InputError(shown(path), f"cannot be opened ({fault})", "check the path and its permissions")


def special(path: Path) -> InputError:
    return InputError(shown(path), "is a pipe, a socket or a device, not a file", "give what comes from it on standard input, as -")


def shown(path: Path) -> str:
    """The path as text; bytes of its name that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", errors="replace")
