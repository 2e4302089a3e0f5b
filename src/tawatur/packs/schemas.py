"""What each table of the packs may hold, as `schemas.tsv` says it."""

from functools import cache
from importlib.resources import files
from typing import get_args

import msgspec

from tawatur import model
from tawatur.packs.tables import read_table


class Column(msgspec.Struct, frozen=True):
    """One column: `needed` is `yes`, `any` (of several, one) or empty; `values` as in `schemas.tsv`."""

    name: str
    needed: str
    is_apart: bool
    values: str

    @property
    def choices(self) -> frozenset[str]:
        """The values themselves, where they are listed or those of a type of `tawatur.model`."""
        if self.values in _KINDS or self.range:
            return frozenset()
        named = getattr(model, self.values, None)
        return frozenset(get_args(named) if named else (part for part in self.values.split("|") if "." not in part))

    @property
    def references(self) -> tuple[tuple[str, str], ...]:
        """The tables and columns whose values may be repeated here."""
        parts = [] if self.range else [part.partition(".") for part in self.values.split("|")]
        return tuple((table, column) for table, dot, column in parts if dot)

    @property
    def range(self) -> tuple[float, float] | None:
        """For numbers: the least, and the greatest."""
        kind, _, bounds = self.values.partition(" ")
        low, _, high = bounds.partition("..")
        return (float(low or "-inf"), float(high or "inf")) if kind in _NUMBERS else None


_KINDS = ("id", "forms", "words", "text", "date")
_NUMBERS = ("integer", "decimal")


@cache
def schemas() -> dict[str, dict[str, Column]]:
    """The columns of every table, by table name and column name."""
    tables: dict[str, dict[str, Column]] = {}
    for row in read_table("", files("tawatur.packs") / "schemas.tsv"):
        column = Column(row.get("column"), row.get("needed"), row.get("apart") == "yes", row.get("values"))
        tables.setdefault(row.get("table"), {})[column.name] = column
    return tables
