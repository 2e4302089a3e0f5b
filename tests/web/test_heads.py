import pytest

from tests.web.conftest import Client


@pytest.mark.parametrize("address", ["/en/settings", "/api/v1", "/api/v1/events", "/api/v1/nothing"])
def test_head_gives_the_headers_of_get_and_no_body(client: Client, address: str) -> None:
    whole, head = client.get(address), client.head(address)
    assert (head.status_code, head.content) == (whole.status_code, b"")
    assert head.headers["content-type"] == whole.headers["content-type"]
    assert head.headers["content-length"] == whole.headers["content-length"]
    assert head.headers.get("etag") == whole.headers.get("etag")


def test_what_may_be_got_may_be_asked_for_by_head(client: Client) -> None:
    assert client.options("/api/v1/events").headers["allow"] == "GET, HEAD, OPTIONS"
    assert client.delete("/api/v1/events").headers["allow"] == "GET, HEAD, OPTIONS"
