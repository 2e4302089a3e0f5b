from tests.web.conftest import Client, ClientMaker


def test_the_page_that_asks_for_the_password(client_of: ClientMaker) -> None:
    page = client_of(password="correct horse").get("/en/login?back=/en/events").text
    assert 'type="password"' in page
    assert 'name="back" value="/en/events"' in page
    assert 'value="https' not in client_of(password="correct horse").get("/en/login?back=https://evil.example").text


def test_each_kind_has_permalinks(client: Client) -> None:
    for kind in ("events", "disagreements", "claims", "documents"):
        answer = client.get(f"/{kind}/x", headers={"accept-language": "en"}, follow_redirects=False)
        assert answer.headers["location"] == f"/en/{kind}/x"
