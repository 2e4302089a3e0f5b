import json
from pathlib import Path

import pytest

from tawatur.ledger.store import Ledger
from tests.cli.conftest import Runner

WHY = ("--reason", "names a minor", "--by", "نور")


def test_remove_and_what_is_told_of_it(run: Runner, true_ledger: Path) -> None:
    assert run("removed", true_ledger).out == "nothing found\n"
    shown = run("remove", true_ledger, "a", *WHY)
    assert (shown.status, shown.out, shown.err) == (0, "documents removed: 1 · their snapshots removed: 1\n", "")
    (told,) = json.loads(run("removed", true_ledger, "--format", "json").out)
    assert (told["document"], told["removed_by"], told["reason"], told["source"]) == ("a", "نور", "names a minor", "reports.jsonl")
    assert "names a minor" in run("removed", true_ledger).out
    assert run("removed", true_ledger, "--format", "csv").out.startswith("sha256,document,")
    assert run("show", true_ledger, "a:e1").status == 1
    assert run("verify", true_ledger).status == 0


def test_a_removal_needs_a_document_a_name_and_a_reason(run: Runner, true_ledger: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for words in ((*WHY,), ("a", "--by", "نور"), ("a", "--reason", "x")):
        assert run("remove", true_ledger, *words).status == 2
    assert run("remove", true_ledger, "zz", *WHY).status == 1
    assert run("removed", true_ledger).out == "nothing found\n"
    monkeypatch.setenv("TAWATUR_JUDGE_NAME", "سالم")
    assert json.loads(run("remove", true_ledger, "a", "b", "--reason", "x", "--format", "json").out)["documents"] == ["a", "b"]


def test_bytes_that_stay_and_files_that_are_in_use_are_told(run: Runner, true_ledger: Path) -> None:
    with Ledger(true_ledger) as book:
        book.rows("INSERT INTO captures SELECT 'b', sha256, source, seen_at, headers, text_sha256 FROM captures WHERE document = 'a'")
    shown = run("remove", true_ledger, "a", *WHY)
    assert shown.out.splitlines()[1] == "snapshots that stay, since another document rests on the same bytes: 1"
