from pathlib import Path
from typing import Any

import pytest

from tawatur.intake import Given, Snapshot
from tawatur.ledger.adding import Stored, store
from tawatur.ledger.deriving import refresh
from tawatur.ledger.rows import Prepared, Task, prepare
from tawatur.ledger.store import Ledger
from tests.web.api.test_problems import told
from tests.web.conftest import Client


@pytest.fixture
def event(client: Client) -> Any:
    return client.get("/api/v1/events?sort=told&limit=1").json()["items"][0]["event"]


def test_why_something_is_as_it_is(client: Client, event: Any) -> None:
    found = client.get("/api/v1/why", params={"id": event["id"]}).json()
    assert found["about"] == [{"kind": "event", "id": event["id"]}]
    assert found["reason"]["because"]
    assert {account["id"] for account in found["accounts"]} >= set(event["mentions"])


def test_why_two_are_one(client: Client, event: Any) -> None:
    one, other = event["mentions"][:2]
    found = client.get("/api/v1/why", params={"id": one, "other": other}).json()
    assert [part["id"] for part in found["about"]] == [one, other]


@pytest.mark.parametrize(
    ("query", "status"), [("id=none", 404), ("id=", 400), ("id=event", 404), ("id=%00", 404), ("id=a&other=a&other=b", 400)]
)
def test_why_of_nothing(client: Client, query: str, status: int) -> None:
    assert told(client.get(f"/api/v1/why?{query}"))[0] == status


def test_why_of_one_thing_twice(client: Client, event: Any) -> None:
    assert told(client.get("/api/v1/why", params={"id": event["id"], "other": event["id"]}))[0] == 409


def test_what_changed_between_two_versions(client: Client, ledger: Path) -> None:
    texts = (
        "قتل ثلاثة جنود في هجوم على معسكر التاجي شمال بغداد يوم السبت.",
        "قتل خمسة جنود في هجوم على معسكر التاجي شمال بغداد يوم السبت.",
    )
    with Ledger(ledger) as book:
        for day, text in enumerate(texts, 1):
            where, seen = "https://news.example/taji", f"2020-03-1{day}T00:00:00Z"
            ready = prepare(Task(Snapshot(where, where, "text", text.encode(), where, seen), Given("2020-03-14")))
            assert isinstance(ready, Prepared)
            stored = store(book, ready)
            assert isinstance(stored, Stored)
            document = stored.id
        list(refresh(book))
    found = client.get("/api/v1/differences", params={"document": document, "first": 1, "last": 2}).json()
    assert [piece["text"].strip() for piece in found["text"] if piece["kind"] != "same"] == ["ثلاثة", "خمسة"]
    assert [(change["kind"], change["old"]["low"], change["new"]["low"]) for change in found["figures"]] == [("changed", 3, 5)]
    answer = client.get("/api/v1/differences", params={"document": document, "first": 1, "last": 3})
    assert told(answer) == (404, "not-found", f"{document}: has no version 3; the versions are 1 to 2")
    assert told(client.get("/api/v1/differences", params={"document": "none", "first": 1, "last": 2}))[0] == 404
