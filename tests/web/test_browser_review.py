"""The whole loop of review with the keyboard alone, in both languages, as a person at a desk goes through it."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page

from tawatur.ledger.deriving import judgements
from tawatur.ledger.store import Ledger
from tawatur.model import Judgement
from tawatur.reconciling.rulings import in_order
from tests.web.browsing import Tab
from tests.web.serving import served

NAME, WHY = "نور", "قرأت النصين"
LANGUAGES = ("ar", "en")


@pytest.fixture
def desk(samples: Path, tmp_path: Path) -> Iterator[tuple[Path, str]]:
    """A ledger to be judged in, and where it is served."""
    ledger = Path(shutil.copy(samples, tmp_path / "a.ledger"))
    with served(ledger) as address:
        yield ledger, address


def made(ledger: Path) -> list[Judgement]:
    with Ledger(ledger) as book:
        return in_order(judgements(book))


def press(page: Page, *keys: str) -> None:
    """Presses keys, the last of which leads to another page."""
    for key in keys[:-1]:
        page.keyboard.press(key)
    with page.expect_navigation(wait_until="load"):
        page.keyboard.press(keys[-1])


def at(page: Page) -> str:
    """The item that is shown."""
    return (page.locator("#review").get_attribute("action") or "").rpartition("/")[2]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_reviewer_goes_through_the_queue_by_keyboard(language: str, desk: tuple[Path, str], tab_of: Callable[..., Tab]) -> None:
    ledger, address = desk
    tab = tab_of(address=address, scheme="light" if language == "ar" else "dark")
    page = tab.open(f"/{language}/review")
    first = at(page)
    tab.keep(f"{language}-review-first")

    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "by"
    page.keyboard.type(NAME)
    page.keyboard.press("Enter")
    press(page, "2")
    assert page.locator("#by").count() == 0
    second = at(page)
    assert second != first
    tab.keep(f"{language}-review-done")

    press(page, "u")
    assert at(page) == first
    press(page, "n")
    assert at(page) == second
    press(page, "k")
    assert at(page) == first

    page.keyboard.press("w")
    page.keyboard.type(WHY)
    page.keyboard.press("Escape")
    page.keyboard.press("1")
    assert page.evaluate("document.activeElement.dataset.prefer") == ""
    press(page, "Tab", "Shift+Tab", "Enter")
    assert [(one.kind, one.by) for one in made(ledger)] == [("settle", NAME), ("undo", NAME), ("settle", NAME)]
    last = made(ledger)[-1]
    assert (last.value, last.why) == ("prefer", WHY)
    assert page.locator("h1").count() == 1
    assert page.locator(".deed [role=status]").inner_text().strip()


@pytest.mark.parametrize("language", LANGUAGES)
def test_accounts_are_chosen_corrected_split_and_taken_out_by_keyboard(
    language: str, desk: tuple[Path, str], tab_of: Callable[..., Tab]
) -> None:
    ledger, address = desk
    with Ledger(ledger) as book:
        (event,) = book.rows("SELECT event FROM event_index ORDER BY mentions DESC, event LIMIT 1").fetchone()
    tab = tab_of(address=address, width=1000)
    page = tab.open(f"/{language}/review/{event}")
    page.locator("#by").fill(NAME)
    page.locator("#by").press("Escape")

    press(page, "ArrowDown", "ArrowDown", "Space", "s")
    kinds = [one.kind for one in made(ledger)]
    assert sorted(set(kinds)) == ["different", "same"]
    press(page, "u")
    assert [one.kind for one in made(ledger)][len(kinds) :] == ["undo"] * len(kinds)
    assert at(page) == event

    page.locator(".counts input").first.focus()
    page.keyboard.press("v")
    assert page.evaluate("document.activeElement.id") == "value"
    page.keyboard.type("٩٩")
    press(page, "Enter")
    assert (made(ledger)[-1].kind, made(ledger)[-1].value) == ("value", "99")
    press(page, "u")

    press(page, "ArrowDown", "x")
    assert made(ledger)[-1].kind == "wrong"
    press(page, "u")
    press(page, "m")
    assert made(ledger)[-1].kind == "same"
    page = tab.open(f"/{language}/review/{event}")
    press(page, "Enter")
    assert made(ledger)[-1].kind == "right"
    tab.open(f"/{language}/judgements")
    tab.keep(f"{language}-judgements")


def test_keys_rest_while_one_types_and_where_letters_are_off(desk: tuple[Path, str], tab_of: Callable[..., Tab]) -> None:
    ledger, address = desk
    page = tab_of(address=address).open("/en/review")
    page.locator("#by").fill(NAME)
    page.locator("#why").focus()
    page.keyboard.type("mxd 123")
    assert page.locator("#why").input_value() == "mxd 123"
    page.keyboard.press("Escape")
    page.evaluate("document.getElementById('letters').click()")
    for key in ("m", "x", "2", "Enter"):
        page.keyboard.press(key)
    assert made(ledger) == []


def test_it_works_without_scripts(desk: tuple[Path, str], tab_of: Callable[..., Tab]) -> None:
    ledger, address = desk
    page = tab_of(address=address, java_script_enabled=False).open("/ar/review")
    page.locator("#by").fill(NAME)
    page.locator("#by").press("Enter")
    assert made(ledger) == []
    for name in ("pending", "undo"):
        with page.expect_navigation(wait_until="load"):
            page.locator(f"[data-act={name}]").click()
    assert [(one.kind, one.by) for one in made(ledger)] == [("settle", NAME), ("undo", NAME)]
