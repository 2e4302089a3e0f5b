import zlib
from pathlib import Path

from tawatur.ledger import custody
from tawatur.ledger.store import Ledger
from tests.cli.conftest import Runner
from tests.ledger.test_verifying import tamper


def test_verify(run: Runner, ledger: Path) -> None:
    shown = run("verify", ledger)
    assert (shown.status, shown.out.splitlines()[0]) == (0, "snapshots intact: 3 · faults: 0")
    with Ledger(ledger) as book:
        tamper(book, "UPDATE snapshots SET content = ? WHERE rowid = 1", zlib.compress(b"other"))
    shown = run("verify", ledger)
    assert (shown.status, shown.out.splitlines()[0]) == (1, "snapshots intact: 2 · faults: 1")
    assert "bytes are not what they were" in shown.err


def test_verify_gives_a_hash_to_write_down_and_knows_it_again(run: Runner, ledger: Path) -> None:
    with Ledger(ledger) as book, book.transaction():
        custody.record(book, "restored", "b.zip")
        entries = book.value("SELECT count(*) FROM custody")
    told = run("verify", ledger).out.splitlines()[1]
    assert told.startswith(f"entries of the custody log: {entries} · hash of the last: ")
    assert run("verify", ledger, "--noted", told.split()[-1]).status == 0
    shown = run("verify", ledger, "--noted", "0" * 63 + "1")
    assert (shown.status, "no entry of the custody log has this hash" in shown.err) == (1, True)


def test_verify_tells_of_bytes_that_were_flipped_in_the_file(run: Runner, ledger: Path) -> None:
    """In every page in turn: SQLite's check, a hash or the log finds what holds something; nothing ends in a traceback."""
    whole = bytearray(ledger.read_bytes())
    statuses = set()
    for page in range(0, len(whole), 4096 * 7):
        flipped = bytearray(whole)
        for place in range(page, page + 4096, 8):
            flipped[place] ^= 0xFF
        ledger.write_bytes(flipped)
        for end in ("-wal", "-shm"):
            ledger.with_name(ledger.name + end).unlink(missing_ok=True)
        shown = run("verify", ledger)
        statuses.add(shown.status)
        assert shown.status == 0 or shown.err.startswith(str(ledger))
        assert "Traceback" not in shown.err
    assert statuses == {1}


def test_rebuild_reads_every_snapshot_again(run: Runner, ledger: Path) -> None:
    assert run("rebuild", ledger).out == "read 3 documents again\n"
    first = run("events", ledger, "--format", "json").out
    assert run("rebuild", ledger, "--language", "ar").status == 0
    assert run("events", ledger, "--format", "json").out == first
