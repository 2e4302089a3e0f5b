from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.ledger.store import Ledger
from tests.ledger.examples import make_ledger, make_true_ledger


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    """An open ledger of the three example readings."""
    with Ledger(make_ledger(tmp_path / "a.ledger", monkeypatch)) as ledger:
        yield ledger


@pytest.fixture
def true_book(tmp_path: Path) -> Iterator[Ledger]:
    """An open ledger of the three example readings, reconciled in truth."""
    with Ledger(make_true_ledger(tmp_path / "true.ledger")) as ledger:
        yield ledger
