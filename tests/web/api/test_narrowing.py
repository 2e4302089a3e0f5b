import pytest

from tests.web.conftest import Client

EVERY = [
    "first=2023-09-10",
    "last=2023-09",
    "type=ASSAULT",
    "mode=heavy-weapons",
    "modality=actual",
    "place=درنة",
    "place_id=derna",
    "country=IQ",
]
EVERY += [
    "actor=الحوثي",
    "speaker=رويترز",
    "source=reuters",
    "outlet=x",
    "text=صواريخ",
    "disagreement=figure",
    "disagreement=any",
    "chains=2",
]


@pytest.mark.parametrize("query", EVERY)
@pytest.mark.parametrize("address", ["events", "disagreements", "timeline", "map", "facets?facet=country"])
def test_every_view_of_events_can_be_narrowed(client: Client, address: str, query: str) -> None:
    assert client.get(f"/api/v1/{address}{'&' if '?' in address else '?'}{query}").status_code == 200


def test_narrowing_leaves_what_fits(client: Client) -> None:
    every = client.get("/api/v1/events?limit=200").json()["items"]
    found = client.get("/api/v1/events?limit=200&chains=2&type=ASSAULT").json()["items"]
    assert found == [item for item in every if item["event"]["type"] == "ASSAULT" and item["event"]["chains_max"] >= 2]
    event = found[0]["event"]
    of_document = client.get("/api/v1/events", params={"document": event["documents"][0]}).json()["items"]
    assert event["id"] in [item["event"]["id"] for item in of_document]
