"""A real server on a real socket."""

from pathlib import Path

import httpx
import pytest

from tawatur.errors import TawaturError
from tawatur.web.options import Options
from tawatur.web.running import Place, serve
from tests.web.serving import served


@pytest.mark.parametrize("workers", ["1", "2"])
def test_one_process_or_several(ledger: Path, workers: str) -> None:
    with served(ledger, "--workers", workers) as address:
        transport = httpx.HTTPTransport(retries=3)
        with httpx.Client(transport=transport, follow_redirects=True, timeout=60) as client:
            assert "<html" in client.get(f"{address}en/settings").text
            assert client.get(f"{address}en/settings", headers={"host": "evil.example"}).status_code == 421


def test_a_port_that_is_taken(ledger: Path) -> None:
    with served(ledger) as address:
        port = int(address.rstrip("/").rpartition(":")[2])
        with pytest.raises(TawaturError, match="--port"):
            serve(Options(ledger), Place("127.0.0.1", port), lambda _: None)
    with pytest.raises(TawaturError, match="--port"):
        serve(Options(ledger), Place("127.0.0.1", 99_999), lambda _: None)
