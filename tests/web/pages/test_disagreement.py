from pathlib import Path

import pytest

from tawatur.ledger import lookup
from tawatur.ledger.deriving import refresh
from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.lists import Filters, disagreements
from tawatur.ledger.store import Ledger
from tawatur.model import Disagreement
from tests.web.conftest import Client, ClientMaker


@pytest.fixture
def found(ledger: Path) -> list[Disagreement]:
    with Ledger(ledger) as book:
        return list(disagreements(book, Filters()))


def test_its_sides_stand_side_by_side(client: Client, found: list[Disagreement]) -> None:
    for one in found:
        for language in ("ar", "en"):
            answer = client.get(f"/{language}/disagreements/{one.id}")
            assert answer.status_code == 200
            assert answer.text.count('<svg class="chain-graph"') == len(one.sides)
            assert answer.text.count("<h1") == 1
            for event in one.events:
                assert f'href="/{language}/events/{event}"' in answer.text


def test_what_is_not_there(client: Client) -> None:
    assert client.get("/ar/disagreements/disagreement-0").status_code == 404


def test_how_it_was_settled(client: Client, ledger: Path, found: list[Disagreement]) -> None:
    name = next(one.id for one in found if len(one.sides) > 1)
    assert 'class="settlement"' not in client.get(f"/en/disagreements/{name}").text
    with Ledger(ledger) as book:
        made = judge(book, Decision("settle", name, None, "unconfirmed"), "نور", "لم يؤكد")
        list(refresh(book))
        assert lookup.disagreement(book, name).settled
    page = client.get(f"/en/disagreements/{name}").text
    assert "unconfirmed" in page
    assert page.count("unconfirmed") == 2
    assert made.id in page


def test_more_accounts_are_shown_when_they_are_asked_for(
    client_of: ClientMaker, found: list[Disagreement], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tawatur.web.pages.event_columns.FIRST", 0)
    client = client_of()
    assert 'class="card account"' not in client.get(f"/ar/disagreements/{found[0].id}").text
    assert 'class="card account"' in client.get(f"/ar/disagreements/{found[0].id}", params={"all": "1"}).text
