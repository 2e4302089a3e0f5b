import json
from pathlib import Path

from tests.cli.conftest import Runner


def test_backup_and_restore(run: Runner, ledger: Path, tmp_path: Path) -> None:
    events = run("events", ledger, "--format", "json").out
    shown = run("backup", ledger, tmp_path / "b.zip")
    assert (shown.status, shown.err) == (0, "")
    assert f"wrote {tmp_path / 'b.zip'} (" in shown.out
    shown = run("restore", tmp_path / "b.zip", tmp_path / "c.ledger")
    assert (shown.status, shown.out.count("\n"), f"restored {tmp_path / 'c.ledger'} as it was at 20" in shown.out) == (0, 1, True)
    assert run("events", tmp_path / "c.ledger", "--format", "json").out == events


def test_what_is_there_is_kept_unless_told(run: Runner, ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "b.zip"
    assert json.loads(run("backup", ledger, file, "--format", "json").out)["counts"]["documents"] == 3
    for words in (("backup", ledger, file), ("restore", file, ledger)):
        shown = run(*words)
        assert (shown.status, shown.out, "--replace" in shown.err) == (1, "", True)
    assert run("backup", ledger, file, "--replace").status == 0
    shown = run("restore", file, ledger, "--replace", "--language", "ar")
    assert (shown.status, shown.out.count("\n"), f"{ledger}.replaced-" in shown.out) == (0, 2, True)
    assert json.loads(run("restore", file, tmp_path / "c.ledger", "--format", "json").out)["format"] == 1
