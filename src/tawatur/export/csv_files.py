"""Tables as CSV that pandas, readr, LibreOffice, Excel and DuckDB read alike: RFC 4180, in UTF-8, with lines that end in LF.

One row is one line. What is not known is empty. A cell that a spreadsheet would run as a formula has an apostrophe before it; control
characters and marks of direction are gone, and letters are composed (Unicode NFC).
"""

import csv
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from functools import lru_cache
from pathlib import Path
from typing import IO, Any

from tawatur.export.format import Job, Part
from tawatur.export.tidy import Row, Table
from tawatur.wording.outside import cell, clean

SEPARATOR = "; "
"""Between the items of a list. In an item itself its space becomes one that does not break."""
_MARK = "\ufeff"
_ROWS_A_TICK = 1_000


class CsvFile:
    """A table as it is written; `rows` counts them."""

    def __init__(self, out: IO[str], table: Table) -> None:
        self._names, self.rows = table.names, 0
        self._writer = csv.writer(out, lineterminator="\n")
        self._writer.writerow(self._names)

    def add(self, row: Row) -> None:
        self._writer.writerow([text(row[name]) for name in self._names])
        self.rows += 1


@contextmanager
def csv_file(folder: Path, table: Table, *, is_marked: bool = False) -> Iterator[CsvFile]:
    """The file of a table, `NAME.csv`, open to take rows."""
    with (folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="") as out:
        out.write(_MARK if is_marked else "")
        yield CsvFile(out, table)


def write_csv(job: Job, table: Table, rows: Iterable[Row]) -> Part:
    """All rows of one table."""
    with csv_file(job.folder, table, is_marked=job.is_marked) as file:
        for row in rows:
            file.add(row)
            if file.rows % _ROWS_A_TICK == 0:
                job.tick()
    return Part(f"{table.name}.csv", file.rows, table.name)


def text(value: Any) -> object:
    """The cell for a value of a row."""
    match value:
        case str():
            return _written(value)
        case bool():
            return "TRUE" if value else "FALSE"
        case tuple():
            return _listed(value)
        case float():
            return repr(value).removesuffix(".0")
        case datetime():
            return value.astimezone(UTC).isoformat(timespec="microseconds").replace("+00:00", "Z")
        case date():
            return value.isoformat()
    return value


@lru_cache(maxsize=4_096)
def _written(value: str) -> str:
    """A text as a cell; hashes, ids and names come many times in a row."""
    return str(cell(unicodedata.normalize("NFC", value)))


def _listed(items: tuple[str | None, ...]) -> str:
    """The items in one cell; an unknown one is empty, and so is the cell when none is known."""
    if not any(items):
        return ""
    first, *rest = (unicodedata.normalize("NFC", item or "").replace(SEPARATOR, ";\u00a0") for item in items)
    return SEPARATOR.join([_written(first), *map(clean, rest)])
