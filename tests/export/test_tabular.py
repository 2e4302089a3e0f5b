import csv
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import pytest

from tawatur.export.csv_files import text
from tawatur.export.format import Job
from tawatur.export.tabular import CSV, PARQUET
from tawatur.export.tidy import tables
from tawatur.ledger.store import Ledger
from tests.ledger.examples import make_ledger


def shown(value: Any) -> str:
    found = text(tuple(value) if isinstance(value, list) else value)
    return "" if found is None else str(found)


def test_both_formats_hold_the_same(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with Ledger(make_ledger(tmp_path / "a.ledger", monkeypatch)) as ledger:
        parts = list(CSV.write(Job(ledger, tmp_path)))
        packed = list(PARQUET.write(Job(ledger, tmp_path)))
    assert [(part.table, part.rows) for part in parts] == [(part.table, part.rows) for part in packed]
    assert [part.table for part in parts] == list(tables())
    for part, other in zip(parts, packed, strict=True):
        with (tmp_path / part.file).open(encoding="utf-8", newline="") as opened:
            cells = list(csv.reader(opened))[1:]
        rows = pq.read_table(tmp_path / other.file).to_pylist()
        values = [[tuple(value) if isinstance(value, list) else value for value in row.values()] for row in rows]
        assert cells == [
            ["" if value is None else str(text(value) or "") if value != 0 else str(text(value)) for value in row] for row in values
        ]
