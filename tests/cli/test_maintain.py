import zlib
from pathlib import Path

from tawatur.ledger.store import Ledger
from tests.cli.conftest import Runner


def test_verify(run: Runner, ledger: Path) -> None:
    shown = run("verify", ledger)
    assert (shown.status, shown.out) == (0, "snapshots intact: 3 · broken: 0\n")
    with Ledger(ledger) as book:
        book.rows("DROP TRIGGER snapshots_stay")
        book.rows("UPDATE snapshots SET content = ? WHERE rowid = 1", zlib.compress(b"other"))
    shown = run("verify", ledger)
    assert (shown.status, shown.out) == (1, "snapshots intact: 2 · broken: 1\n")
    assert "bytes are not what they were" in shown.err


def test_rebuild_reads_every_snapshot_again(run: Runner, ledger: Path) -> None:
    assert run("rebuild", ledger).out == "read 3 documents again\n"
    first = run("events", ledger, "--format", "json").out
    assert run("rebuild", ledger, "--language", "ar").status == 0
    assert run("events", ledger, "--format", "json").out == first
