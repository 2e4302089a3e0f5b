import json
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tawatur.errors import InputError
from tawatur.intake import Given
from tawatur.ledger.adding import Stored, add, add_snapshots
from tawatur.ledger.deriving import is_outdated, reading, refresh
from tawatur.ledger.rereading import read_again
from tawatur.ledger.store import Ledger
from tests.ledger.pages import TOLL, fetched, page, take_in

REPORT = "أعلنت وزارة الصحة مقتل {} أشخاص في انفجار وقع مساء السبت وسط مدينة الموصل، بحسب بيان."
TABLES = ["documents", "readings", "mentions", "figures", "statements", "links", "snapshots"]


def articles(path: Path, count: int, repeat: int = 1) -> Path:
    rows = [{"id": f"r{number:04}", "text": REPORT.format(number + 3) * repeat, "published": "2020-03-15"} for number in range(count)]
    path.write_text("\n".join(map(json.dumps, rows)) + "\n", encoding="utf-8")
    return path


def counts(ledger: Ledger) -> list[int]:
    return [ledger.value(f"SELECT count(*) FROM {table}") for table in TABLES]


def test_adding_again_changes_nothing(tmp_path: Path) -> None:
    path = articles(tmp_path / "a.jsonl", 3)
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        assert list(add(ledger, [path], Given())) == [Stored(f"r000{number}", True) for number in range(3)]
        before, inputs = counts(ledger), ledger.setting("inputs")
        assert {stored.is_new for stored in add(ledger, [path, path], Given()) if isinstance(stored, Stored)} == {False}
        assert counts(ledger) == before
        assert ledger.setting("inputs") == inputs
        assert before[0] == before[1] == before[-1] == 3


def test_an_id_that_stands_for_other_bytes_is_one_error(tmp_path: Path) -> None:
    one, other = articles(tmp_path / "a.jsonl", 2), articles(tmp_path / "b.jsonl", 3, repeat=2)
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        list(add(ledger, [one], Given()))
        results = list(add(ledger, [other], Given()))
        assert [isinstance(result, InputError) for result in results] == [True, True, False]
        assert str(results[0]).startswith(f"{other}:1: the id r0000 stands for other bytes")
        assert reading(ledger, "r0000").document.text == REPORT.format(3)


