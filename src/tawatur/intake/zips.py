"""Zip archives, one member at a time: names are shown and never used as paths, and sizes are checked before they are believed."""

import re
import struct
from collections.abc import Iterator
from datetime import UTC, datetime
from itertools import pairwise
from typing import IO, cast
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipExtFile, ZipFile, ZipInfo

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.box import Box, Label, Options
from tawatur.intake.folders import Beside, suffix
from tawatur.intake.zips_cut import rescued
from tawatur.moments import written

_LINK, _KINDS = 0o120000, 0o170000
_ENCRYPTED = 1
_EXTENDED_TIME = 0x5455
_LEAST_HEADER = 30
_WEB_ARCHIVES = "archive/"
"""Where a WACZ file has its web archives; what else is in it tells of them."""
_KNOWN = {"docx": re.compile(r"word/document\d*\.xml"), "xlsx": re.compile(r"xl/workbook\d*\.xml")}
_REFUSED = {
    "ppt/presentation.xml": ("is a presentation", "save its text as .docx or .txt"),
    "META-INF/container.xml": ("is an e-book", "save its text as .docx or .txt"),
    "content.xml": ("is an OpenDocument file", "save it as .docx or .xlsx"),
    "xl/workbook.bin": ("is a binary workbook", "save it as .xlsx or .csv"),
    "AndroidManifest.xml": ("is a program", "leave it out"),
}


def opened(box: Box, file: IO[bytes]) -> ZipFile | None:
    """The archive, checked; None when its end, where its table of contents stands, is missing.

    Raises InputError for members that overlap, as those of bombs do, and for a table of contents beyond all measure.
    """
    try:
        archive = ZipFile(_Measured(file, box.label.where))
    except (BadZipFile, struct.error, UnicodeDecodeError, NotImplementedError):
        return None
    members = sorted(archive.infolist(), key=lambda member: member.header_offset)
    for one, other in pairwise(members):
        if one.header_offset + _LEAST_HEADER + one.compress_size > other.header_offset:
            raise box.fault("holds members that overlap, as bombs do", "leave it out")
    if sum(member.file_size for member in members) > box.budget.left:
        raise box.fault("unpacks to more than is read from one source", "unpack it, and add its parts one by one")
    return archive


def kind(archive: ZipFile) -> str | tuple[str, str]:
    """`docx`, `xlsx`, `wacz` or `zip`; or, for what is not read, what it is and what to do."""
    names = set(archive.namelist())
    if "datapackage.json" in names and any(name.startswith(_WEB_ARCHIVES) for name in names):
        return "wacz"
    is_package = names & {"[Content_Types].xml", "mimetype", "classes.dex"}
    if known := next((known for known, part in _KNOWN.items() if is_package and any(map(part.fullmatch, names))), None):
        return known
    return next((refused for name, refused in _REFUSED.items() if is_package and name in names), "zip")


def members(box: Box, archive: ZipFile, options: Options, *, is_wacz: bool) -> Iterator[Box | InputError]:
    """What may be a report, in the order of the archive. Folders and parts of saved pages are passed over."""
    beside = Beside(archive.namelist())
    for member in archive.infolist():
        if member.filename.endswith("/") or (is_wacz and not member.filename.startswith(_WEB_ARCHIVES)):
            continue
        if beside.is_part(member.filename):
            options.skipped["part"] += 1
            continue
        if box.budget.is_spent:
            return
        yield _member(box, archive, member)


def cut_short(box: Box, file: IO[bytes]) -> Iterator[Box | InputError]:
    """The members before the cut, of an archive that lost its end, and then the fault."""
    is_wacz = False
    for name, stream in rescued(file):
        is_wacz = is_wacz or (name.startswith(_WEB_ARCHIVES) and ".warc" in name)
        if is_wacz and not name.startswith(_WEB_ARCHIVES):
            continue
        label = _label(box, name, box.label.seen_at)
        yield Box(label, limits.Unpacked(stream.read, file.tell, label.where, box.budget), box.budget)
    yield box.fault("is a zip archive cut short or damaged", "fetch it again")


def _member(box: Box, archive: ZipFile, member: ZipInfo) -> Box | InputError:
    label = _label(box, member.filename, _time(member) or box.label.seen_at)
    if member.flag_bits & _ENCRYPTED:
        return InputError(label.where, "is encrypted", "unpack the archive with its password, and add the files")
    if member.external_attr >> 16 & _KINDS == _LINK:
        return InputError(label.where, "is a link, and is not followed", "pack the file itself")
    if member.compress_type not in (ZIP_STORED, ZIP_DEFLATED):
        return InputError(label.where, "is packed by a method that is not read", "unpack the archive, or pack it again as an ordinary zip")
    try:
        stream = archive.open(member)
    except (BadZipFile, OSError, ValueError, RuntimeError, struct.error) as fault:
        return InputError(label.where, f"is damaged ({fault})", "fetch the archive again")
    return Box(label, limits.Unpacked(cast(ZipExtFile, stream).read1, lambda: member.compress_size, label.where, box.budget), box.budget)


def _label(box: Box, name: str, seen_at: str | None) -> Label:
    where = f"{box.label.where}!{shown(name)}"
    return Label(where, f"{box.label.source}!{shown(name)}", suffix(name), seen_at=seen_at, is_asked=False, depth=box.label.depth + 1)


def shown(name: str) -> str:
    """A name as it may stand in a message: one line, and not endless."""
    return "".join(letter if letter.isprintable() else "\ufffd" for letter in name[:500])


def _time(member: ZipInfo) -> str | None:
    """When a member was last changed: in UTC where the archive says so, else its local time taken as it stands."""
    seconds = _extended_time(member.extra)
    try:
        moment = datetime.fromtimestamp(seconds, UTC) if seconds is not None else datetime(*member.date_time, tzinfo=UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return written(moment) if moment.year > 1980 else None


def _extended_time(extra: bytes) -> int | None:
    while len(extra) >= 4:
        tag, size = struct.unpack("<HH", extra[:4])
        if tag == _EXTENDED_TIME and size >= 5 and len(extra) >= 9 and extra[4] & 1:
            return int.from_bytes(extra[5:9], "little", signed=True)
        extra = extra[4 + size :]
    return None


class _Measured:
    """A file that is not read in one gulp beyond what a table of contents may take."""

    def __init__(self, file: IO[bytes], where: str) -> None:
        self._file, self._where = file, where
        self.seek, self.tell, self.close = file.seek, file.tell, file.close

    def seekable(self) -> bool:
        return True

    def read(self, count: int = -1) -> bytes:
        if count > limits.DIRECTORY:
            raise InputError(self._where, "has a table of contents beyond all measure", "pack it again in several archives")
        return self._file.read(count)
