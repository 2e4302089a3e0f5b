import csv
import io
from datetime import UTC, date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tawatur.export.csv_files import CsvFile, csv_file, text, write_csv
from tawatur.export.format import Job, Part
from tawatur.export.tidy import Column, Row, Table
from tawatur.ledger.store import Ledger

TABLE = Table("things", ("a",), (Column("a", "string", "", "", "ا", "a"), Column("b", "list", "", "", "ب", "b")), "أشياء", "things")


@pytest.mark.parametrize(
    ("value", "cell"),
    [
        (None, None),
        ("خبر", "خبر"),
        ("=1+2", "'=1+2"),
        ("\u202e=cmd", "'=cmd"),
        (" -\nنعم", "'- نعم"),
        ("سطر\r\nثان\u2028ثالث", "سطر ثان ثالث"),
        ("\u2067نص\u2069", "نص"),
        ("ا\u0653", "آ"),
        (True, "TRUE"),
        (False, "FALSE"),
        (0, 0),
        (-5, -5),
        (-0.5, "-0.5"),
        (33.0, "33"),
        (date(2020, 3, 14), "2020-03-14"),
        (datetime(2020, 3, 14, 1, 2, 3, 4, timezone(timedelta(hours=3))), "2020-03-13T22:02:03.000004Z"),
        ((), ""),
        ((None, None), ""),
        (("a", None, "c"), "a; ; c"),
        (("a; b", "=c"), "a;\u00a0b; =c"),
        (("=a", "b"), "'=a; b"),
        ((None, "=a"), "; =a"),
    ],
)
def test_what_stands_in_a_cell(value: Any, cell: object) -> None:
    assert text(value) == cell


def test_a_file_of_rows(tmp_path: Path) -> None:
    with csv_file(tmp_path, TABLE) as file:
        file.add({"b": ("x", "y"), "a": 'قال: "نعم", ثم مضى'})
        file.add({"a": None, "b": ()})
    written = (tmp_path / "things.csv").read_bytes()
    assert written == 'a,b\n"قال: ""نعم"", ثم مضى",x; y\n,\n'.encode()
    assert file.rows == 2


def test_a_mark_for_excel(tmp_path: Path) -> None:
    with csv_file(tmp_path, TABLE, is_marked=True):
        pass
    assert (tmp_path / "things.csv").read_bytes() == b"\xef\xbb\xbfa,b\n"


def test_a_row_without_a_column_is_a_fault(tmp_path: Path) -> None:
    with csv_file(tmp_path, TABLE) as file, pytest.raises(KeyError):
        file.add({"a": "x"})


def test_work_is_told_by_the_thousand(tmp_path: Path) -> None:
    told = []
    rows: list[Row] = [{"a": str(number), "b": ()} for number in range(2_500)]
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        part = write_csv(Job(ledger, tmp_path, tick=lambda: told.append(1)), TABLE, rows)
    assert (part, len(told)) == (Part("things.csv", 2_500, "things"), 2)
    with (tmp_path / "things.csv").open(encoding="utf-8", newline="") as opened:
        assert [row["a"] for row in csv.DictReader(opened)] == [row["a"] for row in rows]


def test_moments_are_utc() -> None:
    assert text(datetime(2026, 1, 1, tzinfo=UTC)) == "2026-01-01T00:00:00.000000Z"


HOSTILE = st.text(st.one_of(st.sampled_from(" \t\r\n=+-@＝'\",;\u202e\u2066\u200f\u2028\x00"), st.characters()), max_size=20)


@given(HOSTILE, st.lists(st.one_of(st.none(), HOSTILE), max_size=4).map(tuple))
def test_no_text_from_outside_breaks_a_row_or_begins_a_formula(words: str, items: tuple[str | None, ...]) -> None:
    out = io.StringIO(newline="")
    file = CsvFile(out, TABLE)
    file.add({"a": words, "b": items})
    written = out.getvalue()
    assert written.count("\n") == 2
    assert not set(written) & set("\r\x00\u2028\u202e\u2066\u200f\t")
    _, cells = csv.reader(io.StringIO(written, newline=""))
    assert not any(one.strip().startswith(("=", "+", "-", "@", "＝")) for one in cells)
    if any(items):
        assert len(cells[1].split("; ")) == len(items)
