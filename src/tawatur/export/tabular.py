"""The formats `csv` and `parquet`: all tidy tables, each in its file, written in one pass over the ledger."""

from collections.abc import Iterator, Mapping
from contextlib import ExitStack

from tawatur.export.csv_files import CsvFile, csv_file
from tawatur.export.format import Format, Job, Part
from tawatur.export.parquet_files import ParquetFile, parquet_file
from tawatur.export.tidy import tables
from tawatur.export.tidy_tables import rows

_ROWS_A_TICK = 1_000


def _write_csv(job: Job) -> Iterator[Part]:
    with ExitStack() as stack:
        files = {name: stack.enter_context(csv_file(job.folder, table, is_marked=job.is_marked)) for name, table in tables().items()}
        _fill(job, files)
    return _parts(files, "csv")


def _write_parquet(job: Job) -> Iterator[Part]:
    with ExitStack() as stack:
        files = {name: stack.enter_context(parquet_file(job.folder, table)) for name, table in tables().items()}
        _fill(job, files)
    return _parts(files, "parquet")


def _fill(job: Job, files: Mapping[str, CsvFile | ParquetFile]) -> None:
    for number, (name, row) in enumerate(rows(job.ledger, job.chosen), 1):
        files[name].add(row)
        if number % _ROWS_A_TICK == 0:
            job.tick()


def _parts(files: Mapping[str, CsvFile | ParquetFile], ending: str) -> Iterator[Part]:
    return (Part(f"{name}.{ending}", file.rows, name) for name, file in files.items())


CSV = Format("csv", _write_csv, "columns")
PARQUET = Format("parquet", _write_parquet, "columns")
