import datetime
import sys

import pandas as pd
import pyarrow as pa
import pytest

from tawatur.client import Library, Records
from tawatur.errors import TawaturError
from tawatur.export import tidy_arrow


def numbers() -> Records[int]:
    """Claims with nothing but a number of chains."""
    return Records("claims", lambda: [1, 2, 3], lambda one: [{"claim_id": f"claim-{one}", "chains_max": one, "statement_ids": ("a", "b")}])


def test_a_list_is_found_each_time_it_is_gone_through() -> None:
    asked: list[str] = []

    def find() -> list[int]:
        asked.append("find")
        return [1]

    found = Records("claims", find, lambda _: [], lambda: 7)
    assert (len(found), asked) == (7, [])
    assert (list(found), found.first(), list(found)) == ([1], 1, [1])
    assert asked == ["find"] * 3
    assert repr(found) == "<claims: 7>"
    assert repr(numbers()) == "<claims>"


def test_nothing_is_first_in_an_empty_list() -> None:
    empty: Records[int] = Records("claims", list, lambda _: [])
    assert empty.first() is None
    assert not empty
    assert empty.to_arrow().num_rows == 0
    assert list(empty.to_pandas().columns) == list(empty.table.names)


def test_a_table_has_typed_columns_with_nulls_for_what_is_not_known() -> None:
    table = numbers().to_arrow()
    assert table.schema.field("chains_max").type == pa.int64()
    assert table.schema.field("statement_ids").type == pa.list_(pa.string())
    assert table.column("statement_ids").to_pylist()[0] == ["a", "b"]
    assert table.column("about").null_count == 3
    assert b"independent chains" in table.schema.field("chains_max").metadata[b"en"]


def test_data_frames_keep_whole_numbers_and_days(library: Library) -> None:
    frame = library.events().to_pandas()
    assert frame["killed_low"].tolist() == [3, pd.NA]
    assert str(frame["killed_low"].dtype) == "Int64"
    assert frame["date_earliest"].dt.date.tolist()[0] == datetime.date(2020, 3, 14)
    assert frame["date"].tolist()[0] == "2020-03-14"
    assert list(frame["actors"][0]) == ["فصيل مسلح"]


def test_without_the_libraries_a_list_says_how_to_get_them(monkeypatch: pytest.MonkeyPatch) -> None:
    for module in ("pandas", "pyarrow"):
        monkeypatch.setitem(sys.modules, module, None)
    tidy_arrow.pyarrow.cache_clear()
    with pytest.raises(TawaturError, match=r"pip install 'tawatur\[tables\]'"):
        numbers().to_arrow()
    with pytest.raises(TawaturError, match=r"pandas.*pip install 'tawatur\[tables\]'"):
        numbers().to_pandas()
    tidy_arrow.pyarrow.cache_clear()
