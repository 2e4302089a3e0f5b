"""Spreadsheets of Excel (ECMA-376): every sheet with a column of text, row by row."""

import warnings
from collections.abc import Iterator
from typing import IO, Any
from zipfile import ZipFile

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.box import Box
from tawatur.intake.columns import Columns, columns_of, holds_text
from tawatur.intake.rows import Rows, without_text
from tawatur.intake.snapshot import Snapshot
from tawatur.intake.tables import named

_LOOKED_AT = 20
"""Rows in which a header is looked for: some tables have a heading above it."""


def sheets(box: Box, archive: ZipFile, file: IO[bytes], given: Columns) -> Iterator[Snapshot | InputError]:
    """The rows of every sheet that has a column of text. Raises InputError for a workbook without one, or one that cannot be read."""
    _check_size(box, archive)
    try:
        yield from _workbook(box, file, given)
    except InputError:
        raise
    except Exception as fault:  # the library raises whatever its parsing comes upon
        raise box.fault(f"is a damaged workbook ({type(fault).__name__}: {fault})", "save it again, or save it as .csv") from fault


def _check_size(box: Box, archive: ZipFile) -> None:
    members = archive.infolist()
    size, packed = sum(member.file_size for member in members), sum(member.compress_size for member in members)
    if size > limits.WORKBOOK or (size > limits.FREE and size > limits.RATIO * packed):
        raise box.fault(f"unpacks to {size // limits.MIB} MiB", "save it as .csv")


def _workbook(box: Box, file: IO[bytes], given: Columns) -> Iterator[Snapshot | InputError]:
    from openpyxl import load_workbook

    file.seek(0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book = load_workbook(file, read_only=True, data_only=True, keep_links=False)
    passed: list[tuple[str, ...]] = []
    for sheet in book.worksheets:
        number, names = _header(sheet, given)
        columns = columns_of(names, given)
        if holds_text(columns):
            prefix = f"!{sheet.title}" if len(book.worksheets) > 1 else ""
            yield from _rows(Rows(box, names, columns, prefix), sheet, number, len(names))
        elif names:
            passed.append(names)
    if len(passed) == len(book.worksheets):
        raise without_text(box, passed[0] if passed else ())


def _header(sheet: Any, given: Columns) -> tuple[int, tuple[str, ...]]:
    """Number and names of the first row that names a column of text; of the first that holds anything, where there is none."""
    first: tuple[int, tuple[str, ...]] = (0, ())
    for number, cells in enumerate(_cells(sheet, 1, _LOOKED_AT, limits.COLUMNS), 1):
        names = _names(cells)
        if names and holds_text(columns_of(names, given)):
            return number, names
        first = first if first[1] else (number, names)
    return first


def _names(cells: tuple[Any, ...]) -> tuple[str, ...]:
    texts = ["" if cell is None else str(cell) for cell in cells]
    while texts and not texts[-1].strip():
        texts.pop()
    return named(texts)


def _rows(table: Rows, sheet: Any, header: int, width: int) -> Iterator[Snapshot | InputError]:
    for number, cells in enumerate(_cells(sheet, header + 1, limits.SHEET_ROWS, width), header + 1):
        if any(cell not in (None, "") for cell in cells):
            yield table.row(number, cells)
    yield from table.faults()


def _cells(sheet: Any, first: int, last: int, width: int) -> Iterator[tuple[Any, ...]]:
    """The values of the rows, no further than the sheet goes, whatever it says of its own size."""
    sheet.reset_dimensions()
    rows = sheet.iter_rows(min_row=first, max_row=last, max_col=width, values_only=True)
    while True:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            cells = next(rows, None)
        if cells is None:
            return
        yield cells
