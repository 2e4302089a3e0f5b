import zlib

from tawatur.ledger.store import Ledger
from tawatur.ledger.verifying import verify


def test_intact_and_broken_snapshots(book: Ledger) -> None:
    assert list(verify(book)) == [None, None, None]
    book.rows("DROP TRIGGER snapshots_stay")
    first, second = (row[0] for row in book.rows("SELECT sha256 FROM snapshots ORDER BY sha256 LIMIT 2").fetchall())
    book.rows("UPDATE snapshots SET content = ? WHERE sha256 = ?", zlib.compress(b"other"), first)
    book.rows("UPDATE snapshots SET content = x'00' WHERE sha256 = ?", second)
    faults = [fault for fault in verify(book) if fault]
    assert [sha256 in str(fault) for sha256, fault in zip((first, second), faults, strict=True)] == [True, True]
