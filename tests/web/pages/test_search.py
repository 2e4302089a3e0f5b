import re
from pathlib import Path

import pytest

from tests.web.conftest import Client, ClientMaker
from tests.web.pages.hostile import add_hostile, harm

_ITEM = re.compile(r'<h2><a href="/(?:ar|en)/documents/([^"]+)"')


def found(client: Client, query: str, **further: str) -> list[str]:
    answer = client.get("/ar/search", params={"q": query, **further})
    assert answer.status_code == 200
    return _ITEM.findall(answer.text)


def test_words_are_found_and_marked(client: Client) -> None:
    page = client.get("/ar/search", params={"q": "التاجي"}).text
    assert len(_ITEM.findall(page)) > 3
    assert "<mark>التاجي</mark>" in page
    assert "كل صيغ «<bdi>التاجي</bdi>»" in page
    assert 'name="q" dir="auto" value="التاجي"' in page


def test_a_phrase_is_found_as_it_stands(client: Client) -> None:
    page = client.get("/en/search", params={"q": "«معسكر التاجي»"}).text
    assert "the exact words «<bdi>معسكر التاجي</bdi>»" in page
    assert "<mark>معسكر التاجي</mark>" in page
    assert found(client, "«التاجي معسكر»") == []


@pytest.mark.parametrize(
    "query", ["", "  ", '"', "***", "\u202e", "' OR 1=1", "<script>alert(1)</script>", "x" * 4000, "NEAR(", "\U0001f680"]
)
@pytest.mark.parametrize("page", ["", "2", "-1", "99999999999", "x"])
def test_empty_and_hostile_queries_find_nothing(client: Client, query: str, page: str) -> None:
    answer = client.get("/en/search", params={"q": query, "page": page})
    assert answer.status_code == 200
    assert _ITEM.findall(answer.text) == []
    assert harm(answer.text) == []


def test_facets_narrow(client: Client) -> None:
    whole = found(client, "قتلى")
    assert 0 < len(found(client, "قتلى", first="2020-01", last="2020-12")) < len(whole)
    page = client.get("/en/search", params={"q": "قتلى"}).text
    outlet = re.search(r'href="(/en/search\?q=[^"]+&amp;outlet=[^"]+)"', page)
    assert outlet
    assert 0 < len(_ITEM.findall(client.get(outlet[1].replace("&amp;", "&")).text)) < len(whole)


def test_pages_follow_each_other(client: Client) -> None:
    first = client.get("/en/search", params={"q": "في"}).text
    second = re.search(r'rel="next" href="([^"]+)"', first)
    assert second
    page = client.get(second[1].replace("&amp;", "&")).text
    assert len(set(_ITEM.findall(first)) | set(_ITEM.findall(page))) == len(_ITEM.findall(first)) + len(_ITEM.findall(page))
    assert 'start="21"' in page


def test_outside_text_is_harmless(client_of: ClientMaker, ledger: Path) -> None:
    add_hostile(ledger)
    page = client_of().get("/ar/search", params={"q": "قصف درنة"}).text
    assert "&lt;script&gt;alert(1)" in page
    assert "<mark>قصف</mark>" in page
    assert harm(page) == []
