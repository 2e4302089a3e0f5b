import json
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


def test_export_as_a_package(run: Runner, ledger: Path, tmp_path: Path) -> None:
    to = tmp_path / "tables"
    shown = run("export", ledger, to, "--format", "csv", "--bom")
    manifest = json.loads((to / "manifest.json").read_text(encoding="utf-8"))
    rows = sum(file["rows"] or 0 for file in manifest["files"].values())
    assert (shown.status, shown.out) == (0, f"rows: {rows} · files: {len(manifest['files'])} · written into {to}\n")
    assert (to / "events.csv").read_bytes().startswith(b"\xef\xbb\xbfevent_id,")
    assert run("export", ledger, to, "--format", "parquet").status == 1
    narrowed = run("export", ledger, to, "--format", "parquet", "--replace", "--speaker", "سالم", "--from", "2020")
    assert narrowed.status == 0
    told = json.loads((to / "manifest.json").read_text(encoding="utf-8"))
    assert told["narrowed"] == {"--from": "2020", "--speaker": "سالم"}
    assert (told["files"]["events.parquet"]["rows"], told["files"]["statements.parquet"]["rows"]) == (0, 2)


def test_a_package_as_one_file(run: Runner, ledger: Path, tmp_path: Path) -> None:
    assert run("export", ledger, tmp_path / "a.zip", "--format", "csv", "--limit", "1").status == 0
    assert "events.csv" in zipfile.ZipFile(tmp_path / "a.zip").namelist()


def test_what_a_package_cannot_be(run: Runner, ledger: Path, tmp_path: Path) -> None:
    for words in (("--format", "xls"), ("--format", "csv", "--event", "event-1"), ("--format", "csv", "--from", "soon"), ("--bom",)):
        shown = run("export", ledger, tmp_path / "out", *words)
        assert (shown.status, shown.err.count("\n")) == (2, 1)
    assert not (tmp_path / "out").exists()
