from collections.abc import Iterator
from pathlib import Path

import pytest

from tawatur.ledger.store import Ledger
from tests.ledger.examples import make_ledger


@pytest.fixture
def book(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Ledger]:
    """An open ledger of the three example readings."""
    with Ledger(make_ledger(tmp_path / "a.ledger", monkeypatch)) as ledger:
        yield ledger
