from typing import Any

import pytest

from tests.web.api.test_problems import told
from tests.web.conftest import Client

BY = {"by": "نور", "why": "معسكران"}


@pytest.fixture
def event(client: Client) -> Any:
    """The event that most accounts tell of."""
    return client.get("/api/v1/events?sort=told&limit=1").json()["items"][0]["event"]


def judge(client: Client, **decision: str) -> Any:
    answer = client.post("/api/v1/judgements", json={**decision, **BY})
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/api/v1/judgements/{answer.json()['judgement']['id']}"
    return answer.json()


def test_deciding_and_taking_it_back(client: Client, event: Any) -> None:
    changed = judge(client, kind="different", subject=event["mentions"][0], object=event["mentions"][1])
    assert [found["id"] for found in changed["before"]["events"]] == [event["id"]]
    assert len(changed["after"]["events"]) == 2
    made = changed["judgement"]["id"]
    assert client.get(f"/api/v1/judgements/{made}").json()["standing"] == "in_force"
    judge(client, kind="undo", subject=made)
    listed = client.get("/api/v1/judgements").json()
    assert [(one["judgement"]["kind"], one["standing"]) for one in listed["items"]] == [("different", "undone"), ("undo", "in_force")]
    again = client.post("/api/v1/judgements", json={"kind": "undo", "subject": made, **BY})
    assert told(again)[:2] == (409, "conflict")
    assert client.get(f"/api/v1/events/{event['id']}").json()["event"] == event


def test_judgements_page_by_page(client: Client, event: Any) -> None:
    for mention in event["mentions"][:3]:
        judge(client, kind="right", subject=mention)
    first = client.get("/api/v1/judgements?limit=2").json()
    second = client.get(first["next"]).json()
    assert (len(first["items"]), len(second["items"]), second["next"], first["total"]) == (2, 1, None, 3)
    whole = client.get("/api/v1/judgements").json()["items"]
    assert first["items"] + second["items"] == whole


@pytest.mark.parametrize(
    ("decision", "status"),
    [
        ({"kind": "same", "subject": "none", "object": "other"}, 404),
        ({"kind": "same", "subject": "none"}, 422),
        ({"kind": "right", "subject": "none", "object": "other"}, 422),
        ({"kind": "value", "subject": "none"}, 422),
        ({"kind": "agree", "subject": "none"}, 422),
        ({"subject": "none"}, 422),
        ({"kind": "undo", "subject": ""}, 422),
        ({"kind": "undo", "subject": "none", "by": "  "}, 422),
        ({"kind": "undo", "subject": "none", "at": "2020-01-01"}, 422),
        ({"kind": "undo", "subject": 7}, 422),
        ([], 422),
    ],
)
def test_decisions_that_cannot_be(client: Client, decision: Any, status: int) -> None:
    body = {**BY, **decision} if isinstance(decision, dict) else decision
    assert told(client.post("/api/v1/judgements", json=body))[0] == status


def test_a_decision_that_the_ledger_contradicts(client: Client, event: Any) -> None:
    wrong = {"kind": "value", "subject": event["mentions"][0], "value": "mode=loud", **BY}
    assert told(client.post("/api/v1/judgements", json=wrong))[:2] == (409, "conflict")
    assert client.get("/api/v1/judgements").json()["total"] == 0


@pytest.mark.parametrize("body", [b"", b"{", b'{"kind": "undo"', b"\xff\xfe", b'{"kind": "\\ud800"}', b"null"])
def test_bodies_that_are_no_json(client: Client, body: bytes) -> None:
    status = told(client.post("/api/v1/judgements", content=body, headers={"Content-Type": "application/json"}))[0]
    assert status in (400, 422)
