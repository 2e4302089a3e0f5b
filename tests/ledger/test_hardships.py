"""A full disk, a folder that cannot be written, two writers, a clock that jumps: nothing is lost, and one line says what is wrong."""

import json
import resource
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from itertools import cycle
from pathlib import Path

import pytest

from tawatur.errors import InputError, LedgerError
from tawatur.intake import Given
from tawatur.ledger import custody, store
from tawatur.ledger.adding import add
from tawatur.ledger.deriving import derive, rebuild
from tawatur.ledger.judgements import listed
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.store import Ledger
from tawatur.ledger.verifying import verify
from tests.ledger.contents import contents
from tests.ledger.examples import make_true_ledger

WORDS = "قتل {} جنود وأصيب 12 مدنيا في هجوم على معسكر التاجي السبت، وقال المتحدث باسم الجيش إن الهجوم فشل. "


@pytest.fixture
def reports(tmp_path: Path) -> Path:
    path = tmp_path / "reports.jsonl"
    articles = ({"id": f"r{n}", "text": WORDS.format(n + 3) * (n + 1), "outlet": f"منبر {n}", "published": "2020-03-15"} for n in range(30))
    path.write_text("".join(json.dumps(article) + "\n" for article in articles), encoding="utf-8")
    return path


def fill(ledger: Ledger, reports: Path) -> None:
    for result in add(ledger, [reports], Given()):
        assert not isinstance(result, InputError)
    derive(ledger)


def fill_within(path: Path, reports: Path, pages: int | None = None) -> None:
    """Fills a ledger on a disk that has room for so many pages of 4096 bytes more."""
    with Ledger(path) as ledger:
        if pages is not None:
            ledger.rows(f"PRAGMA max_page_count = {ledger.value('PRAGMA page_count') + pages}")
        fill(ledger, reports)


def is_sound(ledger: Ledger) -> bool:
    return [checked.fault for checked in verify(ledger) if checked.fault] == []


def are_whole(ledger: Ledger) -> bool:
    """Whether every document has its reading, its capture and its entry in the log, and nothing else is there."""
    kept = [set(ledger.rows(f"SELECT {column} FROM {table}")) for table, column in (("documents", "id"), ("readings", "document"))]
    kept.append(set(ledger.rows("SELECT document FROM captures")))
    kept.append(set(ledger.rows("SELECT subject FROM custody WHERE act = 'captured'")))
    return all(one == kept[0] for one in kept)


@pytest.fixture
def whole(tmp_path: Path, reports: Path) -> dict[str, list[tuple[object, ...]]]:
    """What a ledger of the reports comes to when nothing goes wrong."""
    with Ledger(tmp_path / "whole.ledger", create=True) as ledger:
        fill(ledger, reports)
        return contents(ledger)


@pytest.mark.parametrize("pages", [5, 30, 60, 90])
def test_a_full_disk_stops_the_command_and_loses_nothing(
    tmp_path: Path, reports: Path, whole: dict[str, list[tuple[object, ...]]], pages: int
) -> None:
    path = tmp_path / "a.ledger"
    Ledger(path, create=True).connection.close()
    with pytest.raises(LedgerError, match="full; check the disk"):
        fill_within(path, reports, pages)
    with Ledger(path) as ledger:
        assert is_sound(ledger)
        assert are_whole(ledger)
        fill(ledger, reports)
        assert contents(ledger) == whole


@pytest.mark.skipif(sys.platform == "win32", reason="limits of processes are POSIX's")
def test_a_file_that_may_not_grow_ends_a_command_with_one_line(tmp_path: Path, reports: Path) -> None:
    path = tmp_path / "a.ledger"
    Ledger(path, create=True).connection.close()
    limit = path.stat().st_size + 60_000
    words = [sys.executable, "-m", "tawatur", "add", str(path), str(reports)]
    done = subprocess.run(
        words, capture_output=True, text=True, check=False, preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    )
    assert done.returncode == 1
    assert done.stderr.splitlines()[-1].startswith(f"{path}: ")
    assert "Traceback" not in done.stderr
    with Ledger(path) as ledger:
        assert is_sound(ledger)
        assert are_whole(ledger)


