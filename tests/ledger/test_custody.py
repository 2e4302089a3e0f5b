from pathlib import Path

import msgspec
import pytest

from tawatur.errors import LedgerError
from tawatur.ledger import custody
from tawatur.ledger.store import Ledger


def make(path: Path) -> Ledger:
    ledger = Ledger(path, create=True)
    with ledger.transaction():
        custody.record(ledger, "captured", "d1", sha256="ab", source="تقرير.html", headers=None)
        custody.record(ledger, "judged", "j1", sha256="cd")
    return ledger


def test_each_entry_bears_the_hash_of_the_one_before(tmp_path: Path) -> None:
    with make(tmp_path / "a.ledger") as ledger:
        first, second = custody.entries(ledger)
        assert (first.number, first.previous, first.detail) == (1, custody.FIRST, {"sha256": "ab", "source": "تقرير.html"})
        assert second.previous == first.hash == custody.computed(first)
        assert custody.head(ledger) == second.hash == custody.computed(second)


def test_any_change_changes_the_hash(tmp_path: Path) -> None:
    with make(tmp_path / "a.ledger") as ledger:
        entry = next(custody.entries(ledger))
        for field, value in {"number": 2, "at": "", "act": "removed", "subject": "d2", "detail": {}, "previous": "1"}.items():
            assert custody.computed(msgspec.structs.replace(entry, **{field: value})) != entry.hash


@pytest.mark.parametrize("change", ["UPDATE custody SET at = ''", "DELETE FROM custody"])
def test_the_log_is_only_added_to(tmp_path: Path, change: str) -> None:
    with pytest.raises(LedgerError, match="never"), make(tmp_path / "a.ledger") as ledger:
        ledger.rows(change)
