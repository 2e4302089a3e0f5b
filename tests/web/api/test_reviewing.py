import pytest

from tests.web.api.test_problems import told
from tests.web.conftest import Client


def test_what_matters_most_comes_first_page_by_page(client: Client) -> None:
    whole = client.get("/api/v1/queue?limit=200").json()
    weights = [item["weight"] for item in whole["items"]]
    assert weights == sorted(weights, reverse=True)
    assert whole["total"] == len(weights) > 3
    first = client.get("/api/v1/queue?limit=3").json()
    second = client.get(first["next"]).json()
    assert first["items"] + second["items"] == whole["items"][:6]
    assert all(item["reasons"] for item in whole["items"])


def test_what_is_settled_leaves_the_queue(client: Client) -> None:
    item = next(item for item in client.get("/api/v1/queue?limit=200").json()["items"] if item["kind"] == "disagreement")
    decision = {"kind": "settle", "subject": item["id"], "value": "pending", "by": "نور", "why": "ننتظر"}
    assert client.post("/api/v1/judgements", json=decision).status_code == 201
    assert item["id"] in [one["id"] for one in client.get("/api/v1/queue?state=pending").json()["items"]]
    assert item["id"] not in [one["id"] for one in client.get("/api/v1/queue?limit=200").json()["items"]]


@pytest.mark.parametrize("after", ["x", "nan,a", "1e999,a", "7"])
def test_a_page_that_no_page_led_to(client: Client, after: str) -> None:
    assert told(client.get("/api/v1/queue", params={"after": after}))[0] == 404
