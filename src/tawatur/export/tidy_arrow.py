"""The tidy tables as Arrow tables: types and meanings from the definitions, rows in batches.

Needs pyarrow, which comes with `tawatur[tables]`; without it every function raises TawaturError.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from importlib import import_module
from itertools import islice
from typing import TYPE_CHECKING, Any

from tawatur.errors import TawaturError
from tawatur.export.tidy import Column, Row, Table

if TYPE_CHECKING:
    import pyarrow as pa

BATCH = 2_048
"""Rows that are held as Python values at a time."""


@cache
def pyarrow(module: str = "pyarrow") -> Any:
    """The library, or a module of it. Raises TawaturError where it is not installed."""
    try:
        return import_module(module)
    except ImportError as fault:
        raise TawaturError(
            "Arrow and Parquet need pyarrow; install it with `pip install 'tawatur[tables]'`, or take --format csv"
        ) from fault


def schema(table: Table) -> "pa.Schema":
    """The columns, none of which must be known, and as metadata what the table and each of them means."""
    fields = [_field(column) for column in table.columns]
    return pyarrow().schema(fields, metadata={"table": table.name, "key": ", ".join(table.key), "ar": table.ar, "en": table.en})


def batches(table: Table, rows: Iterable[Row], size: int = BATCH) -> Iterator["pa.RecordBatch"]:
    """The rows, `size` at a time."""
    shape, waiting = schema(table), iter(rows)
    while some := list(islice(waiting, size)):
        yield pyarrow().RecordBatch.from_pylist(some, schema=shape)


def to_table(table: Table, rows: Iterable[Row]) -> "pa.Table":
    """All rows in memory, as one Arrow table."""
    return pyarrow().Table.from_batches(batches(table, rows), schema=schema(table))


def _field(column: Column) -> "pa.Field":
    meaning = {"unit": column.unit, "values": column.values, "ar": column.ar, "en": column.en}
    return pyarrow().field(column.name, _types()[column.type], metadata={key: text for key, text in meaning.items() if text})


@cache
def _types() -> dict[str, Any]:
    arrow = pyarrow()
    return {
        "string": arrow.string(), "int64": arrow.int64(), "float64": arrow.float64(), "bool": arrow.bool_(), "date32": arrow.date32(),
        "timestamp": arrow.timestamp("us", tz="UTC"), "list": arrow.list_(arrow.string()),
    }  # fmt: skip
