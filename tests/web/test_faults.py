"""Faults as pages."""

import re

import pytest
from litestar import get

from tawatur.errors import JudgementError, LedgerError, NotFoundError
from tawatur.web.given import GivenViewer
from tests.web.conftest import Client, ClientMaker


@pytest.mark.parametrize(
    ("fault", "status"),
    [(NotFoundError("x<b>: no such id"), 404), (JudgementError("no"), 400), (LedgerError("damaged"), 503), (ZeroDivisionError(), 500)],
)
def test_each_fault_has_its_page(client: Client, fault: Exception, status: int, caplog: pytest.LogCaptureFixture) -> None:
    @get("/{language:str}/fails", sync_to_thread=False)
    def fails(viewer: GivenViewer) -> str:
        raise fault

    client.app.register(fails)
    for language, words in (("ar", "[\u0621-\u064a]{3}"), ("en", "[a-z]{3}")):
        answer = client.get(f"/{language}/fails")
        heading = re.search("<h1>(.*?)</h1>", answer.text)
        assert answer.status_code == status
        assert heading
        assert re.search(words, heading[1])
        assert "x<b>" not in answer.text
        assert "Traceback" not in answer.text
    assert any(record.name == "tawatur.web" for record in caplog.records) == (status == 500)


def test_a_wrong_method_is_said(client_of: ClientMaker) -> None:
    assert client_of().delete("/en/settings").status_code in (403, 405)
