from pathlib import Path

import pytest

from tawatur.ledger import lookup
from tawatur.ledger.store import Ledger
from tawatur.ledger.tellers import Tellers
from tawatur.web.pages.claim import stances_of
from tests.web.conftest import Client

_CONTESTED = """
    SELECT c.id FROM claims c JOIN claim_statements s ON s.claim = c.id JOIN statements t ON t.id = s.statement
    GROUP BY c.id HAVING count(DISTINCT t.act) > 1 AND max(t.act = 'deny') ORDER BY count(*) DESC, c.id
"""


@pytest.fixture
def contested(ledger: Path) -> str:
    """The claim of the samples that most statements make or deny."""
    with Ledger(ledger) as book:
        return str(book.value(_CONTESTED))


def test_who_says_it_and_who_says_otherwise(client: Client, ledger: Path, contested: str) -> None:
    with Ledger(ledger) as book:
        claim = lookup.claim(book, contested)
        stances = stances_of(Tellers(book), claim)
    assert set(stances) == set(claim.statements)
    assert set(stances.values()) == {"for", "against"}
    for language, said, otherwise in (("ar", "يقولون ذلك", "يقولون خلافه"), ("en", "They say so", "They say otherwise")):
        page = client.get(f"/{language}/claims/{contested}").text
        assert said in page
        assert otherwise in page
        assert page.count("<h1") == 1
        assert page.count('class="card account"') == len(claim.statements)
        assert page.count('<svg class="chain-graph"') == 2


def test_every_claim_has_a_page(client: Client, ledger: Path) -> None:
    with Ledger(ledger) as book:
        names = [name for (name,) in book.rows("SELECT id FROM claims ORDER BY id LIMIT 20")]
    assert {client.get(f"/en/claims/{name}").status_code for name in names} == {200}


def test_what_is_not_there(client: Client) -> None:
    assert client.get("/ar/claims/claim-0").status_code == 404
