from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from tawatur.ledger.store import Ledger
from tests.web.api.test_problems import told
from tests.web.conftest import Client


def one(client: Client, address: str) -> Any:
    answer = client.get(f"/api/v1/{address}")
    assert answer.status_code == 200
    return answer.json()


@pytest.fixture
def disputed(client: Client) -> Any:
    """The event with the most disagreements, whole."""
    return one(client, "events/" + one(client, "events?sort=disputed&limit=1")["items"][0]["event"]["id"])


def test_an_event_with_its_accounts_figures_and_chains(client: Client, disputed: Any) -> None:
    event = disputed["event"]
    assert len(disputed["accounts"]) == len(event["mentions"])
    for account in disputed["accounts"]:
        text = one(client, f"documents/{account['document']}")["reading"]["document"]["text"]
        assert text[account["span"]["start"] : account["span"]["end"]] == account["words"]
        assert account["chain"][0]["kind"] == "outlet"
    assert set(disputed["figures"]) == set(event["figures"])
    assert [found["id"] for found in disputed["disagreements"]] == event["disagreements"]


def test_a_disagreement_and_its_sides(client: Client, disputed: Any) -> None:
    found = one(client, f"disagreements/{disputed['event']['disagreements'][0]}")
    assert len(found["sides"]) >= 2
    assert all(side["accounts"] for side in found["sides"])
    assert set(found["disagreement"]["explanation"]) == {"ar", "en"}


def test_a_claim_its_statements_and_their_document(client: Client) -> None:
    claim = one(client, "claims/" + one(client, "claims?limit=1")["items"][0]["id"])
    assert len(claim["accounts"]) == len(claim["claim"]["statements"])
    statement = one(client, f"statements/{claim['claim']['statements'][0]}")
    assert statement["claim"]["id"] == claim["claim"]["id"]
    document = one(client, f"documents/{statement['account']['document']}")
    assert statement["statement"] in document["reading"]["statements"]
    assert [version["is_current"] for version in document["versions"]] == [True]


def test_a_mention_and_its_event(client: Client, disputed: Any) -> None:
    name = disputed["event"]["mentions"][0]
    found = one(client, f"mentions/{name}")
    assert (found["account"]["id"], found["event"]["id"]) == (name, disputed["event"]["id"])


def test_a_text_family(client: Client) -> None:
    copy = next(item for item in one(client, "documents?limit=200")["items"] if item["first"])
    family = one(client, f"documents/{copy['id']}")["family"]
    assert one(client, f"families/{family['id']}") == family
    assert copy["id"] in family["documents"]


@pytest.mark.parametrize("kind", ["events", "disagreements", "claims", "statements", "mentions", "documents", "families", "judgements"])
@pytest.mark.parametrize("name", ["none", "event", "أخبار/٢", "a%00b", "..%2F..%2Fetc", "9" * 1_000, "%ED%A0%80", "a'b\"c;--", "*"])
def test_ids_that_are_not_there(client: Client, kind: str, name: str) -> None:
    assert told(client.get(f"/api/v1/{kind}/{name}"))[0] == 404


def test_ids_may_hold_anything(client: Client, ledger: Path) -> None:
    name = 'a/b "ü" خبر?#'
    with Ledger(ledger) as book:
        book.rows("UPDATE families SET id = ?", name)
    assert len(one(client, f"families/{quote(name, safe='')}")["documents"]) > 1
