from datetime import date, datetime, time, timedelta

import pytest

from tawatur.errors import InputError
from tawatur.intake import limits
from tawatur.intake.rows import Rows
from tawatur.intake.snapshot import Snapshot
from tests.intake.boxes import box

TEXT = (("a", "text"),)


def test_cells_of_every_kind_have_one_form() -> None:
    cells = [
        datetime(2020, 3, 14),
        datetime(2020, 3, 14, 9, 30),
        date(2020, 3, 14),
        time(9, 30),
        timedelta(hours=1),
        3.0,
        2.5,
        True,
        "",
        None,
    ]
    names = [chr(ord("a") + number) for number in range(len(cells))]
    row = Rows(box(b""), names, TEXT).row(2, cells)
    assert isinstance(row, Snapshot)
    assert row.content == (
        b'{"a":"2020-03-14","b":"2020-03-14T09:30:00","c":"2020-03-14","d":"09:30:00","e":"1:00:00","f":3,"g":2.5,"h":true,"i":null,"j":null}'
    )
    assert (row.columns, row.where) == (TEXT, "box:2")


def test_a_table_of_too_many_columns_and_of_no_text() -> None:
    with pytest.raises(InputError, match="more than 1,000 columns"):
        Rows(box(b""), ["a"] * 1001, TEXT)
    with pytest.raises(InputError, match="its columns: b, c"):
        Rows(box(b""), ["b", "c"], ())


def test_a_row_beyond_the_limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(limits, "ARTICLE", 100)
    assert isinstance(Rows(box(b""), ["a"], TEXT).row(2, ["x" * 200]), InputError)
