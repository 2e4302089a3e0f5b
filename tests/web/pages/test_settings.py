import re

import pytest

from tawatur.web.pages.settings import own
from tests.web.conftest import Client


def keep(client: Client, **data: str) -> None:
    found = re.search(r'name="_csrf_token" value="([0-9a-f]+)"', client.get("/ar/settings").text)
    assert found
    answer = client.post("/ar/settings", data={"_csrf_token": found[1], **data}, follow_redirects=False)
    assert answer.status_code == 303


def test_what_is_chosen_is_kept(client: Client) -> None:
    keep(client, digits="arab", months="second", theme="dark", name="نور")
    page = client.get("/en/settings").text
    assert 'data-theme="dark"' in page
    assert re.search(r'value="arab" checked', page)
    assert re.search(r'value="second" checked', page)
    assert 'value="نور"' in page


def test_names_are_harmless(client: Client) -> None:
    keep(client, name='"><script>alert(1)</script>')
    page = client.get("/en/settings").text
    assert "<script>alert" not in page


def test_what_cannot_be_chosen_is_refused(client: Client) -> None:
    found = re.search(r'name="_csrf_token" value="([0-9a-f]+)"', client.get("/ar/settings").text)
    assert found
    assert client.post("/ar/settings", data={"_csrf_token": found[1], "digits": "roman"}).status_code == 400


@pytest.mark.parametrize(
    ("address", "kept"), [("/ar/", "/ar/"), ("//evil", ""), ("/\\evil", ""), ("http://evil", ""), ("", ""), ("/a\nb", "")]
)
def test_one_is_led_back_to_pages_of_ours_only(address: str, kept: str) -> None:
    assert own(address) == kept
