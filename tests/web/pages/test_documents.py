import re
from pathlib import Path

import pytest

from tests.web.conftest import Client, ClientMaker
from tests.web.pages.hostile import add_hostile, harm

_ITEM = re.compile(r'<h2><a href="/(?:ar|en)/documents/([^"]+)"')


@pytest.mark.parametrize("language", ["ar", "en"])
def test_reports_are_listed(client: Client, language: str) -> None:
    page = client.get(f"/{language}/documents").text
    assert len(_ITEM.findall(page)) == 20
    assert 'rel="next"' in page


def test_narrowed_by_outlet_and_month(client: Client) -> None:
    page = client.get("/en/documents?first=2020-03&last=2020-03").text
    assert 0 < len(_ITEM.findall(page)) < 20
    assert re.search(r'href="/en/documents" aria-current="true">March 2020', page)
    outlet = re.search(r'href="(/en/documents\?first=2020-03&amp;last=2020-03&amp;outlet=[^"]+)"', page)
    assert outlet
    narrower = client.get(outlet[1].replace("&amp;", "&")).text
    assert 0 < len(_ITEM.findall(narrower)) < len(_ITEM.findall(page))


def test_orders(client: Client) -> None:
    published = re.findall(r'<h2>.*?<time datetime="([^"]+)"', client.get("/en/documents?sort=published").text, re.DOTALL)
    assert len(published) == 20
    assert published == sorted(published, reverse=True)


def test_what_is_no_date(client: Client) -> None:
    page = client.get("/en/documents?first=soon").text
    assert "<bdi>soon</bdi>" in page


def test_outside_text_is_harmless(client_of: ClientMaker, ledger: Path) -> None:
    add_hostile(ledger)
    for language in ("ar", "en"):
        page = client_of().get(f"/{language}/documents").text
        assert "&lt;script&gt;alert(1)" in page
        assert harm(page) == []
