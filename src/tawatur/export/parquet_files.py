"""Tables as Parquet, compressed with Zstandard, with types and meanings in the schema, written as the rows come."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from tawatur.export.tidy import Row, Table
from tawatur.export.tidy_arrow import BATCH, pyarrow, schema

ROW_GROUP = 32 * BATCH
"""Rows that are held in memory, packed, until they are written together."""


class ParquetFile:
    """A table as it is written; `rows` counts them. Every text is as the ledger has it."""

    def __init__(self, path: Path, table: Table) -> None:
        self._shape, self._rows, self.rows = schema(table), list[Row](), 0
        self._batches: list[Any] = []
        self._writer = pyarrow("pyarrow.parquet").ParquetWriter(path, self._shape, compression="zstd", version="2.6")

    def add(self, row: Row) -> None:
        self._rows.append(row)
        self.rows += 1
        if len(self._rows) == BATCH:
            self._pack()
        if len(self._batches) * BATCH == ROW_GROUP:
            self._flush()

    def finish(self) -> None:
        """Writes what waits, and the end of the file."""
        self._pack()
        self._flush()
        self._writer.close()

    def _pack(self) -> None:
        if self._rows:
            self._batches.append(pyarrow().RecordBatch.from_pylist(self._rows, schema=self._shape))
            self._rows.clear()

    def _flush(self) -> None:
        if self._batches:
            self._writer.write_table(pyarrow().Table.from_batches(self._batches), row_group_size=ROW_GROUP)
            self._batches.clear()


@contextmanager
def parquet_file(folder: Path, table: Table) -> Iterator[ParquetFile]:
    """The file of a table, `NAME.parquet`, open to take rows; whole when the block ends without a fault."""
    file = ParquetFile(folder / f"{table.name}.parquet", table)
    yield file
    file.finish()
