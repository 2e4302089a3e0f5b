import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

from tawatur.errors import LedgerError
from tawatur.ledger.store import Ledger
from tawatur.web.ledgers import Ledgers
from tests.web.conftest import Client, ClientMaker

PROBLEM = "application/problem+json"


def told(answer: Any) -> tuple[int, str, str]:
    """Status, kind and detail; the form is checked."""
    found = answer.json()
    assert answer.headers["content-type"] == PROBLEM
    assert set(found) == {"type", "title", "status", "detail", "instance"}
    assert found["status"] == answer.status_code
    return found["status"], found["type"].removeprefix("/api/v1/problems#"), found["detail"]


@pytest.mark.parametrize(
    ("method", "address", "status", "kind", "detail"),
    [
        ("GET", "/api/v1/events/event-0", 404, "not-found", "event-0: no such id; the lists give ids"),
        ("GET", "/api/v1/nowhere", 404, "not-found", "Not Found"),
        ("GET", "/api/v1/events?limit=0", 400, "bad-request", "limit: Expected `int` >= 1"),
        ("GET", "/api/v1/events?limit=many", 400, "bad-request", "limit: Expected `int`, got `str`"),
        ("GET", "/api/v1/events?first=soon", 400, "bad-request", "first: is not of the form that /api/v1/openapi.json gives"),
        ("GET", "/api/v1/events?type=WAR", 400, "bad-request", "type: Invalid enum value 'WAR'"),
        ("GET", "/api/v1/why", 400, "bad-request", "Missing required query parameter 'id' for path /api/v1/why"),
        ("DELETE", "/api/v1/events", 405, "method-not-allowed", "Method Not Allowed"),
        ("POST", "/api/v1/judgements", 415, "unsupported-media-type", "send `Content-Type: application/json`"),
    ],
)
def test_what_goes_wrong_is_told_as_a_problem(client: Client, method: str, address: str, status: int, kind: str, detail: str) -> None:
    answer = client.request(method, address)
    assert told(answer) == (status, kind, detail)
    assert answer.json()["instance"] == address.partition("?")[0]
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize(
    ("header", "language", "title"),
    [
        ({}, "en", "There is nothing of this address or id"),
        ({"Accept-Language": "ar-SY,en;q=0.5"}, "ar", "لا شيء بهذا العنوان أو المعرّف"),
        ({"Accept-Language": "en-GB"}, "en", "There is nothing of this address or id"),
    ],
)
def test_the_title_is_in_the_language_asked_for(client: Client, header: dict[str, str], language: str, title: str) -> None:
    client.headers.pop("accept-language", None)
    answer = client.get("/api/v1/events/none", headers=header)
    assert (answer.json()["title"], answer.headers["content-language"]) == (title, language)


@pytest.mark.parametrize(
    ("fault", "status", "kind"),
    [
        (LedgerError("a.ledger: is damaged; restore a copy"), 503, "unavailable"),
        (sqlite3.OperationalError("database is locked"), 503, "unavailable"),
        (ZeroDivisionError("division by zero"), 500, "fault"),
    ],
)
def test_faults_of_the_ledger_and_our_own(
    client: Client, monkeypatch: pytest.MonkeyPatch, fault: Exception, status: int, kind: str
) -> None:
    @contextmanager
    def failing(_: Ledgers) -> Iterator[Ledger]:
        raise fault
        yield

    monkeypatch.setattr(Ledgers, "reading", failing)
    answer = client.get("/api/v1/events")
    assert told(answer)[:2] == (status, kind)
    assert "division" not in answer.text
    assert ("retry-after" in answer.headers) == (status == 503)


def test_a_body_that_is_too_large(client: Client) -> None:
    answer = client.post("/api/v1/judgements", content=b'{"kind":"%s"}' % (b"x" * (2 << 20)), headers={"Content-Type": "application/json"})
    assert told(answer)[:2] == (413, "too-large")


def test_a_server_with_a_token_wants_it(client_of: ClientMaker) -> None:
    client = client_of(token="a long enough token")
    answer = client.get("/api/v1/events")
    assert told(answer)[:2] == (401, "not-authorized")
    assert answer.headers["www-authenticate"] == 'Bearer realm="tawatur"'
    assert client.get("/api/v1/events", headers={"Authorization": "Bearer another token"}).status_code == 401
    assert client.get("/api/v1/events", headers={"Authorization": "Bearer a long enough token"}).status_code == 200
    assert client.get("/api/v1/openapi.json").status_code == 200


def test_people_still_get_pages(client: Client) -> None:
    answer = client.get("/en/nowhere")
    assert (answer.status_code, answer.headers["content-type"]) == (404, "text/html; charset=utf-8")
