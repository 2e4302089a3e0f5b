"""A ledger of the bundled sample reports, and clients of an application that serves a copy of it."""

import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

import msgspec
import pytest
from litestar import Litestar
from litestar.testing import TestClient

from tawatur.cli.app import main
from tawatur.web.app import make_app
from tawatur.web.options import Options

Client = TestClient[Litestar]
ClientMaker = Callable[..., Client]
HOST = "testserver.local"
"""The name by which the clients of tests call the server."""


@pytest.fixture(scope="session")
def samples(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The ledger of the samples; to be read only."""
    ledger = tmp_path_factory.mktemp("samples") / "samples.ledger"
    assert main(["demo", str(ledger), "--language", "en"]) == 0
    return ledger


@pytest.fixture
def ledger(samples: Path, tmp_path: Path) -> Path:
    """A copy of it, to be written to."""
    return Path(shutil.copy(samples, tmp_path / "a.ledger"))


@pytest.fixture
def client_of(ledger: Path) -> Iterator[ClientMaker]:
    """Makes clients of an application with options of its own; without options, one that anybody may judge in."""
    with ExitStack() as stack:

        def make(**options: Any) -> Client:
            given = msgspec.structs.replace(Options(ledger, hosts=(HOST,)), **options)
            return stack.enter_context(TestClient(make_app(given)))

        yield make


@pytest.fixture
def client(client_of: ClientMaker) -> Client:
    return client_of()
