import json
from collections.abc import Iterator

import pytest

from tawatur.errors import InputError
from tawatur.fetching.webhook import Webhook
from tawatur.ledger import deliveries
from tawatur.ledger.deliveries import deliver
from tawatur.ledger.store import Ledger
from tests.fetching.test_webhook import Receiver, hurried


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    made = Receiver(500, 500, 500, 200)
    yield made
    made.close()


def wait(book: Ledger, webhook: Webhook, count: int) -> None:
    for number in range(1, count + 1):
        book.rows("INSERT INTO developments VALUES (?, 1, ?)", number, json.dumps({"kind": "toll", "event": f"event-{number}"}))
        book.rows("INSERT INTO deliveries VALUES (?, ?)", webhook.name, number)


def test_what_is_not_taken_waits_and_is_delivered_as_the_same(book: Ledger, receiver: Receiver) -> None:
    webhook = Webhook(receiver.url, machine=hurried([]))
    wait(book, webhook, 2)
    fault = deliver(book, webhook)
    assert isinstance(fault, InputError)
    assert deliver(book, webhook) is None
    assert deliver(book, webhook) is None
    assert len(receiver.taken) == 4
    assert len({headers["webhook-id"] for headers, _ in receiver.taken}) == 1
    body = json.loads(receiver.taken[-1][1])
    assert body["type"] == "tawatur.developments"
    assert [(one["number"], one["event"]) for one in body["data"]["developments"]] == [(1, "event-1"), (2, "event-2")]


def test_many_go_in_several_deliveries_and_others_webhooks_wait(
    book: Ledger, receiver: Receiver, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    monkeypatch.setattr(deliveries, "_AT_ONCE", 2)
    receiver.statuses = [200]
    webhook = Webhook(receiver.url)
    wait(book, webhook, 5)
    book.rows("INSERT INTO deliveries VALUES ('another', 1)")
    assert deliver(book, webhook) is None
    assert [len(json.loads(body)["data"]["developments"]) for _, body in receiver.taken] == [2, 2, 1]
    assert book.rows("SELECT webhook FROM deliveries").fetchall() == [("another",)]
