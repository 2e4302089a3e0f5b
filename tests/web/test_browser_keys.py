"""Shortcuts, in a browser."""

from collections.abc import Callable

from playwright.sync_api import Page

from tests.web.browsing import Tab

_FOCUSED = "() => document.activeElement.id || document.activeElement.textContent.trim()"
_TYPE = """([key, code]) => document.body.dispatchEvent(new KeyboardEvent("keydown", { key, code, bubbles: true, cancelable: true }))"""


def _is_listed(page: Page) -> bool:
    return bool(page.locator("#shortcuts").evaluate("dialog => dialog.open"))


def test_g_and_a_letter_go_to_a_section(tab_of: Callable[..., Tab]) -> None:
    page = tab_of().open("/en/help")
    page.keyboard.press("g")
    page.keyboard.press("e")
    page.wait_for_url("**/en/events")
    page.evaluate(_TYPE, ["ل", "KeyG"])
    page.evaluate(_TYPE, ["س", "KeyS"])
    page.wait_for_url("**/en/sources")


def test_a_letter_without_g_goes_nowhere(tab_of: Callable[..., Tab]) -> None:
    page = tab_of().open("/en/help")
    page.keyboard.press("e")
    page.keyboard.press("g")
    page.keyboard.press("x")
    page.keyboard.press("e")
    assert page.url.endswith("/en/help")


def test_the_list_of_keys_opens_and_closes(tab_of: Callable[..., Tab]) -> None:
    page = tab_of().open("/ar/settings")
    for key in ("?", "؟"):
        page.evaluate(_TYPE, [key, "Slash"])
        assert _is_listed(page)
        page.keyboard.press("Escape")
        assert not _is_listed(page)


def test_letters_do_nothing_while_one_types(tab_of: Callable[..., Tab]) -> None:
    page = tab_of().open("/en/help")
    page.keyboard.press("/")
    assert page.evaluate(_FOCUSED) == "seek"
    page.keyboard.type("ge?/")
    assert page.locator("#seek").input_value() == "ge?/"
    assert page.url.endswith("/en/help")
    assert not _is_listed(page)


def test_letters_can_be_switched_off(tab_of: Callable[..., Tab]) -> None:
    page = tab_of().open("/en/help")
    page.keyboard.press("?")
    page.locator("#letters").uncheck()
    page.keyboard.press("Escape")
    page.reload()
    page.keyboard.press("?")
    assert not _is_listed(page)


def test_j_and_k_step_through_a_list(tab_of: Callable[..., Tab]) -> None:
    page = tab_of().open("/en/events")
    first = page.locator(".rows > *").nth(0).locator("a").first.text_content()
    second = page.locator(".rows > *").nth(1).locator("a").first.text_content()
    seen = []
    for key in ("j", "j", "k", "k"):
        page.keyboard.press(key)
        seen.append(page.evaluate(_FOCUSED))
    assert seen == [(text or "").strip() for text in (first, second, first, first)]
    page.keyboard.press("Enter")
    page.wait_for_url("**/en/events/*")


def test_a_page_s_own_keys_come_after_a_letter_that_follows_g(tab_of: Callable[..., Tab]) -> None:
    """On the page of review, d says that two things are different: not after g."""
    page = tab_of().open("/en/review")
    page.keyboard.press("g")
    page.keyboard.press("d")
    page.wait_for_url("**/en/disagreements")
    page.goto(page.url.replace("disagreements", "judgements"))
    assert page.locator("main .empty").is_visible()


def test_a_page_s_own_steps_come_before_those_of_lists(tab_of: Callable[..., Tab]) -> None:
    """In a report, j goes to the next mark."""
    page = tab_of().open("/en/documents/abqaiq-waha")
    page.keyboard.press("j")
    assert page.evaluate("() => document.activeElement.closest('.m') !== null")
