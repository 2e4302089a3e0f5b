import re
from pathlib import Path

import pytest

from tawatur.ledger import queue
from tawatur.ledger.deriving import judgements
from tawatur.ledger.store import Ledger
from tawatur.model import Judgement
from tawatur.reconciling.rulings import in_order
from tawatur.web.pages.review import cursor, written
from tests.web.conftest import Client, ClientMaker


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


@pytest.mark.parametrize(("action", "says"), [
    ("wrong", "اختر الرواية أو العدد"), ("same", "اختر روايتين"), ("split", "اختر بعض روايات"), ("value", "اكتب قيمته"),
    ("prefer", "الطرف الذي ترجّحه"), ("nonsense", "اختر ما تفعل"),
])  # fmt: skip
def test_what_makes_no_sense_is_said_in_the_language_of_the_page(client: Client, ledger: Path, action: str, says: str) -> None:
    item = waiting(ledger, "disagreement")
    page = act(client, action, item, 422, why="سبب")
    assert says in page
    assert 'value="سبب"' in page
    assert made(ledger) == []


def test_nobody_judges_without_a_name_and_the_name_is_kept(client: Client, ledger: Path) -> None:
    item = waiting(ledger, "disagreement")
    address = f"/en/review/{item}"
    page = client.get(address).text
    assert "Write your name" in post(client, address, page, 422, action="range")
    page = post(client, address, page, action="range", by=" سلمى ")
    assert 'id="by"' not in page
    assert "Judgements are recorded in the name of" in page
    assert [(one.by, one.why) for one in made(ledger)] == [("سلمى", "Nothing speaks for one side over another")]


def test_a_side_is_preferred_by_its_button_or_by_an_account_of_it(client: Client, ledger: Path) -> None:
    item = waiting(ledger, "disagreement")
    act(client, "prefer:2", item)
    by_button = made(ledger)[0]
    act(client, "prefer", item, choice="1")
    by_account = made(ledger)[1]
    assert by_button.subject != by_account.subject
    assert f'action="/ar/review/{item}"' in client.get("/ar/review?of=done").text


def test_a_count_is_corrected_in_digits_of_any_script(client: Client, ledger: Path) -> None:
    with Ledger(ledger) as book:
        item = book.value("SELECT disagreement FROM disagreement_index WHERE kind = 'figure' ORDER BY 1")
    page = act(client, "value", item, choice="1", value="١٠-١٥", why="هكذا في البيان")
    assert [(one.kind, one.value, one.why) for one in made(ledger)] == [("value", "10-15", "هكذا في البيان")]
    assert "صُحّحت القيمة" in page


def test_a_day_is_corrected(client: Client, ledger: Path) -> None:
    act(client, "value", waiting(ledger, "event"), choice="1", value="2020-03-14")
    assert made(ledger)[0].value == "date=2020-03-14"


def test_an_account_stands_for_its_event_and_what_is_not_there_is_not_found(client: Client, ledger: Path) -> None:
    with Ledger(ledger) as book:
        mention, event = book.rows("SELECT mention, event FROM event_mentions ORDER BY mention LIMIT 1").fetchone()
    assert f'action="/en/review/{event}"' in client.get(f"/en/review/{mention}").text
    assert client.get("/en/review/nothing").status_code == 404


def test_where_one_may_only_read_nothing_is_decided(client_of: ClientMaker, ledger: Path) -> None:
    client = client_of(is_read_only=True)
    page = client.get("/en/review").text
    assert 'name="action"' not in page
    assert "Read-only" in page
    login = client.get("/en/settings").text
    answer = client.post(f"/en/review/{waiting(ledger, 'event')}", data={"_csrf_token": token(login), "action": "accept", "by": "x"})
    assert answer.status_code == 403
    assert made(ledger) == []


def test_a_form_without_its_token_is_refused(client: Client, ledger: Path) -> None:
    assert client.post(f"/en/review/{waiting(ledger, 'event')}", data={"action": "accept", "by": "x"}).status_code == 403


def test_nothing_waits(client: Client, ledger: Path) -> None:
    with Ledger(ledger) as book:
        book.rows("DELETE FROM review_queue")
    assert "Nothing waits for review" in client.get("/en/review").text


def test_a_place_in_the_queue_is_written_and_read() -> None:
    assert cursor("12.5~event-1~x") == (12.5, "event-1~x")
    assert cursor(written(cursor("3.0~a"))) == (3.0, "a")
    assert cursor("nonsense")[0] == float("inf")


def test_accounts_that_barely_hold_together_come_with_why_they_were_joined(client: Client, ledger: Path) -> None:
    with Ledger(ledger) as book:
        event = book.value("SELECT id FROM review_queue WHERE reasons LIKE '%merge%' ORDER BY id LIMIT 1")
    page = client.get(f"/en/review/{event}").text
    assert "Two accounts barely joined" in page
    assert "why they were taken for one" in page
