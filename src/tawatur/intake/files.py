"""Snapshots: what a source published, byte for byte, found in files, folders, lines of articles and standard input."""

import gzip
import os
import sys
from collections.abc import Iterable, Iterator
from io import BufferedReader, RawIOBase
from pathlib import Path
from typing import IO, cast

import msgspec

from tawatur.errors import InputError
from tawatur.intake.snapshot import Snapshot

MAX_BYTES = 16 * 1024 * 1024
"""The largest article, as a file or a line, that is read: sixteen mebibytes."""

_SUFFIXES = {
    ".txt": "text", ".html": "html", ".htm": "html", ".xhtml": "html", ".jsonl": "lines", ".ndjson": "lines", ".json": "json",
}  # fmt: skip
_GATHERED = frozenset(("text", "html", "lines"))


def snapshots(paths: Iterable[str | Path]) -> Iterator[Snapshot | InputError]:
    """Every article of the files and folders, in the order given, folders sorted; `-` is standard input.

    A folder gives its .txt, .html and .jsonl files; .json beside saved pages is rarely an article, and is read when named.
    What cannot be read comes out as an InputError, and the rest goes on. One article is held in memory at a time.
    """
    for path in paths:
        if str(path) == "-":
            yield from _guarded("standard input", "-", sys.stdin.buffer, "")
        elif Path(path).is_dir():
            yield from _folder(Path(path))
        else:
            yield from _file(Path(path))


def _folder(folder: Path) -> Iterator[Snapshot | InputError]:
    faults: list[OSError] = []
    found = False
    for parent, folders, names in os.walk(folder, onerror=faults.append):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and _kind(Path(name)) in _GATHERED:
                found = True
                yield from _file(Path(parent, name))
    for fault in faults:
        yield InputError(_shown(Path(fault.filename)), f"cannot be opened ({fault.strerror})", "check the path and its permissions")
    if not found and not faults:
        yield InputError(_shown(folder), "holds no .txt, .html or .jsonl file", "name a folder of articles")


def _kind(path: Path) -> str:
    return _SUFFIXES.get(Path(path.stem).suffix.lower() if path.suffix.lower() == ".gz" else path.suffix.lower(), "")


def _file(path: Path) -> Iterator[Snapshot | InputError]:
    try:
        with path.open("rb") as raw:
            stream = cast(IO[bytes], gzip.GzipFile(fileobj=raw)) if path.suffix.lower() == ".gz" else raw
            yield from _guarded(_shown(path), _shown(path), stream, _kind(path))
    except OSError as fault:
        yield _unreadable(_shown(path), fault)


def _shown(path: Path) -> str:
    """The path as text; bytes of its name that are no UTF-8 are replaced."""
    return os.fsencode(path).decode("utf-8", errors="replace")


def _guarded(where: str, source: str, stream: IO[bytes], kind: str) -> Iterator[Snapshot | InputError]:
    try:
        yield from _stream(where, source, stream, kind)
    except EOFError:
        yield InputError(where, "is cut short", "fetch it again")
    except OSError as fault:
        yield _unreadable(where, fault)


def _unreadable(where: str, fault: OSError) -> InputError:
    if isinstance(fault, FileNotFoundError):
        return InputError(where, "no such file or folder", "check the path")
    return InputError(where, f"cannot be read ({fault.strerror or fault})", "check the file and its permissions")


def _stream(where: str, source: str, stream: IO[bytes], kind: str) -> Iterator[Snapshot | InputError]:
    buffered = stream if isinstance(stream, BufferedReader) else BufferedReader(cast(RawIOBase, stream))
    kind = kind or _sniff(buffered.peek(4096)[:4096])
    if kind == "lines":
        yield from _lines(where, source, buffered)
        return
    content = buffered.read(MAX_BYTES + 1)
    if len(content) > MAX_BYTES:
        yield _too_large(where)
    elif kind == "json":
        yield from _array(where, source, content)
    else:
        yield Snapshot(source, where, "html" if kind == "html" else "text", content)


def _sniff(head: bytes) -> str:
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if start.startswith(b"{"):
        return "lines"
    if start.startswith(b"["):
        return "json"
    return "html" if start.startswith((b"<!doctype", b"<html", b"<head", b"<body", b"<?xml")) else "text"


def _lines(where: str, source: str, stream: BufferedReader) -> Iterator[Snapshot | InputError]:
    number = 0
    while line := stream.readline(MAX_BYTES + 1):
        number += 1
        if len(line) > MAX_BYTES:
            while line and not line.endswith(b"\n"):
                line = stream.readline(MAX_BYTES)
            yield _too_large(f"{where}:{number}")
        elif article := line.removeprefix(b"\xef\xbb\xbf" if number == 1 else b"").strip():
            yield Snapshot(source, f"{where}:{number}", "article", article)
    if number == 0:
        yield InputError(where, "is empty", "leave it out")


def _array(where: str, source: str, content: bytes) -> Iterator[Snapshot | InputError]:
    start = content.removeprefix(b"\xef\xbb\xbf").strip()
    if not start.startswith(b"["):
        yield Snapshot(source, where, "article", start)
        return
    try:
        items = msgspec.json.decode(start, type=list[msgspec.Raw])
    except (msgspec.DecodeError, UnicodeDecodeError) as fault:
        yield InputError(where, f"broken JSON ({fault})", "write one array of articles")
        return
    for number, item in enumerate(items, 1):
        yield Snapshot(source, f"{where}:{number}", "article", bytes(item).strip())


def _too_large(where: str) -> InputError:
    return InputError(where, f"is larger than {MAX_BYTES // 2**20} MiB", "split it into single articles")
