"""The conditions of a question to the ledger's tables, and dates as bounds of it."""

from collections.abc import Iterable
from typing import Any

from tawatur import edtf
from tawatur.errors import TawaturError
from tawatur.text.fold import fold


class Conditions:
    """What a WHERE says, and its parameters, put together piece by piece."""

    def __init__(self) -> None:
        self._pieces: list[str] = []
        self.parameters: list[Any] = []

    @property
    def where(self) -> str:
        return " AND ".join(self._pieces) or "1"

    @property
    def apart(self) -> str:
        """What stands before a column of GROUP BY: a `+`, by which SQLite sets its index aside, where conditions leave few rows."""
        return "+" if self._pieces else ""

    def add(self, piece: str, *parameters: Any) -> None:
        self._pieces.append(piece)
        self.parameters += parameters

    def equal(self, **columns: str | None) -> None:
        """Holds the columns to values; None holds nothing."""
        for column, value in columns.items():
            if value is not None:
                self.add(f"{column} = ?", value)

    def words(self, piece: str, text: str | None) -> None:
        """One condition for each folded word of a text; the piece has one `?` for it."""
        for word in folded(text):
            self.add(piece, word)

    def days(self, first: str | None, last: str | None) -> None:
        """Keeps what can have been on the days asked for, EDTF dates, both included; what has no date is left out."""
        if not first and not last:
            return
        start, end = bound(first, 0) if first else "0000", bound(last, 1) if last else "9999"
        self.add("(first_day BETWEEN ? AND ? OR (first_day != last_day AND first_day < ? AND last_day >= ?))", start, end, start, start)


def folded(text: str | None) -> Iterable[str]:
    return fold(text or "").split()


def bound(date: str, which: int) -> str:
    """The first (0) or last (1) day that a date may mean. Raises TawaturError for what is none."""
    span = edtf.bounds(date)
    if span is None:
        raise TawaturError(f"{date}: is no date; write it as 2020-03-14 or 2020-03")
    return span[which].isoformat()
