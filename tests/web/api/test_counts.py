from typing import get_args

import pytest

from tawatur.ledger.asking.facts import EventFacet
from tests.web.conftest import Client


@pytest.mark.parametrize("facet", get_args(EventFacet))
def test_events_by_value(client: Client, facet: str) -> None:
    found = client.get("/api/v1/facets", params={"facet": facet, "limit": 3}).json()
    assert found["facet"] == facet
    counts = [one["count"] for one in found["counts"]]
    assert 1 <= len(counts) <= 3
    assert counts == sorted(counts, reverse=True)


def test_counts_agree_with_lists(client: Client) -> None:
    counts = client.get("/api/v1/facets?facet=type&country=iq").json()["counts"]
    for one in counts:
        assert client.get("/api/v1/events", params={"type": one["value"], "country": "iq"}).json()["total"] == one["count"]


def test_events_over_time_and_by_place(client: Client) -> None:
    total = client.get("/api/v1/events").json()["total"]
    line = client.get("/api/v1/timeline").json()
    assert sum(bar["count"] for bar in line["bars"]) + line["earlier"] + line["later"] + line["rough"] + line["undated"] == total
    places = client.get("/api/v1/map").json()
    assert sum(place["count"] for place in places["places"]) + places["unplaced"] == total
    assert len(client.get("/api/v1/map?limit=2").json()["places"]) == 2
