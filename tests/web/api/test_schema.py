from tawatur.web.api.schema import encoded, parameters, schema
from tests.web.conftest import Client


def test_the_description_is_what_is_served(client: Client) -> None:
    answer = client.get("/api/v1/openapi.json")
    assert (answer.headers["content-type"], answer.content) == ("application/json", encoded())
    assert answer.json() == schema()
    assert answer.json()["openapi"].startswith("3.1")


def test_the_parameters_of_an_address() -> None:
    assert parameters("/api/v1/why") == {"id": {"type": "string", "minLength": 1}, "other": {"type": "string", "minLength": 1}}
    assert set(parameters("/api/v1/timeline")) < set(parameters("/api/v1/events"))
    assert parameters("/api/v1/nowhere") == {}
