"""Lists in a browser: narrowed and gone through without loading the page anew, and back again."""

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tawatur.web.rendering import has_asset
from tests.web.browsing import Tab

pytestmark = pytest.mark.skipif(not has_asset("vendor/htmx.js"), reason="Tawatur was installed without a network: there is no htmx")


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_list_is_narrowed_in_place_and_the_address_follows(tab_of: Callable[..., Tab], language: str) -> None:
    page = tab_of().open(f"/{language}/events")
    page.evaluate("() => { document.body.dataset.stays = 'yes' }")
    first = page.locator(".rows > li").first.inner_text()
    page.fill("form.filters input[name=place]", "درنة")
    page.click("form.filters button")
    expect(page.locator("ul.taken")).to_contain_text("درنة")
    assert "place=" in page.url
    assert page.evaluate("() => document.body.dataset.stays") == "yes"
    assert page.locator(".rows > li").first.inner_text() != first
    page.click("ul.taken a")
    expect(page.locator("ul.taken")).to_have_count(0)
    page.go_back()
    expect(page.locator("ul.taken")).to_contain_text("درنة")


def test_a_search_is_changed_in_place(tab_of: Callable[..., Tab]) -> None:
    page = tab_of().open("/en/search?q=قصف")
    page.evaluate("() => { document.body.dataset.stays = 'yes' }")
    page.fill("#q", "زلزال")
    page.press("#q", "Enter")
    expect(page.locator("h1")).to_contain_text("زلزال")
    assert page.evaluate("() => document.body.dataset.stays") == "yes"
    assert "زلزال" in page.title()
