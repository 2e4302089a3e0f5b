"""The manner of showing, and addresses."""

from typing import Any

import pytest
from litestar.testing import RequestFactory

from tawatur.web.options import Options
from tawatur.web.viewer import PREFERENCES, Manner, Viewer, identifier_of, preferred
from tawatur.wording.messages import Language


def viewer(path: str = "/ar/events", language: Language = "ar", **given: Any) -> Viewer:
    return Viewer(RequestFactory().get(path, **given), language, Options(path=None))  # type: ignore[arg-type]  # not opened here


@pytest.mark.parametrize(
    ("cookie", "manner"),
    [
        ("arab.second.dark", Manner("arab", "second", "dark")),
        ("", Manner()),
        ("arab.second", Manner()),
        ("arab.second.<script>", Manner()),
        ("latn.both.auto.auto", Manner()),
    ],
)
def test_the_cookie_of_manners(cookie: str, manner: Manner) -> None:
    assert Manner.of(cookie) == manner
    assert Manner.of(str(manner)) == manner


def test_digits_and_months_follow_the_cookie() -> None:
    shown = viewer(headers={"cookie": f"{PREFERENCES}=arab.second.auto"})
    assert shown.dates.edtf("2020-03-14") == "السبت ١٤ آذار ٢٠٢٠"
    assert viewer().dates.edtf("2020-03-14") == "السبت 14 مارس/آذار 2020"


@pytest.mark.parametrize("identifier", ["event-1f", "a/b", "a//b", "/a/", "١٢ %2F?&#", "..", "a%b", "خبر/1"])
def test_an_address_keeps_the_id(identifier: str) -> None:
    from urllib.parse import unquote

    address = viewer().link("document", identifier)
    request = RequestFactory().get("/", path_params={"name": unquote(address.removeprefix("/ar/documents"))})
    assert identifier_of(request) == identifier
    assert address.count("/") == 3


def test_other_queries_and_languages_of_this_page() -> None:
    here = viewer("/ar/events", query_params={"place": "درنة", "page": 2})
    assert here.here(page=3, place=None) == "/ar/events?page=3"
    assert here.in_language("en").startswith("/en/events?place=")
    assert viewer("/settings").in_language("en") == "/settings"
    assert here.link("event", "e1", all=1, at=None) == "/ar/events/e1?all=1"
    assert here.permalink("event", "e1").endswith("/events/e1")


@pytest.mark.parametrize(("asked", "language"), [("en", "en"), ("fr, en;q=0.2", "en"), ("ar-IQ", "ar"), ("", "ar"), ("zz", "ar")])
def test_the_language_that_a_browser_prefers(asked: str, language: Language) -> None:
    assert preferred(RequestFactory().get("/", headers={"accept-language": asked})) == language
