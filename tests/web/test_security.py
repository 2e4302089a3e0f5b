"""Who is let in, and what is refused."""

import re

import pytest

from tests.web.conftest import HOST, Client, ClientMaker

PASSWORD, TOKEN = "correct horse battery", "0123456789abcdef"


def token_of(client: Client, path: str) -> str:
    found = re.search(r'name="_csrf_token" value="([0-9a-f]+)"', client.get(path).text)
    assert found
    return found[1]


@pytest.mark.parametrize("host", ["evil.example", "127.0.0.1.evil.example", "", "testserver.local.", "[::1", "a@b"])
def test_the_server_answers_to_its_own_names_only(client: Client, host: str) -> None:
    assert client.get("/ar/settings", headers={"host": host}).status_code == 421


def test_the_port_does_not_matter_to_the_name(client: Client) -> None:
    assert client.get("/ar/settings", headers={"host": f"{HOST}:9999"}).status_code == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"origin": "http://evil.example"},
        {"origin": "null"},
        {"sec-fetch-site": "cross-site"},
        {"sec-fetch-site": "same-site", "origin": f"http://{HOST}"},
    ],
)
def test_nothing_is_taken_from_other_origins(client: Client, headers: dict[str, str]) -> None:
    data = {"digits": "arab", "_csrf_token": token_of(client, "/en/settings")}
    assert client.post("/en/settings", data=data, headers=headers, follow_redirects=False).status_code == 403
    assert client.post("/en/settings", data=data, follow_redirects=False).status_code == 303


def test_a_form_needs_its_token(client: Client) -> None:
    token = token_of(client, "/en/settings")
    for given in ("", token[:-1] + ("0" if token[-1] != "0" else "1"), "x"):
        assert client.post("/en/settings", data={"_csrf_token": given}, follow_redirects=False).status_code == 403


def test_without_a_password_anybody_who_can_reach_it_may_read(client: Client) -> None:
    assert client.get("/ar/settings").status_code == 200


def test_a_locked_ledger_asks_for_the_password_and_leads_back(client_of: ClientMaker) -> None:
    client = client_of(password=PASSWORD)
    asked = client.get("/ar/settings?back=%2Far%2Fevents", follow_redirects=False)
    assert (asked.status_code, asked.headers["location"]) == (303, "/ar/login?back=/ar/settings%3Fback%3D%252Far%252Fevents")
    data = {"password": "wrong", "back": "/ar/settings", "_csrf_token": token_of(client, "/ar/login")}
    assert client.post("/ar/login", data=data).status_code == 403
    entered = client.post("/ar/login", data={**data, "password": PASSWORD}, follow_redirects=False)
    assert (entered.status_code, entered.headers["location"]) == (303, "/ar/settings")
    assert client.get("/ar/settings", follow_redirects=False).status_code == 200
    client.post("/ar/logout", data=data)
    assert client.get("/ar/settings", follow_redirects=False).status_code == 303


def test_after_the_password_one_is_not_led_to_another_site(client_of: ClientMaker) -> None:
    client = client_of(password=PASSWORD)
    token = token_of(client, "/ar/login")
    for back in ("https://evil.example", "//evil.example", "/\\evil.example", "/a\r\nx: y"):
        answer = client.post(
            "/ar/login", data={"password": PASSWORD, "back": back, "_csrf_token": token}, follow_redirects=False
        )  # fmt: skip
        assert answer.headers["location"] == "/ar/"


def test_passwords_cannot_be_tried_for_long(client_of: ClientMaker) -> None:
    client = client_of(password=PASSWORD)
    data = {"password": "wrong", "_csrf_token": token_of(client, "/ar/login")}
    assert [client.post("/ar/login", data=data).status_code for _ in range(12)][-1] == 429


@pytest.mark.parametrize(
    ("header", "status"), [(f"Bearer {TOKEN}", 200), (f"bearer {TOKEN}", 200), ("Bearer x", 303), (f"Basic {TOKEN}", 303), ("", 303)]
)
def test_programs_bring_the_token(client_of: ClientMaker, header: str, status: int) -> None:
    client = client_of(token=TOKEN)
    assert client.get("/en/settings", headers={"authorization": header}, follow_redirects=False).status_code == status


def test_style_and_fonts_need_no_password(client_of: ClientMaker) -> None:
    assert client_of(password=PASSWORD).get("/static/base.css").status_code == 200
