"""Many readers and one writer of one ledger."""

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from tawatur.errors import LedgerError
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.store import Ledger
from tawatur.web.ledgers import Ledgers, state
from tawatur.web.options import Options


def test_threads_share_the_connections(ledger: Path) -> None:
    ledgers = Ledgers(Options(ledger))

    def count(_: int) -> int:
        with ledgers.reading() as book:
            return int(book.value("SELECT count(*) FROM documents"))

    with ThreadPoolExecutor(12) as pool:
        assert set(pool.map(count, range(60))) == {55}
    ledgers.close()


def test_what_is_judged_is_seen_by_the_next_reader(ledger: Path) -> None:
    ledgers = Ledgers(Options(ledger))
    with ledgers.reading() as book:
        before, mention = state(book), book.value("SELECT id FROM mentions ORDER BY id")
    with ledgers.writing() as book:
        judge(book, Decision("wrong", mention), "Nour", "an example")
    with ledgers.reading() as book:
        assert state(book) != before
        assert book.value("SELECT count(*) FROM event_mentions WHERE mention = ?", mention) == 0
    ledgers.close()


def test_one_who_fails_gives_the_connection_back(ledger: Path) -> None:
    ledgers = Ledgers(Options(ledger))
    for _ in range(9):
        with pytest.raises(ValueError, match="broken"), ledgers.reading():
            raise ValueError("broken")
    with ledgers.reading() as book:
        assert book.value("SELECT 1") == 1
    ledgers.close()


def test_readers_cannot_write(ledger: Path) -> None:
    ledgers = Ledgers(Options(ledger))
    with ledgers.reading() as book, pytest.raises(Exception, match="readonly"):
        book.rows("DELETE FROM events")
    ledgers.close()


def test_a_read_only_ledger_is_left_as_it_is(ledger: Path, tmp_path: Path) -> None:
    with Ledger(ledger) as book:
        book.connection.execute("PRAGMA user_version = 1")
    with pytest.raises(LedgerError, match="another version"):
        Ledger(ledger, is_read_only=True)
    with pytest.raises(LedgerError, match="no such ledger"):
        Ledger(tmp_path / "none.ledger", is_read_only=True)


def test_a_ledger_that_was_closed_is_opened_anew(ledger: Path) -> None:
    ledgers = Ledgers(Options(ledger))
    for _ in range(2):
        with ledgers.reading() as book:
            assert book.value("SELECT count(*) FROM documents") == 55
        with ledgers.writing() as book:
            assert book.value("SELECT count(*) FROM documents") == 55
        ledgers.close()
