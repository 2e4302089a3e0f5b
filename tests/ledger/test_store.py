import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tawatur.errors import LedgerError
from tawatur.ledger.migrating import newest
from tawatur.ledger.store import APPLICATION_ID, Ledger


def test_a_new_ledger_bears_its_marks(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    with Ledger(path, create=True) as ledger:
        assert ledger.value("PRAGMA application_id") == APPLICATION_ID
        assert ledger.value("PRAGMA user_version") == newest()
        assert ledger.value("PRAGMA journal_mode") == "wal"
    with Ledger(path) as ledger:
        assert ledger.setting("inputs") == "0"


@pytest.mark.parametrize(
    ("content", "what"),
    [(b"plain text", "is no ledger"), (b"", "is no ledger"), (b"SQLite format 3\0" + b"x" * 4000, "is damaged")],
)
def test_a_file_that_is_no_ledger(tmp_path: Path, content: bytes, what: str) -> None:
    path = tmp_path / "a.ledger"
    path.write_bytes(content)
    with pytest.raises(LedgerError, match=what):
        Ledger(path)


def test_missing_foreign_and_newer_ledgers(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such ledger"):
        Ledger(tmp_path / "none.ledger")
    with pytest.raises(LedgerError, match="make the folder"):
        Ledger(tmp_path / "no" / "a.ledger", create=True)
    with pytest.raises(LedgerError, match="is a folder"):
        Ledger(tmp_path, create=True)
    foreign = tmp_path / "foreign.db"
    with sqlite3.connect(foreign) as connection:
        connection.execute("CREATE TABLE t (x)")
    connection.close()
    with pytest.raises(LedgerError, match="is no ledger"):
        Ledger(foreign, create=True)
    newer = tmp_path / "newer.ledger"
    with Ledger(newer, create=True) as ledger:
        ledger.rows("PRAGMA user_version = 99")
    with pytest.raises(LedgerError, match="newer"):
        Ledger(newer)


def test_an_empty_file_becomes_a_ledger_when_one_is_made(tmp_path: Path) -> None:
    path = tmp_path / "a.ledger"
    path.touch()
    with Ledger(path, create=True) as ledger:
        assert ledger.value("SELECT count(*) FROM documents") == 0


def write_and_fail(ledger: Ledger) -> None:
    with ledger.transaction():
        ledger.set("inputs", "7")
        raise ZeroDivisionError


def test_a_failed_transaction_leaves_nothing(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        with pytest.raises(ZeroDivisionError):
            write_and_fail(ledger)
        assert ledger.setting("inputs") == "0"


@pytest.mark.parametrize("change", ["UPDATE snapshots SET media = 'html'", "UPDATE judgements SET record = ''", "DELETE FROM judgements"])
def test_snapshots_and_judgements_are_never_changed(tmp_path: Path, change: str) -> None:
    path = tmp_path / "a.ledger"
    with Ledger(path, create=True) as ledger:
        ledger.rows("INSERT INTO snapshots VALUES ('0', 'text', x'00', '')")
        ledger.rows("INSERT INTO judgements VALUES ('j', '{}')")
    with pytest.raises(LedgerError, match="never"), Ledger(path) as ledger:
        ledger.rows(change)


def test_errors_of_sqlite_become_one_line(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match="no such table") as caught, Ledger(tmp_path / "a.ledger", create=True) as ledger:
        ledger.rows("SELECT * FROM no_such")
    assert "\n" not in str(caught.value)


def test_who_waits_for_another_writer_is_told_and_then_writes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.ledger.store._UNTIL_TOLD_S", 0.05)
    path, waits = tmp_path / "a.ledger", []
    with Ledger(path, create=True) as first:
        first.rows("BEGIN IMMEDIATE")

        def end() -> None:
            waits.append(1)
            first.rows("COMMIT")

        with Ledger(path, on_wait=end) as second, second.transaction():
            second.set("inputs", "3")
        assert (waits, first.setting("inputs")) == ([1], "3")


def test_who_waits_too_long_is_told_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tawatur.ledger.store._UNTIL_TOLD_S", 0.02)
    monkeypatch.setattr("tawatur.ledger.store._PATIENCE_S", 0.05)
    path = tmp_path / "a.ledger"
    with Ledger(path, create=True) as first:
        first.rows("BEGIN IMMEDIATE")
        with pytest.raises(LedgerError, match="another command is writing"), Ledger(path) as second, second.transaction():
            second.set("inputs", "3")


def test_what_is_written_stays_when_another_process_comes_and_goes(tmp_path: Path) -> None:
    """SQLite's locks belong to the process; opening the file a second time here must not let go of them."""
    path = tmp_path / "a.ledger"
    with Ledger(path, create=True) as first, Ledger(path) as second:
        second.connection.close()
        come_and_go = f"import pathlib, tawatur.ledger.store as s\nwith s.Ledger(pathlib.Path({str(path)!r})) as l: l.setting('inputs')"
        subprocess.run([sys.executable, "-c", come_and_go], check=True)
        first.count_input()
        asked = come_and_go.replace("l.setting('inputs')", "print(l.setting('inputs'))")
        assert subprocess.run([sys.executable, "-c", asked], check=True, capture_output=True, text=True).stdout == "1\n"
