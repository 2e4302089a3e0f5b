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
        return _choices(self.values)

    @property
    def references(self) -> tuple[tuple[str, str], ...]:
        """The tables and columns whose values may be repeated here."""
        return _references(self.values)

    @property
    def range(self) -> tuple[float, float] | None:
        """For numbers: the least, and the greatest."""
        return _range(self.values)


@cache
def _choices(values: str) -> frozenset[str]:
    if values in _KINDS or _range(values):
        return frozenset()
    named = getattr(model, values, None)
    return frozenset(get_args(named) if named else (part for part in values.split("|") if "." not in part))


@cache
def _references(values: str) -> tuple[tuple[str, str], ...]:
    parts = [] if _range(values) else [part.partition(".") for part in values.split("|")]
    return tuple((table, column) for table, dot, column in parts if dot)


@cache
def _range(values: str) -> tuple[float, float] | None:
    kind, _, bounds = values.partition(" ")
    low, _, high = bounds.partition("..")
    return (float(low or "-inf"), float(high or "inf")) if kind in _NUMBERS else None


_KINDS = ("id", "forms", "words", "text", "date", "domains")
_NUMBERS = ("integer", "decimal")


@cache
def schemas() -> dict[str, dict[str, Column]]:
    """The columns of every table, by table name and column name."""
    tables: dict[str, dict[str, Column]] = {}
    for row in read_table("", files("tawatur.packs") / "schemas.tsv"):
        column = Column(row.get("column"), row.get("needed"), row.get("apart") == "yes", row.get("values"))
        tables.setdefault(row.get("table"), {})[column.name] = column
    return tables
