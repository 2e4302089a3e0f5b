import re

import pytest

from tests.web.conftest import Client

_ITEM = re.compile(r'<h2><a href="/(?:ar|en)/disagreements/(disagreement-\w+)"')


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_weightiest_come_first(client: Client, language: str) -> None:
    page = client.get(f"/{language}/disagreements").text
    assert len(_ITEM.findall(page)) == 20
    assert _ITEM.findall(page)[0] == "disagreement-ee3954c74c708f7a"
    assert 'class="side-1"' in page


def test_the_order_is_explained(client: Client) -> None:
    assert "the number of chains behind the second strongest side" in client.get("/en/disagreements").text
    assert _ITEM.findall(client.get("/en/disagreements?sort=day").text) != _ITEM.findall(client.get("/en/disagreements").text)


def test_narrowed_by_kind_event_and_words(client: Client) -> None:
    figures = client.get("/en/disagreements?disagreement=figure").text
    assert set(re.findall(r'class="badge warnings">([^<]+)<', figures)) == {"figure"}
    assert re.search(r'href="/en/disagreements" aria-current="true">figure', figures)
    assert 0 < len(_ITEM.findall(client.get("/en/disagreements?country=sy").text)) < 20
    assert _ITEM.findall(client.get("/en/disagreements?text=%D9%82%D8%B7%D8%A7%D8%B1%D9%8A%D8%A9").text) == []
