from pathlib import Path

from tests.cli.conftest import Runner


def test_export_writes_every_kind(run: Runner, ledger: Path, tmp_path: Path) -> None:
    shown = run("export", ledger, "--format", "jsonl", tmp_path / "out" / "deep")
    assert shown.status == 0
    assert len(list((tmp_path / "out" / "deep").iterdir())) == 8
    assert shown.out == f"wrote 12 lines into {tmp_path / 'out' / 'deep'}\n"


def test_a_folder_that_is_a_file(run: Runner, ledger: Path) -> None:
    shown = run("export", ledger, ledger)
    assert (shown.status, shown.err.count("\n")) == (1, 1)
