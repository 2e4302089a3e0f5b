"""How much the first page weighs."""

from collections.abc import Callable

import pytest
from playwright.sync_api import Response

from tests.web.browsing import Tab

MOST_BYTES = 300_000


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_first_page_weighs_little(language: str, tab_of: Callable[..., Tab]) -> None:
    """All that the overview loads, fonts and map too, as it comes over the wire."""
    tab = tab_of()
    answers: list[Response] = []
    tab.page.on("response", lambda answer: answers.append(answer))
    page = tab.open(f"/{language}/")
    page.locator(".map .land").first.wait_for(state="attached")
    page.wait_for_load_state("networkidle")
    sizes = {answer.url.removeprefix(tab.address): answer.request.sizes()["responseBodySize"] for answer in answers}
    assert any("countries-110m" in url for url in sizes)
    assert any("ibm-plex-sans-arabic" in url for url in sizes)
    assert sum(sizes.values()) < MOST_BYTES, sizes
