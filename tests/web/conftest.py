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
from playwright.sync_api import Browser, sync_playwright

from tawatur.cli.app import main
from tawatur.web.app import make_app
from tawatur.web.options import Options
from tests.web.browsing import Tab
from tests.web.serving import served

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


@pytest.fixture(scope="session")
def address(samples: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a server shows the samples to browsers; tests that change the ledger start a server of their own."""
    copy = Path(shutil.copy(samples, tmp_path_factory.mktemp("served") / "a.ledger"))
    with served(copy) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium of the system."""
    program = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
    if program is None:
        pytest.skip("no Chromium on this machine")
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-sync"]
    with sync_playwright() as playwright:
        launched = playwright.chromium.launch(executable_path=program, args=[*quiet, "--disable-component-update"])
        yield launched
        launched.close()


@pytest.fixture
def tab_of(browser: Browser, address: str) -> Iterator[Callable[..., Tab]]:
    """Opens tabs on the samples; width, scheme and options of the browser's context as `Tab` has them. No tab may have had a fault."""
    tabs: list[Tab] = []

    def make(**options: Any) -> Tab:
        tabs.append(Tab(browser, options.pop("address", address), **options))
        return tabs[-1]

    yield make
    for tab in tabs:
        tab.close()
    assert [fault for tab in tabs for fault in tab.faults] == []
