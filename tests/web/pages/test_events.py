import re
from pathlib import Path

import pytest

from tests.web.conftest import Client, ClientMaker
from tests.web.pages.hostile import add_hostile, harm

_ITEM = re.compile(r'<h2><a href="/(?:ar|en)/events/(event-\w+)"')


def items(client: Client, address: str) -> list[str]:
    answer = client.get(address)
    assert answer.status_code == 200
    return _ITEM.findall(answer.text)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_pages_of_events_follow_each_other(client: Client, language: str) -> None:
    found: list[str] = []
    address = f"/{language}/events"
    while address:
        found += items(client, address)
        after = re.search(r'rel="next" href="([^"]+)"', client.get(address).text)
        address = after[1].replace("&amp;", "&") if after else ""
    assert len(found) == len(set(found)) == 110


def test_filters_come_from_the_address_and_stay_in_the_form(client: Client) -> None:
    page = client.get("/en/events?country=iq&type=ASSAULT&place=%D8%A7%D9%84%D8%AA%D8%A7%D8%AC%D9%8A&sort=told").text
    assert 'value="التاجي"' in page
    assert re.search(r'<option value="iq" selected>Iraq \(\d+\)', page)
    assert re.search(r'<option value="ASSAULT" selected>', page)
    assert '<input type="hidden" name="sort" value="told">' in page
    assert 0 < len(_ITEM.findall(page)) < 20
    assert re.search(r'href="/en/events\?country=iq&amp;type=ASSAULT&amp;sort=told" aria-current="true"', page)


def test_what_cannot_be_understood_is_told(client: Client) -> None:
    page = client.get("/ar/events?first=%D8%BA%D8%AF%D8%A7").text
    assert 'role="alert"' in page
    assert "<bdi>غدا</bdi>" in page
    assert len(_ITEM.findall(page)) == 20


def test_nothing_is_found(client: Client) -> None:
    page = client.get("/ar/events?place=xyz").text
    assert "لا أحداث هنا" in page
    assert _ITEM.findall(page) == []


def test_no_place_in_the_list(client: Client) -> None:
    assert client.get("/ar/events?after=zzz").status_code == 400


def test_orders(client: Client) -> None:
    orders = {sort: items(client, f"/ar/events?sort={sort}") for sort in ("day", "seen", "disputed", "told", "x")}
    assert orders["x"] == orders["seen"]
    assert len({tuple(order) for order in orders.values()}) == 4


def test_digits_of_the_viewer(client: Client) -> None:
    client.cookies.set("tawatur-manner", "arab.both.auto")
    assert "١١٠ أحداث" in client.get("/ar/events").text


def test_outside_text_is_harmless(client_of: ClientMaker, ledger: Path) -> None:
    add_hostile(ledger)
    client = client_of()
    for address in (
        "/ar/events?place=درنة",
        "/en/events?outlet=%22onmouseover%3D%22alert(2)",
        "/ar/events?text=%3Cscript%3Ealert(1)%3C/script%3E",
    ):
        page = client.get(address).text
        assert harm(page) == []
    assert len(items(client, "/ar/events?place=درنة")) == 3
