import pytest

from tests.web.api.test_problems import told
from tests.web.conftest import Client


def test_orders(client: Client) -> None:
    told_of = [len(item["event"]["mentions"]) for item in client.get("/api/v1/events?sort=told").json()["items"]]
    assert told_of == sorted(told_of, reverse=True)
    days = [item["first_day"] for item in client.get("/api/v1/disagreements?sort=day").json()["items"]]
    assert days == sorted(days, reverse=True)
    published = [item["published"] or "" for item in client.get("/api/v1/documents?sort=published").json()["items"]]
    assert published == sorted(published, reverse=True)


def test_statements_in_the_words_of_their_documents(client: Client) -> None:
    (one, *_) = client.get("/api/v1/statements?act=deny&limit=5").json()["items"]
    assert one["statement"]["act"] == "deny"
    text = client.get(f"/api/v1/documents/{one['document']['id']}").json()["reading"]["document"]["text"]
    content = one["statement"]["content"]
    assert text[content["start"] : content["end"]] == one["words"]
    assert client.get("/api/v1/statements", params={"document": one["document"]["id"], "claim": one["claim"]}).json()["total"] >= 1


def test_disagreements_of_a_kind_about_events_of_a_place(client: Client) -> None:
    found = client.get("/api/v1/disagreements", params={"kind": "figure", "place": "درنة", "first": "2023-09", "last": "2023"}).json()
    assert found["total"] > 0
    assert {item["disagreement"]["kind"] for item in found["items"]} == {"figure"}
    assert client.get("/api/v1/disagreements", params={"kind": "figure", "place": "عدن"}).json()["total"] == 0


def test_claims_and_documents_by_their_names(client: Client) -> None:
    claim = client.get("/api/v1/claims?limit=1").json()["items"][0]
    word = claim["about"].split()[0]
    assert claim in client.get("/api/v1/claims", params={"text": word, "limit": 200}).json()["items"]
    document = client.get("/api/v1/documents?limit=1").json()["items"][0]
    found = client.get("/api/v1/documents", params={"outlet": document["outlet"], "limit": 200}).json()["items"]
    assert {item["outlet"] for item in found} == {document["outlet"]}


def test_what_a_search_finds_is_marked(client: Client) -> None:
    found = client.get("/api/v1/search", params={"q": '"معسكر التاجي"', "limit": 3}).json()
    assert found["total"] >= 3
    pieces = [piece["text"] for item in found["items"] for piece in item["snippet"] if piece["is_sought"]]
    assert any("معسكر التاجي" in text for text in pieces)


@pytest.mark.parametrize("query", ["", '"', "«»", "* AND OR NOT", '"""', "\x00", "a" * 5_000, "{folded} : x", "😀", "٣٣"])
def test_whatever_is_sought(client: Client, query: str) -> None:
    assert client.get("/api/v1/search", params={"q": query}).status_code == 200


def test_a_page_behind_the_last(client: Client) -> None:
    assert told(client.get("/api/v1/search", params={"q": "درنة", "page": 1000}))[0] == 404
