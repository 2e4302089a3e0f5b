"""The map, in a browser, under the policy of the pages."""

import re
from collections.abc import Callable
from html import escape
from itertools import pairwise
from urllib.parse import urljoin

import pytest
from playwright.sync_api import Page

from tawatur.web.rendering import asset, has_asset
from tawatur.web.security import _HEADERS
from tests.web.browsing import Tab

HOSTILE = "<img src=x onerror=alert(1)> بغداد \u202e"
ROWS = [
    ("الموصل", 'data-lat="36.34" data-lon="43.13" data-count="9"'),
    (HOSTILE, 'data-lat="33.3" data-lon="44.4" data-count="4"'),
    ("العراق", 'data-lat="33.3" data-lon="44.4" data-precision="البلد كله"'),
    ("العراق أيضا", 'data-lat="33.3" data-lon="44.4" data-precision="البلد كله"'),
    ("بلا مكان", ""),
]
FAR_APART = [("أ", 'data-lat="45" data-lon="-120"'), ("ب", 'data-lat="-30" data-lon="150"')]

pytestmark = pytest.mark.skipif(not has_asset("vendor/leaflet.js"), reason="Tawatur was installed without a network: there is no map")


def document(language: str, rows: list[tuple[str, str]]) -> str:
    """A page that has a map and nothing else."""
    scripts = "".join(
        f'<script defer src="{asset(name)}"></script>' for name in ("vendor/leaflet.js", "vendor/topojson-client.js", "map.js")
    )
    styles = "".join(f'<link rel="stylesheet" href="{asset(name)}">' for name in ("vendor/leaflet.css", "base.css"))
    body = "".join(f'<tr {data}><th><a href="/{language}/help">{escape(name)}</a></th><td>ثلاثة</td></tr>' for name, data in rows)
    return f"""<!doctype html><html lang="{language}" dir="{"rtl" if language == "ar" else "ltr"}"><meta charset="utf-8"><title>map</title>
{styles}{scripts}<div class="map" dir="ltr" hidden data-table="places" data-label="Where" data-zoom-in="in" data-zoom-out="out"
data-shapes="{asset("vendor/countries-110m.json")}" data-shapes-near="{asset("vendor/countries-50m.json")}"></div>
<table id="places"><thead><tr><th>Place</th><th>Events</th></tr></thead><tbody>{body}</tbody></table></html>"""


def shown(tab: Tab, language: str = "ar", rows: list[tuple[str, str]] = ROWS) -> Page:
    headers = {"content-type": "text/html", "content-security-policy": _HEADERS["content-security-policy"]}
    tab.page.route(urljoin(tab.address, "/map"), lambda route: route.fulfill(body=document(language, rows), headers=headers))
    return tab.open("/map")


def drawn(page: Page) -> list[str]:
    page.locator(".map .land").first.wait_for(state="attached")
    return [circle.get_attribute("d") or "" for circle in page.locator(".map .point").all()]


def test_every_row_with_a_place_is_a_circle_of_its_own_always_at_the_same_spot(tab_of: Callable[..., Tab]) -> None:
    circles = drawn(shown(tab_of()))
    assert len(set(circles)) == len(circles) == 4
    assert drawn(shown(tab_of())) == circles


def test_points_for_a_wider_area_look_different(tab_of: Callable[..., Tab]) -> None:
    page = shown(tab_of())
    drawn(page)
    assert page.locator(".map .point.wide").count() == 2


@pytest.mark.parametrize(("language", "name"), [("ar", "العراق"), ("en", "Iraq")])
def test_countries_have_their_names_in_the_language_of_the_page(language: str, name: str, tab_of: Callable[..., Tab]) -> None:
    page = shown(tab_of(), language)
    drawn(page)
    assert name in page.locator(".map .country").all_inner_texts()


def test_without_places_there_is_no_map(tab_of: Callable[..., Tab]) -> None:
    page = shown(tab_of(), rows=ROWS[-1:])
    assert page.locator(".map").is_hidden()


def test_circles_are_reached_by_keys_and_tell_their_row_as_text(tab_of: Callable[..., Tab]) -> None:
    page = shown(tab_of())
    drawn(page)
    page.locator(".map .point[tabindex='0']").focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Enter")
    popup = page.locator(".leaflet-popup-content")
    assert popup.locator("a").inner_text() == HOSTILE
    assert popup.locator("dd").all_inner_texts() == ["ثلاثة"]
    assert popup.locator("img").count() == 0
    page.keyboard.press("ArrowRight")
    page.keyboard.press(" ")
    assert "البلد كله" in page.locator(".leaflet-popup-content").last.inner_text()


def test_finer_shapes_come_when_one_looks_closely(tab_of: Callable[..., Tab]) -> None:
    page = shown(tab_of(), rows=FAR_APART)
    drawn(page)
    with page.expect_response("**/countries-50m.json*"):
        for _ in range(4):
            page.locator(".leaflet-control-zoom-in").click()


def test_no_outline_runs_across_the_map(tab_of: Callable[..., Tab]) -> None:
    """Russia and Fiji cross the line of dates."""
    page = shown(tab_of(), rows=FAR_APART)
    drawn(page)
    wide = max(_longest_step(path.get_attribute("d") or "") for path in page.locator(".map .land").all())
    assert 0 < wide < page.locator(".map").bounding_box()["width"] / 3  # type: ignore[index]  # it is shown


def _longest_step(path: str) -> float:
    """The longest way from left to right between two points of an outline, in pixels."""
    rings = [[float(point.split(" ")[0]) for point in re.findall(r"-?[\d.]+ -?[\d.]+", ring)] for ring in path.split("M")]
    return max((abs(one - other) for ring in rings for one, other in pairwise(ring)), default=0)
