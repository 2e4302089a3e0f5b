from pathlib import Path

import pyarrow.parquet as pq

from tawatur.export.parquet_files import ROW_GROUP, parquet_file
from tawatur.export.tidy import tables

COVERAGE = tables()["coverage"]


def test_types_meanings_and_words_are_in_the_file(tmp_path: Path) -> None:
    with parquet_file(tmp_path, COVERAGE) as file:
        file.add({"month": None, "outlet": "=\u202eخبر", "documents": 3})
    read = pq.read_table(tmp_path / "coverage.parquet")
    assert read.to_pylist() == [{"month": None, "outlet": "=\u202eخبر", "documents": 3}]
    assert read.schema.field("documents").metadata[b"en"] == b"number of documents"
    about = pq.ParquetFile(tmp_path / "coverage.parquet").metadata
    assert (about.num_rows, about.row_group(0).column(1).compression) == (1, "ZSTD")


def test_row_groups_are_bounded(tmp_path: Path) -> None:
    count = ROW_GROUP + 3_000
    with parquet_file(tmp_path, COVERAGE) as file:
        for number in range(count):
            file.add({"month": "2020-03", "outlet": None, "documents": number})
    about = pq.ParquetFile(tmp_path / "coverage.parquet")
    assert [about.metadata.row_group(group).num_rows for group in range(about.num_row_groups)] == [ROW_GROUP, 3_000]
    assert about.read(["documents"])["documents"].to_pylist() == list(range(count))


def test_a_table_without_rows(tmp_path: Path) -> None:
    with parquet_file(tmp_path, COVERAGE) as file:
        pass
    assert file.rows == 0
    assert pq.read_table(tmp_path / "coverage.parquet").schema.names == list(COVERAGE.names)
