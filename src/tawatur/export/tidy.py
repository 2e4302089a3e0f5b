"""The tidy tables: one row is one thing, one column one fact about it. What each is and means stands in tables of data beside this module.

`columns.tsv` defines the tables of `--format csv` and `parquet`; another format brings a file of the same form under its own name.
Rows, schemas and data dictionaries are all made from these definitions.
"""

from functools import cache
from importlib.resources import files
from itertools import groupby
from typing import Any, Literal

from tawatur.model import Record

ColumnType = Literal["string", "int64", "float64", "bool", "date32", "timestamp", "list"]
"""As Arrow names them; `list` is a list of strings, and `timestamp` a moment in UTC, to the microsecond."""

Row = dict[str, Any]
"""The cells of a row by column: str, int, float, bool, date, datetime, a tuple of str or None, or None. None is not known, or not said."""


class Value(Record, frozen=True):
    """One value of a vocabulary, and what it means in Arabic and English."""

    vocabulary: str
    value: str
    ar: str
    en: str


class Column(Record, frozen=True):
    """A column, its unit, the vocabulary of its values, and what it means. `unit` and `values` are empty where there is none."""

    name: str
    type: ColumnType
    unit: str
    values: str
    ar: str
    en: str


class Table(Record, frozen=True):
    """A table, the columns that tell its rows apart, and what one row is."""

    name: str
    key: tuple[str, ...]
    columns: tuple[Column, ...]
    ar: str
    en: str

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(column.name for column in self.columns)


@cache
def tables(definition: str = "columns") -> dict[str, Table]:
    """The tables that the file `definition`.tsv of this room defines, by name, in its order."""
    found = {}
    for name, lines in groupby(_lines(definition), key=lambda cells: cells[0]):
        (_, _, key, _, _, ar, en), *columns = lines
        found[name] = Table(name, tuple(key.split(", ")), tuple(Column(*cells[1:]) for cells in columns), ar, en)  # type: ignore[arg-type]
    return found


@cache
def vocabulary(name: str) -> tuple[Value, ...]:
    """The values of a vocabulary, in order; none for a name that `values.tsv` lacks."""
    return tuple(Value(*cells) for cells in _lines("values") if cells[0] == name)


def _lines(file: str) -> list[list[str]]:
    """The cells of a file's lines, without comments and header."""
    text = (files("tawatur.export") / f"{file}.tsv").read_text(encoding="utf-8")
    return [line.split("\t") for line in text.splitlines() if line and not line.startswith("#")][1:]
