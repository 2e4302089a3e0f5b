from typing import Any
from urllib.parse import quote

import pytest

from tests.web.api.test_problems import told
from tests.web.conftest import Client


def listed(client: Client, kind: str) -> list[Any]:
    found, at = [], f"/api/v1/sources?kind={kind}&limit=10"
    while at:
        page = client.get(at).json()
        found += page["items"]
        at = page["next"]
    return found


@pytest.mark.parametrize("kind", ["outlet", "agency", "speaker"])
def test_all_who_speak_page_by_page(client: Client, kind: str) -> None:
    found = listed(client, kind)
    assert found == client.get(f"/api/v1/sources?kind={kind}&limit=200").json()["items"]
    assert {one["kind"] for one in found} == {kind}
    counts = [one["documents"] for one in found]
    assert counts == sorted(counts, reverse=True)


@pytest.mark.parametrize("kind", ["outlet", "agency", "speaker"])
def test_one_of_them_whole(client: Client, kind: str) -> None:
    for one in listed(client, kind)[:3]:
        whole = client.get(f"/api/v1/sources/{kind}/{quote(one['key'])}").json()
        assert whole["voice"] == one
        assert sum(carrier["documents"] for carrier in whole["carriers"]) >= one["documents"] * (kind == "outlet")
        assert set(whole["origins"]) == {"event", "claim"}


def test_names_narrow_in_both_languages(client: Client) -> None:
    one = next(one for one in listed(client, "speaker") if one["english"])
    for text in (one["name"], one["english"]):
        found = client.get("/api/v1/sources", params={"kind": "speaker", "text": text}).json()["items"]
        assert one in found


@pytest.mark.parametrize("address", ["sources/agency/none", "sources?after=9", "sources?after=x.y", "sources?after=99999999999999999999.a"])
def test_who_is_not_there(client: Client, address: str) -> None:
    assert told(client.get(f"/api/v1/{address}"))[0] == 404


@pytest.mark.parametrize("address", ["sources?kind=paper", "sources/paper/reuters"])
def test_kinds_that_there_are_not(client: Client, address: str) -> None:
    assert told(client.get(f"/api/v1/{address}"))[0] == 400


def test_who_copies_whom(client: Client) -> None:
    (one, *_) = client.get("/api/v1/copies").json()
    document = client.get(f"/api/v1/documents/{one['example']}").json()
    assert document["reading"]["document"]["outlet"] == one["outlet"]
    assert document["family"]["first"] == one["first"]
