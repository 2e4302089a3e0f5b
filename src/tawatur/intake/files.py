"""Snapshots: what a source published, byte for byte, found in files, folders, addresses, archives and standard input."""

import os
import stat
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from itertools import groupby
from pathlib import Path
from typing import IO

from tawatur.errors import InputError
from tawatur.intake.box import Box, Label, Options
from tawatur.intake.folders import files_of, shown, special, suffix
from tawatur.intake.links import at_addresses, is_address
from tawatur.intake.opening import opened
from tawatur.intake.snapshot import Snapshot
from tawatur.moments import since_epoch


def snapshots(sources: Iterable[str | Path | InputError], *, options: Options | None = None) -> Iterator[Snapshot | InputError]:
    """Every report of the files, folders and addresses, in the order given, folders sorted; `-` is standard input.

    A source may be an InputError, which is passed on. Addresses that follow one another are asked for side by side.
    What each is, its content tells. What cannot be read comes out as an InputError, and the rest goes on. One report is held in
    memory at a time; what was found beside reports and plainly is none, such as the pictures of a saved page, is counted in
    `options.skipped`.
    """
    options = options or Options()
    for are_addresses, some in groupby(sources, is_address):
        if are_addresses:
            yield from _fetched(map(str, some), options)
        else:
            yield from _local(some, options)


def _fetched(urls: Iterable[str], options: Options) -> Iterator[Snapshot | InputError]:
    for result in at_addresses(urls, options):
        if isinstance(result, InputError):
            yield result
        elif result is not None:
            yield from opened(result, options)


def _local(sources: Iterable[str | Path | InputError], options: Options) -> Iterator[Snapshot | InputError]:
    for source in sources:
        if isinstance(source, InputError):
            yield source
        elif str(source) == "-":
            yield from opened(Box(Label("standard input", "-"), sys.stdin.buffer), options)
        elif Path(source).is_dir():
            yield from _folder(Path(source), options)
        else:
            yield from _file(Path(source), options, is_asked=True)


def _folder(folder: Path, options: Options) -> Iterator[Snapshot | InputError]:
    is_empty = True
    for path in files_of(folder):
        if path is None:
            options.skipped["part"] += 1
            continue
        for item in _file(path, options, is_asked=False) if isinstance(path, Path) else (path,):
            is_empty = False
            yield item
    if is_empty:
        yield InputError(shown(folder), "holds no report", "name a folder of articles")


def _file(path: Path, options: Options, *, is_asked: bool) -> Iterator[Snapshot | InputError]:
    name = shown(path)
    try:
        with _ordinary(path) as stream:
            seen_at = since_epoch(os.fstat(stream.fileno()).st_mtime)
            yield from opened(Box(Label(name, name, suffix(path.name), seen_at=seen_at, is_asked=is_asked), stream), options)
    except InputError as error:
        yield error
    except (OSError, ValueError) as fault:
        yield _unreadable(name, fault)


def contents(path: str | Path, limit: int) -> bytes:
    """The bytes of one file, or of standard input for `-`. Raises InputError for one that cannot be read, or beyond the limit in bytes."""
    if str(path) == "-":
        return Box(Label("standard input", "-"), sys.stdin.buffer).content(limit)
    name = shown(Path(path))
    try:
        with _ordinary(Path(path)) as stream:
            return Box(Label(name, name), stream).content(limit)
    except (OSError, ValueError) as fault:
        raise _unreadable(name, fault) from fault


def _unreadable(name: str, fault: Exception) -> InputError:
    if isinstance(fault, FileNotFoundError):
        return InputError(name, "no such file or folder", "check the path")
    return InputError(name, f"cannot be read ({getattr(fault, 'strerror', None) or fault})", "check the file and its permissions")


@contextmanager
def _ordinary(path: Path) -> Iterator[IO[bytes]]:
    """The file, open. Raises InputError for a pipe, a socket or a device, without waiting for what it may give."""
    with open(os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC), "rb", buffering=0) as stream:  # noqa: PTH123
        if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
            raise special(path)
        yield stream
