"""A marked report in a browser: from the words to their records and back, by keys and by addresses."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Page

from tests.web.browsing import Tab

REPORT = "/en/documents/taji2-mujaz"


def held(page: Page) -> str:
    """What the record that is held is called."""
    return page.locator(".card.on h4").inner_text()


def in_view(page: Page, name: str) -> bool:
    return bool(
        page.evaluate(
            "name => { const {top} = document.getElementById(name).getBoundingClientRect(); return top > 0 && top < innerHeight; }", name
        )
    )


def test_keys_walk_through_the_records(tab_of: Callable[..., Tab]) -> None:
    page = tab_of().open(REPORT)
    page.keyboard.press("f")
    assert held(page) == "Munitions: 33"
    first = page.url
    page.keyboard.press("j")
    assert page.url != first
    page.keyboard.press("Escape")
    assert page.locator(".on").count() == 0
    assert page.url.endswith(REPORT)


def test_letters_are_typed_where_one_types(tab_of: Callable[..., Tab]) -> None:
    page = tab_of().open(REPORT)
    page.keyboard.press("/")
    page.keyboard.type("jf1")
    assert page.input_value("#seek") == "jf1"
    assert page.locator(".on").count() == 0
    assert page.is_checked("#show-events")


def test_a_layer_is_hidden_and_shown(tab_of: Callable[..., Tab]) -> None:
    page = tab_of().open(REPORT)
    figures = page.locator(".of.figures")
    assert figures.is_visible()
    page.uncheck("#show-figures", force=True)
    assert not figures.is_visible()


@pytest.mark.parametrize("fragment", ["", "#at"])
def test_one_arrives_at_the_words_that_were_asked_for(tab_of: Callable[..., Tab], fragment: str) -> None:
    page = tab_of().open(f"{REPORT}?at=700-720{fragment}")
    page.wait_for_timeout(200)
    assert in_view(page, "at")


def test_an_address_of_characters_holds_their_record(tab_of: Callable[..., Tab]) -> None:
    tab = tab_of()
    name = tab.open(REPORT).locator(".m.figure").first.get_attribute("id")
    page = tab.open(f"/ar/documents/taji2-mujaz#{name}")
    assert page.locator(".card.on").count() == 1
    assert in_view(page, str(name))
