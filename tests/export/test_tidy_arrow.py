from collections.abc import Iterator
from datetime import UTC, date, datetime

import pyarrow as pa
import pytest

from tawatur.errors import TawaturError
from tawatur.export import tidy_arrow
from tawatur.export.tidy import Row, tables


def test_types_and_meanings_are_those_of_the_definition() -> None:
    events = tidy_arrow.schema(tables()["events"])
    assert events.names == list(tables()["events"].names)
    assert events.field("date_earliest").type == pa.date32()
    assert events.field("actors").type == pa.list_(pa.string())
    assert events.field("chains_max").metadata[b"unit"] == b"chains"
    assert events.field("mode").metadata[b"values"] == b"Mode"
    assert b"unit" not in events.field("mode").metadata
    assert events.metadata[b"key"] == b"event_id"


def test_rows_come_back_as_they_went_in() -> None:
    table = tables()["judgements"]
    row: Row = dict.fromkeys(table.names)
    row |= {"judgement_id": "j", "object_ids": ("a", None), "at": datetime(2026, 1, 2, 3, 4, 5, 6, tzinfo=UTC)}
    (back,) = tidy_arrow.to_table(table, [row]).to_pylist()
    assert back == {**row, "object_ids": ["a", None]}
    dated = {**dict.fromkeys(tables()["events"].names), "date_earliest": date(1, 1, 1)}
    assert tidy_arrow.to_table(tables()["events"], [dated])["date_earliest"].to_pylist() == [date(1, 1, 1)]
    assert tidy_arrow.to_table(table, []).num_rows == 0


def test_rows_are_held_a_batch_at_a_time() -> None:
    taken = []

    def rows() -> Iterator[Row]:
        for number in range(10):
            taken.append(number)
            yield {"month": None, "outlet": "a", "documents": number}

    found = tidy_arrow.batches(tables()["coverage"], rows(), 4)
    assert (next(found).num_rows, len(taken)) == (4, 4)
    assert [batch.num_rows for batch in found] == [4, 2]


def test_without_the_library_the_fault_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tidy_arrow, "import_module", lambda name: __import__(f"no_such_{name}"))
    tidy_arrow.pyarrow.cache_clear()
    with pytest.raises(TawaturError, match=r"tawatur\[tables\]"):
        tidy_arrow.schema(tables()["events"])
