"""Rows of tables to snapshots: a JSON object of the cells by the names of their columns, the same for the same row at all times."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any

import msgspec

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.box import Box
from tawatur.intake.columns import Columns, holds_text
from tawatur.intake.dates import normalise_date
from tawatur.intake.snapshot import Snapshot


class Rows:
    """One table. `prefix` stands before the number of a row, where a file holds several tables.

    Raises InputError for a table without a column of text, and for one of too many columns.
    """

    def __init__(self, box: Box, names: Sequence[str], columns: Columns, prefix: str = "") -> None:
        if not holds_text(columns):
            raise without_text(box, names)
        if len(names) > limits.COLUMNS:
            raise box.fault(f"has more than {limits.COLUMNS:,} columns", "keep those that matter")
        self._box, self._names, self._columns = box, names, columns
        self._where = f"{box.label.where}{prefix}"
        self._dates = next((name for name, field in columns if field == "published"), None)
        self._undated: list[tuple[int, str]] = []

    def row(self, number: int, cells: Sequence[Any] | None) -> Snapshot | InputError:
        """A snapshot of a row; `cells` is None for one that could not be decoded."""
        where = f"{self._where}:{number}"
        if cells is None:
            return InputError(where, "holds damaged UTF-8", "save the table as UTF-8")
        if any(cell not in (None, "") for cell in cells[len(self._names) :]):
            what = f"has {len(cells)} cells under {len(self._names)} columns"
            return InputError(where, what, "put cells that hold a comma between quotation marks")
        values = [_plain(cell) for cell in cells] + [None] * (len(self._names) - len(cells))
        article = dict(zip(self._names, values, strict=False))
        self._note_date(number, article)
        content = msgspec.json.encode(article)
        if len(content) > limits.ARTICLE:
            return limits.too_large(where, limits.ARTICLE)
        return msgspec.structs.replace(self._box.snapshot("article", content, where), columns=self._columns)

    def faults(self) -> Iterator[InputError]:
        """What is wrong with the table as a whole: one line for all days that cannot be read."""
        if self._undated:
            number, stated = self._undated[0]
            what = f"{len(self._undated)} days in the column {self._dates!r} cannot be read, the first in row {number} ({stated[:40]!r})"
            yield InputError(self._where, what, "write them as 2020-03-14; the reports went in without them")

    def _note_date(self, number: int, article: dict[str, Any]) -> None:
        stated = article.get(self._dates) if self._dates else None
        if isinstance(stated, str) and stated.strip() and normalise_date(stated) is None:
            self._undated.append((number, stated))


def without_text(box: Box, names: Sequence[str]) -> InputError:
    listed = ", ".join(name[:40] for name in names[:30]) or "none"
    return box.fault(f"has no column that is known to hold the text (its columns: {listed})", "say which it is, with --map text=COLUMN")


def _plain(cell: Any) -> Any:
    """A cell as JSON has it: days and times in ISO 8601, whole numbers without a fraction, nothing as null."""
    if isinstance(cell, datetime):
        return cell.date().isoformat() if cell.time() == time() else cell.isoformat()
    if isinstance(cell, date | time):
        return cell.isoformat()
    if isinstance(cell, timedelta):
        return str(cell)
    if isinstance(cell, float) and cell.is_integer():
        return int(cell)
    return None if cell == "" else cell if isinstance(cell, str | int | float | None) else str(cell)
