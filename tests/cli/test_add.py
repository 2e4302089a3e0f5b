import json
from pathlib import Path

from tawatur.ledger.store import Ledger
from tests.cli.conftest import Runner

TEXT = "قُتل ثلاثة جنود في هجوم بالصواريخ على معسكر التاجي شمال بغداد السبت."


def test_adding_counts_and_goes_on_after_faults(run: Runner, tmp_path: Path) -> None:
    reports, book = tmp_path / "a.jsonl", tmp_path / "a.ledger"
    reports.write_text("\n".join([json.dumps({"id": "1", "text": TEXT}), "{", json.dumps({"id": "2", "text": TEXT})]), encoding="utf-8")
    shown = run("add", book, reports, "--outlet", "الصباح")
    assert (shown.status, shown.out) == (1, "new documents: 2 · changed: 0 · already there: 0 · failed: 1\n")
    assert shown.err.startswith(f"{reports}:2: broken JSON")
    assert run("add", book, reports).out == "new documents: 0 · changed: 0 · already there: 2 · failed: 1\n"
    with Ledger(book) as ledger:
        assert ledger.rows("SELECT DISTINCT given_outlet FROM documents").fetchall() == [("الصباح",)]
        assert ledger.setting("reconciled") != ""


def test_a_ledger_that_cannot_be(run: Runner, tmp_path: Path) -> None:
    (tmp_path / "a.ledger").write_text("words")
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    shown = run("add", tmp_path / "a.ledger", tmp_path / "a.txt")
    assert (shown.status, shown.out) == (1, "")
    assert shown.err == f"{tmp_path / 'a.ledger'}: is no ledger; name one that `tawatur add` made\n"
    assert run("add", tmp_path / "b.ledger").status == 2
    assert not (tmp_path / "b.ledger").exists()


def test_what_changed_is_said_when_asked_for(run: Runner, tmp_path: Path) -> None:
    report, book = tmp_path / "a.txt", tmp_path / "a.ledger"
    report.write_text(TEXT, encoding="utf-8")
    shown = run("add", book, report, "--published", "2020-03-15", "--outlet", "الصباح", "--changes")
    assert " · New event: the attack in Camp Taji of 2020-03-14 (the number of people killed: 3), according to " in shown.out
    assert run("add", book, report, "--changes").out == "new documents: 0 · changed: 0 · already there: 1 · failed: 0\n"