@pytest.mark.skipif(not Path("/proc/self").exists(), reason="a folder that not even root may write in")
def test_a_folder_that_cannot_be_written() -> None:
    with pytest.raises(LedgerError, match="unable to open database file; check the disk and the file's permissions"):
        Ledger(Path("/proc/a.ledger"), create=True)


def test_a_ledger_that_may_only_be_read(tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = make_true_ledger(tmp_path / "a.ledger")
    connect = sqlite3.connect
    monkeypatch.setattr(sqlite3, "connect", lambda address, **given: connect(address.replace("mode=rwc", "mode=ro"), **given))
    with Ledger(path) as ledger:
        assert is_sound(ledger)
    with pytest.raises(LedgerError, match="readonly database; check the disk and the file's permissions"):
        fill_within(path, reports)


def _holding(path: Path, seconds: float, holds: threading.Event) -> None:
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("BEGIN IMMEDIATE")
    holds.set()
    time.sleep(seconds)
    connection.execute("COMMIT")
    connection.close()


@pytest.mark.parametrize(("patience", "is_done"), [(30.0, True), (0.05, False)])
def test_a_second_writer_waits_or_says_so(
    tmp_path: Path, reports: Path, monkeypatch: pytest.MonkeyPatch, patience: float, is_done: bool
) -> None:
    path = make_true_ledger(tmp_path / "a.ledger")
    monkeypatch.setattr(store, "_PATIENCE_S", patience)
    monkeypatch.setattr(store, "_UNTIL_TOLD_S", 0.05)
    holds = threading.Event()
    other = threading.Thread(target=_holding, args=(path, 0.6, holds))
    other.start()
    holds.wait()
    if is_done:
        with Ledger(path) as ledger:
            fill(ledger, reports)
            assert ledger.value("SELECT count(*) FROM documents") == 33
    else:
        with pytest.raises(LedgerError, match="another command is writing to it; try again when it is done"):
            fill_within(path, reports)
    other.join()
    with Ledger(path) as ledger:
        assert is_sound(ledger)


def _jumping() -> Iterator[datetime]:
    """A clock that goes back and forth by years."""
    start = datetime(2021, 3, 14, 12, tzinfo=UTC)
    yield from (start + timedelta(days=days) for days in cycle((0, 4000, -9000, 1, -1)))


class _Clock(datetime):
    ticks = _jumping()

    @classmethod
    def now(cls, tz: object = None) -> datetime:  # type: ignore[override]
        return next(cls.ticks)


def test_a_clock_that_jumps_changes_no_order(
    tmp_path: Path, reports: Path, whole: dict[str, list[tuple[object, ...]]], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, module in list(sys.modules.items()):
        if name.startswith("tawatur.") and getattr(module, "datetime", None) is datetime:
            monkeypatch.setattr(module, "datetime", _Clock)
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        fill(ledger, reports)
        assert contents(ledger) == whole
        one, other = (row[0] for row in ledger.rows("SELECT id FROM mentions ORDER BY id LIMIT 2"))
        decisions = [judge(ledger, Decision(kind, one, other), "نور", "رأي") for kind in ("different", "same", "different")]
        derive(ledger)
        standing = {found.judgement.id: found.standing for found in listed(ledger)}
        assert [standing[decision.id] for decision in decisions][-1] == "in_force"
        assert list(standing.values()).count("in_force") == 1
        for _ in rebuild(ledger):
            pass
        assert is_sound(ledger)
        entries = list(custody.entries(ledger))
        assert [entry.number for entry in entries] == list(range(1, len(entries) + 1))
        assert [entry.at for entry in entries] != sorted(entry.at for entry in entries)
