import shutil
import zlib
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from tawatur.errors import LedgerError
from tawatur.ledger import custody
from tawatur.ledger.deriving import refresh
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.removing import remove
from tawatur.ledger.store import Ledger
from tawatur.ledger.verifying import Part, foreign_guards, verify
from tests.ledger.pages import OTHER, TOLL, fetched, page, take_in

URL, SEEN = "https://example.org/news/12", "2020-03-14T12:00:00Z"


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


def test_what_sqlite_takes_for_damage_and_is_none(book: Ledger) -> None:
    """Its key is not its first columns, which SQLite 3.40 takes amiss; a value that is odd in truth is still found."""
    book.rows("CREATE TABLE odd (key INTEGER, more INTEGER NOT NULL, thing INTEGER, PRIMARY KEY (key, thing)) STRICT, WITHOUT ROWID")
    book.rows("INSERT INTO odd VALUES (1, 2, 3)")
    assert faults(book) == []
    book.rows("PRAGMA writable_schema = ON")
    book.rows("UPDATE sqlite_master SET sql = replace(sql, 'more INTEGER NOT NULL', 'more TEXT NOT NULL') WHERE name = 'odd'")
    book.rows("PRAGMA writable_schema = RESET")
    assert [("odd.more" in what, part) for part, what in faults(book)] == [(True, "file")]


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
    "UPDATE custody SET act = 'other' WHERE number = {}": "it was changed",
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


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger with something in every table that the log vouches for: captures with headers, a judgement, a removal."""
    path = tmp_path_factory.mktemp("made") / "a.ledger"
    with Ledger(path, create=True) as ledger:
        (toll, _) = take_in(ledger, fetched(page(TOLL.format(5)), URL, "2020-03-14T10:00:00Z"), fetched(page(TOLL.format(7)), URL, SEEN))
        (gone,) = take_in(ledger, fetched(page(OTHER), "https://example.net/fair", SEEN))
        list(refresh(ledger))
        judge(ledger, Decision("wrong", ledger.value("SELECT id FROM mentions WHERE document = ?", toll.id)), "نور", "no event")
        remove(ledger, [gone.id], "نور", "names a minor")
    return path


@pytest.fixture
def full(made: Path, tmp_path: Path) -> Iterator[Ledger]:
    """A copy of that ledger."""
    shutil.copy(made, tmp_path / "a.ledger")
    with Ledger(tmp_path / "a.ledger") as ledger:
        yield ledger


def test_a_ledger_of_everything_is_what_it_was(full: Ledger) -> None:
    assert faults(full) == []


TAMPERED = {
    "UPDATE snapshots SET media = 'text'": "snapshot {snapshot}: is not named",
    "UPDATE snapshots SET fetched_at = '2020-03-13T10:00:00Z' WHERE rowid = 1": "is not named in the custody log as it is",
    "UPDATE snapshots SET sha256 = 'ab' WHERE rowid = 1": "snapshot ab: is not named",
    "INSERT INTO snapshots VALUES ('ab', 'html', x'00', '2020-03-14T10:00:00Z')": "snapshot ab: is not named",
    "DELETE FROM snapshots": "is named in the custody log and is not there, and nobody removed it",
    "UPDATE captures SET source = 'https://example.org/other'": "capture {snapshot} of 2020-03-14T10:00:00Z: is not named",
    "UPDATE captures SET seen_at = '2020-03-13T10:00:00Z' WHERE seen_at = '2020-03-14T10:00:00Z'": "of 2020-03-13T10:00:00Z: is not named",
    "UPDATE documents SET given_outlet = 'another'": "is said to be of another day, outlet or columns",
    "UPDATE captures SET headers = NULL": "is not named in the custody log as it is",
    "UPDATE captures SET headers = x'00'": "is not named in the custody log as it is",
    "UPDATE captures SET document = 'd0'": "is of no document",
    "UPDATE captures SET sha256 = 'ab' WHERE seen_at = '2020-03-14T10:00:00Z'": "capture ab of 2020-03-14T10:00:00Z: is not named",
    "DELETE FROM captures WHERE seen_at = '2020-03-14T10:00:00Z'": "of 2020-03-14T10:00:00Z: is named in the custody log and is not there",
    "UPDATE documents SET sha256 = 'ab'": "rests on a snapshot that was not captured for it",
    "UPDATE documents SET id = 'd0'": "document d0: rests on a snapshot that was not captured for it",
    "UPDATE judgements SET record = replace(record, 'no event', 'an event')": "is not named in the custody log as it is",
    "UPDATE judgements SET id = 'judgement-0'": "judgement judgement-0: is not named",
    "INSERT INTO judgements VALUES ('judgement-0', '{{}}')": "judgement judgement-0: is not named",
    "DELETE FROM judgements": "is named in the custody log and is not there",
    "UPDATE tombstones SET reason = 'because'": "is not named in the custody log as it is",
    "UPDATE tombstones SET removed_by = 'سالم'": "is not named in the custody log as it is",
    "UPDATE tombstones SET removed_at = '2020-03-14T10:00:00Z'": "is not named in the custody log as it is",
    "UPDATE tombstones SET source = 'a.html'": "is not named in the custody log as it is",
    "UPDATE tombstones SET document = 'd0'": "is not named in the custody log as it is",
    "UPDATE tombstones SET sha256 = 'ab'": "tombstone ab: is not named",
    "DELETE FROM tombstones": "is named in the custody log and is not there",
    "INSERT INTO tombstones SELECT sha256, 'd0', '', '', '', '' FROM snapshots": "is there, though it was removed",
    "DELETE FROM custody": "is not named",
    "DELETE FROM custody WHERE number = 5": "is not named",
}


@pytest.mark.parametrize("change", TAMPERED)
def test_tables_that_say_what_the_log_does_not(full: Ledger, change: str) -> None:
    snapshot = full.value("SELECT sha256 FROM captures ORDER BY seen_at LIMIT 1")
    tamper(full, change.format())
    found = faults(full)
    assert {part for part, _ in found} <= {"log", "snapshot"}
    assert [what for _, what in found if TAMPERED[change].format(snapshot=snapshot) in what]


def test_many_faults_of_a_kind_are_counted(tmp_path: Path) -> None:
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        ledger.connection.executemany("INSERT INTO judgements VALUES (?, '{}')", [(f"judgement-{number:02}",) for number in range(30)])
        found = [what for _, what in faults(ledger)]
        assert (len(found), "10 more judgements: is not named" in found[-1]) == (21, True)


def test_headers_that_unpack_to_more_than_any_are_not_unpacked_whole(full: Ledger) -> None:
    tamper(full, "UPDATE captures SET headers = ?", zlib.compress(bytes(1 << 26)))
    assert any("is not named in the custody log as it is" in what for _, what in faults(full))


@pytest.mark.filterwarnings("error")
def test_a_file_that_is_damaged_in_the_middle_is_checked_to_the_end(full: Ledger, tmp_path: Path) -> None:
    """Pages of each table in turn are overwritten; every part is still looked at, and nothing is raised."""
    full.rows("PRAGMA wal_checkpoint(TRUNCATE)")
    whole, pages = (
        full.path.read_bytes(),
        full.rows("SELECT name, min(rootpage) FROM sqlite_master WHERE rootpage > 1 GROUP BY name").fetchall(),
    )
    for number, (name, root) in enumerate(pages):
        path = tmp_path / f"{number}.ledger"
        path.write_bytes(whole[: (root - 1) * 4096] + b"\x11" * 4096 + whole[root * 4096 :])
        with suppress(LedgerError), Ledger(path) as ledger:
            assert {"file", "log"} <= {checked.part for checked in verify(ledger)}, name
            assert faults(ledger), name


def test_a_check_that_is_left_half_way_leaves_nothing_behind(full: Ledger) -> None:
    tamper(full, "DELETE FROM judgements")
    for _ in range(2):
        assert next(checked for checked in verify(full) if checked.fault)
    assert full.value("SELECT count(*) FROM sqlite_temp_master") == 0
    with full.transaction():
        full.count_input()
