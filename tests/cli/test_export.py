import zipfile
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


def test_export_of_what_something_rests_on(run: Runner, ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.wacz"
    for words, count in (((), 3), (("--document", "a", "--document", "b"), 2), (("--claim", "claim-1"), 2), (("--type", "AID"), 0)):
        shown = run("export", ledger, file, "--format", "wacz", "--replace", *words)
        assert (shown.status, shown.out) == (0, f"documents: {count} · captures: {count} · written into {file}\n")
    assert zipfile.is_zipfile(file)


def test_what_export_cannot_do(run: Runner, ledger: Path, tmp_path: Path) -> None:
    file = tmp_path / "a.wacz"
    assert run("export", ledger, tmp_path / "out", "--document", "a").status == 2
    assert run("export", ledger, file, "--format", "wacz", "--document", "a", "--place", "التاجي").status == 2
    assert run("export", ledger, file, "--format", "wacz", "--event", "claim-1").status == 1
    assert not file.exists()
    file.write_bytes(b"")
    shown = run("export", ledger, file, "--format", "wacz")
    assert (shown.status, "--replace" in shown.err) == (1, True)
