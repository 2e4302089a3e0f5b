import csv
from io import StringIO
from pathlib import Path

import pandas as pd
import pytest

from tawatur.export.choosing import Chosen
from tawatur.export.coded_files import ACLED, UCDP
from tawatur.export.format import Format, Job
from tawatur.export.tidy import tables, vocabulary
from tawatur.ledger.store import Ledger
from tests.ledger.examples import make_ledger


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    return make_ledger(tmp_path / "a.ledger", monkeypatch)


def written(format: Format, ledger: Path, folder: Path, chosen: Chosen | None = None) -> tuple[list[dict[str, str]], dict[str, int]]:
    """The rows of the data file, and how many events were left out by reason."""
    folder.mkdir()
    with Ledger(ledger) as book:
        parts = list(format.write(Job(book, folder, chosen or Chosen())))
    assert [part.file for part in parts] == [f"{format.name}.csv", "left_out.csv"]
    rows, left = (list(csv.DictReader(StringIO((folder / part.file).read_text(encoding="utf-8")))) for part in parts)
    assert [part.rows for part in parts] == [len(rows), len(left)]
    return rows, {row["reason"]: int(row["events"]) for row in left}


@pytest.mark.parametrize("format", [ACLED, UCDP])
def test_every_event_has_a_row_or_a_reason(format: Format, ledger: Path, tmp_path: Path) -> None:
    rows, left = written(format, ledger, tmp_path / "out")
    with Ledger(ledger) as book:
        assert len(rows) + sum(left.values()) == book.value("SELECT count(*) FROM events")
    assert list(left) == [one.value for one in vocabulary(tables(format.name)["left_out"].columns[0].values)]
    assert all(row["x_event_id"] == "event-1" for row in rows)
    assert len(rows) == 1


def test_the_same_ledger_gives_the_same_bytes(ledger: Path, tmp_path: Path) -> None:
    for name in ("one", "other"):
        written(ACLED, ledger, tmp_path / name)
    assert (tmp_path / "one" / "acled.csv").read_bytes() == (tmp_path / "other" / "acled.csv").read_bytes()


@pytest.mark.parametrize("format", [ACLED, UCDP])
def test_pandas_reads_it_without_a_warning(format: Format, ledger: Path, tmp_path: Path) -> None:
    rows, _ = written(format, ledger, tmp_path / "out")
    frame = pd.read_csv(tmp_path / "out" / f"{format.name}.csv")
    assert (len(frame), tuple(frame.columns)) == (len(rows), tables(format.name)[format.name].names)


def test_only_chosen_events_are_written_and_counted(ledger: Path, tmp_path: Path) -> None:
    rows, left = written(ACLED, ledger, tmp_path / "out", Chosen(events=frozenset()))
    assert (rows, sum(left.values())) == ([], 0)
