"""The pages of an event, a disagreement and a claim in a browser: drawn in either direction, copied, and printed."""

import re
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from playwright.sync_api import Page
from pypdf import PdfReader

from tawatur.ledger.store import Ledger
from tests.web.browsing import Tab

_BY_ACCOUNTS = "SELECT event FROM event_mentions GROUP BY event ORDER BY count(*) DESC, event"


@pytest.fixture(scope="session")
def event(samples: Path) -> str:
    """The event that most accounts tell of."""
    with Ledger(samples, is_read_only=True) as book:
        return str(book.value(_BY_ACCOUNTS))


def middle(page: Page, selector: str) -> float:
    box = page.locator(selector).first.bounding_box()
    assert box
    return box["x"] + box["width"] / 2


@pytest.mark.parametrize(("language", "begins"), [("ar", "right"), ("en", "left")])
def test_outlets_stand_where_reading_begins(language: str, begins: str, event: str, tab_of: Callable[..., Tab]) -> None:
    page = tab_of().open(f"/{language}/events/{event}")
    outlet, origin = middle(page, ".chain-graph .outlet"), middle(page, ".chain-graph .person")
    assert (outlet > origin) == (begins == "right")
    assert (
        page.locator(".chain-graph text").first.evaluate("text => getComputedStyle(text).fontFamily").startswith('"IBM Plex Sans Arabic"')
    )


def test_a_wide_drawing_scrolls_in_its_own_box(event: str, tab_of: Callable[..., Tab]) -> None:
    page = tab_of(width=320).open(f"/ar/events/{event}")
    box = page.locator(".graph .scroll")
    assert box.evaluate("box => box.scrollWidth > box.clientWidth")
    assert page.evaluate("() => document.documentElement.scrollWidth <= innerWidth")


def test_a_number_leads_to_its_account(event: str, tab_of: Callable[..., Tab]) -> None:
    page = tab_of().open(f"/en/events/{event}")
    page.locator(".values .reference").last.click()
    name = page.url.partition("#")[2]
    assert re.fullmatch(r"account-\d+", name)
    assert page.locator(f"#{name}").is_visible()


def test_a_citation_is_copied(event: str, tab_of: Callable[..., Tab]) -> None:
    page = tab_of(permissions=["clipboard-read", "clipboard-write"]).open(f"/en/events/{event}")
    page.locator("#cite summary").first.click()
    button = page.locator("#cite button").first
    button.click()
    page.wait_for_function("() => document.querySelector('#cite button').textContent === 'Copied'")
    copied = page.evaluate("() => navigator.clipboard.readText()")
    assert copied.replace("\r\n", "\n") == page.locator("#cite pre").first.text_content()
    assert "SHA-256" in copied


def test_without_scripts_there_is_no_button_that_does_nothing(event: str, tab_of: Callable[..., Tab]) -> None:
    page = tab_of(java_script_enabled=False).open(f"/en/events/{event}")
    page.locator("#cite summary").first.click()
    assert page.locator("#cite pre").first.is_visible()
    assert page.locator("#cite button:visible").count() == 0


def test_print_shows_what_is_folded_on_the_screen(event: str, tab_of: Callable[..., Tab]) -> None:
    page = tab_of(scheme="dark").open(f"/en/events/{event}")
    assert not page.locator("#cite pre").first.is_visible()
    printed = PdfReader(BytesIO(page.pdf(format="A4")))
    text = "".join(sheet.extract_text() for sheet in printed.pages)
    assert "SHA-256" in text
    assert "From outlet to origin" in text
    assert "Review this event" not in text
