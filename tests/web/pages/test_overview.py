import re
from pathlib import Path

import pytest

from tawatur.ledger.store import Ledger
from tests.web.conftest import Client, ClientMaker
from tests.web.pages.hostile import add_hostile, harm


@pytest.mark.parametrize(("language", "counts"), [("ar", ["55 تقريرًا", "110 أحداث"]), ("en", ["55 reports", "110 events"])])
def test_what_is_new_and_what_disagrees_most(client: Client, language: str, counts: list[str]) -> None:
    page = client.get(f"/{language}/").text
    assert [count for count in counts if count not in page] == []
    assert len(re.findall(rf'<h3><a href="/{language}/events/event-', page)) == 5
    assert len(re.findall(rf'<h3><a href="/{language}/disagreements/disagreement-', page)) == 5
    assert len(re.findall(rf'<h3><a href="/{language}/documents/', page)) == 5


def test_pictures_have_tables(client: Client) -> None:
    page = client.get("/en/").text
    bars = re.findall(r"<title>[^<]+: (\d+)</title>", page)
    rows = re.findall(r"</time></a></th><td class=\"number\">(\d+)</td>", page)
    assert bars == rows[::-1]
    assert sum(map(int, bars)) > 50
    assert 'data-table="places"' in page
    places = re.findall(r'<tr data-lat="[\d.-]+" data-lon="[\d.-]+" data-count="(\d+)"', page)
    assert len(places) > 10
    assert re.search(r'data-precision="[^"]+"><th scope="row"><a href="/en/events\?place_id=iq"><bdi>Iraq</bdi>', page)


def test_it_is_narrowed_by_its_address(client: Client) -> None:
    page = client.get("/en/?country=sy&type=ASSAULT").text
    assert 'href="/en?country=sy" aria-current="true"' in page
    assert 'href="/en/events?country=sy&amp;type=ASSAULT"' in page
    assert set(re.findall(r"</a></th><td><bdi>([^<]+)</bdi></td>", page)) == {"Syria"}


def test_an_empty_ledger(client_of: ClientMaker, tmp_path: Path) -> None:
    Ledger(tmp_path / "empty.ledger", create=True).connection.close()
    for language in ("ar", "en"):
        answer = client_of(path=tmp_path / "empty.ledger").get(f"/{language}/")
        assert answer.status_code == 200
        assert "tawatur add" in answer.text


def test_developments_that_wait_are_told(client_of: ClientMaker, ledger: Path) -> None:
    record = '{"kind":"event.new","sentence":{"ar":"حدث جديد <b>","en":"A new event <b>"},"at":"2026-01-01T08:00:00Z","event":"event-1"}'
    with Ledger(ledger) as book:
        book.rows("INSERT INTO developments (is_told, record) VALUES (0, ?)", record)
    page = client_of().get("/en/").text
    assert '<a href="/en/events/event-1">A new event &lt;b&gt;</a>' in page


def test_outside_text_is_harmless(client_of: ClientMaker, ledger: Path) -> None:
    add_hostile(ledger)
    for query in ("", "?place=%D8%AF%D8%B1%D9%86%D8%A9", "?text=%22onmouseover%3D", "?outlet=%3Cscript%3Ealert(1)"):
        page = client_of().get(f"/ar/{query}").text
        assert harm(page) == []
