from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tawatur.ledger.store import Ledger
from tests.web.api.test_problems import told
from tests.web.conftest import Client

HUGE = "Wzk5OTk5OTk5OTk5OTk5OTk5OTk5OSwieCIsInkiXQ"
"""A place with a number that SQLite cannot hold."""
LISTS = ["events", "disagreements", "claims", "statements", "documents", "search?q=قال"]


@pytest.mark.parametrize("address", [*LISTS, "timeline", "map", "facets?facet=type", "judgements"])
def test_an_answer_that_is_known_is_not_sent_again(client: Client, address: str) -> None:
    first = client.get(f"/api/v1/{address}")
    tag = first.headers["etag"]
    assert first.headers["cache-control"] == "private, no-cache"
    for known in (tag, f'"other", {tag}', tag.removeprefix("W/"), "*"):
        again = client.get(f"/api/v1/{address}", headers={"If-None-Match": known})
        assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", tag)
    assert client.get(f"/api/v1/{address}", headers={"If-None-Match": 'W/"other"'}).status_code == 200


def test_what_is_not_there_is_not_unchanged(client: Client) -> None:
    assert client.get("/api/v1/events/none", headers={"If-None-Match": "*"}).status_code == 404


def test_a_judgement_makes_another_state(client: Client) -> None:
    before = client.get("/api/v1/events").headers["etag"]
    mention = client.get("/api/v1/events?limit=1").json()["items"][0]["event"]["mentions"][0]
    assert client.post("/api/v1/judgements", json={"kind": "right", "subject": mention, "by": "نور", "why": "قرأته"}).status_code == 201
    assert client.get("/api/v1/events", headers={"If-None-Match": before}).status_code == 200


def test_while_something_comes_in_there_is_no_tag(client: Client, ledger: Path) -> None:
    with Ledger(ledger) as book:
        book.count_input()
    answer = client.get("/api/v1/events")
    assert ("etag" in answer.headers, answer.headers["cache-control"]) == (False, "no-store")


def pages(client: Client, address: str, limit: int) -> list[list[Any]]:
    """The items of every page, each page found by the one before."""
    at: str | None = f"/api/v1/{address}{'&' if '?' in address else '?'}limit={limit}"
    items = []
    while at:
        answer = client.get(at)
        found = answer.json()
        assert answer.headers.get("link") == (f'<{found["next"]}>; rel="next"' if found["next"] else None)
        items.append(found["items"])
        at = found["next"]
    assert sum(map(len, items)) == found["total"]
    return items


@pytest.mark.parametrize("address", LISTS)
def test_page_by_page_one_gets_all_of_a_list_once(client: Client, address: str) -> None:
    many, few = pages(client, address, 7), pages(client, address, 200)
    assert all(len(items) == 7 for items in many[:-1])
    assert [item for items in many for item in items] == [item for items in few for item in items]
    assert len(many) > 1


def test_the_next_page_is_narrowed_too(client: Client) -> None:
    found = client.get("/api/v1/events", params={"type": "ASSAULT", "limit": 2, "sort": "told"}).json()
    asked = parse_qs(urlsplit(found["next"]).query)
    assert {name: asked[name] for name in ("type", "limit", "sort")} == {"type": ["ASSAULT"], "limit": ["2"], "sort": ["told"]}


@pytest.mark.parametrize("after", ["", "soon", "WzFd", "WyJhIiwiYiIsImMiLCJkIl0", HUGE, "\x00", "أ/ب"])
@pytest.mark.parametrize("address", ["events", "disagreements", "claims", "statements", "documents", "judgements"])
def test_a_page_that_no_page_led_to(client: Client, address: str, after: str) -> None:
    answer = client.get(f"/api/v1/{address}", params={"after": after})
    assert answer.status_code == 200 if after == "" else told(answer)[0] == 404
