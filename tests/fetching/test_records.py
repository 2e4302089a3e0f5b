from tawatur import __version__
from tawatur.fetching.records import USER_AGENT, Response, Validators


def test_a_header_is_found_in_any_case() -> None:
    response = Response("u", "u", 200, (("etag", '"1"'), ("X", "a"), ("x", "b")), b"", "2020-03-14T09:30:00Z")
    assert (response.header("X"), response.header("missing")) == ("a", None)
    assert response.validators == Validators('"1"', None)


def test_the_reader_says_who_it_is() -> None:
    assert USER_AGENT.startswith(f"Tawatur/{__version__} (")
