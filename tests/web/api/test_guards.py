import re

import pytest

from tests.web.api.test_problems import told
from tests.web.conftest import Client, ClientMaker

DECISION = {"kind": "wrong", "subject": "nobody", "by": "نور", "why": "قراءة خاطئة"}


@pytest.mark.parametrize("accept", ["application/json", "*/*", "text/html, application/json;q=0.5", "application/*"])
def test_whoever_takes_json_gets_it(client: Client, accept: str) -> None:
    assert client.get("/api/v1/events", headers={"Accept": accept}).status_code == 200


@pytest.mark.parametrize("accept", ["text/html", "image/png, text/*"])
def test_whoever_does_not_is_told(client: Client, accept: str) -> None:
    assert told(client.get("/api/v1/events", headers={"Accept": accept}))[:2] == (406, "not-acceptable")


@pytest.mark.parametrize(
    ("query", "detail"),
    [
        ("plaec=derna", "plaec: no such parameter; there are first, last, type, "),
        ("limit=1&limit=2", "limit: is given more than once"),
        ("type=null", "type: null is none of the values; leave it out"),
        ("limit=NULL", "limit: null is none of the values; leave it out"),
    ],
)
def test_parameters_that_would_be_passed_over(client: Client, query: str, detail: str) -> None:
    status, _, said = told(client.get(f"/api/v1/events?{query}"))
    assert (status, said[: len(detail)]) == (400, detail)


def test_an_address_without_parameters(client: Client) -> None:
    assert told(client.get("/api/v1/problems?page=2"))[2] == "page: no such parameter; there are none here"


def test_null_may_be_a_word(client: Client) -> None:
    assert client.get("/api/v1/claims?text=null").status_code == 200


def test_a_program_on_this_computer_may_write(client: Client) -> None:
    assert client.post("/api/v1/judgements", json=DECISION).status_code == 404


def test_other_sites_may_not(client: Client) -> None:
    for headers in ({"Origin": "https://evil.example"}, {"Sec-Fetch-Site": "cross-site"}):
        assert client.post("/api/v1/judgements", json=DECISION, headers=headers).status_code == 403


def test_a_page_of_ours_brings_the_token_of_its_forms(client: Client) -> None:
    page = client.get("/en/settings")
    token = re.findall(r'name="_csrf_token" value="(\w+)"', page.text)[0]
    own = {"Sec-Fetch-Site": "same-origin", "Origin": "http://testserver.local"}
    assert told(client.post("/api/v1/judgements", json=DECISION, headers=own))[:2] == (403, "forbidden")
    assert told(client.post("/api/v1/judgements", json=DECISION, headers={**own, "x-csrftoken": "0" * 128}))[0] == 403
    assert told(client.post("/api/v1/judgements", json=DECISION, headers={**own, "x-csrftoken": token}))[0] == 404


def test_a_cookie_that_we_did_not_sign_is_no_token(client_of: ClientMaker) -> None:
    client = client_of(secret="ab" * 32)
    forged = "1" * 128
    client.cookies.set("tawatur-csrf-abababab", forged)
    assert told(client.post("/api/v1/judgements", json=DECISION, headers={"x-csrftoken": forged}))[0] == 403


def test_nobody_writes_where_it_is_only_read(client_of: ClientMaker) -> None:
    assert told(client_of(is_read_only=True).post("/api/v1/judgements", json=DECISION))[2] == "this server is read only"


def test_with_a_token_one_must_bring_it_to_write(client_of: ClientMaker) -> None:
    client = client_of(token="a long enough token")
    assert client.post("/api/v1/judgements", json=DECISION).status_code == 401
    assert client.post("/api/v1/judgements", json=DECISION, headers={"Authorization": "Bearer a long enough token"}).status_code == 404
