import re
from pathlib import Path

from tawatur.ledger.judging import Decision, judge
from tawatur.ledger.queue import items
from tawatur.ledger.store import Ledger
from tests.web.conftest import Client, ClientMaker
from tests.web.pages.test_review import made, post

HOSTILE = '<script>alert(1)</script>"onmouseover=x \u202e'


def decided(ledger: Path, times: int = 1) -> None:
    with Ledger(ledger) as book:
        event = next(one.id for one in items(book, limit=99) if one.kind == "event")
        for _ in range(times):
            judge(book, Decision("right", event), HOSTILE, HOSTILE)


def test_nobody_has_decided_anything(client: Client) -> None:
    assert "Nobody has decided anything yet" in client.get("/en/judgements").text


def test_each_says_who_when_why_and_what_became_of_it(client: Client, ledger: Path) -> None:
    decided(ledger, 2)
    page = client.get("/ar/judgements").text
    assert page.count("<tr id=") == 2
    assert "سارٍ" in page
    assert "حل محله قرار لاحق" in page
    assert "<script>alert" not in page
    assert '"onmouseover' not in page
    assert page.count("\u202e") == page.count('title="U+202E">\u202e</bdi>')


def test_one_is_taken_back_from_the_list(client: Client, ledger: Path) -> None:
    decided(ledger)
    page = client.get("/en/judgements").text
    page = post(client, "/en/review-undo", page, judgement=made(ledger)[0].id, by="نور", back="judgements")
    assert [one.kind for one in made(ledger)] == ["right", "undo"]
    assert re.search(r"<h1>Judgements", page)


def test_many_are_listed_by_the_page(client: Client, ledger: Path) -> None:
    decided(ledger, 51)
    assert client.get("/en/judgements").text.count("<tr id=") == 50
    assert client.get("/en/judgements?page=2").text.count("<tr id=") == 1


def test_nothing_is_taken_back_where_one_may_only_read(client_of: ClientMaker, ledger: Path) -> None:
    decided(ledger)
    assert 'action="/en/review-undo"' not in client_of(is_read_only=True).get("/en/judgements").text


def test_how_far_people_agree_who_judged_the_same(client: Client, ledger: Path) -> None:
    decided(ledger)
    assert "several people" not in client.get("/en/judgements").text
    with Ledger(ledger) as book:
        judge(book, Decision("wrong", made(ledger)[0].subject), "نور", "ليس في النص")
    page = client.get("/en/judgements").text
    assert "What several people judged (matters: 1, people: 2): they agree in 0%" in page


def test_one_is_found_in_the_list(client: Client, ledger: Path) -> None:
    decided(ledger, 51)
    oldest = made(ledger)[0].id
    answer = client.get(f"/ar/judgements/{oldest}", follow_redirects=False)
    assert answer.headers["location"] == f"/ar/judgements?page=2#{oldest}"
    assert client.get("/ar/judgements/nothing").status_code == 404
