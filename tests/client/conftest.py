from collections.abc import Iterator
from pathlib import Path

import pytest

import tawatur
from tawatur.client import Library
from tests.ledger.examples import make_ledger, make_true_ledger


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """The three example readings and what they are said to come to: an event told in three accounts, a claim, a disagreement."""
    with tawatur.open(make_ledger(tmp_path / "a.ledger", monkeypatch)) as opened:
        yield opened


@pytest.fixture
def true_path(tmp_path: Path) -> Path:
    """The path of a ledger of the three example readings, reconciled in truth."""
    return make_true_ledger(tmp_path / "true.ledger")
