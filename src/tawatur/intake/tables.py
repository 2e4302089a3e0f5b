"""Tables as text (RFC 4180 and its relatives): CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or windows-1256.

Every row that follows the header is an article: a JSON object of its cells by the names of their columns, in the table's order.
"""

import codecs
import csv
from collections.abc import Iterator, Sequence
from io import TextIOWrapper

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.box import Box
from tawatur.intake.columns import Columns, columns_of, holds_text, may_be_header
from tawatur.intake.rows import Rows
from tawatur.intake.snapshot import Snapshot
from tawatur.intake.sniff import wide
from tawatur.model import Record

_DELIMITERS, _SURE = ",;\t|", ",;\t"
"""Of tables, and of those that nothing else speaks for: pages that people copy have menus with bars."""
_UTF8_MARK = codecs.BOM_UTF8.decode("latin-1")
_SEPARATOR = "sep="


class Layout(Record, frozen=True):
    """How a table is written. `encoding` is latin-1 for all of one byte a character or more: cells are decoded one by one."""

    encoding: str
    delimiter: str
    names: tuple[str, ...]
    columns: Columns


def layout(head: bytes, given: Columns, *, is_named: bool) -> Layout | None:
    """How the table that begins so is written; None for text that is no table of reports.

    It is one when its first line names a column of text. When nothing but this speaks for a table (`is_named` is False), the line must
    look like a header, and the row that follows it have as many cells.
    """
    encoding = wide(head) or "latin-1"
    text = head.decode(encoding, errors="replace").removeprefix("\ufeff").removeprefix(_UTF8_MARK)
    line, _, rest = text.replace("\r\n", "\n").replace("\r", "\n").partition("\n")
    if _is_separator(line):
        line, _, rest = rest.partition("\n")
    if is_named:
        layouts = [_split(line, encoding, delimiter, given) for delimiter in _DELIMITERS] if line.strip() else []
    else:
        layouts = [_split(line, encoding, mark, given) for mark in _SURE if mark in line and len(line) <= limits.LINE]
        layouts = [found for found in layouts if may_be_header(found.names) and _fits(found, rest)]
    best = max(layouts, key=lambda found: (holds_text(found.columns), len(found.names)), default=None)
    return best if best and (is_named or holds_text(best.columns)) else None


def rows(box: Box, found: Layout) -> Iterator[Snapshot | InputError]:
    """The rows, one at a time; those that cannot be read are named, and the rest goes on.

    `where` counts rows as spreadsheets do: the header is the first.
    """
    table = Rows(box, found.names, found.columns)
    lines = _Lines(box, found.encoding)
    csv.field_size_limit(limits.ARTICLE)
    reader = csv.reader(lines, delimiter=found.delimiter)
    decoder = _Decoder(found.encoding)
    number = 0
    try:
        for number, cells in enumerate(reader, 1):
            lines.since = 0
            if number > 1 and any(cells):
                yield table.row(number, decoder.decoded(cells))
    except csv.Error as fault:
        yield InputError(f"{box.label.where}:{number + 1}", f"is a broken table ({fault})", "look for a quotation mark without its pair")
    except UnicodeError:
        yield InputError(f"{box.label.where}:{number + 1}", "holds damaged UTF-16", "save the table as UTF-8")
    yield from table.faults()


def _split(line: str, encoding: str, delimiter: str, given: Columns) -> Layout:
    try:
        cells = next(csv.reader([line], delimiter=delimiter), [])
        names = named(_Decoder(encoding).decoded(cells[: limits.COLUMNS + 1]) or [])
    except csv.Error:
        names = ()
    return Layout(encoding, delimiter, names, columns_of(names, given))


def _fits(found: Layout, rest: str) -> bool:
    """Whether the first row below the header has as many cells."""
    try:
        following = next((cells for cells in csv.reader(rest.splitlines(keepends=True), delimiter=found.delimiter) if any(cells)), [])
    except csv.Error:
        return False
    return len(following) == len(found.names)


def _is_separator(line: str) -> bool:
    """Whether a line is that by which Excel tells what parts the cells: `sep=;`."""
    return line.startswith(_SEPARATOR) and len(line.strip()) == len(_SEPARATOR) + 1


def named(cells: Sequence[str]) -> tuple[str, ...]:
    """A name for every column, no two the same."""
    names: list[str] = []
    for number, cell in enumerate(cells, 1):
        name = " ".join(cell.replace("\ufeff", "").split()) or f"column {number}"
        names.append(f"{name} ({number})" if name in names else name)
    return tuple(names)


class _Decoder:
    """Cells to text: UTF-8, unless the first cells beyond ASCII are not; then windows-1256."""

    def __init__(self, encoding: str) -> None:
        self._is_wide, self._encoding = encoding != "latin-1", ""

    def decoded(self, cells: Sequence[str]) -> list[str] | None:
        """None for cells of damaged UTF-8."""
        if self._is_wide or all(map(str.isascii, cells)):
            return list(cells)
        content = [cell.encode("latin-1") for cell in cells]
        try:
            decoded = [cell.decode(self._encoding or "utf-8") for cell in content]
            self._encoding = self._encoding or "utf-8"
        except UnicodeDecodeError:
            if self._encoding:
                return None
            self._encoding = "cp1256"
            decoded = [cell.decode("cp1256") for cell in content]
        return decoded


class _Lines:
    """The lines of a table, within limits: `since` counts the characters of one row, which may go over several lines."""

    def __init__(self, box: Box, encoding: str) -> None:
        self._where, self.since, self._is_first = box.label.where, 0, True
        self._text = TextIOWrapper(box.stream(), encoding, newline="")

    def __iter__(self) -> Iterator[str]:
        while line := self._text.readline(limits.ARTICLE):
            self.since += len(line)
            if self.since > 2 * limits.ARTICLE or (len(line) == limits.ARTICLE and not line.endswith(("\n", "\r"))):
                raise limits.too_large(self._where, limits.ARTICLE)
            if self._is_first:
                line = line.removeprefix("\ufeff").removeprefix(_UTF8_MARK)
                self._is_first = False
                if _is_separator(line):
                    continue
            yield line