def test_what_the_user_says_later_fills_what_was_not_known(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text(REPORT, encoding="utf-8")
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        (first,) = add(ledger, [path], Given(outlet="الصباح"))
        (second,) = add(ledger, [path], Given("2020-03-15", "المساء"))
        assert isinstance(first, Stored)
        assert second == Stored(first.id, False)
        document = reading(ledger, first.id).document
        assert (document.outlet, document.published) == ("الصباح", "2020-03-15")
        assert counts(ledger)[0] == 1
        assert ledger.value("SELECT count(*) FROM words WHERE words MATCH 'folded: الموصل'") >= 1


def test_the_source_does_not_depend_on_the_order(tmp_path: Path) -> None:
    for name in ("1.txt", "2.txt"):
        (tmp_path / name).write_text(REPORT, encoding="utf-8")
    found = set()
    for number, names in enumerate((["1.txt", "2.txt"], ["2.txt", "1.txt"])):
        with Ledger(tmp_path / f"{number}.ledger", create=True) as ledger:
            stored, _ = (next(add(ledger, [tmp_path / name], Given())) for name in names)
            assert isinstance(stored, Stored)
            found.add(reading(ledger, stored.id).document.source)
    assert found == {str(tmp_path / "1.txt")}


def test_all_cores_give_what_one_gives(tmp_path: Path) -> None:
    path = articles(tmp_path / "a.jsonl", 150)
    contents = []
    for cores in (1, 2):
        with Ledger(tmp_path / f"{cores}.ledger", create=True) as ledger:
            assert len(list(add(ledger, [path], Given(), cores))) == 150
            contents.append([ledger.rows(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES[:-1]])
    assert contents[0] == contents[1]


def test_reading_again_gives_the_same_rows(tmp_path: Path) -> None:
    path = articles(tmp_path / "a.jsonl", 5)
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        list(add(ledger, [path], Given(outlet="الصباح")))
        before = [ledger.rows(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES[1:]]
        assert len(list(read_again(ledger))) == 5
        assert [ledger.rows(f"SELECT * FROM {table} ORDER BY 1, 2").fetchall() for table in TABLES[1:]] == before
        assert ledger.value("SELECT count(*) FROM words WHERE words MATCH 'folded: الموصل'") == 5


def test_older_readings_are_made_again_and_newer_ones_kept(tmp_path: Path) -> None:
    path = articles(tmp_path / "a.jsonl", 3)
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        list(add(ledger, [path], Given()))
        list(refresh(ledger))
        assert list(refresh(ledger)) == []
        ledger.rows("UPDATE readings SET reader_version = '999.1'")
        assert not is_outdated(ledger)
        ledger.rows("UPDATE readings SET reader_version = '0.1' WHERE document = 'r0001'")
        assert len(list(refresh(ledger))) == 3
        assert not is_outdated(ledger)


def test_a_reading_again_that_was_stopped_is_done_again(tmp_path: Path) -> None:
    path = articles(tmp_path / "a.jsonl", 3)
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        list(add(ledger, [path], Given()))
        stopped = read_again(ledger)
        next(stopped)
        del stopped
        assert is_outdated(ledger)
        assert len(list(refresh(ledger))) == 3
        assert ledger.value("SELECT count(*) FROM words WHERE words MATCH 'folded: الموصل'") == 3


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGINT])
def test_a_stopped_add_leaves_whole_documents(tmp_path: Path, number: signal.Signals) -> None:
    path, file = articles(tmp_path / "a.jsonl", 4000, repeat=8), tmp_path / "a.ledger"
    log, patience = tmp_path / "errors.txt", time.monotonic() + 60
    with log.open("w") as errors:
        process = subprocess.Popen([sys.executable, "-m", "tawatur", "add", str(file), str(path)], stdout=errors, stderr=errors)
    while process.poll() is None and not _has_documents(file) and time.monotonic() < patience:
        time.sleep(0.05)
    process.send_signal(number)
    assert process.wait(60) == (130 if number == signal.SIGINT else -number)
    assert "Traceback" not in log.read_text(encoding="utf-8")
    with Ledger(file) as ledger:
        stored = ledger.value("SELECT count(*) FROM documents")
        assert 0 < stored < 4000
        assert ledger.value("PRAGMA integrity_check") == "ok"
        whole = "SELECT count(*) FROM documents d JOIN snapshots USING (sha256) JOIN readings r ON r.document = d.id"
        assert ledger.value(whole) == stored
        assert ledger.value("SELECT count(*) FROM words WHERE words MATCH 'folded: الموصل'") == stored
        assert ledger.setting("reconciled") == ""
        list(refresh(ledger))
        assert ledger.setting("reconciled") != ""


def _has_documents(file: Path) -> bool:
    if not file.exists() or not file.stat().st_size:
        return False
    try:
        with Ledger(file) as ledger:
            return bool(ledger.value("SELECT count(*) > 40 FROM documents"))
    except Exception:
        return False


def test_a_fault_in_what_was_seen_again_stops_nothing_else(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first, other = (fetched(page(TOLL.format(5)), f"https://example.org/{name}", "2020-03-14T10:00:00Z") for name in "ab")
    with Ledger(tmp_path / "a.ledger", create=True) as ledger:
        take_in(ledger, first)
        fault = InputError("here", "holds no report any more", "leave it out")
        monkeypatch.setattr("tawatur.ledger.adding.settle", lambda *_: (_ for _ in ()).throw(fault))
        results = list(add_snapshots(ledger, [other, first], Given(), 1))
        assert [str(one) for one in results if isinstance(one, InputError)] == [str(fault)]
        assert Stored(ledger.value("SELECT id FROM documents"), False) in results
        assert ledger.value("SELECT count(*) FROM captures") == 1
