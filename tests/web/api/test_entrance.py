from tawatur.web.api.problems import NAMES
from tests.web.conftest import Client


def test_the_entrance_leads_to_every_list(client: Client) -> None:
    links = client.get("/api/v1").json()["links"]
    assert {"events", "disagreements", "claims", "statements", "documents", "search", "judgements", "openapi"} <= set(links)
    needed = {"search": "?q=a", "facets": "?facet=type", "why": "", "differences": ""}
    for name, address in links.items():
        if name not in ("why", "differences"):
            assert client.get(address + needed.get(name, "")).status_code == 200


def test_every_kind_of_problem_is_explained_in_both_languages(client: Client) -> None:
    found = client.get("/api/v1/problems").json()
    assert {one["status"] for one in found} == set(NAMES)
    assert all(one["title"]["ar"] and one["title"]["en"] for one in found)
