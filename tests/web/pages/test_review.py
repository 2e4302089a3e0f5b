import re
from pathlib import Path

from tawatur.ledger import queue
from tawatur.ledger.deriving import judgements
from tawatur.ledger.store import Ledger
from tawatur.model import Judgement
from tawatur.reconciling.rulings import in_order
from tests.web.conftest import Client


def token(page: str) -> str:
    found = re.search(r'name="_csrf_token" value="([0-9a-f]+)"', page)
    assert found
    return found[1]


def post(client: Client, address: str, page: str, status: int = 303, **data: object) -> str:
    """Sends a form of a page; gives the page that it leads to."""
    answer = client.post(address, data={"_csrf_token": token(page), **data}, follow_redirects=False)
    assert answer.status_code == status, answer.text
    return client.get(answer.headers["location"]).text if status == 303 else answer.text


def act(client: Client, action: str, item: str, status: int = 303, **data: object) -> str:
    address = f"/ar/review/{item}"
    return post(client, address, client.get(address).text, status, action=action, by="نور", **data)


def made(ledger: Path) -> list[Judgement]:
    with Ledger(ledger) as book:
        return in_order(judgements(book))


def waiting(ledger: Path, kind: str) -> str:
    """The first item of a kind."""
    with Ledger(ledger) as book:
        return next(item.id for item in queue.items(book, limit=100) if item.kind == kind)


def test_the_first_item_is_shown_with_all_that_a_decision_needs(client: Client, ledger: Path) -> None:
    page = client.get("/ar/review").text
    first = waiting(ledger, "disagreement")
    assert f'action="/ar/review/{first}"' in page
    for action in ("prefer", "range", "unconfirmed", "pending", "ask", "accept", "wrong", "same", "different", "split", "value"):
        assert f'value="{action}"' in page
    assert "<mark>" in page


def test_a_decision_leads_to_the_next_item_and_is_taken_back(client: Client, ledger: Path) -> None:
    first = waiting(ledger, "disagreement")
    start = client.get("/ar/review").text
    place = re.search(r'name="at" value="([^"]+)"', start)
    assert place
    page = post(client, f"/ar/review/{first}", start, action="pending", by="نور", at=place[1])
    assert f'action="/ar/review/{first}"' not in page
    assert [(one.kind, one.by) for one in made(ledger)] == [("settle", "نور")]
    assert waiting(ledger, "disagreement") != first
    assert f'action="/ar/review/{first}"' in client.get("/ar/review?of=pending").text
    page = post(client, "/ar/review-undo", page, judgement=made(ledger)[0].id, item=first)
    assert f'action="/ar/review/{first}"' in page
    assert [one.kind for one in made(ledger)] == ["settle", "undo"]
    assert waiting(ledger, "disagreement") == first


def test_what_is_split_off_is_taken_back_at_once(client: Client, ledger: Path) -> None:
    with Ledger(ledger) as book:
        event = book.value("SELECT event FROM event_index ORDER BY mentions DESC, event LIMIT 1")
    page = act(client, "split", event, choice=["1", "2"])
    names = re.findall(r'name="judgement" value="([^"]+)"', page)
    assert len(names) == len(made(ledger)) > 1
    page = post(client, "/ar/review-undo", page, judgement=names, item=event)
    assert [one.kind for one in made(ledger)[len(names) :]] == ["undo"] * len(names)
    assert f'action="/ar/review/{event}"' in page
