import os
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from tawatur.cli import main
from tests.ledger.examples import make_ledger, make_true_ledger


class Run(NamedTuple):
    status: int
    out: str
    err: str


Runner = Callable[..., Run]


@pytest.fixture(autouse=True)
def english(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("TAWATUR_LANGUAGE", "LC_ALL", "LC_MESSAGES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("LANG", "C.UTF-8")


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Runner:
    """Runs a command in this process."""

    def runner(*words: str | os.PathLike[str]) -> Run:
        status = main([os.fspath(word) for word in words])
        captured = capsys.readouterr()
        return Run(status, captured.out, captured.err)

    return runner


@pytest.fixture
def ledger(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The path of a ledger of the three example readings."""
    return make_ledger(tmp_path / "a.ledger", monkeypatch)


@pytest.fixture
def true_ledger(tmp_path: Path) -> Path:
    """The path of a ledger of the three example readings, reconciled in truth."""
    return make_true_ledger(tmp_path / "true.ledger")
