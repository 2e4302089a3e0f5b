"""The application as a whole: where addresses lead, and what stands around every answer."""

import pytest

from tests.web.conftest import Client, ClientMaker


@pytest.mark.parametrize(
    ("path", "language", "leads_to"),
    [
        ("/", "", "/ar/"),
        ("/", "en-GB,en;q=0.9", "/en/"),
        ("/", "fr,ar;q=0.5", "/ar/"),
        ("/events/event-1", "en", "/en/events/event-1"),
        ("/documents/a%252Fb", "en", "/en/documents/a%252Fb"),
    ],
)
def test_addresses_without_a_language_lead_to_those_with_one(client: Client, path: str, language: str, leads_to: str) -> None:
    answer = client.get(path, headers={"accept-language": language}, follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, leads_to)


@pytest.mark.parametrize("path", ["/ar/nowhere", "/xx/settings", "/static/none.css", "/ar/a/b/c", "/static/../app.py"])
def test_addresses_that_lead_nowhere(client: Client, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert answer.headers["content-security-policy"].startswith("default-src 'none'")


def test_every_answer_bears_the_headers_of_safety(client: Client) -> None:
    headers = client.get("/en/settings").headers
    assert "script-src 'self'" in headers["content-security-policy"]
    assert "unsafe" not in headers["content-security-policy"]
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "same-origin"


def test_static_files_are_kept_for_good(client: Client) -> None:
    answer = client.get("/static/base.css")
    assert answer.status_code == 200
    assert "immutable" in answer.headers["cache-control"]


def test_pages_are_there_in_both_languages_and_directions(client: Client) -> None:
    assert '<html lang="ar" dir="rtl"' in client.get("/ar/settings").text
    assert '<html lang="en" dir="ltr"' in client.get("/en/settings").text


def test_a_large_body_is_refused(client: Client) -> None:
    assert client.post("/en/settings", content=b"a" * (2 << 20)).status_code in (403, 413)


def test_two_applications_do_not_share_sessions(client_of: ClientMaker) -> None:
    one, other = client_of(password="correct horse"), client_of(password="battery staple")
    assert one.app.state.options.secret != other.app.state.options.secret
