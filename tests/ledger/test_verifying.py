import zlib
from pathlib import Path

import pytest

from tawatur.ledger import custody
from tawatur.ledger.store import Ledger
from tawatur.ledger.verifying import Part, foreign_guards, verify


def faults(ledger: Ledger, noted: str | None = None) -> list[tuple[Part, str]]:
    return [(checked.part, str(checked.fault)) for checked in verify(ledger, noted) if checked.fault]


def unguard(ledger: Ledger) -> dict[str, str]:
    """Takes away the triggers that stand in the way of tampering; returns them, to be put back after it."""
    guards = dict(ledger.rows("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall())
    for name in guards:
        ledger.rows(f"DROP TRIGGER {name}")
    return guards


def tamper(ledger: Ledger, change: str, *parameters: object) -> None:
    """Changes a ledger as somebody would who hides it."""
    guards = unguard(ledger)
    ledger.rows(change, *parameters)
    for sql in guards.values():
        ledger.rows(sql)


def log(ledger: Ledger, count: int, name: str = "b.zip") -> None:
    with ledger.transaction():
        for _ in range(count):
            custody.record(ledger, "restored", name)


def test_a_ledger_that_is_what_it_was(book: Ledger) -> None:
    checked = list(verify(book))
    assert [one.fault for one in checked if one.fault] == []
    assert [one.part for one in checked].count("snapshot") == 3


def test_snapshots_whose_bytes_are_others(book: Ledger) -> None:
    first, second, third = (row[0] for row in book.rows("SELECT sha256 FROM snapshots ORDER BY rowid").fetchall())
    content = book.value("SELECT content FROM snapshots WHERE sha256 = ?", third)
    tamper(book, "UPDATE snapshots SET content = ? WHERE sha256 = ?", zlib.compress(b"other"), first)
    tamper(book, "UPDATE snapshots SET content = x'00' WHERE sha256 = ?", second)
    tamper(book, "UPDATE snapshots SET content = ? WHERE sha256 = ?", content + b"more", third)
    assert [part for part, _ in faults(book)] == ["snapshot"] * 3
    assert [sha256 in what for sha256, (_, what) in zip((first, second, third), faults(book), strict=True)] == [True] * 3


def test_guards_that_were_taken_away_or_changed(book: Ledger) -> None:
    assert foreign_guards(book.connection) == []
    book.rows("DROP TRIGGER custody_stays")
    book.rows("CREATE TRIGGER custody_stays BEFORE UPDATE ON custody BEGIN SELECT 1; END")
    book.rows("DROP TRIGGER snapshots_stay")
    book.rows("CREATE VIEW more AS SELECT 1")
    assert foreign_guards(book.connection) == ["custody_stays", "more"]
    found = [what for _, what in faults(book)]
    assert [words in what for words, what in zip(("snapshots_stay", "custody_stays", "more"), found, strict=True)] == [True] * 3


CHANGES = {
    "UPDATE custody SET at = '1999-01-01T00:00:00Z' WHERE number = {}": "it was changed",
    "UPDATE custody SET act = 'seen' WHERE number = {}": "it was changed",
    "UPDATE custody SET subject = 'other' WHERE number = {}": "it was changed",
    'UPDATE custody SET detail = \'{{"a":"b"}}\' WHERE number = {}': "it was changed",
    "UPDATE custody SET detail = 'no JSON' WHERE number = {}": "it was changed",
    "UPDATE custody SET hash = '00' WHERE number = {}": "it was changed",
    "UPDATE custody SET previous = '00' WHERE number = {}": "does not follow on",
    "DELETE FROM custody WHERE number = {} - 1": "1 between them are missing",
}


@pytest.mark.parametrize("change", CHANGES)
def test_the_first_broken_link_is_named(tmp_path: Path, change: str) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        log(ledger, 9)
        tamper(ledger, change.format(4))
        tamper(ledger, "UPDATE custody SET at = '' WHERE number = 8")
        ((part, what),) = faults(ledger)
        assert part == "log"
        assert "custody log, entry 4:" in what
        assert CHANGES[change] in what


def test_a_log_that_was_written_anew_is_known_by_a_hash_written_down(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        log(ledger, 5)
        noted = custody.head(ledger)
        log(ledger, 2)
        assert faults(ledger, noted) == faults(ledger, f" {noted.upper()[:16]} ") == faults(ledger, custody.FIRST) == []
        guards = unguard(ledger)
        ledger.rows("DELETE FROM custody")
        log(ledger, 7, "other.zip")
        for sql in guards.values():
            ledger.rows(sql)
        assert faults(ledger) == []
        ((part, what),) = faults(ledger, noted)
        assert (part, noted in what) == ("log", True)
        assert len(faults(ledger, noted[:4])) == 1
